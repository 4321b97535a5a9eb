//! What is said about keeping: the age of the backup, the home screen, and what the browser promises.

use std::sync::Arc;

use serde_json::json;

use crate::axe;
use crate::engine::Engine;
use crate::fault::{Check, Where, ensure, same};
use crate::journey::{FIRST_DAY, Journey, LATER_DAY, Look};
use crate::names::*;
use crate::stage::Stage;

/// What is not locked yet stands where the therapist works, leads to what it means, and leaves the client's pages.
pub async fn no_lock_is_explained(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    page.up().await?;
    page.link(NOT_LOCKED).click().await?;
    page.heading(SETTINGS).seen().await?;
    page.part("region", NO_LOCK).says("can read them").await?;
    page.link(ALL_CHARTS).click().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("A. B.").await?;
    page.silent_on(NOT_LOCKED).await.at("the builder")?;
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.part("summary", TOOLS).seen().await?;
    page.silent_on(NOT_LOCKED).await.at("the open page")?;
    page.tool(DESK).await?;
    page.link(NOT_LOCKED).seen().await
}

/// Nothing is said in the first minute; after two weeks without a backup it is, until one is made.
pub async fn a_backup_is_asked_for(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    page.silent_on(KEEP_HERE).await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.begin().await?;
    stage.step("two weeks without a backup");
    page.set_day(LATER_DAY).await?;
    journey.to("#/").await?;
    page.says(NO_BACKUP).await?;
    axe::clean(&page, "start, a backup asked for").await?;
    stage.step("later, and still quiet after a reload");
    page.button(LATER).click().await?;
    page.link(KEEP_HERE).gone().await?;
    page.reload().await?;
    page.up().await?;
    page.textbox(INITIALS).seen().await?;
    // The day is told after the page has begun with the machine's own.
    page.script("dispatchEvent(new Event('focus'))", vec![]).await?;
    page.link(KEEP_HERE).gone().await?;
    stage.step("a week later it is said again");
    page.set_day("2026-12-14").await?;
    page.link(SETTINGS).click().await?;
    page.says(NEVER_BACKED_UP).await?;
    page.link(ALL_CHARTS).click().await?;
    page.link(KEEP_HERE).click().await?;
    stage.step("a backup is made");
    page.button(DOWNLOAD).click().await?;
    page.says("The last backup was made today. Nothing has changed since.").await?;
    page.link(ALL_CHARTS).click().await?;
    page.textbox(INITIALS).seen().await?;
    page.link(KEEP_HERE).gone().await?;
    stage.step("its age follows the days");
    page.set_day("2026-12-17").await?;
    page.link(SETTINGS).click().await?;
    page.says("The last backup was made 3 days ago.").await
}

/// What this browser answers is what the page says, and its own offer to install the app is passed on.
pub async fn what_the_browser_promises(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    page.up().await?;
    page.link(SETTINGS).click().await?;
    let here = page.part("region", ON_THIS_DEVICE);
    match stage.engine {
        Engine::WebKit => {
            here.says("Safari deletes what a site keeps after seven days").await?;
            here.says("Add to Dock").await?;
            here.says("This browser knows no promise").await?;
            same("ways to ask", &page.button(ASK_TO_KEEP).count().await?, &0)?;
        }
        engine => {
            here.says("Look for an install sign").await?;
            here.says("has not promised to keep").await?;
            page.button(ASK_TO_KEEP).click().await?;
            // Chromium without a window refuses at once; Firefox asks the person, and here nobody answers.
            here.says(match engine {
                Engine::Firefox => "This browser has not answered yet",
                _ => "This browser did not promise it",
            })
            .await?;
        }
    }
    axe::clean(&page, "settings, on this device").await?;
    stage.step("the browser offers to install the app");
    // Chromium makes an offer of its own, after which a second one takes its place.
    if stage.engine != Engine::Chromium {
        same("offers before", &page.button(PUT_ON_DEVICE).count().await?, &0)?;
    }
    let offer = "const offer = new Event('beforeinstallprompt', { cancelable: true });
        offer.prompt = () => { document.title = 'asked to install'; };
        dispatchEvent(offer);
        return offer.defaultPrevented;";
    ensure(page.script(offer, vec![]).await? == json!(true), || "the offer was let go".to_owned())?;
    page.button(PUT_ON_DEVICE).click().await?;
    page.button(PUT_ON_DEVICE).gone().await?;
    let title = page.script("return document.title", vec![]).await?;
    same("what was asked", &title, &json!("asked to install"))
}
