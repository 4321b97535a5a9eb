//! A goal: one wish for something to be different, in the client's own words.

use chrono::NaiveDate;

use super::id::{GoalId, ObjectiveId, PauseId};
use super::objective::Objective;
use super::pause::Pause;
use super::rating::Rating;
use super::status::Status;
use super::words::OwnWords;

/// One wish, with everything that hangs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The change that added it.
    pub id: GoalId,
    /// What the client said, verbatim. No other wording overwrites it; only the client says it anew.
    pub own_words: OwnWords,
    /// What everybody in the room agreed to call it.
    pub agreed: Option<OwnWords>,
    /// How it is worded for records and payers.
    pub clinical: Option<OwnWords>,
    /// Where it stands.
    pub status: Status,
    pub(crate) objectives: Vec<Objective>,
    pub(crate) pauses: Vec<Pause>,
    pub(crate) ratings: Vec<Rating>,
    pub(crate) withdrawn: bool,
}

impl Goal {
    pub(crate) fn new(id: GoalId, own_words: OwnWords) -> Self {
        Self {
            id,
            own_words,
            agreed: None,
            clinical: None,
            status: Status::default(),
            objectives: Vec::new(),
            pauses: Vec::new(),
            ratings: Vec::new(),
            withdrawn: false,
        }
    }

    /// Its objectives, in the order they were added.
    pub fn objectives(&self) -> impl DoubleEndedIterator<Item = &Objective> {
        self.objectives.iter().filter(|objective| !objective.withdrawn)
    }

    /// The objective with this id, if it stands.
    pub fn objective(&self, id: ObjectiveId) -> Option<&Objective> {
        self.objectives().find(|objective| objective.id == id)
    }

    /// Its pauses, in the order they began.
    pub fn pauses(&self) -> impl DoubleEndedIterator<Item = &Pause> {
        self.pauses.iter().filter(|pause| !pause.withdrawn)
    }

    /// The pause that is still open, if any.
    pub fn open_pause(&self) -> Option<&Pause> {
        self.pauses().rev().find(|pause| pause.until.is_none())
    }

    /// The pause that `day` lies in, if any.
    pub fn pause_on(&self, day: NaiveDate) -> Option<PauseId> {
        self.pauses().find(|pause| pause.covers(day)).map(|pause| pause.id)
    }

    /// Ratings of the goal as a whole.
    pub fn ratings(&self) -> impl DoubleEndedIterator<Item = &Rating> {
        self.ratings.iter().filter(|rating| !rating.withdrawn)
    }
}
