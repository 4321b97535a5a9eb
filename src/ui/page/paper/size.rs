//! Tells the printer which sheet it is: the one rule that no attribute and no class can set.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::CssStyleSheet;

use crate::document::paper::Paper;

/// Asks for pages of this size without margins, until [`free`] is called.
///
/// A style sheet made by script is no inline style, so the strict policy lets it through. Where a browser has none
/// (Safari before 16.4), the size set in the print dialog holds, and the sheets still fit.
pub(super) fn ask(paper: Paper) {
    let (width, height) = paper.size();
    let Ok(sheet) = CssStyleSheet::new() else { return };
    if sheet.replace_sync(&format!("@page{{size:{width}mm {height}mm;margin:0}}")).is_ok() {
        adopt(&js_sys::Array::of1(&sheet));
    }
}

/// Leaves the size to the printer again.
pub(super) fn free() {
    adopt(&js_sys::Array::new());
}

/// No other part of the app adopts style sheets, so there is none to keep.
fn adopt(sheets: &js_sys::Array) {
    let _ = js_sys::Reflect::set(&document(), &JsValue::from_str("adoptedStyleSheets"), sheets);
}
