//! Whether a goal can be reached from here: how far it is, how sure the client is, what helps.

use super::amount::{AmountPhrase, Level, Unit};
use super::care;
use super::lexicon::is_verb_stem;
use super::list::List;
use super::word::Words;

/// Confidence from 0 to 10 below which a smaller step is talked about; a line of ours, not a measured one.
pub(crate) const SURE: u8 = 7;

/// How many times the level now the level wanted may be before the step counts as big.
const TIMES_AS_MUCH: u16 = 4;
/// How much that must be at least, in the unit of the amount: from 1 to 4 is a step like any other.
const AT_LEAST: u16 = 4;

/// Whether the level wanted is far from the level now: four times as much, a fourth, or half of a whole scale.
///
/// None of something is no big step: who stops altogether has decided that.
pub(crate) fn is_big_step(amount: AmountPhrase) -> bool {
    let (Some(now), Some(then)) = (amount.baseline, amount.target) else { return false };
    if amount.stays() {
        return false;
    }
    let (from, to) = match then {
        Level::Exactly(number) => (number, number),
        Level::Range(from, to) => (from.min(to), from.max(to)),
    };
    let nearest = if now < from { from } else { to };
    let way = nearest.abs_diff(now);
    let half = match amount.unit {
        Unit::OutOfTen => Some(5),
        Unit::Percent => Some(50),
        Unit::Points { max } => Some(max / 2 + 1),
        Unit::Times | Unit::Minutes | Unit::Hours | Unit::Days | Unit::Nights => None,
    };
    let (small, large) = (now.min(nearest), now.max(nearest));
    nearest != 0
        && half.map_or(AT_LEAST <= way && small.saturating_mul(TIMES_AS_MUCH) <= large, |half| {
            half <= way
        })
}

/// Whether a smaller step may be put into words at all beside these.
pub(crate) fn may_be_halved(words: &Words<'_>) -> bool {
    !care::is_harm(words) && !care::is_medicine(words)
}

static HELP: List = List::new(
    "with using use uses together reminder reminders prompt prompts cue cues help helps helping support supports alarm assistance \
    supervision encouragement",
);

/// Whether a whole goal names something or somebody that helps.
pub(crate) fn names_help(words: &Words<'_>) -> bool {
    (0..words.len()).any(|at| {
        let by =
            words.before(at) == "by" && words.at(at).strip_suffix("ing").is_some_and(is_verb_stem);
        by || HELP.has(words.at(at))
    })
}

#[cfg(test)]
mod tests {
    use super::super::amount::Period;
    use super::*;

    fn is_big(unit: Unit, now: u16, then: u16) -> bool {
        is_big_step(AmountPhrase {
            unit,
            per: Some(Period::Week),
            baseline: Some(now),
            target: Some(Level::Exactly(then)),
        })
    }

    #[test]
    fn four_times_as_much_is_a_big_step() {
        let points = Unit::Points { max: 27 };
        for (unit, now, then) in [
            (Unit::Times, 0, 5),
            (Unit::Minutes, 5, 20),
            (Unit::Times, 20, 2),
            (Unit::OutOfTen, 8, 3),
            (Unit::Percent, 20, 80),
            (points, 24, 9),
        ] {
            assert!(is_big(unit, now, then), "{unit:?} {now} to {then}");
        }
        for (unit, now, then) in [
            (Unit::Times, 0, 3),
            (Unit::Minutes, 10, 20),
            (Unit::Times, 7, 2),
            (Unit::Times, 20, 0),
            (Unit::OutOfTen, 8, 4),
            (points, 20, 10),
        ] {
            assert!(!is_big(unit, now, then), "{unit:?} {now} to {then}");
        }
    }

    #[test]
    fn help_in_a_whole_goal_is_seen() {
        assert!(names_help(&Words::new("walk with my sister")));
        assert!(names_help(&Words::new("sleep earlier by setting an alarm")));
        assert!(!names_help(&Words::new("walk 3 times a week by June")));
    }
}
