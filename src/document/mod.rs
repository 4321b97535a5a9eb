//! What goes on paper, as structured documents: no print, no browser, no HTML.

pub mod block;
pub mod coloring;
pub mod flow;
pub mod made_up;
pub mod paper;
pub mod worksheet;
