//! What a person was told, kept apart from the engine, and what may therefore be expected of it.

use std::collections::{BTreeMap, BTreeSet};

use foothold::domain::id::{ChangeId, ChartId};
use foothold::storage::StoredChart;

/// One change of one chart.
pub(crate) type Name = (ChartId, ChangeId);

/// What was written, and what was promised about it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    /// Every attempt under each name, whether it was taken or not.
    pub(crate) tried: BTreeMap<Name, Vec<Vec<u8>>>,
    /// Epoch and place in the journal of every attempt that was taken.
    pub(crate) places: BTreeMap<Name, (u64, u64)>,
    /// Epochs of the sessions in which nothing could tell that there was such a change.
    pub(crate) unaware: BTreeMap<Name, BTreeSet<u64>>,
    /// Taken, and its receipt has not come.
    pub(crate) taken: BTreeMap<Name, Vec<u8>>,
    /// "Saved on this tablet" was shown.
    pub(crate) saved: BTreeMap<Name, Vec<u8>>,
    /// Once saved, and reported as lost since.
    pub(crate) mourned: BTreeMap<Name, Vec<u8>>,
    /// Erased, and said to be so.
    pub(crate) erased: BTreeSet<ChartId>,
    /// Erased, and not said yet.
    pub(crate) erasing: BTreeSet<ChartId>,
}

impl Model {
    /// The sign says "Saved": all that was taken is promised now.
    pub(crate) fn promise(&mut self) {
        self.saved.append(&mut self.taken);
        self.erased.append(&mut self.erasing);
        let erased = &self.erased;
        self.saved.retain(|(chart, _), _| !erased.contains(chart));
    }

    /// The page is gone: what was not promised may or may not come back.
    pub(crate) fn forget_unsaved(&mut self) {
        self.taken.clear();
        // Whether an erasure that was not confirmed holds is open: both are right.
        let erasing = std::mem::take(&mut self.erasing);
        self.saved.retain(|(chart, _), _| !erasing.contains(chart));
    }

    /// Nothing is shown that nobody wrote, nor under another name, nor in another chart.
    pub(crate) fn check_values(&self, charts: &[StoredChart]) -> Result<(), String> {
        for chart in charts {
            for (id, bytes) in &chart.changes {
                let tried = self.tried.get(&(chart.id, *id));
                if !tried.is_some_and(|tried| tried.contains(bytes)) {
                    return Err(format!("nobody wrote what stands under {} in {}", id, chart.id));
                }
            }
            if !chart.changes.is_sorted_by_key(|(id, _)| *id) {
                return Err(format!("the changes of {} are out of order", chart.id));
            }
        }
        Ok(())
    }

    /// What was promised and is not there with the promised bytes.
    pub(crate) fn absent(&self, charts: &[StoredChart]) -> Vec<Name> {
        let there = index(charts);
        let is_absent = |(name, bytes): &(&Name, &Vec<u8>)| there.get(*name) != Some(*bytes);
        self.saved.iter().filter(is_absent).map(|(name, _)| *name).collect()
    }

    /// Whether any of the records of these ranks (epoch and place) was written after this change by a session
    /// that could know of it. If none was (the change was the last, and the fence and the log's tail went with
    /// it, or one store was emptied while the other was not seen), the stores are what they would be had it
    /// never been made: no engine can report it, and what this session of `epoch` writes tells nothing either.
    pub(crate) fn is_known(
        &mut self,
        name: &Name,
        ranks: &[(u64, u64)],
        epoch: Option<u64>,
    ) -> bool {
        let Some(place) = self.places.get(name) else { return true };
        let unaware = self.unaware.entry(*name).or_default();
        let is_known = ranks.iter().any(|rank| place <= rank && !unaware.contains(&rank.0));
        if !is_known {
            unaware.extend(epoch);
        }
        is_known
    }

    /// Charts that were said to be erased and are there.
    pub(crate) fn risen(&self, charts: &[StoredChart]) -> Vec<ChartId> {
        charts.iter().map(|chart| chart.id).filter(|chart| self.erased.contains(chart)).collect()
    }
}

/// Every change of every chart by name.
pub(crate) fn index(charts: &[StoredChart]) -> BTreeMap<Name, Vec<u8>> {
    let named = |chart: &StoredChart| {
        let id = chart.id;
        chart
            .changes
            .iter()
            .map(move |(change, bytes)| ((id, *change), bytes.clone()))
            .collect::<Vec<_>>()
    };
    charts.iter().flat_map(named).collect()
}
