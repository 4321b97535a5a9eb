//! The page to take home, as it will be printed.

use crate::ui::prelude::*;

use super::frame::Frame;
use super::lost::Lost;
use super::paper::PaperPage;
use crate::document::worksheet::Worksheet;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::ui::route::Route;
use crate::ui::sentence::Places;
use crate::ui::session::session;

/// The worksheet of one objective.
#[component]
pub(crate) fn WorksheetPage(chart: ChartId, objective: ObjectiveId) -> impl IntoView {
    let session = session();
    let sheet = Memo::new(move |_| {
        let paper = session.settings.with(|settings| settings.paper);
        session
            .with(chart, |chart| {
                let today = session.today();
                let (goal, of) = chart.objective(objective)?;
                let sentence = Places::of(goal, of).short(today).unwrap_or_default();
                Worksheet::new(chart, objective, today, paper, &sentence)
            })
            .flatten()
    });
    let Some(first) = sheet.get_untracked() else { return view! { <Lost/> }.into_any() };
    let sheet = Signal::derive(move || sheet.get().unwrap_or_else(|| first.clone()));
    view! {
        <Frame back=Some((Route::Chart(chart), "Back to the page".to_owned()))>
            <PaperPage worksheet=sheet/>
        </Frame>
    }
    .into_any()
}
