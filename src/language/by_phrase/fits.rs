//! Whether a preposition and the time after it say by when, or something else.

use std::ops::Range;

use super::super::calendar::{month, weekday};
use super::super::deadline::By;
use super::super::event::{comes_round, counted_at};
use super::super::number::{Number, number_at};
use super::super::unit::per_at;
use super::super::word::Words;
use super::{Between, Mark, RUNS};

/// Whether a preposition and a time belong together, and mean an end.
pub(super) fn fits(
    words: &Words<'_>,
    at: usize,
    between: &Between<'_>,
    by: By,
    object: Range<usize>,
) -> bool {
    let lead = between.lead;
    let after = object.end;
    // "up to 4 weeks" tells how long; "up to the review" tells by when.
    if lead == "up" && !matches!(by, By::Event(..)) {
        return false;
    }
    match by {
        By::In(number, _) => {
            let is_bare_unit = object.len() == 1;
            // "three times in a week": how often.
            let is_per = lead == "in"
                && is_bare_unit
                && between.has(Mark::One)
                && is_counted_before(words, at);
            let is_run = RUNS.at(words, after).is_some() || is_per_after(words, after);
            let takes_length = !matches!(lead, "on" | "at" | "this" | "come");
            let next_alone = lead == "next" && !is_bare_unit && number == Number::whole(1);
            let is_window = words.is_one_of(after, "windows blocks spans intervals");
            // "at the 4-month review"
            let is_named = lead == "at"
                && words.is_one_of(after, "review follow check mark eval recert visit assessment");
            (takes_length || is_named)
                && !is_window
                && !is_per
                && !is_run
                && !next_alone
                && !words.is_one_of(after, "old -")
        }
        // Within one occasion: "by the end of the day".
        By::EndOf(unit) | By::EndOfNext(unit) => {
            unit != "day" && (between.has(Mark::End) || !matches!(lead, "on" | "at" | "x"))
        }
        By::OnWeekday(_) | By::NextWeekday(_) => {
            let is_lead = matches!(
                lead,
                "by" | "on" | "this" | "next" | "before" | "until" | "till" | "come" | "no" | "due"
            );
            let goes_on = words.is_one_of(after, "and - – to through / , &")
                && weekday(words.at(after + 1)).is_some();
            let is_habit = words.longest(after, "of every|of each|of the month").is_some();
            is_lead
                && !is_habit
                && !goes_on
                && !words.is_one_of(after, "nights mornings evenings afternoons")
        }
        By::On(named) if named.day.is_none() => {
            matches!(
                lead,
                "by" | "before"
                    | "until"
                    | "till"
                    | "til"
                    | "b"
                    | "between"
                    | "ahead"
                    | "prior"
                    | "come"
                    | "no"
                    | "due"
                    | "target"
                    | "goal"
            )
        }
        By::On(named)
            if named.year.is_none()
                && object.len() == 3
                && month(words.at(object.start)).is_none() =>
        {
            // "on 4/5 days" is a share, "by 4/5" a date.
            between.is_end
                || lead == "on" && (after == words.len() || words.is_one_of(after, ". , ;"))
        }
        By::On(_) | By::OnMoving(_) => !matches!(lead, "x" | "after" | "in" | "within" | "across"),
        By::Through(_) => {
            matches!(
                lead,
                "in" | "through"
                    | "throughout"
                    | "during"
                    | "within"
                    | "until"
                    | "till"
                    | "for"
                    | "right"
            ) || between.has(Mark::End)
        }
        By::Event(number, _)
            if 1 < number
                && (between.has(Mark::Next)
                    || between.has(Mark::End)
                    || matches!(between.lead, "over" | "after" | "following")) =>
        {
            true
        }
        By::Event(_, "move") => between.is_end && words.before(object.start) == "the",
        // "before an interview": whenever there is one.
        By::Event(1, name) if between.has(Mark::One) && !comes_round(name) => false,
        By::Event(_, name) => event_fits(between, name, words, object),
    }
}

fn event_fits(between: &Between<'_>, name: &str, words: &Words<'_>, object: Range<usize>) -> bool {
    let is_number = object.len() > 1 && counted_at(words, object.start).is_some();
    let is_counted =
        matches!(name, "session" | "visit" | "appointment" | "meeting" | "lesson" | "check-in");
    if is_counted {
        return (between.is_end || matches!(between.lead, "in" | "within" | "at" | "next"))
            && (is_number || between.has(Mark::Next) || object.len() > 1);
    }
    let is_stretch = between.has(Mark::This) || between.has(Mark::End) || between.has(Mark::Next);
    match between.lead {
        "at" => {
            between.has(Mark::End)
                || matches!(name, "discharge" | "re-evaluation" | "recertification" | "follow-up")
                || name.ends_with("review")
        }
        "on" | "x" | "after" | "across" | "following" => false,
        "in" | "within" | "inside" => is_stretch,
        "for" | "over" | "during" => {
            is_stretch
                || comes_round(name)
                || matches!(
                    name,
                    "school_year"
                        | "probation"
                        | "stay"
                        | "holidays"
                        | "half_term"
                        | "summer"
                        | "winter"
                        | "spring"
                        | "fall"
                )
                || name.ends_with("_break")
        }
        "this" | "next" => {
            comes_round(name)
                || matches!(name, "school_year" | "summer" | "spring" | "fall" | "winter")
        }
        _ => true,
    }
}

/// Whether a count stands just before `at`: "three times in a week".
fn is_counted_before(words: &Words<'_>, at: usize) -> bool {
    (1..4).filter_map(|back| at.checked_sub(back)).any(|before| {
        words.is_one_of(before, "times time once twice x") || number_at(words, before).is_some()
    })
}

/// Whether "a week" follows: then the stretch before it is counted, not a limit ("for 3 days a week").
fn is_per_after(words: &Words<'_>, at: usize) -> bool {
    words.is_one_of(at, "a per each every / of out") && per_at(words, at).is_some()
        || words.is_one_of(at, "out")
}
