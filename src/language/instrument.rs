//! Questionnaires and rating scales by name, so that a bare number can be read as a score.

use std::ops::Range;

use super::lexicon::STATES;
use super::list::{List, Phrases, Table};
use super::word::Words;

/// Names as people write them; scores are kept under the same. Names only: no item of any of them is here.
static NAMES: Phrases = Phrases::new(
    "phq - 9|phq - a|gad - 7|pcl - 5|bdi|berg|y - bocs|isi|epds|moca|mmse|ors|srs|dass - 21|ces - d|\
    who - 5|sdq|scared|rcads|suds|asrs|spin|lsas|audit|rses|ham - d|core - 10|core - om|oq - 45|\
    vanderbilt|tinetti|barthel|oswestry|conners|quickdash|lefs|madrs|hads|bai|scas|csi",
);
/// Names that are written in more ways than one.
static OTHERS: Table<&str> = Table::phrases(&[
    ("phq 9|phq9", "phq-9"),
    ("gad 7|gad7", "gad-7"),
    ("pcl 5|pcl5", "pcl-5"),
    ("bdi - ii|beck depression inventory", "bdi"),
    ("berg balance scale|berg score", "berg"),
    ("k - 10", "k10"),
]);

/// Words that end the name of a scale nobody has listed.
static SCALES: List =
    List::new("scale index inventory thermometer questionnaire checklist score scores rating");

/// The scale a text names, as scores on it are kept, and the pieces of its name.
fn find(words: &Words<'_>) -> Option<(String, Range<usize>)> {
    (0..words.len()).find_map(|at| {
        let other = OTHERS.at(words, at).map(|(name, taken)| (name.to_owned(), taken));
        let listed = other.or_else(|| {
            NAMES.found(words, at).map(|(name, taken)| (name.replace(" - ", "-"), taken))
        });
        // "scared" and "audit" are words, too: only their capitals make them names.
        let is_name = |at: usize| {
            1 < words.written(at).chars().filter(char::is_ascii_uppercase).count()
                || words.at(at + 1) == "-"
                || words.is_one_of(at, "berg beck vanderbilt tinetti barthel oswestry conners")
        };
        if let Some((name, taken)) = listed.filter(|_| is_name(at)) {
            return Some((name, at..at + taken));
        }
        unlisted_at(words, at)
    })
}

/// "CBRS-T", "Couples Satisfaction Index", "worry thermometer".
fn unlisted_at(words: &Words<'_>, at: usize) -> Option<(String, Range<usize>)> {
    let written = words.written(at);
    let is_short = written.len() > 2 && written.chars().all(|c| c.is_ascii_uppercase());
    if is_short && words.at(at + 1) == "-" && words.is_glued(at + 1) && words.is_glued(at + 2) {
        return Some((format!("{}-{}", words.at(at), words.at(at + 2)), at..at + 3));
    }
    let is_capital = |at: usize| words.written(at).starts_with(|c: char| c.is_ascii_uppercase());
    // "Braden score", "Dyadic Adjustment Scale"
    let before = at.checked_sub(1);
    if words.is_one_of(at, "score scores") && before.is_some_and(|at| 0 < at && is_capital(at)) {
        return before.map(|before| (words.at(before).to_owned(), before..at + 1));
    }
    if words.is_one_of(at, "score scores") && at == 1 && is_capital(0) && 3 < words.at(0).len() {
        let is_owner = words.is_one_of(0, "their your client patient student pupil");
        return (!is_owner).then(|| (words.at(0).to_owned(), 0..2));
    }
    let is_scale = words.at(at) == "scale" && 1 < at && is_capital(at - 1) && is_capital(at);
    if !is_scale && !words.is_one_of(at, "index inventory thermometer") {
        return None;
    }
    let is_part = |back: usize| {
        at.checked_sub(back).is_some_and(|at| {
            words.written(at).starts_with(|c: char| c.is_ascii_uppercase())
                || (back == 1 && words.at(at).starts_with(char::is_alphabetic))
        })
    };
    let first = at - (1..5).take_while(|&back| is_part(back)).count();
    let name: Vec<_> = (first..=at)
        .map(|at| words.at(at))
        .filter(|word| !matches!(*word, "my" | "our" | "the" | "raise" | "lower"))
        .collect();
    Some((name.join(" "), first..at + 1))
}

/// What a text says about how things are scored, read once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scale {
    /// The name scores are kept under, and the pieces it stands on.
    pub(crate) named: Option<(String, Range<usize>)>,
    /// Whether something is rated by somebody ("dread", "how rested I feel"), not counted.
    pub(crate) is_rated: bool,
    /// Whether a scale to ten is spoken of ("on a 0-10 scale"), so that a bare number stands on it.
    pub(crate) is_of_ten: bool,
}

impl Scale {
    pub(crate) fn new(words: &Words<'_>) -> Self {
        static RATED: List = List::new(
            "rated rating rate self scale feel feeling level pain mood distress anxiety craving cravings urge fear \
            dread worry stress confidence sadness anger energy tension panic suds scaling sleepiness fatigue hope closeness trust \
            rested connection satisfaction happiness guilt shame loneliness discomfort intensity ruler",
        );
        let rated =
            |at| RATED.has(words.at(at)) || STATES.has(words.at(at)) || SCALES.has(words.at(at));
        Self {
            named: find(words),
            is_rated: (0..words.len()).any(rated),
            is_of_ten: (0..words.len()).any(|at| Self::to_ten_at(words, at).is_some()),
        }
    }

    /// "0-10 scale", "scale of 1 to 10": the pieces it takes, none of which is an amount.
    pub(crate) fn to_ten_at(words: &Words<'_>, at: usize) -> Option<usize> {
        let lead = words.longest(at, "scale of|scale from").unwrap_or(0);
        let ends = words.is_one_of(at + lead, "0 1 zero one")
            && words.is_one_of(at + lead + 1, "- – to")
            && words.is_one_of(at + lead + 2, "10 ten");
        let is_named = 0 < lead || words.at(at + 3) == "scale";
        (ends && is_named).then_some(lead + 3)
    }

    /// Whether the piece at `at` belongs to the name of a scale.
    pub(crate) fn holds(&self, at: usize) -> bool {
        self.named.as_ref().is_some_and(|(_, place)| place.contains(&at))
    }
}
