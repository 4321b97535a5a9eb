//! The one main action of the open page, and the remark that a chart is made up.

use crate::ui::prelude::*;

use super::field::{Field, optional, text};
use super::review::resume;
use super::taken::NEXT_TIME;
use crate::document::made_up;
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, GoalId, ObjectiveId};
use crate::domain::next::Next;
use crate::ui::app::greet;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::route::Route;
use crate::ui::session::session;
use crate::ui::words;

/// The id of the place where the question of the day is asked.
pub(crate) const NOW: &str = "where-now";

/// A chart to try things with says so on its page, and goes with one tap.
#[component]
pub(crate) fn MadeUp(chart: ChartId) -> impl IntoView {
    let session = session();
    let made_up = Memo::new(move |_| {
        session.with(chart, |chart| made_up::is_made_up(chart.name())) == Some(true)
    });
    let erase = move |_| {
        if session.erase(chart) {
            device::go(Route::Start);
        }
    };
    (move || made_up.get().then(|| view! {
            <div class="fh-made-up" role="note">
                    <p class="fh-cap">"This person is made up. Try anything."</p>
                    <button type="button" class="fh-button fh-button--bare" on:click=erase disabled=move || session.read_only().get()>
                        <Icon glyph=Glyph::Remove/>
                        "Erase the made-up chart"
                    </button>
            </div>
        }))
    .into_any()
}

/// "Today is different": what was planned is set aside, and one line says what comes first.
#[component]
pub(crate) fn Different(chart: ChartId) -> impl IntoView {
    let session = session();
    let kept = Signal::derive(move || {
        let today = session.today();
        session.with(chart, |chart| text(chart.different_on(today))).unwrap_or_default()
    });
    let keep = Callback::new(move |said: String| {
        session.change(chart, Edit::SetToday(device::today(), optional(&said)?)).map(|_| ())
    });
    view! {
        <details class="fh-more fh-different" open=!kept.get_untracked().is_empty()>
            <summary>"Today is different"</summary>
            <Field
                label="What comes first today?"
                hint="What was planned waits until next time. Empty the line, and it is back."
                draft=format!("{chart}/today")
                value=kept
                on_keep=keep
            />
        </details>
    }
}

/// The one main action, which follows from where things stand.
#[component]
pub(crate) fn ComesNext(chart: ChartId, goal: GoalId, next: Memo<Next>) -> impl IntoView {
    let session = session();
    let act = move |_| match next.get_untracked() {
        Next::Begin => {
            if let Some(id) = session.tell(chart, Edit::AddObjective(goal)) {
                device::go(Route::Build(chart, ObjectiveId(id)));
            }
        }
        Next::GoOn(pause) => {
            resume(session, chart, pause);
            // The button that had the focus is gone with what it asked for.
            request_animation_frame(greet);
        }
        Next::LookAgain(_) => device::focus_in(NOW),
        Next::TakeOn(_) => device::focus_in(NEXT_TIME),
        // These lead to another page: they are links.
        Next::Clear(_) | Next::Weigh(_) | Next::Step(_) | Next::TakeHome(_) => {}
    };
    view! {
        <section class="fh-next" aria-label="What comes next">
            {move || {
                let (told, word) = words::next(next.get());
                let leads_to = match next.get() {
                    Next::Clear(of) => Some(Route::Build(chart, of)),
                    Next::Weigh(of) => Some(Route::Weigh(chart, of)),
                    Next::Step(of) => Some(Route::Ladder(chart, of)),
                    Next::TakeHome(of) => Some(Route::Paper(chart, of)),
                    _ => None,
                };
                let arrow = || view! { <Icon glyph=Glyph::Go/> };
                view! {
                    <p>{told}</p>
                    {match leads_to {
                        Some(route) => view! {
                            <a class="fh-button fh-button--main" href=route.to_string()>{word} {arrow()}</a>
                        }
                        .into_any(),
                        None => view! {
                            <button
                                type="button"
                                class="fh-button fh-button--main"
                                on:click=act
                                disabled=move || session.read_only().get()
                            >
                                {word}
                                {arrow()}
                            </button>
                        }
                        .into_any(),
                    }}
                }
            }}
        </section>
    }
}
