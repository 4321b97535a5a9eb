//! What the caller passes in to open the stores, and what comes back.

use super::moment::Moment;
use super::outcome::{Note, Outcome, Stores};
use super::sign::{Mode, Why};
use crate::domain::id::{ChartId, WriterId};

/// What this tab wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// Write: this tab holds the lock.
    Write,
    /// Write after another tab: what the log shows this tab may be old, and the writer is drawn anew.
    TakeOver,
    /// Only show, and change not one byte.
    Read(Why),
}

/// What the engine cannot know by itself.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    /// What this tab wants to do.
    pub want: Want,
    /// 64 random bits, used when a writer must be drawn.
    pub writer: WriterId,
    /// 64 more random bits, from which the random part of journal keys is made.
    pub chance: u64,
    /// Version of the domain's changes; newer ones found are only read.
    pub schema: u32,
    /// Whether anything outside the two stores says that there was data.
    pub was_here: bool,
    /// Now.
    pub now: Moment,
}

/// What was found at the start.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Every chart that is kept. What it holds is read when it is asked for.
    pub charts: Vec<ChartId>,
    /// How it went.
    pub outcome: Outcome,
    /// Each thing that was noticed, for the page that explains it.
    pub notes: Vec<Note>,
    /// Which stores could be opened.
    pub stores: Stores,
    /// Texts that were being written, by the key they were kept under.
    pub drafts: Vec<(String, String)>,
    /// The next counter to give out.
    pub next_counter: u64,
    /// Whose changes this tab makes.
    pub writer: WriterId,
    /// Whether this tab may write.
    pub mode: Mode,
}
