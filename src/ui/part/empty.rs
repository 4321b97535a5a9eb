//! A page or a list with nothing on it yet: what it is for, a drawing, and the first step.

use crate::ui::prelude::*;

/// What the title of an [`Empty`] is the heading of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Heads {
    /// A part of a page.
    #[default]
    Part,
    /// The whole page: it takes the focus when the page is entered.
    Page,
}

/// `children` hold the one button that begins.
#[component]
pub(crate) fn Empty(
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    #[prop(optional)] heads: Heads,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="fh-empty">
            <svg class="fh-empty__drawing" viewBox="0 0 200 96" aria-hidden="true">
                <circle class="fh-pic-sun" cx="138" cy="36" r="15"/>
                <path class="fh-pic-far" d="M0 84C28 60 58 52 92 62s66 18 108 4v30H0Z"/>
                <path class="fh-pic-near" d="M0 92c42-24 78-30 116-22s60 10 84 6v20H0Z"/>
                <path class="fh-pic-path" d="M92 96c26-6 32-11 20-16-7-3-6-6 6-9 4-1 5 0 1 1-7 3-7 5 0 8 15 6 10 11-9 16Z"/>
                <path class="fh-pic-stone" d="M93 91c0-3 3.5-4 8-4s8 1.2 8 3.8-3 3.7-8 3.7-8-1-8-3.5Z"/>
                <path class="fh-pic-stone" d="M114 80.5c0-2 2.3-2.7 5.3-2.7s5.3.8 5.3 2.6-2 2.5-5.3 2.5-5.3-.7-5.3-2.4Z"/>
                <path class="fh-pic-stone" d="M110 71.5c0-1.3 1.6-1.8 3.6-1.8s3.6.5 3.6 1.7-1.4 1.7-3.6 1.7-3.6-.5-3.6-1.6Z"/>
            </svg>
            {match heads {
                Heads::Page => view! { <h1 class="fh-empty__title" tabindex="-1">{title}</h1> },
                Heads::Part => view! { <h2 class="fh-empty__title">{title}</h2> },
            }}
            <p class="fh-empty__text">{text}</p>
            <div class="fh-empty__step">{children()}</div>
        </div>
    }
}
