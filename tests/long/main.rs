//! Long seeded histories of the storage engine. In release:
//! `cargo test --release --no-default-features --test long`. `FOOTHOLD_SEED=<n>` replays one,
//! `FOOTHOLD_HISTORIES=<n>` runs another number of them, `FOOTHOLD_FROM=<n>` begins at another seed.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should say where")]

#[path = "../history/mod.rs"]
mod history;

use std::{env, thread};

/// Histories in a run; a debug build, which is ten times slower, walks through fewer.
const HISTORIES: u64 = if cfg!(debug_assertions) { 1_000 } else { 20_000 };

/// Broken histories that a thread lists before it stops: enough to see which have the same cause.
const FAULTS: usize = 12;

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().map(|text| text.parse().unwrap())
}

#[test]
fn no_history_breaks_the_store() {
    let seed = number("FOOTHOLD_SEED");
    let start = seed.or_else(|| number("FOOTHOLD_FROM")).unwrap_or_default();
    let n_histories = number("FOOTHOLD_HISTORIES").unwrap_or(HISTORIES);
    let end = start + if seed.is_some() { 1 } else { n_histories };
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    let walks = (0..n_threads).map(|first| {
        thread::spawn(move || {
            let mine = (start..end).skip(first).step_by(n_threads);
            let failed =
                mine.filter_map(|seed| history::walk::run(seed).err().map(|fault| (seed, fault)));
            failed.take(FAULTS).collect::<Vec<_>>()
        })
    });
    let walks: Vec<_> = walks.collect();
    let mut faults: Vec<(u64, String)> =
        walks.into_iter().flat_map(|walk| walk.join().unwrap()).collect();
    faults.sort();
    if let Some((seed, _)) = faults.first() {
        panic!(
            "{faults:#?}\nreplay with FOOTHOLD_SEED={seed} cargo test --release --no-default-features --test long"
        );
    }
}
