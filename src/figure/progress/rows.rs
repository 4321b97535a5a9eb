//! The ratings one by one, as the table tells them. Apart from the figure: a closed table costs no rating anything.

use super::in_time;
use crate::domain::goal::Goal;
use crate::domain::objective::Objective;
use crate::domain::rating::Rating;
use crate::figure::{day, say};

/// One rating as the table tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// "Nov 22, 2026"
    pub date: String,
    /// "Confidence"
    pub kind: &'static str,
    /// "6 of 10"
    pub value: String,
    /// Initials or part.
    pub rater: String,
    /// What was said with it, and whether it was given in a pause.
    pub said: Vec<String>,
}

/// One row a rating, oldest first.
pub fn rows(goal: &Goal, objective: &Objective) -> Vec<Row> {
    in_time(objective).into_iter().map(|rating| row(rating, goal)).collect()
}

fn row(rating: &Rating, goal: &Goal) -> Row {
    let mut said = Vec::new();
    if let Some(words) = &rating.higher {
        let more = say::a(rating.value + 1);
        said.push(format!("What would make it {more}: {}", words.as_str()));
    }
    if let Some(words) = &rating.lower {
        let less = say::a(rating.value.saturating_sub(1));
        said.push(format!("Why not {less}: {}", words.as_str()));
    }
    if goal.pause_on(rating.at.day()).is_some() {
        said.push("During a pause, so not in the line".to_owned());
    }
    Row {
        date: day::dated(rating.at.day()),
        kind: say::kind(rating.kind),
        value: format!("{} of {}", rating.value, rating.scale.high()),
        rater: say::person(&rating.rater).to_owned(),
        said,
    }
}
