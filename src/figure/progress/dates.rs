//! Which days are named along the bottom: the first and the last one with a rating, and as many between as fit.

use super::Anchor;
use crate::figure::square::SIDE;

/// Width of a letter where the chart is narrow, as on a phone (thousandths).
const NARROW: i32 = 34;
/// And where it is broad.
const BROAD: i32 = 20;
/// Least room between two dates (thousandths).
const GAP: i32 = 30;
/// How far a date may stand out over the edges of the plot (thousandths).
const OVER: i32 = 80;

/// A day with a rating.
#[derive(Clone, Copy)]
pub(super) struct Day {
    /// From the left (thousandths).
    pub(super) at: i32,
    /// Whether the line of another day stands so near that this date would be read as its date.
    pub(super) is_crowded: bool,
}

/// A day that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Its place among the days.
    pub(super) index: usize,
    pub(super) anchor: Anchor,
    /// Whether it has room only where the chart is broad.
    pub(super) is_broad: bool,
}

/// The days to name, in their order; each takes `letters`.
pub(super) fn named(days: &[Day], letters: i32) -> Vec<Named> {
    let last = days.len().saturating_sub(1);
    let mut kept: Vec<(Named, i32)> = Vec::new();
    for (letter, is_broad) in [(NARROW, false), (BROAD, true)] {
        let width = letters * letter;
        for index in [0, last].into_iter().chain(1..last) {
            let Some(day) = days.get(index) else { continue };
            if day.is_crowded && index != 0 && index != last {
                continue;
            }
            // Which part of a date stands at its day is decided for the narrow chart, where it matters.
            let anchor = anchor(day.at, letters * NARROW);
            let left = left(day.at, anchor, width);
            let is_free = kept.iter().all(|(other, at)| {
                let other = self::left(*at, other.anchor, width);
                left + width + GAP <= other || other + width + GAP <= left
            });
            if is_free {
                kept.push((Named { index, anchor, is_broad }, day.at));
            }
        }
    }
    let mut named: Vec<Named> = kept.into_iter().map(|(named, _)| named).collect();
    crate::domain::order::sort_by_key(&mut named, |named| named.index);
    named
}

/// Under its marker, as long as it does not stand out too far.
fn anchor(at: i32, width: i32) -> Anchor {
    if at - width / 2 < -OVER {
        Anchor::Start
    } else if SIDE + OVER < at + width / 2 {
        Anchor::End
    } else {
        Anchor::Middle
    }
}

fn left(at: i32, anchor: Anchor, width: i32) -> i32 {
    match anchor {
        Anchor::Start => at,
        Anchor::Middle => at - width / 2,
        Anchor::End => at - width,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places of the dates on a broad chart, a star before those that a narrow one leaves out.
    #[track_caller]
    fn check(days: &[i32], crowded: &[i32], letters: i32, expected: &str) {
        let days: Vec<Day> =
            days.iter().map(|at| Day { at: *at, is_crowded: crowded.contains(at) }).collect();
        let said: Vec<String> = named(&days, letters)
            .iter()
            .map(|named| {
                let star = if named.is_broad { "*" } else { "" };
                format!("{star}{} {:?}", days[named.index].at, named.anchor)
            })
            .collect();
        assert_eq!(said.join(", "), expected);
    }

    #[test]
    fn dates_stand_under_days_with_ratings() {
        check(&[30, 970], &[], 6, "30 Middle, 970 Middle");
        check(&[30, 500, 970], &[], 6, "30 Middle, 500 Middle, 970 Middle");
        check(&[30], &[], 6, "30 Middle");
    }

    #[test]
    fn a_long_date_stays_over_the_plot() {
        check(&[30, 500, 970], &[], 12, "30 Start, *500 Middle, 970 End");
    }

    #[test]
    fn no_date_touches_another() {
        check(&[30, 115, 286, 457], &[], 6, "30 Middle, *286 Middle, 457 Middle");
        check(&[30, 80], &[], 6, "30 Middle");
    }

    #[test]
    fn a_date_beside_the_line_of_another_day_is_left_out() {
        check(&[30, 500, 970], &[500], 6, "30 Middle, 970 Middle");
    }
}
