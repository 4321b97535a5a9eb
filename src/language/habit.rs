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
        || words.phrase(at, "at weekends").is_some()
        || (words.at(at) == "on"
            && words.is_one_of(
                at + 1,
                "each every alternate school work working nights mornings evenings weekdays weeknights weekends schooldays workdays",
            ))
}

/// "on Saturdays", "Wednesday and Saturday visits", "Mon-Fri", "alternate evenings": times a week.
pub(crate) fn weekdays_at(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    let day = |at: usize| {
        let word = words.at(at);
        let dot = usize::from(word.len() < 6 && words.at(at + 1) == "." && 2 < word.len());
        let name = word.strip_suffix('s').filter(|name| name.len() > 4).unwrap_or(word);
        weekday(name).map(|day| (day, 1 + dot))
    };
    let (first, taken) = day(at)?;
    let is_short = words.at(at).len() < 5;
    let is_plural = words.at(at).ends_with('s') && words.at(at).len() > 5;
    let mut next = at + taken;
    if words.is_one_of(next, "to - – through thru til till until")
        && let Some((last, used)) = day(next + 1)
    {
        let days = (last.num_days_from_monday() + 7 - first.num_days_from_monday()) % 7 + 1;
        return Some((days, next + 1 + used - at));
    }
    let mut times = 1;
    loop {
        let joins = words.longest(next, ", and|, &|and|,|&|/|+|plus").unwrap_or(0);
        let Some((_, used)) = day(next + joins).filter(|_| 0 < joins || is_short) else { break };
        times += 1;
        next += joins + used;
    }
    let is_habit = words.is_one_of(next, "nights mornings evenings afternoons");
    // "dread of Monday mornings" names a thing.
    let is_often = (is_plural || is_habit) && (at == 0 || words.before(at) != "of");
    (is_often || 1 < times).then_some((times, next - at + usize::from(is_habit)))
}
