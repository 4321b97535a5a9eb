//! The saved form of a change: binary and self-describing, so that fields of a later version survive in the bytes
//! even where this version cannot read them. The bytes are kept as they came; nothing here rewrites them.
//!
//! A change is a CBOR map with one-letter keys:
//!
//! | key | holds |
//! |---|---|
//! | `i` | its id: writer, counter |
//! | `t` | when: days since January 1, 1970, minute of the day, minutes ahead of UTC |
//! | `b` | by whom: role, and initials or null |
//! | `w` | whose words, in the same form; left out when they are the same person's |
//! | `y` | why; left out when nobody said |
//! | `u` | the change it takes back; left out mostly |
//! | `e` | what is different: the name of the edit, then its parts in order |
//!
//! Keys that are not known are passed over, and so are parts after the last known one: every text, list and map says
//! its length. The names of roles, edits and the rest never change their meaning; a new meaning gets a new name.
//!
//! The changes of the bank have the same form with edits of their own: `keep-pattern` (words, what helps or null, how
//! much without numbers or null), `drop-pattern` and `restore-pattern` (the ids of what was kept). Versions before the
//! bank keep them unread.

mod bank;
mod name;
mod read;
mod write;

use crate::domain::bank::BankEdit;
use crate::domain::change::Change;
use crate::domain::summary::Summary;

/// Largest change that is kept (bytes).
pub const MAX_BYTES: usize = 64 * 1024;

/// The bytes of `change`.
///
/// # Errors
///
/// Returns [`SavedError::TooLarge`] past [`MAX_BYTES`].
pub fn encode(change: &Change) -> Result<Vec<u8>, SavedError> {
    let bytes = write::change(change, write::edit).map_err(|_| SavedError::Unreadable)?;
    if MAX_BYTES < bytes.len() {
        return Err(SavedError::TooLarge { found: bytes.len() });
    }
    Ok(bytes)
}

/// The change in `bytes`; what it does not know is passed over.
///
/// # Errors
///
/// Returns [`SavedError`] for bytes that hold no change this version knows. The caller keeps the bytes.
pub fn decode(bytes: &[u8]) -> Result<Change, SavedError> {
    if MAX_BYTES < bytes.len() {
        return Err(SavedError::TooLarge { found: bytes.len() });
    }
    read::change(bytes, read::edit).ok_or(SavedError::Unreadable)
}

/// The bytes of a change to the bank.
///
/// # Errors
///
/// Returns [`SavedError::TooLarge`] past [`MAX_BYTES`].
pub fn encode_bank(change: &Change<BankEdit>) -> Result<Vec<u8>, SavedError> {
    let bytes = write::change(change, bank::write).map_err(|_| SavedError::Unreadable)?;
    if MAX_BYTES < bytes.len() {
        return Err(SavedError::TooLarge { found: bytes.len() });
    }
    Ok(bytes)
}

/// The change to the bank in `bytes`; `None` for one that this version does not know. The caller keeps the bytes.
pub fn decode_bank(bytes: &[u8]) -> Option<Change<BankEdit>> {
    read::change(bytes, bank::read).filter(|_| bytes.len() <= MAX_BYTES)
}

/// The bytes of a summary: a CBOR array with the fields in their order, the number of its form first.
pub fn encode_summary(summary: &Summary) -> Vec<u8> {
    write::summary(summary).unwrap_or_default()
}

/// The summary in `bytes`; `None` for one of another form, which is then made again.
pub fn decode_summary(bytes: &[u8]) -> Option<Summary> {
    read::summary(bytes)
}

/// Number of the form of a summary. A new one, or another way to sum up, gets the next number.
const SUMMARY: u8 = 1;

/// Why a change cannot be kept or read. Never holds anybody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SavedError {
    /// More bytes than a change may have.
    #[error("a change is at most {max} bytes, this one has {found}", max = MAX_BYTES)]
    TooLarge {
        /// Bytes found.
        found: usize,
    },
    /// Not a change, or one of a kind this version does not know.
    #[error("this change is damaged or from a newer version")]
    Unreadable,
}
