//! What may be said about saving, and why a change was not taken. The words are the screens'.

/// The sign beside what was written. "Saved" is said only when the receipt has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Written, the receipt has not come yet (under two seconds).
    Saving,
    /// Saved on this tablet: every change has its receipt.
    Saved,
    /// In the log, but this browser has no store that confirms.
    Unconfirmed,
    /// Written over two seconds ago and still no receipt: keep this open.
    NotYet,
    /// Not saved.
    NotSaved(Why),
}

/// Why something is not saved, or why this tab does not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No room is left, in the log or in the store that confirms.
    Full,
    /// The browser refuses access to the store.
    Blocked,
    /// The store said yes and did not keep it.
    NotKept,
    /// Neither store can be used: everything is gone when this page closes.
    NoStore,
    /// Another tab is the one that writes.
    OtherTab,
    /// The files here were written by a newer version of the app.
    Newer,
}

/// Whether this tab may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// This tab is the one that writes.
    Writer,
    /// This tab only shows, and changes not one byte.
    ReadOnly(Why),
}

/// Why a change was not taken. It is in no store and not in memory; what was there before stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The log is full, the ballast already given up.
    #[error("no room is left in the log")]
    Full,
    /// The log refused.
    #[error("the browser refused the write")]
    Blocked,
    /// The log said yes, and reading back gave something else.
    #[error("the log did not keep the write")]
    NotKept,
    /// This tab may not write.
    #[error("this tab does not write: {0:?}")]
    ReadOnly(Why),
    /// Larger than a change may be.
    #[error("a change is at most {limit} bytes, this one has {found}")]
    TooLarge {
        /// Bytes of the change.
        found: usize,
        /// Most bytes a change may have.
        limit: usize,
    },
    /// The chart was erased.
    #[error("this chart was erased")]
    Erased,
    /// Another change already has this name.
    #[error("another change has the same id")]
    Taken,
}

impl SaveError {
    /// The part of the error that stays true until a change is taken again, for the sign.
    pub(crate) const fn why(self) -> Option<Why> {
        match self {
            Self::Full => Some(Why::Full),
            Self::Blocked => Some(Why::Blocked),
            Self::NotKept => Some(Why::NotKept),
            Self::ReadOnly(why) => Some(why),
            Self::TooLarge { .. } | Self::Erased | Self::Taken => None,
        }
    }

    pub(crate) const fn from_why(why: Why) -> Self {
        match why {
            Why::Full => Self::Full,
            Why::NotKept => Self::NotKept,
            Why::Blocked => Self::Blocked,
            Why::NoStore | Why::OtherTab | Why::Newer => Self::ReadOnly(why),
        }
    }
}
