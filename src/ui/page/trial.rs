//! The way to the made-up chart: it is put on this tablet, and this page gives way to its open page.

use crate::ui::prelude::*;

use super::frame::Frame;
use crate::ui::device;
use crate::ui::part::Empty;
use crate::ui::route::Route;
use crate::ui::session::session;
use crate::ui::words;

/// Begins the made-up chart, or says why it could not.
#[component]
pub(crate) fn Trial() -> impl IntoView {
    let refused = match session().begin_made_up() {
        Ok(chart) => {
            // In place of this page: the way back leads to where one came from.
            device::replace(Route::Chart(chart));
            None
        }
        Err(problem) => Some(words::problem(&problem)),
    };
    view! {
        <Frame back=Some((Route::Start, "All charts".to_owned()))>
            <div class="fh-page">
                <h1 class="fh-title" tabindex="-1">"A made-up chart"</h1>
                {refused.map(|why| view! {
                    <Empty title="There is no made-up chart now" text=why>
                        <a class="fh-button fh-button--main" href=Route::Start.to_string()>"All charts"</a>
                    </Empty>
                })}
            </div>
        </Frame>
    }
}
