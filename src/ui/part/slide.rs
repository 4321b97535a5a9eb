//! A finger that slides along a line of footholds.

use crate::ui::prelude::*;
use leptos::ev::{MouseEvent, PointerEvent};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::gesture::Gesture;

/// Pixels a finger may tremble before a tap becomes a drag.
const TREMBLE_PX: i32 = 8;

/// Where a press began, in pixels of the window, and whether it has become a drag.
#[derive(Clone, Copy)]
struct Press {
    at: (i32, i32),
    moved: bool,
}

/// Follows one pointer over elements that carry their value in `data-step`.
#[derive(Clone, Copy)]
pub(super) struct Slide {
    gesture: Gesture,
    press: StoredValue<Option<Press>>,
}

impl Slide {
    pub(super) fn new(gesture: Gesture) -> Self {
        Self { gesture, press: StoredValue::new(None) }
    }

    pub(super) fn press(self, event: &PointerEvent) {
        self.gesture.point();
        let at = (event.client_x(), event.client_y());
        self.press.set_value((event.button() == 0).then_some(Press { at, moved: false }));
    }

    pub(super) fn slide(self, event: &PointerEvent) {
        // A pen that only hovers after its drag gives no answer.
        if event.buttons() == 0 {
            return;
        }
        let Some(mut press) = self.press.get_value() else { return };
        if !press.moved {
            let far = |now: i32, then: i32| TREMBLE_PX <= (now - then).abs();
            if !far(event.client_x(), press.at.0) && !far(event.client_y(), press.at.1) {
                return;
            }
            press.moved = true;
            self.press.set_value(Some(press));
            if let Some(line) = line(event) {
                // Without capture a mouse that leaves the line would leave the drag hanging.
                let _ = line.set_pointer_capture(event.pointer_id());
            }
        }
        if let Some(step) = step_under(event) {
            self.gesture.show(step);
        }
    }

    pub(super) fn lift(self) {
        match self.press.get_value() {
            Some(press) if press.moved => self.gesture.finish(),
            _ => self.press.set_value(None),
        }
    }

    pub(super) fn cancel(self) {
        self.press.set_value(None);
        self.gesture.drop_it();
    }

    /// After a drag the browser may still report a click on the foothold where it began.
    pub(super) fn click(self, event: &MouseEvent) {
        if self.press.get_value().is_some() {
            event.prevent_default();
        }
        self.press.set_value(None);
    }
}

fn line(event: &PointerEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// The foothold under the pointer, found by place: a captured pointer no longer says what it is over.
fn step_under(event: &PointerEvent) -> Option<u8> {
    #[expect(clippy::cast_precision_loss, reason = "a place on a screen is far below 2^24 pixels")]
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let step = document().element_from_point(x, y)?.closest("[data-step]").ok()??;
    // Another ruler may lie under a finger that strayed.
    line(event)?.contains(Some(&step)).then(|| step.get_attribute("data-step"))??.parse().ok()
}
