//! The open page of one client: their words on the left; what was made of them, and where it stands, on the right.

use crate::ui::prelude::*;

use super::about::About;
use super::field::{Field, optional, text};
use super::frame::Frame;
use super::interventions::Interventions;
use super::lost::Lost;
use super::rate::Rate;
use super::review::Review;
use crate::domain::change::{Edit, Item};
use crate::domain::id::{ChartId, GoalId, ObjectiveId};
use crate::domain::rating::RatingKind;
use crate::domain::words::OwnWords;
use crate::language::voice::Voice;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{LineKind, Quote, QuoteKind};
use crate::ui::route::Route;
use crate::ui::scene::{Landscape, View};
use crate::ui::sentence;
use crate::ui::session::session;

/// The open page.
#[component]
pub(crate) fn OpenPage(chart: ChartId) -> impl IntoView {
    let session = session();
    if session.with(chart, |_| ()).is_none() {
        return view! { <Lost/> }.into_any();
    }
    let goals = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                chart
                    .goals()
                    .map(|goal| (goal.id, goal.own_words.as_str().to_owned()))
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let chosen = RwSignal::new(None::<GoalId>);
    let goal = Memo::new(move |_| {
        goals.with(|goals| {
            let first = goals.first().map(|(id, _)| *id);
            chosen.get().filter(|id| goals.iter().any(|(of, _)| of == id)).or(first)
        })
    });
    let name = Memo::new(move |_| {
        session
            .with(chart, |chart| chart.name().map(|name| name.as_str().to_owned()))
            .flatten()
            .unwrap_or_default()
    });
    view! {
        <Frame back=Some((Route::Start, "All charts".to_owned())) about=name>
            {move || match goal.get() {
                None => view! { <FirstWords chart=chart/> }.into_any(),
                Some(goal) => view! {
                    <div class="fh-spread fh-open">
                        <Said chart=chart goal=goal goals=goals chosen=chosen/>
                        <div class="fh-spread__right">
                            <Objectives chart=chart goal=goal/>
                            <Review chart=chart goal=goal/>
                            <Wordings chart=chart goal=goal/>
                            <Another chart=chart chosen=chosen/>
                            <About chart=chart name=name/>
                        </div>
                    </div>
                }
                .into_any(),
            }}
        </Frame>
    }
    .into_any()
}

/// A chart nobody has said anything in yet.
#[component]
fn FirstWords(chart: ChartId) -> impl IntoView {
    view! {
        <div class="fh-page">
            <h1 class="fh-title" tabindex="-1">"What would you like to be different?"</h1>
            <Wish chart=chart label="In your own words" on_kept=Callback::new(|_| ())/>
        </div>
    }
}

/// A line for a wish and the button that keeps it.
#[component]
fn Wish(chart: ChartId, #[prop(into)] label: String, on_kept: Callback<GoalId>) -> impl IntoView {
    let session = session();
    let blank = RwSignal::new(String::new());
    let keep = Callback::new(move |said: String| {
        if let Some(said) = optional(&said)? {
            let goal = GoalId(session.change(chart, Edit::AddGoal(said))?);
            session.change(chart, Edit::AddObjective(goal))?;
            blank.try_set(String::new());
            on_kept.try_run(goal);
        }
        Ok(())
    });
    view! {
        <Field
            label=label
            hint="Any words will do. They stay exactly as you say them."
            draft=format!("{chart}/wish")
            value=blank
            on_keep=keep
            kind=LineKind::Words
        />
        <p class="fh-quiet">"Kept as soon as you leave the line."</p>
    }
}

/// The left page: the words, what was agreed, the other goals, and the hill with its stones.
#[component]
fn Said(
    chart: ChartId,
    goal: GoalId,
    goals: Memo<Vec<(GoalId, String)>>,
    chosen: RwSignal<Option<GoalId>>,
) -> impl IntoView {
    let session = session();
    let words = Memo::new(move |_| {
        goals.with(|goals| {
            goals
                .iter()
                .find(|(id, _)| *id == goal)
                .map(|(_, words)| words.clone())
                .unwrap_or_default()
        })
    });
    let agreed = Memo::new(move |_| {
        session.with(chart, |chart| {
            let goal = chart.goal(goal)?;
            let made =
                || goal.objectives().find_map(|of| sentence::short(goal, of, device::today()));
            goal.agreed.as_ref().map(|words| words.as_str().to_owned()).or_else(made)
        })
    });
    let steps = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let ladder = chart
                    .goal(goal)?
                    .objectives()
                    .map(|of| &of.ladder)
                    .find(|ladder| !ladder.is_empty())?;
                let reached = ladder.rungs().filter(|rung| rung.reached.is_some()).count();
                let next = ladder.next_step().map(|rung| rung.what.as_str().to_owned());
                Some((ladder.len(), reached, next))
            })
            .flatten()
    });
    let others = move || {
        goals
            .get()
            .into_iter()
            .filter(|(id, _)| *id != goal)
            .map(|(id, words)| view! {
                <li>
                    <button type="button" class="fh-others__goal" on:click=move |_| chosen.set(Some(id))>
                        <Icon glyph=Glyph::Go/>
                        <span dir="auto">{words}</span>
                    </button>
                </li>
            })
            .collect_view()
    };
    view! {
        <section class="fh-spread__left" aria-label="In your words">
            <div class="fh-say">
                <Quote text=words kind=QuoteKind::Heading/>
                <p class="fh-agreed" dir="auto">{move || agreed.get().flatten()}</p>
                <ul class="fh-others">{others}</ul>
            </div>
            <div class="fh-view">
                <Landscape
                    view=View::Tall
                    total=Signal::derive(move || steps.with(|steps| small(steps.as_ref().map_or(0, |steps| steps.0))))
                    reached=Signal::derive(move || steps.with(|steps| small(steps.as_ref().map_or(0, |steps| steps.1))))
                />
                <p class="fh-view__told" dir="auto">{move || steps.get().map(told)}</p>
            </div>
        </section>
    }
}

fn small(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn told((total, reached, next): (usize, usize, Option<String>)) -> String {
    match next {
        Some(next) => format!("{reached} of {total} steps. Next: {next}"),
        None => format!("All {total} steps reached"),
    }
}

/// What was made of the words: one card a sentence.
#[component]
fn Objectives(chart: ChartId, goal: GoalId) -> impl IntoView {
    let session = session();
    let ids = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                chart.goal(goal).map(|goal| goal.objectives().map(|of| of.id).collect::<Vec<_>>())
            })
            .flatten()
            .unwrap_or_default()
    });
    let add = move |_| {
        if let Some(id) = session.tell(chart, Edit::AddObjective(goal)) {
            device::go(Route::Build(chart, ObjectiveId(id)));
        }
    };
    view! {
        <section class="fh-section" aria-labelledby="made">
            <h2 class="fh-section__title" id="made">"What we could see happen"</h2>
            <For each=move || ids.get() key=ObjectiveId::to_string let:id>
                <Card chart=chart goal=goal objective=id/>
            </For>
            <div class="fh-acts">
                <button type="button" class="fh-button" on:click=add disabled=move || session.read_only().get()>
                    <Icon glyph=Glyph::Plus/>
                    {move || if ids.with(Vec::is_empty) { "Make a sentence of it" } else { "Another sentence" }}
                </button>
            </div>
        </section>
    }
}

#[component]
fn Card(chart: ChartId, goal: GoalId, objective: ObjectiveId) -> impl IntoView {
    let session = session();
    let told = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let goal = chart.goal(goal)?;
                let of = goal.objective(objective)?;
                let next = of.ladder.next_step().map(|rung| rung.what.as_str().to_owned());
                Some((sentence::short(goal, of, device::today()), next))
            })
            .flatten()
            .unwrap_or_default()
    });
    let off = move |_| {
        session.tell(chart, Edit::Withdraw(Item::Objective(objective)));
    };
    let mountain = Memo::new(move |_| {
        session
            .with(chart, |chart| Voice::of(chart.band()).mountain().map(|says| says.name))
            .flatten()
    });
    view! {
        <article class="fh-card fh-objective">
            <p class="fh-objective__sentence" dir="auto">
                {move || told.with(|told| told.0.clone()).unwrap_or_else(|| "Nothing is written here yet.".to_owned())}
            </p>
            {move || told.with(|told| told.1.clone()).map(|next| view! {
                <p class="fh-quiet" dir="auto">{format!("Next step: {next}")}</p>
            })}
            <div class="fh-acts">
                <a class="fh-button fh-button--main" href=Route::Build(chart, objective).to_string()>
                    <Icon glyph=Glyph::Pencil/>
                    "Make it clear"
                </a>
                <a class="fh-button" href=Route::Ladder(chart, objective).to_string()>
                    <Icon glyph=Glyph::Ladder/>
                    "Ladder and pictures"
                </a>
                {move || mountain.get().map(|name| view! {
                    <a class="fh-button" href=Route::Mountain(chart, objective).to_string()>
                        <Icon glyph=Glyph::Mountain/>
                        {name}
                    </a>
                })}
                <a class="fh-button" href=Route::Paper(chart, objective).to_string()>
                    <Icon glyph=Glyph::Print/>
                    "Worksheet"
                </a>
            </div>
            <Rate chart=chart objective=objective kind=RatingKind::Progress/>
            <details class="fh-more">
                <summary>"What is done toward it, and by whom"</summary>
                <Interventions chart=chart objective=objective/>
                <div class="fh-acts">
                    <button type="button" class="fh-button fh-button--bare" on:click=off disabled=move || session.read_only().get()>
                        <Icon glyph=Glyph::Remove/>
                        "Take this sentence off the page"
                    </button>
                </div>
            </details>
        </article>
    }
}

/// The same wish in other words: agreed by all, and for the record. The client's own are not among them.
#[component]
fn Wordings(chart: ChartId, goal: GoalId) -> impl IntoView {
    let session = session();
    let kept = move |read: fn(&crate::domain::goal::Goal) -> Option<&OwnWords>| {
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
    view! {
        <details class="fh-more">
            <summary>"Other wordings"</summary>
            <div class="fh-stack">
                <Field
                    label="What we agree to call it"
                    draft=format!("{chart}/{goal}.agreed")
                    value=kept(|goal| goal.agreed.as_ref())
                    on_keep=agreed
                    kind=LineKind::Tall
                />
                <Field
                    label="How the record words it"
                    draft=format!("{chart}/{goal}.clinical")
                    value=kept(|goal| goal.clinical.as_ref())
                    on_keep=clinical
                    kind=LineKind::Tall
                />
            </div>
        </details>
    }
}

#[component]
fn Another(chart: ChartId, chosen: RwSignal<Option<GoalId>>) -> impl IntoView {
    view! {
        <details class="fh-more">
            <summary>"Something else that should be different"</summary>
            <Wish
                chart=chart
                label="What else would you like to be different?"
                on_kept=Callback::new(move |goal| chosen.set(Some(goal)))
            />
        </details>
    }
}
