//! What leaving a field brings waits while something is pressed: a sentence that grows a line, or one that goes, would
//! carry the pressed button away from under the finger, and the tap would be lost.

use std::cell::RefCell;
use std::mem;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use leptos::prelude::window;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, MouseEvent};

/// A press begins with these. A finger's focus moves only at the second one, after it was lifted.
const DOWN: [&str; 2] = ["pointerdown", "mousedown"];

/// It may have come to nothing: the browser says so with no further word.
const UP: [&str; 3] = ["pointerup", "pointercancel", "mouseup"];

/// It has found what was pressed, or the page is used in another way, or goes. What waited comes before whatever
/// else listens, so that a button works with what was written before it was pressed.
const OVER: [&str; 5] = ["click", "input", "keydown", "visibilitychange", "pagehide"];

#[derive(Default)]
struct Press {
    is_watched: bool,
    is_down: bool,
    waiting: Vec<Box<dyn FnOnce()>>,
}

thread_local! {
    static PRESS: RefCell<Press> = RefCell::default();
}

/// Begins to follow presses in this window; once is enough.
pub(super) fn watch() {
    if PRESS.with_borrow_mut(|press| mem::replace(&mut press.is_watched, true)) {
        return;
    }
    for name in DOWN.into_iter().chain(UP).chain(OVER) {
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window(), name, options, heard).forget();
    }
}

/// Does it now, or once the press under way is over.
pub(super) fn after(what: impl FnOnce() + 'static) {
    let mut what: Option<Box<dyn FnOnce()>> = Some(Box::new(what));
    PRESS.with_borrow_mut(|press| {
        if press.is_down {
            press.waiting.extend(what.take());
        }
    });
    if let Some(what) = what {
        what();
    }
}

fn heard(event: &Event) {
    let name = event.type_();
    if DOWN.contains(&name.as_str()) {
        // The menu of a second button may swallow the end of its press.
        let first = event.dyn_ref::<MouseEvent>().is_none_or(|event| event.button() == 0);
        PRESS.with_borrow_mut(|press| press.is_down |= first);
    } else if UP.contains(&name.as_str()) {
        // If there is a click, it comes before any timer.
        Timeout::new(0, over).forget();
    } else {
        over();
    }
}

fn over() {
    let waiting = PRESS.with_borrow_mut(|press| {
        press.is_down = false;
        mem::take(&mut press.waiting)
    });
    for what in waiting {
        what();
    }
}
