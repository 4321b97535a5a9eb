//! Civil dates as people name them: months, weekdays, holidays, numbers with strokes.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::list::Table;
use super::number::{number_at, ordinal_at};
use super::unit::look_up;
use super::word::Words;

/// Months in order.
#[rustfmt::skip] // twelve lines for twelve words
pub(crate) const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];

/// A date as far as it was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) year: Option<i32>,
    /// From 1 to 12.
    pub(crate) month: u32,
    pub(crate) day: Option<u32>,
}

impl Named {
    const fn day(month: u32, day: u32) -> Self {
        Self { year: None, month, day: Some(day) }
    }

    /// The date meant on `today`: without a year the next one there is; without a day the first of the month.
    pub(crate) fn resolve(self, today: NaiveDate) -> Option<NaiveDate> {
        let day = self.day.unwrap_or(1);
        let in_year = |year| NaiveDate::from_ymd_opt(year, self.month, day);
        match self.year {
            Some(year) => in_year(year),
            // February 29 comes round every eighth year at the worst.
            None => {
                (0..9).filter_map(|years| in_year(today.year() + years)).find(|&date| today <= date)
            }
        }
    }
}

/// The month `word` names, from 1 to 12; short forms of three letters and "Sept".
pub(crate) fn month(word: &str) -> Option<u32> {
    let starts = |name: &str| {
        word.eq_ignore_ascii_case(name)
            || (word.len() == 3 && name.get(..3).is_some_and(|n| n.eq_ignore_ascii_case(word)))
    };
    let at = if word == "sept" { Some(8) } else { MONTHS.iter().position(|name| starts(name)) };
    at.and_then(|at| u32::try_from(at + 1).ok())
}

/// The weekday `word` names once ("Saturday", not "Saturdays").
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" => Weekday::Mon,
        "tuesday" | "tues" | "tue" => Weekday::Tue,
        "wednesday" | "weds" | "wed" => Weekday::Wed,
        "thursday" | "thurs" | "thur" | "thu" => Weekday::Thu,
        "friday" | "fri" => Weekday::Fri,
        "saturday" | "sat" => Weekday::Sat,
        "sunday" | "sun" => Weekday::Sun,
        _ => return None,
    })
}

/// The English name of a weekday.
pub(crate) const fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// Days with a name and a fixed date, as 100 times the month, and the day.
static HOLIDAYS: Table<u32> = Table::phrases(&[
    ("new year's day|new year's|new year|new years", 101),
    ("valentine's day|valentine's|valentines day|valentines", 214),
    ("st patrick's day|st patricks day|st paddy's day", 317),
    ("earth day", 422),
    ("may day", 501),
    ("juneteenth", 619),
    ("fourth of july|4 th of july|july 4 th|july fourth|independence day", 704),
    ("halloween|hallowe'en", 1031),
    ("bonfire night|guy fawkes night|guy fawkes", 1105),
    ("veterans day|armistice day|remembrance day", 1111),
    ("christmas eve|xmas eve", 1224),
    ("christmas day|christmas|xmas", 1225),
    ("boxing day", 1226),
    ("new year's eve|new years eve", 1231),
]);

/// Days whose date moves from year to year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moving {
    Thanksgiving,
    Easter,
    LaborDay,
    MemorialDay,
    MothersDay,
    FathersDay,
}

static MOVING: Table<Moving> = Table::phrases(&[
    ("thanksgiving", Moving::Thanksgiving),
    ("easter sunday", Moving::Easter),
    ("easter", Moving::Easter),
    ("labor day", Moving::LaborDay),
    ("memorial day", Moving::MemorialDay),
    ("mother's day", Moving::MothersDay),
    ("father's day", Moving::FathersDay),
]);

impl Moving {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Thanksgiving => "thanksgiving",
            Self::Easter => "easter",
            Self::LaborDay => "labor_day",
            Self::MemorialDay => "memorial_day",
            Self::MothersDay => "mother's_day",
            Self::FathersDay => "father's_day",
        }
    }

    /// As people say it.
    pub(crate) const fn spoken(self) -> &'static str {
        match self {
            Self::Thanksgiving => "Thanksgiving",
            Self::Easter => "Easter",
            Self::LaborDay => "Labor Day",
            Self::MemorialDay => "Memorial Day",
            Self::MothersDay => "Mother's Day",
            Self::FathersDay => "Father's Day",
        }
    }

    fn in_year(self, year: i32) -> Option<NaiveDate> {
        let nth = |month, day, n| NaiveDate::from_weekday_of_month_opt(year, month, day, n);
        match self {
            Self::Thanksgiving => nth(11, Weekday::Thu, 4),
            Self::LaborDay => nth(9, Weekday::Mon, 1),
            Self::MemorialDay => nth(5, Weekday::Mon, 5).or_else(|| nth(5, Weekday::Mon, 4)),
            Self::MothersDay => nth(5, Weekday::Sun, 2),
            Self::FathersDay => nth(6, Weekday::Sun, 3),
            Self::Easter => easter(year),
        }
    }

    pub(crate) fn resolve(self, today: NaiveDate) -> Option<NaiveDate> {
        (0..2).filter_map(|years| self.in_year(today.year() + years)).find(|&date| today <= date)
    }
}

/// Easter Sunday of the Gregorian calendar.
///
/// Source: the anonymous algorithm printed in Nature, 20 April 1876, as given by Meeus, Astronomical Algorithms.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let correction = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * correction + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}

/// The fixed holiday at `at`.
pub(crate) fn holiday_at(words: &Words<'_>, at: usize) -> Option<(Named, usize)> {
    HOLIDAYS.at(words, at).map(|(date, taken)| (Named::day(date / 100, date % 100), taken))
}

/// The moving holiday at `at`.
pub(crate) fn moving_at(words: &Words<'_>, at: usize) -> Option<(Moving, usize)> {
    MOVING.at(words, at)
}

/// A date with a month name: "January 18, 2027", "18 January", "the 18th of January", "March".
pub(crate) fn month_date_at(words: &Words<'_>, at: usize) -> Option<(Named, usize)> {
    let start = at;
    let at = at + usize::from(words.at(at) == "the");
    if let Some(month) = month(words.at(at)) {
        let mut next = at + 1;
        // "Dec." keeps its stop only when a day follows.
        let dot = usize::from(words.at(next) == "." && day_at(words, next + 1).is_some());
        if let Some((day, taken)) = day_at(words, next + dot) {
            next += dot + taken;
            let year = year_at(words, next);
            next += year.map_or(0, |(_, taken)| taken);
            return Some((
                Named { year: year.map(|(year, _)| year), month, day: Some(day) },
                next - start,
            ));
        }
        let year = year_at(words, next);
        next += year.map_or(0, |(_, taken)| taken);
        return Some((Named { year: year.map(|(year, _)| year), month, day: None }, next - start));
    }
    let (day, taken) = day_at(words, at)?;
    let mut next = at + taken;
    next += usize::from(words.at(next) == "of");
    let month = month(words.at(next))?;
    next += 1;
    let year = year_at(words, next);
    next += year.map_or(0, |(_, taken)| taken);
    Some((Named { year: year.map(|(year, _)| year), month, day: Some(day) }, next - start))
}

fn day_at(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    let (day, taken) = match ordinal_at(words, at) {
        Some(found) => found,
        None if words.at(at).starts_with(|c: char| c.is_ascii_digit()) => {
            let (number, taken) = number_at(words, at)?;
            (number.as_whole()?, taken)
        }
        None => return None,
    };
    (1..=31).contains(&day).then_some((day, taken))
}

/// "2027", ", 2027".
pub(crate) fn year_at(words: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    let comma = usize::from(words.at(at) == ",");
    let word = words.at(at + comma);
    let year: i32 = word.parse().ok().filter(|_| word.len() == 4)?;
    (1900..2200).contains(&year).then_some((year, comma + 1))
}

/// A date in numbers: "2027-01-18", "1/18/2027", "1/18/27", and without a year "1/18". US order.
pub(crate) fn number_date_at(words: &Words<'_>, at: usize) -> Option<(Named, usize)> {
    let digits = |at: usize| {
        words
            .at(at)
            .parse::<u32>()
            .ok()
            .filter(|_| words.at(at).bytes().all(|b| b.is_ascii_digit()))
    };
    let glued = |to: usize| (at + 1..at + to).all(|at| words.is_glued(at));
    let valid = |named: Named| {
        let year = named.year.unwrap_or(2024);
        NaiveDate::from_ymd_opt(year, named.month, named.day.unwrap_or(1)).map(|_| named)
    };
    let first = digits(at)?;
    let mark = words.at(at + 1);
    if words.at(at).len() == 4 && matches!(mark, "-" | "/") && glued(5) && words.at(at + 3) == mark
    {
        let named = Named {
            year: i32::try_from(first).ok(),
            month: digits(at + 2)?,
            day: Some(digits(at + 4)?),
        };
        return valid(named).map(|named| (named, 5));
    }
    if mark != "/" && mark != "-" || !glued(3) {
        return None;
    }
    let second = digits(at + 2)?;
    if words.at(at + 3) == mark && glued(5) {
        let year = digits(at + 4)?;
        let year = match words.at(at + 4).len() {
            2 => 2000 + year,
            4 => year,
            _ => return None,
        };
        let named = Named { year: i32::try_from(year).ok(), month: first, day: Some(second) };
        return valid(named).map(|named| (named, 5));
    }
    if mark == "/" && words.at(at + 2).len() == 4 {
        return valid(Named { year: i32::try_from(second).ok(), month: first, day: None })
            .map(|named| (named, 3));
    }
    (mark == "/").then(|| valid(Named::day(first, second)).map(|named| (named, 3))).flatten()
}

/// `number` stretches of `unit` after `today`; halves count in days.
pub(crate) fn after(today: NaiveDate, hundredths: u32, unit: &str) -> Option<NaiveDate> {
    let whole = hundredths / 100;
    let rest = u64::from(hundredths % 100);
    let days =
        |each: u64| today.checked_add_days(Days::new((u64::from(hundredths) * each).div_ceil(100)));
    match unit {
        "hour" => today.checked_add_days(Days::new(u64::from(whole).div_ceil(24))),
        "day" => days(1),
        "week" => days(7),
        "month" => today
            .checked_add_months(Months::new(whole))?
            .checked_add_days(Days::new(rest * 30 / 100)),
        "year" => {
            let months = u32::try_from(u64::from(hundredths) * 12 / 100).ok()?;
            today.checked_add_months(Months::new(months))
        }
        _ => None,
    }
}

/// The last day of the month `date` lies in.
pub(crate) fn month_end(date: NaiveDate) -> Option<NaiveDate> {
    date.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// Whether `word` is one of the listed names of a stretch of time.
pub(crate) fn time_unit(word: &str) -> Option<&'static str> {
    look_up(&super::unit::TIME, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn easter_falls_where_the_tables_put_it() {
        // Source: U.S. Naval Observatory, dates of Easter.
        assert_eq!(easter(2024), Some(day(2024, 3, 31)));
        assert_eq!(easter(2027), Some(day(2027, 3, 28)));
        assert_eq!(easter(2038), Some(day(2038, 4, 25)));
    }

    #[test]
    fn a_month_is_counted_on_the_calendar() {
        assert_eq!(after(day(2026, 11, 30), 300, "month"), Some(day(2027, 2, 28)));
        assert_eq!(after(day(2026, 11, 23), 50, "year"), Some(day(2027, 5, 23)));
        assert_eq!(after(day(2026, 11, 23), u32::MAX, "year"), None);
    }

    #[test]
    fn a_day_without_a_year_is_the_next_one() {
        assert_eq!(Named::day(1, 18).resolve(day(2026, 11, 23)), Some(day(2027, 1, 18)));
        assert_eq!(Named::day(2, 29).resolve(day(2026, 11, 23)), Some(day(2028, 2, 29)));
    }
}
