//! One store as it was found: what is whole, what is in the wrong place, what is damaged.

use crate::storage::sorted::{SortedMap, SortedSet};
use std::rc::Rc;

use super::envelope::{self, Damage, Envelope};
use super::key::{BALLAST, Key, PREFIX};
use super::log::Log;
use super::log_side::is_ballast;
use super::outcome::Fault;
use crate::domain::id::ChartId;
use crate::domain::order;

/// A whole value with its key, taken apart, and its text.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) key: Key,
    pub(crate) envelope: Envelope,
    pub(crate) text: Rc<str>,
}

/// A value that cannot be used.
#[derive(Clone, Debug)]
pub(crate) struct Bad {
    pub(crate) key: String,
    /// `None` when the browser threw.
    pub(crate) text: Option<String>,
    pub(crate) fault: Fault,
}

/// One store, read and checked; nothing in it was touched.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf {
    /// Whole values by the key they belong under.
    pub(crate) good: SortedMap<String, Rc<Held>>,
    /// Keys under which a whole value of another key was found, with that other key.
    pub(crate) strays: Vec<(String, String)>,
    /// Keys whose value stands under a stray key only.
    displaced: SortedSet<String>,
    pub(crate) bad: Vec<Bad>,
    /// Format of the newest value that is newer than this build.
    pub(crate) newer: Option<u32>,
    /// Every key of the store, foreign ones too, with the UTF-16 units of key and value.
    pub(crate) units: SortedMap<String, usize>,
}

/// The log as it was found; nothing in it where the browser does not give it out.
#[derive(Debug)]
pub struct Survey(pub(crate) Option<Shelf>);

impl Survey {
    /// Reads and checks all there is.
    pub fn of(log: Option<&dyn Log>) -> Self {
        Self(log.and_then(Shelf::of_log))
    }
}

impl Shelf {
    /// Reads the whole log; `None` when the browser does not let us.
    pub(crate) fn of_log(log: &dyn Log) -> Option<Self> {
        let mut shelf = Self::default();
        let mut misplaced = Vec::new();
        let mut n_ours = 0;
        let mut n_unreadable = 0;
        let mut entries = log.entries().ok()?;
        // In no order in most browsers; the maps below take keys in order.
        order::sort_by(&mut entries, |one, other| one.0.cmp(&other.0));
        for (key, text) in entries {
            let is_ours = key.starts_with(PREFIX);
            n_ours += usize::from(is_ours);
            match text {
                Ok(Some(text)) => {
                    shelf.units.insert(key.clone(), units(&key) + units(&text));
                    shelf.place(key, text, None, &mut misplaced);
                }
                Err(_) if is_ours => {
                    n_unreadable += 1;
                    shelf.bad.push(Bad { key, text: None, fault: Fault::Unreadable });
                }
                // Foreign, or gone between listing and reading by another tab's doing.
                Ok(None) | Err(_) => {}
            }
        }
        if 0 < n_ours && n_ours == n_unreadable {
            return None;
        }
        shelf.put_back(misplaced);
        Some(shelf)
    }

    /// Checks what IndexedDB held. A text equal to the log's need not be checked twice.
    pub(crate) fn of_receipt(records: Vec<(String, String)>, log: Option<&Self>) -> Self {
        let mut shelf = Self::default();
        let mut misplaced = Vec::new();
        for (key, text) in records {
            shelf.units.insert(key.clone(), key.len() + text.len());
            let same = log.and_then(|log| log.good.get(&key)).filter(|held| *held.text == *text);
            shelf.place(key, text, same, &mut misplaced);
        }
        shelf.put_back(misplaced);
        shelf
    }

    /// What was kept of charts for the list.
    pub(crate) fn covers(&self) -> SortedMap<ChartId, Rc<[u8]>> {
        let covers = self.good.values().filter_map(|held| match held.key {
            Key::Snapshot(chart) => Some((chart, Rc::clone(&held.envelope.payload))),
            _ => None,
        });
        covers.collect()
    }

    /// Whether there is no key of ours at all.
    pub(crate) fn is_bare(&self) -> bool {
        !self.units.keys().any(|key| key.starts_with(PREFIX)) && self.strays.is_empty()
    }

    pub(crate) fn is_bad(&self, key: &str) -> bool {
        self.bad.iter().any(|bad| bad.key == key)
    }

    /// Whether the browser threw when this key was read.
    pub(crate) fn is_unread(&self, key: &str) -> bool {
        self.bad.iter().any(|bad| bad.key == key && bad.fault == Fault::Unreadable)
    }

    fn place(
        &mut self,
        key: String,
        text: String,
        same: Option<&Rc<Held>>,
        misplaced: &mut Vec<(String, Rc<Held>)>,
    ) {
        if let Some(held) = same {
            self.good.insert(key, Rc::clone(held));
            return;
        }
        let is_ours = key.starts_with(PREFIX);
        if is_ours && is_ballast(&text) {
            if key != BALLAST {
                self.bad.push(Bad { key, text: None, fault: Fault::Misplaced });
            }
            return;
        }
        match envelope::open(&text) {
            // A whole value of a kind this build does not know is left as it is.
            Ok(envelope) => {
                let Ok(own) = envelope.key.parse::<Key>() else { return };
                let is_here = envelope.key == key;
                let held = Rc::new(Held { key: own, envelope, text: text.into() });
                if is_here {
                    self.good.insert(key, held);
                } else {
                    misplaced.push((key, held));
                }
            }
            Err(Damage::Newer(format)) if is_ours => self.newer = self.newer.max(Some(format)),
            Err(damage)
                if is_ours
                    && (key.parse::<Key>().is_ok() || envelope::format_of(&text).is_some()) =>
            {
                let fault = if damage == Damage::Checksum { Fault::Checksum } else { Fault::Shape };
                self.bad.push(Bad { key, text: Some(text), fault });
            }
            // Another program's: left as it is.
            Err(_) => {}
        }
    }

    /// Counts a whole value under a wrong key as its own key's, unless that key has a later one.
    fn put_back(&mut self, misplaced: Vec<(String, Rc<Held>)>) {
        for (key, held) in misplaced {
            let own = held.envelope.key.clone();
            self.strays.push((key, own.clone()));
            if self.good.get(&own).is_none_or(|there| there.envelope.rank < held.envelope.rank) {
                self.displaced.insert(own.clone());
                self.good.insert(own, held);
            }
        }
    }

    /// Whether this text stands under this key here.
    pub(crate) fn has(&self, key: &str, text: &Rc<str>) -> bool {
        let is_same = |held: &Rc<Held>| Rc::ptr_eq(&held.text, text) || held.text == *text;
        !self.displaced.contains(key) && self.good.get(key).is_some_and(is_same)
    }
}

/// UTF-16 units of a text; ours are ASCII, where they are bytes.
fn units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}
