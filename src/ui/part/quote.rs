//! The client's own words, exactly as they were said: the largest writing on a page.

use crate::ui::prelude::*;

/// What the words are for on their page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum QuoteKind {
    /// The heading of the page; takes the focus when the page is entered.
    Heading,
    /// A part of the page.
    #[default]
    Part,
}

/// Characters after which the words are set smaller, so that they can be seen at once: about three
/// lines, and about a screen.
const LONG: usize = 90;
const LONGEST: usize = 500;

/// Words between quote marks that hang outside the edge. Only a client's own words carry them.
#[component]
pub(crate) fn Quote(
    #[prop(into)] text: Signal<String>,
    #[prop(optional)] kind: QuoteKind,
) -> impl IntoView {
    let words = move || text.get();
    let class = move || match text.with(|text| text.chars().count()) {
        LONGEST.. => "fh-quote fh-quote--longest",
        LONG.. => "fh-quote fh-quote--long",
        _ => "fh-quote",
    };
    match kind {
        QuoteKind::Heading => {
            view! { <h1 class=class dir="auto" tabindex="-1">{words}</h1> }.into_any()
        }
        QuoteKind::Part => {
            view! { <blockquote class=class dir="auto">{words}</blockquote> }.into_any()
        }
    }
}
