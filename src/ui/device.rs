//! What only the device knows: the time on its clock, chance, and its small settings.

use chrono::{Local, NaiveDate, NaiveDateTime, Timelike};
use gloo_storage::{LocalStorage, Storage};
use js_sys::{Array, Function, JSON, Object, Reflect};
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::HtmlElement;

use crate::document::paper::Paper;
use crate::domain::moment::Moment;
use crate::domain::rating::Scale;
use crate::figure::day::dashed;
use crate::language::voice::Voice;
use crate::storage::backup::due::Made;
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

/// How long the day still is (milliseconds), and a second more so that it is over for sure.
pub(crate) fn until_midnight_ms() -> u32 {
    (86_400 - Local::now().num_seconds_from_midnight().min(86_399)) * 1_000 + 1_000
}

/// Goes to another page of the app.
pub(crate) fn go(route: Route) {
    // Only a full history stack makes this fail, and then the page stays where it is.
    let _ = window().location().set_hash(&route.to_string());
}

/// As [`go`], in place of the page one is on.
pub(crate) fn replace(route: Route) {
    let _ = window().location().replace(&route.to_string());
}

/// Tells the style sheet for whom the page is, so that everything to be tapped has the size they need.
pub(crate) fn speak_to(voice: Option<Voice>) {
    let Some(root) = document().document_element() else { return };
    let _ = match voice {
        Some(voice) => root.set_attribute("data-voice", voice.code()),
        None => root.remove_attribute("data-voice"),
    };
}

/// Puts the focus into the first field of the place with this id.
pub(crate) fn focus_in(id: &str) {
    focus_on(&format!("#{id} textarea, #{id} input, #{id} select"));
}

/// Puts the focus on the first element of that kind.
pub(crate) fn focus_on(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
    }
}

/// What was typed and chosen on the first screen before the app was up: initials, words, age, word for a goal.
pub(crate) fn typed_early() -> [String; 4] {
    let typed = Reflect::get(&window(), &"footholdTyped".into()).unwrap_or_default();
    let take = |key: &str| {
        let text = Reflect::get(&typed, &key.into()).ok().and_then(|text| text.as_string());
        let _ = typed.is_object().then(|| Reflect::set(&typed, &key.into(), &"".into()));
        text.unwrap_or_default()
    };
    ["name", "words", "age", "goal"].map(take)
}

/// Small settings of this device; losing them costs a tap, so they are not part of the records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Settings {
    /// What the printer holds.
    pub(crate) paper: Paper,
    /// The ruler new ratings are asked on.
    pub(crate) scale: Scale,
    /// In which light the pages stand.
    pub(crate) light: Light,
}

/// The light of the pages. The plain pages read the same setting (public/light.js).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Light {
    /// As the tablet has it.
    #[default]
    System,
    /// Light, whatever the tablet has.
    Day,
    /// Dark, for a dim room.
    Night,
}

impl Light {
    /// All, the usual one first.
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Day, Self::Night];

    /// The word it is known by in settings and style sheets.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Day => "light",
            Self::Night => "dark",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|light| light.code() == code)
    }
}

/// Who to call, as the practice wants it on the help page. The help page reads the same key without the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Practice {
    /// Name of the practice.
    pub(crate) name: String,
    /// Its contacts, most important first.
    pub(crate) contacts: Vec<Contact>,
}

/// One way to reach somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Contact {
    /// Who answers.
    pub(crate) label: String,
    /// The number.
    pub(crate) phone: String,
    /// When, or what to say.
    pub(crate) note: String,
}

/// Where the app was opened, as far as it matters to what the browser keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// From the home screen, the dock or the list of apps.
    HomeScreen,
    /// A tab on an iPad or iPhone.
    AppleTouch,
    /// A tab of Safari on a desk.
    Safari,
    /// A tab on an Android device.
    Android,
    /// Any other tab.
    Tab,
}

impl Place {
    /// Where the app stands now.
    pub(crate) fn here() -> Self {
        let navigator = window().navigator();
        let alone = Reflect::get(&navigator, &"standalone".into()).is_ok_and(|is| is.is_truthy());
        let windowed = window().match_media("(display-mode: standalone)").ok().flatten();
        if alone || windowed.is_some_and(|query| query.matches()) {
            return Self::HomeScreen;
        }
        Self::of(&navigator.user_agent().unwrap_or_default(), navigator.max_touch_points())
    }

    /// Browsers say it in one long name. An iPad gives a Mac's, but no Mac is touched.
    fn of(agent: &str, touches: i32) -> Self {
        let has = |part: &str| agent.contains(part);
        if has("iPhone") || has("iPad") || (has("Macintosh") && 1 < touches) {
            Self::AppleTouch
        } else if has("Android") {
            Self::Android
        } else if has("Version/") && has("Safari/") && !has("Chrome/") && !has("Chromium/") {
            Self::Safari
        } else {
            Self::Tab
        }
    }

    /// Whether a tab there is cleared after seven days without a visit.
    pub(crate) const fn forgets(self) -> bool {
        matches!(self, Self::AppleTouch | Self::Safari)
    }
}

/// What the browser says about keeping this site's data when the device runs out of room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Promise {
    /// Not asked yet, or refused before.
    None,
    /// It was asked and has not answered.
    Asked,
    /// It keeps them.
    Kept,
    /// It was asked and does not say so.
    Refused,
    /// It knows no such question.
    Unknown,
}

/// What the browser has promised.
pub(crate) async fn promised() -> Promise {
    promise("persisted", Promise::None).await
}

/// Asks for the promise; some browsers ask the person in their turn. Only on a tap.
pub(crate) async fn ask_promise() -> Promise {
    promise("persist", Promise::Refused).await
}

async fn promise(name: &str, no: Promise) -> Promise {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).unwrap_or_default();
    let Ok(question) = Reflect::get(&storage, &name.into()).and_then(JsCast::dyn_into::<Function>)
    else {
        return Promise::Unknown;
    };
    let asked = question.call0(&storage).and_then(JsCast::dyn_into::<js_sys::Promise>);
    let Ok(asked) = asked else { return Promise::Unknown };
    match wasm_bindgen_futures::JsFuture::from(asked).await {
        Ok(answer) if answer.is_truthy() => Promise::Kept,
        Ok(_) => no,
        Err(_) => Promise::Unknown,
    }
}

/// Whether the browser offers to install the app itself (public/boot.js keeps its offer).
pub(crate) fn can_install() -> bool {
    Reflect::get(&window(), &"footholdInstall".into()).is_ok_and(|offer| offer.is_object())
}

/// Takes the browser's offer up.
pub(crate) fn install() {
    let offer = Reflect::get(&window(), &"footholdInstall".into()).unwrap_or_default();
    let _ = Reflect::set(&window(), &"footholdInstall".into(), &JsValue::NULL);
    if let Ok(prompt) =
        Reflect::get(&offer, &"prompt".into()).and_then(JsCast::dyn_into::<Function>)
    {
        let _ = prompt.call0(&offer);
    }
}

/// What this device remembers of keeping its charts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Keeping {
    /// The last backup made here.
    pub(crate) made: Option<Made>,
    /// The day on which "Later" was said to a word about keeping.
    pub(crate) later: Option<NaiveDate>,
}

const KEEPING: &str = "foothold.keeping";

/// What is remembered; what is not known is as on the first day.
pub(crate) fn keeping() -> Keeping {
    let kept = read(KEEPING);
    let day = |key: &str| dashed(&text(&kept, key));
    let made = day("backup").zip(text(&kept, "changes").parse().ok());
    Keeping { made: made.map(|(day, changes)| Made { day, changes }), later: day("later") }
}

/// Remembers it; losing it costs one reminder too many.
pub(crate) fn keep_keeping(keeping: &Keeping) {
    let made = keeping.made.map(|made| (made.day.to_string(), made.changes.to_string()));
    let (day, changes) = made.unwrap_or_default();
    let later = keeping.later.map(|day| day.to_string()).unwrap_or_default();
    keep(KEEPING, &object(&[("backup", &day), ("changes", &changes), ("later", &later)]));
}

const SETTINGS: &str = "foothold.settings";
const PRACTICE: &str = "foothold.practice";

/// The settings of this device; what is not known is as usual.
pub(crate) fn settings() -> Settings {
    let kept = read(SETTINGS);
    Settings {
        paper: Paper::from_code(&text(&kept, "paper")).unwrap_or_default(),
        scale: Scale::from_code(&text(&kept, "scale")).unwrap_or_default(),
        light: Light::from_code(&text(&kept, "light")).unwrap_or_default(),
    }
}

/// Puts the pages into the light of the settings.
pub(crate) fn light(settings: &Settings) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-scheme", settings.light.code());
    }
}

/// Keeps the settings; a device that cannot keep them uses the usual ones next time.
pub(crate) fn keep_settings(settings: &Settings) {
    let kept = object(&[
        ("paper", settings.paper.code()),
        ("scale", settings.scale.code()),
        ("light", settings.light.code()),
    ]);
    keep(SETTINGS, &kept);
}

/// The practice's own contacts.
pub(crate) fn practice() -> Practice {
    let kept = read(PRACTICE);
    let contacts = Reflect::get(&kept, &"contacts".into()).unwrap_or_default();
    let contacts = contacts.dyn_into::<Array>().unwrap_or_default();
    let contact = |of: JsValue| Contact {
        label: text(&of, "label"),
        phone: text(&of, "phone"),
        note: text(&of, "note"),
    };
    Practice { name: text(&kept, "name"), contacts: contacts.iter().map(contact).collect() }
}

/// Keeps the practice's contacts; `false` when this browser cannot.
pub(crate) fn keep_practice(practice: &Practice) -> bool {
    let contacts: Array = practice
        .contacts
        .iter()
        .map(|of| object(&[("label", &of.label), ("phone", &of.phone), ("note", &of.note)]))
        .collect();
    let kept = object(&[("name", &practice.name)]);
    Reflect::set(&kept, &"contacts".into(), &contacts).is_ok() && keep(PRACTICE, &kept)
}

/// gloo-storage ends the app where a browser blocks storage, so it is asked for nothing before this says yes.
fn storage_answers() -> bool {
    let probe = Reflect::get(&window(), &"localStorage".into());
    matches!(probe, Ok(storage) if !storage.is_null() && !storage.is_undefined())
}

/// What is kept under `key`, or nothing. The browser's own JSON reads it: one in the app would weigh 14 kB.
fn read(key: &str) -> JsValue {
    let kept = || {
        storage_answers().then_some(())?;
        let text = LocalStorage::raw().get_item(key).ok()??;
        JSON::parse(&text).ok()
    };
    kept().filter(JsValue::is_object).unwrap_or_else(|| Object::new().into())
}

fn keep(key: &str, value: &Object) -> bool {
    let Some(text) = JSON::stringify(value).ok().and_then(|text| text.as_string()) else {
        return false;
    };
    storage_answers() && LocalStorage::raw().set_item(key, &text).is_ok()
}

fn text(of: &JsValue, key: &str) -> String {
    let value = Reflect::get(of, &key.into()).ok();
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

fn object(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        let _ = Reflect::set(&object, &(*key).into(), &(*value).into());
    }
    object
}
