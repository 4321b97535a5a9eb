//! Pictures and charts as numbers in a unit square: no SVG, no colours.
//!
//! Lengths are whole thousandths of the side of the square ([`square::SIDE`]), so that two machines draw the same
//! picture. Every figure also says itself in plain sentences and as the rows of a table.

pub mod day;
pub mod ladder;
pub mod mountain;
pub mod progress;
pub mod say;
pub mod square;
