//! The backup out and in, and how old the last one is.

use chrono::NaiveDate;

use super::Session;
use super::folder::Folder;
use crate::document::made_up;
use crate::domain::bank::BANK;
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
        let each = self.list(|_, chart| {
            let is_real = !made_up::is_made_up(chart.name.as_ref());
            is_real.then_some((chart.changes, chart.begun))
        });
        let real = || each.iter().flatten();
        let own = self.keeper.with_value(|keeper| keeper.chart(BANK)).changes.len();
        (
            real().map(|(changes, _)| changes).sum::<usize>() + own,
            real().filter_map(|(_, begun)| *begun).min(),
        )
    }

    /// Adds what a backup holds to what is here; nothing here is overwritten.
    pub(crate) fn restore(self, bytes: &[u8]) -> Result<Restored, BackupError> {
        let restored = self.keeper.with_value(|keeper| keeper.restore(bytes))?;
        let charts = restored.changed.iter().filter(|chart| chart.id != BANK);
        let changed: Vec<Folder> = charts.map(Folder::read).collect();
        self.folders.update(|all| {
            for folder in changed {
                match all.iter_mut().find(|old| old.id == folder.id) {
                    Some(old) => *old = folder,
                    None => all.push(folder),
                }
            }
            all.retain(|folder| !restored.erased.contains(&folder.id));
        });
        let unread = self.list(|_, chart| chart.unread).iter().sum();
        self.found.update(|found| found.unread = unread);
        self.keep_covers();
        self.writer.set_value(restored.writer);
        self.next.set_value(restored.next_counter);
        self.touched.set(None);
        Ok(restored)
    }
}
