//! A change: one finished gesture, with who made it and whose words it carries. Charts move by nothing else.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{ChangeId, GoalId, InterventionId, ObjectiveId, PauseId, RatingId, RungId};
use super::intervention::Report;
use super::moment::Moment;
use super::person::{AgeBand, GoalWord, Person};
use super::quantity::{HowMuch, HowMuchError};
use super::rating::{FollowUp, RatingKind, Scale, Subject};
use super::status::Lifecycle;
use super::words::{ChartName, OwnWords};

/// One edit with its provenance.
///
/// Field names are short because a chart keeps thousands of these; they are part of the saved form and are never
/// given another meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change<E = Edit> {
    /// Its name; also the name of whatever it makes.
    #[serde(rename = "i")]
    pub id: ChangeId,
    /// When it was made, by the clock of the room.
    #[serde(rename = "t")]
    pub at: Moment,
    /// Who made it.
    #[serde(rename = "b")]
    pub by: Person,
    /// Whose words it carries, where that is somebody else.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub whose: Option<Person>,
    /// Why, if anyone wants to say.
    #[serde(rename = "y", default, skip_serializing_if = "Option::is_none")]
    pub why: Option<OwnWords>,
    /// The change this one takes back.
    #[serde(rename = "u", default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<ChangeId>,
    /// What is different now.
    #[serde(rename = "e")]
    pub edit: E,
}

/// What is different after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edit {
    /// A chart is begun. The only edit that cannot be undone; a chart is erased as a whole instead.
    Begin {
        /// Initials or a chosen name.
        name: ChartName,
        /// Age of the client.
        band: AgeBand,
        /// The word for a goal.
        word: GoalWord,
    },
    /// The chart gets another name.
    Rename(Option<ChartName>),
    /// The client's age band.
    SetBand(AgeBand),
    /// The word for a goal.
    SetGoalWord(GoalWord),
    /// A day on which something else comes first, and what; `None`: it goes as planned after all.
    SetToday(NaiveDate, Option<OwnWords>),
    /// A wish, verbatim.
    AddGoal(OwnWords),
    /// The client says the wish in other words; the words before stay in the history.
    SetOwnWords(GoalId, OwnWords),
    /// What everybody agreed to call it.
    SetAgreed(GoalId, Option<OwnWords>),
    /// How it is worded for records and payers.
    SetClinical(GoalId, Option<OwnWords>),
    /// An objective under a goal, still blank.
    AddObjective(GoalId),
    /// What will be done.
    SetWhat(ObjectiveId, Option<OwnWords>),
    /// With what or whose support.
    SetSupport(ObjectiveId, Option<OwnWords>),
    /// Measure, baseline and target, checked together.
    SetHowMuch(ObjectiveId, Option<HowMuch>),
    /// By when; not before the day of the change.
    SetDue(ObjectiveId, Option<NaiveDate>),
    /// Where a goal stands.
    SetGoalStatus(GoalId, Lifecycle, Option<OwnWords>),
    /// Where an objective stands.
    SetObjectiveStatus(ObjectiveId, Lifecycle, Option<OwnWords>),
    /// What somebody does toward an objective.
    AddIntervention(ObjectiveId, OwnWords, Person),
    /// Another wording for it.
    SetIntervention(InterventionId, OwnWords),
    /// Somebody else does it.
    SetDoer(InterventionId, Person),
    /// How something went that somebody took on; `None` takes the answer back.
    Report(InterventionId, Option<Report>),
    /// A rung on top of the ladder.
    AddRung(ObjectiveId, OwnWords),
    /// Another wording for a rung.
    SetRung(RungId, OwnWords),
    /// How hard a rung feels, 0 to 10.
    SetEffort(RungId, Option<u8>),
    /// A rung moves to stand below another one, or on top (`None`).
    MoveRung(RungId, Option<RungId>),
    /// A rung is reached.
    ReachRung(RungId),
    /// A rung was marked as reached by mistake.
    UnreachRung(RungId),
    /// A reached rung gets back the moment it had: what undo of [`Edit::UnreachRung`] needs.
    RestoreReached(RungId, Moment),
    /// An answer on a scale.
    Rate {
        /// What it is about.
        about: Subject,
        /// What was asked.
        kind: RatingKind,
        /// The ruler used.
        scale: Scale,
        /// The answer.
        value: u8,
        /// Who answered.
        rater: Person,
    },
    /// An answer put right while the ruler is still in front of the rater.
    SetValue(RatingId, u8),
    /// What was said after a rating.
    Answer(RatingId, FollowUp, Option<OwnWords>),
    /// A rest begins on this day.
    Pause(GoalId, NaiveDate, Option<OwnWords>),
    /// A rest is over from this day (`None`: it goes on after all).
    SetPauseEnd(PauseId, Option<NaiveDate>),
    /// Something is taken off the page. It stays in the history and can be put back.
    Withdraw(Item),
    /// Something is put back.
    Restore(Item),
}

/// Anything a change can make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    /// A goal with everything under it.
    Goal(GoalId),
    /// An objective with everything under it.
    Objective(ObjectiveId),
    /// An intervention.
    Intervention(InterventionId),
    /// A rung.
    Rung(RungId),
    /// A rating.
    Rating(RatingId),
    /// A pause.
    Pause(PauseId),
}

/// Why a chart does not take a change. Never holds anybody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The chart has begun already.
    #[error("this chart has begun already")]
    AlreadyBegun,
    /// The change names something this chart does not have: a child never stands without its parent.
    #[error("this chart has no {0}")]
    Missing(&'static str),
    /// The change would make something under a name that is taken.
    #[error("this chart has taken change {0} already")]
    Repeated(ChangeId),
    /// The ladder is full.
    #[error("a ladder holds at most {max} rungs", max = super::ladder::MAX_RUNGS)]
    LadderFull,
    /// An answer that is not on its scale.
    #[error("answers go from {low} to {high}, found {found}")]
    OffScale {
        /// The answer given.
        found: u8,
        /// Lowest answer.
        low: u8,
        /// Highest answer.
        high: u8,
    },
    /// A due date before the day it was set.
    #[error("the date {due} is before {today}")]
    DueInThePast {
        /// The date given.
        due: NaiveDate,
        /// The day of the change.
        today: NaiveDate,
    },
    /// A pause that ends before it begins.
    #[error("a pause cannot end before it begins")]
    PauseBackwards,
    /// A goal that rests already.
    #[error("this goal rests already")]
    RestsAlready,
    /// "Why not a lower number?" after the lowest number.
    #[error("there is no lower number")]
    NothingLower,
    /// A rung moved below itself.
    #[error("a rung cannot stand below itself")]
    BelowItself,
    /// A status that leaves the next reader guessing.
    #[error("this status needs a reason")]
    NeedsReason,
    /// Numbers that do not fit their measure.
    #[error(transparent)]
    HowMuch(#[from] HowMuchError),
}
