//! The bank of own openings in the session. It is read when it is asked for: few pages do.

use super::{Problem, Session};
use crate::domain::bank::{BANK, Bank, BankEdit, Kept};
use crate::domain::change::Change;
use crate::domain::history::History;
use crate::domain::id::{ChangeId, ChartId};
use crate::domain::moment::Moment;
use crate::domain::person::{Person, Role};
use crate::domain::words::OwnWords;
use crate::language::pattern::Pattern;
use crate::storage::saved;
use crate::storage::sign::SaveError;
use crate::ui::device;
use crate::ui::prelude::*;

impl Session {
    /// What is offered of the bank, the last one first; whoever asks in a memo hears of changes.
    pub(crate) fn own_openings(self) -> Vec<Kept> {
        let mut all = self.bank_now().offered();
        all.reverse();
        all
    }

    /// The bank; whoever asks hears of its changes.
    fn bank_now(self) -> Bank {
        self.folders.with(|_| ());
        self.bank_stored()
    }

    fn bank_stored(self) -> Bank {
        let stored = self.keeper.with_value(|keeper| keeper.chart(BANK));
        Bank::fold(
            stored.changes.iter().filter_map(|(_, bytes)| saved::decode_bank(bytes)).collect(),
        )
    }

    /// Keeps a goal for other clients. Only a pattern can be kept: names and numbers are out of it.
    pub(crate) fn keep_pattern(self, pattern: &Pattern) -> Result<(), Problem> {
        let what = OwnWords::new(pattern.what())?;
        let support = OwnWords::new(pattern.support()).ok();
        let keep = BankEdit::Keep { what, support, measure: pattern.measure() };
        self.bank_step(|id, at, by| Some(whole(id, at, by, keep)))
    }

    /// Offers it no longer.
    pub(crate) fn drop_pattern(self, kept: &Kept) {
        let drop = BankEdit::Drop(kept.ids.clone());
        self.bank_tell(|id, at, by| Some(whole(id, at, by, drop)));
    }

    /// Takes the last change of the bank back, or does again what was taken back last.
    pub(crate) fn bank_back(self, way: fn(&Bank, ChangeId, Moment, Person) -> Option<BankChange>) {
        let bank = self.bank_stored();
        self.bank_tell(|id, at, by| way(&bank, id, at, by));
    }

    fn bank_tell(self, make: impl FnOnce(ChangeId, Moment, Person) -> Option<BankChange>) {
        let done = self.bank_step(make);
        self.trouble.set(done.err());
    }

    fn bank_step(
        self,
        make: impl FnOnce(ChangeId, Moment, Person) -> Option<BankChange>,
    ) -> Result<(), Problem> {
        let id = ChangeId::new(self.writer.get_value(), self.next.get_value());
        // The minute would tell in whose session it was kept.
        let at = Moment::start_of(device::today());
        let Some(change) = make(id, at, Person::of(Role::Therapist)) else { return Ok(()) };
        let bytes = saved::encode_bank(&change).map_err(|_| {
            Problem::NotSaved(SaveError::TooLarge { found: usize::MAX, limit: saved::MAX_BYTES })
        })?;
        self.bank_stored().apply(change).map_err(Problem::Refused)?;
        self.next.set_value(id.counter + 1);
        let kept = self.keeper.with_value(|keeper| keeper.append(BANK, id, &bytes));
        kept.map_err(Problem::NotSaved)?;
        // Whatever is read anew brings charts and bank at once, so whoever hears of the one hears of the other.
        self.folders.update(|_| ());
        Ok(())
    }

    /// What undo would take back in the bank: of today, and done after everything in the chart at hand.
    pub(crate) fn bank_last(self, chart: ChartId) -> Option<&'static str> {
        let bank = self.bank_now();
        let last = bank.last_undoable().filter(|last| last.at.day() == self.today())?;
        let before = self.history(chart, |of| of.last_undoable().map(|last| last.id)).flatten();
        (before < Some(last.id)).then(|| done(&last.edit))
    }

    /// What was taken back last in the bank, if nothing was changed in the chart since.
    pub(crate) fn bank_taken_back(self, chart: ChartId) -> Option<&'static str> {
        let bank = self.bank_now();
        let undone = bank.last_undone()?;
        let last = |of: &History| of.changes().iter().map(|change| change.id).max();
        let before = self.history(chart, last).flatten();
        (before < Some(undone.id)).then_some(match undone.edit {
            BankEdit::Keep { .. } | BankEdit::Restore(_) => DROPPED,
            BankEdit::Drop(_) => KEPT,
        })
    }
}

/// One change of the bank.
pub(crate) type BankChange = Change<BankEdit>;

const KEPT: &str = "new opening of your own";
const DROPPED: &str = "removal of an opening";

const fn done(edit: &BankEdit) -> &'static str {
    match edit {
        BankEdit::Keep { .. } => KEPT,
        BankEdit::Drop(_) => DROPPED,
        BankEdit::Restore(_) => "return of an opening",
    }
}

const fn whole(id: ChangeId, at: Moment, by: Person, edit: BankEdit) -> BankChange {
    Change { id, at, by, whose: None, why: None, undoes: None, edit }
}
