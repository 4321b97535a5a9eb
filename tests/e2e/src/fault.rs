//! Why a check did not hold, as one sentence for the report; nothing here knows a browser.

use std::fmt;

/// What every check gives back.
pub type Check<T = ()> = Result<T, Fault>;

/// One sentence that names what was expected and what was found.
#[derive(Debug, Clone)]
pub struct Fault(pub String);

impl Fault {
    /// A fault from anything that can be read out.
    pub fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<thirtyfour::error::WebDriverError> for Fault {
    fn from(error: thirtyfour::error::WebDriverError) -> Self {
        // The driver's own stack trace says nothing about the page.
        let text = error.to_string();
        Self(text.lines().take(6).collect::<Vec<_>>().join(" "))
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

/// Says where a fault happened, in front of what happened.
pub trait Where<T> {
    /// Puts `place` in front of the reason.
    fn at(self, place: impl fmt::Display) -> Check<T>;
}

impl<T, E: Into<Fault>> Where<T> for Result<T, E> {
    fn at(self, place: impl fmt::Display) -> Check<T> {
        self.map_err(|error| Fault(format!("{place}: {}", error.into())))
    }
}

/// Holds when `fact` is true; the reason is only built when it is not.
pub fn ensure(fact: bool, reason: impl FnOnce() -> String) -> Check {
    if fact { Ok(()) } else { Err(Fault(reason())) }
}

/// Holds when both are equal, and otherwise shows both.
pub fn same<T: PartialEq + fmt::Debug>(what: &str, found: &T, expected: &T) -> Check {
    ensure(found == expected, || format!("{what}: expected {expected:?}, found {found:?}"))
}
