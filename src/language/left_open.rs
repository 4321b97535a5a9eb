//! Answers that leave a question open: "idk", "not sure", "maybe". They are kept as typed and never read as content.

use super::list::{List, Phrases};
use super::word::Words;

/// Phrases that answer nothing. They are data: a wording that is missing is one entry more.
static OPEN: Phrases = Phrases::new(
    "i don't know|i dont know|i do not know|don't know|dont know|dunno|i dunno|idk|idek|no idea|i have no idea|no clue|\
    i have no clue|not a clue|not sure|i'm not sure|im not sure|i am not sure|unsure|nothing|nothing really|\
    nothing comes to mind|none|no one|nobody|no|nope|nah|maybe|perhaps|possibly|can't think of anything|\
    i can't think of anything|can't say|hard to say|who knows|whatever|whenever|not yet|not now|later|ask me later|\
    tbd|n / a|na|pass|skip",
);

/// Words that may stand beside them and add nothing.
static SMALL: List = List::new(
    "um umm uh hmm hm er well oh honestly really just yet tbh lol sorry right now rn at all i guess think so ok okay \
    today about that this but and or actually",
);

/// Whether `text` leaves its question open: nothing in it but phrases such as "I don't know", or a lone "?" or "-".
///
/// "Maybe swim" says something, and so does any word no list holds. A blank text is no answer at all.
pub fn is_left_open(text: &str) -> bool {
    let words = Words::new(text);
    let mut found = 0;
    let mut marks = true;
    let mut at = 0;
    while at < words.len() {
        at += if let Some(taken) = OPEN.at(&words, at) {
            found += 1;
            marks = false;
            taken
        } else if !words.at(at).contains(char::is_alphanumeric) {
            marks &= matches!(words.at(at), "?" | "-" | "." | "…" | "–" | "—" | "/");
            1
        } else if SMALL.has(words.at(at)) {
            marks = false;
            1
        } else {
            return false;
        };
    }
    0 < found || marks && 0 < words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_answers_nothing_is_left_open() {
        for text in [
            "I don't know",
            "I don’t know yet.",
            "idk",
            "IDK lol",
            "No idea",
            "nothing",
            "not sure",
            "Maybe",
            "um, I guess I'm not sure",
            "idk 🤷",
            "nothing right now",
            "?",
            "...",
            "n/a",
        ] {
            assert!(is_left_open(text), "{text}");
        }
    }

    #[test]
    fn what_says_something_is_an_answer() {
        for text in [
            "",
            "  ",
            "🙂",
            "maybe swim",
            "no more yelling",
            "nothing but water",
            "I don't know my neighbors",
            "Not now, at 5",
            "3",
            "pass the test",
            "לא",
            "well",
        ] {
            assert!(!is_left_open(text), "{text}");
        }
    }
}
