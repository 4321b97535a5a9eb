//! How much, as a phrase: what is counted, from where, to where.

use std::fmt;

/// The stretch of time a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A night.
    Night,
}

impl Period {
    /// The word for one of them.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Night => "night",
        }
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Times.
    Times,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Nights.
    Nights,
    /// Steps of a rating from 0 to 10.
    OutOfTen,
    /// Percent of occasions.
    Percent,
    /// Points of a questionnaire or score sheet, from 0 to `max`.
    Points {
        /// Highest total the sheet can give.
        max: u16,
    },
}

impl Unit {
    /// The highest number there is of it in `per`; `None` where there is no such end. A month is taken at its longest.
    pub(crate) const fn top(self, per: Option<Period>) -> Option<u16> {
        match (self, per) {
            (Self::OutOfTen, _) => Some(10),
            (Self::Percent, _) => Some(100),
            (Self::Points { max }, _) => Some(max),
            (Self::Times | Self::Minutes, _) | (_, None) => None,
            (Self::Hours, Some(Period::Day | Period::Night)) => Some(24),
            (Self::Hours, Some(Period::Week)) => Some(7 * 24),
            (Self::Hours, Some(Period::Month)) => Some(31 * 24),
            (Self::Days | Self::Nights, Some(Period::Day | Period::Night)) => Some(1),
            (Self::Days | Self::Nights, Some(Period::Week)) => Some(7),
            (Self::Days | Self::Nights, Some(Period::Month)) => Some(31),
        }
    }
}

/// A number, or two that are both good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// This number.
    Exactly(u16),
    /// Any number from the first to the second.
    Range(u16, u16),
}

impl Level {
    pub(crate) const fn lowest(self) -> u16 {
        match self {
            Self::Exactly(number) => number,
            Self::Range(from, to) => {
                if from < to {
                    from
                } else {
                    to
                }
            }
        }
    }

    pub(crate) const fn highest(self) -> u16 {
        match self {
            Self::Exactly(number) => number,
            Self::Range(from, to) => {
                if from < to {
                    to
                } else {
                    from
                }
            }
        }
    }

    const fn holds(self, number: u16) -> bool {
        self.lowest() <= number && number <= self.highest()
    }
}

/// As written in a sentence: "3", "1 to 2".
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(number) => write!(f, "{number}"),
            Self::Range(from, to) => write!(f, "{from} to {to}"),
        }
    }
}

/// A measure with its two ends and its period; every part but the unit may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AmountPhrase {
    /// What is counted.
    pub unit: Unit,
    /// In how long; a rating, a percentage or a total has none.
    pub per: Option<Period>,
    /// Where it stands now.
    pub baseline: Option<u16>,
    /// Where it should get to.
    pub target: Option<Level>,
}

impl AmountPhrase {
    /// `unit` with both ends open.
    pub const fn open(unit: Unit) -> Self {
        Self { unit, per: None, baseline: None, target: None }
    }

    /// Whether the number should fall.
    pub fn goes_down(self) -> bool {
        matches!((self.baseline, self.target), (Some(now), Some(then)) if then.highest() < now)
    }

    /// Whether the level now already is the level wanted.
    pub fn stays(self) -> bool {
        matches!((self.baseline, self.target), (Some(now), Some(then)) if then.holds(now))
    }

    /// Half of the way: what to offer when confidence is low.
    ///
    /// `None` when an end is open, or when there is no smaller step than the whole way. Rounded toward the start,
    /// so the offer is never more than half.
    pub fn halved(self) -> Option<Self> {
        let (now, then) = (self.baseline?, self.target?);
        if then.holds(now) {
            return None;
        }
        let nearest = if now < then.lowest() { then.lowest() } else { then.highest() };
        let half = nearest.abs_diff(now) / 2;
        if half == 0 {
            return None;
        }
        let target = if now < nearest { now + half } else { now - half };
        Some(Self { target: Some(Level::Exactly(target)), ..self })
    }

    /// The level wanted without where it stands now, as something to begin with: "once a week", "5 out of 10".
    pub fn alone(self) -> String {
        let phrase = Self { baseline: None, ..self }.to_string();
        phrase.strip_prefix("at ").map_or_else(|| phrase.clone(), str::to_owned)
    }

    /// Words around the number: before it, and after it.
    pub(crate) fn around(self) -> (&'static str, String) {
        let down = self.goes_down();
        let before = match self.unit {
            Unit::Points { .. } if down => "down to a total of ",
            _ if down => "down to ",
            Unit::Times
            | Unit::Minutes
            | Unit::Hours
            | Unit::Days
            | Unit::Nights
            | Unit::Percent => "",
            Unit::OutOfTen => "at ",
            Unit::Points { .. } => "at a total of ",
        };
        let s = if self.target == Some(Level::Exactly(1)) { "" } else { "s" };
        let per = self.per.map_or_else(String::new, |per| format!(" a {}", per.word()));
        let after = match self.unit {
            Unit::Times => format!(" time{s}{per}"),
            Unit::Minutes => format!(" minute{s}{per}"),
            Unit::Hours => format!(" hour{s}{per}"),
            Unit::Days => format!(" day{s}{per}"),
            Unit::Nights => format!(" night{s}{per}"),
            Unit::OutOfTen => " out of 10".to_owned(),
            Unit::Percent => "% of the time".to_owned(),
            Unit::Points { max } => format!(" out of {max}"),
        };
        (before, after)
    }

    /// Where it stands now, as a person says it; in brackets where it goes neither up nor down; empty while nobody knows it.
    pub(crate) fn now(self) -> String {
        let percent = if self.unit == Unit::Percent { "%" } else { "" };
        let Some(now) = self.baseline else { return String::new() };
        match self.target {
            Some(_) if !self.stays() && !self.goes_down() => format!(", up from {now}{percent}"),
            Some(_) if self.goes_down() => format!(", from {now}{percent}"),
            _ => format!(" (now {now}{percent})"),
        }
    }
}

/// As it stands in the sentence; an open end is left out.
impl fmt::Display for AmountPhrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = self.around();
        match (self.unit, self.target) {
            (_, None) => write!(f, "{}", self.now().trim_start()),
            (Unit::Times, Some(Level::Exactly(number @ 1..=2))) => {
                let often = if number == 1 { "once" } else { "twice" };
                let per = self.per.map_or_else(String::new, |per| format!(" a {}", per.word()));
                write!(f, "{before}{often}{per}{}", self.now())
            }
            (_, Some(target)) => write!(f, "{before}{target}{after}{}", self.now()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(
        unit: Unit,
        per: Option<Period>,
        baseline: Option<u16>,
        target: Level,
    ) -> AmountPhrase {
        AmountPhrase { unit, per, baseline, target: Some(target) }
    }

    #[track_caller]
    fn check(amount: AmountPhrase, expected: &str) {
        assert_eq!(amount.to_string(), expected);
    }

    #[test]
    fn every_measure_reads_as_a_phrase() {
        check(
            amount(Unit::Times, Some(Period::Week), Some(0), Level::Exactly(3)),
            "3 times a week, up from 0",
        );
        check(
            amount(Unit::Times, Some(Period::Week), Some(7), Level::Exactly(2)),
            "down to twice a week, from 7",
        );
        check(amount(Unit::Times, Some(Period::Day), None, Level::Exactly(1)), "once a day");
        check(
            amount(Unit::Times, Some(Period::Month), Some(0), Level::Range(1, 2)),
            "1 to 2 times a month, up from 0",
        );
        check(
            amount(Unit::Minutes, Some(Period::Day), Some(5), Level::Exactly(20)),
            "20 minutes a day, up from 5",
        );
        check(amount(Unit::Minutes, None, None, Level::Exactly(1)), "1 minute");
        check(
            amount(Unit::Days, Some(Period::Week), Some(1), Level::Range(3, 4)),
            "3 to 4 days a week, up from 1",
        );
        check(
            amount(Unit::Nights, Some(Period::Week), Some(7), Level::Exactly(1)),
            "down to 1 night a week, from 7",
        );
        check(
            amount(Unit::Hours, Some(Period::Night), Some(5), Level::Exactly(8)),
            "8 hours a night, up from 5",
        );
        check(
            amount(Unit::OutOfTen, None, Some(8), Level::Exactly(3)),
            "down to 3 out of 10, from 8",
        );
        check(
            amount(Unit::OutOfTen, None, Some(3), Level::Range(6, 7)),
            "at 6 to 7 out of 10, up from 3",
        );
        check(
            amount(Unit::Percent, None, Some(20), Level::Exactly(60)),
            "60% of the time, up from 20%",
        );
        check(
            amount(Unit::Points { max: 27 }, None, Some(15), Level::Exactly(9)),
            "down to a total of 9 out of 27, from 15",
        );
    }

    #[test]
    fn what_to_begin_with_is_said_without_where_it_stands() {
        let rides = amount(Unit::Times, Some(Period::Week), Some(0), Level::Exactly(1));
        assert_eq!(rides.alone(), "once a week");
        let panic = amount(Unit::OutOfTen, None, Some(8), Level::Exactly(5));
        assert_eq!(panic.alone(), "5 out of 10");
        let form = amount(Unit::Points { max: 27 }, None, Some(15), Level::Exactly(9));
        assert_eq!(form.alone(), "a total of 9 out of 27");
    }

    #[test]
    fn a_smaller_step_is_half_of_the_way_and_never_nothing() {
        let rides = amount(Unit::Times, Some(Period::Week), Some(0), Level::Exactly(3));
        assert_eq!(rides.halved().and_then(|half| half.target), Some(Level::Exactly(1)));
        let panic = amount(Unit::Times, Some(Period::Week), Some(7), Level::Range(1, 2));
        assert_eq!(panic.halved().and_then(|half| half.target), Some(Level::Exactly(5)));
        assert_eq!(amount(Unit::Times, None, Some(0), Level::Exactly(1)).halved(), None);
        assert_eq!(amount(Unit::Times, None, Some(2), Level::Range(1, 2)).halved(), None);
        assert_eq!(AmountPhrase::open(Unit::Percent).halved(), None);
    }
}
