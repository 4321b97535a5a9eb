//! Records beside the changes: snapshots, which may be thrown away, and what was kept aside, which may not.

use std::rc::Rc;

use sha2::{Digest, Sha256};

use super::Engine;
use super::steps::Act;
use crate::domain::id::{ChangeId, ChartId};
use crate::domain::order;
use crate::storage::envelope;
use crate::storage::key::Key;
use crate::storage::moment::Moment;
use crate::storage::sign::{Mode, SaveError};
use crate::storage::slip::{Aside, Entry};
use crate::storage::wire::{Eye, Pen};

const FORM: u8 = 1;
const DIGEST: usize = 16;

/// A digest of which changes, in which order; their bytes never change.
fn digest<'a>(ids: impl Iterator<Item = &'a ChangeId>) -> [u8; DIGEST] {
    let mut pen = Pen::default();
    for id in ids {
        pen.change(*id);
    }
    let mut digest = [0; DIGEST];
    for (to, from) in digest.iter_mut().zip(Sha256::digest(&pen.0)) {
        *to = from;
    }
    digest
}

impl Engine {
    /// Keeps what the first `covered` changes of a chart, in order, add up to. A cache, in the log only;
    /// true when it was kept.
    pub fn keep_snapshot(&mut self, chart: ChartId, covered: usize, bytes: &[u8]) -> bool {
        let Some(ids) = self.charts.get(&chart).filter(|ids| covered <= ids.len()) else {
            return false;
        };
        if self.mode != Mode::Writer || !self.log.is_in_use() {
            return false;
        }
        let mut pen = Pen::default();
        pen.byte(FORM).count(covered).raw(&digest(ids.iter().take(covered))).raw(bytes);
        let old = self.snapshots(chart);
        let n = old.last().map_or(0, |(n, _)| n + 1);
        let key = Key::Snapshot { chart, n }.to_string();
        let text = envelope::seal(&key, self.next_rank(), &pen.0);
        let is_kept = self.log.put(&key, &text).is_ok();
        // The new one stands before the old one goes; without room there is none.
        let stale = if is_kept { old } else { vec![(n, key)] };
        for (_, key) in stale {
            self.log.remove_or_wait(&key);
        }
        is_kept
    }

    /// The newest snapshot that still holds, with the number of changes it covers. Any other is none.
    pub fn snapshot(&self, chart: ChartId) -> Option<(usize, Vec<u8>)> {
        let (_, key) = self.snapshots(chart).pop()?;
        let whole = envelope::open(&self.log.get(&key)?).ok().filter(|whole| whole.key == key)?;
        let mut eye = Eye(&whole.payload);
        let form = eye.byte()?;
        let covered = usize::try_from(eye.number()?).ok()?;
        let stored: [u8; DIGEST] = eye.array()?;
        let ids = self.charts.get(&chart)?;
        let holds =
            form == FORM && covered <= ids.len() && digest(ids.iter().take(covered)) == stored;
        holds.then(|| (covered, eye.0.to_vec()))
    }

    /// What was kept aside, by key.
    pub fn asides(&self) -> Vec<(String, Aside)> {
        let keys = self.values.keys().filter(|key| key.starts_with("fh1.q."));
        keys.filter_map(|key| Some((key.clone(), self.aside(key)?))).collect()
    }

    /// Deletes what was kept aside under `key`, because a person said so after exporting it.
    pub fn drop_aside(&mut self, key: &str) {
        let Some(aside) = self.aside(key).filter(|_| self.mode == Mode::Writer) else { return };
        self.lost.insert(aside.loss());
        self.values.remove(key);
        self.plan(Vec::new(), Act::Flip { spent: Vec::new() });
        self.delete(&[key.to_owned()]);
        self.advance();
    }

    /// Takes a change that was kept aside as late after all, because a person said so.
    ///
    /// # Errors
    ///
    /// [`SaveError`] as for any change; [`SaveError::Taken`] also when there is no such change.
    pub fn accept_aside(&mut self, key: &str, now: Moment) -> Result<(), SaveError> {
        let entry = self.aside(key).and_then(|aside| {
            let whole = envelope::open(&aside.text).ok()?;
            whole
                .key
                .parse::<Key>()
                .is_ok_and(|key| matches!(key, Key::Journal { .. }))
                .then_some(())?;
            Entry::read(&whole.payload)
        });
        let entry = entry.ok_or(SaveError::Taken)?;
        self.append(entry.chart, entry.id, &entry.bytes, now)?;
        self.drop_aside(key);
        Ok(())
    }

    /// The losses that were reported were read by a person: they are not reported again.
    pub fn acknowledge(&mut self) {
        if self.mode == Mode::Writer && !self.owed.is_empty() {
            self.lost.extend(std::mem::take(&mut self.owed));
            self.plan(Vec::new(), Act::Flip { spent: Vec::new() });
            self.advance();
        }
    }

    pub(super) fn aside(&self, key: &str) -> Option<Aside> {
        Aside::read(&self.payload(key)?)
    }

    /// Puts a value aside in both stores; gives its key. The same value twice is kept once.
    pub(super) fn put_aside(&mut self, aside: &Aside) -> String {
        let payload = aside.write();
        let key = Key::Aside(aside.number()).to_string();
        if self.payload(&key).as_deref() != Some(&*payload) {
            let text: Rc<str> = envelope::seal(&key, self.next_rank(), &payload);
            self.keep(&key, text);
        }
        key
    }

    fn snapshots(&self, chart: ChartId) -> Vec<(u64, String)> {
        let mut found = Vec::new();
        for key in self.log.keys() {
            if let Ok(Key::Snapshot { chart: other, n }) = key.parse()
                && other == chart
            {
                found.push((n, key.clone()));
            }
        }
        order::sort_by_key(&mut found, |(n, _)| *n);
        found
    }
}
