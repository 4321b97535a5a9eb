//! The head of a page: the way back, what the page is, and a place for the saving sign.

use crate::ui::prelude::*;
use leptos::ev::MouseEvent;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use crate::ui::icon::{Glyph, Icon};

/// The bar at the head of a page. `title` is its `h1` and takes the focus when the page is entered;
/// leave it out on a page whose heading stands further down. Without a way back the bar carries the
/// mark of the app.
#[component]
pub(crate) fn Top(
    #[prop(optional, into)] title: Option<String>,
    /// Address and words of the way back.
    #[prop(optional_no_strip)]
    back: Option<(String, String)>,
    /// What stands at the right: the saving sign, the main action of the page.
    children: Children,
) -> impl IntoView {
    let way = match back {
        Some((href, text)) => view! {
            <a class="fh-button fh-button--bare fh-top__back" href=href><Icon glyph=Glyph::Back/>{text}</a>
        }
        .into_any(),
        None => view! { <Mark/> }.into_any(),
    };
    view! {
        <a class="fh-skip" href="#main" on:click=skip>"Skip to the page"</a>
        <header class="fh-top">
            {way}
            {title.map(|title| view! { <h1 class="fh-top__title" tabindex="-1">{title}</h1> })}
            <div class="fh-top__side">{children()}</div>
        </header>
    }
}

/// Three stones and the name of the app.
#[component]
pub(crate) fn Mark() -> impl IntoView {
    view! {
        <span class="fh-mark">
            <svg class="fh-mark__stones" viewBox="0 0 32 32" aria-hidden="true">
                <path class="fh-fill-action" d="M4 27c0-3 3-4 6-4h12c3 0 6 1 6 4 0 1.2-1 2-2.2 2H6.2C5 29 4 28.2 4 27z"/>
                <path class="fh-fill-action" opacity=".72" d="M8.5 18.5c0-2.6 2.2-3.3 4.6-3.3h6.3c2.4 0 4.6.8 4.6 3.4 0 1.1-.8 1.8-1.9 1.8H10.4c-1.1 0-1.9-.8-1.9-1.9z"/>
                <path class="fh-fill-warm" d="M12 10.5c0-2 1.6-2.6 3.3-2.6h2c1.7 0 3.3.6 3.3 2.6 0 .9-.6 1.5-1.5 1.5h-5.6c-.9 0-1.5-.6-1.5-1.5z"/>
            </svg>
            "Foothold"
        </span>
    }
}

/// Moves the focus past the head. The address stays as it is: a hash would be a route.
fn skip(event: MouseEvent) {
    event.prevent_default();
    let main = document()
        .query_selector("main")
        .ok()
        .flatten()
        .and_then(|main| main.dyn_into::<HtmlElement>().ok());
    if let Some(main) = main {
        main.set_tab_index(-1);
        let _ = main.focus();
    }
}
