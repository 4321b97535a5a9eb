//! From a few words to a sentence that can be seen to come true: words and one question on the left, the sentence
//! and its four places on the right.

use crate::ui::prelude::*;
use chrono::NaiveDate;

use super::apart::Apart;
use super::by_when::ByWhen;
use super::field::{Field, Outside, optional};
use super::frame::Frame;
use super::guide::{
    Ask, BY_WHEN, CONFIDENCE, FirstStep, Guide, HOW_MUCH, IMPORTANCE, SUPPORT, Skipped, WHAT,
    place, write_in,
};
use super::how_much::HowMuchPlace;
use super::lost::Lost;
use super::openings::Openings;
use super::rate::{Asking, Told};
use crate::domain::change::Edit;
use crate::domain::chart::Chart;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::person::Role;
use crate::domain::rating::{RatingKind, Subject};
use crate::domain::words::OwnWords;
use crate::language::Slot;
use crate::language::left_open::is_left_open;
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
pub(crate) fn Build(
    chart: ChartId,
    objective: ObjectiveId,
    /// Whether whoever comes here is asked for numbers: how much it matters, and how sure they are.
    #[prop(optional, into)]
    sure: Signal<bool>,
) -> impl IntoView {
    let session = session();
    let stands = session.with(chart, |chart| chart.objective(objective).is_some()) == Some(true);
    if !stands {
        return view! { <Lost/> }.into_any();
    }
    let today = Signal::derive(move || session.today());
    let kept = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let (goal, of) = chart.objective(objective)?;
                Some(Places::of(goal, of).heard_in(Voice::of(chart.band())))
            })
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
    // An answer that leaves its question open stays in its field, and the sentence stays without it.
    let keep = move |said: &str,
                     before: &dyn Fn(&Places) -> bool,
                     edit: fn(ObjectiveId, Option<OwnWords>) -> Edit| {
        if !is_left_open(said) {
            session.change(chart, edit(objective, optional(said)?))?;
            return Ok(());
        }
        if kept.with_untracked(before) {
            session.change(chart, edit(objective, None))?;
        }
        Err(Problem::LeftOpen)
    };
    let keep_what = Callback::new(move |said: String| {
        keep(&said, &|kept| !kept.what.is_empty(), Edit::SetWhat)
    });
    let keep_support = Callback::new(move |said: String| {
        keep(&said, &|kept| !kept.support.is_empty(), Edit::SetSupport)
    });
    let apart = Apart::new();
    // What is kept, or was put back by undo, is what is shown again.
    let what_apart = Callback::new(move |outside: Option<Outside>| {
        apart.set(WHAT, outside);
        if outside.is_none() {
            typed.try_update(|typed| typed.0 = None);
        }
    });
    let support_apart = Callback::new(move |outside: Option<Outside>| {
        apart.set(SUPPORT, outside);
        if outside.is_none() {
            typed.try_update(|typed| typed.1 = None);
        }
    });
    let skipped = RwSignal::new(Skipped::new(objective));
    let rated = Memo::new(move |_| {
        let rated = session.with(chart, |chart| {
            let is_asked = |kind| chart.last_rating(Subject::Objective(objective), kind).is_some();
            [is_asked(RatingKind::Importance), is_asked(RatingKind::Confidence)]
        });
        rated.unwrap_or_default()
    });
    let guide = Memo::new(move |_| {
        let today = session.today();
        live.with(|live| {
            skipped.with(|skipped| Guide::of(live, today, rated.get(), skipped, apart))
        })
    });
    if sure.get_untracked() {
        let [importance, confidence] = rated.get_untracked();
        let scale = if importance && !confidence { CONFIDENCE } else { IMPORTANCE };
        // After the page has said its name, which takes the focus to its heading.
        request_animation_frame(move || {
            request_animation_frame(move || device::focus_in(scale));
        });
    }
    view! {
        <Frame back=Some((Route::Chart(chart), "Back to the page".to_owned())) about=name>
            <div class="fh-spread fh-builder">
                <section class="fh-spread__left" aria-label="In your words">
                    <div class="fh-say">
                        <p class="fh-cap">"In your words"</p>
                        <Quote text=own_words kind=QuoteKind::Heading/>
                        <Ask guide=guide skipped=skipped way=Route::Ladder(chart, objective)/>
                    </div>
                    <div class="fh-view" aria-hidden="true"><Landscape/></div>
                </section>
                <section class="fh-spread__right" aria-label="What we could see happen">
                    <LiveSentence live=live today=today/>
                    <div class="fh-slots">
                        <div id=WHAT>
                            <Field
                                label="What I do"
                                example=format!("e.g. {}", examples.example)
                                draft=format!("{chart}/{objective}.what")
                                value=Signal::derive(move || kept.with(|kept| kept.what.clone()))
                                on_keep=keep_what
                                on_type=Callback::new(move |text| typed.update(|typed| typed.0 = Some(text)))
                                on_apart=what_apart
                                kind=LineKind::Tall
                            />
                        </div>
                        <Openings chart=chart objective=objective band=band kept=kept live=live apart=apart/>
                        <div id=SUPPORT>
                            <Field
                                label="What helps me do it"
                                example=format!("e.g. {}", examples.example_help)
                                draft=format!("{chart}/{objective}.support")
                                value=Signal::derive(move || kept.with(|kept| kept.support.clone()))
                                on_keep=keep_support
                                on_type=Callback::new(move |text| typed.update(|typed| typed.1 = Some(text)))
                                on_apart=support_apart
                                kind=LineKind::Tall
                            />
                        </div>
                        <div class="fh-slots__whole" id=HOW_MUCH>
                            <HowMuchPlace chart=chart objective=objective apart=apart/>
                        </div>
                        <div class="fh-slots__whole" id=BY_WHEN>
                            <ByWhen chart=chart objective=objective apart=apart/>
                        </div>
                    </div>
                    <Ready chart=chart objective=objective kept=kept/>
                    <div class="fh-acts fh-acts--apart">
                        <FirstStep way=Route::Ladder(chart, objective)/>
                    </div>
                </section>
            </div>
        </Frame>
    }
    .into_any()
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
                (true, slot) => view! {
                    <button
                        type="button"
                        class="fh-live__slot fh-live__slot--blank"
                        dir="auto"
                        on:click=move |_| write_in(place(slot.unwrap_or(Slot::What)))
                    >
                        {piece.text}
                    </button>
                }
                .into_any(),
                (false, Some(Slot::HowMuch | Slot::ByWhen)) => {
                    let whole = words::together(&piece.text);
                    view! { <mark class="fh-live__slot" dir="auto">{whole}</mark> }.into_any()
                }
                (false, Some(_)) => {
                    view! { <mark class="fh-live__slot" dir="auto">{piece.text}</mark> }.into_any()
                }
                (false, None) => piece.text.into_any(),
            })
            .collect_view()
    };
    view! {
        <h2 class="fh-cap">"What we could see happen"</h2>
        <p class="fh-live" aria-live="polite" aria-atomic="true">{pieces}</p>
    }
}

/// Importance and confidence, and the offer that a low confidence brings.
#[component]
fn Ready(chart: ChartId, objective: ObjectiveId, kept: Memo<Places>) -> impl IntoView {
    let session = session();
    let sure = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                // How sure others are closes no offer to the client.
                let of = chart.objective(objective)?.1;
                let mut said = of.ratings_of(RatingKind::Confidence);
                said.rfind(|rating| rating.rater.role == Role::Client).map(|rating| rating.value)
            })
            .flatten()
    });
    let importance = Asking::new(chart, objective, RatingKind::Importance);
    let confidence = Asking::new(chart, objective, RatingKind::Confidence);
    let offer = move || {
        let value = sure.get().filter(|value| *value <= 5)?;
        let (phrase, how_much) = kept.with(Places::halved)?;
        let smaller = phrase.alone();
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
