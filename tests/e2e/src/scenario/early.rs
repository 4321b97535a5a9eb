//! The first screen stands before the app is up: what is typed and pressed there counts.

use std::sync::Arc;

use crate::fault::{Check, ensure, same};
use crate::journey::WORDS;
use crate::names::{AGE, BEGIN, DIFFERENT, INITIALS, NOT_YET, ONE_MOMENT, SETTINGS, WHAT_I_DO};
use crate::stage::Stage;

/// Typing goes on over the moment when the app takes over: no key is lost, and the focus stays in the field.
pub async fn no_key_is_lost(stage: Arc<Stage>) -> Check {
    let page = stage.browser(&stage.profile()?).await?;
    stage.server.hold("_bg", ".wasm");
    stage.step("typing before the app is up");
    page.open("").await?;
    page.part("radiogroup", AGE).radio("7 to 8").click().await?;
    page.textbox(INITIALS).type_keys("A. B.").await?;
    page.textbox(DIFFERENT).type_keys("I want ").await?;
    stage.server.let_go();
    for letter in "to feel".chars() {
        page.press(letter.to_string()).await?;
    }
    page.up().await?;
    page.press(" better").await?;
    same("initials", &page.textbox(INITIALS).text().await?, &"A. B.".to_owned())?;
    same("words", &page.textbox(DIFFERENT).text().await?, &WORDS.to_owned())?;
    page.part("radiogroup", AGE).radio("7 to 8").chosen().await?;
    page.focus_on(DIFFERENT, |focus| focus["name"] == DIFFERENT).await
}

/// What is typed from the moment the first screen stands, before any script of the app, is in the app afterwards.
pub async fn first_50_ms(stage: Arc<Stage>) -> Check {
    let page = stage.browser(&stage.profile()?).await?;
    stage.step("typing in the first 50 ms");
    page.open("?early").await?;
    page.up().await?;
    let typed = page.script("return window.early", vec![]).await?;
    ensure(typed["first"] == true, || format!("a script of the app was there first: {typed}"))?;
    let kept = |part: &str| typed[part].as_str().unwrap_or_default().to_owned();
    ensure(!kept("words").is_empty(), || format!("nothing was typed: {typed}"))?;
    same("initials", &page.textbox(INITIALS).text().await?, &kept("name"))?;
    same("words", &page.textbox(DIFFERENT).text().await?, &kept("words"))
}

/// "Begin" pressed before the app is up begins the chart once it is.
pub async fn begin_is_remembered(stage: Arc<Stage>) -> Check {
    let page = stage.browser(&stage.profile()?).await?;
    stage.server.hold("_bg", ".wasm");
    stage.step("pressing Begin before the app is up");
    page.open("").await?;
    page.textbox(INITIALS).type_keys("A. B.").await?;
    page.textbox(DIFFERENT).type_keys(WORDS).await?;
    page.button(BEGIN).click().await?;
    stage.server.let_go();
    page.heading(&format!("*{WORDS}*")).seen().await?;
    page.textbox(WHAT_I_DO).seen().await
}

/// The first page works before the others have come, says so when they do not come, and goes on when they do.
pub async fn other_pages_come_later(stage: Arc<Stage>) -> Check {
    let page = stage.browser(&stage.profile()?).await?;
    stage.server.hold("later-", ".wasm");
    stage.step("beginning a chart while the other pages are on their way");
    page.open("").await?;
    page.up().await?;
    page.textbox(INITIALS).fill("A. B.").await?;
    page.textbox(DIFFERENT).fill(WORDS).await?;
    page.button(BEGIN).click().await?;
    page.heading(ONE_MOMENT).seen().await?;
    page.greeted().await?;
    stage.step("the network goes at that moment");
    stage.server.vanish();
    stage.server.let_go();
    page.says(NOT_YET).await?;
    stage.step("the network comes back");
    stage.server.return_again();
    page.heading(&format!("*{WORDS}*")).seen().await?;
    page.greeted().await?;
    page.textbox(WHAT_I_DO).seen().await
}

/// An address inside the app waits for its page too, and the reader hears of it.
pub async fn an_address_waits(stage: Arc<Stage>) -> Check {
    let page = stage.browser(&stage.profile()?).await?;
    stage.server.hold("later-", ".wasm");
    stage.step("an address inside the app, before its page has come");
    page.open("#/settings").await?;
    page.heading(ONE_MOMENT).seen().await?;
    stage.server.let_go();
    page.heading(SETTINGS).seen().await?;
    page.greeted().await
}
