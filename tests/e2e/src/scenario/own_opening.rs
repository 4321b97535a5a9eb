//! The own bank: a goal is kept for other clients without names and numbers, serves another one, and is dropped.

use std::sync::Arc;

use crate::fault::{Check, Where, same};
use crate::journey::{Journey, Look, WORDS};
use crate::names::*;
use crate::page::Page;
use crate::scenario::backup::{give, write};
use crate::stage::Stage;

const SAID: &str = "Walk 2 laps with Sam and my cousin Joe";
const PATTERN: &str = "Walk ____ laps with ____ and my cousin ____";
/// The same as a row reads it out.
const ROW: &str = "I will walk blank laps*";

/// Read before it is kept, chosen in another chart, dropped, and brought back.
pub async fn keeps_no_name(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Closely };
    Journey { stage: &stage, page: &page, look: Look::Past }.start("Sam").await?;
    page.textbox(WHAT_I_DO).fill(SAID).await?;
    page.textbox(WHAT_HELPS).fill("Joe's dog").await?;
    journey.saved().await?;
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.tool(DESK).await?;
    stage.step("read before it is kept");
    page.button(KEEP_OPENING).click().await?;
    let field = page.textbox(WILL_BE_DONE);
    let holds = |said: &'static str| move |about: &serde_json::Value| about["text"] == said;
    field.until("without names and numbers", holds(PATTERN)).await?;
    page.focus_on("what would be kept", |focus| focus["name"] == WILL_BE_DONE).await?;
    page.textbox(HELPS).until("without names", holds("____'s dog")).await?;
    page.says("read it, and change").await?;
    journey.state("desk, what would be kept").await?;
    stage.step("a name that is written back is not kept");
    field.fill("Walk 3 laps with SAM and my cousin ____").await?;
    page.button(KEEP_IT).click().await?;
    page.says("Read it once more").await?;
    field.until("taken out again", holds(PATTERN)).await?;
    page.button(KEEP_IT).click().await?;
    page.says("Kept. It stands in every chart").await?;
    page.focus_on("the button", |focus| focus["name"] == KEEP_OPENING).await?;
    journey.saved().await?;
    stage.step("it is there already");
    page.button(KEEP_OPENING).click().await?;
    page.says(IS_THERE).await?;
    page.button(KEEP_IT).click().await?;
    page.says(IS_THERE).await?;
    page.button(LEAVE_IT).click().await?;
    page.button(KEEP_IT).gone().await?;
    stage.step("another client");
    to_list(&page).await?;
    page.textbox(INITIALS).fill("C. D.").await?;
    page.textbox(DIFFERENT).fill(WORDS).await?;
    page.button(BEGIN).click().await?;
    page.textbox(WHAT_I_DO).seen().await?;
    page.part("summary", OPENINGS).click().await?;
    page.heading(YOUR_OWN).seen().await?;
    journey.state("openings, own ones first").await?;
    let open_page = journey.here().await?;
    page.button(ROW).click().await?;
    page.textbox(WHAT_I_DO).until("its blanks", holds(PATTERN)).await?;
    page.textbox(WHAT_HELPS).until("what helps", holds("____'s dog")).await?;
    for name in ["Sam", "Joe"] {
        page.silent_on(name).await.at("the other client's page")?;
    }
    stage.step("dropped and brought back");
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.tool(DESK).await?;
    page.part("summary", OWN_OPENINGS).click().await?;
    journey.state("desk, own openings").await?;
    page.button(DROP).click().await?;
    page.button(DROP).gone().await?;
    page.focus_on("the line above the list", |focus| focus["name"] == OWN_OPENINGS).await?;
    page.button("Undo: removal of an opening").click().await?;
    page.button(DROP).seen().await?;
    page.button("Redo: removal of an opening").click().await?;
    page.button(DROP).gone().await?;
    own_ones(&journey, &open_page, 0).await?;
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.tool(DESK).await?;
    page.button("Undo: removal of an opening").click().await?;
    journey.saved().await?;
    stage.step("read back by a page that loads anew");
    page.reload().await?;
    page.up().await?;
    page.part("summary", OWN_OPENINGS).click().await?;
    page.button(DROP).seen().await?;
    own_ones(&journey, &open_page, 1).await?;
    to_list(&page).await?;
    page.link(&format!("*{WORDS}*")).nth(1).seen().await?;
    page.silent_on("A blank page").await.at("the list: the bank is no chart")
}

/// Kept here, it goes out with a backup, and stands first in another browser that the backup comes into.
pub async fn goes_with_a_backup(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("Sam").await?;
    page.textbox(WHAT_I_DO).fill(SAID).await?;
    journey.saved().await?;
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.tool(DESK).await?;
    page.button(KEEP_OPENING).click().await?;
    page.button(KEEP_IT).click().await?;
    page.says("Kept. It stands in every chart").await?;
    journey.saved().await?;
    stage.step("out");
    journey.to("#/settings").await?;
    page.button(DOWNLOAD).click().await?;
    page.says(".foothold is in your downloads").await?;
    let file = write(&stage, "own.foothold", &page.last_file().await?)?;
    stage.step("into an empty browser");
    let other = stage.open().await?;
    other.up().await?;
    let journey = Journey { stage: &stage, page: &other, look: Look::Past };
    journey.to("#/settings").await?;
    give(&other, &file).await?;
    other.says("own.foothold: The backup is whole: 1 chart").await?;
    journey.saved().await?;
    journey.to("#/").await?;
    other.link(&format!("*{WORDS}*")).click().await?;
    other.part("region", THIS_GOAL).part("link", "Change").click().await?;
    own_ones(&journey, &journey.here().await?, 1).await
}

/// From any page of a chart to the list.
async fn to_list(page: &Page) -> Check {
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.link(ALL_CHARTS).click().await
}

/// So many own ones stand in the builder.
async fn own_ones(journey: &Journey<'_>, builder: &str, many: u64) -> Check {
    let page: &Page = journey.page;
    journey.to(builder).await?;
    page.textbox(WHAT_I_DO).seen().await?;
    page.part("summary", OPENINGS).click().await?;
    page.part("combobox", WHAT_ABOUT).seen().await?;
    same("own openings", &page.button(ROW).count().await?, &many)
}
