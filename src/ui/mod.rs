//! Everything on the screen: pages, parts, pictures and the one session they share.

#![allow(unreachable_pub, reason = "the component macro writes its builders as `pub`")]
#![allow(clippy::ignored_unit_patterns, reason = "a memo is handed nothing, and `_` says so")]
#![allow(clippy::too_many_lines, reason = "a page is one view, read from top to bottom")]

pub(crate) mod app;
pub(crate) mod device;
pub(crate) mod file;
pub(crate) mod icon;
pub(crate) mod later;
pub(crate) mod page;
pub(crate) mod part;
pub(crate) mod picture;
pub(crate) mod prelude;
pub(crate) mod problem;
pub(crate) mod rescue;
pub(crate) mod route;
pub(crate) mod scene;
pub(crate) mod sentence;
pub(crate) mod session;
pub(crate) mod words;

pub use app::start;
