//! What every page has: its head with the saving sign, notes about the stores, and the undo line at the foot.

use crate::ui::prelude::*;
use std::time::Duration;

use crate::domain::change::Edit;
use crate::storage::sign::{Mode, Why};
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{Note, NoteKind, Sign, Top, Undo};
use crate::ui::rescue;
use crate::ui::route::Route;
use crate::ui::session::session;
use crate::ui::words;

/// Within this time a second tap belongs to the first.
const TWICE: Duration = Duration::from_millis(500);

/// Who looks at a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Eyes {
    /// Therapist and client.
    #[default]
    Both,
    /// The therapist alone.
    Therapist,
}

/// What can be taken back on a page, and how.
#[derive(Clone, Copy)]
pub(crate) struct WayBack {
    /// What undo would take back.
    pub(crate) offer: Signal<Option<String>>,
    /// What redo would do again.
    pub(crate) again: Signal<Option<String>>,
    /// Takes it back.
    pub(crate) undo: Callback<()>,
    /// Does it again.
    pub(crate) redo: Callback<()>,
}

impl WayBack {
    /// Through the changes of the chart at hand.
    pub(crate) fn of_chart() -> Self {
        let session = session();
        let named = |edit: Option<Edit>| edit.map(|edit| words::done(&edit).to_owned());
        Self {
            offer: Signal::derive(move || named(session.last_change())),
            again: Signal::derive(move || named(session.last_taken_back())),
            undo: Callback::new(move |()| session.undo()),
            redo: Callback::new(move |()| session.redo()),
        }
    }
}

/// The frame; `back` is where the way back leads and what it is called.
#[component]
pub(crate) fn Frame(
    /// Address and name of the way back; none on the start page.
    #[prop(optional_no_strip)]
    back: Option<(Route, String)>,
    /// Name of the chart this page is about.
    #[prop(optional, into)]
    about: Signal<String>,
    /// Who looks at this page.
    #[prop(optional)]
    eyes: Eyes,
    /// What can be taken back here, where that is more than the chart at hand.
    #[prop(optional_no_strip)]
    way_back: Option<WayBack>,
    children: Children,
) -> impl IntoView {
    let session = session();
    let sign = Signal::derive(move || words::sign(session.sign.get()));
    let home = back.is_none();
    let back = back.map(|(route, text)| (route.to_string(), text));
    view! {
        <Top back=back>
            <span class="fh-top__about">{move || about.get()}</span>
            <Sign state=sign/>
            {home.then(|| view! {
                <a class="fh-button fh-button--bare" href=Route::Settings.to_string()>
                    <Icon glyph=Glyph::Settings/>
                    "Settings"
                </a>
            })}
            // The page of help leads back to where one came from.
            <a class="fh-button fh-button--bare" href=format!("help.html{}", session.route.get_untracked()) rel="external">
                <Icon glyph=Glyph::Help/>
                "Help now"
            </a>
        </Top>
        <Reader home=home/>
        <main id="main">{children()}</main>
        <Foot desk=home || eyes == Eyes::Therapist way_back=way_back/>
    }
}

/// Notes about this window and its stores, above everything else.
#[component]
fn Reader(home: bool) -> impl IntoView {
    let session = session();
    let reading = move || match session.mode.get() {
        Mode::Writer => None,
        Mode::ReadOnly(why) => Some(why),
    };
    view! {
        <div class="fh-notes">
            {move || reading().map(|why| view! { <ReadOnly why=why/> })}
            // Offered where nobody is in the middle of anything; without an answer it starts with the next visit.
            {move || (home && session.newer.get()).then(|| view! {
                <Note>
                    <p>{words::NEWER_READY}</p>
                    <div class="fh-acts">
                        <button type="button" class="fh-button" on:click=move |_| {
                            session.flush();
                            rescue::use_newer();
                        }>"Use it now"</button>
                        <button type="button" class="fh-button fh-button--bare" on:click=move |_| session.newer.set(false)>"Later"</button>
                    </div>
                </Note>
            })}
            {move || session.found.with(words::found).map(|text| view! {
                <Note kind=NoteKind::Caution>
                    <p>{text}</p>
                    <div class="fh-acts">
                        <button type="button" class="fh-button" on:click=move |_| session.acknowledge()>"I have read this"</button>
                        <a class="fh-button fh-button--bare" href="rescue.html" rel="external">"Look at the raw data"</a>
                    </div>
                </Note>
            })}
        </div>
    }
}

#[component]
fn ReadOnly(why: Why) -> impl IntoView {
    let session = session();
    let (text, other) = (words::read_only(why), why == Why::OtherTab);
    view! {
        <Note kind=NoteKind::Caution>
            <p>{text}</p>
            {other.then(|| view! {
                <div class="fh-acts">
                    <button type="button" class="fh-button" on:click=move |_| session.take_over()>"Use Foothold here instead"</button>
                </div>
            })}
        </Note>
    }
}

/// What went wrong, the way back, and for the therapist the standing line: a client has no use for it. While there is
/// nothing to say it takes no room.
#[component]
fn Foot(desk: bool, way_back: Option<WayBack>) -> impl IntoView {
    let session = session();
    let WayBack { offer, again, undo, redo } = way_back.unwrap_or_else(WayBack::of_chart);
    let again = Memo::new(move |_| again.get());
    // What was taken back is told until something else is done.
    let told = RwSignal::new(false);
    let undone = Signal::derive(move || again.get().filter(|_| told.get()));
    // Another step back takes the place of this one: a finger that taps twice must not take that back as well.
    let rests = RwSignal::new(false);
    let on_undo = Callback::new(move |()| {
        if !rests.get_untracked() {
            rests.set(true);
            set_timeout(
                move || {
                    rests.try_set(false);
                },
                TWICE,
            );
            undo.run(());
            told.set(true);
        }
    });
    let redo = move |_| {
        told.set(false);
        redo.run(());
    };
    let is_bare = move || !desk && offer.with(Option::is_none) && again.with(Option::is_none);
    view! {
        <footer class="fh-frame-foot" class:fh-frame-foot--bare=is_bare>
            <p class="fh-trouble" role="alert">{move || session.trouble.get().map(|problem| words::problem(&problem))}</p>
            <div class="fh-frame-foot__row">
                <Undo offer=offer undone=undone rests=rests on_undo=on_undo>
                    {move || again.get().map(|what| view! {
                        <button type="button" class="fh-button fh-button--bare" on:click=redo>
                            <Icon glyph=Glyph::Redo/>
                            <span>"Redo: " {what}</span>
                        </button>
                    })}
                </Undo>
                {desk.then(|| view! {
                    <a class="fh-standing" href=Route::Settings.to_string()><Icon glyph=Glyph::Open/>{words::NOT_LOCKED}</a>
                })}
            </div>
        </footer>
    }
}
