//! One choice out of a few, in words with a shape: never by colour alone.

use crate::ui::prelude::*;

use super::gesture::Gesture;
use super::name::fresh_name;

/// How the choices stand together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PickKind {
    /// Separate chips that wrap.
    #[default]
    Chips,
    /// One bar of two or three ways to look at the same thing.
    Bar,
}

/// A group of radios named by `label`; `options` are values with the words that stand for them.
///
/// `on_choose` runs once a finished gesture with the value, and only when it differs from `chosen`.
/// At most 255 options are shown.
#[component]
pub(crate) fn Pick(
    #[prop(into)] label: String,
    options: Vec<(String, String)>,
    #[prop(into)] chosen: Signal<Option<String>>,
    on_choose: Callback<String>,
    #[prop(optional)] kind: PickKind,
    /// Shows the choice without letting it be changed.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let (values, words): (Vec<_>, Vec<_>) = options.into_iter().unzip();
    let values = StoredValue::new(values);
    let kept = Signal::derive(move || {
        let chosen = chosen.get()?;
        let place = values.with_value(|values| values.iter().position(|value| *value == chosen))?;
        u8::try_from(place).ok()
    });
    let gesture = Gesture::new(
        kept,
        Callback::new(move |place: u8| {
            let value = values.try_with_value(|values| values.get(usize::from(place)).cloned());
            if let Some(value) = value.flatten() {
                on_choose.try_run(value);
            }
        }),
    );
    let name = fresh_name("pick");
    let label_name = format!("{name}-label");
    let choices = (0..=u8::MAX)
        .zip(words)
        .map(|(place, words)| {
            view! {
                <label class="fh-pick__choice">
                    <input
                        type="radio"
                        class="fh-pick__dot"
                        name=name.clone()
                        value=place
                        prop:checked=move || gesture.shown() == Some(place)
                        disabled=move || locked.get()
                        on:change=move |_| gesture.change(place)
                    />
                    <span class="fh-pick__words">{words}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <div class="fh-pick" class:fh-pick--bar=kind == PickKind::Bar>
            <p class="fh-pick__label" id=label_name.clone()>{label}</p>
            <div
                class="fh-pick__choices"
                role="radiogroup"
                aria-labelledby=label_name
                on:pointerdown=move |_| gesture.point()
                on:keydown=move |event| { gesture.key(&event); }
                on:focusout=move |event| gesture.leave(&event)
            >
                {choices}
            </div>
        </div>
    }
}
