//! One flipped bit: every key of either store, at a hundred places of its value.

use foothold::storage::moment::Moment;
use foothold::storage::opening::Opening;
use foothold::storage::outcome::{Note, Outcome, Remedy, Side};

use crate::history::model::Name;
use crate::history::world::comparable;
use crate::tab::Closed;

/// Places in a value where a bit is flipped.
const PLACES: usize = 100;

/// Kinds of records, by how their keys begin.
const KINDS: [&str; 11] = [
    "fh1.boot.",
    "fh1.m.",
    "fh1.j.",
    "fh1.b.",
    "fh1.s.",
    "fh1.d.",
    "fh1.t.",
    "fh1.q.",
    "fh1.e",
    "fh1.ballast",
    "theme",
];

/// Records of every kind in both stores.
fn every_kind() -> Closed {
    let mut tab = Closed::empty().open();
    let chart = tab.write(None);
    let other = tab.write(None);
    let erased = tab.write(None);
    for _ in 0..70 {
        tab.write(Some(chart));
    }
    tab.engine.erase(erased, Moment(0)).unwrap();
    tab.write(Some(other));
    let mut closed = tab.close();
    // A change that no store has whole is kept aside.
    let is_last = |key: &&String| key.starts_with("fh1.j.") && key.contains(".74.");
    let damaged = closed.log.as_ref().unwrap().keys().find(is_last).unwrap().clone();
    for side in [Side::Log, Side::Receipt] {
        let text = closed.side(side).get_mut(&damaged).unwrap();
        *text = flip(text, 90, 0);
    }
    let mut tab = closed.open();
    assert!(matches!(tab.opening.outcome, Outcome::Partial { aside: 2, missing: 0, .. }));
    tab.engine.keep_draft("a name/words", "half a sent", Moment(0));
    tab.write(Some(other));
    tab.write(Some(chart));
    assert!(tab.engine.keep_snapshot(chart, b"a snapshot"));
    let mut closed = tab.close();
    // Another program's record.
    closed.side(Side::Log).insert("theme".to_owned(), "dark".to_owned());
    for kind in KINDS {
        assert!(closed.values().iter().any(|(_, key, _)| key.starts_with(kind)), "no {kind}");
    }
    closed
}

fn flip(text: &str, at: usize, bit: usize) -> String {
    let mut bytes = text.as_bytes().to_vec();
    *bytes.get_mut(at).unwrap() ^= 1 << bit;
    String::from_utf8(bytes).unwrap()
}

/// The stores with one bit flipped in one value, for a hundred places spread over it.
fn flips<'a>(
    closed: &'a Closed,
    side: Side,
    key: &'a str,
    text: &'a str,
) -> impl Iterator<Item = (String, Closed, String)> + 'a {
    let n = text.len().min(PLACES);
    (0..n).map(move |nth| {
        let (at, bit) = (nth * text.len() / n, nth % 7);
        let flipped = flip(text, at, bit);
        let mut harmed = closed.clone();
        harmed.side(side).insert(key.to_owned(), flipped.clone());
        (format!("bit {bit} at {at} of {key} in {side:?}"), harmed, flipped)
    })
}

fn note_of<'a>(opening: &'a Opening, side: Side, key: &str) -> Option<&'a Note> {
    opening.notes.iter().find(|note| note.side == side && note.key == key)
}

fn is_content(key: &str) -> bool {
    ["fh1.j.", "fh1.b.", "fh1.d.", "fh1.t.", "fh1.q."].iter().any(|kind| key.starts_with(kind))
}

#[test]
fn one_flipped_bit_in_one_store_is_named_and_healed_from_the_other() {
    let closed = every_kind();
    let before = closed.open();
    let (shown, drafts) = (before.shown(), before.opening.drafts.clone());
    assert_eq!((before.opening.outcome, drafts.len()), (Outcome::Clean, 1));
    let chart = *shown.keys().map(|(chart, _)| chart).next().unwrap();
    let mut n_flips = 0;
    for (side, key, text) in closed.values() {
        if key == "theme" {
            continue;
        }
        for (place, harmed, _) in flips(&closed, side, &key, &text) {
            n_flips += 1;
            let tab = harmed.open();
            let note = note_of(&tab.opening, side, &key);
            let remedy = note.unwrap_or_else(|| panic!("{place} is not seen")).remedy;
            assert!(matches!(remedy, Remedy::Healed | Remedy::Rebuilt), "{place}: {remedy:?}");
            assert!(matches!(tab.opening.outcome, Outcome::Healed { .. }), "{place}");
            assert_eq!(tab.shown(), shown, "{place}");
            assert_eq!(tab.opening.drafts, drafts, "{place}");
            assert_eq!(tab.engine.asides(), before.engine.asides(), "{place}");
            let snapshot = tab.engine.snapshot(chart);
            let is_right = snapshot.as_ref().is_none_or(|bytes| bytes == b"a snapshot");
            assert!(is_right && snapshot.is_none() == key.starts_with("fh1.s."), "{place}");
            let healed = tab.close();
            let [log, receipt] = [&healed.log, &healed.receipt].map(|store| store.clone().unwrap());
            assert_eq!(comparable(&log), comparable(&receipt), "{place}");
            let again = healed.open();
            assert_eq!((again.opening.outcome, again.shown()), (Outcome::Clean, shown.clone()));
        }
    }
    assert!(3_000 < n_flips, "{n_flips}");
}

#[test]
fn one_flipped_bit_in_the_only_store_is_kept_aside_and_all_else_is_shown() {
    let both = every_kind();
    let only_log = Closed { receipt: None, ..both.clone() };
    let only_receipt = Closed { log: None, ..both };
    for closed in [only_log, only_receipt] {
        let shown = closed.open().shown();
        for (side, key, text) in closed.values() {
            if key == "theme" {
                continue;
            }
            let mut without = closed.clone();
            without.side(side).remove(&key);
            let undamaged = without.open().shown();
            for (place, harmed, flipped) in flips(&closed, side, &key, &text) {
                let tab = harmed.open();
                let note = note_of(&tab.opening, side, &key);
                let remedy = note.unwrap_or_else(|| panic!("{place} is not seen")).remedy;
                if is_content(&key) {
                    assert_eq!(remedy, Remedy::Aside, "{place}");
                    let asides = tab.engine.asides();
                    assert!(asides.iter().any(|(_, aside)| aside.text == flipped), "{place}");
                    assert!(matches!(tab.opening.outcome, Outcome::Partial { .. }), "{place}");
                } else {
                    assert_eq!(remedy, Remedy::Rebuilt, "{place}");
                }
                let now = tab.shown();
                let is_wrong = |(name, bytes): (&Name, &Vec<u8>)| shown.get(name) != Some(bytes);
                assert!(!now.iter().any(is_wrong), "{place}");
                assert!(undamaged.keys().all(|name| now.contains_key(name)), "{place}");
            }
        }
    }
}
