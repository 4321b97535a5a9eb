//! Where an address leads that leads nowhere.

use crate::ui::prelude::*;

use super::frame::Frame;
use crate::ui::part::{Empty, Heads};
use crate::ui::route::Route;

/// Says what happened and offers the way back.
#[component]
pub(crate) fn Lost() -> impl IntoView {
    view! {
        <Frame back=Some((Route::Start, "All charts".to_owned()))>
            <div class="fh-page">
                <Empty
                    title="No chart here"
                    heads=Heads::Page
                    text="This address leads to no chart on this tablet. It may be on another tablet, or it was erased here. Your other charts are where they were."
                >
                    <a class="fh-button fh-button--main" href=Route::Start.to_string()>"All charts"</a>
                </Empty>
            </div>
        </Frame>
    }
}
