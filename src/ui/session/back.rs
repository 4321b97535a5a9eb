//! The way back: what can be undone and done again, and where the open page was left.

use super::Session;
use crate::domain::change::{Change, Edit};
use crate::domain::history::History;
use crate::domain::id::ChangeId;
use crate::domain::moment::Moment;
use crate::domain::person::{Person, Role};
use crate::ui::device;
use crate::ui::prelude::*;
use crate::ui::route::Route;

impl Session {
    /// Goes to another page. What was taken back on a page that is left stays taken back: redo would stand there where
    /// undo stood here. The open page comes back to the sentence somebody worked on.
    pub(crate) fn arrive(self, route: Route) {
        if self.route.with_untracked(|from| from.chart()) != route.chart() {
            self.touched.set(None);
        }
        if self.route.with_untracked(|from| *from != route) {
            self.taken_back.set(0);
        }
        if let Some((chart, of)) = route.chart().zip(route.objective()) {
            self.chosen.set(
                self.with(chart, |chart| chart.objective(of).map(|(goal, _)| goal.id)).flatten(),
            );
            self.part.set(Some(of));
        }
        self.route.set(route);
    }

    /// What undo would take back in the chart whose page is open: nobody takes back in one chart what they cannot see
    /// from another. What was done on an earlier day is offered only behind what was done now.
    pub(crate) fn last_change(self) -> Option<Edit> {
        let id = self.route.get().chart()?;
        let touched = self.touched.get() == Some(id);
        let today = self.today();
        self.history(id, |history| {
            let last = history.last_undoable()?;
            (touched || last.at.day() == today).then(|| last.edit.clone())
        })?
    }

    /// What was taken back last and can be done again.
    pub(crate) fn last_taken_back(self) -> Option<Edit> {
        let id = self.route.get().chart().filter(|_| self.taken_back.get() != 0)?;
        self.history(id, |history| history.last_redoable().map(|change| change.edit.clone()))?
    }

    /// Takes the last change back.
    pub(crate) fn undo(self) {
        let before = self.taken_back.get_untracked();
        if self.step(History::undo) {
            self.taken_back.set(before + 1);
        }
    }

    /// Does again what was taken back last.
    pub(crate) fn redo(self) {
        let before = self.taken_back.get_untracked();
        if self.step(History::redo) {
            self.taken_back.set(before.saturating_sub(1));
        }
    }

    fn step(self, way: impl Fn(&History, ChangeId, Moment, Person) -> Option<Change>) -> bool {
        let Some(id) = self.route.get_untracked().chart() else { return false };
        let name = ChangeId::new(self.writer.get_value(), self.next.get_value());
        let change = self.folders.with_untracked(|all| {
            let history = self.look_up(all, id)?;
            way(history, name, device::now(), Person::of(Role::Therapist))
        });
        let Some(change) = change else { return false };
        self.next.update_value(|next| *next += 1);
        let done = self.put(id, change);
        let is_done = done.is_ok();
        if let Err(problem) = done {
            self.trouble.set(Some(problem));
        }
        is_done
    }
}
