//! What a voice asks about a goal, and what the ends of its scale mean.

use super::Voice;
use crate::domain::rating::RatingKind;

/// A question with both ends of its scale in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: &'static str,
    /// What the lowest answer means.
    pub low: &'static str,
    /// What the highest answer means.
    pub high: &'static str,
}

impl Asked {
    /// All of it.
    pub fn texts(self) -> [&'static str; 3] {
        let Self { question, low, high } = self;
        [question, low, high]
    }
}

const fn asked(question: &'static str, low: &'static str, high: &'static str) -> Asked {
    Asked { question, low, high }
}

pub(super) const fn of(voice: Voice, kind: RatingKind) -> Asked {
    use RatingKind::{Confidence, Importance, Progress};
    match (voice, kind) {
        (Voice::YoungChild, Importance) => asked("Do you want this?", "no", "yes, a lot"),
        (Voice::YoungChild, Confidence) => asked("Can you do it?", "not now", "yes"),
        (Voice::YoungChild, Progress) => asked("How did it go?", "it was hard", "it went well"),
        (Voice::Child, Importance) => asked("How much do you want this?", "a bit", "so much"),
        (Voice::Child, Confidence) => asked("Do you think you can do it?", "not now", "yes, I can"),
        (Voice::Child, Progress) => asked("How far up are you now?", "at the foot", "at the top"),
        (Voice::OlderChild, Importance) => {
            asked("How much do you want this?", "a little", "more than most things")
        }
        (Voice::OlderChild, Confidence) => {
            asked("How sure are you that you can do it?", "not sure yet", "quite sure")
        }
        (Voice::OlderChild, Progress) => {
            asked("How far have you come with this?", "just started", "all the way there")
        }
        (Voice::Therapist, Importance) => asked("Importance", "little", "more than most things"),
        (Voice::Therapist, Confidence) => asked("Confidence", "not sure yet", "quite sure"),
        (Voice::Therapist, Progress) => asked("Progress", "not there at all", "all the way there"),
        (Voice::Payer, Importance) => {
            asked("Importance, as rated by the client", "lowest", "highest")
        }
        (Voice::Payer, Confidence) => {
            asked("Confidence, as rated by the client", "lowest", "highest")
        }
        (Voice::Payer, Progress) => asked("Progress, as rated", "none", "objective met"),
        (_, Importance) => {
            asked("How much does this matter to you?", "a little", "more than most things")
        }
        (_, Confidence) => asked("How sure are you that you can?", "not sure yet", "quite sure"),
        (_, Progress) => {
            asked("Where are you with this now?", "not there at all", "all the way there")
        }
    }
}
