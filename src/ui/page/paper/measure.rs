//! What only a browser can tell: whether a page is full, and where a text breaks.

use crate::ui::prelude::*;
use leptos::web_sys::{DomRect, Element, Node, Range};
use wasm_bindgen_futures::JsFuture;

use crate::document::block::{Block, whole_characters};
use crate::document::flow::{self, Fit, Keep, Measure, Piece};

/// Kept free at the foot of a full page, in case a printer sets type a little wider (px).
const SPARE: f64 = 12.0;

/// Blocks lower than this are not parted: two lines of a step belong together (px).
const LEAST_PARTED: u32 = 110;

/// Waits until the font is there: without it every measure is wrong.
pub(super) async fn fonts() {
    // The sheet must ask for the font first.
    frame().await;
    if let Ok(ready) = document().fonts().ready() {
        let _ = JsFuture::from(ready).await;
    }
}

/// Waits until the browser is about to show what was changed.
pub(super) async fn frame() {
    let next = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().request_animation_frame(&resolve);
    });
    let _ = JsFuture::from(next).await;
}

/// Whether the one sheet holds everything.
pub(super) fn fits(sheets: &Element) -> bool {
    sheets
        .query_selector(".fh-sheet__body")
        .ok()
        .flatten()
        .is_none_or(|body| body.scroll_height() <= body.client_height() + 1)
}

/// The pages of `blocks`, as measured in the hidden column.
pub(super) fn pages(sheets: &Element, blocks: &[Block]) -> Vec<Vec<Piece>> {
    let rooms = all(sheets, "fh-sheet__body");
    let room = |index: usize| {
        rooms.get(index).map_or(0.0, |body| body.get_bounding_client_rect().height() - SPARE)
    };
    let column = Column {
        blocks,
        places: all(sheets, "fh-flow__block"),
        end: sheets
            .query_selector(".fh-flow")
            .ok()
            .flatten()
            .map_or(0.0, |flow| flow.get_bounding_client_rect().bottom()),
    };
    flow::pages(&column, whole(room(0)), whole(room(1)))
}

fn all(within: &Element, class: &str) -> Vec<Element> {
    let found = within.get_elements_by_class_name(class);
    (0..found.length()).filter_map(|i| found.item(i)).collect()
}

/// Whole px, as the flow counts.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "heights of a page, from 0 to a few thousand px; `as` saturates"
)]
fn whole(height: f64) -> u32 {
    height.max(0.0).ceil() as u32
}

struct Column<'a> {
    blocks: &'a [Block],
    places: Vec<Element>,
    end: f64,
}

impl Column<'_> {
    fn top(&self, block: usize) -> f64 {
        self.places.get(block).map_or(self.end, |place| place.get_bounding_client_rect().top())
    }

    /// The words of a block in the page, and how many UTF-16 units they have.
    fn words(&self, block: usize) -> Option<(&str, Node, usize)> {
        let words = self.blocks.get(block)?.words()?;
        let node =
            self.places.get(block)?.query_selector(".fh-flow__words").ok()??.first_child()?;
        let units = node.node_value()?.encode_utf16().count();
        Some((words, node, units))
    }

    /// Where a part of the words lies.
    fn place(node: &Node, from: usize, to: usize) -> Option<DomRect> {
        let range = Range::new().ok()?;
        range.set_start(node, u32::try_from(from).ok()?).ok()?;
        range.set_end(node, u32::try_from(to).ok()?).ok()?;
        Some(range.get_bounding_client_rect())
    }

    /// Where the block begins when it goes on from `from`.
    fn start(&self, block: usize, from: usize) -> f64 {
        let line = || {
            let (_, node, units) = self.words(block)?;
            Some(Self::place(&node, from, (from + 1).min(units))?.top())
        };
        if from == 0 { self.top(block) } else { line().unwrap_or_else(|| self.top(block)) }
    }
}

impl Measure for Column<'_> {
    fn count(&self) -> usize {
        self.blocks.len()
    }

    fn keep(&self, block: usize) -> Keep {
        self.blocks.get(block).map_or(Keep::Loose, Block::keep)
    }

    fn height(&self, block: usize, from: usize) -> u32 {
        whole(self.top(block + 1) - self.start(block, from))
    }

    fn fit(&self, block: usize, from: usize, room: u32) -> Option<Fit> {
        let (words, node, units) = self.words(block)?;
        if from == 0 && self.height(block, 0) < LEAST_PARTED {
            return None;
        }
        let start = self.start(block, from);
        let limit = start + f64::from(room);
        let ends =
            |to: usize| Self::place(&node, from, to).is_some_and(|place| place.bottom() <= limit);
        if ends(units) {
            // The words would fit, what stands under them would not.
            return None;
        }
        // The last `to` that still ends within the room: lines only grow downwards.
        let (mut fits, mut over) = (from, units);
        while fits + 1 < over {
            let middle = usize::midpoint(fits, over);
            if ends(middle) { fits = middle } else { over = middle }
        }
        let to = whole_characters(words, fits);
        (from < to).then_some(Fit { to, height: room })
    }
}
