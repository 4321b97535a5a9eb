//! How large the page is, exactly: a browser's window cannot be as narrow as a phone, so each engine has its own way.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::fault::{Check, ensure};
use crate::page::Page;

/// The four sizes the screens are made for: tablet both ways, phone, desk.
pub const SIZES: [(u32, u32); 4] = [(1024, 768), (768, 1024), (390, 844), (1440, 900)];

/// How often WebKit is asked for a size before its answer counts.
const ROUNDS: usize = 6;

/// Makes the page `width` by `height` CSS pixels.
pub async fn resize(page: &Page, width: u32, height: u32) -> Check {
    match page.engine() {
        Engine::Chromium => {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            page.browser.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        }
        Engine::Firefox => firefox(page, width, height).await?,
        Engine::WebKit => webkit(page, width, height).await?,
    }
    let wide = page.ask(json!({ "do": "settled", "width": width })).await?;
    ensure(wide == width, || format!("the page should be {width} wide but is {wide}"))
}

/// Firefox gives the page's own frame a size inside its window, as its responsive design view does.
async fn firefox(page: &Page, width: u32, height: u32) -> Check {
    let script = "const browser = gBrowser.selectedBrowser;
        for (const [side, length] of [['width', arguments[0]], ['height', arguments[1]]])
            for (const end of ['', 'min-', 'max-']) browser.style.setProperty(end + side, length + 'px');";
    page.browser.session()?.set_window_rect(0, 0, width.max(600), height + 200).await?;
    page.browser.in_firefox(script, vec![json!(width), json!(height)]).await?;
    Ok(())
}

/// A window without a manager takes any size, some moments later; what its frame takes away is added. What is read
/// right after a change may still be the size before: the next round then sets it right again.
async fn webkit(page: &Page, width: u32, height: u32) -> Check {
    let driver = page.browser.session()?;
    let (mut outer, mut inner) = ((width, height), (0, 0));
    for _ in 0..ROUNDS {
        driver.set_window_rect(0, 0, outer.0, outer.1).await?;
        let wide = page.ask(json!({ "do": "settled", "width": width })).await?;
        let tall = driver.execute("return window.innerHeight", vec![]).await?;
        inner = (whole(&wide), whole(tall.json()));
        if inner == (width, height) {
            return Ok(());
        }
        let more = |had: u32, wanted: u32, got: u32| (had + wanted).saturating_sub(got);
        outer = (more(outer.0, width, inner.0), more(outer.1, height, inner.1));
    }
    // A height of another size changes nothing that is looked at; the width is checked by who asked for it.
    ensure(inner.0 == width, || {
        format!("the window should be {width} wide inside but is {}", inner.0)
    })
}

fn whole(number: &Value) -> u32 {
    number.as_u64().and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
}

/// Holds when nothing needs more width than there is.
pub async fn no_sideways_scroll(page: &Page, place: &str) -> Check {
    let wide: Value = page.ask(json!({ "do": "wide" })).await?;
    let (has, needs) = (wide["width"].as_u64(), wide["needs"].as_u64());
    ensure(needs <= has, || format!("{place} scrolls sideways: {wide}"))
}

/// A picture of the whole page, scrolled or not, as PNG.
pub async fn whole_page(page: &Page) -> Check<Vec<u8>> {
    if page.engine() != Engine::Chromium {
        return Ok(page.browser.session()?.screenshot_as_png().await?);
    }
    let size = page.ask(json!({ "do": "wide" })).await?;
    let clip =
        json!({ "x": 0, "y": 0, "width": size["width"], "height": size["tall"], "scale": 1 });
    let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let picture = page.browser.devtools("Page.captureScreenshot", wanted).await?;
    decode(picture["data"].as_str().unwrap_or_default())
        .ok_or_else(|| crate::fault::Fault::new("the picture is not base64"))
}

/// Base64 as browsers write it.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0);
    for letter in text.bytes().filter(|letter| *letter != b'=') {
        let value = ALPHABET.iter().position(|one| *one == letter)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        held += 6;
        if 8 <= held {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xFF).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn base64_is_read_back() {
        assert_eq!(decode("Zm9vdGhvbGQ="), Some(b"foothold".to_vec()));
        assert_eq!(decode("%"), None);
    }
}
