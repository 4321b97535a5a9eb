//! An IndexedDB that aborts, fills up, hangs, commits without saying so, and is not there.

use super::Records;
use crate::storage::chance::Chance;
use crate::storage::receipt::{Batch, FENCE, ReceiptError, ReceiptImage, admit, raise};

/// What the receipt store does wrong from now on. The default is nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReceiptFaults {
    /// Opening fails: blocked, timed out, or not there at all.
    pub no_opening: Option<ReceiptError>,
    /// Percent of batches that are aborted.
    pub aborts: u64,
    /// Percent of batches that get no answer in time; half of them go in all the same, before the next one.
    pub hangs: u64,
    /// Percent of batches at which the connection is closed for good (`versionchange`).
    pub closes: u64,
    /// No batch fits.
    pub full: bool,
    /// The one call (opening or batch) that fails, counted from 1 at [`SimReceipt::count_from_here`].
    pub nth: Option<u64>,
    /// What the failing call does: nothing and says so, or all of it and gives no answer.
    pub nth_hangs: bool,
}

/// One object store. What it says is committed is committed.
#[derive(Debug)]
pub struct SimReceipt {
    /// What is committed.
    pub records: Records,
    /// What goes wrong.
    pub faults: ReceiptFaults,
    late: Vec<Batch>,
    chance: Chance,
    calls: u64,
}

impl SimReceipt {
    /// An empty store whose misdeeds follow from `seed`.
    pub fn new(seed: u64) -> Self {
        Self {
            records: Records::new(),
            faults: ReceiptFaults::default(),
            late: Vec::new(),
            chance: Chance::new(seed),
            calls: 0,
        }
    }

    /// Reads everything, and in the same transaction raises the epoch, past the `known` one, if this tab is to
    /// write.
    ///
    /// # Errors
    ///
    /// What the faults say.
    pub fn open(&mut self, purpose: Purpose, known: u64) -> Result<ReceiptImage, ReceiptError> {
        self.calls += 1;
        if let Some(error) = self.faults.no_opening {
            return Err(error);
        }
        if self.is_nth() && !self.faults.nth_hangs {
            return Err(ReceiptError::Aborted);
        }
        self.catch_up();
        let records: Vec<(String, String)> =
            self.records.iter().map(|(key, text)| (key.clone(), text.clone())).collect();
        let raised = if purpose == Purpose::Write { raise(&records, known) } else { None };
        if let Some((_, text)) = &raised {
            self.records.insert(FENCE.to_owned(), text.to_string());
        }
        if self.is_nth() {
            return Err(ReceiptError::Silent);
        }
        Ok(ReceiptImage { records, epoch: raised.map(|(epoch, _)| epoch) })
    }

    /// Writes a batch, or not.
    ///
    /// # Errors
    ///
    /// Whatever the faults say, and [`ReceiptError::Fenced`] when a later writer has been here.
    pub fn apply(&mut self, batch: Batch) -> Result<(), ReceiptError> {
        self.calls += 1;
        self.catch_up();
        let is_nth = self.is_nth();
        if self.chance.happens(self.faults.closes) {
            return Err(ReceiptError::Gone);
        }
        if self.faults.full {
            return Err(ReceiptError::Full);
        }
        if self.chance.happens(self.faults.aborts) || (is_nth && !self.faults.nth_hangs) {
            return Err(ReceiptError::Aborted);
        }
        if is_nth {
            self.commit(batch)?;
            return Err(ReceiptError::Silent);
        }
        if self.chance.happens(self.faults.hangs) {
            if self.chance.happens(50) {
                self.late.push(batch);
            }
            return Err(ReceiptError::Silent);
        }
        self.commit(batch)
    }

    /// The page is gone, and with it what it had not committed.
    pub fn crash(&mut self) {
        self.late.clear();
    }

    /// Counts calls from here, for [`ReceiptFaults::nth`].
    pub fn count_from_here(&mut self) {
        self.calls = 0;
    }

    /// Calls since [`count_from_here`](Self::count_from_here).
    pub const fn calls(&self) -> u64 {
        self.calls
    }

    fn is_nth(&self) -> bool {
        self.faults.nth == Some(self.calls)
    }

    /// Transactions are committed in the order they were begun.
    fn catch_up(&mut self) {
        for batch in std::mem::take(&mut self.late) {
            // Nobody is listening to the answer any more.
            let _ = self.commit(batch);
        }
    }

    fn commit(&mut self, batch: Batch) -> Result<(), ReceiptError> {
        if !admit(self.records.get(FENCE).map(String::as_str), batch.epoch) {
            return Err(ReceiptError::Fenced);
        }
        self.records.insert(FENCE.to_owned(), batch.fence.to_string());
        for (key, text) in batch.entries {
            match text {
                Some(text) => self.records.insert(key, text.to_string()),
                None => self.records.remove(&key),
            };
        }
        Ok(())
    }
}

/// What a tab opens the store for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To write: the epoch is raised.
    Write,
    /// To show: nothing is changed.
    Read,
}
