//! One answer on a ruler and the questions after it. Today's answer stands and can be put right; the one of an earlier
//! day is shown only when today's is given.

use crate::ui::prelude::*;

use super::field::{Field, optional, text};
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, ObjectiveId, RatingId};
use crate::domain::person::{Person, Role};
use crate::domain::rating::{FollowUp, Rating, RatingKind, Subject};
use crate::domain::words::ChartName;
use crate::ui::part::{Line, LineKind, Pick, Ruler};
use crate::ui::session::session;
use crate::ui::words;

/// A ruler for one objective that starts blank on every day.
#[component]
pub(crate) fn Rate(
    /// The chart.
    chart: ChartId,
    /// What is rated.
    objective: ObjectiveId,
    /// What is asked.
    kind: RatingKind,
) -> impl IntoView {
    let session = session();
    let rater = RwSignal::new(Role::Client);
    let initials = RwSignal::new(String::new());
    // The client is known by the name of the chart; anyone else may give initials.
    let person = Memo::new(move |_| {
        let role = rater.get();
        let name = if role == Role::Client {
            session.with(chart, |chart| chart.name().cloned()).flatten()
        } else {
            initials.with(|initials| ChartName::new(initials).ok())
        };
        Person { role, name }
    });
    // What this person said today: shown, and put right by another tap. An earlier day's answer never is.
    let now = Memo::new(move |_| {
        let (person, today) = (person.get(), session.today());
        session
            .with(chart, |chart| {
                let of = chart.objective(objective)?.1;
                let mine = |rating: &&Rating| is_by(rating, &person) && rating.at.day() == today;
                of.ratings_of(kind).rfind(mine).cloned()
            })
            .flatten()
    });
    let value = Signal::derive(move || now.with(|now| now.as_ref().map(|rating| rating.value)));
    // Which answer stands, not what is in it: the questions after it must not be drawn anew while one is answered.
    let answered = Memo::new(move |_| now.with(|now| now.as_ref().map(|rating| rating.id)));
    let choose = Callback::new(move |value: u8| {
        // A tablet that slept over midnight still shows yesterday's answer; what is tapped now is of today.
        session.look_at_clock();
        let edit = match answered.get_untracked() {
            Some(id) => Edit::SetValue(id, value),
            None => Edit::Rate {
                about: Subject::Objective(objective),
                kind,
                scale: session.settings.with_untracked(|settings| settings.scale),
                value,
                rater: person.get_untracked(),
            },
        };
        session.tell(chart, edit);
    });
    // A ruler keeps its ends for as long as an answer stands on it.
    let scale = Memo::new(move |_| {
        now.with(|now| now.as_ref().map(|rating| rating.scale))
            .unwrap_or_else(|| session.settings.with(|settings| settings.scale))
    });
    let (low, high) = words::ends(kind);
    let roles = [Role::Client, Role::Caregiver, Role::Partner, Role::Therapist, Role::Other];
    view! {
        <div class="fh-scale">
            {move || {
                let scale = scale.get();
                view! {
                    <Ruler
                        label=words::asked(kind)
                        low=low
                        high=high
                        from=scale.low()
                        to=scale.high()
                        value=value
                        on_choose=choose
                        locked=session.read_only()
                    />
                }
            }}
            <details class="fh-more fh-more--small">
                <summary>"Who answers?"</summary>
                <Pick
                    label="This answer is from"
                    options=roles.map(|role| (words::role(role).to_owned(), words::role(role).to_owned())).to_vec()
                    chosen=Signal::derive(move || Some(words::role(rater.get()).to_owned()))
                    on_choose=Callback::new(move |chosen: String| {
                        roles.into_iter().filter(|role| words::role(*role) == chosen).for_each(|role| rater.set(role));
                    })
                />
                {move || (rater.get() != Role::Client).then(|| view! {
                    <Line
                        label="Their initials"
                        value=initials
                        on_keep=Callback::new(move |text| initials.set(text))
                        kind=LineKind::Short
                    />
                })}
            </details>
            {move || answered.get().map(|id| view! {
                <After chart=chart objective=objective kind=kind id=id now=now/>
            })}
        </div>
    }
}

/// Whether it was this person's answer. The client is one person, whatever the chart was called at the time.
fn is_by(rating: &Rating, person: &Person) -> bool {
    rating.rater.role == person.role
        && (person.role == Role::Client || rating.rater.name == person.name)
}

/// What is asked once the number stands.
#[component]
fn After(
    chart: ChartId,
    objective: ObjectiveId,
    kind: RatingKind,
    id: RatingId,
    now: Memo<Option<Rating>>,
) -> impl IntoView {
    let session = session();
    let before = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let of = chart.objective(objective)?.1;
                let mine = chart.rating(id)?;
                let earlier = |rating: &&Rating| {
                    is_by(rating, &mine.rater) && rating.at.day() < mine.at.day()
                };
                let before = of.ratings_of(kind).rfind(earlier)?;
                Some((before.value, before.at.day()))
            })
            .flatten()
    });
    let value =
        Memo::new(move |_| now.with(|now| now.as_ref().map(|rating| (rating.value, rating.scale))));
    let answer = move |question: FollowUp, label: String| {
        let kept = Signal::derive(move || {
            now.with(|now| {
                text(now.as_ref().and_then(|rating| match question {
                    FollowUp::Higher => rating.higher.as_ref(),
                    FollowUp::Lower => rating.lower.as_ref(),
                }))
            })
        });
        let keep = Callback::new(move |said: String| {
            session.change(chart, Edit::Answer(id, question, optional(&said)?)).map(|_| ())
        });
        let draft = format!("{chart}/{id}.{question:?}");
        view! { <Field label=label draft=draft value=kept on_keep=keep kind=LineKind::Tall/> }
    };
    view! {
        <div class="fh-follow">
            {move || before.get().map(|(value, day)| view! {
                <p class="fh-quiet" role="status">
                    {format!("Before, on {}: {value}.", words::date(day))}
                </p>
            })}
            {move || value.get().map(|(value, scale)| view! {
                {(value < scale.high()).then(|| answer(FollowUp::Higher, format!("What would make it {}?", one(value + 1))))}
                {(scale.low() < value).then(|| answer(FollowUp::Lower, format!("Why {}, and not {}?", one(value), one(value - 1))))}
            })}
        </div>
    }
}

/// "a 7", "an 8"
fn one(number: u8) -> String {
    format!("{} {number}", if number == 8 { "an" } else { "a" })
}
