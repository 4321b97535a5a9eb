//! The chart of the made-up person: where names and dates stand.

use chrono::NaiveDate;
use foothold::document::made_up;
use foothold::domain::history::History;
use foothold::domain::id::{ChangeId, ChartId, WriterId};
use foothold::figure::progress::rows::rows;
use foothold::figure::progress::{Happening, Place, ProgressFigure};

fn history() -> (History, NaiveDate) {
    let today = NaiveDate::from_ymd_opt(2026, 12, 7).unwrap();
    let writer = WriterId::new(9);
    let changes = made_up::changes(writer, 5, today, 60);
    (History::fold(ChartId(ChangeId::new(writer, 5)), changes), today)
}

fn figure(aim: NaiveDate) -> ProgressFigure {
    let (history, today) = history();
    let goal = history.chart().goals().next().unwrap();
    let happening = Happening { day: aim, words: "New aim".to_owned() };
    ProgressFigure::new(goal, goal.objectives().next().unwrap(), &[happening], today)
}

#[test]
fn names_stand_beside_the_last_point_where_no_line_runs_through_them() {
    let figure = figure(NaiveDate::from_ymd_opt(2026, 11, 16).unwrap());
    let ends: Vec<(&str, Place)> =
        figure.ends.iter().map(|end| (end.text.as_str(), end.place)).collect();
    let expected = [
        ("Importance 9", Place::Right),
        ("Confidence 6", Place::Right),
        ("Progress 5", Place::Right),
    ];
    assert_eq!(ends, expected);
    for (end, series) in figure.ends.iter().zip(&figure.series) {
        assert_eq!(end.at.x, series.runs.last().unwrap().last().unwrap().x);
    }
}

#[test]
fn dates_are_those_of_ratings() {
    let dates = |figure: ProgressFigure| {
        let said = figure.ground.dates.iter().map(|date| date.text.clone());
        said.collect::<Vec<_>>().join(", ")
    };
    let on = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    assert_eq!(dates(figure(on(16))), "Oct 26, Nov 16, Nov 30");
    // A line a day beside a rating would be read as the line of that day.
    assert_eq!(dates(figure(on(17))), "Oct 26, Nov 30");
}

#[test]
fn the_table_tells_every_rating_in_its_order() {
    let (history, _) = history();
    let goal = history.chart().goals().next().unwrap();
    let rows = rows(goal, goal.objectives().next().unwrap());
    let said: Vec<String> =
        rows.iter().map(|row| format!("{} {} {}", row.date, row.kind, row.value)).collect();
    assert_eq!(rows.len(), 7);
    assert_eq!(said.first().unwrap(), "Oct 26, 2026 Importance 9 of 10");
    assert_eq!(said.last().unwrap(), "Nov 30, 2026 Confidence 6 of 10");
    let answers = &rows.last().unwrap().said;
    assert!(answers[0].starts_with("What would make it a 7: "), "{answers:?}");
    assert!(answers[1].starts_with("Why not a 5: "), "{answers:?}");
}
