//! One answer on a ruler and the questions after it. Today's answer stands and can be put right; the one of an earlier
//! day is shown only when today's is given.

use crate::ui::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos::{ev, html};

use super::field::{Field, optional, text};
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, ObjectiveId, RatingId};
use crate::domain::person::{Person, Role};
use crate::domain::rating::{FollowUp, Rating, RatingKind, Subject};
use crate::domain::words::ChartName;
use crate::figure::say;
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
    let asking = Asking::new(chart, objective, kind);
    // How far along something is that was only put into words today, nobody can say.
    let is_too_early = Memo::new(move |_| {
        let begun = session.history(chart, |history| {
            history
                .changes()
                .iter()
                .find(|change| ObjectiveId(change.id) == objective)
                .map(|change| change.at.day())
        });
        kind == RatingKind::Progress && begun.flatten() == Some(session.today())
    });
    move || {
        (!is_too_early.get()).then(|| {
            view! { <div class="fh-scale">{asking.ruler()} {asking.follow(Told::Alone)}</div> }
        })
    }
}

/// How the questions after a number are told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// They stand under their ruler.
    Alone,
    /// They stand among others, and say first what was asked.
    WithQuestion,
}

/// One question, who answers it, and the answer that stands today.
#[derive(Clone, Copy)]
pub(crate) struct Asking {
    chart: ChartId,
    objective: ObjectiveId,
    kind: RatingKind,
    rater: RwSignal<Role>,
    initials: RwSignal<String>,
    person: Memo<Person>,
    now: Memo<Option<Rating>>,
    /// Which answer stands, not what is in it: the questions after it must not be drawn anew while one is answered.
    answered: Memo<Option<RatingId>>,
}

impl Asking {
    pub(crate) fn new(chart: ChartId, objective: ObjectiveId, kind: RatingKind) -> Self {
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
                    let mine =
                        |rating: &&Rating| is_by(rating, &person) && rating.at.day() == today;
                    of.ratings_of(kind).rfind(mine).cloned()
                })
                .flatten()
        });
        let answered = Memo::new(move |_| now.with(|now| now.as_ref().map(|rating| rating.id)));
        Self { chart, objective, kind, rater, initials, person, now, answered }
    }

    /// The ruler, and who answers.
    pub(crate) fn ruler(self) -> AnyView {
        let session = session();
        let Self { chart, objective, kind, rater, initials, person, now, answered } = self;
        let value = Signal::derive(move || now.with(|now| now.as_ref().map(|rating| rating.value)));
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
        }
    }

    /// What is asked once a number stands.
    pub(crate) fn follow(self, told: Told) -> AnyView {
        let answered = self.answered;
        (move || answered.get().map(|id| view! { <After of=self id=id told=told/> })).into_any()
    }
}

/// Whether it was this person's answer. The client is one person, whatever the chart was called at the time.
fn is_by(rating: &Rating, person: &Person) -> bool {
    rating.rater.role == person.role
        && (person.role == Role::Client || rating.rater.name == person.name)
}

/// What is asked once the number stands, one line each until somebody wants to answer.
#[component]
fn After(of: Asking, id: RatingId, told: Told) -> impl IntoView {
    let session = session();
    let Asking { chart, objective, kind, now, .. } = of;
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
    // Which of the two can be asked; what they are called follows the number without being drawn anew.
    let is_asked = move |question: FollowUp| {
        Memo::new(move |_| {
            value.get().is_some_and(|(value, scale)| match question {
                FollowUp::Higher => value < scale.high(),
                FollowUp::Lower => scale.low() < value,
            })
        })
    };
    let answer = move |question: FollowUp| {
        let label = Signal::derive(move || {
            value.get().map(|(value, _)| called(question, value)).unwrap_or_default()
        });
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
        let node = NodeRef::<html::Details>::new();
        // Who opens it writes in it. The tablet shows its keys only within the tap itself, so it is opened here.
        let open = move |event: ev::MouseEvent| {
            let Some(details) = node.get_untracked().filter(|details| !details.open()) else {
                return;
            };
            event.prevent_default();
            details.set_open(true);
            let line = details.query_selector("textarea").ok().flatten();
            if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
                let _ = line.focus();
            }
        };
        let is_begun =
            kept.with_untracked(|kept| !kept.is_empty()) || session.draft(&draft).is_some();
        view! {
            <details class="fh-more fh-follow__one" open=is_begun node_ref=node>
                <summary on:click=open>{move || label.get()}</summary>
                <Field label=label draft=draft value=kept on_keep=keep kind=LineKind::Tall/>
            </details>
        }
    };
    view! {
        <div class="fh-follow">
            {(told == Told::WithQuestion).then(|| view! { <p class="fh-cap">{words::rated(kind)}</p> })}
            {move || before.get().map(|(value, day)| view! {
                <p class="fh-quiet" role="status">
                    {format!("Before, on {}: {value}.", words::date(day))}
                </p>
            })}
            {[FollowUp::Higher, FollowUp::Lower].map(|question| {
                let is_asked = is_asked(question);
                move || is_asked.get().then(|| answer(question))
            })}
        </div>
    }
}

/// The question about the number above or below.
fn called(question: FollowUp, value: u8) -> String {
    match question {
        FollowUp::Higher => format!("What would make it {}?", say::a(value.saturating_add(1))),
        FollowUp::Lower => {
            format!("Why {}, and not {}?", say::a(value), say::a(value.saturating_sub(1)))
        }
    }
}
