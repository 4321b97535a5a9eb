//! A browser that keeps nothing, keeps half, or is full: it is said, and nothing is lost.

use std::sync::Arc;

use crate::axe;
use crate::fault::{Check, ensure, same};
use crate::journey::{Journey, Look, WORDS};
use crate::names::*;
use crate::stage::Stage;

/// Storage that is refused outright: a page that says what to do, before anything can be written and lost.
pub async fn storage_blocked(stage: Arc<Stage>) -> Check {
    let refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });\n";
    stage.server.put_in_front("boot.js", refuse);
    let page = stage.open().await?;
    stage.step("localStorage refused");
    page.heading(BLOCKED).seen().await?;
    page.link(HELP_TITLE).seen().await?;
    axe::clean(&page, "storage blocked").await
}

/// No IndexedDB: the app works, and says that the browser cannot confirm.
pub async fn nothing_confirms(stage: Arc<Stage>) -> Check {
    stage.server.put_in_front(
        "boot.js",
        "Object.defineProperty(window, 'indexedDB', { value: undefined });\n",
    );
    let page = stage.open().await?;
    stage.step("without IndexedDB");
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("A. B.").await?;
    page.says("cannot confirm").await?;
    page.silent_on(SAVED).await?;
    page.textbox(WHAT_I_DO).fill("Ride the bus").await?;
    page.reload().await?;
    page.up().await?;
    page.textbox(WHAT_I_DO).until("kept", |about| about["text"] == "Ride the bus").await
}

/// No WebAssembly: a plain page that says which switch it is.
pub async fn no_web_assembly(stage: Arc<Stage>) -> Check {
    stage.server.put_in_front(
        "boot.js",
        "Object.defineProperty(window, 'WebAssembly', { value: undefined });\n",
    );
    let page = stage.open().await?;
    stage.step("without WebAssembly");
    page.heading("This browser cannot run Foothold as it is set up").seen().await?;
    page.link(HELP_TITLE).seen().await?;
    axe::clean(&page, "no WebAssembly").await
}

/// A full browser: the sign says so, the text stays, the old data stays, a backup still goes out; with room, it saves.
pub async fn full(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.begin().await?;
    page.textbox(WHAT_I_DO).fill("Ride the bus").await?;
    journey.saved().await?;
    stage.step("filling the browser");
    let fill = "let n = Number(localStorage.getItem('filler.n') || 0);
        for (let size = 1 << 20; 1 <= size; size >>= 1)
            for (;;) try { localStorage.setItem('filler.' + n, 'x'.repeat(size)); n += 1; } catch { break; }
        return n";
    let long = "and on ".repeat(1200);
    let mut said = String::new();
    // The first edits still fit: room was put by for them.
    for round in 0..40 {
        page.script(fill, vec![]).await?;
        page.textbox(WHAT_HELPS).paste(&format!("{long}{round}")).await?;
        page.ask(serde_json::json!({ "do": "settle" })).await?;
        said = page.text().await?;
        if said.contains("Not saved") {
            break;
        }
    }
    ensure(said.contains("Not saved: the storage of this browser is full"), || {
        format!("a full browser must be said; the page says: {said}")
    })?;
    stage.step("full: the text is in the field, the backup goes out");
    let written = page.textbox(WHAT_HELPS).text().await?;
    ensure(written.starts_with("and on"), || "the text left the field".to_owned())?;
    same("what was there", &page.textbox(WHAT_I_DO).text().await?, &"Ride the bus".to_owned())?;
    let builder = journey.here().await?;
    journey.to("#/settings").await?;
    page.button(DOWNLOAD).click().await?;
    page.says(".foothold is in your downloads").await?;
    let bytes = page.last_file().await?;
    ensure(bytes.starts_with(b"FOOTHOLD1"), || "no backup came out".to_owned())?;
    stage.step("room again");
    page.script("Object.keys(localStorage).filter((key) => key.startsWith('filler.')).forEach((key) => localStorage.removeItem(key))", vec![])
        .await?;
    journey.to(&builder).await?;
    page.textbox(WHAT_HELPS).fill("a friend").await?;
    journey.saved().await?;
    page.reload().await?;
    page.up().await?;
    page.textbox(WHAT_HELPS).until("kept", |about| about["text"] == "a friend").await?;
    page.textbox(WHAT_I_DO).until("kept", |about| about["text"] == "Ride the bus").await?;
    page.says(WORDS).await
}
