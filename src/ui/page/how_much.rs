//! How much, from now to then: what is counted, and the numbers at both ends.

use crate::ui::prelude::*;

use super::apart::Apart;
use super::field::Outside;
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::quantity::{HowMuch, Measure, Period};
use crate::language::boxes::{self, SUGGESTED, State};
use crate::language::number_box::{Typed, typed};
use crate::ui::part::{NumberLine, fresh_name};
use crate::ui::sentence;
use crate::ui::session::{Session, session};
use crate::ui::words;

/// Highest total a sheet may be said to have (points).
const HIGHEST_TOTAL: u16 = 999;

/// The id of the box for where it stands now.
pub(crate) const NOW: &str = "place-now";

/// The id of the box for where it should get to.
pub(crate) const THEN: &str = "place-then";

/// The id of the box for the upper end of a range.
pub(crate) const UP_TO: &str = "place-up-to";

/// The boxes, in the order they are read in: their ids and their names.
pub(crate) const BOXES: [(&str, &str); 3] = [(NOW, "Now"), (THEN, "Then"), (UP_TO, "Or up to")];

/// The usual ones first.
const MEASURES: [Measure; 12] = [
    SUGGESTED,
    Measure::Days,
    Measure::Nights,
    Measure::CountPer(Period::Day),
    Measure::CountPer(Period::Month),
    Measure::Minutes,
    Measure::MinutesADay,
    Measure::HoursADay,
    Measure::HoursANight,
    Measure::Intensity,
    Measure::Percent,
    Measure::Total { max: HIGHEST_TOTAL },
];

/// What stands in the boxes, which may be ahead of the chart or no part of it.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    chart: ChartId,
    objective: ObjectiveId,
    kept: Memo<Option<HowMuch>>,
    measure: RwSignal<Measure>,
    texts: [RwSignal<String>; 3],
    states: RwSignal<[State; 3]>,
    /// What the chart itself says against it.
    problem: RwSignal<Option<String>>,
    apart: Apart,
}

impl Desk {
    fn new(chart: ChartId, objective: ObjectiveId, apart: Apart) -> Self {
        let session = session();
        let kept = Memo::new(move |_| {
            session
                .with(chart, |chart| chart.objective(objective).and_then(|(_, of)| of.how_much))
                .flatten()
        });
        Self {
            session,
            chart,
            objective,
            kept,
            measure: RwSignal::new(kept.get_untracked().map_or(SUGGESTED, HowMuch::measure)),
            texts: boxes::numbers(kept.get_untracked()).map(|number| RwSignal::new(shown(number))),
            states: RwSignal::new([State::Read; 3]),
            problem: RwSignal::new(None),
            apart,
        }
    }

    /// Puts what could not be read before back into its box; whether there was any.
    fn take_up(self) -> bool {
        let session = self.session;
        let mut found = false;
        for ((place, _), text) in BOXES.into_iter().zip(self.texts) {
            if let Some(left) = session.draft(&self.draft(place)) {
                text.set(left);
                found = true;
            }
        }
        found
    }

    fn draft(self, place: &str) -> String {
        format!("{}/{}.{place}", self.chart, self.objective)
    }

    fn read(self, kept: Option<HowMuch>) -> boxes::Boxes {
        let [now, then, up_to] = self.texts.map(RwSignal::get_untracked);
        boxes::read(self.measure.get_untracked(), [&now, &then, &up_to], kept)
    }

    /// Reads the boxes, keeps what can be kept, and says of the rest what it is.
    fn settle(self) {
        let session = self.session;
        let kept = self.kept.get_untracked();
        let found = self.read(kept);
        for (((place, _), text), (state, number)) in
            BOXES.into_iter().zip(self.texts).zip(found.states.into_iter().zip(found.numbers))
        {
            let outside = match state {
                State::Read => None,
                State::LeftOpen => Some(Outside::LeftOpen),
                State::Unread(_) => Some(Outside::Unread),
            };
            if outside.is_none() {
                text.set(shown(number));
                session.drop_draft(&self.draft(place));
            } else {
                session.keep_draft(&self.draft(place), &text.get_untracked());
            }
            self.apart.set(place, outside);
        }
        self.states.set(found.states);
        let outcome = if kept == found.how_much {
            Ok(())
        } else {
            session.change(self.chart, Edit::SetHowMuch(self.objective, found.how_much)).map(|_| ())
        };
        self.problem.set(outcome.err().map(|error| words::problem(&error)));
    }

    /// Shows what the chart says; what else stood here is older than that.
    fn renew(self, kept: Option<HowMuch>) {
        let session = self.session;
        self.measure.set(kept.map_or(SUGGESTED, HowMuch::measure));
        for (((place, _), text), number) in
            BOXES.into_iter().zip(self.texts).zip(boxes::numbers(kept))
        {
            text.set(shown(number));
            session.drop_draft(&self.draft(place));
            self.apart.set(place, None);
        }
        self.states.set([State::Read; 3]);
        self.problem.set(None);
    }

    /// The sentence about one box, and what is in the sentence meanwhile.
    fn told(self, at: usize) -> Option<String> {
        let State::Unread(unread) = self.states.with(|states| states.get(at).copied())? else {
            return None;
        };
        let (_, label) = BOXES.get(at)?;
        let told = words::boxes::unread(label, unread, self.measure.get());
        let kept = self.kept.get();
        let still = if at == 0 {
            kept.and_then(HowMuch::baseline).map(|now| now.to_string())
        } else {
            kept.and_then(sentence::target)
        };
        Some(match still {
            Some(still) => format!("{told} {}", words::boxes::still_says(&still)),
            None => told,
        })
    }
}

fn shown(number: Option<u16>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// The place for the measure and its two ends.
#[component]
pub(crate) fn HowMuchPlace(chart: ChartId, objective: ObjectiveId, apart: Apart) -> impl IntoView {
    let session = session();
    let desk = Desk::new(chart, objective, apart);
    let is_left = desk.take_up();
    let Desk { kept, measure, texts, states, problem, .. } = desk;
    let locked = session.read_only();
    if is_left && !locked.get_untracked() {
        // In a window that may write, what was left is read as it was when it was left.
        desk.settle();
    }
    // Undo, or the offer of a smaller step, changes the numbers from outside.
    Effect::new(move || {
        let kept = kept.get();
        if desk.read(kept).how_much != kept {
            desk.renew(kept);
        }
    });
    let choose = move |place: String| {
        let chosen = place.parse::<usize>().ok().and_then(|place| MEASURES.get(place)).copied();
        if let Some(chosen) = chosen {
            measure.set(chosen);
            desk.settle();
        }
    };
    let name = fresh_name("measure");
    let problem_name = format!("{name}-problem");
    let described = problem_name.clone();
    let options = (0_usize..)
        .zip(MEASURES)
        .map(|(place, of)| {
            let chosen = move || same_kind(measure.get(), of);
            view! { <option value=place.to_string() selected=chosen>{words::measure(of)}</option> }
        })
        .collect_view();
    let total = Total::new(&desk);
    // What is said of a number stands under the whole row, where it moves no column.
    let aside = |of: &str| format!("{name}-{of}");
    let told = (0_usize..).zip(BOXES).map(|(at, (place, _))| {
        view! { <p class="fh-line__problem" id=aside(place) aria-live="polite">{move || desk.told(at)}</p> }
    });
    let told = told.collect_view();
    let total_name = aside("total");
    let lines = (0_usize..).zip(BOXES).zip(texts).map(|((at, (place, label)), text)| {
        let is_unread =
            move || states.with(|states| matches!(states.get(at), Some(State::Unread(_))));
        // The sentence goes as soon as the box can be read, not only when it is left.
        let heed = Callback::new(move |typing: String| {
            let can_be_read = typed(&typing, measure.get_untracked().max(), ALL_TIMES).is_ok();
            if can_be_read && is_unread() {
                states.update(|states| {
                    if let Some(state) = states.get_mut(at) {
                        *state = State::Read;
                    }
                });
            }
        });
        let keep = Callback::new(move |said: String| {
            text.set(said);
            desk.settle();
        });
        view! {
            <NumberLine
                label=label
                place=place
                value=text
                on_keep=keep
                on_type=heed
                described=aside(place)
                invalid=Signal::derive(is_unread)
                locked=locked
            />
        }
    });
    let lines = lines.collect_view();
    let has_total = Memo::new(move |_| matches!(measure.get(), Measure::Total { .. }));
    let total_described = total_name.clone();
    view! {
        <fieldset class="fh-how-much" aria-describedby=described>
            <legend class="fh-line__label">"How much, from now to then"</legend>
            <div class="fh-amounts">
                <div class="fh-line">
                    <label class="fh-line__label" for=name.clone()>"Counted in"</label>
                    <select
                        class="fh-select"
                        id=name.clone()
                        disabled=move || locked.get()
                        prop:value=move || {
                            let place = MEASURES.iter().position(|of| same_kind(measure.get(), *of));
                            place.map(|place| place.to_string()).unwrap_or_default()
                        }
                        on:change=move |event| choose(event_target_value(&event))
                    >
                        {options}
                    </select>
                </div>
                {move || has_total.get().then(|| view! {
                    <NumberLine
                        label="Highest total"
                        value=total.text
                        on_keep=total.keep
                        on_type=Callback::new(|_| ())
                        described=total_described.clone()
                        invalid=total.is_unread
                        locked=locked
                    />
                })}
                {lines}
            </div>
            <p class="fh-line__problem" id=total_name aria-live="polite">
                {move || (has_total.get() && total.is_unread.get()).then(|| words::boxes::highest_total(HIGHEST_TOTAL))}
            </p>
            {told}
            <p class="fh-line__problem" id=problem_name aria-live="polite">{move || problem.get()}</p>
        </fieldset>
    }
}

/// While somebody still types, no word for time is held against a number.
const ALL_TIMES: &str =
    "minute minutes hour hours day days daily night nights nightly week weeks weekly month months";

/// The box for the highest total of a sheet.
#[derive(Clone, Copy)]
struct Total {
    text: Signal<String>,
    keep: Callback<String>,
    is_unread: RwSignal<bool>,
}

impl Total {
    fn new(desk: &Desk) -> Self {
        let desk = *desk;
        let is_unread = RwSignal::new(false);
        let keep = Callback::new(move |said: String| {
            let max = match typed(&said, HIGHEST_TOTAL, "") {
                Ok(Typed::Number(max)) if 0 < max => Some(max),
                Ok(Typed::Blank) => Some(HIGHEST_TOTAL),
                _ => None,
            };
            is_unread.set(max.is_none());
            if let Some(max) = max {
                desk.measure.set(Measure::Total { max });
                desk.settle();
            }
        });
        let text = Signal::derive(move || desk.measure.get().max().to_string());
        Self { text, keep, is_unread }
    }
}

fn same_kind(one: Measure, other: Measure) -> bool {
    one == other || matches!((one, other), (Measure::Total { .. }, Measure::Total { .. }))
}
