//! A block: up to 64 changes of one chart, sealed for good, with the hash of the block before.
//!
//! Each writer has its own chain for each chart. The first block of a chain names the heads of the other
//! chains it found, so that chains hold each other.

use sha2::{Digest, Sha256};

use super::wire::{Eye, Pen};
use super::{Changes, columns};
use crate::domain::id::{ChangeId, ChartId, WriterId};

/// Most changes in a block.
pub(crate) const CHANGES: usize = 64;

/// Most bytes of changes in a block; also the most one change may have.
pub(crate) const BYTES: usize = 64 * 1024;

/// SHA-256 of a block.
pub(crate) type Hash = [u8; 32];

/// How the changes stand: one after the other as they are, until November 2026, or in columns.
const PLAIN: u8 = 1;
const COLUMNS: u8 = 2;

/// The newest block of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) writer: WriterId,
    /// Place in the chain, from 0.
    pub(crate) n: u64,
    pub(crate) hash: Hash,
}

/// A block, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) chart: ChartId,
    /// Who sealed it; the changes in it may be others'.
    pub(crate) writer: WriterId,
    /// Place in the chain, from 0.
    pub(crate) n: u64,
    /// Hash of the block before; zeros for the first.
    pub(crate) before: Hash,
    /// Heads of the other chains of this chart, in the first block of a chain.
    pub(crate) others: Vec<Head>,
    pub(crate) changes: Changes,
}

impl Block {
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut pen = Pen::default();
        pen.byte(COLUMNS).chart(self.chart).writer(self.writer).number(self.n).raw(&self.before);
        pen.count(self.others.len());
        for head in &self.others {
            pen.writer(head.writer).number(head.n).raw(&head.hash);
        }
        columns::write(&mut pen, &self.changes);
        pen.0
    }

    pub(crate) fn read(payload: &[u8]) -> Option<Self> {
        let (mut block, ids, rest) = Self::begin(payload)?;
        if let Some(rest) = rest {
            block.changes = columns::read(rest, &ids)?;
        }
        Some(block)
    }

    /// Reads all but the changes, of which only the names; cheap enough for every block there is.
    pub(crate) fn outline(payload: &[u8]) -> Option<(Self, Vec<ChangeId>)> {
        Self::begin(payload).map(|(block, ids, _)| (block, ids))
    }

    /// What stands before the changes, their names, and where their columns begin.
    fn begin(payload: &[u8]) -> Option<(Self, Vec<ChangeId>, Option<Eye<'_>>)> {
        let mut eye = Eye(payload);
        let form = eye.byte()?;
        let mut block = Self {
            chart: eye.chart()?,
            writer: eye.writer()?,
            n: eye.number()?,
            before: eye.array()?,
            others: Vec::new(),
            changes: Vec::new(),
        };
        for _ in 0..eye.count()? {
            block.others.push(Head { writer: eye.writer()?, n: eye.number()?, hash: eye.array()? });
        }
        match form {
            PLAIN => {
                for _ in 0..eye.count()? {
                    block.changes.push((eye.change()?, eye.bytes()?.to_vec()));
                }
                let ids = block.changes.iter().map(|(id, _)| *id).collect();
                eye.is_empty().then_some((block, ids, None))
            }
            COLUMNS => {
                let ids = columns::ids(&mut eye)?;
                Some((block, ids, Some(eye)))
            }
            _ => None,
        }
    }
}

/// SHA-256 of a block's payload.
pub(crate) fn hash(payload: &[u8]) -> Hash {
    Sha256::digest(payload).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ChangeId;

    #[test]
    fn a_block_reads_back_and_a_cut_one_does_not() {
        let writer = WriterId::new(1);
        let block = Block {
            chart: ChartId(ChangeId::new(writer, 1)),
            writer,
            n: 1,
            before: [7; 32],
            others: vec![Head { writer: WriterId::new(2), n: 4, hash: [9; 32] }],
            changes: vec![
                (ChangeId::new(writer, 2), b"a".to_vec()),
                (ChangeId::new(WriterId::new(2), 3), vec![]),
            ],
        };
        let payload = block.write();
        assert_eq!(Block::read(&payload), Some(block));
        for at in 0..payload.len() {
            assert_eq!(Block::read(&payload[..at]), None);
        }
    }

    #[test]
    fn a_block_of_the_first_days_still_reads() {
        let writer = WriterId::new(1);
        let mut pen = Pen::default();
        pen.byte(PLAIN).chart(ChartId(ChangeId::new(writer, 1))).writer(writer).number(0);
        pen.raw(&[7; 32]).count(0).count(2);
        for (counter, bytes) in [(2, &b"a"[..]), (3, b"words")] {
            pen.change(ChangeId::new(writer, counter)).bytes(bytes);
        }
        let block = Block::read(&pen.0).unwrap();
        let ids = [2, 3].map(|counter| ChangeId::new(writer, counter)).to_vec();
        assert_eq!(block.changes[1], (ids[1], b"words".to_vec()));
        assert_eq!(Block::outline(&pen.0).unwrap().1, ids);
        assert_eq!(Block::outline(&block.write()).unwrap().1, ids);
    }
}
