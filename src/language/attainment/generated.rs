//! Amounts and days for properties: every unit and period, and often the ends of what there is.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::select;

use crate::language::amount::{AmountPhrase, Level, Period, Unit};

/// A Thursday.
pub(crate) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();

fn any_unit() -> impl Strategy<Value = Unit> {
    let units = [
        Unit::Times,
        Unit::Minutes,
        Unit::Hours,
        Unit::Days,
        Unit::Nights,
        Unit::OutOfTen,
        Unit::Percent,
        Unit::Points { max: 27 },
    ];
    let max = prop_oneof![0_u16..4, any::<u16>(), Just(u16::MAX)];
    prop_oneof![7 => select(units.to_vec()), 1 => max.prop_map(|max| Unit::Points { max })]
}

fn any_period() -> impl Strategy<Value = Option<Period>> {
    let periods = [Period::Day, Period::Week, Period::Month, Period::Night];
    prop::option::of(select(periods.to_vec()))
}

/// Numbers from 0 to `top`, and now and then any number.
fn any_number(top: u16) -> impl Strategy<Value = u16> {
    prop_oneof![
        8 => 0..=top.min(12),
        4 => 0..=top,
        4 => top - top.min(2)..=top,
        1 => any::<u16>(),
    ]
}

/// Amounts of every kind, both ends mostly there.
pub(crate) fn any_amount() -> impl Strategy<Value = AmountPhrase> {
    (any_unit(), any_period()).prop_flat_map(|(unit, per)| {
        let number = || any_number(unit.top(per).unwrap_or(u16::MAX));
        let target = prop_oneof![
            6 => number().prop_map(Level::Exactly),
            6 => (number(), number()).prop_map(|(from, to)| Level::Range(from, to)),
            1 => (number(), 0_u16..4).prop_map(|(from, more)| Level::Range(from, from.saturating_add(more))),
        ];
        let target = prop_oneof![19 => target.prop_map(Some), 1 => Just(None)];
        let baseline = prop_oneof![19 => number().prop_map(Some), 1 => Just(None)];
        (baseline, target)
            .prop_map(move |(baseline, target)| AmountPhrase { unit, per, baseline, target })
    })
}

/// Days agreed on: mostly some weeks ahead, now and then near, gone by, at the end of all days, or none.
pub(crate) fn any_due() -> impl Strategy<Value = Option<NaiveDate>> {
    prop_oneof![
        12 => (3_u64..800).prop_map(|days| TODAY.checked_add_days(Days::new(days))),
        1 => (0_u64..3).prop_map(|days| TODAY.checked_add_days(Days::new(days))),
        1 => (1_u64..800).prop_map(|days| TODAY.checked_sub_days(Days::new(days))),
        1 => select(vec![None, Some(NaiveDate::MAX), Some(NaiveDate::MIN)]),
    ]
}
