//! The practice's own openings: the list of them, and the way back from keeping and dropping one.

use crate::ui::prelude::*;

use crate::domain::bank::{Bank, Kept};
use crate::domain::id::ChartId;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::page::frame::WayBack;
use crate::ui::page::openings::Start;
use crate::ui::part::fresh_name;
use crate::ui::session::session;

/// What can be taken back while the desk of this chart is open: in the bank, or in the chart.
pub(super) fn way_back(chart: ChartId) -> WayBack {
    let session = session();
    let of_chart = WayBack::of_chart();
    // Only what was taken back on this page can be done again.
    let taken_back = RwSignal::new(0_usize);
    let offer = move || session.bank_last(chart);
    let again = move || session.bank_taken_back(chart).filter(|_| taken_back.get() != 0);
    WayBack {
        offer: Signal::derive(move || offer().map(str::to_owned).or_else(|| of_chart.offer.get())),
        again: Signal::derive(move || again().map(str::to_owned).or_else(|| of_chart.again.get())),
        undo: Callback::new(move |()| {
            if offer().is_some() {
                session.bank_back(Bank::undo);
                taken_back.update(|many| *many += 1);
            } else {
                of_chart.undo.run(());
            }
        }),
        redo: Callback::new(move |()| {
            if again().is_some() {
                session.bank_back(Bank::redo);
                taken_back.update(|many| *many = many.saturating_sub(1));
            } else {
                of_chart.redo.run(());
            }
        }),
    }
}

/// All of them, each to be dropped.
#[component]
pub(super) fn OwnOpenings() -> impl IntoView {
    let session = session();
    let all = Memo::new(move |_| session.own_openings());
    let place = StoredValue::new(fresh_name("own"));
    let row = move |kept: Kept| {
        let start = Start::from(&kept);
        let drop = move |_| {
            session.drop_pattern(&kept);
            // The button is gone with its row.
            device::focus_on(&format!("#{} > summary", place.get_value()));
        };
        view! {
            <li>
                <p dir="auto">{start.said(session)}</p>
                <button
                    type="button"
                    class="fh-button fh-button--bare"
                    disabled=move || session.read_only().get()
                    on:click=drop
                >
                    <Icon glyph=Glyph::Remove/>
                    "Drop"
                    <span class="fh-hear">{format!(" “{}”", start.words(session))}</span>
                </button>
            </li>
        }
    };
    view! {
        <details class="fh-more" id=place.get_value()>
            <summary>"Your own openings"</summary>
            <p class="fh-quiet">
                {move || if all.with(Vec::is_empty) {
                    "None yet. A sentence on this page can be kept as one, without names and numbers."
                } else {
                    "They stand in every chart under Begin with an opening."
                }}
            </p>
            <ul class="fh-items">{move || all.get().into_iter().map(row).collect_view()}</ul>
        </details>
    }
}
