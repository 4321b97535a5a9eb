//! A goal as it was written, read into its numbers: the level now, the level wanted, other criteria, by when, blanks.

use std::ops::Range;

use super::blank;
use super::by_phrase::by_at;
use super::deadline::By;
use super::direction::{Direction, direction};
use super::habit::{is_adjective, is_frequency, is_tracking, weekdays_at};
use super::instrument::Scale;
use super::number::{Number, number_at};
use super::quantity::{Kind, Quantity, quantity_at, takes_period};
use super::unit::{Per, per_at};
use super::word::Words;
use super::zero;

/// A quantity where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) quantity: Quantity,
    pub(crate) place: Range<usize>,
    /// How much it may count as the level wanted: the lower, the sooner.
    pub(crate) rank: Rank,
}

/// What a quantity is good for, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// A number that was said.
    Number,
    /// "one", "a".
    Article,
    /// How often, without a number ("every evening").
    Frequency,
    /// A run of successes.
    Run,
    /// None of something.
    Zero,
    /// Help from others.
    Help,
}

/// What a text says about how much and by when.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) direction: Option<Direction>,
    pub(crate) baseline: Option<Found>,
    pub(crate) target: Option<Found>,
    /// Further criteria, in the order they stand.
    pub(crate) others: Vec<Found>,
    pub(crate) deadline: Option<(By, Range<usize>)>,
    /// Whether a questionnaire or a rating scale is named.
    pub(crate) is_scored: bool,
    /// Places that were never filled in.
    pub(crate) blanks: Vec<Range<usize>>,
}

/// Reads `words`.
pub(crate) fn read(words: &Words<'_>) -> Reading {
    let scale = Scale::new(words);
    let mut scan = Scan {
        words,
        scale: &scale,
        found: Vec::new(),
        deadline: None,
        blanks: Vec::new(),
        pending: None,
    };
    let mut at = 0;
    while at < words.len() {
        at += scan.step(at).max(1);
    }
    let Scan { found, deadline, blanks, .. } = scan;
    let direction = direction(words);
    let mut reading = Reading {
        direction,
        baseline: None,
        target: None,
        others: Vec::new(),
        deadline,
        is_scored: scale.named.is_some(),
        blanks,
    };
    reading.assign(words, &scale, found);
    reading
}

struct Scan<'a> {
    words: &'a Words<'a>,
    scale: &'a Scale,
    found: Vec<Found>,
    deadline: Option<(By, Range<usize>)>,
    blanks: Vec<Range<usize>>,
    /// A period said before its number: "each week I'll cut two beers".
    pending: Option<Per>,
}

impl Scan<'_> {
    /// Reads what starts at `at`; the pieces it takes, 0 for nothing.
    fn step(&mut self, at: usize) -> usize {
        let words = self.words;
        if self.scale.named.as_ref().is_some_and(|(_, place)| place.contains(&at)) {
            return 1;
        }
        if let Some(taken) = Scale::to_ten_at(words, at) {
            return taken;
        }
        if let Some(taken) = blank::blank_at(words, at) {
            self.blanks.push(at..at + taken);
            // "___ of 5 tries": what the blank is counted among is no number of its own.
            let of = words.longest(at + taken, "out of|of|/").unwrap_or(0);
            let among = number_at(words, at + taken + of).filter(|_| 0 < of);
            return taken + among.map_or(0, |(_, used)| of + used);
        }
        if let Some((by, taken)) = by_at(words, at) {
            if self.deadline.is_none() {
                self.deadline = Some((by, at..at + taken));
            }
            return taken;
        }
        if let Some((per, taken)) = per_at(words, at).filter(|_| is_frequency(words, at)) {
            return self.frequency(at, per, taken);
        }
        if let Some((times, taken)) = weekdays_at(words, at) {
            let per = Per { times: Number::whole(times), ..Per::one("week") };
            return self.frequency(at, per, taken);
        }
        if let Some((mut quantity, taken)) = quantity_at(words, self.scale, at) {
            if quantity.per.is_none() && takes_period(quantity.kind) {
                quantity.per = self.pending;
            }
            // "reviewed once each quarter": how often somebody looks.
            let before = [words.before(at), words.before(at.saturating_sub(1))];
            if quantity.unit == "times" && quantity.per.is_some() && is_tracking(before, "") {
                return taken;
            }
            let rank = rank(words, &quantity, at..at + taken);
            if self.deadline.is_none() {
                let next = (at..at + taken).find(|&at| words.phrase(at, "of the next").is_some());
                self.deadline =
                    next.and_then(|at| by_at(words, at).map(|(by, taken)| (by, at..at + taken)));
            }
            self.found.push(Found { quantity, place: at..at + taken, rank });
            return taken;
        }
        if let Some(taken) = zero::zero_at(words, at) {
            let quantity = Quantity::count(Number::whole(0), Number::whole(0), "times");
            self.found.push(Found { quantity, place: at..at + taken, rank: Rank::Zero });
            return taken;
        }
        0
    }

    /// A period with no number before it: it belongs to the number just said, to one still to come, or stands alone.
    fn frequency(&mut self, at: usize, per: Per, taken: usize) -> usize {
        let words = self.words;
        let before = [words.before(at), words.before(at.saturating_sub(1))];
        // "____ times weekly"
        let is_blank = at
            .checked_sub(2)
            .is_some_and(|two| self.blanks.iter().any(|blank| blank.contains(&two)))
            && words.is_one_of(at.saturating_sub(1), "times x");
        if is_blank || is_tracking(before, words.at(at + taken)) {
            return taken;
        }
        let is_plain = per.every == Number::whole(1) && per.times == Number::whole(1);
        let same_clause = self.found.last_mut().filter(|last| {
            takes_period(last.quantity.kind)
                && last.quantity.per.is_none()
                && last.rank <= Rank::Article
                && is_plain
                && !(last.place.end..at).any(|at| words.is_one_of(at, ". ;"))
        });
        if let Some(last) = same_clause {
            last.quantity.per = Some(per);
            return taken;
        }
        let is_adjective = is_adjective(words, at, at + taken);
        if at == 0 || is_adjective {
            self.pending = Some(per);
            if is_adjective {
                return taken;
            }
        }
        let each = Some(Per { times: Number::whole(1), ..per });
        let quantity = Quantity { per: each, ..Quantity::count(per.times, per.times, "times") };
        self.found.push(Found { quantity, place: at..at + taken, rank: Rank::Frequency });
        taken
    }
}

fn rank(words: &Words<'_>, quantity: &Quantity, place: Range<usize>) -> Rank {
    let runs = |at: usize| {
        words.is_one_of(at, "consecutive straight successive")
            || words.phrase(at, "in a row").is_some()
    };
    let is_run = (place.start..place.end + 3).any(runs)
        || words.is_one_of(place.start.saturating_sub(1), "across");
    if quantity.unit == "prompts" {
        Rank::Help
    } else if is_run && matches!(quantity.kind, Kind::Count | Kind::Duration) {
        Rank::Run
    } else if quantity.is_article {
        Rank::Article
    } else {
        Rank::Number
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::analysis::analyse;
    use chrono::NaiveDate;
    use serde_json::Value;

    fn short(level: &Value) -> String {
        let said = |name: &str| match level.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Null) | None => String::new(),
            Some(value) => value.to_string(),
        };
        let equal = said("comparator").replace('=', "");
        let comparator = if equal.is_empty() && said("comparator").len() < 2 {
            equal
        } else {
            said("comparator")
        };
        let per = said("per");
        let slash = if per.is_empty() { "" } else { "/" };
        format!("{comparator}{} {}{slash}{per}", said("value"), said("unit")).trim().to_owned()
    }

    /// What is read of a goal in short: the level now, the level wanted, by when.
    pub(crate) fn told(text: &str) -> String {
        let found = analyse(text, NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        let parts = [&found.baseline, &found.target, &found.deadline].map(short);
        parts.join(" > ").trim().to_owned()
    }

    #[test]
    fn a_thing_done_once_is_measurable_even_after_its_day() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for text in
            ["Come Monday, ring the bank.", "Get tested for celiac", "Open a savings account"]
        {
            assert!(analyse(text, day).measurable, "{text}");
        }
        assert!(!analyse("Come Monday, feel calm.", day).measurable);
    }
}
