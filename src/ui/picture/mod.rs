//! Figures as SVG, each also as sentences and as a table. Positions come from `figure`, colors from the style sheets.

mod ladder;
mod ladder_drawing;
mod ladder_editor;
mod ladder_row;
mod progress;
mod rung_drag;
mod sign;

use std::sync::atomic::{AtomicU32, Ordering};

pub(crate) use ladder::LadderPicture;
pub(crate) use ladder_editor::{ADD_STEP, Drafts, LadderEditor, RungRow};
pub(crate) use progress::ProgressPicture;

/// One fir, its foot at the origin, 72 high.
pub(crate) const FIR: &str = "M0-72Q5-56 8-44L4-45Q7-33 13-22L6-23Q10-12 17 0L8-1H-8L-17 0Q-9-12-9-19L-13-22Q-7-33-7-41L-8-44Q-5-56 0-72Z";

/// Thousandths of a side as the percentage SVG reads.
pub(crate) fn percent(thousandths: i32) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let whole = thousandths.unsigned_abs();
    format!("{sign}{}.{}%", whole / 10, whole % 10)
}

/// A name no other element on the page has, so that a picture finds its own words.
fn unique(kind: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("fh-{kind}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
