//! "And this goal?": keep, make smaller, change, pause; reached or let go behind one more tap.

use crate::ui::prelude::*;

use super::field::{Field, optional};
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, GoalId, ObjectiveId, PauseId};
use crate::domain::status::Lifecycle;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{LineKind, fresh_name};
use crate::ui::route::Route;
use crate::ui::session::{Session, session};
use crate::ui::words;

/// The decision about one goal.
#[component]
pub(crate) fn Review(
    chart: ChartId,
    goal: GoalId,
    first: Memo<Option<ObjectiveId>>,
) -> impl IntoView {
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
                    <a class="fh-button fh-button--sign" href=Route::Smaller(chart, objective).to_string()>
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
                            on:click=move |_| resume(session, chart, pause)
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
                    format!("Resting since {}. These days are not counted in any picture.", words::date(from))
                })}
            </p>
            <details class="fh-more">
                <summary>"Reached it, or letting it go?"</summary>
                <Status chart=chart goal=goal shown_as=Shown::Plain/>
            </details>
        </section>
    }
}

pub(crate) fn resume(session: Session, chart: ChartId, pause: PauseId) {
    session.tell(chart, Edit::SetPauseEnd(pause, Some(device::today())));
}

/// Who reads where a goal stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Everyone in the room: a few plain words.
    Plain,
    /// The therapist alone: every word of the record, and the code of the one that holds.
    Coded,
}

impl Shown {
    /// What may be chosen, besides where it stands now.
    fn offers(self, of: Lifecycle, now: Lifecycle) -> bool {
        self == Self::Coded
            || of == now
            || matches!(of, Lifecycle::Active | Lifecycle::Completed | Lifecycle::Cancelled)
    }
}

/// Where the goal stands; some answers need a reason.
#[component]
pub(crate) fn Status(chart: ChartId, goal: GoalId, shown_as: Shown) -> impl IntoView {
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
                    {move || {
                        let now = kept.with(|kept| kept.lifecycle);
                        Lifecycle::ALL
                            .into_iter()
                            .filter(|of| shown_as.offers(*of, now))
                            .map(|of| view! {
                                <option value=of.code() selected=move || shown() == of>{words::lifecycle(of)}</option>
                            })
                            .collect_view()
                    }}
                </select>
                {(shown_as == Shown::Coded).then(|| view! {
                    <p class="fh-line__hint">"In the record: " {move || shown().code()}</p>
                })}
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
    }
}
