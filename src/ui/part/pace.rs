//! Writing down what is being typed, at the pace of somebody who pauses: a crash costs half a second of it.

use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;

/// Longest time that a key stays unwritten (milliseconds).
const AFTER_MS: u32 = 500;

/// Hands the latest text on, half a second after the first key since the last time: a clock that runs is not set back.
#[derive(Clone, Copy)]
pub(crate) struct Pace {
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    latest: StoredValue<Option<String>>,
    write: Callback<String>,
}

impl Pace {
    /// Texts go to `write`.
    pub(crate) fn new(write: Callback<String>) -> Self {
        Self { timer: StoredValue::new_local(None), latest: StoredValue::new(None), write }
    }

    /// A key was pressed.
    pub(crate) fn typed(self, text: String) {
        let waits = self.latest.with_value(Option::is_some);
        self.latest.set_value(Some(text));
        if !waits {
            let write = move || {
                if let Some(text) = self.latest.try_update_value(Option::take).flatten() {
                    self.write.try_run(text);
                }
            };
            self.timer.set_value(Some(Timeout::new(AFTER_MS, write)));
        }
    }

    /// The text was kept in another way.
    pub(crate) fn calm(self) {
        self.timer.try_update_value(Option::take);
        self.latest.try_update_value(Option::take);
    }
}
