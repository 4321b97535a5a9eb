//! The sheet to color in: for whom there is one, and what stands on it.

use foothold::document::coloring::Coloring;
use foothold::document::paper::Paper;
use foothold::domain::change::Edit;
use foothold::domain::history::History;
use foothold::domain::id::{ChangeId, ChartId, GoalId, ObjectiveId, RungId};
use foothold::domain::person::AgeBand;
use foothold::domain::status::Lifecycle;
use foothold::figure::ladder::Reach;

use crate::domain::{WRITER, begin, change, day, words};

/// A chart of a child of 7 with these steps.
fn history(steps: &[&str]) -> (History, ObjectiveId) {
    let mut history = History::new(ChartId(ChangeId::new(WRITER, 1)));
    history.apply(begin()).unwrap();
    history.apply(change(2, Edit::SetBand(AgeBand::SevenToEight))).unwrap();
    history.apply(change(3, Edit::AddGoal(words("me and my creature stay in bed")))).unwrap();
    history.apply(change(4, Edit::AddObjective(GoalId(ChangeId::new(WRITER, 3))))).unwrap();
    let objective = ObjectiveId(ChangeId::new(WRITER, 4));
    for (step, counter) in steps.iter().zip(5..) {
        history.apply(change(counter, Edit::AddRung(objective, words(step)))).unwrap();
    }
    (history, objective)
}

fn sheet((history, objective): &(History, ObjectiveId)) -> Option<Coloring> {
    Coloring::new(history.chart(), *objective, day(0), Paper::A4)
}

#[test]
fn only_a_child_whose_voice_has_a_mountain_gets_the_sheet() {
    let mut made = history(&["lights low"]);
    assert!(sheet(&made).is_some());
    made.0.apply(change(99, Edit::SetBand(AgeBand::Adult))).unwrap();
    assert_eq!(sheet(&made), None);
}

#[test]
fn the_childs_own_words_are_the_title_and_stand_beside_the_stones() {
    let sheet = sheet(&history(&["lights low", "door open"])).unwrap();
    assert_eq!(sheet.title, "me and my creature stay in bed");
    let words: Vec<_> = sheet.stones.iter().map(|(_, words)| words.as_deref()).collect();
    assert_eq!(words, [Some("lights low"), Some("door open"), None]);
}

#[test]
fn a_stone_that_was_reached_has_its_star_on_paper_too() {
    let mut made = history(&["lights low", "door open"]);
    made.0.apply(change(99, Edit::ReachRung(RungId(ChangeId::new(WRITER, 5))))).unwrap();
    let sheet = sheet(&made).unwrap();
    let reached: Vec<_> =
        sheet.mountain.stones.iter().map(|stone| stone.reach == Reach::Reached).collect();
    assert_eq!(reached, [true, false, false]);
}

#[test]
fn what_the_child_will_do_stands_at_the_flag_and_what_helps_on_the_sheet() {
    let mut made = history(&["lights low"]);
    let bare = sheet(&made).unwrap();
    assert_eq!((bare.mountain.flag, bare.support), (None, None));
    made.0.apply(change(98, Edit::SetWhat(made.1, Some(words("sleep in my own bed"))))).unwrap();
    made.0.apply(change(99, Edit::SetSupport(made.1, Some(words("Mom reads with me"))))).unwrap();
    let sheet = sheet(&made).unwrap();
    assert_eq!(sheet.mountain.flag.as_deref(), Some("sleep in my own bed"));
    assert_eq!(sheet.support.as_deref(), Some("Mom reads with me"));
}

#[test]
fn without_a_ladder_there_are_three_stones_with_lines_to_write_on() {
    let sheet = sheet(&history(&[])).unwrap();
    assert_eq!(sheet.stones, [(1, None), (2, None), (3, None)]);
}

#[test]
fn however_much_was_said_it_stays_on_one_sheet() {
    let long = "and then some more of it ".repeat(40);
    let sheet = sheet(&history(&[long.as_str(); 12])).unwrap();
    assert!(sheet.stones.len() <= 6);
    for (_, words) in &sheet.stones {
        assert!(words.as_ref().unwrap().chars().count() <= 71);
    }
}

#[test]
fn the_top_is_reached_with_every_stone_or_with_the_goal() {
    let mut made = history(&["lights low"]);
    made.0.apply(change(98, Edit::ReachRung(RungId(ChangeId::new(WRITER, 5))))).unwrap();
    assert!(!sheet(&made).unwrap().mountain.top);
    made.0
        .apply(change(
            99,
            Edit::SetObjectiveStatus(
                made.1,
                Lifecycle::Completed,
                Some(words("I sleep there now")),
            ),
        ))
        .unwrap();
    let done = sheet(&made).unwrap().mountain;
    assert!(done.top);
    assert_eq!(done.sentence, "Three stones go up the mountain. You are at the top!");
}
