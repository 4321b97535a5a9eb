//! What a therapist may want to ask beyond what the guide asks, and what can be offered with each question.

use chrono::Months;

use super::super::amount::AmountPhrase;
use super::super::amount_phrase::amount_in;
use super::super::deadline::deadline;
use super::super::loose::{Loose, loose, unnamed_skill};
use super::super::offer::{Filled, Said};
use super::super::reading::Reading;
use super::super::rewording::said;
use super::super::rule::Rule;
use super::super::{Link, Slot, Slots};
use super::super::{achievable, kindness, measurable, people, question, specific};
use super::{Finding, Found};
use crate::domain::order;

/// Months after which a day is far off.
const FAR: u32 = 6;

/// Where to look for what helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Help {
    /// Its place is empty.
    Missing,
    /// It was named, or there is no goal yet it could be named for.
    Known,
    /// Among the words.
    InWords,
}

impl Found<'_> {
    /// What is asked already, and what the therapist may want to ask beside it, each with its offer.
    pub(super) fn and_further(
        mut self,
        slots: &Slots<'_>,
        reading: &Reading,
        help: Help,
    ) -> Vec<Finding> {
        let words = self.words;
        let loose = loose(words, reading);
        let amount = slots.how_much.or_else(|| amount_in(words.text));
        self.passed(slots, reading);
        if words.len() != 0 {
            self.kindness();
            self.unsettled(&loose);
            self.far_off(slots, reading);
            self.numbers(slots, reading, amount);
            self.means(slots, reading, help);
        }
        order::sort_by_key(&mut self.list, |finding| finding.rule);
        let place = if slots.how_much.is_some() { Filled::Yes } else { Filled::No };
        let said = Said { words, reading, loose: &loose, amount, place };
        for finding in &mut self.list {
            finding.offer = said.offer(finding.rule);
        }
        self.list
    }

    /// A day that has gone by goes by its own name here.
    fn passed(&mut self, slots: &Slots<'_>, reading: &Reading) {
        let missing = self.list.iter_mut().find(|finding| finding.rule == Rule::NoDeadline);
        match slots.by_when {
            Some(date) if date < slots.today => {
                if let Some(finding) = missing {
                    finding.rule = Rule::DeadlinePassed;
                }
            }
            Some(_) => {}
            None => {
                let place = reading.deadline.as_ref().map(|(_, place)| place.clone());
                let is_past =
                    |text| deadline(text, slots.today).is_some_and(|date| date < slots.today);
                let text = self.words.text;
                self.ask_of(Rule::DeadlinePassed, place.filter(|_| is_past(text)));
            }
        }
    }

    fn far_off(&mut self, slots: &Slots<'_>, reading: &Reading) {
        let Some(far) = slots.today.checked_add_months(Months::new(FAR)) else { return };
        match (slots.by_when, &reading.deadline) {
            (Some(date), _) if far < date => {
                self.ask(Rule::FarOff, Slot::ByWhen, question::of(Rule::FarOff));
            }
            (None, Some((_, place))) => {
                let is_far = deadline(self.words.text, slots.today).is_some_and(|date| far < date);
                self.ask_of(Rule::FarOff, is_far.then(|| place.clone()));
            }
            _ => {}
        }
    }

    /// How the client speaks of the client, and of others.
    fn kindness(&mut self) {
        let words = self.words;
        self.ask_of(Rule::SelfBlame, kindness::blame(words));
        self.ask_of(Rule::ShouldWord, kindness::should(words));
        self.ask_of(Rule::ComparedWithOthers, kindness::compared(words));
        if self.list.iter().all(|finding| finding.rule != Rule::OtherPerson) {
            self.ask_of(Rule::OtherPerson, people::complaint(words));
        }
    }

    /// What two people may still understand in two ways.
    fn unsettled(&mut self, loose: &Loose) {
        let words = self.words;
        self.ask_of(Rule::UnnamedSkill, unnamed_skill(words));
        if let Some(place) = &loose.word {
            let word = said(words, place.clone()).unwrap_or_default();
            self.ask_with(Rule::VagueWord, place.clone(), question::vague_word(&word));
        }
        self.ask_of(Rule::LooseAmount, loose.amount.clone());
        self.ask_of(Rule::LooseTime, loose.time.clone());
    }

    fn numbers(&mut self, slots: &Slots<'_>, reading: &Reading, amount: Option<AmountPhrase>) {
        let words = self.words;
        if let Some(amount) = amount {
            self.ask_of(Rule::WrongWay, measurable::wrong_way(words, amount));
        }
        let target = reading.target.as_ref().map(|target| target.place.clone());
        let is_big =
            amount.is_some_and(achievable::is_big_step) && achievable::may_be_halved(words);
        let Some(amount) = slots.how_much else {
            self.ask_of(Rule::ImpossibleNumber, measurable::impossible(words, reading));
            self.ask_of(Rule::NoBaseline, measurable::no_baseline(reading));
            self.ask_of(Rule::ManyMeasures, measurable::third_measure(reading));
            return self.ask_of(Rule::BigStep, target.filter(|_| is_big));
        };
        let is_open = amount.target.is_some() && amount.baseline.is_none();
        for (rule, fires) in [
            (Rule::ImpossibleNumber, measurable::is_impossible(amount)),
            (Rule::NoBaseline, is_open),
            (Rule::BigStep, is_big),
        ] {
            if fires {
                self.ask(rule, Slot::HowMuch, question::of(rule));
            }
        }
    }

    /// What carries the goal: sureness, help, a reason.
    fn means(&mut self, slots: &Slots<'_>, reading: &Reading, help: Help) {
        let words = self.words;
        let is_helpless = match help {
            Help::Missing => true,
            Help::Known => false,
            Help::InWords => {
                specific::is_specific(words, reading) && !achievable::names_help(words)
            }
        };
        for (rule, slot, fires) in [
            (
                Rule::LowConfidence,
                Slot::HowMuch,
                slots.confidence.is_some_and(|sure| sure < achievable::SURE),
            ),
            (Rule::NoHelp, Slot::Support, is_helpless),
            (Rule::NoReason, Slot::What, slots.link == Some(Link::Loose)),
        ] {
            if fires {
                self.ask(rule, slot, question::of(rule));
            }
        }
    }
}
