//! Charts under thousands of random changes: what must hold whatever people do.

use chrono::NaiveDate;
use foothold::domain::change::{Change, Edit, Item, Refusal};
use foothold::domain::chart::Chart;
use foothold::domain::goal::Goal;
use foothold::domain::history::History;
use foothold::domain::id::{
    ChangeId, ChartId, GoalId, InterventionId, ObjectiveId, PauseId, RatingId, RungId, WriterId,
};
use foothold::domain::moment::Moment;
use foothold::domain::person::{AgeBand, GoalWord, Person, Role};
use foothold::domain::quantity::{HowMuch, Measure, Period, Target};
use foothold::domain::rating::{FollowUp, RatingKind, Scale, Subject};
use foothold::domain::status::Lifecycle;
use foothold::domain::words::{ChartName, OwnWords};
use foothold::storage::saved;
use proptest::prelude::*;

const WRITER: WriterId = WriterId::new(7);

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

/// An edit that may or may not fit: ids are small counters, so that many hit something and some hit nothing.
fn any_edit() -> impl Strategy<Value = Edit> {
    let id = (1_u64..40).prop_map(|n| ChangeId::new(WRITER, n));
    let text = "[a-z 🙂]{0,12}x".prop_map(|text| words(&text));
    let target = prop_oneof![
        (0_u16..12).prop_map(|n| Some(Target::Exactly(n))),
        (0_u16..5, 6_u16..9).prop_map(|(from, to)| Some(Target::Range(from, to))),
        Just(None),
    ];
    let how_much = (
        prop_oneof![
            Just(Measure::CountPer(Period::Week)),
            Just(Measure::Minutes),
            Just(Measure::Percent),
            Just(Measure::Total { max: 27 })
        ],
        proptest::option::of(0_u16..12),
        target,
    )
        .prop_map(|(measure, baseline, target)| HowMuch::new(measure, baseline, target).ok());
    let item = (0_usize..6, id.clone()).prop_map(|(kind, id)| match kind {
        0 => Item::Goal(GoalId(id)),
        1 => Item::Objective(ObjectiveId(id)),
        2 => Item::Intervention(InterventionId(id)),
        3 => Item::Rung(RungId(id)),
        4 => Item::Rating(RatingId(id)),
        _ => Item::Pause(PauseId(id)),
    });
    let lifecycle = (0_usize..9).prop_map(|n| *Lifecycle::ALL.get(n).unwrap());
    let subject = (any::<bool>(), id.clone()).prop_map(|(goal, id)| {
        if goal { Subject::Goal(GoalId(id)) } else { Subject::Objective(ObjectiveId(id)) }
    });
    let kind = (0_usize..3).prop_map(|n| *RatingKind::ALL.get(n).unwrap());
    let scale = prop_oneof![Just(Scale::OneToTen), Just(Scale::ZeroToTen)];
    let some_text = proptest::option::of(text.clone());
    prop_oneof![
        text.clone().prop_map(Edit::AddGoal),
        text.clone().prop_map(Edit::AddGoal),
        (id.clone(), some_text.clone()).prop_map(|(i, t)| Edit::SetAgreed(GoalId(i), t)),
        id.clone().prop_map(|i| Edit::AddObjective(GoalId(i))),
        id.clone().prop_map(|i| Edit::AddObjective(GoalId(i))),
        (id.clone(), some_text.clone()).prop_map(|(i, t)| Edit::SetWhat(ObjectiveId(i), t)),
        (id.clone(), how_much).prop_map(|(i, h)| Edit::SetHowMuch(ObjectiveId(i), h)),
        (id.clone(), proptest::option::of(-9_i64..90))
            .prop_map(|(i, d)| Edit::SetDue(ObjectiveId(i), d.map(day))),
        (id.clone(), lifecycle, some_text.clone()).prop_map(|(i, l, t)| Edit::SetGoalStatus(
            GoalId(i),
            l,
            t
        )),
        (id.clone(), text.clone()).prop_map(|(i, t)| Edit::AddIntervention(
            ObjectiveId(i),
            t,
            Person::of(Role::Therapist)
        )),
        (id.clone(), text.clone()).prop_map(|(i, t)| Edit::AddRung(ObjectiveId(i), t)),
        (id.clone(), text.clone()).prop_map(|(i, t)| Edit::AddRung(ObjectiveId(i), t)),
        (id.clone(), text.clone()).prop_map(|(i, t)| Edit::SetRung(RungId(i), t)),
        (id.clone(), proptest::option::of(0_u8..13))
            .prop_map(|(i, e)| Edit::SetEffort(RungId(i), e)),
        (id.clone(), proptest::option::of(id.clone()))
            .prop_map(|(i, b)| Edit::MoveRung(RungId(i), b.map(RungId))),
        id.clone().prop_map(|i| Edit::ReachRung(RungId(i))),
        id.clone().prop_map(|i| Edit::UnreachRung(RungId(i))),
        (subject, kind, scale, 0_u8..13).prop_map(|(about, kind, scale, value)| Edit::Rate {
            about,
            kind,
            scale,
            value,
            rater: Person::of(Role::Client)
        }),
        (id.clone(), any::<bool>(), some_text.clone()).prop_map(|(i, up, t)| Edit::Answer(
            RatingId(i),
            if up { FollowUp::Higher } else { FollowUp::Lower },
            t
        )),
        (id.clone(), 0_i64..9, some_text).prop_map(|(i, d, t)| Edit::Pause(GoalId(i), day(d), t)),
        (id.clone(), proptest::option::of(0_i64..20))
            .prop_map(|(i, d)| Edit::SetPauseEnd(PauseId(i), d.map(day))),
        (id.clone(), 0_u8..13).prop_map(|(i, v)| Edit::SetValue(RatingId(i), v)),
        item.clone().prop_map(Edit::Withdraw),
        item.prop_map(Edit::Restore),
    ]
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
    fn the_saved_form_reads_back_the_same(edits in prop::collection::vec(any_edit(), 0..60)) {
        for change in played(edits).changes() {
            let bytes = saved::encode(change).unwrap();
            prop_assert_eq!(&saved::decode(&bytes).unwrap(), change);
            let json = serde_json::to_string(change).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Change>(&json).unwrap(), change);
        }
    }

    #[test]
    fn what_a_later_version_adds_is_passed_over_and_stays_in_the_bytes(edit in any_edit(), extra in "[a-z]{1,8}") {
        let change = change(5, edit);
        let mut value: ciborium::Value =
            ciborium::from_reader(saved::encode(&change).unwrap().as_slice()).unwrap();
        let fields = value.as_map_mut().unwrap();
        for (key, value) in fields.iter_mut() {
            if key.as_text() == Some("e") {
                value.as_array_mut().unwrap().push(ciborium::Value::Text(extra.clone()));
            }
        }
        fields.push((ciborium::Value::Text(format!("later-{extra}")), ciborium::Value::Integer(3.into())));
        let mut bytes = Vec::new();
        ciborium::into_writer(&value, &mut bytes).unwrap();
        prop_assert_eq!(saved::decode(&bytes).unwrap(), change);
        prop_assert!(String::from_utf8_lossy(&bytes).contains(&extra));
    }

    #[test]
    fn a_change_cut_short_anywhere_is_not_read(edit in any_edit(), cut in any::<prop::sample::Index>()) {
        let bytes = saved::encode(&change(5, edit)).unwrap();
        let end = cut.index(bytes.len());
        prop_assert!(saved::decode(bytes.get(..end).unwrap()).is_err());
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
        for objective in chart.goals().flat_map(Goal::objectives) {
            prop_assert!(objective.ladder.len() <= 12);
            prop_assert!(chart.objective(objective.id).is_some());
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused_but_never_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = saved::decode(&bytes);
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
