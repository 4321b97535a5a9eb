//! Days and values to thousandths, with what stands beside the axes.

use chrono::{Days, NaiveDate};

use super::dates::{self, Day};
use super::{Anchor, Band, Event, EventKind, Happening, Tick};
use crate::domain::goal::Goal;
use crate::domain::order;
use crate::domain::rating::Rating;
use crate::figure::day;
use crate::figure::square::SIDE;

/// Room left and right of the first and the last day (thousandths).
const PAD: i32 = 30;
/// A stretch without ratings may be drawn when the ratings still take a quarter of the width.
const QUARTER: u64 = 4;
/// Ratings closer together than this are drawn as if they were this far apart when the due date is fitted in (days).
const LEAST_SPAN: u64 = 14;
/// Width of a letter in the chart, as on a phone, where it takes most (thousandths).
pub(super) const LETTER: i32 = 34;
/// A date this near to a line would be read as the date of that line (thousandths).
const NEAR: i32 = 20;
/// Letters of "Nov 22" and "Nov 22, 2026".
const DATE: i32 = 6;
const LONG_DATE: i32 = 12;
/// Rows of text above the chart; what finds no room in them keeps its line and loses its text.
const MOST_ROWS: usize = 3;

pub(super) struct Axis {
    from: NaiveDate,
    to: NaiveDate,
    low: u8,
    high: u8,
    /// Minutes of the day at which something was rated; used only when all of it was on one day.
    minutes: Vec<u16>,
    /// Days with a rating that is drawn, each once.
    rated: Vec<NaiveDate>,
    today: NaiveDate,
}

impl Axis {
    /// `None` without ratings. `ratings` are in order of time.
    pub(super) fn new(
        ratings: &[&Rating],
        goal: &Goal,
        due: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Option<Self> {
        let from = ratings.first()?.at.day();
        let last = ratings.last()?.at.day();
        let span = days(from, last).unsigned_abs().max(LEAST_SPAN);
        let cap = from.checked_add_days(Days::new(span * QUARTER)).unwrap_or(last);
        let rest = goal.open_pause().filter(|pause| pause.from <= today).map(|_| today);
        let to = [due, rest].into_iter().flatten().filter(|day| *day <= cap).fold(last, Ord::max);
        let mut minutes: Vec<u16> = ratings.iter().map(|rating| rating.at.minute()).collect();
        minutes.dedup();
        let mut rated: Vec<NaiveDate> = ratings
            .iter()
            .map(|rating| rating.at.day())
            .filter(|day| goal.pause_on(*day).is_none())
            .collect();
        rated.dedup();
        Some(Self {
            from,
            to,
            low: ratings.iter().map(|rating| rating.scale.low()).min()?,
            high: ratings.iter().map(|rating| rating.scale.high()).max()?,
            minutes,
            rated,
            today,
        })
    }

    /// Thousandths from the left.
    pub(super) fn x(&self, rating: &Rating) -> i32 {
        if self.from != self.to {
            return self.x_of(rating.at.day());
        }
        // One day: in order of the clock, even steps around the middle.
        let count = i32::try_from(self.minutes.len()).unwrap_or(i32::MAX);
        let rank = self.minutes.partition_point(|minute| *minute < rating.at.minute());
        let rank = i32::try_from(rank).unwrap_or(i32::MAX);
        let step = 200.min((SIDE - 2 * PAD) / count.max(1));
        SIDE / 2 + (2 * rank - (count - 1)) * step / 2
    }

    fn x_of(&self, day: NaiveDate) -> i32 {
        let span = days(self.from, self.to).max(1);
        let along = i64::from(SIDE - 2 * PAD) * days(self.from, day) / span;
        PAD + i32::try_from(along).unwrap_or_default()
    }

    /// Thousandths from the top.
    pub(super) fn y(&self, value: u8) -> i32 {
        let steps = i32::from(self.high.saturating_sub(self.low)).max(1);
        SIDE - SIDE * i32::from(value.saturating_sub(self.low)) / steps
    }

    pub(super) fn values(&self) -> Vec<Tick> {
        [self.low, u8::midpoint(0, self.high), self.high]
            .into_iter()
            .map(|value| {
                let (at, text) = (self.y(value), value.to_string());
                Tick { at, text, anchor: Anchor::End, is_broad: false }
            })
            .collect()
    }

    /// Dates of days with ratings.
    pub(super) fn dates(&self, due: Option<NaiveDate>, happenings: &[Happening]) -> Vec<Tick> {
        if self.from == self.to {
            let text = day::short(self.from, self.today);
            return vec![Tick { at: SIDE / 2, text, anchor: Anchor::Middle, is_broad: false }];
        }
        let lines: Vec<NaiveDate> =
            happenings.iter().map(|happening| happening.day).chain(due).collect();
        let beside_another = |day: NaiveDate| {
            let at = self.x_of(day);
            lines.iter().any(|line| *line != day && (self.x_of(*line) - at).abs() <= NEAR)
        };
        let days: Vec<Day> = self
            .rated
            .iter()
            .map(|day| Day { at: self.x_of(*day), is_crowded: beside_another(*day) })
            .collect();
        let years = day::needs_year(self.from, self.to, self.today);
        dates::named(&days, if years { LONG_DATE } else { DATE })
            .into_iter()
            .filter_map(|named| {
                let day = *self.rated.get(named.index)?;
                let text = if years { day::dated(day) } else { day::short(day, self.today) };
                let (anchor, is_broad) = (named.anchor, named.is_broad);
                Some(Tick { at: self.x_of(day), text, anchor, is_broad })
            })
            .collect()
    }

    pub(super) fn bands(&self, goal: &Goal) -> Vec<Band> {
        goal.pauses()
            .map(|pause| Band {
                from: self.x_of(pause.from.max(self.from).min(self.to)),
                to: self.x_of(pause.until.unwrap_or(self.to).min(self.to).max(self.from)),
            })
            .filter(|band| band.from < band.to)
            .collect()
    }

    /// What stands above the chart, and how many rows of text it takes.
    pub(super) fn events(
        &self,
        goal: &Goal,
        due: Option<NaiveDate>,
        happenings: &[Happening],
    ) -> (Vec<Event>, usize) {
        if self.from == self.to {
            return (Vec::new(), 0);
        }
        let inside = |day: NaiveDate| self.from <= day && day <= self.to;
        let mut found: Vec<(i32, EventKind, String)> = self
            .bands(goal)
            .iter()
            .map(|band| (i32::midpoint(band.from, band.to), EventKind::Pause, "Pause".to_owned()))
            .collect();
        found.extend(happenings.iter().filter(|happening| inside(happening.day)).map(
            |happening| (self.x_of(happening.day), EventKind::Change, happening.words.clone()),
        ));
        if let Some(due) = due.filter(|due| inside(*due)) {
            found.push((
                self.x_of(due),
                EventKind::Due,
                format!("Due {}", day::short(due, self.today)),
            ));
        }
        order::sort_by_key(&mut found, |(at, ..)| *at);
        let mut ends = [i32::MIN; MOST_ROWS];
        let events: Vec<Event> =
            found.into_iter().map(|(at, kind, text)| event(at, kind, text, &mut ends)).collect();
        let rows = events
            .iter()
            .filter(|event| !event.text.is_empty())
            .map(|event| event.row + 1)
            .max()
            .unwrap_or(0);
        (events, rows)
    }
}

/// Puts a text in the lowest row where it does not touch the one before; `ends` are the right edges so far.
fn event(at: i32, kind: EventKind, text: String, ends: &mut [i32]) -> Event {
    let letters = i32::try_from(text.chars().count()).unwrap_or(i32::MAX).min(SIDE);
    let width = letters * LETTER;
    let (anchor, text_at, left) = if at < width / 2 {
        (Anchor::Start, 0, 0)
    } else if SIDE < at + width / 2 {
        (Anchor::End, SIDE, SIDE - width)
    } else {
        (Anchor::Middle, at, at - width / 2)
    };
    let free = ends.iter_mut().enumerate().find(|(_, end)| **end < left);
    let (row, text) = match free {
        Some((row, end)) => {
            *end = left + width;
            (row, text)
        }
        None => (0, String::new()),
    };
    Event { at, kind, text, text_at, anchor, row }
}

fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}
