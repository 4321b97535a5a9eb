//! The way back through changes: what can be undone, and what was undone and can be done again.

use super::change::Change;
use super::id::ChangeId;
use super::moment::Moment;
use super::person::Person;

/// Two stacks of edits, each with the change it takes back; the last one first out.
#[derive(Clone, Debug)]
pub(super) struct Back<E> {
    undo: Vec<(ChangeId, E)>,
    redo: Vec<(ChangeId, E)>,
}

impl<E: Clone> Back<E> {
    pub(super) const fn new() -> Self {
        Self { undo: Vec::new(), redo: Vec::new() }
    }

    /// Notes that `change` was taken and that `inverse` takes it back.
    pub(super) fn remember(&mut self, change: &Change<E>, inverse: E) {
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
    pub(super) fn undo(&self, id: ChangeId, at: Moment, by: Person) -> Option<Change<E>> {
        self.undo.last().map(|last| back(id, at, by, last))
    }

    /// The change that would do again what was undone last.
    pub(super) fn redo(&self, id: ChangeId, at: Moment, by: Person) -> Option<Change<E>> {
        self.redo.last().map(|last| back(id, at, by, last))
    }

    /// The change that undo would take back, out of all.
    pub(super) fn last_undoable<'a>(&self, changes: &'a [Change<E>]) -> Option<&'a Change<E>> {
        let (id, _) = self.undo.last()?;
        changes.iter().rev().find(|change| change.id == *id)
    }

    /// The change that redo would take back: the one that undid something.
    pub(super) fn last_undone<'a>(&self, changes: &'a [Change<E>]) -> Option<&'a Change<E>> {
        let (id, _) = self.redo.last()?;
        changes.iter().rev().find(|change| change.id == *id)
    }
}

fn back<E: Clone>(id: ChangeId, at: Moment, by: Person, last: &(ChangeId, E)) -> Change<E> {
    let (undone, edit) = last;
    let edit = edit.clone();
    Change { id, at, by, whose: None, why: None, undoes: Some(*undone), edit }
}
