//! A document over as many pages as it takes: which block, or which part of a text, stands on which page.
//!
//! Heights come from whoever can set type; this only deals them out, so nothing is ever cut off or lost.

/// Whether a block may be the last one on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Keep {
    /// It stands for itself.
    Loose,
    /// A heading: never alone at the foot of a page.
    WithNext,
    /// Room to spare: left out where the page is full.
    Spare,
}

/// How much of a text fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Where the next page goes on (in the measurer's own count of the text).
    pub to: usize,
    /// Height taken on this page (the measurer's unit).
    pub height: u32,
}

/// Someone who can set type.
pub trait Measure {
    /// How many blocks there are.
    fn count(&self) -> usize;
    /// Whether block `block` may end a page.
    fn keep(&self, block: usize) -> Keep;
    /// Height of the block from `from` (0 for all of it) to its end.
    fn height(&self, block: usize, from: usize) -> u32;
    /// As many whole lines of the block from `from` as fit into `room`; `None` when none does or it has no lines.
    fn fit(&self, block: usize, from: usize, room: u32) -> Option<Fit>;
}

/// A block, or some of it, on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which block.
    pub block: usize,
    /// Where it goes on from (0: it begins here).
    pub from: usize,
    /// Where it stops (`None`: it ends here).
    pub to: Option<usize>,
}

/// Deals blocks out to a first page with room for `first` and further ones with room for `rest` (the measurer's unit).
/// Every block comes out once, in order and whole, but for room to spare where there is none.
///
/// A block higher than a page that cannot be parted gets a page of its own and is left to the printer.
pub fn pages(blocks: &impl Measure, first: u32, rest: u32) -> Vec<Vec<Piece>> {
    let mut done: Vec<Vec<Piece>> = Vec::new();
    let mut now: Vec<Piece> = Vec::new();
    let mut room = first;
    let mut block = 0;
    let mut from = 0;
    while block < blocks.count() {
        let height = blocks.height(block, from);
        if height <= room {
            now.push(Piece { block, from, to: None });
            room -= height;
            block += 1;
            from = 0;
            continue;
        }
        if blocks.keep(block) == Keep::Spare {
            block += 1;
            continue;
        }
        if let Some(fit) = blocks.fit(block, from, room).filter(|fit| from < fit.to) {
            now.push(Piece { block, from, to: Some(fit.to) });
            from = fit.to;
        } else if now.is_empty() {
            // Not even an empty page is enough.
            now.push(Piece { block, from, to: None });
            block += 1;
            from = 0;
        } else {
            let moved = headings_at_foot(blocks, &now);
            if moved < now.len() {
                let heads = now.split_off(now.len() - moved);
                if let Some(first) = heads.first() {
                    block = first.block;
                    from = 0;
                }
            }
        }
        done.push(std::mem::take(&mut now));
        room = rest;
    }
    if !now.is_empty() {
        done.push(now);
    }
    done
}

/// How many blocks at the end of a page must go over to the next one with what follows.
fn headings_at_foot(blocks: &impl Measure, page: &[Piece]) -> usize {
    page.iter().rev().take_while(|piece| blocks.keep(piece.block) == Keep::WithNext).count()
}

/// Whether a text reads from the right: its first letter that has a direction says so.
pub fn is_right_to_left(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' |
            '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks of lines, one unit each; a text can be parted after any line, a solid one cannot.
    struct Lines(Vec<(Keep, Kind)>);

    enum Kind {
        Text(u32),
        Solid(u32),
    }

    impl Measure for Lines {
        fn count(&self) -> usize {
            self.0.len()
        }
        fn keep(&self, block: usize) -> Keep {
            self.0[block].0
        }
        fn height(&self, block: usize, from: usize) -> u32 {
            match self.0[block].1 {
                Kind::Text(lines) => lines - u32::try_from(from).unwrap(),
                Kind::Solid(height) => height,
            }
        }
        fn fit(&self, block: usize, from: usize, room: u32) -> Option<Fit> {
            match self.0[block].1 {
                Kind::Text(_) if 0 < room => {
                    Some(Fit { to: from + usize::try_from(room).unwrap(), height: room })
                }
                _ => None,
            }
        }
    }

    fn text(lines: u32) -> (Keep, Kind) {
        (Keep::Loose, Kind::Text(lines))
    }

    fn solid(height: u32) -> (Keep, Kind) {
        (Keep::Loose, Kind::Solid(height))
    }

    fn heading() -> (Keep, Kind) {
        (Keep::WithNext, Kind::Solid(1))
    }

    fn piece(block: usize, from: usize, to: Option<usize>) -> Piece {
        Piece { block, from, to }
    }

    #[test]
    fn what_fits_stays_on_one_page() {
        let pages = pages(&Lines(vec![text(3), heading(), solid(6)]), 10, 10);
        assert_eq!(pages, [[piece(0, 0, None), piece(1, 0, None), piece(2, 0, None)]]);
    }

    #[test]
    fn a_long_text_goes_on_over_several_pages() {
        let pages = pages(&Lines(vec![text(25)]), 10, 10);
        assert_eq!(
            pages,
            [[piece(0, 0, Some(10))], [piece(0, 10, Some(20))], [piece(0, 20, None)]]
        );
    }

    #[test]
    fn the_first_page_may_have_less_room() {
        let pages = pages(&Lines(vec![text(15)]), 4, 10);
        assert_eq!(pages, [[piece(0, 0, Some(4))], [piece(0, 4, Some(14))], [piece(0, 14, None)]]);
    }

    #[test]
    fn a_heading_moves_over_with_what_it_heads() {
        let pages = pages(&Lines(vec![solid(8), heading(), solid(4)]), 10, 10);
        assert_eq!(pages, [vec![piece(0, 0, None)], vec![piece(1, 0, None), piece(2, 0, None)]]);
    }

    #[test]
    fn a_heading_over_something_too_high_still_ends() {
        let pages = pages(&Lines(vec![heading(), solid(30), heading()]), 10, 10);
        let pieces: Vec<_> = pages.iter().flatten().map(|piece| piece.block).collect();
        assert_eq!(pieces, [0, 1, 2]);
    }

    #[test]
    fn spare_room_never_makes_a_page() {
        let pages = pages(&Lines(vec![solid(9), (Keep::Spare, Kind::Solid(2))]), 10, 10);
        assert_eq!(pages, [[piece(0, 0, None)]]);
    }

    #[test]
    fn the_first_letter_gives_the_direction() {
        assert!(is_right_to_left("1. أريد أن أنام"));
        assert!(!is_right_to_left("🙂 I want أن"));
        assert!(!is_right_to_left("123"));
    }
}
