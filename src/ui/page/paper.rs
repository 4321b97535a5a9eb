//! The print page: sheets as they will lie on the table, and nothing else.
//!
//! A worksheet is laid out with all its room first, then with less, then over as many pages as it takes. The browser
//! measures, so that what is seen is what is printed and every page knows its number.

mod coloring;
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
use crate::document::paper::Paper;
use crate::document::worksheet::Worksheet;
use crate::figure::say;

pub(crate) use coloring::ColoringSheet;

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
    let told = Signal::derive(move || told(count(), worksheet.with(|sheet| sheet.paper)));
    view! {
        <div class="fh-paper" data-ready=move || ready.get().to_string() data-pages=count>
            <Bar title="Worksheet" told=told/>
            <div class="fh-paper__sheets" node_ref=sheets>
                {move || worksheet.with(|worksheet| layout.with(|layout| sheet::sheets(worksheet, layout)))}
            </div>
        </div>
    }
}

/// "Two sheets of A4"
fn told(count: usize, paper: Paper) -> String {
    let sheets = if count == 1 { "sheet" } else { "sheets" };
    format!("{} {sheets} of {}", say::number_first(count), paper.name())
}

/// What stands over the sheets: what they are, how many, and the button that prints them.
#[component]
fn Bar(title: &'static str, told: Signal<String>) -> impl IntoView {
    view! {
        <div class="fh-paper__bar">
            <div>
                // Sheets are laid out anew until they fit: the focus needs a heading that stays.
                <h1 class="fh-paper__title" tabindex="-1">{title}</h1>
                <p class="fh-paper__told" role="status">{move || told.get()}</p>
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
    }
}
