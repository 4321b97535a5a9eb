//! The backup out and in, and how old the last one is.

use chrono::NaiveDate;

use super::{Session, fold};
use crate::document::made_up;
use crate::storage::backup::due::{Age, DAYS, DAYS_IN_SAFARI, Made};
use crate::storage::backup::{BackupError, Restored};
use crate::ui::device::{self, Keeping, Place};
use crate::ui::prelude::*;

impl Session {
    /// The whole tablet as one file.
    pub(crate) fn backup(self) -> (String, Vec<u8>) {
        let now = device::clock();
        (
            crate::storage::backup::file_name(now),
            self.keeper.with_value(|keeper| keeper.backup(now)),
        )
    }

    /// How old the last backup is, and whether it is time for another.
    pub(crate) fn backup_age(self) -> (Age, bool) {
        let today = self.today();
        let (changes, begun) = self.written();
        let age = Age::of(device::keeping().made, today, changes);
        let patience = if Place::here().forgets() { DAYS_IN_SAFARI } else { DAYS };
        (age, age.is_due(begun, today, patience))
    }

    /// A backup of everything was made just now.
    pub(crate) fn backed_up(self) {
        let made = Made { day: device::today(), changes: self.written().0 };
        device::keep_keeping(&Keeping { made: Some(made), ..device::keeping() });
    }

    /// How many changes there are, and the day of the oldest. Nobody would miss a made-up chart.
    fn written(self) -> (usize, Option<NaiveDate>) {
        self.histories.with(|all| {
            let real = || all.iter().filter(|one| !made_up::is_made_up(one.chart()));
            (
                real().map(|one| one.changes().len()).sum(),
                real().filter_map(|one| one.changes().first()).map(|change| change.at.day()).min(),
            )
        })
    }

    /// Adds what a backup holds to what is here; nothing here is overwritten.
    pub(crate) fn restore(self, bytes: &[u8]) -> Result<Restored, BackupError> {
        let restored = self.keeper.with_value(|keeper| keeper.restore(bytes))?;
        let (folded, unread) = fold(restored.changed.clone());
        self.histories.update(|all| {
            for history in folded {
                let id = history.chart().id();
                match all.iter_mut().find(|old| old.chart().id() == id) {
                    Some(old) => *old = history,
                    None => all.push(history),
                }
            }
            all.retain(|history| !restored.erased.contains(&history.chart().id()));
        });
        self.found.update(|found| found.unread += unread);
        self.writer.set_value(restored.writer);
        self.next.set_value(restored.next_counter);
        self.touched.set(None);
        Ok(restored)
    }
}
