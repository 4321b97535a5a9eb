//! What is different in the bank: from an edit to its bytes and back.

use super::read::In;
use super::write::{Done, Out, how_much, id, words};
use crate::domain::bank::BankEdit;
use crate::domain::id::PatternId;
use crate::domain::quantity::HowMuch;

pub(super) fn write(out: &mut Out<'_>, edit: &BankEdit) -> Done {
    match edit {
        BankEdit::Keep { what, support, measure } => {
            out.array(4)?.str("keep-pattern")?.str(what.as_str())?;
            words(out, support.as_ref())?;
            how_much(out, measure.and_then(|measure| HowMuch::new(measure, None, None).ok()))
        }
        BankEdit::Drop(ids) => turned(out, "drop-pattern", ids),
        BankEdit::Restore(ids) => turned(out, "restore-pattern", ids),
    }
}

fn turned(out: &mut Out<'_>, name: &str, ids: &[PatternId]) -> Done {
    out.array(2)?.str(name)?.array(ids.len() as u64)?;
    ids.iter().try_for_each(|of| id(out, of.0))
}

pub(super) fn read(from: &mut In<'_>) -> Option<BankEdit> {
    let found = from.0.array().ok()??;
    let (edit, known) = match from.0.str().ok()? {
        "keep-pattern" => {
            let (what, support) = (from.words()?, from.maybe(In::words)?);
            let measure = from.maybe(In::how_much)?.map(HowMuch::measure);
            (BankEdit::Keep { what, support, measure }, 4)
        }
        "drop-pattern" => (BankEdit::Drop(ids(from)?), 2),
        "restore-pattern" => (BankEdit::Restore(ids(from)?), 2),
        _ => return None,
    };
    for _ in 0..found.checked_sub(known)? {
        from.skip()?;
    }
    Some(edit)
}

fn ids(from: &mut In<'_>) -> Option<Vec<PatternId>> {
    let found = from.0.array().ok()??;
    (0..found).map(|_| from.id().map(PatternId)).collect()
}
