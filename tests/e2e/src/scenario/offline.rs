//! No network: the whole job after one visit, and everything still there when the browser was closed meanwhile.

use std::sync::Arc;

use crate::fault::Check;
use crate::journey::{Journey, Look};
use crate::names::{HELP, HELP_TITLE};
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
