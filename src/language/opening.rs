//! Openings: goals begun in our own words, with blanks for what is the client's own. None is whole: the number, the day
//! and every blank are left to the two who fill it.

mod cbt;
mod dbt;
mod family;
mod general;
mod motivation;
mod trauma;

use chrono::NaiveDate;

use super::Slots;
use crate::domain::person::AgeBand;
use crate::domain::quantity::Measure;

/// A goal begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Known by this for good: lower case, words parted by hyphens.
    pub name: &'static str,
    /// The way of working it belongs to.
    pub modality: Modality,
    /// What brings somebody to it.
    pub concern: Concern,
    /// Ages whose reading it keeps to.
    pub bands: &'static [AgeBand],
    /// Goes on after "I will"; one or two blanks, each written `____`.
    pub what: &'static str,
    /// What helps with it; may be empty, or hold a blank.
    pub support: &'static str,
    /// What to count it in, as a suggestion.
    pub measure: Measure,
    /// What stands behind it.
    pub evidence: Evidence,
}

/// A way of working.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modality {
    /// Cognitive behavioral therapy.
    Cbt,
    /// Dialectical behavior therapy.
    Dbt,
    /// Trauma-focused therapy.
    TraumaFocused,
    /// Couples and family therapy.
    CouplesAndFamily,
    /// Motivational interviewing.
    MotivationalInterviewing,
    /// Any of them, or none.
    General,
}

/// What brings somebody, in plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Concern {
    /// Little joy, little drive.
    LowMood,
    /// Worry, fear, and what is put off because of it.
    Worry,
    /// Panic.
    Panic,
    /// Feelings that come strong and fast.
    StrongFeelings,
    /// Urges to do what hurts later.
    Urges,
    /// Alcohol and drugs.
    Substances,
    /// What happened before and comes back.
    Past,
    /// A sense of safety.
    Safety,
    /// How one speaks to oneself and looks after oneself.
    SelfKindness,
    /// Trust in somebody.
    Trust,
    /// Saying and hearing what is needed.
    Talking,
    /// Rules, limits and fights about them.
    Limits,
    /// Friends and time with others.
    Company,
    /// School and work.
    SchoolAndWork,
    /// Sleep.
    Sleep,
    /// What a day is made of.
    DailyLife,
    /// A change one is of two minds about.
    Change,
}

/// What stands behind an opening. Claims no more than was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The article on treatment goals names such a goal: the part of it, a comma, and words that stand there.
    Article(&'static str),
    /// Its measure is a form whose scoring was read in a source: the name of the form.
    Facts(&'static str),
    /// Made here, with no source read.
    Custom,
}

impl Modality {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Cbt,
        Self::Dbt,
        Self::TraumaFocused,
        Self::CouplesAndFamily,
        Self::MotivationalInterviewing,
        Self::General,
    ];

    /// What a therapist calls it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Cbt => "CBT",
            Self::Dbt => "DBT",
            Self::TraumaFocused => "Trauma-focused",
            Self::CouplesAndFamily => "Couples and family",
            Self::MotivationalInterviewing => "Motivational interviewing",
            Self::General => "General",
        }
    }
}

impl Concern {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 17] = [
        Self::LowMood,
        Self::Worry,
        Self::Panic,
        Self::StrongFeelings,
        Self::Urges,
        Self::Substances,
        Self::Past,
        Self::Safety,
        Self::SelfKindness,
        Self::Trust,
        Self::Talking,
        Self::Limits,
        Self::Company,
        Self::SchoolAndWork,
        Self::Sleep,
        Self::DailyLife,
        Self::Change,
    ];

    /// What it is called on the therapist's page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::LowMood => "Low mood",
            Self::Worry => "Worry and fear",
            Self::Panic => "Panic",
            Self::StrongFeelings => "Strong feelings",
            Self::Urges => "Urges",
            Self::Substances => "Alcohol and drugs",
            Self::Past => "What happened before",
            Self::Safety => "Feeling safe",
            Self::SelfKindness => "Kindness to oneself",
            Self::Trust => "Trust",
            Self::Talking => "Talking and listening",
            Self::Limits => "Rules and limits",
            Self::Company => "Company",
            Self::SchoolAndWork => "School and work",
            Self::Sleep => "Sleep",
            Self::DailyLife => "Daily life",
            Self::Change => "Mixed feelings about a change",
        }
    }
}

impl Evidence {
    /// The note a therapist reads beside an opening.
    pub fn note(self) -> String {
        match self {
            Self::Article(passage) => format!("Named in the article: {passage}"),
            Self::Facts(form) => {
                format!("Custom; the scoring of its form was read in a source: {form}")
            }
            Self::Custom => "Custom, no source read".to_owned(),
        }
    }
}

impl Opening {
    /// Whether it keeps to the reading of `band`.
    pub fn suits(&self, band: AgeBand) -> bool {
        self.bands.contains(&band)
    }

    /// Its words in their places on the day `today`; every other place is empty.
    pub const fn slots(&self, today: NaiveDate) -> Slots<'static> {
        Slots { what: self.what, support: self.support, ..Slots::empty(today) }
    }
}

/// What to look for; an open part leaves everything in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Age of the client.
    pub band: Option<AgeBand>,
    /// Way of working.
    pub modality: Option<Modality>,
    /// What brings the client.
    pub concern: Option<Concern>,
}

impl Choice {
    /// The openings that fit every part that was chosen, in the order of [`all`].
    pub fn openings(self) -> impl Iterator<Item = &'static Opening> {
        all().filter(move |opening| {
            self.band.is_none_or(|band| opening.suits(band))
                && self.modality.is_none_or(|modality| opening.modality == modality)
                && self.concern.is_none_or(|concern| opening.concern == concern)
        })
    }
}

/// Every opening, by modality.
pub fn all() -> impl Iterator<Item = &'static Opening> {
    [
        cbt::OPENINGS,
        dbt::OPENINGS,
        trauma::OPENINGS,
        family::OPENINGS,
        motivation::OPENINGS,
        general::OPENINGS,
    ]
    .into_iter()
    .flatten()
}

/// The opening known as `name`.
pub fn named(name: &str) -> Option<&'static Opening> {
    all().find(|opening| opening.name == name)
}

#[cfg(test)]
mod tests;
