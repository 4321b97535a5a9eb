//! The practice's own bank: goals kept as openings for other clients. It names no chart and no client, and is, as a
//! chart is, the fold of its changes.

use super::back::Back;
use super::change::{Change, Refusal};
use super::id::{ChangeId, ChartId, PatternId, WriterId};
use super::moment::Moment;
use super::order;
use super::person::Person;
use super::quantity::Measure;
use super::words::OwnWords;

/// The name its changes are stored under, beside those of charts. No chart can have it: counters begin at 1.
pub const BANK: ChartId = ChartId(ChangeId::new(WriterId::new(0), 0));

/// What is different in the bank after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BankEdit {
    /// A goal is kept. Whoever and whatever could tell of one person was taken out before.
    Keep {
        /// What will be done.
        what: OwnWords,
        /// What helps with it.
        support: Option<OwnWords>,
        /// What it is counted in.
        measure: Option<Measure>,
    },
    /// It is no longer offered. It names every keeping of the same words, so that none comes up behind another.
    Drop(Vec<PatternId>),
    /// It is offered again.
    Restore(Vec<PatternId>),
}

/// A goal that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The changes that kept it: more than one where two tablets kept the same words.
    pub ids: Vec<PatternId>,
    /// What will be done.
    pub what: OwnWords,
    /// What helps with it.
    pub support: Option<OwnWords>,
    /// What it is counted in.
    pub measure: Option<Measure>,
}

impl Kept {
    /// Whether these are its words, but for capitals and for space around them.
    pub fn says(&self, what: &str, support: &str) -> bool {
        let is_same = |kept: &str, said: &str| kept.trim().eq_ignore_ascii_case(said.trim());
        let kept = self.support.as_ref().map(OwnWords::as_str).unwrap_or_default();
        is_same(self.what.as_str(), what) && is_same(kept, support)
    }
}

/// Everything that was ever kept, and the way back.
#[derive(Clone, Debug)]
pub struct Bank {
    /// One for each change that kept something, with whether it was dropped.
    kept: Vec<(Kept, bool)>,
    changes: Vec<Change<BankEdit>>,
    back: Back<BankEdit>,
}

impl Bank {
    /// The fold of `changes`, whatever order they came in. One that cannot be taken never stops the others.
    pub fn fold(mut changes: Vec<Change<BankEdit>>) -> Self {
        order::sort_by_key(&mut changes, |change| change.id);
        let mut bank = Self { kept: Vec::new(), changes: Vec::new(), back: Back::new() };
        for change in changes {
            let _ = bank.apply(change);
        }
        bank
    }

    /// Adds one change at the end.
    ///
    /// # Errors
    ///
    /// Returns the [`Refusal`] and leaves the bank as it was.
    pub fn apply(&mut self, change: Change<BankEdit>) -> Result<(), Refusal> {
        let inverse = match &change.edit {
            BankEdit::Keep { what, support, measure } => {
                let id = PatternId(change.id);
                if self.kept.iter().any(|(kept, _)| kept.ids.contains(&id)) {
                    return Err(Refusal::Repeated(change.id));
                }
                let (what, support) = (what.clone(), support.clone());
                self.kept.push((Kept { ids: vec![id], what, support, measure: *measure }, false));
                BankEdit::Drop(vec![id])
            }
            BankEdit::Drop(ids) => BankEdit::Restore(self.turn(ids, Offered::No)?),
            BankEdit::Restore(ids) => BankEdit::Drop(self.turn(ids, Offered::Yes)?),
        };
        self.back.remember(&change, inverse);
        self.changes.push(change);
        Ok(())
    }

    /// Drops or offers these; gives those for which that made a difference.
    fn turn(&mut self, ids: &[PatternId], to: Offered) -> Result<Vec<PatternId>, Refusal> {
        let mut is_here = false;
        let mut turned = Vec::new();
        for (kept, is_dropped) in &mut self.kept {
            if kept.ids.iter().any(|id| ids.contains(id)) {
                is_here = true;
                if *is_dropped != (to == Offered::No) {
                    *is_dropped = to == Offered::No;
                    turned.extend(&kept.ids);
                }
            }
        }
        if is_here { Ok(turned) } else { Err(Refusal::Missing("opening")) }
    }

    /// What is offered, in the order it was kept; the same words once, as they were kept last.
    pub fn offered(&self) -> Vec<Kept> {
        let mut offered: Vec<Kept> = Vec::new();
        for (kept, _) in self.kept.iter().filter(|(_, is_dropped)| !is_dropped) {
            let support = kept.support.as_ref().map(OwnWords::as_str).unwrap_or_default();
            let mut kept = kept.clone();
            if let Some(at) = offered.iter().position(|of| of.says(kept.what.as_str(), support)) {
                let before = offered.remove(at);
                kept.ids.extend(before.ids);
            }
            offered.push(kept);
        }
        offered
    }

    /// The change that would take back the last one, under the name `id`; `None` when there is nothing to undo.
    pub fn undo(&self, id: ChangeId, at: Moment, by: Person) -> Option<Change<BankEdit>> {
        self.back.undo(id, at, by)
    }

    /// The change that would do again what was undone last.
    pub fn redo(&self, id: ChangeId, at: Moment, by: Person) -> Option<Change<BankEdit>> {
        self.back.redo(id, at, by)
    }

    /// The change that undo would take back.
    pub fn last_undoable(&self) -> Option<&Change<BankEdit>> {
        self.back.last_undoable(&self.changes)
    }

    /// The change that undid something and that redo would take back.
    pub fn last_undone(&self) -> Option<&Change<BankEdit>> {
        self.back.last_undone(&self.changes)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Offered {
    Yes,
    No,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Role;
    use chrono::NaiveDate;

    fn id(writer: u64, counter: u64) -> ChangeId {
        ChangeId::new(WriterId::new(writer), counter)
    }

    fn at() -> Moment {
        Moment::start_of(NaiveDate::from_ymd_opt(2026, 11, 26).unwrap())
    }

    fn by() -> Person {
        Person::of(Role::Therapist)
    }

    fn change(id: ChangeId, edit: BankEdit) -> Change<BankEdit> {
        Change { id, at: at(), by: by(), whose: None, why: None, undoes: None, edit }
    }

    fn keep(what: &str) -> BankEdit {
        BankEdit::Keep {
            what: OwnWords::new(what).unwrap(),
            support: None,
            measure: Some(Measure::Days),
        }
    }

    fn offered(bank: &Bank) -> Vec<String> {
        bank.offered().into_iter().map(|kept| String::from(kept.what)).collect()
    }

    #[test]
    fn what_is_dropped_comes_back_with_undo_and_goes_with_redo() {
        let mut bank = Bank::fold(vec![change(id(1, 1), keep("call ____"))]);
        let drop = BankEdit::Drop(vec![PatternId(id(1, 1))]);
        bank.apply(change(id(1, 2), drop)).unwrap();
        assert!(offered(&bank).is_empty());
        assert_eq!(bank.last_undoable().unwrap().id, id(1, 2));
        let undo = bank.undo(id(1, 3), at(), by()).unwrap();
        bank.apply(undo).unwrap();
        assert_eq!(offered(&bank), ["call ____"]);
        assert_eq!(bank.last_undone().unwrap().id, id(1, 3));
        let redo = bank.redo(id(1, 4), at(), by()).unwrap();
        bank.apply(redo).unwrap();
        assert!(offered(&bank).is_empty());
        let undo = bank.undo(id(1, 5), at(), by()).unwrap();
        bank.apply(undo).unwrap();
        let undo = bank.undo(id(1, 6), at(), by()).unwrap();
        bank.apply(undo).unwrap();
        assert!(offered(&bank).is_empty() && bank.last_undoable().is_none());
    }

    #[test]
    fn two_tablets_put_together_say_the_same_whatever_came_first() {
        let (one, two) = (id(1, 1), id(2, 1));
        let of_one = [
            change(one, keep("call ____")),
            change(id(1, 2), BankEdit::Drop(vec![PatternId(one)])),
            change(id(1, 3), keep("walk to ____")),
        ];
        let of_two = [change(two, keep(" Call ____"))];
        for changes in [[&of_one[..], &of_two].concat(), [&of_two[..], &of_one].concat()] {
            // What one of them dropped the other still keeps.
            assert_eq!(offered(&Bank::fold(changes)), [" Call ____", "walk to ____"]);
        }
    }

    #[test]
    fn the_same_words_stand_once_and_go_together() {
        let changes =
            vec![change(id(1, 1), keep("call ____")), change(id(2, 1), keep("CALL ____"))];
        let mut bank = Bank::fold(changes);
        assert_eq!(offered(&bank), ["CALL ____"]);
        let ids = bank.offered()[0].ids.clone();
        assert_eq!(ids.len(), 2);
        bank.apply(change(id(1, 2), BankEdit::Drop(ids))).unwrap();
        assert!(offered(&bank).is_empty());
        let undo = bank.undo(id(1, 3), at(), by()).unwrap();
        bank.apply(undo).unwrap();
        assert_eq!(offered(&bank), ["CALL ____"]);
        assert!(bank.offered()[0].says("call ____ ", "") && !bank.offered()[0].says("call", ""));
    }

    #[test]
    fn what_is_not_here_is_refused_and_nothing_is_kept_twice() {
        let mut bank = Bank::fold(vec![change(id(1, 1), keep("call ____"))]);
        let nothing = BankEdit::Drop(vec![PatternId(id(9, 9))]);
        assert_eq!(bank.apply(change(id(1, 2), nothing)), Err(Refusal::Missing("opening")));
        let again = bank.apply(change(id(1, 1), keep("walk")));
        assert_eq!(again, Err(Refusal::Repeated(id(1, 1))));
        assert_eq!(offered(&bank), ["call ____"]);
    }
}
