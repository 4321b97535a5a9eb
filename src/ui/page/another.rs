//! Another sentence for the same wish: there is none until something is written.

use crate::ui::prelude::*;

use super::field::{Field, optional};
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, GoalId, ObjectiveId};
use crate::language::left_open::is_left_open;
use crate::ui::device;
use crate::ui::part::LineKind;
use crate::ui::route::Route;
use crate::ui::session::{Problem, session};

/// The id of the line, for the focus.
pub(crate) const ANOTHER: &str = "another-sentence";

/// The line that another sentence begins with, once somebody asks for it.
#[component]
pub(crate) fn AnotherSentence(
    chart: ChartId,
    goal: GoalId,
    asked: RwSignal<bool>,
) -> impl IntoView {
    let session = session();
    let blank = Signal::derive(String::new);
    let keep = Callback::new(move |said: String| {
        if is_left_open(&said) {
            return Err(Problem::LeftOpen);
        }
        if let Some(said) = optional(&said)? {
            let id = ObjectiveId(session.change(chart, Edit::AddObjective(goal))?);
            session.change(chart, Edit::SetWhat(id, Some(said)))?;
            device::go(Route::Build(chart, id));
        }
        Ok(())
    });
    move || {
        asked.get().then(|| {
            view! {
                <div id=ANOTHER>
                    <Field
                        label="What is one more thing you would do?"
                        hint="Another sentence begins with it, as soon as you leave the line."
                        draft=format!("{chart}/{goal}.another")
                        value=blank
                        on_keep=keep
                        kind=LineKind::Tall
                    />
                </div>
            }
        })
    }
}
