//! One tablet: two simulated stores, one or two tabs, a clock, and the model of what was promised.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crc32c::{CRC_32_ISCSI, Crc};
use foothold::domain::id::{ChangeId, ChartId, WriterId};
use foothold::storage::StoredChart;
use foothold::storage::chance::Chance;
use foothold::storage::engine::Engine;
use foothold::storage::log::Log;
use foothold::storage::moment::Moment;
use foothold::storage::opening::{Opening, Setup, Want};
use foothold::storage::outcome::{Emptied, Outcome, Remedy, Stores};
use foothold::storage::receipt::{FENCE, ReceiptError, ReceiptImage, known_epoch};
use foothold::storage::sign::{Mode, SaveError, Sign, Why};
use foothold::storage::sim::{
    Disk, LogFaults, Purpose, ReceiptFaults, Records, SimLog, SimReceipt,
};

use super::model::{Model, Name, index};

/// Version of the changes written here.
pub(crate) const SCHEMA: u32 = 1;

/// What was done to the stores while they were closed, so that it is known what may be expected of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Before {
    pub(crate) log: Option<Records>,
    pub(crate) receipt: Option<Records>,
}

/// One tablet.
pub(crate) struct World {
    pub(crate) disk: Rc<RefCell<Disk>>,
    pub(crate) receipt: SimReceipt,
    pub(crate) chance: Chance,
    /// Real time, and what the clock says.
    pub(crate) real: Moment,
    pub(crate) clock: Moment,
    pub(crate) engine: Option<Engine>,
    pub(crate) process: u32,
    pub(crate) model: Model,
    pub(crate) charts: Vec<ChartId>,
    pub(crate) opening: Option<Opening>,
    /// IndexedDB was harmed and has not been healed since.
    pub(crate) is_harmed: bool,
    /// A tab that was no longer the writer has left something in the log.
    pub(crate) has_late: bool,
    /// This opening could not read something in the log, and left it for the next one.
    pub(crate) has_unread: bool,
    /// Something was lost while a store could not be seen, and places in the journal were given out twice
    /// since: then a loss may go unnoticed until both stores have been seen whole.
    pub(crate) is_split: bool,
    /// The log has just been put back to an earlier moment.
    pub(crate) is_log_old: bool,
    /// Nothing worse than a kill has happened: then nothing may be called lost.
    pub(crate) is_innocent: bool,
}

impl World {
    pub(crate) fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        Self {
            disk: Disk::new(chance.bits()),
            receipt: SimReceipt::new(chance.bits()),
            real: Moment(0),
            clock: Moment(1_000_000_000),
            engine: None,
            process: 0,
            model: Model::default(),
            charts: Vec::new(),
            opening: None,
            is_harmed: false,
            has_late: false,
            has_unread: false,
            is_split: false,
            is_log_old: false,
            is_innocent: true,
            chance,
        }
    }

    pub(crate) fn setup(&mut self, want: Want) -> Setup {
        Setup {
            want,
            writer: WriterId::new(self.chance.bits()),
            chance: self.chance.bits(),
            schema: SCHEMA,
            was_here: false,
            now: self.clock,
        }
    }

    pub(crate) fn pass(&mut self, ms: u64) {
        self.real = self.real.plus(ms);
        self.clock = self.clock.plus(ms);
        self.disk.borrow_mut().advance(ms);
    }

    /// Opens without looking at what comes of it.
    pub(crate) fn open_blindly(&mut self, want: Want) -> Opening {
        self.disk.borrow_mut().look(self.process);
        self.open_unseeing(want)
    }

    /// The same, with the log as this process saw it before.
    pub(crate) fn open_unseeing(&mut self, want: Want) -> Opening {
        let purpose = if matches!(want, Want::Read(_)) { Purpose::Read } else { Purpose::Write };
        tell(|| {
            format!(
                "opening to {want:?}, with {:?} {:?}",
                self.disk.borrow().faults,
                self.receipt.faults
            )
        });
        tell(|| stored("log", self.disk.borrow().records()));
        tell(|| stored("receipt", &self.receipt.records));
        let log = Box::new(SimLog::new(&self.disk, self.process));
        let image = self.receipt.open(purpose, known_epoch(Some(&*log)));
        let setup = self.setup(want);
        let (engine, opening) = Engine::open(Some(log), image, setup);
        tell(|| format!("opened: {engine:?} {:?} {:?}", opening.outcome, opening.notes));
        self.engine = Some(engine);
        self.has_unread = opening.notes.iter().any(|note| note.remedy == Remedy::Left);
        opening
    }

    /// What the engine shows.
    pub(crate) fn shown(&self) -> Vec<StoredChart> {
        self.engine.as_ref().map(Engine::charts).unwrap_or_default()
    }

    /// Opens, and holds the engine to what was promised.
    pub(crate) fn open(&mut self, want: Want, before: &Before) -> Result<(), String> {
        let intact_log = intact(before.log.as_ref(), self.disk.borrow().records());
        let intact_receipt = intact(before.receipt.as_ref(), &self.receipt.records);
        self.is_harmed |= before.receipt.is_some();
        let is_whole = !self.is_harmed;
        let sees_log =
            !self.disk.borrow().faults.no_access && self.disk.borrow().faults.unreadable.is_none();
        let sees_receipt = self.receipt.faults.no_opening.is_none();
        let were_bare =
            |records: &Records| !records.keys().any(|key| key.starts_with("fh1.") && key != FENCE);
        // A log from before the first receipt, and nothing else: nobody can know that there was more.
        let is_log_old = std::mem::take(&mut self.is_log_old);
        let is_bare = were_bare(&self.receipt.records)
            && (is_log_old || were_bare(self.disk.borrow().records()));
        self.is_split |= !(sees_log && sees_receipt) && (self.is_harmed || is_log_old);
        self.has_late &= matches!(want, Want::Read(_)) || !sees_log;
        let opening = self.open_blindly(want);
        let charts = self.shown();
        self.model.check_values(&charts)?;
        self.is_innocent &=
            before.log.is_none() && before.receipt.is_none() && sees_log && sees_receipt;
        if self.is_innocent && matches!(opening.outcome, Outcome::Partial { .. }) {
            return Err(format!("a false alarm: {:?} {:?}", opening.outcome, opening.notes));
        }
        let there = index(&charts);
        let absent = self.model.absent(&charts);
        let seen = [(sees_log, &intact_log), (sees_receipt, &intact_receipt)].into_iter();
        let texts = seen
            .filter(|(sees, _)| *sees && !absent.is_empty())
            .flat_map(|(_, store)| store.values());
        let ranks: Vec<(u64, u64)> = texts.filter_map(|text| rank(text)).collect();
        // What is whole must be shown, whatever happened to the rest; only worth asking when something is not.
        let expected = if absent.is_empty() {
            BTreeMap::new()
        } else {
            expected(sees_log.then_some(intact_log), sees_receipt.then_some(intact_receipt))
        };
        let epoch = self.engine.as_ref().map(|engine| place(engine).0);
        for name in absent {
            let is_known = self.model.is_known(&name, &ranks, epoch);
            if is_whole && sees_receipt {
                return Err(format!(
                    "{name:?} was saved, IndexedDB is whole, and it is not shown but {:?} ({:?} {:?} {:?})",
                    there.get(&name),
                    opening.outcome,
                    opening.notes,
                    opening.stores
                ));
            }
            if expected.get(&name) == self.model.saved.get(&name) {
                return Err(format!(
                    "{name:?} was saved, a whole record has it, and it is not shown"
                ));
            }
            if (sees_log && sees_receipt) || is_bare {
                if !is_reported(&opening) && !is_bare && !self.is_split && is_known {
                    return Err(format!(
                        "{name:?} was saved, and nobody says that it is lost ({:?})",
                        opening.outcome
                    ));
                }
                if let Some(bytes) = self.model.saved.remove(&name) {
                    self.model.mourned.insert(name, bytes);
                }
            } else if opening.stores == Stores::Both {
                return Err("a store that could not be read is said to be in use".to_owned());
            }
        }
        for chart in self.model.risen(&charts) {
            if is_whole && sees_receipt {
                return Err(format!("{chart} was erased and is shown"));
            }
            self.model.erased.remove(&chart);
        }
        for (name, bytes) in &there {
            if self.model.mourned.get(name) == Some(bytes) {
                self.model.mourned.remove(name);
                self.model.saved.insert(*name, bytes.clone());
            }
        }
        self.charts.retain(|chart| there.keys().any(|(other, _)| other == chart));
        self.opening = Some(opening);
        Ok(())
    }

    /// Appends one change as a screen would: with the next counter, and the same one again after a refusal.
    pub(crate) fn write(&mut self, chart: Option<ChartId>, length: u64) -> Result<(), SaveError> {
        let Some(engine) = &mut self.engine else { return Ok(()) };
        let id = ChangeId::new(engine.writer(), engine.next_counter());
        let chart = chart.unwrap_or(ChartId(id));
        let bytes: Vec<u8> = (0..length).map(|_| self.chance.bits().to_le_bytes()[0]).collect();
        self.model.tried.entry((chart, id)).or_default().push(bytes.clone());
        let answer = engine.append(chart, id, &bytes, self.clock);
        tell(|| format!("write {chart} {id} {:?} {answer:?}", bytes.get(..3)));
        if answer.is_ok() {
            self.model.places.insert((chart, id), place(engine));
            self.model.taken.insert((chart, id), bytes);
            if !self.charts.contains(&chart) {
                self.charts.push(chart);
            }
        }
        answer
    }

    pub(crate) fn erase(&mut self, chart: ChartId) -> Result<(), SaveError> {
        let Some(engine) = &mut self.engine else { return Ok(()) };
        let answer = engine.erase(chart, self.clock);
        tell(|| format!("erase {chart} {answer:?}"));
        if answer.is_ok() {
            self.model.erasing.insert(chart);
            self.model.taken.retain(|(other, _), _| *other != chart);
            self.charts.retain(|other| *other != chart);
        }
        answer
    }

    /// Carries up to `most` batches to IndexedDB and back; then holds the sign to the truth.
    pub(crate) fn carry(&mut self, most: usize) -> Result<(), String> {
        for _ in 0..most {
            let Some(engine) = &mut self.engine else { return Ok(()) };
            let Some(batch) = engine.next_batch(self.clock) else { break };
            let id = batch.id;
            let answer = self.receipt.apply(batch);
            engine.complete(id, answer, self.clock);
        }
        self.notice_healing();
        self.heed_sign()
    }

    /// "Saved" is a promise; it must already be true of IndexedDB alone.
    pub(crate) fn heed_sign(&mut self) -> Result<(), String> {
        let Some(engine) = &self.engine else { return Ok(()) };
        if engine.mode() != Mode::Writer || engine.sign(self.clock) != Sign::Saved {
            return Ok(());
        }
        if self.model.taken.is_empty() && self.model.erasing.is_empty() {
            return Ok(());
        }
        let alone = expected(None, Some(self.receipt.records.clone()));
        let missing =
            self.model.taken.iter().find(|(name, bytes)| alone.get(*name) != Some(*bytes));
        if let Some((name, _)) = missing {
            return Err(format!("the sign says Saved, and IndexedDB does not have {name:?}"));
        }
        self.model.promise();
        Ok(())
    }

    fn notice_healing(&mut self) {
        let is_healed = |engine: &Engine| engine.stores() == Stores::Both && engine.is_settled();
        let is_whole = self.engine.as_ref().is_some_and(is_healed) && !self.has_unread;
        self.is_harmed &= !is_whole;
        self.is_split &= !is_whole;
    }

    /// Lets everything that waits be done, without faults.
    pub(crate) fn calm_down(&mut self) -> Result<(), String> {
        self.disk.borrow_mut().faults = LogFaults::default();
        self.receipt.faults = ReceiptFaults::default();
        for _ in 0..200 {
            self.pass(6_000);
            if let Some(engine) = &mut self.engine {
                engine.tick(self.clock);
                engine.flush();
            }
            self.carry(50)?;
            if self.engine.as_ref().is_none_or(Engine::is_settled) {
                return Ok(());
            }
        }
        Err(format!("never comes to rest: {:?}", self.engine))
    }

    /// After healing, both stores hold the same, and opening again finds nothing to say.
    pub(crate) fn check_rest(&mut self) -> Result<(), String> {
        self.calm_down()?;
        let Some(engine) = &self.engine else { return Ok(()) };
        if engine.mode() != Mode::Writer {
            return Ok(());
        }
        if self.has_late || self.has_unread {
            // Only the next opening looks at it.
            self.model.forget_unsaved();
            return self.open(Want::Write, &Before::default());
        }
        if engine.stores() == Stores::Both {
            let log = comparable(self.disk.borrow().records());
            let receipt = comparable(&self.receipt.records);
            if log != receipt {
                let keys: BTreeSet<&String> = log.keys().chain(receipt.keys()).collect();
                let differing: Vec<_> =
                    keys.into_iter().filter(|key| log.get(*key) != receipt.get(*key)).collect();
                return Err(format!("the stores differ in {differing:?}"));
            }
        }
        let used: usize =
            self.disk.borrow().records().iter().map(|(key, text)| key.len() + text.len()).sum();
        if engine.stores() == Stores::Both && engine.usage().used != used {
            return Err(format!(
                "{} characters are in use, and the engine counts {}",
                used,
                engine.usage().used
            ));
        }
        let charts = index(&engine.charts());
        let is_both = engine.stores() == Stores::Both;
        self.disk.borrow_mut().shut();
        self.model.forget_unsaved();
        self.open(Want::Write, &Before::default())?;
        let opening = self.opening.as_ref().unwrap();
        let shown = index(&self.shown());
        // A store that was not there may bring more, or know that a chart was erased.
        if is_both && shown != charts {
            return Err(differences(&charts, &shown, opening));
        }
        let is_quiet = match opening.outcome {
            Outcome::Clean | Outcome::First => true,
            // What was lost is said until a person confirms it.
            Outcome::Partial { healed: 0, .. } => {
                opening.notes.iter().all(|note| matches!(note.remedy, Remedy::Lost | Remedy::Left))
            }
            Outcome::Emptied { side: Emptied::Both, healed: 0 } => true,
            _ => false,
        };
        if is_quiet || !is_both {
            Ok(())
        } else {
            Err(format!("opening again is not quiet: {:?} {:?}", opening.outcome, opening.notes))
        }
    }
}

/// The engine's epoch and place, as it says them itself.
fn place(engine: &Engine) -> (u64, u64) {
    let told = format!("{engine:?}");
    let after = |word: &str| told.split_once(word)?.1.split([',', ' ']).next()?.parse().ok();
    after("epoch ").zip(after("place ")).unwrap()
}

/// Epoch and place of a value that is whole.
fn rank(text: &str) -> Option<(u64, u64)> {
    let (body, checksum) = text.split_at_checked(text.len().checked_sub(8)?)?;
    let whole = Crc::<u32>::new(&CRC_32_ISCSI).checksum(body.as_bytes());
    let mut numbers = body.split('|').skip(4).map(|field| field.parse().ok());
    (u32::from_str_radix(checksum, 16) == Ok(whole)).then_some((numbers.next()??, numbers.next()??))
}

/// Says something on a replay with `FOOTHOLD_TRACE`.
pub(crate) fn tell(what: impl FnOnce() -> String) {
    if std::env::var_os("FOOTHOLD_TRACE").is_some() {
        eprintln!("  {}", what());
    }
}

/// Every key with its ranks: version, epoch, place.
fn stored(name: &str, records: &Records) -> String {
    let rank = |text: &str| text.split('|').skip(3).take(3).collect::<Vec<_>>().join(" ");
    let told = records.iter().map(|(key, text)| format!("{key} ({})", rank(text)));
    format!("{name:8}{}", told.collect::<Vec<_>>().join(", "))
}

/// Whether an opening owns up to a loss.
fn is_reported(opening: &Opening) -> bool {
    matches!(
        opening.outcome,
        Outcome::Partial { .. } | Outcome::Emptied { .. } | Outcome::MemoryOnly
    )
}

/// What is still as it was before harm was done, wherever it stands now, under the key it had.
fn intact(before: Option<&Records>, now: &Records) -> Records {
    let Some(before) = before else { return now.clone() };
    let texts: BTreeSet<&String> = now.values().collect();
    before
        .iter()
        .filter(|(_, text)| texts.contains(text))
        .map(|(key, text)| (key.clone(), text.clone()))
        .collect()
}

/// What an opening that changes nothing shows of these records.
pub(crate) fn expected(log: Option<Records>, receipt: Option<Records>) -> BTreeMap<Name, Vec<u8>> {
    let disk = Disk::new(0);
    let log = log.map(|records| {
        disk.borrow_mut().replace(records);
        Box::new(SimLog::new(&disk, 0)) as Box<dyn Log>
    });
    let image = receipt.ok_or(ReceiptError::Gone);
    let image =
        image.map(|records| ReceiptImage { records: records.into_iter().collect(), epoch: None });
    let setup = Setup {
        want: Want::Read(Why::OtherTab),
        writer: WriterId::new(1),
        chance: 1,
        schema: SCHEMA,
        was_here: false,
        now: Moment(0),
    };
    index(&Engine::open(log, image, setup).0.charts())
}

/// What both stores must agree on.
pub(crate) fn comparable(records: &Records) -> Records {
    let is_local = |key: &str| key.starts_with("fh1.s.") || key == "fh1.ballast" || key == FENCE;
    // What lost its own key and the beginning of its form too cannot be told from another program's value:
    // it is left where it is, in the one store.
    let is_form = |text: &str| {
        let number = text.split_once('|').and_then(|(form, _)| form.strip_prefix('F'));
        number.is_some_and(|number| number.parse::<u32>().is_ok_and(|n| n.to_string() == number))
    };
    let ours = records
        .iter()
        .filter(|(key, text)| key.starts_with("fh1.") && is_form(text) && !is_local(key));
    ours.map(|(key, text)| (key.clone(), text.clone())).collect()
}

fn differences(
    before: &BTreeMap<Name, Vec<u8>>,
    after: &BTreeMap<Name, Vec<u8>>,
    opening: &Opening,
) -> String {
    let names: BTreeSet<&Name> = before.keys().chain(after.keys()).collect();
    let differing = names.into_iter().filter(|name| before.get(*name) != after.get(*name)).take(5);
    let told = differing
        .map(|name| format!("{}/{} {:?} {:?}", name.0, name.1, before.get(name), after.get(name)));
    let told: Vec<String> = told.collect();
    format!(
        "opening again shows something else: {told:?} {:?} {:?}",
        opening.outcome, opening.notes
    )
}
