//! By when: a day in any wording that can be read as one, or a stretch of weeks by one tap.

use crate::ui::prelude::*;
use chrono::Days;

use super::apart::Apart;
use super::field::{Field, optional};
use super::guide::BY_WHEN;
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::language::deadline::{deadline, full_date};
use crate::language::left_open::is_left_open;
use crate::ui::device;
use crate::ui::session::{Problem, session};
use crate::ui::words;

/// The place for the day.
#[component]
pub(crate) fn ByWhen(chart: ChartId, objective: ObjectiveId, apart: Apart) -> impl IntoView {
    let session = session();
    let due = Memo::new(move |_| {
        session.with(chart, |chart| chart.objective(objective).and_then(|(_, of)| of.due)).flatten()
    });
    let keep = Callback::new(move |said: String| {
        let is_open = is_left_open(&said);
        let day = match optional(&said)? {
            Some(said) if !is_open => {
                Some(deadline(said.as_str(), device::today()).ok_or(Problem::NoDay)?)
            }
            _ => None,
        };
        if day != due.get_untracked() {
            session.change(chart, Edit::SetDue(objective, day))?;
        }
        if is_open { Err(Problem::LeftOpen) } else { Ok(()) }
    });
    let renew = RwSignal::new(0);
    let weeks = [2_u64, 4, 8, 12].map(|weeks| {
        // A page may stand open over midnight.
        let day = move |from: chrono::NaiveDate| from.checked_add_days(Days::new(weeks * 7));
        let choose = move |_| {
            if let Some(day) = day(device::today()) {
                if due.get_untracked() != Some(day) {
                    session.tell(chart, Edit::SetDue(objective, Some(day)));
                }
                renew.update(|turn| *turn += 1);
            }
        };
        let is_chosen =
            Memo::new(move |_| due.get().is_some() && due.get() == day(session.today()));
        view! {
            <button
                type="button"
                class="fh-button"
                class:fh-button--chosen=move || is_chosen.get()
                aria-pressed=move || if is_chosen.get() { "true" } else { "false" }
                on:click=choose
                disabled=move || session.read_only().get()
            >
                {format!("{weeks} weeks")}
            </button>
        }
    });
    // An example beside a day that stands would only be a second day.
    let hint = move || match due.get() {
        Some(_) => String::new(),
        None => "A day, or a stretch of time: January 18, 2027, or in 8 weeks.".to_owned(),
    };
    let meanwhile = move || due.get().map(|day| words::boxes::still_says(&words::date(day)));
    view! {
        <Field
            label="By when"
            hint=Signal::derive(hint)
            draft=format!("{chart}/{objective}.due")
            value=Signal::derive(move || due.get().map(full_date).unwrap_or_default())
            on_keep=keep
            on_apart=apart.at(BY_WHEN)
            meanwhile=Signal::derive(meanwhile)
            renew=renew
        />
        <div class="fh-acts" role="group" aria-label="By when, in weeks from today">{weeks}</div>
    }
}
