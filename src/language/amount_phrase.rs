//! Amounts as people type them: "3 times a week", "from 0 to 3 rides a week", "half the time", "7 out of 10".

use super::amount::{AmountPhrase, Level, Period, Unit};
use super::comparator::Comparator;
use super::number::{Number, number_at};
use super::quantity::{Kind, Quantity};
use super::reading::{Found, Rank, read};
use super::word::Words;

/// The amount a text names, if it can be kept as one: in times, minutes, out of ten, percent, or points of a sheet.
///
/// A share of seven days is times a week, any other share is percent; hours become minutes; "fewer than 3" is 2. `None`
/// when there is no number, when it is too large to be one, or when its unit is none of these.
pub fn amount_in(text: &str) -> Option<AmountPhrase> {
    let words = Words::new(text);
    let reading = read(&words);
    let Some(target) = reading.target.filter(|target| target.rank != Rank::Help) else {
        return lone_number(&words);
    };
    let unit = unit(&words, &target)?;
    let level = level(&target.quantity, unit)?;
    let baseline = reading.baseline.filter(|now| now.quantity.unit != "%change");
    let baseline = baseline.and_then(|now| {
        let number = whole(now.quantity.low.between(now.quantity.high), &now.quantity, unit)?;
        number.checked_mul(times_as_many(&now.quantity, &target.quantity)?)
    });
    let per = period(&target.quantity, unit);
    if per.is_none() && target.quantity.per.is_some() && matches!(unit, Unit::Times | Unit::Minutes)
    {
        return None;
    }
    Some(AmountPhrase { unit, per, baseline, target: Some(level) })
}

/// "3" in a field that asks how much: so many times, in a period still to be asked for.
fn lone_number(words: &Words<'_>) -> Option<AmountPhrase> {
    let (number, taken) = number_at(words, 0).filter(|(_, taken)| *taken == words.len())?;
    let number = u16::try_from(number.as_whole()?).ok()?;
    (0 < taken).then_some(AmountPhrase {
        target: Some(Level::Exactly(number)),
        ..AmountPhrase::open(Unit::Times)
    })
}

fn unit(words: &Words<'_>, target: &Found) -> Option<Unit> {
    let quantity = &target.quantity;
    match quantity.kind {
        Kind::Duration => Some(Unit::Minutes),
        Kind::Percent if quantity.unit == "%" => Some(Unit::Percent),
        Kind::Ratio | Kind::Score if is_total(words, target) => {
            Some(Unit::Points { max: small(quantity.of?)? })
        }
        Kind::Ratio if quantity.of == Some(Number::whole(10)) && quantity.unit == "items" => {
            Some(Unit::OutOfTen)
        }
        Kind::Score if quantity.unit == "/10" => Some(Unit::OutOfTen),
        Kind::Ratio if is_week(quantity) => Some(Unit::Times),
        Kind::Ratio => Some(Unit::Percent),
        Kind::Count if matches!(quantity.unit.as_str(), "times" | "items") => Some(Unit::Times),
        Kind::Percent | Kind::Score | Kind::Count => None,
    }
}

fn is_total(words: &Words<'_>, target: &Found) -> bool {
    let start = target.place.start;
    (start.saturating_sub(3)..=start).any(|at| words.at(at) == "total")
}

/// "5 of 7 nights"
fn is_week(quantity: &Quantity) -> bool {
    quantity.of == Some(Number::whole(7))
        && matches!(quantity.unit.as_str(), "days" | "nights" | "mornings" | "evenings" | "times")
}

/// The period, where there is one of the three a measure can have.
fn period(quantity: &Quantity, unit: Unit) -> Option<Period> {
    if unit == Unit::Times && quantity.kind == Kind::Ratio {
        return Some(Period::Week);
    }
    let per = quantity.per.filter(|per| {
        per.every == Number::whole(1) && matches!(unit, Unit::Times | Unit::Minutes)
    })?;
    match per.unit {
        "day" => Some(Period::Day),
        "week" => Some(Period::Week),
        "month" => Some(Period::Month),
        _ => None,
    }
}

/// How often the period of `now` comes in the period of `then`: what was daily is seven times a week.
///
/// `None` where that is no whole number, since a level nobody said must not be made up. A month counts as 30 days.
fn times_as_many(now: &Quantity, then: &Quantity) -> Option<u16> {
    let unit = |quantity: &Quantity| quantity.per.map(|per| (per.unit, per.every.as_whole()));
    match (unit(now), unit(then)) {
        (from, to) if from == to || from.is_none() => Some(1),
        (Some(("day", Some(1))), Some(("week", Some(1)))) => Some(7),
        (Some(("day", Some(1))), Some(("month", Some(1)))) => Some(30),
        _ => None,
    }
}

fn level(quantity: &Quantity, unit: Unit) -> Option<Level> {
    let (low, high) = (whole(quantity.low, quantity, unit)?, whole(quantity.high, quantity, unit)?);
    if low != high {
        return Some(Level::Range(low, high));
    }
    let counted = quantity.kind == Kind::Count;
    Some(Level::Exactly(match quantity.comparator {
        Comparator::Below if counted => low.saturating_sub(1),
        Comparator::Above if counted => low.saturating_add(1),
        _ => low,
    }))
}

/// `number` in `unit`, rounded to the nearest whole.
fn whole(number: Number, quantity: &Quantity, unit: Unit) -> Option<u16> {
    let hundredths = u64::from(number.in_hundredths());
    let scaled = match (quantity.kind, unit) {
        (Kind::Duration, _) if quantity.unit == "hours" => hundredths * 60,
        (Kind::Duration, _) if quantity.unit == "seconds" => hundredths.div_ceil(60),
        (Kind::Ratio, Unit::Percent) => {
            hundredths * 10_000 / u64::from(quantity.of?.in_hundredths()).max(1)
        }
        _ => hundredths,
    };
    u16::try_from((scaled + 50) / 100).ok()
}

fn small(number: Number) -> Option<u16> {
    u16::try_from(number.as_whole()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = amount_in(text).map_or_else(|| "none".to_owned(), |amount| amount.to_string());
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_the_sentence_says_is_read_back() {
        for text in [
            "3 times a week, up from 0",
            "down to twice a week, from 7",
            "20 minutes a day, up from 5",
            "down to 3 out of 10, from 8",
            "60% of the time, up from 20%",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn amounts_read_as_people_type_them() {
        check("3 times a week", "3 times a week");
        check("from 0 to 3 rides a week", "3 times a week, up from 0");
        check("twice a day", "twice a day");
        check("20 minutes a day", "20 minutes a day");
        check("half an hour every evening", "30 minutes a day");
        check("half the time", "50% of the time");
        check("7 out of 10", "at 7 out of 10");
        check("from an 8 to a 3 out of 10", "down to 3 out of 10, from 8");
        check("every day", "once a day");
        check("2-3 times a week", "2 to 3 times a week");
        check("three to five times a month", "3 to 5 times a month");
        check("twenty minutes", "20 minutes");
        check("5 of 7 nights", "5 times a week");
        check("4 out of 5 lessons", "80% of the time");
        check("60 percent of mornings (now 20)", "60% of the time, up from 20%");
        check("daily to twice a week", "down to twice a week, from 7");
        check("from daily to twice a week", "down to twice a week, from 7");
        check("fewer than 3 fights a week", "twice a week");
        check("3x/wk", "3 times a week");
        check("3", "3 times");
        check("Mondays and Thursdays", "twice a week");
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for text in [
            "",
            "a lot",
            "as much as I can",
            "99999999 times",
            "every other week",
            "🎲",
            "____ times a week",
        ] {
            check(text, "none");
        }
    }
}
