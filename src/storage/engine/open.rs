//! Opening: read both stores, put the truth together, heal the worse store, and say how it went.

use crate::storage::sorted::SortedMap;
use std::rc::Rc;

use super::drafts::Allowance;
use super::reading::Reading;
use super::steps::Act;
use super::{Engine, Loose, Unsealed};
use crate::domain::order;
use crate::storage::boot::Boot;
use crate::storage::chance::Chance;
use crate::storage::envelope::{self, FORMAT};
use crate::storage::key::{Key, Slot};
use crate::storage::log::Log;
use crate::storage::log_side::LogSide;
use crate::storage::opening::{Opening, Setup, Want};
use crate::storage::outcome::{Remedy, Side};
use crate::storage::pieces::{Piece, Pieces};
use crate::storage::receipt::{ReceiptError, ReceiptImage};
use crate::storage::receipt_side::ReceiptSide;
use crate::storage::sign::{Mode, Why};
use crate::storage::survey::{Shelf, Survey};
use crate::storage::union::Union;

/// Epochs or places left free at least by an opening that cannot see what the other store knows.
const BLIND: u64 = 0x1_0000;

impl Engine {
    /// Opens the stores: `None` or an error for one that the browser refuses.
    ///
    /// Nothing is written unless this tab wants to write and no newer version has been here.
    pub fn open(
        log: Option<Box<dyn Log>>,
        image: Result<ReceiptImage, ReceiptError>,
        setup: Setup,
    ) -> (Self, Opening) {
        let survey = Survey::of(log.as_deref());
        Self::open_surveyed(log, survey, image, setup)
    }

    /// As [`open`](Self::open), with a log that was read while the other store was on its way. Only for a tab that
    /// no other can have written beside: what is written into the log after the survey is not seen.
    pub fn open_surveyed(
        log: Option<Box<dyn Log>>,
        survey: Survey,
        image: Result<ReceiptImage, ReceiptError>,
        setup: Setup,
    ) -> (Self, Opening) {
        let raised = image.as_ref().ok().and_then(|image| image.epoch);
        let mut reading = Reading::new(survey, image, &setup);
        let mode = match (reading.newer, setup.want) {
            (Some(_), _) => Mode::ReadOnly(Why::Newer),
            (None, Want::Read(why)) => Mode::ReadOnly(why),
            (None, Want::Write | Want::TakeOver) => Mode::Writer,
        };
        let log = log.filter(|_| reading.log.is_some());
        let mut engine = Self::from_reading(log, &mut reading, &setup, mode, raised);
        let loose = engine.take_charts(&mut reading.union);
        if mode == Mode::Writer {
            engine.settle_in(&reading);
            for (chart, id, bytes) in loose {
                // After a refusal it stands where it was, and the next opening tries again.
                if engine.try_append(chart, id, &bytes, setup.now).is_err() {
                    engine.loose.push((chart, id, bytes));
                }
            }
        } else {
            engine.loose = loose;
            engine.step_back(if let Mode::ReadOnly(why) = mode { why } else { Why::Newer });
            // What another copy has whole is shown whole; mending it is the writer's.
            reading
                .found
                .notes
                .retain(|note| !matches!(note.remedy, Remedy::Healed | Remedy::Rebuilt));
            for note in reading.found.notes.iter_mut().filter(|note| note.remedy == Remedy::Aside) {
                note.remedy = Remedy::Left;
            }
        }
        let opening = Opening {
            outcome: reading.outcome(engine.stores()),
            notes: reading.found.notes,
            charts: engine.chart_ids(),
            stores: engine.stores(),
            drafts: engine.drafts(),
            next_counter: engine.next_counter(),
            writer: engine.writer,
            mode,
        };
        (engine, opening)
    }

    fn from_reading(
        log: Option<Box<dyn Log>>,
        reading: &mut Reading,
        setup: &Setup,
        mode: Mode,
        raised: Option<u64>,
    ) -> Self {
        let mut chance = Chance::new(setup.chance);
        let units =
            reading.log.as_mut().map(|shelf| std::mem::take(&mut shelf.units)).unwrap_or_default();
        let old = reading.boot.clone().unwrap_or_default();
        let writer = match old.writer {
            Some(writer) if setup.want != Want::TakeOver && !reading.is_uncertain() => writer,
            _ => setup.writer,
        };
        // A store that is not seen may know of epochs, or of places in the journal, that this opening cannot:
        // leave room for them. A place that is given out twice would hide the loss of either change.
        let mut spare = |is_seen: bool| {
            if is_seen || mode != Mode::Writer { 0 } else { BLIND + chance.below(BLIND) }
        };
        let known = raised.unwrap_or_default().max(reading.found.epoch + 1);
        let epoch = known + spare(reading.receipt.is_some());
        let place = reading.found.seq + spare(reading.log.is_some());
        let counter = reading.union.counter.max(old.counter).max(reading.manifest.counter);
        let kept: usize = reading.union.charts.values().map(Pieces::len).sum();
        let mut epochs = old.epochs;
        // A session that does not see the log cannot say that what it finds there later came too late.
        if reading.log.is_some() {
            epochs.push((epoch, reading.found.seq + 1));
        }
        let boot = Boot {
            format: FORMAT,
            schema: setup.schema,
            install: if reading.boot.is_some() { old.install } else { chance.bits() },
            writer: Some(writer),
            generation: old.generation + 1,
            counter,
            kept: kept as u64,
            mirror: old.mirror.max(reading.mirror()),
            epochs,
        };
        let values =
            reading.found.values.iter().map(|(key, held)| (key.clone(), Rc::clone(&held.text)));
        Self {
            log: LogSide::new(log, units),
            receipt: reading
                .receipt
                .as_ref()
                .map_or_else(ReceiptSide::default, |_| ReceiptSide::in_use()),
            mode,
            boot,
            writer,
            epoch,
            place,
            taken: reading.found.seq,
            ver: 0,
            chance,
            values: values.collect(),
            charts: SortedMap::new(),
            covers: reading.log.as_ref().map(Shelf::covers).unwrap_or_default(),
            tombstones: reading.union.tombstones.keys().copied().collect(),
            heads: reading.union.heads.clone(),
            tail: Vec::new(),
            loose: Vec::new(),
            sealed: reading.manifest.sealed,
            accounted: reading.accounted(),
            generation: reading.manifest.generation,
            counter,
            lost: reading.manifest.lost.iter().cloned().collect(),
            owed: reading.owed.clone(),
            steps: Vec::new(),
            pending: SortedMap::new(),
            refusal: None,
            last_change: setup.now,
            allowance: Allowance::new(setup.now),
        }
    }

    /// Takes the changes over. What only a lost block held is given back apart: it must be written anew.
    fn take_charts(&mut self, union: &mut Union) -> Vec<Loose> {
        let mut loose = Vec::new();
        for (chart, pieces) in std::mem::take(&mut union.charts) {
            let ids = pieces.ids();
            for (id, piece) in pieces.singles() {
                match piece {
                    Piece::Block(_) => {}
                    Piece::Journal(noted) => {
                        let (key, place, bytes) =
                            (noted.key.clone(), noted.place, noted.bytes.clone());
                        self.tail.push(Unsealed { key, place, chart, id: *id, bytes });
                    }
                    Piece::Loose(noted) => loose.push((chart, *id, noted.bytes.clone())),
                }
            }
            if !ids.is_empty() {
                self.charts.insert(chart, ids);
            }
        }
        order::sort_by_key(&mut self.tail, |unsealed| unsealed.place);
        loose
    }

    /// Writes the boot header, which also shows whether the log can be written at all, then heals.
    fn settle_in(&mut self, reading: &Reading) {
        let key = Key::Boot(Slot::of(self.boot.generation)).to_string();
        let text = envelope::seal(&key, self.next_rank(), &self.boot.write());
        match self.log.put(&key, &text) {
            Ok(()) => {}
            Err(Why::Full) if !reading.is_log_bare() => self.log.wait(&key, Some(Rc::clone(&text))),
            Err(_) => self.log.let_go(),
        }
        self.receipt.put(&key, &text);
        self.values.insert(key, text);
        self.heal(reading);
        self.set_aside(reading);
        self.clear_away(reading);
        if reading.is_manifest_old(self) {
            let is_waiting = |key: &String| self.log.waits(key) || self.receipt.waits(key);
            let needs = self.values.keys().filter(|key| is_waiting(key)).cloned().collect();
            self.plan(needs, Act::Flip { spent: Vec::new() });
        }
        self.flush();
    }

    /// Brings each store to what counts, wherever it has something else or nothing.
    fn heal(&mut self, reading: &Reading) {
        for (key, text) in &self.values {
            let differs = |shelf: &Shelf| !shelf.has(key, text);
            if reading.log.as_ref().is_some_and(differs) {
                self.log.wait(key, Some(Rc::clone(text)));
            }
            if reading.receipt.as_ref().is_some_and(differs) {
                self.receipt.put(key, text);
                // "Saved" must be true of everything, not only of what is written from here on.
                if key.parse::<Key>().is_ok_and(|key| key.is_content()) {
                    self.pending.insert(key.clone(), self.last_change);
                }
            }
        }
    }

    fn set_aside(&mut self, reading: &Reading) {
        let mut copies: SortedMap<&String, Vec<String>> = SortedMap::new();
        for aside in &reading.found.aside {
            let copy = self.put_aside(aside);
            copies.or_default(&aside.key).push(copy);
        }
        for (key, copies) in copies {
            // What the log would not show now may be whole there: it stays until an opening has seen it.
            if !reading.log.as_ref().is_some_and(|shelf| shelf.is_unread(key)) {
                self.plan(copies, Act::Delete { keys: vec![key.clone()] });
            }
        }
    }

    fn clear_away(&mut self, reading: &Reading) {
        for (side, key) in
            reading.found.worthless.iter().filter(|(_, key)| !self.values.contains_key(key))
        {
            match side {
                Side::Log => self.log.wait(key, None),
                Side::Receipt => self.receipt.delete(key),
            }
        }
        for (key, own) in &reading.found.strays {
            self.plan(vec![own.clone()], Act::Delete { keys: vec![key.clone()] });
        }
        self.give_up_entries(reading);
        self.plan(Vec::new(), Act::Delete { keys: reading.given_up.clone() });
        self.plan(Vec::new(), Act::Delete { keys: reading.union.overruled.clone() });
    }

    /// Journal entries that a block or a tombstone stands for go once the manifest accounts for them: else
    /// they would be missed.
    fn give_up_entries(&mut self, reading: &Reading) {
        let spent = reading.union.spent.iter().map(|(key, _)| key);
        let keys: Vec<String> = spent.chain(&reading.union.erased).cloned().collect();
        let blocks = reading.union.spent.iter().filter_map(|(_, block)| block.clone());
        let stones = self.tombstones.iter().map(|chart| Key::Tombstone(*chart).to_string());
        let manifests = self.values.keys().filter(|key| key.starts_with("fh1.m.")).cloned();
        let needs = blocks.chain(stones).chain(manifests).collect();
        let known = &reading.manifest;
        let is_known = |place: &u64| *place <= known.sealed || known.accounted.contains(place);
        if keys.is_empty() {
            return;
        }
        if self.accounted.iter().all(is_known) {
            self.plan(needs, Act::Delete { keys });
        } else {
            self.plan(needs, Act::Flip { spent: keys });
        }
    }
}
