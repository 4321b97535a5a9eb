//! The therapist's desk: what the rules ask and offer, the five levels of a sentence, and its other wordings.

use std::sync::Arc;

use crate::fault::{Check, Where, ensure, same};
use crate::journey::{FIRST_DAY, Journey, Look};
use crate::names::*;
use crate::page::Page;
use crate::stage::Stage;

/// Words with much to ask about.
const MUCH: &str =
    "I should stop being lazy, always use my skills, and do better than my sister, soon";

/// An offer is taken and read, the levels stand there, a wording is taken, and undo takes each back; of words that
/// come first nothing is made.
pub async fn knows_what_the_language_knows(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Closely };
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    page.button(TRY).click().await?;
    page.part("region", COMES_NEXT).seen().await?;
    let open_page = journey.here().await?;
    page.tool(DESK).await?;
    stage.step("a smaller amount, taken");
    page.heading(ASKED).seen().await?;
    let sentence = page.part("article", "*");
    sentence.part("listitem", "*").nth(0).says("Achievable: low confidence").await?;
    sentence.says("2 to 3 times a month").await?;
    let smaller = page.button(START_WITH);
    same("offers of the same amount", &smaller.count().await?, &1)?;
    smaller.click().await?;
    sentence.says("once a month, up from 0").await.at("the smaller amount")?;
    page.focus_on("what is asked", |focus| focus["name"] == ASKED).await?;
    page.button(UNDO).click().await?;
    sentence.says("2 to 3 times a month").await.at("the amount as it was")?;
    stage.step("five levels");
    page.part("summary", FIVE_LEVELS).click().await?;
    let levels = page.part("table", LEVELS_TABLE);
    for (level, says) in [
        ("+2 much more than hoped", "5 times a month or more"),
        ("0 as hoped", "2 to 3 times a month"),
        ("\u{2212}2 much less", "0 times a month"),
    ] {
        levels.part("rowheader", level).seen().await?;
        levels.says(says).await.at(level)?;
    }
    stage.step("a wording, taken and taken back");
    page.part("summary", OTHER_WORDS).click().await?;
    let wording = page.textbox(CLINICAL).nth(0);
    wording.says("graded exposure").await?;
    page.button(FOR_THE_PLAN).click().await?;
    wording.says("choir practice").await?;
    page.button(FOR_THE_PLAN).chosen().await?;
    journey.state("desk, all opened").await?;
    page.button(UNDO).click().await?;
    wording.says("graded exposure").await.at("one undo")?;
    stage.step("an offer, read");
    write(&journey, &open_page, "My brother should stop shouting at me").await?;
    sentence.says("other person").await?;
    for line in ["Ours: ", "Mine: ", "What I ask: "] {
        sentence.says(line).await?;
    }
    journey.state("desk, an offer").await?;
    stage.step("the first five stand open");
    write(&journey, &open_page, MUCH).await?;
    let open = sentence.part("listitem", "*");
    same("open questions", &open.count().await?, &5)?;
    page.part("summary", ALL_ASKED).click().await?;
    open.nth(5).seen().await?;
    journey.state("desk, all that is asked").await?;
    stage.step("words that come first");
    write(&journey, &open_page, "hurt myself").await?;
    page.heading(ASKED).seen().await?;
    same("offers", &page.button(START_WITH).count().await?, &0)?;
    same("levels", &page.part("summary", FIVE_LEVELS).count().await?, &0)?;
    silent(&page).await
}

/// Somebody who rated how much it matters is asked what it brings, until they said why it does not matter less.
pub async fn asks_what_makes_it_matter(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("A. B.").await?;
    let builder = journey.here().await?;
    page.textbox(WHAT_I_DO).fill("Ride the bus to work").await?;
    let eight = page.part("radiogroup", IMPORTANCE).radio("8");
    eight.click().await?;
    eight.chosen().await?;
    let sentence = page.part("article", "*");
    let desk = async || {
        journey.saved().await?;
        page.link(BACK_TO_PAGE).nth(0).click().await?;
        page.tool(DESK).await?;
        page.heading(ASKED).seen().await
    };
    stage.step("nothing said");
    desk().await?;
    sentence.says("Relevant: no reason").await?;
    stage.step("said");
    journey.to(&builder).await?;
    page.part("summary", NOT_LOWER).nth(0).click().await?;
    page.textbox(NOT_LOWER).nth(0).fill("I miss my job").await?;
    desk().await?;
    page.silent_on("no reason").await
}

/// Puts other words in the sentence, and comes back to the desk.
async fn write(journey: &Journey<'_>, open_page: &str, words: &str) -> Check {
    let page = journey.page;
    journey.to(open_page).await?;
    page.part("region", THIS_GOAL).part("link", "Change").click().await?;
    page.textbox(WHAT_I_DO).fill(words).await?;
    journey.saved().await?;
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.tool(DESK).await?;
    page.heading(ASKED).seen().await
}

/// No rule of the whole list speaks.
async fn silent(page: &Page) -> Check {
    for rule in ["low confidence", "big step", "no help"] {
        page.silent_on(rule).await?;
    }
    ensure(page.part("summary", ALL_ASKED).count().await? == 0, || {
        "more was asked than the guide asks".to_owned()
    })
}
