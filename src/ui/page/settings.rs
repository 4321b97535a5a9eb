//! Settings of this tablet: backup, paper, ruler, and who to call.

use crate::ui::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::HtmlInputElement;

use super::field::optional;
use super::frame::Frame;
use super::keeping::{KeepingSection, backup_age};
use crate::document::paper::Paper;
use crate::domain::bank::BANK;
use crate::domain::rating::Scale;
use crate::storage::backup::{BackupError, LIMIT, Restored};
use crate::storage::usage::Band;
use crate::ui::device::{self, Contact, Light};
use crate::ui::file;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{Line, Note, NoteKind, Pick, fresh_name};
use crate::ui::route::Route;
use crate::ui::session::session;
use crate::ui::words;

/// The settings page.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    view! {
        <Frame back=Some((Route::Start, "All charts".to_owned()))>
            <div class="fh-page">
                <h1 class="fh-title" tabindex="-1">"Settings"</h1>
                <NoLock/>
                <Backup/>
                <KeepingSection/>
                <Print/>
                <CallFirst/>
            </div>
        </Frame>
    }
}

/// What the standing line means; it leads here, so it comes first.
#[component]
fn NoLock() -> impl IntoView {
    view! {
        <section class="fh-section" aria-labelledby="lock">
            <h2 class="fh-section__title" id="lock">"No lock yet"</h2>
            <p>
                "Charts and backups are not locked with a passphrase yet. Whoever can open this tablet and this browser \
                 can read them. Until there is a lock, use made-up people only, and let the tablet itself ask for a code."
            </p>
        </section>
    }
}

#[component]
fn Backup() -> impl IntoView {
    let session = session();
    let said = RwSignal::new(None::<(NoteKind, String)>);
    let age = RwSignal::new(session.backup_age().0);
    let out = move |_| {
        let (name, bytes) = session.backup();
        said.set(Some(if file::save(&name, &bytes) {
            session.backed_up();
            age.set(session.backup_age().0);
            (NoteKind::Calm, format!("{name} is in your downloads. Open it here once to check it."))
        } else {
            (
                NoteKind::Caution,
                "This browser did not take the file. Try again, or use another browser.".to_owned(),
            )
        }));
    };
    let back = move |event| {
        let field = event_target::<HtmlInputElement>(&event);
        let Some(chosen) = field.files().and_then(|files| files.get(0)) else { return };
        field.set_value("");
        let name = chosen.name();
        if LIMIT < file::size(&chosen) {
            said.set(Some((
                NoteKind::Caution,
                format!("{name}: {}", too_large(file::size(&chosen))),
            )));
            return;
        }
        spawn_local(async move {
            let outcome = match file::read(&chosen).await {
                Some(bytes) => session.restore(&bytes).map_err(|error| refused(&error)),
                None => Err("This file could not be read. Nothing was changed.".to_owned()),
            };
            said.set(Some(match outcome {
                Ok(restored) => (NoteKind::Calm, format!("{name}: {}", added(&restored))),
                Err(text) => (NoteKind::Caution, format!("{name}: {text}")),
            }));
        });
    };
    let usage = session.usage();
    let full = usage.used.saturating_mul(100) / usage.limit;
    let name = fresh_name("backup");
    view! {
        <section class="fh-section" aria-labelledby="backup">
            <h2 class="fh-section__title" id="backup">"Backup"</h2>
            <p>
                "Charts are kept in this browser and nowhere else. A backup is a file of everything here: the only thing \
                 that outlives the browser. It is not locked yet, so keep it where only you can open it."
            </p>
            <p>{move || backup_age(age.get())}</p>
            <div class="fh-acts">
                <button type="button" class="fh-button fh-button--main" on:click=out>
                    <Icon glyph=Glyph::Download/>
                    {words::SAVE_BACKUP}
                </button>
            </div>
            <div class="fh-line">
                <input type="file" class="fh-file" id=name.clone() on:change=back disabled=move || session.read_only().get()/>
                <label class="fh-button" for=name>"Restore a backup"</label>
                <p class="fh-line__hint">"It is added to what is here. Nothing here is overwritten."</p>
            </div>
            <div role="status">
                {move || said.get().map(|(kind, text)| view! { <Note kind=kind><p>{text}</p></Note> })}
            </div>
            <p class="fh-quiet">
                {format!("{full} percent of this browser's space is used.")}
                {matches!(usage.band(), Band::Orange | Band::Red | Band::Full)
                    .then_some(" Save a backup before it is full.")}
            </p>
        </section>
    }
}

fn added(restored: &Restored) -> String {
    let new = match restored.new {
        0 => "Everything in this backup was here already".to_owned(),
        1 => "1 change was added".to_owned(),
        n => format!("{} changes were added", words::grouped(n)),
    };
    let has_bank = restored.changed.iter().any(|chart| chart.id == BANK);
    let charts = match restored.charts - usize::from(has_bank) {
        1 => "1 chart".to_owned(),
        n => format!("{n} charts"),
    };
    let own = if has_bank { " and your own openings" } else { "" };
    format!("The backup is whole: {charts}{own}. {new}.")
}

fn refused(error: &BackupError) -> String {
    match error {
        BackupError::TooLarge { found, .. } => too_large(*found),
        BackupError::Foreign => {
            "This file is not a Foothold backup. Look for a name that ends in .foothold. Nothing was changed.".to_owned()
        }
        BackupError::Newer { .. } => {
            "This backup was made by a newer Foothold. Reload this page to get the newer one. Nothing was changed."
                .to_owned()
        }
        BackupError::Truncated { .. } => {
            "This backup is cut off: its end is missing. Use another copy. Nothing was changed.".to_owned()
        }
        BackupError::Damaged { .. } => {
            "This backup is damaged. Use another copy. Nothing was changed.".to_owned()
        }
        BackupError::Save(error) => words::not_saved(*error),
    }
}

fn too_large(found: usize) -> String {
    format!(
        "This file has {} megabytes; a backup has at most {}. Nothing was changed.",
        found / (1024 * 1024),
        LIMIT / (1024 * 1024)
    )
}

#[component]
fn Print() -> impl IntoView {
    let session = session();
    let keep = move || device::keep_settings(&session.settings.get_untracked());
    let paper = Signal::derive(move || {
        Some(session.settings.with(|settings| settings.paper.code().to_owned()))
    });
    let scale = Signal::derive(move || {
        Some(session.settings.with(|settings| {
            if settings.scale == Scale::ZeroToTen { "0 to 10" } else { "1 to 10" }.to_owned()
        }))
    });
    let light = Signal::derive(move || {
        Some(words::light(session.settings.with(|settings| settings.light)).to_owned())
    });
    let option = |text: &str| (text.to_owned(), text.to_owned());
    view! {
        <section class="fh-section" aria-labelledby="paper">
            <h2 class="fh-section__title" id="paper">"Paper, scale and light"</h2>
            <div class="fh-stack">
                <Pick
                    label="Paper in the printer"
                    options=Paper::ALL.map(|paper| (paper.code().to_owned(), paper.name().to_owned())).to_vec()
                    chosen=paper
                    on_choose=Callback::new(move |chosen: String| {
                        let paper = Paper::from_code(&chosen).unwrap_or_default();
                        session.settings.update(|settings| settings.paper = paper);
                        keep();
                    })
                />
                <Pick
                    label="Scale for new answers"
                    options=vec![option("1 to 10"), option("0 to 10")]
                    chosen=scale
                    on_choose=Callback::new(move |chosen: String| {
                        let scale = if chosen == "0 to 10" { Scale::ZeroToTen } else { Scale::OneToTen };
                        session.settings.update(|settings| settings.scale = scale);
                        keep();
                    })
                />
                <Pick
                    label="Light or dark"
                    options=Light::ALL.map(|light| option(words::light(light))).to_vec()
                    chosen=light
                    on_choose=Callback::new(move |chosen: String| {
                        let light = Light::ALL.into_iter().find(|light| words::light(*light) == chosen);
                        session.settings.update(|settings| settings.light = light.unwrap_or_default());
                        session.settings.with_untracked(device::light);
                        keep();
                    })
                />
            </div>
        </section>
    }
}

/// Most contacts of a practice: more cannot be read in a hurry.
const MOST_CONTACTS: usize = 4;

/// The practice's own contacts, first on the help page.
#[component]
fn CallFirst() -> impl IntoView {
    let practice = RwSignal::new(device::practice());
    let kept = RwSignal::new(None::<bool>);
    let keep = move || kept.set(Some(device::keep_practice(&practice.get_untracked())));
    let line = move |label: String, read: Callback<(), String>, put: Callback<String>| {
        let problem = RwSignal::new(None::<String>);
        view! {
            <Line
                label=label
                value=Signal::derive(move || practice.with(|_| read.run(())))
                on_keep=Callback::new(move |text: String| match optional(&text) {
                    Ok(_) => {
                        problem.set(None);
                        put.run(text.trim().to_owned());
                        keep();
                    }
                    Err(error) => problem.set(Some(words::words_error(error))),
                })
                problem=problem
            />
        }
    };
    let contact = move |place: usize, label: &str, of: fn(&mut Contact) -> &mut String| {
        let read = Callback::new(move |()| {
            practice.with_untracked(|practice| {
                practice
                    .contacts
                    .get(place)
                    .cloned()
                    .map(|mut contact| of(&mut contact).clone())
                    .unwrap_or_default()
            })
        });
        let put = Callback::new(move |text: String| {
            practice.update(|practice| {
                if let Some(contact) = practice.contacts.get_mut(place) {
                    *of(contact) = text;
                }
            });
        });
        line(label.to_owned(), read, put)
    };
    let name = line(
        "Name of the practice".to_owned(),
        Callback::new(move |()| practice.with_untracked(|practice| practice.name.clone())),
        Callback::new(move |text| practice.update(|practice| practice.name = text)),
    );
    let count = Memo::new(move |_| practice.with(|practice| practice.contacts.len()));
    let add = move |_| practice.update(|practice| practice.contacts.push(Contact::default()));
    view! {
        <section class="fh-section" aria-labelledby="call">
            <h2 class="fh-section__title" id="call">"Who to call first"</h2>
            <p>
                "These come first on the help page, which opens even when the app or the network fails. Nobody is \
                 watching this app, and it cannot call for help."
            </p>
            <div class="fh-stack">
                {name}
                <For each=move || (0..count.get()).collect() key=usize::to_string let:place>
                    <fieldset class="fh-contact">
                        <legend class="fh-pick__label">{format!("Contact {}", place + 1)}</legend>
                        {contact(place, "Name", |contact| &mut contact.label)}
                        {contact(place, "Number", |contact| &mut contact.phone)}
                        {contact(place, "When to call", |contact| &mut contact.note)}
                        <button
                            type="button"
                            class="fh-button fh-button--bare fh-button--lined"
                            on:click=move |_| {
                                practice.update(|practice| {
                                    if place < practice.contacts.len() {
                                        practice.contacts.remove(place);
                                    }
                                });
                                keep();
                            }
                        >
                            <Icon glyph=Glyph::Remove/>
                            {format!("Remove contact {}", place + 1)}
                        </button>
                    </fieldset>
                </For>
            </div>
            <div class="fh-acts">
                {move || (count.get() < MOST_CONTACTS).then(|| view! {
                    <button type="button" class="fh-button" on:click=add>
                        <Icon glyph=Glyph::Plus/>
                        "Add a contact"
                    </button>
                })}
            </div>
            <p><a class="fh-button fh-button--bare fh-button--lined" href="help.html" rel="external">"Look at the help page"</a></p>
            <p role="status" class="fh-quiet">
                {move || kept.get().map(|kept| {
                    if kept { "Kept for the help page." } else { "This browser did not keep it: write the numbers down." }
                })}
            </p>
        </section>
    }
}
