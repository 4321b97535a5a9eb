//! Phrases that say by when: a preposition, what may stand between, and a stretch, a date or an event.

use std::ops::Range;

use super::calendar::{
    Named, holiday_at, month_date_at, moving_at, number_date_at, time_unit, weekday, year_at,
};
use super::deadline::By;
use super::event::{counted_at, event_at};
use super::list::{List, Phrases};
use super::name::is_school_year;
use super::number::{Number, ordinal_at};
use super::stretch::{
    birthday_at, date_with_year, from_now, last_length, length_at, of_the_next, over_at, placed_at,
    short_at, visits_at,
};
use super::word::Words;
use fits::fits;

mod fits;

/// Said of an end.
static BY: Phrases = Phrases::new(
    "by|upon|no later than|not later than|before|prior to|until|till|til|due|between now and|come|from now \
    until|target date|up to|ahead of|on or before|through|throughout|right through|end of|due by|thru|b 4|in time for|no later then|leading up to|\
    in the run - up to|in the lead - up to|by or before|not beyond|close of|goal date",
);
/// Said of a stretch, or of a day.
static WITHIN: Phrases = Phrases::new(
    "within|w / in|w / i|in|inside|inside of|following|over|during|across|for|x|after|on|at|this|next",
);
/// What may stand between the two.
static BETWEEN: List = List::new(
    "the a an my our his her their your its next coming following one about around roughly approximately another \
    end close finish start beginning of this under less than rest remainder remaining whole entire last : [ ( right upcoming \
    current final latest most at no least first day month date all time full course mid middle early late halfway mark turn very - i he she they we is being gets get",
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
        "this" if words.is_one_of(at + 1, "morning afternoon evening") => {
            Some((By::In(Number::whole(1), "day"), 2))
        }
        "of" => of_the_next(words, at),
        _ => from_now(words, at)
            .or_else(|| last_length(words, at))
            .or_else(|| date_with_year(words, at)),
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
        // "by the time my sister gets married", "by the 15th of next month"
        let is_told = words.phrase(at, "by the time").is_some() && at + 2 < next;
        let day = ordinal_at(words, next).filter(|&(_, used)| words.at(next + used) == "of");
        if let Some((_, used)) = day {
            next += used + 1;
            continue;
        }
        if !BETWEEN.has(words.at(next)) && !is_whose && !is_told {
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
            "end" | "close" | "finish" | "last" | "turn" => Mark::End,
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

/// "the week", with what stood before it: "the end of the week", "the month is out", "this weekend".
fn unit_by(words: &Words<'_>, at: usize, between: &Between<'_>) -> Option<(By, usize)> {
    if let Some(taken) = over_at(words, at) {
        return time_unit(words.at(at)).map(|unit| (By::EndOf(unit), taken));
    }
    if words.at(at) == "weekend" && !matches!(between.lead, "in" | "within" | "after") {
        let is_next = between.has(Mark::Next);
        return Some((if is_next { By::EndOfNext("week") } else { By::EndOf("week") }, 1));
    }
    if let Some(unit) = time_unit(words.at(at)).filter(|_| event_at(words, at).is_none()) {
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
    None
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
    // "before she may get down"
    let is_verb =
        words.at(at) == "may" && words.is_one_of(at.saturating_sub(1), "i he she they we");
    let dated = number_date_at(words, at).or_else(|| month_date_at(words, at));
    if let Some((named, taken)) = dated.filter(|_| !is_verb) {
        let is_whole = named.day.is_none()
            && !between.has(Mark::Start)
            && (between.has(Mark::End)
                || !matches!(between.lead, "by" | "before" | "come" | "between"));
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
        matches!(between.lead, "within" | "over" | "after" | "following")
            || between.has(Mark::Next)
            || between.has(Mark::End)
    }) {
        return Some(found);
    }
    if let Some(found) = placed_at(words, at) {
        return Some(found);
    }
    if let Some(found) = unit_by(words, at, between) {
        return Some(found);
    }
    let event = event_at(words, at)
        .filter(|&(name, taken)| name != "quarter" || words.at(at + taken) != "of");
    if let Some((name, taken)) = event {
        // "my wedding on June 14": the day says more.
        let next = at + taken;
        let day = words
            .is_one_of(next, "on ,")
            .then(|| month_date_at(words, next + 1).or_else(|| number_date_at(words, next + 1)));
        let day = day.flatten();
        return Some(match day.filter(|(named, _)| named.day.is_some()) {
            Some((named, used)) => (By::On(named), taken + 1 + used),
            None => (By::Event(1, name), taken + year_at(words, next).map_or(0, |(_, used)| used)),
        });
    }
    if let Some((by, taken)) = short_at(words, at) {
        return Some((by, taken));
    }
    // "in 2027", "by 2028"
    if let Some((year, taken)) =
        year_at(words, at).filter(|_| words.at(at) != "," && !is_school_year(words, at))
    {
        let is_within = between.has(Mark::End) || matches!(between.lead, "in" | "during" | "for");
        let month = if is_within { 12 } else { 1 };
        let named = Named { year: Some(year), month, day: None };
        return Some((if is_within { By::Through(named) } else { By::On(named) }, taken));
    }
    if let Some(taken) = birthday_at(words, at) {
        return Some((By::Event(1, "birthday"), taken));
    }
    // "the next home visit"
    (0..2).filter(|_| between.has(Mark::Next)).find_map(|gap| {
        counted_at(words, at + gap).map(|(name, taken)| (By::Event(1, name), gap + taken))
    })
}

fn clock_follows(words: &Words<'_>, at: usize) -> bool {
    words.at(at + 1) == ":" || words.is_one_of(at + 1, "am pm")
}
