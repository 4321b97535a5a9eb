//! What the screens use: one writer for both stores, with the waiting done for them.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::log::WebLog;
use super::receipt::{IdbReceipt, Open};
use super::tabs::{self, Held, Listener};
use super::time::{bits, now, together, within};
use crate::domain::id::{ChangeId, ChartId, WriterId};
use crate::storage::StoredChart;
use crate::storage::backup::{BackupError, Restored};
use crate::storage::engine::Engine;
use crate::storage::log::Log;
pub use crate::storage::opening::Opening;
use crate::storage::opening::{Setup, Want};
use crate::storage::receipt::known_epoch;
use crate::storage::sign::{Mode, SaveError, Sign, Why};
use crate::storage::survey::Survey;
use crate::storage::usage::Usage;

/// Version of the changes the domain writes.
const SCHEMA: u32 = 1;

/// Longest wait for what is on its way before this tab lets another one write (milliseconds).
const LAST_WAIT_MS: u32 = 2_000;

type Hearer<T> = RefCell<Option<Rc<dyn Fn(T)>>>;

/// Keeps changes, drafts and backups. Cheap to clone; every clone is the same keeper.
#[derive(Clone)]
pub struct Keeper {
    inner: Rc<Inner>,
}

struct Inner {
    engine: RefCell<Engine>,
    receipt: RefCell<Option<Rc<IdbReceipt>>>,
    held: RefCell<Option<Held>>,
    listener: RefCell<Option<Listener>>,
    /// A batch is out and its answer has not come.
    out: Cell<bool>,
    wake: RefCell<Option<Timeout>>,
    said: Cell<Option<Sign>>,
    wrote: Cell<bool>,
    on_sign: Hearer<Sign>,
    on_lost_writer: Hearer<Why>,
}

impl fmt::Debug for Keeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keeper")
    }
}

struct Opened {
    engine: Engine,
    opening: Opening,
    receipt: Option<Rc<IdbReceipt>>,
}

async fn open(want: Want) -> Opened {
    let log = WebLog::open().map(|log| Box::new(log) as Box<dyn Log>);
    let how = match want {
        Want::Read(_) => Open::ToRead,
        Want::Write | Want::TakeOver => Open::ToWrite(known_epoch(log.as_deref())),
    };
    // The log is read while the database is on its way; after another tab only once it is certain that nobody writes.
    let meanwhile = || (want == Want::Write).then(|| Survey::of(log.as_deref()));
    let (opened, survey) = together(IdbReceipt::open(how), meanwhile).await;
    let (receipt, image) = match opened {
        Ok((receipt, image)) => (Some(Rc::new(receipt)), Ok(image)),
        Err(error) => (None, Err(error)),
    };
    // What was typed meanwhile is shown before everything is put together.
    TimeoutFuture::new(0).await;
    let setup = Setup {
        want,
        writer: WriterId::new(bits()),
        chance: bits(),
        schema: SCHEMA,
        was_here: false,
        now: now(),
    };
    let survey = survey.unwrap_or_else(|| Survey::of(log.as_deref()));
    let (engine, opening) = Engine::open_surveyed(log, survey, image, setup);
    Opened { engine, opening, receipt }
}

impl Keeper {
    /// Opens both stores. Never fails and never waits much over two seconds: with neither store it keeps in
    /// memory and says so.
    pub async fn open() -> (Self, Opening) {
        let held = tabs::take_free().await;
        let want = if held.is_some() { Want::Write } else { Want::Read(Why::OtherTab) };
        let opened = open(want).await;
        let keeper = Self {
            inner: Rc::new(Inner {
                engine: RefCell::new(opened.engine),
                receipt: RefCell::new(opened.receipt),
                held: RefCell::new(held),
                listener: RefCell::default(),
                out: Cell::new(false),
                wake: RefCell::default(),
                said: Cell::new(None),
                wrote: Cell::new(opened.opening.mode == Mode::Writer),
                on_sign: RefCell::default(),
                on_lost_writer: RefCell::default(),
            }),
        };
        keeper.listen();
        keeper.go_on();
        (keeper, opened.opening)
    }

    /// Takes one change: it is in the log when this returns, and its receipt is on the way.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when the change was not taken; it is then in no store.
    pub fn append(&self, chart: ChartId, id: ChangeId, bytes: &[u8]) -> Result<(), SaveError> {
        let answer = self.with(|engine| engine.append(chart, id, bytes, now()));
        self.go_on();
        answer
    }

    /// The changes of one chart, in order; none if there is no such chart.
    pub fn chart(&self, chart: ChartId) -> StoredChart {
        self.inner.engine.borrow().chart(chart)
    }

    /// What was kept of a chart for the list, if it still holds.
    pub fn snapshot(&self, chart: ChartId) -> Option<Vec<u8>> {
        self.inner.engine.borrow().snapshot(chart)
    }

    /// Keeps what a chart adds up to, for the list of the next start; true when it was kept.
    pub fn keep_snapshot(&self, chart: ChartId, bytes: &[u8]) -> bool {
        self.with(|engine| engine.keep_snapshot(chart, bytes))
    }

    /// What may be said about saving now.
    pub fn sign(&self) -> Sign {
        self.inner.engine.borrow().sign(now())
    }

    /// Calls `f` now and whenever the sign changes.
    pub fn on_sign(&self, f: impl Fn(Sign) + 'static) {
        f(self.sign());
        *self.inner.on_sign.borrow_mut() = Some(Rc::new(f));
    }

    /// Calls `f` when this tab stops being the writer.
    pub fn on_lost_writer(&self, f: impl Fn(Why) + 'static) {
        *self.inner.on_lost_writer.borrow_mut() = Some(Rc::new(f));
    }

    /// Keeps the text being typed into the field `name`.
    pub fn keep_draft(&self, name: &str, text: &str) {
        self.with(|engine| engine.keep_draft(name, text, now()));
        self.go_on();
    }

    /// Gives a draft up.
    pub fn drop_draft(&self, name: &str) {
        self.with(|engine| engine.drop_draft(name, now()));
        self.go_on();
    }

    /// Erases a chart from both stores.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when it could not be; the chart then stands.
    pub fn erase(&self, chart: ChartId) -> Result<(), SaveError> {
        let answer = self.with(|engine| engine.erase(chart, now()));
        self.go_on();
        answer
    }

    /// Everything here as one file.
    pub fn backup(&self, created: chrono::NaiveDateTime) -> Vec<u8> {
        self.inner.engine.borrow().backup(created)
    }

    /// Adds what a backup holds to what is here.
    ///
    /// # Errors
    ///
    /// [`BackupError`]; nothing was changed then.
    pub fn restore(&self, file: &[u8]) -> Result<Restored, BackupError> {
        let answer = self.with(|engine| engine.restore(file, WriterId::new(bits()), now()));
        self.go_on();
        answer
    }

    /// Makes this tab the writer; the one that was saves first and lets go. What stands in the stores then is
    /// read anew.
    pub async fn take_over(&self) -> Opening {
        let held = tabs::take_over().await;
        let want = if held.is_some() { Want::TakeOver } else { Want::Read(Why::OtherTab) };
        if let Some(receipt) = self.inner.receipt.take() {
            receipt.close();
        }
        let opened = open(want).await;
        *self.inner.engine.borrow_mut() = opened.engine;
        *self.inner.receipt.borrow_mut() = opened.receipt;
        *self.inner.held.borrow_mut() = held;
        self.inner.out.set(false);
        self.inner.wrote.set(opened.opening.mode == Mode::Writer);
        self.go_on();
        opened.opening
    }

    /// Writes what waits into the log at once: the page may go away.
    pub fn flush(&self) {
        self.with(Engine::flush);
        self.go_on();
    }

    /// A person has read what was found at the start.
    pub fn acknowledge(&self) {
        self.with(Engine::acknowledge);
        self.go_on();
    }

    /// How full the log is.
    pub fn usage(&self) -> Usage {
        self.inner.engine.borrow().usage()
    }

    fn with<T>(&self, work: impl FnOnce(&mut Engine) -> T) -> T {
        work(&mut self.inner.engine.borrow_mut())
    }

    /// Sends the next batch, says what may be said, and sets the alarm for what waits for time to pass.
    fn go_on(&self) {
        self.send();
        self.tell();
        let at = now();
        let next = self.inner.engine.borrow().next_wake(at);
        let alarm = next.map(|next| {
            let keeper = self.clone();
            let ms = u32::try_from(next.since(at)).unwrap_or(u32::MAX).clamp(20, 60_000);
            Timeout::new(ms, move || {
                // The timer is over: dropping it now would only clear what has already run.
                if let Some(over) = keeper.inner.wake.take() {
                    over.forget();
                }
                keeper.with(|engine| engine.tick(now()));
                keeper.go_on();
            })
        });
        *self.inner.wake.borrow_mut() = alarm;
    }

    fn send(&self) {
        if self.inner.out.get() {
            return;
        }
        let Some(receipt) = self.inner.receipt.borrow().clone() else { return };
        let Some(batch) = self.with(|engine| engine.next_batch(now())) else { return };
        self.inner.out.set(true);
        let keeper = self.clone();
        spawn_local(async move {
            let answer = receipt.write(&batch).await;
            // After a take-over this answer is about an engine that is gone.
            let same =
                keeper.inner.receipt.borrow().as_ref().is_some_and(|now| Rc::ptr_eq(now, &receipt));
            if same {
                keeper.with(|engine| engine.complete(batch.id, answer, now()));
                keeper.inner.out.set(false);
                keeper.go_on();
            }
        });
    }

    fn tell(&self) {
        let sign = self.sign();
        if self.inner.said.replace(Some(sign)) != Some(sign) {
            let hearer = self.inner.on_sign.borrow().clone();
            if let Some(hearer) = hearer {
                hearer(sign);
            }
        }
        let mode = self.inner.engine.borrow().mode();
        if let (true, Mode::ReadOnly(why)) = (self.inner.wrote.get(), mode) {
            self.inner.wrote.set(false);
            self.inner.held.take();
            let hearer = self.inner.on_lost_writer.borrow().clone();
            if let Some(hearer) = hearer {
                hearer(why);
            }
        }
    }

    /// Another tab may ask for the lock: save, step back, let go.
    fn listen(&self) {
        let keeper = self.clone();
        let listener = Listener::new(move || {
            if keeper.inner.engine.borrow().mode() == Mode::Writer {
                let keeper = keeper.clone();
                spawn_local(async move { keeper.let_go().await });
            }
        });
        *self.inner.listener.borrow_mut() = listener;
    }

    async fn let_go(&self) {
        self.flush();
        let settled = async {
            while !self.inner.engine.borrow().is_settled() {
                gloo_timers::future::TimeoutFuture::new(20).await;
            }
        };
        let _ = within(LAST_WAIT_MS, settled).await;
        self.with(|engine| engine.step_back(Why::OtherTab));
        self.go_on();
    }
}
