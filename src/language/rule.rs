//! The named rules. Their names are a public door: tables, exports and other programs know them.

/// The part of a good goal a rule looks after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Letter {
    /// What one would see.
    Specific,
    /// How much of it.
    Measurable,
    /// Whether it can be done from here.
    Achievable,
    /// What it is for, and whose wish it is.
    Relevant,
    /// By when.
    TimeBound,
    /// How the client speaks of the client.
    Kind,
}

impl Letter {
    /// The public name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Specific => "specific",
            Self::Measurable => "measurable",
            Self::Achievable => "achievable",
            Self::Relevant => "relevant",
            Self::TimeBound => "time-bound",
            Self::Kind => "kind",
        }
    }
}

/// One thing that may be missing or in the way; the sooner it is worth asking about, the sooner it stands here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A feeling or an umbrella word, which nobody else can see.
    VagueState,
    /// What somebody else should do.
    OtherPerson,
    /// A hard word about oneself.
    SelfBlame,
    /// Only what should stop, not what comes in its place.
    AvoidanceOnly,
    /// No verb for something one can be seen doing.
    NoObservableVerb,
    /// A blank that was never filled in.
    BlankLeft,
    /// Two goals in one.
    TwoGoals,
    /// Always, never, everybody.
    Absolute,
    /// Should, must, have to.
    ShouldWord,
    /// Measured by what somebody else is or does.
    ComparedWithOthers,
    /// Skills, tools or ways without a name.
    UnnamedSkill,
    /// A judgement two people may understand in two ways, in a goal that can be seen otherwise.
    VagueWord,
    /// More of a thing than there is.
    ImpossibleNumber,
    /// The words go one way, the numbers the other.
    WrongWay,
    /// No number, so nobody can tell when it is reached.
    NoNumber,
    /// A number without its period.
    NoPeriod,
    /// More, less, regularly.
    LooseAmount,
    /// The level wanted is the level now.
    SameAsBaseline,
    /// A level wanted, and none now.
    NoBaseline,
    /// Three or more numbers to watch.
    ManyMeasures,
    /// The level wanted is far from the level now.
    BigStep,
    /// The client is not sure of it yet.
    LowConfidence,
    /// No date and no bounded time.
    NoDeadline,
    /// A day that has gone by.
    DeadlinePassed,
    /// Earlier, soon.
    LooseTime,
    /// A day more than half a year away.
    FarOff,
    /// A longer word than children of that age say.
    HardWord,
    /// Nothing and nobody that helps.
    NoHelp,
    /// No value and no concern it belongs to.
    NoReason,
}

impl Rule {
    /// Every rule, the ones worth asking about soonest first.
    pub const ALL: [Self; 29] = [
        Self::VagueState,
        Self::OtherPerson,
        Self::SelfBlame,
        Self::AvoidanceOnly,
        Self::NoObservableVerb,
        Self::BlankLeft,
        Self::TwoGoals,
        Self::Absolute,
        Self::ShouldWord,
        Self::ComparedWithOthers,
        Self::UnnamedSkill,
        Self::VagueWord,
        Self::ImpossibleNumber,
        Self::WrongWay,
        Self::NoNumber,
        Self::NoPeriod,
        Self::LooseAmount,
        Self::SameAsBaseline,
        Self::NoBaseline,
        Self::ManyMeasures,
        Self::BigStep,
        Self::LowConfidence,
        Self::NoDeadline,
        Self::DeadlinePassed,
        Self::LooseTime,
        Self::FarOff,
        Self::HardWord,
        Self::NoHelp,
        Self::NoReason,
    ];

    /// The public name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::VagueState => "vague-state",
            Self::OtherPerson => "other-person",
            Self::SelfBlame => "self-blame",
            Self::AvoidanceOnly => "avoidance-only",
            Self::NoObservableVerb => "no-observable-verb",
            Self::BlankLeft => "blank-left",
            Self::TwoGoals => "two-goals",
            Self::Absolute => "absolute",
            Self::ShouldWord => "should-word",
            Self::ComparedWithOthers => "compared-with-others",
            Self::UnnamedSkill => "unnamed-skill",
            Self::VagueWord => "vague-word",
            Self::ImpossibleNumber => "impossible-number",
            Self::WrongWay => "wrong-way",
            Self::NoNumber => "no-number",
            Self::NoPeriod => "no-period",
            Self::LooseAmount => "loose-amount",
            Self::SameAsBaseline => "same-as-baseline",
            Self::NoBaseline => "no-baseline",
            Self::ManyMeasures => "many-measures",
            Self::BigStep => "big-step",
            Self::LowConfidence => "low-confidence",
            Self::NoDeadline => "no-deadline",
            Self::DeadlinePassed => "deadline-passed",
            Self::LooseTime => "loose-time",
            Self::FarOff => "far-off",
            Self::HardWord => "hard-word",
            Self::NoHelp => "no-help",
            Self::NoReason => "no-reason",
        }
    }

    /// The part of a good goal it looks after.
    pub const fn letter(self) -> Letter {
        match self {
            Self::VagueState
            | Self::AvoidanceOnly
            | Self::NoObservableVerb
            | Self::BlankLeft
            | Self::TwoGoals
            | Self::UnnamedSkill
            | Self::VagueWord => Letter::Specific,
            Self::ImpossibleNumber
            | Self::WrongWay
            | Self::NoNumber
            | Self::NoPeriod
            | Self::LooseAmount
            | Self::SameAsBaseline
            | Self::NoBaseline
            | Self::ManyMeasures => Letter::Measurable,
            Self::OtherPerson
            | Self::Absolute
            | Self::BigStep
            | Self::LowConfidence
            | Self::NoHelp => Letter::Achievable,
            Self::ShouldWord | Self::NoReason => Letter::Relevant,
            Self::NoDeadline | Self::DeadlinePassed | Self::LooseTime | Self::FarOff => {
                Letter::TimeBound
            }
            Self::SelfBlame | Self::ComparedWithOthers | Self::HardWord => Letter::Kind,
        }
    }

    /// Whether the guide beside the words asks it by itself; the rest stands in the therapist's list only.
    ///
    /// Of a day that has gone by the guide asks as of a day that is missing.
    pub const fn is_asked(self) -> bool {
        matches!(
            self,
            Self::VagueState
                | Self::OtherPerson
                | Self::AvoidanceOnly
                | Self::NoObservableVerb
                | Self::BlankLeft
                | Self::TwoGoals
                | Self::Absolute
                | Self::NoNumber
                | Self::NoPeriod
                | Self::SameAsBaseline
                | Self::NoDeadline
                | Self::DeadlinePassed
                | Self::HardWord
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_stands_once_in_the_list_in_its_order_and_has_a_name_of_its_own() {
        assert!(Rule::ALL.is_sorted());
        assert_eq!(Rule::ALL.iter().collect::<BTreeSet<_>>().len(), Rule::ALL.len());
        let names: BTreeSet<_> = Rule::ALL.into_iter().map(Rule::name).collect();
        assert_eq!(names.len(), Rule::ALL.len());
        let plain = |name: &&str| name.chars().all(|c| c == '-' || c.is_ascii_lowercase());
        assert!(names.iter().all(plain), "{names:?}");
    }

    #[test]
    fn every_letter_has_more_than_one_rule() {
        use Letter::{Achievable, Kind, Measurable, Relevant, Specific, TimeBound};
        for letter in [Specific, Measurable, Achievable, Relevant, TimeBound, Kind] {
            let rules = Rule::ALL.into_iter().filter(|rule| rule.letter() == letter);
            assert!(1 < rules.count(), "{}", letter.name());
        }
    }
}
