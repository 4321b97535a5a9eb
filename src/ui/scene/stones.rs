//! Stones in a row: the one sign of progress in lists and heads.

use crate::ui::prelude::*;

/// Pixels from one stone to the next.
const STEP: u16 = 20;

/// `reached` of `total` stones (1 to 12), rising a little toward the goal.
///
/// `told` is the sentence that says the same in words, such as "4 of 6 steps reached".
#[component]
pub(crate) fn Stones(total: u8, reached: u8, #[prop(into)] told: String) -> impl IntoView {
    let total = u16::from(total.clamp(1, 12));
    let reached = u16::from(reached).min(total);
    let width = total * STEP + 4;
    let stones = (0..total)
        .map(|stone| {
            let rise = 8 * stone / total.max(2);
            let here = format!("translate({} {})", stone * STEP, 8 - rise);
            let class = if stone < reached { "fh-stone fh-stone--reached" } else { "fh-stone" };
            view! { <path class=class transform=here d="M2 5.5C2 2 5 1 9.5 1S17 2 17 5.4C17 8.1 14.5 9 9.5 9S2 8.2 2 5.5z"/> }
        })
        .collect_view();
    view! {
        <svg class="fh-stones" width=width height="20" viewBox=format!("0 0 {width} 20") role="img" aria-label=told>
            {stones}
        </svg>
    }
}
