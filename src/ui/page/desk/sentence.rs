//! One sentence of the record: what could be asked, the same in other words, its five levels, and what is done
//! toward it.

use crate::ui::prelude::*;

use super::asked::Asked;
use super::keep::Keep;
use super::levels::Levels;
use super::worded::Worded;
use crate::domain::change::{Edit, Item};
use crate::domain::id::{ChartId, ObjectiveId};
use crate::language::voice::Voice;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::page::interventions::Interventions;
use crate::ui::sentence::Places;
use crate::ui::session::session;

/// The card of one sentence.
#[component]
pub(super) fn Sentence(chart: ChartId, objective: ObjectiveId) -> impl IntoView {
    let session = session();
    let places = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let (goal, of) = chart.objective(objective)?;
                Some(Places::of(goal, of).heard_in(Voice::of(chart.band())))
            })
            .flatten()
            .unwrap_or_default()
    });
    let short = Memo::new(move |_| places.with(|places| places.short(session.today())));
    let sentence = move || short.get().unwrap_or_else(|| "Nothing is written here yet.".to_owned());
    let has_words = Memo::new(move |_| short.with(Option::is_some));
    let off = move |_| {
        session.tell(chart, Edit::Withdraw(Item::Objective(objective)));
    };
    view! {
        <article class="fh-card fh-objective">
            <h3 class="fh-objective__sentence" dir="auto">{sentence}</h3>
            <Asked chart=chart objective=objective places=places/>
            {move || has_words.get().then(|| view! {
                <Worded chart=chart objective=objective places=places/>
                <Levels chart=chart objective=objective places=places/>
            })}
            <details class="fh-more">
                <summary>"Who does what"</summary>
                <Interventions chart=chart objective=objective/>
                <div class="fh-acts">
                    <button type="button" class="fh-button fh-button--bare" on:click=off disabled=move || session.read_only().get()>
                        <Icon glyph=Glyph::Remove/>
                        "Take this sentence off the page"
                    </button>
                </div>
            </details>
            <Keep chart=chart objective=objective/>
        </article>
    }
}
