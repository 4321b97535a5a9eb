//! What only the device knows: the time on its clock, chance, and its small settings.

use chrono::{Local, NaiveDate, NaiveDateTime, Timelike};
use gloo_storage::Storage;
use js_sys::Reflect;
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::document::paper::Paper;
use crate::domain::moment::Moment;
use crate::domain::rating::Scale;
use crate::ui::route::Route;

/// The moment on the wall clock of this room.
pub(crate) fn now() -> Moment {
    let now = Local::now();
    let minute = now.hour() * 60 + now.minute();
    let offset = now.offset().local_minus_utc() / 60;
    Moment::new(
        now.date_naive(),
        u16::try_from(minute).unwrap_or(0),
        i16::try_from(offset).unwrap_or(0),
    )
    .unwrap_or_else(|_| Moment::start_of(now.date_naive()))
}

/// The wall clock of this room, for the name of a file.
pub(crate) fn clock() -> NaiveDateTime {
    Local::now().naive_local()
}

/// The civil day in this room.
pub(crate) fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// Goes to another page of the app.
pub(crate) fn go(route: Route) {
    // Only a full history stack makes this fail, and then the page stays where it is.
    let _ = window().location().set_hash(&route.to_string());
}

/// Puts the focus into the first field of the place with this id.
pub(crate) fn focus_in(id: &str) {
    let field = document()
        .query_selector(&format!("#{id} textarea, #{id} input, #{id} select"))
        .ok()
        .flatten()
        .and_then(|field| field.dyn_into::<HtmlElement>().ok());
    if let Some(field) = field {
        let _ = field.focus();
    }
}

/// What was typed into the first screen before the app was up: initials and words.
pub(crate) fn typed_early() -> (String, String) {
    let typed = Reflect::get(&window(), &"footholdTyped".into()).unwrap_or_default();
    let take = |key: &str| {
        let text = Reflect::get(&typed, &key.into()).ok().and_then(|text| text.as_string());
        let _ = typed.is_object().then(|| Reflect::set(&typed, &key.into(), &"".into()));
        text.unwrap_or_default()
    };
    (take("name"), take("words"))
}

/// Small settings of this device; losing them costs a tap, so they are not part of the records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// What the printer holds.
    #[serde(with = "paper_code")]
    pub(crate) paper: Paper,
    /// The ruler new ratings are asked on.
    pub(crate) scale: Scale,
}

/// Paper by its code; an unknown code is the usual paper.
mod paper_code {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::document::paper::Paper;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    pub(super) fn serialize<S: Serializer>(
        paper: &Paper,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(paper.code())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Paper, D::Error> {
        let code = String::deserialize(deserializer)?;
        Ok(Paper::from_code(&code).unwrap_or_default())
    }
}

/// Who to call, as the practice wants it on the help page. The help page reads the same key without the app.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Practice {
    /// Name of the practice.
    pub(crate) name: String,
    /// Its contacts, most important first.
    pub(crate) contacts: Vec<Contact>,
}

/// One way to reach somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Contact {
    /// Who answers.
    pub(crate) label: String,
    /// The number.
    pub(crate) phone: String,
    /// When, or what to say.
    pub(crate) note: String,
}

const SETTINGS: &str = "foothold.settings";
const PRACTICE: &str = "foothold.practice";

/// The settings of this device, or the usual ones.
pub(crate) fn settings() -> Settings {
    read(SETTINGS).unwrap_or_default()
}

/// Keeps the settings; a device that cannot keep them uses the usual ones next time.
pub(crate) fn keep_settings(settings: &Settings) {
    keep(SETTINGS, settings);
}

/// The practice's own contacts.
pub(crate) fn practice() -> Practice {
    read(PRACTICE).unwrap_or_default()
}

/// Keeps the practice's contacts; `false` when this browser cannot.
pub(crate) fn keep_practice(practice: &Practice) -> bool {
    keep(PRACTICE, practice)
}

/// gloo-storage ends the app where a browser blocks storage, so it is asked for nothing before this says yes.
fn storage_answers() -> bool {
    let probe = Reflect::get(&window(), &"localStorage".into());
    matches!(probe, Ok(storage) if !storage.is_null() && !storage.is_undefined())
}

fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    if !storage_answers() {
        return None;
    }
    gloo_storage::LocalStorage::get(key).ok()
}

fn keep<T: Serialize>(key: &str, value: &T) -> bool {
    storage_answers() && gloo_storage::LocalStorage::set(key, value).is_ok()
}
