//! The changes of a block, side by side: what they have in common stands once, and their numbers in columns.
//!
//! A change is CBOR. Its **shape** is its bytes with every whole number put to zero: ratings of one kind differ
//! in their numbers only, so a block holds their shape once. Each number of a shape is a **column** with one value
//! for each change of that shape, written as differences, and a column of equal steps as its step alone. Nothing
//! here knows what a number means; what comes out are the bytes that went in, to the last one.
//!
//! | part | form |
//! |---|---|
//! | ids | writers (count, 8 bytes each), column of their places if there is more than one, column of counters |
//! | shapes | count; for each: 1 if it has numbers, bytes shared with the start of the shape before, with its end, bytes between |
//! | order | column: the shape of each change |
//! | numbers | for each shape, for each of its numbers, a column |

use super::Changes;
use super::wire::{Eye, Pen};
use crate::domain::id::{ChangeId, WriterId};

pub(super) fn write(pen: &mut Pen, changes: &Changes) {
    let mut writers: Vec<WriterId> = Vec::new();
    let places: Vec<u64> =
        changes.iter().map(|(id, _)| place(&mut writers, id.writer) as u64).collect();
    pen.count(changes.len()).count(writers.len());
    for writer in &writers {
        pen.writer(*writer);
    }
    if 1 < writers.len() {
        column(pen, 0, &places);
    }
    column(pen, 0, &changes.iter().map(|(id, _)| id.counter).collect::<Vec<_>>());

    let mut shapes: Vec<Shape> = Vec::new();
    let mut rows: Vec<Vec<Vec<u64>>> = Vec::new();
    let mut order = Vec::new();
    for (_, bytes) in changes {
        let (shape, numbers) = Shape::of(bytes);
        let at = place(&mut shapes, shape);
        order.push(at as u64);
        if rows.len() <= at {
            rows.push(Vec::new());
        }
        if let Some(rows) = rows.get_mut(at) {
            rows.push(numbers);
        }
    }
    pen.count(shapes.len());
    let mut before: &[u8] = &[];
    for Shape { bytes, has_numbers } in &shapes {
        let start = shared(before.iter(), bytes.iter());
        let (_, rest) = bytes.split_at(start);
        let end = shared(before.iter().skip(start).rev(), rest.iter().rev());
        let between = rest.get(..rest.len() - end).unwrap_or_default();
        pen.byte((*has_numbers).into()).count(start).count(end).bytes(between);
        before = bytes;
    }
    column(pen, 0, &order);
    let mut firsts: Vec<u64> = Vec::new();
    for rows in rows {
        let n_columns = rows.first().map_or(0, Vec::len);
        for at in 0..n_columns {
            let values: Vec<u64> = rows.iter().filter_map(|row| row.get(at).copied()).collect();
            column(pen, firsts.get(at).copied().unwrap_or_default(), &values);
        }
        firsts = rows.into_iter().next().unwrap_or_default();
    }
}

/// The names of the changes.
pub(super) fn ids(eye: &mut Eye<'_>) -> Option<Vec<ChangeId>> {
    // A column of equal steps takes no room, so the room that is left says nothing about its length.
    let n = usize::try_from(eye.number()?).ok().filter(|n| *n <= super::block::CHANGES)?;
    let mut writers = Vec::new();
    for _ in 0..eye.count()? {
        writers.push(eye.writer()?);
    }
    let places = if 1 < writers.len() { values(eye, 0, n)? } else { vec![0; n] };
    let counters = values(eye, 0, n)?;
    let id = |(place, counter): (u64, u64)| {
        Some(ChangeId::new(*writers.get(usize::try_from(place).ok()?)?, counter))
    };
    places.into_iter().zip(counters).map(id).collect()
}

/// The bytes of the changes with these names, from what follows the names.
pub(super) fn read(mut eye: Eye<'_>, ids: &[ChangeId]) -> Option<Changes> {
    let mut shapes: Vec<Shape> = Vec::new();
    for _ in 0..eye.count()? {
        let has_numbers = eye.byte()? == 1;
        let (start, end) = (eye.number()?, eye.number()?);
        let before = shapes.last().map_or(&[][..], |shape| &shape.bytes);
        let start = before.get(..usize::try_from(start).ok()?)?;
        let end = before.get(before.len().checked_sub(usize::try_from(end).ok()?)?..)?;
        let bytes = [start, eye.bytes()?, end].concat();
        shapes.push(Shape { bytes, has_numbers });
    }
    let order = values(&mut eye, 0, ids.len())?;
    let mut columns: Vec<Vec<Vec<u64>>> = Vec::new();
    let mut firsts: Vec<u64> = Vec::new();
    for (at, shape) in shapes.iter().enumerate() {
        let n_rows = order.iter().filter(|place| **place == at as u64).count();
        let mut of_shape = Vec::new();
        for nth in 0..shape.n_numbers()? {
            let first = firsts.get(nth).copied().unwrap_or_default();
            of_shape.push(values(&mut eye, first, n_rows)?);
        }
        firsts = of_shape.iter().filter_map(|column| column.first().copied()).collect();
        columns.push(of_shape);
    }
    if !eye.is_empty() {
        return None;
    }
    let mut used = vec![0_usize; shapes.len()];
    let mut changes = Vec::with_capacity(ids.len());
    for (id, place) in ids.iter().zip(order) {
        let place = usize::try_from(place).ok()?;
        let row = used.get_mut(place)?;
        let mut numbers = columns.get(place)?.iter().map(|column| column.get(*row).copied());
        changes.push((*id, shapes.get(place)?.fill(&mut numbers)?));
        *row += 1;
    }
    Some(changes)
}

/// Where the value stands in the list; put at its end if it does not.
fn place<T: PartialEq>(list: &mut Vec<T>, value: T) -> usize {
    list.iter().position(|there| *there == value).unwrap_or_else(|| {
        list.push(value);
        list.len() - 1
    })
}

fn shared<'a>(one: impl Iterator<Item = &'a u8>, other: impl Iterator<Item = &'a u8>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

const EACH: u8 = 0;
const EQUAL: u8 = 1;

/// Writes values as differences from the one before, the first from `before`.
fn column(pen: &mut Pen, before: u64, values: &[u64]) {
    let mut before = before;
    let steps: Vec<u64> = values
        .iter()
        .map(|value| folded(value.wrapping_sub(std::mem::replace(&mut before, *value))))
        .collect();
    let Some((first, rest)) = steps.split_first() else { return };
    pen.number(*first);
    match rest {
        [] => {}
        [step, others @ ..] if others.iter().all(|other| other == step) => {
            pen.byte(EQUAL).number(*step);
        }
        steps => {
            pen.byte(EACH);
            for step in steps {
                pen.number(*step);
            }
        }
    }
}

fn values(eye: &mut Eye<'_>, before: u64, n: usize) -> Option<Vec<u64>> {
    let mut values = Vec::with_capacity(n);
    if n == 0 {
        return Some(values);
    }
    let mut value = before.wrapping_add(unfolded(eye.number()?));
    values.push(value);
    if n == 1 {
        return Some(values);
    }
    let equal = match eye.byte()? {
        EACH => None,
        EQUAL => Some(eye.number()?),
        _ => return None,
    };
    for _ in 1..n {
        let step = match equal {
            Some(step) => step,
            None => eye.number()?,
        };
        value = value.wrapping_add(unfolded(step));
        values.push(value);
    }
    Some(values)
}

/// A difference with its sign in the lowest bit, so that small ones are short both ways.
const fn folded(difference: u64) -> u64 {
    if difference >> 63 == 1 { !(difference << 1) } else { difference << 1 }
}

const fn unfolded(folded: u64) -> u64 {
    if folded & 1 == 1 { !(folded >> 1) } else { folded >> 1 }
}

/// The bytes of a change with its numbers put to zero; bytes that are not CBOR are their own shape.
#[derive(PartialEq)]
struct Shape {
    bytes: Vec<u8>,
    has_numbers: bool,
}

/// One item of CBOR: its head, and the text or bytes that belong to it.
enum Item<'a> {
    /// A whole number: what kind it is of (the head of its zero), and how much.
    Number(u8, u64),
    Other(&'a [u8]),
}

impl Shape {
    fn of(bytes: &[u8]) -> (Self, Vec<u64>) {
        let mut shape = Vec::with_capacity(bytes.len());
        let mut numbers = Vec::new();
        let mut eye = Eye(bytes);
        while !eye.is_empty() {
            match item(&mut eye) {
                Some(Item::Number(kind, value)) => {
                    shape.push(kind);
                    numbers.push(value);
                }
                Some(Item::Other(bytes)) => shape.extend_from_slice(bytes),
                None => return (Self { bytes: bytes.to_vec(), has_numbers: false }, Vec::new()),
            }
        }
        (Self { bytes: shape, has_numbers: true }, numbers)
    }

    fn n_numbers(&self) -> Option<usize> {
        let mut n = 0;
        let mut eye = Eye(&self.bytes);
        while self.has_numbers && !eye.is_empty() {
            n += usize::from(matches!(item(&mut eye)?, Item::Number(..)));
        }
        Some(n)
    }

    fn fill(&self, numbers: &mut impl Iterator<Item = Option<u64>>) -> Option<Vec<u8>> {
        if !self.has_numbers {
            return Some(self.bytes.clone());
        }
        let mut pen = Pen::default();
        let mut eye = Eye(&self.bytes);
        while !eye.is_empty() {
            match item(&mut eye)? {
                Item::Number(kind, _) => number(&mut pen, kind, numbers.next()??),
                Item::Other(bytes) => {
                    pen.raw(bytes);
                }
            }
        }
        Some(pen.0)
    }
}

const NEGATIVE: u8 = 1 << 5;

/// Takes one item. `None` for what a shape could not give back byte for byte.
fn item<'a>(eye: &mut Eye<'a>) -> Option<Item<'a>> {
    let Eye(from) = *eye;
    let head = eye.byte()?;
    let (major, low) = (head >> 5, head & 0x1f);
    let value = match low {
        0..24 => u64::from(low),
        24 => eye.array::<1>().map(|bytes| u64::from(u8::from_be_bytes(bytes)))?,
        25 => eye.array::<2>().map(|bytes| u64::from(u16::from_be_bytes(bytes)))?,
        26 => eye.array::<4>().map(|bytes| u64::from(u32::from_be_bytes(bytes)))?,
        27 => eye.array::<8>().map(u64::from_be_bytes)?,
        _ => return None,
    };
    match major {
        0 | 1 => {
            let kind = major << 5;
            let mut shortest = Pen::default();
            number(&mut shortest, kind, value);
            return from.starts_with(&shortest.0).then_some(Item::Number(kind, value));
        }
        2 | 3 => {
            eye.raw(usize::try_from(value).ok()?)?;
        }
        _ => {}
    }
    from.get(..from.len() - eye.0.len()).map(Item::Other)
}

/// Writes a whole number in its shortest form, as every writer of ours does.
fn number(pen: &mut Pen, kind: u8, value: u64) {
    debug_assert!(kind == 0 || kind == NEGATIVE, "a whole number is of one of two kinds");
    let bytes = value.to_be_bytes();
    let (low, n) = match value {
        0..24 => {
            let [.., low] = bytes;
            pen.byte(kind | low);
            return;
        }
        24..=0xff => (24, 1),
        0x100..=0xffff => (25, 2),
        0x1_0000..=0xffff_ffff => (26, 4),
        _ => (27, 8),
    };
    let (_, last) = bytes.split_at(8 - n);
    pen.byte(kind | low).raw(last);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn there_and_back(changes: &Changes) -> (Option<Changes>, usize) {
        let mut pen = Pen::default();
        write(&mut pen, changes);
        let mut eye = Eye(&pen.0);
        let ids = ids(&mut eye).unwrap();
        (read(eye, &ids), pen.0.len())
    }

    fn rating(counter: u64, day: u64, value: u8) -> (ChangeId, Vec<u8>) {
        let mut pen = Pen::default();
        pen.raw(&[0xa2, 0x61, b'i', 0x82]);
        number(&mut pen, 0, 0xdead_beef_0000_0007);
        number(&mut pen, 0, counter);
        pen.raw(&[0x61, b't', 0x82]);
        number(&mut pen, 0, day);
        number(&mut pen, NEGATIVE, 59);
        pen.raw(&[0x64]).raw(b"rate").byte(value);
        (ChangeId::new(WriterId::new(0xdead_beef_0000_0007), counter), pen.0)
    }

    #[test]
    fn ratings_of_one_kind_take_a_few_bytes_each() {
        let changes: Changes = (0..64)
            .map(|n| rating(100 + n, 20_000 + 7 * n, u8::try_from(n % 11).unwrap()))
            .collect();
        let plain: usize = changes.iter().map(|(_, bytes)| bytes.len() + 10).sum();
        let (back, packed) = there_and_back(&changes);
        assert_eq!(back, Some(changes));
        assert!(packed < 140 && 30 * 64 < plain, "{packed} bytes instead of {plain}");
    }

    #[test]
    fn numbers_of_every_length_come_back() {
        for value in (0..64).flat_map(|bit| [1_u64 << bit, (1 << bit) - 1]).chain([u64::MAX]) {
            assert_eq!(unfolded(folded(value)), value);
            let changes = vec![rating(value, value, 3), rating(value, 0, 0)];
            assert_eq!(there_and_back(&changes).0, Some(changes));
        }
    }

    #[test]
    fn a_long_form_of_a_short_number_is_kept_as_it_is() {
        let id = ChangeId::new(WriterId::new(1), 1);
        for bytes in [&[0x18, 5][..], &[0x1b, 0, 0, 0, 0, 0, 0, 0, 9], &[0x62, b'a'], &[0xff], &[]]
        {
            let changes = vec![(id, bytes.to_vec())];
            assert_eq!(there_and_back(&changes).0, Some(changes));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_come_back(
            changes in proptest::collection::vec(
                (any::<bool>(), any::<u64>(), proptest::collection::vec(any::<u8>(), 0..40)), 0..64),
        ) {
            let changes: Changes = changes
                .into_iter()
                .map(|(own, counter, bytes)| (ChangeId::new(WriterId::new(own.into()), counter), bytes))
                .collect();
            prop_assert_eq!(there_and_back(&changes).0, Some(changes));
        }

        #[test]
        fn any_bytes_are_read_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut eye = Eye(&bytes);
            if let Some(ids) = ids(&mut eye) {
                let _ = read(eye, &ids);
            }
        }
    }
}
