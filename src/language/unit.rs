//! What numbers count: stretches of time, lengths and weights, and what happens again and again.

use super::list::{List, Table};
use super::number::{Number, number_at, ordinal_at};
use super::word::Words;

/// Stretches of time by the words for them.
pub(crate) static TIME: Table<&str> = Table::words(&[
    ("second seconds sec secs s", "second"),
    ("minute minutes min mins mintues minuets", "minute"),
    ("hour hours hr hrs h", "hour"),
    ("day days d", "day"),
    ("week weeks week's wk wks w", "week"),
    ("fortnight fortnights", "fortnight"),
    ("month months month's mo mos mth mths", "month"),
    ("year years year's yr yrs", "year"),
]);

/// Parts of a day and named days: how often they come is known.
static PARTS: Table<&str> = Table::words(&[
    (
        "night nights nite nites morning mornings evening evenings afternoon afternoons bedtime bedtimes lunchtime lunchtimes",
        "day",
    ),
    ("weekday weekdays schoolday schooldays weeknight weeknights workday workdays", "weekday"),
    ("weekend weekends", "week"),
    ("monday tuesday wednesday thursday friday saturday sunday", "week"),
    ("mondays tuesdays wednesdays thursdays fridays saturdays sundays", "week"),
]);

/// Occasions a number can belong to ("once a lesson"); how often they come is not known.
static OCCASIONS: List = List::new(
    "session visit appointment shift class lesson period meal semester term quarter recess hour conversation game practice activity assignment turn \
    paycheck discussion talk walk rehearsal group meeting outing trip ride drive snack bath mealtime dinner lunch breakfast break match training workout \
    call event sitting test round trimester",
);

/// The occasion that `word` names, one or many of them.
fn occasion(word: &str) -> Option<&'static str> {
    match word {
        "tx" | "treatment" | "treatments" => return Some("session"),
        "appt" | "appts" => return Some("appointment"),
        "payday" | "paydays" => return Some("paycheck"),
        "activities" => return Some("activity"),
        "hr" | "hrs" => return Some("hour"),
        _ => {}
    }
    let named = |word: &str| OCCASIONS.position(word).and_then(|at| u32::try_from(at).ok());
    named(word)
        .or_else(|| word.strip_suffix('s').and_then(named))
        .or_else(|| word.strip_suffix("es").and_then(named))
        .map(|at| OCCASIONS.nth(at))
}

/// Units that are measured, not counted.
pub(crate) static PHYSICAL: Table<&str> = Table::words(&[
    ("foot feet ft", "feet"),
    ("inch inches", "inches"),
    ("meter meters metre metres m", "meters"),
    ("yard yards yd yds", "yards"),
    ("mile miles mi", "miles"),
    ("km kilometer kilometers kilometre kilometres", "km"),
    ("pound pounds lb lbs", "pounds"),
    ("kg kgs kilogram kilograms kilo kilos", "kg"),
    ("degree degrees deg degs °", "degrees"),
    ("calorie calories kcal", "calories"),
    ("ounce ounces oz", "ounces"),
]);

/// Whether `unit` is one of those that are measured.
pub(crate) fn is_measured(unit: &str) -> bool {
    PHYSICAL.all().any(|name| name == unit)
}

/// Help from others; counted only when nothing else is.
pub(crate) static HELP: List = List::new(
    "prompt prompts cue cues reminder reminders redirection redirections redirect redirects prompting cueing nudge nudges hint hints promts remiders",
);

/// How many of which stretch: "two weeks", "12 hours".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Per {
    pub(crate) every: Number,
    pub(crate) unit: &'static str,
    /// How often within one of them, when a word for that stands there ("weekday": five in a week).
    pub(crate) times: Number,
}

impl Per {
    pub(crate) const fn one(unit: &'static str) -> Self {
        Self { every: Number::whole(1), unit, times: Number::whole(1) }
    }

    const fn of(every: u32, unit: &'static str) -> Self {
        Self { every: Number::whole(every), unit, times: Number::whole(1) }
    }

    /// Every other one, as the guideline of the goals writes it: half a time in a day, once in two of anything else.
    fn other(unit: &'static str) -> Self {
        if unit == "day" {
            Self { times: Number::hundredths(50), ..Self::one(unit) }
        } else {
            Self::of(2, unit)
        }
    }
}

pub(crate) fn look_up(list: &Table<&'static str>, word: &str) -> Option<&'static str> {
    list.of(word)
}

/// The stretch or the occasion `word` names once.
pub(crate) fn per_unit(word: &str) -> Option<Per> {
    match look_up(&TIME, word).or_else(|| look_up(&PARTS, word)).or_else(|| occasion(word))? {
        "fortnight" => Some(Per::of(2, "week")),
        "weekday" => Some(Per { times: Number::whole(5), ..Per::one("week") }),
        "second" => None,
        unit => Some(Per::one(unit)),
    }
}

/// Whether `word` names days, or parts of days, that can be counted as times.
pub(crate) fn is_day(word: &str) -> bool {
    look_up(&PARTS, word).is_some() || matches!(word, "day" | "days")
}

/// "a week", "per session", "/wk", "each day", "every 12 hours", "q shift", "weekly" at `at`, and the pieces it takes.
pub(crate) fn per_at(words: &Words<'_>, at: usize) -> Option<(Per, usize)> {
    let word = words.at(at);
    if let Some(per) = adverb(word) {
        return Some((per, 1));
    }
    let skip = match word {
        "alternate" => 0,
        "wpm" => return Some((Per::one("minute"), 1)),
        "on" if on_days(words, at).is_some() => return on_days(words, at),
        "at" if words.at(at + 1) == "weekends" => return Some((Per::one("week"), 2)),
        "on" if words.at(at + 1) == "alternate" => 1,
        "a" | "an" | "per" | "/" | "each" | "every" | "evry" | "evrey" | "q" | "any" | "one" => 1,
        "in" | "of" | "on" | "out" if words.is_one_of(at + 1, "a an each every any the one") => 2,
        // "once in three months"
        "in" if words.is_one_of(at.saturating_sub(1), "once twice thrice times time")
            && number_at(words, at + 1).is_some() =>
        {
            1
        }
        "times" if words.is_one_of(at + 1, "a per each every") => 2,
        _ => return None,
    };
    let is_the = words.at(at + 1) == "the" && skip == 2;
    let mut next = at + skip;
    if words.is_one_of(next.saturating_sub(1), "each every") && words.is_one_of(next, "single and")
    {
        next += if words.at(next) == "and" { 2 } else { 1 };
    }
    let second = ordinal_at(words, next).filter(|&(place, _)| place == 2).map(|(_, taken)| taken);
    let other = second.or(words.is_one_of(next, "other alternate").then_some(1));
    if let Some(taken) = other.filter(|_| !is_the) {
        let per = per_unit(words.at(next + taken))?;
        return Some((Per::other(per.unit), next + taken + 1 - at));
    }
    let counts = matches!(words.before(next), "every" | "each" | "in" | "q")
        || word == "/"
        || word == "per" && words.at(next) == "24";
    if let Some((number, taken)) = number_at(words, next).filter(|_| counts) {
        let per = per_unit(words.at(next + taken))?;
        if number == Number::whole(24) && per.unit == "hour" {
            return Some((Per::one("day"), next + taken + 1 - at));
        }
        return Some((Per { every: number, ..per }, next + taken + 1 - at));
    }
    // "every third day"
    if word == "every"
        && let Some((place, taken)) = ordinal_at(words, next).filter(|(place, _)| 2 < *place)
    {
        let per = per_unit(words.at(next + taken))?;
        return Some((Per { every: Number::whole(place), ..per }, next + taken + 1 - at));
    }
    // "per 30-minute session"
    if let Some((_, taken)) = number_at(words, next)
        && words.at(next + taken) == "-"
        && let Some(per) = per_unit(words.at(next + taken + 2))
    {
        return Some((per, next + taken + 3 - at));
    }
    // "each school day", "every OT session"
    let gap = usize::from(
        per_unit(words.at(next)).is_none()
            && words.is_one_of(next.saturating_sub(1), "each every per"),
    );
    next += gap;
    let per = per_unit(words.at(next))?;
    // "of the day" and "in the morning" say when, not how often; "nights of the week" is the exception.
    if is_the && per.unit != "week" && per.unit != "month" {
        return None;
    }
    Some((per, next + 1 - at))
}

/// "on school nights", "on weekends": each of them.
fn on_days(words: &Words<'_>, at: usize) -> Option<(Per, usize)> {
    let school = words.is_one_of(at + 1, "school work working");
    let skip = 1 + usize::from(school);
    // "on school days"
    if school && words.at(at + skip) == "days" {
        return per_unit("weekday").map(|per| (per, skip + 1));
    }
    let is_many = words.is_one_of(
        at + skip,
        "nights mornings evenings afternoons weekdays weeknights weekends schooldays workdays",
    );
    per_unit(words.at(at + skip)).filter(|_| is_many).map(|per| (per, skip + 1))
}

/// Words that are a frequency by themselves.
pub(crate) fn adverb(word: &str) -> Option<Per> {
    Some(match word {
        "daily" | "nightly" | "everyday" | "qd" | "qhs" => Per::one("day"),
        "weekly" | "wkly" => Per::one("week"),
        "fortnightly" | "biweekly" => Per::of(2, "week"),
        "monthly" => Per::one("month"),
        "quarterly" => Per::of(3, "month"),
        "yearly" | "annually" => Per::one("year"),
        "hourly" => Per::one("hour"),
        "bid" | "bd" => Per { times: Number::whole(2), ..Per::one("day") },
        "qid" | "qds" => Per { times: Number::whole(4), ..Per::one("day") },
        "tid" | "tds" => Per { times: Number::whole(3), ..Per::one("day") },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str, &str, usize)>) {
        let words = Words::new(text);
        let found = per_at(&words, 0)
            .map(|(per, taken)| (per.times.to_string(), per.every.to_string(), per.unit, taken));
        let expected = expected
            .map(|(times, every, unit, taken)| (times.to_owned(), every.to_owned(), unit, taken));
        assert_eq!(found, expected);
    }

    #[test]
    fn a_stretch_is_read_however_it_is_joined_on() {
        check("a week", Some(("1", "1", "week", 2)));
        check("/wk", Some(("1", "1", "week", 2)));
        check("per session", Some(("1", "1", "session", 2)));
        check("every 12 hours", Some(("1", "12", "hour", 3)));
        check("of the week", Some(("1", "1", "week", 3)));
        check("fortnightly", Some(("1", "2", "week", 1)));
        check("BID", Some(("2", "1", "day", 1)));
        check("every other day", Some(("0.5", "1", "day", 3)));
        check("every second Sunday", Some(("1", "2", "week", 3)));
        check("every other week", Some(("1", "2", "week", 3)));
        check("each and every day", Some(("1", "1", "day", 4)));
    }

    #[test]
    fn when_is_not_how_often() {
        check("in the morning", None);
        check("a friend", None);
        check("the week", None);
    }
}
