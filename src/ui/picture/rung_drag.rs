//! Dragging a rung by its grip: finger, pen and mouse alike. The keyboard has buttons of its own.

use crate::ui::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, PointerEvent};

/// A rung on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Drag {
    /// Which rung.
    pub(super) id: String,
    /// How far it was moved down the page (px).
    pub(super) by: i32,
    /// Gap it would drop into: 0 over the top rung, 1 under it.
    pub(super) gap: usize,
    start: i32,
}

/// Close to an edge of the window the page scrolls along (px).
const EDGE: f64 = 72.0;
const SCROLL: i32 = 14;

/// The drag that is going on, if any.
#[derive(Clone, Copy)]
pub(super) struct Dragging {
    now: RwSignal<Option<Drag>>,
    list: NodeRef<leptos::html::Ol>,
}

impl Dragging {
    pub(super) fn new(list: NodeRef<leptos::html::Ol>) -> Self {
        Self { now: RwSignal::new(None), list }
    }

    pub(super) fn with<T>(self, id: &str, read: impl Fn(&Drag) -> T) -> Option<T> {
        self.now.with(|now| now.as_ref().filter(|drag| drag.id == id).map(read))
    }

    /// The gap the rung would drop into.
    pub(super) fn gap(self) -> Option<usize> {
        self.now.with(|now| now.as_ref().map(|drag| drag.gap))
    }

    pub(super) fn press(self, id: &str, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        event.prevent_default();
        if let Some(grip) = event.current_target().and_then(|it| it.dyn_into::<Element>().ok()) {
            // Without capture a fast finger leaves the grip behind.
            let _ = grip.set_pointer_capture(event.pointer_id());
        }
        self.now.set(Some(Drag {
            id: id.to_owned(),
            by: 0,
            gap: self.gap_at(event.client_y()),
            start: self.place(event),
        }));
    }

    pub(super) fn slide(self, event: &PointerEvent) {
        if self.now.with_untracked(Option::is_none) {
            return;
        }
        let y = event.client_y();
        let gap = self.gap_at(y);
        let place = self.place(event);
        self.now.update(|now| {
            if let Some(drag) = now {
                drag.by = place - drag.start;
                drag.gap = gap;
            }
        });
        let height =
            window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let page = self.page();
        let seen = page.as_ref().map(Element::get_bounding_client_rect);
        let top = seen.as_ref().map_or(0.0, |seen| seen.top().max(0.0));
        let bottom = seen.as_ref().map_or(height, |seen| seen.bottom().min(height));
        let by = match f64::from(y) {
            y if y < top + EDGE => -SCROLL,
            y if bottom - EDGE < y => SCROLL,
            _ => return,
        };
        // On a tablet the page scrolls between head and foot, on a phone the window does.
        if let Some(page) = page {
            page.set_scroll_top(page.scroll_top() + by);
        }
        window().scroll_by_with_x_and_y(0.0, f64::from(by));
    }

    /// What scrolls between head and foot.
    fn page(self) -> Option<Element> {
        self.list.get_untracked()?.closest("main").ok()?
    }

    /// How far down the whole page the pointer is (px), whatever is scrolled.
    fn place(self, event: &PointerEvent) -> i32 {
        event.page_y() + self.page().map_or(0, |page| page.scroll_top())
    }

    /// Ends the drag: the rung and the gap it was dropped into.
    pub(super) fn drop(self) -> Option<(String, usize)> {
        let drag = self.now.try_update(Option::take)??;
        Some((drag.id, drag.gap))
    }

    pub(super) fn cancel(self) {
        if self.now.with_untracked(Option::is_some) {
            self.now.set(None);
        }
    }

    /// How many rungs have their middle above `y` (px from the top of the window).
    fn gap_at(self, y: i32) -> usize {
        let Some(list) = self.list.get_untracked() else { return 0 };
        let rows = list.children();
        (0..rows.length())
            .filter_map(|i| rows.item(i))
            .filter(|row| {
                let place = row.get_bounding_client_rect();
                place.top() + place.height() / 2.0 < f64::from(y)
            })
            .count()
    }
}
