//! The engine: what is kept, what is on its way, and what may be said about it. No browser, no clock.

mod drafts;
mod erasing;
mod exchange;
mod keepsakes;
mod open;
mod reading;
mod sealing;
mod steps;

use crate::storage::sorted::{SortedMap, SortedSet};
use std::fmt;
use std::rc::Rc;

use self::drafts::Allowance;
use self::steps::Step;
use super::StoredChart;
use super::block::{self, Block, Head};
use super::boot::{Boot, Mirror};
use super::chance::Chance;
use super::envelope::{self, Rank};
use super::key::{Key, Slot};
use super::log_side::LogSide;
use super::moment::Moment;
use super::outcome::Stores;
use super::receipt::{self, Batch, ReceiptError};
use super::receipt_side::ReceiptSide;
use super::sign::{Mode, SaveError, Sign, Why};
use super::slip::Entry;
use super::usage::Usage;
use crate::domain::id::{ChangeId, ChartId, WriterId};
use crate::domain::order;

/// Most bytes a change may have (64 KiB).
pub const CHANGE_BYTES: usize = block::BYTES;

/// Milliseconds after which a change without its receipt is called "not saved yet".
pub const PATIENCE: u64 = 2_000;

/// Milliseconds without a change after which the journal is sealed.
const IDLE: u64 = 30_000;

/// Fewest changes that are worth a block before the journal is full: smaller blocks are mostly envelope.
const IDLE_CHANGES: usize = 16;

/// Milliseconds after which a write that failed is tried again.
const RETRY: u64 = 5_000;

/// A change in the journal that is not in a block yet.
#[derive(Clone, Debug)]
struct Unsealed {
    key: String,
    place: u64,
    chart: ChartId,
    id: ChangeId,
    bytes: Vec<u8>,
}

/// A change that only a block held that lost.
type Loose = (ChartId, ChangeId, Vec<u8>);

/// Keeps changes in both stores. One engine a tab.
pub struct Engine {
    log: LogSide,
    receipt: ReceiptSide,
    mode: Mode,
    boot: Boot,
    writer: WriterId,
    epoch: u64,
    /// Last place in the journal that was given out, and the last that was also taken.
    place: u64,
    taken: u64,
    /// Counts what is replaced in place, so that the later value can be told.
    ver: u64,
    chance: Chance,
    /// The text of every record there should be, in both stores.
    values: SortedMap<String, Rc<str>>,
    charts: SortedMap<ChartId, SortedSet<ChangeId>>,
    /// What charts add up to, as the log had it.
    covers: SortedMap<ChartId, Rc<[u8]>>,
    tombstones: SortedSet<ChartId>,
    heads: SortedMap<(ChartId, WriterId), Head>,
    tail: Vec<Unsealed>,
    /// Shown, though they could not be written anew.
    loose: Vec<Loose>,
    sealed: u64,
    /// Places after `sealed` of which nothing is owed.
    accounted: SortedSet<u64>,
    generation: u64,
    counter: u64,
    /// Losses a person was told of and confirmed, and those not yet confirmed.
    lost: SortedSet<String>,
    owed: SortedSet<String>,
    steps: Vec<Step>,
    /// Changes whose receipt has not come, with the moment they were written.
    pending: SortedMap<String, Moment>,
    refusal: Option<Why>,
    last_change: Moment,
    allowance: Allowance,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { mode, epoch, place, pending, .. } = self;
        write!(f, "Engine {{ {mode:?}, epoch {epoch}, place {place}, {} pending }}", pending.len())
    }
}

impl Engine {
    /// Takes one change: writes it into the log, reads it back, and queues it for its receipt.
    ///
    /// A change that is already kept with the same bytes is fine.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when the change was not taken; it is then in no store and not in memory.
    pub fn append(
        &mut self,
        chart: ChartId,
        id: ChangeId,
        bytes: &[u8],
        now: Moment,
    ) -> Result<(), SaveError> {
        let answer = self.try_append(chart, id, bytes, now);
        self.refusal = answer.err().and_then(SaveError::why);
        if self.is_journal_full() {
            self.seal();
        }
        answer
    }

    fn try_append(
        &mut self,
        chart: ChartId,
        id: ChangeId,
        bytes: &[u8],
        now: Moment,
    ) -> Result<(), SaveError> {
        self.may_write()?;
        if CHANGE_BYTES < bytes.len() {
            return Err(SaveError::TooLarge { found: bytes.len(), limit: CHANGE_BYTES });
        }
        if self.tombstones.contains(&chart) {
            return Err(SaveError::Erased);
        }
        if self.charts.get(&chart).is_some_and(|ids| ids.contains(&id)) {
            let is_same =
                self.chart(chart).changes.iter().any(|(there, kept)| *there == id && kept == bytes);
            return if is_same { Ok(()) } else { Err(SaveError::Taken) };
        }
        // A place is given out once: after a refusal nobody can know what the store really holds there.
        self.place += 1;
        let place = self.place;
        let key =
            Key::Journal { epoch: self.epoch, seq: place, chance: self.chance.half() }.to_string();
        let entry = Entry::write(place - self.taken, chart, id, bytes);
        let text = envelope::seal(&key, Rank { epoch: self.epoch, seq: place, ver: 0 }, &entry);
        if let Err(why) = self.log.put(&key, &text) {
            self.log.remove_or_wait(&key);
            return Err(SaveError::from_why(why));
        }
        self.taken = place;
        self.receipt.put(&key, &text);
        if self.receipt.is_in_use() {
            self.pending.insert(key.clone(), now);
        }
        self.values.insert(key.clone(), text);
        self.charts.or_default(chart).insert(id);
        self.counter = self.counter.max(id.counter);
        self.tail.push(Unsealed { key, place, chart, id, bytes: bytes.to_vec() });
        self.last_change = now;
        Ok(())
    }

    /// What may be said about saving now.
    pub fn sign(&self, now: Moment) -> Sign {
        if let Some(why) = self.refusal {
            return Sign::NotSaved(why);
        }
        if let Mode::ReadOnly(why) = self.mode {
            return if self.pending.is_empty() { Sign::Saved } else { Sign::NotSaved(why) };
        }
        match self.stores() {
            Stores::MemoryOnly => Sign::NotSaved(Why::NoStore),
            Stores::LogOnly => Sign::Unconfirmed,
            Stores::Both | Stores::ReceiptOnly => match self.pending.values().min() {
                None => Sign::Saved,
                Some(_) if self.receipt.error == Some(ReceiptError::Full) => {
                    Sign::NotSaved(Why::Full)
                }
                Some(oldest) if now.since(*oldest) <= PATIENCE => Sign::Saving,
                Some(_) => Sign::NotYet,
            },
        }
    }

    /// Whether this tab may write.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Whose changes this tab makes.
    pub const fn writer(&self) -> WriterId {
        self.writer
    }

    /// The next counter to give out.
    pub const fn next_counter(&self) -> u64 {
        self.counter + 1
    }

    /// Which stores are in use.
    pub const fn stores(&self) -> Stores {
        match (self.log.is_in_use(), self.receipt.is_in_use()) {
            (true, true) => Stores::Both,
            (true, false) => Stores::LogOnly,
            (false, true) => Stores::ReceiptOnly,
            (false, false) => Stores::MemoryOnly,
        }
    }

    /// How full the log is.
    pub fn usage(&self) -> Usage {
        self.log.usage()
    }

    /// Which charts there are.
    pub fn chart_ids(&self) -> Vec<ChartId> {
        let loose = self.loose.iter().map(|(chart, ..)| *chart);
        let ids: SortedSet<ChartId> = self.charts.keys().copied().chain(loose).collect();
        ids.into_iter().collect()
    }

    /// Every chart, by id.
    pub fn charts(&self) -> Vec<StoredChart> {
        self.chart_ids().into_iter().map(|chart| self.chart(chart)).collect()
    }

    /// One chart with its changes in order; empty if there is no such chart.
    pub fn chart(&self, id: ChartId) -> StoredChart {
        let mut blocks: Vec<(Rank, Block)> = self.blocks(id).collect();
        // Of two changes under one id the later counts, as when the stores are opened.
        order::sort_by_key(&mut blocks, |(rank, _)| *rank);
        let mut changes = SortedMap::new();
        for (_, block) in blocks {
            changes.extend(block.changes);
        }
        for unsealed in self.tail.iter().filter(|unsealed| unsealed.chart == id) {
            changes.insert(unsealed.id, unsealed.bytes.clone());
        }
        for (_, change, bytes) in self.loose.iter().filter(|(chart, ..)| *chart == id) {
            changes.or_insert_with(*change, || bytes.clone());
        }
        StoredChart { id, changes: changes.into_iter().collect() }
    }

    /// The next batch for the receipt store, if one is due.
    pub fn next_batch(&mut self, now: Moment) -> Option<Batch> {
        self.receipt.next_batch(now, self.epoch, receipt::write(self.epoch, self.taken))
    }

    /// Takes the answer to a batch.
    pub fn complete(&mut self, id: u64, answer: Result<(), ReceiptError>, now: Moment) {
        for key in self.receipt.complete(id, answer, now) {
            self.pending.remove(&key);
        }
        match answer {
            // From here on an empty IndexedDB is one that was emptied.
            Ok(()) if self.boot.mirror != Mirror::Seen => {
                self.boot.mirror = Mirror::Seen;
                self.write_boot();
            }
            Err(ReceiptError::Fenced) => self.step_back(Why::OtherTab),
            Err(ReceiptError::Gone) => {
                self.receipt.let_go();
                if self.log.is_in_use() {
                    self.pending = SortedMap::new();
                }
            }
            _ => {}
        }
        self.advance();
    }

    /// Becomes read-only for good: not one byte is written from here on.
    pub fn step_back(&mut self, why: Why) {
        self.mode = Mode::ReadOnly(why);
        self.log.let_go();
        self.receipt.let_go();
    }

    /// Does what waits for time to pass: tries again, seals an idle journal, keeps ballast.
    pub fn tick(&mut self, now: Moment) {
        if self.mode != Mode::Writer {
            return;
        }
        self.settle(now);
        if IDLE_CHANGES <= self.tail.len() && IDLE <= now.since(self.last_change) {
            self.seal();
        }
        self.log.take_ballast();
        self.advance();
    }

    /// The moment [`tick`](Self::tick) or the sign has something new to do; `None` when nothing waits.
    pub fn next_wake(&self, now: Moment) -> Option<Moment> {
        let patience =
            self.pending.values().map(|at| at.plus(PATIENCE + 1)).filter(|at| now < *at).min();
        let idle = (IDLE_CHANGES <= self.tail.len()).then(|| self.last_change.plus(IDLE));
        let again = (!self.log.is_settled()).then(|| now.plus(RETRY));
        [patience, idle, again, self.receipt.retry_at()].into_iter().flatten().min()
    }

    /// Writes what waits into the log at once: for a page that is hidden or about to go.
    pub fn flush(&mut self) {
        if self.mode == Mode::Writer {
            self.log.settle(|_| false);
            self.advance();
        }
    }

    /// Whether every store in use has everything.
    pub fn is_settled(&self) -> bool {
        self.log.is_settled()
            && self.receipt.is_settled()
            && self.steps.iter().all(|step| step.is_held(self))
    }

    /// Seals the journal and writes what waits, before the tab goes.
    pub fn close(&mut self) {
        if self.mode == Mode::Writer {
            self.seal();
            self.flush();
        }
    }

    const fn may_write(&self) -> Result<(), SaveError> {
        match self.mode {
            Mode::Writer => Ok(()),
            Mode::ReadOnly(why) => Err(SaveError::ReadOnly(why)),
        }
    }

    fn next_rank(&mut self) -> Rank {
        self.ver += 1;
        Rank { epoch: self.epoch, seq: self.taken, ver: self.ver }
    }

    /// Writes the boot header anew, to the other of its two places.
    fn write_boot(&mut self) {
        self.boot.generation += 1;
        let key = Key::Boot(Slot::of(self.boot.generation)).to_string();
        let text = envelope::seal(&key, self.next_rank(), &self.boot.write());
        self.keep(&key, text);
    }

    /// Puts a record into both stores, now or as soon as they take it.
    fn keep(&mut self, key: &str, text: Rc<str>) {
        self.log.put_or_wait(key, &text);
        self.receipt.put(key, &text);
        self.values.insert(key.to_owned(), text);
    }

    fn payload(&self, key: &str) -> Option<Rc<[u8]>> {
        envelope::open(self.values.get(key)?).ok().map(|whole| whole.payload)
    }

    fn blocks(&self, chart: ChartId) -> impl Iterator<Item = (Rank, Block)> {
        let prefix = format!("fh1.b.{chart}.");
        let keys = self
            .values
            .starting_at(prefix.as_str())
            .take_while(move |(key, _)| key.starts_with(&prefix));
        keys.filter_map(|(_, text)| {
            let whole = envelope::open(text).ok()?;
            Some((whole.rank, Block::read(&whole.payload)?))
        })
    }
}
