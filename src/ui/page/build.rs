//! From a few words to a sentence that can be seen to come true: words and one question on the left, the sentence
//! and its four places on the right.

use crate::ui::prelude::*;
use chrono::{Days, NaiveDate};

use super::field::{Field, optional};
use super::frame::Frame;
use super::lost::Lost;
use super::rate::Rate;
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::rating::{RatingKind, Subject};
use crate::language::Slot;
use crate::language::deadline::{deadline, full_date};
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::page::how_much::HowMuchPlace;
use crate::ui::part::{LineKind, Quote, QuoteKind};
use crate::ui::route::Route;
use crate::ui::scene::Landscape;
use crate::ui::sentence::Places;
use crate::ui::session::{Problem, session};

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
    view! {
        <Frame back=Some((Route::Chart(chart), "Back to the page".to_owned())) about=name>
            <div class="fh-spread fh-builder">
                <section class="fh-spread__left" aria-label="In your words">
                    <div class="fh-say">
                        <p class="fh-cap">"In your words"</p>
                        <Quote text=own_words kind=QuoteKind::Heading/>
                        <Ask live=live today=today/>
                    </div>
                    <div class="fh-view" aria-hidden="true"><Landscape/></div>
                </section>
                <section class="fh-spread__right" aria-label="What we could see happen">
                    <LiveSentence live=live today=today/>
                    <div class="fh-slots">
                        <div id=slot_id(Slot::What)>
                            <Field
                                label="What I do"
                                example="Ride the bus to work"
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
                                example="My breathing card"
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
                        <a class="fh-button fh-button--main" href=Route::Ladder(chart, objective).to_string()>
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

/// The one question to ask aloud. No mark is ever put on the client's own words.
#[component]
fn Ask(live: Memo<Places>, today: Signal<NaiveDate>) -> impl IntoView {
    let question = Memo::new(move |_| live.with(|live| live.question(today.get())));
    view! {
        <div class:fh-ask=move || question.with(Option::is_some)>
            <p class="fh-question" aria-live="polite">
                {move || question.get().map(|finding| finding.question)}
            </p>
            {move || question.get().map(|finding| view! {
                <button type="button" class="fh-button" on:click=move |_| device::focus_in(slot_id(finding.slot))>
                    <Icon glyph=Glyph::Pencil/>
                    "Write the answer"
                </button>
            })}
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
            <Rate chart=chart objective=objective kind=RatingKind::Importance/>
            <Rate chart=chart objective=objective kind=RatingKind::Confidence/>
            {offer}
        </div>
    }
}
