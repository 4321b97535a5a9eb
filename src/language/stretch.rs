//! Stretches of time and occasions that are counted: "6 weeks", "the sixth session", "five months from today".

use super::calendar::{month_date_at, number_date_at, time_unit, weekday};
use super::deadline::By;
use super::event::{comes_round, counted_at, event_at};
use super::list::{List, Phrases};
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
            && words.longest(at + 2, "and a half|or two").is_some() =>
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
    if words.phrase(next, "or two").is_some() && number == Number::whole(1) {
        number = Number::whole(2);
        next += 2;
    }
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
        // "the 15th of next month"
        if words.at(next) == "of" {
            return None;
        }
        // "the first 45 days"
        if number_at(words, next).is_some() {
            return None;
        }
        if let Some((name, used)) = counted_at(words, next) {
            return Some((By::Event(place, name), next + used - at));
        }
        if let Some((name, used)) = event_at(words, next).filter(|(name, _)| comes_round(name)) {
            return Some((By::Event(place, name), next + used - at));
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

/// What makes a length of time one from today on.
static FROM_HERE: Phrases = Phrases::new(
    "from now|from today|on from now|on from today|from the start|from the start date|from the start of care|from intake|from admission|from eval|from surgery|after surgery|\
        post - op|post op|after discharge|time|later|ahead|hence|are up|are over|have gone by|down the line",
);

/// "10 weeks from now", "five months from today", "three weeks on", "in six weeks' time".
pub(super) fn from_now(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    let (by, taken) = length_at(words, at).or_else(|| one_at(words, at))?;
    let next = at + taken;
    let tail = FROM_HERE.at(words, next);
    let is_on = words.is_one_of(next, "on in out along")
        && (next + 1 == words.len() || words.is_one_of(next + 1, ". ,"));
    let used = tail.or(is_on.then_some(1))?;
    Some((by, taken + used))
}

static OF_NEXT: Phrases = Phrases::new(
    "of the next|of the coming|of her next|of his next|of my next|of our next|of their next|of my coming|of her coming|of his coming",
);

/// "of the next 10 mornings": the number is how many occasions, the days are the time.
pub(super) fn of_the_next(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    let used = OF_NEXT.at(words, at)?;
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

/// A date whose year is named needs no preposition: "Target date: 6/30/2027".
pub(super) fn date_with_year(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    let (named, taken) = number_date_at(words, at).or_else(|| month_date_at(words, at))?;
    (named.year.is_some() && named.day.is_some()).then_some((By::On(named), taken))
}

/// "8 visits", "4-6 sessions": the last of them.
pub(super) fn visits_at(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    let (mut number, mut taken) = number_at(words, at)?;
    if let Some((upper, used)) = number_at(words, at + taken + 1)
        .filter(|(upper, _)| words.is_one_of(at + taken, "- – to or") && number < *upper)
    {
        number = upper;
        taken += 1 + used;
    }
    let (name, used) = counted_at(words, at + taken)?;
    let number = number.as_whole().filter(|number| 1 < *number)?;
    Some((By::Event(number, name), taken + used))
}

/// "the month is out", "the week's over", "the year ends": the pieces from its unit on.
pub(super) fn over_at(words: &Words<'_>, at: usize) -> Option<usize> {
    time_unit(words.at(at))?;
    let used = words.longest(at + 1, "is out|is over|is up|ends|finishes|has passed");
    let is_short = words.at(at).ends_with("'s") && words.is_one_of(at + 1, "out over up end close");
    used.or(is_short.then_some(1)).map(|used| 1 + used)
}

/// "EOY", "end of Q2": the pieces it takes.
pub(super) fn short_at(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    match words.at(at) {
        "eoy" => Some((By::EndOf("year"), 1)),
        "eom" => Some((By::EndOf("month"), 1)),
        "q" => number_at(words, at + 1).map(|(_, taken)| (By::Event(1, "quarter"), 1 + taken)),
        _ => None,
    }
}

/// "she turns six", "I am 30", "age 6", "the age of 6": the pieces it takes.
pub(super) fn birthday_at(words: &Words<'_>, at: usize) -> Option<usize> {
    let turns = words.is_one_of(at, "i he she they") && words.is_one_of(at + 1, "turn turns");
    let lead = if turns {
        2
    } else {
        words
            .longest(at, "age|age of|he is|she is|they are|i am")
            .or_else(|| words.is_one_of(at, "he's she's i'm").then_some(1))?
    };
    let (_, taken) = number_at(words, at + lead)?;
    let next = at + lead + taken;
    (next == words.len()
        || words.is_one_of(next, ", . ; : years")
        || turns
        || words.at(at) == "age")
        .then_some(lead + taken)
}

/// "Stay off weed 6 months.": a length at the end of its clause is how long that lasts.
pub(super) fn last_length(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    static PARTS: List = List::new(
        "last past previous every each per of to or and than least most about under over from for is was at in x - – ( / first only up by within",
    );
    let dry = words.is_one_of(at.saturating_sub(1), "sober clean dry abstinent")
        && words.is_one_of(at, "a one");
    let found = if dry { one_at(words, at) } else { length_at(words, at) };
    let (by, taken) = found.filter(|(by, _)| matches!(by, By::In(_, "week" | "month" | "year")))?;
    let ends = at + taken == words.len() || words.is_one_of(at + taken, ". , ;");
    (0 < at && ends && !PARTS.has(words.before(at)) && number_at(words, at - 1).is_none())
        .then_some((by, taken))
}

/// "a month"
fn one_at(words: &Words<'_>, at: usize) -> Option<(By, usize)> {
    let unit = words.is_one_of(at, "a an one").then(|| time_unit(words.at(at + 1))).flatten()?;
    matches!(unit, "week" | "month" | "year").then_some((By::In(Number::whole(1), unit), 2))
}
