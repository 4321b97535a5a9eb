//! From a few words to a sentence that can be seen to come true: words and one question on the left, the sentence
//! and its four places on the right.

use crate::ui::prelude::*;
use chrono::{Days, NaiveDate};

use super::field::{Field, optional};
use super::frame::Frame;
use super::how_much::{self, HowMuchPlace};
use super::lost::Lost;
use super::rate::{Asking, Told};
use crate::domain::change::Edit;
use crate::domain::chart::Chart;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::rating::{RatingKind, Subject};
use crate::language::Slot;
use crate::language::deadline::{deadline, full_date};
use crate::language::voice::Voice;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{LineKind, Quote, QuoteKind};
use crate::ui::route::Route;
use crate::ui::scene::Landscape;
use crate::ui::sentence::Places;
use crate::ui::session::{Problem, session};
use crate::ui::words;

/// The goal builder for one objective.
#[component]
pub(crate) fn Build(chart: ChartId, objective: ObjectiveId) -> impl IntoView {
    let session = session();
    let stands = session.with(chart, |chart| chart.objective(objective).is_some()) == Some(true);
    if !stands {
        return view! { <Lost/> }.into_any();
    }
    let today = Signal::derive(move || session.today());
    let kept = Memo::new(move |_| {
        session
            .with(chart, |chart| chart.objective(objective).map(|(goal, of)| Places::of(goal, of)))
            .flatten()
            .unwrap_or_default()
    });
    // What is shown live: the kept places, with the line that is being typed in front of them.
    let typed = RwSignal::new((None::<String>, None::<String>));
    let live = Memo::new(move |_| {
        let mut places = kept.get();
        let (what, support) = typed.get();
        places.what = what.unwrap_or(places.what);
        places.support = support.unwrap_or(places.support);
        places
    });
    let name = Memo::new(move |_| {
        session
            .with(chart, |chart| chart.name().map(|name| name.as_str().to_owned()))
            .flatten()
            .unwrap_or_default()
    });
    let band = session.with(chart, Chart::band).unwrap_or_default();
    let examples = Voice::of(band).words();
    let own_words = Signal::derive(move || kept.with(|kept| kept.own_words.clone()));
    let keep_what = Callback::new(move |said: String| {
        session.change(chart, Edit::SetWhat(objective, optional(&said)?))?;
        typed.try_update(|typed| typed.0 = None);
        Ok(())
    });
    let keep_support = Callback::new(move |said: String| {
        session.change(chart, Edit::SetSupport(objective, optional(&said)?))?;
        typed.try_update(|typed| typed.1 = None);
        Ok(())
    });
    let skipped = RwSignal::new(Vec::<&'static str>::new());
    let guide = Memo::new(move |_| {
        let (today, skipped) = (session.today(), skipped.get());
        let rated = session.with(chart, |chart| {
            let is_asked = |kind| chart.last_rating(Subject::Objective(objective), kind).is_some();
            [is_asked(RatingKind::Importance), is_asked(RatingKind::Confidence)]
        });
        live.with(|live| Guide::of(live, today, rated.unwrap_or_default(), &skipped))
    });
    view! {
        <Frame back=Some((Route::Chart(chart), "Back to the page".to_owned())) about=name>
            <div class="fh-spread fh-builder">
                <section class="fh-spread__left" aria-label="In your words">
                    <div class="fh-say">
                        <p class="fh-cap">"In your words"</p>
                        <Quote text=own_words kind=QuoteKind::Heading/>
                        <Ask chart=chart objective=objective guide=guide skipped=skipped/>
                    </div>
                    <div class="fh-view" aria-hidden="true"><Landscape/></div>
                </section>
                <section class="fh-spread__right" aria-label="What we could see happen">
                    <LiveSentence live=live today=today/>
                    <div class="fh-slots">
                        <div id=slot_id(Slot::What)>
                            <Field
                                label="What I do"
                                example=examples.example
                                draft=format!("{chart}/{objective}.what")
                                value=Signal::derive(move || kept.with(|kept| kept.what.clone()))
                                on_keep=keep_what
                                on_type=Callback::new(move |text| typed.update(|typed| typed.0 = Some(text)))
                                kind=LineKind::Tall
                            />
                        </div>
                        <div id=slot_id(Slot::Support)>
                            <Field
                                label="What helps me do it"
                                example=examples.example_help
                                draft=format!("{chart}/{objective}.support")
                                value=Signal::derive(move || kept.with(|kept| kept.support.clone()))
                                on_keep=keep_support
                                on_type=Callback::new(move |text| typed.update(|typed| typed.1 = Some(text)))
                                kind=LineKind::Tall
                            />
                        </div>
                        <div class="fh-slots__whole" id=slot_id(Slot::HowMuch)>
                            <HowMuchPlace chart=chart objective=objective/>
                        </div>
                        <div class="fh-slots__whole" id=slot_id(Slot::ByWhen)>
                            <ByWhen chart=chart objective=objective/>
                        </div>
                    </div>
                    <Ready chart=chart objective=objective kept=kept/>
                    <div class="fh-acts fh-acts--apart">
                        <a class="fh-button" href=Route::Chart(chart).to_string()>"Back to the page"</a>
                        // When all is said it is offered where the questions were: a page has one main action.
                        <a
                            class="fh-button"
                            class:fh-button--main=move || guide.with(|guide| *guide != Guide::Done)
                            href=Route::Ladder(chart, objective).to_string()
                        >
                            "First small step"
                            <Icon glyph=Glyph::Go/>
                        </a>
                    </div>
                </section>
            </div>
        </Frame>
    }
    .into_any()
}

fn slot_id(slot: Slot) -> &'static str {
    match slot {
        Slot::OwnWords | Slot::What => "place-what",
        Slot::Support => "place-support",
        Slot::HowMuch => "place-how-much",
        Slot::ByWhen => "place-by-when",
    }
}

const IMPORTANCE: &str = "place-importance";
const CONFIDENCE: &str = "place-confidence";

/// What the guide beside the words says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Guide {
    /// One question to ask aloud, and the id of the place its answer goes to.
    Ask { question: String, place: &'static str, can_wait: bool },
    /// All is said.
    Done,
}

impl Guide {
    /// First what the sentence needs, then what helps, then how much it matters and how sure they are. All but the
    /// sentence can be `skipped`.
    fn of(live: &Places, today: NaiveDate, rated: [bool; 2], skipped: &[&str]) -> Self {
        if let Some(finding) = live.question(today) {
            let place = match finding.slot {
                Slot::HowMuch if live.how_much.is_none() => how_much::NOW,
                Slot::HowMuch => how_much::THEN,
                slot => slot_id(slot),
            };
            return Self::Ask { question: finding.question, place, can_wait: false };
        }
        let [importance, confidence] = rated;
        let rest = [
            (
                !live.support.trim().is_empty(),
                "What or who helps you with it?",
                slot_id(Slot::Support),
            ),
            (importance, words::asked(RatingKind::Importance), IMPORTANCE),
            (confidence, words::asked(RatingKind::Confidence), CONFIDENCE),
        ];
        rest.into_iter().find(|(is_said, _, place)| !is_said && !skipped.contains(place)).map_or(
            Self::Done,
            |(_, question, place)| Self::Ask {
                question: question.to_owned(),
                place,
                can_wait: true,
            },
        )
    }

    fn place(&self) -> Option<&'static str> {
        match self {
            Self::Ask { place, .. } => Some(place),
            Self::Done => None,
        }
    }
}

/// The one question to ask aloud. No mark is ever put on the client's own words.
#[component]
fn Ask(
    chart: ChartId,
    objective: ObjectiveId,
    guide: Memo<Guide>,
    skipped: RwSignal<Vec<&'static str>>,
) -> impl IntoView {
    let said = move || {
        guide.with(|guide| match guide {
            Guide::Ask { question, .. } => question.clone(),
            Guide::Done => "That is all of it. Next comes a first small step.".to_owned(),
        })
    };
    // The button stays the same one while the questions change under it, so that no press goes to one that is gone.
    let is_done = Memo::new(move |_| guide.with(|guide| *guide == Guide::Done));
    let can_wait =
        Memo::new(move |_| guide.with(|guide| matches!(guide, Guide::Ask { can_wait: true, .. })));
    let is_number =
        move || guide.with(|guide| [Some(IMPORTANCE), Some(CONFIDENCE)].contains(&guide.place()));
    let write = move |_| {
        match guide.with_untracked(Guide::place) {
            // Somebody has said in words that they do not know where it stands: then where it should get to.
            Some(how_much::NOW) if how_much::is_now_in_words() => device::focus_in(how_much::THEN),
            Some(place) => device::focus_in(place),
            None => {}
        }
    };
    let skip = move |_| {
        if let Some(place) = guide.with_untracked(Guide::place) {
            skipped.update(|skipped| skipped.push(place));
        }
    };
    view! {
        <div class="fh-ask">
            <p class="fh-question" aria-live="polite">{said}</p>
            <div class="fh-acts">
                {move || if is_done.get() {
                    view! {
                        <a class="fh-button fh-button--main" href=Route::Ladder(chart, objective).to_string()>
                            "First small step"
                            <Icon glyph=Glyph::Go/>
                        </a>
                    }
                    .into_any()
                } else {
                    view! {
                        <button type="button" class="fh-button" on:click=write>
                            <Icon glyph=Glyph::Pencil/>
                            {move || if is_number() { "Choose a number" } else { "Write the answer" }}
                        </button>
                    }
                    .into_any()
                }}
                {move || can_wait.get().then(|| view! {
                    <button type="button" class="fh-button fh-button--bare" on:click=skip>"Skip"</button>
                })}
            </div>
        </div>
    }
}

/// The sentence as it grows.
#[component]
fn LiveSentence(live: Memo<Places>, today: Signal<NaiveDate>) -> impl IntoView {
    let sentence = Memo::new(move |_| live.with(|live| live.sentence(today.get())));
    let pieces = move || {
        sentence
            .get()
            .pieces
            .into_iter()
            .map(|piece| match (piece.blank, piece.slot) {
                (true, _) => view! { <span class="fh-live__slot fh-live__slot--blank" dir="auto">{piece.text}</span> }.into_any(),
                (false, Some(Slot::HowMuch | Slot::ByWhen)) => view! { <mark class="fh-live__slot" dir="auto">{words::together(&piece.text)}</mark> }.into_any(),
                (false, Some(_)) => view! { <mark class="fh-live__slot" dir="auto">{piece.text}</mark> }.into_any(),
                (false, None) => piece.text.into_any(),
            })
            .collect_view()
    };
    view! {
        <h2 class="fh-cap">"What we could see happen"</h2>
        <p class="fh-live" aria-live="polite" aria-atomic="true">{pieces}</p>
    }
}

/// By when: a day in any wording that can be read as one, or a stretch of weeks by one tap.
#[component]
fn ByWhen(chart: ChartId, objective: ObjectiveId) -> impl IntoView {
    let session = session();
    let due = Memo::new(move |_| {
        session.with(chart, |chart| chart.objective(objective).and_then(|(_, of)| of.due)).flatten()
    });
    let keep = Callback::new(move |said: String| {
        let day = match optional(&said)? {
            None => None,
            Some(said) => Some(deadline(said.as_str(), device::today()).ok_or(Problem::NoDay)?),
        };
        session.change(chart, Edit::SetDue(objective, day)).map(|_| ())
    });
    let weeks = [2_u64, 4, 8, 12].map(|weeks| {
        let choose = move |_| {
            // A page may stand open over midnight.
            if let Some(day) = device::today().checked_add_days(Days::new(weeks * 7)) {
                session.tell(chart, Edit::SetDue(objective, Some(day)));
            }
        };
        view! {
            <button type="button" class="fh-button" on:click=choose disabled=move || session.read_only().get()>
                {format!("{weeks} weeks")}
            </button>
        }
    });
    view! {
        <Field
            label="By when"
            hint="A day, or a stretch of time: January 18, 2027, or in 8 weeks."
            draft=format!("{chart}/{objective}.due")
            value=Signal::derive(move || due.get().map(full_date).unwrap_or_default())
            on_keep=keep
        />
        <div class="fh-acts" role="group" aria-label="By when, in weeks from today">{weeks}</div>
    }
}

/// Importance and confidence, and the offer that a low confidence brings.
#[component]
fn Ready(chart: ChartId, objective: ObjectiveId, kept: Memo<Places>) -> impl IntoView {
    let session = session();
    let sure = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                chart
                    .last_rating(Subject::Objective(objective), RatingKind::Confidence)
                    .map(|rating| rating.value)
            })
            .flatten()
    });
    let importance = Asking::new(chart, objective, RatingKind::Importance);
    let confidence = Asking::new(chart, objective, RatingKind::Confidence);
    let offer = move || {
        let value = sure.get().filter(|value| *value <= 5)?;
        let (phrase, how_much) = kept.with(Places::halved)?;
        let smaller = phrase.to_string();
        Some(view! {
            <div class="fh-offer">
                <p>{format!("A {value} is worth listening to.")}</p>
                <button
                    type="button"
                    class="fh-button"
                    disabled=move || session.read_only().get()
                    on:click=move |_| {
                        let why = format!("Made smaller because confidence was {value} of 10");
                        session.tell_because(chart, Edit::SetHowMuch(objective, Some(how_much)), &why);
                    }
                >
                    <Icon glyph=Glyph::Smaller/>
                    {format!("Start with {smaller}")}
                </button>
            </div>
        })
    };
    view! {
        <div class="fh-section">
            <div class="fh-scale" id=IMPORTANCE>{importance.ruler()}</div>
            <div class="fh-scale" id=CONFIDENCE>{confidence.ruler()}</div>
            // What follows from both stands below both, so that no tap moves the ruler that is tapped next.
            {importance.follow(Told::WithQuestion)}
            {confidence.follow(Told::WithQuestion)}
            {offer}
        </div>
    }
}
