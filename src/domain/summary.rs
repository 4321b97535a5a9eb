//! What a list says of a chart, so that a list can be shown without reading every chart.

use chrono::NaiveDate;

use super::history::History;
use super::person::AgeBand;
use super::words::{ChartName, OwnWords};

/// A chart in short. It can always be made again from the chart's changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Initials or chosen name.
    pub name: Option<ChartName>,
    /// Age of the client.
    pub band: AgeBand,
    /// The client's own words for the first goal.
    pub said: Option<OwnWords>,
    /// The day since which that goal rests.
    pub resting_since: Option<NaiveDate>,
    /// The first day that goal is to be looked at as a whole.
    pub due: Option<NaiveDate>,
    /// Steps of its ladder, 255 and more as 255.
    pub steps: u8,
    /// How many of them are reached.
    pub reached: u8,
    /// The day of the first change.
    pub begun: Option<NaiveDate>,
    /// Number of changes.
    pub changes: usize,
    /// How many of the kept changes could not be read, or do not fit the chart.
    pub unread: usize,
}

impl Summary {
    /// The chart of `history` in short; `unread` changes were left out of it.
    pub fn of(history: &History, unread: usize) -> Self {
        let chart = history.chart();
        let goal = chart.goals().next();
        let ladder = goal.and_then(|goal| {
            let mut objectives = goal.objectives();
            objectives.find(|objective| !objective.ladder.is_empty()).map(|found| &found.ladder)
        });
        let steps = ladder.map_or(0, |ladder| ladder.rungs().count());
        let reached =
            ladder.map_or(0, |ladder| ladder.rungs().filter(|rung| rung.reached.is_some()).count());
        Self {
            name: chart.name().cloned(),
            band: chart.band(),
            said: goal.map(|goal| goal.own_words.clone()),
            resting_since: goal.and_then(|goal| goal.open_pause()).map(|pause| pause.from),
            due: goal.and_then(|goal| goal.objectives().find_map(|objective| objective.due)),
            steps: u8::try_from(steps).unwrap_or(u8::MAX),
            reached: u8::try_from(reached).unwrap_or(u8::MAX),
            begun: history.changes().first().map(|change| change.at.day()),
            changes: history.changes().len(),
            unread: unread + history.refused().len(),
        }
    }
}
