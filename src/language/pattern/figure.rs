//! Numbers, dates, times of day and addresses in a text, by their form.

use std::ops::Range;

use crate::language::calendar::{holiday_at, month, month_date_at, moving_at, weekday};
use crate::language::list::{List, Phrases, is_in};
use crate::language::number::number_at;
use crate::language::unit::per_at;
use crate::language::word::Words;

/// An e-mail or web address or a handle at `at`: a run without spaces, shorn of the marks around it.
pub(super) fn address_at(words: &Words<'_>, at: usize) -> Option<(Range<usize>, usize)> {
    if words.is_glued(at) {
        return None;
    }
    let taken = 1 + (at + 1..words.len()).take_while(|&next| words.is_glued(next)).count();
    let place = words.place(at..at + taken);
    let run = words.text.get(place.clone())?;
    let is_handle =
        run.split('@').skip(1).any(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
    let is_web = run.contains("://") || run.starts_with("www.");
    let is_edge = |c: char| !c.is_alphanumeric() && !matches!(c, '@' | '_');
    let from = run.trim_start_matches(is_edge);
    let shorn = from.trim_end_matches(is_edge);
    let start = place.end - from.len();
    let has_letters = shorn.contains(char::is_alphanumeric);
    (has_letters && (is_handle || is_web)).then_some((start..start + shorn.len(), taken))
}

/// How many pieces a number, date, time of day or telephone number takes at `at`.
pub(super) fn figure_at(words: &Words<'_>, at: usize) -> Option<usize> {
    phone_at(words, at).or_else(|| date_at(words, at)).or_else(|| clock_at(words, at)).or_else(
        || {
            let taken = counted_at(words, at)?;
            Some(taken + after_number(words, at + taken))
        },
    )
}

/// "+1 (555) 123-4567": at least seven digits with nothing but marks between.
fn phone_at(words: &Words<'_>, at: usize) -> Option<usize> {
    let digits = |at: usize| words.at(at).bytes().filter(u8::is_ascii_digit).count();
    let opens = words.is_one_of(at, "+ (") && 0 < digits(at + 1) + digits(at + 2);
    if !opens && digits(at) == 0 {
        return None;
    }
    let goes_on = |at: &usize| {
        let is_stop = words.at(*at) == "." && words.is_glued(at + 1);
        0 < digits(*at) || is_stop || words.is_one_of(*at, "+ ( ) - – /")
    };
    let run = (at..words.len()).take_while(goes_on);
    let last = run.clone().filter(|&at| 0 < digits(at)).last()?;
    (7 <= run.map(digits).sum::<usize>()).then_some(last + 1 - at)
}

/// Months and short weekdays that are everyday words as well.
static TWO_FACED: List = List::new("may march mar mon wed sat sun");

/// What else a month was said with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Day,
    Nothing,
}

/// Whether the word at `at` is meant as a month or a day, by what it follows or by its capital.
fn is_told(words: &Words<'_>, at: usize, beside: Beside) -> bool {
    let is_front = at == 0 || is_in(". ! ? : ; \" “", words.before(at));
    let has_capital = words.written(at).starts_with(|c: char| c.is_ascii_uppercase());
    let is_led = is_in(
        "in by on until till before after since from through during this next last early late every each mid",
        words.before(at),
    );
    !TWO_FACED.has(words.at(at)) || is_led || has_capital && (beside == Beside::Day || !is_front)
}

/// "January 18, 2027", "May", "the 3rd of June", "Mondays", "Thanksgiving".
fn date_at(words: &Words<'_>, at: usize) -> Option<usize> {
    let first = at + usize::from(words.at(at) == "the");
    let date = month_date_at(words, at).filter(|(named, _)| {
        let beside = if named.day.is_some() { Beside::Day } else { Beside::Nothing };
        let is_month_first = month(words.at(first)).is_some();
        // "the march" is no month.
        (first == at || beside == Beside::Day) && (!is_month_first || is_told(words, first, beside))
    });
    let word = words.at(at);
    let word = word.strip_suffix("'s").unwrap_or(word);
    let day = word.strip_suffix('s').filter(|day| 4 < day.len()).unwrap_or(word);
    let is_day = weekday(day).is_some() && is_told(words, at, Beside::Nothing);
    date.map(|(_, taken)| taken)
        .or_else(|| is_day.then_some(1))
        .or_else(|| holiday_at(words, at).map(|(_, taken)| taken))
        .or_else(|| moving_at(words, at).map(|(_, taken)| taken))
}

/// "noon", "half past seven".
fn clock_at(words: &Words<'_>, at: usize) -> Option<usize> {
    static PAST: Phrases =
        Phrases::new("half past|quarter past|quarter to|quarter after|quarter till");
    if words.is_one_of(at, "noon midday midnight") {
        return Some(1);
    }
    let past = PAST.at(words, at)?;
    Some(past + counted_at(words, at + past)?)
}

/// A number in figures or in words.
fn counted_at(words: &Words<'_>, at: usize) -> Option<usize> {
    static HALVES: Phrases =
        Phrases::new("half an hour|a quarter of an hour|an hour and a half|half a dozen");
    static MORE: List =
        List::new("hundreds thousand thousands million millions dozens twice thrice");
    let word = words.at(at);
    if word.contains(char::is_numeric) {
        return Some(1);
    }
    if let Some(taken) = HALVES.at(words, at) {
        return Some(taken);
    }
    // "once a week", and not "once I am home".
    if MORE.has(word) || word == "once" && per_at(words, at + 1).is_some() {
        return Some(1);
    }
    let is_pronoun = word == "one"
        && (is_in("no any every each some this that the which another only", words.before(at))
            || words.at(at + 1) == "another"
            || is_side_by_side(words, at));
    number_at(words, at).filter(|_| !is_pronoun).map(|(_, taken)| taken)
}

/// "one-on-one", either end of it.
fn is_side_by_side(words: &Words<'_>, at: usize) -> bool {
    let both = |at: usize| words.longest(at, "one - on - one|one - to - one").is_some();
    both(at) || at.checked_sub(4).is_some_and(both)
}

/// How many pieces at `at` belong to the number before: "th", "p.m.", "and a half".
fn after_number(words: &Words<'_>, at: usize) -> usize {
    let is_ending = words.is_glued(at) && words.is_one_of(at, "st nd rd th x k h s");
    if is_ending || words.is_one_of(at, "am pm o'clock") {
        return 1;
    }
    if let Some(half) = words.phrase(at, "and a half") {
        return half;
    }
    let short = words.longest(at, "a . m|p . m").unwrap_or(0);
    let has_stop = 0 < short && words.at(at + short) == "." && words.is_glued(at + short);
    short + usize::from(has_stop)
}

#[cfg(test)]
mod tests {
    use super::super::pattern;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(pattern(text, &[]), expected);
    }

    #[test]
    fn numbers_go_in_figures_and_in_words() {
        check("swim 3x, then twenty-five laps", "swim ____, then ____ laps");
        check("walk 8,000 steps or two hundred", "walk ____ steps or ____");
        check("sit with one friend once a week", "sit with ____ friend ____ a week");
        check("breathe for ½ of ٣ minutes", "breathe for ____ minutes");
        check("score under 10 on the PHQ-9", "score under ____ on the PHQ-____");
        check("rest half an hour, then five and a half more", "rest ____, then ____ more");
        check("help the eight-year-old", "help the ____-year-old");
        check("no one, each one, one another", "no one, each one, one another");
        check("once I am home, go out", "once I am home, go out");
    }

    #[test]
    fn dates_go_in_every_usual_form() {
        for date in [
            "January 18, 2027",
            "the 18th of January",
            "2027-01-18",
            "1/18/27",
            "May",
            "march 3rd",
            "Tuesdays and Thursdays",
            "saturday",
            "Christmas",
            "Thanksgiving",
            "New Year’s Eve",
        ] {
            check(&format!("swim by {date} with her"), "swim by ____ with her");
        }
        check("May I march in May?", "May I march in ____?");
        check("March 3 is my day", "____ is my day");
        check("rest on Sunday's walk", "rest on ____ walk");
        check("lie in the sun", "lie in the sun");
    }

    #[test]
    fn times_of_day_go() {
        for time in [
            "8:30",
            "5 pm",
            "5pm",
            "5 p.m.",
            "noon",
            "five o'clock",
            "half past seven",
            "ten past 9",
        ] {
            check(&format!("get up at {time} to run"), "get up at ____ to run");
        }
        check("walk from 7 to 8:15 a.m", "walk from ____");
    }

    #[test]
    fn telephone_numbers_and_addresses_go() {
        check("call +1 (555) 010-0134.", "call ____.");
        check("call (555) 010 0134, ask", "call ____, ask");
        check("call 555.010.0134 or 5550134", "call ____");
        check("write to (sam.b+x@mail.example), please", "write to (____), please");
        check("see https://x.example/a?b=1 or www.x.example!", "see ____!");
        check("follow @sam_b", "follow ____");
        check("meet @ home", "meet @ home");
    }
}
