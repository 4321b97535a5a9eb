//! The names of records: the same text is the key in both stores.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::domain::id::{ChangeId, ChartId, WriterId};

/// What every key of ours begins with.
pub(crate) const PREFIX: &str = "fh1.";

/// The filler that is given up when the log is full.
pub(crate) const BALLAST: &str = "fh1.ballast";

/// The record in IndexedDB that says which epoch may write.
pub const FENCE: &str = "fh1.e";

/// Which of two places that are written in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    A,
    B,
}

impl Slot {
    /// The place a generation is written to: never the one the generation before is in.
    pub(crate) const fn of(generation: u64) -> Self {
        if generation.is_multiple_of(2) { Self::B } else { Self::A }
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::A => "a",
            Self::B => "b",
        })
    }
}

/// The name of a record, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Boot(Slot),
    Manifest(Slot),
    /// One change: the epoch it was written in, its place in the journal, and 32 random bits, so that no two
    /// tabs can ever write to the same key.
    Journal {
        epoch: u64,
        seq: u64,
        chance: u32,
    },
    Block {
        chart: ChartId,
        writer: WriterId,
        n: u64,
    },
    Snapshot(ChartId),
    Draft(String),
    Tombstone(ChartId),
    Aside(u32),
    Fence,
    Ballast,
}

impl Key {
    /// Whether the record is kept in IndexedDB too. What can be made anew is not.
    pub(crate) const fn is_mirrored(&self) -> bool {
        !matches!(self, Self::Snapshot(_) | Self::Ballast)
    }

    /// Whether losing the record loses something a person wrote or decided.
    pub(crate) const fn is_content(&self) -> bool {
        matches!(
            self,
            Self::Journal { .. }
                | Self::Block { .. }
                | Self::Draft(_)
                | Self::Tombstone(_)
                | Self::Aside(_)
        )
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boot(slot) => write!(f, "fh1.boot.{slot}"),
            Self::Manifest(slot) => write!(f, "fh1.m.{slot}"),
            Self::Journal { epoch, seq, chance } => write!(f, "fh1.j.{epoch}.{seq}.{chance:08x}"),
            Self::Block { chart, writer, n } => write!(f, "fh1.b.{chart}.{writer}.{n}"),
            Self::Snapshot(chart) => write!(f, "fh1.s.{chart}"),
            Self::Draft(name) => write!(f, "fh1.d.{}", URL_SAFE_NO_PAD.encode(name)),
            Self::Tombstone(chart) => write!(f, "fh1.t.{chart}"),
            Self::Aside(n) => write!(f, "fh1.q.{n}"),
            Self::Fence => f.write_str(FENCE),
            Self::Ballast => f.write_str(BALLAST),
        }
    }
}

/// A key that is not one of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ForeignKey;

impl FromStr for Key {
    type Err = ForeignKey;

    /// Takes only the one spelling that [`Key`] itself writes.
    fn from_str(text: &str) -> Result<Self, ForeignKey> {
        let mut parts = text.strip_prefix(PREFIX).ok_or(ForeignKey)?.split('.');
        let key = take_apart(&mut parts).ok_or(ForeignKey)?;
        if parts.next().is_none() { Ok(key) } else { Err(ForeignKey) }
    }
}

/// Takes a key out of its parts; each is read in the one spelling it is written in.
fn take_apart<'a>(parts: &mut impl Iterator<Item = &'a str>) -> Option<Key> {
    let kind = parts.next()?;
    let mut part = || parts.next();
    Some(match kind {
        "boot" => Key::Boot(slot(part()?)?),
        "m" => Key::Manifest(slot(part()?)?),
        "j" => Key::Journal {
            epoch: number(part()?)?,
            seq: number(part()?)?,
            chance: u32::try_from(bits(part()?, 8)?).ok()?,
        },
        "b" => Key::Block { chart: chart(part()?)?, writer: writer(part()?)?, n: number(part()?)? },
        "s" => Key::Snapshot(chart(part()?)?),
        "d" => Key::Draft(String::from_utf8(URL_SAFE_NO_PAD.decode(part()?).ok()?).ok()?),
        "t" => Key::Tombstone(chart(part()?)?),
        "q" => Key::Aside(u32::try_from(number(part()?)?).ok()?),
        "e" => Key::Fence,
        "ballast" => Key::Ballast,
        _ => return None,
    })
}

fn slot(text: &str) -> Option<Slot> {
    match text {
        "a" => Some(Slot::A),
        "b" => Some(Slot::B),
        _ => None,
    }
}

fn number(text: &str) -> Option<u64> {
    let is_plain = text == "0" || text.starts_with(|first| matches!(first, '1'..='9'));
    is_plain.then(|| text.parse().ok()).flatten()
}

/// So many hex digits.
fn bits(text: &str, digits: usize) -> Option<u64> {
    let is_plain =
        text.len() == digits && text.bytes().all(|at| matches!(at, b'0'..=b'9' | b'a'..=b'f'));
    is_plain.then(|| u64::from_str_radix(text, 16).ok()).flatten()
}

fn writer(text: &str) -> Option<WriterId> {
    bits(text, 16).map(WriterId::new)
}

fn chart(text: &str) -> Option<ChartId> {
    let (of, counter) = text.split_once('-')?;
    Some(ChartId(ChangeId::new(writer(of)?, number(counter)?)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_key_has_two_spellings(
            text in "fh1\\.(boot\\.[a-c]|m\\.[ab]|[bst]\\.[0-9a-f+]{15,16}-[0-9]{1,3}(\\.[0-9a-fA]{16}\\.[0-9+]{1,21})?|j\\.[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9a-fF+]{8}|q\\.[0-9]{1,11}|d\\.[A-Za-z0-9_=-]{1,6}|e|ballast)[.x]?",
        ) {
            if let Ok(key) = text.parse::<Key>() {
                prop_assert_eq!(key.to_string(), text);
            }
        }
    }

    #[test]
    fn every_kind_of_key_reads_back() {
        let chart = ChartId(ChangeId::new(WriterId::new(0xfe), 3));
        let writer = WriterId::new(7);
        for key in [
            Key::Boot(Slot::A),
            Key::Manifest(Slot::B),
            Key::Journal { epoch: 2, seq: 70, chance: 0xab },
            Key::Block { chart, writer, n: 0 },
            Key::Snapshot(chart),
            Key::Draft("00000000000000fe-3/words é".to_owned()),
            Key::Tombstone(chart),
            Key::Aside(u32::MAX),
            Key::Fence,
            Key::Ballast,
        ] {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
    }

    #[test]
    fn a_second_spelling_of_a_key_is_not_that_key() {
        for text in [
            "fh1.m.c",
            "fh1.j.02.7.000000ab",
            "fh1.j.2.7.000000AB",
            "fh1.q.+1",
            "fh1.e.x",
            "fh2.e",
            "theme",
        ] {
            assert_eq!(text.parse::<Key>(), Err(ForeignKey), "{text}");
        }
    }
}
