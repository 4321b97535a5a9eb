//! The goal worksheet: one page to take home, in the client's own words, with room for what is still open.
//!
//! It holds what was said aloud with everybody looking on, and nothing else: no clinical wording, no ratings by
//! anyone but the client, no reasons and no notes.

use chrono::{Days, NaiveDate};

use super::made_up::without_mark;
use super::paper::Paper;
use crate::domain::chart::Chart;
use crate::domain::id::ObjectiveId;
use crate::domain::intervention::Intervention;
use crate::domain::objective::Objective;
use crate::domain::person::Role;
use crate::domain::rating::{Rating, RatingKind, Scale};
use crate::figure::ladder::{LadderFigure, PLACES, Reach, Step as LadderStep};
use crate::figure::{day, say};

/// Rungs that are left blank where there is no ladder yet.
const BLANK_STEPS: usize = 5;

/// What the seven rings are for. How often the goal itself is meant stands in its sentence: the step over the rings is
/// another thing.
const RINGS: &str = "Fill in a ring on each day you did it. Empty rings are fine.";

/// A worksheet of one objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worksheet {
    /// The sheet it is made for.
    pub paper: Paper,
    /// The client's own words, verbatim.
    pub title: String,
    /// What everybody agreed to call it, where that was said.
    pub agreed: Option<String>,
    /// The objective as one sentence; `None` leaves a line to write it on.
    pub sentence: Option<String>,
    /// In reading order.
    pub sections: Vec<Section>,
    /// At the foot of every page, before "Page 1 of 2".
    pub foot: Foot,
}

/// A heading with what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Where it stands while everything fits on one page.
    pub place: Place,
    /// A few words of ours.
    pub heading: String,
    /// From top to bottom.
    pub parts: Vec<Part>,
}

/// Where a section stands on a single page; on several pages they follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The left column.
    Left,
    /// The right column.
    Right,
    /// Both columns, under them.
    Below,
}

/// One thing on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A rung with its ring; rungs of a ladder follow each other from the top down.
    Step(Step),
    /// Somebody's words, set large.
    Large(String),
    /// Somebody's words.
    Words(String),
    /// A name in bold and words after it.
    Named(String, String),
    /// A row of numbers, one of them ringed, or none.
    Ruler(Ruler),
    /// Rings to fill in, each with the name of a day.
    Days(Vec<&'static str>),
    /// A short line of ours.
    Small(String),
    /// A few words of ours and room for a date.
    Date(&'static str),
    /// This many lines to write on, where nothing is written yet.
    Lines(u8),
    /// This many more lines after something that is written; the first thing to go where there is little room.
    Room(u8),
}

/// One rung on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its words; `None` leaves a line to write them on.
    pub words: Option<String>,
    /// 0 to 10 (no unit), if anyone said.
    pub effort: Option<u8>,
    /// How far it is.
    pub reach: Reach,
    /// Counted from the ground, from 1.
    pub number: usize,
    /// How many places the ladder has.
    pub count: usize,
}

/// A scale on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruler {
    /// "How sure I am that I can"
    pub asked: &'static str,
    /// What the lowest number means.
    pub low_means: &'static str,
    /// What the highest number means.
    pub high_means: &'static str,
    /// Lowest and highest number.
    pub scale: Scale,
    /// The number to ring; `None` leaves that to a pen.
    pub ringed: Option<u8>,
    /// "November 22", when the number was given; today's date stands at the foot alone.
    pub when: Option<String>,
    /// What was said about one number more.
    pub higher: Higher,
}

/// The answer to "What would make it one higher?"
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Higher {
    /// In the client's words.
    Said(String),
    /// A line to write it on.
    Open,
    /// There is no higher number.
    Highest,
}

impl Higher {
    /// The question, as it stands on paper.
    pub const ASKED: &'static str = "What would make it one higher?";
}

/// What every page ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foot {
    /// Initials or chosen name; empty when the record of it is damaged.
    pub initials: String,
    /// "Printed November 23, 2026"
    pub printed: String,
}

impl Foot {
    /// The foot of a page of `chart`, printed on `today`.
    pub fn new(chart: &Chart, today: NaiveDate) -> Self {
        Self {
            initials: chart.name().map_or_else(String::new, |name| name.as_str().to_owned()),
            printed: format!("Printed {}", day::long(today)),
        }
    }

    /// "Page 1 of 2"
    pub fn page(number: usize, count: usize) -> String {
        format!("Page {number} of {count}")
    }
}

impl Worksheet {
    /// The worksheet of an objective as it stands on `today`; `sentence` is the objective read aloud, empty while
    /// nothing is known. `None` when the chart has no such objective.
    pub fn new(
        chart: &Chart,
        objective: ObjectiveId,
        today: NaiveDate,
        paper: Paper,
        sentence: &str,
    ) -> Option<Self> {
        let (goal, objective) = chart.objective(objective)?;
        Some(Self {
            paper,
            title: goal.own_words.as_str().to_owned(),
            agreed: goal.agreed.as_ref().map(|words| words.as_str().to_owned()),
            sentence: Some(sentence.trim()).filter(|text| !text.is_empty()).map(str::to_owned),
            sections: vec![
                ladder(objective),
                until_next_time(objective, today),
                what_helps(objective),
                who_takes_part(chart, objective, today),
                where_i_am(objective, today),
                Section {
                    place: Place::Below,
                    heading: "What I want to talk about next time".to_owned(),
                    parts: vec![Part::Lines(2), Part::Room(1)],
                },
            ],
            foot: Foot::new(chart, today),
        })
    }
}

fn right(heading: &str, parts: Vec<Part>) -> Section {
    Section { place: Place::Right, heading: heading.to_owned(), parts }
}

fn ladder(objective: &Objective) -> Section {
    let figure = LadderFigure::new(&objective.ladder);
    let count = figure.steps.len();
    let reached = figure.steps.iter().filter(|step| step.reach == Reach::Reached).count();
    let heading = match count {
        0 => "My ladder, the easiest step at the foot".to_owned(),
        1 => "My ladder".to_owned(),
        _ if reached == 0 => format!("My ladder, {} steps", say::number(count)),
        _ if reached == count => format!("My ladder, all {} reached", say::number(count)),
        _ => format!("My ladder, {} of {} reached", say::number(reached), say::number(count)),
    };
    let places = if count == 0 { BLANK_STEPS } else { count.max(PLACES) };
    let blank =
        |number| Step { words: None, effort: None, reach: Reach::Ahead, number, count: places };
    let written = |step: LadderStep| Step {
        words: Some(step.words),
        effort: step.effort,
        reach: step.reach,
        number: step.number,
        count: places,
    };
    let open = (count + 1..=places).rev().map(blank);
    let steps = open.chain(figure.steps.into_iter().rev().map(written));
    Section { place: Place::Left, heading, parts: steps.map(Part::Step).collect() }
}

fn until_next_time(objective: &Objective, today: NaiveDate) -> Section {
    let next = objective.ladder.next_step();
    // What the client took on today comes before the next step of the ladder.
    let mut parts: Vec<Part> =
        own(objective, today).map(|one| Part::Large(one.what.as_str().to_owned())).collect();
    if parts.is_empty() {
        parts.push(next.map_or(Part::Lines(1), |rung| Part::Large(rung.what.as_str().to_owned())));
    }
    let week = (1..=7)
        .filter_map(|ahead| today.checked_add_days(Days::new(ahead)))
        .map(|date| day::weekday(date).get(..3).unwrap_or_default())
        .collect();
    parts.push(Part::Small(RINGS.to_owned()));
    parts.push(Part::Days(week));
    parts.push(Part::Date("We meet again on"));
    right("Until next time", parts)
}

/// What the client took on today.
fn own(objective: &Objective, today: NaiveDate) -> impl Iterator<Item = &Intervention> {
    objective.taken_on(today).filter(|one| one.who.role == Role::Client)
}

/// The last rating the client gave; what others rated is not for this page.
fn own_rating(objective: &Objective, kind: RatingKind) -> Option<&Rating> {
    objective.ratings_of(kind).rev().find(|rating| rating.rater.role == Role::Client)
}

fn where_i_am(objective: &Objective, today: NaiveDate) -> Section {
    let ruler = |kind, asked, low_means, high_means| {
        let rating = own_rating(objective, kind);
        let said = rating.and_then(|rating| rating.higher.as_ref());
        let higher = match (rating, said) {
            (Some(rating), _) if rating.value == rating.scale.high() => Higher::Highest,
            (_, Some(words)) => Higher::Said(words.as_str().to_owned()),
            _ => Higher::Open,
        };
        Part::Ruler(Ruler {
            asked,
            low_means,
            high_means,
            scale: rating.map(|rating| rating.scale).unwrap_or_default(),
            ringed: rating.map(|rating| rating.value),
            when: rating
                .filter(|rating| rating.at.day() != today)
                .map(|rating| day::spoken(rating.at.day(), today)),
            higher,
        })
    };
    // The ends are named as where the answer was given, so that a number means on paper what it meant on the screen.
    // Two rulers fit beside each other: how far along it is takes the place of how much it matters once it was asked.
    let first = if own_rating(objective, RatingKind::Progress).is_some() {
        ruler(RatingKind::Progress, "How far along I am", "not there at all", "all the way there")
    } else {
        ruler(RatingKind::Importance, "How much it matters", "a little", "more than most things")
    };
    let sure =
        ruler(RatingKind::Confidence, "How sure I am that I can", "not sure yet", "quite sure");
    Section {
        place: Place::Below,
        heading: "Where I am with this".to_owned(),
        parts: vec![first, sure],
    }
}

fn what_helps(objective: &Objective) -> Section {
    let parts = match &objective.support {
        Some(words) => vec![Part::Words(words.as_str().to_owned()), Part::Room(1)],
        None => vec![Part::Lines(2)],
    };
    right("What helps", parts)
}

/// Who does what, but for what stands on this page already: on the ladder, or as the client's own until next time.
fn who_takes_part(chart: &Chart, objective: &Objective, today: NaiveDate) -> Section {
    let is_said = |one: &Intervention| {
        let is_step = objective.ladder.rungs().any(|rung| rung.what == one.what);
        one.who.role == Role::Client && is_step || own(objective, today).any(|own| own.id == one.id)
    };
    let name = |one: &Intervention| match chart.name() {
        Some(name) if one.who.role == Role::Client => without_mark(name.as_str()).to_owned(),
        _ => say::person(&one.who).to_owned(),
    };
    let mut parts: Vec<Part> = objective
        .interventions()
        .filter(|one| one.report.is_none_or(|told| told.how.is_asked_again()) && !is_said(one))
        .map(|one| Part::Named(name(one), one.what.as_str().to_owned()))
        .collect();
    parts.push(if parts.is_empty() { Part::Lines(2) } else { Part::Room(1) });
    right("Who takes part", parts)
}
