//! The goal language: words into parts, findings and one sentence. Knows neither the chart nor the browser.
//!
//! Reading is by rules over word lists, so every answer can be traced to the words that caused it; no model, no
//! clock, no chance. Reading order: `word` and `number` cut text into pieces, [`amount`] and [`deadline`] read
//! from them, [`sentence`] writes, [`finding`] asks.

pub mod amount;
pub mod amount_phrase;
pub mod analysis;
pub mod attainment;
pub mod boxes;
pub mod danger;
pub mod deadline;
pub mod finding;
pub mod grade;
pub mod left_open;
pub mod number_box;
pub mod offer;
pub mod opening;
pub mod parts;
pub mod pattern;
pub mod people;
pub mod rule;
pub mod rungs;
pub mod sentence;
pub mod voice;
pub mod write;

mod achievable;
mod behaviour;
mod blank;
mod by_phrase;
mod by_words;
mod calendar;
mod care;
mod clause;
mod comparator;
mod counted;
mod direction;
mod event;
mod habit;
mod head;
mod instrument;
mod kindness;
mod lead_in;
mod level;
mod lexicon;
mod list;
mod loose;
mod measurable;
mod modal;
mod name;
mod number;
mod quantity;
mod question;
mod reading;
mod rewording;
mod specific;
mod stretch;
mod turn;
mod unit;
mod vague;
mod wish;
mod word;
mod wordings;
mod zero;

use chrono::NaiveDate;

use self::amount::AmountPhrase;

/// One of the places a goal is put together from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// What the client said first, verbatim.
    OwnWords,
    /// What will be done.
    What,
    /// With what, or with whose help.
    Support,
    /// How much, from now to then.
    HowMuch,
    /// By when.
    ByWhen,
}

/// Whether a goal has been tied to something that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// To a value or to the concern that brought the client.
    Tied,
    /// To nothing yet.
    Loose,
}

/// What stands in the places so far; a place with nothing visible in it is empty.
#[derive(Clone, Copy, Debug)]
pub struct Slots<'a> {
    /// What the client said first.
    pub own_words: &'a str,
    /// What will be done.
    pub what: &'a str,
    /// With what, or with whose help.
    pub support: &'a str,
    /// How much, if a measure was chosen.
    pub how_much: Option<AmountPhrase>,
    /// By when, if a date was chosen.
    pub by_when: Option<NaiveDate>,
    /// The civil day on which this is asked.
    pub today: NaiveDate,
    /// People the client named ("my sister"), so that a question may name them too.
    pub others_named: &'a [&'a str],
    /// How sure the client is, 0 to 10; `None` if that was not asked.
    pub confidence: Option<u8>,
    /// Whether there is a reason for it; `None` if that is not known.
    pub link: Option<Link>,
    /// How the client is spoken to; `None` if that is not known.
    pub voice: Option<voice::Voice>,
}

impl Slots<'_> {
    /// Every place empty on the day `today`.
    pub const fn empty(today: NaiveDate) -> Self {
        Self {
            own_words: "",
            what: "",
            support: "",
            how_much: None,
            by_when: None,
            today,
            others_named: &[],
            confidence: None,
            link: None,
            voice: None,
        }
    }
}
