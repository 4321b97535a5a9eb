//! Erasing a chart: the tombstone first, then everything of it, in both stores.

use crate::storage::sorted::SortedSet;

use super::Engine;
use super::steps::Act;
use crate::domain::id::{ChartId, WriterId};
use crate::domain::order;
use crate::storage::envelope::{self, Rank};
use crate::storage::key::Key;
use crate::storage::moment::Moment;
use crate::storage::sign::SaveError;
use crate::storage::slip::Tombstone;

impl Engine {
    /// Erases a chart with its changes, snapshots, drafts and what was kept aside of it.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when the tombstone was not taken; the chart then stands as it was.
    pub fn erase(&mut self, chart: ChartId, now: Moment) -> Result<(), SaveError> {
        self.may_write()?;
        if self.tombstones.contains(&chart) {
            return Ok(());
        }
        let places = self
            .tail
            .iter()
            .filter(|unsealed| unsealed.chart == chart)
            .map(|unsealed| unsealed.place);
        let tombstone = Tombstone {
            counter: self.counter,
            places: places.collect(),
            writers: self.writers(),
            epoch: self.receipt.is_in_use().then_some(self.epoch),
        };
        let key = Key::Tombstone(chart).to_string();
        let rank = Rank { epoch: self.epoch, seq: self.taken, ver: 0 };
        let text = envelope::seal(&key, rank, &tombstone.write());
        if let Err(why) = self.log.put(&key, &text) {
            self.log.remove_or_wait(&key);
            return Err(SaveError::from_why(why));
        }
        self.receipt.put(&key, &text);
        self.values.insert(key.clone(), text);
        if self.receipt.is_in_use() {
            self.pending.insert(key.clone(), now);
        }
        self.bury(chart, key);
        Ok(())
    }

    fn writers(&self) -> Vec<WriterId> {
        let ids = self.charts.values().flatten().map(|id| id.writer);
        let writers: SortedSet<WriterId> = ids.chain([self.writer]).collect();
        writers.into_iter().collect()
    }

    fn bury(&mut self, chart: ChartId, tombstone: String) {
        self.tombstones.insert(chart);
        let places = self
            .tail
            .iter()
            .filter(|unsealed| unsealed.chart == chart)
            .map(|unsealed| unsealed.place);
        self.accounted.extend(places);
        self.charts.remove(&chart);
        self.covers.remove(&chart);
        self.loose.retain(|(other, ..)| *other != chart);
        self.heads.retain(|(other, _), _| *other != chart);
        let mut keys: Vec<String> = self.values.keys().chain(self.log.keys()).cloned().collect();
        keys.retain(|key| self.is_of(chart, key));
        order::sort_by(&mut keys, Ord::cmp);
        keys.dedup();
        self.tail.retain(|unsealed| unsealed.chart != chart);
        for key in &keys {
            self.values.remove(key);
            self.log.forget(key);
            self.pending.remove(key);
        }
        self.plan(vec![tombstone.clone()], Act::Delete { keys });
        self.plan(vec![tombstone], Act::Flip { spent: Vec::new() });
        self.advance();
    }

    fn is_of(&self, chart: ChartId, key: &str) -> bool {
        match key.parse() {
            Ok(Key::Block { chart: other, .. } | Key::Snapshot(other)) => other == chart,
            Ok(Key::Journal { .. }) => {
                self.tail.iter().any(|unsealed| unsealed.key == key && unsealed.chart == chart)
            }
            Ok(Key::Draft(name)) => {
                name.split_once('/').is_some_and(|(owner, _)| owner == chart.to_string())
            }
            Ok(Key::Aside(_)) => self.aside(key).is_some_and(|aside| aside.is_of(chart)),
            _ => false,
        }
    }
}
