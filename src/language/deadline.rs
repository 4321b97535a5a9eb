//! By when: phrases to dates, and dates to words.
//!
//! A phrase is read as a `By`, which keeps what was said; only [`deadline`] turns it into a civil date.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::by_phrase;
use super::calendar::{MONTHS, Moving, Named, after, month_end};
use super::event;
use super::number::Number;
use super::word::Words;

/// What was said about the time by which something should be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// After a stretch of time.
    In(Number, &'static str),
    /// At the end of the day, week, month or year we are in.
    EndOf(&'static str),
    /// At the end of the next one.
    EndOfNext(&'static str),
    /// At something that happens, or the nth of it.
    Event(u32, &'static str),
    /// On a date.
    On(Named),
    /// Within a named month: its last day.
    Through(Named),
    /// On a holiday whose date moves.
    OnMoving(Moving),
    /// On the next such day.
    OnWeekday(Weekday),
    /// On such a day of the week after this one.
    NextWeekday(Weekday),
}

/// A date in full: "January 18, 2027".
pub fn full_date(date: NaiveDate) -> String {
    let month = usize::try_from(date.month0()).ok().and_then(|month| MONTHS.get(month)).copied();
    format!("{} {}, {}", month.unwrap_or_default(), date.day(), date.year())
}

/// The date a phrase means on the day `today`: "in 8 weeks", "by Christmas", "January 18", "01/18/2027".
///
/// A phrase without a year means the next such day; only a date with a year can lie in the past. Seasons and
/// school breaks are taken as they fall in most of the United States, to be seen in full and agreed to. `None` when
/// the words alone do not tell a date ("by discharge").
pub fn deadline(phrase: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words = Words::new(phrase);
    let (by, place) = by_phrase::find(&words).or_else(|| by_phrase::bare(&words))?;
    // "2026idk": whoever typed on without a space has not finished.
    let runs_on = words.is_glued(place.end) && words.at(place.end).starts_with(char::is_alphabetic);
    if runs_on { None } else { by.resolve(today) }
}

impl By {
    /// The date, if words alone tell it.
    fn resolve(self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::In(number, unit) => after(today, number.in_hundredths(), unit),
            Self::EndOf("week") => first(Weekday::Sun, today),
            Self::EndOf("month") => month_end(today),
            Self::EndOf("year") => NaiveDate::from_ymd_opt(today.year(), 12, 31),
            Self::EndOf(_) => Some(today),
            Self::EndOfNext(unit) => {
                Self::EndOf(unit).resolve(after(today.with_day(today.day().min(28))?, 100, unit)?)
            }
            Self::Event(1, name) => event::about(name)?.resolve(today),
            Self::Event(..) => None,
            Self::On(named) => named.resolve(today),
            Self::Through(named) => month_end(named.resolve(today.with_day(1)?)?),
            Self::OnMoving(holiday) => holiday.resolve(today),
            Self::OnWeekday(weekday) => first(weekday, today.succ_opt()?),
            Self::NextWeekday(weekday) => {
                let monday = Days::new(7 - u64::from(today.weekday().num_days_from_monday()));
                first(weekday, today.checked_add_days(monday)?)
            }
        }
    }
}

/// The first `weekday` on `from` or after it.
fn first(weekday: Weekday, from: NaiveDate) -> Option<NaiveDate> {
    from.iter_days().take(7).find(|day| day.weekday() == weekday)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Monday.
    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();

    #[track_caller]
    fn check(phrase: &str, expected: &str) {
        let found =
            deadline(phrase, TODAY).map_or_else(|| "none".to_owned(), |date| date.to_string());
        assert_eq!(found, expected, "{phrase}");
    }

    #[test]
    fn a_stretch_is_counted_from_today() {
        check("in 8 weeks", "2027-01-18");
        check("8 weeks", "2027-01-18");
        check("in two months", "2027-01-23");
        check("within the next three months", "2027-02-23");
        check("over six weeks", "2027-01-04");
        check("in half a year", "2027-05-23");
        check("two weeks from now", "2026-12-07");
        check("in a year and a half", "2028-05-23");
        check("in 3 to 5 days", "2026-11-28");
        check("in a couple of weeks", "2026-12-07");
        check("six weeks' time", "2027-01-04");
        check("by week 6", "2027-01-04");
        check("next month", "2026-12-23");
        check("tomorrow", "2026-11-24");
    }

    #[test]
    fn a_date_reads_in_every_usual_form() {
        for phrase in [
            "by January 18",
            "January 18, 2027",
            "jan 18th",
            "18 January 2027",
            "the 18th of January",
            "2027-01-18",
            "01/18/2027",
            "1/18/27",
            "1/18",
            "by 1/18.",
            "Jan. 18",
            "due 1/18/2027",
        ] {
            check(phrase, "2027-01-18");
        }
        check("1/18/2020", "2020-01-18");
        check("13/40/2027", "none");
        check("February 30", "none");
    }

    #[test]
    fn holidays_and_seasons_mean_the_next_one() {
        check("by Christmas", "2026-12-25");
        check("before Halloween", "2027-10-31");
        check("by Thanksgiving", "2026-11-26");
        check("until Easter", "2027-03-28");
        check("by New Year’s Eve", "2026-12-31");
        check("by the Fourth of July", "2027-07-04");
        check("by the summer holiday", "2027-06-15");
        check("by the end of the school year", "2027-06-15");
        check("by March", "2027-03-01");
        check("by the end of March", "2027-03-31");
        check("through the month of June", "2027-06-30");
    }

    #[test]
    fn weekdays_and_ends_lie_ahead() {
        check("by Friday", "2026-11-27");
        check("on Monday", "2026-11-30");
        check("next Friday", "2026-12-04");
        check("this Sunday", "2026-11-29");
        check("this week", "2026-11-29");
        check("by the end of the month", "2026-11-30");
        check("end of next month", "2026-12-31");
        check("end of the year", "2026-12-31");
    }

    #[test]
    fn an_end_is_said_in_many_ways() {
        check("a month on from today", "2026-12-23");
        check("a week from now", "2026-11-30");
        check("in a week or two", "2026-12-07");
        check("when 3 weeks are up", "2026-12-14");
        check("before the month is out", "2026-11-30");
        check("by the time the year ends", "2026-12-31");
        check("by the turn of the year", "2026-12-31");
        check("by EOY", "2026-12-31");
        check("this weekend", "2026-11-29");
        check("this evening", "2026-11-24");
        check("by mid-March", "2027-03-01");
        check("in early May", "2027-05-31");
        check("between now and June", "2027-06-01");
        check("2027/01/18", "2027-01-18");
        check("by my hearing on 1/18/2027", "2027-01-18");
        check("stay dry 6 weeks.", "2027-01-04");
        check("before she may get up", "none");
    }

    #[test]
    fn an_event_may_be_the_second_of_its_kind_but_not_any_one() {
        let event = |text: &str| by_phrase::find(&Words::new(text)).map(|(by, _)| by);
        assert_eq!(event("by the third quarter"), Some(By::Event(3, "quarter")));
        assert_eq!(event("before the recital"), Some(By::Event(1, "recital")));
        assert_eq!(event("by the day he leaves the ward"), Some(By::Event(1, "discharge")));
        assert_eq!(event("by the time my brother gets married"), Some(By::Event(1, "wedding")));
        assert_eq!(event("throughout the spring semester"), Some(By::Event(1, "semester")));
        assert_eq!(event("by age 6"), Some(By::Event(1, "birthday")));
        assert_eq!(event("before an interview"), None);
    }

    #[test]
    fn what_names_no_time_gives_no_date() {
        for phrase in [
            "",
            "soon",
            "by discharge",
            "within 5 minutes",
            "every day",
            "by 11:15 PM",
            "3 times a week",
            "December 24, 2026idk whenever",
            "🎄",
        ] {
            check(phrase, "none");
        }
    }

    #[test]
    fn a_date_in_full_reads_back() {
        let mut date = TODAY;
        for _ in 0..800 {
            assert_eq!(deadline(&full_date(date), TODAY), Some(date));
            date = date.succ_opt().unwrap();
        }
    }
}
