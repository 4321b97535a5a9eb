//! A `localStorage` that refuses, fills up, lies, forgets, tears, and shows another tab's writes late.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::Records;
use crate::storage::chance::Chance;
use crate::storage::log::{Log, LogError};
use crate::storage::moment::Moment;

/// Longest time a write may not be on disk yet, in milliseconds.
const LAG: u64 = 600_000;

/// What the log does wrong from now on. The default is nothing.
#[derive(Clone, Debug, Default)]
pub struct LogFaults {
    /// Every call throws.
    pub no_access: bool,
    /// Reading this key throws.
    pub unreadable: Option<String>,
    /// UTF-16 units that fit; `None` for no limit.
    pub quota: Option<usize>,
    /// Percent of writes that throw, and that say yes and are lost.
    pub refuses: u64,
    /// Percent of writes that say yes and are lost.
    pub lies: u64,
    /// The one call that fails, counted from 1 at [`Disk::count_from_here`].
    pub nth: Option<u64>,
    /// What the failing call does: throw, or, if it is to write or remove, say yes and do nothing.
    pub nth_lies: bool,
}

/// What is on disk, what is on its way there, and what each process sees.
#[derive(Debug)]
pub struct Disk {
    /// What a crash cannot take.
    durable: Records,
    /// Writes since, with their moments.
    recent: Vec<(Moment, String, Option<String>)>,
    /// What every process would see if it looked.
    shared: Records,
    /// What each process sees.
    views: BTreeMap<u32, Records>,
    /// What goes wrong.
    pub faults: LogFaults,
    chance: Chance,
    clock: Moment,
    calls: u64,
}

impl Disk {
    /// An empty disk whose misdeeds follow from `seed`.
    pub fn new(seed: u64) -> Rc<RefCell<Self>> {
        Rc::new(RefCell::new(Self {
            durable: Records::new(),
            recent: Vec::new(),
            shared: Records::new(),
            views: BTreeMap::new(),
            faults: LogFaults::default(),
            chance: Chance::new(seed),
            clock: Moment::default(),
            calls: 0,
        }))
    }

    /// What there is now, as a process that looks would see it.
    pub fn records(&self) -> &Records {
        &self.shared
    }

    /// Puts other contents in place, durable at once: what happened while every tab was closed.
    pub fn replace(&mut self, records: Records) {
        self.durable.clone_from(&records);
        self.shared = records;
        self.recent.clear();
        self.views.clear();
    }

    /// Real time goes on; writes older than ten minutes are on disk.
    pub fn advance(&mut self, ms: u64) {
        self.clock = self.clock.plus(ms);
        while self.recent.first().is_some_and(|(at, ..)| LAG < self.clock.since(*at)) {
            let (_, key, text) = self.recent.remove(0);
            put(&mut self.durable, key, text);
        }
    }

    /// The last tab closes in peace: everything is on disk.
    pub fn shut(&mut self) {
        let now = self.shared.clone();
        self.replace(now);
    }

    /// The power goes: the disk is as it was at some moment of the last ten minutes, and of each key changed
    /// later either the newest text is kept or the old one, if `torn`.
    pub fn crash(&mut self, torn: Torn) {
        let lag = self.chance.below(LAG);
        let lag = if self.chance.happens(50) { lag / 100 } else { lag };
        let mut records = std::mem::take(&mut self.durable);
        let mut late: BTreeMap<String, Option<String>> = BTreeMap::new();
        for (at, key, text) in std::mem::take(&mut self.recent) {
            if lag <= self.clock.since(at) {
                put(&mut records, key, text);
            } else {
                late.insert(key, text);
            }
        }
        for (key, text) in late {
            if torn == Torn::AnySubset && self.chance.happens(50) {
                put(&mut records, key, text);
            }
        }
        self.replace(records);
    }

    /// This process looks at the disk anew.
    pub fn look(&mut self, process: u32) {
        self.views.insert(process, self.shared.clone());
    }

    /// Counts calls from here, for [`LogFaults::nth`].
    pub fn count_from_here(&mut self) {
        self.calls = 0;
    }

    /// Calls since [`count_from_here`](Self::count_from_here).
    pub fn calls(&self) -> u64 {
        self.calls
    }

    fn call(&mut self) -> Result<(), LogError> {
        self.calls += 1;
        let is_thrown = self.is_nth() && !self.faults.nth_lies;
        if self.faults.no_access || is_thrown { Err(LogError::Refused) } else { Ok(()) }
    }

    fn is_nth(&self) -> bool {
        self.faults.nth == Some(self.calls)
    }

    fn view(&mut self, process: u32) -> &mut Records {
        self.views.entry(process).or_insert_with(|| self.shared.clone())
    }

    fn write(&mut self, process: u32, key: &str, text: Option<&str>) {
        let text = text.map(str::to_owned);
        put(self.view(process), key.to_owned(), text.clone());
        put(&mut self.shared, key.to_owned(), text.clone());
        self.recent.push((self.clock, key.to_owned(), text));
    }

    fn set(&mut self, process: u32, key: &str, text: &str) -> Result<(), LogError> {
        self.call()?;
        if self.chance.happens(self.faults.refuses) {
            return Err(if self.chance.happens(50) { LogError::Full } else { LogError::Refused });
        }
        if let Some(quota) = self.faults.quota {
            let others = self.shared.iter().filter(|(other, _)| *other != key);
            let used: usize = others.map(|(key, text)| key.len() + text.len()).sum();
            if quota < used + key.len() + text.len() {
                return Err(LogError::Full);
            }
        }
        // A call that throws did not come this far.
        if self.is_nth() || self.chance.happens(self.faults.lies) {
            return Ok(());
        }
        self.write(process, key, Some(text));
        Ok(())
    }
}

/// Whether keys written last may part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Torn {
    /// The disk is as it was at one moment, as was always seen.
    OneMoment,
    /// Any subset of the later writes is kept.
    AnySubset,
}

fn put(records: &mut Records, key: String, text: Option<String>) {
    match text {
        Some(text) => records.insert(key, text),
        None => records.remove(&key),
    };
}

/// One process's `localStorage`.
#[derive(Clone, Debug)]
pub struct SimLog {
    disk: Rc<RefCell<Disk>>,
    process: u32,
}

impl SimLog {
    /// The log as this process sees it: what others wrote since it first looked may not show.
    pub fn new(disk: &Rc<RefCell<Disk>>, process: u32) -> Self {
        Self { disk: Rc::clone(disk), process }
    }
}

impl Log for SimLog {
    fn keys(&self) -> Result<Vec<String>, LogError> {
        let mut disk = self.disk.borrow_mut();
        disk.call()?;
        Ok(disk.view(self.process).keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, LogError> {
        let mut disk = self.disk.borrow_mut();
        disk.call()?;
        if disk.faults.unreadable.as_deref() == Some(key) {
            return Err(LogError::Refused);
        }
        Ok(disk.view(self.process).get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), LogError> {
        self.disk.borrow_mut().set(self.process, key, text)
    }

    fn remove(&self, key: &str) -> Result<(), LogError> {
        let mut disk = self.disk.borrow_mut();
        disk.call()?;
        if !disk.is_nth() {
            disk.write(self.process, key, None);
        }
        Ok(())
    }
}
