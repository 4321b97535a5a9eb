//! The names of small choices in the saved form. Frozen: a name is never given to anything else.

use crate::domain::intervention::Outcome;
use crate::domain::person::{AgeBand, GoalWord, Role};
use crate::domain::quantity::Period;
use crate::domain::rating::{FollowUp, RatingKind, Scale};

/// A choice out of a few that is saved by name.
pub(super) trait Named: Copy + PartialEq + 'static {
    /// Every choice with its name.
    const NAMES: &'static [(Self, &'static str)];

    /// The name of this choice.
    fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(choice, _)| *choice == self).map_or("", |(_, name)| name)
    }

    /// The choice of this name.
    fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(choice, _)| *choice)
    }
}

impl Named for Role {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Client, "client"),
        (Self::Therapist, "therapist"),
        (Self::Caregiver, "caregiver"),
        (Self::Partner, "partner"),
        (Self::Other, "other"),
    ];
}

impl Named for AgeBand {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::FourToSix, "4-6"),
        (Self::SevenToEight, "7-8"),
        (Self::NineToTwelve, "9-12"),
        (Self::Teen, "13-17"),
        (Self::Adult, "adult"),
    ];
}

impl Named for GoalWord {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Goal, "goal"),
        (Self::Hope, "hope"),
        (Self::Wish, "wish"),
        (Self::Experiment, "experiment"),
        (Self::Plan, "plan"),
    ];
}

impl Named for Outcome {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Done, "done"),
        (Self::Partly, "partly"),
        (Self::NotYet, "not-yet"),
        (Self::Otherwise, "otherwise"),
    ];
}

impl Named for Period {
    const NAMES: &'static [(Self, &'static str)] =
        &[(Self::Day, "day"), (Self::Week, "week"), (Self::Month, "month")];
}

impl Named for RatingKind {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Importance, "importance"),
        (Self::Confidence, "confidence"),
        (Self::Progress, "progress"),
    ];
}

impl Named for Scale {
    const NAMES: &'static [(Self, &'static str)] =
        &[(Self::OneToTen, "1-10"), (Self::ZeroToTen, "0-10")];
}

impl Named for FollowUp {
    const NAMES: &'static [(Self, &'static str)] =
        &[(Self::Higher, "higher"), (Self::Lower, "lower")];
}
