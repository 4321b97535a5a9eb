//! The mountain on one sheet, in outlines to color in, with room to draw who comes along.
//!
//! A sheet for a child holds less than the worksheet: long words are cut here and stand whole there.

use chrono::NaiveDate;

use super::paper::Paper;
use super::worksheet::Foot;
use crate::domain::chart::Chart;
use crate::domain::id::ObjectiveId;
use crate::figure::mountain::MountainFigure;
use crate::figure::say;
use crate::language::voice::{Mountain, Voice};

/// Longest words beside a stone: two lines on paper (Unicode scalar values).
const TWO_LINES: usize = 70;

/// A sheet to color in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coloring {
    /// The sheet it is made for.
    pub paper: Paper,
    /// The client's own words.
    pub title: String,
    /// The picture; a stone that was reached has its star, to color in as well.
    pub mountain: MountainFigure,
    /// Number and words of every stone, lowest first; without words there is a line to write them on.
    pub stones: Vec<(usize, Option<String>)>,
    /// What helps, in the client's words.
    pub support: Option<String>,
    /// Texts of ours, as the child is spoken to.
    pub says: &'static Mountain,
    /// At the foot of the page.
    pub foot: Foot,
}

impl Coloring {
    /// The sheet of an objective as it stands on `today`; `None` when the chart has no such objective or the client is
    /// of an age that has no mountain.
    pub fn new(
        chart: &Chart,
        objective: ObjectiveId,
        today: NaiveDate,
        paper: Paper,
    ) -> Option<Self> {
        let says = Voice::of(chart.band()).mountain()?;
        let (goal, of) = chart.objective(objective)?;
        let mountain = MountainFigure::new(goal, of);
        let stones = mountain
            .stones
            .iter()
            .map(|stone| {
                let steps = mountain.steps.get(stone.steps.clone()).unwrap_or_default();
                let words: Vec<&str> = steps.iter().map(|step| step.words.as_str()).collect();
                (stone.number, (!stone.is_open()).then(|| say::cut(&words.join(". "), TWO_LINES)))
            })
            .collect();
        Some(Self {
            paper,
            title: say::breath(goal.own_words.as_str()),
            mountain,
            stones,
            support: of.support.as_ref().map(|support| say::cut(support.as_str(), TWO_LINES)),
            says,
            foot: Foot::new(chart, today),
        })
    }
}
