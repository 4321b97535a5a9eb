//! What must never happen while any check runs: a policy violation, an uncaught error, a request after the files are kept.

use serde_json::Value;

use crate::engine::Engine;
use crate::fault::{Check, ensure};
use crate::page::Page;

/// Lines of a browser's console that are not the page's doing.
const NOT_OURS: [&str; 4] = [
    "directive 'manifest-src'", // WebKitGTK does not know it, and asks for no manifest
    "favicon.ico",              // a browser's own wish
    "was preloaded using link", // a hint on speed
    "Failed to load resource: net", // the server is gone on purpose; requests are counted by the server itself
];

/// Everything the page or its browser complained about.
pub async fn complaints(page: &Page) -> Check<Vec<String>> {
    let mut found: Vec<String> = Vec::new();
    let seen = page.ask(serde_json::json!({ "do": "watched" })).await?;
    found.extend(seen.as_array().into_iter().flatten().map(|line| text(line)));
    if page.browser.driver.is_some() {
        match page.engine() {
            Engine::Chromium => found.extend(chromium(page).await?),
            Engine::Firefox => found.extend(firefox(page).await?),
            Engine::WebKit => found.extend(webkit(page)),
        }
    } else if page.engine() == Engine::WebKit {
        found.extend(webkit(page));
    }
    found.retain(|line| !NOT_OURS.iter().any(|known| line.contains(known)));
    found.dedup();
    Ok(found)
}

fn text(line: &Value) -> String {
    line.as_str().unwrap_or_default().to_owned()
}

async fn chromium(page: &Page) -> Check<Vec<String>> {
    let log = page.browser.session()?.browser_log().await?;
    Ok(log
        .iter()
        .map(|entry| format!("{entry:?}"))
        .filter(|entry| entry.to_lowercase().contains("severe"))
        .collect())
}

/// Firefox keeps every message of every page from its first moment on.
async fn firefox(page: &Page) -> Check<Vec<String>> {
    let script = "return Services.console.getMessageArray()
        .filter((m) => m instanceof Ci.nsIScriptError && (m.sourceName || '').startsWith(arguments[0]))
        .filter((m) => !(m.flags & Ci.nsIScriptError.warningFlag) || /CSP|Content-Security-Policy/.test(m.category + m.errorMessage))
        .map((m) => `${m.category}: ${m.errorMessage} (${m.sourceName}:${m.lineNumber})`)";
    let origin = Value::String(page.server.origin());
    let log = page.browser.in_firefox(script, vec![origin]).await?;
    Ok(log.as_array().into_iter().flatten().map(text).collect())
}

/// WebKit prints its console; lines look like `CONSOLE JS ERROR ...` and `CONSOLE SECURITY ERROR ...`.
fn webkit(page: &Page) -> Vec<String> {
    let printed = page.browser.printed();
    printed
        .lines()
        .filter(|line| line.contains("CONSOLE") && line.contains("ERROR"))
        .map(str::to_owned)
        .collect()
}

/// Holds when nothing was complained about, and nothing asked for since the files were kept.
pub async fn all_quiet(page: &Page) -> Check {
    let found = complaints(page).await?;
    ensure(found.is_empty(), || {
        format!("policy violations or uncaught errors: {}", found.join(" | "))
    })?;
    nothing_asked(page).await
}

/// Holds when nothing was asked for since the service worker had all files.
pub async fn nothing_asked(page: &Page) -> Check {
    let Some(moment) = page.kept_since().await else {
        return Ok(());
    };
    let asked = page.server.asked_since(moment);
    ensure(asked.is_empty(), || {
        format!("asked for after all files were kept: {}", asked.join(", "))
    })
}
