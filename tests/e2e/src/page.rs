//! One page as a person meets it: parts are found by role and accessible name, every wait has a deadline.

use std::sync::Arc;
use std::time::{Duration, Instant};

use http::Method;
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData, WebElement, WindowHandle};
use tokio::sync::Mutex;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::fault::{Check, Fault, Where, ensure};
use crate::part::Part;
use crate::server::Server;
use crate::viewport::decode;

/// The script that finds things in a page, and that drives a page which has no driver.
pub const HANDS: &str = include_str!("../fixture/driven.js");

/// How long a page may take to show what a step brings.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// How long the driver may take over one look. A look takes milliseconds; WebKit's driver never answers one that a page
/// going away cut short, and is asked again.
const ANSWER: Duration = Duration::from_secs(5);

/// A browser with the app in it.
#[derive(Debug)]
pub struct Page {
    /// The browser.
    pub browser: Browser,
    /// Where its files come from.
    pub server: Arc<Server>,
    /// The day the page is told, if another than today.
    day: Mutex<Option<String>>,
    /// When a service worker first had all files; from then on nothing may be asked for.
    kept_since: Mutex<Option<Instant>>,
    tabs: Mutex<Vec<WindowHandle>>,
}

impl Page {
    /// Takes a browser and the host of the app.
    pub async fn new(browser: Browser, server: Arc<Server>) -> Check<Self> {
        let page = Self {
            browser,
            server,
            day: Mutex::default(),
            kept_since: Mutex::default(),
            tabs: Mutex::default(),
        };
        if page.browser.driver.is_some() && page.engine() == Engine::Chromium {
            // Listening from before the page's own first script; the other two keep such a log themselves.
            let source = json!({ "source": HANDS });
            let name = "Page.addScriptToEvaluateOnNewDocument";
            page.browser.devtools(name, source).await?;
        }
        Ok(page)
    }

    /// Which engine shows it.
    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// Goes to the app's own address, with `hash` behind it ("" or "#/...").
    pub async fn open(&self, hash: &str) -> Check {
        self.go(&format!("{}{hash}", self.server.url())).await
    }

    /// Goes to any address.
    pub async fn go(&self, url: &str) -> Check {
        self.browser.session()?.goto(url).await.at(url)?;
        self.install().await?;
        self.tell_day().await
    }

    /// Loads the page anew, as a person does with F5.
    pub async fn reload(&self) -> Check {
        if let Some(driver) = &self.browser.driver {
            // By the page itself: Firefox's driver reloads past the service worker.
            let leave = "window.leaving = true; location.reload()";
            driver.execute(leave, vec![]).await?;
            self.wait_for_load().await?;
            self.install().await?;
        } else {
            self.server.line().reload(Duration::from_secs(30)).await?;
        }
        self.tell_day().await
    }

    async fn wait_for_load(&self) -> Check {
        let loaded = "return !window.leaving && document.readyState === 'complete'";
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            let answer = self.browser.session()?.execute(loaded, vec![]).await;
            if answer.is_ok_and(|answer| answer.json() == &Value::Bool(true)) {
                return Ok(());
            }
            ensure(Instant::now() < deadline, || "the page did not load again".to_owned())?;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn install(&self) -> Check {
        self.browser.session()?.execute(HANDS, vec![]).await?;
        Ok(())
    }

    /// Takes one step in the page and gives what came of it; a page that is just changing is asked again.
    pub async fn ask(&self, mut step: Value) -> Check<Value> {
        let patience = step["patience"].as_u64().map_or(PATIENCE, Duration::from_millis);
        let Some(driver) = &self.browser.driver else {
            step["patience"] = json!(u64::try_from(patience.as_millis()).unwrap_or(u64::MAX));
            let line = self.server.line();
            return line.ask(step, patience + Duration::from_secs(20)).await;
        };
        step["patience"] = json!(0);
        let script = "if (!window.hands) return { missing: true };
            return window.hands.act(arguments[0]).then((value) => ({ value }), (fault) => ({ fault: String(fault.message || fault) }));";
        let deadline = Instant::now() + patience;
        loop {
            let answer = tokio::time::timeout(ANSWER, driver.execute(script, vec![step.clone()]));
            let fault = match answer.await {
                Err(_) => Fault::new("the driver did not say what came of it"),
                Ok(Ok(answer)) => {
                    let answer = answer.json();
                    if answer["missing"] == true {
                        self.install().await?;
                        continue;
                    }
                    match answer["fault"].as_str() {
                        None => return Ok(answer["value"].clone()),
                        Some(fault) => Fault::new(fault),
                    }
                }
                Ok(Err(error)) => error.into(),
            };
            if deadline < Instant::now() {
                return Err(fault);
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// The element that `path` means, as the driver knows it, once it can be used. A page that is just drawing itself
    /// anew may take it away while the driver looks: then it is looked for again.
    pub(crate) async fn element(&self, path: &Value) -> Check<WebElement> {
        let find = "return window.hands.find(arguments[0])";
        let deadline = Instant::now() + PATIENCE;
        loop {
            self.ask(json!({ "do": "ready", "path": path })).await?;
            match self.browser.session()?.execute(find, vec![path.clone()]).await {
                Ok(found) => match found.json().as_str() {
                    Some(fault) => return Err(Fault::new(fault)),
                    None => return Ok(found.element()?),
                },
                Err(error) if Instant::now() > deadline => return Err(error.into()),
                Err(_) => tokio::time::sleep(Duration::from_millis(30)).await,
            }
        }
    }

    // ---- parts by role and name ----

    /// A part with that role and name; `*` in a name stands for any text.
    pub fn part(&self, role: &'static str, name: &str) -> Part<'_> {
        Part::new(self, role, Some(name))
    }

    /// A button.
    pub fn button(&self, name: &str) -> Part<'_> {
        self.part("button", name)
    }

    /// A link.
    pub fn link(&self, name: &str) -> Part<'_> {
        self.part("link", name)
    }

    /// Opens the tools of the open page and follows one of them.
    pub async fn tool(&self, name: &str) -> Check {
        self.part("summary", crate::names::TOOLS).click().await?;
        self.link(name).click().await
    }

    /// A field for text.
    pub fn textbox(&self, name: &str) -> Part<'_> {
        self.part("textbox", name)
    }

    /// One choice of several.
    pub fn radio(&self, name: &str) -> Part<'_> {
        self.part("radio", name)
    }

    /// A heading of any level.
    pub fn heading(&self, name: &str) -> Part<'_> {
        self.part("heading", name)
    }

    /// Fields that belong together.
    pub fn group(&self, name: &str) -> Part<'_> {
        self.part("group", name)
    }

    // ---- what the page says ----

    /// Waits until the page shows that text.
    pub async fn says(&self, text: &str) -> Check {
        self.ask(json!({ "do": "text", "value": text })).await?;
        Ok(())
    }

    /// All text the page shows now.
    pub async fn text(&self) -> Check<String> {
        let text = self.ask(json!({ "do": "page" })).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Holds when the page does not show that text now.
    pub async fn silent_on(&self, text: &str) -> Check {
        let page = self.text().await?;
        ensure(!page.contains(text), || format!("the page must not say {text:?} here"))
    }

    /// Waits until the app has taken over from the first screen.
    pub async fn up(&self) -> Check {
        self.ask(json!({ "do": "up", "patience": 30_000 })).await?;
        Ok(())
    }

    /// Waits until a page that was just come to has put the focus where it begins.
    pub async fn greeted(&self) -> Check {
        self.ask(json!({ "do": "greeted" })).await?;
        Ok(())
    }

    /// Gives the keyboard back to the page where the browser's own buttons or panels have it: a person comes back by
    /// Tab or by pressing on the page, the driver's keys do neither, and Firefox then tells the page of no focus.
    pub async fn wake(&self) -> Check {
        if self.engine() == Engine::Firefox && self.focus().await?["awake"] == false {
            let back = "gBrowser.selectedBrowser.focus()";
            self.browser.in_firefox(back, vec![]).await?;
        }
        Ok(())
    }

    /// The last file that the page handed out, empty when there was none.
    pub async fn last_file(&self) -> Check<Vec<u8>> {
        let file = self.ask(json!({ "do": "file" })).await?;
        decode(file.as_str().unwrap_or_default())
            .ok_or_else(|| Fault::new("the file is not base64"))
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Check<Value> {
        let answer = self.browser.session()?.execute(script, arguments).await?;
        Ok(answer.json().clone())
    }

    // ---- keys ----

    /// Presses keys wherever the focus is, one after the other, as fingers do.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Check {
        let driver = self.browser.session()?;
        driver.action_chain().send_keys(keys).perform().await?;
        Ok(())
    }

    /// Presses one key with another held down.
    pub async fn press_with(&self, held: Key, key: Key) -> Check {
        let driver = self.browser.session()?;
        driver.action_chain().key_down(held.clone()).send_keys(key).key_up(held).perform().await?;
        Ok(())
    }

    /// Where the focus is: role, name, lost, visible, value.
    pub async fn focus(&self) -> Check<Value> {
        self.ask(json!({ "do": "focus" })).await
    }

    /// Waits until the focus is where `fact` holds; `what` says where that is. The app moves it with the next frame.
    pub async fn focus_on(&self, what: &str, fact: impl Fn(&Value) -> bool) -> Check {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let focus = self.focus().await?;
            if fact(&focus) {
                return Ok(());
            }
            ensure(Instant::now() < deadline, || {
                format!("the focus should be on {what}, but is on {focus}")
            })?;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    // ---- the day ----

    /// Tells the page another day; it stays told over reloads.
    pub async fn set_day(&self, day: &str) -> Check {
        *self.day.lock().await = Some(day.to_owned());
        self.tell_day().await
    }

    async fn tell_day(&self) -> Check {
        let day = self.day.lock().await.clone();
        if let Some(day) = day {
            self.ask(json!({ "do": "day", "value": day })).await?;
        }
        Ok(())
    }

    // ---- tabs ----

    /// Opens one more tab on the same address and goes to it.
    pub async fn open_tab(&self) -> Check {
        let driver = self.browser.session()?;
        let address = driver.current_url().await?;
        let mut tabs = self.tabs.lock().await;
        if tabs.is_empty() {
            tabs.push(driver.window().await?);
        }
        let kind = Some(json!({ "type": "tab" }));
        let made = self.browser.raw(Method::POST, "/window/new", kind).await?;
        let handle = WindowHandle::from(made["handle"].as_str().unwrap_or_default().to_owned());
        tabs.push(handle.clone());
        drop(tabs);
        driver.switch_to_window(handle).await?;
        self.go(address.as_str()).await
    }

    /// Goes to the tab with that number, counted from 0 in the order they were opened, which drivers do not keep.
    pub async fn to_tab(&self, number: usize) -> Check {
        let handle = self.tabs.lock().await.get(number).cloned();
        let handle = handle.ok_or_else(|| Fault(format!("there is no tab {number}")))?;
        self.browser.session()?.switch_to_window(handle).await?;
        Ok(())
    }

    // ---- offline ----

    /// Waits until a service worker holds all files; nothing may be asked for from here on.
    pub async fn wait_until_kept(&self) -> Check {
        self.ask(json!({ "do": "kept", "patience": 30_000 })).await?;
        self.kept_since.lock().await.get_or_insert_with(Instant::now);
        Ok(())
    }

    /// When the files were all there.
    pub async fn kept_since(&self) -> Option<Instant> {
        *self.kept_since.lock().await
    }
}
