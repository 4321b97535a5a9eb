//! How an objective goes: ratings over civil dates as points in the unit square, with pauses left out of the line.

mod axis;
mod dates;
pub mod few;
mod label;
pub mod rows;
mod sentence;
mod series;
pub mod trend;

use chrono::NaiveDate;

use super::square::Point;
use crate::domain::goal::Goal;
use crate::domain::objective::Objective;
use crate::domain::order;
use crate::domain::rating::{Rating, RatingKind};
use axis::Axis;

/// Which shape marks a point; shape, not colour, tells series apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Confidence.
    Circle,
    /// Importance.
    Square,
    /// Progress.
    Triangle,
}

/// Whether a marker is filled: the client's own ratings are, everybody else's are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fill {
    /// Filled.
    Solid,
    /// Only its outline.
    Open,
}

/// Ratings of one kind by one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What was asked.
    pub kind: RatingKind,
    /// How its points are marked.
    pub shape: Shape,
    /// Filled or open.
    pub fill: Fill,
    /// Stretches drawn as one line each; a pause ends a stretch.
    pub runs: Vec<Vec<Point>>,
    /// From the end of a stretch to the start of the next one, over a pause.
    pub bridges: Vec<(Point, Point)>,
    /// Whether each point is marked; not where there are so many that marks would hide the line.
    pub marked: bool,
    /// The first value of the first series, where there is more than one: text and place of its middle.
    pub start: Option<Label>,
}

/// A text at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where its middle stands.
    pub at: Point,
    /// What it says.
    pub text: String,
}

/// Where the name of a series stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Right of the plot.
    Gutter,
    /// Right of its last point.
    Right,
    /// Left of the only point.
    Left,
}

/// Name and last value of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// The edge of the plot or a point, at the height of the middle of the name.
    pub at: Point,
    /// On which side of `at` it stands.
    pub place: Place,
    /// Whether the line ends so far from here that its mark stands before the name.
    pub is_far: bool,
    /// How the points of the series are marked.
    pub shape: Shape,
    /// Filled or open.
    pub fill: Fill,
    /// What it says.
    pub text: String,
    /// A second line under it; empty where one is enough.
    pub under: String,
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its left edge.
    Start,
    /// Its middle.
    Middle,
    /// Its right edge.
    End,
}

/// A date or a value beside an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Along the axis: from the left for dates, from the top for values (thousandths).
    pub at: i32,
    /// What it says.
    pub text: String,
    /// Which part of it stands there.
    pub anchor: Anchor,
    /// Whether it has room only where the chart is broad.
    pub is_broad: bool,
}

/// Days that are left out (thousandths from the left).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Where it begins.
    pub from: i32,
    /// Where it ends; always right of `from`.
    pub to: i32,
}

/// What stands above the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// Days left out; marked by a band, not by a line.
    Pause,
    /// Something was changed on this day.
    Change,
    /// The day the objective is due.
    Due,
}

/// Something that happened or will happen on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Where its line stands (thousandths from the left).
    pub at: i32,
    /// What it is.
    pub kind: EventKind,
    /// Its text above the chart; which part of it stands at `text_at`, in which row from the chart upwards.
    pub text: String,
    /// Where the text stands (thousandths from the left).
    pub text_at: i32,
    /// Which part of the text stands there.
    pub anchor: Anchor,
    /// Row of the text above the chart, from 0.
    pub row: usize,
}

/// What the series are drawn on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// Dates along the bottom.
    pub dates: Vec<Tick>,
    /// Values along the left side, lowest first.
    pub values: Vec<Tick>,
    /// Pauses.
    pub bands: Vec<Band>,
    /// Changes, pauses and the due date.
    pub events: Vec<Event>,
    /// Rows of text above the chart that the events need.
    pub event_rows: usize,
}

/// Ratings of one objective as numbers and sentences; [`rows`] tells them one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgressFigure {
    /// One a kind and rater, in the order of [`RatingKind::ALL`], the client first.
    pub series: Vec<Series>,
    /// One a series that has a name.
    pub ends: Vec<End>,
    /// What stands around the series.
    pub ground: Ground,
    /// One row a question, while nobody has given more than two answers to any; a chart of two dots says nothing.
    pub few: Vec<few::Few>,
    /// The chart in plain sentences.
    pub sentence: String,
    /// What is left out, where something is.
    pub aside: Option<String>,
    /// Whether anything was rated, be it in a pause.
    pub is_rated: bool,
}

/// A line of the chart that is not a rating: "Step made smaller".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// When.
    pub day: NaiveDate,
    /// A few words of ours.
    pub words: String,
}

impl ProgressFigure {
    /// The figure of `objective` under `goal` as seen on `today`, with what else happened.
    pub fn new(
        goal: &Goal,
        objective: &Objective,
        happenings: &[Happening],
        today: NaiveDate,
    ) -> Self {
        let ratings = in_time(objective);
        let Some(axis) = Axis::new(&ratings, goal, objective.due, today) else {
            return Self { sentence: "No ratings yet.".to_owned(), ..Self::default() };
        };
        let groups = series::group(&ratings, goal);
        let bands = axis.bands(goal);
        let (events, event_rows) = axis.events(goal, objective.due, happenings);
        let drawn: Vec<Series> =
            groups.iter().map(|group| series::draw(group, &groups, goal, &axis)).collect();
        let few = few::of(&groups, today);
        let ground = Ground {
            dates: axis.dates(objective.due, happenings),
            values: axis.values(),
            bands,
            events,
            event_rows,
        };
        let told = few.iter().map(|few| few.told.as_str()).collect::<Vec<_>>().join(" ");
        Self {
            sentence: if told.is_empty() { sentence::of(&groups, today) } else { told },
            few,
            aside: sentence::aside(goal, today, &ratings),
            ends: label::ends(&groups, &drawn, &ground),
            series: drawn,
            ground,
            is_rated: true,
        }
    }
}

/// The ratings of an objective, oldest first.
fn in_time(objective: &Objective) -> Vec<&Rating> {
    let mut ratings: Vec<&Rating> = objective.ratings().collect();
    order::sort_by_key(&mut ratings, |rating| (rating.at.day(), rating.at.minute()));
    ratings
}
