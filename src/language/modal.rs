//! What stands between who acts and what is done: "is *going to*", "has *got to*", "*would like to be able to*".

use super::head::starts_deed;
use super::lead_in::{Shape, shape};
use super::list::List;
use super::word::Words;

/// Words a verb follows at once; "wil" is how some write it.
pub(super) static MODALS: List = List::new(
    "will wil shall should would could can may might must i'll we'll he'll she'll they'll i'd we'd he'd she'd they'd gonna wanna gotta",
);
/// Words that lead to a verb by way of "to".
static LINKS: List = List::new(
    "is am are be being was has have i'm we're he's she's they're got going able about ready willing set due supposed expected \
    need needs want wants wanting like love hope hopes hoping wish wishes plan plans planning aim aims aiming mean means intend \
    intends try tries trying agree agrees choose chooses ought begin begins beginning start starts starting not",
);
/// How it is done, said before the verb.
static MANNER: List = List::new(
    "gradually successfully independently consistently safely regularly actively also always just really then soon finally both like",
);

/// Furthest from a first linking word to its "to".
const REACH: usize = 5;

/// Behind the words at `at` that only lead to a verb; `at` itself where none do.
pub(super) fn past_modals(words: &Words<'_>, mut at: usize) -> usize {
    loop {
        // "on 30 May 2027"
        let is_month = words.at(at) == "may" && words.written(at) != "may";
        let next = if is_month {
            at
        } else if MODALS.has(words.at(at)) || is_done(words, at) {
            at + 1
        } else {
            past_links(words, at)
        };
        if next == at {
            return at;
        }
        at = next;
        while MANNER.has(words.at(at)) && words.at(at + 1) != "to" {
            at += 1;
        }
    }
}

/// "is going to ride", "needs to drop": behind the "to", where a verb follows it.
fn past_links(words: &Words<'_>, at: usize) -> usize {
    let end = (at..at + REACH).find(|&at| !LINKS.has(words.at(at))).unwrap_or(at);
    let is_deed = |at| starts_deed(words, at) || shape(words, at) == Shape::Deed;
    let leads = at < end
        && words.at(end) == "to"
        && words.at(at) != "not"
        && (is_deed(end + 1) || !words.is_one_of(end - 1, "is are be was been got going set due"))
        && !words.is_one_of(end + 1, "the a an my our his her");
    if leads { end + 1 } else { at }
}

/// "have paid off", "has reduced": what is done follows, as it will then be.
fn is_done(words: &Words<'_>, at: usize) -> bool {
    words.is_one_of(at, "have has having")
        && (words.at(at + 1).ends_with("ed") && 4 < words.at(at + 1).len()
            || PAST.has(words.at(at + 1)))
}

/// Bent verbs without an ending.
static PAST: List = List::new(
    "paid made read written spoken cut quit shed begun done gone given kept met sent found built told taken put left lost got stuck \
    brought bought sold taught eaten drunk worn sat stood run swum ridden driven chosen fallen risen grown come become",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_leads_to_a_verb_is_passed_over() {
        for (text, expected) in [
            ("has got to be up", "be up"),
            ("is going to try to sew", "sew"),
            ("would really like to be able to dig", "dig"),
            ("needs to shrink", "shrink"),
            ("starts the car", "starts the car"),
            ("is going to school", "is going to school"),
            ("", ""),
        ] {
            let words = Words::new(text);
            let rest = text.get(words.place(past_modals(&words, 0)..words.len()));
            assert_eq!(rest, Some(expected));
        }
    }
}
