//! The ruler: a rating as one line with round footholds, to tap, to drag along or to walk by key.

use crate::ui::prelude::*;
use leptos::ev::{Event, KeyboardEvent};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};

use super::gesture::Gesture;
use super::name::fresh_name;
use super::slide::Slide;

/// A rating from `from` to `to` whose ends are said in words. Nothing is chosen at first.
///
/// `on_choose` runs once a finished gesture, and only when the choice differs from `value`.
/// A group of radios named by `label` holds the footholds; a slider named "`label`, slider"
/// lies on the same line for those who steer by slider.
#[component]
pub(crate) fn Ruler(
    /// The question, read as the name of the group.
    #[prop(into)]
    label: String,
    /// What the lowest foothold means.
    #[prop(into)]
    low: String,
    /// What the highest foothold means.
    #[prop(into)]
    high: String,
    from: u8,
    to: u8,
    #[prop(into)] value: Signal<Option<u8>>,
    on_choose: Callback<u8>,
    /// Shows the rating without letting it be changed.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let gesture = Gesture::new(value, on_choose);
    let name = fresh_name("ruler");
    let label_name = format!("{name}-label");
    let ends_name = format!("{name}-ends");
    let slide = Slide::new(gesture);
    let spoken = {
        let (low, high) = (low.clone(), high.clone());
        move || spoken(gesture.shown(), from, to, &low, &high)
    };
    let footholds = (from..=to)
        .map(|step| {
            view! {
                <label class="fh-ruler__step" data-step=step>
                    <input
                        type="radio"
                        class="fh-ruler__dot"
                        name=name.clone()
                        value=step
                        prop:checked=move || gesture.shown() == Some(step)
                        disabled=move || locked.get()
                        on:change=move |_| gesture.change(step)
                    />
                    <span class="fh-ruler__number">{step}</span>
                </label>
            }
        })
        .collect_view();
    let radio_key = move |event: KeyboardEvent| {
        let end = match event.key().as_str() {
            "Home" => from,
            "End" => to,
            _ => {
                gesture.key(&event);
                return;
            }
        };
        gesture.key(&event);
        event.prevent_default();
        gesture.show(end);
        focus_step(&event, end);
    };
    let slider_key = move |event: KeyboardEvent| {
        // A native slider always stands somewhere; while nothing is chosen its first key must
        // reach an end, else the lowest value could not be chosen at all.
        if gesture.key(&event) && gesture.shown().is_none() {
            event.prevent_default();
            let low_end =
                matches!(event.key().as_str(), "ArrowRight" | "ArrowUp" | "Home" | "PageUp");
            gesture.show(if low_end { from } else { to });
        }
    };
    view! {
        <div class="fh-ruler" class:fh-ruler--ten={to - from == 9}>
            <p class="fh-ruler__label" id=label_name.clone()>{label.clone()}</p>
            <div class="fh-ruler__row">
                <div
                    class="fh-ruler__steps"
                    role="radiogroup"
                    aria-labelledby=label_name
                    aria-describedby=ends_name.clone()
                    on:pointerdown=move |event| if !locked.get_untracked() { slide.press(&event) }
                    on:pointermove=move |event| slide.slide(&event)
                    on:pointerup=move |_| slide.lift()
                    on:pointercancel=move |_| slide.cancel()
                    on:click=move |event| slide.click(&event)
                    on:keydown=radio_key
                    on:focusout=move |event| gesture.leave(&event)
                >
                    {footholds}
                </div>
                <input
                    type="range"
                    class="fh-ruler__line"
                    aria-label=format!("{label}, slider")
                    aria-valuetext=spoken
                    min=from
                    max=to
                    step="1"
                    prop:value=move || gesture.shown().unwrap_or(from).to_string()
                    disabled=move || locked.get()
                    on:pointerdown=move |_| gesture.point()
                    on:keydown=slider_key
                    on:input=move |event| gesture.show(read(&event, from))
                    on:change=move |event| gesture.change(read(&event, from))
                    on:blur=move |_| gesture.finish()
                />
            </div>
            <p class="fh-ruler__ends" id=ends_name>
                <span class="fh-hear">{format!("{from} is ")}</span>
                <span>{low}</span>
                <span class="fh-hear">{format!(", {to} is ")}</span>
                <span>{high}</span>
            </p>
        </div>
    }
}

/// What a slider says of its place. Only the ends have words of their own.
fn spoken(shown: Option<u8>, from: u8, to: u8, low: &str, high: &str) -> String {
    match shown {
        None => "Not chosen yet".to_owned(),
        Some(step) if step == from => format!("{step} of {to}, {low}"),
        Some(step) if step == to => format!("{step} of {to}, {high}"),
        Some(step) => format!("{step} of {to}"),
    }
}

/// The value of the slider that sent the event.
fn read(event: &Event, from: u8) -> u8 {
    event_target::<HtmlInputElement>(event).value().parse().unwrap_or(from)
}

/// Moves the focus to a foothold of the group that sent the event, as the arrow keys do.
fn focus_step(event: &KeyboardEvent, step: u8) {
    let radio = event
        .current_target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|group| group.query_selector(&format!("input[value='{step}']")).ok().flatten())
        .and_then(|radio| radio.dyn_into::<HtmlInputElement>().ok());
    if let Some(radio) = radio {
        let _ = radio.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn a_ruler_that_was_never_touched_says_so() {
        assert_eq!(spoken(None, 1, 10, "a little", "a lot"), "Not chosen yet");
    }

    #[test]
    fn the_ends_are_said_in_words_and_the_middle_in_figures() {
        assert_eq!(spoken(Some(1), 1, 10, "a little", "a lot"), "1 of 10, a little");
        assert_eq!(spoken(Some(4), 1, 10, "a little", "a lot"), "4 of 10");
        assert_eq!(spoken(Some(10), 1, 10, "a little", "a lot"), "10 of 10, a lot");
    }
}
