//! The writing line: one answer in somebody's own words, never corrected and never lost.

use crate::ui::prelude::*;
use leptos::html;
use leptos::web_sys::{HtmlInputElement, HtmlTextAreaElement, css};

use super::draft::{Draft, Restates};
use super::name::fresh_name;

/// How much room an answer gets, and how loud it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// One line; Enter keeps it.
    #[default]
    Single,
    /// A few characters, such as initials.
    Short,
    /// Two lines that grow with the answer.
    Tall,
    /// The client's own words: three lines, the largest writing on the page.
    Words,
}

impl LineKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Single => "fh-line",
            Self::Short => "fh-line fh-line--short",
            Self::Tall => "fh-line fh-line--tall",
            Self::Words => "fh-line fh-line--words",
        }
    }

    /// Lines shown while empty.
    const fn rows(self) -> u32 {
        match self {
            Self::Single | Self::Short => 1,
            Self::Tall => 2,
            Self::Words => 3,
        }
    }
}

/// Lines a field grows to before it scrolls inside; a page must stay a page.
const MOST_ROWS: u32 = 12;

/// A line to write on, with its question above it.
///
/// `on_keep` runs once a finished gesture (Enter on one line, or leaving the field), and only if the
/// text is not what was kept last. `on_type` runs at every key, for a draft. The text in the field
/// is never changed while somebody writes in it; a value that changes outside (undo) waits.
#[component]
pub(crate) fn Line(
    #[prop(into)] label: Signal<String>,
    /// One short sentence of help under the label.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// A made-up answer shown while the field is empty.
    #[prop(optional, into)]
    example: String,
    #[prop(into)] value: Signal<String>,
    on_keep: Callback<String>,
    #[prop(optional)] on_type: Option<Callback<String>>,
    /// One sentence on what to change; shown and read out at the place.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    #[prop(optional)] kind: LineKind,
    /// When `value` answers a text that was kept.
    #[prop(optional)]
    restates: Restates,
    /// Shows the text without letting it be changed.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let draft = Draft::new(value, on_keep, on_type).restating(restates);
    let name = fresh_name("line");
    let hint_name = format!("{name}-hint");
    let problem_name = format!("{name}-problem");
    let described = format!("{hint_name} {problem_name}");
    let invalid = move || problem.with(Option::is_some).then_some("true");
    let capitals = if kind == LineKind::Short { "characters" } else { "sentences" };
    let field = if kind.rows() == 1 {
        let node = NodeRef::<html::Input>::new();
        draft.follow(move |text| {
            if let Some(field) = node.get() {
                field.set_value(text);
            }
        });
        view! {
            <input
                type="text"
                class="fh-line__field"
                id=name.clone()
                node_ref=node
                placeholder=example
                autocomplete="off"
                autocapitalize=capitals
                spellcheck="false"
                dir="auto"
                aria-describedby=described
                aria-invalid=invalid
                readonly=move || locked.get()
                on:focus=move |_| draft.enter()
                on:input=move |event| draft.typed(event_target::<HtmlInputElement>(&event).value())
                on:change=move |_| draft.changed()
                on:keydown=move |event| draft.key(&event)
                on:blur=move |_| draft.leave()
            />
        }
        .into_any()
    } else {
        let node = NodeRef::<html::Textarea>::new();
        draft.follow(move |text| {
            if let Some(field) = node.get() {
                field.set_value(text);
                grow(&field, kind.rows());
            }
        });
        view! {
            <textarea
                class="fh-line__field"
                id=name.clone()
                node_ref=node
                rows=kind.rows()
                placeholder=example
                autocomplete="off"
                autocapitalize=capitals
                spellcheck="false"
                dir="auto"
                aria-describedby=described
                aria-invalid=invalid
                readonly=move || locked.get()
                on:focus=move |_| draft.enter()
                on:input=move |event| {
                    let field = event_target::<HtmlTextAreaElement>(&event);
                    grow(&field, kind.rows());
                    draft.typed(field.value());
                }
                on:change=move |_| draft.changed()
                on:blur=move |_| draft.leave()
            ></textarea>
        }
        .into_any()
    };
    view! {
        <div class=kind.class()>
            <label class="fh-line__label" for=name>{move || label.get()}</label>
            {field}
            <p class="fh-line__hint" id=hint_name>{move || hint.get()}</p>
            <p class="fh-line__problem" id=problem_name aria-live="polite">{move || problem.get()}</p>
        </div>
    }
}

/// Gives the field as many lines as its text fills, where the style sheet cannot do it alone.
fn grow(field: &HtmlTextAreaElement, fewest: u32) {
    // To ask for a height makes the browser lay out the whole page there and then, at every key.
    if css::supports_with_value("field-sizing", "content").unwrap_or(false) {
        return;
    }
    let hidden = field.scroll_height() - field.client_height();
    if 0 < hidden {
        let line = field.client_height().max(1) / i32::try_from(field.rows()).unwrap_or(1).max(1);
        let more = u32::try_from(hidden / line.max(1) + 1).unwrap_or(0);
        field.set_rows((field.rows() + more).clamp(fewest, MOST_ROWS));
    }
}
