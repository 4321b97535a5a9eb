//! What the screens say, where more than one screen says it. US English; a second language would start here.

use chrono::NaiveDate;

use crate::domain::change::{Edit, Item, Refusal};
use crate::domain::intervention::Outcome;
use crate::domain::next::Next;
use crate::domain::person::{AgeBand, GoalWord, Role};
use crate::domain::quantity::{HowMuchError, Measure, Period};
use crate::domain::rating::RatingKind;
use crate::domain::status::Lifecycle;
use crate::domain::words::WordsError;
use crate::figure::day;
use crate::language::deadline::full_date;
use crate::storage::sign::{SaveError, Sign, Why};
use crate::ui::device::{self, Light};
use crate::ui::part::{SignTone, SignWords};
use crate::ui::session::Problem;

pub(crate) mod boxes;
mod storing;
mod together;

pub(crate) use storing::{NEWER_READY, found, read_only};
pub(crate) use together::together;

/// "November 22, 2026", which stays on one line.
pub(crate) fn date(day: NaiveDate) -> String {
    together(&full_date(day))
}

/// "Nov 22, 2026", which stays on one line, for where there is little room.
pub(crate) fn short_date(day: NaiveDate) -> String {
    together(&day::dated(day))
}

/// "Nov 22" on one line, with the year where it would be missed.
pub(crate) fn brief_date(day: NaiveDate) -> String {
    together(&day::short(day, device::today()))
}

/// "November 22": whose page it is, which session and which day stand on two short lines at most.
pub(crate) fn session_day(day: NaiveDate) -> String {
    together(&day::spoken(day, day))
}

/// The line that stands where the therapist works until charts are locked with a passphrase; the settings explain it.
pub(crate) const NOT_LOCKED: &str = "No lock yet. Use made-up people only.";

/// Everything here as one file that can be restored, called the same wherever it is offered.
pub(crate) const SAVE_BACKUP: &str = "Save a backup";

/// The way to the sheet, called the same wherever it stands.
pub(crate) const TAKE_HOME: &str = "Worksheet to take home";

/// What a field says about a text it cannot keep.
pub(crate) fn words_error(error: WordsError) -> String {
    match error {
        WordsError::Blank => {
            "There is nothing to read in this line yet. Write a word, or leave it empty.".to_owned()
        }
        WordsError::TooLong { found, max } => format!(
            "This line holds {} characters and yours has {}. Nothing is lost: shorten it here and it will be kept.",
            grouped(max),
            grouped(found)
        ),
    }
}

/// What the page says about a change that was not taken. The text stays where it was typed.
pub(crate) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Words(error) => words_error(*error),
        Problem::Refused(refusal) => refused(*refusal),
        Problem::NotSaved(error) => not_saved(*error),
        Problem::NoDay => "Foothold cannot read this as a day yet.".to_owned(),
        Problem::LeftOpen => String::new(),
        Problem::Gone => "This chart is not on this tablet.".to_owned(),
    }
}

fn refused(refusal: Refusal) -> String {
    match refusal {
        Refusal::LadderFull => {
            "A ladder holds twelve steps. Take one off first, or make two steps one.".to_owned()
        }
        Refusal::OffScale { low, high, .. } => format!("Choose a number from {low} to {high}."),
        Refusal::DueInThePast { due, .. } => {
            format!("{} is already over. Choose today or a later day.", date(due))
        }
        Refusal::PauseBackwards => "A pause ends on the day it began, or later.".to_owned(),
        Refusal::RestsAlready => "This one is resting already.".to_owned(),
        Refusal::NeedsReason => {
            "Say in a few words why, so that the next reader understands.".to_owned()
        }
        Refusal::HowMuch(HowMuchError::TooMuch { max, .. }) => {
            format!("Use a whole number from 0 to {max}.")
        }
        Refusal::HowMuch(HowMuchError::Backwards { .. }) => {
            "Put the smaller number first and the larger one after it.".to_owned()
        }
        Refusal::Missing(_) | Refusal::BelowItself | Refusal::NothingLower => {
            "This is no longer on the page, so nothing was changed.".to_owned()
        }
        Refusal::AlreadyBegun | Refusal::Repeated(_) => "This was kept already.".to_owned(),
    }
}

/// Why something is not saved.
pub(crate) fn not_saved(error: SaveError) -> String {
    match error {
        SaveError::Full => not_kept(Why::Full),
        SaveError::Blocked | SaveError::NotKept => not_kept(Why::NotKept),
        SaveError::ReadOnly(why) => not_kept(why),
        SaveError::TooLarge { .. } => {
            "Not saved: this is more than one line can hold. It stays here; make it shorter."
                .to_owned()
        }
        SaveError::Erased => "Not saved: this chart was erased.".to_owned(),
        SaveError::Taken => {
            "Not saved: something else was saved under this name. Reload the page.".to_owned()
        }
    }
}

fn not_kept(why: Why) -> String {
    let why = match why {
        Why::Full => {
            "the storage of this browser is full. Save a backup in Settings, then make room"
        }
        Why::Blocked | Why::NotKept => "this browser did not keep it. Save a backup in Settings",
        Why::NoStore => "this browser keeps nothing. Save a backup in Settings before you close it",
        Why::OtherTab => "Foothold is open in another window. This one can only be read",
        Why::Newer => {
            "this tablet holds data of a newer Foothold. It can be read here, not changed"
        }
    };
    format!("Not saved: {why}.")
}

/// The sign at the top of every page.
pub(crate) fn sign(sign: Sign) -> SignWords {
    let (tone, text) = match sign {
        Sign::Saving => (SignTone::Busy, "Saving...".to_owned()),
        Sign::Saved => (SignTone::Kept, "Saved on this tablet".to_owned()),
        Sign::Unconfirmed => (
            SignTone::Caution,
            "Saved, but this browser cannot confirm it. Save a backup today".to_owned(),
        ),
        Sign::NotYet => (SignTone::Caution, "Not saved yet: keep this open".to_owned()),
        Sign::NotSaved(why) => (SignTone::Caution, not_kept(why)),
    };
    SignWords { tone, text }
}

/// In which light the pages stand, as a choice.
pub(crate) const fn light(light: Light) -> &'static str {
    match light {
        Light::System => "Same as the tablet",
        Light::Day => "Light",
        Light::Night => "Dark",
    }
}

/// The client's age, as a choice.
pub(crate) const fn band(band: AgeBand) -> &'static str {
    match band {
        AgeBand::FourToSix => "4 to 6",
        AgeBand::SevenToEight => "7 to 8",
        AgeBand::NineToTwelve => "9 to 12",
        AgeBand::Teen => "13 to 17",
        AgeBand::Adult => "Adult",
    }
}

/// The word for a goal, small.
pub(crate) const fn goal_word(word: GoalWord) -> &'static str {
    match word {
        GoalWord::Goal => "goal",
        GoalWord::Hope => "hope",
        GoalWord::Wish => "wish",
        GoalWord::Experiment => "experiment",
        GoalWord::Plan => "plan",
    }
}

/// Who somebody is, where initials are not known.
pub(crate) const fn role(role: Role) -> &'static str {
    match role {
        Role::Client => "Client",
        Role::Therapist => "Therapist",
        Role::Caregiver => "Caregiver",
        Role::Partner => "Partner",
        Role::Other => "Someone else",
    }
}

/// Where a goal stands, in plain words.
pub(crate) const fn lifecycle(lifecycle: Lifecycle) -> &'static str {
    match lifecycle {
        Lifecycle::Proposed => "Proposed",
        Lifecycle::Planned => "Agreed, not begun",
        Lifecycle::Accepted => "Agreed by everyone",
        Lifecycle::Active => "Being worked on",
        Lifecycle::OnHold => "Resting",
        Lifecycle::Completed => "Reached",
        Lifecycle::Cancelled => "Let go",
        Lifecycle::EnteredInError => "Written by mistake",
        Lifecycle::Rejected => "Not wanted",
    }
}

/// How something went that somebody took on.
pub(crate) const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "Done",
        Outcome::Partly => "Partly",
        Outcome::NotYet => "Not yet",
        Outcome::Otherwise => "Something else",
    }
}

/// The one thing to do next: a line that says where things stand, and the word on its button.
pub(crate) const fn next(next: Next) -> (&'static str, &'static str) {
    match next {
        Next::Begin => ("Nothing of it is in a sentence yet.", "Put it in a sentence"),
        Next::Clear(_) => ("If it were better, what would we see?", "Put it in a sentence"),
        Next::Weigh(_) => ("How much does it matter, and how sure are you?", "Ask how sure"),
        Next::Step(_) => ("It helps to begin small.", "First small step"),
        Next::GoOn(_) => ("This one is resting, and that is fine.", "Go on with it"),
        Next::LookAgain(_) => ("It has been a while since you looked at this.", "Look at it again"),
        Next::TakeOn(_) => ("Who does what before you meet again?", "Until next time"),
        Next::TakeHome(_) => ("All is said for today.", TAKE_HOME),
    }
}

/// One sentence to say aloud while the screen is quiet.
pub(crate) const fn say_aloud(next: Next) -> &'static str {
    match next {
        Next::Begin | Next::Clear(_) => {
            "If you woke up and it was better, what would you notice first?"
        }
        Next::Weigh(_) => "What makes this worth the effort for you?",
        Next::Step(_) => "What have you already done that was a little like this?",
        Next::GoOn(_) => "What is asking for your strength right now?",
        Next::LookAgain(_) => "Tell me about a moment since last time that went a little better.",
        Next::TakeOn(_) => "What would make it easy to begin?",
        Next::TakeHome(_) => "What do you want to remember from today?",
    }
}

/// What a rating asks.
pub(crate) const fn asked(kind: RatingKind) -> &'static str {
    match kind {
        RatingKind::Importance => "How much does this matter to you?",
        RatingKind::Confidence => "How sure are you that you can?",
        RatingKind::Progress => "Where are you with this now?",
    }
}

/// What a rating was about, over the questions after it.
pub(crate) const fn rated(kind: RatingKind) -> &'static str {
    match kind {
        RatingKind::Importance => "How much it matters",
        RatingKind::Confidence => "How sure you are",
        RatingKind::Progress => "Where it is now",
    }
}

/// The two ends of the ruler, as they go on from "1 is".
pub(crate) const fn ends(kind: RatingKind) -> (&'static str, &'static str) {
    match kind {
        RatingKind::Importance => ("a little", "more than most things"),
        RatingKind::Confidence => ("not sure yet", "quite sure"),
        RatingKind::Progress => ("not there at all", "all the way there"),
    }
}

/// What is counted, as a choice.
pub(crate) const fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::CountPer(Period::Day) => "times a day",
        Measure::CountPer(Period::Week) => "times a week",
        Measure::CountPer(Period::Month) => "times a month",
        Measure::Minutes => "minutes",
        Measure::Intensity => "out of 10, how strong",
        Measure::Percent => "percent of the time",
        Measure::Total { .. } => "points on a form",
        Measure::Days => "days a week",
        Measure::Nights => "nights a week",
        Measure::MinutesADay => "minutes a day",
        Measure::HoursADay => "hours a day",
        Measure::HoursANight => "hours a night",
    }
}

/// What was done, as the name of an act: it stands after "Undo:", "Redo:", "Done:" and "Undone:".
pub(crate) const fn done(edit: &Edit) -> &'static str {
    match edit {
        Edit::Begin { .. } => "new chart",
        Edit::Rename(_) => "change of name",
        Edit::SetBand(_) => "change of age",
        Edit::SetGoalWord(_) => "change of word",
        Edit::AddGoal(_) => "new goal",
        Edit::Answer(..) | Edit::SetToday(..) | Edit::SetAgreed(..) | Edit::SetClinical(..) => {
            "change of words"
        }
        Edit::AddObjective(_) => "new sentence",
        Edit::SetWhat(..) | Edit::SetSupport(..) | Edit::SetHowMuch(..) | Edit::SetDue(..) => {
            "change of the sentence"
        }
        Edit::SetGoalStatus(..) | Edit::SetObjectiveStatus(..) => "change of where it stands",
        Edit::AddIntervention(..) => "new thing to do",
        Edit::SetIntervention(..) => "new words for a thing to do",
        Edit::SetDoer(..) => "change of who does it",
        Edit::SetOwnWords(..) => "new words for a wish",
        Edit::AddRung(..) => "new step",
        Edit::SetRung(..) => "new words for a step",
        Edit::SetEffort(..) => "change of effort",
        Edit::MoveRung(..) => "new order of steps",
        Edit::ReachRung(_) | Edit::RestoreReached(..) => "reaching a step",
        Edit::UnreachRung(_) => "taking back a reached step",
        Edit::Rate { .. } | Edit::SetValue(..) | Edit::Report(..) => "new answer",
        Edit::Pause(..) => "start of a pause",
        Edit::SetPauseEnd(..) => "end of a pause",
        Edit::Withdraw(item) => match item {
            Item::Goal(_) => "removal of a goal",
            Item::Objective(_) => "removal of a sentence",
            Item::Intervention(_) => "removal of a thing to do",
            Item::Rung(_) => "removal of a step",
            Item::Rating(_) => "removal of an answer",
            Item::Pause(_) => "removal of a pause",
        },
        Edit::Restore(Item::Rung(_)) => "return of a step",
        Edit::Restore(Item::Rating(_)) => "return of an answer",
        Edit::Restore(_) => "return to the page",
    }
}

/// "10,000"
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place != 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn large_numbers_are_grouped_by_three() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }
}
