//! A browser with a profile folder: under its driver, or plain and driving itself.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command as Driver, ExtensionCommand};
use thirtyfour::{Capabilities, WebDriver};

use crate::display::Display;
use crate::engine::Engine;
use crate::fault::{Check, Fault, Where};
use crate::process::{Process, free_port};

/// A browser that runs now. Dropping it kills it.
#[derive(Debug)]
pub struct Browser {
    /// Which engine.
    pub engine: Engine,
    /// The session, when there is a driver.
    pub driver: Option<WebDriver>,
    process: Mutex<Process>,
    _display: Option<Display>,
}

/// How long a browser may take to start on a busy machine.
const START: Duration = Duration::from_secs(40);

impl Browser {
    /// Starts the engine's driver and a session in it, with `profile` as the browser's own folder.
    pub async fn driven(engine: Engine, profile: &Path) -> Check<Self> {
        let mut last = Fault::new("never tried");
        // A port can be taken between asking for it and using it; the second try has another.
        for _ in 0..3 {
            match Self::try_driven(engine, profile).await {
                Ok(browser) => return Ok(browser),
                Err(fault) => last = fault,
            }
        }
        Err(last).at(format!("starting {engine}"))
    }

    async fn try_driven(engine: Engine, profile: &Path) -> Check<Self> {
        std::fs::create_dir_all(profile)?;
        engine.prepare(profile)?;
        let display = display(engine, profile).await?;
        let port = free_port()?;
        let mut command = engine.driver(port, free_port()?);
        command.envs(engine.environment(profile));
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        let process = Process::start(&command, &profile.join("driver.log"))?;
        listens(port, START).await?;
        let mut capabilities = Capabilities::new();
        if let Value::Object(asked) = engine.capabilities(profile) {
            for (key, value) in asked {
                capabilities.set(&key, value)?;
            }
        }
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities);
        let driver = tokio::time::timeout(START, session)
            .await
            .map_err(|_| Fault::new("no session in 40 s"))??;
        Ok(Self { engine, driver: Some(driver), process: Mutex::new(process), _display: display })
    }

    /// Starts the browser alone, on a page that drives itself.
    pub async fn plain(engine: Engine, profile: &Path, url: &str) -> Check<Self> {
        std::fs::create_dir_all(profile)?;
        let display = display(engine, profile).await?;
        // The lock of a browser that was killed.
        let _ = std::fs::remove_file(profile.join("SingletonLock"));
        let mut command = engine.plain(profile, url);
        command.envs(engine.environment(profile));
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        let process = Process::start(&command, &profile.join("browser.log"))?;
        Ok(Self { engine, driver: None, process: Mutex::new(process), _display: display })
    }

    /// The driver's session.
    pub fn session(&self) -> Check<&WebDriver> {
        self.driver.as_ref().ok_or_else(|| Fault::new("this browser has no driver"))
    }

    /// SIGKILL for the whole browser, now.
    pub fn kill(&self) {
        self.process.lock().unwrap().kill();
    }

    /// Ends as a person ends it: the window is closed, the browser puts its things away.
    pub async fn close(&self) {
        let patience = Duration::from_secs(15);
        if let Some(driver) = self.driver.clone() {
            let _ = tokio::time::timeout(patience, driver.quit()).await;
        } else {
            self.process.lock().unwrap().ask_to_end();
        }
        let deadline = Instant::now() + patience;
        while self.driver.is_none() && self.runs() && Instant::now() < deadline {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.kill();
    }

    fn runs(&self) -> bool {
        self.process.lock().unwrap().runs()
    }

    /// What the browser and its driver printed.
    pub fn printed(&self) -> String {
        self.process.lock().unwrap().printed()
    }

    /// A command that WebDriver's libraries do not know: `place` is what follows the session in the address.
    pub async fn raw(&self, method: Method, place: &str, body: Option<Value>) -> Check<Value> {
        let answer = self
            .session()?
            .handle()
            .cmd(Driver::ExtensionCommand(Box::new(Raw { method, place: place.to_owned(), body })))
            .await?;
        Ok(answer.value_json()?)
    }

    /// A command of Chromium's own debugging protocol.
    pub async fn devtools(&self, name: &str, parameters: Value) -> Check<Value> {
        self.raw(
            Method::POST,
            "/goog/cdp/execute",
            Some(json!({ "cmd": name, "params": parameters })),
        )
        .await
    }

    /// Runs a script in Firefox's own window rather than in the page.
    pub async fn in_firefox(&self, script: &str, arguments: Vec<Value>) -> Check<Value> {
        let context = async |name: &str| {
            self.raw(Method::POST, "/moz/context", Some(json!({ "context": name }))).await
        };
        context("chrome").await?;
        let result = self.session()?.execute(script, arguments).await;
        context("content").await?;
        Ok(result?.json().clone())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.kill();
        forget(self.driver.take());
    }
}

/// The session died with its browser; without this the library would try to end it politely and wait.
fn forget(driver: Option<WebDriver>) {
    if let Some(driver) = driver {
        let _ = driver.leak();
    }
}

async fn display(engine: Engine, folder: &Path) -> Check<Option<Display>> {
    if engine.needs_display() { Ok(Some(Display::start(folder).await?)) } else { Ok(None) }
}

async fn listens(port: u16, patience: Duration) -> Check {
    let deadline = Instant::now() + patience;
    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        if Instant::now() > deadline {
            return Err(Fault::new("the driver does not listen"));
        }
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
    Ok(())
}

#[derive(Debug)]
struct Raw {
    method: Method,
    place: String,
    body: Option<Value>,
}

impl ExtensionCommand for Raw {
    fn parameters_json(&self) -> Option<Value> {
        self.body.clone()
    }

    fn method(&self) -> Method {
        self.method.clone()
    }

    fn endpoint(&self) -> Arc<str> {
        self.place.as_str().into()
    }
}

/// A folder that is deleted with everything in it when its owner is done.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    /// A new one among the machine's temporary files.
    pub fn new(name: &str) -> Check<Self> {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let place =
            std::env::temp_dir().join(format!("foothold-{}-{number}-{name}", std::process::id()));
        std::fs::create_dir_all(&place)?;
        Ok(Self(place))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
