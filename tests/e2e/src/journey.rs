//! The main job, step by step, as two people do it; scenarios and pictures walk it alike.

use std::path::PathBuf;

use serde_json::json;

use crate::axe;
use crate::fault::{Check, Where, ensure};
use crate::names::*;
use crate::page::Page;
use crate::stage::Stage;
use crate::viewport::{self, SIZES};

/// The day of the first session, and of a later one.
pub const FIRST_DAY: &str = "2026-11-23";
pub const LATER_DAY: &str = "2026-12-07";

/// The client's own words.
pub const WORDS: &str = "I want to feel better";
/// The sentence made of them, as every page must show it.
pub const SENTENCE: &str = "I will ride the bus to work with my breathing card, 3 times a week, up from 0, by January 18, 2027.";
/// Steps of the ladder, lowest first.
pub const STEPS_DONE: [&str; 3] =
    ["Stand at the bus stop", "Ride one stop", "Ride to work with a friend"];

/// What is done in every state that the walk comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// Only walk.
    Past,
    /// Run the accessibility rules at three widths, and ask for no sideways scroll.
    Closely,
    /// Ask for no sideways scroll in the size there is.
    Narrow,
    /// Take pictures at four sizes into that folder.
    Pictures(PathBuf),
}

/// A page on its way through the main job.
#[derive(Debug)]
pub struct Journey<'a> {
    /// Where it plays.
    pub stage: &'a Stage,
    /// The page.
    pub page: &'a Page,
    /// What to do in every state.
    pub look: Look,
}

impl Journey<'_> {
    /// Comes to a state: says so, waits until the page is in charge of itself, looks.
    pub async fn state(&self, name: &str) -> Check {
        self.stage.step(name);
        match &self.look {
            Look::Past => Ok(()),
            Look::Narrow => viewport::no_sideways_scroll(self.page, name).await,
            Look::Closely => {
                axe::clean(self.page, name).await?;
                viewport::resize(self.page, 320, 640).await?;
                viewport::no_sideways_scroll(self.page, name).await?;
                viewport::resize(self.page, 1024, 768).await
            }
            Look::Pictures(folder) => self.pictures(name, folder.clone()).await,
        }
    }

    async fn pictures(&self, name: &str, folder: PathBuf) -> Check {
        std::fs::create_dir_all(&folder)?;
        let file = name.replace([' ', ','], "-");
        for (width, height) in SIZES {
            viewport::resize(self.page, width, height).await?;
            self.page.ask(json!({ "do": "still" })).await?;
            for light in axe::LIGHTS {
                axe::in_light(self.page, light).await?;
                let picture = viewport::whole_page(self.page).await?;
                std::fs::write(folder.join(format!("{file}-{width}-{light}.png")), picture)?;
            }
        }
        axe::in_light(self.page, "").await?;
        viewport::resize(self.page, 1024, 768).await
    }

    /// Waits until the page says that the last change is kept.
    pub async fn saved(&self) -> Check {
        self.page.says(SAVED).await.at("the sign")
    }

    /// From the first screen to a chart with its words, and saved.
    pub async fn begin(&self) -> Check {
        self.start("A. B.").await?;
        self.state("builder, empty").await?;
        self.saved().await
    }

    /// From the first screen to a chart with its words.
    pub async fn start(&self, initials: &str) -> Check {
        let page = self.page;
        page.up().await?;
        page.set_day(FIRST_DAY).await?;
        page.textbox(INITIALS).seen().await?;
        self.state("start, empty").await?;
        page.textbox(INITIALS).fill(initials).await?;
        page.textbox(DIFFERENT).fill(WORDS).await?;
        page.button(BEGIN).click().await?;
        page.heading(&format!("*{WORDS}*")).seen().await?;
        page.textbox(WHAT_I_DO).seen().await?;
        page.greeted().await
    }

    /// The four places of the sentence, each with the question that is asked before it.
    pub async fn build(&self) -> Check {
        let page = self.page;
        let words = page.part("region", IN_YOUR_WORDS);
        words.says("?").await.at("the question to ask aloud")?;
        page.textbox(WHAT_I_DO).fill("Ride the bus to work").await?;
        page.part("region", COULD_SEE).says("I will ride the bus to work").await?;
        page.textbox(WHAT_HELPS).fill("my breathing card").await?;
        let amount = page.group(HOW_MUCH);
        amount.textbox(NOW).fill("0").await?;
        amount.textbox(THEN).fill("3").await?;
        page.textbox(BY_WHEN).fill("in 8 weeks").await?;
        page.says(SENTENCE).await?;
        words.says(WORDS).await.at("the client's own words, untouched")?;
        self.state("builder, sentence whole").await?;
        self.saved().await
    }

    /// Importance 8 and confidence 3, each with its two questions.
    pub async fn rate(&self) -> Check {
        let page = self.page;
        for (question, value, higher, lower) in [
            (IMPORTANCE, "8", "My sister would notice", "I miss my job"),
            (CONFIDENCE, "3", "Riding with someone first", "I did it once last year"),
        ] {
            self.stage.step(format!("rating: {question}"));
            page.silent_on(BEFORE).await?;
            page.part("radiogroup", question).radio(value).click().await?;
            page.part("radiogroup", question).radio(value).chosen().await?;
            let next = value.parse::<u8>().unwrap_or(0) + 1;
            let question = format!("What would make it a* {next}?");
            page.part("summary", &question).click().await?;
            page.textbox(&question).fill(higher).await?;
            let number = if value == "8" { 0 } else { 1 };
            page.part("summary", NOT_LOWER).nth(number).click().await?;
            page.textbox(NOT_LOWER).nth(number).fill(lower).await?;
        }
        page.button("Start with once a week").seen().await.at("something smaller to begin with")?;
        self.state("builder, rated").await?;
        self.saved().await
    }

    /// Three steps, worded, moved by its button and weighed; the first one reached.
    pub async fn climb(&self) -> Check {
        let page = self.page;
        page.link(FIRST_STEP).nth(0).click().await?;
        page.textbox(SMALLEST_STEP).seen().await?;
        page.greeted().await?;
        self.state("ladder, empty").await?;
        // Put on in another order on purpose, so that there is something to move.
        let (mut ask, mut add) = (SMALLEST_STEP, ADD_FIRST_STEP);
        for step in [STEPS_DONE[1], STEPS_DONE[0], STEPS_DONE[2]] {
            page.textbox(ask).fill(step).await?;
            page.button(add).click().await?;
            (ask, add) = (ADD_STEP, ADD);
        }
        self.order([STEPS_DONE[1], STEPS_DONE[0], STEPS_DONE[2]]).await?;
        page.button(&format!("Move down: {}", STEPS_DONE[0])).click().await?;
        self.order(STEPS_DONE).await?;
        if page.browser.driver.is_some() {
            self.stage.step("dragging a step down and up again");
            page.textbox("Step 3").drag_row_to(&page.textbox("Step 1")).await?;
            self.order([STEPS_DONE[2], STEPS_DONE[0], STEPS_DONE[1]]).await?;
            page.textbox("Step 1").drag_row_to(&page.textbox("Step 3")).await?;
            self.order(STEPS_DONE).await?;
        }
        for (step, effort) in STEPS_DONE.into_iter().zip(["2 of 10", "4 of 10", "7 of 10"]) {
            page.part("combobox", &format!("Effort: {step}")).choose(effort).await?;
        }
        page.part("checkbox", &format!("Reached: {}", STEPS_DONE[0])).click().await?;
        page.says("Reached Nov 23").await?;
        self.state("ladder, three steps").await?;
        self.saved().await
    }

    /// The steps stand in that order, lowest first.
    pub async fn order(&self, steps: [&str; 3]) -> Check {
        for (number, step) in steps.into_iter().enumerate() {
            self.page
                .textbox(&format!("Step {}", number + 1))
                .until(&format!("{step:?}"), |about| about["text"] == step)
                .await?;
        }
        Ok(())
    }

    /// A later day: the same question again, the earlier answer only after this one.
    pub async fn later(&self) -> Check {
        let page = self.page;
        self.stage.step("two weeks later");
        page.set_day(LATER_DAY).await?;
        page.link(BACK_TO_PAGE).click().await?;
        page.part("summary", TOOLS).seen().await?;
        self.state("open page").await?;
        page.tool(LADDER).await?;
        let sure = page.part("radiogroup", CONFIDENCE);
        sure.seen().await?;
        page.silent_on(BEFORE).await.at("before answering")?;
        sure.radio("6").click().await?;
        page.says("Before, on November 23, 2026: 3.").await?;
        page.part("radiogroup", PROGRESS).radio("4").click().await?;
        self.state("ladder, later, rated again").await?;
        self.saved().await
    }

    /// Each picture is a sentence and a table too.
    pub async fn pictures_as_words(&self) -> Check {
        let page = self.page;
        self.stage.step("pictures as tables");
        let went = page.part("region", HOW_IT_WENT);
        went.says("3").await?;
        went.says("6").await?;
        for region in [STEPS, HOW_IT_WENT] {
            page.part("region", region).part("summary", AS_TABLE).click().await?;
        }
        for step in STEPS_DONE {
            page.part("table", STEPS_TABLE).says(step).await?;
        }
        let ratings = went.part("table", RATINGS_TABLE);
        let higher = "What would make it a 9: My sister would notice";
        for said in ["Nov 23, 2026", higher, "Why not a 7: I miss my job"] {
            ratings.says(said).await?;
        }
        self.state("ladder, tables open").await
    }

    /// What must stand on the worksheet's page.
    pub async fn worksheet(&self) -> Check {
        let page = self.page;
        page.link(WORKSHEET_HOME).click().await?;
        page.says(WORDS).await?;
        page.says("ride the bus to work").await?;
        page.says("by January 18, 2027").await?;
        page.says("Fill in a ring on each day you did it.").await?;
        let text = page.text().await?;
        for (what, most) in [("January", 1), ("December 7", 1), (STEPS_DONE[1], 2), ("Client", 0)] {
            let found = text.matches(what).count();
            ensure(found <= most, || format!("{what:?} stands there {found} times"))?;
        }
        self.state("worksheet").await
    }

    /// All that was written is there, in a browser that was closed in between.
    pub async fn all_there(&self) -> Check {
        let page = self.page;
        self.stage.step("reopened: the list");
        page.up().await?;
        page.link(&format!("*{WORDS}*")).click().await?;
        self.stage.step("reopened: the open page");
        page.heading(&format!("*{WORDS}*")).seen().await?;
        page.says("ride the bus to work").await?;
        page.says(STEPS_DONE[1]).await?;
        page.tool(THE_SENTENCE).await?;
        self.stage.step("reopened: the builder");
        for (field, text) in
            [(WHAT_I_DO, "Ride the bus to work"), (WHAT_HELPS, "my breathing card")]
        {
            page.textbox(field).until(text, |about| about["text"] == text).await?;
        }
        page.says(SENTENCE).await?;
        page.link(FIRST_STEP).nth(0).click().await?;
        self.stage.step("reopened: the ladder");
        page.button(CHANGE_STEPS).click().await?;
        self.order(STEPS_DONE).await?;
        page.part("checkbox", &format!("Reached*: {}", STEPS_DONE[0])).chosen().await?;
        let went = page.part("region", HOW_IT_WENT);
        went.says("6").await
    }

    /// Everything up to the worksheet.
    pub async fn whole(&self) -> Check {
        self.begin().await?;
        self.build().await?;
        self.rate().await?;
        self.climb().await?;
        self.later().await?;
        self.pictures_as_words().await?;
        self.worksheet().await
    }

    /// The address of this page within the app: "#/...".
    pub async fn here(&self) -> Check<String> {
        let address = self.page.ask(json!({ "do": "address" })).await?;
        let address = address.as_str().unwrap_or_default();
        Ok(format!("#{}", address.split_once('#').map_or("/", |(_, hash)| hash)))
    }

    /// The address of another page of the app, without loading anything.
    pub async fn to(&self, hash: &str) -> Check {
        self.page.ask(json!({ "do": "hash", "value": hash })).await?;
        Ok(())
    }
}
