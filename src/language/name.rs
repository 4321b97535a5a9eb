//! Numbers that are no amounts: clock times, parts of names and of longer words, sizes of the task itself.

use super::instrument::Scale;
use super::list::{List, Phrases};
use super::number::number_at;
use super::unit::{PHYSICAL, look_up};
use super::word::Words;

/// Whether the number from `at` to `next` tells no amount.
pub(crate) fn is_no_amount(words: &Words<'_>, scale: &Scale, at: usize, next: usize) -> bool {
    is_clock(words, at, next)
        || is_numbered(words, scale, at, next)
        || is_inside_word(words, at)
        || is_chain(words, at)
        || (words.is_glued(next) && words.is_one_of(next, "st nd rd th"))
        || is_task(words, at)
        || is_size(words, at, next)
        || is_school_year(words, at)
        || at.checked_sub(2).is_some_and(|year| is_school_year(words, year))
        || is_age(words, at)
        || is_called(words, at)
}

/// Names of things that have a number in them.
static CALLED: Phrases = Phrases::new(
    "four square|high five|high fives|one on one|one - on - one|twenty questions|20 questions|nine to five|9 to 5|two - wheeler|24 / 7|9 - 1 - 1|one another|one by one|\
    one step at a time|one day at a time|two - way|five senses",
);

/// "four square", "24/7", "one another"
fn is_called(words: &Words<'_>, at: usize) -> bool {
    // "a 5k", not "10k steps"
    let is_run = words.at(at + 1) == "k" && words.is_glued(at + 1) && words.at(at + 2) != "steps";
    CALLED.at(words, at).is_some() || is_run
}

/// "a 4-inch block": so large is the thing itself.
fn is_size(words: &Words<'_>, at: usize, next: usize) -> bool {
    words.at(next) == "-"
        && words.is_glued(next)
        && look_up(&PHYSICAL, words.at(next + 1)).is_some()
        && words.is_one_of(at.saturating_sub(1), "a an the")
        && words.at(next + 2).starts_with(char::is_alphabetic)
}

/// "2026-27" from `at`.
pub(crate) fn is_school_year(words: &Words<'_>, at: usize) -> bool {
    words.at(at).len() == 4
        && words.at(at).starts_with("20")
        && words.is_one_of(at + 1, "- – /")
        && words.at(at + 2).len() == 2
        && words.at(at + 2).bytes().all(|byte| byte.is_ascii_digit())
}

/// "Client (15) will"
fn is_age(words: &Words<'_>, at: usize) -> bool {
    at < 5 && words.before(at) == "(" && words.at(at + 1) == ")"
}

/// "one-to-one", "Group2": the number belongs to a longer word.
fn is_inside_word(words: &Words<'_>, at: usize) -> bool {
    let is_letters = |back: usize| {
        at.checked_sub(back).is_some_and(|at| words.at(at).starts_with(char::is_alphabetic))
    };
    let opens = words.at(at + 1) == "-"
        && words.is_glued(at + 1)
        && words.at(at + 2) == "to"
        && words.at(at + 3) == "-";
    opens || (words.is_glued(at) && (is_letters(1) || (words.before(at) == "-" && is_letters(2))))
}

/// "4:30", "8 pm", "7:00-8:00".
fn is_clock(words: &Words<'_>, at: usize, next: usize) -> bool {
    let minutes =
        words.at(next) == ":" && words.is_glued(next) && number_at(words, next + 1).is_some();
    let after_colon = at.checked_sub(1).is_some_and(|before| {
        words.at(before) == ":" && words.is_glued(at) && words.is_glued(before)
    });
    // "no later than 7.40"
    let is_dotted = words.at(at).len() > 3
        && words.at(at).rsplit('.').next().is_some_and(|rest| rest.len() == 2 && rest < "60")
        && words.at(at).contains('.')
        && words.is_one_of(at.saturating_sub(1), "at by before until till than from after to")
        && (next == words.len() || words.is_one_of(next, ". , ; ) on and every each"));
    minutes
        || is_dotted
        || after_colon
        || words.is_one_of(next, "am pm a.m p.m o'clock")
        || words.phrase(next, "p . m").is_some()
        || words.phrase(next, "a . m").is_some()
}

/// "4-7-8 breathing"
fn is_chain(words: &Words<'_>, at: usize) -> bool {
    let number = |at: usize| number_at(words, at).is_some();
    let dash = |at: usize| words.at(at) == "-" && words.is_glued(at);
    let starts =
        |at: usize| number(at) && dash(at + 1) && number(at + 2) && dash(at + 3) && number(at + 4);
    [0, 2, 4].into_iter().filter_map(|back| at.checked_sub(back)).any(starts)
}

/// Things that are told apart by number.
static NUMBERED: List = List::new(
    "grade level step stage phase module modules unit chapter room tier part section item items page \
    aisle type dept ward bus route version goal objective age aged pod #",
);

/// A number that is part of a name: "Modules 4 and 5", "grade 3", "PHQ-9".
fn is_numbered(words: &Words<'_>, scale: &Scale, at: usize, next: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let name = words.written(before);
    // "the bus 3 times a week" is no line of that number.
    // "the bus 3 times a week" is no line of that number, "current level 4 min" no name.
    let is_name = NUMBERED.has(words.at(before))
        && !words.is_one_of(next, "times time x days nights min minutes %")
        && !words.is_one_of(before.saturating_sub(1), "current present baseline");
    let is_instrument = words.at(before) == "-"
        && words.is_glued(at)
        && words.is_glued(before)
        && before
            .checked_sub(1)
            .is_some_and(|first| words.written(first).chars().all(char::is_uppercase));
    let is_capital = 0 < before
        && name.chars().next().is_some_and(char::is_uppercase)
        && name.len() > 1
        && name.chars().all(char::is_alphabetic)
        && !scale.holds(before)
        && words.at(before) != "i";
    is_name
        || is_instrument
        || (is_capital
            && words.at(at).starts_with(|c: char| c.is_ascii_digit())
            && words.is_one_of(at + 1, "and , . "))
}

/// A number of the task itself: "given 20 words", "a 2-step instruction".
fn is_task(words: &Words<'_>, at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |at| words.at(at));
    matches!(back(1), "given" | "presented")
        || (back(1) == "with" && back(2) == "presented")
        || (back(1) == "of" && matches!(back(2), "sample" | "list" | "set"))
}
