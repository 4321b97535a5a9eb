//! Two tabs: one writes, the other reads and says so, and can take over; no edit is lost on the way.

use std::sync::Arc;

use crate::fault::{Check, Where};
use crate::journey::{Journey, Look};
use crate::names::*;
use crate::page::Page;
use crate::stage::Stage;

/// The second tab is read-only, takes over with what the first wrote, and the first then reads what the second wrote.
pub async fn one_writes(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.begin().await?;
    page.textbox(WHAT_I_DO).fill("Ride the bus").await?;
    journey.saved().await?;
    stage.step("a second tab reads");
    page.open_tab().await?;
    page.up().await?;
    page.says(OTHER_WINDOW).await?;
    what(&page, "Ride the bus").await?;
    page.textbox(WHAT_I_DO).until("read-only", |about| about["readonly"] == true).await?;
    stage.step("the first tab goes on writing");
    page.to_tab(0).await?;
    page.textbox(WHAT_I_DO).fill("Ride the bus to work").await?;
    journey.saved().await?;
    stage.step("the second tab takes over");
    page.to_tab(1).await?;
    page.button(USE_HERE).click().await?;
    page.textbox(WHAT_I_DO).until("writable", |about| about["readonly"] == false).await?;
    what(&page, "Ride the bus to work").await.at("what the first tab wrote")?;
    page.textbox(WHAT_HELPS).fill("a friend").await?;
    journey.saved().await?;
    stage.step("the first tab reads now");
    page.to_tab(0).await?;
    page.says(OTHER_WINDOW).await?;
    page.textbox(WHAT_I_DO).until("read-only", |about| about["readonly"] == true).await?;
    stage.step("and takes over again");
    page.button(USE_HERE).click().await?;
    page.textbox(WHAT_HELPS)
        .until("what the second tab wrote", |about| about["text"] == "a friend")
        .await?;
    what(&page, "Ride the bus to work").await?;
    page.textbox(WHAT_HELPS).fill("a friend and my breathing card").await?;
    journey.saved().await?;
    stage.step("all there after loading again");
    page.reload().await?;
    page.up().await?;
    what(&page, "Ride the bus to work").await?;
    page.textbox(WHAT_HELPS)
        .until("the last edit", |about| about["text"] == "a friend and my breathing card")
        .await
}

async fn what(page: &Page, text: &str) -> Check {
    page.textbox(WHAT_I_DO).until(text, |about| about["text"] == text).await
}
