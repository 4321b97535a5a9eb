//! A block: up to 64 changes of one chart, sealed for good, with the hash of the block before.
//!
//! Each writer has its own chain for each chart. The first block of a chain names the heads of the other
//! chains it found, so that chains hold each other.

use sha2::{Digest, Sha256};

use super::Changes;
use super::wire::{Eye, Pen};
use crate::domain::id::{ChartId, WriterId};

/// Most changes in a block.
pub(crate) const CHANGES: usize = 64;

/// Most bytes of changes in a block; also the most one change may have.
pub(crate) const BYTES: usize = 64 * 1024;

/// SHA-256 of a block.
pub(crate) type Hash = [u8; 32];

const FORM: u8 = 1;

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
        pen.byte(FORM).chart(self.chart).writer(self.writer).number(self.n).raw(&self.before);
        pen.count(self.others.len());
        for head in &self.others {
            pen.writer(head.writer).number(head.n).raw(&head.hash);
        }
        pen.count(self.changes.len());
        for (id, bytes) in &self.changes {
            pen.change(*id).bytes(bytes);
        }
        pen.0
    }

    pub(crate) fn read(payload: &[u8]) -> Option<Self> {
        let mut eye = Eye(payload);
        if eye.byte()? != FORM {
            return None;
        }
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
        for _ in 0..eye.count()? {
            block.changes.push((eye.change()?, eye.bytes()?.to_vec()));
        }
        eye.is_empty().then_some(block)
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
}
