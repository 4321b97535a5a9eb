//! How much, from now to then: what is counted, and the numbers at both ends.

use crate::ui::prelude::*;

use crate::domain::change::{Edit, Refusal};
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::quantity::{HowMuch, Measure, Period, Target};
use crate::ui::part::{Aside, NumberLine, fresh_name};
use crate::ui::session::{Problem, session};
use crate::ui::words;

/// Highest total a sheet may be said to have (points).
const HIGHEST_TOTAL: u16 = 999;

/// The id of the box for where it stands now.
pub(crate) const NOW: &str = "place-now";

/// The id of the box for where it should get to.
pub(crate) const THEN: &str = "place-then";

/// Whether something stands in the box [`NOW`] that is no number.
pub(crate) fn is_now_in_words() -> bool {
    document().query_selector(&format!("#{NOW} [aria-invalid]")).is_ok_and(|found| found.is_some())
}

/// Stands chosen until somebody chooses: the usual one, so that a number can be written at once.
const SUGGESTED: Measure = Measure::CountPer(Period::Week);

/// The usual ones first.
const MEASURES: [Measure; 7] = [
    SUGGESTED,
    Measure::CountPer(Period::Day),
    Measure::CountPer(Period::Month),
    Measure::Minutes,
    Measure::Intensity,
    Measure::Percent,
    Measure::Total { max: HIGHEST_TOTAL },
];

/// The numbers as they stand in the fields, which may be ahead of the chart.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Entered {
    measure: Measure,
    now: Option<u16>,
    then: Option<u16>,
    up_to: Option<u16>,
}

impl Entered {
    fn of(kept: Option<HowMuch>) -> Self {
        let (then, up_to) = match kept.and_then(HowMuch::target) {
            None => (None, None),
            Some(Target::Exactly(number)) => (Some(number), None),
            Some(Target::Range(from, to)) => (Some(from), Some(to)),
        };
        Self {
            measure: kept.map_or(SUGGESTED, HowMuch::measure),
            now: kept.and_then(HowMuch::baseline),
            then,
            up_to,
        }
    }

    fn read(self) -> Result<Option<HowMuch>, Problem> {
        let target = match (self.then, self.up_to) {
            (None, None) => None,
            (Some(number), None) | (None, Some(number)) => Some(Target::Exactly(number)),
            (Some(from), Some(to)) => Some(Target::Range(from, to)),
        };
        // What was only suggested is nobody's answer.
        if self.measure == SUGGESTED && self.now.is_none() && target.is_none() {
            return Ok(None);
        }
        HowMuch::new(self.measure, self.now, target)
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
        if let Some(chosen) = chosen {
            entered.update(|entered| entered.measure = chosen);
            save();
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
    let most = Signal::derive(move || measure.get().max());
    let has_total = Memo::new(move |_| matches!(measure.get(), Measure::Total { .. }));
    // What is said of a number stands under the whole row, where it moves no column.
    let aside = |of: &str| Aside { name: format!("{name}-{of}"), said: RwSignal::new(None) };
    let asides = [aside("now"), aside("then"), aside("up-to"), aside("total")];
    let told = asides.clone().map(|Aside { name, said }| {
        view! {
            <p class="fh-line__problem" id=name aria-live="polite">{move || said.get()}</p>
        }
    });
    let [of_now, of_then, of_up_to, of_total] = asides;
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
                        min=1
                        max=Signal::derive(|| HIGHEST_TOTAL)
                        value=Signal::derive(move || Some(most.get()))
                        on_keep=set(|entered, number| {
                            entered.measure = Measure::Total { max: number.unwrap_or(HIGHEST_TOTAL) };
                        })
                        aside=of_total.clone()
                        locked=session.read_only()
                    />
                })}
                <NumberLine
                    label="Now"
                    place=NOW
                    min=0
                    max=most
                    value=Signal::derive(move || entered.with(|entered| entered.now))
                    on_keep=set(|entered, number| entered.now = number)
                    aside=of_now
                    locked=session.read_only()
                />
                <NumberLine
                    label="Then"
                    place=THEN
                    min=0
                    max=most
                    value=Signal::derive(move || entered.with(|entered| entered.then))
                    on_keep=set(|entered, number| entered.then = number)
                    aside=of_then
                    locked=session.read_only()
                />
                <NumberLine
                    label="Or up to"
                    place="place-up-to"
                    min=0
                    max=most
                    value=Signal::derive(move || entered.with(|entered| entered.up_to))
                    on_keep=set(|entered, number| entered.up_to = number)
                    aside=of_up_to
                    locked=session.read_only()
                />
            </div>
            {told}
            <p class="fh-line__problem" id=problem_name aria-live="polite">{move || problem.get()}</p>
        </fieldset>
    }
}

fn same_kind(one: Measure, other: Measure) -> bool {
    one == other || matches!((one, other), (Measure::Total { .. }, Measure::Total { .. }))
}
