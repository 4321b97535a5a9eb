//! A small field for one whole number with its unit. Whoever owns it reads the text.

use crate::ui::prelude::*;
use leptos::html;
use leptos::web_sys::HtmlInputElement;

use super::draft::{Draft, Restates};
use super::name::fresh_name;

/// A field that is meant for a whole number.
///
/// It is a text field, because a native number field hides what it cannot read ("three", "1e9") from the page. What
/// cannot be read stays in the field, and the sentence about it stands at `described`. `on_keep` runs once a finished
/// gesture, `on_type` at every key.
#[component]
pub(crate) fn NumberLine(
    #[prop(into)] label: String,
    /// The id of the whole line, for whoever leads there.
    #[prop(optional)]
    place: &'static str,
    #[prop(into)] value: Signal<String>,
    on_keep: Callback<String>,
    on_type: Callback<String>,
    /// The id of the sentence about it, which has no room under the field.
    described: String,
    /// Whether what stands in it cannot be read.
    #[prop(into)]
    invalid: Signal<bool>,
    /// Shows the number without letting it be changed.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let draft = Draft::new(value, on_keep, Some(on_type)).restating(Restates::Every);
    let node = NodeRef::<html::Input>::new();
    draft.follow(move |text| {
        if let Some(field) = node.get() {
            field.set_value(text);
        }
    });
    let name = fresh_name("number");
    view! {
        <div class="fh-line fh-line--number" id=place>
            <label class="fh-line__label" for=name.clone()>{label}</label>
            <input
                type="text"
                inputmode="numeric"
                class="fh-line__field"
                id=name
                node_ref=node
                autocomplete="off"
                spellcheck="false"
                aria-describedby=described
                aria-invalid=move || invalid.get().then_some("true")
                readonly=move || locked.get()
                on:focus=move |_| draft.enter()
                on:input=move |event| draft.typed(event_target::<HtmlInputElement>(&event).value())
                on:change=move |_| draft.changed()
                on:keydown=move |event| draft.key(&event)
                on:blur=move |_| draft.leave()
            />
        </div>
    }
}
