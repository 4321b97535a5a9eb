//! Backups: everything out, and the union of both back in.

use crate::storage::sorted::{SortedMap, SortedSet};
use std::rc::Rc;

use super::Engine;
use super::sealing::portions;
use super::steps::Act;
use crate::domain::id::{ChangeId, ChartId, WriterId};
use crate::storage::Changes;
use crate::storage::backup::{Backup, BackupError, Restored};
use crate::storage::block::{self, BYTES, Block, Hash, Head};
use crate::storage::envelope;
use crate::storage::key::Key;
use crate::storage::moment::Moment;
use crate::storage::sign::SaveError;

/// What of a backup is not here yet.
#[derive(Default)]
struct Arrivals {
    /// Blocks that go on from the chains here, as they are.
    blocks: Vec<(Key, Head, Vec<u8>)>,
    /// Changes of blocks that do not fit, or of no block.
    loose: SortedMap<ChartId, Changes>,
}

/// A block's place in its chain, and the block.
type Numbered<'a> = (u64, &'a Vec<u8>);

impl Engine {
    /// Everything as a backup file, made at this local date and minute.
    pub fn backup(&self, created: chrono::NaiveDateTime) -> Vec<u8> {
        let mut backup = Backup::default();
        for key in self.values.keys() {
            if let (Ok(Key::Block { chart, writer, n }), Some(payload)) =
                (key.parse(), self.payload(key))
            {
                backup.blocks.insert((chart, writer, n), payload.to_vec());
            }
        }
        let tail =
            self.tail.iter().map(|unsealed| (unsealed.chart, unsealed.id, unsealed.bytes.clone()));
        backup.loose = tail.collect();
        backup.write(created)
    }

    /// Brings the changes of a backup in: the union of both. Nothing is overwritten, charts that were erased
    /// here stay erased, and from here on this tab writes as `writer`, drawn anew.
    ///
    /// # Errors
    ///
    /// [`BackupError`]; nothing was changed then.
    pub fn restore(
        &mut self,
        file: &[u8],
        writer: WriterId,
        now: Moment,
    ) -> Result<Restored, BackupError> {
        self.may_write()?;
        let backup = Backup::read(file)?;
        let charts = backup.charts();
        let mut restored = Restored {
            charts: charts.len(),
            new: 0,
            already: 0,
            erased: Vec::new(),
            writer,
            next_counter: 1,
            changed: Vec::new(),
        };
        let mut wanted: SortedMap<ChartId, SortedSet<ChangeId>> = SortedMap::new();
        for chart in &charts {
            if self.tombstones.contains(&chart.id) {
                restored.erased.push(chart.id);
                continue;
            }
            let here = self.charts.get(&chart.id);
            let ids = chart.changes.iter().map(|(id, _)| *id);
            let new: SortedSet<ChangeId> =
                ids.filter(|id| here.is_none_or(|here| !here.contains(id))).collect();
            if chart.changes.iter().any(|(_, bytes)| BYTES < bytes.len()) {
                return Err(SaveError::TooLarge { found: BYTES + 1, limit: BYTES }.into());
            }
            restored.new += new.len();
            restored.already += chart.changes.len() - new.len();
            wanted.insert(chart.id, new);
        }
        let arrivals = self.arrivals(&backup, &wanted);
        self.take_in(arrivals, writer, now)?;
        for (chart, ids) in wanted {
            self.counter = ids.iter().map(|id| id.counter).fold(self.counter, u64::max);
            self.charts.or_default(chart).extend(ids);
            restored.changed.push(self.chart(chart));
        }
        self.renew(writer);
        restored.next_counter = self.next_counter();
        Ok(restored)
    }

    /// Sorts what is wanted into blocks that fit onto the chains here and changes that come loose.
    fn arrivals(
        &self,
        backup: &Backup,
        wanted: &SortedMap<ChartId, SortedSet<ChangeId>>,
    ) -> Arrivals {
        let mut arrivals = Arrivals::default();
        let mut chains: SortedMap<(ChartId, WriterId), Vec<Numbered>> = SortedMap::new();
        for ((chart, writer, n), payload) in &backup.blocks {
            if wanted.contains_key(chart) {
                chains.or_default((*chart, *writer)).push((*n, payload));
            }
        }
        let mut placed: SortedSet<(ChartId, ChangeId)> = SortedSet::new();
        for ((chart, writer), blocks) in chains {
            let mut fitting = self.fitting(chart, writer, &blocks);
            let is_wanted = |(_, block): &(_, Block)| {
                block
                    .changes
                    .iter()
                    .any(|(id, _)| wanted.get(&chart).is_some_and(|ids| ids.contains(id)))
            };
            // A chain is taken up to its last block that brings something.
            let n_taken =
                fitting.iter().rposition(|(payload, block)| is_wanted(&(payload, block.clone())));
            fitting.truncate(n_taken.map_or(0, |last| last + 1));
            for (payload, block) in fitting {
                placed.extend(block.changes.iter().map(|(id, _)| (chart, *id)));
                let head = Head { writer, n: block.n, hash: block::hash(&payload) };
                arrivals.blocks.push((Key::Block { chart, writer, n: block.n }, head, payload));
            }
        }
        for chart in backup.charts() {
            let Some(ids) = wanted.get(&chart.id) else { continue };
            let is_loose = |id: &ChangeId| ids.contains(id) && !placed.contains(&(chart.id, *id));
            let loose: Changes = chart.changes.into_iter().filter(|(id, _)| is_loose(id)).collect();
            if !loose.is_empty() {
                arrivals.loose.insert(chart.id, loose);
            }
        }
        arrivals
    }

    /// The blocks of one chain that go on, without a gap, from what is here.
    fn fitting(
        &self,
        chart: ChartId,
        writer: WriterId,
        blocks: &[Numbered],
    ) -> Vec<(Vec<u8>, Block)> {
        let here: SortedMap<ChangeId, Vec<u8>> = self.chart(chart).changes.into_iter().collect();
        let differs =
            |(id, bytes): &(ChangeId, Vec<u8>)| here.get(id).is_some_and(|there| there != bytes);
        let head = self.heads.get(&(chart, writer));
        let mut next = head.map_or(0, |head| head.n + 1);
        let mut hash = head.map_or(Hash::default(), |head| head.hash);
        let mut fitting = Vec::new();
        for (n, payload) in blocks {
            let Some(block) = Block::read(payload) else { break };
            if *n < next {
                continue;
            }
            // A block that says something else under an id that is taken would overwrite what is here.
            if *n != next || block.before != hash || block.changes.iter().any(differs) {
                break;
            }
            next += 1;
            hash = block::hash(payload);
            fitting.push(((*payload).clone(), block));
        }
        fitting
    }

    /// Writes all of it or nothing.
    fn take_in(
        &mut self,
        arrivals: Arrivals,
        writer: WriterId,
        now: Moment,
    ) -> Result<(), SaveError> {
        let heads = self.heads.clone();
        let old_writer = self.writer;
        let mut records: Vec<(String, Rc<str>)> = Vec::new();
        for (key, head, payload) in arrivals.blocks {
            let name = key.to_string();
            let text = envelope::seal(&name, self.next_rank(), &payload);
            if let Key::Block { chart, writer, .. } = key {
                self.heads.insert((chart, writer), head);
            }
            records.push((name, text));
        }
        self.writer = writer;
        for (chart, changes) in arrivals.loose {
            for changes in portions(changes) {
                records.push(self.chain(chart, changes));
            }
        }
        for (at, (key, text)) in records.iter().enumerate() {
            if let Err(why) = self.log.put(key, text) {
                for (key, _) in records.iter().take(at + 1) {
                    self.log.remove_or_wait(key);
                }
                self.heads = heads;
                self.writer = old_writer;
                return Err(SaveError::from_why(why));
            }
        }
        let keys = records.iter().map(|(key, _)| key.clone()).collect();
        for (key, text) in records {
            self.receipt.put(&key, &text);
            if self.receipt.is_in_use() {
                self.pending.insert(key.clone(), now);
            }
            self.values.insert(key, text);
        }
        self.plan(keys, Act::Flip { spent: Vec::new() });
        Ok(())
    }

    /// Writes a boot header with another writer.
    fn renew(&mut self, writer: WriterId) {
        self.boot.writer = Some(writer);
        self.boot.counter = self.counter;
        self.write_boot();
        self.advance();
    }
}
