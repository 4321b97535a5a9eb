//! The drawings: the hill with its path, the stones that say how far somebody came.
//!
//! Every colour is a picture role of the style sheet, so that night is the same drawing by moonlight.

mod hiker;
mod landscape;
mod mountain;
mod plan;
mod stones;

pub(crate) use landscape::{Landscape, View};
pub(crate) use mountain::{at, at_the_flag, in_front, mountain, rock, stone, to_color};
pub(crate) use stones::Stones;
