//! What changes or is done: the words of a goal without who acts, which way it goes, how much and by when.

mod end;
mod subject;

pub(super) use end::end_of_help;
use end::{MOVES, end};
use subject::antecedent;
pub(super) use subject::is_subject;

use std::ops::Range;

use super::calendar::time_unit;
use super::comparator::{AFTER, BEFORE, Comparator, comparator_at};
use super::direction::{COMPARED, change, change_noun, end_in_view};
use super::lexicon::{self, stem};
use super::list::{List, Phrases, is_in};
use super::modal::past_modals;
use super::number::number_at;
use super::reading::Reading;
use super::turn::{caused, is_move, turn_at};
use super::unit::{PHYSICAL, look_up};
use super::word::Words;
use super::zero::zero_at;

/// Ways to say more, less or on: what they are about follows.
static CHANGES: Phrases = Phrases::new(
    "free of|refrain from|refrains from|abstain from|abstains from|get down to|get back to|go back to|continues to|learn to|learns to|learn how to|get the hang of|get into the habit of|get used to|\
    no more|no longer|lose weight|take part in more|work on being|work on",
);
/// Words for a change that belong to what is done ("stay in school", "happier at home").
static PART_OF_IT: List = List::new(
    "stay stays staying remain remains remaining hold keep keeps keeping closer happier healthier stronger calmer safer \
    nicer friendlier braver kinder never up down lose losing loses",
);
/// Between a change and what changes.
static HOLDERS: Phrases = Phrases::new(
    "gains in|a reduction in|reduction in|increase in|decrease in|improvement in|improvements in|the level of|level of|\
    levels of|the number of|number of|the number of times i|number of times i|number of times we|number of times|the amount of|amount of|the frequency of|frequency of|how often i|how often we|how much i",
);
/// Small words between a change and what changes.
static SMALL: List =
    List::new("my his her their our your the all any full a an some this these those lot bit");
/// Verbs that only hold a "more" or a "less".
static HOLDS: List = List::new(
    "be being become feel feeling felt have having get getting show demonstrate display exhibit experience report describe voice voices verbalise verbalize spend",
);
/// Verbs of saying, behind which what is said counts.
static SAYS: List = List::new(
    "describe describes state states report reports voice voices verbalise verbalize express show shows tell tells",
);

/// Whether something changes or is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Change,
    /// What it happens to was said first.
    Move,
    Deed,
}

/// The pieces that say it; `None` when nothing does.
pub(crate) fn behaviour(words: &Words<'_>, reading: &Reading) -> Option<Range<usize>> {
    let (mut start, way) = start(words, reading);
    let head = words.head();
    let points = |at| words.is_one_of(at, "it them that this these those they");
    let is_pointed = points(start) && way != Way::Deed
        || points(head.at + 1) && words.is_one_of(head.at + 2, "up down")
        || is_move(words, head.at)
            && (points(head.clause) && past_modals(words, head.clause + 1) == head.at
                || points(head.clause.wrapping_sub(2)))
        || change(words, head.at).is_some()
            && (!is_word(words, head.at + 1) || words.is_one_of(head.at + 1, "to by from over in"))
            && 0 < head.clause
            && way != Way::Move;
    if is_pointed && let Some(found) = antecedent(words) {
        return Some(found);
    }
    // "calmly play", "a walk", "my gaming", "in confidence"
    while (SMALL.has(words.at(start)) || words.is_one_of(start, "every in excessive full only"))
        && is_word(words, start + 1)
        || is_in("calmly independently safely quietly successfully", words.at(start))
            && lexicon::is_verb(&stem(words.at(start + 1)))
    {
        start += 1;
    }
    let end = end(words, reading, start, way);
    let kept = (start..end).rev().find(|&at| words.is_glued(at) || !is_loose_end(words.at(at)))?;
    Some(start..kept + 1)
}

/// Where it starts, and whether it changes or is done.
fn start(words: &Words<'_>, reading: &Reading) -> (usize, Way) {
    let head = words.head();
    let lead = head.clause;
    if let Some((_, next)) = change_noun(words, head) {
        return (past_small(words, next), Way::Change);
    }
    if is_subject(words, lead, head) {
        let is_small = |at| SMALL.has(words.at(at)) || words.is_one_of(at, COMPARED);
        let first = (lead..head.at.max(lead + 1))
            .find(|&at| !is_small(at) && !words.at(at).ends_with("'s"));
        return (first.unwrap_or(lead), Way::Move);
    }
    // "use a card to cut drinking days from 5 to 1"
    if let Some((_, next)) = end_in_view(words, head.at)
        && !MOVES.has(words.at(next - 1))
    {
        return (past_small(words, next), Way::Change);
    }
    let mut way = Way::Deed;
    let mut at = past_saying(words, head.at);
    // "I see my gran once a month, I'd like it to be twice"
    if words.is_one_of(0, "i we")
        && (reading.baseline.is_some() && lexicon::is_verb(words.at(1))
            || words.at(1) == "currently")
    {
        at = 1 + usize::from(words.at(1) == "currently");
    }
    if caused(words, at).is_some() {
        return (past_small(words, at + 1), Way::Move);
    }
    // "be talking"
    if words.is_one_of(at, "be being is are i'm we're")
        && words.at(at + 1).strip_suffix("ing").is_some_and(lexicon::is_verb_stem)
    {
        at += 1;
    }
    // "give them up"
    if words.at(at).starts_with("giv") && words.at(at + 2) == "up" {
        return (at + 1, Way::Change);
    }
    // "spend 15 minutes choosing clothes"
    let spent = [&reading.target, &reading.baseline].into_iter().flatten().find(|found| {
        words.is_one_of(at, "spend spends") && (at + 1..at + 3).contains(&found.place.start)
    });
    if let Some(next) = spent.map(|found| found.place.end)
        && words.at(next).ends_with("ing")
    {
        at = next;
    }
    if lead == 0 && words.at(0) == "no" && at == 0 {
        at = CHANGES.at(words, 0).unwrap_or(1);
        way = Way::Change;
    }
    if words.is_one_of(at, "have has")
        && words.at(at + 1) == "no"
        && zero_at(words, at + 1).is_some()
    {
        return (at + 2, Way::Change);
    }
    if !head.is_verb {
        let compared = comparator_at(&BEFORE, words, at).map_or(0, |(_, taken)| taken);
        if number_at(words, at + compared).is_some() {
            at = past_small(words, at);
        }
    }
    for _ in 0..4 {
        let next = past_change(words, reading, at);
        if next == at {
            break;
        }
        at = past_small(words, next);
        way = Way::Change;
    }
    (at, way)
}

/// "describe dozing", "show that he can carry out".
fn past_saying(words: &Words<'_>, at: usize) -> usize {
    if !SAYS.has(words.at(at)) {
        return at;
    }
    // "tells staff she rests"
    let told = (at + 2..at + 5).find(|&who| words.is_one_of(who, "he she"));
    if let Some(who) = told
        && words.at(at).starts_with("tell")
        && words.at(who + 1).ends_with('s')
        && !words.is_one_of(who - 1, "how what why when where if")
    {
        return who + 1;
    }
    let who = at + 1 + usize::from(words.at(at + 1) == "that");
    if words.is_one_of(who, "he she they i") && words.is_one_of(who + 1, "can could is are will")
        || words.at(at + 1) == "that" && words.is_one_of(at + 3, "can could is will")
    {
        return who + 2;
    }
    let next = words.at(at + 1);
    if next.strip_suffix("ing").is_some_and(|stem| 2 < stem.len()) { at + 1 } else { at }
}

/// Behind one word of change at `at`; `at` itself where none stands.
fn past_change(words: &Words<'_>, reading: &Reading, at: usize) -> usize {
    let word = words.at(at);
    if let Some(taken) = CHANGES.at(words, at) {
        // What is worked on stays unnamed as a deed of its own.
        let is_named =
            word == "work" && words.at(at + 2) != "being" && change(words, at + 2).is_none();
        return if is_named { at } else { at + taken };
    }
    if let Some((_, taken)) = turn_at(words, at).filter(|(_, taken)| is_word(words, at + taken)) {
        return at + taken;
    }
    let is_done = word == "have" && words.at(at + 1) == "brought";
    if (is_done || is_in("bring bringing get getting take", word)) && falls(words, at) {
        return at + 1 + usize::from(is_done);
    }
    if is_in("change shift", word) && reading.direction.is_none() {
        return at + 1;
    }
    if is_in("report reports", word)
        && is_word(words, at + 1)
        && !words.is_one_of(at + 1, "to on back")
    {
        return at + 1;
    }
    if word.starts_with("keep") && is_limit(reading) {
        return at + 1;
    }
    if HOLDS.has(word) {
        // "voice and show more hope"
        if words.is_one_of(at + 1, "and + & /") && HOLDS.has(words.at(at + 2)) {
            return at + 2;
        }
        // "be a better person"
        if is_in("be being become", word) && words.phrase(at + 1, "a better").is_some() {
            return at;
        }
        let next = (at + 1..at + 4)
            .find(|&at| !words.is_one_of(at, "a much bit little lot some to"))
            .unwrap_or(at + 1);
        if words.is_one_of(next, COMPARED) && is_word(words, next + 1) {
            return next + 1;
        }
        let next = at + 1 + usize::from(words.is_one_of(at + 1, "a an"));
        let is_er = PART_OF_IT.has(words.at(next)) && words.at(next).ends_with('r');
        let is_state = is_in("be being feel feeling become", word);
        return if is_state && is_er { next } else { at };
    }
    // "keep calling my sponsor", "calmer mornings"
    let is_kept = matches!(word, "keep" | "keeps")
        && !words.is_one_of(at + 1, "off up down in to out a on going");
    let is_ready = word.ends_with('r')
        && PART_OF_IT.has(word)
        && is_word(words, at + 1)
        && !words.is_one_of(at.wrapping_sub(1), "a an")
        && !words.is_one_of(at + 1, "at in with and or about when to from on of for please");
    if is_kept || is_ready && word != "never" {
        return at + 1;
    }
    let is_change = change(words, at).is_some()
        || word == "avoid"
        || is_in("bring push nudge pushed brought raise", word) && falls(words, at);
    if is_change && !PART_OF_IT.has(word) && is_word(words, at + 1) { at + 1 } else { at }
}

/// "get it down", "get arguments down to two".
fn falls(words: &Words<'_>, at: usize) -> bool {
    (at + 1..at + 24)
        .take_while(|&at| !words.is_one_of(at, ". ;"))
        .any(|at| words.is_one_of(at, "down up") && words.is_one_of(at + 1, "to from by"))
}

/// Whether the level wanted is a limit: "keep tantrums under 10 minutes".
fn is_limit(reading: &Reading) -> bool {
    reading.target.as_ref().is_some_and(|found| {
        matches!(found.quantity.comparator, Comparator::Below | Comparator::AtMost)
    })
}

/// Behind the small words and the number between a change and what changes.
fn past_small(words: &Words<'_>, mut at: usize) -> usize {
    loop {
        let before = at;
        if SMALL.has(words.at(at)) && is_word(words, at + 1) {
            at += 1;
        }
        // "pt's despair"
        if words
            .is_one_of(at, "pt's patient's client's student's pupil's learner's resident's child's")
        {
            at += 1;
        }
        at += HOLDERS.at(words, at).unwrap_or(0);
        let compared = comparator_at(&BEFORE, words, at).map_or(0, |(_, taken)| taken);
        let compared = compared + usize::from(0 < compared && words.at(at + compared) == ".");
        if let Some((_, taken)) = number_at(words, at + compared) {
            let next = at + compared + taken;
            let next = next + comparator_at(&AFTER, words, next).map_or(0, |(_, taken)| taken);
            if words.at(next) == "%" {
                let rest = words.longest(next + 1, "or better on|or more of|on|of|in").unwrap_or(0);
                at = next + 1 + rest;
            } else if time_unit(words.at(next)).is_some() && words.at(next + 1) == "of" {
                return at + compared;
            } else if look_up(&PHYSICAL, words.at(next)).is_some()
                && (words.at(next + 1) == "of"
                    || words.is_one_of(next + 1, "round around off from in on")
                        && SMALL.has(words.at(next + 2)))
            {
                at = next + 2;
            } else if is_word(words, next) && !words.is_one_of(next, "to or times a x") {
                at = next;
            }
        }
        if at == before {
            return at;
        }
    }
}

fn is_word(words: &Words<'_>, at: usize) -> bool {
    words.at(at).starts_with(|c: char| c.is_alphanumeric() || c == '[' || c == '(')
        && !words.is_one_of(at, "than often")
}

/// Words on which nothing ends.
fn is_loose_end(word: &str) -> bool {
    matches!(
        word,
        "," | "."
            | ";"
            | ":"
            | "!"
            | "?"
            | "-"
            | "–"
            | "—"
            | "("
            | "“"
            | "\""
            | "and"
            | "or"
            | "but"
            | "a"
            | "an"
            | "the"
            | "to"
            | "of"
            | "from"
            | "by"
            | "at"
            | "with"
            | "about"
            | "less"
            | "more"
    )
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::language::reading::read;

    #[track_caller]
    pub(super) fn check(text: &str, expected: &str) {
        let words = Words::new(text);
        let found = behaviour(&words, &read(&words));
        assert_eq!(found.and_then(|at| text.get(words.place(at))), Some(expected), "{text}");
    }

    #[test]
    fn what_is_done_stands_without_how_often_and_by_when() {
        check("The client will call her sister twice a week by June 1.", "call her sister");
        check("I want to ride the bus 3 times a week", "ride the bus");
        check(
            "Amira will name three people she can ring at night.",
            "name three people she can ring at night",
        );
        check("Swim for half an hour on Fridays", "Swim");
    }

    #[test]
    fn what_changes_stands_without_the_change() {
        check("Reduce my panic attacks from 5 to 1 a week", "panic attacks");
        check("I want to be more patient", "patient");
        check("feel less lonely", "lonely");
        check("Shouting at breakfast down from 4 a week to 1", "Shouting at breakfast");
        check("cut three cigarettes a day", "cigarettes");
    }

    #[test]
    fn what_is_wished_for_stands_without_the_wishing() {
        check("What I'm going for is ringing a friend twice a week", "ringing a friend");
        check("My one wish for spring is to swim", "swim");
        check("It is hoped that Ada dives", "dives");
        check("Ada has got to try to knit", "knit");
        check("I'm done with slamming doors", "slamming doors");
        check("More baking together is what we'd like", "baking together");
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        let words = Words::new("");
        assert_eq!(behaviour(&words, &read(&words)), None);
    }
}
