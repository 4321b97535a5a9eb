//! The mountain on paper, as it will be printed.

use crate::ui::prelude::*;

use super::frame::Frame;
use super::lost::Lost;
use super::paper::ColoringSheet;
use crate::document::coloring::Coloring;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::ui::device;
use crate::ui::route::Route;
use crate::ui::session::session;

/// The sheet to color in of one objective.
#[component]
pub(crate) fn ColoringPage(chart: ChartId, objective: ObjectiveId) -> impl IntoView {
    let session = session();
    let today = device::today();
    let paper = session.settings.with_untracked(|settings| settings.paper);
    let sheet = session.with(chart, |chart| Coloring::new(chart, objective, today, paper));
    let Some(sheet) = sheet.flatten() else { return view! { <Lost/> }.into_any() };
    let back = sheet.says.name.to_owned();
    view! {
        <Frame back=Some((Route::Mountain(chart, objective), back))>
            <ColoringSheet sheet=sheet/>
        </Frame>
    }
    .into_any()
}
