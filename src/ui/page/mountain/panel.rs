//! The stone that is looked at, in the child's words, and what can be done with it.
//!
//! Its words have a room of their own and so has the main button: from stone to stone a finger finds everything at the
//! same place.

use crate::ui::prelude::*;
use leptos::ev::MouseEvent;

use super::line::{FORM, Line};
use super::{Climb, named, state};
use crate::domain::id::{ChartId, ObjectiveId, RungId};
use crate::domain::ladder::MAX_RUNGS;
use crate::figure::ladder::Reach;
use crate::figure::mountain::Stone;
use crate::language::voice::Mountain;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::session::session;

/// Words that take more than two large lines are set smaller (Unicode scalar values).
const LONG_STEP: usize = 36;

/// What stands in the place of the main button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Main {
    /// Says that the step was done.
    Did,
    /// Puts the written step on its stone.
    Add,
    /// Brings the line for another step.
    Another,
    /// On to the stone with this number, which is next.
    Go(usize),
    /// There is nothing to do here.
    Nothing,
}

impl Main {
    fn of(climb: &Climb, stone: &Stone) -> Self {
        let figure = &climb.figure;
        let is_last = stone.number == figure.stones.len();
        match figure.next() {
            _ if stone.is_open() => Self::Nothing,
            _ if stone.reach != Reach::Reached => Self::Did,
            _ if figure.won => Self::Nothing,
            Some(next) => Self::Go(next.number),
            None if is_last || !figure.top => Self::Another,
            None => Self::Nothing,
        }
    }
}

/// The stone that is looked at: what it is in the child's words, and what can be done.
#[component]
pub(super) fn Panel(
    climb: Memo<Climb>,
    says: &'static Mountain,
    count: Memo<usize>,
    current: Memo<Option<usize>>,
    look: Callback<usize>,
    reach: Callback<usize>,
    /// Where a step is added.
    line: (ChartId, ObjectiveId),
    /// A step was added.
    added: Callback<RungId>,
) -> impl IntoView {
    let session = session();
    // Once every stone is done, the line comes only where it was asked for.
    let asked_at = RwSignal::new(None::<usize>);
    let more = move |climb: &Climb| climb.rungs.len() < MAX_RUNGS && !session.read_only().get();
    let ask = Memo::new(move |_| {
        let number = current.get()?;
        climb.with(|climb| {
            let figure = &climb.figure;
            let stone = climb.stone(number)?;
            let open = stone.is_open() && !figure.top;
            let asked = asked_at.get() == Some(number) && figure.next().is_none() && !figure.won;
            let first = figure.steps.is_empty();
            let says = if first { says.empty } else { says.choose };
            (more(climb) && (open || asked)).then_some(says)
        })
    });
    let main = Memo::new(move |_| {
        if ask.with(Option::is_some) {
            return Main::Add;
        }
        climb.with(|climb| {
            let stone = current.get().and_then(|number| climb.stone(number));
            let main = stone.map_or(Main::Nothing, |stone| Main::of(climb, stone));
            if main == Main::Another && !more(climb) { Main::Nothing } else { main }
        })
    });
    let head = move || {
        let number = current.get()?;
        climb.with(|climb| {
            let stone = climb.stone(number)?;
            Some(if is_end(climb, stone) {
                (if climb.figure.won { says.top } else { says.climbed }).to_owned()
            } else {
                format!("{}. {}", named(says, number), state(says, stone))
            })
        })
    };
    let words = move || {
        let number = current.get()?;
        climb.with(|climb| {
            let stone = climb.stone(number)?;
            let end = is_end(climb, stone);
            let words = climb.words(stone);
            let long = end || LONG_STEP < words.iter().map(|words| words.chars().count()).sum();
            let words = words.into_iter().map(|words| {
                view! { <p class="fh-mtn__words" class:fh-mtn__words--long=long dir="auto">{words}</p> }
            });
            let then = if end { Some(says.tell) } else { climb.figure.more.then_some(says.clouds) };
            let then = then.map(|then| view! { <p class="fh-mtn__then">{then}</p> });
            Some((words.collect_view(), then))
        })
    };
    // The one button takes the place of the other: a second tap of one and the same go would run past the stone.
    let once = |event: &MouseEvent| event.detail() <= 1;
    let did = move |event: MouseEvent| {
        if let Some(number) = current.get_untracked().filter(|_| once(&event)) {
            reach.run(number);
            // The button goes with what it was for; the heading says what came of it.
            device::focus_on(".fh-mtn__title");
        }
    };
    let go = move |event: MouseEvent| {
        if let Main::Go(number) = main.get_untracked()
            && once(&event)
        {
            look.run(number);
            device::focus_on(".fh-mtn__title");
        }
    };
    let another = move |_| {
        let open = climb.with_untracked(|climb| {
            let mut stones = climb.figure.stones.iter();
            stones.find(|stone| stone.is_open()).map(|stone| stone.number)
        });
        let number = current.get_untracked();
        // After the click is over: the same button puts the step on its stone then, and must not do it with this click.
        request_animation_frame(move || {
            match open {
                Some(open) => {
                    look.try_run(open);
                }
                None => {
                    asked_at.try_set(number);
                }
            }
            request_animation_frame(|| device::focus_in(FORM));
        });
    };
    let unfinished = move || climb.with(|climb| !climb.figure.top);
    let below = Memo::new(move |_| current.get()?.checked_sub(1).filter(|number| *number != 0));
    // Not where the main button leads there, nor before there is a step: the stones above are all alike then.
    let above = Memo::new(move |_| {
        let number = current.get()? + 1;
        let leads = climb.with(|climb| !climb.figure.steps.is_empty());
        (leads && number <= count.get() && main.get() != Main::Go(number)).then_some(number)
    });
    let (chart, objective) = line;
    view! {
        <section class="fh-mtn__panel" aria-labelledby="stone">
            <h2 class="fh-mtn__title" id="stone" tabindex="-1">
                {head}
            </h2>
            <div class="fh-mtn__room">
                {move || match ask.get() {
                    Some(ask) => view! { <Line chart=chart objective=objective ask=ask added=added/> }.into_any(),
                    None => words().into_any(),
                }}
            </div>
            <div class="fh-mtn__acts">
                <div class="fh-mtn__main">
                    {move || match main.get() {
                        Main::Did => view! {
                            <button type="button" class="fh-button fh-button--main fh-mtn__did" on:click=did disabled=move || session.read_only().get()>
                                <Icon glyph=Glyph::Check/>
                                {says.did}
                            </button>
                        }.into_any(),
                        Main::Add => view! {
                            <button type="submit" form=FORM class="fh-button fh-button--main fh-mtn__did">
                                <Icon glyph=Glyph::Plus/>
                                {says.add}
                            </button>
                        }.into_any(),
                        Main::Another => view! {
                            <button type="button" class="fh-button fh-mtn__did" class:fh-button--main=unfinished on:click=another>
                                <Icon glyph=Glyph::Plus/>
                                {says.another}
                            </button>
                        }.into_any(),
                        Main::Go(number) => view! {
                            <button type="button" class="fh-button fh-button--main fh-mtn__did" on:click=go>
                                <Icon glyph=Glyph::Up/>
                                {says.go} " " {number}
                            </button>
                        }.into_any(),
                        Main::Nothing => ().into_any(),
                    }}
                </div>
                <Way to=below words=says.down glyph=Glyph::Down look=look/>
                <Way to=above words=says.up glyph=Glyph::Up look=look/>
            </div>
        </section>
    }
}

/// Whether this is where a climb ends that has nothing left.
fn is_end(climb: &Climb, stone: &Stone) -> bool {
    climb.figure.top && stone.number == climb.figure.stones.len()
}

/// To the stone above or below. Where there is none, the room of the button stays and the button goes.
#[component]
fn Way(
    to: Memo<Option<usize>>,
    words: &'static str,
    glyph: Glyph,
    look: Callback<usize>,
) -> impl IntoView {
    let go = move |_| {
        let Some(there) = to.get_untracked() else { return };
        look.run(there);
        // A button that goes would take the focus with it.
        if to.get_untracked().is_none() {
            device::focus_on(".fh-mtn__title");
        }
    };
    view! {
        <button type="button" class="fh-button" class:fh-mtn__none=move || to.get().is_none() on:click=go>
            <Icon glyph=glyph/>
            {words}
        </button>
    }
}
