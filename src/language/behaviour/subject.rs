//! What is said before the verb: what moves by itself, and what an "it" further on points at.

use std::ops::Range;

use super::past_small;
use crate::language::clause::{NOW, PERSONS, ROLES, past_front};
use crate::language::direction::{COMPARED, done};
use crate::language::head::{Head, is_third_person};
use crate::language::lexicon::plain;
use crate::language::number::number_at;
use crate::language::turn::is_move;
use crate::language::unit::{PHYSICAL, look_up, per_at};
use crate::language::word::Words;

/// "Rows over money down from 3 a week", "My headaches will drop by half".
pub(in crate::language) fn is_subject(words: &Words<'_>, lead: usize, head: Head) -> bool {
    let is_bent = |at: usize| done(words, at).is_some() && plain(words.at(at)) != words.at(at);
    if head.is_verb && lead < head.at {
        let next = head.at + 1;
        return match words.at(head.at) {
            "be" | "is" | "are" => {
                words.is_one_of(next, "down up cut below under above")
                    || is_bent(next)
                    || words.is_one_of(lead, COMPARED)
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
    // "I bet", "Mrs Lee walks": the verb behind who acts
    let is_named = |at: &usize| {
        is_third_person(words.at(*at))
            && !words.is_one_of(*at, "is has")
            && (ROLES.has(words.before(*at))
                || clause + 1 < *at && words.written(*at - 1).starts_with(char::is_uppercase))
    };
    let verb = if PERSONS.has(words.at(clause)) {
        Some(clause + 1)
    } else {
        (clause + 1..clause + 4).find(is_named)
    };
    let mut thing = past_small(words, verb.map_or(clause, |verb| verb + 1));
    if words.is_one_of(thing, "about around roughly") {
        thing = past_small(words, thing + 1);
    }
    // "I bet 3 times a week", "She weighs herself": what is done, where nothing is counted
    let is_deed = number_at(words, thing).is_some()
        || look_up(&PHYSICAL, words.at(thing)).is_some()
        || words.at(thing).ends_with("self")
        || words.is_one_of(
            thing,
            "twice once for to at on in with together out up down off over every each",
        );
    let start = if is_deed { verb.unwrap_or(clause) } else { thing };
    let ends = |at: &usize| {
        words.is_one_of(
            *at,
            ", . ; : — – ( twice once for is are was were stood stands sits sat runs ran averages averaged happen happens occur occurs last lasts",
        ) || words.is_one_of(*at, "- and") && !words.is_glued(*at)
            || NOW.at(words, *at).is_some()
            || number_at(words, *at).is_some() && !words.is_glued(*at)
            || per_at(words, *at).is_some()
    };
    let end = (start + 1..words.len()).find(ends)?;
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::language::behaviour::tests::check;

    #[test]
    fn what_moves_is_said_before_its_verb() {
        check("My sugar cravings need to shrink", "sugar cravings");
        check("her pain score should fall below 3", "pain score");
        check("Sitting balance will get better for Ada.", "Sitting balance");
        check("Make all this dread fade", "dread");
        check("Ada will go to bed", "go to bed");
        check("Talking time is to be built up by May", "Talking time");
        check("Crying in class - reduce", "Crying in class");
        check("Less teasing is to be heard", "teasing");
        check("Nail biting has come down to twice a week", "Nail biting");
    }

    #[test]
    fn what_is_pointed_at_is_said_first() {
        check("That knot in my stomach, I want it to go away", "That knot in my stomach");
        check("Now I bet 3 times a week. In a month I want to have quit.", "bet");
        check("She pinches herself most days; bring this down to one", "pinches herself most days");
        check("Pt's weight stood at 90 kg, get that down below 80 kg", "weight");
        check("Mrs Lee walks 20 feet now - push this up to 60 feet", "walks");
        check("We sing every Sunday and this should go up to 3 a week", "sing");
        check("Rows happen 5 times a week. These are to drop to once a week", "Rows");
        check("Nagging: every day now, get it down to once a week.", "Nagging");
    }
}
