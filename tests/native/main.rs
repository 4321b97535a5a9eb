//! Everything that is true without a browser.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should say where")]

mod contrast;
mod domain;
mod language;
mod layers;
mod sheets;
