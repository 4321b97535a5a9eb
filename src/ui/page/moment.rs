//! The two moments in which the page steps back: looking up from the screen, and closing the hour.

use crate::ui::prelude::*;
use leptos::ev::{self, FocusEvent};
use leptos::html::Details;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{EventTarget, HtmlDetailsElement, Node};

use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::next::Next;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{Quote, QuoteKind};
use crate::ui::route::Route;
use crate::ui::scene::Landscape;
use crate::ui::session::session;
use crate::ui::words;

/// What the open page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Pose {
    /// The page itself.
    #[default]
    Page,
    /// A quiet screen with one sentence to say aloud.
    LookUp,
    /// The last minutes of the hour.
    Close,
}

/// The foot of the open page: the picture to look at together, tools, close.
#[component]
pub(crate) fn SessionFoot(
    chart: ChartId,
    objective: Memo<Option<ObjectiveId>>,
    pose: RwSignal<Pose>,
    children: Children,
) -> impl IntoView {
    let tools = NodeRef::<Details>::new();
    // The page may be taken down while the focus is in here: then nothing is left to close.
    let open =
        move || tools.try_get_untracked().flatten().filter(|tools| tools.has_attribute("open"));
    let is_inside = |tools: &HtmlDetailsElement, target: Option<EventTarget>| {
        tools.contains(target.and_then(|target| target.dyn_into::<Node>().ok()).as_ref())
    };
    // Keys leave it for another element; a finger leaves it for any place. A menu that closed when a finger on one of
    // its own lines took the focus away would never hear of that line.
    // And a page that puts the focus on its own heading, just opened, is nobody who leaves.
    let by_key = StoredValue::new(false);
    let left = move |event: FocusEvent| {
        if let Some(tools) = open()
            && by_key.try_get_value() == Some(true)
            && event.related_target().is_some()
            && !is_inside(&tools, event.related_target())
        {
            close(&tools);
        }
    };
    let pressed = window_event_listener(ev::pointerdown, move |event| {
        by_key.set_value(false);
        if let Some(tools) = open()
            && !is_inside(&tools, event.target())
        {
            close(&tools);
        }
    });
    let escaped = window_event_listener(ev::keydown, move |event| {
        by_key.set_value(true);
        if event.key() == "Escape"
            && let Some(tools) = open()
        {
            close(&tools);
            device::focus_on(".fh-tools > summary");
        }
    });
    on_cleanup(move || {
        pressed.remove();
        escaped.remove();
    });
    view! {
        <nav class="fh-session" aria-label="In this session">
            <button type="button" class="fh-button fh-button--bare" on:click=move |_| to(pose, Pose::LookUp)>
                <Icon glyph=Glyph::LookUp/>
                "Picture"
            </button>
            <details class="fh-tools" node_ref=tools on:focusout=left>
                <summary class="fh-button fh-button--bare"><Icon glyph=Glyph::Tools/>"Tools"</summary>
                <div class="fh-tools__list">
                    {move || objective.get().map(|of| view! {
                        <a class="fh-button fh-button--bare" href=Route::Build(chart, of).to_string()>
                            <Icon glyph=Glyph::Pencil/>
                            "The sentence"
                        </a>
                        <a class="fh-button fh-button--bare" href=Route::Ladder(chart, of).to_string()>
                            <Icon glyph=Glyph::Ladder/>
                            "Ladder and pictures"
                        </a>
                    })}
                    {children()}
                    <a class="fh-button fh-button--bare fh-tools__desk" href=Route::Desk(chart).to_string()>
                        <Icon glyph=Glyph::Desk/>
                        "For the therapist"
                    </a>
                </div>
            </details>
            <button type="button" class="fh-button fh-button--bare" on:click=move |_| to(pose, Pose::Close)>
                <Icon glyph=Glyph::Close/>
                "Close"
            </button>
        </nav>
    }
}

fn close(tools: &HtmlDetailsElement) {
    let _ = tools.remove_attribute("open");
}

/// Changes what is shown and moves the focus to its heading, as a new page does.
pub(crate) fn to(pose: RwSignal<Pose>, next: Pose) {
    pose.set(next);
    request_animation_frame(crate::ui::app::greet);
}

/// The screen goes quiet: one sentence to say aloud, and the way back.
#[component]
pub(crate) fn LookUp(next: Memo<Next>, pose: RwSignal<Pose>) -> impl IntoView {
    view! {
        <div class="fh-quiet-page">
            <p class="fh-cap">"To say aloud"</p>
            <h1 class="fh-quiet-page__say" tabindex="-1">{move || words::say_aloud(next.get())}</h1>
            <button type="button" class="fh-button" on:click=move |_| to(pose, Pose::Page)>
                <Icon glyph=Glyph::Back/>
                "Back to the page"
            </button>
            <div class="fh-view" aria-hidden="true"><Landscape/></div>
        </div>
    }
}

/// The end of the hour: the client's words once more, what was taken on, and the page that goes home.
#[component]
pub(crate) fn Closing(
    chart: ChartId,
    said: Memo<String>,
    objective: Memo<Option<ObjectiveId>>,
    client: Memo<String>,
    pose: RwSignal<Pose>,
) -> impl IntoView {
    let session = session();
    let taken = Memo::new(move |_| {
        let today = session.today();
        session
            .with(chart, |chart| {
                let of = chart.objective(objective.get()?)?.1;
                let line = |one: &crate::domain::intervention::Intervention| {
                    let who = super::taken::doer(one.who.role, &client.get());
                    format!("{who}: {}", one.what.as_str())
                };
                Some(of.taken_on(today).map(line).collect::<Vec<_>>())
            })
            .flatten()
            .unwrap_or_default()
    });
    view! {
        <div class="fh-quiet-page">
            <h1 class="fh-title" tabindex="-1">"Before you go"</h1>
            <Quote text=said kind=QuoteKind::Part/>
            <p class="fh-cap">"To say aloud"</p>
            <p class="fh-question">"What was good about today, and what should be different next time?"</p>
            {move || (!taken.with(Vec::is_empty)).then(|| view! {
                <div>
                    <h2 class="fh-section__title">"Until next time"</h2>
                    <ul>{taken.get().into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}</ul>
                </div>
            })}
            <div class="fh-acts">
                {move || objective.get().map(|of| view! {
                    <a class="fh-button fh-button--main" href=Route::Paper(chart, of).to_string()>
                        <Icon glyph=Glyph::Print/>
                        {words::TAKE_HOME}
                    </a>
                })}
                <a class="fh-button" href=Route::Start.to_string()>"End and show all charts"</a>
            </div>
            <button type="button" class="fh-button fh-button--bare fh-button--lined" on:click=move |_| to(pose, Pose::Page)>
                <Icon glyph=Glyph::Back/>
                "Back to the page"
            </button>
            <div class="fh-view" aria-hidden="true"><Landscape/></div>
        </div>
    }
}
