//! The mountain of a child of 7: their own words, one stone at a time, tapped, taken back, and the way to paper.

use std::sync::Arc;

use thirtyfour::Key;

use crate::engine::Engine;
use crate::fault::{Check, Fault, Where, same};
use crate::journey::{FIRST_DAY, Journey, Look};
use crate::names::*;
use crate::page::Page;
use crate::paper::{PAPERS, print};
use crate::stage::Stage;
use crate::viewport::resize;

/// The child's own words.
pub const CHILD_WORDS: &str = "Me and my creature stay in bed with the small light";
/// Steps of the ladder, lowest first.
pub const STONES: [&str; 4] = [
    "Lights low, ten slow breaths",
    "The door open a bit",
    "In bed until the clock sun comes",
    "A night at Grandma's",
];

/// What the child will do, and what helps.
pub const FLAG: &str = "Sleep in my own bed";
pub const HELPER: &str = "Mom reads with me";

/// From the first screen to the builder, with the words of a child of 7.
pub async fn begin(page: &Page) -> Check {
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    page.part("radiogroup", AGE).radio("7 to 8").click().await?;
    page.textbox(INITIALS).fill("J. K.").await?;
    page.textbox(DIFFERENT).fill(CHILD_WORDS).await?;
    page.button(BEGIN).click().await?;
    page.textbox(WHAT_I_DO).seen().await?;
    page.greeted().await
}

/// Four steps on an empty ladder.
pub async fn put_steps(page: &Page) -> Check {
    let (mut ask, mut add) = (SMALLEST_STEP, ADD_FIRST_STEP);
    for step in STONES {
        page.textbox(ask).fill(step).await?;
        page.button(add).click().await?;
        (ask, add) = (ADD_STEP, ADD);
    }
    page.textbox("Step 4").until("the fourth step", |about| about["text"] == STONES[3]).await
}

/// From the first screen to the mountain, with a ladder of four steps.
pub async fn to_the_mountain(page: &Page) -> Check {
    begin(page).await?;
    page.textbox(WHAT_I_DO).fill(FLAG).await?;
    page.textbox(WHAT_HELPS).fill(HELPER).await?;
    page.link(FIRST_STEP).nth(0).click().await?;
    put_steps(page).await?;
    page.link(BACK_TO_PAGE).click().await?;
    page.link(MOUNTAIN).click().await.at("the way to the mountain")?;
    page.heading(&format!("*{CHILD_WORDS}*")).seen().await?;
    page.greeted().await
}

/// Everything that a child taps is large enough for small hands, and no stone lies over another.
async fn large_enough(page: &Page) -> Check {
    let script = "const all = [...document.querySelectorAll('button, summary, a[href]')];
        const boxes = all.map((one) => ({ name: one.innerText || one.ariaLabel, stone: one.closest('ol'), box: one.getBoundingClientRect() }))
            .filter((one) => one.box.width && one.box.top >= 0 && one.name !== 'Skip to the page');
        const small = boxes.filter((one) => one.box.width < 72 || one.box.height < 72).map((one) => one.name);
        const stones = boxes.filter((one) => one.stone);
        const over = stones.flatMap((one, i) => stones.slice(i + 1).filter((other) =>
            one.box.left < other.box.right && other.box.left < one.box.right &&
            one.box.top < other.box.bottom && other.box.top < one.box.bottom).map(() => 'stones overlap'));
        return [...small, ...over].join(', ')";
    for (width, height) in [(320, 640), (1024, 768)] {
        resize(page, width, height).await?;
        let found = page.script(script, vec![]).await?;
        same(&format!("too small at {width}"), &found.as_str().unwrap_or("?"), &"")?;
    }
    Ok(())
}

/// Where what is tapped stands on a tablet, held both ways; the page to color in is seen whole.
async fn places(page: &Page) -> Result<Vec<String>, Fault> {
    // A driver scrolls to what it clicks.
    let script = "document.querySelector('main').scrollTop = 0;
        const box = (one) => { const { left, top, right, bottom } = document.querySelector(one).getBoundingClientRect();
            return [left, top, right, bottom].map(Math.round); };
        const [paper, foot] = [box('.fh-mtn__more > a'), box('.fh-frame-foot')];
        return (paper[3] <= foot[1] ? '' : 'cut: ') + ['.fh-mtn__scene', '.fh-mtn__main', '.fh-mtn__acts > button', '.fh-mtn__more > a', '.fh-mtn__more summary']
            .map(box).join(' ')";
    let mut places = Vec::new();
    for (width, height) in [(768, 1024), (1024, 768)] {
        resize(page, width, height).await?;
        let found = page.script(script, vec![]).await?;
        let found = found.as_str().unwrap_or("?").to_owned();
        same("cut by the foot", &found.starts_with("cut"), &false)?;
        places.push(found);
    }
    Ok(places)
}

/// Three stones before six, every one tapped as done, one taken back; kept, and the same on the ladder.
pub async fn climbed(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Closely };
    to_the_mountain(&page).await?;
    let picture = |told: &str| page.part("img", &format!("*{told}*"));
    picture("Three stones go up the mountain. You are at the foot.").seen().await?;
    picture("More stones wait in the clouds.").seen().await?;
    page.says("More stones wait in the clouds.").await.at("beside the stone")?;
    same("stones", &page.button("Stone *").count().await?, &3)?;
    page.heading("Stone 1. This one is next.").seen().await?;
    page.says(STONES[0]).await?;
    page.says(FLAG).await.at("the flag")?;
    page.silent_on(NOT_LOCKED).await?;
    journey.state("mountain").await?;
    large_enough(&page).await?;
    stage.step("everything at one place");
    same("ways below the first", &page.button(DOWN_STONE).count().await?, &0)?;
    let mut stood = Vec::new();
    for number in 1..=3 {
        page.button(&format!("Stone {number}: *")).click().await?;
        page.heading(&format!("Stone {number}.*")).seen().await?;
        stood.push(places(&page).await?);
    }
    same("ways above the last", &page.button(UP_STONE).count().await?, &0)?;
    same("places on the second", &stood.get(1), &stood.first())?;
    same("places on the third", &stood.get(2), &stood.first())?;
    page.button("Stone 1: *").click().await?;
    page.part("summary", ALL_STEPS).click().await?;
    same("places beside the open list", &Some(&places(&page).await?), &stood.first())?;
    page.part("summary", ALL_STEPS).click().await?;
    stage.step("the first stone");
    page.button(DID_IT).click().await?;
    page.heading("Stone 1. You did it!").seen().await?;
    picture("You did one. Next: The door open a bit.").seen().await?;
    page.button("Go to stone 2").seen().await.at("what comes after it")?;
    same("other ways there", &page.button(UP_STONE).count().await?, &0)?;
    page.focus_on("the stone", |focus| focus["name"] == "Stone 1. You did it!").await?;
    journey.saved().await?;
    stage.step("taken back");
    page.button(UNDO).click().await?;
    page.heading("Stone 1. This one is next.").seen().await?;
    page.button(REDO).click().await?;
    page.heading("Stone 1. You did it!").seen().await?;
    stage.step("another stone, tapped in the picture");
    page.button(&format!("Stone 3: {}*", STONES[2])).click().await?;
    page.heading("Stone 3. This one can wait.").seen().await?;
    page.says(STONES[2]).await?;
    stage.step("by keys");
    page.button(DOWN_STONE).focus().await?;
    page.press(Key::Enter).await?;
    page.heading("Stone 2. This one is next.").seen().await?;
    page.button(DID_IT).focus().await?;
    page.press(Key::Space).await?;
    page.heading("Stone 2. You did it!").seen().await?;
    page.button(GO_ON).click().await?;
    page.heading("Stone 3. This one is next.").seen().await?;
    page.button(DID_IT).click().await?;
    stage.step("the fourth stone comes out of the clouds");
    page.button(&format!("Stone 4: {}*", STONES[3])).seen().await?;
    picture("Four stones go up the mountain. You did three.").seen().await?;
    journey.state("mountain, higher up").await?;
    page.button(GO_ON).click().await?;
    page.focus_on("the next stone", |focus| focus["name"] == "Stone 4. This one is next.").await?;
    page.button(DID_IT).click().await?;
    page.heading("You went all the way up.").seen().await?;
    page.says("Who do you want to tell?").await?;
    page.silent_on("at the top").await.at("what nobody counted")?;
    journey.state("mountain, at the top").await?;
    large_enough(&page).await?;
    stage.step("another stone above the last");
    page.button(NEW_STONE).click().await?;
    let ask = page.textbox(NEXT_SMALL_STEP);
    page.focus_on("the line", |focus| focus["name"] == NEXT_SMALL_STEP).await?;
    ask.fill("A night in my tent").await?;
    page.button(ADD_FIRST).click().await?;
    page.heading("Stone 5. This one is next.").seen().await?;
    page.says("A night in my tent").await?;
    page.button(UNDO).click().await?;
    page.heading("You went all the way up.").seen().await?;
    stage.step("as a table");
    page.part("summary", ALL_STEPS).click().await?;
    for step in STONES {
        page.part("table", ALL_STEPS).says(step).await?;
    }
    for row in 1..=STONES.len() {
        page.part("row", "*").nth(row).says("Nov 23").await?;
    }
    journey.saved().await?;
    stage.step("the same on the ladder");
    page.link(BACK_TO_PAGE).click().await?;
    page.tool(LADDER).await?;
    page.button(CHANGE_STEPS).click().await?;
    for step in STONES {
        page.part("checkbox", &format!("Reached*: {step}")).chosen().await?;
    }
    Ok(())
}

/// The mountain to color in, on the screen and as one sheet out of the printer.
pub async fn on_paper(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Closely };
    to_the_mountain(&page).await?;
    page.link(TO_COLOR).click().await?;
    page.heading(TO_COLOR).seen().await?;
    page.greeted().await?;
    for text in [CHILD_WORDS, FLAG, STONES[0], STONES[2], "Draw who comes with me", HELPER] {
        page.says(text).await?;
    }
    page.silent_on(STONES[3]).await.at("a step in the clouds")?;
    journey.state("mountain to color in").await?;
    if stage.engine.prints() {
        let sheet_address = journey.here().await?;
        for paper in PAPERS {
            stage.step(format!("printed on {}", paper.name));
            journey.to("#/settings").await?;
            page.part("radiogroup", PAPER).radio(&format!("*{}", paper.name)).click().await?;
            journey.to(&sheet_address).await?;
            page.says(CHILD_WORDS).await?;
            let sheet = print(&page, paper, &stage.folder, "mountain").await?;
            // Firefox writes the bold cut of a variable font as shapes, which cannot be read back as text.
            if stage.engine != Engine::Firefox {
                sheet.says(CHILD_WORDS)?;
                sheet.says(STONES[0])?;
            }
            sheet.says("J. K.")?;
            for screen in [HELP, NOT_LOCKED, "Print\n"] {
                sheet.silent_on(screen)?;
            }
            sheet.one_sheet()?;
        }
    }
    page.link(MOUNTAIN).click().await?;
    page.button(DID_IT).seen().await
}

/// A child of 7 with nothing on the ladder is told what to do, and an adult has no mountain.
pub async fn for_whom(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("A. B.").await?;
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.part("summary", TOOLS).seen().await?;
    same("mountains of an adult", &page.link(MOUNTAIN).count().await?, &0)?;
    page.tool(DESK).await?;
    page.part("summary", ABOUT_CHART).click().await?;
    page.part("radiogroup", HOW_OLD).radio("7 to 8").click().await?;
    page.link(BACK_TO_PAGE).click().await?;
    page.link(MOUNTAIN).click().await?;
    page.heading("Stone 1. You decide what goes here.").seen().await?;
    same("ways while every stone is open", &page.button(UP_STONE).count().await?, &0)?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Closely };
    journey.state("mountain, empty").await?;
    stage.step("one tiny step, written on the mountain, is not the top");
    page.textbox("What is one small step?").fill(STONES[0]).await?;
    page.button(ADD_FIRST).click().await?;
    page.heading("Stone 1. This one is next.").seen().await?;
    page.focus_on("the stone", |focus| focus["name"] == "Stone 1. This one is next.").await?;
    same("stones", &page.button("Stone *").count().await?, &3)?;
    page.button(DID_IT).click().await?;
    page.heading("Stone 1. You did it!").seen().await?;
    page.silent_on("all the way up").await?;
    page.button("Stone 2: You decide what goes here.").click().await?;
    page.heading("Stone 2. You decide what goes here.").seen().await?;
    journey.state("mountain, one step done").await?;
    stage.step("half a step stays while another stone is looked at");
    page.textbox(NEXT_SMALL_STEP).fill(STONES[1]).await?;
    page.button(DOWN_STONE).click().await?;
    page.button(NEW_STONE).click().await?;
    page.textbox(NEXT_SMALL_STEP).until("the words", |about| about["text"] == STONES[1]).await?;
    page.button(ADD_FIRST).click().await?;
    page.heading("Stone 2. This one is next.").seen().await?;
    page.says(STONES[1]).await?;
    page.button(UNDO).click().await?;
    page.button("Stone 2: You decide what goes here.").seen().await
}
