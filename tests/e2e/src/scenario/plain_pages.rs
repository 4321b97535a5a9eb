//! The pages that need no wasm: help, and the page that is there when the app has stopped.

use std::sync::Arc;

use crate::axe;
use crate::fault::{Check, Where, ensure, same};
use crate::journey::{Journey, Look, WORDS};
use crate::names::*;
use crate::page::Page;
use crate::stage::Stage;
use crate::viewport::{no_sideways_scroll, resize};

/// Help is one press away on every page, without a network, without wasm, with the practice's own numbers first.
pub async fn help_from_every_page(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    stage.step("no number of the practice yet");
    page.up().await?;
    page.link(HELP).click().await?;
    page.heading("If you are in danger right now").seen().await?;
    page.says(NO_NUMBER).await?;
    page.part("heading", "Your practice").gone().await?;
    page.link(SETTINGS).click().await?;
    page.up().await?;
    page.heading(SETTINGS).seen().await?;
    page.link(ALL_CHARTS).click().await?;
    journey.begin().await?;
    stage.step("the practice's number");
    journey.to("#/settings").await?;
    page.textbox(PRACTICE_NAME).fill("Green House").await?;
    page.button(ADD_CONTACT).click().await?;
    let contact = page.group("Contact 1");
    contact.textbox("Name").fill("Dr. Rivera").await?;
    contact.textbox("Number").fill("555 0100").await?;
    contact.button("Remove contact 1").seen().await?;
    page.wait_until_kept().await?;
    stage.server.vanish();
    let build = chart_address(&stage, &page).await?;
    let chart = build.split("/build").next().unwrap_or_default().to_owned();
    let ladder = build.replace("/build/", "/ladder/");
    let paper = build.replace("/build/", "/paper/");
    for place in ["#/", "#/settings", "#/nowhere", &chart, &build, &ladder, &paper] {
        stage.step(format!("help from {place}"));
        page.open(place).await?;
        page.up().await?;
        if place == "#/nowhere" {
            page.heading("No chart here").seen().await?;
        }
        page.link(HELP).click().await?;
        page.heading(HELP_TITLE).seen().await?;
        page.says("Nobody is watching this app").await?;
        page.says("Green House").await?;
        page.link("*555 0100").seen().await?;
        page.silent_on(NO_NUMBER).await?;
        page.link(BACK_FROM_HELP).click().await?;
        page.up().await?;
        // An address that leads nowhere is not worth going back to, where a browser cannot say what came before.
        if place != "#/nowhere" {
            same("back from help", &journey.here().await?, &place.to_owned())?;
        }
    }
    stage.step("help without wasm");
    page.go(&format!("{}help.html", stage.server.url())).await?;
    let script = "return performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.wasm')).length";
    let count = page.script(script, vec![]).await?;
    ensure(count == 0, || "the help page asked for the wasm".to_owned())?;
    axe::clean(&page, "help").await?;
    resize(&page, 320, 640).await?;
    no_sideways_scroll(&page, "help").await
}

/// What the page of help says while nobody has given it a number.
const NO_NUMBER: &str = "Your practice has not added a number of its own";

/// The address of the builder of the one chart there is.
async fn chart_address(stage: &Stage, page: &Page) -> Check<String> {
    page.open("#/").await?;
    page.up().await?;
    page.link(&format!("*{WORDS}*")).click().await?;
    page.tool(THE_SENTENCE).await?;
    page.textbox(WHAT_I_DO).seen().await?;
    let journey = Journey { stage, page, look: Look::Past };
    journey.here().await
}

/// Longest time from a panic to the page of rescue, in milliseconds.
const SOON_MS: f64 = 1_000.0;

/// Asks the app to panic, and takes the time in the page itself: a busy machine's driver is not what is promised.
/// A browser may hold frames and timers back in a window nobody looks at, but not what watches the page change.
const PROBE: &str = "const since = performance.now();
    window.rescuedAfter = null;
    new MutationObserver(() => {
        if (document.getElementById('rescue')) window.rescuedAfter ??= performance.now() - since;
    }).observe(document.body, { childList: true });
    window.dispatchEvent(new window.CustomEvent('foothold:probe', { detail: arguments[0] }));";

/// A panic at the start, in a handler or in a timer: within a second a page that names every record and gives a copy.
pub async fn never_a_white_screen(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.begin().await?;
    journey.saved().await?;
    for place in ["handler", "timer", "start"] {
        stage.step(format!("a panic: {place}"));
        if place == "start" {
            page.go(&format!("{}?panic=start", stage.server.url())).await?;
        } else {
            page.up().await?;
            page.textbox(WHAT_I_DO).type_keys("half a sent").await?;
            page.script(PROBE, vec![place.into()]).await?;
        }
        page.heading(STOPPED).seen().await?;
        if place != "start" {
            let took = page.script("return window.rescuedAfter", vec![]).await?;
            ensure(took.as_f64().is_some_and(|took| took < SOON_MS), || {
                format!("the page of rescue came after {took} ms")
            })?;
        }
        page.link(SAVE_COPY).seen().await?;
        page.part("summary", "What is stored here *").click().await?;
        page.part("table", "*").says("fh1.boot.").await.at("the list of records")?;
        page.part("table", "*").says("IndexedDB").await?;
        let copy = copy_of(&page).await?;
        ensure(place == "start" || !copy.is_empty(), || "no copy was made".to_owned())?;
        for needed in ["fh1.boot.a", "foothold-rescue"] {
            ensure(place == "start" || copy.contains(needed), || {
                format!("the copy does not hold {needed}")
            })?;
        }
        ensure(place == "start" || copy.contains("half a sent"), || {
            "the copy does not hold what was being written".to_owned()
        })?;
        if place == "handler" {
            axe::clean(&page, "rescue").await?;
            resize(&page, 320, 640).await?;
            no_sideways_scroll(&page, "rescue").await?;
            resize(&page, 1024, 768).await?;
        }
        page.link("Start again").click().await?;
        page.up().await?;
        page.link(&format!("*{WORDS}*")).click().await.at("the chart after starting again")?;
        page.tool(THE_SENTENCE).await?;
    }
    // Panics are what this was about, so nothing is asked of the browser's log.
    page.go("about:blank").await?;
    stage.close(&page).await;
    Ok(())
}

/// What the link of the page of rescue saves; nothing when the page stopped before it could be listened to.
async fn copy_of(page: &Page) -> Check<String> {
    let bytes = page.last_file().await?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
