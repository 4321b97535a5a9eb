//! One choice under way: shown at once, handed on once when the gesture is over.
//!
//! A chart keeps one change a finished gesture. A tap is over when it lands, a drag when the finger
//! lifts. Arrow keys walk through values that nobody means, so they are over after Enter, Space, a
//! move of focus, or a pause.

use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Node;

/// Milliseconds without a key after which a choice made by keyboard counts.
const PAUSE_MS: u32 = 1_500;

/// What the person is choosing, between the first touch and the moment it counts.
#[derive(Clone, Copy)]
pub(super) struct Gesture {
    kept: Signal<Option<u8>>,
    pending: RwSignal<Option<u8>>,
    by_key: StoredValue<bool>,
    pause: StoredValue<Option<Timeout>, LocalStorage>,
    on_done: Callback<u8>,
}

impl Gesture {
    /// `kept` is what already counts; `on_done` hears a new choice once.
    pub(super) fn new(kept: Signal<Option<u8>>, on_done: Callback<u8>) -> Self {
        let gesture = Self {
            kept,
            pending: RwSignal::new(None),
            by_key: StoredValue::new(false),
            pause: StoredValue::new_local(None),
            on_done,
        };
        // A page that is left in the middle of a choice keeps the choice: it stood on the screen.
        on_cleanup(move || gesture.finish());
        gesture
    }

    /// What stands on the screen: the choice under way, else the kept one.
    pub(super) fn shown(self) -> Option<u8> {
        self.pending.get().or_else(|| self.kept.get())
    }

    /// A finger or a mouse takes over.
    pub(super) fn point(self) {
        self.by_key.set_value(false);
    }

    /// A key was pressed on the part; says whether it began or went on with walking through values.
    pub(super) fn key(self, event: &KeyboardEvent) -> bool {
        match event.key().as_str() {
            "Enter" | " " => {
                self.by_key.set_value(false);
                self.finish();
                false
            }
            "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End" | "PageUp"
            | "PageDown" => {
                self.by_key.set_value(true);
                true
            }
            _ => false,
        }
    }

    /// The value under the finger or the slider's thumb; it does not count yet.
    pub(super) fn show(self, value: u8) {
        // A finger reports many moves over one foothold; only another foothold is news to the screen.
        if self.pending.get_untracked() != Some(value) {
            self.pending.set(Some(value));
        }
        if self.by_key.get_value() {
            self.wait();
        }
    }

    /// The browser reports a change: final after a tap, one step of many after an arrow key.
    pub(super) fn change(self, value: u8) {
        self.show(value);
        if !self.by_key.get_value() {
            self.finish();
        }
    }

    /// The focus moved; the gesture is over unless it went to another value of the same part.
    pub(super) fn leave(self, event: &FocusEvent) {
        let part = event.current_target().and_then(|target| target.dyn_into::<Node>().ok());
        let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        if !part.is_some_and(|part| next.is_some() && part.contains(next.as_ref())) {
            self.finish();
        }
    }

    /// The gesture was taken away, as when a drag turns into scrolling.
    pub(super) fn drop_it(self) {
        self.pending.set(None);
    }

    /// The gesture is over; what it chose counts if it differs from what was kept.
    pub(super) fn finish(self) {
        self.pause.try_update_value(Option::take);
        self.settle();
    }

    fn settle(self) {
        let Some(Some(value)) = self.pending.try_get_untracked() else { return };
        if self.kept.try_get_untracked().flatten() != Some(value) {
            self.on_done.try_run(value);
        }
        self.pending.try_set(None);
    }

    fn wait(self) {
        // The timer stays in its place while it runs: a timer must not drop itself.
        self.pause.set_value(Some(Timeout::new(PAUSE_MS, move || self.settle())));
    }
}
