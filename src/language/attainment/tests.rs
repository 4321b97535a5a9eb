//! Five levels of real amounts, and what holds of all of them.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::generated::{TODAY, any_amount, any_due};
use super::*;

const DUE: NaiveDate = NaiveDate::from_ymd_opt(2027, 3, 6).unwrap();

#[track_caller]
fn check(unit: Unit, per: Option<Period>, now: u16, then: Level, expected: [&str; 5]) {
    let amount = AmountPhrase { unit, per, baseline: Some(now), target: Some(then) };
    let found = levels(amount, Some(DUE), TODAY).unwrap();
    assert_eq!(found.map(|level| level.attainment), Attainment::ALL);
    assert_eq!(found.map(Descriptor::sentence), expected);
}

const A_WEEK: Option<Period> = Some(Period::Week);

#[test]
fn from_none_the_start_is_much_less() {
    // The example of the Person-Centered Outcomes guide: none, 1 to 2, 3, 4, 5.
    check(
        Unit::Times,
        A_WEEK,
        0,
        Level::Exactly(3),
        [
            "0 times a week",
            "1 to 2 times a week",
            "3 times a week",
            "4 times a week",
            "5 times a week or more",
        ],
    );
}

#[test]
fn from_some_the_start_is_less() {
    check(
        Unit::Minutes,
        Some(Period::Day),
        5,
        Level::Exactly(20),
        [
            "0 to 4 minutes a day",
            "5 to 19 minutes a day",
            "20 minutes a day",
            "21 to 27 minutes a day",
            "28 minutes a day or more",
        ],
    );
    check(
        Unit::Days,
        A_WEEK,
        1,
        Level::Range(3, 4),
        [
            "0 days a week",
            "1 to 2 days a week",
            "3 to 4 days a week",
            "5 days a week",
            "6 to 7 days a week",
        ],
    );
}

#[test]
fn what_should_fall_gets_better_downward() {
    check(
        Unit::Times,
        A_WEEK,
        7,
        Level::Exactly(2),
        [
            "8 times a week or more",
            "3 to 7 times a week",
            "twice a week",
            "once a week",
            "0 times a week",
        ],
    );
    check(
        Unit::OutOfTen,
        None,
        10,
        Level::Exactly(6),
        ["10 out of 10", "7 to 9 out of 10", "6 out of 10", "4 to 5 out of 10", "0 to 3 out of 10"],
    );
    check(
        Unit::Points { max: 27 },
        None,
        15,
        Level::Range(10, 9),
        [
            "a total of 16 to 27 out of 27",
            "a total of 11 to 15 out of 27",
            "a total of 9 to 10 out of 27",
            "a total of 7 to 8 out of 27",
            "a total of 0 to 6 out of 27",
        ],
    );
}

#[test]
fn where_nothing_is_better_it_comes_sooner() {
    check(
        Unit::Times,
        A_WEEK,
        4,
        Level::Exactly(0),
        [
            "5 times a week or more",
            "1 to 4 times a week",
            "0 times a week, by March 6, 2027",
            "0 times a week, already by February 9, 2027",
            "0 times a week, already by January 15, 2027",
        ],
    );
    check(
        Unit::Nights,
        A_WEEK,
        3,
        Level::Exactly(6),
        [
            "0 to 2 nights a week",
            "3 to 5 nights a week",
            "6 nights a week",
            "7 nights a week",
            "7 nights a week, already by January 15, 2027",
        ],
    );
}

#[test]
fn where_no_number_lies_between_less_is_later() {
    check(
        Unit::Times,
        A_WEEK,
        0,
        Level::Exactly(1),
        [
            "0 times a week",
            "once a week, a little later, by April 25, 2027",
            "once a week, by March 6, 2027",
            "twice a week",
            "3 times a week or more",
        ],
    );
    check(
        Unit::Points { max: 1 },
        None,
        0,
        Level::Exactly(1),
        [
            "a total of 0 out of 1",
            "a total of 1 out of 1, a little later, by April 25, 2027",
            "a total of 1 out of 1, by March 6, 2027",
            "a total of 1 out of 1, already by February 9, 2027",
            "a total of 1 out of 1, already by January 15, 2027",
        ],
    );
}

#[test]
fn what_should_stay_gets_better_the_longer_it_holds() {
    check(
        Unit::Times,
        A_WEEK,
        3,
        Level::Exactly(3),
        [
            "3 times a week for a while, until some day before January 15, 2027",
            "3 times a week, still so on January 15, 2027",
            "3 times a week, still so on March 6, 2027",
            "3 times a week, still so on March 31, 2027",
            "3 times a week, still so on April 25, 2027",
        ],
    );
}

#[test]
fn what_is_missing_is_asked_for() {
    let amount =
        |baseline, target| AmountPhrase { baseline, target, ..AmountPhrase::open(Unit::OutOfTen) };
    let asked = |amount, due| levels(amount, due, TODAY).unwrap_err();
    let three = Some(Level::Exactly(3));
    assert_eq!(asked(amount(None, three), None), Ask::Baseline);
    assert_eq!(asked(amount(Some(11), three), None), Ask::Baseline);
    assert_eq!(asked(amount(Some(8), None), None), Ask::Target);
    assert_eq!(asked(amount(Some(8), Some(Level::Range(9, 11))), None), Ask::Target);
    assert!(levels(amount(Some(8), three), None, TODAY).is_ok());
    assert_eq!(asked(amount(Some(3), three), None), Ask::Due);
    assert_eq!(asked(amount(Some(8), Some(Level::Exactly(0))), Some(TODAY)), Ask::DueAhead);
    for ask in [Ask::Baseline, Ask::Target, Ask::Due, Ask::DueAhead, Ask::Support] {
        assert!(ask.question().ends_with('?'));
    }
}

#[test]
fn a_unit_ends_where_its_period_does() {
    let top = |unit: Unit, per| unit.top(per);
    assert_eq!([top(Unit::Days, A_WEEK), top(Unit::Nights, A_WEEK)], [Some(7), Some(7)]);
    assert_eq!(top(Unit::Days, Some(Period::Month)), Some(31));
    assert_eq!(
        [top(Unit::Hours, Some(Period::Night)), top(Unit::Hours, A_WEEK)],
        [Some(24), Some(168)]
    );
    assert_eq!([top(Unit::OutOfTen, None), top(Unit::Percent, None)], [Some(10), Some(100)]);
    assert_eq!(
        [top(Unit::Times, A_WEEK), top(Unit::Minutes, A_WEEK), top(Unit::Hours, None)],
        [None; 3]
    );
}

#[test]
fn the_largest_numbers_have_their_levels() {
    let all = u16::MAX;
    let amount = |now, then| AmountPhrase {
        baseline: Some(now),
        target: Some(Level::Exactly(then)),
        ..AmountPhrase::open(Unit::Minutes)
    };
    let spans = |now, then| {
        levels(amount(now, then), Some(DUE), TODAY).unwrap().map(|level| (level.from, level.to))
    };
    let (end, last) = ((all, None), (all - 1, Some(all - 1)));
    assert_eq!(spans(0, all), [(0, Some(0)), (1, Some(all - 1)), end, end, end]);
    assert_eq!(spans(all - 2, all - 1)[2..], [last, end, end]);
    assert_eq!(spans(all, all - 1)[..3], [end, last, last]);
    assert_eq!(spans(all, 0)[2..], [(0, Some(0)); 3]);
}

/// How good the day of a level is among levels with the same numbers: more is better.
fn goodness(when: When) -> i64 {
    let days = |day: NaiveDate| day.signed_duration_since(TODAY).num_days();
    match when {
        When::Any => i64::MIN,
        When::By(day) | When::Already(day) | When::Late(day) => -days(day),
        When::Still(day) => 2 * days(day),
        When::Before(day) => 2 * days(day) - 1,
    }
}

/// Whether every number of the unit stands in exactly one of the level's numbers, levels that only a day tells apart
/// taken as one.
fn covers_once(levels: &[Descriptor; 5], top: Option<u16>) -> bool {
    let mut spans: Vec<_> = levels.iter().map(|level| (level.from, level.to)).collect();
    spans.dedup();
    spans.sort_unstable_by_key(|(from, _)| *from);
    let meets = |pair: &[(u16, Option<u16>)]| pair[0].1.unwrap().checked_add(1) == Some(pair[1].0);
    spans[0].0 == 0 && spans[spans.len() - 1].1 == top && spans.windows(2).all(meets)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn five_levels_follow_each_other_over_the_whole_unit(amount in any_amount(), due in any_due()) {
        let top = amount.unit.top(amount.per);
        let fits = |number: u16| top.is_none_or(|top| number <= top);
        let found = levels(amount, due, TODAY);
        let (Some(now), Some(then)) = (amount.baseline.filter(|now| fits(*now)), amount.target.filter(|then| fits(then.highest()))) else {
            let asked = if amount.baseline.is_some_and(fits) { Ask::Target } else { Ask::Baseline };
            prop_assert_eq!(found, Err(asked));
            return Ok(());
        };
        let (falls, stays) = (amount.goes_down(), amount.stays());
        let Ok(found) = found else {
            // Numbers alone need no day.
            let end = if falls { 0 } else { top.unwrap_or(u16::MAX) };
            let near = |one: u16, other: u16| one.abs_diff(other) <= 1;
            let best = if falls { then.lowest() } else { then.highest() };
            let first = if falls { then.highest() } else { then.lowest() };
            prop_assert!(stays || near(best, end) || near(first, now), "{amount:?}");
            let far = due.is_some_and(|due| due != NaiveDate::MAX && 3 <= due.signed_duration_since(TODAY).num_days());
            prop_assert!(!far, "{due:?}");
            return Ok(());
        };
        prop_assert_eq!(found.map(|level| level.attainment), Attainment::ALL);
        prop_assert_eq!(found.map(|level| level.attainment.steps()), [-2, -1, 0, 1, 2]);
        let [_, _, expected, ..] = found;
        prop_assert_eq!(expected.from, then.lowest());
        prop_assert_eq!(expected.to.unwrap_or(u16::MAX), then.highest());
        for pair in found.windows(2) {
            let [worse, better] = pair else { unreachable!() };
            if (worse.from, worse.to) == (better.from, better.to) {
                prop_assert!(goodness(worse.when) < goodness(better.when), "{pair:?}");
            } else if falls {
                prop_assert!(better.to.unwrap() < worse.from, "{pair:?}");
            } else {
                prop_assert!(worse.to.unwrap() < better.from, "{pair:?}");
            }
        }
        if stays {
            prop_assert!(found.iter().all(|level| level.holds(now)));
        } else {
            prop_assert!(covers_once(&found, top), "{found:?}");
            let worst = if falls { top.unwrap_or(u16::MAX) } else { 0 };
            let standing = if now == worst { Attainment::MuchLess } else { Attainment::Less };
            let held: Vec<_> = found.iter().filter(|level| level.holds(now)).map(|level| level.attainment).collect();
            prop_assert_eq!(held, [standing]);
        }
        let texts = found.map(Descriptor::sentence);
        for (at, text) in texts.iter().enumerate() {
            prop_assert!(!text.contains("  ") && !texts[..at].contains(text), "{texts:?}");
        }
    }
}
