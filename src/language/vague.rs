//! Words that let two people think of different things: feelings as outcomes, evaluators, loose times and amounts.

use std::ops::Range;

use super::lexicon::STATES;
use super::list::{List, Phrases, is_in};
use super::word::Words;

/// Judgements without a yardstick, as adverb or adjective.
static EVALUATORS: List = List::new(
    "better good healthy healthier appropriate appropriately effective effectively \
    adequate adequately positive positively productive productively successful successfully normal normally \
    meaningful meaningfully enjoyable realistic realistically safe safely clear clearly functional functionally \
    restful optimum optimal excessive excessively unreasonable overwhelming overwhelmed calmly fairly peacefully \
    nicely honestly relaxed deep deeply undue great properly well smoothly respectfully politely kindly reasonable \
    reasonably efficiently efficient inappropriate inappropriately unhealthy unproductive unrealistic ineffective \
    unsafe constructive constructively satisfactory sensible proper harmonious pleasant pleasantly peaceful loving \
    supportive honest fair polite respectful responsibly responsible maturely mature suitable suitably unhurried gently patiently bravely openly fully",
);
/// Times nobody can look up.
static LOOSE_TIMES: Phrases = Phrases::new(
    "earlier|late|immediately|right away|soon|sooner|later|promptly|at once|early|quickly|someday|asap|timely|in time|straight away",
);
/// Amounts nobody can count.
static LOOSE_AMOUNTS: Phrases = Phrases::new(
    "regular|regularly|consistent|consistently|significantly|significant|gradually|\
    over time|as tolerated|minimal|minimally|limited|enough|as able|often|frequently|occasionally|sometimes|a lot|a bit|as needed|\
    substantially|considerably|sufficient|sufficiently|several|as possible|mostly|somewhat|usually|excess|moderately|rarely",
);
/// Verbs nobody can watch, with their bends.
static UNSEEN: Phrases = Phrases::new(
    "manage|manages|managing|cope|copes|coping|deal with|deals with|dealing with|explore|explores|\
    exploring|process|processes|processing|resolve|resolves|resolved|resolving|address|addresses|addressing|work on|\
    works on|working on|work toward|work towards|works toward|working toward|working towards|learn about|learns about|\
    learning about|gain insight|gains insight|gaining insight|gain insights|take steps|takes steps|taking steps|\
    tackle|tackles|tackling|work through|works through|working through|get over|come to terms with|handle|handles|handling|issues|issue|things|stuff",
);
/// Words of change that say nothing where no number measures it.
static CHANGE: List = List::new(
    "improve improves improving improved enhance enhances enhancing enhanced normalise normalize",
);
/// Feelings that count only as the outcome ("be calm"), not as the situation ("a calm corner").
static FEELINGS: List = List::new(
    "calm chill happy confident comfortable satisfied content fine okay ok alright glad hopeful cheerful",
);
/// A feeling or a judgement compared with itself.
static COMPARED: List = List::new(
    "better happier calmer stronger closer healthier safer braver friendlier kinder nicer fitter",
);
/// Fixed names, in which no word is judged.
static FIXED: Phrases = Phrases::new(
    "coping skills|coping skill|coping strategies|coping strategy|coping tools|coping tool|\
    coping cards|coping card|coping plan|coping statements|anger management|stress management|time management|\
    sleep quality|quality of life|well - being|good night|good morning|case management|problem solving|deep breathing|\
    deep breaths|deep breath|deep - breathing|process group|safe place|for good|as well|as well as|social worker|\
    steer clear|clear of|clear away|clear up|clear out|no later than|not later than|no more than|no less than|no fewer than|how often|early childhood|early morning|\
    late brother|late sister|late mother|late father|late husband|late wife|late mum|late mom|late dad|three things|two things|four things|five things|the address|my address|email address|home address|best friend",
);
/// Adjectives about people whose ending does not give them away.
static ADJECTIVES: List = List::new(
    "grumpy social open honest moody clingy shy bossy touchy withdrawn reactive engaged connected supported \
    accepted stressed encouraging trusting caring outgoing forgiving",
);
/// Nouns and adverbs of frequency that end like adjectives or adverbs of manner.
static NO_MANNER: List = List::new("family daily weekly monthly early");

/// Whether a number measures what the goal is about, so that "improve" and "more" leave nothing open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measured {
    Yes,
    No,
}

/// The places of the vague words, in reading order.
pub(crate) fn vague_terms(words: &Words<'_>, measured: Measured) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let is_quoted = words.before(at) == "“" && words.at(at + 1) == "”";
        let taken = if let Some(fixed) = FIXED.at(words, at).or(is_quoted.then_some(1)) {
            at += fixed;
            continue;
        } else {
            term_at(words, at, measured)
        };
        if 0 < taken {
            found.push(at..at + taken);
        }
        at += taken.max(1);
    }
    found
}

/// The pieces of the vague term at `at`, 0 if none is there.
fn term_at(words: &Words<'_>, at: usize, measured: Measured) -> usize {
    let (word, next) = (words.at(at), words.at(at + 1));
    let is_compound = next == "-" && words.is_glued(at + 1);
    // "quality time" is nobody's measure, whatever is counted of it.
    if word == "quality" && is_in("time sleep rest", next) {
        return 1;
    }
    if matches!(word, "feel" | "feels" | "feeling" | "felt") {
        // "feel happier", "feel heard"
        let is_met = is_in(
            "heard seen rested valued supported understood accepted included respected loved wanted appreciated",
            next,
        );
        if COMPARED.has(next) || is_met {
            return 2;
        }
        if next == "like" && words.at(at + 2) == "a" {
            return 4;
        }
    }
    if matches!(word, "more" | "less" | "fewer" | "greater" | "better") {
        return comparison(words, at, measured);
    }
    // "a lot more": one measure
    if word == "a" && words.is_one_of(at + 2, "more less better fewer greater") {
        return 0;
    }
    if CHANGE.has(word) {
        return usize::from(measured == Measured::No);
    }
    if let Some(taken) =
        [&LOOSE_TIMES, &LOOSE_AMOUNTS, &UNSEEN].iter().filter_map(|list| list.at(words, at)).max()
    {
        return taken;
    }
    let is_outcome = FEELINGS.has(word) && is_outcome(words, at) && !is_compound;
    let is_compared = COMPARED.has(word)
        && next != "than"
        && !words.is_one_of(at.wrapping_sub(1), "or no and not");
    usize::from(is_outcome || is_compared || (EVALUATORS.has(word) && !is_compound))
}

/// "more confident", "less on edge": the whole phrase of a feeling; "better sleep", "less stress": the one word.
fn comparison(words: &Words<'_>, at: usize, measured: Measured) -> usize {
    let (word, next) = (words.at(at), words.at(at + 1));
    if next == "than" || matches!(words.before(at), "or" | "no" | "not" | "any") {
        return 0;
    }
    if word == "better" {
        return 1;
    }
    if words.phrase(at + 1, "on edge").is_some() {
        return 3;
    }
    let is_manner = next.ends_with("ly") && !NO_MANNER.has(next);
    if STATES.has(next) || EVALUATORS.has(next) || is_manner || is_adjective(next) {
        return 2;
    }
    usize::from(measured == Measured::No || !next.starts_with(char::is_alphabetic))
}

/// An adjective, by its ending where the list does not hold it.
fn is_adjective(word: &str) -> bool {
    let ends = |ending: &str| 5 < word.len() && word.ends_with(ending);
    "ful ous ive able ible less".split(' ').any(ends) || ADJECTIVES.has(word)
}

/// Whether a feeling is what is wished for, not where it happens.
fn is_outcome(words: &Words<'_>, at: usize) -> bool {
    let leads =
        |at: usize| is_in("be feel become stay remain being feeling seem keep more", words.at(at));
    (1..4).filter_map(|back| at.checked_sub(back)).any(leads)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feeling_that_others_give_is_a_whole_phrase() {
        for (text, expected) in [
            ("feel heard by my sister", &["feel heard"][..]),
            ("a lot more quiet time", &["more"]),
            ("steer clear of the bar", &[]),
        ] {
            let words = Words::new(text);
            let found = vague_terms(&words, Measured::No);
            let found: Vec<_> =
                found.into_iter().filter_map(|place| text.get(words.place(place))).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
