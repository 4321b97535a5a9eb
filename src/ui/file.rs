//! Files out of the app and into it, by the browser's own dialogs.

use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};
use wasm_bindgen_futures::JsFuture;

/// Hands `bytes` to the browser as a download called `name`; `false` when it does not take it.
pub(crate) fn save(name: &str, bytes: &[u8]) -> bool {
    try_save(name, bytes).is_some()
}

fn try_save(name: &str, bytes: &[u8]) -> Option<()> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/octet-stream");
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = document().create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken its own hold of the bytes once the click returns, but WebKit only a little later.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// Size of a chosen file (bytes).
pub(crate) fn size(file: &File) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "sizes are whole and not negative"
    )]
    let size = file.size() as usize;
    size
}

/// The bytes of a chosen file; `None` when it cannot be read.
pub(crate) async fn read(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
