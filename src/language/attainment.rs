//! Goal attainment scaling: one amount becomes five levels, from much less than expected to much better.
//!
//! Level 0 is the target. Where it stands now is level -1 if there is some of it and it could get worse, and -2 if
//! nothing worse can be thought of. The levels follow each other without a gap over every number of the unit. Where the
//! numbers give out, the number stays and the day varies:
//!
//! - nothing is better than the target: the upper levels reach it in three quarters of the time, and in half of it;
//! - only one number is better: both upper levels have it, the highest in half of the time;
//! - no number lies between now and the target: level -1 reaches the target late, by half of the time more;
//! - the target is where it stands now: all five keep it, and the longer it holds the higher is the level. Where it
//!   stands now is level 0 then, since nothing says which way would be worse.
//!
//! Source: Kiresuk TJ, Sherman RE. Goal attainment scaling: a general method for evaluating comprehensive community
//! mental health programs. Community Mental Health Journal 1968; 4: 443-453. Where the level now stands: King's College
//! London, Cicely Saunders Institute, toolkit on goal attainment scaling.

use chrono::{Days, NaiveDate};

use super::Slot;
use super::amount::{AmountPhrase, Level, Period, Unit};
use super::deadline::full_date;
use super::question;
use super::rule::Rule;

/// How far a goal was reached, the lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attainment {
    /// Much less than expected.
    MuchLess,
    /// Less than expected.
    Less,
    /// As expected: the target.
    Expected,
    /// Better than expected.
    Better,
    /// Much better than expected.
    MuchBetter,
}

impl Attainment {
    /// All five, the lowest first.
    pub const ALL: [Self; 5] =
        [Self::MuchLess, Self::Less, Self::Expected, Self::Better, Self::MuchBetter];

    /// Steps from what is expected, -2 to 2 (no unit).
    pub const fn steps(self) -> i8 {
        match self {
            Self::MuchLess => -2,
            Self::Less => -1,
            Self::Expected => 0,
            Self::Better => 1,
            Self::MuchBetter => 2,
        }
    }
}

/// The day that belongs to a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// None: the number alone tells.
    Any,
    /// Reached by the day agreed on; another level has the same number and another day.
    By(NaiveDate),
    /// Reached sooner than agreed, by this day.
    Already(NaiveDate),
    /// Reached after the day agreed on, by this day.
    Late(NaiveDate),
    /// Kept until this day.
    Still(NaiveDate),
    /// Kept, but not until this day.
    Before(NaiveDate),
}

/// One level: its numbers, and its day where that is what tells it from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Descriptor {
    /// Which of the five.
    pub attainment: Attainment,
    /// What is counted.
    pub unit: Unit,
    /// In how long.
    pub per: Option<Period>,
    /// Lowest number, in the unit.
    pub from: u16,
    /// Highest number, in the unit; `None` where there is no end to it.
    pub to: Option<u16>,
    /// The day.
    pub when: When,
}

impl Descriptor {
    /// Whether `number`, in the unit, is one of its numbers. Of a level with a day that is only half of the answer.
    pub fn holds(self, number: u16) -> bool {
        self.from <= number && self.to.is_none_or(|to| number <= to)
    }

    /// The level in plain words: "1 to 2 times a week", "5 times a week or more".
    pub fn sentence(self) -> String {
        let level = match self.to {
            Some(to) if self.from < to => Level::Range(self.from, to),
            _ => Level::Exactly(self.from),
        };
        let open = AmountPhrase::open(self.unit);
        let mut text = AmountPhrase { per: self.per, target: Some(level), ..open }.alone();
        if self.to.is_none() {
            text.push_str(" or more");
        }
        let (joined, day) = match self.when {
            When::Any => return text,
            When::By(day) => (", by ", day),
            When::Already(day) => (", already by ", day),
            When::Late(day) => (", a little later, by ", day),
            When::Still(day) => (", still so on ", day),
            When::Before(day) => (" for a while, until some day before ", day),
        };
        text + joined + &full_date(day)
    }
}

/// What has to be known first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Where it stands now, as a number the unit has.
    Baseline,
    /// Where it should get to, as a number the unit has.
    Target,
    /// By when.
    Due,
    /// A day further ahead: to the one there is, there is no room for days between.
    DueAhead,
    /// What or who helps.
    Support,
}

impl Ask {
    /// The place the answer belongs to.
    pub const fn slot(self) -> Slot {
        match self {
            Self::Baseline | Self::Target => Slot::HowMuch,
            Self::Due | Self::DueAhead => Slot::ByWhen,
            Self::Support => Slot::Support,
        }
    }

    /// What to ask aloud.
    pub const fn question(self) -> &'static str {
        match self {
            Self::Baseline => "Where does it stand now?",
            Self::Target => question::NO_TARGET,
            Self::Due => question::of(Rule::NoDeadline),
            Self::DueAhead => "Which day a little further ahead would suit you?",
            Self::Support => question::NO_HELP,
        }
    }
}

/// The five levels of `amount`, the lowest first.
///
/// # Errors
///
/// Returns what to ask: for an end of the amount that is open or lies outside the unit, and, only where days are what
/// varies, for a day at least three days after `today`.
pub fn levels(
    amount: AmountPhrase,
    due: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<[Descriptor; 5], Ask> {
    let ends = Ends::of(amount)?;
    let stretch = Stretch { today, due };
    let falls = amount.goes_down();
    let parts = if amount.stays() {
        ends.kept(stretch)?
    } else if falls {
        ends.mirrored().raised(stretch)?
    } else {
        ends.raised(stretch)?
    };
    let is_endless = amount.unit.top(amount.per).is_none();
    let mut of = Attainment::ALL.into_iter();
    Ok(parts.map(|Part { from, to, when }| {
        let (from, to) = if falls { (ends.top - to, ends.top - from) } else { (from, to) };
        Descriptor {
            attainment: of.next().unwrap_or(Attainment::MuchBetter),
            unit: amount.unit,
            per: amount.per,
            from,
            to: Some(to).filter(|to| *to < ends.top || !is_endless),
            when,
        }
    }))
}

/// The numbers an amount is made of, each within its unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    pub(super) now: u16,
    /// Lower end of the target.
    pub(super) low: u16,
    /// Upper end of the target.
    pub(super) high: u16,
    /// The highest number there is.
    top: u16,
}

impl Ends {
    pub(super) fn of(amount: AmountPhrase) -> Result<Self, Ask> {
        let top = amount.unit.top(amount.per).unwrap_or(u16::MAX);
        let now = amount.baseline.filter(|now| *now <= top).ok_or(Ask::Baseline)?;
        let then = amount.target.filter(|then| then.highest() <= top).ok_or(Ask::Target)?;
        Ok(Self { now, low: then.lowest(), high: then.highest(), top })
    }

    /// Counted down from the highest number, so that less becomes more.
    const fn mirrored(self) -> Self {
        let Self { now, low, high, top } = self;
        Self { now: top - now, low: top - high, high: top - low, top }
    }

    fn target(self, when: When) -> Part {
        Part { from: self.low, to: self.high, when }
    }

    /// The levels of a number that should rise.
    fn raised(self, stretch: Stretch) -> Result<[Part; 5], Ask> {
        let Self { now, low, high, top } = self;
        let [much_less, less] = match (now, low) {
            (0, 1) => [Part::new(0, 0), self.target(When::Late(stretch.at(6)?))],
            (0, _) => [Part::new(0, 0), Part::new(1, low - 1)],
            _ => [Part::new(0, now - 1), Part::new(now, low - 1)],
        };
        let [better, much_better] = match top - high {
            0 => [
                self.target(When::Already(stretch.at(3)?)),
                self.target(When::Already(stretch.at(2)?)),
            ],
            1 => {
                let best = Part::new(top, top);
                [best, Part { when: When::Already(stretch.at(2)?), ..best }]
            }
            left => {
                // A step as wide as half of the way, while that leaves as much for the level above.
                let last = high + ((low - now) / 2).clamp(1, left.div_ceil(2));
                [Part::new(high + 1, last), Part::new(last + 1, top)]
            }
        };
        let shares_its_number = less.from == low || better.from == low;
        let when = if shares_its_number { When::By(stretch.at(4)?) } else { When::Any };
        Ok([much_less, less, self.target(when), better, much_better])
    }

    /// The levels of a number that should stay.
    fn kept(self, stretch: Stretch) -> Result<[Part; 5], Ask> {
        Ok([
            self.target(When::Before(stretch.at(2)?)),
            self.target(When::Still(stretch.at(2)?)),
            self.target(When::Still(stretch.at(4)?)),
            self.target(When::Still(stretch.at(5)?)),
            self.target(When::Still(stretch.at(6)?)),
        ])
    }
}

/// The numbers and the day of one level.
#[derive(Clone, Copy)]
struct Part {
    from: u16,
    to: u16,
    when: When,
}

impl Part {
    const fn new(from: u16, to: u16) -> Self {
        Self { from, to, when: When::Any }
    }
}

/// The time from today to the day agreed on.
#[derive(Clone, Copy)]
struct Stretch {
    today: NaiveDate,
    due: Option<NaiveDate>,
}

impl Stretch {
    /// Fewest days in which the quarters fall on days of their own.
    const MIN: u64 = 3;

    /// The day after so many quarters of the time; 4 is the day agreed on. Rounded away from that day.
    fn at(self, quarters: u64) -> Result<NaiveDate, Ask> {
        let due = self.due.ok_or(Ask::Due)?;
        let days = u64::try_from(due.signed_duration_since(self.today).num_days()).unwrap_or(0);
        if days < Self::MIN {
            return Err(Ask::DueAhead);
        }
        let days = if quarters < 4 { days * quarters / 4 } else { (days * quarters).div_ceil(4) };
        self.today.checked_add_days(Days::new(days)).ok_or(Ask::Due)
    }
}

#[cfg(test)]
pub(super) mod generated;
#[cfg(test)]
mod tests;
