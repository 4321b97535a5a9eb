//! What is said before the verb: what moves by itself, and what an "it" further on points at.

use std::ops::Range;

use super::past_small;
use crate::language::clause::{NOW, PERSONS, ROLES, past_front};
use crate::language::direction::change;
use crate::language::head::Head;
use crate::language::number::number_at;
use crate::language::turn::is_move;
use crate::language::unit::per_at;
use crate::language::word::Words;

/// "Rows over money down from 3 a week", "My headaches will drop by half".
pub(super) fn is_subject(words: &Words<'_>, lead: usize, head: Head) -> bool {
    let is_bent = |at: usize| change(words, at).is_some() && words.at(at).ends_with("ed");
    if head.is_verb && lead < head.at {
        let next = head.at + 1;
        return match words.at(head.at) {
            "be" | "is" | "are" => {
                words.is_one_of(next, "down up halved cut below under above")
                    || is_bent(next)
                    || (next..next + 3).any(|at| words.is_one_of(at, "lower higher"))
            }
            "stay" | "stays" | "remain" | "remains" => {
                words.is_one_of(next, "at under below above")
                    && (next + 1..next + 4).any(|at| number_at(words, at).is_some())
            }
            _ => is_move(words, head.at),
        } && !PERSONS.has(words.at(lead))
            && !ROLES.has(words.at(lead));
    }
    !head.is_verb
        && (lead + 1..lead + 10).any(|at| {
            (words.is_one_of(at, "down up reduced lowered increased raised decreased")
                && words.is_one_of(at + 1, "by to from"))
                || words.is_one_of(at, "restored kept") && lead < at
        })
}

/// What "it" or "them" at the end points at: what was said first.
pub(super) fn antecedent(words: &Words<'_>) -> Option<Range<usize>> {
    let clause = past_front(words, NOW.at(words, 0).unwrap_or(0));
    let verb = usize::from(PERSONS.has(words.at(clause)));
    let thing = past_small(words, clause + 2 * verb);
    let thing = if words.is_one_of(thing, "about around roughly") {
        past_small(words, thing + 1)
    } else {
        thing
    };
    // "I bet 3 times a week": what is done, where nothing is counted
    let start = if number_at(words, thing).is_some() { clause + verb } else { thing };
    let ends = |at: &usize| {
        words.is_one_of(*at, ", . ; : — is are (")
            || number_at(words, *at).is_some()
            || per_at(words, *at).is_some()
    };
    let end = (start + 1..words.len()).find(ends)?;
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::language::behaviour::behaviour;
    use crate::language::reading::read;
    use crate::language::word::Words;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words = Words::new(text);
        let found = behaviour(&words, &read(&words));
        assert_eq!(found.and_then(|at| text.get(words.place(at))), Some(expected), "{text}");
    }

    #[test]
    fn what_moves_is_said_before_its_verb() {
        check("My sugar cravings need to shrink", "sugar cravings");
        check("her pain score should fall below 3", "pain score");
        check("Sitting balance will get better for Ada.", "Sitting balance");
        check("Make all this dread fade", "dread");
        check("Ada will go to bed", "go to bed");
    }

    #[test]
    fn what_is_pointed_at_is_said_first() {
        check("That knot in my stomach, I want it to go away", "That knot in my stomach");
        check("Now I bet 3 times a week. In a month I want to have quit.", "bet");
        check("Nagging: every day now, get it down to once a week.", "Nagging");
    }
}
