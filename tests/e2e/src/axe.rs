//! The accessibility rules of axe-core, WCAG 2.2 levels A and AA, run in the page as it stands.

use std::path::PathBuf;

use serde_json::Value;

use crate::fault::{Check, Fault, Where, ensure};
use crate::page::Page;
use crate::viewport::resize;

/// Widths at which every state is checked, in CSS pixels.
pub const WIDTHS: [(u32, u32); 3] = [(390, 844), (768, 1024), (1024, 768)];

/// The lights every state is looked at in.
pub const LIGHTS: [&str; 2] = ["light", "dark"];

/// The rules of the standard; the advice of axe itself is not among them.
const RUN: &str = "return window.axe.run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
}).then((found) => found.violations.map((one) => one.id + ': ' + one.help + ' at '
    + one.nodes.slice(0, 4).map((node) => node.target.join(' ') + ' (' + (node.any.concat(node.all, node.none).map((why) => why.message)[0] || '') + ')').join('; ')))";

/// axe-core's text: from `FOOTHOLD_AXE`, or where `scripts/` has its npm things.
fn source() -> Check<String> {
    let file = std::env::var_os("FOOTHOLD_AXE").map_or_else(
        || {
            PathBuf::from(env!("CARGO_MANIFEST_DIR"))
                .join("../../scripts/node_modules/axe-core/axe.min.js")
        },
        PathBuf::from,
    );
    std::fs::read_to_string(&file)
        .at(format!("axe-core at {} (FOOTHOLD_AXE says where)", file.display()))
}

/// Holds when the page breaks no rule at any of the widths, by day and by night.
pub async fn clean(page: &Page, state: &str) -> Check {
    for (width, height) in WIDTHS {
        resize(page, width, height).await?;
        page.ask(serde_json::json!({ "do": "still" })).await?;
        for light in LIGHTS {
            in_light(page, light).await?;
            let broken = run(page).await?;
            ensure(broken.is_empty(), || {
                format!("axe at {width} wide, {light}, {state}: {}", broken.join(" | "))
            })?;
        }
    }
    in_light(page, "").await
}

/// Puts the page into a light, as the setting does, with every colour arrived. Empty is the tablet's own.
pub async fn in_light(page: &Page, light: &str) -> Check {
    let script = "document.documentElement.dataset.scheme = arguments[0];
        for (const one of document.getAnimations()) {
            try { one.finish(); } catch { /* one without an end */ }
        }";
    page.script(script, vec![light.into()]).await?;
    Ok(())
}

async fn run(page: &Page) -> Check<Vec<String>> {
    let driver = page.browser.session()?;
    let there = driver.execute("return Boolean(window.axe)", vec![]).await?;
    if there.json() != &Value::Bool(true) {
        driver.execute(source()?, vec![]).await?;
    }
    let found = driver.execute(RUN, vec![]).await?;
    found
        .json()
        .as_array()
        .map(|all| all.iter().map(|one| one.as_str().unwrap_or_default().to_owned()).collect())
        .ok_or_else(|| Fault::new("axe gave no answer"))
}
