//! A chart in the session: closed, with a summary on its cover, until somebody opens it.

use std::sync::OnceLock;

use super::Session;
use crate::domain::bank::BANK;
use crate::domain::change::Change;
use crate::domain::history::History;
use crate::domain::id::ChartId;
use crate::domain::order;
use crate::domain::summary::Summary;
use crate::storage::outcome::Outcome;
use crate::storage::web::keeper::{Keeper, Opening};
use crate::storage::{StoredChart, saved};
use crate::ui::prelude::*;

/// After the start, what was summed up anew is kept for the next one when the first page has long been drawn
/// (milliseconds).
const SOON_MS: u64 = 2_000;

/// One chart.
pub(super) struct Folder {
    pub(super) id: ChartId,
    /// What stands on it while it is closed.
    cover: Summary,
    open: OnceLock<Opened>,
}

struct Opened {
    history: History,
    /// Changes that could not be read.
    unread: usize,
}

impl Folder {
    /// A chart whose changes are all at hand.
    pub(super) fn open(history: History, unread: usize) -> Self {
        let id = history.chart().id();
        Self { id, cover: Summary::default(), open: OnceLock::from(Opened { history, unread }) }
    }

    /// A chart read from what is kept of it.
    pub(super) fn read(chart: &StoredChart) -> Self {
        let Opened { history, unread } = Opened::read(chart);
        Self::open(history, unread)
    }

    /// The chart's history, read now if the folder is closed.
    pub(super) fn history(&self, stored: impl FnOnce() -> StoredChart) -> &History {
        &self.open.get_or_init(|| Opened::read(&stored())).history
    }

    /// The history of a chart that is open.
    pub(super) fn history_mut(&mut self) -> Option<&mut History> {
        self.open.get_mut().map(|open| &mut open.history)
    }

    pub(super) fn summary(&self) -> Summary {
        match self.open.get() {
            Some(Opened { history, unread }) => Summary::of(history, *unread),
            None => self.cover.clone(),
        }
    }
}

impl Opened {
    fn read(chart: &StoredChart) -> Self {
        let changes: Vec<Change> =
            chart.changes.iter().filter_map(|(_, bytes)| saved::decode(bytes).ok()).collect();
        let unread = chart.changes.len() - changes.len();
        Self { history: History::fold(chart.id, changes), unread }
    }
}

/// Every chart that was found, and how many changes in them cannot be read. A chart without a summary that holds is
/// opened now.
pub(super) fn folders(keeper: &Keeper, opening: &Opening) -> (Vec<Folder>, usize) {
    // After any harm nothing that was summed up before it counts.
    let is_sound = matches!(opening.outcome, Outcome::Clean | Outcome::First);
    let cover = |id| {
        let kept = is_sound.then(|| keeper.snapshot(id)).flatten()?;
        saved::decode_summary(&kept)
    };
    let folder = |id: &ChartId| match cover(*id) {
        Some(cover) => Folder { id: *id, cover, open: OnceLock::new() },
        None => Folder::read(&keeper.chart(*id)),
    };
    let charts = opening.charts.iter().filter(|id| **id != BANK);
    let mut folders: Vec<Folder> = charts.map(folder).collect();
    order::sort_by_key(&mut folders, |folder| folder.id);
    let unread = folders.iter().map(|folder| folder.summary().unread).sum();
    (folders, unread)
}

impl Session {
    /// Keeps the covers that changed. Losing one costs the next start the time to read that chart.
    pub(super) fn keep_covers(self) {
        self.folders.with_untracked(|all| {
            for folder in all.iter().filter(|folder| folder.open.get().is_some()) {
                let bytes = saved::encode_summary(&folder.summary());
                let cover = (folder.id, bytes);
                if !self.covers.with_value(|covers| covers.contains(&cover))
                    && self.keeper.with_value(|keeper| keeper.keep_snapshot(folder.id, &cover.1))
                {
                    self.covers.update_value(|covers| {
                        covers.retain(|(id, _)| *id != folder.id);
                        covers.push(cover);
                    });
                }
            }
        });
    }

    /// As [`keep_covers`](Self::keep_covers), when the first page has long been drawn.
    pub(super) fn keep_covers_soon(self) {
        let is_open = |folder: &Folder| folder.open.get().is_some();
        if self.folders.with_untracked(|all| all.iter().any(is_open)) {
            set_timeout(move || self.keep_covers(), std::time::Duration::from_millis(SOON_MS));
        }
    }
}
