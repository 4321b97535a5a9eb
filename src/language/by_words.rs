//! By when, in words that are read back as the same time.

use super::calendar::{MONTHS, Named, weekday_name};
use super::deadline::By;
use super::number::{Number, ordinal};

/// "within 6 weeks", "by March 5, 2027", "by the end of the month", "by session 6".
pub(crate) fn by_words(by: By) -> String {
    match by {
        By::In(number, unit) => {
            let s = if number == Number::whole(1) { "" } else { "s" };
            format!("within {number} {unit}{s}")
        }
        By::EndOf(unit) => format!("by the end of this {unit}"),
        By::EndOfNext(unit) => format!("by the end of next {unit}"),
        By::Event(number, name) if is_counted(name) => format!("by {name} {number}"),
        By::Event(place, name) if 1 < place => {
            format!("by the {} {}", ordinal(place), name.replace('_', " "))
        }
        By::Event(_, name) => format!("by the {}", name.replace('_', " ")),
        By::On(named) => format!("by {}", date(named)),
        By::Through(named) => format!("through {}", date(named)),
        By::OnMoving(holiday) => format!("by {}", holiday.spoken()),
        By::OnWeekday(day) => format!("by {}", weekday_name(day)),
        By::NextWeekday(day) => format!("next {}", weekday_name(day)),
    }
}

/// Whether an occasion is known by its number.
fn is_counted(name: &str) -> bool {
    matches!(name, "session" | "visit" | "appointment" | "meeting" | "lesson" | "check-in")
}

fn date(named: Named) -> String {
    let month = usize::try_from(named.month).ok().and_then(|month| month.checked_sub(1));
    let month = month.and_then(|month| MONTHS.get(month)).copied().unwrap_or_default();
    match (named.day, named.year) {
        (Some(day), Some(year)) => format!("{month} {day}, {year}"),
        (Some(day), None) => format!("{month} {day}"),
        (None, Some(year)) => format!("{month} {year}"),
        (None, None) => month.to_owned(),
    }
}
