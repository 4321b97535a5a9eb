//! Steps toward an objective, from the easiest up.

use super::id::RungId;
use super::moment::Moment;
use super::words::OwnWords;

/// Most rungs a ladder holds; more are no longer seen at a glance.
pub const MAX_RUNGS: usize = 12;

/// Highest effort (0 is none, no unit).
pub const MAX_EFFORT: u8 = 10;

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The change that added it.
    pub id: RungId,
    /// The step, in words.
    pub what: OwnWords,
    /// How hard it feels, 0 to 10 (no unit).
    pub effort: Option<u8>,
    /// When it was reached; a rung is never un-reached by a bad day, only by undo.
    pub reached: Option<Moment>,
    pub(crate) withdrawn: bool,
}

/// The rungs of one objective, lowest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ladder {
    pub(crate) rungs: Vec<Rung>,
}

impl Ladder {
    /// The rungs that stand, lowest first.
    pub fn rungs(&self) -> impl DoubleEndedIterator<Item = &Rung> {
        self.rungs.iter().filter(|rung| !rung.withdrawn)
    }

    /// How many rungs stand.
    pub fn len(&self) -> usize {
        self.rungs().count()
    }

    /// Whether there is no rung yet.
    pub fn is_empty(&self) -> bool {
        self.rungs().next().is_none()
    }

    /// The lowest rung that is not reached yet.
    pub fn next_step(&self) -> Option<&Rung> {
        self.rungs().find(|rung| rung.reached.is_none())
    }

    /// The rung with this id, if it stands.
    pub fn rung(&self, id: RungId) -> Option<&Rung> {
        self.rungs().find(|rung| rung.id == id)
    }
}
