//! Texts being written: one record each, replaced in place.

use super::Engine;
use crate::storage::envelope;
use crate::storage::key::Key;
use crate::storage::moment::Moment;
use crate::storage::sign::Mode;
use crate::storage::slip::Draft;

/// Characters a second that drafts may write into the log, on average; a browser allows about 2,900.
const RATE: u64 = 2_048;

/// Most characters that may be saved up.
const MOST: u64 = 64 * 1024;

/// Longest draft, in bytes.
const LONGEST: usize = 64 * 1024;

/// How much drafts may still write into the log. IndexedDB gets every version; the log gets as many as the
/// browser's budget for writing to disk bears, and the last one in any case when the page is hidden.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allowance {
    room: u64,
    at: Moment,
}

impl Allowance {
    pub(super) const fn new(now: Moment) -> Self {
        Self { room: MOST, at: now }
    }

    fn refill(&mut self, now: Moment) {
        let earned = now.since(self.at).saturating_mul(RATE) / 1_000;
        self.room = self.room.saturating_add(earned).min(MOST);
        self.at = now;
    }

    fn spend(&mut self, length: usize) -> bool {
        let rest = self.room.checked_sub(length as u64);
        self.room = rest.unwrap_or(self.room);
        rest.is_some()
    }
}

impl Engine {
    /// Keeps `text` under `name` in place of the text before. Over 64 KiB the text before stays.
    ///
    /// A name that begins with a chart's id and a `/` goes when the chart is erased.
    pub fn keep_draft(&mut self, name: &str, text: &str, now: Moment) {
        if text.len() <= LONGEST {
            self.write_draft(name, Some(text), now);
        }
    }

    /// Gives the draft up. Its record says so until both stores know: a record that is merely gone could
    /// come back from the other store.
    pub fn drop_draft(&mut self, name: &str, now: Moment) {
        if self.values.contains_key(&Key::Draft(name.to_owned()).to_string()) {
            self.write_draft(name, None, now);
        }
    }

    /// Every draft, by name.
    pub fn drafts(&self) -> Vec<(String, String)> {
        let records = self.values.keys().filter_map(|key| match key.parse() {
            Ok(Key::Draft(name)) => Some((name, Draft::read(&self.payload(key)?)?.0?)),
            _ => None,
        });
        records.collect()
    }

    fn write_draft(&mut self, name: &str, text: Option<&str>, now: Moment) {
        if self.mode != Mode::Writer {
            return;
        }
        let key = Key::Draft(name.to_owned()).to_string();
        let sealed = envelope::seal(&key, self.next_rank(), &Draft::write(text));
        self.allowance.refill(now);
        if self.allowance.spend(sealed.len()) {
            self.log.put_or_wait(&key, &sealed);
        } else {
            self.log.wait(&key, Some(sealed.clone()));
        }
        self.receipt.put(&key, &sealed);
        self.values.insert(key, sealed);
    }

    /// Does what still waits for the log; drafts only within their allowance.
    pub(super) fn settle(&mut self, now: Moment) {
        self.allowance.refill(now);
        for key in self.log.waiting("fh1.d.") {
            let length = self.values.get(&key).map_or(0, |text| text.len());
            if self.allowance.spend(length) {
                self.log.settle(|other| other != key);
            }
        }
        self.log.settle(|key| key.starts_with("fh1.d."));
    }
}
