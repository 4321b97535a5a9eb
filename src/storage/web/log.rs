//! `localStorage` as the log. Every call may throw, and every throw is an answer.

use js_sys::{Array, Map, Object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage, window};

use crate::storage::log::{Entry, Log, LogError};
use crate::storage::receipt::may_be_same;

/// The `localStorage` of this site.
#[derive(Clone, Debug)]
pub(super) struct WebLog {
    storage: Storage,
    /// The browser's own copies of the blocks that were read, until [`forget`](Self::forget).
    blocks: Map,
}

impl WebLog {
    /// The log, or `None` where the browser does not give it out.
    pub(super) fn open() -> Option<Self> {
        #[expect(clippy::disallowed_methods, reason = "this is the one door to it")]
        let storage = window()?.local_storage().ok()??;
        // Some browsers hand out a store that throws at the first touch.
        storage.length().ok()?;
        Some(Self { storage, blocks: Map::new() })
    }

    /// Whether this is the very text of a block that was read here. The browser compares its own texts in no time;
    /// to carry each of them over first takes most of a start.
    pub(super) fn has(&self, key: &str, text: &JsValue) -> bool {
        text.is_string() && Object::is(&self.blocks.get(&key.into()), text)
    }

    /// The copies are needed no more.
    pub(super) fn forget(&self) {
        self.blocks.clear();
    }
}

impl Log for WebLog {
    fn keys(&self) -> Result<Vec<String>, LogError> {
        let count = self.storage.length().map_err(|_| LogError::Refused)?;
        let mut keys = Vec::new();
        for place in 0..count {
            keys.extend(self.storage.key(place).map_err(|_| LogError::Refused)?);
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, LogError> {
        self.storage.get_item(key).map_err(|_| LogError::Refused)
    }

    /// All in one call: each text asked for by its key would cost a trip through both languages.
    fn entries(&self) -> Result<Vec<Entry>, LogError> {
        let entry = |pair: JsValue| {
            let pair: Array = pair.unchecked_into();
            let (name, text) = (pair.get(0), pair.get(1));
            let key = name.as_string()?;
            let carried = text.as_string();
            if may_be_same(&key) {
                self.blocks.set(&name, &text);
            }
            Some((key, Ok(carried)))
        };
        Ok(Object::entries(&self.storage).iter().filter_map(entry).collect())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), LogError> {
        self.storage.set_item(key, text).map_err(|error| cause(&error))
    }

    fn remove(&self, key: &str) -> Result<(), LogError> {
        self.storage.remove_item(key).map_err(|_| LogError::Refused)
    }
}

fn cause(error: &JsValue) -> LogError {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    if name.as_deref() == Some("QuotaExceededError") { LogError::Full } else { LogError::Refused }
}
