//! The store that confirms: IndexedDB in the browser. It is slow to answer and tells the truth.
//!
//! The engine never waits: it hands out a [`Batch`], and is told later how it went. Whoever writes the batch
//! does so in one transaction with strict durability, and in that same transaction asks [`admit`] whether
//! this writer is still the writer.

use std::rc::Rc;

use super::envelope::{self, Damage, Rank};
pub use super::key::FENCE;
use super::log::Log;

/// Everything the receipt store held when it was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReceiptImage {
    /// Every key with its text, as they were before [`raise`].
    pub records: Vec<(String, String)>,
    /// The epoch that was raised in the same transaction, when this tab is to be the writer.
    pub epoch: Option<u64>,
}

/// Puts and deletes that go into one transaction, all or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Names the batch when it is reported back.
    pub id: u64,
    /// The epoch of this writer, for [`admit`].
    pub epoch: u64,
    /// What to put under [`FENCE`] in the same transaction: besides the epoch it says how many changes this
    /// store must hold, so that the last one cannot go unnoticed.
    pub fence: Rc<str>,
    /// A key with its new text, or with `None` to be deleted.
    pub entries: Vec<(String, Option<Rc<str>>)>,
}

/// Why a batch did not go in, or the store could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// The transaction was aborted, or an unknown error came: worth another try.
    #[error("the transaction was aborted")]
    Aborted,
    /// No room is left.
    #[error("no room is left")]
    Full,
    /// No answer in time.
    #[error("no answer in time")]
    Silent,
    /// Another tab has become the writer.
    #[error("another tab has become the writer")]
    Fenced,
    /// There is no such store, or the connection is gone for good.
    #[error("the store is not there")]
    Gone,
}

/// Whether a writer of `epoch` may write, given the text now under [`FENCE`]. If not, abort the transaction
/// and report [`ReceiptError::Fenced`].
pub fn admit(fence: Option<&str>, epoch: u64) -> bool {
    // A damaged fence keeps nobody out: the batch puts it up again.
    fence.and_then(read).is_none_or(|current| current <= epoch)
}

/// The next epoch, with the text to put under [`FENCE`] in the transaction that read `records`.
///
/// `known` is the epoch the log knows of, see [`known_epoch`]. `None` when a newer version of the app has written here: then nothing may be put.
pub fn raise(records: &[(String, String)], known: u64) -> Option<(u64, Rc<str>)> {
    let mut epoch = known;
    let mut place = 0;
    for (key, text) in records {
        // What is of this format and no header says nothing about epochs, whole or not.
        if *key != FENCE && !key.starts_with("fh1.boot.") && envelope::is_of_now(text) {
            continue;
        }
        match envelope::open(text) {
            Err(Damage::Newer(_)) => return None,
            Ok(whole) if *key == FENCE => {
                epoch = epoch.max(whole.rank.epoch);
                place = place.max(whole.rank.seq);
            }
            Ok(whole) if whole.key.starts_with("fh1.boot.") => {
                if super::boot::Boot::read(&whole.payload).is_some_and(|boot| boot.is_newer()) {
                    return None;
                }
                epoch = epoch.max(whole.rank.epoch);
            }
            _ => {}
        }
    }
    Some((epoch + 1, write(epoch + 1, place)))
}

/// The newest epoch in the log's boot headers; 0 when there is none, or no log.
pub fn known_epoch(log: Option<&dyn Log>) -> u64 {
    let texts = ["fh1.boot.a", "fh1.boot.b"].map(|key| log?.get(key).ok()?);
    let headers = texts.into_iter().flatten().filter_map(|text| envelope::open(&text).ok());
    headers
        .filter(|whole| whole.key.starts_with("fh1.boot."))
        .map(|whole| whole.rank.epoch)
        .max()
        .unwrap_or_default()
}

/// The fence of a writer whose last change stands at `place`.
pub(crate) fn write(epoch: u64, place: u64) -> Rc<str> {
    envelope::seal(FENCE, Rank { epoch, seq: place, ver: 0 }, &[])
}

fn read(text: &str) -> Option<u64> {
    envelope::open(text).ok().filter(|whole| whole.key == FENCE).map(|whole| whole.rank.epoch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writer_of_an_older_epoch_is_refused() {
        let fence = write(5, 70);
        assert!(!admit(Some(&fence), 4));
        assert!(admit(Some(&fence), 5));
        assert!(admit(Some(&fence), 6));
    }

    #[test]
    fn a_damaged_fence_keeps_nobody_out() {
        assert!(admit(Some(&write(5, 70).replace('F', "G")), 4));
    }

    #[test]
    fn every_opening_raises_the_epoch_and_keeps_the_place() {
        assert_eq!(raise(&[], 0).map(|(epoch, _)| epoch), Some(1));
        let records = [(FENCE.to_owned(), write(8, 70).to_string())];
        assert_eq!(raise(&records, 3), Some((9, write(9, 70))));
    }
}
