//! Openings of motivational interviewing: reasons, readiness, and a try that may still be undone.

use super::{Concern, Evidence, Modality, Opening};
use crate::domain::person::AgeBand::{Adult, NineToTwelve, SevenToEight, Teen};
use crate::domain::quantity::{Measure, Period};

pub(super) static OPENINGS: &[Opening] = &[
    Opening {
        name: "both-sides",
        modality: Modality::MotivationalInterviewing,
        concern: Concern::Change,
        bands: &[Teen, Adult],
        what: "write down what ____ gives me beside what it costs me",
        support: "",
        measure: Measure::CountPer(Period::Month),
        evidence: Evidence::Article("Common challenges, decisional balance"),
    },
    Opening {
        name: "step-that-matters",
        modality: Modality::MotivationalInterviewing,
        concern: Concern::Change,
        bands: &[Teen, Adult],
        what: "take a small step toward ____ because I care about ____",
        support: "",
        measure: Measure::CountPer(Period::Week),
        evidence: Evidence::Article("Collaborative goal-setting, values and aspirations"),
    },
    Opening {
        name: "how-ready",
        modality: Modality::MotivationalInterviewing,
        concern: Concern::Change,
        bands: &[Teen, Adult],
        what: "mark on a ruler how ready I am to ____",
        support: "",
        measure: Measure::Intensity,
        evidence: Evidence::Article("Collaborative goal-setting, Scaling questions"),
    },
    Opening {
        name: "my-own-reasons",
        modality: Modality::MotivationalInterviewing,
        concern: Concern::Change,
        bands: &[Teen, Adult],
        what: "tell ____ why I want to ____",
        support: "",
        measure: Measure::CountPer(Period::Month),
        evidence: Evidence::Article("Collaborative goal-setting, intrinsic motivations for change"),
    },
    Opening {
        name: "another-drink",
        modality: Modality::MotivationalInterviewing,
        concern: Concern::Substances,
        bands: &[Adult],
        what: "order a soft drink when I am at ____",
        support: "",
        measure: Measure::Percent,
        evidence: Evidence::Custom,
    },
    Opening {
        name: "try-it-another-way",
        modality: Modality::MotivationalInterviewing,
        concern: Concern::Change,
        bands: &[Teen, Adult],
        what: "try ____ where I used to ____",
        support: "",
        measure: Measure::CountPer(Period::Week),
        evidence: Evidence::Custom,
    },
    Opening {
        name: "try-and-see",
        modality: Modality::MotivationalInterviewing,
        concern: Concern::Change,
        bands: &[SevenToEight, NineToTwelve],
        what: "try ____ to see how I like it",
        support: "",
        measure: Measure::CountPer(Period::Week),
        evidence: Evidence::Custom,
    },
];
