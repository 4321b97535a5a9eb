//! The open page as the home of a chart: the first minute with a made-up one, one main action at a time, and answers
//! that can be put right on the day they were given.

use std::sync::Arc;

use serde_json::json;
use thirtyfour::Key;

use crate::axe;
use crate::engine::Engine;
use crate::fault::{Check, Where, ensure, same};
use crate::journey::{FIRST_DAY, Journey, LATER_DAY, Look, WORDS};
use crate::names::*;
use crate::page::Page;
use crate::stage::Stage;
use crate::viewport::{no_sideways_scroll, resize};

/// Somebody new tries everything with a made-up chart, and it goes with one tap.
pub async fn made_up_chart(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Closely };
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    stage.step("the made-up chart");
    page.button(TRY).click().await?;
    page.says("This person is made up").await?;
    main_action(&page, "button", LOOK_AGAIN).await?;
    page.silent_on(BEFORE).await?;
    journey.state("made up, open page").await?;
    stage.step("until today");
    let since_last_time = page.part("region", SINCE_LAST_TIME);
    since_last_time.part("radiogroup", "Therapist: *").radio("Done").click().await?;
    since_last_time.part("radiogroup", "Therapist: *").radio("Done").chosen().await?;
    since_last_time.part("radiogroup", "K. L.: *").radio("Partly").click().await?;
    stage.step("where it is now");
    page.part("radiogroup", PROGRESS).radio("6").click().await?;
    page.says("Before, on November 16, 2026: 5.").await?;
    main_action(&page, "button", UNTIL_NEXT).await?;
    page.button(UNTIL_NEXT).click().await?;
    page.textbox(SMALL_THING).fill("Ask my cousin about Tuesday").await?;
    page.part("region", UNTIL_NEXT).says("Ask my cousin about Tuesday").await?;
    main_action(&page, "link", TAKE_HOME).await?;
    journey.state("made up, all said").await?;
    stage.step("today is different");
    page.part("summary", TODAY_DIFFERENT).click().await?;
    page.textbox(COMES_FIRST).fill("My cousin is moving away").await?;
    page.part("radiogroup", PROGRESS).gone().await?;
    since_last_time.gone().await?;
    page.button(UNDO).click().await?;
    page.part("radiogroup", PROGRESS).radio("6").chosen().await?;
    stage.step("look up and back");
    page.button(LOOK_UP).click().await?;
    page.heading("*remember from today*").seen().await?;
    page.greeted().await?;
    journey.state("look up").await?;
    page.button(BACK_TO_PAGE).click().await?;
    since_last_time.part("radiogroup", "K. L.: *").radio("Partly").chosen().await?;
    stage.step("close");
    page.button(CLOSE).click().await?;
    page.says("Ask my cousin about Tuesday").await?;
    journey.state("close").await?;
    page.button(BACK_TO_PAGE).click().await?;
    stage.step("what only the therapist reads");
    page.silent_on("(active)").await?;
    page.silent_on("graded exposure").await?;
    page.tool(DESK).await?;
    page.says("never on the page you share").await?;
    page.says("In the record: active").await?;
    page.textbox(CLINICAL).nth(0).says("graded exposure").await?;
    ensure(page.part("combobox", "Where it stands").nth(0).count().await? == 1, || {
        "the desk does not say where a goal stands".to_owned()
    })?;
    journey.state("desk").await?;
    page.link(BACK_TO_PAGE).click().await?;
    stage.step("the ladder");
    page.tool(LADDER).await?;
    page.part("region", STEPS).says("Hum along at home").await?;
    page.button(CHANGE_STEPS).click().await?;
    page.textbox("Step 6")
        .until("the last step", |about| about["text"] == "Sing the whole evening")
        .await?;
    journey.state("made up, steps").await?;
    page.part("region", STEPS).says("Next").await.at("the next step, by a word")?;
    same("buttons that begin it again", &page.button(CHANGE_STEPS).count().await?, &0)?;
    page.button(STEPS_CHANGED).click().await?;
    page.button(CHANGE_STEPS).seen().await?;
    page.link(BACK_TO_PAGE).click().await?;
    stage.step("a second one is not made");
    page.link(ALL_CHARTS).click().await?;
    page.button(TRY).click().await?;
    page.link(TAKE_HOME).seen().await?;
    stage.step("erased");
    page.button(ERASE_MADE_UP).click().await?;
    page.says(NO_CHART).await
}

/// Exactly one thing to do next, of that kind and name.
async fn main_action(page: &Page, role: &'static str, name: &str) -> Check {
    let next = page.part("region", COMES_NEXT);
    next.part(role, name).seen().await.at("what comes next")?;
    let all = next.part("button", "*").count().await? + next.part("link", "*").count().await?;
    ensure(all == 1, || format!("{all} main actions stand beside each other"))
}

/// What comes first follows from where things stand, also when the day changes under an open page.
pub async fn main_action_follows(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("A. B.").await?;
    stage.step("no sentence yet");
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    main_action(&page, "link", MAKE_CLEAR).await?;
    ensure(page.part("radiogroup", PROGRESS).count().await? == 0, || {
        "how far along it is was asked before there was anything to see".to_owned()
    })?;
    page.link(MAKE_CLEAR).click().await?;
    page.textbox(WHAT_I_DO).fill("Ride the bus to work").await?;
    stage.step("a sentence, and nobody asked how sure");
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    main_action(&page, "link", ASK_HOW_SURE).await?;
    page.link(ASK_HOW_SURE).click().await?;
    page.focus_on("the first scale", |focus| focus["role"] == "radio").await?;
    page.part("radiogroup", IMPORTANCE).radio("8").click().await?;
    page.part("radiogroup", CONFIDENCE).radio("4").click().await?;
    stage.step("no step yet");
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    main_action(&page, "link", FIRST_STEP).await?;
    page.link(FIRST_STEP).nth(0).click().await?;
    page.textbox(SMALLEST_STEP).fill("Stand at the bus stop").await?;
    same("worksheets before there is a step", &page.link(TAKE_HOME).count().await?, &0)?;
    page.button(ADD_FIRST_STEP).click().await?;
    page.textbox("Step 1").seen().await?;
    stage.step("what was answered today is not asked again");
    page.part("region", HOW_IT_WENT).says("How sure: 4 today.").await?;
    page.part("region", HOW_IT_WENT).says("4, today.").await.at("the answer with its question")?;
    page.button(&format!("{CHANGE_ANSWER}{CONFIDENCE}")).seen().await?;
    page.silent_on("said today").await.at("said once")?;
    ensure(page.part("radiogroup", CONFIDENCE).count().await? == 0, || {
        "how sure they are was asked twice on one day".to_owned()
    })?;
    stage.step("a step taken back, and what was taken back is said");
    page.button("Undo: new step").click().await?;
    page.says("Undone: new step").await?;
    page.textbox(SMALLEST_STEP).seen().await?;
    page.button(REDO).click().await?;
    page.textbox("Step 1").seen().await?;
    stage.step("changed on purpose");
    page.button(&format!("{CHANGE_ANSWER}{CONFIDENCE}")).click().await?;
    page.part("radiogroup", CONFIDENCE).radio("4").chosen().await?;
    page.focus_on("the ruler", |focus| focus["role"] == "radio").await?;
    stage.step("the worksheet of a ladder with one step has room for more");
    page.link(TAKE_HOME).click().await?;
    page.part("img", "A ring to fill in").nth(2).seen().await?;
    page.link(BACK_TO_PAGE).click().await?;
    stage.step("nothing taken on");
    main_action(&page, "button", UNTIL_NEXT).await?;
    ensure(page.part("radiogroup", PROGRESS).count().await? == 0, || {
        "how far along it is was asked on the day it was begun".to_owned()
    })?;
    ensure(page.part("region", THIS_GOAL).count().await? == 0, || {
        "what becomes of a goal was asked on the day it was made".to_owned()
    })?;
    stage.step("tools close by key, and the focus is back");
    page.part("summary", TOOLS).click().await?;
    page.link(DESK).seen().await?;
    page.press(Key::Escape).await?;
    page.link(DESK).gone().await?;
    page.focus_on(TOOLS, |focus| focus["name"] == TOOLS).await?;
    stage.step("a page that goes while its tools are open");
    page.part("summary", TOOLS).click().await?;
    let here = journey.here().await?;
    journey.to("#/settings").await?;
    page.heading(SETTINGS).seen().await?;
    journey.to(&here).await?;
    stage.step("the next step taken on");
    page.part("region", UNTIL_NEXT).says("Stand at the bus stop").await?;
    page.button(UNTIL_NEXT).click().await?;
    page.focus_on("the line", |focus| focus["role"] == "textbox" && focus["inside"] == true)
        .await?;
    page.button(TAKE_ON).click().await?;
    page.button("Take off: Stand at the bus stop").seen().await?;
    page.button(TAKE_ON).gone().await?;
    page.textbox(SMALL_THING).fill("Look up the bus times").await?;
    stage.step("all said for today");
    main_action(&page, "link", TAKE_HOME).await?;
    stage.step("a later day comes while the page stands open");
    page.set_day(LATER_DAY).await?;
    page.script("dispatchEvent(new Event('focus'))", vec![]).await?;
    main_action(&page, "button", LOOK_AGAIN).await?;
    page.says("December 7").await?;
    page.part("radiogroup", "A. B.: Look up the bus times").seen().await?;
    page.button(LOOK_AGAIN).click().await?;
    page.focus_on("the question of the day", |focus| focus["role"] == "radio").await?;
    page.part("radiogroup", PROGRESS).radio("5").click().await?;
    main_action(&page, "button", UNTIL_NEXT).await?;
    stage.step("made smaller");
    page.link(MAKE_SMALLER).click().await?;
    page.textbox(HALF).seen().await?;
    page.focus_on(HALF, |focus| focus["name"] == HALF && focus["inside"] == true).await?;
    page.textbox(HALF).fill("Walk to the corner").await?;
    page.button(ADD).click().await?;
    page.button(CHANGE_STEPS).click().await?;
    for (step, words) in [("Step 1", "Walk to the corner"), ("Step 2", "Stand at the bus stop")] {
        page.textbox(step).until(words, |about| about["text"] == words).await?;
    }
    page.link(BACK_TO_PAGE).click().await?;
    stage.step("resting");
    page.button("Pause").click().await?;
    main_action(&page, "button", "Go on with it").await?;
    page.heading(&format!("*{WORDS}*")).seen().await
}

/// Today's answer stands and can be put right; an earlier day's is shown only after today's.
pub async fn answer_put_right(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.start("A. B.").await?;
    page.textbox(WHAT_I_DO).fill("Ride the bus to work").await?;
    let sure = page.part("radiogroup", CONFIDENCE);
    sure.radio("3").click().await?;
    stage.step("asked again on the same day");
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.tool(THE_SENTENCE).await?;
    sure.radio("3").chosen().await.at("today's answer")?;
    sure.radio("5").click().await?;
    sure.radio("5").chosen().await?;
    page.silent_on(BEFORE).await.at("today's first answer is no earlier day's")?;
    stage.step("taken back");
    page.button(UNDO).click().await?;
    sure.radio("3").chosen().await?;
    stage.step("somebody else is asked afresh");
    page.part("summary", "Who answers?").nth(1).click().await?;
    page.part("radiogroup", "This answer is from").nth(0).radio("Caregiver").click().await?;
    sure.radio("3").until("not chosen", |about| about["checked"] == false).await?;
    page.part("radiogroup", "This answer is from").nth(0).radio("Client").click().await?;
    sure.radio("3").chosen().await?;
    stage.step("one answer, one row");
    page.link(FIRST_STEP).nth(0).click().await?;
    let went = page.part("region", HOW_IT_WENT);
    went.says("How sure: 3 today.").await?;
    went.part("summary", AS_TABLE).click().await?;
    went.part("table", "*").seen().await?;
    ensure(went.part("row", "*").count().await? == 2, || {
        "one answer made several rows".to_owned()
    })?;
    stage.step("a later day");
    page.set_day(LATER_DAY).await?;
    page.link(BACK_TO_PAGE).click().await?;
    page.tool(LADDER).await?;
    sure.radio("3").until("not chosen", |about| about["checked"] == false).await?;
    page.silent_on(BEFORE).await?;
    sure.radio("6").click().await?;
    page.says("Before, on November 23, 2026: 3.").await?;
    journey.saved().await
}

/// Words belong to whoever is chosen for them, what was taken back is named and forgotten with the chart, and the page
/// comes back to the goal somebody worked on.
pub async fn who_does_it(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    page.button(TRY).click().await?;
    page.button(LOOK_AGAIN).seen().await?;
    ensure(page.button(UNDO).count().await? == 0, || {
        "what was done weeks ago is offered to be undone".to_owned()
    })?;
    stage.step("a name tapped after the words");
    let until_next = page.part("region", UNTIL_NEXT);
    page.textbox(SMALL_THING).type_keys(HALL_LIGHT).await?;
    until_next.part("radiogroup", "Who does it?").radio("Caregiver").click().await?;
    let who = until_next.part("combobox", &format!("Who does it: {HALL_LIGHT}"));
    who.until("the caregiver", |about| about["text"] == "Caregiver").await?;
    page.button("Undo: new thing to do").seen().await?;
    stage.step("another name on what is kept");
    who.choose("Partner").await?;
    who.until("the partner", |about| about["text"] == "Partner").await?;
    page.button("Undo: change of who does it").seen().await?;
    stage.step("taken back by two taps at once, which take back no more than one");
    page.script(TAP_TWICE, vec![]).await?;
    page.says("Undone: change of who does it").await?;
    who.until("the caregiver again", |about| about["text"] == "Caregiver").await?;
    page.button("Redo: change of who does it").seen().await?;
    page.button("Undo: new thing to do").seen().await?;
    stage.step("forgotten with the chart");
    page.link(ALL_CHARTS).click().await?;
    page.link("*I want to sing with other people again*").click().await?;
    who.seen().await?;
    ensure(page.button(REDO).count().await? == 0, || "redo outlives its chart".to_owned())?;
    page.button(UNDO).seen().await?;
    // Who leaves a page of WebKit's in the middle of a load hears of it as an error nobody made, and a new document of
    // Firefox's has the machine's day before it can be told another.
    if stage.engine == Engine::Chromium {
        stage.step("undo after help");
        page.wait_until_kept().await?;
        page.link(HELP).click().await?;
        page.heading("If you are in danger right now").seen().await?;
        page.link(BACK_FROM_HELP).click().await?;
        page.up().await?;
        page.button(UNDO).seen().await?;
    }
    stage.step("back to the goal that was worked on");
    page.part("summary", SOMETHING_ELSE).click().await?;
    page.textbox(WHAT_ELSE).fill("Sleep with the door closed").await?;
    page.heading("*Sleep with the door closed*").seen().await?;
    page.tool(THE_SENTENCE).await?;
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.heading("*Sleep with the door closed*").seen().await?;
    stage.step("a wish said anew");
    page.tool(DESK).await?;
    page.textbox(OWN_WORDS).nth(2).fill("Sleep in the dark").await?;
    page.button("Undo: new words for a wish").seen().await?;
    page.link(BACK_TO_PAGE).click().await?;
    page.heading("*Sleep in the dark*").seen().await?;
    stage.step("nothing left");
    page.tool(DESK).await?;
    for left in [2, 1, 0] {
        page.button("Take this goal off the page").nth(0).click().await?;
        page.button("Take this goal off the page").nth(left).gone().await?;
    }
    page.says("No goal stands here now.").await
}

const HALL_LIGHT: &str = "Mom turns the hall light on";

/// Two taps on undo without a moment between them.
const TAP_TWICE: &str = "const undo = [...document.querySelectorAll('button')].find((one) => one.textContent.startsWith('Undo'));
undo.click(); undo.click();";

/// Held upright, the words, the main action and the question of the day are there without sideways scrolling.
pub async fn tablet_upright(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    page.up().await?;
    page.set_day(FIRST_DAY).await?;
    for (width, height) in [(768, 1024), (820, 1180), (600, 960)] {
        stage.step(format!("{width} by {height}"));
        resize(&page, width, height).await?;
        page.ask(json!({ "do": "hash", "value": "#/" })).await?;
        page.button(TRY).seen().await?;
        page.part("summary", OTHER_WORD).seen().await?;
        no_sideways_scroll(&page, "start").await?;
        page.button(TRY).click().await?;
        page.heading("*I want to sing with other people again*").seen().await?;
        no_sideways_scroll(&page, "open page").await?;
        page.button(LOOK_AGAIN).click().await?;
        page.focus_on("a question that is seen", |focus| focus["inside"] == true).await?;
        for place in [LADDER, DESK, THE_SENTENCE, TAKE_HOME] {
            if place == TAKE_HOME {
                page.link(place).click().await?;
            } else {
                page.tool(place).await?;
            }
            page.link(BACK_TO_PAGE).nth(0).seen().await?;
            no_sideways_scroll(&page, place).await?;
            page.link(BACK_TO_PAGE).nth(0).click().await?;
        }
    }
    resize(&page, 768, 1024).await?;
    axe::clean(&page, "open page, upright").await?;
    stage.step("whose chart it is, to the last word");
    page.link(ALL_CHARTS).click().await?;
    for (width, height) in [(1024, 768), (390, 844)] {
        resize(&page, width, height).await?;
        page.link("*I want to sing with other people again*").seen().await?;
        let hidden = page.script(HIDDEN_WORDS, vec![]).await?;
        ensure(hidden == 0, || format!("{hidden} rows cut their words off at {width}"))?;
    }
    Ok(())
}

/// How many rows of the list hold more lines than they show.
const HIDDEN_WORDS: &str = "return [...document.querySelectorAll('.fh-row__words')].filter((one) =>
    one.clientHeight + 9 < one.scrollHeight).length";
