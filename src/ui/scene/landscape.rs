//! The hill with its path: morning over a valley, drawn in planes from far to near.

use crate::ui::prelude::*;

use super::hiker::Hiker;
use super::plan::{Plan, TALL, WIDE};
use crate::ui::part::fresh_name;

/// The cut of the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum View {
    /// For the foot of a page, or a band beside words.
    #[default]
    Wide,
    /// For a column beside a page; where the column is broad rather than high, the wide cut stands in.
    Tall,
}

/// Most stones that lie on the path without touching.
const MOST_STONES: u8 = 12;

/// A stop of a gradient: its class, its place and its opacity.
type Stop = (&'static str, &'static str, &'static str);

const SKY: [Stop; 3] =
    [("fh-stop-sky-hi", "0", "1"), ("fh-stop-sky-mid", "38%", "1"), ("fh-stop-sky-lo", "66%", "1")];
const GLOW: [Stop; 3] =
    [("fh-stop-glow", "0", ".95"), ("fh-stop-glow", "35%", ".42"), ("fh-stop-glow", "1", "0")];
const MIST: [Stop; 3] =
    [("fh-stop-mist", "0", "0"), ("fh-stop-mist", "55%", ".8"), ("fh-stop-mist", "1", "0")];
const HILL: [Stop; 2] = [("fh-stop-lit", "0", "1"), ("fh-stop-hill", "70%", "1")];

/// A path up a hill; of its `total` stones (at most 12) the first `reached` are warm, and somebody
/// stands on the last of them. With `told` it is a picture that says that sentence; without, it is
/// decoration and silent.
#[component]
pub(crate) fn Landscape(
    #[prop(optional)] view: View,
    #[prop(optional, into)] total: Signal<u8>,
    #[prop(optional, into)] reached: Signal<u8>,
    #[prop(optional, into)] told: Signal<Option<String>>,
) -> impl IntoView {
    let draw = move |plan: &'static Plan, class: &'static str| {
        view! {
            <svg
                class=class
                viewBox=format!("0 0 {} {}", plan.width, plan.height)
                preserveAspectRatio="xMidYMax slice"
                role=move || told.with(Option::is_some).then_some("img")
                aria-label=move || told.get()
                aria-hidden=move || told.with(Option::is_none).then_some("true")
            >
                {drawing(plan, move || stones(plan, total.get(), reached.get()))}
            </svg>
        }
        .into_any()
    };
    match view {
        View::Wide => draw(&WIDE, "fh-scene"),
        View::Tall => {
            (draw(&TALL, "fh-scene fh-scene--tall"), draw(&WIDE, "fh-scene fh-scene--wide"))
                .into_any()
        }
    }
}

/// The planes from far to near, with what lies on the path.
fn drawing(plan: &'static Plan, on_the_path: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let name = fresh_name("scene");
    let paint = |what: &str| format!("url(#{name}-{what})");
    let Plan { width, height, sun, .. } = *plan;
    let body = |edge: &str| format!("{edge}V{height}H-12z");
    let [far, middle, near] = plan.hills;
    let mists = plan
        .mists
        .map(|(y, deep)| view! { <rect y=y width=width height=deep fill=paint("mist")/> });
    let [far_mist, middle_mist, near_mist] = mists;
    view! {
        <defs>
            <linearGradient id=format!("{name}-sky") x2="0" y2="1">{stops(&SKY)}</linearGradient>
            <radialGradient id=format!("{name}-glow")>{stops(&GLOW)}</radialGradient>
            <linearGradient id=format!("{name}-mist") x2="0" y2="1">{stops(&MIST)}</linearGradient>
            <linearGradient id=format!("{name}-hill") x1="1" x2="0" y2="1">{stops(&HILL)}</linearGradient>
        </defs>
        <rect width=width height=height fill=paint("sky")/>
        <circle cx=sun.0 cy=sun.1 r=width / 2 fill=paint("glow")/>
        <circle class="fh-pic-sun" cx=sun.0 cy=sun.1 r=sun.2/>
        <path class="fh-pic-birds" d=plan.birds/>
        <path class="fh-pic-range" d=plan.range/>
        <path class="fh-pic-snow" d=plan.snow/>
        {far_mist}
        <path class="fh-pic-far" d=body(far)/>
        <path class="fh-pic-far" d=plan.woods/>
        {middle_mist}
        <path class="fh-pic-mid" d=body(middle)/>
        <path class="fh-pic-rim fh-pic-rim--far" d=middle/>
        <path class="fh-pic-fir" d=plan.firs/>
        {near_mist}
        <path d=body(near) fill=paint("hill")/>
        <path class="fh-pic-rim" d=near/>
        <path class="fh-pic-grass" d=plan.grass/>
        <path class="fh-pic-path" d=plan.path/>
        <path class="fh-pic-tree" d=plan.trees/>
        <path class="fh-pic-light" d=plan.tree_light/>
        {on_the_path}
        <path class="fh-pic-bank" d=body(plan.bank)/>
        <path class="fh-pic-blades" d=plan.blades/>
    }
    .into_any()
}

/// Written out stop by stop: a stop in plain markup would be wrapped in a group, which a gradient ignores.
fn stops(stops: &'static [Stop]) -> impl IntoView {
    stops
        .iter()
        .map(|(class, place, opacity)| {
            view! { <stop class=*class offset=*place stop-opacity=*opacity/> }
        })
        .collect_view()
}

/// The stones from far to near, so that a near one covers a far one, and who stands on them.
fn stones(plan: &'static Plan, total: u8, reached: u8) -> AnyView {
    let total = total.min(MOST_STONES);
    let reached = reached.min(total);
    let stones = (0..total)
        .rev()
        .filter_map(|stone| {
            let (x, y, half) = place(plan, stone, total)?;
            let here = placed(x, y, half / 10.0);
            let class = if stone < reached { "fh-pic-stone fh-pic-stone--reached" } else { "fh-pic-stone" };
            Some(view! {
                <g transform=here>
                    <path class="fh-pic-side" d="M-10 0v3c0 3.5 5 5 10 5s10-1.5 10-5V0z"/>
                    <path class=class d="M-10 0c0-4.2 5.2-5 10-4.8s10 1.1 10 4.8-5.3 4.5-10.4 4.5S-10 3.3-10 0z"/>
                </g>
            })
        })
        .collect_view();
    let hiker =
        reached.checked_sub(1).and_then(|last| place(plan, last, total)).map(|(x, y, half)| {
            let size = (0.45 + half * 0.085).min(1.4) * f32::from(plan.person) / 100.0;
            view! { <Hiker at=placed(x, y - 1.0, size)/> }
        });
    (stones, hiker).into_any()
}

/// Moved to `x`, `y` and made `size` times as large. In hundredths: the standard library's decimals weigh 8 kB.
fn placed(x: f32, y: f32, size: f32) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "lengths inside a drawing")]
    let [x, y, size] = [x, y, size].map(|length| {
        let hundredths = (length * 100.0) as i32;
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    });
    format!("translate({x} {y}) scale({size})")
}

/// Middle and half width of one stone of `total`, in the units of the plan.
fn place(plan: &Plan, stone: u8, total: u8) -> Option<(f32, f32, f32)> {
    let steps = f32::from(u8::try_from(plan.trail.len()).ok()?) - 1.0;
    let along = (f32::from(stone) + 0.5) / f32::from(total) * steps;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the trail's length"
    )]
    let before = along as usize;
    let (from, to) = (plan.trail.get(before)?, plan.trail.get(before + 1)?);
    let part = along.fract();
    let between = |a: u16, b: u16| f32::from(a) + (f32::from(b) - f32::from(a)) * part;
    // A stone is a little wider than the path, and never too small to be seen.
    Some((between(from.0, to.0), between(from.1, to.1), 4.5 + between(from.2, to.2) * 0.9))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stone_lies_inside_the_drawing() {
        for plan in [&WIDE, &TALL] {
            for total in 1..=MOST_STONES {
                for stone in 0..total {
                    let (x, y, half) = place(plan, stone, total).unwrap();
                    assert!(
                        half < x && x + half < f32::from(plan.width),
                        "{stone} of {total} at {x}"
                    );
                    assert!(
                        0.0 < y && y + half < f32::from(plan.height),
                        "{stone} of {total} at {y}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_later_stone_lies_farther_up_or_along() {
        for plan in [&WIDE, &TALL] {
            for stone in 1..MOST_STONES {
                let (before, now) =
                    (place(plan, stone - 1, MOST_STONES), place(plan, stone, MOST_STONES));
                assert!(now.unwrap().1 < before.unwrap().1, "stone {stone}");
            }
        }
    }
}
