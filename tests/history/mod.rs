//! Seeded histories of one tablet over the simulated stores, and what must hold at every step.
#![allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    dead_code,
    reason = "shared by two test binaries; a world of faults, and a replayed seed that says what it saw"
)]

pub(crate) mod model;
pub(crate) mod walk;
pub(crate) mod world;
