//! One rung to work on: its words on a writing line, its effort, whether it is reached, and where it goes.

use crate::ui::prelude::*;
use leptos::ev::{KeyboardEvent, PointerEvent};

use super::ladder_editor::{Deeds, RungRow, refocus};
use super::rung_drag::Dragging;
use super::sign::Sign;
use super::unique;
use crate::domain::ladder::MAX_EFFORT;
use crate::domain::words::{OwnWords, WordsError};
use crate::figure::say;

/// Which way a rung is moved by key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// Where a rung stands among the others.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Place {
    /// Rungs above it.
    above: usize,
    /// All of them.
    count: usize,
}

/// A rung and what can be asked about it while it is shown.
#[derive(Clone, Copy)]
struct One {
    id: StoredValue<String>,
    rung: Memo<Option<RungRow>>,
    place: Memo<Place>,
    deeds: Deeds,
    locked: Signal<bool>,
}

impl One {
    fn new(id: String, rungs: Signal<Vec<RungRow>>, deeds: Deeds, locked: Signal<bool>) -> Self {
        let id = StoredValue::new(id);
        let rung = Memo::new(move |_| {
            id.with_value(|id| rungs.with(|all| all.iter().find(|rung| rung.id == *id).cloned()))
        });
        let place = Memo::new(move |_| {
            rungs.with(|all| {
                let above = id.with_value(|id| all.iter().rev().position(|rung| rung.id == *id));
                Place { above: above.unwrap_or_default(), count: all.len() }
            })
        });
        Self { id, rung, place, deeds, locked }
    }

    fn words(self) -> String {
        self.rung.with(|rung| rung.as_ref().map(|it| it.words.clone()).unwrap_or_default())
    }

    /// The words as the name of a button says them.
    fn brief(self) -> String {
        self.rung.with(|rung| rung.as_ref().map(|it| say::breath(&it.words)).unwrap_or_default())
    }

    fn reached(self) -> Option<String> {
        self.rung.with(|rung| rung.as_ref().and_then(|it| it.reached.clone()))
    }

    fn effort(self) -> Option<u8> {
        self.rung.with(|rung| rung.as_ref().and_then(|it| it.effort))
    }

    /// Counted from the ground.
    fn number(self) -> usize {
        let place = self.place.get();
        place.count - place.above
    }
}

/// The rung `id` of `rungs`.
#[component]
pub(super) fn LadderRow(
    id: String,
    rungs: Signal<Vec<RungRow>>,
    deeds: Deeds,
    dragging: Dragging,
    locked: Signal<bool>,
) -> impl IntoView {
    let one = One::new(id, rungs, deeds, locked);
    let is_next = Memo::new(move |_| {
        rungs.with(|all| {
            let next = all.iter().find(|rung| rung.reached.is_none());
            one.id.with_value(|id| next.is_some_and(|next| next.id == *id))
        })
    });
    let held = move || {
        one.id.with_value(|id| dragging.with(id, |drag| format!("translateY({}px)", drag.by)))
    };
    let is_held = Memo::new(move |_| held().is_some());
    let gap_over = Memo::new(move |_| dragging.gap() == Some(one.place.get().above));
    let gap_under = Memo::new(move |_| {
        let place = one.place.get();
        place.above + 1 == place.count && dragging.gap() == Some(place.count)
    });
    view! {
        <li
            class="fh-rungs__row"
            class:fh-rungs__row--next=move || is_next.get()
            class:fh-rungs__row--reached=move || one.reached().is_some()
            class:fh-rungs__row--held=move || is_held.get()
            class:fh-rungs__row--gap-over=move || gap_over.get()
            class:fh-rungs__row--gap-under=move || gap_under.get()
            style:transform=move || held().unwrap_or_default()
        >
            {grip(one, dragging)}
            <span class="fh-rungs__number" aria-hidden="true">{move || one.number()}</span>
            <div class="fh-rungs__body">
                {words_line(one)}
                {move || is_next.get().then(|| view! { <p class="fh-rungs__next">"Next"</p> })}
                <div class="fh-rungs__tools">
                    {effort(one)}
                    {reached(one)}
                    {move || (!locked.get()).then(|| signs(one))}
                </div>
            </div>
        </li>
    }
}

/// What a finger or a mouse takes hold of. Keys have the buttons, so it is not in their way.
fn grip(one: One, dragging: Dragging) -> AnyView {
    let drop = move |_| {
        if let Some(dropped) = dragging.drop() {
            one.deeds.to_gap.run(dropped);
        }
    };
    view! {
        <span
            class="fh-rungs__grip"
            class:fh-rungs__grip--locked=move || one.locked.get()
            aria-hidden="true"
            on:pointerdown=move |event: PointerEvent| {
                if !one.locked.get_untracked() {
                    one.id.with_value(|id| dragging.press(id, &event));
                }
            }
            on:pointermove=move |event: PointerEvent| dragging.slide(&event)
            on:pointerup=drop
            on:pointercancel=move |_| dragging.cancel()
        >
            {Sign::Grip.view()}
        </span>
    }
    .into_any()
}

/// The words, to be changed in place. Leaving the line or Enter keeps them, Escape brings the old ones back.
fn words_line(one: One) -> AnyView {
    let (id, drafts) = (one.id.get_value(), one.deeds.drafts);
    let draft = RwSignal::new(drafts.left.run(id.clone()));
    let pace = drafts.pace(id);
    let forget = move || {
        pace.calm();
        one.id.try_with_value(|id| drafts.keep.try_run((id.clone(), None)));
        draft.try_set(None);
    };
    let fault = RwSignal::new(None::<String>);
    let shown = move || draft.get().unwrap_or_else(|| one.words());
    let finish = move || {
        // Some browsers say that a field was left while its page is being taken down: then nothing is there any more.
        let Some(Some(written)) = draft.try_get_untracked() else { return };
        let Some(Some(rung)) = one.rung.try_get_untracked() else { return };
        if written == rung.words {
            forget();
            fault.try_set(None);
            return;
        }
        match field_words(&written) {
            Ok(words) => {
                fault.try_set(None);
                if one.deeds.reword.try_run((rung.id, words)) == Some(true) {
                    forget();
                }
            }
            Err(why) => fault.try_set(Some(why)),
        }
    };
    // The browser's back key leaves no line; the words still count.
    on_cleanup(finish);
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.shift_key() && !event.is_composing() => {
            event.prevent_default();
            finish();
        }
        "Escape" => {
            forget();
            fault.set(None);
        }
        _ => {}
    };
    let name = unique("rung");
    let fault_name = format!("{name}-fault");
    view! {
        <label class="fh-hear" for=name.clone()>{move || format!("Step {}", one.number())}</label>
        <span class="fh-grow" data-words=shown>
            <textarea
                id=name
                class="fh-grow__field"
                rows="1"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                prop:value=shown
                readonly=move || one.locked.get()
                aria-invalid=move || fault.with(Option::is_some).to_string()
                aria-describedby=fault_name.clone()
                on:input=move |event| {
                    let written = event_target_value(&event);
                    pace.typed(written.clone());
                    draft.set(Some(written));
                }
                on:change=move |_| finish()
                on:keydown=key
                on:blur=move |_| finish()
            ></textarea>
        </span>
        <p class="fh-rungs__fault" id=fault_name>{move || fault.get()}</p>
    }
    .into_any()
}

fn effort(one: One) -> AnyView {
    let choices = (0..=MAX_EFFORT)
        .map(|value| {
            view! {
                <option value=value selected=move || one.effort() == Some(value)>
                    {format!("{value} of {MAX_EFFORT}")}
                </option>
            }
        })
        .collect_view();
    view! {
        <label class="fh-rungs__effort">
            {move || one.effort().map(|_| view! { <span aria-hidden="true">"Effort"</span> })}
            <select
                class="fh-rungs__choice"
                aria-label=move || format!("Effort: {}", one.brief())
                disabled=move || one.locked.get()
                prop:value=move || one.effort().map(|value| value.to_string()).unwrap_or_default()
                on:change=move |event| {
                    let chosen = event_target_value(&event).parse().ok();
                    one.deeds.effort.run((one.id.get_value(), chosen));
                }
            >
                <option value="" selected=move || one.effort().is_none()>
                    {move || if one.effort().is_some() { "not said" } else { "How hard?" }}
                </option>
                {choices}
            </select>
        </label>
    }
    .into_any()
}

fn reached(one: One) -> AnyView {
    let told =
        move || one.reached().map_or_else(|| "Reached".to_owned(), |day| format!("Reached {day}"));
    view! {
        <label class="fh-rungs__reached">
            <input
                type="checkbox"
                class="fh-rungs__box"
                aria-label=move || format!("{}: {}", told(), one.brief())
                prop:checked=move || one.reached().is_some()
                disabled=move || one.locked.get()
                on:change=move |event| {
                    let id = one.id.get_value();
                    if event_target_checked(&event) {
                        one.deeds.reach.run(id);
                    } else {
                        one.deeds.unreach.run(id);
                    }
                }
            />
            <span class="fh-rungs__tick">{Sign::Check.view()}</span>
            <span aria-hidden="true">{told}</span>
        </label>
    }
    .into_any()
}

fn signs(one: One) -> AnyView {
    view! {
        <span class="fh-rungs__signs">
            {mover(one, Way::Up)} {mover(one, Way::Down)}
            <button
                type="button"
                class="fh-rungs__sign"
                aria-label=move || format!("Remove: {}", one.brief())
                on:click=move |_| one.deeds.remove.run(one.id.get_value())
            >
                {Sign::Remove.view()}
            </button>
        </span>
    }
    .into_any()
}

/// A button that stays where the focus is even when there is no further way: a disabled one would drop it.
fn mover(one: One, way: Way) -> AnyView {
    let (word, sign) = match way {
        Way::Up => ("up", Sign::Up),
        Way::Down => ("down", Sign::Down),
    };
    let name = unique(word);
    let at_end = move |place: Place| match way {
        Way::Up => place.above == 0,
        Way::Down => place.above + 1 == place.count,
    };
    let button = name.clone();
    let press = move |_| {
        let place = one.place.get_untracked();
        if !at_end(place) {
            let gap = match way {
                Way::Up => place.above - 1,
                Way::Down => place.above + 2,
            };
            one.deeds.to_gap.run((one.id.get_value(), gap));
            refocus(button.clone());
        }
    };
    view! {
        <button
            type="button"
            class="fh-rungs__sign"
            id=name
            aria-label=move || format!("Move {word}: {}", one.brief())
            aria-disabled=move || at_end(one.place.get()).to_string()
            on:click=press
        >
            {sign.view()}
        </button>
    }
    .into_any()
}

/// The words of a field, or one sentence on why they cannot be kept. Nothing that was written is thrown away.
pub(super) fn field_words(written: &str) -> Result<String, String> {
    match OwnWords::new(written) {
        Ok(words) => Ok(words.into()),
        Err(WordsError::Blank) => Err("A step needs at least one word.".to_owned()),
        Err(WordsError::TooLong { found, max }) => {
            Err(format!("At most {max} characters fit here; these are {found}. Nothing is lost."))
        }
    }
}
