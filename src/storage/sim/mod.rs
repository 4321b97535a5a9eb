//! Two simulated stores that behave worse than any browser measured. For tests; not in the browser's build.
//!
//! What they do wrong follows from a seed and the faults that are set, so that every run can be repeated.

mod log;
mod receipt;

pub use self::log::{Disk, LogFaults, SimLog, Torn};
pub use self::receipt::{Purpose, ReceiptFaults, SimReceipt};

use std::collections::BTreeMap;

use super::chance::Chance;

/// Keys with their texts, as a store holds them.
pub type Records = BTreeMap<String, String>;

/// What can happen to what a closed store holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// One bit of one value.
    Flip,
    /// The end of one value.
    Truncate,
    /// One key gets another name.
    Rename,
    /// Two values change places.
    Swap,
    /// One key is gone.
    Lose,
    /// Everything is gone.
    Empty,
}

impl Harm {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Flip, Self::Truncate, Self::Rename, Self::Swap, Self::Lose, Self::Empty];

    /// Does it, somewhere.
    pub fn befall(self, records: &mut Records, chance: &mut Chance) {
        let keys: Vec<String> = records.keys().cloned().collect();
        let mut pick = || {
            let at = usize::try_from(chance.below(keys.len() as u64)).unwrap_or_default();
            keys.get(at).cloned().unwrap_or_default()
        };
        let (one, other) = (pick(), pick());
        match self {
            Self::Flip => {
                let at = chance.bits();
                records.entry(one).and_modify(|text| *text = flipped(text, at));
            }
            Self::Truncate => {
                let cut = |text: &mut String| {
                    let length = chance.below(text.len() as u64);
                    text.truncate(usize::try_from(length).unwrap_or_default());
                };
                records.entry(one).and_modify(cut);
            }
            Self::Rename => {
                if let Some(text) = records.remove(&one) {
                    records.insert(flipped(&one, chance.bits()), text);
                }
            }
            Self::Swap => {
                if let (Some(a), Some(b)) = (records.remove(&one), records.remove(&other)) {
                    records.insert(one, b);
                    records.insert(other, a);
                }
            }
            Self::Lose => {
                records.remove(&one);
            }
            Self::Empty => records.clear(),
        }
    }
}

/// A text with one bit changed; which one follows from `at`. Stays ASCII, as a flip in a stored byte would.
pub fn flipped(text: &str, at: u64) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let length = bytes.len().max(1) as u64;
    let place = usize::try_from(at / 7 % length).unwrap_or_default();
    if let Some(byte) = bytes.get_mut(place) {
        *byte = (*byte ^ (1 << (at % 7))) & 0x7f;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
