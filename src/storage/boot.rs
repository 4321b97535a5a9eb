//! The boot header: who writes here and since when. Written in turn to two places; the newest whole one wins.

use super::envelope::FORMAT;
use super::wire::{Eye, Pen};
use crate::domain::id::WriterId;

/// Epochs whose beginnings are remembered; older ones cannot have late changes any more.
const EPOCHS_KEPT: usize = 8;

/// What is known of the copy in IndexedDB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mirror {
    /// There never was one.
    #[default]
    None,
    /// It was begun; an opening that cannot read it may miss something.
    Begun,
    /// An opening has found it: if it is gone, the browser removed it.
    Seen,
}

impl Mirror {
    const fn from_byte(byte: u8) -> Self {
        match byte {
            0 => Self::None,
            1 => Self::Begun,
            _ => Self::Seen,
        }
    }
}

/// What every opening needs first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Boot {
    /// Format this installation was last written in.
    pub(crate) format: u32,
    /// Version of the domain's changes, as told by the caller.
    pub(crate) schema: u32,
    /// Names this installation; drawn once.
    pub(crate) install: u64,
    /// Whose changes are made here.
    pub(crate) writer: Option<WriterId>,
    /// Counts the headers written.
    pub(crate) generation: u64,
    /// Highest counter ever given out here.
    pub(crate) counter: u64,
    /// Changes there were at the opening that wrote this.
    pub(crate) kept: u64,
    /// Whether IndexedDB has held a copy.
    pub(crate) mirror: Mirror,
    /// Epochs with the first place in the journal each could write to, newest last.
    pub(crate) epochs: Vec<(u64, u64)>,
}

impl Boot {
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut pen = Pen::default();
        // The second number is the oldest format whose reader understands this one.
        pen.number(self.format.into()).number(FORMAT.into()).number(self.schema.into());
        pen.raw(&self.install.to_be_bytes()).writer(self.writer.unwrap_or(WriterId::new(0)));
        pen.number(self.generation).number(self.counter).number(self.kept).byte(self.mirror as u8);
        let epochs = self.epochs.iter().rev().take(EPOCHS_KEPT).rev();
        pen.count(epochs.len());
        for (epoch, since) in epochs {
            pen.number(*epoch).number(*since);
        }
        pen.0
    }

    /// A header of a newer format gives its format number and nothing else.
    pub(crate) fn read(payload: &[u8]) -> Option<Self> {
        let mut eye = Eye(payload);
        let format = u32::try_from(eye.number()?).ok()?;
        if FORMAT < format {
            return Some(Self { format, ..Self::default() });
        }
        let _min_reader = eye.number()?;
        let mut boot = Self {
            format,
            schema: u32::try_from(eye.number()?).ok()?,
            install: u64::from_be_bytes(eye.array()?),
            writer: Some(eye.writer()?),
            generation: eye.number()?,
            counter: eye.number()?,
            kept: eye.number()?,
            mirror: Mirror::from_byte(eye.byte()?),
            epochs: Vec::new(),
        };
        for _ in 0..eye.count()? {
            boot.epochs.push((eye.number()?, eye.number()?));
        }
        Some(boot)
    }

    pub(crate) const fn is_newer(&self) -> bool {
        FORMAT < self.format
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_reads_back_and_remembers_eight_epochs() {
        let mut boot = Boot {
            format: FORMAT,
            schema: 3,
            install: 99,
            writer: Some(WriterId::new(5)),
            generation: 300,
            counter: 70_000,
            kept: 12,
            mirror: Mirror::Seen,
            epochs: (1..=8).map(|epoch| (epoch, epoch * 100)).collect(),
        };
        assert_eq!(Boot::read(&boot.write()), Some(boot.clone()));
        boot.epochs.insert(0, (0, 0));
        assert_eq!(Boot::read(&boot.write()).unwrap().epochs.len(), 8);
    }

    #[test]
    fn a_newer_header_says_so_whatever_else_it_holds() {
        assert!(Boot::read(&[2, 0xff]).unwrap().is_newer());
    }
}
