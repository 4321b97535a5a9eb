//! Steps to choose from, made of the sentence itself: a little more each time, or with less and less help.

use crate::ui::prelude::*;

use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::ladder::MAX_RUNGS;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::sentence::{Places, Steps};
use crate::ui::session::session;

/// Offers one step at a time: which of them stands on the ladder is the client's choice.
#[component]
pub(crate) fn Offered(
    chart: ChartId,
    objective: ObjectiveId,
    /// What stands on the ladder.
    standing: Signal<Vec<String>>,
    /// Says whether the step was kept.
    on_add: Callback<String, bool>,
) -> impl IntoView {
    let session = session();
    let steps = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                chart.objective(objective).map(|(goal, of)| Places::of(goal, of).steps())
            })
            .flatten()
            .unwrap_or_default()
    });
    let is_open = standing.with_untracked(Vec::is_empty);
    let group = move |title: &'static str, steps: Vec<String>| {
        let buttons = steps.into_iter().map(|step| {
            let (kept, added) = (step.clone(), step.clone());
            let stands = Memo::new(move |_| standing.with(|all| all.contains(&kept)));
            let full = move || MAX_RUNGS <= standing.with(Vec::len);
            let shut = move || stands.get() || full() || session.read_only().get();
            // A button that was tapped stays, so that the focus does, and says that its step is on the ladder.
            view! {
                <li>
                    <button
                        type="button"
                        class="fh-button"
                        aria-disabled=move || shut().then_some("true")
                        on:click=move |_| {
                            if !shut() {
                                on_add.run(added.clone());
                            }
                        }
                    >
                        {move || view! {
                            <Icon glyph=if stands.get() { Glyph::Check } else { Glyph::Plus }/>
                        }}
                        <span dir="auto">{step}</span>
                    </button>
                </li>
            }
        });
        let buttons = buttons.collect_view();
        view! {
            <h3 class="fh-cap">{title}</h3>
            <ul class="fh-acts">{buttons}</ul>
        }
    };
    move || {
        let Steps { amount, falls, help } = steps.get();
        let is_empty = amount.is_empty() && help.is_empty();
        let amount_title =
            if falls { "A little less each time" } else { "A little more each time" };
        (!is_empty).then(|| {
            view! {
                <details class="fh-more" open=is_open>
                    <summary>"Steps to choose from"</summary>
                    {(!amount.is_empty()).then(|| group(amount_title, amount))}
                    {(!help.is_empty()).then(|| group("With less help each time", help))}
                </details>
            }
        })
    }
}
