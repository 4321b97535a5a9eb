//! The log as the engine uses it: every write is read back, what failed is tried again, and room is made.

use crate::storage::sorted::SortedMap;
use std::rc::Rc;

use super::key::BALLAST;
use super::log::{Log, LogError};
use super::sign::Why;
use super::usage::{LIMIT, Usage};
use crate::domain::order;

/// Characters of filler, given up when the log is full, so that the last change and an export still fit.
const BALLAST_LENGTH: usize = 128 * 1024;

/// Whether a text is the filler.
pub(crate) fn is_ballast(text: &str) -> bool {
    text.len() == BALLAST_LENGTH && text.bytes().all(|byte| byte == b'0')
}

/// One log, or none when the browser refuses it.
#[derive(Default)]
pub(crate) struct LogSide {
    log: Option<Box<dyn Log>>,
    /// Every key with its length in UTF-16 units, key and value.
    units: SortedMap<String, usize>,
    /// Writes and removals still to be done.
    todo: SortedMap<String, Option<Rc<str>>>,
}

impl LogSide {
    pub(crate) fn new(log: Option<Box<dyn Log>>, units: SortedMap<String, usize>) -> Self {
        Self { log, units, todo: SortedMap::new() }
    }

    pub(crate) const fn is_in_use(&self) -> bool {
        self.log.is_some()
    }

    /// Never touches the log again.
    pub(crate) fn let_go(&mut self) {
        self.log = None;
        self.todo = SortedMap::new();
    }

    pub(crate) fn usage(&self) -> Usage {
        Usage { used: self.units.values().sum(), limit: LIMIT }
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &String> {
        self.units.keys()
    }

    /// Whether something about `key` is still to be done.
    pub(crate) fn waits(&self, key: &str) -> bool {
        self.todo.contains_key(key)
    }

    /// Whether a block is still to be written.
    pub(crate) fn waits_for_block(&self) -> bool {
        self.todo.iter().any(|(key, text)| is_block(key) && text.is_some())
    }

    /// Keys that begin with `prefix` and have something still to be done.
    pub(crate) fn waiting(&self, prefix: &str) -> Vec<String> {
        self.todo.keys().filter(|key| key.starts_with(prefix)).cloned().collect()
    }

    pub(crate) fn is_settled(&self) -> bool {
        self.todo.is_empty()
    }

    /// Writes now and reads back; gives up ballast and snapshots when there is no room.
    ///
    /// With no log in use there is nothing to do.
    pub(crate) fn put(&mut self, key: &str, text: &Rc<str>) -> Result<(), Why> {
        while let Err(why) = self.try_put(key, text) {
            if why != Why::Full || !self.give_way() {
                return Err(why);
            }
        }
        self.todo.remove(key);
        Ok(())
    }

    /// Writes now if it can, otherwise later. Blocks keep their order: none goes before one that waits.
    pub(crate) fn put_or_wait(&mut self, key: &str, text: &Rc<str>) {
        let is_behind = is_block(key) && self.todo.keys().any(|other| is_block(other));
        if is_behind || self.put(key, text).is_err() {
            self.wait(key, Some(Rc::clone(text)));
        }
    }

    /// Writes (`Some`) or removes (`None`) at the next [`settle`](Self::settle).
    pub(crate) fn wait(&mut self, key: &str, text: Option<Rc<str>>) {
        if self.is_in_use() {
            self.todo.insert(key.to_owned(), text);
        }
    }

    /// Forgets what was still to be done about `key`.
    pub(crate) fn forget(&mut self, key: &str) {
        self.todo.remove(key);
    }

    /// Removes now, or later if the log refuses.
    pub(crate) fn remove_or_wait(&mut self, key: &str) {
        if self.try_remove(key).is_err() {
            self.wait(key, None);
        } else {
            self.todo.remove(key);
        }
    }

    /// Does what is still to be done, except for keys that `skip` holds back.
    pub(crate) fn settle(&mut self, skip: impl Fn(&str) -> bool) {
        let mut todo: Vec<_> =
            self.todo.clone().into_iter().filter(|(key, _)| !skip(key)).collect();
        // Of two blocks of one chain the shorter key is the earlier one.
        order::sort_by_key(&mut todo, |(key, _)| key.len());
        let mut is_blocked = false;
        for (key, text) in todo {
            match text {
                Some(_) if is_blocked && is_block(&key) => {}
                // What fails stays for the next time.
                Some(text) => is_blocked |= self.put(&key, &text).is_err() && is_block(&key),
                None => self.remove_or_wait(&key),
            }
        }
    }

    /// Puts the filler in while there is room for it, so that there is something to give up.
    pub(crate) fn take_ballast(&mut self) {
        if self.is_in_use()
            && !self.units.contains_key(BALLAST)
            && self.usage().used + 4 * BALLAST_LENGTH < LIMIT
        {
            let _ = self.try_put(BALLAST, &"0".repeat(BALLAST_LENGTH).into());
        }
    }

    /// Puts what could be made anew, if there is room: nothing gives way to it.
    pub(crate) fn put_spare(&mut self, key: &str, text: &Rc<str>) -> bool {
        self.is_in_use() && self.try_put(key, text).is_ok()
    }

    fn try_put(&mut self, key: &str, text: &Rc<str>) -> Result<(), Why> {
        let Some(log) = &self.log else { return Ok(()) };
        log.set(key, text).map_err(|fault| match fault {
            LogError::Full => Why::Full,
            LogError::Refused => Why::Blocked,
        })?;
        match log.get(key) {
            Ok(Some(kept)) if *kept == **text => {
                self.units.insert(key.to_owned(), key.len() + text.len());
                Ok(())
            }
            Ok(_) => Err(Why::NotKept),
            Err(_) => Err(Why::Blocked),
        }
    }

    fn try_remove(&mut self, key: &str) -> Result<(), Why> {
        let Some(log) = &self.log else { return Ok(()) };
        log.remove(key).map_err(|_| Why::Blocked)?;
        match log.get(key) {
            Ok(None) => {
                self.units.remove(key);
                Ok(())
            }
            Ok(Some(_)) => Err(Why::NotKept),
            Err(_) => Err(Why::Blocked),
        }
    }

    /// Gives up the ballast, then the snapshots, one at a time; false when there is nothing left to give.
    fn give_way(&mut self) -> bool {
        let is_spare = |key: &&String| *key == BALLAST || key.starts_with("fh1.s.");
        let Some(key) = self.units.keys().find(is_spare).cloned() else { return false };
        self.try_remove(&key).is_ok()
    }
}

pub(crate) fn is_block(key: &str) -> bool {
    key.starts_with("fh1.b.")
}
