//! One writer among the tabs of this site: a Web Lock held for life, and a channel to ask for it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent, window};

use super::time::within;

const LOCK: &str = "fh1.writer";
const CHANNEL: &str = "fh1.tabs";
const ASK: &str = "let me write";

/// Longest wait for the other tab to save and let go (milliseconds); then the lock is taken from it. What it
/// still writes after that is kept out by the epoch.
const YIELD_MS: u32 = 3_000;

/// The lock; it is let go when this is dropped.
pub(super) struct Held(Option<Function>);

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = &self.0 {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// The lock if no other tab holds it. A browser without locks gives it to everyone; the epoch decides there.
pub(super) async fn take_free() -> Option<Held> {
    request("ifAvailable").await
}

/// The lock, after asking the tab that holds it.
pub(super) async fn take_over() -> Option<Held> {
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let _ = channel.post_message(&ASK.into());
        channel.close();
    }
    match within(YIELD_MS, request("")).await {
        Some(held) => held,
        None => request("steal").await,
    }
}

async fn request(option: &str) -> Option<Held> {
    let manager = window()
        .and_then(|window| Reflect::get(&window.navigator(), &"locks".into()).ok())
        .filter(JsValue::is_object);
    let Some(manager) = manager else { return Some(Held(None)) };
    let options = Object::new();
    if !option.is_empty() {
        let _ = Reflect::set(&options, &option.into(), &JsValue::TRUE);
    }
    let ask = Reflect::get(&manager, &"request".into()).ok()?.dyn_into::<Function>().ok()?;
    // The answer comes in a callback, and the lock is held until the promise the callback returns is kept.
    let answer = Promise::new(&mut |answer, _| {
        let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if lock.is_null() {
                let _ = answer.call1(&JsValue::NULL, &JsValue::NULL);
                return JsValue::UNDEFINED;
            }
            Promise::new(&mut |release, _| {
                let _ = answer.call1(&JsValue::NULL, &release);
            })
            .into()
        });
        // A lock that is stolen later makes this promise fail; the epoch tells that story.
        if let Ok(held) = ask.call3(&manager, &LOCK.into(), &options, &granted)
            && let Ok(held) = held.dyn_into::<Promise>()
        {
            let ignore = Closure::once_into_js(|_: JsValue| {});
            if let Ok(ignore) = ignore.dyn_into::<Function>() {
                let _ = Reflect::get(&held, &"catch".into())
                    .ok()
                    .and_then(|catch| catch.dyn_into::<Function>().ok())
                    .and_then(|catch| catch.call1(&held, &ignore).ok());
            }
        }
    });
    let release = JsFuture::from(answer).await.ok()?;
    release.dyn_into::<Function>().ok().map(|release| Held(Some(release)))
}

/// Listens for other tabs that want to write, for as long as it lives.
pub(super) struct Listener {
    channel: BroadcastChannel,
    _hear: Closure<dyn FnMut(MessageEvent)>,
}

impl Listener {
    /// Calls `asked` when another tab wants to write; `None` where there is no channel.
    pub(super) fn new(asked: impl FnMut() + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(CHANNEL).ok()?;
        let asked = Rc::new(RefCell::new(asked));
        let hear = Closure::new(move |event: MessageEvent| {
            if event.data().as_string().as_deref() == Some(ASK) {
                (asked.borrow_mut())();
            }
        });
        channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        Some(Self { channel, _hear: hear })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
