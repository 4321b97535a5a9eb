//! The manifest proves absence: it says which blocks there must be, and up to where the journal was sealed.

use super::block::Hash;
use super::wire::{Eye, Pen};
use crate::domain::id::{ChartId, WriterId};

const FORM: u8 = 1;

/// One chain as it stood: so many blocks, the last with this hash. Through the chain of hashes this is a
/// digest of every block in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ChainEnd {
    pub(crate) chart: ChartId,
    pub(crate) writer: WriterId,
    /// Number of blocks, at least 1.
    pub(crate) blocks: u64,
    pub(crate) last: Hash,
}

/// What must be there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// Counts the manifests written.
    pub(crate) generation: u64,
    /// Every change up to this place in the journal is in a block.
    pub(crate) sealed: u64,
    /// Places after that of which nothing is owed either: erased, kept aside, or in a block already.
    pub(crate) accounted: Vec<u64>,
    /// Highest counter ever given out here.
    pub(crate) counter: u64,
    pub(crate) chains: Vec<ChainEnd>,
    pub(crate) tombstones: Vec<ChartId>,
    /// Records known to be lost; a person has been told and confirmed it.
    pub(crate) lost: Vec<String>,
    /// Records found missing, not confirmed by a person yet.
    pub(crate) owed: Vec<String>,
}

impl Manifest {
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut pen = Pen::default();
        pen.byte(FORM).number(self.generation).number(self.sealed).number(self.counter);
        pen.count(self.accounted.len());
        for place in &self.accounted {
            pen.number(*place);
        }
        pen.count(self.chains.len());
        for chain in &self.chains {
            pen.chart(chain.chart).writer(chain.writer).number(chain.blocks).raw(&chain.last);
        }
        pen.count(self.tombstones.len());
        for chart in &self.tombstones {
            pen.chart(*chart);
        }
        for keys in [&self.lost, &self.owed] {
            pen.count(keys.len());
            for key in keys {
                pen.bytes(key.as_bytes());
            }
        }
        pen.0
    }

    pub(crate) fn read(payload: &[u8]) -> Option<Self> {
        let mut eye = Eye(payload);
        if eye.byte()? != FORM {
            return None;
        }
        let mut manifest = Self {
            generation: eye.number()?,
            sealed: eye.number()?,
            counter: eye.number()?,
            ..Self::default()
        };
        for _ in 0..eye.count()? {
            manifest.accounted.push(eye.number()?);
        }
        for _ in 0..eye.count()? {
            manifest.chains.push(ChainEnd {
                chart: eye.chart()?,
                writer: eye.writer()?,
                blocks: eye.number()?,
                last: eye.array()?,
            });
        }
        for _ in 0..eye.count()? {
            manifest.tombstones.push(eye.chart()?);
        }
        for keys in [&mut manifest.lost, &mut manifest.owed] {
            for _ in 0..eye.count()? {
                keys.push(eye.text()?.to_owned());
            }
        }
        Some(manifest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ChangeId;

    #[test]
    fn a_manifest_reads_back() {
        let writer = WriterId::new(1);
        let chart = ChartId(ChangeId::new(writer, 1));
        let manifest = Manifest {
            generation: 2,
            sealed: 300,
            accounted: vec![302, 305],
            counter: 301,
            chains: vec![ChainEnd { chart, writer, blocks: 5, last: [3; 32] }],
            tombstones: vec![chart],
            lost: vec!["fh1.j.*.2.*".to_owned()],
            owed: vec!["fh1.j.*.3.*".to_owned(), "fh1.j.*.4.*".to_owned()],
        };
        assert_eq!(Manifest::read(&manifest.write()), Some(manifest));
    }
}
