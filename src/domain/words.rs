//! Text as people gave it: kept whole, never trimmed, never tidied.

use serde::{Deserialize, Serialize};

/// What somebody said or wrote, verbatim: the client's own words above all.
///
/// Invariant: at most [`OwnWords::MAX_CHARS`] characters, and at least one that can be seen.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OwnWords(String);

impl OwnWords {
    /// Longest text, in Unicode scalar values.
    pub const MAX_CHARS: usize = 10_000;

    /// Keeps `text` as it is, if it can be kept.
    ///
    /// # Errors
    ///
    /// Returns [`WordsError`] when nothing in it can be seen, or when it is too long.
    pub fn new(text: &str) -> Result<Self, WordsError> {
        check(text, Self::MAX_CHARS)?;
        Ok(Self(text.to_owned()))
    }

    /// The text, untouched.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for OwnWords {
    type Error = WordsError;

    fn try_from(text: String) -> Result<Self, WordsError> {
        check(&text, Self::MAX_CHARS)?;
        Ok(Self(text))
    }
}

impl From<OwnWords> for String {
    fn from(words: OwnWords) -> Self {
        words.0
    }
}

/// What a chart is called on lists and paper: initials or a chosen name, never more.
///
/// Invariant: trimmed, one line, something to see, at most [`ChartName::MAX_CHARS`] characters, so that a full
/// name with an address does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ChartName(String);

impl ChartName {
    /// Longest name, in Unicode scalar values.
    pub const MAX_CHARS: usize = 40;

    /// Trims `text`, joins its lines, and checks it.
    ///
    /// # Errors
    ///
    /// Returns [`WordsError`] when nothing can be seen, or when it is too long.
    pub fn new(text: &str) -> Result<Self, WordsError> {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        check(&name, Self::MAX_CHARS)?;
        Ok(Self(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ChartName {
    type Error = WordsError;

    fn try_from(text: String) -> Result<Self, WordsError> {
        Self::new(&text)
    }
}

impl From<ChartName> for String {
    fn from(name: ChartName) -> Self {
        name.0
    }
}

/// Why a text cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// Empty, or white space and invisible characters alone.
    #[error("there is nothing to read in it yet")]
    Blank,
    /// More characters than the place holds.
    #[error("at most {max} characters fit, these are {found}")]
    TooLong {
        /// Characters counted.
        found: usize,
        /// Characters allowed.
        max: usize,
    },
}

fn check(text: &str, max: usize) -> Result<(), WordsError> {
    if !text.chars().any(is_visible) {
        return Err(WordsError::Blank);
    }
    let found = text.chars().count();
    if max < found { Err(WordsError::TooLong { found, max }) } else { Ok(()) }
}

/// Whether a reader sees anything: not white space, not a control, not one of the marks of no width.
fn is_visible(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' |
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' |
            '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_as_they_came() {
        for text in ["  I want\nto feel better ", "<script>alert(1)</script>", "أريد أن أنام", "🙂"]
        {
            assert_eq!(OwnWords::new(text).map(String::from), Ok(text.to_owned()));
        }
    }

    #[test]
    fn nothing_to_see_is_blank() {
        for text in ["", "  \n\t", "\u{200b}\u{feff}", "\u{2060} \u{200d}", "\u{3164}"] {
            assert_eq!(OwnWords::new(text), Err(WordsError::Blank), "{text:?}");
        }
    }

    #[test]
    fn ten_thousand_characters_fit_and_one_more_does_not() {
        assert!(OwnWords::new(&"é".repeat(10_000)).is_ok());
        assert_eq!(
            OwnWords::new(&"é".repeat(10_001)),
            Err(WordsError::TooLong { found: 10_001, max: 10_000 })
        );
    }

    #[test]
    fn a_name_is_one_line() {
        assert_eq!(ChartName::new("  J.\nM. ").map(String::from), Ok("J. M.".to_owned()));
    }
}
