//! How much: what is counted, where it stands now, and where it should be.

use serde::{Deserialize, Serialize};

/// The stretch of time a count belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// A civil day.
    Day,
    /// Seven days from a Monday.
    Week,
    /// A calendar month.
    Month,
}

/// What is counted, with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Times in a period.
    CountPer(Period),
    /// Minutes at a time.
    Minutes,
    /// Strength from 0 to 10 (no unit).
    Intensity,
    /// Percent of occasions.
    Percent,
    /// Total of a questionnaire or score sheet (points, from 0 to `max`).
    Total {
        /// Highest total the sheet can give (points).
        max: u16,
    },
    /// Days of a week.
    Days,
    /// Nights of a week.
    Nights,
    /// Minutes of a day.
    MinutesADay,
    /// Hours of a day.
    HoursADay,
    /// Hours of a night.
    HoursANight,
}

impl Measure {
    /// Highest number that makes sense: times, minutes or hours of a day, days of a week, steps, percent or points.
    pub const fn max(self) -> u16 {
        match self {
            Self::CountPer(_) => 999,
            Self::Minutes | Self::MinutesADay => 1440,
            Self::Intensity => 10,
            Self::Percent => 100,
            Self::Total { max } => max,
            Self::Days | Self::Nights => 7,
            Self::HoursADay | Self::HoursANight => 24,
        }
    }
}

/// Where it should get to; a range leaves room for good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// This number.
    Exactly(u16),
    /// Any number from the first to the second; the first is the lower one.
    Range(u16, u16),
}

/// A measure with its two ends; either end may still be open.
///
/// Invariant: every number is within the measure, and a range runs upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Plain", into = "Plain")]
pub struct HowMuch {
    measure: Measure,
    baseline: Option<u16>,
    target: Option<Target>,
}

impl HowMuch {
    /// Checks both ends against `measure`. A target equal to the baseline is kept: whether that is meant is a
    /// question for the room, not an error.
    ///
    /// # Errors
    ///
    /// Returns [`HowMuchError`] when a number lies outside the measure or a range runs backwards.
    pub fn new(
        measure: Measure,
        baseline: Option<u16>,
        target: Option<Target>,
    ) -> Result<Self, HowMuchError> {
        let max = measure.max();
        let ends = match target {
            Some(Target::Exactly(number)) => [Some(number), None],
            Some(Target::Range(from, to)) if to <= from => {
                return Err(HowMuchError::Backwards { from, to });
            }
            Some(Target::Range(from, to)) => [Some(from), Some(to)],
            None => [None, None],
        };
        for found in ends.into_iter().chain([baseline]).flatten() {
            if max < found {
                return Err(HowMuchError::TooMuch { found, max });
            }
        }
        Ok(Self { measure, baseline, target })
    }

    /// What is counted.
    pub fn measure(self) -> Measure {
        self.measure
    }

    /// Where it stands at the start, if anyone knows yet.
    pub fn baseline(self) -> Option<u16> {
        self.baseline
    }

    /// Where it should get to, if that is agreed yet.
    pub fn target(self) -> Option<Target> {
        self.target
    }
}

#[derive(Serialize, Deserialize)]
struct Plain {
    #[serde(rename = "m")]
    measure: Measure,
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    baseline: Option<u16>,
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    target: Option<Target>,
}

impl TryFrom<Plain> for HowMuch {
    type Error = HowMuchError;

    fn try_from(plain: Plain) -> Result<Self, HowMuchError> {
        Self::new(plain.measure, plain.baseline, plain.target)
    }
}

impl From<HowMuch> for Plain {
    fn from(how_much: HowMuch) -> Self {
        Self { measure: how_much.measure, baseline: how_much.baseline, target: how_much.target }
    }
}

/// Why numbers do not fit their measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HowMuchError {
    /// More than the measure can show.
    #[error("this measure goes up to {max}, found {found}")]
    TooMuch {
        /// The number given.
        found: u16,
        /// The highest number of the measure.
        max: u16,
    },
    /// A range whose end is not above its start.
    #[error("a range runs upwards, found {from} to {to}")]
    Backwards {
        /// Start given.
        from: u16,
        /// End given.
        to: u16,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_past_the_end_of_the_scale_is_refused() {
        assert_eq!(
            HowMuch::new(Measure::Intensity, Some(11), None),
            Err(HowMuchError::TooMuch { found: 11, max: 10 })
        );
        assert!(
            HowMuch::new(Measure::Total { max: 27 }, Some(27), Some(Target::Exactly(9))).is_ok()
        );
    }

    #[test]
    fn a_week_has_seven_days_and_any_number_of_times() {
        let up_to_9 = Some(Target::Range(3, 9));
        let error = HowMuchError::TooMuch { found: 9, max: 7 };
        assert_eq!(HowMuch::new(Measure::Days, None, up_to_9), Err(error));
        assert!(HowMuch::new(Measure::CountPer(Period::Week), None, up_to_9).is_ok());
    }

    #[test]
    fn a_range_runs_upwards() {
        let backwards = HowMuch::new(Measure::Minutes, None, Some(Target::Range(5, 5)));
        assert_eq!(backwards, Err(HowMuchError::Backwards { from: 5, to: 5 }));
    }

    #[test]
    fn a_target_equal_to_the_start_is_kept() {
        assert!(
            HowMuch::new(Measure::CountPer(Period::Week), Some(3), Some(Target::Exactly(3)))
                .is_ok()
        );
    }
}
