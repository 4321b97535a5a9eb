//! The parts that pages are made of: rulers, writing lines, choices and the small signs around them.

mod draft;
mod empty;
mod gesture;
mod line;
mod name;
mod note;
mod number_line;
mod pace;
mod pick;
mod press;
mod quote;
mod ruler;
mod sign;
mod slide;
mod top;
mod undo;

pub(crate) use draft::Restates;
pub(crate) use empty::{Empty, Heads};
pub(crate) use line::{Line, LineKind};
pub(crate) use name::fresh_name;
pub(crate) use note::{Note, NoteKind};
pub(crate) use number_line::NumberLine;
pub(crate) use pace::Pace;
pub(crate) use pick::{Pick, PickKind};
pub(crate) use quote::{Quote, QuoteKind};
pub(crate) use ruler::Ruler;
pub(crate) use sign::{Sign, SignTone, SignWords};
pub(crate) use top::Top;
pub(crate) use undo::Undo;
