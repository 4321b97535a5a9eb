//! The truth about changes: the union of every whole block and every whole journal entry in either store,
//! without the charts that were erased.

use std::rc::Rc;

use super::block::{self, Block, Hash, Head};
use super::boot::Boot;
use super::key::Key;
use super::manifest::Manifest;
use super::outcome::Fault;
use super::pieces::{Noted, Piece, Pieces, Sealed};
use super::slip::{Entry, Tombstone, lost_place};
use super::sorted::{SortedMap, SortedSet};
use super::survey::Held;
use crate::domain::id::{ChangeId, ChartId, WriterId};
use crate::domain::order;

/// Longest run of missing blocks or stepped-over places that is listed one by one.
const RUN: u64 = 1_000;

/// A block as it was found, with what it says of itself and the names of its changes.
struct Outline<'a> {
    held: &'a Held,
    block: Block,
    ids: Vec<ChangeId>,
}

/// The blocks of one writer for one chart, by place.
type Chain = SortedMap<u64, Link>;

struct Link {
    key: String,
    before: Hash,
    hash: Hash,
}

/// Changes, and what is wrong with how they are kept.
#[derive(Debug, Default)]
pub(crate) struct Union {
    pub(crate) charts: SortedMap<ChartId, Pieces>,
    pub(crate) tombstones: SortedMap<ChartId, Tombstone>,
    pub(crate) heads: SortedMap<(ChartId, WriterId), Head>,
    /// Journal entries no longer needed, each with the block that holds its change, if any.
    pub(crate) spent: Vec<(String, Option<String>)>,
    /// Journal entries that must not count, to be kept aside.
    pub(crate) refused: Vec<(String, Fault)>,
    /// Tombstones that somebody did not know of who wrote into the chart.
    pub(crate) overruled: Vec<String>,
    /// Records of charts that were erased.
    pub(crate) erased: Vec<String>,
    /// Records that were there and are found nowhere, and chains that do not fit.
    pub(crate) faults: Vec<(String, Fault)>,
    /// Places in the journal that were found.
    pub(crate) places: SortedSet<u64>,
    /// Highest counter seen anywhere.
    pub(crate) counter: u64,
}

/// What was read, before it is put together.
pub(crate) struct Material<'a> {
    /// The value that counts for each key.
    pub(crate) values: Vec<&'a Held>,
    /// Values that lost against another of the same key.
    pub(crate) losers: Vec<&'a Held>,
    /// Keys whose value is damaged in every store that has it.
    pub(crate) damaged: SortedSet<String>,
    /// Keys that IndexedDB has whole.
    pub(crate) received: SortedSet<&'a str>,
    pub(crate) boots: Vec<Boot>,
    pub(crate) manifests: Vec<Manifest>,
    /// The last place that anything knows of.
    pub(crate) last_place: u64,
}

impl Union {
    pub(crate) fn of(material: &Material) -> Self {
        let mut union = Self::default();
        let mut entries = Vec::new();
        let mut chains: SortedMap<(ChartId, WriterId), Chain> = SortedMap::new();
        let mut others: Vec<(ChartId, Head)> = Vec::new();
        for held in &material.values {
            let envelope = &held.envelope;
            match held.key {
                Key::Tombstone(chart) => {
                    if let Some(tombstone) = Tombstone::read(&envelope.payload) {
                        union.counter = union.counter.max(tombstone.counter);
                        union.tombstones.or_insert_with(chart, || tombstone);
                    }
                }
                Key::Journal { epoch, seq, .. } => {
                    if let Some(entry) = Entry::read(&envelope.payload) {
                        union.counter = union.counter.max(entry.id.counter);
                        entries.push((epoch, seq, *held, entry));
                    }
                }
                _ => {}
            }
        }
        let blocks = read_blocks(&material.values);
        union.overrule(&entries, &blocks, &material.received);
        for Outline { held, block, ids } in &blocks {
            let key = &held.envelope.key;
            let Block { chart, writer, n, .. } = *block;
            union.counter = ids.iter().map(|id| id.counter).fold(union.counter, u64::max);
            if union.tombstones.contains_key(&chart) {
                union.erased.push(key.clone());
                continue;
            }
            let payload = Rc::clone(&held.envelope.payload);
            let link = Link { key: key.clone(), before: block.before, hash: block::hash(&payload) };
            chains.or_default((chart, writer)).or_insert_with(n, || link);
            others.extend(block.others.iter().map(|head| (chart, *head)));
            let sealed = Rc::new(Sealed::new(key.clone(), held.envelope.rank, payload));
            if !union.charts.or_default(chart).follow(ids, &sealed) {
                for id in ids {
                    union.add(chart, *id, Piece::Block(Rc::clone(&sealed)));
                }
            }
        }
        for held in &material.losers {
            let Some(block) = Block::read(&held.envelope.payload) else { continue };
            for (id, bytes) in block.changes {
                if !union.tombstones.contains_key(&block.chart) {
                    let rank = held.envelope.rank;
                    let noted = Noted { rank, key: String::new(), place: 0, bytes };
                    union.add(block.chart, id, Piece::Loose(Rc::new(noted)));
                }
            }
        }
        let unsaid = unsaid_places(&entries);
        let places: SortedSet<u64> = entries.iter().map(|(_, seq, ..)| *seq).collect();
        let begun = |epoch: u64, seq: u64| {
            let epochs = material.boots.iter().flat_map(|boot| &boot.epochs);
            epochs.into_iter().any(|(later, since)| epoch < *later && *since <= seq)
        };
        union.look_for_gaps(material, &entries, &places);
        union.places = places;
        for (epoch, seq, held, entry) in entries {
            let key = held.envelope.key.clone();
            if union.tombstones.contains_key(&entry.chart) {
                union.erased.push(key);
            } else if unsaid.contains(&(epoch, seq)) {
                union.spent.push((key, None));
            } else if let Some(block) = union.block_with(entry.chart, entry.id, &entry.bytes) {
                union.spent.push((key, Some(block)));
            } else if begun(epoch, seq) && !material.received.contains(&*key) {
                union.refused.push((key, Fault::Late));
            } else {
                let rank = held.envelope.rank;
                let noted = Noted { rank, key, place: seq, bytes: entry.bytes };
                union.add(entry.chart, entry.id, Piece::Journal(Rc::new(noted)));
            }
        }
        union.check_chains(material, &chains, &others);
        union
    }

    /// A change made by someone who did not know of the erasure keeps the chart: losing what was said to be
    /// saved is worse than erasing twice. But an erasure that IndexedDB confirmed was said to be done, and a
    /// change that IndexedDB never got was not said to be saved: between those two the erasure holds.
    fn overrule(
        &mut self,
        entries: &[(u64, u64, &Held, Entry)],
        blocks: &[Outline],
        received: &SortedSet<&str>,
    ) {
        if self.tombstones.is_empty() {
            return;
        }
        let journaled = entries.iter().map(|(.., held, entry)| (*held, entry.chart, entry.id));
        let sealed = blocks.iter().flat_map(|Outline { held, block, ids }| {
            ids.iter().map(move |id| (*held, block.chart, *id))
        });
        for (held, chart, id) in journaled.chain(sealed) {
            let envelope = &held.envelope;
            let Some(stone) = self.tombstones.get(&chart) else { continue };
            let key = Key::Tombstone(chart).to_string();
            let is_promised = received.contains(&*envelope.key) || !received.contains(&*key);
            if is_promised && stone.is_unknown_to(id.writer, envelope.rank.epoch) {
                self.tombstones.remove(&chart);
                self.overruled.push(key);
            }
        }
    }

    /// Of two different changes under one id the later counts.
    fn add(&mut self, chart: ChartId, id: ChangeId, piece: Piece) {
        let pieces = self.charts.or_default(chart);
        let Some(there) = pieces.get(id) else { return pieces.put(id, piece) };
        if there.bytes(id) == piece.bytes(id) {
            if let Piece::Journal(noted) = piece {
                self.spent.push((noted.key.clone(), None));
            }
            return;
        }
        let is_later = there.rank() < piece.rank();
        let loser = if is_later {
            pieces.put(id, piece);
            there
        } else {
            piece
        };
        match loser {
            Piece::Journal(noted) => self.refused.push((noted.key.clone(), Fault::Conflict)),
            Piece::Block(sealed) => self.faults.push((sealed.key.clone(), Fault::Conflict)),
            Piece::Loose(_) => {}
        }
    }

    fn block_with(&self, chart: ChartId, id: ChangeId, bytes: &[u8]) -> Option<String> {
        match self.charts.get(&chart)?.get(id)? {
            Piece::Block(sealed) if sealed.change(id) == Some(bytes) => Some(sealed.key.clone()),
            _ => None,
        }
    }

    /// Every entry names the one before, and every record the last there was when it was written; one that is
    /// neither there nor accounted for is missing.
    fn look_for_gaps(
        &mut self,
        material: &Material,
        entries: &[(u64, u64, &Held, Entry)],
        places: &SortedSet<u64>,
    ) {
        let sealed =
            material.manifests.iter().map(|manifest| manifest.sealed).max().unwrap_or_default();
        let erased: SortedSet<u64> =
            self.tombstones.values().flat_map(|stone| stone.places.iter().copied()).collect();
        let damaged: SortedSet<u64> =
            material.damaged.iter().filter_map(|key| place_of(key)).collect();
        let accounted = material
            .manifests
            .iter()
            .flat_map(|manifest| manifest.accounted.iter().copied())
            .collect();
        let mut missing = SortedSet::new();
        let befores = entries.iter().map(|(_, seq, _, entry)| seq.saturating_sub(entry.back));
        for before in befores.chain([material.last_place]) {
            let is_known =
                [places, &erased, &damaged, &accounted].iter().any(|known| known.contains(&before))
                    || before <= sealed;
            if !is_known {
                missing.insert(before);
            }
        }
        self.faults.extend(missing.iter().map(|place| (lost_place(*place), Fault::Missing)));
    }

    fn check_chains(
        &mut self,
        material: &Material,
        chains: &SortedMap<(ChartId, WriterId), Chain>,
        others: &[(ChartId, Head)],
    ) {
        let manifests = material.manifests.iter().flat_map(|manifest| &manifest.chains);
        let ends = manifests.map(|chain| {
            let n = chain.blocks.saturating_sub(1);
            (chain.chart, Head { writer: chain.writer, n, hash: chain.last })
        });
        let ends: Vec<(ChartId, Head)> =
            ends.filter(|(chart, _)| !self.tombstones.contains_key(chart)).collect();
        let mut faults: SortedMap<String, Fault> = SortedMap::new();
        for (chart, head) in ends.iter().chain(others) {
            let link = chains.get(&(*chart, head.writer)).and_then(|chain| chain.get(&head.n));
            if let Some(link) = link.filter(|link| link.hash != head.hash) {
                faults.insert(link.key.clone(), Fault::Chain);
            }
        }
        // Only the manifest proves that a block was there: another chain may name one that never was written.
        let mut lengths: SortedMap<(ChartId, WriterId), u64> = SortedMap::new();
        for (chart, head) in ends {
            let length = lengths.or_default((chart, head.writer));
            *length = (*length).max(head.n.saturating_add(1));
        }
        for ((chart, writer), chain) in chains {
            let Some((n, last)) = chain.last() else { continue };
            self.heads.insert((*chart, *writer), Head { writer: *writer, n: *n, hash: last.hash });
            let length = lengths.or_default((*chart, *writer));
            *length = (*length).max(n.saturating_add(1));
            for (n, link) in chain {
                let before =
                    n.checked_sub(1).map(|before| chain.get(&before).map(|link| link.hash));
                let is_fitting =
                    before.unwrap_or(Some(Hash::default())).is_none_or(|hash| hash == link.before);
                if !is_fitting {
                    faults.insert(link.key.clone(), Fault::Chain);
                }
            }
        }
        for ((chart, writer), length) in lengths {
            let chain = chains.get(&(chart, writer));
            let listed =
                length.min(chain.map_or(0, |chain| chain.len() as u64).saturating_add(RUN));
            for n in (0..listed).filter(|n| chain.is_none_or(|chain| !chain.contains_key(n))) {
                let key = Key::Block { chart, writer, n }.to_string();
                if !material.damaged.contains(&key) {
                    faults.insert(key, Fault::Missing);
                }
            }
        }
        self.faults.extend(faults);
    }
}

fn read_blocks<'a>(values: &[&'a Held]) -> Vec<Outline<'a>> {
    let blocks = values.iter().filter(|held| matches!(held.key, Key::Block { .. }));
    let read = blocks.filter_map(|held| {
        let (block, ids) = Block::outline(&held.envelope.payload)?;
        Some(Outline { held, block, ids })
    });
    // A block that stands under the name of another is none.
    let is_named = |Outline { held, block, .. }: &Outline| {
        held.key == Key::Block { chart: block.chart, writer: block.writer, n: block.n }
    };
    let mut blocks: Vec<Outline> = read.filter(is_named).collect();
    // Under their keys the tenth stands before the second.
    order::sort_by_key(&mut blocks, |Outline { block, .. }| (block.chart, block.writer, block.n));
    blocks
}

/// Places of which the person was told "not saved": a later entry of the same epoch steps over them.
fn unsaid_places(entries: &[(u64, u64, &Held, Entry)]) -> SortedSet<(u64, u64)> {
    let steps = entries.iter().filter(|(.., entry)| (2..RUN).contains(&entry.back));
    steps
        .flat_map(|(epoch, seq, _, entry)| {
            let after = seq.saturating_sub(entry.back).saturating_add(1);
            (after..*seq).map(|place| (*epoch, place))
        })
        .collect()
}

fn place_of(key: &str) -> Option<u64> {
    match key.parse() {
        Ok(Key::Journal { seq, .. }) => Some(seq),
        _ => None,
    }
}
