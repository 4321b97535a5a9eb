//! Handing on what is being typed at the pace of somebody who writes, never at every key.

use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;

/// When a text that is being typed is handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beat {
    /// While somebody writes, however steadily: a crash costs half a second of it.
    Steady,
    /// Once the hand rests: the letter is on the screen first, and nothing beside it moves at every key.
    AtRest,
}

impl Beat {
    /// From the first key since the last time, or from the last one (milliseconds).
    const fn after_ms(self) -> u32 {
        match self {
            Self::Steady => 500,
            Self::AtRest => 150,
        }
    }
}

/// Hands the latest text on.
#[derive(Clone, Copy)]
pub(crate) struct Pace {
    beat: Beat,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    latest: StoredValue<Option<String>>,
    write: Callback<String>,
}

impl Pace {
    /// Texts go to `write` while they are typed, to be kept through a crash.
    pub(crate) fn new(write: Callback<String>) -> Self {
        Self::with(Beat::Steady, write)
    }

    /// Texts go to `write` once the hand rests, to be shown.
    pub(crate) fn at_rest(write: Callback<String>) -> Self {
        Self::with(Beat::AtRest, write)
    }

    fn with(beat: Beat, write: Callback<String>) -> Self {
        Self { beat, timer: StoredValue::new_local(None), latest: StoredValue::new(None), write }
    }

    /// A key was pressed.
    pub(crate) fn typed(self, text: String) {
        let waits = self.latest.with_value(Option::is_some);
        self.latest.set_value(Some(text));
        if !waits || self.beat == Beat::AtRest {
            let write = move || {
                if let Some(text) = self.latest.try_update_value(Option::take).flatten() {
                    self.write.try_run(text);
                }
            };
            self.timer.set_value(Some(Timeout::new(self.beat.after_ms(), write)));
        }
    }

    /// The text was kept in another way.
    pub(crate) fn calm(self) {
        self.timer.try_update_value(Option::take);
        self.latest.try_update_value(Option::take);
    }
}
