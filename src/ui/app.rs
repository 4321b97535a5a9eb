//! The root: opens the stores, listens to the address, and shows the page it names.

use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use leptos::ev;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement};

use super::device;
use super::later::{self, Later};
use super::page::start::Start;
use super::rescue;
use super::route::Route;
use super::session::Session;
use crate::storage::web::keeper::Keeper;

/// Opens the stores, then puts the app on the page.
pub fn start() {
    rescue::watch();
    wasm_bindgen_futures::spawn_local(async {
        let (keeper, opening) = Keeper::open().await;
        let route = here().unwrap_or_default();
        if route != Route::Start {
            later::arrive().await;
        }
        // Two tasks instead of one long one: a key or a tap on the first screen is heard between them.
        TimeoutFuture::new(0).await;
        mount_to_body(move || {
            let session = Session::new(keeper, opening, route);
            view! { <App session=session/> }
        });
        rescue::ready();
    });
}

fn here() -> Option<Route> {
    Route::parse(&window().location().hash().unwrap_or_default())
}

#[component]
fn App(session: Session) -> impl IntoView {
    provide_context(session);
    let _ = window_event_listener(ev::hashchange, move |_| {
        // A hash that is no address (a skip link, say) changes nothing.
        if let Some(route) = here() {
            session.trouble.set(None);
            session.look_at_clock();
            session.arrive(route);
        }
    });
    let rest = later::watch();
    let put_away = move || {
        finish_writing();
        session.flush();
        session.look_at_clock();
    };
    let _ = window_event_listener(ev::focus, move |_| session.look_at_clock());
    midnight(session);
    let _ = window_event_listener(ev::pagehide, move |_| put_away());
    let _ = window_event_listener(ev::visibilitychange, move |_| put_away());
    let _ =
        window_event_listener_untyped("foothold:update-ready", move |_| session.newer.set(true));
    let first = StoredValue::new(true);
    Effect::new(move || {
        session.route.track();
        // On the first page the browser's own focus stands; after that a new page says its name.
        if !first.try_update_value(|first| std::mem::replace(first, false)).unwrap_or(true) {
            request_animation_frame(greet);
        }
    });
    let route = Memo::new(move |_| session.route.get());
    view! {
        <div class="fh-app">
            {move || match route.get() {
                Route::Start => view! { <Start/> }.into_any(),
                other => view! { <Later route=other rest=rest/> }.into_any(),
            }}
        </div>
    }
}

/// Looks at the clock when the next day begins, and again every day after.
fn midnight(session: Session) {
    Timeout::new(device::until_midnight_ms(), move || {
        session.look_at_clock();
        midnight(session);
    })
    .forget();
}

/// A page that is hidden may never come back: what is being written counts as finished. The focus stays.
fn finish_writing() {
    if let (Some(field), Ok(change)) = (written_in(), Event::new("change")) {
        let _ = field.dispatch_event(&change);
    }
}

/// The field that has the focus, if text goes into it.
fn written_in() -> Option<Element> {
    document()
        .active_element()
        .filter(|field| field.matches("textarea, input[type=text]").unwrap_or(false))
}

/// Shows a new page from its top and moves the focus to its heading, so that a screen reader says where it is. Who was
/// quicker and already writes on it keeps the field: the next key would go nowhere.
pub(crate) fn greet() {
    if written_in().is_some() {
        return;
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let heading = document()
        .query_selector("h1")
        .ok()
        .flatten()
        .and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        let _ = heading.focus();
    }
}
