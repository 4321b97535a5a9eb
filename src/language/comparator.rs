//! How strictly a number is meant: "at least", "no more than", "or better".

use super::list::Phrases;
use super::word::Words;

/// How strictly the number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparator {
    Equal,
    AtLeast,
    AtMost,
    Below,
    Above,
}

/// Said before a number, phrases parted by strokes.
pub(crate) static BEFORE: &[(Phrases, Comparator)] = &[
    (
        Phrases::new(
            "at least|no fewer than|no less than|not less than|a minimum of|minimum of|minimum|at or above|min",
        ),
        Comparator::AtLeast,
    ),
    (
        Phrases::new(
            "no more than|not more than|at most|a maximum of|maximum of|maximum|at or below|max|within|inside of",
        ),
        Comparator::AtMost,
    ),
    (Phrases::new("no later than|no longer than|up to|not exceeding|inside"), Comparator::AtMost),
    (Phrases::new("fewer than|less than|lower than|in under|under|below"), Comparator::Below),
    (
        Phrases::new("more than|greater than|longer than|higher than|over|above|exceeding"),
        Comparator::Above,
    ),
];
/// Said after a number or its unit.
pub(crate) static AFTER: &[(Phrases, Comparator)] = &[
    (
        Phrases::new(
            "or more|or better|or higher|or longer|or greater|or above|or over|and above|and up|+|plus|- plus",
        ),
        Comparator::AtLeast,
    ),
    (
        Phrases::new(
            "as a minimum|at a minimum|at minimum|at the very least|at the least|at least|minimum",
        ),
        Comparator::AtLeast,
    ),
    (
        Phrases::new(
            "or less|or fewer|or under|or below|or lower|or sooner|at most|at the most|maximum|max|tops",
        ),
        Comparator::AtMost,
    ),
];

/// The longest phrase of `list` at `at`.
pub(crate) fn comparator_at(
    list: &[(Phrases, Comparator)],
    words: &Words<'_>,
    at: usize,
) -> Option<(Comparator, usize)> {
    let each = |(phrases, comparator): &(Phrases, Comparator)| {
        phrases.at(words, at).map(|taken| (*comparator, taken))
    };
    list.iter().filter_map(each).max_by_key(|&(_, taken)| taken)
}
