//! The ladder itself, in its landscape. It stretches to any height: rails and rungs keep their thickness.

use crate::ui::prelude::*;

use super::{FIR, percent};
use crate::figure::ladder::{LadderFigure, Rail, Reach, RungMark};

/// Far range, misty hills, near bank (on a sheet of 220 x 552).
const PLANES: [(&str, &str); 4] = [
    (
        "fh-lad__plane fh-lad__plane--far",
        "M-9 360C30 371 52 387 98 392s58 22 92 0S224 372 230 371V560H-9Z",
    ),
    (
        "fh-lad__plane fh-lad__plane--mid",
        "M-9 412C32 398 62 436 100 446s42-12 84-8S222 420 230 416V560H-9Z",
    ),
    (
        "fh-lad__plane fh-lad__plane--near",
        "M-9 463C28 456 42 488 78 487s52-26 84-20S222 453 230 454V560H-9Z",
    ),
    ("fh-lad__plane fh-lad__plane--bank", "M-9 523C40 514 92 511 118 512s76 5 112 12V560H-9Z"),
];

/// Foot and size of each fir (hundredths).
const FIRS: [(i32, i32, i32); 7] = [
    (12, 504, 91),
    (30, 511, 67),
    (46, 506, 100),
    (63, 515, 58),
    (166, 513, 62),
    (184, 502, 104),
    (204, 508, 88),
];

/// The one who climbs; the origin is under the feet.
const CLIMBER: [(&str, &str); 6] = [
    ("fh-lad__legs", "M-3-24L-9-1.5M3-24L8-11L6-1M-11-1h5.5M5-.8h5.5"),
    ("fh-lad__pack", "M-8-42c-6 0-8 4-8 9s2 8 7 8z"),
    ("fh-lad__coat", "M-7-42C-4-46 5-46 7-41C9-36 8-28 6-22C2-20-4-20-7-22C-9-29-9-37-7-42Z"),
    ("fh-lad__arm", "M4-38C9-35 12-31 15-28"),
    ("fh-lad__stick", "M15-34L18-1"),
    ("fh-lad__hair", "M-5-53C-5-61 8-62 9-54C5-56 0-56-1-52C-3-50-5-51-5-53Z"),
];

/// The drawing of `figure`; whoever shows it says it in words beside it.
pub(super) fn ladder_drawing(figure: &LadderFigure) -> AnyView {
    let thickness = figure.thickness;
    let rungs = figure.rungs.iter().map(|mark| rung(*mark, thickness)).collect_view();
    let open = figure
        .open
        .iter()
        .map(|mark| view! { <g class="fh-lad__open">{rung(*mark, thickness)}</g> })
        .collect_view();
    let rails = figure.rails.iter().map(|mark| rail(*mark, thickness)).collect_view();
    let climber =
        CLIMBER.iter().map(|(class, path)| view! { <path class=*class d=*path/> }).collect_view();
    let size = format!("scale(.{})", (thickness * 95 + 100).min(999));
    view! {
        <svg class="fh-lad__drawing" aria-hidden="true">
            {landscape()}
            {open}
            {rungs}
            {rails}
            <svg
                class="fh-lad__climber"
                x=percent(figure.climber.x)
                y=percent(figure.climber.y)
                overflow="visible"
            >
                <g transform=size>
                    <ellipse class="fh-lad__shade" cx="2" cy="1" rx="17" ry="3.2"/>
                    <circle class="fh-lad__skin" cx="2" cy="-52" r="6.6"/>
                    {climber}
                </g>
            </svg>
        </svg>
    }
    .into_any()
}

fn landscape() -> AnyView {
    let planes =
        PLANES.iter().map(|(class, path)| view! { <path class=*class d=*path/> }).collect_view();
    let firs = FIRS
        .iter()
        .map(|(x, y, size)| {
            let place = format!("translate({x} {y})scale({}.{:02})", size / 100, size % 100);
            view! { <path d=FIR transform=place/> }
        })
        .collect_view();
    view! {
        <svg viewBox="0 0 220 552" preserveAspectRatio="xMidYMax slice" width="100%" height="100%">
            <path
                class="fh-lad__cloud"
                d="M-10 140c14-10 30-9 40-2c10-12 34-10 40 3c14-3 22 3 26 9zM130 252c14-10 30-9 40-2c10-12 34-10 40 3c14-3 22 3 26 9z"
            />
            {planes}
            <g class="fh-lad__firs">{firs}</g>
        </svg>
    }
    .into_any()
}

fn rung(mark: RungMark, thickness: i32) -> AnyView {
    let class = match mark.reach {
        Reach::Reached => "fh-lad__rung fh-lad__rung--reached",
        Reach::Next => "fh-lad__rung fh-lad__rung--next",
        Reach::Ahead => "fh-lad__rung fh-lad__rung--ahead",
    };
    // A line under a line: the lower one shows as the outline of the upper one at every size.
    let line = |class: &'static str, width: i32, inset: i32| {
        view! {
            <line
                class=class
                x1=percent(mark.left.x + inset)
                x2=percent(mark.right.x - inset)
                y1=percent(mark.left.y)
                y2=percent(mark.right.y)
                stroke-width=width
            />
        }
    };
    view! {
        <g class=class>
            {line("fh-lad__rung-edge", thickness + 5, 0)}
            {line("fh-lad__rung-face", thickness + 1, 12)}
        </g>
    }
    .into_any()
}

fn rail(mark: Rail, thickness: i32) -> AnyView {
    let line = |class: &'static str, width: i32, aside: i32| {
        view! {
            <line
                class=class
                x1=percent(mark.head.x + aside)
                y1=percent(mark.head.y)
                x2=percent(mark.foot.x + aside)
                y2=percent(mark.foot.y)
                stroke-width=width
            />
        }
    };
    view! {
        {line("fh-lad__rail", thickness + 1, 0)}
        {line("fh-lad__rail fh-lad__rail--lit", 4, 22)}
    }
    .into_any()
}
