//! The line to the plain JS around the app: it says "ready" once, "panic" if ever, and when a newer version may start.
//! It knows no screen; the pages themselves are plain JS in `public/`, because wasm that panicked cannot draw.

use std::panic;

use wasm_bindgen::JsValue;

/// Makes a panic readable in the console and brings up the rescue page. The first thing to call.
///
/// The page learns the place in our source only: a panic's message may hold what a client said.
pub(crate) fn watch() {
    panic::set_hook(Box::new(|info| {
        let place =
            info.location().map_or_else(String::new, |at| format!("{}:{}", at.file(), at.line()));
        tell("foothold:panic", &place);
        console_error_panic_hook::hook(info);
    }));
    #[cfg(feature = "panic-probe")]
    probe::lay();
}

/// Says that the app has mounted, so the first screen can go. The last thing to call.
pub(crate) fn ready() {
    tell("foothold:ready", "");
}

/// Lets the newer version that waits take this page over; it is loaded anew.
pub(crate) fn use_newer() {
    tell("foothold:use-update", "");
}

fn tell(name: &str, detail: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    let event = web_sys::CustomEvent::new_with_event_init_dict(name, &init);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

/// Panics on demand, in the test build alone: at start with `?panic=start`, in a handler or a timer with
/// `dispatchEvent(new CustomEvent("foothold:probe", {detail: "handler"}))`.
#[cfg(feature = "panic-probe")]
#[expect(
    clippy::panic,
    clippy::manual_assert,
    reason = "what this module is for; no shipped build has the feature"
)]
mod probe {
    use gloo_events::EventListener;
    use gloo_timers::callback::Timeout;
    use wasm_bindgen::JsCast;

    pub(super) fn lay() {
        let Some(window) = web_sys::window() else { return };
        if window.location().search().is_ok_and(|query| query.contains("panic=start")) {
            panic!("asked to stop at start");
        }
        EventListener::new(&window, "foothold:probe", |event| {
            let detail = event
                .dyn_ref::<web_sys::CustomEvent>()
                .and_then(|event| event.detail().as_string());
            match detail.as_deref() {
                Some("handler") => panic!("asked to stop in a handler"),
                Some("timer") => {
                    Timeout::new(10, || panic!("asked to stop in a timer")).forget();
                }
                _ => {}
            }
        })
        .forget();
    }
}
