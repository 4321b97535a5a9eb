//! What a rule can hold out beside its question: made from the words and numbers at hand, with blanks for the rest.
//!
//! Nothing is invented and nothing is put in by itself: an offer is for the client to take, to change or to leave.

use std::fmt;
use std::ops::Range;

use super::achievable;
use super::amount::{AmountPhrase, Level, Period, Unit};
use super::care;
use super::list::Phrases;
use super::loose::Loose;
use super::people;
use super::quantity::Kind;
use super::reading::{Rank, Reading};
use super::rewording::{away, before_number, counted, parts, rated};
use super::rule::Rule;
use super::specific::is_specific;
use super::wish;
use super::word::Words;
use super::wordings::wordings;

/// Stands where the client's own word or number belongs.
pub const BLANK: &str = "____";

/// One way on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// With a place for a number.
    Measurable {
        /// What is counted or rated; empty where only the number is looked at.
        what: String,
        /// How it is counted; an open end is a blank.
        amount: AmountPhrase,
    },
    /// Toward what comes in its place, which only the client knows.
    Toward {
        /// What is left behind, as it stands after "instead of".
        away: String,
    },
    /// Half of the way.
    Smaller(AmountPhrase),
    /// Most days instead of always.
    Range(AmountPhrase),
    /// Two goals, each by itself.
    Split([String; 2]),
    /// What somebody else should do, worded three ways.
    Wordings {
        /// What we do.
        ours: String,
        /// What I do.
        mine: String,
        /// What I ask of the other.
        ask: String,
    },
}

/// As plain text, blanks as lines to write on.
impl fmt::Display for Offer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Measurable { what, amount } => {
                let gap = if what.is_empty() { "" } else { " " };
                write!(f, "{what}{gap}{}", form(*amount))
            }
            Self::Toward { away } => write!(f, "Instead of {away}, I will {BLANK}."),
            Self::Smaller(amount) => write!(f, "to begin with, {}", amount.alone()),
            Self::Range(amount) => match (amount.unit, amount.target) {
                (Unit::Days, Some(days)) => write!(f, "most days, {days} of 7"),
                _ => write!(f, "{amount}"),
            },
            Self::Split([first, second]) => write!(f, "first: {first}; then: {second}"),
            Self::Wordings { ours, mine, ask } => {
                write!(f, "Ours: {ours} Mine: {mine} What I ask: {ask}")
            }
        }
    }
}

/// "3 times a week, now ____"
fn form(amount: AmountPhrase) -> String {
    let level = if amount.target.is_some() {
        amount.to_string()
    } else {
        let (before, after) = amount.around();
        format!("{before}{BLANK}{after}{}", amount.now())
    };
    if amount.baseline.is_none() { format!("{level}, now {BLANK}") } else { level }
}

/// What a goal says, as far as an offer needs it.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    pub(crate) words: &'a Words<'a>,
    pub(crate) reading: &'a Reading,
    pub(crate) loose: &'a Loose,
    /// From the place for it, else from the words.
    pub(crate) amount: Option<AmountPhrase>,
    /// Whether the place for an amount is filled.
    pub(crate) place: Filled,
}

/// Whether there is something in the place for an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filled {
    Yes,
    No,
}

impl Said<'_> {
    /// What to hold out beside the question of `rule`.
    pub(crate) fn offer(&self, rule: Rule) -> Option<Offer> {
        let Self { words, reading, loose, .. } = *self;
        match rule {
            Rule::VagueState => self.rated(&wish::state(words, reading)?),
            Rule::AvoidanceOnly => away(words, reading).map(|away| Offer::Toward { away }),
            Rule::TwoGoals => parts(words).map(Offer::Split),
            Rule::Absolute => self.range(),
            Rule::OtherPerson => wordings(words, &self.other()?),
            Rule::NoNumber => {
                let is_settled =
                    [&loose.word, &loose.amount, &loose.time].iter().all(|at| at.is_none());
                is_settled.then(|| self.counted(None))?
            }
            Rule::LooseAmount => self.counted(loose.amount.as_ref()),
            Rule::NoPeriod => self.with_period(),
            Rule::NoBaseline => {
                let amount = self.amount.filter(|amount| amount.baseline.is_none())?;
                let target = self.reading.target.as_ref().filter(|_| self.place == Filled::No);
                // Hours have become minutes by now.
                let is_hours = target.is_some_and(|to| to.quantity.unit == "hours");
                amount.target.filter(|_| !is_hours)?;
                Some(Offer::Measurable { what: String::new(), amount })
            }
            Rule::WrongWay => self.turned_round(),
            Rule::BigStep | Rule::LowConfidence if achievable::may_be_halved(words) => {
                // "4 of 6" has become a percentage nobody would say.
                let is_share = self.place == Filled::No
                    && self
                        .reading
                        .target
                        .as_ref()
                        .is_some_and(|to| to.quantity.kind == Kind::Ratio);
                self.amount.filter(|_| !is_share)?.halved().map(Offer::Smaller)
            }
            _ => None,
        }
    }

    /// Somebody else whose doing this is.
    fn other(&self) -> Option<Range<usize>> {
        people::other_person(self.words).or_else(|| people::complaint(self.words))
    }

    /// A state, to be rated instead of counted.
    fn rated(&self, state: &Range<usize>) -> Option<Offer> {
        let what = rated(self.words, state).filter(|_| self.place == Filled::No)?;
        let is_free = self.reading.target.is_none() && self.reading.blanks.is_empty();
        is_free.then(|| Offer::Measurable { what, amount: AmountPhrase::open(Unit::OutOfTen) })
    }

    fn counted(&self, loose: Option<&Range<usize>>) -> Option<Offer> {
        let is_seen = is_specific(self.words, self.reading) && self.place == Filled::No;
        let is_free = self.reading.target.is_none() && self.other().is_none();
        let open = AmountPhrase { per: Some(Period::Week), ..AmountPhrase::open(Unit::Times) };
        counted(self.words, self.reading, loose, open)
            .filter(|_| is_seen && is_free)
            .map(|(what, amount)| Offer::Measurable { what, amount })
    }

    fn with_period(&self) -> Option<Offer> {
        let amount = self.amount.filter(|amount| amount.per.is_none())?;
        let per = match amount.unit {
            Unit::Times => Period::Week,
            Unit::Minutes => Period::Day,
            _ => return None,
        };
        let amount = AmountPhrase { per: Some(per), ..amount };
        let what = match self.place {
            Filled::Yes => String::new(),
            Filled::No => before_number(self.words, self.reading, amount.unit)?,
        };
        Some(Offer::Measurable { what, amount })
    }

    /// The two ends the other way round.
    fn turned_round(&self) -> Option<Offer> {
        let amount = self.amount?;
        let (Some(now), Some(Level::Exactly(then))) = (amount.baseline, amount.target) else {
            return None;
        };
        let amount =
            AmountPhrase { baseline: Some(then), target: Some(Level::Exactly(now)), ..amount };
        Some(Offer::Measurable { what: String::new(), amount })
    }

    /// Most of the time, for something good that is to be always. Never for what is to be never: who wants none of
    /// something is offered none of it.
    fn range(&self) -> Option<Offer> {
        static ALWAYS: Phrases = Phrases::new(
            "always|every single time|every time|at all times|all the time|constantly|no matter what|whatever happens",
        );
        static WHOLE: Phrases = Phrases::new("100 %|100 percent|100 per cent");
        let words = self.words;
        let at = wish::absolute(words)?.start;
        let is_none = self
            .reading
            .target
            .iter()
            .chain(&self.reading.others)
            .any(|found| found.rank == Rank::Zero);
        let is_ending = wish::avoidance(words).is_some() || self.other().is_some();
        if is_none || is_ending || care::is_harm(words) || care::is_health(words) {
            return None;
        }
        let range = |unit, per, from, to| {
            let target = Some(Level::Range(from, to));
            Offer::Range(AmountPhrase { per, target, ..AmountPhrase::open(unit) })
        };
        if ALWAYS.at(words, at).is_some() {
            Some(range(Unit::Days, Some(Period::Week), 5, 6))
        } else {
            WHOLE.at(words, at).map(|_| range(Unit::Percent, None, 80, 90))
        }
    }
}
