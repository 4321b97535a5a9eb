//! Which quantity is the level now, and which the level wanted.

use std::ops::Range;

use super::comparator::Comparator;
use super::instrument::Scale;
use super::lead_in::lead_in;
use super::list::List;
use super::number::number_at;
use super::quantity::{Kind, Quantity, takes_period};
use super::reading::{Found, Rank, Reading};
use super::word::Words;

impl Reading {
    /// Decides what each quantity is.
    pub(crate) fn assign(&mut self, words: &Words<'_>, scale: &Scale, mut found: Vec<Found>) {
        let ends: Vec<_> = found.iter().map(|found| found.place.end).collect();
        for (index, found) in found.iter_mut().enumerate() {
            let floor =
                index.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
            score(words, scale, floor, found);
        }
        let baseline = (0..found.len()).find(|&index| {
            let floor =
                index.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
            // "daily to twice a week"
            let follows = found.get(index + 1).map(|next| next.place.start);
            found.get(index).is_some_and(|found| {
                if stands_before_wish(words, found) {
                    return true;
                }
                let leads =
                    words.at(found.place.end) == "to" && follows == Some(found.place.end + 1);
                leads || is_now(words, floor, found, self.deadline.as_ref().map(|(_, place)| place))
            })
        });
        let is_kept = baseline.and_then(|at| found.get(at)).is_some_and(|now| {
            words.phrase(now.place.end, "we have now").is_some()
                || words.phrase(now.place.end, "i have now").is_some()
        });
        self.baseline = baseline
            .filter(|&at| at < found.len())
            .map(|at| if is_kept { found.get(at).cloned() } else { Some(found.remove(at)) })
            .unwrap_or_default();
        // A bare number is a level only beside the level now, or after "to".
        let has_baseline = self.baseline.is_some();
        found.retain(|found| {
            !found.quantity.is_bare
                || found.quantity.kind == Kind::Score
                || has_baseline
                || words.is_one_of(found.place.start.saturating_sub(1), "to = :")
                || found.quantity.comparator != Comparator::Equal
                || found.quantity.per.is_some()
        });
        // Beside a level now, a level of the same sort comes first: "pain on 12 stairs, now 7/10, to 3/10".
        let sort =
            self.baseline.as_ref().map(|now| now.quantity.kind).filter(|kind| *kind == Kind::Score);
        let best = (0..found.len()).min_by_key(|&index| {
            found.get(index).map(|found| {
                let is_other = sort.is_some_and(|sort| found.quantity.kind != sort);
                (found.rank, is_other, index)
            })
        });
        self.target = best.map(|index| found.remove(index));
        // Beside a blank, help that is counted is no level of the goal.
        let is_open = !self.blanks.is_empty();
        if is_open && self.target.as_ref().is_some_and(|found| found.rank == Rank::Help) {
            self.target = None;
        }
        self.others = found;
        if let (Some(now), Some(then)) = (&mut self.baseline, &mut self.target) {
            share(&mut now.quantity, &mut then.quantity);
        }
        if self.baseline.is_some() && self.target.is_none() {
            // A level with nothing to compare it to is no baseline.
            let is_told = self.baseline.as_ref().is_some_and(|now| {
                let after = "at the moment|currently|right now|at present|at admission|at intake";
                words.longest(now.place.end, after).is_some()
            });
            if self.others.is_empty() && !is_told && !words.is_one_of(0, "currently now") {
                self.target = self.baseline.take();
            }
        }
    }
}

/// Words after a percentage that make it a size of change.
static CHANGES: List = List::new(
    "reduction decrease increase fewer less more drop improvement gain rise cut lower higher",
);

/// Turns a bare number into a score where a scale is named, and a percentage into a size of change.
fn score(words: &Words<'_>, scale: &Scale, floor: usize, found: &mut Found) {
    let quantity = &mut found.quantity;
    let by = (floor..found.place.start).rev().take(2).any(|at| words.at(at) == "by");
    // "19/24" on a named scale is a score, not a share.
    if let Some((name, _)) =
        scale.named.as_ref().filter(|_| quantity.kind == Kind::Ratio && quantity.unit == "items")
    {
        quantity.kind = Kind::Score;
        quantity.unit.clone_from(name);
    }
    let is_points = quantity.is_bare || quantity.unit == "points";
    if scale.is_of_ten && quantity.is_bare && quantity.kind == Kind::Count {
        quantity.kind = Kind::Score;
        "/10".clone_into(&mut quantity.unit);
    }
    if let Some((name, _)) = scale.named.as_ref().filter(|_| is_points) {
        quantity.kind = Kind::Score;
        quantity.unit = if by { format!("{name} change") } else { name.clone() };
    }
    if quantity.is_bare || quantity.comparator != Comparator::Equal && quantity.kind == Kind::Count
    {
        // "4 or higher on the 5-point rating"
        let points = (found.place.end..found.place.end + 4)
            .find(|&at| words.at(at + 1) == "-" && words.at(at + 2) == "point");
        if let Some((of, _)) = points.and_then(|at| number_at(words, at)) {
            quantity.kind = Kind::Score;
            quantity.unit = format!("/{of}");
        }
    }
    let after = words.at(found.place.end);
    let is_change = by || CHANGES.has(after);
    if quantity.kind == Kind::Percent && is_change {
        "%change".clone_into(&mut quantity.unit);
    }
}

/// Whether a quantity is the level now, by the words before it or just after it.
fn is_now(words: &Words<'_>, floor: usize, found: &Found, deadline: Option<&Range<usize>>) -> bool {
    let start = found.place.start;
    let mut back = 0;
    for at in (floor.min(start)..start).rev() {
        if deadline.is_some_and(|place| place.contains(&at)) {
            return false;
        }
        back += 1;
        match words.at(at) {
            // "from about 5", not "from Dad, 4 of 5 nights"
            "from" if back <= 4 && !is_parted(words, at, start) => return true,
            "was" | "were" | "stands" | "sits" | "intake" | "admission" | "screening"
            | "referral" | "eval" | "evaluation" | "est"
                if back <= 3 =>
            {
                return true;
            }
            "far" if back <= 3 && words.before(at) == "so" => return true,
            "compared" if back <= 4 => return true,
            "than" if back <= 2 && words.is_one_of(at.saturating_sub(1), "rather") => {
                return true;
            }
            "of" if back <= 2 && words.before(at) == "instead" => return true,
            "currently" | "presently" | "current" | "now" | "baseline" if back <= 9 => return true,
            "present" | "moment" | "mo"
                if back <= 9
                    && words.is_one_of(at.saturating_sub(1), "at the its his her my their") =>
            {
                return true;
            }
            "reached" if words.before(at) == "having" => return true,
            "at" if back <= 3
                && words.is_one_of(at.saturating_sub(1), "i'm am")
                && words.phrase(at - 1, "i'm at").is_some() =>
            {
                return true;
            }
            "to" | ";" | "." => break,
            _ => {}
        }
    }
    words
        .longest(
            found.place.end,
            "at present|at the moment|currently|right now|now|we have now|i have now|at admission|at intake|at eval|at evaluation|\
            at baseline|at the start|on admission|so far|these days|rn|as of today|at screening|at referral",
        )
        .is_some()
        || !words.is_one_of(found.place.end, "; .") && (1..4).any(|gap| {
            words.phrase(found.place.end + gap, "at present").is_some()
                || words.phrase(found.place.end + gap, "at the moment").is_some()
        })
}

/// Whether a comma stands between `from` and `to`.
fn is_parted(words: &Words<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| words.at(at) == ",")
}

/// Pieces between what is so now and the wish for something else.
const REACH: usize = 40;

/// "I see her once a month, I'd like it to be twice": what is so stands before the wish.
fn stands_before_wish(words: &Words<'_>, found: &Found) -> bool {
    let said = |phrases: &str| {
        let end = words.len().min(found.place.end + REACH);
        (found.place.end..end).any(|at| words.longest(at, phrases).is_some())
    };
    let is_told = words.is_one_of(0, "i we he she they my our") && lead_in(words).end == 0
        || words.phrase(0, "at the moment").is_some();
    let wishes =
        "i'd like|i would like|i want|we'd like|we would like|we want|i'd love|i wish|i wanna";
    is_told && said(wishes) || said("i'd like that|i'd like it|i want it|i want that|we want it")
}

/// Lets each of the two levels lend the other what it lacks.
fn share(now: &mut Quantity, then: &mut Quantity) {
    if then.is_bare && !now.is_bare {
        (then.kind, then.unit) = (now.kind, now.unit.clone());
        then.of = then.of.or(now.of);
    } else if now.is_bare && !then.is_bare && then.unit != "%change" {
        (now.kind, now.unit) = (then.kind, then.unit.clone());
        now.of = now.of.or(then.of);
    }
    if now.kind == then.kind && takes_period(now.kind) {
        // "from 3 hours a day to half an hour"
        then.per = then.per.or(if then.is_bare || now.unit != then.unit { now.per } else { None });
        now.per = now.per.or(then.per);
    }
}
