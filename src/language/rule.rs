//! The named rules. Their names are a public door: tables, exports and other programs know them.

/// One thing that may be missing or in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A feeling or an umbrella word, which nobody else can see.
    VagueState,
    /// No verb for something one can be seen doing.
    NoObservableVerb,
    /// No number, so nobody can tell when it is reached.
    NoNumber,
    /// A number without its period.
    NoPeriod,
    /// No date and no bounded time.
    NoDeadline,
    /// Only what should stop, not what comes in its place.
    AvoidanceOnly,
    /// Two goals in one.
    TwoGoals,
    /// What somebody else should do.
    OtherPerson,
    /// Always, never, everybody.
    Absolute,
    /// A blank that was never filled in.
    BlankLeft,
    /// The level wanted is the level now.
    SameAsBaseline,
}

impl Rule {
    /// Every rule, in the order of the public list.
    pub const ALL: [Self; 11] = [
        Self::VagueState,
        Self::NoObservableVerb,
        Self::NoNumber,
        Self::NoPeriod,
        Self::NoDeadline,
        Self::AvoidanceOnly,
        Self::TwoGoals,
        Self::OtherPerson,
        Self::Absolute,
        Self::BlankLeft,
        Self::SameAsBaseline,
    ];

    /// The public name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::VagueState => "vague-state",
            Self::NoObservableVerb => "no-observable-verb",
            Self::NoNumber => "no-number",
            Self::NoPeriod => "no-period",
            Self::NoDeadline => "no-deadline",
            Self::AvoidanceOnly => "avoidance-only",
            Self::TwoGoals => "two-goals",
            Self::OtherPerson => "other-person",
            Self::Absolute => "absolute",
            Self::BlankLeft => "blank-left",
            Self::SameAsBaseline => "same-as-baseline",
        }
    }
}
