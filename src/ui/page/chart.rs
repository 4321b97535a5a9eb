//! The open page of one client, shared by everyone in the room: their words on the left; what was taken on, where it
//! is now, what becomes of it and what comes next on the right. Nothing only a therapist may read stands here.

use crate::ui::prelude::*;

use super::another::{ANOTHER, AnotherSentence};
use super::field::{Field, optional};
use super::frame::Frame;
use super::lost::Lost;
use super::moment::{Closing, LookUp, Pose, SessionFoot};
use super::next::{ComesNext, Different, MadeUp, NOW};
use super::rate::Rate;
use super::review::Review;
use super::taken::{UntilNext, UntilToday};
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, GoalId, ObjectiveId};
use crate::domain::next::{Next, next};
use crate::domain::rating::RatingKind;
use crate::language::voice::Voice;
use crate::ui::app::greet;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{LineKind, Quote, QuoteKind};
use crate::ui::route::Route;
use crate::ui::scene::{Landscape, View};
use crate::ui::sentence;
use crate::ui::session::session;
use crate::ui::words;

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
    let chosen = session.chosen;
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
    let about = Memo::new(move |_| {
        let today = session.today();
        let number = session.history(chart, |history| history.session_on(today)).unwrap_or(1);
        format!("{}, session\u{a0}{number}, {}", name.get(), words::session_day(today))
    });
    view! {
        <Frame back=Some((Route::Start, "All charts".to_owned())) about=about>
            {move || match goal.get() {
                None => view! { <FirstWords chart=chart/> }.into_any(),
                Some(goal) => view! { <Together chart=chart goal=goal goals=goals chosen=chosen client=name/> }.into_any(),
            }}
        </Frame>
    }
    .into_any()
}

/// The page around one wish.
#[component]
fn Together(
    chart: ChartId,
    goal: GoalId,
    goals: Memo<Vec<(GoalId, String)>>,
    chosen: RwSignal<Option<GoalId>>,
    client: Memo<String>,
) -> impl IntoView {
    let session = session();
    let pose = RwSignal::new(Pose::default());
    let part = session.part;
    let objective = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let goal = chart.goal(goal)?;
                let first = goal.objectives().next().map(|of| of.id);
                part.get().filter(|id| goal.objective(*id).is_some()).or(first)
            })
            .flatten()
    });
    let is_different = Memo::new(move |_| {
        let today = session.today();
        session.with(chart, |chart| chart.different_on(today).is_some()) == Some(true)
    });
    let comes_next = Memo::new(move |_| {
        let today = session.today();
        session
            .with(chart, |chart| {
                let goal = chart.goal(goal)?;
                let next = next(goal, objective.get().and_then(|id| goal.objective(id)), today);
                Some(match next {
                    // Something else comes first today: nobody is asked to look at the plan.
                    Next::LookAgain(of) if is_different.get() => Next::TakeOn(of),
                    next => next,
                })
            })
            .flatten()
            .unwrap_or(Next::Begin)
    });
    // Only a sentence that says what is done can be looked at again.
    let clear = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                chart.objective(objective.get()?).filter(|(_, of)| of.what.is_some()).map(|_| ())
            })
            .flatten()
            .is_some()
    });
    let said = Memo::new(move |_| {
        session
            .with(chart, |chart| chart.goal(goal).map(|goal| goal.own_words.as_str().to_owned()))
            .flatten()
            .unwrap_or_default()
    });
    // What becomes of a goal is no question on the day it is made.
    let is_new = Memo::new(move |_| {
        let today = session.today();
        session.history(chart, |history| {
            history.changes().iter().any(|one| one.id == goal.0 && one.at.day() == today)
        }) == Some(true)
    });
    let asked = RwSignal::new(false);
    let another = move |_| {
        asked.set(true);
        // The menu it is chosen in would lie over the line.
        if let Ok(Some(tools)) = document().query_selector(".fh-tools[open]") {
            let _ = tools.remove_attribute("open");
        }
        request_animation_frame(|| device::focus_in(ANOTHER));
    };
    (move || match pose.get() {
            Pose::LookUp => view! { <LookUp next=comes_next pose=pose/> }.into_any(),
            Pose::Close => view! {
                <Closing chart=chart said=said objective=objective client=client pose=pose/>
            }
            .into_any(),
            Pose::Page => view! {
                <div class="fh-spread fh-open">
                    <Said chart=chart goal=goal next=comes_next said=said goals=goals chosen=chosen objective=objective part=part/>
                    <div class="fh-spread__right">
                        <MadeUp chart=chart/>
                        <ComesNext chart=chart goal=goal next=comes_next/>
                        <Different chart=chart/>
                        {move || (!is_different.get()).then(|| view! {
                            <UntilToday chart=chart goal=goal client=client/>
                        })}
                        {move || objective.get().filter(|_| clear.get()).map(|of| view! {
                            {move || (!is_different.get()).then(|| view! {
                                <div class="fh-section" id=NOW>
                                    <Rate chart=chart objective=of kind=RatingKind::Progress/>
                                </div>
                                {move || (!is_new.get()).then(|| view! {
                                    <Review chart=chart goal=goal first=objective/>
                                })}
                            })}
                            <UntilNext chart=chart objective=of client=client/>
                        })}
                        <AnotherSentence chart=chart goal=goal asked=asked/>
                        <Another chart=chart chosen=chosen/>
                    </div>
                </div>
                <SessionFoot chart=chart objective=objective pose=pose>
                    <button
                        type="button"
                        class="fh-button fh-button--bare"
                        on:click=another
                        disabled=move || session.read_only().get()
                    >
                        <Icon glyph=Glyph::Plus/>
                        "Another sentence"
                    </button>
                </SessionFoot>
            }
            .into_any(),
        })
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

/// The left page: the words, the sentence made of them, the others of both, and the hill with its stones.
#[component]
fn Said(
    chart: ChartId,
    goal: GoalId,
    next: Memo<Next>,
    said: Memo<String>,
    goals: Memo<Vec<(GoalId, String)>>,
    chosen: RwSignal<Option<GoalId>>,
    objective: Memo<Option<ObjectiveId>>,
    part: RwSignal<Option<ObjectiveId>>,
) -> impl IntoView {
    let session = session();
    let sentences = Memo::new(move |_| {
        let today = session.today();
        session
            .with(chart, |chart| {
                let goal = chart.goal(goal)?;
                let made = |of| {
                    sentence::short(goal, of, today)
                        .unwrap_or_else(|| "A sentence that is still open".to_owned())
                };
                Some(
                    goal.objectives()
                        .map(|of| (of.id, made(of), of.what.is_some()))
                        .collect::<Vec<_>>(),
                )
            })
            .flatten()
            .unwrap_or_default()
    });
    let agreed = Memo::new(move |_| {
        let words = session
            .with(chart, |chart| {
                chart.goal(goal)?.agreed.as_ref().map(|words| words.as_str().to_owned())
            })
            .flatten();
        let here = objective.get();
        words.or_else(|| {
            sentences.with(|all| {
                all.iter()
                    .find(|(id, _, clear)| Some(*id) == here && *clear)
                    .map(|(_, made, _)| made.clone())
            })
        })
    });
    // Where the paper is the next thing to do, it stands there.
    let is_next = Memo::new(move |_| matches!(next.get(), Next::TakeHome(_)));
    let is_clear =
        move |of| sentences.with(|all| all.iter().any(|(id, _, clear)| *id == of && *clear));
    let parts = move || {
        let here = objective.get();
        sentences
            .get()
            .into_iter()
            .filter(|(id, ..)| Some(*id) != here)
            .map(|(id, made, _)| view! {
                <li>
                    <button type="button" class="fh-others__goal" on:click=move |_| { part.set(Some(id)); request_animation_frame(greet); }>
                        <Icon glyph=Glyph::Go/>
                        <span dir="auto">{made}</span>
                    </button>
                </li>
            })
            .collect_view()
    };
    let steps = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let ladder = &chart.objective(objective.get()?)?.1.ladder;
                if ladder.is_empty() {
                    return None;
                }
                let reached = ladder.rungs().filter(|rung| rung.reached.is_some()).count();
                let next = ladder.next_step().map(|rung| rung.what.as_str().to_owned());
                Some((ladder.len(), reached, next))
            })
            .flatten()
    });
    // For the youngest climbers: the same steps, one stone a page.
    let mountain = Memo::new(move |_| {
        session
            .with(chart, |chart| Voice::of(chart.band()).mountain().map(|says| says.name))
            .flatten()
    });
    let others = move || {
        goals
            .get()
            .into_iter()
            .filter(|(id, _)| *id != goal)
            .map(|(id, words)| view! {
                <li>
                    <button type="button" class="fh-others__goal" on:click=move |_| { chosen.set(Some(id)); request_animation_frame(greet); }>
                        <Icon glyph=Glyph::Go/>
                        <span class="fh-quote--small" dir="auto">{words}</span>
                    </button>
                </li>
            })
            .collect_view()
    };
    view! {
        <section class="fh-spread__left" aria-label="In your words">
            <div class="fh-say">
                <Quote text=said kind=QuoteKind::Heading/>
                {move || agreed.get().map(|agreed| view! { <p class="fh-agreed" dir="auto">{agreed}</p> })}
                {move || objective.get().filter(|of| is_clear(*of) && !is_next.get()).map(|of| view! {
                    <a class="fh-button fh-button--bare fh-open__paper" href=Route::Paper(chart, of).to_string()>
                        <Icon glyph=Glyph::Print/>
                        {words::TAKE_HOME}
                    </a>
                })}
                <ul class="fh-others">{parts} {others}</ul>
            </div>
            <div class="fh-view">
                <Landscape
                    view=View::Tall
                    total=Signal::derive(move || steps.with(|steps| small(steps.as_ref().map_or(0, |steps| steps.0))))
                    reached=Signal::derive(move || steps.with(|steps| small(steps.as_ref().map_or(0, |steps| steps.1))))
                />
                <p class="fh-view__told" dir="auto">{move || steps.get().map(told)}</p>
            </div>
            {move || mountain.get().zip(objective.get()).map(|(name, of)| view! {
                <a class="fh-button fh-open__mountain" href=Route::Mountain(chart, of).to_string()>
                    <Icon glyph=Glyph::Mountain/>
                    {name}
                </a>
            })}
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
