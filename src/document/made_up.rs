//! A made-up chart to try: an invented person, four sessions long, made by the same changes as a person makes.

use chrono::{Days, NaiveDate};

use crate::domain::change::{Change, Edit};
use crate::domain::id::{ChangeId, GoalId, ObjectiveId, PauseId, RatingId, RungId, WriterId};
use crate::domain::intervention::{Outcome, Report};
use crate::domain::moment::Moment;
use crate::domain::person::{AgeBand, GoalWord, Person, Role};
use crate::domain::quantity::{HowMuch, Measure, Period, Target};
use crate::domain::rating::{FollowUp, RatingKind, Scale, Subject};
use crate::domain::status::Lifecycle;
use crate::domain::words::{ChartName, OwnWords};

/// What stands behind the initials, on every page, on paper and in backups.
pub const MARK: &str = " (made up)";

const INITIALS: &str = "K. L.";

const STEPS: [(&str, u8); 6] = [
    ("Hum along at home with the window open", 1),
    ("Stand outside the hall while they sing", 3),
    ("Sit in the back row for ten minutes", 4),
    ("Sing one song from the back row", 6),
    ("Stay until the tea break", 7),
    ("Sing the whole evening", 9),
];

/// The name without the mark, where the mark stands beside it.
pub fn without_mark(name: &str) -> &str {
    name.strip_suffix(MARK).unwrap_or(name)
}

/// Whether this chart is one of ours, to try things with.
pub fn is_made_up(name: Option<&ChartName>) -> bool {
    name.is_some_and(|name| name.as_str().ends_with(MARK))
}

/// Every change of the chart, in order; the last session was a week before `today`. The same day gives the same
/// chart, apart from its names: `writer`, counted on from `first`.
pub fn changes(writer: WriterId, first: u64, today: NaiveDate, offset: i16) -> Vec<Change> {
    let mut made =
        Made { writer, next: first, at: Moment::start_of(today), offset, changes: Vec::new() };
    let _ = story(&mut made, today);
    made.changes
}

struct Made {
    writer: WriterId,
    next: u64,
    at: Moment,
    offset: i16,
    changes: Vec<Change>,
}

impl Made {
    /// The next session is `days` before `today`, at twenty past ten.
    fn session(&mut self, today: NaiveDate, days: u64) -> Option<NaiveDate> {
        let day = today.checked_sub_days(Days::new(days))?;
        self.at = Moment::new(day, 620, self.offset).ok()?;
        Some(day)
    }

    fn add(&mut self, edit: Edit) -> ChangeId {
        let id = ChangeId::new(self.writer, self.next);
        self.next += 1;
        let whose = matches!(edit, Edit::AddGoal(_) | Edit::Answer(..)).then(client);
        let by = Person::of(Role::Therapist);
        self.changes.push(Change { id, at: self.at, by, whose, why: None, undoes: None, edit });
        id
    }

    fn rate(&mut self, about: ObjectiveId, kind: RatingKind, value: u8) -> RatingId {
        let (about, scale) = (Subject::Objective(about), Scale::OneToTen);
        RatingId(self.add(Edit::Rate { about, kind, scale, value, rater: client() }))
    }

    fn answers(&mut self, rating: RatingId, higher: &str, lower: &str) -> Option<()> {
        self.add(Edit::Answer(rating, FollowUp::Higher, Some(words(higher)?)));
        self.add(Edit::Answer(rating, FollowUp::Lower, Some(words(lower)?)));
        Some(())
    }

    fn take_on(&mut self, of: ObjectiveId, what: &str, who: Role) -> Option<ChangeId> {
        Some(self.add(Edit::AddIntervention(of, words(what)?, Person::of(who))))
    }
}

fn words(text: &str) -> Option<OwnWords> {
    OwnWords::new(text).ok()
}

fn name() -> Option<ChartName> {
    ChartName::new(&format!("{INITIALS}{MARK}")).ok()
}

fn client() -> Person {
    Person { role: Role::Client, name: name() }
}

fn times_a_month(target: Target) -> Option<HowMuch> {
    HowMuch::new(Measure::CountPer(Period::Month), Some(0), Some(target)).ok()
}

/// Four sessions. `None` only where a calendar ends.
fn story(made: &mut Made, today: NaiveDate) -> Option<()> {
    let (goal, of, rungs) = first_session(made, today)?;

    let told = made.session(today, 35)?;
    let paper =
        made.changes.iter().rev().find_map(|change| {
            matches!(change.edit, Edit::AddIntervention(..)).then_some(change.id)
        })?;
    made.add(Edit::Report(paper.into(), Some(Report { how: Outcome::Done, on: told })));
    made.add(Edit::ReachRung(*rungs.first()?));
    made.rate(of, RatingKind::Progress, 2);
    made.rate(of, RatingKind::Confidence, 4);

    let rest = made.session(today, 30)?;
    let pause = made.add(Edit::Pause(goal, rest, words("A cold that went to the voice")));
    let again = made.session(today, 21)?;
    made.add(Edit::SetPauseEnd(PauseId(pause), Some(again)));
    made.add(Edit::ReachRung(*rungs.get(1)?));
    made.rate(of, RatingKind::Progress, 3);
    // Three times a month was a lot to begin with.
    made.add(Edit::SetHowMuch(of, times_a_month(Target::Range(2, 3))));
    made.add(Edit::AddGoal(words("Ring my brother without rehearsing it first")?));

    made.session(today, 7)?;
    made.add(Edit::ReachRung(*rungs.get(2)?));
    made.rate(of, RatingKind::Progress, 5);
    let sure = made.rate(of, RatingKind::Confidence, 6);
    made.answers(sure, "Knowing which song comes first", "I sat there and nobody stared")?;
    made.take_on(of, "Ask the choir which evening is the quietest", Role::Therapist)?;
    made.take_on(of, "Learn the first verse of one song", Role::Client)?;
    Some(())
}

fn first_session(made: &mut Made, today: NaiveDate) -> Option<(GoalId, ObjectiveId, Vec<RungId>)> {
    made.session(today, 42)?;
    made.add(Edit::Begin { name: name()?, band: AgeBand::Adult, word: GoalWord::Goal });
    let goal = GoalId(made.add(Edit::AddGoal(words("I want to sing with other people again")?)));
    made.add(Edit::SetGoalStatus(goal, Lifecycle::Active, None));
    made.add(Edit::SetClinical(
        goal,
        words("Client will resume a valued group activity, with graded exposure."),
    ));
    let of = ObjectiveId(made.add(Edit::AddObjective(goal)));
    made.add(Edit::SetWhat(of, words("Go to choir practice")));
    made.add(Edit::SetSupport(of, words("my cousin beside me")));
    made.add(Edit::SetHowMuch(of, times_a_month(Target::Exactly(4))));
    made.add(Edit::SetDue(of, today.checked_add_days(Days::new(35))));
    let matters = made.rate(of, RatingKind::Importance, 9);
    made.answers(matters, "A date for the summer concert", "It is what I miss most")?;
    let sure = made.rate(of, RatingKind::Confidence, 3);
    made.answers(sure, "Somebody I know sits next to me", "I did walk in once, in spring")?;
    let mut rungs = Vec::new();
    for (what, effort) in STEPS {
        let rung = RungId(made.add(Edit::AddRung(of, words(what)?)));
        made.add(Edit::SetEffort(rung, Some(effort)));
        rungs.push(rung);
    }
    made.take_on(of, "Bring the list of choirs in town", Role::Therapist)?;
    Some((goal, of, rungs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::history::History;
    use crate::domain::id::ChartId;
    use crate::domain::next::{Next, next};

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn chart(today: NaiveDate) -> History {
        let writer = WriterId::new(9);
        History::fold(ChartId(ChangeId::new(writer, 5)), changes(writer, 5, today, 60))
    }

    #[test]
    fn the_chart_takes_every_change_on_any_day() {
        for today in [on(2026, 11, 26), on(2027, 1, 1), on(2028, 2, 29)] {
            let history = chart(today);
            assert_eq!(history.refused(), []);
            assert!(history.changes().iter().all(|change| change.at.day() < today));
            assert_eq!(history.session_on(today), 6);
        }
    }

    #[test]
    fn the_same_day_gives_the_same_chart() {
        let today = on(2026, 11, 26);
        assert_eq!(chart(today).chart(), chart(today).chart());
    }

    #[test]
    fn every_screen_has_something_to_show() {
        let today = on(2026, 11, 26);
        let history = chart(today);
        let chart = history.chart();
        assert!(is_made_up(chart.name()));
        let goal = chart.goals().next().unwrap();
        let of = goal.objectives().next().unwrap();
        assert_eq!(next(goal, Some(of), today), Next::LookAgain(of.id));
        assert_eq!(of.ladder.rungs().filter(|rung| rung.reached.is_some()).count(), 3);
        assert_eq!(of.interventions().filter(|one| one.is_asked_on(today)).count(), 2);
        assert_eq!(chart.goals().count(), 2);
        assert!(goal.pauses().count() == 1 && goal.clinical.is_some());
    }
}
