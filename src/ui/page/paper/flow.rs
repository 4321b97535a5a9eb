//! A worksheet as one column of blocks, whole to be measured and in pieces on its pages.

use crate::ui::prelude::*;

use super::part::{Begins, lines, piece, words};
use crate::document::block::{self, Block};
use crate::document::flow::Piece;

/// All of it, to be measured.
pub(super) fn column(blocks: &[Block]) -> AnyView {
    let all = (0..blocks.len()).map(|block| Piece { block, from: 0, to: None });
    let all: Vec<_> = all.collect();
    page(blocks, &all)
}

/// One page of it.
pub(super) fn page(blocks: &[Block], pieces: &[Piece]) -> AnyView {
    let shown = pieces
        .iter()
        .filter_map(|piece| Some(one(blocks.get(piece.block)?, *piece)))
        .collect_view();
    view! { <div class="fh-flow">{shown}</div> }.into_any()
}

fn one(block: &Block, at: Piece) -> AnyView {
    let begins = if at.from == 0 { Begins::Here } else { Begins::Before };
    let shown = block.words().map_or("", |text| block::piece(text, at.from, at.to));
    let view = match block {
        Block::Title(text) => {
            let open = if begins == Begins::Here { "" } else { " fh-sheet__title--goes-on" };
            let close = if at.to.is_none() { "" } else { " fh-sheet__title--goes-over" };
            let class = format!("{}{open}{close}", title_class(text));
            // One heading a document: what goes on over a page is a paragraph.
            if begins == Begins::Here {
                view! { <h1 class=class tabindex="-1">{words(text, shown)}</h1> }.into_any()
            } else {
                view! { <p class=class>{words(text, shown)}</p> }.into_any()
            }
        }
        Block::Agreed(text) => {
            view! { <p class="fh-sheet__agreed">{words(text, shown)}</p> }.into_any()
        }
        Block::Sentence(text) if text.is_empty() => lines("fh-sheet__lines", 1),
        Block::Sentence(text) => {
            view! { <p class="fh-sheet__sentence">{words(text, shown)}</p> }.into_any()
        }
        Block::Heading(text) => view! { <h2>{text.clone()}</h2> }.into_any(),
        Block::Asked(text) => view! { <p class="fh-sheet__question">{*text}</p> }.into_any(),
        Block::Part(part) => piece(part, shown, begins),
    };
    view! { <div class="fh-flow__block">{view}</div> }.into_any()
}

/// The client's words are the largest on the page; a whole page of them is set like a letter.
pub(super) fn title_class(text: &str) -> &'static str {
    match text.chars().count() {
        0..=48 => "fh-sheet__title",
        49..=120 => "fh-sheet__title fh-sheet__title--long",
        121..=400 => "fh-sheet__title fh-sheet__title--longer",
        _ => "fh-sheet__title fh-sheet__title--letter",
    }
}
