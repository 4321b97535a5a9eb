//! The three engines: which programs they need, how their drivers are asked for a session, what each cannot do.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::process::on_path;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Debian's Chromium.
    Chromium,
    /// Debian's Firefox ESR.
    Firefox,
    /// WebKitGTK's MiniBrowser: near to Safari's engine, not Safari.
    WebKit,
}

use Engine::{Chromium, Firefox, WebKit};

/// All of them, in the order of the report.
pub const ALL: [Engine; 3] = [Chromium, Firefox, WebKit];

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Chromium => "chromium",
            Firefox => "firefox",
            WebKit => "webkit",
        })
    }
}

impl Engine {
    /// The engine of that name.
    pub fn named(name: &str) -> Option<Self> {
        ALL.into_iter().find(|engine| engine.to_string() == name)
    }

    /// What is missing on this machine, in Debian's package names; nothing when all is there.
    pub fn missing(self) -> Vec<&'static str> {
        let needs: &[(&str, &str)] = match self {
            Chromium => &[("chromium", "chromium"), ("chromedriver", "chromium-driver")],
            Firefox => &[("firefox-esr", "firefox-esr"), ("geckodriver", "geckodriver (cargo)")],
            WebKit => &[("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")],
        };
        let mut missing: Vec<_> = needs
            .iter()
            .filter(|(program, _)| on_path(program).is_none())
            .map(|(_, package)| *package)
            .collect();
        if self == WebKit && mini_browser().is_none() {
            missing.push("libwebkit2gtk-4.1-0");
        }
        missing
    }

    /// Whether the engine needs a display to draw on.
    pub fn needs_display(self) -> bool {
        self == WebKit
    }

    /// Whether its driver can print a page to PDF.
    pub fn prints(self) -> bool {
        self != WebKit
    }

    /// The driver, told to listen on `port`.
    pub fn driver(self, port: u16, second_port: u16) -> Command {
        match self {
            Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
            Firefox => {
                let mut command = Command::new("geckodriver");
                command.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
                command.args(["--websocket-port", &second_port.to_string()]);
                command.arg("--allow-system-access"); // its console and its page's frame, for tests only
                command
            }
            WebKit => {
                let mut command = Command::new("WebKitWebDriver");
                command.args(["--host=127.0.0.1".to_owned(), format!("--port={port}")]);
                command
            }
        }
    }

    /// What a new session is asked for, with `profile` as the browser's own folder.
    pub fn capabilities(self, profile: &Path) -> Value {
        let mut asked = match self {
            Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": on_path("chromium"),
                    "args": chromium_flags(profile),
                },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": on_path("firefox-esr"),
                    "args": ["-headless", "-profile", profile],
                    "prefs": firefox_settings().into_iter().collect::<serde_json::Map<_, _>>(),
                },
            }),
            WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": mini_browser(),
                    "args": ["--automation", "--enable-write-console-messages-to-stdout=true"],
                },
            }),
        };
        asked["timeouts"] = json!({ "script": 40_000, "pageLoad": 40_000 });
        asked
    }

    /// The browser itself, without a driver, opening `url` with `profile` as its folder.
    pub fn plain(self, profile: &Path, url: &str) -> Command {
        match self {
            Chromium => {
                let mut command = Command::new("chromium");
                command.args(chromium_flags(profile)).arg(url);
                command
            }
            Firefox => {
                let settings: String = firefox_settings()
                    .into_iter()
                    .map(|(name, value)| format!("user_pref(\"{name}\", {value});\n"))
                    .collect();
                let _ = std::fs::write(profile.join("user.js"), settings);
                let mut command = Command::new("firefox-esr");
                command.args(["-headless", "-no-remote", "-profile"]);
                command.arg(profile).arg(url);
                command
            }
            WebKit => {
                let mut command = Command::new(mini_browser().unwrap_or_default());
                command.arg("--enable-write-console-messages-to-stdout=true");
                command.arg(url);
                command
            }
        }
    }

    /// What must stand in a profile before the first start.
    pub fn prepare(self, profile: &Path) -> std::io::Result<()> {
        if self == WebKit {
            // The window cannot be narrower than its toolbar, and a phone is: so the toolbar is made tiny.
            let folder = profile.join("CONFIG/gtk-3.0");
            std::fs::create_dir_all(&folder)?;
            let tiny = "* { font-size: 2px; padding: 0; margin: 0; min-width: 0; min-height: 0; border: 0; -gtk-icon-source: none; }";
            std::fs::write(folder.join("gtk.css"), tiny)?;
        }
        Ok(())
    }

    /// The folders that belong to the profile where the engine finds them by environment.
    pub fn environment(self, profile: &Path) -> Vec<(&'static str, PathBuf)> {
        if self != WebKit {
            return Vec::new();
        }
        ["DATA", "CONFIG", "CACHE"]
            .into_iter()
            .zip(["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"])
            .map(|(folder, variable)| (variable, profile.join(folder)))
            .collect()
    }
}

fn chromium_flags(profile: &Path) -> Vec<String> {
    let mut flags: Vec<String> = [
        "--headless=new",
        "--no-sandbox", // root in a container has no other way
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--disable-breakpad",
        "--disable-session-crashed-bubble",
        "--hide-scrollbars",
        "--window-size=1024,768",
    ]
    .map(str::to_owned)
    .to_vec();
    flags.push(format!("--user-data-dir={}", profile.display()));
    flags
}

/// Settings that keep Firefox off the network and free of pages of its own.
fn firefox_settings() -> Vec<(String, Value)> {
    [
        ("app.normandy.enabled", json!(false)),
        ("app.update.enabled", json!(false)),
        ("browser.aboutwelcome.enabled", json!(false)),
        ("browser.newtabpage.enabled", json!(false)),
        ("browser.safebrowsing.malware.enabled", json!(false)),
        ("browser.safebrowsing.phishing.enabled", json!(false)),
        ("browser.sessionstore.max_resumed_crashes", json!(0)),
        ("browser.sessionstore.resume_from_crash", json!(false)),
        ("browser.shell.checkDefaultBrowser", json!(false)),
        ("browser.startup.homepage_override.mstone", json!("ignore")),
        ("browser.startup.page", json!(0)),
        ("datareporting.policy.dataSubmissionEnabled", json!(false)),
        ("dom.disable_open_during_load", json!(false)),
        ("network.captive-portal-service.enabled", json!(false)),
        ("network.connectivity-service.enabled", json!(false)),
        ("services.settings.server", json!("data:,nothing")),
        ("toolkit.cosmeticAnimations.enabled", json!(false)),
        ("toolkit.startup.max_resumed_crashes", json!(-1)),
        ("toolkit.telemetry.enabled", json!(false)),
        ("trailhead.firstrun.didSeeAboutWelcome", json!(true)),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec()
}

/// WebKitGTK's small browser stands in a private folder of its library.
fn mini_browser() -> Option<PathBuf> {
    let machines = std::fs::read_dir("/usr/lib").ok()?.flatten();
    machines
        .map(|machine| machine.path().join("webkit2gtk-4.1/MiniBrowser"))
        .chain([PathBuf::from("/usr/libexec/webkit2gtk-4.1/MiniBrowser")])
        .find(|file| file.is_file())
}
