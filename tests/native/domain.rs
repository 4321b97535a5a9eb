//! Charts under thousands of random changes: what must hold whatever people do.

use chrono::NaiveDate;
use foothold::domain::change::{Change, Edit, Refusal};
use foothold::domain::chart::Chart;
use foothold::domain::goal::Goal;
use foothold::domain::history::History;
use foothold::domain::id::{ChangeId, ChartId, GoalId, ObjectiveId, RatingId, WriterId};
use foothold::domain::moment::Moment;
use foothold::domain::person::{AgeBand, GoalWord, Person, Role};
use foothold::domain::rating::{FollowUp, RatingKind, Scale, Subject};
use foothold::domain::words::{ChartName, OwnWords};
use proptest::prelude::*;

use crate::edits::any_edit;

pub(crate) const WRITER: WriterId = WriterId::new(7);

pub(crate) fn day(offset: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap() + chrono::Duration::days(offset)
}

pub(crate) fn change(counter: u64, edit: Edit) -> Change {
    Change {
        id: ChangeId::new(WRITER, counter),
        at: Moment::start_of(day(0)),
        by: Person::of(Role::Therapist),
        whose: None,
        why: None,
        undoes: None,
        edit,
    }
}

pub(crate) fn words(text: &str) -> OwnWords {
    OwnWords::new(text).unwrap()
}

pub(crate) fn begin() -> Change {
    change(
        1,
        Edit::Begin {
            name: ChartName::new("J. M.").unwrap(),
            band: AgeBand::Adult,
            word: GoalWord::Goal,
        },
    )
}

fn new_history() -> History {
    let mut history = History::new(ChartId(ChangeId::new(WRITER, 1)));
    history.apply(begin()).unwrap();
    history
}

/// What is on the page: withdrawn things are history, not page.
fn page(chart: &Chart) -> String {
    let goals: Vec<String> = chart
        .goals()
        .map(|goal| {
            let objectives: Vec<String> = goal
                .objectives()
                .map(|objective| {
                    format!(
                        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
                        objective.id,
                        objective.what,
                        objective.support,
                        objective.how_much,
                        objective.due,
                        objective.status,
                        objective.ladder.rungs().collect::<Vec<_>>(),
                        objective.interventions().collect::<Vec<_>>(),
                        objective.ratings().collect::<Vec<_>>(),
                    )
                })
                .collect();
            format!(
                "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {objectives:?}",
                goal.id,
                goal.own_words,
                goal.agreed,
                goal.clinical,
                goal.status,
                goal.pauses().collect::<Vec<_>>(),
                goal.ratings().collect::<Vec<_>>(),
            )
        })
        .collect();
    format!("{:?} {:?} {:?} {goals:?}", chart.name(), chart.band(), chart.goal_word())
}

fn played(edits: Vec<Edit>) -> History {
    let mut history = new_history();
    for (counter, edit) in (2..).zip(edits) {
        // What does not fit is refused and must leave no trace; the property below would see one.
        let before = page(history.chart());
        if history.apply(change(counter, edit)).is_err() {
            assert_eq!(page(history.chart()), before);
        }
    }
    history
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_leads_back_through_every_page_and_redo_forward_again(
        edits in prop::collection::vec(any_edit(), 0..60)
    ) {
        let mut history = new_history();
        let mut pages = vec![page(history.chart())];
        for (counter, edit) in (2..).zip(edits) {
            if history.apply(change(counter, edit)).is_ok() {
                pages.push(page(history.chart()));
            }
        }
        let mut counter = 1000;
        for expected in pages.iter().rev().skip(1) {
            let by = Person::of(Role::Therapist);
            let undo = history.undo(ChangeId::new(WRITER, counter), Moment::start_of(day(1)), by).unwrap();
            history.apply(undo).unwrap();
            prop_assert_eq!(&page(history.chart()), expected);
            counter += 1;
        }
        prop_assert!(history.last_undoable().is_none());
        for expected in pages.iter().skip(1) {
            let by = Person::of(Role::Therapist);
            let redo = history.redo(ChangeId::new(WRITER, counter), Moment::start_of(day(1)), by).unwrap();
            history.apply(redo).unwrap();
            prop_assert_eq!(&page(history.chart()), expected);
            counter += 1;
        }
    }

    #[test]
    fn the_fold_of_the_changes_is_the_chart_in_whatever_order_they_come(
        edits in prop::collection::vec(any_edit(), 0..60), seed in any::<u64>()
    ) {
        let history = played(edits);
        let mut changes = history.changes().to_vec();
        let n = changes.len().max(1) as u64;
        changes.sort_by_key(|change| (change.id.counter.wrapping_mul(seed | 1)) % (n + 3));
        let folded = History::fold(history.chart().id(), changes);
        prop_assert_eq!(folded.chart(), history.chart());
        prop_assert!(folded.refused().is_empty());
    }

    #[test]
    fn the_tree_is_never_deeper_than_goal_objective_intervention_and_no_child_lacks_its_parent(
        edits in prop::collection::vec(any_edit(), 0..80)
    ) {
        let history = played(edits);
        let chart = history.chart();
        for change in history.changes() {
            let parent_stands_or_stood = match &change.edit {
                Edit::AddObjective(goal) => made(&history, goal.0, |edit| matches!(edit, Edit::AddGoal(_))),
                Edit::AddIntervention(objective, ..) | Edit::AddRung(objective, _) => {
                    made(&history, objective.0, |edit| matches!(edit, Edit::AddObjective(_)))
                }
                Edit::Pause(goal, ..) => made(&history, goal.0, |edit| matches!(edit, Edit::AddGoal(_))),
                _ => true,
            };
            prop_assert!(parent_stands_or_stood);
        }
        // Each thing hangs where the change that made it says: under a goal, or under an objective of one.
        for (goal, objective) in chart.goals().flat_map(|goal| goal.objectives().map(move |o| (goal, o))) {
            let (goal, parent) = (goal.id, objective.id);
            prop_assert!(made(&history, parent.0, |edit| *edit == Edit::AddObjective(goal)));
            for step in objective.interventions() {
                let is_made = |edit: &Edit| matches!(edit, Edit::AddIntervention(o, ..) if *o == parent);
                prop_assert!(made(&history, step.id.0, is_made));
            }
            for rung in objective.ladder.rungs() {
                let is_made = |edit: &Edit| matches!(edit, Edit::AddRung(o, _) if *o == parent);
                prop_assert!(made(&history, rung.id.0, is_made));
            }
        }
        for objective in chart.goals().flat_map(Goal::objectives) {
            prop_assert!(objective.ladder.len() <= 12);
            prop_assert!(chart.objective(objective.id).is_some());
        }
    }
}

fn made(history: &History, id: ChangeId, by: impl Fn(&Edit) -> bool) -> bool {
    history.changes().iter().any(|change| change.id == id && by(&change.edit))
}

#[test]
fn a_due_date_before_today_is_refused_and_said_so() {
    let mut history = new_history();
    history.apply(change(2, Edit::AddGoal(words("I want to sleep")))).unwrap();
    history.apply(change(3, Edit::AddObjective(GoalId(ChangeId::new(WRITER, 2))))).unwrap();
    let objective = ObjectiveId(ChangeId::new(WRITER, 3));
    let refusal = history.apply(change(4, Edit::SetDue(objective, Some(day(-1))))).unwrap_err();
    assert_eq!(refusal, Refusal::DueInThePast { due: day(-1), today: day(0) });
    assert_eq!(refusal.to_string(), "the date 2026-11-21 is before 2026-11-22");
}

#[test]
fn a_thirteenth_rung_is_refused() {
    let mut history = new_history();
    history.apply(change(2, Edit::AddGoal(words("I want to sleep")))).unwrap();
    history.apply(change(3, Edit::AddObjective(GoalId(ChangeId::new(WRITER, 2))))).unwrap();
    let objective = ObjectiveId(ChangeId::new(WRITER, 3));
    for counter in 4..16 {
        history.apply(change(counter, Edit::AddRung(objective, words("a step")))).unwrap();
    }
    assert_eq!(
        history.apply(change(16, Edit::AddRung(objective, words("one more")))),
        Err(Refusal::LadderFull)
    );
}

#[test]
fn whatever_follows_the_clients_own_words_stay() {
    let mut history = new_history();
    let said = "  I just want\nto feel better 🙂";
    let goal = GoalId(ChangeId::new(WRITER, 2));
    history.apply(change(2, Edit::AddGoal(words(said)))).unwrap();
    history.apply(change(3, Edit::SetAgreed(goal, Some(words("Feel better"))))).unwrap();
    history.apply(change(4, Edit::SetClinical(goal, Some(words("Improve mood"))))).unwrap();
    assert_eq!(history.chart().goal(goal).unwrap().own_words.as_str(), said);
}

#[test]
fn after_the_lowest_answer_there_is_no_lower_number_to_ask_about() {
    let mut history = new_history();
    let goal = GoalId(ChangeId::new(WRITER, 2));
    history.apply(change(2, Edit::AddGoal(words("x")))).unwrap();
    let rate = Edit::Rate {
        about: Subject::Goal(goal),
        kind: RatingKind::Confidence,
        scale: Scale::OneToTen,
        value: 1,
        rater: Person::of(Role::Client),
    };
    history.apply(change(3, rate)).unwrap();
    let rating = RatingId(ChangeId::new(WRITER, 3));
    assert_eq!(
        history.apply(change(4, Edit::Answer(rating, FollowUp::Lower, Some(words("because"))))),
        Err(Refusal::NothingLower)
    );
}
