//! Habits without a number: "every day", "on Saturdays", "Monday to Friday".

use super::calendar::weekday;
use super::list::{List, is_in};
use super::unit::adverb;
use super::word::Words;

/// Words that may follow an adverb of frequency; before anything else it is an adjective ("weekly reading time").
static FOLLOWS: List = List::new(
    "for by in at on and but with without until to or from when while before after so within over as \
    using if because through during",
);
/// Words after which a period says how often somebody looks, not how often it is done.
static TRACKED: List = List::new(
    "reviewed checked measured tracked monitored collected reported logged recorded data taken rated charted",
);

/// Whether a period between `before` and `after` is about keeping watch ("reviewed monthly").
pub(crate) fn is_tracking(before: [&str; 2], after: &str) -> bool {
    before.iter().any(|word| TRACKED.has(word)) || is_in("mean average basis review", after)
}

/// Whether the adverb of frequency at `at` belongs to the noun after it ("weekly reading time").
pub(crate) fn is_adjective(words: &Words<'_>, at: usize, next: usize) -> bool {
    let after = words.at(next);
    adverb(words.at(at)).is_some() && after.starts_with(char::is_alphabetic) && !FOLLOWS.has(after)
}

/// Whether a period at `at` can stand without a number: "every day", "nightly", not "a week".
pub(crate) fn is_frequency(words: &Words<'_>, at: usize) -> bool {
    words.is_one_of(at, "each every evry evrey q per")
        || adverb(words.at(at)).is_some()
        || (words.at(at) == "on"
            && words.is_one_of(
                at + 1,
                "each every alternate school nights mornings evenings weekdays weeknights weekends",
            ))
}

/// "on Saturdays", "Wednesday and Saturday visits", "Monday to Friday", "alternate evenings": times a week.
pub(crate) fn weekdays_at(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    let day = |at: usize| {
        let word = words.at(at);
        weekday(word.strip_suffix('s').filter(|name| name.len() > 4).unwrap_or(word))
            .filter(|_| word.len() > 4)
    };
    let first = day(at)?;
    let is_plural = words.at(at).ends_with('s');
    if words.is_one_of(at + 1, "to - – through") {
        let last = day(at + 2)?;
        let days = (last.num_days_from_monday() + 7 - first.num_days_from_monday()) % 7 + 1;
        return Some((days, 3));
    }
    let mut times = 1;
    let mut next = at + 1;
    while words.is_one_of(next, "and , & /") && day(next + 1).is_some() {
        times += 1;
        next += 2;
    }
    let is_habit = words.is_one_of(next, "nights mornings evenings afternoons");
    (is_plural || is_habit || 1 < times).then_some((times, next - at + usize::from(is_habit)))
}
