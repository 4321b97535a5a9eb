//! How long the goal language takes, in microseconds: the median goal read, found and written in every voice, and a
//! megabyte of one text. Goals in as for `analyse`; one JSON object out.
//!
//! `cargo run -q --release --no-default-features --example pace < goals.jsonl`

mod goal;

use std::hint::black_box;
use std::io::{self, BufRead};
use std::time::Instant;

use chrono::NaiveDate;
use foothold::language::finding::findings_in;
use serde_json::{Value, json};

/// Times each goal is read; the least of them counts, as anything above is somebody else's time.
const ROUNDS: usize = 20;

fn microseconds(run: impl Fn() -> usize) -> f64 {
    let start = Instant::now();
    black_box(run());
    start.elapsed().as_secs_f64() * 1e6
}

fn main() -> io::Result<()> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let mut goals = Vec::new();
    for line in io::stdin().lock().lines() {
        let goal: Value = serde_json::from_str(&line?)?;
        goals.extend(goal.get("text").and_then(Value::as_str).map(str::to_owned));
    }
    let mut each: Vec<f64> = goals
        .iter()
        .map(|text| {
            (0..ROUNDS)
                .map(|_| microseconds(|| goal::once(text, today)))
                .fold(f64::INFINITY, f64::min)
        })
        .collect();
    each.sort_by(f64::total_cmp);
    let share = |part: usize| each.get(each.len() * part / 100).copied().unwrap_or_default();
    let mut megabytes = serde_json::Map::new();
    for piece in ["a ", "3 times a week, ", "by June ", ": “", "no more than ", "first second "] {
        let text = piece.repeat(1_000_000 / piece.len());
        megabytes.insert(
            piece.to_owned(),
            json!(microseconds(|| findings_in(black_box(&text), today).len()).round()),
        );
    }
    let all = json!({ "goals": goals.len(), "median": share(50), "p95": share(95), "megabyte": megabytes });
    serde_json::to_writer_pretty(io::stdout().lock(), &all)?;
    Ok(())
}
