//! One answer on a scale: what was asked, who answered, when, and what they said next.

use serde::{Deserialize, Serialize};

use super::id::{GoalId, ObjectiveId, RatingId};
use super::moment::Moment;
use super::person::Person;
use super::words::OwnWords;

/// What a rating is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// The broad wish.
    #[serde(rename = "g")]
    Goal(GoalId),
    /// The part of it that can be seen to be reached.
    #[serde(rename = "o")]
    Objective(ObjectiveId),
}

/// What was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RatingKind {
    /// How much it matters.
    Importance,
    /// How sure the rater is that it can be done.
    Confidence,
    /// How far along it is.
    Progress,
}

impl RatingKind {
    /// All kinds, in the order they are asked.
    pub const ALL: [Self; 3] = [Self::Importance, Self::Confidence, Self::Progress];
}

/// The ends of the ruler (no unit).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scale {
    /// 1 to 10, as the readiness ruler is usually asked.
    #[default]
    #[serde(rename = "1-10")]
    OneToTen,
    /// 0 to 10, for practices that let "not at all" be said.
    #[serde(rename = "0-10")]
    ZeroToTen,
}

impl Scale {
    /// Both, the usual one first.
    pub const ALL: [Self; 2] = [Self::OneToTen, Self::ZeroToTen];

    /// The word it is known by in settings.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OneToTen => "1-10",
            Self::ZeroToTen => "0-10",
        }
    }

    /// The scale with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale| scale.code() == code)
    }

    /// Lowest answer.
    pub const fn low(self) -> u8 {
        match self {
            Self::OneToTen => 1,
            Self::ZeroToTen => 0,
        }
    }

    /// Highest answer.
    pub const fn high(self) -> u8 {
        10
    }

    /// Whether `value` is an answer on this scale.
    pub const fn holds(self, value: u8) -> bool {
        self.low() <= value && value <= self.high()
    }
}

/// One answer on a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The change that made it.
    pub id: RatingId,
    /// What was asked.
    pub kind: RatingKind,
    /// The ruler used.
    pub scale: Scale,
    /// The answer, within the scale.
    pub value: u8,
    /// Who answered.
    pub rater: Person,
    /// When.
    pub at: Moment,
    /// "What would make it one higher?"
    pub higher: Option<OwnWords>,
    /// "Why not a lower number?"
    pub lower: Option<OwnWords>,
    pub(crate) withdrawn: bool,
}

/// The two questions that follow a rating; they, not the number, are the point of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FollowUp {
    /// "What would make it one higher?"
    Higher,
    /// "Why not a lower number?" Not asked after the lowest answer.
    Lower,
}
