//! IndexedDB as the receipt: one store of texts, written with strict durability, so that "complete" means on disk.

use indexed_db_futures::database::Database;
use indexed_db_futures::error::{DomException, Error, OpenDbError};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::{Event, IdbDatabase, IdbOpenDbRequest};

use super::time::within;
use crate::storage::receipt::{Batch, FENCE, ReceiptError, ReceiptImage, admit, raise};

const DATABASE: &str = "foothold";
const RECORDS: &str = "records";

/// Longest wait for the database to open, and for everything in it to be read (milliseconds).
const OPEN_MS: u32 = 2_000;

/// Longest wait for one batch (milliseconds).
const WRITE_MS: u32 = 10_000;

/// The open database.
#[derive(Debug)]
pub(super) struct IdbReceipt(Database);

/// Whether the epoch is raised while the records are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// This tab writes; the log knows of this epoch.
    ToWrite(u64),
    /// This tab only reads.
    ToRead,
}

impl IdbReceipt {
    /// Opens the database and reads everything in it.
    pub(super) async fn open(how: Open) -> Result<(Self, ReceiptImage), ReceiptError> {
        within(OPEN_MS, async {
            let opening = Database::open(DATABASE).with_version(1_u8).build();
            let opening = opening.map_err(|error| refused(&error))?;
            // Set by hand: the wrapper's own way brings along what it would say of every error in it, 14 kB of wasm.
            let create = Closure::once_into_js(create);
            opening.as_sys().set_onupgradeneeded(Some(create.unchecked_ref()));
            let database = opening.await.map_err(|error| refused(&error))?;
            let receipt = Self(database);
            let image = receipt.read(how).await.map_err(|error| cause(&error))?;
            Ok((receipt, image))
        })
        .await
        .unwrap_or(Err(ReceiptError::Silent))
    }

    async fn read(&self, how: Open) -> Result<ReceiptImage, Error> {
        let mode = if how == Open::ToRead {
            TransactionMode::Readonly
        } else {
            TransactionMode::Readwrite
        };
        let transaction = self.begin(mode)?;
        let store = transaction.object_store(RECORDS)?;
        let keys = store.get_all_keys::<JsValue>().primitive()?;
        let texts = store.get_all::<JsValue>().primitive()?;
        let (keys, texts) = (keys.await?, texts.await?);
        // What is no text reads as an empty one, which the engine then finds damaged and keeps aside.
        let text = |value: Result<JsValue, _>| {
            value.ok().and_then(|value| value.as_string()).unwrap_or_default()
        };
        let records: Vec<(String, String)> = keys.map(text).zip(texts.map(text)).collect();
        let mut epoch = None;
        if let Open::ToWrite(known) = how
            && let Some((raised, fence)) = raise(&records, known)
        {
            store.put(fence.to_string()).with_key(FENCE).primitive()?.await?;
            epoch = Some(raised);
        }
        drop(store);
        transaction.commit().await?;
        Ok(ReceiptImage { records, epoch })
    }

    /// Writes a batch, all or nothing; "Ok" means that the browser has it on disk.
    pub(super) async fn write(&self, batch: &Batch) -> Result<(), ReceiptError> {
        within(WRITE_MS, async {
            match self.put(batch).await {
                Ok(true) => Ok(()),
                Ok(false) => Err(ReceiptError::Fenced),
                Err(error) => Err(cause(&error)),
            }
        })
        .await
        .unwrap_or(Err(ReceiptError::Silent))
    }

    /// `false` when another tab has become the writer: then nothing is written.
    async fn put(&self, batch: &Batch) -> Result<bool, Error> {
        let transaction = self.begin(TransactionMode::Readwrite)?;
        let store = transaction.object_store(RECORDS)?;
        let fence: Option<JsValue> = store.get(FENCE).primitive()?.await?;
        if !admit(fence.and_then(|fence| fence.as_string()).as_deref(), batch.epoch) {
            drop(store);
            transaction.abort().await?;
            return Ok(false);
        }
        // Asked for one after the other without waiting: a single one that fails brings down the transaction, and with
        // it the commit that is waited for.
        for (key, text) in &batch.entries {
            match text {
                Some(text) => drop(store.put(text.to_string()).with_key(key.as_str()).primitive()?),
                None => drop(store.delete(key.as_str()).primitive()?),
            }
        }
        drop(store.put(batch.fence.to_string()).with_key(FENCE).primitive()?);
        drop(store);
        transaction.commit().await?;
        Ok(true)
    }

    fn begin(&self, mode: TransactionMode) -> Result<Transaction<'_>, Error> {
        let mut options = TransactionOptions::new();
        options.set_durability(TransactionDurability::Strict);
        self.0.transaction(RECORDS).with_mode(mode).with_options(options).build()
    }

    /// Lets the connection go, so that another tab is never blocked by this one.
    pub(super) fn close(&self) {
        self.0.clone().close();
    }
}

/// Makes the store in a database that is new; an error thrown here undoes the opening.
fn create(event: Event) -> Result<(), JsValue> {
    let request = event.target().ok_or(JsValue::NULL)?.unchecked_into::<IdbOpenDbRequest>();
    let database = request.result()?.unchecked_into::<IdbDatabase>();
    database.create_object_store(RECORDS).map(drop)
}

fn cause(error: &Error) -> ReceiptError {
    let Error::DomException(exception) = error else { return ReceiptError::Aborted };
    match exception {
        DomException::InvalidStateError(_) => ReceiptError::Gone,
        DomException::Other(other) if other.name() == "QuotaExceededError" => ReceiptError::Full,
        _ => ReceiptError::Aborted,
    }
}

fn refused(_: &OpenDbError) -> ReceiptError {
    // A private window, a blocked site, a database that cannot be read: for this visit there is none.
    ReceiptError::Gone
}
