//! What comes next for one goal: one thing at a time, so that a page has one main action.

use chrono::NaiveDate;

use super::goal::Goal;
use super::id::{ObjectiveId, PauseId};
use super::objective::Objective;
use super::rating::RatingKind;
use super::status::Lifecycle;

/// The one thing to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing can be seen to come true yet: a first sentence is begun.
    Begin,
    /// The sentence does not say yet what is done.
    Clear(ObjectiveId),
    /// Nobody has said how much it matters and how sure they are.
    Weigh(ObjectiveId),
    /// There is no step yet.
    Step(ObjectiveId),
    /// It rests; going on is the only thing to do.
    GoOn(PauseId),
    /// A later day: where is it now?
    LookAgain(ObjectiveId),
    /// Nobody has taken anything on today.
    TakeOn(ObjectiveId),
    /// All is said for today: the page goes home.
    TakeHome(ObjectiveId),
}

/// What comes next for `goal` and this part of it on `today`.
pub fn next(goal: &Goal, objective: Option<&Objective>, today: NaiveDate) -> Next {
    let Some(of) = objective else { return Next::Begin };
    if let Some(pause) = goal.open_pause() {
        return Next::GoOn(pause.id);
    }
    let is_over = matches!(
        goal.status.lifecycle,
        Lifecycle::Completed
            | Lifecycle::Cancelled
            | Lifecycle::Rejected
            | Lifecycle::EnteredInError
    );
    if is_over {
        return Next::TakeHome(of.id);
    }
    if of.what.is_none() {
        return Next::Clear(of.id);
    }
    let is_asked = |kind| of.ratings_of(kind).next().is_some();
    if !is_asked(RatingKind::Importance) || !is_asked(RatingKind::Confidence) {
        return Next::Weigh(of.id);
    }
    if of.ladder.is_empty() {
        return Next::Step(of.id);
    }
    let is_later = of.ratings().any(|rating| rating.at.day() < today);
    let progress_today = of.ratings_of(RatingKind::Progress).any(|of| of.at.day() == today);
    if is_later && !progress_today {
        return Next::LookAgain(of.id);
    }
    if of.taken_on(today).next().is_some() {
        return Next::TakeHome(of.id);
    }
    Next::TakeOn(of.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::{Change, Edit};
    use crate::domain::chart::Chart;
    use crate::domain::id::{ChangeId, ChartId, GoalId, WriterId};
    use crate::domain::moment::Moment;
    use crate::domain::person::{AgeBand, GoalWord, Person, Role};
    use crate::domain::rating::{Scale, Subject};
    use crate::domain::words::{ChartName, OwnWords};

    struct Room {
        chart: Chart,
        day: NaiveDate,
        counter: u64,
    }

    impl Room {
        fn make(&mut self, edit: Edit) -> ChangeId {
            self.counter += 1;
            let id = ChangeId::new(WriterId::new(1), self.counter);
            let (at, by) = (Moment::start_of(self.day), Person::of(Role::Therapist));
            let change = Change { id, at, by, whose: None, why: None, undoes: None, edit };
            self.chart.apply(&change).unwrap();
            id
        }

        fn rate(&mut self, of: ObjectiveId, kind: RatingKind) {
            let (about, rater) = (Subject::Objective(of), Person::of(Role::Client));
            self.make(Edit::Rate { about, kind, scale: Scale::OneToTen, value: 4, rater });
        }

        #[track_caller]
        fn check(&self, expected: Next) {
            let goal = self.chart.goals().next().unwrap();
            assert_eq!(next(goal, goal.objectives().next(), self.day), expected);
        }
    }

    fn words(text: &str) -> OwnWords {
        OwnWords::new(text).unwrap()
    }

    #[test]
    fn one_thing_follows_from_the_other_through_two_sessions() {
        let id = ChartId(ChangeId::new(WriterId::new(1), 1));
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mut room = Room { chart: Chart::new(id), day, counter: 0 };
        let name = ChartName::new("A. B.").unwrap();
        room.make(Edit::Begin { name, band: AgeBand::Adult, word: GoalWord::Goal });
        let goal = GoalId(room.make(Edit::AddGoal(words("I want to feel better"))));
        room.check(Next::Begin);
        let of = ObjectiveId(room.make(Edit::AddObjective(goal)));
        room.check(Next::Clear(of));
        room.make(Edit::SetWhat(of, Some(words("Ride the bus"))));
        room.check(Next::Weigh(of));
        room.rate(of, RatingKind::Importance);
        room.check(Next::Weigh(of));
        room.rate(of, RatingKind::Confidence);
        room.check(Next::Step(of));
        room.make(Edit::AddRung(of, words("Stand at the stop")));
        room.check(Next::TakeOn(of));
        room.make(Edit::AddIntervention(of, words("Find quiet times"), Person::of(Role::Client)));
        room.check(Next::TakeHome(of));
        room.day = room.day.succ_opt().unwrap();
        room.check(Next::LookAgain(of));
        room.rate(of, RatingKind::Progress);
        room.check(Next::TakeOn(of));
        let pause = PauseId(room.make(Edit::Pause(goal, room.day, None)));
        room.check(Next::GoOn(pause));
        room.make(Edit::SetPauseEnd(pause, Some(room.day)));
        room.make(Edit::SetGoalStatus(goal, Lifecycle::Completed, Some(words("It is done"))));
        room.check(Next::TakeHome(of));
    }
}
