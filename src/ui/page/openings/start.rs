//! A sentence to begin with, whoever wrote it: one of ours, or one of the practice's own.

use crate::ui::prelude::*;

use crate::domain::bank::Kept;
use crate::domain::quantity::Measure;
use crate::language::opening::Opening;
use crate::ui::page::field::text;
use crate::ui::sentence::Places;
use crate::ui::session::{Session, session};

/// How a blank is written in a place.
pub(super) const BLANK: &str = "____";

/// The same in a row, where a line is drawn under it.
const GAP: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// What goes into the places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    pub(super) what: String,
    pub(super) support: String,
    pub(super) measure: Option<Measure>,
}

impl From<&Opening> for Start {
    fn from(of: &Opening) -> Self {
        let (what, support) = (of.what.to_owned(), of.support.to_owned());
        Self { what, support, measure: Some(of.measure) }
    }
}

impl From<&Kept> for Start {
    fn from(of: &Kept) -> Self {
        let (what, support) = (of.what.as_str().to_owned(), text(of.support.as_ref()));
        Self { what, support, measure: of.measure }
    }
}

impl Start {
    /// Its sentence, as it will stand on the page.
    pub(crate) fn words(&self, session: Session) -> String {
        let places =
            Places { what: self.what.clone(), support: self.support.clone(), ..Places::default() };
        // What is not sayable, such as words in another alphabet, is shown as it was kept.
        places.short(session.today()).unwrap_or_else(|| self.what.clone())
    }

    /// The same with its blanks drawn.
    pub(crate) fn said(&self, session: Session) -> AnyView {
        let words = self.words(session);
        let pieces = (0_usize..).zip(words.split(BLANK)).map(|(at, piece)| {
            let gap = (0 < at).then(|| {
                view! {
                    <span class="fh-live__slot fh-live__slot--blank">
                        <span class="fh-hear">"blank"</span>
                        <span aria-hidden="true">{GAP}</span>
                    </span>
                }
            });
            view! { {gap} {piece.to_owned()} }
        });
        pieces.collect_view().into_any()
    }

    /// A row of a list, to be chosen with one tap.
    pub(super) fn row(self, choose: Callback<Self>) -> AnyView {
        let session = session();
        let said = self.said(session);
        view! {
            <li>
                <button
                    type="button"
                    class="fh-button fh-button--bare fh-button--lined"
                    disabled=move || session.read_only().get()
                    on:click=move |_| choose.run(self.clone())
                >
                    <span dir="auto">{said}</span>
                </button>
            </li>
        }
    }
}
