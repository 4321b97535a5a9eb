//! Words of dying are answered before any goal is asked for.

use std::sync::Arc;

use crate::axe;
use crate::fault::Check;
use crate::journey::{FIRST_DAY, Journey, Look};
use crate::names::*;
use crate::stage::Stage;

/// Said at the first page, seen above every page of the chart, until it was talked about; other words are heard anew.
pub async fn words_that_come_first(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    page.textbox(INITIALS).fill("T. U.").await?;
    page.textbox(DIFFERENT).fill("i dont wanna be here anymore").await?;
    page.button(BEGIN).click().await?;
    stage.step("above the sentence, and no question beside it");
    page.textbox(WHAT_I_DO).seen().await?;
    page.says(SAY_THEM).await?;
    page.silent_on("that would help you today").await?;
    page.link(HELP_TITLE).seen().await?;
    axe::clean(&page, "what comes first").await?;
    stage.step("above the open page, too");
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.heading("*i dont wanna be here anymore*").seen().await?;
    page.says(SAY_THEM).await?;
    stage.step("talked about");
    page.button(TALKED_ABOUT).click().await?;
    page.button(TALKED_ABOUT).gone().await?;
    page.link(MAKE_CLEAR).click().await?;
    page.part("region", IN_YOUR_WORDS)
        .says("What is one small thing that would help you today?")
        .await?;
    stage.step("other words are heard anew");
    page.textbox(WHAT_HELPS).fill("i think about suicide").await?;
    page.says(SAY_THEM).await?;
    page.textbox(WHAT_I_DO).fill("i want to die").await?;
    journey.saved().await?;
    stage.step("and no sentence is made of any of them, talked about or not");
    page.silent_on("I will die").await?;
    page.silent_on("with i think about suicide").await?;
    page.textbox(WHAT_I_DO).fill("call my aunt").await?;
    page.says("I will call my aunt").await?;
    page.textbox(WHAT_HELPS).fill("my cousin").await?;
    page.button(TALKED_ABOUT).gone().await?;
    journey.saved().await
}
