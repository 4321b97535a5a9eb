//! The landscape on top of a worksheet, in lines alone, to be colored in by whoever likes.

use crate::ui::prelude::*;

use crate::ui::picture::FIR;

const RIDGE: &str = "M-9 104L8 100 22 94 44 87 58 83 70 78 82 80 95 88 107 93 120 96 132 89 144 82 156 70 168 64 181 55 193 48 205 40 219 51 233 60 248 72 262 84 275 77 287 74 300 66 312 74 324 77 336 86 348 90 360 98 372 104 386 98 399 94 413 94 426 87 440 84 453 87 467 95 480 98 493 99 507 106 520 108 533 102 547 96 560 88 573 85 587 77 600 70 612 78 625 83 638 85 650 92 663 88 677 84 690 80 709 75V170H-9Z";
const CRAGS: &str = "M206 44l12 34M210 53l8 27M214 63l6 20M300 70l9 20M304 79l6 16M70 81l8 20M74 90l6 16M600 74l9 22M604 83l6 18M608 93l5 13";
const HILL: &str = "M-9 119C60 123 100 129 140 129.5S240 122 280 122 380 126 420 121.5 500 117 540 115 640 103 709 102V170H-9Z";
const PATH: &str = "M281 170C300 158 350 146 368 146C384 142 391 138 389 132C386 126 380 128 384 124L391 121 389 119C384 120 377 122 377 127C379 131 383 132 380 133C372 136 350 138 334 141S290 152 240 170Z";
const GRASS: &str = "M172 145q8-2 16 1M421 143q5-1 11 1M19 149q7-2 14 1M169 154q9-2 18 1M579 135q10-2 20 1M112 147q12-3 24 1M53 148q10-2 20 1M215 136q12-3 24 1M496 150q8-2 16 1M555 134q12-3 25 1M608 121q6-2 12 1M436 135q9-2 18 1M272 137q10-2 20 1M642 145q13-3 26 1M467 130q12-3 24 1M407 151q10-2 21 1";
/// Foot and size of each fir (hundredths).
const FIRS: [(i32, i32, i32); 11] = [
    (24, 123, 53),
    (44, 125, 37),
    (60, 126, 46),
    (130, 132, 27),
    (144, 132, 35),
    (560, 117, 35),
    (576, 115, 51),
    (596, 113, 40),
    (640, 107, 62),
    (664, 106, 46),
    (684, 104, 56),
];

pub(super) fn strip() -> AnyView {
    let firs = FIRS
        .iter()
        .map(|(x, y, size)| {
            let place = format!("translate({x} {y})scale(.{size})");
            view! { <path d=FIR transform=place vector-effect="non-scaling-stroke"/> }
        })
        .collect_view();
    view! {
        <svg class="fh-sheet__strip" viewBox="0 0 700 150" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
            <circle cx="468" cy="56" r="18"/>
            <path d=RIDGE/>
            <path class="fh-sheet__hatch" d=CRAGS/>
            <path d=HILL/>
            {firs}
            <path d=PATH/>
            <path class="fh-sheet__hatch" d=GRASS/>
        </svg>
    }
    .into_any()
}
