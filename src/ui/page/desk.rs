//! The therapist's desk: what stands in the record, what the rules ask, who does what, and the chart itself. Turned
//! away from the client, or opened after the session: some of it stands nowhere else.

mod asked;
mod keep;
mod levels;
mod own;
mod sentence;
mod worded;

use crate::ui::prelude::*;

use self::own::{OwnOpenings, way_back};
use self::sentence::Sentence;
use super::about::About;
use super::field::{Field, optional, text};
use super::frame::{Eyes, Frame};
use super::lost::Lost;
use super::review::{Shown, Status};
use crate::domain::change::{Edit, Item};
use crate::domain::goal::Goal;
use crate::domain::id::{ChartId, GoalId, ObjectiveId};
use crate::domain::words::OwnWords;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::LineKind;
use crate::ui::route::Route;
use crate::ui::session::session;

/// The desk of one chart.
#[component]
pub(crate) fn Desk(chart: ChartId) -> impl IntoView {
    let session = session();
    if session.with(chart, |_| ()).is_none() {
        return view! { <Lost/> }.into_any();
    }
    let goals = Memo::new(move |_| {
        session
            .with(chart, |chart| chart.goals().map(|goal| goal.id).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let name = Memo::new(move |_| {
        session
            .with(chart, |chart| chart.name().map(|name| name.as_str().to_owned()))
            .flatten()
            .unwrap_or_default()
    });
    view! {
        <Frame back=Some((Route::Chart(chart), "Back to the page".to_owned())) about=name eyes=Eyes::Therapist way_back=Some(way_back(chart))>
            <div class="fh-desk">
                <header class="fh-desk__head">
                    <h1 class="fh-title" tabindex="-1">"For the therapist"</h1>
                    <p class="fh-quiet">"Turn the screen away first. The wording for the record is never on the page you share."</p>
                </header>
                {move || goals.with(Vec::is_empty).then(|| view! {
                    <p class="fh-section">"No goal stands here now. What was taken off stays in the history of this chart."</p>
                })}
                <For each=move || goals.get() key=GoalId::to_string let:goal>
                    <Record chart=chart goal=goal/>
                </For>
                <OwnOpenings/>
                <About chart=chart name=name/>
            </div>
        </Frame>
    }
    .into_any()
}

/// One goal as the record has it.
#[component]
fn Record(chart: ChartId, goal: GoalId) -> impl IntoView {
    let session = session();
    let kept = move |read: fn(&Goal) -> Option<&OwnWords>| {
        Signal::derive(move || {
            session.with(chart, |chart| text(chart.goal(goal).and_then(read))).unwrap_or_default()
        })
    };
    let agreed = Callback::new(move |said: String| {
        session.change(chart, Edit::SetAgreed(goal, optional(&said)?)).map(|_| ())
    });
    let clinical = Callback::new(move |said: String| {
        session.change(chart, Edit::SetClinical(goal, optional(&said)?)).map(|_| ())
    });
    let parts = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                chart.goal(goal).map(|goal| goal.objectives().map(|of| of.id).collect::<Vec<_>>())
            })
            .flatten()
            .unwrap_or_default()
    });
    let off = move |_| {
        session.tell(chart, Edit::Withdraw(Item::Goal(goal)));
    };
    let own_words = kept(|goal| Some(&goal.own_words));
    let anew = Callback::new(move |said: String| {
        session.change(chart, Edit::SetOwnWords(goal, OwnWords::new(&said)?)).map(|_| ())
    });
    view! {
        <section class="fh-desk__goal fh-section">
            <h2 class="fh-subtitle"><span class="fh-row__words fh-quote--small" dir="auto">{move || own_words.get()}</span></h2>
            <div class="fh-desk__columns">
                <div class="fh-stack">
                    <Status chart=chart goal=goal shown_as=Shown::Coded/>
                    <Field
                        label="In their own words"
                        hint="Change this only if they say it differently themselves."
                        draft=format!("{chart}/{goal}.own-words")
                        value=own_words
                        on_keep=anew
                        kind=LineKind::Tall
                    />
                    <Field
                        label="What we agree to call it"
                        draft=format!("{chart}/{goal}.agreed")
                        value=kept(|goal| goal.agreed.as_ref())
                        on_keep=agreed
                        kind=LineKind::Tall
                    />
                    <Field
                        label="Wording for the record"
                        draft=format!("{chart}/{goal}.clinical")
                        value=kept(|goal| goal.clinical.as_ref())
                        on_keep=clinical
                        kind=LineKind::Tall
                    />
                    <div class="fh-acts">
                        <button
                            type="button"
                            class="fh-button fh-button--bare"
                            on:click=off
                            disabled=move || session.read_only().get()
                        >
                            <Icon glyph=Glyph::Remove/>
                            "Take this goal off the page"
                        </button>
                    </div>
                </div>
                <div class="fh-stack">
                    <For each=move || parts.get() key=ObjectiveId::to_string let:of>
                        <Sentence chart=chart objective=of/>
                    </For>
                </div>
            </div>
        </section>
    }
}
