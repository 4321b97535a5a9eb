//! When something happened, as the clock on the wall of the room showed it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A civil date with the minute of that day; never used to order changes, since clocks are set back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(NaiveDate, u16, i16)", into = "(NaiveDate, u16, i16)")]
pub struct Moment {
    day: NaiveDate,
    minute: u16,
    offset: i16,
}

impl Moment {
    /// A moment of `day`: `minute` since local midnight (0 to 1439), `offset` from UTC in minutes (-840 to 840).
    ///
    /// # Errors
    ///
    /// Returns [`MomentError`] when a number is out of its range.
    pub fn new(day: NaiveDate, minute: u16, offset: i16) -> Result<Self, MomentError> {
        if 1439 < minute || 840 < offset.abs() {
            return Err(MomentError { minute, offset });
        }
        Ok(Self { day, minute, offset })
    }

    /// Midnight at the start of `day`, UTC; for tests and for dates that came without a time.
    pub fn start_of(day: NaiveDate) -> Self {
        Self { day, minute: 0, offset: 0 }
    }

    /// The civil date.
    pub fn day(self) -> NaiveDate {
        self.day
    }

    /// Minutes since local midnight.
    pub fn minute(self) -> u16 {
        self.minute
    }

    /// Minutes that local time is ahead of UTC.
    pub fn offset(self) -> i16 {
        self.offset
    }
}

impl TryFrom<(NaiveDate, u16, i16)> for Moment {
    type Error = MomentError;

    fn try_from((day, minute, offset): (NaiveDate, u16, i16)) -> Result<Self, MomentError> {
        Self::new(day, minute, offset)
    }
}

impl From<Moment> for (NaiveDate, u16, i16) {
    fn from(moment: Moment) -> Self {
        (moment.day, moment.minute, moment.offset)
    }
}

/// A time of day or an offset that no clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a day has minutes 0 to 1439 and offsets -840 to 840, found {minute} and {offset}")]
pub struct MomentError {
    minute: u16,
    offset: i16,
}
