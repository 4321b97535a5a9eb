//! Who is in the room, and how the page speaks to them.

use serde::{Deserialize, Serialize};

use super::words::{ChartName, WordsError};

/// The part somebody plays in this chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The one the chart is about.
    Client,
    /// The one who is trained for it.
    Therapist,
    /// A parent or someone else who looks after the client.
    Caregiver,
    /// The other half of a couple.
    Partner,
    /// Anyone else the client lets in.
    Other,
}

/// Somebody who changes, rates or is quoted: a role and initials, nothing more.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Person {
    /// The part they play.
    #[serde(rename = "r")]
    pub role: Role,
    /// Initials or a chosen name; `None` where the role says enough.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<ChartName>,
}

impl Person {
    /// Somebody known by the role alone.
    pub const fn of(role: Role) -> Self {
        Self { role, name: None }
    }

    /// Somebody with initials.
    ///
    /// # Errors
    ///
    /// Returns [`WordsError`] when `initials` are blank or too long.
    pub fn named(role: Role, initials: &str) -> Result<Self, WordsError> {
        Ok(Self { role, name: Some(ChartName::new(initials)?) })
    }
}

/// Age of the client, as far as words and pictures need it (years).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum AgeBand {
    /// 4 to 6 years.
    #[serde(rename = "4-6")]
    FourToSix,
    /// 7 to 8 years.
    #[serde(rename = "7-8")]
    SevenToEight,
    /// 9 to 12 years.
    #[serde(rename = "9-12")]
    NineToTwelve,
    /// 13 to 17 years.
    #[serde(rename = "13-17")]
    Teen,
    /// 18 years and over.
    #[default]
    #[serde(rename = "adult")]
    Adult,
}

impl AgeBand {
    /// All bands, youngest first.
    pub const ALL: [Self; 5] =
        [Self::FourToSix, Self::SevenToEight, Self::NineToTwelve, Self::Teen, Self::Adult];
}

/// The word this client has for a goal; "goal" puts some people off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GoalWord {
    /// "goal"
    #[default]
    Goal,
    /// "hope"
    Hope,
    /// "wish"
    Wish,
    /// "experiment"
    Experiment,
    /// "plan"
    Plan,
}

impl GoalWord {
    /// All words, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Goal, Self::Hope, Self::Wish, Self::Experiment, Self::Plan];
}
