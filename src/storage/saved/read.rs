//! From bytes to a change. Every number and text is checked on the way in, so bad bytes cannot make a bad value.

use chrono::NaiveDate;
use minicbor::Decoder;
use minicbor::data::Type;

use super::SUMMARY;
use super::name::Named;
use crate::domain::change::{Change, Edit, Item};
use crate::domain::id::{ChangeId, WriterId};
use crate::domain::intervention::Report;
use crate::domain::moment::Moment;
use crate::domain::person::Person;
use crate::domain::quantity::{HowMuch, Measure, Target};
use crate::domain::rating::Subject;
use crate::domain::status::Lifecycle;
use crate::domain::summary::Summary;
use crate::domain::words::{ChartName, OwnWords};

pub(super) fn change<E>(
    bytes: &[u8],
    read: impl Fn(&mut In<'_>) -> Option<E>,
) -> Option<Change<E>> {
    let mut from = In(Decoder::new(bytes));
    let (mut name, mut at, mut by, mut edit) = (None, None, None, None);
    let (mut whose, mut why, mut undoes) = (None, None, None);
    let fields = from.0.map().ok()??;
    for _ in 0..fields {
        match from.0.str().ok()? {
            "i" => name = Some(from.id()?),
            "t" => at = Some(from.moment()?),
            "b" => by = Some(from.person()?),
            "w" => whose = Some(from.person()?),
            "y" => why = Some(from.words()?),
            "u" => undoes = Some(from.id()?),
            "e" => edit = Some(read(&mut from)?),
            _ => from.skip()?,
        }
    }
    if from.0.position() != bytes.len() {
        return None;
    }
    Some(Change { id: name?, at: at?, by: by?, whose, why, undoes, edit: edit? })
}

pub(super) fn edit(from: &mut In<'_>) -> Option<Edit> {
    from.edit()
}

pub(super) fn summary(bytes: &[u8]) -> Option<Summary> {
    let mut from = In(Decoder::new(bytes));
    from.parts(11, |from| {
        (from.0.u8().ok()? == SUMMARY).then_some(())?;
        Some(Summary {
            name: from.maybe(In::name)?,
            band: from.choice()?,
            said: from.maybe(In::words)?,
            resting_since: from.maybe(In::day)?,
            due: from.maybe(In::day)?,
            steps: from.0.u8().ok()?,
            reached: from.0.u8().ok()?,
            begun: from.maybe(In::day)?,
            changes: usize::try_from(from.0.u64().ok()?).ok()?,
            unread: usize::try_from(from.0.u64().ok()?).ok()?,
        })
    })
}

pub(super) struct In<'a>(pub(super) Decoder<'a>);

impl In<'_> {
    /// Passes over one value, whatever it is. One that does not say its length is none: no version writes such.
    pub(super) fn skip(&mut self) -> Option<()> {
        let mut left = 1_u64;
        while 0 < left {
            let (head, rest) = self.0.input().get(self.0.position()..)?.split_first()?;
            let width = match head & 0x1f {
                0..=23 => 0,
                wide @ 24..=27 => 1_usize << (wide - 24),
                _ => return None,
            };
            let number = match rest.get(..width)? {
                [] => u64::from(head & 0x1f),
                bytes => bytes.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte)),
            };
            // Bytes and texts, lists, maps and tags go on after their head; all the rest is whole with it.
            let (content, more) = match head >> 5 {
                2 | 3 => (usize::try_from(number).ok()?, 0),
                4 => (0, number),
                5 => (0, number.checked_mul(2)?),
                6 => (0, 1),
                _ => (0, 0),
            };
            rest.get(width..)?.get(..content)?;
            self.0.set_position(self.0.position() + 1 + width + content);
            left = (left - 1).checked_add(more)?;
        }
        Some(())
    }

    /// Reads `known` parts of an array with `read` and passes over those a later version may have added.
    fn parts<T>(&mut self, known: u64, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let found = self.0.array().ok()??;
        if found < known {
            return None;
        }
        let value = read(self)?;
        for _ in known..found {
            self.skip()?;
        }
        Some(value)
    }

    /// `Some(None)` for null.
    #[expect(clippy::option_option, reason = "null is an answer, and what cannot be read is none")]
    pub(super) fn maybe<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<Option<T>> {
        if self.0.datatype().ok()? == Type::Null {
            self.0.null().ok()?;
            return Some(None);
        }
        read(self).map(Some)
    }

    pub(super) fn id(&mut self) -> Option<ChangeId> {
        self.parts(2, |from| {
            let writer = WriterId::new(from.0.u64().ok()?);
            Some(ChangeId::new(writer, from.0.u64().ok()?))
        })
    }

    fn day(&mut self) -> Option<NaiveDate> {
        NaiveDate::from_epoch_days(self.0.i32().ok()?)
    }

    fn moment(&mut self) -> Option<Moment> {
        self.parts(3, |from| Moment::new(from.day()?, from.0.u16().ok()?, from.0.i16().ok()?).ok())
    }

    pub(super) fn words(&mut self) -> Option<OwnWords> {
        OwnWords::new(self.0.str().ok()?).ok()
    }

    fn name(&mut self) -> Option<ChartName> {
        ChartName::new(self.0.str().ok()?).ok()
    }

    fn choice<T: Named>(&mut self) -> Option<T> {
        T::named(self.0.str().ok()?)
    }

    fn lifecycle(&mut self) -> Option<Lifecycle> {
        let code = self.0.str().ok()?;
        Lifecycle::ALL.into_iter().find(|known| known.code() == code)
    }

    fn person(&mut self) -> Option<Person> {
        self.parts(2, |from| Some(Person { role: from.choice()?, name: from.maybe(Self::name)? }))
    }

    #[expect(clippy::option_option, reason = "null is an answer, and what cannot be read is none")]
    fn number(&mut self) -> Option<Option<u16>> {
        self.maybe(|from| from.0.u16().ok())
    }

    pub(super) fn how_much(&mut self) -> Option<HowMuch> {
        self.parts(5, |from| {
            let measure = match from.0.str().ok()? {
                "count" => Measure::CountPer(from.choice()?),
                "total" => Measure::Total { max: from.0.u16().ok()? },
                plain => {
                    from.skip()?;
                    match plain {
                        "minutes" => Measure::Minutes,
                        "intensity" => Measure::Intensity,
                        "percent" => Measure::Percent,
                        "days" => Measure::Days,
                        "nights" => Measure::Nights,
                        "minutes-a-day" => Measure::MinutesADay,
                        "hours-a-day" => Measure::HoursADay,
                        "hours-a-night" => Measure::HoursANight,
                        _ => return None,
                    }
                }
            };
            let baseline = from.number()?;
            let target = match (from.number()?, from.number()?) {
                (None, _) => None,
                (Some(exactly), None) => Some(Target::Exactly(exactly)),
                (Some(low), Some(high)) => Some(Target::Range(low, high)),
            };
            HowMuch::new(measure, baseline, target).ok()
        })
    }

    fn report(&mut self) -> Option<Report> {
        self.parts(2, |from| Some(Report { how: from.choice()?, on: from.day()? }))
    }

    fn item(&mut self) -> Option<Item> {
        let kind = self.0.str().ok()?;
        let of = self.id()?;
        Some(match kind {
            "goal" => Item::Goal(of.into()),
            "objective" => Item::Objective(of.into()),
            "intervention" => Item::Intervention(of.into()),
            "rung" => Item::Rung(of.into()),
            "rating" => Item::Rating(of.into()),
            "pause" => Item::Pause(of.into()),
            _ => return None,
        })
    }

    fn edit(&mut self) -> Option<Edit> {
        let found = self.0.array().ok()??;
        let name = self.0.str().ok()?;
        // Without the name itself.
        let (edit, known) = match name {
            "begin" | "rename" | "set-band" | "set-goal-word" | "set-today" | "add-goal"
            | "withdraw" | "restore" => self.edit_of_chart(name)?,
            _ => {
                let about = self.id()?;
                let (edit, known) = self.edit_about(name, about)?;
                (edit, known + 1)
            }
        };
        if found < known + 1 {
            return None;
        }
        for _ in known + 1..found {
            self.skip()?;
        }
        Some(edit)
    }

    /// An edit of the chart as a whole, with the number of its parts.
    fn edit_of_chart(&mut self, name: &str) -> Option<(Edit, u64)> {
        Some(match name {
            "begin" => {
                (Edit::Begin { name: self.name()?, band: self.choice()?, word: self.choice()? }, 3)
            }
            "rename" => (Edit::Rename(self.maybe(Self::name)?), 1),
            "set-band" => (Edit::SetBand(self.choice()?), 1),
            "set-goal-word" => (Edit::SetGoalWord(self.choice()?), 1),
            "set-today" => (Edit::SetToday(self.day()?, self.maybe(Self::words)?), 2),
            "add-goal" => (Edit::AddGoal(self.words()?), 1),
            "withdraw" => (Edit::Withdraw(self.item()?), 2),
            _ => (Edit::Restore(self.item()?), 2),
        })
    }

    /// An edit of the thing `about`, with the number of its parts.
    fn edit_about(&mut self, name: &str, about: ChangeId) -> Option<(Edit, u64)> {
        Some(match name {
            "set-own-words" => (Edit::SetOwnWords(about.into(), self.words()?), 1),
            "set-agreed" => (Edit::SetAgreed(about.into(), self.maybe(Self::words)?), 1),
            "set-clinical" => (Edit::SetClinical(about.into(), self.maybe(Self::words)?), 1),
            "add-objective" => (Edit::AddObjective(about.into()), 0),
            "set-what" => (Edit::SetWhat(about.into(), self.maybe(Self::words)?), 1),
            "set-support" => (Edit::SetSupport(about.into(), self.maybe(Self::words)?), 1),
            "set-how-much" => (Edit::SetHowMuch(about.into(), self.maybe(Self::how_much)?), 1),
            "set-due" => (Edit::SetDue(about.into(), self.maybe(Self::day)?), 1),
            "set-goal-status" => {
                (Edit::SetGoalStatus(about.into(), self.lifecycle()?, self.maybe(Self::words)?), 2)
            }
            "set-objective-status" => (
                Edit::SetObjectiveStatus(about.into(), self.lifecycle()?, self.maybe(Self::words)?),
                2,
            ),
            "add-intervention" => {
                (Edit::AddIntervention(about.into(), self.words()?, self.person()?), 2)
            }
            "set-intervention" => (Edit::SetIntervention(about.into(), self.words()?), 1),
            "set-doer" => (Edit::SetDoer(about.into(), self.person()?), 1),
            "report" => (Edit::Report(about.into(), self.maybe(Self::report)?), 1),
            "add-rung" => (Edit::AddRung(about.into(), self.words()?), 1),
            "set-rung" => (Edit::SetRung(about.into(), self.words()?), 1),
            "set-effort" => {
                let effort = self.maybe(|from| from.0.u8().ok())?;
                (Edit::SetEffort(about.into(), effort), 1)
            }
            "move-rung" => (Edit::MoveRung(about.into(), self.maybe(Self::id)?.map(Into::into)), 1),
            "reach-rung" => (Edit::ReachRung(about.into()), 0),
            "unreach-rung" => (Edit::UnreachRung(about.into()), 0),
            "restore-reached" => (Edit::RestoreReached(about.into(), self.moment()?), 1),
            "rate" => {
                let about = match self.0.str().ok()? {
                    "goal" => Subject::Goal(about.into()),
                    "objective" => Subject::Objective(about.into()),
                    _ => return None,
                };
                let (kind, scale) = (self.choice()?, self.choice()?);
                let (value, rater) = (self.0.u8().ok()?, self.person()?);
                (Edit::Rate { about, kind, scale, value, rater }, 5)
            }
            "set-value" => (Edit::SetValue(about.into(), self.0.u8().ok()?), 1),
            "answer" => (Edit::Answer(about.into(), self.choice()?, self.maybe(Self::words)?), 2),
            "pause" => (Edit::Pause(about.into(), self.day()?, self.maybe(Self::words)?), 2),
            "set-pause-end" => (Edit::SetPauseEnd(about.into(), self.maybe(Self::day)?), 1),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use ciborium::cbor;
    use proptest::prelude::*;

    use super::*;

    fn skipped(bytes: &[u8]) -> Option<usize> {
        let mut from = In(Decoder::new(bytes));
        from.skip().map(|()| from.0.position())
    }

    #[test]
    fn a_value_of_any_kind_is_passed_over_whole() {
        let value = cbor!({
            "a" => [1, -300, 70_000, 5_000_000_000_u64, "text", null, true, 1.5, [[], {}]],
            "b" => { 1 => [2, [3]], "long" => "x".repeat(300) },
            "c" => ciborium::Value::Tag(1, Box::new(ciborium::Value::Bytes(vec![7; 30]))),
        });
        let mut bytes = Vec::new();
        ciborium::into_writer(&value.unwrap(), &mut bytes).unwrap();
        assert_eq!(skipped(&bytes), Some(bytes.len()));
        for end in 0..bytes.len() {
            assert_eq!(skipped(&bytes[..end]), None);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_passed_over_as_another_reader_does(bytes: Vec<u8>) {
            let mut other = Decoder::new(&bytes);
            if let (Some(found), Ok(())) = (skipped(&bytes), other.skip()) {
                prop_assert_eq!(found, other.position());
            }
        }
    }
}
