//! The civil day, for every page that stands open over midnight.

use chrono::NaiveDate;

use super::Session;
use crate::ui::device;

impl Session {
    /// The civil day in this room, heard of by whoever reads it in a memo.
    pub(crate) fn today(self) -> NaiveDate {
        self.today.get()
    }

    /// Looks at the clock: at midnight, when somebody comes back to the page, and with every change.
    pub(crate) fn look_at_clock(self) {
        let today = device::today();
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }
}
