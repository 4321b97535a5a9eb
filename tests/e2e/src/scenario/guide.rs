//! The guide of the goal builder leads each answer to its place, and a press finds what it was meant for.

use std::sync::Arc;
use std::time::Duration;

use thirtyfour::Key;

use crate::axe;
use crate::fault::{Check, Where, ensure};
use crate::journey::{FIRST_DAY, Journey, Look, WORDS};
use crate::names::*;
use crate::page::Page;
use crate::stage::Stage;
use crate::viewport;

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
    words.says("That is all of it.").await?;
    words.part("link", FIRST_STEP).seen().await?;
    ensure(page.button(WRITE_ANSWER).count().await? == 0, || "there is more to ask".to_owned())?;
    stage.step("what is not asked of everyone can be skipped");
    page.textbox(WHAT_HELPS).paste("").await?;
    words.says("What or who helps you").await?;
    page.button(SKIP).click().await?;
    words.says("Still open: what helps. That can wait.").await?;
    words.says("Next comes a first small step.").await?;
    stage.step("one way on, beside the guide's last words as at the foot, and one way back");
    for name in [FIRST_STEP, BACK_TO_PAGE] {
        let script = "return new Set([...document.links].filter((link) => link.textContent.trim() === arguments[0])
            .map((link) => link.href)).size";
        let ways = page.script(script, vec![name.into()]).await?;
        ensure(ways == 1, || format!("{ways} ways are called {name}"))?;
    }
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
    page.says("Put the smaller number in Then").await?;
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

/// "idk" answers nothing and blocks nothing, a gap is asked about until it is filled or skipped, and nobody is told that
/// all is said while something is open.
pub async fn nothing_has_to_be_known(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("A. B.").await?;
    let words = page.part("region", IN_YOUR_WORDS);
    stage.step("nobody knows what to do");
    page.textbox(WHAT_I_DO).fill("I don't know, maybe").await?;
    words.says("That is fine, it can stay open.").await?;
    words.says("How often does that happen now").await?;
    page.part("region", COULD_SEE).says("I will do what?").await?;
    stage.step("a day of the week is no number");
    page.textbox(WHAT_I_DO).paste("Seeing my friends again, with Ana maybe, Saturdays").await?;
    page.textbox(BY_WHEN).fill("in 8 weeks").await?;
    page.textbox(WHAT_HELPS).fill("idk").await?;
    words.says("How often does that happen now").await?;
    stage.step("a gap leads to its field");
    page.button("what help?").click().await?;
    focus_is(&page, "textbox", WHAT_HELPS).await?;
    page.button("how much?").click().await?;
    focus_is(&page, "textbox", THEN).await?;
    stage.step("skipped, and said to be open");
    for question in ["How often does that happen now", IMPORTANCE, CONFIDENCE] {
        words.says(question).await?;
        page.button(SKIP).click().await?;
    }
    let open = "Still open: what helps, how much, how much it matters and how sure you are.";
    words.says(open).await?;
    stage.step("still skipped after help, and still as typed");
    page.reload().await?;
    page.up().await?;
    words.says(open).await?;
    page.textbox(WHAT_HELPS).until("as typed", |about| about["text"] == "idk").await?;
    stage.step("the number is asked for, over what stands there");
    page.group(HOW_MUCH).textbox(NOW).fill("lots").await?;
    page.says("Now takes a whole number. A guess is fine").await?;
    words.says("Not in the sentence yet, as it cannot be read: Now.").await
}

/// An opening puts its words and its blank into the place, the guide asks about the blank, and one step back brings
/// what stood there. While words of dying stand there, none is offered.
pub async fn an_opening_is_only_a_beginning(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("A. B.").await?;
    let words = page.part("region", IN_YOUR_WORDS);
    let (sentence, what) = (page.part("region", COULD_SEE), page.textbox(WHAT_I_DO));
    let holds = |said: &'static str| move |about: &serde_json::Value| about["text"] == said;
    stage.step("a few at once, and the next few");
    page.part("summary", OPENINGS).click().await?;
    page.says("1 to 6 of ").await?;
    page.button(MORE_OPENINGS).click().await?;
    page.says("7 to 12 of ").await?;
    axe::clean(&page, "openings").await?;
    viewport::resize(&page, 320, 640).await?;
    viewport::no_sideways_scroll(&page, "openings").await?;
    viewport::resize(&page, 1024, 768).await?;
    stage.step("chosen: the blank is there to write in, and is asked about");
    page.part("combobox", WHAT_ABOUT).choose("Low mood").await?;
    page.button("I will spend time on blank again.").click().await?;
    focus_is(&page, "textbox", WHAT_I_DO).await?;
    what.until("with its blank", holds("spend time on ____ again")).await?;
    sentence.says("I will spend time on ____ again").await?;
    words.says("What would you like to put in the blank?").await?;
    stage.step("the next words go over the blank");
    page.press("my guitar").await?;
    page.press(Key::Tab).await?;
    sentence.says("I will spend time on my guitar again").await?;
    words.says("How often does that happen now").await?;
    stage.step("over words of the client: one step back brings them, byte for byte");
    let said = "  ride  the bus, caf\u{e9} \u{1F600} to work ";
    what.paste(said).await?;
    page.part("summary", OPENINGS).click().await?;
    page.says("It takes the place of what stands in What I do; undo brings that back.").await?;
    page.part("combobox", WHAT_ABOUT).choose("Sleep").await?;
    page.button("I will put my phone in blank before I go to bed.").click().await?;
    what.until("with its blank", holds("put my phone in ____ before I go to bed")).await?;
    let counted = page.group(HOW_MUCH).part("combobox", COUNTED_IN);
    counted.until("nights a week, the third", holds("2")).await?;
    page.button(UNDO).click().await?;
    what.until("as it was", holds(said)).await?;
    counted.until("still nights", holds("2")).await?;
    // Two taps close together are one step back.
    tokio::time::sleep(Duration::from_millis(600)).await;
    page.button(UNDO).click().await?;
    counted.until("times a week, the first", holds("0")).await?;
    what.until("as it was", holds(said)).await?;
    words.says(WORDS).await.at("the client's own words, untouched")?;
    stage.step("none beside words that come first, talked about or not");
    what.fill("i want to die").await?;
    page.says(SAY_THEM).await?;
    page.part("summary", OPENINGS).gone().await?;
    page.button(TALKED_ABOUT).click().await?;
    page.button(TALKED_ABOUT).gone().await?;
    page.part("summary", OPENINGS).gone().await?;
    what.paste("").await?;
    page.part("summary", OPENINGS).seen().await?;
    journey.saved().await
}

/// What cannot be read stays where it was typed, with what the sentence says meanwhile; everything beside it is kept.
pub async fn what_cannot_be_read_stays(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.begin().await?;
    let amount = page.group(HOW_MUCH);
    stage.step("the words of people for numbers");
    amount.textbox(NOW).fill("never right now").await?;
    amount.textbox(THEN).fill("2 or 3").await?;
    amount.textbox(UP_TO).until("the upper end", |about| about["text"] == "3").await?;
    page.says("2 to 3 times a week, up from 0").await?;
    stage.step("more than a week has");
    amount.textbox(UP_TO).fill("9").await?;
    page.says("2 to 9 times a week").await?;
    amount.part("combobox", COUNTED_IN).choose("days a week").await?;
    page.says("A week has 7 days. Or up to takes a whole number from 0 to 7.").await?;
    amount.textbox(UP_TO).fill("4").await?;
    page.says("2 to 4 days a week, up from 0").await?;
    stage.step("one box that cannot be read, one beside it that can");
    page.textbox(BY_WHEN).fill("December 24, 2026").await?;
    amount.textbox(THEN).fill("12 or 3").await?;
    amount.textbox(NOW).fill("once").await?;
    let day = "December 24, 2026idk whenever";
    page.textbox(BY_WHEN).paste(day).await?;
    for visit in ["at once", "after a visit"] {
        stage.step(visit);
        amount.textbox(THEN).until("as typed", |about| about["text"] == "12 or 3").await?;
        amount.textbox(NOW).until("kept", |about| about["text"] == "1").await?;
        page.textbox(BY_WHEN).until("as typed", |about| about["text"] == day).await?;
        page.says("The sentence still says 2 to 4.").await?;
        page.says("The sentence still says December 24, 2026.").await?;
        page.says("up from 1").await?;
        page.link(BACK_TO_PAGE).click().await?;
        page.tool(THE_SENTENCE).await?;
    }
    stage.step("a day by its button is newer, also the same day");
    page.button("4 weeks").click().await?;
    page.silent_on("cannot read this as a day").await?;
    stage.step("a pointer that rests there does not make it look chosen");
    page.textbox(BY_WHEN).paste("").await?;
    page.button("4 weeks").until("not chosen", |about| about["checked"] == false).await?;
    let fills = page.script(FILLS, vec![]).await?;
    ensure(fills == 1, || format!("weeks that nobody chose have {fills} different fills"))?;
    page.textbox(BY_WHEN).paste("some day").await?;
    page.button("4 weeks").click().await?;
    page.textbox(BY_WHEN).until("the day", |about| about["text"] == "December 21, 2026").await
}

/// How many fills the offers of weeks have, once they stand still.
const FILLS: &str = "document.getAnimations().forEach((one) => one.finish());
    return new Set([...document.querySelectorAll('button[aria-pressed]')].map((one) =>
    getComputedStyle(one).backgroundColor)).size";
