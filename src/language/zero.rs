//! Words that set the level at none: "no", "quit", "free of", and where they do not.

use super::lexicon::STATES;
use super::list::{List, Phrases, is_in};
use super::word::Words;

/// Verbs and phrases after which nothing of the thing named is left.
static ENDING: Phrases = Phrases::new(
    "stop|quit|give up|giving up|eliminate|eliminating|refrain|refrain from|refrains from|abstain|\
    abstain from|abstains from|abstinence|abstinent|sober|sobriety|stay off|stays off|remain off|remains off|keep off|keeps off|neither of us|neither one of us|giving them up|giving it up|give them up|give it up|free of|free from|\
    never|stopping|quitting|zero|no|none|without|don't want|don't wanna|dont want|dont wanna|cease|stop all|get rid of|no \
    longer|clean from|stay clean|stays clean|staying clean|remain clean|remains clean|abst|abst .|swear off|put an end to|puts an end to|an end to|do away with|cut out|\
    will not be|won't be|done|done with|lay off|kick the|not a single|not one",
);
/// After "no", these make a comparison, an emphasis or a level of help, not a zero.
static NO_ZERO: List = List::new(
    "more less fewer later longer lower higher matter one help assistance support prompts prompting cues cueing \
    reminders supervision problem excuses doubt idea adult staff rail walker cane equipment device shorter greater earlier nobody",
);
/// After "without", a thing to hold on to or somebody to lean on is help, not an event.
static HELP: List = List::new(
    "a an the holding using help assistance support mum mom dad any prompts prompting cues cueing reminders being his her \
    their my adult staff supervision needing having leaving looking fear nobody anyone",
);

/// The zero at `at`, and the pieces it takes.
pub(crate) fn zero_at(words: &Words<'_>, at: usize) -> Option<usize> {
    if stays_free(words, at) {
        return Some(1);
    }
    let taken = ENDING.at(words, at)?;
    let next = words.at(at + taken);
    let is_zero = match words.at(at) {
        // "no more than two" sets a limit, "no more sarcasm" an end.
        "no" if words.is_one_of(at.saturating_sub(1), "say says saying") => return None,
        // "I don't cry no more when": said of what came before.
        "no" if words.at(at + 1) == "more"
            && words.is_one_of(at + 2, "when if while at in on by and or cos because")
            && (0..at).any(|at| words.at(at) != "no" && zero_at(words, at).is_some()) =>
        {
            return None;
        }
        // "done arguing", not "get it done"
        "done" => next.ends_with("ing") || words.at(at + 1) == "with",
        "no" if words.at(at + 1) == "more" => {
            return (words.at(at + 2).starts_with(char::is_alphabetic)
                && words.at(at + 2) != "than")
                .then_some(2);
        }
        "no" | "zero" if words.at(at + 1) != "longer" => {
            !NO_ZERO.has(next) && next.starts_with(char::is_alphabetic) && !words.is_glued(at + 1)
        }
        "without" => next.ends_with("ing") && !HELP.has(next),
        "stop" | "stopping" => {
            !matches!(next, "at" | "for" | "if" | "when" | "and" | "sign" | "by" | "to" | "," | ".")
                && !matches!(words.before(at), "to" | "and")
                || words.before(at) == "to" && at < 8 && next.ends_with("ing")
        }
        "no" if words.at(at + 1) == "longer" => at < 6,
        "never" => next != "mind",
        "free" => words.before(at) != "-",
        _ => true,
    };
    // These say it without naming what is left off.
    let stands_alone = words.is_one_of(at, "sober sobriety abstinent abstinence");
    (is_zero && (stands_alone || !next.is_empty())).then_some(taken)
}

/// "stay seizure free", "remain smoke-free"
fn stays_free(words: &Words<'_>, at: usize) -> bool {
    let stem = at.saturating_sub(1 + usize::from(words.before(at) == "-"));
    words.at(at) == "free"
        && words.is_one_of(
            stem.saturating_sub(1),
            "stay stays staying stayed remain remains remaining keep keeps keeping kept be been being",
        )
        && words.at(stem).len() > 3
}

/// Whether what a zero is set on is a state or a feeling, which cannot be counted.
pub(crate) fn is_inner(words: &Words<'_>, from: usize) -> bool {
    static INNER: List = List::new(
        "anxiety stress worry fear sadness depression anger mood guilt shame hopelessness loneliness feel feeling feelings \
        scared anxious worried sad down late mistrust jealousy hopeless self insecurity grief tension nerves nervousness overwhelm",
    );
    let is_named = words.at(from) == "self" && words.at(from + 1) == "-";
    (from + usize::from(is_named)..from + 5)
        .take_while(|&at| !words.is_one_of(at, ", . ; and by for"))
        .any(|at| {
            INNER.has(words.at(at))
                || (STATES.has(words.at(at))
                    && !is_in("good great well free present whole fine", words.at(at)))
        })
}
