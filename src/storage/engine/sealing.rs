//! Turning the journal into blocks.

use std::mem;
use std::rc::Rc;

use super::steps::Act;
use super::{Engine, Unsealed};
use crate::domain::id::ChartId;
use crate::storage::Changes;
use crate::storage::block::{self, BYTES, Block, CHANGES, Hash, Head};
use crate::storage::envelope;
use crate::storage::key::Key;

impl Engine {
    pub(super) fn is_journal_full(&self) -> bool {
        CHANGES <= self.tail.len()
            || BYTES <= self.tail.iter().map(|unsealed| unsealed.bytes.len()).sum()
    }

    /// Seals the whole journal: blocks first, the manifest once they are certain, and only then the journal
    /// entries go.
    pub(super) fn seal(&mut self) {
        if self.tail.is_empty() {
            return;
        }
        let tail = mem::take(&mut self.tail);
        let mut spent = Vec::new();
        let mut charts: Vec<(ChartId, Changes)> = Vec::new();
        for Unsealed { key, chart, id, bytes, .. } in tail {
            self.values.remove(&key);
            spent.push(key);
            match charts.iter_mut().find(|(other, _)| *other == chart) {
                Some((_, changes)) => changes.push((id, bytes)),
                None => charts.push((chart, vec![(id, bytes)])),
            }
        }
        let mut blocks = Vec::new();
        for (chart, changes) in charts {
            for changes in portions(changes) {
                blocks.push(self.chain(chart, changes));
            }
        }
        for (key, text) in &blocks {
            self.keep(key, text.clone());
        }
        self.sealed = self.taken;
        self.plan(blocks.into_iter().map(|(key, _)| key).collect(), Act::Flip { spent });
        self.advance();
    }

    /// The next block of this writer's chain, with its key; the chain goes on from it.
    pub(super) fn chain(&mut self, chart: ChartId, changes: Changes) -> (String, Rc<str>) {
        let head = self.heads.get(&(chart, self.writer)).copied();
        let of_chart =
            self.heads.iter().filter(|((other, _), _)| *other == chart).map(|(_, head)| *head);
        let block = Block {
            chart,
            writer: self.writer,
            n: head.map_or(0, |head| head.n + 1),
            before: head.map_or(Hash::default(), |head| head.hash),
            others: if head.is_some() { Vec::new() } else { of_chart.collect() },
            changes,
        };
        let payload = block.write();
        let head = Head { writer: self.writer, n: block.n, hash: block::hash(&payload) };
        self.heads.insert((chart, self.writer), head);
        let key = Key::Block { chart, writer: self.writer, n: block.n }.to_string();
        let text = envelope::seal(&key, self.next_rank(), &payload);
        (key, text)
    }
}

/// Cuts changes into portions that fit a block each.
pub(super) fn portions(changes: Changes) -> Vec<Changes> {
    let mut portions = Vec::new();
    let mut portion = Vec::new();
    let mut length = 0;
    for (id, bytes) in changes {
        if !portion.is_empty() && (portion.len() == CHANGES || BYTES < length + bytes.len()) {
            portions.push(mem::take(&mut portion));
            length = 0;
        }
        length += bytes.len();
        portion.push((id, bytes));
    }
    if !portion.is_empty() {
        portions.push(portion);
    }
    portions
}
