//! How strictly a number is meant: "at least", "no more than", "or better".

use super::list::Table;
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
pub(crate) static BEFORE: Table<Comparator> = Table::phrases(&[
    (
        "at least|atleast|at the very least|no fewer than|no less than|not less than|\
            not fewer than|never less than|a minimum of|\
            minimum of|minimum|at or above|min|min .|upwards of|≥|> =|= >",
        Comparator::AtLeast,
    ),
    (
        "no more than|no more then|not more than|never more than|not above|not over|nothing above|\
            nothing over|at most|at the very most|a maximum of|maximum of|maximum|at or below|max|max .|within|inside of|\
            no later than|no longer than|up to|not exceeding|inside|≤|< =|= <",
        Comparator::AtMost,
    ),
    ("fewer than|less than|lower than|in under|under|below|<", Comparator::Below),
    (
        "more than|more then|greater than|longer than|higher than|over|above|exceeding|>",
        Comparator::Above,
    ),
]);
/// Said after a number or its unit.
pub(crate) static AFTER: Table<Comparator> = Table::phrases(&[
    (
        "or more|or better|or higher|or longer|or greater|or above|or over|and above|and up|+|plus|- plus|as a minimum|at a minimum|at minimum|at the minimum|at the very least|at the least|at least|minimum|bare minimum",
        Comparator::AtLeast,
    ),
    (
        "or less|or fewer|or under|or below|or lower|or sooner|at most|at the most|at the very most|at the outside|\
            at the latest|maximum|max|tops",
        Comparator::AtMost,
    ),
]);

/// The longest phrase of `list` at `at`.
pub(crate) fn comparator_at(
    list: &Table<Comparator>,
    words: &Words<'_>,
    at: usize,
) -> Option<(Comparator, usize)> {
    // "and up to 2 snacks" begins another amount.
    list.at(words, at).filter(|(_, taken)| words.phrase(at + taken - 1, "up to").is_none())
}
