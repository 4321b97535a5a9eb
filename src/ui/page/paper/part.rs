//! The things a sheet is made of: rungs, rulers, rings, words and lines to write on.

use crate::ui::prelude::*;

use crate::document::flow::is_right_to_left;
use crate::document::worksheet::{Higher, Part, Ruler, Step};
use crate::domain::ladder::MAX_EFFORT;
use crate::figure::ladder::Reach;
use crate::ui::picture::percent;

/// Whether a piece is the beginning of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begins {
    /// It is.
    Here,
    /// The words began on a page before.
    Before,
}

/// `shown`, a piece of `text`. The direction is that of the whole text: a piece may begin with the other one.
pub(super) fn words(text: &str, shown: &str) -> AnyView {
    let direction = if is_right_to_left(text) { "rtl" } else { "ltr" };
    view! { <span class="fh-flow__words" dir=direction>{shown.to_owned()}</span> }.into_any()
}

/// A part in one piece.
pub(super) fn part(part: &Part) -> AnyView {
    piece(part, part_words(part), Begins::Here)
}

fn part_words(part: &Part) -> &str {
    match part {
        Part::Large(words) | Part::Words(words) | Part::Named(_, words) => words,
        Part::Step(step) => step.words.as_deref().unwrap_or_default(),
        _ => "",
    }
}

/// A part of which only `shown` stands here.
pub(super) fn piece(part: &Part, shown: &str, begins: Begins) -> AnyView {
    let text = part_words(part);
    match part {
        Part::Step(one) => step(one, shown, begins),
        Part::Large(_) => view! { <p class="fh-sheet__large">{words(text, shown)}</p> }.into_any(),
        Part::Words(_) => view! { <p class="fh-sheet__words">{words(text, shown)}</p> }.into_any(),
        Part::Named(name, _) => {
            let name = (begins == Begins::Here).then(|| view! { <b>{format!("{name}: ")}</b> });
            view! { <p class="fh-sheet__words">{name} {words(text, shown)}</p> }.into_any()
        }
        Part::Ruler(one) => ruler(one),
        Part::Days(days) => week(days),
        Part::Small(text) => view! { <p class="fh-sheet__small">{text.clone()}</p> }.into_any(),
        Part::Date(text) => view! {
            <p class="fh-sheet__date">
                <span>{*text}</span>
                <span class="fh-sheet__blank"></span>
            </p>
        }
        .into_any(),
        Part::Lines(count) => lines("fh-sheet__lines", *count),
        Part::Room(count) => lines("fh-sheet__lines fh-sheet__lines--spare", *count),
    }
}

/// Lines to write on.
pub(super) fn lines(class: &'static str, count: u8) -> AnyView {
    let lines = (0..count).map(|_| view! { <i></i> }).collect_view();
    view! { <div class=class>{lines}</div> }.into_any()
}

/// The question about one number more and the answer, or a line for it.
pub(super) fn higher(higher: &Higher) -> Option<AnyView> {
    let answer = match higher {
        Higher::Highest => return None,
        Higher::Open => lines("fh-sheet__lines", 1),
        Higher::Said(text) => {
            view! { <p class="fh-sheet__words">{words(text, text)}</p> }.into_any()
        }
    };
    Some(view! { <p class="fh-sheet__question">{Higher::ASKED}</p> {answer} }.into_any())
}

fn ruler(ruler: &Ruler) -> AnyView {
    let (low, high) = (ruler.scale.low(), ruler.scale.high());
    let told = match ruler.ringed {
        Some(value) => format!("{value} of {high}"),
        None => format!("{low} to {high}, none ringed yet"),
    };
    let numbers = (low..=high)
        .map(|value| {
            let class = if ruler.ringed == Some(value) { "fh-sheet__ringed" } else { "" };
            view! { <li class=class>{value}</li> }
        })
        .collect_view();
    let when = ruler.when.as_ref().map(|day| view! { <small>{day.clone()}</small> });
    view! {
        <div class="fh-sheet__ruler">
            <p class="fh-sheet__asked">{ruler.asked} {when}</p>
            <ol class="fh-sheet__numbers" aria-label=told>{numbers}</ol>
            <p class="fh-sheet__ends"><span>{ruler.low_means}</span><span>{ruler.high_means}</span></p>
        </div>
    }
    .into_any()
}

fn week(days: &[&'static str]) -> AnyView {
    let rings = days.iter().map(|day| view! { <li><i></i>{*day}</li> }).collect_view();
    view! { <ul class="fh-sheet__week">{rings}</ul> }.into_any()
}

/// A rung with its slice of the ladder, so that a ladder can go on over a page.
fn step(step: &Step, shown: &str, begins: Begins) -> AnyView {
    let class = match step.reach {
        Reach::Next => "fh-sheet__step fh-sheet__step--next",
        Reach::Reached | Reach::Ahead => "fh-sheet__step",
    };
    let reached = step.reach == Reach::Reached;
    let check = reached.then(|| {
        view! {
            <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M4 13c2 1.5 3.5 3 5 5.5C11.5 12 15 8 20.5 4"/>
            </svg>
        }
    });
    let ring = (begins == Begins::Here).then(|| {
        let told = if reached { "Reached" } else { "A ring to fill in" };
        view! { <span class="fh-sheet__ring" role="img" aria-label=told>{check}</span> }
    });
    let text = match &step.words {
        Some(text) => words(text, shown),
        None => lines("fh-sheet__lines", 1),
    };
    let effort = step.effort.map(|effort| format!("Effort {effort} of {MAX_EFFORT}"));
    let under = match (step.reach, effort) {
        (Reach::Reached, _) => None,
        (Reach::Next, Some(effort)) => Some(format!("Next step. {effort}")),
        (Reach::Next, None) => Some("Next step".to_owned()),
        (Reach::Ahead, effort) => effort,
    };
    view! {
        <div class=class>
            {slice(step, begins)}
            {ring}
            <div class="fh-sheet__rung">{text} {under.map(|text| view! { <small>{text}</small> })}</div>
        </div>
    }
    .into_any()
}

/// Outer and inner edge of the left rail at the ground, and how far it leans in up to the top (thousandths).
const RAIL: [i32; 2] = [170, 240];
const LEAN: i32 = 60;

fn slice(step: &Step, begins: Begins) -> AnyView {
    let count = i32::try_from(step.count).unwrap_or(1).max(1);
    let number = i32::try_from(step.number).unwrap_or(1);
    // How far the rails have leaned in at the upper and the lower end of this slice.
    let (upper, lower) = (LEAN * number / count, LEAN * (number - 1) / count);
    // Slices overlap a little: where two only met, a hairline of paper would show between them.
    let from = if step.number == step.count { "0" } else { "-1" };
    let to = if step.number == 1 { "100%" } else { "101%" };
    let rail = |edge: i32| {
        let line = |upper: i32, lower: i32| {
            view! { <line x1=percent(upper) y1=from x2=percent(lower) y2=to/> }
        };
        (line(edge + upper, edge + lower), line(1000 - edge - upper, 1000 - edge - lower))
    };
    let cap = |y: &'static str, lean: i32| {
        let line = |from: i32, to: i32| view! { <line x1=percent(from) y1=y x2=percent(to) y2=y/> };
        let [outer, inner] = RAIL;
        (line(outer + lean, inner + lean), line(1000 - inner - lean, 1000 - outer - lean))
    };
    let middle = i32::midpoint(RAIL[0], RAIL[1]);
    let grain = |x: i32| view! { <line class="fh-sheet__grain" x1=percent(x) y1="4" x2=percent(x) y2="96%"/> };
    let inner = RAIL[1] + i32::midpoint(upper, lower);
    let rung = (begins == Begins::Here).then(|| {
        let class = match step.reach {
            Reach::Reached => "fh-sheet__bar fh-sheet__bar--reached",
            Reach::Next | Reach::Ahead => "fh-sheet__bar",
        };
        view! {
            <rect
                class=class
                x=percent(inner)
                width=percent(1000 - 2 * inner)
                y="50%"
                height="11"
                transform="translate(0-5.5)"
            />
        }
    });
    view! {
        <svg class="fh-sheet__slice" aria-hidden="true">
            {RAIL.map(rail).into_iter().collect_view()}
            {grain(middle + i32::midpoint(upper, lower))}
            {grain(1000 - middle - i32::midpoint(upper, lower))}
            {(step.number == step.count && begins == Begins::Here).then(|| cap("0.5%", upper))}
            {(step.number == 1).then(|| cap("99.5%", lower))}
            {rung}
        </svg>
    }
    .into_any()
}
