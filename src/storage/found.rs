//! Both stores laid side by side: for each record the highest value that verifies, and what was wrong where.

use crate::storage::sorted::{SortedMap, SortedSet};
use std::rc::Rc;

use super::boot::Boot;
use super::key::Key;
use super::manifest::Manifest;
use super::outcome::{Fault, Note, Remedy, Side};
use super::slip::Aside;
use super::survey::{Bad, Held, Shelf};
use super::union::Material;

/// What there is, whichever store it came from.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The value that counts for each key. Snapshots are not among them.
    pub(crate) values: SortedMap<String, Rc<Held>>,
    /// Blocks that lost against another of the same key.
    losers: Vec<Rc<Held>>,
    /// Damaged values that no store has whole, to be kept aside.
    pub(crate) aside: Vec<Aside>,
    /// Damaged values of which nothing is worth keeping, by store.
    pub(crate) worthless: Vec<(Side, String)>,
    /// Keys that hold another record's value, with that record.
    pub(crate) strays: Vec<(String, String)>,
    pub(crate) notes: Vec<Note>,
    /// Highest epoch and place anywhere.
    pub(crate) epoch: u64,
    pub(crate) seq: u64,
    /// Keys whose value is damaged wherever it is.
    damaged: SortedSet<String>,
}

impl Found {
    pub(crate) fn of(log: Option<&Shelf>, receipt: Option<&Shelf>) -> Self {
        let mut found = Self::default();
        let shelves = [(Side::Log, log), (Side::Receipt, receipt)];
        for (_, shelf) in shelves {
            for (key, held) in shelf.into_iter().flat_map(|shelf| &shelf.good) {
                found.take(key, held);
            }
        }
        for (side, shelf) in shelves {
            for bad in shelf.into_iter().flat_map(|shelf| &shelf.bad) {
                found.judge(side, bad);
            }
            for (key, own) in shelf.into_iter().flat_map(|shelf| &shelf.strays) {
                found.note(side, key, Fault::Misplaced, Remedy::Healed);
                found.strays.push((key.clone(), own.clone()));
            }
        }
        // What was kept aside before is accounted for: it is not missing.
        for aside in found.payloads("fh1.q.", Aside::read) {
            found.damaged.insert(aside.key);
        }
        found.values.retain(|_, held| held.key.is_mirrored() && held.key != Key::Fence);
        found
    }

    pub(crate) fn boots(&self) -> Vec<Boot> {
        self.payloads("fh1.boot.", Boot::read)
    }

    pub(crate) fn manifests(&self) -> Vec<Manifest> {
        self.payloads("fh1.m.", Manifest::read)
    }

    pub(crate) fn material<'a>(&'a self, receipt: Option<&'a Shelf>) -> Material<'a> {
        Material {
            values: self.values.values().map(|held| &**held).collect(),
            losers: self.losers.iter().map(|held| &**held).collect(),
            damaged: self.damaged.clone(),
            received: receipt
                .into_iter()
                .flat_map(|shelf| shelf.good.keys())
                .map(String::as_str)
                .collect(),
            boots: self.boots(),
            manifests: self.manifests(),
            last_place: self.seq,
        }
    }

    pub(crate) fn note(&mut self, side: Side, key: &str, fault: Fault, remedy: Remedy) {
        self.notes.push(Note { side, key: key.to_owned(), fault, remedy });
    }

    /// Notes the content records that one store lost and the other has.
    ///
    /// What the last session wrote and IndexedDB does not have yet is no loss: its receipt had not come.
    pub(crate) fn note_losses(&mut self, side: Side, store: &Shelf, last_epoch: u64) {
        let lost: Vec<String> = self
            .values
            .iter()
            .filter(|(key, held)| {
                let is_late = side == Side::Receipt && held.envelope.rank.epoch == last_epoch;
                held.key.is_content()
                    && !is_late
                    && !store.good.contains_key(*key)
                    && !store.is_bad(key)
            })
            .map(|(key, _)| key.clone())
            .collect();
        for key in lost {
            self.note(side, &key, Fault::Missing, Remedy::Healed);
        }
    }

    fn payloads<T>(&self, prefix: &str, read: impl Fn(&[u8]) -> Option<T>) -> Vec<T> {
        let with_prefix = self.values.iter().filter(|(key, _)| key.starts_with(prefix));
        with_prefix.filter_map(|(_, held)| read(&held.envelope.payload)).collect()
    }

    fn take(&mut self, key: &str, held: &Rc<Held>) {
        let rank = held.envelope.rank;
        self.epoch = self.epoch.max(rank.epoch);
        self.seq = self.seq.max(rank.seq);
        if let Key::Journal { seq, .. } = held.key {
            self.seq = self.seq.max(seq);
        }
        let Some(there) = self.values.get_mut(key) else {
            self.values.insert(key.to_owned(), Rc::clone(held));
            return;
        };
        if Rc::ptr_eq(there, held) || there.text == held.text {
            return;
        }
        let loser = if there.envelope.rank < rank {
            std::mem::replace(there, Rc::clone(held))
        } else {
            Rc::clone(held)
        };
        if key.starts_with("fh1.b.") {
            self.losers.push(loser);
        }
    }

    fn judge(&mut self, side: Side, bad: &Bad) {
        let key = bad.key.parse::<Key>();
        let is_mirrored = key.as_ref().is_ok_and(Key::is_mirrored);
        if self.values.contains_key(&bad.key) && is_mirrored {
            self.note(side, &bad.key, bad.fault, Remedy::Healed);
            return;
        }
        if bad.fault == Fault::Misplaced || key.as_ref().is_ok_and(|key| !key.is_content()) {
            self.note(side, &bad.key, bad.fault, Remedy::Rebuilt);
            self.worthless.push((side, bad.key.clone()));
            return;
        }
        self.damaged.insert(bad.key.clone());
        let Some(text) = bad.text.clone() else {
            // It may be whole at the next opening: until then nothing else may get its place.
            if let Ok(Key::Journal { seq, .. }) = key {
                self.seq = self.seq.max(seq);
            }
            self.note(side, &bad.key, bad.fault, Remedy::Left);
            return;
        };
        self.note(side, &bad.key, bad.fault, Remedy::Aside);
        self.aside.push(Aside { side, fault: bad.fault, key: bad.key.clone(), text });
    }
}
