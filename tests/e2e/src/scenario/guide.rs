//! The guide of the goal builder leads each answer to its place, and a press finds what it was meant for.

use std::sync::Arc;

use thirtyfour::Key;

use crate::fault::{Check, Where, ensure};
use crate::journey::{FIRST_DAY, Journey, Look, WORDS};
use crate::names::*;
use crate::page::Page;
use crate::stage::Stage;

/// "Write the answer" puts the cursor where the answer to the question goes, until all is said.
pub async fn each_answer_goes_where_it_belongs(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("A. B.").await?;
    for (place, answer) in [
        (WHAT_I_DO, "Ride the bus to work"),
        (NOW, "0"),
        (THEN, "3"),
        (BY_WHEN, "in 8 weeks"),
        (WHAT_HELPS, "my breathing card"),
    ] {
        stage.step(place);
        page.button(WRITE_ANSWER).click().await?;
        focus_is(&page, "textbox", place).await?;
        page.press(answer).await?;
    }
    for (question, number) in [(IMPORTANCE, "8"), (CONFIDENCE, "6")] {
        stage.step(question);
        page.part("region", IN_YOUR_WORDS).says(question).await?;
        page.button(CHOOSE_NUMBER).click().await?;
        focus_is(&page, "radio", "1").await?;
        page.part("radiogroup", question).radio(number).click().await?;
    }
    stage.step("nobody knows where it stands now");
    let amount = page.group(HOW_MUCH);
    for field in [NOW, THEN] {
        amount.textbox(field).paste("").await?;
    }
    amount.textbox(NOW).fill("idk").await?;
    page.button(WRITE_ANSWER).click().await?;
    focus_is(&page, "textbox", THEN).await?;
    page.press("3").await?;
    page.press(Key::Tab).await?;
    stage.step("all is said");
    page.says("I will ride the bus to work with my breathing card, 3 times a week").await?;
    let words = page.part("region", IN_YOUR_WORDS);
    words.part("link", FIRST_STEP).seen().await?;
    ensure(page.button(WRITE_ANSWER).count().await? == 0, || "there is more to ask".to_owned())?;
    stage.step("what is not asked of everyone can be skipped");
    page.textbox(WHAT_HELPS).paste("").await?;
    words.says("What or who helps you").await?;
    page.button(SKIP).click().await?;
    words.part("link", FIRST_STEP).click().await?;
    page.textbox(SMALLEST_STEP).seen().await
}

async fn focus_is(page: &Page, role: &str, name: &str) -> Check {
    page.focus_on(name, |focus| focus["role"] == role && focus["name"] == name).await
}

/// A sentence that goes when a field is left, or one that grows, does not carry the pressed button away.
pub async fn a_tap_finds_its_button(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    stage.step("Begin, right after the name that was missing");
    page.textbox(DIFFERENT).fill(WORDS).await?;
    page.button(BEGIN).click().await?;
    page.says("Write initials or a name").await?;
    page.textbox(INITIALS).type_keys("A. B.").await?;
    page.button(BEGIN).tap().await?;
    page.textbox(WHAT_I_DO).seen().await.at("after Begin")?;
    page.greeted().await?;
    stage.step("weeks, right after a number");
    page.textbox(WHAT_I_DO).fill("Ride the bus to work").await?;
    let amount = page.group(HOW_MUCH);
    amount.textbox(THEN).fill("3").await?;
    amount.textbox(UP_TO).fill("1").await?;
    page.says("put the smaller number first").await?;
    amount.textbox(UP_TO).type_keys(Key::Backspace + "5").await?;
    page.button("4 weeks").tap().await?;
    page.textbox(BY_WHEN).until("the day", |about| about["text"] == "December 21, 2026").await?;
    page.says("3 to 5 times a week").await?;
    stage.step("an answer, right after a number");
    amount.textbox(NOW).type_keys("1").await?;
    page.part("radiogroup", IMPORTANCE).radio("8").tap().await?;
    page.part("radiogroup", IMPORTANCE).radio("8").chosen().await?;
    page.says("up from 1").await
}
