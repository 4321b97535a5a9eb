//! The mountain: a child's own words, the steps as stones, one of them at a time, and a button that says it was done.

mod line;
mod panel;

use crate::ui::prelude::*;

use self::panel::Panel;
use super::frame::Frame;
use super::lost::Lost;
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, ObjectiveId, RungId};
use crate::figure::ladder::{Reach, Step};
use crate::figure::mountain::{MountainFigure, Stone};
use crate::figure::say;
use crate::language::voice::{Mountain, Voice};
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{Quote, QuoteKind};
use crate::ui::picture::percent;
use crate::ui::route::Route;
use crate::ui::scene::{at_the_flag, in_front, mountain, stone};
use crate::ui::session::session;
use crate::ui::words;

/// Words of a child that would leave no room for the rest are set smaller (Unicode scalar values).
const LONG_WORDS: usize = 60;

/// The mountain of one objective.
#[component]
pub(crate) fn MountainPage(chart: ChartId, objective: ObjectiveId) -> impl IntoView {
    let session = session();
    let found = session.with(chart, |chart| {
        let voice = Voice::of(chart.band());
        let (goal, _) = chart.objective(objective)?;
        let name = chart.name().map(|name| name.as_str().to_owned()).unwrap_or_default();
        Some((voice, voice.mountain()?, goal.own_words.as_str().to_owned(), name))
    });
    let Some((voice, says, words, name)) = found.flatten() else {
        return view! { <Lost/> }.into_any();
    };
    let long = LONG_WORDS < words.chars().count();
    device::speak_to(Some(voice));
    on_cleanup(|| device::speak_to(None));
    let climb = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let (goal, objective) = chart.objective(objective)?;
                Some(Climb {
                    figure: MountainFigure::new(goal, objective),
                    rungs: objective.ladder.rungs().map(|rung| rung.id).collect(),
                })
            })
            .flatten()
            .unwrap_or_default()
    });
    // Until somebody looks at another one, the stone that comes next is looked at.
    let chosen = RwSignal::new(None::<Chosen>);
    let current = Memo::new(move |_| {
        climb.with(|climb| climb.number(chosen.get()).or_else(|| climb.ahead()))
    });
    let look = Callback::new(move |number: usize| {
        let rung = climb.with_untracked(|climb| climb.rung(number));
        chosen.set(Some(rung.map_or(Chosen::Open(number), Chosen::Rung)));
    });
    let added = Callback::new(move |rung: RungId| chosen.set(Some(Chosen::Rung(rung))));
    let count = Memo::new(move |_| climb.with(|climb| climb.figure.stones.len()));
    let reach = Callback::new(move |number: usize| {
        if let Some(id) = climb.with_untracked(|climb| climb.rung(number)) {
            chosen.set(Some(Chosen::Rung(id)));
            session.tell(chart, Edit::ReachRung(id));
        }
    });
    view! {
        <Frame back=Some((Route::Chart(chart), "Back to the page".to_owned())) about=name>
            <div class="fh-mtn">
                <header class="fh-mtn__say" class:fh-mtn__say--long=long>
                    <Quote text=words kind=QuoteKind::Heading/>
                </header>
                <div class="fh-mtn__scene">
                    {move || climb.with(|climb| (mountain(&climb.figure), at_the_flag(&climb.figure)))}
                    <span class="fh-hear" role="img" aria-label=move || climb.with(|climb| climb.figure.sentence.clone())></span>
                    <Stones climb=climb says=says count=count current=current look=look/>
                    {move || climb.with(|climb| in_front(&climb.figure))}
                </div>
                <Panel climb=climb says=says count=count current=current look=look reach=reach line=(chart, objective) added=added/>
                // What unfolds comes last, so that it pushes nothing away from under a finger.
                <footer class="fh-mtn__more">
                    <a class="fh-button fh-button--bare" href=Route::Color(chart, objective).to_string()>
                        <Icon glyph=Glyph::Print/>
                        {says.paper}
                    </a>
                    {table(climb, says)}
                </footer>
            </div>
        </Frame>
    }
    .into_any()
}

/// The stone that somebody tapped: by its rung, which keeps its place, or by its number while it has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chosen {
    Rung(RungId),
    Open(usize),
}

/// The mountain as it stands, and the rungs that its steps are.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Climb {
    figure: MountainFigure,
    rungs: Vec<RungId>,
}

impl Default for Climb {
    fn default() -> Self {
        Self { figure: MountainFigure::of(Vec::new()), rungs: Vec::new() }
    }
}

impl Climb {
    fn stone(&self, number: usize) -> Option<&Stone> {
        self.figure.stones.iter().find(|stone| stone.number == number)
    }

    /// The rung that is reached when this stone is tapped.
    fn rung(&self, number: usize) -> Option<RungId> {
        self.rungs.get(self.stone(number)?.steps.start).copied()
    }

    /// The stone that is looked at: the one that was tapped, or the next, or the last.
    fn number(&self, chosen: Option<Chosen>) -> Option<usize> {
        let stones = &self.figure.stones;
        let looked_at = match chosen? {
            Chosen::Open(number) => self.stone(number).filter(|stone| stone.is_open()),
            Chosen::Rung(id) => {
                let place = self.rungs.iter().position(|of| *of == id);
                place.and_then(|place| stones.iter().find(|stone| place < stone.steps.end))
            }
        };
        looked_at.map(|stone| stone.number)
    }

    /// The stone that is looked at until somebody taps one: the next, also one still to be chosen, or the last.
    fn ahead(&self) -> Option<usize> {
        let stones = &self.figure.stones;
        let next = stones.iter().find(|stone| stone.reach != Reach::Reached);
        next.filter(|_| !self.figure.top).or(stones.last()).map(|stone| stone.number)
    }

    fn words(&self, stone: &Stone) -> Vec<String> {
        let steps = self.figure.steps.get(stone.steps.clone()).unwrap_or_default();
        steps.iter().map(|step| step.words.clone()).collect()
    }
}

/// "Stone 2"
fn named(says: &Mountain, number: usize) -> String {
    format!("{} {number}", say::first_upper(says.words.step))
}

/// "You did it!"
fn state(says: &Mountain, stone: &Stone) -> &'static str {
    match stone.reach {
        _ if stone.is_open() => says.open,
        Reach::Reached => says.words.reached,
        Reach::Next => says.words.next,
        Reach::Ahead => says.words.ahead,
    }
}

/// The stones, to be looked at one by one. They stay the same elements until there are more or fewer of them.
#[component]
fn Stones(
    climb: Memo<Climb>,
    says: &'static Mountain,
    count: Memo<usize>,
    current: Memo<Option<usize>>,
    look: Callback<usize>,
) -> impl IntoView {
    let one = move |number: usize| {
        let place = climb.with_untracked(|climb| {
            climb.stone(number).map(|stone| [stone.at.x, stone.at.y, 2 * stone.half].map(percent))
        });
        let [left, top, width] = place.unwrap_or_default();
        let name = move || {
            climb.with(|climb| {
                let stone = climb.stone(number)?;
                let words = climb.words(stone);
                let words = if words.is_empty() {
                    String::new()
                } else {
                    format!(" {}", say::ended(&words.join(". ")))
                };
                Some(format!("{}:{words} {}", named(says, number), state(says, stone)))
            })
        };
        view! {
            <li>
                <button
                    type="button"
                    class="fh-mtn__stone"
                    style:left=left
                    style:top=top
                    style:width=width
                    aria-label=name
                    aria-current=move || (current.get() == Some(number)).then_some("true")
                    on:click=move |_| look.run(number)
                >
                    {move || climb.with(|climb| climb.stone(number).map(stone))}
                </button>
            </li>
        }
    };
    view! { <ol class="fh-mtn__stones">{move || (1..=count.get()).map(one).collect_view()}</ol> }
}

/// All steps, for whoever reads better than they see.
fn table(climb: Memo<Climb>, says: &'static Mountain) -> AnyView {
    let row = move |step: &Step| {
        let yet = match (step.reach, step.reached_on) {
            (Reach::Reached, Some(on)) => words::brief_date(on),
            (Reach::Reached, None) => says.yes.to_owned(),
            _ => says.no.to_owned(),
        };
        view! {
            <tr>
                <th scope="row">{step.number}</th>
                <td dir="auto">{step.words.clone()}</td>
                <td class="fh-as-table__whole">{yet}</td>
            </tr>
        }
    };
    let open = move |stone: &Stone| {
        view! {
            <tr>
                <th scope="row">{stone.number}</th>
                <td>{says.open}</td>
                <td class="fh-as-table__whole">{says.no}</td>
            </tr>
        }
    };
    let rows = move || {
        climb.with(|climb| {
            let stones = climb.figure.stones.iter().rev().filter(|stone| stone.is_open());
            let opens = stones.map(open).collect_view();
            (opens, climb.figure.steps.iter().rev().map(row).collect_view())
        })
    };
    view! {
        <details class="fh-as-table">
            <summary>{says.all}</summary>
            <p>{move || climb.with(|climb| climb.figure.sentence.clone())}</p>
            <table>
                <caption class="fh-hear">{says.all}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say::first_upper(says.words.step)}</th>
                        <th scope="col">{says.what}</th>
                        <th scope="col">{says.yet}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}
