//! A chart together with every change that made it, and the way back.

use chrono::NaiveDate;

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
    /// Changes that can be taken back, with the edit that does it; the last one first out.
    undo: Vec<(ChangeId, Edit)>,
    /// Undone changes that can be done again.
    redo: Vec<(ChangeId, Edit)>,
}

impl History {
    /// A history nothing has happened in.
    pub fn new(id: ChartId) -> Self {
        Self {
            chart: Chart::new(id),
            changes: Vec::new(),
            refused: Vec::new(),
            undo: Vec::new(),
            redo: Vec::new(),
        }
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
            self.remember(&change, inverse);
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

    fn remember(&mut self, change: &Change, inverse: Edit) {
        match change.undoes {
            None => {
                self.undo.push((change.id, inverse));
                self.redo.clear();
            }
            Some(undone) if self.undo.last().is_some_and(|(id, _)| *id == undone) => {
                self.undo.pop();
                self.redo.push((change.id, inverse));
            }
            Some(undone) if self.redo.last().is_some_and(|(id, _)| *id == undone) => {
                self.redo.pop();
                self.undo.push((change.id, inverse));
            }
            // Another writer took back something that is not the last change here: nothing to line up with.
            Some(_) => {}
        }
    }

    /// The change that would take back the last one, under the name `id`; `None` when there is nothing to undo.
    pub fn undo(&self, id: ChangeId, at: Moment, by: Person) -> Option<Change> {
        let (undone, edit) = self.undo.last()?;
        Some(back(id, at, by, *undone, edit))
    }

    /// The change that would do again what was undone last.
    pub fn redo(&self, id: ChangeId, at: Moment, by: Person) -> Option<Change> {
        let (undone, edit) = self.redo.last()?;
        Some(back(id, at, by, *undone, edit))
    }

    /// The change that undo would take back.
    pub fn last_undoable(&self) -> Option<&Change> {
        let (id, _) = self.undo.last()?;
        self.changes.iter().rev().find(|change| change.id == *id)
    }

    /// The change that redo would do again.
    pub fn last_redoable(&self) -> Option<&Change> {
        let (id, _) = self.redo.last()?;
        let back = self.changes.iter().rev().find(|change| change.id == *id)?;
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

fn back(id: ChangeId, at: Moment, by: Person, undone: ChangeId, edit: &Edit) -> Change {
    Change { id, at, by, whose: None, why: None, undoes: Some(undone), edit: edit.clone() }
}
