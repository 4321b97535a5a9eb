//! A question on a page where it may have been answered before: what was said today stands in the picture over it and is
//! not asked again.

use crate::ui::prelude::*;

use super::rate::Rate;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::person::Role;
use crate::domain::rating::RatingKind;
use crate::ui::device;
use crate::ui::session::session;
use crate::ui::words;

/// The ruler, or the answer the client gave earlier today with a quiet way to change it.
#[component]
pub(crate) fn Answered(
    chart: ChartId,
    objective: ObjectiveId,
    kind: RatingKind,
    /// The id of its place, for the focus.
    id: &'static str,
) -> impl IntoView {
    let session = session();
    let told = Memo::new(move |_| {
        let today = session.today();
        session
            .with(chart, |chart| {
                let all = chart.objective(objective)?.1.ratings_of(kind);
                let mut own = all.filter(|of| of.rater.role == Role::Client);
                own.rfind(|of| of.at.day() == today).map(|of| of.value)
            })
            .flatten()
    });
    // Told only when it stood before the page was opened: who answers here has the questions after it still to come.
    let folded = RwSignal::new(told.get_untracked().is_some());
    Effect::new(move || {
        if told.get().is_none() {
            folded.set(false);
        }
    });
    // A memo: the ruler must not be drawn anew under the finger that answers on it.
    let stands = Memo::new(move |_| told.get().filter(|_| folded.get()));
    let change = move |_| {
        folded.set(false);
        // The button that had the focus is gone; the ruler takes it.
        request_animation_frame(move || device::focus_in(id));
    };
    view! {
        <div class="fh-asked" id=id>
            {move || if let Some(value) = stands.get() {
                view! {
                    <div class="fh-answered">
                        <p>{words::asked(kind)} " " <b>{format!("{value}, today.")}</b></p>
                        <button
                            type="button"
                            class="fh-button fh-button--bare fh-button--lined"
                            aria-label=format!("Change the answer: {}", words::asked(kind))
                            on:click=change
                        >
                            "Change the answer"
                        </button>
                    </div>
                }
                .into_any()
            } else {
                view! { <Rate chart=chart objective=objective kind=kind/> }.into_any()
            }}
        </div>
    }
}
