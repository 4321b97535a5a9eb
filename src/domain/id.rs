//! Names that two tablets can give out without asking each other: a writer and its counter.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// One installation of the app on one device: 64 bits drawn once, and again after a restore.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WriterId(u64);

impl WriterId {
    /// The writer with these 64 bits; drawing them by chance is the caller's part.
    pub const fn new(bits: u64) -> Self {
        Self(bits)
    }

    /// The 64 bits.
    pub const fn bits(self) -> u64 {
        self.0
    }
}

impl fmt::Display for WriterId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for WriterId {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        u64::from_str_radix(text, 16).map(Self)
    }
}

/// One change, and through it whatever that change made.
///
/// Order is by counter, then by writer: a later counter was written by someone who had seen the earlier one,
/// whatever the clocks said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeId {
    /// Counts up with every change, across all writers one writer has seen (no unit, from 1).
    pub counter: u64,
    /// Who wrote it.
    pub writer: WriterId,
}

impl ChangeId {
    /// The change `counter` of `writer`.
    pub const fn new(writer: WriterId, counter: u64) -> Self {
        Self { counter, writer }
    }
}

impl fmt::Display for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.writer, self.counter)
    }
}

/// A text that is not the name of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id is a writer and a counter, as in 00000000000000ff-12")]
pub struct IdError;

impl FromStr for ChangeId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let (writer, counter) = text.split_once('-').ok_or(IdError)?;
        let writer = writer.parse().map_err(|_| IdError)?;
        let counter = counter.parse().map_err(|_| IdError)?;
        Ok(Self { counter, writer })
    }
}

/// Text where people read it, two numbers where only the app does.
impl Serialize for ChangeId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            (self.writer.0, self.counter).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for ChangeId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
        } else {
            let (writer, counter) = <(u64, u64)>::deserialize(deserializer)?;
            Ok(Self { counter, writer: WriterId(writer) })
        }
    }
}

macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $name:ident),+ $(,)?) => {$(
        $(#[doc = $doc])+
        ///
        /// It is the id of the change that made it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub ChangeId);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<ChangeId> for $name {
            fn from(id: ChangeId) -> Self {
                Self(id)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// One client's chart.
    ChartId,
    /// A goal: the broad wish.
    GoalId,
    /// An objective: the part of a goal that can be seen to be reached.
    ObjectiveId,
    /// An intervention: what the therapist does toward an objective.
    InterventionId,
    /// One rung of a ladder.
    RungId,
    /// One rating.
    RatingId,
    /// One pause.
    PauseId,
    /// A goal kept for other clients.
    PatternId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_counter_comes_after_whoever_wrote_it() {
        let early = ChangeId::new(WriterId::new(9), 1);
        let late = ChangeId::new(WriterId::new(2), 2);
        assert!(early < late);
    }

    #[test]
    fn an_id_reads_back_from_its_text() {
        let id = ChangeId::new(WriterId::new(u64::MAX), 12);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("no id".parse::<ChangeId>(), Err(IdError));
    }
}
