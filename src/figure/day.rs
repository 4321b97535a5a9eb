//! Civil dates as people in the United States write them.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn month(day: NaiveDate) -> &'static str {
    MONTHS.get(day.month0() as usize).copied().unwrap_or_default()
}

/// Whether this word is the name of a month, whole or short.
pub fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| *month == word || month.get(..3) == Some(word))
}

/// The day written "2026-11-22": three numbers, and no more of the calendar's many spellings.
pub fn dashed(text: &str) -> Option<NaiveDate> {
    let mut numbers = text.split('-');
    let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let None = numbers.next() else { return None };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// "Monday"
pub fn weekday(day: NaiveDate) -> &'static str {
    WEEKDAYS.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default()
}

/// "November 22, 2026"
pub fn long(day: NaiveDate) -> String {
    format!("{} {}, {}", month(day), day.day(), day.year())
}

/// "Sunday, November 22, 2026"
pub fn full(day: NaiveDate) -> String {
    format!("{}, {}", weekday(day), long(day))
}

/// Days around today in which a date needs no year to be understood: half a year.
const NEAR: i64 = 183;

/// Whether `day` is understood without its year by someone who reads it on `beside`.
fn is_near(day: NaiveDate, beside: NaiveDate) -> bool {
    day.year() == beside.year() || day.signed_duration_since(beside).num_days().abs() <= NEAR
}

/// "November 22", with the year where it would be missed.
pub fn spoken(day: NaiveDate, beside: NaiveDate) -> String {
    if is_near(day, beside) { format!("{} {}", month(day), day.day()) } else { long(day) }
}

/// "Nov 22", with the year where it would be missed.
pub fn short(day: NaiveDate, beside: NaiveDate) -> String {
    if is_near(day, beside) { format!("{} {}", brief(day), day.day()) } else { dated(day) }
}

/// "Nov 22, 2026"
pub fn dated(day: NaiveDate) -> String {
    format!("{} {}, {}", brief(day), day.day(), day.year())
}

fn brief(day: NaiveDate) -> &'static str {
    month(day).get(..3).unwrap_or_default()
}

/// Whether one of two dates is written with its year.
pub fn needs_year(one: NaiveDate, other: NaiveDate, beside: NaiveDate) -> bool {
    !is_near(one, beside) || !is_near(other, beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_date_reads_as_it_is_said() {
        assert_eq!(long(on(2026, 11, 22)), "November 22, 2026");
        assert_eq!(full(on(2026, 11, 22)), "Sunday, November 22, 2026");
    }

    #[test]
    fn a_day_is_read_as_it_is_kept() {
        assert_eq!(dashed("2026-11-22"), Some(on(2026, 11, 22)));
        for day in [on(2024, 2, 29), on(2027, 1, 1), on(986, 5, 9)] {
            assert_eq!(dashed(&day.to_string()), Some(day));
        }
        for text in ["", "2026-11", "2026-02-30", "November 22", "2026-11-22-", "20261122"] {
            assert_eq!(dashed(text), None, "{text}");
        }
    }

    #[test]
    fn the_year_is_said_only_where_it_would_be_missed() {
        let today = on(2026, 11, 22);
        assert_eq!(spoken(on(2026, 1, 3), today), "January 3");
        assert_eq!(spoken(on(2027, 1, 3), today), "January 3");
        assert_eq!(spoken(on(2027, 11, 3), today), "November 3, 2027");
        assert_eq!(short(on(2026, 5, 9), today), "May 9");
        assert_eq!(short(on(2025, 5, 9), today), "May 9, 2025");
    }
}
