//! The two stores of a browser and the lock between its tabs. The only part of storage that knows a browser.

pub mod keeper;

mod log;
mod receipt;
mod tabs;
pub mod time;
