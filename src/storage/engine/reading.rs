//! Everything an opening reads and concludes before it writes a single byte.

use crate::storage::sorted::SortedSet;

use super::Engine;
use crate::storage::boot::{Boot, Mirror};
use crate::storage::envelope::FORMAT;
use crate::storage::found::Found;
use crate::storage::key::{FENCE, Key};
use crate::storage::manifest::Manifest;
use crate::storage::opening::{Setup, Want};
use crate::storage::outcome::{Emptied, Fault, Outcome, Remedy, Side, Stores};
use crate::storage::receipt::{ReceiptError, ReceiptImage};
use crate::storage::slip::{Aside, Draft, lost_place};
use crate::storage::survey::{Shelf, Survey};
use crate::storage::union::Union;

/// What the two stores held, and what it means.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) log: Option<Shelf>,
    pub(super) receipt: Option<Shelf>,
    pub(super) found: Found,
    pub(super) union: Union,
    /// The newest boot header.
    pub(super) boot: Option<Boot>,
    /// The newest manifest, with what all of them agree to be sealed or lost.
    pub(super) manifest: Manifest,
    /// Format or schema number of the newest thing that is too new to be written to.
    pub(super) newer: Option<u32>,
    /// Records that are missing, not yet confirmed by a person.
    pub(super) owed: SortedSet<String>,
    /// Drafts that were given up, as every store knows by now.
    pub(super) given_up: Vec<String>,
    emptied: Option<Emptied>,
}

impl Reading {
    pub(super) fn new(
        Survey(log): Survey,
        image: Result<ReceiptImage, ReceiptError>,
        setup: &Setup,
    ) -> Self {
        let receipt = image.ok().map(|image| Shelf::of_receipt(image.records, log.as_ref()));
        let found = Found::of(log.as_ref(), receipt.as_ref());
        let union = Union::of(&found.material(receipt.as_ref()));
        let mut reading = Self {
            boot: found.boots().into_iter().max_by_key(|boot| boot.generation),
            manifest: merge(found.manifests()),
            log,
            receipt,
            found,
            union,
            newer: None,
            owed: SortedSet::new(),
            given_up: Vec::new(),
            emptied: None,
        };
        reading.look_for_newer(setup.schema);
        reading.part_with_refused();
        reading.list_given_up();
        reading.look_for_emptied(setup);
        reading.note_losses(setup.want);
        reading
    }

    /// Whether a change may exist that this opening does not see: then the old writer's counters may be
    /// taken, and a new writer must be drawn.
    pub(super) fn is_uncertain(&self) -> bool {
        let is_bad = |remedy: Remedy| matches!(remedy, Remedy::Aside | Remedy::Left | Remedy::Lost);
        self.log.is_none()
            || self.mirror() != Mirror::Seen
            || self.emptied.is_some()
            || self.found.notes.iter().any(|note| is_bad(note.remedy))
    }

    pub(super) fn mirror(&self) -> Mirror {
        match &self.receipt {
            None => Mirror::None,
            Some(found) if found.units.keys().any(|key| is_record(key)) => Mirror::Seen,
            Some(_) => Mirror::Begun,
        }
    }

    pub(super) fn is_log_bare(&self) -> bool {
        self.log.as_ref().is_none_or(Shelf::is_bare)
    }

    /// Whether the manifest says something else than there is.
    pub(super) fn is_manifest_old(&self, engine: &Engine) -> bool {
        let is_listed = |(chart, writer): &(_, _), n: u64, hash| {
            let mut chains = self.manifest.chains.iter();
            chains.any(|chain| {
                (chain.chart, chain.writer, chain.last) == (*chart, *writer, hash)
                    && chain.blocks == n + 1
            })
        };
        let n_standing = self
            .manifest
            .chains
            .iter()
            .filter(|chain| !engine.tombstones.contains(&chain.chart))
            .count();
        let rebuilt = |key: &String| key.starts_with("fh1.m.");
        n_standing != engine.heads.len()
            || !engine.heads.iter().all(|(key, head)| is_listed(key, head.n, head.hash))
            || !engine.tombstones.iter().all(|chart| self.manifest.tombstones.contains(chart))
            || engine.owed.iter().ne(self.manifest.owed.iter().collect::<SortedSet<_>>())
            || self.found.worthless.iter().any(|(_, key)| rebuilt(key))
    }

    /// How it went, worst thing first.
    pub(super) fn outcome(&self, stores: Stores) -> Outcome {
        let count = |remedies: &[Remedy]| {
            self.found.notes.iter().filter(|note| remedies.contains(&note.remedy)).count()
        };
        let healed = count(&[Remedy::Healed, Remedy::Rebuilt]);
        let aside = count(&[Remedy::Aside, Remedy::Left]);
        if let Some(format) = self.newer {
            Outcome::Newer { format }
        } else if let (Stores::MemoryOnly, None, None) = (stores, &self.log, &self.receipt) {
            Outcome::MemoryOnly
        } else if let Some(side) = self.emptied {
            let n_content = || self.found.values.keys().filter(|key| is_content(key)).count();
            Outcome::Emptied {
                side,
                healed: healed + if side == Emptied::Both { 0 } else { n_content() },
            }
        } else if 0 < aside || !self.owed.is_empty() {
            Outcome::Partial { aside, missing: self.owed.len(), healed }
        } else if 0 < healed {
            Outcome::Healed { n: healed }
        } else if self.boot.is_none() && self.found.values.is_empty() {
            Outcome::First
        } else {
            Outcome::Clean
        }
    }

    /// Places in the journal of which nothing is owed, whatever becomes of their entries.
    pub(super) fn accounted(&self) -> SortedSet<u64> {
        let spent = self.union.spent.iter().map(|(key, _)| key);
        let refused = self.union.refused.iter().map(|(key, _)| key);
        let aside = self.found.aside.iter().map(|aside| &aside.key);
        let keys = spent.chain(refused).chain(&self.union.erased).chain(aside);
        let places = keys.filter_map(|key| match key.parse() {
            Ok(Key::Journal { seq, .. }) => Some(seq),
            _ => None,
        });
        places.chain(self.manifest.accounted.iter().copied()).collect()
    }

    fn look_for_newer(&mut self, schema: u32) {
        let shelves = [&self.log, &self.receipt];
        let values = shelves.into_iter().flatten().filter_map(|shelf| shelf.newer);
        let boots = self.found.boots();
        let headers = boots.iter().filter_map(|boot| match boot {
            boot if FORMAT < boot.format => Some(boot.format),
            boot if schema < boot.schema => Some(boot.schema),
            _ => None,
        });
        self.newer = values.chain(headers).max();
    }

    /// Journal entries that must not count are kept aside; spent and erased ones are not records any more.
    fn part_with_refused(&mut self) {
        for (key, fault) in &self.union.refused {
            if let Some(held) = self.found.values.remove(key) {
                let aside = Aside {
                    side: Side::Log,
                    fault: *fault,
                    key: key.clone(),
                    text: held.text.to_string(),
                };
                self.found.aside.push(aside);
                self.found.note(Side::Log, key, *fault, Remedy::Aside);
            }
        }
        for (key, _) in &self.union.spent {
            self.found.values.remove(key);
        }
        for key in &self.union.erased {
            self.found.values.remove(key);
        }
        for key in &self.union.overruled {
            self.found.values.remove(key);
            self.found.note(Side::Log, key, Fault::Conflict, Remedy::Healed);
        }
    }

    /// A draft that was given up is remembered until every store has been seen to know.
    fn list_given_up(&mut self) {
        let is_mirrored = self.boot.as_ref().is_some_and(|boot| Mirror::None < boot.mirror);
        if self.log.is_none() || (self.receipt.is_none() && is_mirrored) {
            return;
        }
        let shelves = [&self.log, &self.receipt];
        let given_up = self.found.values.iter().filter(|(key, held)| {
            let is_old =
                |shelf: &&Shelf| shelf.good.get(*key).is_some_and(|there| there.text != held.text);
            key.starts_with("fh1.d.")
                && Draft::read(&held.envelope.payload) == Some(Draft(None))
                && !shelves.into_iter().flatten().any(|shelf| is_old(&shelf))
        });
        self.given_up = given_up.map(|(key, _)| key.clone()).collect();
        for key in &self.given_up {
            self.found.values.remove(key);
        }
    }

    fn look_for_emptied(&mut self, setup: &Setup) {
        let is_bare = |shelf: &Shelf| {
            shelf.strays.is_empty() && !shelf.units.keys().any(|key| is_record(key))
        };
        let is_here = |shelf: &Option<Shelf>| shelf.as_ref().is_some_and(|shelf| !is_bare(shelf));
        let is_empty = |shelf: &Option<Shelf>| shelf.as_ref().is_some_and(is_bare);
        let was_mirrored = self.boot.as_ref().is_some_and(|boot| boot.mirror == Mirror::Seen);
        let had_changes = self.boot.as_ref().is_some_and(|boot| 0 < boot.kept);
        let has_nothing = self.union.charts.is_empty() && self.union.tombstones.is_empty();
        let has_sign = setup.was_here || 1 < self.found.epoch;
        self.emptied = if had_changes && has_nothing && self.found.aside.is_empty() {
            Some(Emptied::Both)
        } else if is_empty(&self.log) && is_here(&self.receipt) {
            Some(Emptied::Log)
        } else if is_here(&self.log) && is_empty(&self.receipt) && was_mirrored {
            Some(Emptied::Receipt)
        } else if !is_here(&self.log) && !is_here(&self.receipt) && has_sign {
            Some(Emptied::Both)
        } else {
            None
        };
    }

    fn note_losses(&mut self, want: Want) {
        let last_epoch =
            self.boot.as_ref().and_then(|boot| boot.epochs.last()).map_or(0, |(epoch, _)| *epoch);
        if let Some(shelf) =
            self.log.as_ref().filter(|_| self.emptied.is_none() && want != Want::TakeOver)
        {
            self.found.note_losses(Side::Log, shelf, last_epoch);
        }
        let was_mirrored = self.boot.as_ref().is_some_and(|boot| boot.mirror == Mirror::Seen);
        if let Some(shelf) =
            self.receipt.as_ref().filter(|_| self.emptied.is_none() && was_mirrored)
        {
            self.found.note_losses(Side::Receipt, shelf, last_epoch);
        }
        let known: SortedSet<&String> = self.manifest.lost.iter().collect();
        let faults = self.union.faults.iter().cloned();
        let still_owed = self.manifest.owed.iter().filter(|key| self.is_missing(key));
        let owed = faults.chain(still_owed.map(|key| (key.clone(), Fault::Missing)));
        let owed: Vec<(String, Fault)> = owed.filter(|(key, _)| !known.contains(key)).collect();
        for (key, fault) in owed {
            if self.owed.insert(key.clone()) {
                self.found.note(Side::Log, &key, fault, Remedy::Lost);
            }
        }
    }

    fn is_missing(&self, key: &str) -> bool {
        let is_found = self.found.values.contains_key(key)
            || self.union.places.iter().any(|place| lost_place(*place) == key)
            || self.found.aside.iter().any(|aside| aside.loss() == key);
        let is_erased = match key.parse() {
            Ok(Key::Block { chart, .. }) => self.union.tombstones.contains_key(&chart),
            _ => false,
        };
        !is_found && !is_erased
    }
}

/// One manifest out of all that verify: the newest, and everything any of them knows to be sealed or lost.
fn merge(manifests: Vec<Manifest>) -> Manifest {
    let mut merged =
        manifests.iter().max_by_key(|manifest| manifest.generation).cloned().unwrap_or_default();
    for manifest in manifests {
        merged.sealed = merged.sealed.max(manifest.sealed);
        merged.accounted.extend(manifest.accounted);
        merged.counter = merged.counter.max(manifest.counter);
        merged.lost.extend(manifest.lost);
        merged.owed.extend(manifest.owed);
    }
    merged
}

fn is_record(key: &str) -> bool {
    key.parse::<Key>().is_ok_and(|parsed| parsed.is_mirrored()) && key != FENCE
}

fn is_content(key: &str) -> bool {
    key.parse::<Key>().is_ok_and(|key| key.is_content())
}
