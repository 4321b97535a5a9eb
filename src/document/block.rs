//! A worksheet as one column of blocks: what it becomes when it does not fit on a page.

use super::flow::Keep;
use super::worksheet::{Higher, Part, Worksheet};

/// One thing in the column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The client's own words.
    Title(String),
    /// What everybody agreed to call it.
    Agreed(String),
    /// The objective as one sentence; empty leaves a line to write it on.
    Sentence(String),
    /// The head of a section.
    Heading(String),
    /// A question with its answer under it.
    Asked(&'static str),
    /// Anything else.
    Part(Part),
}

impl Block {
    /// Whether it may be the last one on a page.
    pub fn keep(&self) -> Keep {
        match self {
            Self::Heading(_) | Self::Asked(_) => Keep::WithNext,
            Self::Part(Part::Room(_)) => Keep::Spare,
            _ => Keep::Loose,
        }
    }

    /// The words in it that may go on over the page.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Title(words)
            | Self::Agreed(words)
            | Self::Sentence(words)
            | Self::Part(Part::Words(words) | Part::Large(words) | Part::Named(_, words)) => {
                Some(words)
            }
            Self::Part(Part::Step(step)) => step.words.as_deref(),
            _ => None,
        }
    }
}

/// The whole worksheet in reading order.
pub fn blocks(sheet: &Worksheet) -> Vec<Block> {
    let mut blocks = vec![Block::Title(sheet.title.clone())];
    blocks.extend(sheet.agreed.clone().map(Block::Agreed));
    blocks.push(Block::Sentence(sheet.sentence.clone().unwrap_or_default()));
    for section in &sheet.sections {
        blocks.push(Block::Heading(section.heading.clone()));
        for part in &section.parts {
            match part {
                Part::Ruler(ruler) => {
                    blocks.push(Block::Part(part.clone()));
                    let answer = match &ruler.higher {
                        Higher::Said(words) => Part::Words(words.clone()),
                        Higher::Open => Part::Lines(1),
                        Higher::Highest => continue,
                    };
                    blocks.push(Block::Asked(Higher::ASKED));
                    blocks.push(Block::Part(answer));
                }
                _ => blocks.push(Block::Part(part.clone())),
            }
        }
    }
    blocks
}

/// The piece of `text` from `from` to `to`, counted in UTF-16 units as browsers do, never inside a character.
pub fn piece(text: &str, from: usize, to: Option<usize>) -> &str {
    let from = byte_at(text, from);
    let to = to.map_or(text.len(), |to| byte_at(text, to));
    text.get(from..to).unwrap_or_default()
}

/// `units` taken back to where a whole character ends.
pub fn whole_characters(text: &str, units: usize) -> usize {
    let head = piece(text, 0, Some(units));
    crate::figure::say::whole(head, text).encode_utf16().count()
}

fn byte_at(text: &str, units: usize) -> usize {
    let mut left = units;
    for (at, c) in text.char_indices() {
        if left < c.len_utf16() {
            return at;
        }
        left -= c.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_a_text_put_together_are_the_text() {
        let text = "I \u{1f642} want \u{5e9}\u{5dc}\u{5d5}\u{5dd} more";
        let units = text.encode_utf16().count();
        for cut in 0..=units {
            let cut = whole_characters(text, cut);
            assert_eq!(format!("{}{}", piece(text, 0, Some(cut)), piece(text, cut, None)), text);
        }
    }

    #[test]
    fn a_cut_inside_a_face_moves_before_it() {
        assert_eq!(whole_characters("a\u{1f642}", 2), 1);
        assert_eq!(whole_characters("a\u{1f44d}\u{1f3fd}b", 3), 1);
    }
}
