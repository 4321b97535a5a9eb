//! One flipped bit: every key of either store, at a hundred places of its value.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use foothold::domain::id::{ChangeId, ChartId, WriterId};
use foothold::storage::engine::Engine;
use foothold::storage::moment::Moment;
use foothold::storage::opening::{Opening, Setup, Want};
use foothold::storage::outcome::{Note, Outcome, Remedy, Side};
use foothold::storage::receipt::{ReceiptError, known_epoch};
use foothold::storage::sim::{Disk, Purpose, Records, SimLog, SimReceipt};

use crate::history::model::{Name, index};
use crate::history::world::comparable;

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

/// Both stores while no tab is open; `None` for one that is not there.
#[derive(Clone, Default)]
struct Closed {
    log: Option<Records>,
    receipt: Option<Records>,
}

/// A tab, with the stores behind it.
struct Tab {
    disk: Rc<RefCell<Disk>>,
    receipt: Option<SimReceipt>,
    engine: Engine,
    opening: Opening,
    clock: Moment,
}

impl Closed {
    fn open(&self) -> Tab {
        let disk = Disk::new(0);
        let log = self.log.as_ref().map(|records| {
            disk.borrow_mut().replace(records.clone());
            Box::new(SimLog::new(&disk, 0)) as _
        });
        let mut receipt = self.receipt.as_ref().map(|records| {
            let mut receipt = SimReceipt::new(0);
            receipt.records.clone_from(records);
            receipt
        });
        let image = match &mut receipt {
            Some(receipt) => receipt.open(Purpose::Write, known_epoch(log.as_deref())),
            None => Err(ReceiptError::Gone),
        };
        let setup = Setup {
            want: Want::Write,
            writer: WriterId::new(0xfe),
            chance: 9,
            schema: 1,
            was_here: false,
            now: Moment(0),
        };
        let (engine, opening) = Engine::open(log, image, setup);
        Tab { disk, receipt, engine, opening, clock: Moment(0) }
    }

    fn side(&mut self, side: Side) -> &mut Records {
        let records = if side == Side::Log { &mut self.log } else { &mut self.receipt };
        records.as_mut().unwrap()
    }

    /// Every key of every store with its value.
    fn values(&self) -> Vec<(Side, String, String)> {
        let of = |side, records: &Option<Records>| {
            let pairs = records.clone().unwrap_or_default().into_iter();
            pairs.map(move |(key, text)| (side, key, text)).collect::<Vec<_>>()
        };
        [of(Side::Log, &self.log), of(Side::Receipt, &self.receipt)].concat()
    }
}

impl Tab {
    fn write(&mut self, chart: Option<ChartId>) -> ChartId {
        let id = ChangeId::new(self.engine.writer(), self.engine.next_counter());
        let chart = chart.unwrap_or(ChartId(id));
        let bytes = format!("the words of {id}");
        self.engine.append(chart, id, bytes.as_bytes(), self.clock).unwrap();
        chart
    }

    /// Lets everything that waits be done.
    fn rest(&mut self) {
        while !self.engine.is_settled() {
            self.clock = self.clock.plus(6_000);
            assert!(self.clock < Moment(6_000_000), "never comes to rest");
            self.engine.tick(self.clock);
            while let (Some(receipt), Some(batch)) =
                (&mut self.receipt, self.engine.next_batch(self.clock))
            {
                let id = batch.id;
                self.engine.complete(id, receipt.apply(batch), self.clock);
            }
        }
    }

    fn close(mut self) -> Closed {
        self.rest();
        Closed {
            log: Some(self.disk.borrow().records().clone()),
            receipt: self.receipt.map(|receipt| receipt.records),
        }
    }

    fn shown(&self) -> BTreeMap<Name, Vec<u8>> {
        index(&self.opening.charts)
    }
}

/// Records of every kind in both stores.
fn every_kind() -> Closed {
    let empty = Closed { log: Some(Records::new()), receipt: Some(Records::new()) };
    let mut tab = empty.open();
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
    assert!(tab.engine.keep_snapshot(chart, 70, b"a snapshot"));
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
            let is_right = snapshot.as_ref().is_none_or(|(_, bytes)| bytes == b"a snapshot");
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
