//! The tests tested: the hands hear what the browser hears, and a page that drives itself keeps what it kept.

use std::sync::Arc;
use std::time::Duration;

use http::Method;
use serde_json::json;

use crate::engine::Engine;
use crate::fault::{Check, ensure, same};
use crate::page::Page;
use crate::stage::Stage;
use crate::viewport::resize;
use crate::{axe, watch};

/// Roles whose names the hands and the browser must agree on.
const ROLES: [&str; 13] = [
    "button",
    "link",
    "heading",
    "textbox",
    "radio",
    "checkbox",
    "slider",
    "combobox",
    "group",
    "img",
    "status",
    "region",
    "spinbutton",
];

/// Every part of the page has the role and the name that the browser itself computes.
pub async fn find_what_the_browser_hears(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    agree(&page).await?;
    stage.step("nothing hidden is found");
    same("hidden buttons", &page.button("Never seen").count().await?, &0)?;
    stage.step("axe runs");
    resize(&page, 390, 844).await?;
    resize(&page, 320, 640).await?;
    axe::clean(&page, "the small page").await?;
    stage.step("a broken rule is seen");
    page.go("about:blank").await?;
    page.open("#/broken").await?;
    page.heading("What would you like to be different?").seen().await?;
    let found = watch::complaints(&page).await?;
    ensure(!found.is_empty(), || "a style attribute under the policy was not seen".to_owned())?;
    page.go("about:blank").await?;
    stage.close(&page).await;
    Ok(())
}

/// Compares the hands' own roles and names with the driver's.
pub async fn agree(page: &Page) -> Check {
    let list = page.ask(json!({ "do": "list" })).await?;
    // WebKitGTK calls a menu of options a button and a field for numbers a text box.
    let quirk =
        |role: &str| page.engine() == Engine::WebKit && ["combobox", "spinbutton"].contains(&role);
    for role in ROLES.into_iter().filter(|role| !quirk(role)) {
        let mut names: Vec<String> = list
            .as_array()
            .into_iter()
            .flatten()
            .filter(|part| part[0] == role)
            .map(|part| part[1].as_str().unwrap_or_default().to_owned())
            .collect();
        names.dedup();
        for name in names.into_iter().filter(|name| !name.contains('*')) {
            let path = json!([{ "role": role, "name": name, "nth": 0 }]);
            let element = page.element(&path).await?;
            let ask = async |what: &str| {
                let place = format!("/element/{}/{what}", element.element_id());
                page.browser.raw(Method::GET, &place, None).await
            };
            let heard = ask("computedlabel").await?;
            let heard =
                heard.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            same(&format!("name of {role}"), &heard, &name)?;
            let kind = ask("computedrole").await?;
            let kind = match kind.as_str().unwrap_or_default() {
                "image" => "img",
                other => other,
            };
            same(&format!("role of {name:?}"), &kind, &role)?;
        }
    }
    Ok(())
}

/// Typing, choosing, dragging, another day, another tab, no network: each does what it says.
pub async fn type_drag_and_tell_the_day(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    stage.step("typing");
    page.textbox("In your own words").fill("I want to feel better").await?;
    page.part("status", "*").says("Saved on this tablet").await?;
    page.set_day("2026-12-06").await?;
    page.button("Keep").click().await?;
    page.says("I want to feel better on Sun Dec 06 2026").await?;
    stage.step("pasting what keys cannot type");
    let odd =
        "\u{1f642} \u{5e9}\u{5dc}\u{5d5}\u{5dd} <script>alert(1)</script>\nsecond line \u{200b}end";
    page.textbox("In your own words").paste(odd).await?;
    same("pasted", &page.textbox("In your own words").text().await?, &odd.to_owned())?;
    stage.step("choosing");
    page.group("Importance").radio("2").click().await?;
    page.radio("2").chosen().await?;
    page.part("combobox", "By when").choose("8 weeks").await?;
    stage.step("dragging");
    let rungs = page.part("region", "Rungs");
    rungs.part("listitem", "*").nth(0).drag_to(&rungs.part("listitem", "*").nth(2)).await?;
    rungs.part("listitem", "*").nth(2).says("first").await?;
    stage.step("keys");
    page.textbox("Initials").focus().await?;
    page.press("AB").await?;
    page.press(thirtyfour::Key::Tab).await?;
    page.focus_on("How many", |focus| focus["name"] == "How many" && focus["visible"] == true)
        .await?;
    stage.step("without a network");
    page.wait_until_kept().await?;
    stage.server.vanish();
    page.reload().await?;
    page.heading("What would you like to be different?").seen().await?;
    page.textbox("In your own words").says(odd).await?;
    stage.step("a second tab");
    page.open_tab().await?;
    page.heading("What would you like to be different?").seen().await?;
    page.to_tab(0).await?;
    page.heading("What would you like to be different?").seen().await?;
    if stage.engine.prints() {
        stage.step("printing");
        let sheet =
            crate::paper::print(&page, crate::paper::PAPERS[1], &stage.folder, "small").await?;
        sheet.one_sheet()?;
        sheet.says("In your own words")?;
    }
    Ok(())
}

/// Words kept by a browser that drives itself are there after it was closed, and offline.
pub async fn drive_themselves(stage: Arc<Stage>) -> Check {
    let profile = stage.profile()?;
    stage.step("first visit");
    let page = stage.plain(&profile).await?;
    page.textbox("In your own words").fill("kept").await?;
    page.says("Saved on this tablet").await?;
    page.wait_until_kept().await?;
    stage.close(&page).await;
    stage.server.vanish();
    stage.step("reopened without a server");
    let page = stage.plain(&profile).await?;
    page.textbox("In your own words").says("kept").await?;
    stage.step("killed right after it said it had saved");
    page.textbox("In your own words").fill("kept by force").await?;
    page.says("Saved on this tablet").await?;
    stage.kill(&page);
    let page = stage.plain(&profile).await?;
    page.textbox("In your own words").says("kept by force").await?;
    page.reload().await?;
    watch::nothing_asked(&page).await?;
    tokio::time::timeout(Duration::from_secs(20), stage.close(&page))
        .await
        .map_err(|_| crate::fault::Fault::new("did not close"))
}
