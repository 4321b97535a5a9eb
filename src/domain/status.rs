//! Where a goal stands, in the words FHIR gives it.

use serde::{Deserialize, Serialize};

use super::words::OwnWords;

/// Lifecycle of a goal. Source: HL7 FHIR R4, value set goal-status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lifecycle {
    /// Put forward, not agreed yet.
    #[default]
    Proposed,
    /// Agreed, not begun.
    Planned,
    /// Agreed by everyone it needs.
    Accepted,
    /// Being worked on.
    Active,
    /// Resting for a while.
    OnHold,
    /// Reached, or done with.
    Completed,
    /// Let go before it was reached.
    Cancelled,
    /// Written by mistake.
    EnteredInError,
    /// Put forward and not wanted.
    Rejected,
}

impl Lifecycle {
    /// All words, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Proposed,
        Self::Planned,
        Self::Accepted,
        Self::Active,
        Self::OnHold,
        Self::Completed,
        Self::Cancelled,
        Self::EnteredInError,
        Self::Rejected,
    ];

    /// The code as FHIR writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Planned => "planned",
            Self::Accepted => "accepted",
            Self::Active => "active",
            Self::OnHold => "on-hold",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
            Self::EnteredInError => "entered-in-error",
            Self::Rejected => "rejected",
        }
    }

    /// Whether a record without a reason would leave the next reader guessing.
    pub const fn needs_reason(self) -> bool {
        matches!(
            self,
            Self::OnHold
                | Self::Completed
                | Self::Cancelled
                | Self::EnteredInError
                | Self::Rejected
        )
    }
}

/// A lifecycle word with its reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// Where it stands.
    #[serde(rename = "l")]
    pub lifecycle: Lifecycle,
    /// Why, in somebody's words.
    #[serde(rename = "y", default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<OwnWords>,
}
