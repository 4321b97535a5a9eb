//! A chart together with every change that made it, and the way back.

use chrono::NaiveDate;

use super::back::Back;
use super::change::{Change, Edit, Refusal};
use super::chart::Chart;
use super::id::{ChangeId, ChartId};
use super::moment::Moment;
use super::order;
use super::person::Person;

/// A chart and its changes in order of counter and writer.
#[derive(Clone, Debug)]
pub struct History {
    chart: Chart,
    changes: Vec<Change>,
    refused: Vec<(ChangeId, Refusal)>,
    back: Back<Edit>,
}

impl History {
    /// A history nothing has happened in.
    pub fn new(id: ChartId) -> Self {
        Self { chart: Chart::new(id), changes: Vec::new(), refused: Vec::new(), back: Back::new() }
    }

    /// The fold of `changes`, whatever order they came in. A change the chart refuses is kept and named by
    /// [`History::refused`]; it never stops the others.
    pub fn fold(id: ChartId, mut changes: Vec<Change>) -> Self {
        order::sort_by_key(&mut changes, |change| change.id);
        changes.dedup_by_key(|change| change.id);
        let mut history = Self::new(id);
        for change in changes {
            let id = change.id;
            if let Err(refusal) = history.apply(change) {
                history.refused.push((id, refusal));
            }
        }
        history
    }

    /// Adds one change at the end.
    ///
    /// # Errors
    ///
    /// Returns the chart's [`Refusal`]; chart and way back stay as they were.
    pub fn apply(&mut self, change: Change) -> Result<(), Refusal> {
        if let Some(inverse) = self.chart.apply(&change)? {
            self.back.remember(&change, inverse);
        }
        self.changes.push(change);
        Ok(())
    }

    /// The history as it was before its last change, for a change that could not be saved.
    #[must_use]
    pub fn without_last(&self) -> Self {
        let mut changes = self.changes.clone();
        changes.pop();
        Self::fold(self.chart.id(), changes)
    }

    /// The change that would take back the last one, under the name `id`; `None` when there is nothing to undo.
    pub fn undo(&self, id: ChangeId, at: Moment, by: Person) -> Option<Change> {
        self.back.undo(id, at, by)
    }

    /// The change that would do again what was undone last.
    pub fn redo(&self, id: ChangeId, at: Moment, by: Person) -> Option<Change> {
        self.back.redo(id, at, by)
    }

    /// The change that undo would take back.
    pub fn last_undoable(&self) -> Option<&Change> {
        self.back.last_undoable(&self.changes)
    }

    /// The change that redo would do again.
    pub fn last_redoable(&self) -> Option<&Change> {
        let back = self.back.last_undone(&self.changes)?;
        self.changes.iter().rev().find(|change| Some(change.id) == back.undoes)
    }

    /// The chart as it stands.
    pub fn chart(&self) -> &Chart {
        &self.chart
    }

    /// Every change, in order.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Changes the chart did not take, and why.
    pub fn refused(&self) -> &[(ChangeId, Refusal)] {
        &self.refused
    }

    /// Which session it is on `today`: one for each day on which something was changed, today among them.
    pub fn session_on(&self, today: NaiveDate) -> usize {
        let mut days: Vec<NaiveDate> = self.changes.iter().map(|change| change.at.day()).collect();
        days.push(today);
        days.retain(|day| *day <= today);
        order::sort_by_key(&mut days, |day| *day);
        days.dedup();
        days.len()
    }

    /// The highest counter seen (0 when nothing happened).
    pub fn last_counter(&self) -> u64 {
        self.changes.iter().map(|change| change.id.counter).max().unwrap_or(0)
    }
}
