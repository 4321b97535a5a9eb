//! Phrases that say by when: a preposition, what may stand between, and a stretch, a date or an event.

use std::ops::Range;

use super::calendar::{
    holiday_at, month, month_date_at, moving_at, number_date_at, time_unit, weekday,
};
use super::deadline::By;
use super::event::{comes_round, counted_at, event_at};
use super::list::{List, Phrases};
use super::name::is_school_year;
use super::number::{Number, number_at};
use super::stretch::{from_now, length_at, of_the_next, placed_at};
use super::unit::per_at;
use super::word::Words;

/// Said of an end.
static BY: Phrases = Phrases::new(
    "by|upon|no later than|not later than|before|prior to|until|till|til|due|between now and|come|from now \
    until|target date|up to|ahead of|on or before|through|throughout|right through|end of|due by",
);
/// Said of a stretch, or of a day.
static WITHIN: Phrases = Phrases::new(
    "within|w / in|w / i|in|inside|inside of|following|over|during|across|for|x|after|on|at|this|next",
);
/// What may stand between the two.
static BETWEEN: List = List::new(
    "the a an my our his her their your its next coming following one about around roughly approximately another \
    end close finish start beginning of this under less than rest remainder remaining whole entire last : [ ( right upcoming \
    current final latest most at no least first day month date all time full course",
);
/// What says that the words after it open the time instead of ending it.
static STARTING: List = List::new("starting beginning from since effective start starts begin");
/// What makes a stretch a run of successes, not a time limit.
static RUNS: Phrases =
    Phrases::new("consecutive|straight|in a row|running|successive|on the trot|sober");

/// The first deadline of a text, and the pieces it stands on.
pub(crate) fn find(words: &Words<'_>) -> Option<(By, Range<usize>)> {
    (0..words.len()).find_map(|at| by_at(words, at).map(|(by, taken)| (by, at..at + taken)))
}

/// A time that is the whole text, without a preposition: what is typed into a field that asks by when.
pub(crate) fn bare(words: &Words<'_>) -> Option<(By, Range<usize>)> {
    let (by, taken) = object_at(words, 0, &Between::default())?;
    Some((by, 0..taken))
}

/// The deadline that starts at `at`, and the pieces it takes.
pub(crate) fn by_at(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    if at.checked_sub(1).is_some_and(|before| STARTING.has(words.at(before))) {
        return None;
    }
    let unled = match words.at(at) {
        "tomorrow" | "today" | "tonight"
            if words.is_one_of(at.wrapping_sub(1), "after of since") =>
        {
            return None;
        }
        "tomorrow" | "today" | "tonight" => Some((By::In(Number::whole(1), "day"), 1)),
        "of" => of_the_next(words, at),
        _ => from_now(words, at).or_else(|| date_with_year(words, at)),
    };
    if unled.is_some() {
        return unled;
    }
    let strict = BY.at(words, at);
    let taken = strict.or_else(|| WITHIN.at(words, at))?;
    if words.at(at) == "x" && words.is_glued(at) {
        return None;
    }
    let mut between =
        Between { lead: words.at(at), is_end: strict.is_some(), ..Between::default() };
    (at..at + taken).for_each(|at| between.note(words.at(at)));
    let mut next = at + taken;
    while next < at + taken + 8 {
        if let Some((by, used)) = object_at(words, next, &between) {
            return fits(words, at, &between, by, next..next + used)
                .then_some((by, next + used - at));
        }
        // "the 2026-27 school year"
        if is_school_year(words, next) {
            next += 3;
            continue;
        }
        // "until my sister's wedding"
        let is_whose =
            words.at(next).ends_with("'s") && words.is_one_of(next - 1, "my our his her their the");
        if !BETWEEN.has(words.at(next)) && !is_whose {
            return None;
        }
        between.note(words.at(next));
        next += 1;
    }
    None
}

/// A word before the time that changes what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// "the end of".
    End = 1,
    /// "the start of".
    Start = 2,
    /// "next", "coming".
    Next = 4,
    /// "this", "the rest of".
    This = 8,
    /// "a", "another".
    One = 16,
}

/// What stood before the time itself.
#[derive(Clone, Copy, Debug, Default)]
struct Between<'a> {
    /// First word of the preposition; empty when there is none.
    lead: &'a str,
    /// Whether the preposition speaks of an end ("by", "until").
    is_end: bool,
    marks: u8,
}

impl Between<'_> {
    fn note(&mut self, word: &str) {
        let mark = match word {
            "end" | "close" | "finish" | "last" => Mark::End,
            "start" | "beginning" => Mark::Start,
            "next" | "following" | "coming" | "upcoming" => Mark::Next,
            "this" | "current" | "rest" | "remainder" | "remaining" => Mark::This,
            "a" | "an" | "another" => Mark::One,
            _ => return,
        };
        self.marks |= mark as u8;
    }

    const fn has(&self, mark: Mark) -> bool {
        self.marks & mark as u8 != 0
    }
}

/// The stretch, date or event at `at`.
fn object_at(words: &Words<'_>, at: usize, between: &Between<'_>) -> Option<(By, usize)> {
    // "d" alone would be a day.
    if let Some(taken) = words.phrase(at, "d / c") {
        return Some((By::Event(1, "discharge"), taken));
    }
    if let Some((holiday, taken)) = holiday_at(words, at).filter(|_| !clock_follows(words, at)) {
        return Some((By::On(holiday), taken));
    }
    if let Some((moving, taken)) = moving_at(words, at).filter(|_| event_at(words, at).is_none()) {
        return Some((By::OnMoving(moving), taken));
    }
    if let Some((named, taken)) = number_date_at(words, at).or_else(|| month_date_at(words, at)) {
        let is_whole = named.day.is_none()
            && !between.has(Mark::Start)
            && (between.has(Mark::End) || !matches!(between.lead, "by" | "before" | "come"));
        let is_bare = between.lead.is_empty() && named.day.is_none();
        let by = if is_whole && !is_bare { By::Through(named) } else { By::On(named) };
        return Some((by, taken));
    }
    if let Some(day) = weekday(words.at(at)) {
        let by = if between.has(Mark::Next) && !between.is_end {
            By::NextWeekday(day)
        } else {
            By::OnWeekday(day)
        };
        return Some((by, 1));
    }
    if let Some(found) = length_at(words, at) {
        return Some(found);
    }
    if let Some(found) = visits_at(words, at).filter(|_| {
        matches!(between.lead, "within" | "over" | "after" | "following") || between.has(Mark::Next)
    }) {
        return Some(found);
    }
    if let Some(found) = placed_at(words, at) {
        return Some(found);
    }
    if let Some(unit) = time_unit(words.at(at)) {
        let unit = if unit == "fortnight" {
            return Some((By::In(Number::whole(2), "week"), 1));
        } else {
            unit
        };
        let by = match (
            between.has(Mark::End),
            between.has(Mark::Next),
            between.has(Mark::This),
            between.has(Mark::One),
        ) {
            (true, true, ..) => By::EndOfNext(unit),
            (true, ..) => By::EndOf(unit),
            _ if between.lead == "within" => By::In(Number::whole(1), unit),
            (_, true, ..) | (.., true) => By::In(Number::whole(1), unit),
            (_, _, true, _) => By::EndOf(unit),
            _ => return None,
        };
        // An abbreviation of one letter is only read beside a number.
        return (words.at(at).len() > 1 && unit != "minute" && unit != "second" && unit != "hour")
            .then_some((by, 1));
    }
    let event = event_at(words, at)
        .filter(|&(name, taken)| name != "quarter" || words.at(at + taken) != "of");
    if let Some((name, taken)) = event {
        // "my wedding on June 14": the day says more.
        let next = at + taken;
        let day = words.is_one_of(next, "on ,").then(|| month_date_at(words, next + 1)).flatten();
        return Some(match day.filter(|(named, _)| named.day.is_some()) {
            Some((named, used)) => (By::On(named), taken + 1 + used),
            None => (By::Event(1, name), taken),
        });
    }
    // "before she turns six"
    if words.is_one_of(at, "i he she they")
        && words.is_one_of(at + 1, "turn turns")
        && let Some((_, taken)) = number_at(words, at + 2)
    {
        return Some((By::Event(1, "birthday"), 2 + taken));
    }
    // "the next home visit"
    (0..2).filter(|_| between.has(Mark::Next)).find_map(|gap| {
        counted_at(words, at + gap).map(|(name, taken)| (By::Event(1, name), gap + taken))
    })
}

/// A date whose year is named needs no preposition: "Target date: 6/30/2027".
fn date_with_year(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    let (named, taken) = number_date_at(words, at).or_else(|| month_date_at(words, at))?;
    (named.year.is_some() && named.day.is_some()).then_some((By::On(named), taken))
}

fn clock_follows(words: &Words<'_>, at: usize) -> bool {
    words.at(at + 1) == ":" || words.is_one_of(at + 1, "am pm")
}

/// "8 visits", "4-6 sessions": the last of them.
fn visits_at(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    let (mut number, mut taken) = number_at(words, at)?;
    if let Some((upper, used)) = number_at(words, at + taken + 1)
        .filter(|(upper, _)| words.is_one_of(at + taken, "- – to or") && number < *upper)
    {
        number = upper;
        taken += 1 + used;
    }
    let (name, used) = counted_at(words, at + taken)?;
    let number = number.as_whole().filter(|number| 1 < *number)?;
    Some((By::Event(number, name), taken + used))
}

/// Whether a preposition and a time belong together, and mean an end.
fn fits(words: &Words<'_>, at: usize, between: &Between<'_>, by: By, object: Range<usize>) -> bool {
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
            matches!(lead, "by" | "before" | "until" | "till" | "prior" | "come" | "no" | "due")
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
                    || matches!(between.lead, "over" | "after" | "following")) =>
        {
            true
        }
        By::Event(_, "move") => between.is_end && words.before(object.start) == "the",
        By::Event(_, name) => event_fits(between, name, words, object),
    }
}

fn event_fits(between: &Between<'_>, name: &str, words: &Words<'_>, object: Range<usize>) -> bool {
    let is_number = object.len() > 1 && counted_at(words, object.start).is_some();
    let is_counted =
        matches!(name, "session" | "visit" | "appointment" | "meeting" | "lesson" | "check-in");
    if is_counted {
        return (between.is_end || matches!(between.lead, "in" | "within" | "at"))
            && (is_number || between.has(Mark::Next) || object.len() > 1);
    }
    let is_stretch = between.has(Mark::This) || between.has(Mark::End) || between.has(Mark::Next);
    match between.lead {
        "at" => between.has(Mark::End) || name == "discharge",
        "on" | "x" | "after" | "across" | "following" => false,
        "in" | "within" | "inside" => is_stretch,
        "for" | "over" | "during" => {
            is_stretch
                || comes_round(name)
                || matches!(name, "school_year" | "probation" | "stay" | "holidays" | "half_term")
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
