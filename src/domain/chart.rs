//! A client's chart as it stands: read by everyone, moved by [`Chart::apply`] alone.

use chrono::NaiveDate;

use super::change::{Change, Edit, Refusal};
use super::goal::Goal;
use super::id::{ChartId, GoalId, InterventionId, ObjectiveId, PauseId, RatingId, RungId};
use super::intervention::Intervention;
use super::ladder::Rung;
use super::objective::Objective;
use super::pause::Pause;
use super::person::{AgeBand, GoalWord};
use super::rating::{Rating, RatingKind, Subject};
use super::words::{ChartName, OwnWords};

/// Everything known about one client's goals: goals, their objectives, what hangs on those. Never deeper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    pub(crate) id: ChartId,
    pub(crate) name: Option<ChartName>,
    pub(crate) band: AgeBand,
    pub(crate) word: GoalWord,
    pub(crate) begun: bool,
    pub(crate) goals: Vec<Goal>,
    /// Days on which something else came first, each once.
    pub(crate) different: Vec<(NaiveDate, OwnWords)>,
}

impl Chart {
    /// A chart nothing is known of yet; its first change begins it.
    pub fn new(id: ChartId) -> Self {
        Self {
            id,
            name: None,
            band: AgeBand::default(),
            word: GoalWord::default(),
            begun: false,
            goals: Vec::new(),
            different: Vec::new(),
        }
    }

    /// Applies one change and returns the edit that takes it back (`None` for the beginning).
    ///
    /// # Errors
    ///
    /// Returns the [`Refusal`] and leaves the chart as it was.
    pub fn apply(&mut self, change: &Change) -> Result<Option<Edit>, Refusal> {
        super::apply::apply(self, change)
    }

    /// Its name among charts.
    pub fn id(&self) -> ChartId {
        self.id
    }

    /// Initials or chosen name; `None` only when the record of its beginning is damaged.
    pub fn name(&self) -> Option<&ChartName> {
        self.name.as_ref()
    }

    /// Age of the client.
    pub fn band(&self) -> AgeBand {
        self.band
    }

    /// The word for a goal.
    pub fn goal_word(&self) -> GoalWord {
        self.word
    }

    /// What came first on `day` instead of what was planned, if anything did.
    pub fn different_on(&self, day: NaiveDate) -> Option<&OwnWords> {
        self.different.iter().find(|(on, _)| *on == day).map(|(_, words)| words)
    }

    /// Its goals, in the order they were added.
    pub fn goals(&self) -> impl DoubleEndedIterator<Item = &Goal> {
        self.goals.iter().filter(|goal| !goal.withdrawn)
    }

    /// The goal with this id, if it stands.
    pub fn goal(&self, id: GoalId) -> Option<&Goal> {
        self.goals().find(|goal| goal.id == id)
    }

    /// The objective with this id and the goal it belongs to, if both stand.
    pub fn objective(&self, id: ObjectiveId) -> Option<(&Goal, &Objective)> {
        self.goals().find_map(|goal| goal.objective(id).map(|objective| (goal, objective)))
    }

    /// The rung with this id and the objective it leads to, if both stand.
    pub fn rung(&self, id: RungId) -> Option<(&Objective, &Rung)> {
        self.goals()
            .flat_map(Goal::objectives)
            .find_map(|objective| objective.ladder.rung(id).map(|rung| (objective, rung)))
    }

    /// The rating with this id, if it stands.
    pub fn rating(&self, id: RatingId) -> Option<&Rating> {
        self.goals()
            .flat_map(|goal| goal.ratings().chain(goal.objectives().flat_map(Objective::ratings)))
            .find(|rating| rating.id == id)
    }

    /// The last rating of this kind about `subject`.
    pub fn last_rating(&self, subject: Subject, kind: RatingKind) -> Option<&Rating> {
        match subject {
            Subject::Goal(id) => self.goal(id)?.ratings().rev().find(|rating| rating.kind == kind),
            Subject::Objective(id) => self.objective(id)?.1.ratings_of(kind).next_back(),
        }
    }

    pub(crate) fn goal_mut(&mut self, id: GoalId) -> Result<&mut Goal, Refusal> {
        self.goals.iter_mut().find(|goal| goal.id == id).ok_or(Refusal::Missing("goal"))
    }

    pub(crate) fn objective_mut(&mut self, id: ObjectiveId) -> Result<&mut Objective, Refusal> {
        self.objectives_mut()
            .find(|objective| objective.id == id)
            .ok_or(Refusal::Missing("objective"))
    }

    pub(crate) fn intervention_mut(
        &mut self,
        id: InterventionId,
    ) -> Result<&mut Intervention, Refusal> {
        self.objectives_mut()
            .flat_map(|objective| objective.interventions.iter_mut())
            .find(|intervention| intervention.id == id)
            .ok_or(Refusal::Missing("intervention"))
    }

    /// The whole ladder `id` stands on, tombstones included.
    pub(crate) fn rungs_mut(&mut self, id: RungId) -> Result<&mut Vec<Rung>, Refusal> {
        self.objectives_mut()
            .map(|objective| &mut objective.ladder.rungs)
            .find(|rungs| rungs.iter().any(|rung| rung.id == id))
            .ok_or(Refusal::Missing("rung"))
    }

    pub(crate) fn rung_mut(&mut self, id: RungId) -> Result<&mut Rung, Refusal> {
        self.rungs_mut(id)?.iter_mut().find(|rung| rung.id == id).ok_or(Refusal::Missing("rung"))
    }

    pub(crate) fn ratings_mut(&mut self, subject: Subject) -> Result<&mut Vec<Rating>, Refusal> {
        match subject {
            Subject::Goal(id) => Ok(&mut self.goal_mut(id)?.ratings),
            Subject::Objective(id) => Ok(&mut self.objective_mut(id)?.ratings),
        }
    }

    pub(crate) fn rating_mut(&mut self, id: RatingId) -> Result<&mut Rating, Refusal> {
        self.goals
            .iter_mut()
            .flat_map(|goal| {
                goal.ratings
                    .iter_mut()
                    .chain(goal.objectives.iter_mut().flat_map(|o| o.ratings.iter_mut()))
            })
            .find(|rating| rating.id == id)
            .ok_or(Refusal::Missing("rating"))
    }

    pub(crate) fn pause_mut(&mut self, id: PauseId) -> Result<&mut Pause, Refusal> {
        self.goals
            .iter_mut()
            .flat_map(|goal| goal.pauses.iter_mut())
            .find(|pause| pause.id == id)
            .ok_or(Refusal::Missing("pause"))
    }

    fn objectives_mut(&mut self) -> impl Iterator<Item = &mut Objective> {
        self.goals.iter_mut().flat_map(|goal| goal.objectives.iter_mut())
    }
}
