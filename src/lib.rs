//! Foothold: therapy goals that two people set together, whole in one browser.
//!
//! The layers, and who may know whom, are held by `tests/native/layers.rs`; the map is in the README.

pub mod document;
pub mod domain;
pub mod figure;
pub mod language;
pub mod storage;
#[cfg(feature = "ui")]
pub mod ui;
