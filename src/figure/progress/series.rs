//! Ratings of one kind by one person, as stretches of a line.

use super::axis::Axis;
use super::{Fill, Label, Series, Shape};
use crate::domain::goal::Goal;
use crate::domain::order;
use crate::domain::person::{Person, Role};
use crate::domain::rating::{Rating, RatingKind};
use crate::figure::say;
use crate::figure::square::{Point, SIDE};

/// More points than this are thinned out: a screen shows no more of them.
const MOST_POINTS: usize = 500;
/// More points than this carry no marks.
const MOST_MARKS: usize = 40;
/// Columns of the chart when points are thinned; each keeps its first, lowest, highest and last point.
const COLUMNS: i32 = 120;
/// From a point to the number beside it (thousandths).
const BESIDE: i32 = 75;

/// Ratings that belong to one line, in order of time, without those given in a pause.
pub(super) struct Group<'a> {
    pub(super) kind: RatingKind,
    pub(super) rater: &'a Person,
    pub(super) ratings: Vec<&'a Rating>,
}

/// Ratings outside pauses by kind and rater: kinds as they are asked, the client first.
pub(super) fn group<'a>(ratings: &[&'a Rating], goal: &Goal) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for rating in ratings.iter().filter(|rating| goal.pause_on(rating.at.day()).is_none()) {
        match groups.iter_mut().find(|g| g.kind == rating.kind && *g.rater == rating.rater) {
            Some(group) => group.ratings.push(rating),
            None => groups.push(Group {
                kind: rating.kind,
                rater: &rating.rater,
                ratings: vec![rating],
            }),
        }
    }
    let asked = |kind| RatingKind::ALL.iter().position(|other| *other == kind);
    order::sort_by_key(&mut groups, |group| (asked(group.kind), group.rater.role != Role::Client));
    groups
}

/// Longest name of a rater beside a line (Unicode scalar values).
const NAME: usize = 14;

/// What tells a line from the others and no more: what was asked, by whom it was answered, or both.
pub(super) fn name(group: &Group<'_>, groups: &[Group<'_>]) -> (String, String) {
    let kind = || say::kind(group.kind).to_owned();
    let rater = || {
        let name = say::person(group.rater);
        match name.char_indices().nth(NAME) {
            Some((end, _)) => {
                let head = name.get(..end).unwrap_or(name);
                format!("{}\u{2026}", say::whole(head, name).trim_end())
            }
            None => name.to_owned(),
        }
    };
    let one_kind = groups.iter().all(|other| other.kind == group.kind);
    let one_rater = groups.iter().all(|other| other.rater == group.rater);
    match (one_kind, one_rater) {
        (_, true) => (kind(), String::new()),
        (true, false) => (String::new(), rater()),
        (false, false) => (kind(), rater()),
    }
}

pub(super) fn draw(group: &Group<'_>, groups: &[Group<'_>], goal: &Goal, axis: &Axis) -> Series {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut before: Option<&Rating> = None;
    for rating in &group.ratings {
        let point = Point::new(axis.x(rating), axis.y(rating.value));
        match runs.last_mut() {
            Some(run) if !before.is_some_and(|before| rests_between(goal, before, rating)) => {
                run.push(point);
            }
            _ => runs.push(vec![point]),
        }
        before = Some(rating);
    }
    let count = group.ratings.len();
    let is_first = groups.first().is_some_and(|first| std::ptr::eq(first, group));
    if MOST_POINTS < count {
        runs = runs.iter().map(|run| thin(run)).collect();
    }
    let first = runs.first().and_then(|run| run.first()).copied();
    let second = runs.iter().flatten().nth(1).copied();
    Series {
        kind: group.kind,
        shape: match group.kind {
            RatingKind::Confidence => Shape::Circle,
            RatingKind::Importance => Shape::Square,
            RatingKind::Progress => Shape::Triangle,
        },
        fill: if group.rater.role == Role::Client { Fill::Solid } else { Fill::Open },
        bridges: bridges(&runs),
        marked: count <= MOST_MARKS,
        start: first.filter(|_| is_first).zip(second).zip(group.ratings.first()).map(
            |((at, next), rating)| Label {
                at: Point::new(at.x, beside(at, next)),
                text: rating.value.to_string(),
            },
        ),
        runs,
    }
}

/// Above or below the point, on the side its line does not leave to.
fn beside(at: Point, next: Point) -> i32 {
    let below = at.y + BESIDE;
    let above = at.y - BESIDE;
    let wants_below = next.y <= at.y;
    if (wants_below && below <= SIDE) || above < 0 { below } else { above }
}

fn rests_between(goal: &Goal, before: &Rating, after: &Rating) -> bool {
    goal.pauses().any(|pause| {
        let until = pause.until.unwrap_or(pause.from);
        pause.from < until && before.at.day() < pause.from && until <= after.at.day()
    })
}

fn bridges(runs: &[Vec<Point>]) -> Vec<(Point, Point)> {
    runs.iter()
        .zip(runs.iter().skip(1))
        .filter_map(|(before, after)| Some((*before.last()?, *after.first()?)))
        .collect()
}

/// The same line with at most four points a column: first, lowest, highest, last, in their order.
fn thin(run: &[Point]) -> Vec<Point> {
    let column = |point: &Point| point.x * COLUMNS / SIDE;
    run.chunk_by(|a, b| column(a) == column(b))
        .flat_map(|chunk| {
            let mut keep = vec![0, chunk.len().saturating_sub(1)];
            let index_of = |best: Option<(usize, &Point)>| best.map_or(0, |(i, _)| i);
            keep.push(index_of(chunk.iter().enumerate().min_by_key(|(_, point)| point.y)));
            keep.push(index_of(chunk.iter().enumerate().max_by_key(|(_, point)| point.y)));
            order::sort_by(&mut keep, Ord::cmp);
            keep.dedup();
            keep.into_iter().filter_map(|i| chunk.get(i).copied())
        })
        .collect()
}
