//! What may only be done once something else is certain: nothing is deleted anywhere before what replaces
//! it is confirmed in every store in use.

use super::Engine;
use crate::storage::envelope;
use crate::storage::key::{Key, Slot};
use crate::storage::manifest::{ChainEnd, Manifest};

/// Something to be done once every record in `needs` is confirmed.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) needs: Vec<String>,
    pub(super) act: Act,
}

/// What is to be done.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// Write the manifest, and once that is confirmed give these journal entries up.
    Flip { spent: Vec<String> },
    /// Delete these keys, except for those that hold a record by now.
    Delete { keys: Vec<String> },
    /// The same; but without a receipt store only the next opening proves that the log kept the rest.
    DeleteConfirmed { keys: Vec<String> },
}

impl Step {
    /// Whether the step waits for the next opening.
    pub(super) fn is_held(&self, engine: &Engine) -> bool {
        matches!(self.act, Act::DeleteConfirmed { .. }) && !engine.receipt.is_in_use()
    }

    fn is_ready(&self, engine: &Engine) -> bool {
        let is_certain = |key: &String| !engine.log.waits(key) && !engine.receipt.waits(key);
        // A manifest names the end of every chain: a block still on its way would be called lost after a kill.
        let is_early = matches!(self.act, Act::Flip { .. })
            && (engine.log.waits_for_block() || engine.receipt.waits_for_block());
        !is_early && !self.is_held(engine) && self.needs.iter().all(is_certain)
    }
}

impl Engine {
    /// Does every step that has become possible.
    pub(super) fn advance(&mut self) {
        while let Some(at) = self.steps.iter().position(|step| step.is_ready(self)) {
            match self.steps.remove(at).act {
                Act::Flip { spent } => self.flip(spent),
                Act::Delete { keys } | Act::DeleteConfirmed { keys } => self.delete(&keys),
            }
        }
    }

    pub(super) fn plan(&mut self, needs: Vec<String>, act: Act) {
        self.steps.push(Step { needs, act });
    }

    /// Removes keys from both stores, unless a record lives there by now.
    pub(super) fn delete(&mut self, keys: &[String]) {
        for key in keys.iter().filter(|key| !self.values.contains_key(*key)) {
            self.log.remove_or_wait(key);
            self.receipt.delete(key);
            self.pending.remove(key);
        }
    }

    fn flip(&mut self, spent: Vec<String>) {
        self.generation += 1;
        let chains = self.heads.iter().map(|((chart, writer), head)| ChainEnd {
            chart: *chart,
            writer: *writer,
            blocks: head.n + 1,
            last: head.hash,
        });
        let manifest = Manifest {
            generation: self.generation,
            sealed: self.sealed,
            accounted: self.accounted.starting_at(&(self.sealed + 1)).copied().collect(),
            counter: self.counter,
            chains: chains.collect(),
            tombstones: self.tombstones.iter().copied().collect(),
            lost: self.lost.iter().cloned().collect(),
            owed: self.owed.iter().cloned().collect(),
        };
        let key = Key::Manifest(Slot::of(self.generation)).to_string();
        let text = envelope::seal(&key, self.next_rank(), &manifest.write());
        self.keep(&key, text);
        if !spent.is_empty() {
            self.plan(vec![key], Act::DeleteConfirmed { keys: spent });
        }
    }
}
