//! Keeping changes safe in two stores that fail differently. Does not know what a goal is.
//!
//! `localStorage` is the log that is always there; IndexedDB, written with strict durability, gives the
//! receipt; the backup file is the only thing that survives the browser. The engine is synchronous and has
//! no clock and no chance of its own: moments, random bits and both stores are passed in.
//!
//! # Raw keys
//!
//! Both stores hold the same ASCII text under the same key: `localStorage` keys that start with `fh1.`, and
//! the object store `records` of the IndexedDB database `foothold`. A page without wasm can list and
//! download them raw.
//!
//! | key | holds |
//! |---|---|
//! | `fh1.boot.a`, `fh1.boot.b` | format, writer, epoch; written in turn |
//! | `fh1.m.a`, `fh1.m.b` | manifest: which blocks there must be; written in turn |
//! | `fh1.j.<epoch>.<seq>.<rnd32>` | one change, until it is sealed into a block |
//! | `fh1.b.<chart>.<writer>.<n>` | a block of at most 64 changes, never rewritten |
//! | `fh1.s.<chart>` | what a chart adds up to, for the list: a cache (`localStorage` only) |
//! | `fh1.d.<name>` | a draft, replaced in place |
//! | `fh1.t.<chart>` | a tombstone: this chart was erased |
//! | `fh1.q.<n>` | a damaged or late value, kept aside raw |
//! | `fh1.e` | the epoch that may write (IndexedDB only) |
//! | `fh1.ballast` | filler, given up when the log is full (`localStorage` only) |

pub mod log;
pub mod receipt;

pub mod moment;
pub mod opening;
pub mod outcome;
pub mod saved;
pub mod sign;
pub mod usage;

pub mod engine;
pub mod slip;

pub mod backup;

pub mod chance;
#[cfg(not(target_arch = "wasm32"))]
pub mod sim;

mod block;
mod boot;
mod columns;
mod envelope;
mod found;
mod key;
mod log_side;
mod manifest;
mod pieces;
mod receipt_side;
mod sorted;
pub mod survey;
mod union;
mod wire;

#[cfg(feature = "ui")]
pub mod web;

use crate::domain::id::{ChangeId, ChartId};

/// Changes with their names, as the domain wrote them.
pub type Changes = Vec<(ChangeId, Vec<u8>)>;

/// One chart as it is kept: its changes in order of counter, then writer, each as the domain wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredChart {
    /// Which chart.
    pub id: ChartId,
    /// Every change with its own name, in order.
    pub changes: Changes,
}
