//! What was left in a field: it is there again after a visit, and never comes back over something newer.

use std::sync::Arc;
use std::time::Instant;

use serde_json::json;
use thirtyfour::Key;

use crate::fault::{Check, Where, ensure, same};
use crate::journey::{FIRST_DAY, Journey, LATER_DAY, Look};
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
    page.link(FIRST_STEP).nth(0).click().await?;
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

/// A pen that hovers answers nothing, a menu follows undo, an answer after midnight is of the new day, and an erased
/// chart leaves no words behind in the tablet.
pub async fn nothing_that_nobody_meant(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.begin().await?;

    stage.step("a pen that hovers over the ruler after its drag");
    let sure = page.part("radiogroup", CONFIDENCE);
    sure.radio("3").click().await?;
    sure.radio("3").chosen().await?;
    let moved = page.script(HOVER, vec![json!(CONFIDENCE)]).await?;
    ensure(moved == json!(["5", "5"]), || format!("dragging to 5, then hovering over 9: {moved}"))?;
    sure.radio("5").chosen().await?;

    stage.step("an answer after midnight");
    page.set_day(LATER_DAY).await?;
    page.silent_on(BEFORE).await?;
    sure.radio("6").click().await?;
    page.says("Before, on November 23, 2026: 5.").await?;

    stage.step("a menu follows undo");
    page.link(FIRST_STEP).nth(0).click().await?;
    page.textbox(SMALLEST_STEP).fill("Stand at the stop").await?;
    page.button(ADD_FIRST_STEP).click().await?;
    let effort = page.part("combobox", "Effort: Stand at the stop");
    effort.choose("2 of 10").await?;
    effort.choose("7 of 10").await?;
    page.button(UNDO).click().await?;
    effort.until("the effort before", |about| about["text"] == "2").await?;

    stage.step("a chart erased while a word is being written");
    page.textbox(ADD_STEP).type_keys("Ride one stop").await?;
    draft_kept(&page).await?;
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.tool(DESK).await?;
    page.greeted().await?;
    page.part("summary", ABOUT_CHART).click().await?;
    page.button("Erase this chart").click().await?;
    page.button("Erase it for good").click().await?;
    page.says(NO_CHART).await?;
    page.says(SAVED).await?;
    let left = page.script(WORDS_LEFT, vec![]).await?;
    same("keys that still hold words of the chart", &left, &json!([]))
}

/// Drags a pen from foothold 3 to 5, lifts it, hovers over 9, and tells what was chosen after the drag and after that.
const HOVER: &str = r#"
const line = [...document.querySelectorAll('[role=radiogroup]')].find((one) => one.textContent.includes(arguments[0])
  || document.getElementById(one.getAttribute('aria-labelledby'))?.textContent === arguments[0]);
line.scrollIntoView({ block: 'center' });
const at = (step) => { const box = line.querySelector(`[data-step="${step}"]`).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
const send = (type, step, buttons) => { const [x, y] = at(step); document.elementFromPoint(x, y).dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: 'pen', pointerId: 1, isPrimary: true, clientX: x, clientY: y, button: type === 'pointermove' ? -1 : 0, buttons })); };
const chosen = () => line.querySelector('input:checked')?.value;
send('pointerdown', 3, 1); send('pointermove', 4, 1); send('pointermove', 5, 1); send('pointerup', 5, 0);
return new Promise((tell) => requestAnimationFrame(() => {
  const dragged = chosen();
  send('pointermove', 9, 0);
  requestAnimationFrame(() => tell([dragged, chosen()]));
}));"#;

/// Names of unfinished texts that belong to a chart; a text that was finished leaves its empty name behind on purpose.
const WORDS_LEFT: &str = r"return Object.keys(localStorage).filter((key) => key.startsWith('fh1.d.'))
  .map((key) => atob(key.slice(6).replaceAll('-', '+').replaceAll('_', '/'))).filter((name) => name.includes('/'))";

/// Waits until what is being typed has been put by.
async fn draft_kept(page: &Page) -> Check {
    let deadline = Instant::now() + PATIENCE;
    while page.script(WORDS_LEFT, vec![]).await? == json!([]) {
        ensure(Instant::now() < deadline, || "no draft was kept".to_owned()).at("typing")?;
    }
    Ok(())
}
