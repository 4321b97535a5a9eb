//! What can go wrong with a gesture, and what opening the stores found.

use crate::domain::change::Refusal;
use crate::domain::words::WordsError;
use crate::storage::outcome::{Note, Outcome, Stores};
use crate::storage::sign::SaveError;

/// What opening the stores found, for the one line the start page says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) outcome: Outcome,
    pub(crate) notes: Vec<Note>,
    pub(crate) stores: Stores,
    /// Changes that could be read from the store but not understood or not fitted in.
    pub(crate) unread: usize,
}

/// Why a gesture changed nothing. What was typed stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The text cannot be kept.
    Words(WordsError),
    /// The chart does not take it.
    Refused(Refusal),
    /// The stores do not take it.
    NotSaved(SaveError),
    /// There is no such chart here.
    Gone,
    /// The text is no day.
    NoDay,
    /// The answer leaves its question open: it stays in its field and is nothing to put right.
    LeftOpen,
}

impl From<WordsError> for Problem {
    fn from(error: WordsError) -> Self {
        Self::Words(error)
    }
}
