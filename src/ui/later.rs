//! Every page but the first. The build puts what only they need into a second wasm module (scripts/split.mjs),
//! which is fetched once the first page stands: nobody waits for the ladder while typing initials.

use std::hint::black_box;

use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::app::greet;
use super::page::build::Build;
use super::page::chart::OpenPage;
use super::page::coloring::ColoringPage;
use super::page::comes_first::ComesFirst;
use super::page::desk::Desk;
use super::page::frame::Frame;
use super::page::ladder::LadderPage;
use super::page::lost::Lost;
use super::page::mountain::MountainPage;
use super::page::settings::SettingsPage;
use super::page::trial::Trial;
use super::page::worksheet::WorksheetPage;
use super::route::Route;
use crate::storage::web::time::within;

/// The seam: the build looks for this function by its name.
#[inline(never)]
fn page(route: Route) -> AnyView {
    // A sheet of paper is laid out alone.
    let chart = route.chart().filter(|_| !matches!(route, Route::Paper(..) | Route::Color(..)));
    let page = match route {
        Route::Chart(chart) => view! { <OpenPage chart=chart/> }.into_any(),
        Route::Desk(chart) => view! { <Desk chart=chart/> }.into_any(),
        Route::Build(chart, objective) => {
            view! { <Build chart=chart objective=objective/> }.into_any()
        }
        Route::Weigh(chart, objective) => {
            view! { <Build chart=chart objective=objective sure=true/> }.into_any()
        }
        Route::Ladder(chart, objective) => {
            view! { <LadderPage chart=chart objective=objective/> }.into_any()
        }
        Route::Smaller(chart, objective) => {
            view! { <LadderPage chart=chart objective=objective smaller=true/> }.into_any()
        }
        Route::Mountain(chart, objective) => {
            view! { <MountainPage chart=chart objective=objective/> }.into_any()
        }
        Route::Color(chart, objective) => {
            view! { <ColoringPage chart=chart objective=objective/> }.into_any()
        }
        Route::Paper(chart, objective) => {
            view! { <WorksheetPage chart=chart objective=objective/> }.into_any()
        }
        Route::Try => view! { <Trial/> }.into_any(),
        Route::Settings => view! { <SettingsPage/> }.into_any(),
        Route::Start | Route::Unknown => view! { <Lost/> }.into_any(),
    };
    view! { {chart.map(|chart| view! { <ComesFirst chart=chart/> })} {page} }.into_any()
}

/// How far the pages after the first are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    /// On their way.
    Coming,
    /// They did not arrive; public/boot.js keeps asking for them.
    Waits,
    /// They can be shown.
    Here,
}

/// Longest wait for the second module before a page is shown that says so (milliseconds).
const PATIENCE_MS: u32 = 400;

/// Waits a moment for the second module, so that a page that is opened by its address does not come in two pieces.
pub(crate) async fn arrive() {
    let promise = Reflect::get(&window(), &"footholdLater".into()).unwrap_or_default();
    if let Ok(promise) = promise.dyn_into::<Promise>() {
        within(PATIENCE_MS, JsFuture::from(promise)).await;
    }
}

/// Follows what public/boot.js says of the second module. Called once, at the root.
pub(crate) fn watch() -> RwSignal<Rest> {
    let here = document().document_element().is_some_and(|root| root.has_attribute("data-later"));
    let rest = RwSignal::new(if here { Rest::Here } else { Rest::Coming });
    let _ = window_event_listener_untyped("foothold:later", move |_| rest.set(Rest::Here));
    let _ = window_event_listener_untyped("foothold:later-waits", move |_| rest.set(Rest::Waits));
    rest
}

/// The page an address names, or a word of patience until it is there.
#[component]
pub(crate) fn Later(route: Route, rest: RwSignal<Rest>) -> impl IntoView {
    if rest.get_untracked() != Rest::Here {
        Effect::new(move || {
            if rest.get() == Rest::Here {
                request_animation_frame(greet);
            }
        });
    }
    let here = Memo::new(move |_| rest.get() == Rest::Here);
    // Called through an address the compiler cannot see through: the build cuts here.
    let page: fn(Route) -> AnyView = page;
    move || {
        if here.get() { black_box(page)(route) } else { view! { <Patience rest=rest/> }.into_any() }
    }
}

#[component]
fn Patience(rest: RwSignal<Rest>) -> impl IntoView {
    view! {
        <Frame back=Some((Route::Start, "All charts".to_owned()))>
            <div class="fh-page">
                <h1 class="fh-title" tabindex="-1">"One moment"</h1>
                <p class="fh-cap" role="status">{move || match rest.get() {
                    Rest::Waits => "This page has not arrived yet. It comes as soon as there is a network; what is written here is kept.",
                    Rest::Coming | Rest::Here => "This page is on its way.",
                }}</p>
            </div>
        </Frame>
    }
}
