//! No network: the whole job after one visit, and everything still there when the browser was closed meanwhile.

use std::sync::Arc;

use crate::fault::{Check, Where, ensure};
use crate::journey::{Journey, Look, WORDS};
use crate::names::{HELP, HELP_TITLE, LATER, USE_NEWER, WHAT_I_DO};
use crate::stage::Stage;
use crate::watch;

/// One visit, then the server is gone: the page loads again and the whole job can be done.
pub async fn whole_job(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    stage.step("first visit");
    page.up().await?;
    page.wait_until_kept().await?;
    stage.server.vanish();
    stage.step("loaded again without a server");
    page.reload().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.whole().await?;
    stage.step("help without a server");
    page.link(HELP).click().await?;
    page.heading(HELP_TITLE).seen().await
}

/// Without a driver, as a person has it: written, closed, the server gone, opened again, all there.
pub async fn closed_and_reopened(stage: Arc<Stage>) -> Check {
    let profile = stage.profile()?;
    let page = stage.plain(&profile).await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.whole().await?;
    stage.step("files kept");
    page.wait_until_kept().await?;
    watch::all_quiet(&page).await?;
    stage.step("closed");
    stage.close(&page).await;
    stage.server.vanish();
    stage.step("opened again");
    let page = stage.plain(&profile).await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.all_there().await?;
    watch::nothing_asked(&page).await
}

/// A newer version is taken in beside the one in use, offered on the first page alone, and used when somebody says so.
pub async fn newer_when_asked(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.begin().await?;
    page.wait_until_kept().await?;
    let here = journey.here().await?;
    stage.step("a newer version comes");
    stage.server.put_in_front("sw.js", "// newer\n");
    page.reload().await?;
    page.up().await?;
    journey.to("#/").await?;
    page.button(USE_NEWER).seen().await.at("offered on the first page")?;
    journey.to(&here).await?;
    page.textbox(WHAT_I_DO).seen().await?;
    ensure(page.button(USE_NEWER).count().await? == 0, || {
        "the offer stands where a client is at work".to_owned()
    })?;
    page.textbox(WHAT_I_DO).fill("Ride the bus").await?;
    stage.step("later");
    journey.to("#/").await?;
    page.button(LATER).click().await?;
    page.button(USE_NEWER).gone().await?;
    page.reload().await?;
    stage.step("now");
    page.button(USE_NEWER).click().await?;
    // Nothing but being loaded anew takes the offer away.
    page.button(USE_NEWER).gone().await?;
    page.link(&format!("*{WORDS}*")).seen().await?;
    journey.to(&here).await?;
    page.textbox(WHAT_I_DO)
        .until("what was written", |about| about["text"] == "Ride the bus")
        .await?;
    journey.to("#/").await?;
    page.link(&format!("*{WORDS}*")).seen().await?;
    ensure(page.button(USE_NEWER).count().await? == 0, || "offered again".to_owned())?;
    // The newer version was asked for, file by file; apart from that the page was as quiet as ever.
    let found = watch::complaints(&page).await?;
    ensure(found.is_empty(), || found.join(" | "))?;
    stage.close(&page).await;
    Ok(())
}
