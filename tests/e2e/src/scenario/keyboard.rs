//! The whole job by keyboard alone: Tab, Enter, Space, arrows and letters; the focus is always seen and never lost.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;
use thirtyfour::Key;

use crate::engine::Engine;
use crate::fault::{Check, Where, ensure};
use crate::journey::{FIRST_DAY, Journey, LATER_DAY, Look, SENTENCE, STEPS_DONE, WORDS};
use crate::names::*;
use crate::page::Page;
use crate::stage::Stage;

/// More Tabs than any page has stops.
const MOST_TABS: usize = 90;

/// Nothing but keys from the first screen to the worksheet.
pub async fn whole_job(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    let keys = Keys { page: &page };
    stage.step("start");
    keys.write(INITIALS, "A. B.").await?;
    keys.write(DIFFERENT, WORDS).await?;
    keys.press_on("button", BEGIN, Key::Enter).await?;
    page.textbox(WHAT_I_DO).seen().await?;
    keys.held().await.at("after Begin")?;
    stage.step("builder");
    keys.write(WHAT_I_DO, "Ride the bus to work").await?;
    keys.write(WHAT_HELPS, "my breathing card").await?;
    keys.to("combobox", COUNTED_IN).await?;
    // Times a week stands chosen already; WebKitGTK would open its menu.
    if stage.engine != Engine::WebKit {
        page.press("times a w").await?;
    }
    keys.write(NOW, "0").await?;
    keys.write(THEN, "3").await?;
    keys.write(BY_WHEN, "in 8 weeks").await?;
    page.press(Key::Tab).await?;
    page.says(SENTENCE).await?;
    keys.choose(8).await.at("importance")?;
    keys.choose(3).await.at("confidence")?;
    for (question, answer) in [
        ("What would make it a 9?", "My sister would notice"),
        ("What would make it a 4?", "Riding with someone"),
    ] {
        keys.press_on("summary", question, Key::Enter).await?;
        keys.write(question, answer).await?;
    }
    keys.press_on("link", FIRST_STEP, Key::Enter).await?;
    page.textbox(SMALLEST_STEP).seen().await?;
    keys.held().await.at("after the link to the ladder")?;
    stage.step("ladder");
    keys.to("textbox", SMALLEST_STEP).await?;
    for step in [STEPS_DONE[1], STEPS_DONE[0], STEPS_DONE[2]] {
        page.press(step).await?;
        page.press(Key::Enter).await?;
        page.part("textbox", ADD_STEP).until("empty again", |about| about["text"] == "").await?;
        keys.held().await.at("after adding a step")?;
    }
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    keys.press_on("button", &format!("Move down: {}", STEPS_DONE[0]), Key::Enter).await?;
    journey.order(STEPS_DONE).await?;
    keys.held().await.at("after moving a step")?;
    keys.press_on("checkbox", &format!("Reached: {}", STEPS_DONE[0]), Key::Space).await?;
    page.says("Reached Nov 23").await?;
    stage.step("later");
    page.set_day(LATER_DAY).await?;
    keys.press_on("link", BACK_TO_PAGE, Key::Enter).await?;
    page.part("summary", TOOLS).seen().await?;
    keys.press_on("summary", TOOLS, Key::Enter).await?;
    keys.press_on("link", LADDER, Key::Enter).await?;
    page.part("radiogroup", CONFIDENCE).seen().await?;
    keys.held().await.at("after the link to the ladder")?;
    keys.to("radio", "*").await?;
    keys.choose(4).await.at("progress")?;
    keys.choose(6).await.at("confidence again")?;
    page.says("Before, on November 23, 2026: 3.").await?;
    keys.press_on("summary", AS_TABLE, Key::Enter).await?;
    stage.step("worksheet");
    keys.press_on("link", WORKSHEET_HOME, Key::Enter).await?;
    page.says(WORDS).await?;
    keys.held().await.at("on the worksheet")?;
    journey.saved().await
}

struct Keys<'p> {
    page: &'p Page,
}

impl Keys<'_> {
    /// Holds once the focus is on something.
    async fn held(&self) -> Check {
        let deadline = Instant::now() + Duration::from_secs(2);
        loop {
            let focus = self.page.focus().await?;
            if focus["lost"] == false {
                return Ok(());
            }
            ensure(Instant::now() < deadline, || "the focus is lost".to_owned())?;
        }
    }

    /// Tabs until the focus is on that part; on every stop it must be seen.
    async fn to(&self, role: &str, name: &str) -> Check<Value> {
        let mut stops = Vec::new();
        for _ in 0..MOST_TABS {
            let focus = self.page.focus().await?;
            let here = focus["name"].as_str().unwrap_or_default().to_owned();
            if focus["role"] == role && (name == "*" || here == name) {
                return Ok(focus);
            }
            stops.push(format!("{} {here}", focus["role"].as_str().unwrap_or_default()));
            self.page.press(Key::Tab).await?;
            let mut focus = self.page.focus().await?;
            if focus["awake"] == false {
                self.page.wake().await?;
                focus = self.page.focus().await?;
            }
            let fell = focus["fell"].as_str().unwrap_or_default();
            ensure(focus["lost"] == false || fell.is_empty(), || {
                format!("the focus fell off the page when {fell:?} was taken away")
            })?;
            // Past the last stop the focus is the browser's own for one Tab or two.
            if focus["lost"] == false && focus["awake"] == true {
                self.seen(focus).await?;
            }
        }
        Err(crate::fault::Fault(format!(
            "Tab never comes to {role} {name:?}; stops: {}",
            stops.join(", ")
        )))
    }

    /// Holds once the focus is seen: a page may need a moment to scroll there.
    async fn seen(&self, mut focus: Value) -> Check {
        let deadline = Instant::now() + Duration::from_secs(2);
        while focus["visible"] != true || focus["inside"] != true {
            ensure(Instant::now() < deadline, || format!("the focus cannot be seen: {focus}"))?;
            focus = self.page.focus().await?;
        }
        Ok(())
    }

    async fn press_on(&self, role: &str, name: &str, key: Key) -> Check {
        self.to(role, name).await?;
        self.page.press(key).await
    }

    async fn write(&self, name: &str, text: &str) -> Check {
        self.to("textbox", name).await?;
        self.page.press(text).await?;
        self.page.textbox(name).until("written", |about| about["text"] == text).await
    }

    /// On the next ruler: to its lowest number, then up to `value`, and on.
    async fn choose(&self, value: u8) -> Check {
        self.to("radio", "*").await?;
        self.page.press(Key::Home).await?;
        for _ in 1..value {
            self.page.press(Key::Right).await?;
        }
        let focus = self.page.focus().await?;
        ensure(focus["name"] == value.to_string().as_str() && focus["checked"] == true, || {
            format!("arrows should have come to {value}: {focus}")
        })?;
        self.page.press(Key::Space).await?;
        // Off this ruler and its slider, so that the next one is the next.
        self.to("slider", "*").await?;
        self.page.press(Key::Tab).await
    }
}
