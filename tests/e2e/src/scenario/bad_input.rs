//! Bad input in every field: one clear sentence at the place, the text still in the field, nothing run, nothing lost.

use std::sync::Arc;

use std::time::Instant;

use serde_json::{Value, json};

use crate::fault::{Check, Where, ensure};
use crate::journey::{Journey, Look, WORDS};
use crate::names::*;
use crate::page::{PATIENCE, Page};
use crate::part::Part;
use crate::stage::Stage;

/// Texts that people and attackers type; each must be taken word for word, or refused with a sentence.
fn texts() -> Vec<(&'static str, String)> {
    vec![
        ("emoji", "\u{1f642} \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{1f3f3}\u{fe0f}\u{200d}\u{1f308}".to_owned()),
        ("right to left", "\u{5d0}\u{5e0}\u{5d9} \u{5e8}\u{5d5}\u{5e6}\u{5d4} \u{202e}abc".to_owned()),
        ("10,000 characters", "long ".repeat(2000)),
        ("10,001 characters", format!("{}!", "long ".repeat(2000))),
        ("only spaces", "   ".to_owned()),
        ("a script", "<script>window.broken = 1</script><img src=x onerror='window.broken = 2'>".to_owned()),
        ("line breaks", "one\ntwo\n\nthree".to_owned()),
        ("zero-width", "a\u{200b}b\u{200c}c\u{feff}".to_owned()),
        ("only zero-width", "\u{200b}\u{200b}".to_owned()),
    ]
}

/// Every text field of the main job.
pub async fn in_every_text_field(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    page.up().await?;
    stage.step("start");
    for field in [INITIALS, DIFFERENT] {
        every_text(&page, &page.textbox(field), Some(BEGIN)).await?;
    }
    page.textbox(INITIALS).fill("A. B.").await?;
    page.textbox(DIFFERENT).fill(WORDS).await?;
    page.button(BEGIN).click().await?;
    stage.step("builder");
    page.textbox(WHAT_I_DO).seen().await?;
    page.greeted().await?;
    for field in [WHAT_I_DO, WHAT_HELPS, BY_WHEN] {
        every_text(&page, &page.textbox(field), None).await?;
    }
    page.part("radiogroup", CONFIDENCE).radio("5").click().await?;
    for field in ["What would make it a 6?", "Why a 5, and not a 4?"] {
        page.part("summary", field).click().await?;
        every_text(&page, &page.textbox(field), None).await?;
    }
    page.textbox(WHAT_I_DO).fill("Ride the bus").await?;
    stage.step("ladder");
    page.link(FIRST_STEP).nth(0).click().await?;
    page.textbox(SMALLEST_STEP).fill("Stand at the stop").await?;
    page.button(ADD_FIRST_STEP).click().await?;
    every_text(&page, &page.textbox("Step 1"), None).await?;
    every_text(&page, &page.textbox(ADD_STEP), Some(ADD)).await?;
    stage.step("open page");
    page.link(BACK_TO_PAGE).click().await?;
    page.part("summary", TODAY_DIFFERENT).click().await?;
    for field in [SMALL_THING, COMES_FIRST] {
        every_text(&page, &page.textbox(field).nth(0), None).await?;
    }
    stage.step("another wish");
    for (kind, text) in texts() {
        // A wish that is kept opens its own page; from there the next one is made.
        let wish = page.textbox(WHAT_ELSE);
        if wish.count().await? == 0 {
            page.part("summary", SOMETHING_ELSE).click().await?;
        }
        wish.paste(&text).await.at(kind)?;
        page.ask(json!({ "do": "settle" })).await?;
        harmless(&page).await.at(kind)?;
    }
    stage.step("desk");
    page.tool(DESK).await?;
    for more in [ABOUT_CHART, DONE_TOWARD] {
        page.part("summary", more).nth(0).click().await?;
    }
    for field in [AGREED, CLINICAL, INITIALS, SOMETHING_DONE] {
        every_text(&page, &page.textbox(field).nth(0), None).await?;
    }
    stage.step("settings");
    journey.to("#/settings").await?;
    every_text(&page, &page.textbox(PRACTICE_NAME), None).await?;
    stage.step("loaded again");
    journey.to("#/").await?;
    page.reload().await?;
    page.up().await?;
    page.link(&format!("*{WORDS}*")).seen().await.at("the chart")?;
    harmless(&page).await
}

/// Puts every text into a field, leaves it, and presses `button` where a field is kept by one.
async fn every_text(page: &Page, field: &Part<'_>, button: Option<&str>) -> Check {
    for (kind, text) in texts() {
        let place = format!("{kind} in {}", field.said());
        let charts = page.heading(CHARTS).count().await?;
        let steps = page.textbox("Step *").count().await?;
        field.paste(&text).await.at(&place)?;
        if let Some(button) = button {
            // Words alone cannot begin a chart without initials, and the other way round it would: so only bad
            // initials are pressed on.
            if button != BEGIN || kind == "only spaces" || kind == "only zero-width" {
                page.button(button).click().await.at(&place)?;
            }
        }
        page.ask(json!({ "do": "settle" })).await?;
        harmless(page).await.at(&place)?;
        let still = page.heading(CHARTS).count().await? == charts;
        ensure(still, || format!("{place}: the page went somewhere else"))?;
        let grown = steps < page.textbox("Step *").count().await?;
        let about = field.about().await.at(&place)?;
        let kept = about["text"].as_str().unwrap_or_default();
        let one_line = text.replace('\n', "");
        let spaced = text.replace('\n', " ");
        // A name is kept without the spaces around it; a client's words are kept as they are.
        let there = [text.as_str(), &one_line, &spaced, text.trim()].contains(&kept) || grown;
        let explained = !about["described"].as_str().unwrap_or_default().is_empty();
        if about["invalid"] == true {
            ensure(there && explained, || {
                format!(
                    "{place}: refused, so the text must still be there with a sentence beside it: {about}"
                )
            })?;
        } else if kind.starts_with("only") && button != Some(BEGIN) {
            // Nothing to keep and nothing said: then nothing was there before either.
            ensure(explained || kept.trim().is_empty(), || {
                format!("{place}: no sentence: {about}")
            })?;
        } else {
            // A line that gathers entries empties itself; a field of one line has its own way with line breaks.
            let elsewhere = kept.is_empty()
                && page_comes_to_hold(page, &[text.clone(), one_line.clone(), spaced.clone()])
                    .await?;
            ensure(there || elsewhere, || format!("{place}: the text is gone: {about}"))?;
        }
    }
    Ok(())
}

/// Whether the page shows the text somewhere, in another field or as text: a line that keeps and empties itself.
async fn page_comes_to_hold(page: &Page, forms: &[String]) -> Check<bool> {
    let script = "const clean = window.hands.clean;
        return arguments[0].map(clean).some((text) => clean(document.body.textContent).includes(text)
            || [...document.querySelectorAll('input,textarea')].some((one) => clean(one.value) === text))";
    let deadline = Instant::now() + PATIENCE;
    while Instant::now() < deadline {
        if page.script(script, vec![json!(forms)]).await? == true {
            return Ok(true);
        }
    }
    Ok(false)
}

/// No script ran and no element came out of a text.
async fn harmless(page: &Page) -> Check {
    let script = "return [window.broken === undefined, document.querySelectorAll('body script:not([src]), body img, iframe, object, embed').length]";
    let found = page.script(script, vec![]).await?;
    ensure(found == json!([true, 0]), || format!("a text became part of the page: {found}"))
}

/// Numbers out of range, a target that is where things stand, a day that is over: a sentence, and nothing lost.
pub async fn in_numbers_and_days(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.begin().await?;
    page.textbox(WHAT_I_DO).fill("Ride the bus to work").await?;
    let amount = page.group(HOW_MUCH);
    stage.step("numbers");
    for field in [NOW, THEN, UP_TO] {
        for number in ["-1", "1.5", "1e9", "99999999999999999999", "lots", "\u{ff13}", "<b>", "4 5"]
        {
            let place = format!("{number} in {field}");
            amount.textbox(field).paste(number).await?;
            let refused = |about: &Value| {
                let said = about["described"].as_str().unwrap_or_default();
                about["invalid"] == true && said.contains("whole number") && about["text"] == number
            };
            amount.textbox(field).until("refused with a sentence", refused).await.at(&place)?;
        }
        amount.textbox(field).fill("").await?;
    }
    stage.step("words instead of a number");
    amount.textbox(THEN).fill("almost never").await?;
    page.says("Hardly ever? 0 is fine").await?;
    amount.part("combobox", COUNTED_IN).choose(OUT_OF_TEN).await?;
    amount.textbox(THEN).until("still there", |about| about["text"] == "almost never").await?;
    page.says("Hardly ever? 0 is fine").await?;
    amount.part("combobox", COUNTED_IN).choose(TIMES_A_WEEK).await?;
    amount.textbox(THEN).fill("idk like 2").await?;
    amount.textbox(THEN).until("read as 2", |about| about["text"] == "2").await?;
    page.silent_on("Hardly ever?").await?;
    stage.step("target where things stand now");
    amount.textbox(NOW).fill("3").await?;
    amount.textbox(THEN).fill("3").await?;
    page.part("region", IN_YOUR_WORDS).says("That is where you are now").await?;
    stage.step("a range that runs backwards");
    amount.textbox(UP_TO).fill("1").await?;
    page.says("Put the smaller number in Then").await?;
    amount.textbox(UP_TO).fill("").await?;
    stage.step("days");
    for (day, sentence) in [
        ("November 1, 2026", "already over"),
        ("yesterday", ""),
        ("some day", "cannot read this as a day"),
        ("February 30, 2027", "cannot read this as a day"),
    ] {
        page.textbox(BY_WHEN).paste(day).await?;
        let refused = |about: &Value| {
            let said = about["described"].as_str().unwrap_or_default();
            about["invalid"] == true && said.contains(sentence) && about["text"] == day
        };
        page.textbox(BY_WHEN).until("refused with a sentence", refused).await.at(day)?;
    }
    page.textbox(BY_WHEN).fill("in 8 weeks").await?;
    page.says("January 18, 2027").await?;
    journey.saved().await
}
