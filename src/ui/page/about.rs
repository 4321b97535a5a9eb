//! What a chart is called, how old the client is, which word they like, and the end of the chart.

use crate::ui::prelude::*;

use super::field::Field;
use crate::domain::change::Edit;
use crate::domain::id::ChartId;
use crate::domain::person::{AgeBand, GoalWord};
use crate::domain::words::ChartName;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{LineKind, Pick};
use crate::ui::route::Route;
use crate::ui::session::session;
use crate::ui::words;

/// Name, age and word of this chart.
#[component]
pub(crate) fn About(chart: ChartId, name: Memo<String>) -> impl IntoView {
    let session = session();
    let rename = Callback::new(move |said: String| {
        session.change(chart, Edit::Rename(Some(ChartName::new(&said)?))).map(|_| ())
    });
    let band =
        Signal::derive(move || session.with(chart, |chart| words::band(chart.band()).to_owned()));
    let word = Signal::derive(move || {
        session.with(chart, |chart| words::goal_word(chart.goal_word()).to_owned())
    });
    view! {
        <details class="fh-more">
            <summary>"About this chart"</summary>
            <div class="fh-stack">
                <Field
                    label="Initials or a chosen name"
                    draft=format!("{chart}/name")
                    value=name
                    on_keep=rename
                    kind=LineKind::Short
                />
                <Pick
                    label="How old is the client?"
                    options=AgeBand::ALL.map(|band| (words::band(band).to_owned(), words::band(band).to_owned())).to_vec()
                    chosen=band
                    on_choose=Callback::new(move |chosen: String| {
                        for of in AgeBand::ALL.into_iter().filter(|of| words::band(*of) == chosen) {
                            session.tell(chart, Edit::SetBand(of));
                        }
                    })
                    locked=session.read_only()
                />
                <Pick
                    label="Which word do you like for it?"
                    options=GoalWord::ALL.map(|word| (words::goal_word(word).to_owned(), words::goal_word(word).to_owned())).to_vec()
                    chosen=word
                    on_choose=Callback::new(move |chosen: String| {
                        for of in GoalWord::ALL.into_iter().filter(|of| words::goal_word(*of) == chosen) {
                            session.tell(chart, Edit::SetGoalWord(of));
                        }
                    })
                    locked=session.read_only()
                />
                <Erase chart=chart name=name/>
            </div>
        </details>
    }
}

/// Erasing cannot be undone, so it is asked for twice; nothing else in the app is.
#[component]
fn Erase(chart: ChartId, name: Memo<String>) -> impl IntoView {
    let session = session();
    let asked = RwSignal::new(false);
    let erase = move |_| {
        if session.erase(chart) {
            device::go(Route::Start);
        }
    };
    view! {
        <div class="fh-acts">
            {move || if asked.get() {
                view! {
                    <p>{format!("Everything in the chart of {} goes from this tablet for good. Backups keep it.", name.get())}</p>
                    <button type="button" class="fh-button" on:click=move |_| asked.set(false)>"Keep it"</button>
                    <button type="button" class="fh-button" on:click=erase>"Erase it for good"</button>
                }
                .into_any()
            } else {
                view! {
                    <button
                        type="button"
                        class="fh-button fh-button--bare"
                        on:click=move |_| asked.set(true)
                        disabled=move || session.read_only().get()
                    >
                        <Icon glyph=Glyph::Remove/>
                        "Erase this chart"
                    </button>
                }
                .into_any()
            }}
        </div>
    }
}
