//! `localStorage` as the log. Every call may throw, and every throw is an answer.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage, window};

use crate::storage::log::{Entry, Log, LogError};

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

    /// All in one call: each text asked for by its key would cost a trip through both languages.
    fn entries(&self) -> Result<Vec<Entry>, LogError> {
        let entry = |pair: JsValue| {
            let pair: Array = pair.unchecked_into();
            Some((pair.get(0).as_string()?, Ok(pair.get(1).as_string())))
        };
        Ok(Object::entries(&self.0).iter().filter_map(entry).collect())
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
