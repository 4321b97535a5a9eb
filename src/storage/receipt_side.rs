//! The receipt store as the engine uses it: what is to go in, what is on its way, and what was confirmed.

use crate::storage::sorted::SortedMap;
use std::rc::Rc;

use super::log_side::is_block;
use super::moment::Moment;
use super::receipt::{Batch, ReceiptError};
use crate::domain::order;

/// Characters after which a batch is closed, so that a whole store being copied does not hold up a change.
const BATCH_LENGTH: usize = 512 * 1024;

/// Milliseconds before the first and the later tries after a failure.
const RETRY_FIRST: u64 = 250;
const RETRY_MOST: u64 = 5_000;

type Entries = SortedMap<String, Option<Rc<str>>>;

/// One receipt store, or none.
#[derive(Debug, Default)]
pub(crate) struct ReceiptSide {
    is_in_use: bool,
    todo: Entries,
    /// On its way: the batch's number and its entries.
    flight: Option<(u64, Entries)>,
    last_id: u64,
    failures: u32,
    failed_at: Option<Moment>,
    pub(crate) error: Option<ReceiptError>,
}

impl ReceiptSide {
    /// A store that takes batches; the default is none.
    pub(crate) fn in_use() -> Self {
        Self { is_in_use: true, ..Self::default() }
    }

    pub(crate) const fn is_in_use(&self) -> bool {
        self.is_in_use
    }

    /// Never hands out a batch again.
    pub(crate) fn let_go(&mut self) {
        self.is_in_use = false;
        self.todo = SortedMap::new();
        self.flight = None;
    }

    pub(crate) fn put(&mut self, key: &str, text: &Rc<str>) {
        if self.is_in_use {
            self.todo.insert(key.to_owned(), Some(Rc::clone(text)));
        }
    }

    pub(crate) fn delete(&mut self, key: &str) {
        if self.is_in_use {
            self.todo.insert(key.to_owned(), None);
        }
    }

    /// Whether something about `key` is not confirmed yet.
    pub(crate) fn waits(&self, key: &str) -> bool {
        self.todo.contains_key(key)
            || self.flight.as_ref().is_some_and(|(_, entries)| entries.contains_key(key))
    }

    /// Whether a block is not confirmed yet.
    pub(crate) fn waits_for_block(&self) -> bool {
        let flight = self.flight.iter().flat_map(|(_, entries)| entries);
        self.todo.iter().chain(flight).any(|(key, text)| is_block(key) && text.is_some())
    }

    pub(crate) fn is_settled(&self) -> bool {
        self.todo.is_empty() && self.flight.is_none()
    }

    /// The moment of the next try, when the last one failed.
    pub(crate) fn retry_at(&self) -> Option<Moment> {
        let wait = RETRY_FIRST.saturating_mul(1 << self.failures.min(8)).min(RETRY_MOST);
        (!self.todo.is_empty()).then_some(self.failed_at?.plus(wait))
    }

    /// The next batch, changes first; none while one is on its way or a failure is too fresh.
    pub(crate) fn next_batch(&mut self, now: Moment, epoch: u64, fence: Rc<str>) -> Option<Batch> {
        let is_too_early =
            self.retry_at().is_some_and(|at| now < at && at.since(now) <= RETRY_MOST);
        if !self.is_in_use || self.flight.is_some() || self.todo.is_empty() || is_too_early {
            return None;
        }
        let urgent = |key: &String| key.starts_with("fh1.j.") || key.starts_with("fh1.t.");
        let (first, mut second): (Vec<_>, Vec<_>) = self.todo.keys().cloned().partition(urgent);
        // Of two blocks of one chain the shorter key is the earlier one.
        order::sort_by_key(&mut second, String::len);
        // The fence promises every change up to the last: they all go together.
        let n_urgent = first.len();
        let mut entries = Entries::new();
        let mut length = 0;
        for key in first.into_iter().chain(second) {
            if let Some(text) = self.todo.remove(&key) {
                length += key.len() + text.as_ref().map_or(0, |text| text.len());
                entries.insert(key, text);
            }
            if n_urgent <= entries.len() && BATCH_LENGTH < length {
                break;
            }
        }
        self.last_id += 1;
        let listed = entries.iter().map(|(key, text)| (key.clone(), text.clone())).collect();
        self.flight = Some((self.last_id, entries));
        Some(Batch { id: self.last_id, epoch, fence, entries: listed })
    }

    /// Takes the answer to a batch; gives the keys that are confirmed now. Answers to other batches than the
    /// one on its way mean nothing.
    pub(crate) fn complete(
        &mut self,
        id: u64,
        answer: Result<(), ReceiptError>,
        now: Moment,
    ) -> Vec<String> {
        let Some((_, entries)) = self.flight.take_if(|(current, _)| *current == id) else {
            return Vec::new();
        };
        match answer {
            Ok(()) => {
                self.failures = 0;
                self.failed_at = None;
                self.error = None;
                entries.into_keys().filter(|key| !self.todo.contains_key(key)).collect()
            }
            Err(error) => {
                self.failures = self.failures.saturating_add(1);
                self.failed_at = Some(now);
                self.error = Some(error);
                for (key, text) in entries {
                    self.todo.or_insert_with(key, || text);
                }
                Vec::new()
            }
        }
    }
}
