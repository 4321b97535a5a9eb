//! Text of every kind thrown at the reader of goals: nothing may panic, and every place it names lies in the text.
//!
//! Two seconds by default; `FOOTHOLD_FUZZ_MINUTES=10 cargo test --release --no-default-features --test fuzz` for longer,
//! `FOOTHOLD_FROM` to begin at another seed. A failure names the seed and the text.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should say where; every throw is below the length it was given"
)]

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use foothold::language::analysis::analyse;
use foothold::language::finding::findings_in;
use foothold::language::parts::Parts;
use foothold::language::voice::Voice;

/// Goals to tear apart and join anew.
const GOALS: &str = include_str!("../goals/own.jsonl");
/// What goals are made of, and what should never be in one.
const PIECES: &[&str] = &[
    "by",
    "June",
    "3",
    "times",
    "a",
    "week",
    "no",
    "reduce",
    "never",
    "“",
    "”",
    "(",
    ")",
    "[",
    "]",
    "_____",
    "%",
    "/",
    ".",
    ",",
    ":",
    ";",
    "-",
    "–",
    "1/2/2027",
    "99999999999999999999",
    "0",
    "0.5",
    "½",
    "½ hour",
    "x",
    "é",
    "🙂",
    "👩\u{200d}👧",
    "\u{202e}",
    "\u{0}",
    "\n",
    "\t",
    "’",
    "'",
    "לרכב",
    "العربية",
    "漢字",
    "ﬀ",
    "İ",
    "ß",
    "e\u{301}",
    "PHQ-9",
    "GAD-7",
    "from",
    "to",
    "of",
    "every",
    "other",
    "consecutive",
    "within",
    "half",
    "an",
    "hour",
    "daily",
    "I",
    "will",
    "want",
    "my",
    "sister",
    "be",
    "more",
];

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();

/// A small generator (xorshift); the same seed throws the same text.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below.max(1)).unwrap()).unwrap()
    }
}

fn goals() -> Vec<String> {
    GOALS
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|goal| goal["text"].as_str().unwrap().to_owned())
        .collect()
}

fn text(seed: u64, goals: &[String]) -> String {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut text = String::new();
    match dice.throw(3) {
        0 => {
            for _ in 0..dice.throw(30) {
                text.push_str(PIECES[dice.throw(PIECES.len())]);
                text.push_str(["", " ", " ", "  "][dice.throw(4)]);
            }
        }
        1 => {
            // Two goals cut at any letter, with something between.
            for _ in 0..2 {
                let goal: Vec<char> = goals[dice.throw(goals.len())].chars().collect();
                let (from, to) = (dice.throw(goal.len()), dice.throw(goal.len() + 1));
                text.extend(&goal[from.min(to)..to.max(from)]);
                text.push_str(PIECES[dice.throw(PIECES.len())]);
            }
        }
        _ => {
            for _ in 0..dice.throw(60) {
                let c = u32::try_from(dice.throw(0x11_0000)).unwrap();
                text.extend(char::from_u32(if dice.throw(3) == 0 { c } else { c % 0x80 }));
            }
        }
    }
    text
}

/// Reads `text` in every way there is.
fn read(text: &str) {
    let analysis = analyse(text, TODAY);
    assert!(analysis.behaviour.is_none_or(|said| text.contains(&said)));
    assert!(analysis.vague_terms.iter().all(|term| text.contains(term)));
    for found in findings_in(text, TODAY) {
        assert!(found.place.is_none_or(|place| text.get(place).is_some()));
    }
    if let Some(parts) = Parts::read(text) {
        for voice in Voice::ALL {
            assert!(!parts.write(voice).is_empty());
        }
    }
}

#[test]
fn nothing_that_can_be_typed_makes_the_reader_panic() {
    let minutes = std::env::var("FOOTHOLD_FUZZ_MINUTES").ok().and_then(|text| text.parse().ok());
    let time =
        minutes.map_or(Duration::from_secs(2), |minutes: u64| Duration::from_secs(minutes * 60));
    let from =
        std::env::var("FOOTHOLD_FROM").ok().and_then(|text| text.parse().ok()).unwrap_or(0_u64);
    let goals = goals();
    let start = Instant::now();
    let mut seed = from;
    while start.elapsed() < time {
        let text = text(seed, &goals);
        let outcome = std::panic::catch_unwind(|| read(&text));
        assert!(outcome.is_ok(), "seed {seed}: {text:?}");
        seed += 1;
    }
}

#[test]
fn a_megabyte_of_anything_is_read_to_its_end() {
    for piece in [
        "a ",
        "3 times a week, ",
        "by June ",
        "“",
        ": “",
        "(",
        "____ ",
        "no more than ",
        "🙂",
        "first second ",
        "a",
        "1",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        assert!(analyse(&text, TODAY).behaviour.is_none_or(|said| text.contains(&said)));
    }
}
