//! The small records beside the blocks: one change in the journal, a draft, a tombstone, a value kept aside.

use super::envelope;
use super::key::Key;
use super::outcome::{Fault, Side};
use super::wire::{Eye, Pen};
use crate::domain::id::{ChangeId, ChartId, WriterId};

const FORM: u8 = 1;

fn begin(payload: &[u8]) -> Option<Eye<'_>> {
    let mut eye = Eye(payload);
    (eye.byte()? == FORM).then_some(eye)
}

/// How a journal entry that is found nowhere is named: its epoch and random part went with it.
pub(crate) fn lost_place(place: u64) -> String {
    format!("fh1.j.*.{place}.*")
}

/// One change as the journal holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// How many places back the entry before it stands: normally 1, and more when writes in between were
    /// refused. A gap that no entry owns up to is a lost entry.
    pub(crate) back: u64,
    pub(crate) chart: ChartId,
    pub(crate) id: ChangeId,
    pub(crate) bytes: Vec<u8>,
}

impl Entry {
    pub(crate) fn write(back: u64, chart: ChartId, id: ChangeId, bytes: &[u8]) -> Vec<u8> {
        let mut pen = Pen::default();
        pen.byte(FORM).number(back).chart(chart).change(id).raw(bytes);
        pen.0
    }

    pub(crate) fn read(payload: &[u8]) -> Option<Self> {
        let mut eye = begin(payload)?;
        Some(Self {
            back: eye.number()?,
            chart: eye.chart()?,
            id: eye.change()?,
            bytes: eye.0.to_vec(),
        })
    }
}

/// A text being written; `None` once it was given up, since a record that is merely gone proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft(pub(crate) Option<String>);

impl Draft {
    pub(crate) fn write(text: Option<&str>) -> Vec<u8> {
        let mut pen = Pen::default();
        pen.byte(FORM).byte(text.is_some().into()).raw(text.unwrap_or_default().as_bytes());
        pen.0
    }

    pub(crate) fn read(payload: &[u8]) -> Option<Self> {
        let mut eye = begin(payload)?;
        let is_kept = eye.byte()? == 1;
        let text = std::str::from_utf8(eye.0).ok()?;
        Some(Self(is_kept.then(|| text.to_owned())))
    }
}

/// A chart that was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tombstone {
    /// Highest counter ever given out here, so that no name is given twice.
    pub(crate) counter: u64,
    /// Places in the journal that went with the chart.
    pub(crate) places: Vec<u64>,
    /// Every writer known when the chart was erased.
    pub(crate) writers: Vec<WriterId>,
    /// The epoch it was erased in; `None` without IndexedDB, where epochs do not tell what came first.
    pub(crate) epoch: Option<u64>,
}

impl Tombstone {
    /// Whether a change of this writer, found in a record of this epoch, was made by someone who did not
    /// know that the chart was erased. It is not lost for it.
    pub(crate) fn is_unknown_to(&self, writer: WriterId, epoch: u64) -> bool {
        !self.writers.contains(&writer) && self.epoch.is_none_or(|erased| erased < epoch)
    }

    pub(crate) fn write(&self) -> Vec<u8> {
        let mut pen = Pen::default();
        pen.byte(FORM).number(self.counter).count(self.places.len());
        for place in &self.places {
            pen.number(*place);
        }
        pen.count(self.writers.len());
        for writer in &self.writers {
            pen.writer(*writer);
        }
        pen.number(self.epoch.map_or(0, |epoch| epoch + 1));
        pen.0
    }

    pub(crate) fn read(payload: &[u8]) -> Option<Self> {
        let mut eye = begin(payload)?;
        let counter = eye.number()?;
        let places = (0..eye.count()?).map(|_| eye.number()).collect::<Option<_>>()?;
        let writers = (0..eye.count()?).map(|_| eye.writer()).collect::<Option<_>>()?;
        let epoch = eye.number()?.checked_sub(1);
        Some(Self { counter, places, writers, epoch })
    }
}

/// A value that was kept aside, raw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The store it was in.
    pub side: Side,
    /// What was wrong with it.
    pub fault: Fault,
    /// The key it was under.
    pub key: String,
    /// The value as it was found.
    pub text: String,
}

const FAULTS: [Fault; 8] = [
    Fault::Unreadable,
    Fault::Shape,
    Fault::Checksum,
    Fault::Misplaced,
    Fault::Missing,
    Fault::Late,
    Fault::Conflict,
    Fault::Chain,
];

impl Aside {
    pub(crate) fn write(&self) -> Vec<u8> {
        let fault = FAULTS.iter().position(|fault| *fault == self.fault).unwrap_or_default();
        let mut pen = Pen::default();
        pen.byte(FORM).byte((self.side == Side::Receipt).into()).count(fault);
        pen.bytes(self.key.as_bytes()).raw(self.text.as_bytes());
        pen.0
    }

    /// A number that follows from what it holds.
    pub(crate) fn number(&self) -> u32 {
        envelope::checksum(&format!("{:?}|{}|{}", self.side, self.key, self.text))
    }

    /// The name under which losing it would be reported.
    pub(crate) fn loss(&self) -> String {
        match self.key.parse() {
            Ok(Key::Journal { seq, .. }) => lost_place(seq),
            _ => self.key.clone(),
        }
    }

    /// Whether the key, or the value as far as it can be read, says that it belonged to this chart.
    pub(crate) fn is_of(&self, chart: ChartId) -> bool {
        let entry = || Entry::read(&envelope::open(&self.text).ok()?.payload);
        match self.key.parse() {
            Ok(Key::Block { chart: other, .. } | Key::Tombstone(other)) => other == chart,
            Ok(Key::Draft(name)) => {
                name.split_once('/').is_some_and(|(owner, _)| owner == chart.to_string())
            }
            Ok(Key::Journal { .. }) => entry().is_some_and(|entry| entry.chart == chart),
            _ => false,
        }
    }

    pub(crate) fn read(payload: &[u8]) -> Option<Self> {
        let mut eye = begin(payload)?;
        let side = if eye.byte()? == 1 { Side::Receipt } else { Side::Log };
        let fault = *FAULTS.get(usize::try_from(eye.number()?).ok()?)?;
        let key = eye.text()?.to_owned();
        let text = std::str::from_utf8(eye.0).ok()?.to_owned();
        Some(Self { side, fault, key, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slip_reads_back() {
        let id = ChangeId::new(WriterId::new(3), 9);
        let entry = Entry { back: 1, chart: ChartId(id), id, bytes: b"words".to_vec() };
        assert_eq!(Entry::read(&Entry::write(1, ChartId(id), id, b"words")), Some(entry));
        assert_eq!(Draft::read(&Draft::write(Some("é"))), Some(Draft(Some("é".to_owned()))));
        assert_eq!(Draft::read(&Draft::write(None)), Some(Draft(None)));
        for epoch in [None, Some(0), Some(7)] {
            let writers = vec![WriterId::new(8)];
            let tombstone = Tombstone { counter: 4, places: vec![2, 3], writers, epoch };
            assert_eq!(Tombstone::read(&tombstone.write()), Some(tombstone));
        }
        for fault in FAULTS {
            let aside = Aside {
                side: Side::Receipt,
                fault,
                key: "fh1.m.a".to_owned(),
                text: "F1|é".to_owned(),
            };
            assert_eq!(Aside::read(&aside.write()), Some(aside));
        }
    }
}
