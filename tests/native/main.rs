//! Everything that is true without a browser.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should say where")]

#[path = "../history/mod.rs"]
mod history;

mod bank;
mod coloring;
mod contrast;
mod domain;
mod edits;
mod flip;
mod goals;
mod language;
mod layers;
mod nth;
mod progress;
mod saved;
mod scenario;
mod sheets;
mod tab;
mod voice;
