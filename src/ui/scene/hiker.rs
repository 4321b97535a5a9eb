//! The person on the way.

use crate::ui::prelude::*;

/// Somebody with a pack, moved to where they stand `at`; about 60 units tall.
#[component]
pub(crate) fn Hiker(at: String) -> impl IntoView {
    view! {
        <g class="fh-hiker" transform=at>
            <ellipse class="fh-hiker__shade" cx="2" cy="1" rx="17" ry="3.2"/>
            <path class="fh-hiker__leg" d="M-3-24L-9-1.5M3-24L8-11L6-1"/>
            <path class="fh-hiker__shoe" d="M-11-1h5.5M5-.8h5.5"/>
            <path class="fh-hiker__pack" d="M-8-42c-6 0-8 4-8 9s2 8 7 8z"/>
            <path class="fh-hiker__coat" d="M-7-42C-4-46 5-46 7-41C9-36 8-28 6-22C2-20-4-20-7-22C-9-29-9-37-7-42Z"/>
            <path class="fh-hiker__arm" d="M4-38C9-35 12-31 15-28"/>
            <path class="fh-hiker__stick" d="M15-34L18-1"/>
            <circle class="fh-hiker__skin" cx="2" cy="-52" r="6.6"/>
            <path class="fh-hiker__hair" d="M-5-53C-5-61 8-62 9-54C5-56 0-56-1-52C-3-50-5-51-5-53Z"/>
        </g>
    }
}
