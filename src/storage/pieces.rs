//! The changes of one chart as they were found: whole blocks side by side, and single changes beside them.

use std::cell::OnceCell;
use std::rc::Rc;

use super::Changes;
use super::block::Block;
use super::envelope::Rank;
use super::sorted::{SortedMap, SortedSet};
use crate::domain::id::ChangeId;

/// One change as it counts, by where it was found.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// In a block, whose changes are taken out when somebody asks for them.
    Block(Rc<Sealed>),
    Journal(Rc<Noted>),
    /// In a block that lost against another of the same key: it must be written anew.
    Loose(Rc<Noted>),
}

/// A block and the key it is kept under.
#[derive(Debug)]
pub(crate) struct Sealed {
    pub(crate) key: String,
    pub(crate) rank: Rank,
    pub(crate) payload: Rc<[u8]>,
    changes: OnceCell<Changes>,
}

/// A change with the key and the place in the journal it was found under, if any.
#[derive(Debug)]
pub(crate) struct Noted {
    pub(crate) rank: Rank,
    pub(crate) key: String,
    pub(crate) place: u64,
    pub(crate) bytes: Vec<u8>,
}

impl Sealed {
    pub(crate) const fn new(key: String, rank: Rank, payload: Rc<[u8]>) -> Self {
        Self { key, rank, payload, changes: OnceCell::new() }
    }

    pub(crate) fn change(&self, id: ChangeId) -> Option<&[u8]> {
        let read = || Block::read(&self.payload).map(|block| block.changes).unwrap_or_default();
        let changes = self.changes.get_or_init(read);
        changes.iter().find(|(there, _)| *there == id).map(|(_, bytes)| &**bytes)
    }
}

impl Piece {
    pub(crate) fn rank(&self) -> Rank {
        match self {
            Self::Block(sealed) => sealed.rank,
            Self::Journal(noted) | Self::Loose(noted) => noted.rank,
        }
    }

    pub(crate) fn bytes(&self, id: ChangeId) -> Option<&[u8]> {
        match self {
            Self::Block(sealed) => sealed.change(id),
            Self::Journal(noted) | Self::Loose(noted) => Some(&noted.bytes),
        }
    }
}

/// A block's changes, in order, behind those of the block before.
#[derive(Debug)]
struct Run {
    ids: Vec<ChangeId>,
    sealed: Rc<Sealed>,
}

/// Every change of a chart that counts, each once.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    /// Most blocks follow each other: looking at each of their changes would be most of an opening.
    runs: Vec<Run>,
    /// What is in no run, or counts instead of what is.
    single: SortedMap<ChangeId, Piece>,
}

impl Pieces {
    /// Takes a block that follows all blocks so far; false when it does not, and nothing was taken.
    pub(crate) fn follow(&mut self, ids: &[ChangeId], sealed: &Rc<Sealed>) -> bool {
        let last = self.runs.last().and_then(|run| run.ids.last());
        let follows = self.single.is_empty()
            && ids.first().is_some_and(|first| last.is_none_or(|last| last < first))
            && ids.is_sorted_by(|one, next| one < next);
        if follows {
            self.runs.push(Run { ids: ids.to_vec(), sealed: Rc::clone(sealed) });
        }
        follows
    }

    pub(crate) fn get(&self, id: ChangeId) -> Option<Piece> {
        let in_run = || Some(Piece::Block(Rc::clone(&self.run_with(id)?.sealed)));
        self.single.get(&id).cloned().or_else(in_run)
    }

    fn run_with(&self, id: ChangeId) -> Option<&Run> {
        let begins = |run: &Run| run.ids.first().is_some_and(|first| *first <= id);
        let run = self.runs.get(self.runs.partition_point(begins).checked_sub(1)?)?;
        run.ids.binary_search(&id).is_ok().then_some(run)
    }

    /// How many changes there are.
    pub(crate) fn len(&self) -> usize {
        let beside = self.single.keys().filter(|id| self.run_with(**id).is_none());
        self.runs.iter().map(|run| run.ids.len()).sum::<usize>() + beside.count()
    }

    /// Puts a change in, in place of the one there was.
    pub(crate) fn put(&mut self, id: ChangeId, piece: Piece) {
        self.single.insert(id, piece);
    }

    /// The names of all, without those that must be written anew.
    pub(crate) fn ids(&self) -> SortedSet<ChangeId> {
        let mut ids = SortedSet::new();
        for run in &self.runs {
            ids.follow(&run.ids);
        }
        for (id, piece) in &self.single {
            if matches!(piece, Piece::Loose(_)) {
                ids.remove(id);
            } else {
                ids.insert(*id);
            }
        }
        ids
    }

    /// What is in no run, by name.
    pub(crate) fn singles(&self) -> impl Iterator<Item = (&ChangeId, &Piece)> {
        self.single.iter()
    }
}
