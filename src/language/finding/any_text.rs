//! No text breaks a rule, its question or its offer, and the therapist's list keeps whatever the guide asks.

use std::collections::BTreeSet;

use chrono::Months;

use super::super::Link;
use super::super::amount::{AmountPhrase, Level, Period};
use super::super::voice::Voice;
use super::*;

/// A Monday.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// Every word of the lists that reading goes by, as it stands in their sources.
fn lexicon() -> Vec<&'static str> {
    let sources = [
        include_str!("../lexicon.rs"),
        include_str!("../specific.rs"),
        include_str!("../vague.rs"),
        include_str!("../people.rs"),
        include_str!("../unit.rs"),
        include_str!("../kindness.rs"),
        include_str!("../danger.rs"),
        include_str!("../wish.rs"),
    ];
    let parts = |c: char| c.is_whitespace() || matches!(c, '|' | '"' | '\\');
    sources.into_iter().flat_map(|source| source.split(parts)).filter(|w| !w.is_empty()).collect()
}

const MARKS: &[&str] = &[
    "____",
    "3",
    "12",
    "120 %",
    "11 of 10",
    "from 2 to 5",
    "a week",
    "times",
    ",",
    ".",
    "?",
    "’",
    "é",
    "🙂",
    "\u{202e}",
    "שלום",
    "by June 1, 2020",
    "in 8 months",
    "I should",
    "be less lazy",
    "as good as my brother",
    "my son",
    "always",
    "never",
    "and",
    "stop",
    "\n",
    "-",
    "(",
    "two coping skills",
    "you never",
    "0 to 5",
    "minutes a day",
];

#[test]
fn no_text_breaks_a_rule_its_question_or_its_offer() {
    let words = lexicon();
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut next = |most: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % most
    };
    let mut met = BTreeSet::new();
    for _ in 0..10_000 {
        let mut texts = [String::new(), String::new()];
        for text in &mut texts {
            for _ in 0..next(11) {
                let list = if next(3) == 0 { MARKS } else { &words };
                text.push_str(list[next(list.len())]);
                text.push_str(["", " ", " ", " "][next(4)]);
            }
        }
        let [own_words, what] = &texts;
        let number = |n: usize| u16::try_from(n).unwrap();
        let how_much = (next(2) == 0).then(|| AmountPhrase {
            unit: [Unit::Times, Unit::Minutes, Unit::Percent, Unit::Days][next(4)],
            per: [None, Some(Period::Week)][next(2)],
            baseline: (next(2) == 0).then(|| number(next(130))),
            target: (next(3) != 0).then(|| Level::Range(number(next(130)), number(next(130)))),
        });
        let slots = Slots {
            own_words,
            what,
            how_much,
            by_when: today().checked_add_months(Months::new(u32::from(number(next(9))))),
            confidence: Some(u8::try_from(next(11)).unwrap()),
            link: [None, Some(Link::Loose)][next(2)],
            voice: [None, Some(Voice::Child)][next(2)],
            ..Slots::empty(today())
        };
        let (asked, all) = (findings(&slots), all_findings(&slots));
        let mut rest = all.iter().filter(|found| found.rule.is_asked());
        for finding in &asked {
            let is_kept = rest
                .any(|found| found.question == finding.question && found.place == finding.place);
            assert!(is_kept, "{:?} was lost in {what:?}", finding.rule);
        }
        for found in all.iter().chain(&all_findings_in(own_words, today())) {
            met.insert(found.rule);
            assert!(found.question.ends_with('?'), "{}", found.question);
            assert!(found.question.chars().count() < 120, "{}", found.question);
            let text = if found.slot == Slot::What { what } else { own_words };
            let is_inside =
                |place: &Range<usize>| text.get(place.clone()).is_some_and(|at| !at.is_empty());
            assert!(found.place.as_ref().is_none_or(is_inside), "{found:?} in {text:?}");
            let offer = found.offer.as_ref().map(Offer::to_string);
            assert!(
                offer.as_ref().is_none_or(|offer| offer.contains(char::is_alphanumeric)),
                "{offer:?}"
            );
            assert!(offer.as_ref().is_none_or(|offer| offer.chars().count() < 600), "{offer:?}");
        }
    }
    let missed: Vec<_> = Rule::ALL.into_iter().filter(|rule| !met.contains(rule)).collect();
    assert!(missed.is_empty(), "never met: {missed:?}");
}
