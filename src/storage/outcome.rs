//! What was found when the stores were opened: closed lists, so that no case goes without words.

/// One of the two stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// `localStorage`.
    Log,
    /// IndexedDB.
    Receipt,
}

/// Which stores this opening works with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stores {
    /// Log and receipt.
    Both,
    /// Changes are written but never confirmed.
    LogOnly,
    /// The log cannot be used; a change counts once its receipt has come.
    ReceiptOnly,
    /// Everything is gone when the page closes.
    MemoryOnly,
}

/// How the opening went, worst thing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing here and no sign that anything ever was.
    First,
    /// Everything whole.
    Clean,
    /// Damage was found, and the other store had a whole copy of all of it.
    Healed {
        /// Values brought back.
        n: usize,
    },
    /// Something could not be brought back.
    Partial {
        /// Values kept aside under `fh1.q.<n>`.
        aside: usize,
        /// Records known to have been there and found nowhere.
        missing: usize,
        /// Values brought back.
        healed: usize,
    },
    /// A store that held data is empty: the browser removed it.
    Emptied {
        /// Which store was found empty; both when only a sign of them was left.
        side: Emptied,
        /// Values brought back from the other store.
        healed: usize,
    },
    /// Written by a newer version: only read, nothing changed.
    Newer {
        /// Format number found.
        format: u32,
    },
    /// Neither store can be used.
    MemoryOnly,
}

/// Which store the browser emptied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emptied {
    /// `localStorage`; IndexedDB had everything.
    Log,
    /// IndexedDB; `localStorage` had everything.
    Receipt,
    /// Both: only a sign that there was data is left. A backup is needed.
    Both,
}

/// One thing noticed while opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The store it was in.
    pub side: Side,
    /// The raw key.
    pub key: String,
    /// What was wrong.
    pub fault: Fault,
    /// What was done.
    pub remedy: Remedy,
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser threw when it was read.
    Unreadable,
    /// Not the form of a record.
    Shape,
    /// The checksum does not fit.
    Checksum,
    /// A whole record under another record's key.
    Misplaced,
    /// Known to have been there and gone.
    Missing,
    /// Written by a tab that was no longer the writer.
    Late,
    /// Two different changes under one id.
    Conflict,
    /// The hash of the block before does not fit.
    Chain,
}

/// What was done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The other store, or the right key, had it whole.
    Healed,
    /// Made anew from what is whole: it held nothing of its own.
    Rebuilt,
    /// The raw text is kept under `fh1.q.<n>`.
    Aside,
    /// Left as it was, because this tab may not write or found no room.
    Left,
    /// Nothing to be done: found nowhere.
    Lost,
}
