//! The line on which a child's next step is written, on the mountain itself.

use crate::ui::prelude::*;
use leptos::ev::SubmitEvent;
use leptos::html::Input;

use crate::domain::change::Edit;
use crate::domain::id::{ChartId, ObjectiveId, RungId};
use crate::domain::words::OwnWords;
use crate::ui::device;
use crate::ui::part::Pace;
use crate::ui::session::session;

/// The id of the form, for the button that stands further down.
pub(super) const FORM: &str = "new-stone";

/// One line under its question. What is written stays a draft until it is added, the same one as on the ladder.
#[component]
pub(super) fn Line(
    chart: ChartId,
    objective: ObjectiveId,
    ask: &'static str,
    /// The step that came of it.
    added: Callback<RungId>,
) -> impl IntoView {
    let session = session();
    let key = move || format!("{chart}/{objective}.step.");
    let field = NodeRef::<Input>::new();
    let written = StoredValue::new(session.draft(&key()).unwrap_or_default());
    let pace = Pace::new(Callback::new(move |text: String| session.keep_draft(&key(), &text)));
    // Another stone may be looked at in the middle of a word.
    on_cleanup(move || {
        pace.calm();
        if let Some(text) = written.try_get_value().filter(|text| !text.trim().is_empty()) {
            session.keep_draft(&key(), &text);
        }
    });
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else { return };
        let text = field.value();
        if text.trim().is_empty() {
            let _ = field.focus();
            return;
        }
        let words = match OwnWords::new(&text) {
            Ok(words) => words,
            Err(error) => {
                session.trouble.set(Some(error.into()));
                return;
            }
        };
        // Forgotten before the step is there: with it this line goes.
        pace.calm();
        written.set_value(String::new());
        match session.tell(chart, Edit::AddRung(objective, words)) {
            Some(change) => {
                session.drop_draft(&key());
                added.run(RungId(change));
                device::focus_on(".fh-mtn__title");
            }
            None => written.set_value(text), // why stands at the foot of the page; the words stand here
        }
    };
    view! {
        <form class="fh-mtn__line" id=FORM on:submit=add>
            <label for="new-stone-words">{ask}</label>
            <input
                type="text"
                class="fh-line__field"
                id="new-stone-words"
                node_ref=field
                autocomplete="off"
                autocapitalize="sentences"
                spellcheck="false"
                dir="auto"
                prop:value=written.get_value()
                on:input=move |event| {
                    let text = event_target_value(&event);
                    pace.typed(text.clone());
                    written.set_value(text);
                }
            />
        </form>
    }
}
