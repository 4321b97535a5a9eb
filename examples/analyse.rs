//! Goals in, one JSON object a line (`id`, `text`); what the reader makes of each out, one JSON object a line.
//!
//! `cargo run -q --no-default-features --example analyse < goals.jsonl > predictions.jsonl`
//!
//! The fields are those of the labelling guideline, plus `findings`. A line that is no such object is named on
//! standard error and left out; the rest goes on, and the exit code is 1.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use foothold::language::analysis::{Analysis, analyse};
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Deserialize)]
struct Goal {
    #[serde(default)]
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(flatten)]
    analysis: Analysis,
}

fn main() -> io::Result<ExitCode> {
    // Some findings depend on the day (a day gone by, one far off); a fixed one keeps two runs equal.
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let (mut input, mut output, mut errors) =
        (io::stdin().lock(), io::BufWriter::new(io::stdout().lock()), io::stderr());
    let mut code = ExitCode::SUCCESS;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Goal>(&line) {
            Ok(Goal { id, text }) => {
                serde_json::to_writer(
                    &mut output,
                    &Answer { id, analysis: analyse(&text, today) },
                )?;
                output.write_all(b"\n")?;
            }
            Err(error) => {
                // Only the kind of fault: a goal's own words stay out of logs.
                writeln!(
                    errors,
                    "line {number}: not a JSON object with a text ({:?} error)",
                    error.classify()
                )?;
                code = ExitCode::FAILURE;
            }
        }
    }
    output.flush()?;
    Ok(code)
}
