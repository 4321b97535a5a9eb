//! The same as `pace`, in a browser: reads the texts in `window.goals` and leaves milliseconds a goal in `window.pace`.
//!
//! `scripts/bench --only P6g` builds it as the app is built and runs it.

#[path = "pace/goal.rs"]
mod goal;

use std::hint::black_box;

use chrono::NaiveDate;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

/// Times each goal is read in a row: a browser's clock moves in steps of a tenth of a millisecond.
const ROUNDS: u32 = 10;

fn main() {
    let window = web_sys::window().expect("a window");
    let clock = window.performance().expect("a clock");
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let goals = Reflect::get(&window, &JsValue::from_str("goals")).expect("goals");
    let pace = Array::new();
    for goal in Array::from(&goals).iter().filter_map(|goal| goal.as_string()) {
        let start = clock.now();
        for _ in 0..ROUNDS {
            black_box(goal::once(&goal, today));
        }
        pace.push(&JsValue::from_f64((clock.now() - start) / f64::from(ROUNDS)));
    }
    Reflect::set(&window, &JsValue::from_str("pace"), &pace).expect("a place");
}
