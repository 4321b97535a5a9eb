//! The ladder with its steps, and the picture of how it went.

mod offered;

use crate::ui::prelude::*;

use self::offered::Offered;
use super::answered::Answered;
use super::frame::Frame;
use super::lost::Lost;
use crate::domain::change::{Change, Edit, Item};
use crate::domain::id::{ChartId, ObjectiveId, RungId};
use crate::domain::rating::RatingKind;
use crate::domain::words::OwnWords;
use crate::figure::ladder::LadderFigure;
use crate::figure::progress::rows::rows;
use crate::figure::progress::{Happening, ProgressFigure};
use crate::language::danger::danger;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{Quote, QuoteKind};
use crate::ui::picture::{ADD_STEP, Drafts, LadderEditor, LadderPicture, ProgressPicture, RungRow};
use crate::ui::route::Route;
use crate::ui::sentence;
use crate::ui::session::session;
use crate::ui::words;

/// Ladder and chart of one objective.
#[component]
pub(crate) fn LadderPage(
    chart: ChartId,
    objective: ObjectiveId,
    /// Whether whoever comes here wants a smaller step than the next one.
    #[prop(optional, into)]
    smaller: Signal<bool>,
) -> impl IntoView {
    let session = session();
    let stands = session.with(chart, |chart| chart.objective(objective).is_some()) == Some(true);
    if !stands {
        return view! { <Lost/> }.into_any();
    }
    let said = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let (goal, of) = chart.objective(objective)?;
                let name = chart.name().map(|name| name.as_str().to_owned()).unwrap_or_default();
                let sentence = sentence::short(goal, of, session.today());
                Some((goal.own_words.as_str().to_owned(), sentence, name))
            })
            .flatten()
            .unwrap_or_default()
    });
    let ladder = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                chart.objective(objective).map(|(_, of)| LadderFigure::new(&of.ladder))
            })
            .flatten()
            .unwrap_or_else(|| LadderFigure::of(Vec::new()))
    });
    let goal = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let what = chart.objective(objective)?.1.what.as_ref()?;
                danger(what.as_str()).is_none().then(|| what.as_str().to_owned())
            })
            .flatten()
    });
    // The steps are changed where their picture stands, in the whole breadth; a ladder without any begins that way.
    let some = Memo::new(move |_| ladder.with(|ladder| !ladder.steps.is_empty()));
    let changing = RwSignal::new(!some.get_untracked());
    // Undo can take the last one away.
    Effect::new(move || {
        if !some.get() && !changing.get_untracked() {
            changing.set(true);
        }
    });
    let smaller = RwSignal::new(smaller.get_untracked());
    if smaller.get_untracked() {
        // After the page has said its name, which takes the focus to its heading.
        request_animation_frame(|| request_animation_frame(|| device::focus_in(ADD_STEP)));
    }
    let progress = Memo::new(move |_| {
        session
            .history(chart, |history| {
                let (goal, of) = history.chart().objective(objective)?;
                Some(ProgressFigure::new(
                    goal,
                    of,
                    &happenings(objective, history.changes()),
                    session.today(),
                ))
            })
            .flatten()
            .unwrap_or_default()
    });
    let one_by_one = Signal::derive(move || {
        session
            .with(chart, |chart| chart.objective(objective).map(|(goal, of)| rows(goal, of)))
            .flatten()
            .unwrap_or_default()
    });
    view! {
        <Frame
            back=Some((Route::Chart(chart), "Back to the page".to_owned()))
            about=Signal::derive(move || said.with(|said| said.2.clone()))
        >
            <div>
                <header class="fh-head">
                    <Quote text=Signal::derive(move || said.with(|said| said.0.clone())) kind=QuoteKind::Heading/>
                    <p class="fh-head__aside" dir="auto">{move || said.with(|said| said.1.clone())}</p>
                </header>
                <div class="fh-progress" class:fh-progress--steps=move || changing.get() && some.get()>
                    <section aria-labelledby="steps">
                        <div class="fh-progress__head">
                            <h2 class="fh-section__title" id="steps">"Steps, from the ground up"</h2>
                            {move || some.get().then(|| view! {
                                <button
                                    type="button"
                                    class="fh-button"
                                    class:fh-button--main=move || changing.get()
                                    on:click=move |_| changing.update(|changing| *changing = !*changing)
                                >
                                    {move || if changing.get() {
                                        view! { <Icon glyph=Glyph::Check/> "Done" }.into_any()
                                    } else {
                                        view! { <Icon glyph=Glyph::Pencil/> "Change the steps" }.into_any()
                                    }}
                                </button>
                            })}
                        </div>
                        {move || {
                            let rows = changing.get();
                            view! {
                                {(!rows).then(|| view! { <LadderPicture ladder=ladder goal=goal/> })}
                                <Steps chart=chart objective=objective rows=rows smaller=smaller/>
                            }
                        }}
                        // There is nothing on the sheet yet that would help at home.
                        {move || some.get().then(|| view! {
                            <div class="fh-acts">
                                <a
                                    class="fh-button"
                                    class:fh-button--main=move || !changing.get()
                                    href=Route::Paper(chart, objective).to_string()
                                >
                                    <Icon glyph=Glyph::Print/>
                                    {words::TAKE_HOME}
                                </a>
                            </div>
                        })}
                    </section>
                    <section class="fh-progress__chart" aria-labelledby="change">
                        <h2 class="fh-section__title" id="change">"How it went"</h2>
                        <ProgressPicture progress=progress rows=one_by_one/>
                        <Answered chart=chart objective=objective kind=RatingKind::Progress id="progress"/>
                        <Answered chart=chart objective=objective kind=RatingKind::Confidence id="confidence"/>
                    </section>
                </div>
            </div>
        </Frame>
    }
    .into_any()
}

/// Changes of the aim that a reader of the chart should see as lines.
fn happenings(objective: ObjectiveId, changes: &[Change]) -> Vec<Happening> {
    let mut aims = changes.iter().filter_map(|change| match &change.edit {
        Edit::SetHowMuch(of, Some(how_much)) if *of == objective => {
            how_much.target().map(|target| (change.at.day(), target))
        }
        _ => None,
    });
    let Some((mut day, mut aim)) = aims.next() else { return Vec::new() };
    let mut found: Vec<Happening> = Vec::new();
    for (on, target) in aims {
        // What is tried out within one day is one decision.
        if target != aim && on != day {
            found.push(Happening { day: on, words: "New aim".to_owned() });
        }
        (day, aim) = (on, target);
    }
    found
}

/// The rungs, to word, weigh, move and reach, and the line for another, which is there in any case.
#[component]
fn Steps(
    chart: ChartId,
    objective: ObjectiveId,
    rows: bool,
    smaller: RwSignal<bool>,
) -> impl IntoView {
    let session = session();
    let all = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let ladder = &chart.objective(objective)?.1.ladder;
                let row = |rung: &crate::domain::ladder::Rung| RungRow {
                    id: rung.id.to_string(),
                    words: rung.what.as_str().to_owned(),
                    effort: rung.effort,
                    reached: rung.reached.map(|at| words::short_date(at.day())),
                };
                Some(ladder.rungs().map(row).collect::<Vec<_>>())
            })
            .flatten()
            .unwrap_or_default()
    });
    // A smaller step than the next one stands under it: the next one is what it leads to.
    let next = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let rung = chart.objective(objective)?.1.ladder.next_step()?;
                Some((rung.id, rung.what.as_str().to_owned()))
            })
            .flatten()
    });
    let half = Signal::derive(move || {
        smaller.get().then(|| {
            next.with(|next| next.as_ref().map_or_else(String::new, |next| next.1.clone()))
        })
    });
    let add = move |text: String| {
        let is_smaller = smaller.try_get_untracked() == Some(true);
        let below = next.try_get_untracked().flatten().filter(|_| is_smaller);
        let words = match OwnWords::new(&text) {
            Ok(words) => words,
            Err(error) => {
                session.trouble.set(Some(error.into()));
                return false;
            }
        };
        let Some(added) = session.tell(chart, Edit::AddRung(objective, words)) else {
            return false;
        };
        if let Some((next, _)) = below {
            session.tell(chart, Edit::MoveRung(RungId(added), Some(next)));
        }
        smaller.try_set(false);
        true
    };
    let tell = move |edit: Edit| {
        session.tell(chart, edit);
    };
    let with_words = move |text: &str, edit: &dyn Fn(OwnWords) -> Edit| match OwnWords::new(text) {
        Ok(words) => session.tell(chart, edit(words)).is_some(),
        Err(error) => {
            session.trouble.set(Some(error.into()));
            false
        }
    };
    let rung = |id: &str| id.parse::<RungId>().ok();
    let key = move |id: &str| format!("{chart}/{objective}.step.{id}");
    let drafts = Drafts {
        left: Callback::new(move |id: String| session.draft(&key(&id))),
        keep: Callback::new(move |(id, text): (String, Option<String>)| match text {
            Some(text) => session.keep_draft(&key(&id), &text),
            None => session.drop_draft(&key(&id)),
        }),
    };
    view! {
        <LadderEditor
            rungs=all
            rows=rows
            half=half
            on_add=Callback::new(add)
            on_reword=Callback::new(move |(id, text): (String, String)| {
                rung(&id).is_some_and(|id| with_words(&text, &|words| Edit::SetRung(id, words)))
            })
            on_effort=Callback::new(move |(id, effort): (String, Option<u8>)| {
                if let Some(id) = rung(&id) {
                    tell(Edit::SetEffort(id, effort));
                }
            })
            on_move=Callback::new(move |(id, below): (String, Option<String>)| {
                let below = below.and_then(|below| rung(&below));
                if let Some(id) = rung(&id) {
                    tell(Edit::MoveRung(id, below));
                }
            })
            on_reach=Callback::new(move |id: String| {
                if let Some(id) = rung(&id) {
                    tell(Edit::ReachRung(id));
                }
            })
            on_unreach=Callback::new(move |id: String| {
                if let Some(id) = rung(&id) {
                    tell(Edit::UnreachRung(id));
                }
            })
            on_remove=Callback::new(move |id: String| {
                if let Some(id) = rung(&id) {
                    tell(Edit::Withdraw(Item::Rung(id)));
                }
            })
            drafts=drafts
            locked=session.read_only()
        />
        {rows.then(|| {
            let standing = Signal::derive(move || {
                all.with(|all| all.iter().map(|rung| rung.words.clone()).collect::<Vec<_>>())
            });
            view! {
                <Offered chart=chart objective=objective standing=standing on_add=Callback::new(add)/>
            }
        })}
    }
}
