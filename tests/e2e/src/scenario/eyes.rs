//! For eyes that need the page otherwise: without motion, and four times as large.

use std::path::Path;
use std::sync::Arc;

use serde_json::json;

use crate::engine::Engine;
use crate::fault::{Check, ensure};
use crate::journey::{Journey, Look};
use crate::names::CONFIDENCE;
use crate::page::Page;
use crate::stage::Stage;
use crate::viewport::resize;

/// Notes from here on, frame by frame, the most animations that ran at once.
const WATCH: &str = "window.moved = 0;
    const look = () => {
        window.moved = Math.max(window.moved, document.getAnimations().length);
        requestAnimationFrame(look);
    };
    look();";

/// Who asks the tablet for less motion sees none, from the first words to a rating; who does not, sees some.
pub async fn without_motion(stage: Arc<Stage>) -> Check {
    for calm in [false, true] {
        stage.step(if calm { "with less motion" } else { "with motion" });
        let profile = stage.profile()?;
        if calm {
            ask_before(stage.engine, &profile)?;
        }
        let page = stage.browser(&profile).await?;
        if calm {
            ask(&page).await?;
        }
        page.open("").await?;
        let asked = "return matchMedia('(prefers-reduced-motion: reduce)').matches";
        let hears = page.script(asked, vec![]).await? == json!(true);
        ensure(hears == calm, || format!("less motion is asked for: {hears}"))?;
        page.script(WATCH, vec![]).await?;
        let walk = Journey { stage: &stage, page: &page, look: Look::Past };
        walk.begin().await?;
        walk.build().await?;
        let sure = page.part("radiogroup", CONFIDENCE);
        for value in ["3", "9"] {
            sure.radio(value).click().await?;
            sure.radio(value).chosen().await?;
        }
        walk.saved().await?;
        let moved = page.script("return window.moved", vec![]).await?;
        ensure((moved == json!(0)) == calm, || format!("{moved} things moved at once"))?;
        stage.close(&page).await;
    }
    Ok(())
}

/// At 400 % a wide window has 320 by 256 CSS pixels left: the sentence can be made and nothing scrolls sideways.
pub async fn four_times_as_large(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    page.up().await?;
    match stage.engine {
        Engine::Chromium => {
            let size =
                json!({ "width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false });
            page.browser.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        }
        Engine::Firefox => {
            resize(&page, 1280, 1024).await?;
            page.browser.in_firefox("gBrowser.selectedBrowser.fullZoom = 4", vec![]).await?;
        }
        // No driver zooms it: the window gets the size that is left.
        Engine::WebKit => resize(&page, 320, 256).await?,
    }
    page.ask(json!({ "do": "settled", "width": 320 })).await?;
    let walk = Journey { stage: &stage, page: &page, look: Look::Narrow };
    walk.begin().await?;
    walk.build().await?;
    walk.rate().await
}

/// GTK reads what it is asked for when it starts.
fn ask_before(engine: Engine, profile: &Path) -> Check {
    if engine == Engine::WebKit {
        let folder = profile.join("CONFIG/gtk-3.0");
        std::fs::create_dir_all(&folder)?;
        let settings = "[Settings]\ngtk-enable-animations=0\n";
        std::fs::write(folder.join("settings.ini"), settings)?;
    }
    Ok(())
}

async fn ask(page: &Page) -> Check {
    match page.engine() {
        Engine::Chromium => {
            let wanted =
                json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
            page.browser.devtools("Emulation.setEmulatedMedia", wanted).await?;
        }
        Engine::Firefox => {
            let script = "Services.prefs.setIntPref('ui.prefersReducedMotion', 1)";
            page.browser.in_firefox(script, vec![]).await?;
        }
        Engine::WebKit => {}
    }
    Ok(())
}
