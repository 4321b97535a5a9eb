//! One goal read, found and written.

use std::hint::black_box;

use chrono::NaiveDate;
use foothold::language::finding::findings_in;
use foothold::language::parts::Parts;
use foothold::language::voice::Voice;

/// What a therapist's desk needs of one goal: all that is found in it, and what it is called in every voice.
pub(crate) fn once(text: &str, today: NaiveDate) -> usize {
    let found = findings_in(black_box(text), today).len();
    let written = Parts::read(black_box(text)).map_or(0, |parts| {
        let written = parts.written();
        Voice::ALL.map(|voice| written.say(voice).len()).iter().sum()
    });
    found + written
}
