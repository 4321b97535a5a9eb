//! `localStorage` as the log. Every call may throw, and every throw is an answer.

use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage, window};

use crate::storage::log::{Entry, Log, LogError};

/// Stands in no text of ours.
const BETWEEN: &str = "\0";

/// The `localStorage` of this site.
#[derive(Debug)]
pub(super) struct WebLog(Storage);

impl WebLog {
    /// The log, or `None` where the browser does not give it out.
    pub(super) fn open() -> Option<Self> {
        #[expect(clippy::disallowed_methods, reason = "this is the one door to it")]
        let storage = window()?.local_storage().ok()??;
        let log = Self(storage);
        // Some browsers hand out a store that throws at the first touch.
        log.0.length().ok()?;
        Some(log)
    }
}

impl Log for WebLog {
    fn keys(&self) -> Result<Vec<String>, LogError> {
        let count = self.0.length().map_err(|_| LogError::Refused)?;
        let mut keys = Vec::new();
        for place in 0..count {
            keys.extend(self.0.key(place).map_err(|_| LogError::Refused)?);
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, LogError> {
        self.0.get_item(key).map_err(|_| LogError::Refused)
    }

    /// All in one text: each that crosses from one language to the other by itself costs more than what is in it.
    fn entries(&self) -> Result<Vec<Entry>, LogError> {
        let found = Object::entries(&self.0).flat(1);
        let joined = String::from(found.join(BETWEEN));
        let mut parts = joined.split(BETWEEN).map(str::to_owned);
        // Another program may keep texts with that very sign in them.
        if joined.split(BETWEEN).count() != found.length() as usize {
            let keys = self.keys()?.into_iter();
            return Ok(keys.map(|key| (key.clone(), self.get(&key))).collect());
        }
        let entry = || Some((parts.next()?, Ok(Some(parts.next()?))));
        Ok(std::iter::from_fn(entry).collect())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), LogError> {
        self.0.set_item(key, text).map_err(|error| cause(&error))
    }

    fn remove(&self, key: &str) -> Result<(), LogError> {
        self.0.remove_item(key).map_err(|_| LogError::Refused)
    }
}

fn cause(error: &JsValue) -> LogError {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    if name.as_deref() == Some("QuotaExceededError") { LogError::Full } else { LogError::Refused }
}
