//! Where one scenario plays: its engine, its host, its browsers, and the folder for what is left of a failure.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;

use crate::browser::{Browser, Folder};
use crate::engine::Engine;
use crate::fault::{Check, Where};
use crate::page::Page;
use crate::server::Server;
use crate::viewport;
use crate::watch;

/// How long a browser without a driver may take to load its page on a busy machine.
const HELLO: Duration = Duration::from_secs(40);

/// Everything a scenario may use.
#[derive(Debug)]
pub struct Stage {
    /// The engine it plays in.
    pub engine: Engine,
    /// Where pictures and page sources go.
    pub folder: PathBuf,
    /// The host of the app.
    pub server: Arc<Server>,
    pages: Mutex<Vec<Arc<Page>>>,
    profiles: Mutex<Vec<Folder>>,
    step: Mutex<String>,
}

impl Stage {
    /// A stage that serves `dist` under `base`.
    pub async fn new(engine: Engine, folder: PathBuf, dist: &Path, base: &str) -> Check<Self> {
        let _ = std::fs::remove_dir_all(&folder);
        Ok(Self {
            engine,
            folder,
            server: Arc::new(Server::start(dist, base).await?),
            pages: Mutex::default(),
            profiles: Mutex::default(),
            step: Mutex::default(),
        })
    }

    /// Says what is being done, so that a fault says where it happened.
    pub fn step(&self, what: impl Into<String>) {
        *self.step.lock().unwrap() = what.into();
    }

    /// What was being done last.
    pub fn last_step(&self) -> String {
        self.step.lock().unwrap().clone()
    }

    /// A folder for a browser, empty, kept until the scenario ends.
    pub fn profile(&self) -> Check<PathBuf> {
        let folder = Folder::new(&self.engine.to_string())?;
        let path = folder.0.clone();
        self.profiles.lock().unwrap().push(folder);
        Ok(path)
    }

    /// A browser with nothing in it, at the app's first page.
    pub async fn open(&self) -> Check<Arc<Page>> {
        let page = self.browser(&self.profile()?).await?;
        page.open("").await?;
        Ok(page)
    }

    /// A browser under its driver, with that profile and no page yet.
    pub async fn browser(&self, profile: &Path) -> Check<Arc<Page>> {
        let browser = Browser::driven(self.engine, profile).await?;
        let page = Arc::new(Page::new(browser, Arc::clone(&self.server)).await?);
        self.pages.lock().unwrap().push(Arc::clone(&page));
        viewport::resize(&page, 1024, 768).await?;
        Ok(page)
    }

    /// A browser without a driver, with that profile, on a page that drives itself and has said hello.
    pub async fn plain(&self, profile: &Path) -> Check<Arc<Page>> {
        let mut tries = if self.engine == Engine::WebKit { 2 } else { 1 };
        loop {
            tries -= 1;
            self.server.line().expect_new_page();
            let browser = Browser::plain(self.engine, profile, &self.server.url()).await?;
            let page = Arc::new(Page::new(browser, Arc::clone(&self.server)).await?);
            let hello = self.server.line().hello(HELLO).await;
            if hello.is_ok() || tries == 0 {
                self.pages.lock().unwrap().push(Arc::clone(&page));
                return hello.at("a browser without a driver").map(|()| page);
            }
            // Seen once in some hundred starts: MiniBrowser comes up and never loads its page.
            println!("{:<9} opened once more: no page came the first time", self.engine);
            page.browser.kill();
        }
    }

    /// Closes a browser as a person does; what it kept stays in its profile.
    pub async fn close(&self, page: &Arc<Page>) {
        self.pages.lock().unwrap().retain(|other| !Arc::ptr_eq(page, other));
        page.browser.close().await;
    }

    /// Kills a browser.
    pub fn kill(&self, page: &Arc<Page>) {
        self.pages.lock().unwrap().retain(|other| !Arc::ptr_eq(page, other));
        page.browser.kill();
    }

    fn open_pages(&self) -> Vec<Arc<Page>> {
        self.pages.lock().unwrap().clone()
    }

    /// What must hold at the end of every scenario, in every page still open.
    pub async fn end(&self) -> Check {
        for page in self.open_pages() {
            watch::all_quiet(&page).await?;
        }
        Ok(())
    }

    /// Keeps what a person needs to see why it failed.
    pub async fn keep_evidence(&self) {
        let _ = std::fs::create_dir_all(&self.folder);
        let _ = std::fs::write(self.folder.join("requests.txt"), self.server.asked().join("\n"));
        for (number, page) in self.open_pages().iter().enumerate() {
            let name = |end: &str| self.folder.join(format!("page-{}.{end}", number + 1));
            if let Some(driver) = &page.browser.driver {
                let _ = driver.screenshot(&name("png")).await;
                if let Ok(source) = driver.source().await {
                    let _ = std::fs::write(name("html"), source);
                }
            }
            let mut report = String::new();
            for what in ["address", "page", "list", "watched", "focus", "stored"] {
                let answer = page.ask(json!({ "do": what, "patience": 1000 })).await;
                let answer = answer.map_or_else(|fault| fault.0, |value| format!("{value:#}"));
                report.push_str(&format!("== {what}\n{answer}\n"));
            }
            let complaints = watch::complaints(page).await.unwrap_or_default();
            report.push_str(&format!("== complaints\n{}\n", complaints.join("\n")));
            report.push_str(&format!("== printed\n{}\n", page.browser.printed()));
            let _ = std::fs::write(name("txt"), report);
        }
    }
}
