//! A goal in its typed parts: what, which way, how much, with what help, by when. Read from a sentence, written as one.

use super::Slots;
use super::amount::{AmountPhrase, Level, Period, Unit};
use super::behaviour::{behaviour, end_of_help};
use super::calendar::Named;
use super::comparator::Comparator;
use super::deadline::By;
use super::direction::Direction;
use super::list::Phrases;
use super::number::Number;
use super::quantity::{Kind, Quantity};
use super::reading::{Found, read};
use super::sentence::deed;
use super::unit::Per;
use super::word::Words;
use chrono::Datelike;

/// What a goal says, part by part. What it does not say is not there, and is never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    pub(crate) direction: Direction,
    /// What changes or is done, without who and which way.
    pub(crate) what: String,
    pub(crate) support: Option<String>,
    pub(crate) baseline: Option<Quantity>,
    pub(crate) target: Option<Quantity>,
    pub(crate) deadline: Option<By>,
}

/// Said before what helps.
static HELPED: Phrases = Phrases::new("helped by|with the help of|with help from|using");

impl Parts {
    /// Reads a goal as it was written; `None` when nothing in it is done or changes.
    pub fn read(text: &str) -> Option<Self> {
        let words = Words::new(text);
        let reading = read(&words);
        let said = |at: usize| words.said(at);
        let quoted = (0..words.len()).find(|&at| words.before(at) == ":" && said(at).is_some());
        let helped = (0..words.len())
            .find_map(|at| HELPED.at(&words, at).map(|taken| (at, at + taken)))
            .filter(|(at, _)| 0 < *at);
        let what = match quoted.filter(|&at| helped.is_none_or(|(helped, _)| at < helped)) {
            Some(at) => said(at)?,
            None => text.get(words.place(behaviour(&words, &reading)?))?.to_owned(),
        };
        let support = helped.and_then(|(_, at)| {
            let quoted = (words.at(at) == ":").then(|| said(at + 1)).flatten();
            quoted.or_else(|| {
                let end = end_of_help(&words, &reading, at);
                text.get(words.place(at..end)).filter(|_| at < end).map(str::to_owned)
            })
        });
        // How a number was written is no part of what it says.
        let quantity = |found: &Option<Found>| {
            let quantity = found.as_ref()?.quantity.clone();
            Some(Quantity { is_bare: false, is_article: false, ..quantity })
        };
        Some(Self {
            direction: reading.direction?,
            what,
            support,
            baseline: quantity(&reading.baseline),
            target: quantity(&reading.target),
            deadline: reading.deadline.map(|(by, _)| by),
        })
    }

    /// As it stands in the places; `None` while nobody said what is done.
    pub fn of(slots: &Slots<'_>) -> Option<Self> {
        let what = deed(slots.what)?;
        let (direction, what) = match Self::read(&format!("I will {what}")) {
            Some(read) if read.target.is_none() && read.deadline.is_none() => {
                match read.direction {
                    Direction::Achieve => (Direction::Achieve, what),
                    way => (way, read.what),
                }
            }
            _ => (Direction::Achieve, what),
        };
        let support = Some(slots.support.trim()).filter(|support| !support.is_empty());
        let amount = slots.how_much;
        Some(Self {
            direction,
            what,
            support: support.map(str::to_owned),
            baseline: amount
                .and_then(|amount| amount.baseline.map(|now| quantity(amount, now, now))),
            target: amount.and_then(|amount| {
                amount.target.map(|target| match target {
                    Level::Exactly(number) => quantity(amount, number, number),
                    Level::Range(low, high) => quantity(amount, low.min(high), high.max(low)),
                })
            }),
            deadline: slots.by_when.map(|date| {
                By::On(Named {
                    year: Some(date.year()),
                    month: date.month(),
                    day: Some(date.day()),
                })
            }),
        })
    }
}

/// The quantity that `low` to `high` of an amount is.
fn quantity(amount: AmountPhrase, low: u16, high: u16) -> Quantity {
    let (kind, unit) = match amount.unit {
        Unit::Times | Unit::Days | Unit::Nights => (Kind::Count, "times"),
        Unit::Minutes => (Kind::Duration, "minutes"),
        Unit::Hours => (Kind::Duration, "hours"),
        Unit::OutOfTen => (Kind::Score, "/10"),
        Unit::Percent => (Kind::Percent, "%"),
        Unit::Points { .. } => (Kind::Score, "points"),
    };
    let per = amount.per.map(|per| match per {
        Period::Day | Period::Night => Per::one("day"),
        Period::Week => Per::one("week"),
        Period::Month => Per::one("month"),
    });
    let (low, high) = (Number::whole(u32::from(low)), Number::whole(u32::from(high)));
    Quantity {
        kind,
        of: (amount.unit == Unit::OutOfTen).then(|| Number::whole(10)),
        per,
        comparator: Comparator::Equal,
        ..Quantity::count(low, high, unit)
    }
}
