//! What a good listener would ask next: rules over the words and the places, each with one question.

#[cfg(test)]
mod any_text;
mod further;
#[cfg(test)]
mod tests;

use std::ops::Range;

use chrono::NaiveDate;

use self::further::Help;
use super::amount::Unit;
use super::comparator::Comparator;
use super::danger::danger;
use super::left_open::is_left_open;
use super::offer::Offer;
use super::quantity::Kind;
use super::reading::{Rank, Reading, read};
use super::rule::Rule;
use super::voice::Voice;
use super::word::{Words, is_blank};
use super::{Slot, Slots, people, question, specific, wish};

/// One thing to ask about. Never a verdict, never a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule that fired. While the client looks on, only the question is shown.
    pub rule: Rule,
    /// The place it is about.
    pub slot: Slot,
    /// The bytes of that place's text that caused it, if words did.
    pub place: Option<Range<usize>>,
    /// What to ask aloud.
    pub question: String,
    /// One way on, where there is one; only in the whole list.
    pub offer: Option<Offer>,
}

/// The place whose words are judged, and those words.
fn judged<'a>(slots: &Slots<'a>) -> (Slot, &'a str) {
    if !is_open(slots.what) {
        (Slot::What, slots.what)
    } else if is_left_open(slots.own_words) {
        (Slot::OwnWords, "")
    } else {
        (Slot::OwnWords, slots.own_words)
    }
}

fn is_open(text: &str) -> bool {
    is_blank(text) || is_left_open(text)
}

/// What the guide beside the words asks, the most useful first.
///
/// The words judged are those of what will be done; while that place is empty, the client's first words.
pub fn findings(slots: &Slots<'_>) -> Vec<Finding> {
    let (slot, text) = judged(slots);
    let words = Words::new(text);
    let mut found = Found { list: Vec::new(), words: &words, slot };
    found.asked(slots, &read(&words));
    found.list
}

/// What the guide would ask about one goal that was written down whole.
pub fn findings_in(text: &str, today: NaiveDate) -> Vec<Finding> {
    let words = Words::new(text);
    let mut found = Found { list: Vec::new(), words: &words, slot: Slot::OwnWords };
    found.asked_of_whole(&Slots { own_words: text, ..Slots::empty(today) }, &read(&words));
    found.list
}

/// Everything there is to ask, with what can be offered, the most useful first: for the therapist's own list.
///
/// Where words of danger stand in any place, no more than [`findings`] has, and no offer.
pub fn all_findings(slots: &Slots<'_>) -> Vec<Finding> {
    if [slots.own_words, slots.what, slots.support].into_iter().any(|text| danger(text).is_some()) {
        return findings(slots);
    }
    let (slot, text) = judged(slots);
    let words = Words::new(text);
    let reading = read(&words);
    let mut found = Found { list: Vec::new(), words: &words, slot };
    found.asked(slots, &reading);
    let is_missing = slot == Slot::What && is_open(slots.support);
    found.and_further(slots, &reading, if is_missing { Help::Missing } else { Help::Known })
}

/// Everything there is to ask about one goal that was written down whole, with what can be offered.
pub fn all_findings_in(text: &str, today: NaiveDate) -> Vec<Finding> {
    if danger(text).is_some() {
        return findings_in(text, today);
    }
    let words = Words::new(text);
    let reading = read(&words);
    let slots = Slots { own_words: text, ..Slots::empty(today) };
    let mut found = Found { list: Vec::new(), words: &words, slot: Slot::OwnWords };
    found.asked_of_whole(&slots, &reading);
    found.and_further(&slots, &reading, Help::InWords)
}

/// The one question to show, if there is any.
pub fn first_question(slots: &Slots<'_>) -> Option<Finding> {
    findings(slots).into_iter().next()
}

/// What to ask about a place that stands open in the sentence, where no rule asks: words of a goal may hold a day or
/// a number and still leave the place for it empty.
pub const fn of_gap(slot: Slot) -> &'static str {
    match slot {
        Slot::OwnWords => question::NO_WORDS,
        Slot::What => question::NO_DEED,
        Slot::Support => question::NO_HELP,
        Slot::HowMuch => question::of(Rule::NoNumber),
        Slot::ByWhen => question::of(Rule::NoDeadline),
    }
}

/// What to ask about the number wanted alone, once nobody knows where it stands now.
pub const fn of_target() -> &'static str {
    question::NO_TARGET
}

struct Found<'a> {
    list: Vec<Finding>,
    words: &'a Words<'a>,
    slot: Slot,
}

impl Found<'_> {
    fn asked(&mut self, slots: &Slots<'_>, reading: &Reading) {
        let words = self.words;
        if words.len() == 0 {
            self.ask(Rule::BlankLeft, Slot::What, question::NO_WORDS);
        }
        // Whoever the client spoke of may come back in the question, and nobody else.
        let spoken_of = people::people_named(slots.own_words);
        self.wording(
            reading,
            if slots.others_named.is_empty() { &spoken_of } else { slots.others_named },
        );
        if is_open(slots.what) && words.len() != 0 && self.list.is_empty() {
            self.ask(Rule::BlankLeft, Slot::What, question::NO_DEED);
        }
        self.amount(slots, reading);
        self.deadline(slots, reading);
        self.hard_word(slots);
    }

    fn asked_of_whole(&mut self, slots: &Slots<'_>, reading: &Reading) {
        self.wording(reading, &people::people_named(slots.own_words));
        self.amount(slots, reading);
        self.deadline(slots, reading);
    }

    fn ask(&mut self, rule: Rule, slot: Slot, question: &str) {
        let question = question.to_owned();
        self.list.push(Finding { rule, slot, place: None, question, offer: None });
    }

    fn ask_of(&mut self, rule: Rule, pieces: Option<Range<usize>>) {
        // Behind the last word there is nothing to ask about.
        if let Some(pieces) = pieces.filter(|pieces| pieces.start < self.words.len()) {
            self.ask_with(rule, pieces, question::of(rule).to_owned());
        }
    }

    fn ask_with(&mut self, rule: Rule, pieces: Range<usize>, question: String) {
        self.list.push(Finding {
            rule,
            slot: self.slot,
            place: Some(self.words.place(pieces)),
            question,
            offer: None,
        });
    }

    /// What the words themselves call for.
    fn wording(&mut self, reading: &Reading, others: &[&str]) {
        let words = self.words;
        // Whoever does not want to live is asked for no wish, and nothing is read into the words.
        if self.slot == Slot::OwnWords && danger(words.text).is_some() {
            return self.ask(Rule::BlankLeft, Slot::What, question::TODAY);
        }
        if let Some(state) = wish::state(words, reading) {
            let question = question::vague_state(words, state.clone(), others);
            self.ask_with(Rule::VagueState, state, question);
        }
        self.ask_of(Rule::OtherPerson, people::other_person(words));
        self.ask_of(Rule::AvoidanceOnly, wish::avoidance(words));
        self.ask_of(Rule::NoObservableVerb, wish::unseen_verb(words, reading));
        self.ask_of(Rule::BlankLeft, reading.blanks.first().cloned());
        self.ask_of(Rule::TwoGoals, wish::second_goal(words));
        self.ask_of(Rule::Absolute, wish::absolute(words));
    }

    /// A word a child of that age would not say; the client's first words are never judged by it.
    fn hard_word(&mut self, slots: &Slots<'_>) {
        let words = self.words;
        let limit = slots.voice.filter(|_| self.slot == Slot::What).map(Voice::limit);
        let hard = limit.and_then(|limit| (0..words.len()).find(|&at| limit.is_hard(words.at(at))));
        if let Some(at) = hard {
            self.ask_with(Rule::HardWord, at..at + 1, question::hard_word(words.written(at)));
        }
    }

    /// How much: from the place for it, else from the words.
    fn amount(&mut self, slots: &Slots<'_>, reading: &Reading) {
        let Some(amount) = slots.how_much else { return self.amount_in_words(reading) };
        if amount.target.is_none() {
            self.ask(Rule::NoNumber, Slot::HowMuch, question::NO_TARGET);
        } else if amount.unit == Unit::Times && amount.per.is_none() {
            self.ask(Rule::NoPeriod, Slot::HowMuch, question::of(Rule::NoPeriod));
        }
        if amount.stays() {
            self.ask(Rule::SameAsBaseline, Slot::HowMuch, question::of(Rule::SameAsBaseline));
        }
    }

    fn amount_in_words(&mut self, reading: &Reading) {
        let words = self.words;
        let Some(target) =
            &reading.target.as_ref().filter(|_| specific::is_measurable(words, reading))
        else {
            if !specific::is_measurable(words, reading) {
                self.ask(Rule::NoNumber, Slot::HowMuch, question::of(Rule::NoNumber));
            }
            return;
        };
        let quantity = &target.quantity;
        let is_alone = quantity.per.is_none()
            && !reading
                .others
                .iter()
                .any(|other| other.quantity.per.is_some() || other.quantity.kind == Kind::Ratio);
        let is_time = quantity.kind == Kind::Duration && quantity.comparator != Comparator::AtMost;
        let is_count =
            quantity.kind == Kind::Count && quantity.unit == "times" && reading.deadline.is_none();
        if is_alone && target.rank <= Rank::Article && (is_time || is_count) {
            let question = if is_time { question::NO_RHYTHM } else { question::of(Rule::NoPeriod) };
            self.ask_with(Rule::NoPeriod, target.place.clone(), question.to_owned());
        }
        if wish::is_same(words, reading) {
            self.ask_of(Rule::SameAsBaseline, Some(target.place.clone()));
        }
    }

    fn deadline(&mut self, slots: &Slots<'_>, reading: &Reading) {
        match slots.by_when {
            Some(date) if date < slots.today => {
                self.ask(Rule::NoDeadline, Slot::ByWhen, question::DEADLINE_PASSED);
            }
            None if reading.deadline.is_none() => {
                self.ask(Rule::NoDeadline, Slot::ByWhen, question::of(Rule::NoDeadline));
            }
            _ => {}
        }
    }
}
