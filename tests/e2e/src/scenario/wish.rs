//! A vague wish becomes something that can be seen, led by its questions alone; and what was made of it can be taken back.

use std::sync::Arc;

use thirtyfour::Key;

use crate::fault::{Check, Where};
use crate::journey::{Journey, Look, SENTENCE, WORDS};
use crate::names::*;
use crate::stage::Stage;

/// Each answer by the button under its question; then undo until nothing is left but the first words.
pub async fn becomes_an_objective_and_back(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("A. B.").await?;
    let words = page.part("region", IN_YOUR_WORDS);
    let answers = [
        (
            "When you feel better, what would someone who knows you see",
            WHAT_I_DO,
            "Ride the bus to work",
        ),
        ("How often does that happen now", NOW, "0"),
        ("What number would be good enough?", THEN, "3"),
        ("By when would you like to look", BY_WHEN, "in 8 weeks"),
        ("What or who helps you", WHAT_HELPS, "my breathing card"),
    ];
    for (question, place, answer) in answers {
        stage.step(place);
        words.says(question).await?;
        page.button(WRITE_ANSWER).click().await?;
        page.focus_on(place, |focus| focus["role"] == "textbox" && focus["name"] == place).await?;
        page.press(answer).await?;
        page.press(Key::Tab).await?;
    }
    page.says(SENTENCE).await?;
    for (_, place, _) in answers.into_iter().rev() {
        stage.step(format!("undo: {place}"));
        page.button(UNDO).until("heard", |about| about["disabled"] == false).await?;
        page.button(UNDO).click().await?;
        page.textbox(place).until("empty again", |about| about["text"] == "").await?;
    }
    stage.step("the first words, and nothing else");
    page.part("region", COULD_SEE).says("I will do what?").await?;
    page.heading(&format!("*{WORDS}*"))
        .until("byte for byte", |about| about["name"] == format!("\u{201c}{WORDS}\u{201d}"))
        .await
}

/// The ladder offers what the sentence suggests, one step at a time.
pub async fn offers_its_steps(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("A. B.").await?;
    page.textbox(WHAT_I_DO).fill("Ride the bus to work").await?;
    page.textbox(WHAT_HELPS).fill("my sister").await?;
    let amount = page.group(HOW_MUCH);
    amount.textbox(NOW).fill("0").await?;
    amount.textbox(THEN).fill("3").await?;
    page.says("3 times a week").await?;
    page.link(FIRST_STEP).nth(0).click().await?;
    page.textbox(SMALLEST_STEP).seen().await?;
    for step in ["Ride the bus to work, with my sister nearby", "Ride the bus to work, once a week"]
    {
        page.button(step).click().await?;
        page.part("textbox", "Step *").nth(0).until(step, |about| about["text"] == step).await?;
        page.focus_on(step, |focus| focus["name"] == step).await.at("the button stays")?;
    }
    page.button(UNDO).click().await?;
    page.textbox("Step 1")
        .until("the first one", |about| {
            about["text"] == "Ride the bus to work, with my sister nearby"
        })
        .await
}
