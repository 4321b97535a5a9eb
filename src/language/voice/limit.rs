//! How hard the texts of a voice may be, and what a text does that goes beyond.
//!
//! The grades are a proposal of this project, since no standard for goals was found: US grade is age less six, and two
//! grades below the age is aimed at.

use super::Voice;
use crate::language::grade;

/// Limits of one voice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// Grade that all texts together should keep to (US school grade).
    pub target: Option<f64>,
    /// Grade that no single text may pass (US school grade).
    pub hard: Option<f64>,
    /// Most words of a sentence.
    pub sentence: Option<u32>,
    /// Words of three syllables or more that may stand all the same; `None` where any may.
    pub long_words: Option<&'static [&'static str]>,
}

/// In what a text goes beyond.
#[derive(Clone, Debug, PartialEq)]
pub enum TooHard {
    /// Its grade (US school grade).
    Grade(f64),
    /// Words of its longest sentence.
    Sentence(u32),
    /// A long word that is not on the list.
    Word(String),
}

/// Long words that a child of 7 says every day.
const KNOWN: [&str; 6] = ["family", "together", "tomorrow", "yesterday", "favorite", "grandmother"];

/// Texts of fewer words are labels: the formula means nothing for them, the list of long words still does.
const LEAST_GRADED: u32 = 3;

pub(super) const fn of(voice: Voice) -> Limit {
    let none = Limit { target: None, hard: None, sentence: None, long_words: None };
    match voice {
        Voice::YoungChild => child(1.0, 2.0, 8),
        Voice::Child => child(2.0, 3.0, 10),
        Voice::OlderChild => child(3.0, 5.0, 12),
        Voice::Teen | Voice::Adult => Limit { target: Some(6.0), hard: Some(8.0), ..none },
        Voice::Therapist | Voice::Payer => none,
    }
}

const fn child(target: f64, hard: f64, sentence: u32) -> Limit {
    Limit {
        target: Some(target),
        hard: Some(hard),
        sentence: Some(sentence),
        long_words: Some(&KNOWN),
    }
}

impl Limit {
    /// In what `text` goes beyond, if in anything.
    pub fn passed_by(&self, text: &str) -> Option<TooHard> {
        let counts = grade::counts(text);
        let graded = grade::grade(counts).filter(|_| LEAST_GRADED <= counts.words);
        if let (Some(grade), Some(hard)) = (graded, self.hard)
            && hard < grade
        {
            return Some(TooHard::Grade(grade));
        }
        let longest = grade::longest_sentence(text);
        if self.sentence.is_some_and(|most| most < longest) {
            return Some(TooHard::Sentence(longest));
        }
        grade::long_words(text)
            .find(|word| self.is_hard(word))
            .map(|word| TooHard::Word(word.to_ascii_lowercase()))
    }

    /// Whether `word` is too long for this voice.
    pub fn is_hard(&self, word: &str) -> bool {
        let is_known = |known: &[&str]| known.iter().any(|known| word.eq_ignore_ascii_case(known));
        self.long_words.is_some_and(|known| !is_known(known)) && grade::is_long(word)
    }
}
