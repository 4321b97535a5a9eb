//! A writing line that belongs to a chart: its text is kept as a change, its draft survives a crash, and what
//! cannot be kept is answered at the place.

use crate::ui::prelude::*;

use crate::domain::words::{OwnWords, WordsError};
use crate::ui::part::{Line, LineKind, Pace, Restates};
use crate::ui::session::{Problem, session};
use crate::ui::words;

/// What stands in a field and is no part of what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outside {
    /// Somebody left the question open.
    LeftOpen,
    /// It cannot be read.
    Unread,
}

/// A line whose text goes to `on_keep`; `draft` names it among unfinished texts.
#[component]
pub(crate) fn Field(
    /// Visible name of the line.
    #[prop(into)]
    label: Signal<String>,
    /// A sentence under the line.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What could stand here.
    #[prop(optional, into)]
    example: String,
    /// The name of its draft; unique in the app.
    draft: String,
    /// What is kept now.
    #[prop(into)]
    value: Signal<String>,
    /// Keeps a finished text, or says why not.
    on_keep: Callback<String, Result<(), Problem>>,
    /// What is being typed, for what is shown live: whenever the hand rests.
    #[prop(optional)]
    on_type: Option<Callback<String>>,
    /// Hears whether what stands in the field is kept.
    #[prop(optional)]
    on_apart: Option<Callback<Option<Outside>>>,
    /// What is said after a problem, such as what is kept meanwhile.
    #[prop(optional, into)]
    meanwhile: Signal<Option<String>>,
    /// Puts what is kept back into the field, also where a tap chose it anew.
    #[prop(optional)]
    renew: Option<RwSignal<u32>>,
    /// Size of the line.
    #[prop(optional)]
    kind: LineKind,
) -> impl IntoView {
    let session = session();
    let apart = move |outside| {
        if let Some(on_apart) = on_apart {
            on_apart.try_run(outside);
        }
    };
    let problem = RwSignal::new(None::<String>);
    // A text that was refused, or left unfinished by a crash, stands in the field instead of what is kept.
    let left = session.draft(&draft);
    if left.as_ref() == Some(&value.get_untracked()) {
        session.drop_draft(&draft);
    }
    let unfinished = RwSignal::new(left.filter(|text| *text != value.get_untracked()));
    let shown = Signal::derive(move || unfinished.get().unwrap_or_else(|| value.get()));
    let draft = StoredValue::new(draft);
    let pace = Pace::new(Callback::new(move |text: String| {
        draft.try_with_value(|draft| {
            if value.get_untracked() == text {
                session.drop_draft(draft);
            } else {
                session.keep_draft(draft, &text);
            }
        });
    }));
    let live = on_type.map(Pace::at_rest);
    let calm = move || {
        pace.calm();
        if let Some(live) = live {
            live.calm();
        }
    };
    let seen = StoredValue::new(value.get_untracked());
    let keep = Callback::new(move |text: String| {
        calm();
        let outcome = on_keep.run(text.clone());
        // What this field itself changed is no change from elsewhere.
        if let Some(now) = value.try_get_untracked() {
            seen.try_set_value(now);
        }
        match outcome {
            Ok(()) => {
                problem.try_set(None);
                unfinished.try_set(None);
                draft.try_with_value(|draft| session.drop_draft(draft));
                apart(None);
            }
            Err(error) => {
                if let Some(on_type) = on_type {
                    on_type.try_run(text.clone());
                }
                draft.try_with_value(|draft| session.keep_draft(draft, &text));
                let is_open = error == Problem::LeftOpen;
                problem.try_set((!is_open).then(|| words::problem(&error)));
                unfinished.try_set(Some(text));
                apart(Some(if is_open { Outside::LeftOpen } else { Outside::Unread }));
            }
        }
    });
    let typed = Callback::new(move |text: String| {
        if let Some(live) = live {
            live.typed(text.clone());
        }
        pace.typed(text);
    });
    // What was changed elsewhere, by a button or by undo, is newer than what was left in this field.
    let seen_turn = StoredValue::new(0);
    Effect::new(move || {
        let now = value.get();
        let turn = renew.map_or(0, RwSignal::get);
        let is_renewed = seen_turn.with_value(|seen| *seen != turn);
        seen_turn.set_value(turn);
        if is_renewed || seen.with_value(|seen| *seen != now) {
            seen.set_value(now);
            calm();
            unfinished.set(None);
            problem.set(None);
            draft.with_value(|draft| session.drop_draft(draft));
            apart(None);
        }
    });
    let problem = Signal::derive(move || {
        problem.get().map(|problem| match meanwhile.get() {
            Some(meanwhile) => format!("{problem} {meanwhile}"),
            None => problem,
        })
    });
    if let Some(text) = unfinished.get_untracked() {
        Effect::new(move || {
            if let Some(on_type) = on_type {
                on_type.run(text.clone());
            }
            if !session.read_only().get_untracked() {
                keep.run(text.clone());
            }
        });
    }
    view! {
        <Line
            label=label
            hint=hint
            example=example
            value=shown
            on_keep=keep
            on_type=typed
            problem=problem
            kind=kind
            restates=Restates::Every
            locked=session.read_only()
        />
    }
}

/// The words in a field that may be left empty: nothing typed is no words, spaces alone are a slip.
pub(crate) fn optional(text: &str) -> Result<Option<OwnWords>, WordsError> {
    if text.is_empty() { Ok(None) } else { OwnWords::new(text).map(Some) }
}

/// The text of words that may be missing.
pub(crate) fn text(words: Option<&OwnWords>) -> String {
    words.map(OwnWords::as_str).unwrap_or_default().to_owned()
}
