//! The same sentence in other words: for the plan, for the payer, for a child.

use crate::ui::prelude::*;

use crate::domain::change::Edit;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::words::OwnWords;
use crate::language::voice::Voice;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::sentence::Places;
use crate::ui::session::session;

/// Whom a wording is for.
const fn label(voice: Voice) -> &'static str {
    match voice {
        Voice::Therapist => "For the plan",
        Voice::Payer => "For the payer",
        _ => "For a child",
    }
}

/// Each wording; those a record can hold, to be taken with one tap.
#[component]
pub(super) fn Worded(
    chart: ChartId,
    objective: ObjectiveId,
    places: Memo<Places>,
) -> impl IntoView {
    let session = session();
    let worded = Memo::new(move |_| places.with(|places| places.worded(session.today())));
    let in_record = Memo::new(move |_| {
        session.with(chart, |chart| chart.objective(objective)?.0.clinical.clone()).flatten()
    });
    let take = Callback::new(move |said: String| {
        let goal = session.with(chart, |chart| Some(chart.objective(objective)?.0.id)).flatten();
        if let (Some(goal), Ok(words)) = (goal, OwnWords::new(&said)) {
            session.tell(chart, Edit::SetClinical(goal, Some(words)));
        }
    });
    let each = move || {
        let each = worded.get().into_iter().map(|(voice, said)| {
            let to_take = (voice != Voice::Child).then(|| {
                let taken = said.clone();
                // What stands in the record already is not taken once more.
                let stands = Memo::new(move |_| {
                    in_record.with(|kept| kept.as_ref().map(OwnWords::as_str) == Some(&taken))
                });
                let taken = said.clone();
                view! {
                    <div>
                        <button
                            type="button"
                            class="fh-button fh-button--bare"
                            aria-pressed=move || if stands.get() { "true" } else { "false" }
                            class:fh-button--chosen=move || stands.get()
                            class:fh-button--lined=move || !stands.get()
                            on:click=move |_| {
                                if !stands.get_untracked() {
                                    take.run(taken.clone());
                                }
                            }
                            disabled=move || session.read_only().get()
                        >
                            {move || stands.get().then(|| view! { <Icon glyph=Glyph::Check/> })}
                            "Use as the wording for the record"
                            <span class="fh-hear">{format!(" ({})", label(voice).to_ascii_lowercase())}</span>
                        </button>
                    </div>
                }
            });
            view! {
                <li>
                    <div class="fh-asked">
                        <h4 class="fh-cap">{label(voice)}</h4>
                        <p dir="auto">{said}</p>
                        {to_take}
                    </div>
                </li>
            }
        });
        each.collect_view()
    };
    view! {
        <details class="fh-more">
            <summary>"The same in other words"</summary>
            <ul class="fh-items">{each}</ul>
        </details>
    }
}
