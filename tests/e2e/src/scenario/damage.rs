//! One flipped bit in a stored value: it is seen, healed or kept aside, and no wrong value is ever shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::fault::{Check, Fault, Where, ensure, same};
use crate::journey::{Journey, Look, SENTENCE, STEPS_DONE};
use crate::names::*;
use crate::page::Page;
use crate::stage::Stage;

/// The kinds of keys: heads, blocks, single changes, lists of what there is.
const KINDS: [&str; 4] = ["fh1.boot.", "fh1.b.", "fh1.j.", "fh1.m."];
/// Places in a value where a bit is flipped, in percent of its length.
const PLACES: [usize; 5] = [0, 20, 50, 80, 100];
/// Changes after which a block is sealed, and a few more that stay single.
const CHANGES: usize = 70;

type Records = BTreeMap<String, String>;

/// Every kind of key, five places each, in either store; then both copies of one block.
pub async fn one_flipped_bit(stage: Arc<Stage>) -> Check {
    let profile = stage.profile()?;
    let page = stage.plain(&profile).await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.begin().await?;
    journey.build().await?;
    journey.climb().await?;
    stage.step("many changes");
    let effort = page.part("combobox", &format!("Effort: {}", STEPS_DONE[2]));
    for number in 0..CHANGES {
        effort.choose(if number % 2 == 0 { "8 of 10" } else { "7 of 10" }).await?;
    }
    journey.saved().await?;
    for kind in KINDS {
        for (number, place) in PLACES.into_iter().enumerate() {
            let in_log = number % 2 == 0;
            let store = if in_log { "localStorage" } else { "IndexedDB" };
            stage.step(format!("a bit of {kind}* at {place} % in {store}"));
            let before = if in_log { log(&page).await? } else { receipt(&page).await? };
            let key = newest(&before, kind)?;
            let damaged = flipped(before.get(&key).map_or("", String::as_str), place);
            put(&page, in_log, &key, &damaged).await?;
            page.reload().await?;
            page.up().await?;
            let said = page.text().await?.contains(HAVE_READ);
            let after = if in_log { log(&page).await? } else { receipt(&page).await? };
            let gone = after.get(&key) != Some(&damaged);
            ensure(said || gone, || format!("the damage in {key} was not seen"))?;
            unharmed(&page).await?;
            if said {
                page.button(HAVE_READ).click().await?;
            }
        }
    }
    both_copies(&stage, &page).await?;
    stage.step("closed and opened after all that");
    stage.kill(&page);
    let page = stage.plain(&profile).await?;
    page.up().await?;
    only_true_values(&page).await
}

/// Both copies of a block: it is named and kept aside, and what is shown is true.
async fn both_copies(stage: &Stage, page: &Page) -> Check {
    stage.step("both copies of a block");
    let key = newest(&log(page).await?, "fh1.b.")?;
    for (in_log, place) in [(true, 40), (false, 60)] {
        let records = if in_log { log(page).await? } else { receipt(page).await? };
        let value = records.get(&key).ok_or(Fault(format!("{key} has no second copy")))?;
        put(page, in_log, &key, &flipped(value, place)).await?;
    }
    page.reload().await?;
    page.up().await?;
    page.says("damaged in both copies").await?;
    let aside = log(page).await?.keys().any(|key| key.starts_with("fh1.q."));
    ensure(aside, || "nothing was kept aside".to_owned())?;
    only_true_values(page).await
}

/// Everything is as it was written.
async fn unharmed(page: &Page) -> Check {
    page.ask(json!({ "do": "hash", "value": "#/" })).await?;
    page.link("*I want to feel better*").click().await?;
    page.tool(THE_SENTENCE).await?;
    page.says(SENTENCE).await?;
    page.link(FIRST_STEP).nth(0).click().await?;
    page.button(CHANGE_STEPS).click().await?;
    for (number, step) in STEPS_DONE.into_iter().enumerate() {
        let field = page.textbox(&format!("Step {}", number + 1));
        field.until(step, |about| about["text"] == step).await?;
    }
    let effort = page.part("combobox", &format!("Effort: {}", STEPS_DONE[2])).about().await?;
    same("effort", &effort["text"], &json!("7"))?;
    page.ask(json!({ "do": "hash", "value": "#/" })).await?;
    Ok(())
}

/// What is shown was once written, or is blank: never anything else.
async fn only_true_values(page: &Page) -> Check {
    page.ask(json!({ "do": "hash", "value": "#/" })).await?;
    page.heading(CHARTS).seen().await?;
    let rows = page.link("*I want to feel better*");
    if rows.count().await? == 0 {
        return Ok(()); // the chart itself stood in the block; it is named as missing
    }
    rows.click().await?;
    page.tool(LADDER).await?;
    page.heading("Steps, *").seen().await.at("the ladder")?;
    if page.button(CHANGE_STEPS).count().await? != 0 {
        page.button(CHANGE_STEPS).click().await?;
    }
    let list = page.ask(json!({ "do": "list" })).await?;
    let fields = list.as_array().into_iter().flatten().filter(|part| {
        part[0] == "textbox" && part[1].as_str().is_some_and(|name| name.starts_with("Step "))
    });
    for field in fields {
        let text = page.textbox(field[1].as_str().unwrap_or_default()).text().await?;
        ensure(STEPS_DONE.contains(&text.as_str()), || format!("a step nobody wrote: {text:?}"))?;
    }
    Ok(())
}

async fn log(page: &Page) -> Check<Records> {
    let records = page.ask(json!({ "do": "records" })).await?;
    Ok(serde_json::from_value(records)?)
}

async fn receipt(page: &Page) -> Check<Records> {
    let records = page.ask(json!({ "do": "stores" })).await?;
    let of =
        |record: &Value| Some((record[2].as_str()?.to_owned(), record[3].as_str()?.to_owned()));
    Ok(records.as_array().into_iter().flatten().filter_map(of).collect())
}

async fn put(page: &Page, in_log: bool, key: &str, value: &str) -> Check {
    let step = if in_log {
        json!({ "do": "put", "key": key, "value": value })
    } else {
        json!({ "do": "stores", "change": ["foothold", "records", key, value] })
    };
    page.ask(step).await.map(|_| ())
}

fn newest(records: &Records, kind: &str) -> Check<String> {
    let keys: Vec<&String> = records.keys().filter(|key| key.starts_with(kind)).collect();
    let newest = keys.last().map(|key| (*key).clone());
    newest.ok_or_else(|| {
        Fault(format!("no record of the kind {kind}; there are: {:?}", records.keys()))
    })
}

/// The text with one bit of one character turned.
fn flipped(text: &str, percent: usize) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let place = (bytes.len().saturating_sub(1) * percent) / 100;
    if let Some(byte) = bytes.get_mut(place) {
        *byte ^= 1;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::flipped;

    #[test]
    fn one_character_differs() {
        assert_eq!(flipped("abc", 0), "`bc");
        assert_eq!(flipped("abc", 100), "abb");
    }
}
