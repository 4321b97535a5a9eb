//! Records beside the changes: snapshots, which may be thrown away, and what was kept aside, which may not.

use std::rc::Rc;

use super::Engine;
use super::steps::Act;
use crate::domain::id::{ChangeId, ChartId};
use crate::storage::envelope;
use crate::storage::key::Key;
use crate::storage::moment::Moment;
use crate::storage::sign::{Mode, SaveError};
use crate::storage::slip::{Aside, Entry};
use crate::storage::wire::{Eye, Pen};

const FORM: u8 = 2;

/// A digest of which changes, in which order (FNV-1a over words of 64 bits); their bytes never change.
fn digest<'a>(ids: impl IntoIterator<Item = &'a ChangeId>) -> u64 {
    let words = ids.into_iter().flat_map(|id| [id.writer.bits(), id.counter]);
    words.fold(0xcbf2_9ce4_8422_2325, |sum, word| (sum ^ word).wrapping_mul(0x0100_0000_01b3))
}

impl Engine {
    /// Keeps what the changes of a chart add up to. A cache, in the log only; true when it was kept.
    pub fn keep_snapshot(&mut self, chart: ChartId, bytes: &[u8]) -> bool {
        let Some(ids) = self.charts.get(&chart) else { return false };
        if self.mode != Mode::Writer || !self.log.is_in_use() {
            return false;
        }
        let mut pen = Pen::default();
        pen.byte(FORM).count(ids.len()).raw(&digest(ids).to_be_bytes()).raw(bytes);
        let key = Key::Snapshot(chart).to_string();
        let text = envelope::seal(&key, self.next_rank(), &pen.0);
        let is_kept = self.log.put_spare(&key, &text);
        if is_kept {
            self.covers.insert(chart, pen.0.into());
        } else {
            self.covers.remove(&chart);
            self.log.remove_or_wait(&key);
        }
        is_kept
    }

    /// What was kept of a chart, if it still holds: if exactly these changes are here.
    pub fn snapshot(&self, chart: ChartId) -> Option<Vec<u8>> {
        let ids = self.charts.get(&chart)?;
        let mut eye = Eye(self.covers.get(&chart)?);
        let is_known = eye.byte()? == FORM;
        let covered = eye.number()?;
        let kept = u64::from_be_bytes(eye.array()?);
        let holds = is_known && covered == ids.len() as u64 && digest(ids) == kept;
        holds.then(|| eye.0.to_vec())
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
}
