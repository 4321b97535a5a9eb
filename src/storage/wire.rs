//! The few binary forms the engine itself writes: fixed numbers, varints, and bytes with their length.
//!
//! A reader that runs out, or meets a length larger than what is left, answers `None`; it never allocates
//! by what a file claims.

use crate::domain::id::{ChangeId, ChartId, WriterId};

/// Appends values to bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pen(pub(crate) Vec<u8>);

impl Pen {
    pub(crate) fn byte(&mut self, value: u8) -> &mut Self {
        self.0.push(value);
        self
    }

    /// Seven bits a byte, lowest first.
    pub(crate) fn number(&mut self, mut value: u64) -> &mut Self {
        loop {
            let [low, ..] = value.to_le_bytes();
            value >>= 7;
            if value == 0 {
                return self.byte(low);
            }
            self.byte(low | 0x80);
        }
    }

    pub(crate) fn count(&mut self, value: usize) -> &mut Self {
        self.number(value as u64)
    }

    pub(crate) fn raw(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(bytes);
        self
    }

    /// Length, then the bytes.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.count(bytes.len()).raw(bytes)
    }

    pub(crate) fn writer(&mut self, writer: WriterId) -> &mut Self {
        self.raw(&writer.bits().to_be_bytes())
    }

    pub(crate) fn change(&mut self, id: ChangeId) -> &mut Self {
        self.writer(id.writer).number(id.counter)
    }

    pub(crate) fn chart(&mut self, chart: ChartId) -> &mut Self {
        self.change(chart.0)
    }
}

/// Takes values from bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Eye<'a>(pub(crate) &'a [u8]);

impl<'a> Eye<'a> {
    pub(crate) fn raw(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, left) = self.0.split_at_checked(n)?;
        self.0 = left;
        Some(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.raw(N)?.try_into().ok()
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        self.array::<1>().map(|[value]| value)
    }

    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if bits.checked_shl(shift)?.checked_shr(shift)? != bits {
                return None;
            }
            value |= bits << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// A count of things of at least one byte each, so never more than the bytes left.
    pub(crate) fn count(&mut self) -> Option<usize> {
        let n = usize::try_from(self.number()?).ok()?;
        (n <= self.0.len()).then_some(n)
    }

    pub(crate) fn bytes(&mut self) -> Option<&'a [u8]> {
        let n = self.count()?;
        self.raw(n)
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    pub(crate) fn writer(&mut self) -> Option<WriterId> {
        self.array().map(|bits| WriterId::new(u64::from_be_bytes(bits)))
    }

    pub(crate) fn change(&mut self) -> Option<ChangeId> {
        let writer = self.writer()?;
        Some(ChangeId::new(writer, self.number()?))
    }

    pub(crate) fn chart(&mut self) -> Option<ChartId> {
        self.change().map(ChartId)
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_length_come_back() {
        for value in (0..64).flat_map(|bit| [1_u64 << bit, (1 << bit) - 1]).chain([u64::MAX]) {
            let mut pen = Pen::default();
            pen.number(value);
            let mut eye = Eye(&pen.0);
            assert_eq!((eye.number(), eye.is_empty()), (Some(value), true));
        }
    }

    #[test]
    fn a_number_too_large_for_64_bits_is_refused() {
        assert_eq!(Eye(&[0xff; 10]).number(), None);
        assert_eq!(Eye(&[0x80; 11]).number(), None);
    }

    #[test]
    fn a_length_past_the_end_is_refused_before_anything_is_taken() {
        assert_eq!(Eye(&[200, 1, 0]).bytes(), None);
    }
}
