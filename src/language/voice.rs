//! For whom a text is worded: seven voices as data. What each calls things, what it asks and how an answer may be
//! given, and how hard its own texts may be to read.

mod asked;
mod limit;
mod mountain;
mod words;

pub use asked::Asked;
pub use limit::{Limit, TooHard};
pub use mountain::Mountain;
pub use words::Words;

use crate::domain::person::AgeBand;
use crate::domain::rating::RatingKind;

/// Who reads or hears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// 4 to 6 years; a grown-up reads aloud.
    YoungChild,
    /// 7 to 8 years, with help.
    Child,
    /// 9 to 12 years.
    OlderChild,
    /// 13 to 17 years.
    Teen,
    /// A client of 18 years and over.
    Adult,
    /// The one who is trained for it.
    Therapist,
    /// Who pays and audits.
    Payer,
}

/// How an answer is given. Source for the ages: faces can be told apart from about 4 years, sizes from 6, numbers from
/// 8; under 7 most answers lie at the ends, so more than three choices say nothing more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScaleKind {
    /// Faces.
    Faces,
    /// Circles that grow.
    Circles,
    /// Numbers on a line.
    Numbers,
}

impl Voice {
    /// All voices, the youngest first.
    pub const ALL: [Self; 7] = [
        Self::YoungChild,
        Self::Child,
        Self::OlderChild,
        Self::Teen,
        Self::Adult,
        Self::Therapist,
        Self::Payer,
    ];

    /// How a client of this age is spoken to.
    pub const fn of(band: AgeBand) -> Self {
        match band {
            AgeBand::FourToSix => Self::YoungChild,
            AgeBand::SevenToEight => Self::Child,
            AgeBand::NineToTwelve => Self::OlderChild,
            AgeBand::Teen => Self::Teen,
            AgeBand::Adult => Self::Adult,
        }
    }

    /// The word it is known by in style sheets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::YoungChild => "young-child",
            Self::Child => "child",
            Self::OlderChild => "older-child",
            Self::Teen => "teen",
            Self::Adult => "adult",
            Self::Therapist => "therapist",
            Self::Payer => "payer",
        }
    }

    /// How answers are given, and among how many choices.
    pub const fn scale(self) -> (ScaleKind, u8) {
        match self {
            Self::YoungChild => (ScaleKind::Faces, 3),
            Self::Child => (ScaleKind::Circles, 5),
            // 0 to 10; from here on the ruler may also begin at 1, as the practice has it.
            _ => (ScaleKind::Numbers, 11),
        }
    }

    /// How hard its own texts may be.
    pub const fn limit(self) -> Limit {
        limit::of(self)
    }

    /// What it calls things.
    pub const fn words(self) -> &'static Words {
        words::of(self)
    }

    /// What it asks, and what the ends of the scale mean.
    pub const fn asks(self, kind: RatingKind) -> Asked {
        asked::of(self, kind)
    }

    /// The texts of the mountain, for the voices that have one.
    pub const fn mountain(self) -> Option<&'static Mountain> {
        match self {
            Self::Child => Some(&mountain::CHILD),
            _ => None,
        }
    }

    /// Every text of this voice, for whoever grades them.
    pub fn texts(self) -> Vec<&'static str> {
        let asked = RatingKind::ALL.into_iter().flat_map(|kind| self.asks(kind).texts());
        let mountain = self.mountain().into_iter().flat_map(Mountain::texts);
        self.words().texts().into_iter().chain(asked).chain(mountain).collect()
    }
}
