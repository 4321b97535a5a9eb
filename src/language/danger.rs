//! Words that may speak of dying or of hurting somebody: they come before any goal, and are said aloud to a person.
//!
//! This is no screening and measures nothing. That nothing is found says nothing either, and no page may say so.

use std::ops::Range;

use super::list::Phrases;
use super::word::Words;

/// As people write it, also without apostrophes. Each stands for the whole of what it means: "die" alone would find
/// every film and every grandmother.
static SAID: Phrases = Phrases::new(
    "want to die|wanna die|want to be dead|wanna be dead|wish i was dead|wish i were dead|wish i could die|wish i \
    would die|rather be dead|rather die|better off dead|better off without me|better if i was gone|better if i were \
    gone|better if i wasn't here|better if i weren't here|better if i wasnt here|suicide|suicidal|kill myself|killing \
    myself|kill my self|kms|end my life|ending my life|end it all|end my own life|take my life|take my own life|taking \
    my own life|hang myself|shoot myself|drown myself|jump off a bridge|jump in front of|hurt myself|hurting myself|harm \
    myself|harming myself|self - harm|self harm|selfharm|cut myself|cutting myself|burn myself|burning \
    myself|overdose|overdosing|not want to live|not wanna live|don't want to live|dont want to live|don't wanna \
    live|dont wanna live|not want to be alive|don't want to be alive|dont want to be alive|don't wanna be alive|dont \
    wanna be alive|don't want to be here anymore|dont want to be here anymore|don't wanna be here anymore|dont wanna be \
    here anymore|don't want to be here any more|not want to be here anymore|don't want to wake up anymore|dont want to \
    wake up anymore|don't wanna wake up|dont wanna wake up|never wake up|no reason to live|nothing to live for|no point \
    in living|no point living|tired of living|done with life|done with living|life is not worth living|life isn't worth \
    living|life isnt worth living|not worth living|can't live anymore|cant live anymore|can't live like this|cant live \
    like this|kill him|kill her|kill them|kill someone|kill somebody|kill people|kill my|kill you|shoot \
    someone|shoot people|shoot up|stab someone|stab him|stab her",
);

/// Where `text` first speaks of it, in bytes.
pub fn danger(text: &str) -> Option<Range<usize>> {
    let words = Words::new(text);
    (0..words.len()).find_map(|at| {
        let taken = SAID.at(&words, at)?;
        Some(words.place(at..at + taken))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_dying_are_found_as_people_write_them() {
        for (text, found) in [
            ("i want to die", "want to die"),
            ("idk i just dont wanna be here anymore", "dont wanna be here anymore"),
            ("I don’t want to live.", "don’t want to live"),
            ("Sometimes I think about SUICIDE", "SUICIDE"),
            ("they'd be better off without me", "better off without me"),
            ("stop cutting myself when mom yells", "cutting myself"),
            ("I want to kill my brother", "kill my"),
            ("less self-harm", "self-harm"),
        ] {
            assert_eq!(danger(text).and_then(|place| text.get(place)), Some(found), "{text}");
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        for text in [
            "",
            "I want to feel better",
            "My grandma died in May and I miss her",
            "I nearly died laughing",
            "stop killing time on my phone",
            "I don't want to be here at school on Mondays",
            "live with my sister",
            "cut my hours at work",
            "wake up at seven",
            "I want to diet",
        ] {
            assert_eq!(danger(text), None, "{text}");
        }
    }
}
