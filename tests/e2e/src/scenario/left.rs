//! What was left in a field: it is there again after a visit, and never comes back over something newer.

use std::sync::Arc;
use std::time::Instant;

use serde_json::json;
use thirtyfour::Key;

use crate::fault::{Check, Where, ensure};
use crate::journey::{FIRST_DAY, Journey, Look};
use crate::names::*;
use crate::page::{PATIENCE, Page};
use crate::stage::Stage;

/// A few letters that were taken back again do not erase a day that was chosen by a button afterwards.
pub async fn nothing_old_comes_back(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.begin().await?;
    stage.step("letters typed and taken back");
    let by_when = page.textbox(BY_WHEN);
    by_when.type_keys("in 8").await?;
    draft_kept(&page).await?;
    by_when.type_keys(Key::Backspace + Key::Backspace + Key::Backspace + Key::Backspace).await?;
    stage.step("a day chosen by its button");
    page.button("8 weeks").click().await?;
    let day = "January 18, 2027";
    by_when.until("the day", |about| about["text"] == day).await?;
    stage.step("back and in again");
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.tool(THE_SENTENCE).await?;
    by_when.until("the day", |about| about["text"] == day).await?;
    page.ask(json!({ "do": "settle" })).await?;
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.tool(THE_SENTENCE).await?;
    by_when.until("the day still", |about| about["text"] == day).await?;
    stage.step("the back key with the focus in a step");
    page.link(FIRST_STEP).click().await?;
    page.textbox(SMALLEST_STEP).fill("Stand at the stop").await?;
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.tool(LADDER).await?;
    page.button(CHANGE_STEPS).click().await?;
    let step = page.textbox("Step 1");
    step.until("the step that was written and not added", |about| {
        about["text"] == "Stand at the stop"
    })
    .await?;
    step.type_keys(" early").await?;
    page.script("history.back()", vec![]).await?;
    page.part("summary", TOOLS).seen().await?;
    ensure(page.heading(STOPPED).count().await? == 0, || "the app has stopped".to_owned())?;
    page.tool(LADDER).await?;
    page.button(CHANGE_STEPS).click().await?;
    step.until("its new words", |about| about["text"] == "Stand at the stop early").await
}

/// Waits until what is being typed has been put by.
async fn draft_kept(page: &Page) -> Check {
    let deadline = Instant::now() + PATIENCE;
    let script = "return Object.keys(localStorage).some((key) => key.startsWith('fh1.d.'))";
    while page.script(script, vec![]).await? != true {
        ensure(Instant::now() < deadline, || "no draft was kept".to_owned()).at("typing")?;
    }
    Ok(())
}
