//! The ladder to work on: rungs are worded, weighed, reached, moved by hand or by key, removed and added.

use crate::ui::prelude::*;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::{Ol, Textarea};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use super::ladder_drawing::ladder_drawing;
use super::ladder_row::{LadderRow, field_words};
use super::rung_drag::Dragging;
use super::unique;
use crate::domain::ladder::MAX_RUNGS;
use crate::figure::ladder::{LadderFigure, Reach, Step};
use crate::figure::say;
use crate::ui::part::Pace;

/// The id of the place where a step is added.
pub(crate) const ADD_STEP: &str = "add-a-step";

/// One rung as the page knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RungRow {
    /// Its id as text.
    pub(crate) id: String,
    /// Its words.
    pub(crate) words: String,
    /// 0 to 10 (no unit).
    pub(crate) effort: Option<u8>,
    /// The day it was reached, as people write it.
    pub(crate) reached: Option<String>,
}

/// What can be done with a rung; the page turns each into one change.
#[derive(Clone, Copy)]
pub(super) struct Deeds {
    /// Whether the words were kept.
    pub(super) reword: Callback<(String, String), bool>,
    pub(super) effort: Callback<(String, Option<u8>)>,
    pub(super) reach: Callback<String>,
    pub(super) unreach: Callback<String>,
    pub(super) remove: Callback<String>,
    /// A rung, and the gap it goes to (0 over the top rung).
    pub(super) to_gap: Callback<(String, usize)>,
    pub(super) drafts: Drafts,
}

/// Words that are being written, under the id of their rung; those of a step not added yet under no id.
#[derive(Clone, Copy)]
pub(crate) struct Drafts {
    /// What was left unfinished.
    pub(crate) left: Callback<String, Option<String>>,
    /// Keeps unfinished words, or forgets them.
    pub(crate) keep: Callback<(String, Option<String>)>,
}

impl Drafts {
    /// Keeps words while they are being written.
    pub(super) fn pace(self, id: String) -> Pace {
        Pace::new(Callback::new(move |text: String| self.keep.run((id.clone(), Some(text)))))
    }
}

/// The ladder of an objective, top rung on top, to be changed.
///
/// It holds no rungs of its own: `rungs` come from the chart, lowest first, and every gesture is told to the page.
/// `on_move` names the rung and the one it shall stand below (`None`: on top), as `Edit::MoveRung` does.
#[component]
pub(crate) fn LadderEditor(
    #[prop(into)] rungs: Signal<Vec<RungRow>>,
    /// Whether the steps are there to be changed; the line for another one always is.
    #[prop(default = true.into(), into)]
    rows: Signal<bool>,
    /// Asks for a smaller step than this one instead of one on top; no words where no step is ahead.
    #[prop(into)]
    half: Signal<Option<String>>,
    /// Says whether the step was kept.
    on_add: Callback<String, bool>,
    /// Says whether the words were kept.
    on_reword: Callback<(String, String), bool>,
    #[prop(into)] on_effort: Callback<(String, Option<u8>)>,
    #[prop(into)] on_move: Callback<(String, Option<String>)>,
    #[prop(into)] on_reach: Callback<String>,
    #[prop(into)] on_unreach: Callback<String>,
    #[prop(into)] on_remove: Callback<String>,
    /// Where unfinished words are kept.
    drafts: Drafts,
    /// Shows the ladder without letting it be changed.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let list = NodeRef::<Ol>::new();
    let dragging = Dragging::new(list);
    let said = RwSignal::new(String::new());
    // The rung that was moved and the button it was moved with: focus goes back there when the rungs have changed.
    let moved = StoredValue::new(None::<String>);
    let to_gap = Callback::new(move |(id, gap): (String, usize)| {
        let Some(below) = rungs.with_untracked(|rungs| stand_below(rungs, &id, gap)) else {
            return;
        };
        moved.set_value(Some(id.clone()));
        on_move.run((id, below));
    });
    Effect::new(move || {
        let now = rungs.get();
        let Some(id) = moved.try_update_value(Option::take).flatten() else { return };
        if let Some(place) = now.iter().position(|rung| rung.id == id) {
            let words = now.get(place).map(|rung| say::breath(&rung.words)).unwrap_or_default();
            said.set(format!("{words} is now step {} of {}.", place + 1, now.len()));
        }
    });
    let deeds = Deeds {
        reword: on_reword,
        effort: on_effort,
        reach: on_reach,
        unreach: on_unreach,
        remove: Callback::new(move |id: String| {
            let words = rungs.with_untracked(|rungs| {
                rungs.iter().find(|rung| rung.id == id).map(|rung| say::breath(&rung.words))
            });
            said.set(format!("{} is off the ladder.", words.unwrap_or_default()));
            on_remove.run(id);
        }),
        to_gap,
        drafts,
    };
    let count = Memo::new(move |_| rungs.with(Vec::len));
    let room = Memo::new(move |()| match (locked.get(), count.get() < MAX_RUNGS) {
        (true, _) => Room::Locked,
        (false, true) => Room::Some,
        (false, false) => Room::None,
    });
    let top_first = move || rungs.get().into_iter().rev().map(|rung| rung.id).collect::<Vec<_>>();
    view! {
        <div class="fh-rungs" data-count=move || count.get()>
            {rows.get_untracked().then(|| view! {
                <div class="fh-rungs__ladder" class:fh-rungs__ladder--empty=move || count.get() == 0>
                    <div class="fh-lad__scene">{move || rungs.with(|rungs| drawing(rungs))}</div>
                    <ol
                        class="fh-rungs__list"
                        reversed=true
                        node_ref=list
                        data-gap=move || dragging.gap().map(|gap| gap.to_string())
                        on:keydown=move |event: KeyboardEvent| {
                            if event.key() == "Escape" {
                                dragging.cancel();
                            }
                        }
                    >
                        <For each=top_first key=String::clone let:id>
                            <LadderRow id=id rungs=rungs deeds=deeds dragging=dragging locked=locked/>
                        </For>
                    </ol>
                </div>
            })}
            {move || match room.get() {
                Room::Locked => ().into_any(),
                Room::Some => view! { <AddStep count=count half=half on_add=on_add said=said drafts=drafts/> },
                Room::None => view! {
                    <p class="fh-rungs__full">
                        "Twelve steps are on the ladder, as many as can be seen at once. To add another, \
                         put two together or remove one."
                    </p>
                },
            }}
            <p class="fh-hear" role="status" aria-live="polite">{move || said.get()}</p>
        </div>
    }
}

/// Whether another step can be added.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    Locked,
    Some,
    None,
}

/// A line to write the next step on.
#[component]
fn AddStep(
    count: Memo<usize>,
    half: Signal<Option<String>>,
    on_add: Callback<String, bool>,
    said: RwSignal<String>,
    drafts: Drafts,
) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    let name = unique("add-step");
    let fault = RwSignal::new(None::<String>);
    let draft = RwSignal::new(drafts.left.run(String::new()).unwrap_or_default());
    let pace = drafts.pace(String::new());
    let forget = move || {
        pace.calm();
        drafts.keep.try_run((String::new(), None));
    };
    let add = move || {
        let Some(field) = field.get_untracked() else { return };
        match field_words(&field.value()) {
            Ok(words) => {
                fault.set(None);
                let under = half.get_untracked().filter(|next| !next.is_empty());
                let place = count.get_untracked() + 1;
                if !on_add.run(words.clone()) {
                    return; // why stands at the foot of the page; the words stand here
                }
                field.set_value("");
                draft.set(String::new());
                forget();
                said.set(match under {
                    Some(next) => {
                        format!("{} stands under: {}", say::breath(&words), say::ended(&next))
                    }
                    None => format!("{} is step {place}, on top.", say::breath(&words)),
                });
                let _ = field.focus();
            }
            Err(why) => fault.set(Some(why)),
        }
    };
    // Words that were written and not added when the page is left are a step all the same; undo is there.
    on_cleanup(move || {
        let written = draft.try_get_untracked().unwrap_or_default();
        if let Ok(words) = field_words(&written)
            && on_add.try_run(words) == Some(true)
        {
            forget();
        }
    });
    let hint = format!("{name}-hint");
    view! {
        <form
            class="fh-rungs__add"
            id=ADD_STEP
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                add();
            }
        >
            <label class="fh-rungs__ask" for=name.clone()>
                {move || match half.with(Option::is_some) {
                    true => "What would be half of this?",
                    false if count.get() == 0 => "What would be the smallest first step?",
                    false => "Add a step",
                }}
            </label>
            <div class="fh-rungs__entry">
                <span class="fh-grow" data-words=move || draft.get()>
                    <textarea
                        id=name
                        class="fh-grow__field"
                        rows="1"
                        dir="auto"
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby=hint.clone()
                        node_ref=field
                        prop:value=draft.get_untracked()
                        on:input=move |event| {
                            let written = event_target_value(&event);
                            pace.typed(written.clone());
                            draft.set(written);
                        }
                        on:keydown=move |event: KeyboardEvent| {
                            if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                                event.prevent_default();
                                add();
                            }
                        }
                    ></textarea>
                </span>
                <button class="fh-button" class:fh-button--main=move || count.get() == 0 type="submit">
                    {move || if count.get() == 0 { "Add the first step" } else { "Add" }}
                </button>
            </div>
            <p class="fh-rungs__hint" id=hint>
                {move || {
                    fault
                        .get()
                        .unwrap_or_else(|| match half.get() {
                            Some(next) if !next.is_empty() => {
                                format!("Next is: {} A smaller step goes under it.", say::ended(&next))
                            }
                            None if count.get() != 0 => "It goes on top and can be moved.".to_owned(),
                            _ => "Small enough that it is nearly certain.".to_owned(),
                        })
                }}
            </p>
        </form>
    }
}

fn drawing(rungs: &[RungRow]) -> AnyView {
    let next = rungs.iter().position(|rung| rung.reached.is_none());
    let steps = rungs
        .iter()
        .enumerate()
        .map(|(i, rung)| Step {
            number: i + 1,
            words: String::new(),
            effort: rung.effort,
            reach: match rung.reached {
                Some(_) => Reach::Reached,
                None if next == Some(i) => Reach::Next,
                None => Reach::Ahead,
            },
            reached_on: None,
        })
        .collect();
    ladder_drawing(&LadderFigure::of(steps))
}

/// The rung that `id` would stand below in the gap `gap` (0 over the top one); the outer `None` is no move at all.
#[expect(clippy::option_option, reason = "no move, a move to the top, a move below a rung")]
fn stand_below(rungs: &[RungRow], id: &str, gap: usize) -> Option<Option<String>> {
    let from = rungs.iter().rev().position(|rung| rung.id == id)?;
    if gap == from || gap == from + 1 {
        return None;
    }
    let above = gap.checked_sub(1).and_then(|above| rungs.iter().rev().nth(above));
    Some(above.map(|rung| rung.id.clone()))
}

/// Puts the focus back on a button after its row was moved in the page, which takes the focus away.
pub(super) fn refocus(name: String) {
    request_animation_frame(move || {
        let button = document().get_element_by_id(&name);
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            let _ = button.focus();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder(count: usize) -> Vec<RungRow> {
        (1..=count)
            .map(|i| RungRow {
                id: i.to_string(),
                words: "Ride".into(),
                effort: None,
                reached: None,
            })
            .collect()
    }

    #[test]
    fn a_rung_dropped_beside_itself_stays() {
        let rungs = ladder(3);
        // Seen from the top: 3, 2, 1.
        assert_eq!(stand_below(&rungs, "2", 1), None);
        assert_eq!(stand_below(&rungs, "2", 2), None);
    }

    #[test]
    fn a_rung_goes_over_the_top_and_under_the_foot() {
        let rungs = ladder(3);
        assert_eq!(stand_below(&rungs, "1", 0), Some(None));
        assert_eq!(stand_below(&rungs, "3", 3), Some(Some("1".to_owned())));
        assert_eq!(stand_below(&rungs, "1", 1), Some(Some("3".to_owned())));
    }
}
