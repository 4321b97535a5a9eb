//! A part of a page, named as a screen reader names it, and what can be done with it.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{TypingData, WebElement};

use crate::engine::Engine;
use crate::fault::{Check, Where, ensure};
use crate::page::{PATIENCE, Page};

/// A role and a name, perhaps inside another part.
#[derive(Debug, Clone)]
pub struct Part<'p> {
    page: &'p Page,
    path: Vec<Value>,
    said: String,
}

impl<'p> Part<'p> {
    /// A part anywhere in the page; any name when none is given.
    pub fn new(page: &'p Page, role: &'static str, name: Option<&str>) -> Self {
        Self {
            page,
            path: vec![json!({ "role": role, "name": name.unwrap_or("*") })],
            said: format!("{role} {:?}", name.unwrap_or("*")),
        }
    }

    /// A part inside this one.
    #[must_use]
    pub fn part(&self, role: &'static str, name: &str) -> Self {
        let mut inner = self.clone();
        inner.path.push(json!({ "role": role, "name": name }));
        inner.said = format!("{role} {name:?} in {}", self.said);
        inner
    }

    /// A button inside this part.
    #[must_use]
    pub fn button(&self, name: &str) -> Self {
        self.part("button", name)
    }

    /// A field inside this part.
    #[must_use]
    pub fn textbox(&self, name: &str) -> Self {
        self.part("textbox", name)
    }

    /// A choice inside this part.
    #[must_use]
    pub fn radio(&self, name: &str) -> Self {
        self.part("radio", name)
    }

    /// One of several alike, counted from 0.
    #[must_use]
    pub fn nth(mut self, number: usize) -> Self {
        if let Some(last) = self.path.last_mut() {
            last["nth"] = json!(number);
        }
        self.said = format!("{} number {}", self.said, number + 1);
        self
    }

    /// How it is said in a sentence.
    pub fn said(&self) -> &str {
        &self.said
    }

    fn path(&self) -> Value {
        Value::Array(self.path.clone())
    }

    /// What the page tells about it.
    pub async fn about(&self) -> Check<Value> {
        self.page.ask(json!({ "do": "about", "path": self.path() })).await
    }

    /// Waits until it is there to see.
    pub async fn seen(&self) -> Check {
        self.page.ask(json!({ "do": "wait", "path": self.path() })).await.map(|_| ())
    }

    /// Waits until it is gone.
    pub async fn gone(&self) -> Check {
        self.page.ask(json!({ "do": "without", "path": self.path() })).await.map(|_| ())
    }

    /// How many there are now.
    pub async fn count(&self) -> Check<u64> {
        let count = self.page.ask(json!({ "do": "count", "path": self.path() })).await?;
        Ok(count.as_u64().unwrap_or(0))
    }

    /// Its text, or its value if it is a field.
    pub async fn text(&self) -> Check<String> {
        Ok(self.about().await?["text"].as_str().unwrap_or_default().to_owned())
    }

    /// Waits until `fact` holds for what the page tells about it.
    pub async fn until(&self, what: &str, fact: impl Fn(&Value) -> bool) -> Check {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let about = self.about().await?;
            if fact(&about) {
                return Ok(());
            }
            ensure(Instant::now() < deadline, || {
                format!("{} should be {what}, but is {about}", self.said)
            })?;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until its text holds these words.
    pub async fn says(&self, words: &str) -> Check {
        self.until(&format!("saying {words:?}"), |about| {
            about["text"].as_str().is_some_and(|text| text.contains(words))
        })
        .await
    }

    /// Waits until it is chosen.
    pub async fn chosen(&self) -> Check {
        self.until("chosen", |about| about["checked"] == true).await
    }

    /// Presses it with the pointer, where there is a driver.
    pub async fn click(&self) -> Check {
        if self.page.browser.driver.is_none() {
            let step = json!({ "do": "click", "path": self.path() });
            return self.page.ask(step).await.map(|_| ()).at(&self.said);
        }
        let step = json!({ "do": "steady", "path": self.path() });
        self.page.ask(step).await.at(&self.said)?;
        // A page that is just drawing itself anew may take the element away between finding and pressing.
        let deadline = Instant::now() + PATIENCE;
        loop {
            let element = self.page.element(&self.path()).await?;
            // A radio or a checkbox is often drawn by its label; a finger meets the label.
            let result = match element.click().await {
                Err(_) if self.drawn_by_label() => {
                    let script = "const label = arguments[0].labels && arguments[0].labels[0]; return label || arguments[0]";
                    let driver = self.page.browser.session()?;
                    let label = driver.execute(script, vec![element.to_json()?]).await?;
                    label.element()?.click().await
                }
                other => other,
            };
            match result {
                Ok(()) => return Ok(()),
                Err(error) if Instant::now() > deadline => {
                    return Err(error).at(format!("press {}", self.said));
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(30)).await,
            }
        }
    }

    /// Presses it as a finger does: down, and up at the same place a moment later, wherever it may be by then.
    pub async fn tap(&self) -> Check {
        self.page.ask(json!({ "do": "steady", "path": self.path() })).await.at(&self.said)?;
        let (x, y) = self.middle(false).await?;
        let driver = self.page.browser.session()?;
        let pace = Some(Duration::from_millis(60));
        let press = driver.action_chain_with_delay(None, pace).move_to(x, y).click_and_hold();
        press.release().perform().await.at(&self.said)
    }

    fn drawn_by_label(&self) -> bool {
        self.path.last().is_some_and(|part| {
            matches!(part["role"].as_str(), Some("radio" | "checkbox" | "switch"))
        })
    }

    /// Empties the field and types, key by key, then leaves it with Tab as fingers do.
    pub async fn fill(&self, text: &str) -> Check {
        if self.page.browser.driver.is_none() {
            return self.paste(text).await;
        }
        self.page.wake().await?;
        let element = self.emptied().await?;
        if !text.is_empty() {
            element.send_keys(text).await.at(&self.said)?;
        }
        let held = self.until(&format!("holding {text:?}"), |about| about["text"] == text).await;
        if held.is_err() && self.page.engine() == Engine::WebKit {
            // WebKitGTK's driver loses keys on a busy machine; what is in the field says so. A second round of keys
            // would first empty the field, which counts as leaving it.
            println!("{:<9} pasted: keys did not reach {}", self.page.engine(), self.said);
            return self.paste(text).await;
        }
        held?;
        self.leave().await
    }

    /// The field with nothing in it. The page may draw another in its place between finding and emptying it.
    async fn emptied(&self) -> Check<WebElement> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let element = self.page.element(&self.path()).await?;
            match element.clear().await {
                Ok(()) => return Ok(element),
                Err(error) if Instant::now() > deadline => return Err(error).at(&self.said),
                Err(_) => tokio::time::sleep(Duration::from_millis(30)).await,
            }
        }
    }

    /// Puts text in as one paste, whatever it is made of, and leaves the field.
    pub async fn paste(&self, text: &str) -> Check {
        let step = json!({ "do": "paste", "path": self.path(), "value": text });
        self.page.ask(step).await.at(&self.said)?;
        self.leave().await
    }

    async fn leave(&self) -> Check {
        self.page.ask(json!({ "do": "leave" })).await.map(|_| ())
    }

    /// Types into it without leaving it.
    pub async fn type_keys(&self, keys: impl Into<TypingData>) -> Check {
        let element = self.page.element(&self.path()).await?;
        element.send_keys(keys).await.at(&self.said)
    }

    /// Hands a file to a file field.
    pub async fn give_file(&self, file: &std::path::Path) -> Check {
        let element = self.page.element(&self.path()).await?;
        element.send_keys(file.to_string_lossy().as_ref()).await.at(&self.said)
    }

    /// Chooses the option with that name.
    pub async fn choose(&self, option: &str) -> Check {
        let step = json!({ "do": "choose", "path": self.path(), "value": option });
        self.page.ask(step).await.at(&self.said).map(|_| ())
    }

    /// Moves the focus to it.
    pub async fn focus(&self) -> Check {
        let step = json!({ "do": "to", "path": self.path() });
        self.page.ask(step).await.at(&self.said).map(|_| ())
    }

    /// The middle of it in the window, or of the grip of its row; brought into view first.
    async fn middle(&self, grip: bool) -> Check<(i64, i64)> {
        let step = json!({ "do": "middle", "path": self.path(), "grip": grip });
        let middle = self.page.ask(step).await?;
        Ok((middle[0].as_i64().unwrap_or(0), middle[1].as_i64().unwrap_or(0)))
    }

    /// Drags it onto another part, with the pointer held down all the way.
    pub async fn drag_to(&self, other: &Part<'_>) -> Check {
        self.drag(other, false).await
    }

    /// Drags its row by the grip onto the row of another part.
    pub async fn drag_row_to(&self, other: &Part<'_>) -> Check {
        self.drag(other, true).await
    }

    async fn drag(&self, other: &Part<'_>, grip: bool) -> Check {
        other.middle(grip).await?;
        let (from_x, from_y) = self.middle(grip).await?;
        let (to_x, to_y) = other.middle(grip).await?;
        let driver = self.page.browser.session()?;
        let mut chain = driver
            .action_chain_with_delay(None, Some(Duration::from_millis(20)))
            .move_to(from_x, from_y)
            .click_and_hold();
        // A little past the middle: a row gives way once the held one is over more than half of it.
        let past = (to_y - from_y).signum() * 24;
        for step in 1..=8 {
            let along = |from: i64, to: i64| from + (to - from) * step / 8;
            chain = chain.move_to(along(from_x, to_x), along(from_y, to_y + past));
        }
        chain.release().perform().await.at(&self.said)
    }
}
