//! The third level of the plan: what is done toward an objective, and by whom.

use crate::ui::prelude::*;

use super::field::{Field, optional};
use crate::domain::change::{Edit, Item};
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::person::{Person, Role};
use crate::domain::words::OwnWords;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{Pick, fresh_name};
use crate::ui::session::session;
use crate::ui::words;

/// The interventions of one objective, and a line for the next.
#[component]
pub(crate) fn Interventions(chart: ChartId, objective: ObjectiveId) -> impl IntoView {
    let session = session();
    let ids = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let of = chart.objective(objective)?.1;
                Some(of.interventions().map(|of| (of.id, of.who.role)).collect::<Vec<_>>())
            })
            .flatten()
            .unwrap_or_default()
    });
    let blank = RwSignal::new(String::new());
    // Each entry gets a line of its own; the one before must not stay under the next one's words.
    let round = RwSignal::new(0_u32);
    let place = StoredValue::new(fresh_name("next"));
    let who = RwSignal::new(Role::Therapist);
    let roles = [Role::Therapist, Role::Client, Role::Caregiver, Role::Partner];
    let add = Callback::new(move |said: String| {
        if let Some(said) = optional(&said)? {
            let who = Person::of(who.get_untracked());
            session.change(chart, Edit::AddIntervention(objective, said, who))?;
            blank.try_set(String::new());
            round.try_update(|round| *round += 1);
            // The line that had the focus is gone with its words; the next one takes it, unless it went elsewhere.
            place.try_with_value(|place| {
                let place = place.clone();
                request_animation_frame(move || {
                    if document().active_element() == document().body().map(Into::into) {
                        device::focus_in(&place);
                    }
                });
            });
        }
        Ok(())
    });
    view! {
        <ul class="fh-items">
            <For each=move || ids.get() key=|(id, role)| format!("{id} {role:?}") let:row>
                {
                    let (id, role) = row;
                    let kept = Signal::derive(move || {
                        session
                            .with(chart, |chart| {
                                let of = chart.objective(objective)?.1;
                                let found = of.interventions().find(|of| of.id == id)?;
                                Some(found.what.as_str().to_owned())
                            })
                            .flatten()
                            .unwrap_or_default()
                    });
                    let keep = Callback::new(move |said: String| {
                        let said = OwnWords::new(&said)?;
                        session.change(chart, Edit::SetIntervention(id, said)).map(|_| ())
                    });
                    let off = move |_| {
                        session.tell(chart, Edit::Withdraw(Item::Intervention(id)));
                    };
                    view! {
                        <li>
                            <Field label=format!("{} does", words::role(role)) draft=format!("{chart}/{id}.what") value=kept on_keep=keep/>
                            <button type="button" class="fh-button fh-button--bare" on:click=off>
                                <Icon glyph=Glyph::Remove/>
                                "Take off"
                            </button>
                        </li>
                    }
                }
            </For>
        </ul>
        <Pick
            label="Who does the next one?"
            options=roles.map(|role| (words::role(role).to_owned(), words::role(role).to_owned())).to_vec()
            chosen=Signal::derive(move || Some(words::role(who.get()).to_owned()))
            on_choose=Callback::new(move |chosen: String| {
                roles.into_iter().filter(|role| words::role(*role) == chosen).for_each(|role| who.set(role));
            })
        />
        <div id=place.get_value()>
            {move || {
                round.track();
                view! {
                    <Field
                        label="Something done toward it"
                        example="Find the quiet bus times"
                        draft=format!("{chart}/{objective}.intervention")
                        value=blank
                        on_keep=add
                    />
                }
            }}
        </div>
    }
}
