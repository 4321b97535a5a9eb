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
    places: StoredValue<Vec<Place>>,
}

/// Where a foothold stands in the window, in pixels.
#[derive(Clone, Copy)]
struct Place {
    step: u8,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Slide {
    pub(super) fn new(gesture: Gesture) -> Self {
        Self { gesture, press: StoredValue::new(None), places: StoredValue::new(Vec::new()) }
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
                // Asked once: to ask at every move what lies under the finger is most of what a move would cost.
                self.places.set_value(places(&line));
            }
        }
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let under = |place: &&Place| {
            place.left <= x && x < place.right && place.top <= y && y < place.bottom
        };
        if let Some(step) = self.places.with_value(|all| all.iter().find(under).map(|one| one.step))
        {
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

/// Where the footholds of a line stand while a finger slides over it: nothing moves meanwhile.
fn places(line: &Element) -> Vec<Place> {
    let steps = line.get_elements_by_class_name("fh-ruler__step");
    let place = |at: u32| {
        let element = steps.item(at)?;
        let step = element.get_attribute("data-step")?.parse().ok()?;
        let rect = element.get_bounding_client_rect();
        Some(Place {
            step,
            left: rect.left(),
            right: rect.right(),
            top: rect.top(),
            bottom: rect.bottom(),
        })
    };
    (0..steps.length()).filter_map(place).collect()
}
