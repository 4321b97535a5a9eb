//! People, goals and what is changed about them. No browser, no clock, no chance: dates and ids are passed in.
//!
//! A [`chart::Chart`] is the fold of its [`change::Change`]s; [`history::History`] keeps both together.

pub mod bank;
pub mod change;
pub mod chart;
pub mod goal;
pub mod history;
pub mod id;
pub mod intervention;
pub mod ladder;
pub mod moment;
pub mod names;
pub mod next;
pub mod objective;
pub mod order;
pub mod pause;
pub mod person;
pub mod quantity;
pub mod rating;
pub mod status;
pub mod summary;
pub mod words;

mod apply;
mod back;
