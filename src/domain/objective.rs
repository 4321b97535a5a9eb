//! An objective: the part of a goal that can be seen to be reached.

use chrono::NaiveDate;

use super::id::ObjectiveId;
use super::intervention::Intervention;
use super::ladder::Ladder;
use super::quantity::HowMuch;
use super::rating::{Rating, RatingKind};
use super::status::Status;
use super::words::OwnWords;

/// What somebody will do, with what support, how much, by when. Every part may still be open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// The change that added it.
    pub id: ObjectiveId,
    /// What will be done.
    pub what: Option<OwnWords>,
    /// With what or whose support.
    pub support: Option<OwnWords>,
    /// Measure, baseline and target.
    pub how_much: Option<HowMuch>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub status: Status,
    /// The steps toward it.
    pub ladder: Ladder,
    pub(crate) interventions: Vec<Intervention>,
    pub(crate) ratings: Vec<Rating>,
    pub(crate) withdrawn: bool,
}

impl Objective {
    pub(crate) fn new(id: ObjectiveId) -> Self {
        Self {
            id,
            what: None,
            support: None,
            how_much: None,
            due: None,
            status: Status::default(),
            ladder: Ladder::default(),
            interventions: Vec::new(),
            ratings: Vec::new(),
            withdrawn: false,
        }
    }

    /// What is done toward it.
    pub fn interventions(&self) -> impl Iterator<Item = &Intervention> {
        self.interventions.iter().filter(|intervention| !intervention.withdrawn)
    }

    /// What was taken on that day.
    pub fn taken_on(&self, day: NaiveDate) -> impl Iterator<Item = &Intervention> {
        self.interventions().filter(move |intervention| intervention.since == day)
    }

    /// Its ratings, in the order they were given.
    pub fn ratings(&self) -> impl DoubleEndedIterator<Item = &Rating> {
        self.ratings.iter().filter(|rating| !rating.withdrawn)
    }

    /// Its ratings of one kind, in the order they were given.
    pub fn ratings_of(&self, kind: RatingKind) -> impl DoubleEndedIterator<Item = &Rating> {
        self.ratings().filter(move |rating| rating.kind == kind)
    }
}
