//! What was taken on: how it went until today, and who does what until next time.

use crate::ui::prelude::*;
use std::time::Duration;

use super::field::{Field, optional};
use crate::document::made_up;
use crate::domain::change::{Edit, Item};
use crate::domain::goal::Goal;
use crate::domain::id::{ChartId, GoalId, InterventionId, ObjectiveId};
use crate::domain::intervention::{Intervention, Outcome, Report};
use crate::domain::objective::Objective;
use crate::domain::person::{Person, Role};
use crate::domain::words::OwnWords;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{LineKind, Pick};
use crate::ui::session::session;
use crate::ui::words;

/// The id of the place where the next thing is taken on, for whoever leads there.
pub(crate) const NEXT_TIME: &str = "next-time";

/// Who may take something on.
const ROLES: [Role; 4] = [Role::Client, Role::Therapist, Role::Caregiver, Role::Partner];

/// One thing somebody took on.
#[derive(Clone, PartialEq, Eq)]
struct Taken {
    id: InterventionId,
    who: Role,
    what: String,
}

impl Taken {
    fn of(one: &Intervention) -> Self {
        Self { id: one.id, who: one.who.role, what: one.what.as_str().to_owned() }
    }

    fn key(&self) -> String {
        format!("{} {}", self.id, self.what)
    }
}

/// The client by initials, the others by the part they play.
pub(crate) fn doer(role: Role, client: &str) -> String {
    if role == Role::Client {
        made_up::without_mark(client).to_owned()
    } else {
        words::role(role).to_owned()
    }
}

/// "Since last time": what was taken on before, the therapist's promise first. Nothing while there is nothing to ask.
#[component]
pub(crate) fn UntilToday(chart: ChartId, goal: GoalId, client: Memo<String>) -> impl IntoView {
    let session = session();
    let asked = Memo::new(move |_| {
        let today = session.today();
        session
            .with(chart, |chart| {
                let all = chart.goal(goal)?.objectives().flat_map(Objective::interventions);
                let asked: Vec<_> =
                    all.filter(|one| one.is_asked_on(today)).map(Taken::of).collect();
                let (first, then): (Vec<_>, Vec<_>) =
                    asked.into_iter().partition(|one| one.who == Role::Therapist);
                Some([first, then].concat())
            })
            .flatten()
            .unwrap_or_default()
    });
    let some = Memo::new(move |_| asked.with(|asked| !asked.is_empty()));
    (move || {
        some.get().then(|| {
            view! {
                <section class="fh-section fh-taken" aria-labelledby="since-last-time">
                    <h2 class="fh-section__title" id="since-last-time">"Since last time"</h2>
                    <For each=move || asked.get() key=Taken::key let:one>
                        <HowItWent chart=chart one=one client=client/>
                    </For>
                </section>
            }
        })
    })
    .into_any()
}

/// Done, partly, not yet, something else: all of them good answers.
#[component]
fn HowItWent(chart: ChartId, one: Taken, client: Memo<String>) -> impl IntoView {
    let session = session();
    let Taken { id, who, what } = one;
    let told = Signal::derive(move || {
        let today = session.today();
        session
            .with(chart, |chart| {
                let mut all =
                    chart.goals().flat_map(Goal::objectives).flat_map(Objective::interventions);
                all.find(|one| one.id == id)?.told_on(today)
            })
            .flatten()
            .map(|told| words::outcome(told).to_owned())
    });
    let choose = Callback::new(move |chosen: String| {
        let how = Outcome::ALL.into_iter().find(|of| words::outcome(*of) == chosen);
        if let Some(how) = how {
            session.tell(chart, Edit::Report(id, Some(Report { how, on: device::today() })));
        }
    });
    view! {
        <Pick
            label=format!("{}: {what}", doer(who, &client.get_untracked()))
            options=Outcome::ALL.map(|of| (words::outcome(of).to_owned(), words::outcome(of).to_owned())).to_vec()
            chosen=told
            on_choose=choose
            locked=session.read_only()
        />
    }
}

/// Whose a thing on the list is, as a menu: a name is easily the wrong one.
#[component]
fn Doer(
    chart: ChartId,
    id: InterventionId,
    what: String,
    taken: Memo<Vec<Taken>>,
    client: Memo<String>,
) -> impl IntoView {
    let session = session();
    let who = Memo::new(move |_| {
        taken.with(|all| all.iter().find(|one| one.id == id).map_or(Role::Client, |one| one.who))
    });
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some(role) = ROLES.into_iter().find(|role| words::role(*role) == chosen) {
            session.tell(chart, Edit::SetDoer(id, Person::of(role)));
        }
    };
    view! {
        <select
            class="fh-select fh-next-time__who"
            aria-label=format!("Who does it: {what}")
            disabled=move || session.read_only().get()
            prop:value=move || words::role(who.get())
            on:change=choose
        >
            {move || ROLES.map(|role| view! {
                <option value=words::role(role) selected=move || who.get() == role>{doer(role, &client.get())}</option>
            }).into_iter().collect_view()}
        </select>
    }
}

/// "Until next time": one line, and who does it. It is the page that goes home.
#[component]
pub(crate) fn UntilNext(
    chart: ChartId,
    objective: ObjectiveId,
    client: Memo<String>,
) -> impl IntoView {
    let session = session();
    let taken = Memo::new(move |_| {
        let today = session.today();
        session
            .with(chart, |chart| {
                let of = chart.objective(objective)?.1;
                Some(of.taken_on(today).map(Taken::of).collect::<Vec<_>>())
            })
            .flatten()
            .unwrap_or_default()
    });
    // The paper shows the next step until the client takes something else on; so does this card.
    let offer = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let what = &chart.objective(objective)?.1.ladder.next_step()?.what;
                let is_settled = |one: &Taken| one.who == Role::Client || one.what == what.as_str();
                taken.with(|taken| !taken.iter().any(is_settled)).then(|| what.clone())
            })
            .flatten()
    });
    let who = RwSignal::new(Role::Client);
    let take_on = move |_| {
        if let Some(step) = offer.get_untracked() {
            let who = Person::of(who.get_untracked());
            session.tell(chart, Edit::AddIntervention(objective, step, who));
            request_animation_frame(|| device::focus_in(NEXT_TIME));
        }
    };
    // A tap on somebody's name takes the focus from the line before it chooses them.
    let choosing = StoredValue::new(false);
    let draft = StoredValue::new(format!("{chart}/{objective}.next-time"));
    let blank = RwSignal::new(String::new());
    // Each entry gets a line of its own; the one before must not stay under the next one's words.
    let round = RwSignal::new(0_u32);
    let keep = move |said: OwnWords, who: Role| {
        session.change(chart, Edit::AddIntervention(objective, said, Person::of(who)))?;
        blank.try_set(String::new());
        round.try_update(|round| *round += 1);
        // The line that had the focus is gone with its words; the next one takes it, unless it went elsewhere.
        request_animation_frame(|| {
            if document().active_element() == document().body().map(Into::into) {
                device::focus_in(NEXT_TIME);
            }
        });
        Ok(())
    };
    let add = Callback::new(move |said: String| {
        let Some(said) = optional(&said)? else { return Ok(()) };
        let before = who.try_get_untracked().unwrap_or(Role::Client);
        if choosing.try_get_value() != Some(true) {
            return keep(said, before);
        }
        // It belongs to whoever is chosen by the tap that is still under way.
        set_timeout(
            move || {
                let text = said.as_str().to_owned();
                if let Err(problem) = keep(said, who.try_get_untracked().unwrap_or(before)) {
                    draft.try_with_value(|draft| session.keep_draft(draft, &text));
                    session.trouble.set(Some(problem));
                }
            },
            Duration::ZERO,
        );
        Ok(())
    });
    let name_of = move |role| doer(role, &client.get());
    view! {
        <section class="fh-card fh-next-time" aria-labelledby="until-next">
            <h2 class="fh-section__title" id="until-next">"Until next time"</h2>
            <ul class="fh-items">
                <For each=move || taken.get() key=Taken::key let:one>
                    {
                        let Taken { id, what, .. } = one;
                        let off = move |_| {
                            session.tell(chart, Edit::Withdraw(Item::Intervention(id)));
                            request_animation_frame(|| device::focus_in(NEXT_TIME));
                        };
                        let named = format!("Take off: {what}");
                        view! {
                            <li>
                                <Doer chart=chart id=id what=what.clone() taken=taken client=client/>
                                <span class="fh-next-time__what" dir="auto">{what}</span>
                                <button
                                    type="button"
                                    class="fh-button fh-button--sign"
                                    aria-label=named
                                    on:click=off
                                    disabled=move || session.read_only().get()
                                >
                                    <Icon glyph=Glyph::Remove/>
                                </button>
                            </li>
                        }
                    }
                </For>
            </ul>
            <div on:pointerdown=move |_| choosing.set_value(true)>
            {move || {
                let options = ROLES.map(|role| (words::role(role).to_owned(), name_of(role))).to_vec();
                view! {
                    <Pick
                        label="Who does it?"
                        options=options
                        chosen=Signal::derive(move || Some(words::role(who.get()).to_owned()))
                        on_choose=Callback::new(move |chosen: String| {
                            ROLES.into_iter().filter(|role| words::role(*role) == chosen).for_each(|role| who.set(role));
                        })
                        locked=session.read_only()
                    />
                }
            }}
            </div>
            {move || offer.get().map(|step| view! {
                <div class="fh-next-time__offer">
                    <p>
                        <span class="fh-next-time__from">"The next step on the ladder"</span>
                        <span class="fh-next-time__step" dir="auto">{step.as_str().to_owned()}</span>
                    </p>
                    <button
                        type="button"
                        class="fh-button"
                        on:click=take_on
                        disabled=move || session.read_only().get()
                    >
                        <Icon glyph=Glyph::Check/>
                        "Take this on"
                    </button>
                </div>
            })}
            <div id=NEXT_TIME on:pointerdown=move |_| choosing.set_value(false)>
                {move || {
                    round.track();
                    let first = taken.with_untracked(Vec::is_empty);
                    let label = match (first, offer.with(Option::is_some)) {
                        (true, true) => "Or another small thing",
                        (true, false) => "One small thing",
                        (false, _) => "One more small thing",
                    };
                    view! {
                        <Field
                            label=label
                            draft=draft.get_value()
                            value=blank
                            on_keep=add
                            kind=LineKind::Single
                        />
                    }
                }}
            </div>
        </section>
    }
}
