//! What is done toward an objective, and by whom: the third and last level of the plan.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::InterventionId;
use super::person::Person;
use super::words::OwnWords;

/// One thing somebody does toward an objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intervention {
    /// The change that added it.
    pub id: InterventionId,
    /// What is done.
    pub what: OwnWords,
    /// Who does it.
    pub who: Person,
    /// The day it was taken on.
    pub since: NaiveDate,
    /// What was last told of it, and when.
    pub report: Option<Report>,
    pub(crate) withdrawn: bool,
}

impl Intervention {
    /// Whether a session on `today` asks how it went: it was taken on before, and nobody has said on an earlier day
    /// that it is over with. What is told today stays in sight until tomorrow, so that it can be put right.
    pub fn is_asked_on(&self, today: NaiveDate) -> bool {
        let over = self.report.is_some_and(|told| told.on < today && !told.how.is_asked_again());
        self.since < today && !over
    }

    /// What was told of it on that day.
    pub fn told_on(&self, today: NaiveDate) -> Option<Outcome> {
        self.report.filter(|told| told.on == today).map(|told| told.how)
    }
}

/// How something went that somebody took on. No answer is a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was done.
    Done,
    /// Some of it was done.
    Partly,
    /// Not so far.
    NotYet,
    /// Something else was done instead.
    Otherwise,
}

impl Outcome {
    /// All answers, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Done, Self::Partly, Self::NotYet, Self::Otherwise];

    /// Whether the next session asks again.
    pub const fn is_asked_again(self) -> bool {
        matches!(self, Self::Partly | Self::NotYet)
    }
}

/// What was told on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Report {
    /// How it went.
    #[serde(rename = "h")]
    pub how: Outcome,
    /// The day it was told.
    #[serde(rename = "d")]
    pub on: NaiveDate,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{ChangeId, WriterId};
    use crate::domain::person::Role;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn is_asked_on_the_26th(report: Option<(Outcome, u32)>) -> bool {
        let one = Intervention {
            id: InterventionId(ChangeId::new(WriterId::new(1), 1)),
            what: OwnWords::new("Find the quiet bus times").unwrap(),
            who: Person::of(Role::Therapist),
            since: day(12),
            report: report.map(|(how, on)| Report { how, on: day(on) }),
            withdrawn: false,
        };
        assert!(!one.is_asked_on(day(12)), "on the day itself there is nothing to tell yet");
        one.is_asked_on(day(26))
    }

    #[test]
    fn what_was_taken_on_is_asked_for_until_it_is_over_with() {
        assert!(is_asked_on_the_26th(None));
        assert!(!is_asked_on_the_26th(Some((Outcome::Done, 19))));
        assert!(!is_asked_on_the_26th(Some((Outcome::Otherwise, 19))));
        assert!(is_asked_on_the_26th(Some((Outcome::Partly, 19))));
        assert!(is_asked_on_the_26th(Some((Outcome::NotYet, 19))));
    }

    #[test]
    fn what_is_told_today_can_be_put_right_today() {
        assert!(is_asked_on_the_26th(Some((Outcome::Done, 26))));
    }
}
