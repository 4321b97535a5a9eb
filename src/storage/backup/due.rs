//! When it is time for a backup: after a session's worth of changes, or before a browser may clear what it keeps.

use chrono::NaiveDate;

/// Changes that are worth a backup by themselves: about one session.
pub const CHANGES: usize = 20;

/// Days after which a single change is worth one, where browsers keep things until there is no room.
pub const DAYS: i64 = 14;

/// The same for a tab of Safari, which deletes after seven days of its use without a visit.
pub const DAYS_IN_SAFARI: i64 = 5;

/// The last backup that was made here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The civil day of it.
    pub day: NaiveDate,
    /// How many changes there were.
    pub changes: usize,
}

/// What a backup would save now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// Days since the last one; `None` without any.
    pub days: Option<i64>,
    /// Changes that no backup holds.
    pub changes: usize,
}

impl Age {
    /// How old the last backup is on a day on which there are so many changes.
    ///
    /// After an erased chart there are fewer changes than the backup had; those made since cannot be told, so none are.
    pub fn of(last: Option<Made>, today: NaiveDate, changes: usize) -> Self {
        match last {
            None => Self { days: None, changes },
            Some(made) => Self {
                days: Some((today - made.day).num_days().max(0)),
                changes: changes.saturating_sub(made.changes),
            },
        }
    }

    /// Whether to say so; `begun` is the day of the oldest change, `patience` is [`DAYS`] or [`DAYS_IN_SAFARI`].
    pub fn is_due(self, begun: Option<NaiveDate>, today: NaiveDate, patience: i64) -> bool {
        let waited = self.days.or_else(|| begun.map(|begun| (today - begun).num_days()));
        self.changes != 0
            && (CHANGES <= self.changes || waited.is_some_and(|waited| patience <= waited))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).unwrap_or_default()
    }

    #[test]
    fn a_session_of_changes_is_due_at_once_and_a_few_are_not() {
        let age = |changes| Age::of(None, day(23), changes);
        assert!(!age(0).is_due(None, day(23), DAYS));
        assert!(!age(19).is_due(Some(day(23)), day(23), DAYS));
        assert!(age(20).is_due(Some(day(23)), day(23), DAYS));
    }

    #[test]
    fn a_single_change_is_due_before_the_browser_clears_it() {
        let age = Age::of(None, day(6), 1);
        assert!(!age.is_due(Some(day(1)), day(5), DAYS_IN_SAFARI));
        assert!(age.is_due(Some(day(1)), day(6), DAYS_IN_SAFARI));
        assert!(!age.is_due(Some(day(1)), day(6), DAYS));
        assert!(age.is_due(Some(day(1)), day(15), DAYS));
    }

    #[test]
    fn a_backup_counts_from_its_day_and_what_it_holds() {
        let made = Made { day: day(10), changes: 100 };
        let age = Age::of(Some(made), day(26), 112);
        assert_eq!(age, Age { days: Some(16), changes: 12 });
        assert!(age.is_due(Some(day(1)), day(26), DAYS));
        assert_eq!(Age::of(Some(made), day(26), 100).changes, 0);
        assert!(!Age::of(Some(made), day(26), 100).is_due(Some(day(1)), day(26), DAYS));
    }

    #[test]
    fn a_clock_that_was_set_back_makes_no_negative_age() {
        let made = Made { day: day(26), changes: 5 };
        assert_eq!(Age::of(Some(made), day(1), 3), Age { days: Some(0), changes: 0 });
    }
}
