//! The text of one field between the first key and the moment it is kept.

use crate::ui::prelude::*;
use leptos::ev::KeyboardEvent;

use super::press;

/// When the owner of a field answers a text that was kept with the one to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Restates {
    /// Where it keeps another text than it was given.
    #[default]
    Changed,
    /// Every time: in another form ("in 8 weeks"), or the same.
    Every,
}

/// Stands between a field and the chart: hands a text on once a finished gesture, and never
/// changes the text under the writer's hand.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    value: Signal<String>,
    /// The value that the field took over last; nothing before the first time.
    taken: StoredValue<Option<String>>,
    /// What was handed on or taken over last.
    kept: StoredValue<String>,
    /// Typed, and not handed on yet.
    unkept: StoredValue<Option<String>>,
    inside: RwSignal<bool>,
    /// The focus has gone, though a press may still hold back what that brings.
    left: StoredValue<bool>,
    on_keep: Callback<String>,
    on_type: Option<Callback<String>>,
    restates: Restates,
}

impl Draft {
    pub(super) fn new(
        value: Signal<String>,
        on_keep: Callback<String>,
        on_type: Option<Callback<String>>,
    ) -> Self {
        let draft = Self {
            value,
            taken: StoredValue::new(None),
            kept: StoredValue::new(value.get_untracked()),
            unkept: StoredValue::new(None),
            inside: RwSignal::new(false),
            left: StoredValue::new(true),
            on_keep,
            on_type,
            restates: Restates::Changed,
        };
        // A page that is left by the browser's back key sends no blur; the words still count.
        on_cleanup(move || draft.keep());
        draft
    }

    /// As its owner answers.
    pub(super) fn restating(self, restates: Restates) -> Self {
        Self { restates, ..self }
    }

    /// Shows the value now and whenever it changes outside, except while somebody writes.
    ///
    /// A text that was refused is not the value, so it stays in the field beside its sentence.
    pub(super) fn follow(self, show: impl Fn(&str) + 'static) {
        press::watch();
        Effect::new(move || {
            let text = self.value.get();
            if self.inside.get() || self.unkept.with_value(Option::is_some) {
                return;
            }
            if self.taken.with_value(|taken| taken.as_ref() != Some(&text)) {
                show(&text);
                self.taken.set_value(Some(text.clone()));
                self.kept.set_value(text);
            }
        });
    }

    pub(super) fn enter(self) {
        self.left.set_value(false);
        self.inside.set(true);
    }

    pub(super) fn typed(self, text: String) {
        if let Some(on_type) = self.on_type {
            on_type.run(text.clone());
        }
        self.unkept.set_value(Some(text));
    }

    /// Enter ends the gesture on a field of one line, unless it only picks a word of an input method.
    pub(super) fn key(self, event: &KeyboardEvent) {
        if event.key() == "Enter" && !event.is_composing() {
            self.keep();
        }
    }

    /// The browser reports a change: kept once nothing is pressed any more.
    pub(super) fn changed(self) {
        press::after(move || self.keep());
    }

    pub(super) fn leave(self) {
        self.left.set_value(true);
        press::after(move || {
            self.keep();
            if self.left.try_get_value() == Some(true) {
                self.inside.try_set(false);
            }
        });
    }

    pub(super) fn keep(self) {
        let Some(text) = self.unkept.try_update_value(Option::take).flatten() else { return };
        if self.kept.try_with_value(|kept| *kept != text) == Some(true) {
            self.kept.set_value(text.clone());
            if self.restates == Restates::Every {
                self.taken.set_value(Some(text.clone()));
            }
            self.on_keep.try_run(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A draft over "walk", and what it handed on.
    fn draft(check: impl Fn(Draft, RwSignal<Vec<String>>)) {
        let owner = Owner::new();
        owner.with(|| {
            let kept = RwSignal::new(Vec::new());
            let value = RwSignal::new("walk".to_owned());
            let on_keep =
                Callback::new(move |text| kept.update(|all: &mut Vec<String>| all.push(text)));
            check(Draft::new(value.into(), on_keep, None), kept);
        });
    }

    #[test]
    fn a_finished_gesture_keeps_the_text_once() {
        draft(|draft, kept| {
            draft.enter();
            draft.typed(" walk \u{1F600}".to_owned());
            draft.keep();
            draft.leave();
            assert_eq!(kept.get_untracked(), [" walk \u{1F600}"]);
        });
    }

    #[test]
    fn typing_back_to_what_was_kept_is_no_change() {
        draft(|draft, kept| {
            draft.typed("walks".to_owned());
            draft.typed("walk".to_owned());
            draft.leave();
            assert_eq!(kept.get_untracked(), Vec::<String>::new());
        });
    }

    #[test]
    fn a_text_that_is_changed_again_is_kept_again() {
        draft(|draft, kept| {
            draft.typed("run".to_owned());
            draft.leave();
            draft.typed("walk".to_owned());
            draft.leave();
            assert_eq!(kept.get_untracked(), ["run", "walk"]);
        });
    }
}
