//! Beginning the made-up chart: every change of it is saved as one that somebody made.

use super::folder::Folder;
use super::{Problem, Session};
use crate::document::made_up;
use crate::domain::history::History;
use crate::domain::id::{ChangeId, ChartId};
use crate::ui::device;
use crate::ui::prelude::*;

impl Session {
    /// Puts a made-up chart on this tablet, to try things with; a second one is not made beside the first.
    pub(crate) fn begin_made_up(self) -> Result<ChartId, Problem> {
        if let Some(id) = self.made_up() {
            return Ok(id);
        }
        let (writer, first) = (self.writer.get_value(), self.next.get_value());
        let now = device::now();
        let changes = made_up::changes(writer, first, now.day(), now.offset());
        let id = ChartId(ChangeId::new(writer, first));
        let mut history = History::new(id);
        for change in changes {
            self.next.set_value(change.id.counter + 1);
            if let Err(problem) = self.save(&mut history, change) {
                // Half a person helps nobody: what was kept of the chart goes again.
                self.erase(id);
                return Err(problem);
            }
        }
        self.folders.update(|all| all.push(Folder::open(history, 0)));
        self.touched.set(None);
        Ok(id)
    }

    /// The made-up chart, if one is here.
    pub(crate) fn made_up(self) -> Option<ChartId> {
        let each = self.list(|id, chart| made_up::is_made_up(chart.name.as_ref()).then_some(id));
        each.into_iter().flatten().next()
    }
}
