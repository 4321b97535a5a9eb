//! Stretches of time and occasions that are counted: "6 weeks", "the sixth session", "five months from today".

use super::calendar::{time_unit, weekday};
use super::deadline::By;
use super::event::{comes_round, counted_at, event_at};
use super::number::{Number, number_at, ordinal_at};
use super::unit::is_day;
use super::word::Words;

/// "6 weeks", "3-5 months", "half a year", "a couple of weeks", "a year and a half": the longer end.
pub(super) fn length_at(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    let mut next = at;
    let (mut number, taken) = match words.at(at) {
        "half" => (Number::hundredths(50), 1 + usize::from(words.at(at + 1) == "a")),
        "couple" => (Number::whole(2), 1 + usize::from(words.at(at + 1) == "of")),
        "few" => (Number::whole(3), 1),
        "a" if words.is_one_of(at + 1, "couple few") => {
            return length_at(words, at + 1).map(|(by, taken)| (by, taken + 1));
        }
        "a" if time_unit(words.at(at + 1)).is_some()
            && words.phrase(at + 2, "and a half").is_some() =>
        {
            (Number::whole(1), 1)
        }
        _ => number_at(words, at)?,
    };
    next += taken;
    let upper = number_at(words, next + 1).filter(|(upper, _)| number < *upper);
    if let Some((upper, taken)) = upper.filter(|_| words.is_one_of(next, "- – to or")) {
        number = upper;
        next += 1 + taken;
    }
    next += usize::from(words.at(next) == "-");
    while words.is_one_of(next, "full whole more calendar short further additional school ( )") {
        next += 1;
    }
    let unit = time_unit(words.at(next))?;
    next += 1;
    if words.phrase(next, "and a half").is_some() {
        number = Number::hundredths(number.in_hundredths() + 50);
        next += 3;
    }
    // "four months' time"
    next += usize::from(words.at(next) == "'");
    match unit {
        "day" | "week" | "month" | "year" => Some((By::In(number, unit), next - at)),
        "fortnight" => {
            Some((By::In(Number::hundredths(number.in_hundredths() * 2), "week"), next - at))
        }
        "hour" if Number::whole(24) <= number => Some((By::In(number, "hour"), next - at)),
        _ => None,
    }
}

/// "week 6", "month one", "session 6", "the sixth session", "the seventh PT visit", "the six-week check".
pub(super) fn placed_at(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    let unit =
        time_unit(words.at(at)).filter(|unit| matches!(*unit, "day" | "week" | "month" | "year"));
    if let Some(unit) = unit.filter(|_| words.at(at).len() > 1) {
        let skip = usize::from(words.at(at + 1) == "#");
        let (number, taken) = number_at(words, at + 1 + skip)?;
        return Some((By::In(number, unit), 1 + skip + taken));
    }
    if let Some((name, used)) = counted_at(words, at) {
        let skip = usize::from(words.is_one_of(at + used, "# number"));
        let (number, taken) = number_at(words, at + used + skip)?;
        // "at start of lesson 4/5 lessons" is a share.
        if words.at(at + used + skip + taken) == "/" {
            return None;
        }
        return Some((By::Event(number.as_whole()?, name), used + skip + taken));
    }
    let (place, taken) = ordinal_at(words, at)?;
    for gap in 0..3 {
        let next = at + taken + gap;
        // "the first 45 days"
        if number_at(words, next).is_some() {
            return None;
        }
        if let Some((name, used)) = counted_at(words, next) {
            return Some((By::Event(place, name), next + used - at));
        }
        if let Some((name, used)) = event_at(words, next).filter(|(name, _)| comes_round(name)) {
            return Some((By::Event(1, name), next + used - at));
        }
        if words.at(next) == "birthday" {
            return Some((By::Event(1, "birthday"), next + 1 - at));
        }
        if let Some(unit) =
            time_unit(words.at(next)).filter(|unit| matches!(*unit, "day" | "week" | "month"))
        {
            return Some((By::In(Number::whole(place), unit), next + 1 - at));
        }
    }
    None
}

/// "10 weeks from now", "five months from today", "three weeks on", "in six weeks' time".
pub(super) fn from_now(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    let (by, taken) = length_at(words, at)?;
    let next = at + taken;
    let tail = words.longest(
        next,
        "from now|from today|from the start|from the start date|time|later|ahead|hence",
    );
    let is_on =
        words.at(next) == "on" && (next + 1 == words.len() || words.is_one_of(next + 1, ". ,"));
    let used = tail.or(is_on.then_some(1))?;
    Some((by, taken + used))
}

/// "of the next 10 mornings": the number is how many occasions, the days are the time.
pub(super) fn of_the_next(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    let used = words.longest(at, "of the next|of the coming|of her next|of his next|of my next")?;
    let (number, taken) = number_at(words, at + used)?;
    let next = at + used + taken;
    let day = words.at(next).strip_suffix('s').and_then(weekday);
    let unit = if day.is_some() {
        "week"
    } else if is_day(words.at(next)) {
        "day"
    } else {
        time_unit(words.at(next))?
    };
    matches!(unit, "day" | "week" | "month").then_some((By::In(number, unit), used + taken + 1))
}
