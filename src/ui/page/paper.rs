//! The print page: sheets as they will lie on the table, and nothing else.
//!
//! A worksheet is laid out with all its room first, then with less, then over as many pages as it takes. The browser
//! measures, so that what is seen is what is printed and every page knows its number.

mod flow;
mod measure;
mod part;
mod sheet;
mod size;
mod strip;

use crate::ui::prelude::*;
use leptos::html::Div;
use leptos::task::spawn_local;

use crate::document::flow::Piece;
use crate::document::worksheet::Worksheet;
use crate::figure::say;

/// How much room a layout gives.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Layout {
    /// One page with everything.
    Roomy,
    /// One page without spare lines.
    Snug,
    /// One page without spare lines and landscape.
    Tight,
    /// Being measured.
    Measured,
    /// Several pages.
    Pages(Vec<Vec<Piece>>),
}

impl Layout {
    /// What to try when this one does not fit.
    fn next(&self) -> Self {
        match self {
            Self::Roomy => Self::Snug,
            Self::Snug => Self::Tight,
            Self::Tight | Self::Measured | Self::Pages(_) => Self::Measured,
        }
    }

    fn pages(&self) -> usize {
        match self {
            Self::Pages(pages) => pages.len(),
            _ => 1,
        }
    }
}

/// The sheets of `worksheet`, with a button that prints them.
#[component]
pub(crate) fn PaperPage(#[prop(into)] worksheet: Signal<Worksheet>) -> impl IntoView {
    let layout = RwSignal::new(Layout::Roomy);
    let ready = RwSignal::new(false);
    let sheets = NodeRef::<Div>::new();
    let round = StoredValue::new(0_u32);
    Effect::new(move || {
        worksheet.track();
        ready.set(false);
        layout.set(Layout::Roomy);
        round.update_value(|round| *round += 1);
        let mine = round.get_value();
        spawn_local(async move {
            measure::fonts().await;
            loop {
                measure::frame().await;
                // Another worksheet came, or the page is gone: this round is over.
                if round.try_get_value() != Some(mine) {
                    return;
                }
                let (Some(now), Some(node)) =
                    (layout.try_get_untracked(), sheets.try_get_untracked().flatten())
                else {
                    return;
                };
                let settled = match &now {
                    Layout::Measured => {
                        let blocks = worksheet.with_untracked(crate::document::block::blocks);
                        layout.set(Layout::Pages(measure::pages(&node, &blocks)));
                        true
                    }
                    Layout::Pages(_) => true,
                    _ if measure::fits(&node) => true,
                    _ => {
                        layout.set(now.next());
                        false
                    }
                };
                if settled {
                    ready.set(true);
                    return;
                }
            }
        });
    });
    Effect::new(move || size::ask(worksheet.with(|sheet| sheet.paper)));
    on_cleanup(size::free);
    let count = move || layout.with(Layout::pages);
    let told = move || {
        let sheets = if count() == 1 { "sheet" } else { "sheets" };
        let paper = worksheet.with(|sheet| sheet.paper.name());
        format!("{} {sheets} of {paper}", say::number_first(count()))
    };
    view! {
        <div class="fh-paper" data-ready=move || ready.get().to_string() data-pages=count>
            <div class="fh-paper__bar">
                <div>
                    // Sheets are laid out anew until they fit: the focus needs a heading that stays.
                    <h1 class="fh-paper__title" tabindex="-1">"Worksheet"</h1>
                    <p class="fh-paper__told" role="status">{told}</p>
                </div>
                <button
                    type="button"
                    class="fh-button fh-button--main"
                    on:click=move |_| {
                        let _ = window().print();
                    }
                >
                    "Print"
                </button>
            </div>
            <div class="fh-paper__sheets" node_ref=sheets>
                {move || worksheet.with(|worksheet| layout.with(|layout| sheet::sheets(worksheet, layout)))}
            </div>
        </div>
    }
}
