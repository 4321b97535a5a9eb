//! Numbers that cannot be meant as they stand, point the wrong way, lack a beginning or are too many to watch.

use std::ops::Range;

use super::amount::{AmountPhrase, Level, Period, Unit};
use super::direction::Direction;
use super::lexicon::stem;
use super::list::List;
use super::number::{Number, number_at};
use super::quantity::Kind;
use super::reading::{Found, Rank, Reading};
use super::word::Words;
use crate::domain::order;

/// Where a level is wanted whose beginning nobody has told.
pub(crate) fn no_baseline(reading: &Reading) -> Option<Range<usize>> {
    let target = reading.target.as_ref().filter(|_| reading.baseline.is_none())?;
    let is_kept = reading.direction == Some(Direction::Maintain);
    // "identify 2 triggers" is done once.
    let comes_again = target.quantity.per.is_some() || target.quantity.kind != Kind::Count;
    (target.rank <= Rank::Frequency && comes_again && !is_kept).then(|| target.place.clone())
}

/// The third number to watch.
pub(crate) fn third_measure(reading: &Reading) -> Option<Range<usize>> {
    let all = reading.target.iter().chain(&reading.others);
    let mut places: Vec<_> = all
        .filter(|found| found.rank <= Rank::Frequency)
        .map(|found| found.place.clone())
        .collect();
    order::sort_by_key(&mut places, |place| place.start);
    places.get(2).cloned()
}

/// Days and parts of days, of which a week has seven.
static DAYS: List =
    List::new("day days night nights morning mornings evening evenings afternoon afternoons");

/// More than there is: "8 days a week", "120 %", "11 of 10".
pub(crate) fn impossible(words: &Words<'_>, reading: &Reading) -> Option<Range<usize>> {
    reading
        .baseline
        .iter()
        .chain(&reading.target)
        .chain(&reading.others)
        .find(|found| is_beyond(words, found, reading.direction))
        .map(|found| found.place.clone())
        .or_else(|| (0..words.len()).find_map(|at| share_beyond(words, at)))
}

fn is_beyond(words: &Words<'_>, found: &Found, way: Option<Direction>) -> bool {
    let quantity = &found.quantity;
    let most = |number: u32| Number::whole(number) < quantity.high;
    let per = quantity.per.filter(|per| per.every == Number::whole(1)).map(|per| per.unit);
    match quantity.kind {
        Kind::Percent => most(100) && (quantity.unit == "%" || way == Some(Direction::Reduce)),
        Kind::Score => {
            let of = quantity.unit.strip_prefix('/').and_then(|of| of.parse().ok());
            of.is_some_and(most)
        }
        Kind::Ratio => quantity.of.is_some_and(|of| of < quantity.high),
        Kind::Duration => match (quantity.unit.as_str(), per) {
            ("hours", Some("day")) => most(24),
            ("minutes", Some("day")) => most(24 * 60),
            ("hours", Some("week")) => most(24 * 7),
            _ => false,
        },
        Kind::Count => {
            let is_days = found.place.clone().any(|at| DAYS.has(words.at(at)));
            is_days
                && match per {
                    Some("week") => most(7),
                    Some("month") => most(31),
                    Some("year") => most(366),
                    _ => false,
                }
        }
    }
}

/// "11 out of 10"
fn share_beyond(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let (part, taken) = number_at(words, at)?;
    let lead = words.longest(at + taken, "of|out of|out of every|of every")?;
    let (whole, used) = number_at(words, at + taken + lead)?;
    (Number::whole(1) < whole && whole < part).then_some(at..at + taken + lead + used)
}

/// More than there is, in the place for it.
pub(crate) const fn is_impossible(amount: AmountPhrase) -> bool {
    let most = match (amount.unit, amount.per) {
        (Unit::Percent, _) => 100,
        (Unit::OutOfTen, _) => 10,
        (Unit::Points { max }, _) => max,
        (Unit::Days | Unit::Nights, Some(Period::Week)) => 7,
        (Unit::Days | Unit::Nights, Some(Period::Month)) => 31,
        (Unit::Hours, Some(Period::Day | Period::Night)) => 24,
        (Unit::Minutes, Some(Period::Day | Period::Night)) => 24 * 60,
        _ => u16::MAX,
    };
    let then = match amount.target {
        None => 0,
        Some(Level::Exactly(number)) => number,
        Some(Level::Range(from, to)) => {
            if from < to {
                to
            } else {
                from
            }
        }
    };
    let now = match amount.baseline {
        Some(now) => now,
        None => 0,
    };
    most < then || most < now
}

static FALLING: List = List::new("reduce decrease lower lessen cut shed fewer less drop");
static RISING: List = List::new("increase raise lengthen boost extend grow more longer");

/// The word that says less where the numbers say more, or the other way round.
pub(crate) fn wrong_way(words: &Words<'_>, amount: AmountPhrase) -> Option<Range<usize>> {
    amount.baseline.and(amount.target)?;
    if amount.stays() {
        return None;
    }
    let against = if amount.goes_down() { &RISING } else { &FALLING };
    let first = words.head().at;
    let at = (first..first + 3).find(|&at| {
        let said = [&FALLING, &RISING].iter().any(|list| list.has(&stem(words.at(at))));
        said || words.at(at).is_empty()
    })?;
    against.has(&stem(words.at(at))).then_some(at..at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::amount_phrase::amount_in;
    use super::super::reading::read;
    use super::*;

    type Place = Option<Range<usize>>;

    #[track_caller]
    fn check(rule: fn(&Words<'_>, &Reading, &str) -> Place, text: &str, expected: Option<&str>) {
        let words = Words::new(text);
        let found = rule(&words, &read(&words), text);
        assert_eq!(found.and_then(|place| text.get(words.place(place))), expected, "{text}");
    }

    #[test]
    fn a_level_without_its_beginning_is_seen() {
        let rule = |_: &Words<'_>, reading: &Reading, _: &str| no_baseline(reading);
        check(rule, "walk 3 times a week", Some("3 times a week"));
        check(rule, "read for 20 minutes a day", Some("20 minutes a day"));
        check(rule, "walk 3 times a week, up from 1", None);
        check(rule, "keep walking 3 times a week", None);
        check(rule, "name two triggers", None);
    }

    #[test]
    fn a_third_number_is_one_too_many_to_watch() {
        let rule = |_: &Words<'_>, reading: &Reading, _: &str| third_measure(reading);
        let three = "walk 3 times a week, read 20 minutes a day and call 2 friends a month";
        check(rule, three, Some("2 friends a month"));
        check(rule, "walk 3 times a week and read 20 minutes a day", None);
    }

    #[test]
    fn more_than_there_is_cannot_be_meant() {
        let rule = |words: &Words<'_>, reading: &Reading, _: &str| impossible(words, reading);
        check(rule, "walk 8 days a week", Some("8 days a week"));
        check(rule, "be on time 120% of the time", Some("120%"));
        check(rule, "get my worry down to 11 out of 10", Some("11 out of 10"));
        check(rule, "walk 8 times a week", None);
        check(rule, "walk 7 days a week", None);
        check(rule, "be on time on 4 of 5 days", None);
        check(rule, "arrive by 11/10", None);
    }

    #[test]
    fn words_and_numbers_that_part_ways_are_seen() {
        let rule = |words: &Words<'_>, _: &Reading, text: &str| {
            amount_in(text).and_then(|amount| wrong_way(words, amount))
        };
        check(rule, "Reduce panic attacks from 2 to 5 times a week", Some("Reduce"));
        check(rule, "increase my walks from 5 to 2 a week", Some("increase"));
        check(rule, "reduce panic attacks from 5 to 2 times a week", None);
        check(rule, "improve my sleep from waking 4 times to 1 time a night", None);
    }

    #[test]
    fn what_a_place_cannot_hold_is_known() {
        let days = |number| AmountPhrase {
            per: Some(Period::Week),
            target: Some(Level::Exactly(number)),
            ..AmountPhrase::open(Unit::Days)
        };
        assert!(is_impossible(days(8)) && !is_impossible(days(7)));
        let rated = AmountPhrase { baseline: Some(11), ..AmountPhrase::open(Unit::OutOfTen) };
        assert!(is_impossible(rated));
    }
}
