//! The mountain of a child: sky, far range, rock with a path to the flag, and a meadow at its foot.
//!
//! Planes stretch with the picture; sun, clouds, firs, flag and whoever climbs keep their shape.

use crate::ui::prelude::*;

use super::hiker::{Hiker, Outlines};
use crate::figure::ladder::Reach;
use crate::figure::mountain::{MountainFigure, Stone, TOP};
use crate::figure::square::Point;
use crate::ui::picture::{FIR, percent};

/// Stars about the flag, once everything is climbed.
const CHEER: &Places =
    &[(428, 84, 320), (386, 160, 230), (352, 62, 190), (304, 130, 270), (640, 262, 230)];
const STAR: &str = "M0-4.2L1.2-1.4 4.4-1.2 1.9.6 2.8 3.4 0 1.9-2.8 3.4-1.9.6-4.4-1.2-1.2-1.4z";

/// From far to near, in a square of 1000.
const PLANES: &[(&str, &str)] = &[
    (
        "fh-pic-range",
        "M-9 610L52 574 96 598 164 530 232 592 290 556 352 604 648 612 700 560 752 590 828 522 896 586 948 556 1009 600V1012H-9z",
    ),
    (
        "fh-mtn__shade",
        "M500 130L468 182 440 200 406 248 372 268 332 326 300 346 250 412 214 436 160 512 126 536 70 616 40 640-9 712V1000H530L550 880 490 760 540 650 470 540 530 430 478 340 520 270 488 200z",
    ),
    (
        "fh-mtn__lit",
        "M500 130L536 180 558 190 600 250 628 264 676 332 704 346 756 420 784 440 842 520 872 540 930 622 958 640 1009 710V1000H530L550 880 490 760 540 650 470 540 530 430 478 340 520 270 488 200z",
    ),
    (
        "fh-mtn__facet",
        "M406 248L372 268 332 326 352 382 306 440 366 520 320 600 400 560 390 450 436 390zM250 412L214 436 160 512 186 590 120 690 206 780 170 860 280 760 236 680 300 590 262 520z",
    ),
    (
        "fh-mtn__facet fh-mtn__facet--dark",
        "M628 264L676 332 704 346 690 420 730 500 660 580 700 470 640 390zM784 440L842 520 872 540 850 620 900 700 820 780 860 680 800 590 826 520z",
    ),
    ("fh-mtn__meadow", "M-9 878C150 850 300 884 470 892S820 878 1009 842V1012H-9z"),
];

/// Lies over the end of the path.
const SNOW: &[(&str, &str)] = &[
    (
        "fh-mtn__snow fh-mtn__snow--shade",
        "M500 130L468 182 440 200 416 234 444 226 454 262 474 236 490 280 508 240 488 200z",
    ),
    ("fh-mtn__snow", "M500 130L536 180 558 190 590 234 560 224 550 266 528 232 508 240 488 200z"),
];

/// Widths of the path from near to far (px).
const NEAR_PATH: i32 = 34;
const FAR_PATH: i32 = 9;

/// One shape at several places: left, top (thousandths), size (hundredths).
type Places = [(i32, i32, i32)];

const FIRS: &Places = &[
    (28, 948, 130),
    (92, 925, 92),
    (140, 962, 108),
    (872, 920, 88),
    (928, 948, 128),
    (978, 922, 96),
];
const FLOWERS: &Places =
    &[(215, 945, 90), (300, 975, 110), (610, 940, 80), (700, 972, 110), (795, 944, 90)];
const FLOWER: &str = "M0-4C4-12 12-8 6-1 14 1 11 9 3 5 3 13-5 13-4 5-12 8-14 0-6-1-12-8-4-12 0-4z";
/// Clear of what is said beside the flag.
const CLOUDS: &Places = &[(130, 150, 100), (928, 440, 66)];
/// Clear of the ridge, rays and all.
const SUN: (i32, i32, i32) = (860, 285, 100);
/// Clouds that hide the way up.
const VEIL: &Places =
    &[(335, 285, 140), (445, 262, 180), (565, 272, 180), (660, 255, 130), (490, 205, 160)];
const CLOUD: &str = "M-46 16c-17 0-18-23 2-25c0-18 25-23 32-9c9-18 38-14 40 6c19-3 24 28 3 28z";

/// The mountain behind the stones; whoever shows it says it in words.
pub(crate) fn mountain(figure: &MountainFigure) -> AnyView {
    let planes = |planes: &[(&'static str, &'static str)]| {
        planes.iter().map(|(class, path)| view! { <path class=*class d=*path/> }).collect_view()
    };
    view! {
        <svg class="fh-mtn__drawing" aria-hidden="true">
            {at(SUN, view! {
                <circle class="fh-mtn__sun" r="46"/>
                <path class="fh-mtn__rays" d="M0-60V-76M42-42L54-54M60 0H76M42 42L54 54M0 60V76M-42 42L-54 54M-60 0H-76M-42-42L-54-54"/>
            })}
            {all(CLOUDS, "fh-mtn__cloud", CLOUD)}
            <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%">
                {planes(PLANES)}
                {trail(&figure.trail)}
                {planes(SNOW)}
            </svg>
            {at((TOP.x, TOP.y, 80), view! {
                <path class="fh-mtn__flag" d="M0 6V-50"/>
                <path class="fh-mtn__flag" d="M1-49C12-56 22-42 40-49L36-36 40-24C24-18 14-32 1-25z"/>
            })}
            {all(FIRS, "fh-pic-tree", FIR)}
            {all(FLOWERS, "fh-mtn__flower", FLOWER)}
        </svg>
    }
    .into_any()
}

/// What the flag stands for, beside it.
pub(crate) fn at_the_flag(figure: &MountainFigure) -> AnyView {
    let flag = figure.flag.clone();
    flag.map(|flag| view! { <p class="fh-mtn__goal" dir="auto">{flag}</p> }).into_any()
}

/// Who climbs, and the clouds over what comes later: in front of the stones.
pub(crate) fn in_front(figure: &MountainFigure) -> AnyView {
    let Point { x, y } = figure.climber;
    let size = 90 + MountainFigure::nearness(y) / 2;
    view! {
        <svg class="fh-mtn__drawing fh-mtn__front" aria-hidden="true">
            {figure.more.then(|| all(VEIL, "fh-mtn__cloud", CLOUD))}
            {figure.top.then(|| all(CHEER, "fh-mtn__cheer", STAR))}
            {at((x, y, size), view! { <Hiker at=String::new()/> })}
        </svg>
    }
    .into_any()
}

/// Who climbs, in outlines to color in.
pub(crate) fn to_color(figure: &MountainFigure) -> AnyView {
    let Point { x, y } = figure.climber;
    // Larger than on the screen; at the top a bit down the slope, so that the flag stays free.
    let aside = if figure.top { 26 } else { 0 };
    at((x - aside, y + aside, 145), view! { <Outlines/> })
}

/// One stone as large as what holds it.
pub(crate) fn stone(of: &Stone) -> AnyView {
    view! { <svg class="fh-mtn__rock" viewBox="-12 -8 24 17" aria-hidden="true">{rock(of)}</svg> }
        .into_any()
}

/// One stone, 24 wide, with its number, or with a star once it is reached; to color in, the number stands in the star.
pub(crate) fn rock(of: &Stone) -> AnyView {
    let (class, star) = match of.reach {
        _ if of.is_open() => ("fh-pic-stone fh-pic-stone--open", ""),
        Reach::Reached => ("fh-pic-stone fh-pic-stone--reached", STAR),
        _ => ("fh-pic-stone", ""),
    };
    view! {
        <path class="fh-pic-side" d="M-10.5 0v3.4c0 3.6 5.2 5.2 10.5 5.2s10.5-1.6 10.5-5.2V0z"/>
        <path class=class d="M-10.5 0c0-4.6 5.4-5.6 10.5-5.4s10.5 1.2 10.5 5.4-5.5 5-10.8 5S-10.5 3.8-10.5 0z"/>
        <path class="fh-mtn__star" d=star/>
        <text class="fh-mtn__number" y="2.2">{of.number}</text>
    }
    .into_any()
}

/// `view` at a place of the picture, as large as it says, whatever the shape of the picture.
pub(crate) fn at((x, y, size): (i32, i32, i32), view: AnyView) -> AnyView {
    let scale = format!("scale({}.{:02})", size / 100, size % 100);
    view! {
        <svg x=percent(x) y=percent(y) overflow="visible">
            <g transform=scale>{view}</g>
        </svg>
    }
    .into_any()
}

fn all(places: &Places, class: &'static str, shape: &'static str) -> AnyView {
    let shapes = places.iter().map(|place| at(*place, view! { <path class=class d=shape/> }));
    shapes.collect_view().into_any()
}

/// The path from stone to stone, narrower the further up; a stone lies over every joint.
fn trail(points: &[Point]) -> AnyView {
    let line = |class: &'static str, wider: i32| {
        let piece = |(from, to): (&Point, &Point)| {
            let middle = i32::midpoint(from.y, to.y);
            let near = MountainFigure::nearness(middle);
            let (Point { x: left, y: low }, Point { x: right, y: high }) = (from, to);
            view! {
                <path
                    class=class
                    stroke-width=FAR_PATH + (NEAR_PATH - FAR_PATH) * near / 100 + wider
                    d=format!("M{left} {low}C{left} {middle} {right} {middle} {right} {high}")
                />
            }
        };
        points.iter().zip(points.iter().skip(1)).map(piece).collect_view()
    };
    // A line under a line: the lower one shows as the edge of the upper one.
    (line("fh-mtn__trail fh-mtn__trail--edge", 5), line("fh-mtn__trail", 0)).into_any()
}
