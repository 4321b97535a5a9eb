//! The whole browser killed right after the page said "Saved on this tablet": what was acknowledged must be there.

use std::path::Path;
use std::sync::Arc;

use crate::fault::{Check, Where};
use crate::names::*;
use crate::page::Page;
use crate::stage::Stage;

/// Kills the browser `times` times on one profile, each time right after one more chart was acknowledged; says how
/// often everything acknowledged so far was there again.
pub async fn times(stage: Arc<Stage>, times: usize) -> Check {
    let profile = stage.profile()?;
    for number in 0..times {
        stage.step(format!("kill {} of {times}", number + 1));
        let page = whole(&stage, &profile, number).await?;
        write(&page, number).await?;
        // No pause: the promise is made with the word.
        page.says(SAVED).await?;
        stage.kill(&page);
    }
    stage.step(format!("after kill {times} of {times}"));
    let page = whole(&stage, &profile, times).await?;
    stage.close(&page).await;
    Ok(())
}

async fn write(page: &Page, number: usize) -> Check {
    page.textbox(INITIALS).fill(&format!("K{number}")).await?;
    page.textbox(DIFFERENT).fill(&words(number)).await?;
    page.button(BEGIN).click().await?;
    page.textbox(WHAT_I_DO).fill(&sentence(number)).await
}

fn words(number: usize) -> String {
    format!("Words number {number}, kept")
}

fn sentence(number: usize) -> String {
    format!("Ride bus number {number}")
}

/// Opens the browser and holds when the first `count` charts are there, the last of them in full.
async fn whole(stage: &Stage, profile: &Path, count: usize) -> Check<Arc<Page>> {
    let page = stage.plain(profile).await?;
    page.up().await?;
    for number in 0..count {
        let row = page.link(&format!("*{}*", words(number)));
        row.seen().await.at(format!("chart {number} was acknowledged and is gone"))?;
    }
    if let Some(last) = count.checked_sub(1) {
        page.link(&format!("*{}*", words(last))).click().await?;
        page.tool(THE_SENTENCE).await?;
        page.textbox(WHAT_I_DO)
            .until("what was acknowledged", |about| about["text"] == sentence(last).as_str())
            .await?;
        page.ask(serde_json::json!({ "do": "hash", "value": "#/" })).await?;
        page.textbox(INITIALS).seen().await?;
    }
    Ok(page)
}
