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
        "at least|atleast|at leat|at the least|at the very least|no fewer than|no less than|no less then|no fewer then|no lower than|no shorter than|not less than|\
            not fewer than|not below|not under|never less than|never fewer than|never below|never under|nothing under|nothing below|a minimum of|a min of|\
            minimum of|min of|minimum|a bare minimum of|at or above|min|min .|upwards of|upward of|≥|> =|= >",
        Comparator::AtLeast,
    ),
    (
        "no more than|no more then|not more than|not more then|never more than|never over|never above|no higher than|no greater than|not above|not over|nothing above|\
            nothing over|at most|at the most|at the very most|a maximum of|a max of|maximum of|max of|maximum|at or below|max|max .|within|inside of|w / in|\
            no later than|no longer than|no later then|up to|not exceeding|not to exceed|without exceeding|does not exceed|inside|≤|< =|= <",
        Comparator::AtMost,
    ),
    (
        "fewer than|less than|less then|fewer then|lower than|shorter than|smaller than|in under|under|below|beneath|short of|<",
        Comparator::Below,
    ),
    (
        "more than|more then|greater than|longer than|higher than|better than|in excess of|over|above|exceeding|>",
        Comparator::Above,
    ),
]);
/// Said after a number or its unit.
pub(crate) static AFTER: Table<Comparator> = Table::phrases(&[
    (
        "or more|or better|or higher|or longer|or greater|or above|or over|or up|and above|and over|and up|and more|+|plus|- plus|as a minimum|as a bare minimum|at a minimum|\
            at a bare minimum|at minimum|at the minimum|at the very least|at the least|at least|minimum|bare minimum",
        Comparator::AtLeast,
    ),
    (
        "or less|or fewer|or under|or below|or lower|or sooner|or shorter|or quicker|or faster|and under|and below|at most|at the most|at the very most|at the outside|\
            at the latest|at the maximum|at a maximum|at max|as a maximum|maximum|max|tops|at the top end|and no more|and not more|but no more",
        Comparator::AtMost,
    ),
]);

/// The longest phrase of `list` at `at`.
pub(crate) fn comparator_at(
    list: &Table<Comparator>,
    words: &Words<'_>,
    at: usize,
) -> Option<(Comparator, usize)> {
    list.at(words, at)
}
