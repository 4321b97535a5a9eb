//! A rest that was meant: days inside it are left out of every chart, and nobody is behind.

use chrono::NaiveDate;

use super::id::PauseId;
use super::words::OwnWords;

/// A stretch of days in which a goal rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The change that began it.
    pub id: PauseId,
    /// First day of rest.
    pub from: NaiveDate,
    /// First day of work again; `None` while it rests.
    pub until: Option<NaiveDate>,
    /// Why, if anyone wants to say.
    pub reason: Option<OwnWords>,
    pub(crate) withdrawn: bool,
}

impl Pause {
    /// Whether `day` lies in the rest.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}
