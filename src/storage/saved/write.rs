//! From a change to its bytes.

use std::convert::Infallible;

use chrono::NaiveDate;
use minicbor::Encoder;
use minicbor::encode::Error;

use super::SUMMARY;
use super::name::Named;
use crate::domain::change::{Change, Edit, Item};
use crate::domain::id::ChangeId;
use crate::domain::moment::Moment;
use crate::domain::person::Person;
use crate::domain::quantity::{HowMuch, Measure, Target};
use crate::domain::rating::Subject;
use crate::domain::summary::Summary;
use crate::domain::words::{ChartName, OwnWords};

pub(super) type Out<'a> = Encoder<&'a mut Vec<u8>>;
pub(super) type Done = Result<(), Error<Infallible>>;

pub(super) fn change<E>(
    change: &Change<E>,
    write: impl Fn(&mut Out<'_>, &E) -> Done,
) -> Result<Vec<u8>, Error<Infallible>> {
    let mut bytes = Vec::with_capacity(192);
    let mut out = Encoder::new(&mut bytes);
    let optional = [change.whose.is_some(), change.why.is_some(), change.undoes.is_some()];
    out.map(4 + optional.iter().filter(|there| **there).count() as u64)?;
    out.str("i")?;
    id(&mut out, change.id)?;
    out.str("t")?;
    moment(&mut out, change.at)?;
    out.str("b")?;
    person(&mut out, &change.by)?;
    if let Some(whose) = &change.whose {
        out.str("w")?;
        person(&mut out, whose)?;
    }
    if let Some(why) = &change.why {
        out.str("y")?.str(why.as_str())?;
    }
    if let Some(undoes) = change.undoes {
        out.str("u")?;
        id(&mut out, undoes)?;
    }
    out.str("e")?;
    write(&mut out, &change.edit)?;
    Ok(bytes)
}

pub(super) fn summary(summary: &Summary) -> Result<Vec<u8>, Error<Infallible>> {
    let mut bytes = Vec::with_capacity(128);
    let mut out = Encoder::new(&mut bytes);
    out.array(11)?.u8(SUMMARY)?;
    text(&mut out, summary.name.as_ref().map(ChartName::as_str))?;
    out.str(summary.band.name())?;
    words(&mut out, summary.said.as_ref())?;
    day(&mut out, summary.resting_since)?;
    day(&mut out, summary.due)?;
    out.u8(summary.steps)?.u8(summary.reached)?;
    day(&mut out, summary.begun)?;
    out.u64(summary.changes as u64)?.u64(summary.unread as u64)?;
    Ok(bytes)
}

pub(super) fn id(out: &mut Out<'_>, id: ChangeId) -> Done {
    out.array(2)?.u64(id.writer.bits())?.u64(id.counter)?;
    Ok(())
}

fn moment(out: &mut Out<'_>, at: Moment) -> Done {
    out.array(3)?;
    day(out, Some(at.day()))?;
    out.u16(at.minute())?.i16(at.offset())?;
    Ok(())
}

fn day(out: &mut Out<'_>, day: Option<NaiveDate>) -> Done {
    match day {
        Some(day) => out.i32(day.to_epoch_days())?,
        None => out.null()?,
    };
    Ok(())
}

fn text(out: &mut Out<'_>, text: Option<&str>) -> Done {
    match text {
        Some(text) => out.str(text)?,
        None => out.null()?,
    };
    Ok(())
}

pub(super) fn words(out: &mut Out<'_>, words: Option<&OwnWords>) -> Done {
    text(out, words.map(OwnWords::as_str))
}

fn number(out: &mut Out<'_>, number: Option<u16>) -> Done {
    match number {
        Some(number) => out.u16(number)?,
        None => out.null()?,
    };
    Ok(())
}

fn person(out: &mut Out<'_>, person: &Person) -> Done {
    out.array(2)?.str(person.role.name())?;
    text(out, person.name.as_ref().map(ChartName::as_str))
}

pub(super) fn how_much(out: &mut Out<'_>, how_much: Option<HowMuch>) -> Done {
    let Some(how_much) = how_much else {
        out.null()?;
        return Ok(());
    };
    out.array(5)?;
    match how_much.measure() {
        Measure::CountPer(period) => out.str("count")?.str(period.name())?,
        Measure::Minutes => out.str("minutes")?.null()?,
        Measure::Intensity => out.str("intensity")?.null()?,
        Measure::Percent => out.str("percent")?.null()?,
        Measure::Total { max } => out.str("total")?.u16(max)?,
        Measure::Days => out.str("days")?.null()?,
        Measure::Nights => out.str("nights")?.null()?,
        Measure::MinutesADay => out.str("minutes-a-day")?.null()?,
        Measure::HoursADay => out.str("hours-a-day")?.null()?,
        Measure::HoursANight => out.str("hours-a-night")?.null()?,
    };
    number(out, how_much.baseline())?;
    let (from, to) = match how_much.target() {
        None => (None, None),
        Some(Target::Exactly(exactly)) => (Some(exactly), None),
        Some(Target::Range(from, to)) => (Some(from), Some(to)),
    };
    number(out, from)?;
    number(out, to)
}

fn item(out: &mut Out<'_>, item: Item) -> Done {
    let (kind, of) = match item {
        Item::Goal(of) => ("goal", of.0),
        Item::Objective(of) => ("objective", of.0),
        Item::Intervention(of) => ("intervention", of.0),
        Item::Rung(of) => ("rung", of.0),
        Item::Rating(of) => ("rating", of.0),
        Item::Pause(of) => ("pause", of.0),
    };
    out.str(kind)?;
    id(out, of)
}

/// The name of an edit, the thing it is about if there is one, and how many parts follow.
pub(super) fn head(out: &mut Out<'_>, name: &str, about: Option<ChangeId>, parts: u64) -> Done {
    out.array(1 + u64::from(about.is_some()) + parts)?.str(name)?;
    about.map_or(Ok(()), |about| id(out, about))
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm an edit; the list is the format and is read from top to bottom"
)]
pub(super) fn edit(out: &mut Out<'_>, edit: &Edit) -> Done {
    match edit {
        Edit::Begin { name, band, word } => {
            head(out, "begin", None, 3)?;
            out.str(name.as_str())?.str(band.name())?.str(word.name())?;
        }
        Edit::Rename(name) => {
            head(out, "rename", None, 1)?;
            text(out, name.as_ref().map(ChartName::as_str))?;
        }
        Edit::SetBand(band) => {
            head(out, "set-band", None, 1)?;
            out.str(band.name())?;
        }
        Edit::SetGoalWord(word) => {
            head(out, "set-goal-word", None, 1)?;
            out.str(word.name())?;
        }
        Edit::SetToday(on, said) => {
            head(out, "set-today", None, 2)?;
            day(out, Some(*on))?;
            words(out, said.as_ref())?;
        }
        Edit::AddGoal(said) => {
            head(out, "add-goal", None, 1)?;
            out.str(said.as_str())?;
        }
        Edit::SetOwnWords(goal, said) => {
            head(out, "set-own-words", Some(goal.0), 1)?;
            out.str(said.as_str())?;
        }
        Edit::SetAgreed(goal, said) => {
            head(out, "set-agreed", Some(goal.0), 1)?;
            words(out, said.as_ref())?;
        }
        Edit::SetClinical(goal, said) => {
            head(out, "set-clinical", Some(goal.0), 1)?;
            words(out, said.as_ref())?;
        }
        Edit::AddObjective(goal) => head(out, "add-objective", Some(goal.0), 0)?,
        Edit::SetWhat(of, said) => {
            head(out, "set-what", Some(of.0), 1)?;
            words(out, said.as_ref())?;
        }
        Edit::SetSupport(of, said) => {
            head(out, "set-support", Some(of.0), 1)?;
            words(out, said.as_ref())?;
        }
        Edit::SetHowMuch(of, amount) => {
            head(out, "set-how-much", Some(of.0), 1)?;
            how_much(out, *amount)?;
        }
        Edit::SetDue(of, due) => {
            head(out, "set-due", Some(of.0), 1)?;
            day(out, *due)?;
        }
        Edit::SetGoalStatus(goal, lifecycle, reason) => {
            head(out, "set-goal-status", Some(goal.0), 2)?;
            out.str(lifecycle.code())?;
            words(out, reason.as_ref())?;
        }
        Edit::SetObjectiveStatus(of, lifecycle, reason) => {
            head(out, "set-objective-status", Some(of.0), 2)?;
            out.str(lifecycle.code())?;
            words(out, reason.as_ref())?;
        }
        Edit::AddIntervention(of, what, who) => {
            head(out, "add-intervention", Some(of.0), 2)?;
            out.str(what.as_str())?;
            person(out, who)?;
        }
        Edit::SetIntervention(of, what) => {
            head(out, "set-intervention", Some(of.0), 1)?;
            out.str(what.as_str())?;
        }
        Edit::SetDoer(of, who) => {
            head(out, "set-doer", Some(of.0), 1)?;
            person(out, who)?;
        }
        Edit::Report(of, report) => {
            head(out, "report", Some(of.0), 1)?;
            match report {
                Some(told) => {
                    out.array(2)?.str(told.how.name())?;
                    day(out, Some(told.on))?;
                }
                None => {
                    out.null()?;
                }
            }
        }
        Edit::AddRung(of, what) => {
            head(out, "add-rung", Some(of.0), 1)?;
            out.str(what.as_str())?;
        }
        Edit::SetRung(of, what) => {
            head(out, "set-rung", Some(of.0), 1)?;
            out.str(what.as_str())?;
        }
        Edit::SetEffort(of, effort) => {
            head(out, "set-effort", Some(of.0), 1)?;
            number(out, effort.map(u16::from))?;
        }
        Edit::MoveRung(of, below) => {
            head(out, "move-rung", Some(of.0), 1)?;
            match below {
                Some(below) => id(out, below.0)?,
                None => {
                    out.null()?;
                }
            }
        }
        Edit::ReachRung(of) => head(out, "reach-rung", Some(of.0), 0)?,
        Edit::UnreachRung(of) => head(out, "unreach-rung", Some(of.0), 0)?,
        Edit::RestoreReached(of, at) => {
            head(out, "restore-reached", Some(of.0), 1)?;
            moment(out, *at)?;
        }
        Edit::Rate { about, kind, scale, value, rater } => {
            let (what, of) = match about {
                Subject::Goal(of) => ("goal", of.0),
                Subject::Objective(of) => ("objective", of.0),
            };
            head(out, "rate", Some(of), 5)?;
            out.str(what)?.str(kind.name())?.str(scale.name())?.u8(*value)?;
            person(out, rater)?;
        }
        Edit::SetValue(of, value) => {
            head(out, "set-value", Some(of.0), 1)?;
            out.u8(*value)?;
        }
        Edit::Answer(of, question, said) => {
            head(out, "answer", Some(of.0), 2)?;
            out.str(question.name())?;
            words(out, said.as_ref())?;
        }
        Edit::Pause(of, from, reason) => {
            head(out, "pause", Some(of.0), 2)?;
            day(out, Some(*from))?;
            words(out, reason.as_ref())?;
        }
        Edit::SetPauseEnd(of, until) => {
            head(out, "set-pause-end", Some(of.0), 1)?;
            day(out, *until)?;
        }
        Edit::Withdraw(what) => {
            head(out, "withdraw", None, 2)?;
            item(out, *what)?;
        }
        Edit::Restore(what) => {
            head(out, "restore", None, 2)?;
            item(out, *what)?;
        }
    }
    Ok(())
}
