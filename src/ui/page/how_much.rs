//! How much, from now to then: what is counted, and the numbers at both ends.

use crate::ui::prelude::*;

use crate::domain::change::{Edit, Refusal};
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::quantity::{HowMuch, Measure, Period, Target};
use crate::ui::part::{NumberLine, fresh_name};
use crate::ui::session::{Problem, session};
use crate::ui::words;

/// Highest total a sheet may be said to have (points).
const HIGHEST_TOTAL: u16 = 999;

const MEASURES: [Measure; 7] = [
    Measure::CountPer(Period::Day),
    Measure::CountPer(Period::Week),
    Measure::CountPer(Period::Month),
    Measure::Minutes,
    Measure::Percent,
    Measure::Intensity,
    Measure::Total { max: HIGHEST_TOTAL },
];

/// The numbers as they stand in the fields, which may be ahead of the chart.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Entered {
    measure: Option<Measure>,
    now: Option<u16>,
    then: Option<u16>,
    up_to: Option<u16>,
}

impl Entered {
    fn of(kept: Option<HowMuch>) -> Self {
        let Some(kept) = kept else { return Self::default() };
        let (then, up_to) = match kept.target() {
            None => (None, None),
            Some(Target::Exactly(number)) => (Some(number), None),
            Some(Target::Range(from, to)) => (Some(from), Some(to)),
        };
        Self { measure: Some(kept.measure()), now: kept.baseline(), then, up_to }
    }

    fn read(self) -> Result<Option<HowMuch>, Problem> {
        let target = match (self.then, self.up_to) {
            (None, None) => None,
            (Some(number), None) | (None, Some(number)) => Some(Target::Exactly(number)),
            (Some(from), Some(to)) => Some(Target::Range(from, to)),
        };
        let Some(measure) = self.measure else {
            let empty = self.now.is_none() && target.is_none();
            return if empty { Ok(None) } else { Err(Problem::NoMeasure) };
        };
        HowMuch::new(measure, self.now, target)
            .map(Some)
            .map_err(|error| Problem::Refused(Refusal::HowMuch(error)))
    }
}

/// The place for the measure and its two ends.
#[component]
pub(crate) fn HowMuchPlace(chart: ChartId, objective: ObjectiveId) -> impl IntoView {
    let session = session();
    let kept = Memo::new(move |_| {
        session
            .with(chart, |chart| chart.objective(objective).and_then(|(_, of)| of.how_much))
            .flatten()
    });
    let entered = RwSignal::new(Entered::of(kept.get_untracked()));
    let problem = RwSignal::new(None::<String>);
    // Undo, or the offer of a smaller step, changes the numbers from outside.
    Effect::new(move || {
        let kept = kept.get();
        if entered.with_untracked(|entered| entered.read().ok() != Some(kept)) {
            entered.set(Entered::of(kept));
            problem.set(None);
        }
    });
    let save = move || {
        let outcome = entered.get_untracked().read().and_then(|how_much| {
            if kept.get_untracked() == how_much {
                return Ok(());
            }
            session.change(chart, Edit::SetHowMuch(objective, how_much)).map(|_| ())
        });
        problem.set(outcome.err().map(|error| words::problem(&error)));
    };
    let set = move |put: fn(&mut Entered, Option<u16>)| {
        Callback::new(move |number: Result<Option<u16>, String>| {
            // The field itself says what is wrong with a number it cannot read.
            if let Ok(number) = number {
                entered.update(|entered| put(entered, number));
                save();
            }
        })
    };
    let measure = Memo::new(move |_| entered.with(|entered| entered.measure));
    let choose = move |place: String| {
        let chosen = place.parse::<usize>().ok().and_then(|place| MEASURES.get(place)).copied();
        entered.update(|entered| entered.measure = chosen);
        save();
    };
    let name = fresh_name("measure");
    let problem_name = format!("{name}-problem");
    let described = problem_name.clone();
    let options = (0_usize..)
        .zip(MEASURES)
        .map(|(place, of)| {
            let chosen = move || measure.get().is_some_and(|now| same_kind(now, of));
            view! { <option value=place.to_string() selected=chosen>{words::measure(of)}</option> }
        })
        .collect_view();
    view! {
        <fieldset class="fh-how-much" aria-describedby=described>
            <legend class="fh-line__label">"How much, from now to then"</legend>
            <div class="fh-amounts">
                <div class="fh-line">
                    <label class="fh-line__label" for=name.clone()>"Counted in"</label>
                    <select
                        class="fh-select"
                        id=name
                        disabled=move || session.read_only().get()
                        prop:value=move || {
                            let place = measure.get().and_then(|now| MEASURES.iter().position(|of| same_kind(now, *of)));
                            place.map(|place| place.to_string()).unwrap_or_default()
                        }
                        on:change=move |event| choose(event_target_value(&event))
                    >
                        <option value="" selected=move || measure.get().is_none()>"Choose what to count"</option>
                        {options}
                    </select>
                </div>
                {move || {
                    let measure = measure.get();
                    let most = measure.map_or(HIGHEST_TOTAL, Measure::max);
                    view! {
                        {matches!(measure, Some(Measure::Total { .. })).then(|| view! {
                            <NumberLine
                                label="Highest total"
                                min=1
                                max=HIGHEST_TOTAL
                                value=Signal::derive(move || Some(most))
                                on_keep=set(|entered, number| {
                                    entered.measure = Some(Measure::Total { max: number.unwrap_or(HIGHEST_TOTAL) });
                                })
                                locked=session.read_only()
                            />
                        })}
                        <NumberLine
                            label="Now"
                            min=0
                            max=most
                            value=Signal::derive(move || entered.with(|entered| entered.now))
                            on_keep=set(|entered, number| entered.now = number)
                            locked=session.read_only()
                        />
                        <NumberLine
                            label="Then"
                            min=0
                            max=most
                            value=Signal::derive(move || entered.with(|entered| entered.then))
                            on_keep=set(|entered, number| entered.then = number)
                            locked=session.read_only()
                        />
                        <NumberLine
                            label="Or up to"
                            min=0
                            max=most
                            value=Signal::derive(move || entered.with(|entered| entered.up_to))
                            on_keep=set(|entered, number| entered.up_to = number)
                            locked=session.read_only()
                        />
                    }
                }}
            </div>
            <p class="fh-line__problem" id=problem_name aria-live="polite">{move || problem.get()}</p>
        </fieldset>
    }
}

fn same_kind(one: Measure, other: Measure) -> bool {
    one == other || matches!((one, other), (Measure::Total { .. }, Measure::Total { .. }))
}
