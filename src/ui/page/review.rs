//! "And this goal?": keep, make smaller, change, pause; finish and release under "more".

use crate::ui::prelude::*;

use super::field::{Field, optional};
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, GoalId, PauseId};
use crate::domain::status::Lifecycle;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{LineKind, fresh_name};
use crate::ui::route::Route;
use crate::ui::session::session;
use crate::ui::words;

/// The decision about one goal.
#[component]
pub(crate) fn Review(chart: ChartId, goal: GoalId) -> impl IntoView {
    let session = session();
    let resting = Memo::new(move |_| {
        session
            .with(chart, |chart| chart.goal(goal)?.open_pause().map(|pause| (pause.id, pause.from)))
            .flatten()
    });
    let active = Memo::new(move |_| {
        session.with(chart, |chart| chart.goal(goal).map(|goal| goal.status.lifecycle)).flatten()
            == Some(Lifecycle::Active)
    });
    let first = Memo::new(move |_| {
        session.with(chart, |chart| chart.goal(goal)?.objectives().next().map(|of| of.id)).flatten()
    });
    let keep = move |_| {
        session.tell(chart, Edit::SetGoalStatus(goal, Lifecycle::Active, None));
    };
    let locked = session.read_only();
    view! {
        <section class="fh-section" aria-labelledby="review">
            <h2 class="fh-section__title" id="review">"And this goal?"</h2>
            <div class="fh-ways">
                <button
                    type="button"
                    class="fh-button fh-button--sign"
                    aria-pressed=move || if active.get() { "true" } else { "false" }
                    class:fh-button--chosen=move || active.get()
                    on:click=keep
                    disabled=move || locked.get()
                >
                    <Icon glyph=Glyph::Check/>
                    "Keep"
                </button>
                {move || first.get().map(|objective| view! {
                    <a class="fh-button fh-button--sign" href=Route::Ladder(chart, objective).to_string()>
                        <Icon glyph=Glyph::Smaller/>
                        "Make smaller"
                    </a>
                    <a class="fh-button fh-button--sign" href=Route::Build(chart, objective).to_string()>
                        <Icon glyph=Glyph::Pencil/>
                        "Change"
                    </a>
                })}
                {move || match resting.get() {
                    None => view! {
                        <button
                            type="button"
                            class="fh-button fh-button--sign"
                            on:click=move |_| { session.tell(chart, Edit::Pause(goal, device::today(), None)); }
                            disabled=move || locked.get()
                        >
                            <Icon glyph=Glyph::Pause/>
                            "Pause"
                        </button>
                    }
                    .into_any(),
                    Some((pause, _)) => view! {
                        <button
                            type="button"
                            class="fh-button fh-button--sign"
                            on:click=move |_| resume(chart, pause)
                            disabled=move || locked.get()
                        >
                            <Icon glyph=Glyph::Play/>
                            "Go on"
                        </button>
                    }
                    .into_any(),
                }}
            </div>
            <p class="fh-quiet" role="status">
                {move || resting.get().map(|(_, from)| {
                    format!("Resting since {}. These days are left out of every picture.", words::date(from))
                })}
            </p>
            <Status chart=chart goal=goal/>
        </section>
    }
}

fn resume(chart: ChartId, pause: PauseId) {
    session().tell(chart, Edit::SetPauseEnd(pause, Some(device::today())));
}

/// Where the goal stands, for the record; some answers need a reason.
#[component]
fn Status(chart: ChartId, goal: GoalId) -> impl IntoView {
    let session = session();
    let kept = Memo::new(move |_| {
        session
            .with(chart, |chart| chart.goal(goal).map(|goal| goal.status.clone()))
            .flatten()
            .unwrap_or_default()
    });
    let chosen = RwSignal::new(None::<Lifecycle>);
    let shown = move || chosen.get().unwrap_or_else(|| kept.with(|kept| kept.lifecycle));
    let choose = move |code: String| {
        let Some(next) = Lifecycle::ALL.into_iter().find(|of| of.code() == code) else { return };
        chosen.set(None);
        if next.needs_reason() {
            chosen.set(Some(next));
        } else {
            session.tell(chart, Edit::SetGoalStatus(goal, next, None));
        }
    };
    let reason = Signal::derive(move || {
        if chosen.get().is_some() {
            return String::new();
        }
        kept.with(|kept| {
            kept.reason.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default()
        })
    });
    let keep = Callback::new(move |said: String| {
        let next =
            chosen.get_untracked().unwrap_or_else(|| kept.with_untracked(|kept| kept.lifecycle));
        session.change(chart, Edit::SetGoalStatus(goal, next, optional(&said)?))?;
        chosen.try_set(None);
        Ok(())
    });
    let name = fresh_name("status");
    view! {
        <details class="fh-more">
            <summary>"More: finish, release"</summary>
            <div class="fh-stack">
                <div class="fh-line">
                    <label class="fh-line__label" for=name.clone()>"Where it stands"</label>
                    <select
                        class="fh-select"
                        id=name
                        disabled=move || session.read_only().get()
                        prop:value=move || shown().code()
                        on:change=move |event| choose(event_target_value(&event))
                    >
                        {Lifecycle::ALL.map(|of| view! {
                            <option value=of.code() selected=move || shown() == of>{words::lifecycle(of)}</option>
                        })}
                    </select>
                </div>
                {move || shown().needs_reason().then(|| view! {
                    <Field
                        label="Why"
                        hint=if chosen.get_untracked().is_some() { "A few words, and it is kept." } else { "" }
                        draft=format!("{chart}/{goal}.reason")
                        value=reason
                        on_keep=keep
                        kind=LineKind::Single
                    />
                })}
            </div>
        </details>
    }
}
