//! What keeps the charts: the last backup, the home screen, and what this browser promises. Never more than is true.

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use crate::storage::backup::due::Age;
use crate::ui::device::{self, Keeping, Place, Promise};
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::Note;
use crate::ui::route::Route;
use crate::ui::session::session;
use crate::ui::words;

/// Days for which "Later" holds.
const LATER_DAYS: i64 = 7;

/// One word about keeping, on the first page, where nobody is in the middle of anything; nothing on a blank tablet.
#[component]
pub(crate) fn KeepNote() -> impl IntoView {
    let session = session();
    let later = RwSignal::new(device::keeping().later);
    let shown = Memo::new(move |_| {
        let today = session.today();
        let quiet =
            later.get().is_some_and(|day| (0..LATER_DAYS).contains(&(today - day).num_days()));
        let (age, due) = session.backup_age();
        let place = Place::here();
        let install = place.forgets() && age.changes != 0;
        // One word at a time: a newer version is said first.
        (!quiet && !session.newer.get() && (due || install)).then(|| {
            if due {
                (unsaved(age), words::SAVE_BACKUP)
            } else {
                (forgotten(place).to_owned(), "Keep what is here")
            }
        })
    });
    view! {
        <div class="fh-start__keep">{move || shown.get().map(|(said, act)| view! {
            <Note>
                <p>{said}</p>
                <div class="fh-acts">
                    <a class="fh-button" href=Route::Settings.to_string()>{act}</a>
                    <button type="button" class="fh-button fh-button--bare" on:click=move |_| {
                        let today = Some(device::today());
                        device::keep_keeping(&Keeping { later: today, ..device::keeping() });
                        later.set(today);
                    }>"Later"</button>
                </div>
            </Note>
        })}</div>
    }
}

/// How the charts here are kept, for the settings.
#[component]
pub(crate) fn KeepingSection() -> impl IntoView {
    let place = Place::here();
    let promise = RwSignal::new(Promise::None);
    spawn_local(async move { promise.set(device::promised().await) });
    let ask = move |_| {
        promise.set(Promise::Asked);
        spawn_local(async move { promise.set(device::ask_promise().await) });
    };
    let offered = RwSignal::new(device::can_install());
    let _ = window_event_listener_untyped("foothold:installable", move |_| offered.set(true));
    view! {
        <section class="fh-section" aria-labelledby="keeping">
            <h2 class="fh-section__title" id="keeping">"On this device"</h2>
            <p>{forgotten(place)}</p>
            {(place != Place::HomeScreen).then(|| view! {
                <ol class="fh-plain__steps">{steps(place).iter().map(|step| view! { <li>{*step}</li> }).collect_view()}</ol>
            })}
            {move || offered.get().then(|| view! {
                <div class="fh-acts">
                    <button type="button" class="fh-button" on:click=move |_| {
                        device::install();
                        offered.set(false);
                    }>
                        <Icon glyph=Glyph::Download/>
                        "Put Foothold on this device"
                    </button>
                </div>
            })}
            <p role="status">{move || promised(promise.get())}</p>
            {move || matches!(promise.get(), Promise::None | Promise::Refused).then(|| view! {
                <div class="fh-acts">
                    <button type="button" class="fh-button" on:click=ask>"Ask this browser to keep it"</button>
                </div>
            })}
        </section>
    }
}

/// The age of the last backup, in words.
pub(crate) fn backup_age(age: Age) -> String {
    let since = match age.changes {
        0 => "Nothing has changed since.".to_owned(),
        1 => "One change is in no backup yet.".to_owned(),
        n => format!("{} changes are in no backup yet.", words::grouped(n)),
    };
    match age.days {
        None => "No backup has been made in this browser yet.".to_owned(),
        Some(0) => format!("The last backup was made today. {since}"),
        Some(1) => format!("The last backup was made yesterday. {since}"),
        Some(days) => format!("The last backup was made {days} days ago. {since}"),
    }
}

fn unsaved(age: Age) -> String {
    match age.days {
        None => {
            "There is no backup yet: what is here is in this browser and nowhere else.".to_owned()
        }
        Some(_) => backup_age(age),
    }
}

const fn forgotten(place: Place) -> &'static str {
    match place {
        Place::HomeScreen => {
            "Foothold was opened from the home screen, where browsers keep things longest."
        }
        Place::AppleTouch | Place::Safari => {
            "In a tab, Safari deletes what a site keeps after seven days in which Safari is used and the site is not \
             opened. On the home screen Foothold has a count of its own, and every visit starts it anew."
        }
        Place::Android | Place::Tab => {
            "A browser may clear what sites keep when the device runs out of room. What is used often, or stands on the \
             home screen, is kept longest."
        }
    }
}

const fn steps(place: Place) -> &'static [&'static str] {
    match place {
        Place::HomeScreen => &[],
        Place::AppleTouch => &[
            "Save a backup first: charts may not come along.",
            "Tap Share, the square with an arrow, and choose Add to Home Screen.",
            "Open Foothold from its picture there, and restore the backup if the list is empty.",
        ],
        Place::Safari => &[
            "Save a backup first: charts may not come along.",
            "In the menu File, choose Add to Dock.",
            "Open Foothold from the dock, and restore the backup if the list is empty.",
        ],
        Place::Android => &[
            "Open the menu of the browser, the three dots.",
            "Choose Add to Home screen, or Install app.",
            "Open Foothold from its picture there.",
        ],
        Place::Tab => &[
            "Look for an install sign in the address bar, or for Install in the menu of the browser.",
            "Open Foothold from your list of apps.",
        ],
    }
}

const fn promised(promise: Promise) -> &'static str {
    match promise {
        Promise::None => {
            "This browser has not promised to keep what is here when the device runs out of room."
        }
        Promise::Asked => "Asked. This browser has not answered yet.",
        Promise::Kept => {
            "This browser has promised to keep what is here when the device runs out of room. It still goes when \
             somebody clears the browser's data."
        }
        Promise::Refused => {
            "This browser did not promise it. Often used, or opened from the home screen, Foothold may be promised it \
             later. A backup is safer than any promise."
        }
        Promise::Unknown => {
            "This browser knows no promise to keep what is here. A backup is what keeps it."
        }
    }
}
