//! The backup: the only thing that survives the browser. What is in one, and what can be wrong with one.

pub mod due;
mod file;

use crate::storage::sorted::SortedMap;

use chrono::{Datelike, Timelike};

use super::StoredChart;
use super::block::{self, Block, Hash};
use super::key::Key;
use super::outcome::Fault;
use crate::domain::id::{ChangeId, ChartId, WriterId};

/// Largest file that is looked at, in bytes (32 MiB).
pub const LIMIT: usize = 32 * 1024 * 1024;

/// Why a backup could not be read, or not be brought in. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// Too large to be looked at.
    #[error("a backup is at most {limit} bytes, this file has {found}")]
    TooLarge {
        /// Bytes of the file.
        found: usize,
        /// Most bytes a backup may have.
        limit: usize,
    },
    /// Another program's file.
    #[error("not a backup of this app")]
    Foreign,
    /// Update the app.
    #[error("written by a newer version of the app (format {format})")]
    Newer {
        /// Format number in the file.
        format: u32,
    },
    /// The end is missing.
    #[error("cut off at byte {at}")]
    Truncated {
        /// Bytes there are.
        at: usize,
    },
    /// A part was changed.
    #[error("damaged in part {part}, which begins at byte {at}")]
    Damaged {
        /// Which part, from 1; 0 is the header line or the trailer.
        part: u32,
        /// Where the part begins, in bytes.
        at: usize,
    },
    /// Whole, but there is no room for it here, or this tab may not write.
    #[error("it could not be saved here: {0}")]
    Save(#[from] super::sign::SaveError),
}

/// What a restore brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Charts in the file.
    pub charts: usize,
    /// Changes that were not here before.
    pub new: usize,
    /// Changes that were already here.
    pub already: usize,
    /// Charts in the file that were erased here and stay so.
    pub erased: Vec<ChartId>,
    /// The writer from now on: drawn anew.
    pub writer: WriterId,
    /// The next counter to give out.
    pub next_counter: u64,
    /// Every chart the file touched, whole.
    pub changed: Vec<StoredChart>,
}

/// The name a backup made at this local date and minute is offered under. Holds no person's name.
pub fn file_name(created: chrono::NaiveDateTime) -> String {
    // Written out, since the formatting language of chrono is a lot of code for four numbers.
    format!("foothold-backup-{}.foothold", stamp(created).replace('T', "-").replace(':', ""))
}

/// Local date and minute, as in `2026-11-22T14:30`.
fn stamp(created: chrono::NaiveDateTime) -> String {
    let (date, time) = (created.date(), created.time());
    let (year, month, day) = (date.year(), date.month(), date.day());
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}", time.hour(), time.minute())
}

/// Blocks as they are kept, by chain and place, and changes in no block yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// Local date and minute it was made, as the header says.
    pub created: String,
    pub(crate) blocks: SortedMap<(ChartId, WriterId, u64), Vec<u8>>,
    pub(crate) loose: Vec<(ChartId, ChangeId, Vec<u8>)>,
}

impl Backup {
    /// Every chart in the file, by id, with its changes in order.
    pub fn charts(&self) -> Vec<StoredChart> {
        let mut charts: SortedMap<ChartId, SortedMap<ChangeId, Vec<u8>>> = SortedMap::new();
        for (chart, id, bytes) in self.changes() {
            charts.or_default(chart).insert(id, bytes);
        }
        let stored = |(id, changes): (_, SortedMap<_, _>)| StoredChart {
            id,
            changes: changes.into_iter().collect(),
        };
        charts.into_iter().map(stored).collect()
    }

    /// Blocks that are missing, or do not fit the block before.
    pub fn faults(&self) -> Vec<(String, Fault)> {
        let mut faults = Vec::new();
        let mut before: Option<((ChartId, WriterId), u64, Hash)> = None;
        for ((chart, writer, n), payload) in &self.blocks {
            let key = Key::Block { chart: *chart, writer: *writer, n: *n }.to_string();
            let last = before.filter(|(chain, ..)| *chain == (*chart, *writer));
            let next = last.map_or(0, |(_, n, _)| n + 1);
            let hash = last.map_or(Hash::default(), |(_, _, hash)| hash);
            if *n != next {
                faults.push((
                    Key::Block { chart: *chart, writer: *writer, n: next }.to_string(),
                    Fault::Missing,
                ));
            } else if Block::read(payload).is_some_and(|block| block.before != hash) {
                faults.push((key, Fault::Chain));
            }
            before = Some(((*chart, *writer), *n, block::hash(payload)));
        }
        faults
    }

    /// Blocks in the file.
    pub fn n_blocks(&self) -> usize {
        self.blocks.len()
    }

    fn changes(&self) -> impl Iterator<Item = (ChartId, ChangeId, Vec<u8>)> {
        let blocks = self.blocks.values().filter_map(|payload| Block::read(payload));
        let sealed = blocks.flat_map(|block| {
            let chart = block.chart;
            block.changes.into_iter().map(move |(id, bytes)| (chart, id, bytes))
        });
        sealed.chain(self.loose.iter().cloned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn made() -> chrono::NaiveDateTime {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        day.and_hms_opt(14, 30, 59).unwrap()
    }

    pub(super) fn sample(bytes: usize) -> Backup {
        let writer = WriterId::new(0xabc);
        let chart = ChartId(ChangeId::new(writer, 1));
        let first = Block {
            chart,
            writer,
            n: 0,
            before: Hash::default(),
            others: Vec::new(),
            changes: vec![(chart.0, vec![7; bytes])],
        };
        let second = Block {
            n: 1,
            before: block::hash(&first.write()),
            changes: vec![(ChangeId::new(writer, 2), b"two".to_vec())],
            ..first.clone()
        };
        Backup {
            created: "2026-11-22T14:30".to_owned(),
            blocks: [((chart, writer, 0), first.write()), ((chart, writer, 1), second.write())]
                .into_iter()
                .collect(),
            loose: vec![(chart, ChangeId::new(writer, 3), b"three".to_vec())],
        }
    }

    #[test]
    fn the_file_name_is_the_local_minute() {
        assert_eq!(file_name(made()), "foothold-backup-2026-11-22-1430.foothold");
    }

    #[test]
    fn a_missing_and_a_foreign_block_are_named() {
        let mut backup = sample(10);
        let key = *backup.blocks.keys().next().unwrap();
        let first = backup.blocks.remove(&key).unwrap();
        assert_eq!(
            backup.faults(),
            [("fh1.b.0000000000000abc-1.0000000000000abc.0".to_owned(), Fault::Missing)]
        );
        let mut other = Block::read(&first).unwrap();
        other.changes.clear();
        backup.blocks.insert(key, other.write());
        assert_eq!(
            backup.faults(),
            [("fh1.b.0000000000000abc-1.0000000000000abc.1".to_owned(), Fault::Chain)]
        );
    }
}
