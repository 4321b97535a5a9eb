//! The store that is always there and answers at once: `localStorage` in the browser.

/// A key, and the text under it or the refusal to give it out.
pub type Entry = (String, Result<Option<String>, LogError>);

/// Texts by key, written and read without waiting.
///
/// What it says is not taken at its word: the engine reads back what it wrote. After an error the text that
/// was there before stands.
pub trait Log {
    /// Every key of the site, in any order, foreign ones among them.
    ///
    /// # Errors
    ///
    /// [`LogError`] when the browser refuses.
    fn keys(&self) -> Result<Vec<String>, LogError>;

    /// The text under `key`; `None` when there is none.
    ///
    /// # Errors
    ///
    /// [`LogError`] when the browser refuses.
    fn get(&self, key: &str) -> Result<Option<String>, LogError>;

    /// Every key with what [`get`](Self::get) says of it.
    ///
    /// # Errors
    ///
    /// [`LogError`] when the browser refuses to list them.
    fn entries(&self) -> Result<Vec<Entry>, LogError> {
        let entry = |key: String| {
            let text = self.get(&key);
            (key, text)
        };
        Ok(self.keys()?.into_iter().map(entry).collect())
    }

    /// Puts `text` under `key`, in place of what was there.
    ///
    /// # Errors
    ///
    /// [`LogError::Full`] when there is no room, [`LogError::Refused`] for everything else.
    fn set(&self, key: &str, text: &str) -> Result<(), LogError>;

    /// Removes `key`; it need not be there.
    ///
    /// # Errors
    ///
    /// [`LogError`] when the browser refuses.
    fn remove(&self, key: &str) -> Result<(), LogError>;
}

/// Why the log did not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// No room is left.
    #[error("no room is left")]
    Full,
    /// The browser threw: access denied, a damaged file, anything.
    #[error("the browser refused")]
    Refused,
}
