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

/// The same person in closed shapes, for a child to color in.
#[component]
pub(crate) fn Outlines() -> impl IntoView {
    view! {
        <g class="fh-hiker">
            <path d="M-5-24L-11-3.5H-4.6L1-20z"/>
            <path d="M-1-24L4.6-11 3-3.5H9.2L11.4-12 7-24z"/>
            <path d="M-12-3.6h8v3.8h-10.6c0-2.4 1-3.4 2.6-3.8zM2.6-3.6h7.2c2 .4 3 1.4 3 3.8H2.6z"/>
            <path d="M-8-43c-7 0-9.5 4-9.5 10s2.5 9 9.5 9z"/>
            <path d="M-8-42C-4-46.5 5-46.5 8-42C10-36 9.5-28 8-21.5C3-19.5-4-19.5-8-21.5C-10-29-10-37-8-42Z"/>
            <path d="M17.6-36.5h2.2L21.8 0h-2.2z"/>
            <path d="M4.5-40.5C10-38 14-34.5 18.6-32.4C20.5-30 18-27.5 15.5-28.6C10.5-30.5 6-33.5 2.5-36.5z"/>
            <circle cx="2" cy="-53" r="8"/>
            <path d="M-6-53C-6.5-64 10-65 10.5-55C6-57 1-57-1.5-52.5C-3-51-5-51-6-53Z"/>
        </g>
    }
}
