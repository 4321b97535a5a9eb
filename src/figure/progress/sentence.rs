//! The chart in plain sentences, in the words it was asked in: where it began, where it is; what is not counted.

use chrono::{Days, NaiveDate};

use super::series::{Group, name};
use super::trend::{Trend, trend};
use crate::domain::goal::Goal;
use crate::domain::pause::Pause;
use crate::domain::person::Role;
use crate::domain::rating::Rating;
use crate::figure::{day, say};

/// Lines a sentence is made for; more are in the table.
const MOST: usize = 4;

pub(super) fn of(groups: &[Group<'_>], today: NaiveDate) -> String {
    let mut said = Vec::new();
    for (i, group) in groups.iter().take(MOST).enumerate() {
        let asked = say::asked(group.kind);
        let name = match name(group, groups) {
            (_, rater) if rater.is_empty() || group.rater.role == Role::Client => asked.to_owned(),
            (_, rater) => format!("{asked}, says {rater}"),
        };
        let before = i.checked_sub(1).and_then(|before| groups.get(before));
        let again = before.is_some_and(|before| same_days(before, group));
        let told =
            if again { briefly(&name, &group.ratings) } else { one(&name, &group.ratings, today) };
        said.push(told);
    }
    match groups.len() {
        0 => said.push("Every rating so far was given in a pause.".to_owned()),
        count if MOST < count => said.push("The others stand in the table.".to_owned()),
        _ => {}
    }
    said.join(" ")
}

/// Whether both were asked equally often from the same day to the same day, so that the days need no second telling.
fn same_days(one: &Group<'_>, other: &Group<'_>) -> bool {
    let ends = |group: &Group<'_>| {
        let day = |rating: Option<&&Rating>| rating.map(|rating| rating.at.day());
        (day(group.ratings.first()), day(group.ratings.last()), group.ratings.len())
    };
    ends(one) == ends(other)
}

fn briefly(name: &str, ratings: &[&Rating]) -> String {
    let values: Vec<u8> = ratings.iter().map(|rating| rating.value).collect();
    match (values.as_slice(), trend(&values)) {
        ([], _) => String::new(),
        ([only], _) => format!("{name}: {only}."),
        ([first, .., last], lean)
            if first == last && lean.is_none_or(|lean| lean == Trend::Level) =>
        {
            format!("{name}: {last} each time.")
        }
        ([first, .., last], lean) => {
            format!("{name}: from {first} to {last}{}.", leaning(lean))
        }
    }
}

fn leaning(lean: Option<Trend>) -> &'static str {
    match lean {
        Some(Trend::Up) => ", mostly upward",
        Some(Trend::Down) => ", mostly downward",
        Some(Trend::Mixed) => ", with ups and downs",
        Some(Trend::Level) | None => "",
    }
}

fn one(name: &str, ratings: &[&Rating], today: NaiveDate) -> String {
    let (Some(first), Some(last)) = (ratings.first(), ratings.last()) else {
        return String::new();
    };
    let on = |rating: &Rating| day::spoken(rating.at.day(), today);
    let count = ratings.len();
    if count == 1 {
        return format!("{name}: {} on {}.", first.value, on(first));
    }
    let (from, to) = (on(first), on(last));
    let values: Vec<u8> = ratings.iter().map(|rating| rating.value).collect();
    let lean = trend(&values);
    let (began, ended) = (first.value, last.value);
    let one_day = first.at.day() == last.at.day();
    let level = values.iter().all(|value| *value == began);
    let stand = match (one_day, level) {
        (true, true) => format!("{name}: {ended} each time on {to}"),
        (true, false) => format!("{name}: from {began} to {ended} on {to}"),
        (false, true) if count == 2 => format!("{name}: {began} on {from} and again on {to}"),
        (false, true) => format!("{name}: {ended} each time from {from} to {to}"),
        (false, false) => format!("{name}: from {began} on {from} to {ended} on {to}"),
    };
    format!("{stand}{}.", leaning(lean))
}

/// "The pause from November 24 to November 30 is not counted."
pub(super) fn aside(goal: &Goal, today: NaiveDate, ratings: &[&Rating]) -> Option<String> {
    let first = ratings.first()?.at.day();
    let shown: Vec<&Pause> = goal
        .pauses()
        .filter(|pause| pause.from <= today)
        .filter(|pause| pause.until.is_none_or(|until| first < until && pause.from < until))
        .collect();
    match shown.as_slice() {
        [] => None,
        [pause] => {
            let from = day::spoken(pause.from, today);
            let last = pause.until.and_then(|until| until.checked_sub_days(Days::new(1)));
            Some(match last {
                None => format!("The pause since {from} is not counted."),
                Some(last) if last == pause.from => format!("The pause on {from} is not counted."),
                Some(last) => {
                    format!("The pause from {from} to {} is not counted.", day::spoken(last, today))
                }
            })
        }
        many => Some(format!("{} pauses are not counted.", say::number_first(many.len()))),
    }
}
