//! What every opening keeps to.

use std::collections::BTreeSet;

use super::*;
use crate::language::danger::danger;
use crate::language::direction::{Direction, direction};
use crate::language::finding::findings;
use crate::language::grade::{counts, grade};
use crate::language::lexicon::DEEDS;
use crate::language::pattern::pattern;
use crate::language::rule::Rule;
use crate::language::sentence::sentence_so_far;
use crate::language::voice::Voice;
use crate::language::word::Words;
use crate::language::{Slot, sentence};

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();

/// The sentence as it is read, every blank as one short word.
fn as_read(opening: &Opening) -> String {
    sentence_so_far(&opening.slots(TODAY)).plain().replace("____", "it")
}

/// What `is_fault` says of every opening that has a fault.
fn faults(is_fault: impl Fn(&Opening) -> Option<String>) -> Vec<String> {
    all().filter_map(|opening| Some(format!("{}: {}", opening.name, is_fault(opening)?))).collect()
}

#[track_caller]
fn check(is_fault: impl Fn(&Opening) -> Option<String>) {
    assert_eq!(faults(is_fault), Vec::<String>::new());
}

fn is_for_children(opening: &Opening) -> bool {
    opening.bands.iter().any(|band| *band < AgeBand::Teen)
}

#[test]
fn names_are_unique_and_written_with_hyphens() {
    let names: BTreeSet<_> = all().map(|opening| opening.name).collect();
    assert_eq!(names.len(), all().count());
    for name in names {
        let is_plain = name
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|letter| letter.is_ascii_lowercase()));
        assert!(is_plain, "{name}");
    }
}

#[test]
fn every_modality_and_every_age_has_some_to_choose_from() {
    assert!(36 <= all().count());
    for modality in Modality::ALL {
        let found = Choice { modality: Some(modality), ..Choice::default() }.openings().count();
        assert!(4 <= found, "{modality:?}: {found}");
    }
    for band in AgeBand::ALL {
        let found = Choice { band: Some(band), ..Choice::default() }.openings().count();
        assert!(4 <= found, "{band:?}: {found}");
    }
    for concern in Concern::ALL {
        let choice = Choice { concern: Some(concern), ..Choice::default() };
        assert!(choice.openings().next().is_some(), "{concern:?}");
    }
}

#[test]
fn a_choice_keeps_to_each_of_its_parts() {
    assert!(Choice::default().openings().eq(all()));
    let choice = Choice {
        band: Some(AgeBand::FourToSix),
        modality: Some(Modality::General),
        concern: Some(Concern::Sleep),
    };
    assert_eq!(choice.openings().map(|opening| opening.name).collect::<Vec<_>>(), ["my-own-bed"]);
    for opening in all() {
        assert_eq!(named(opening.name), Some(opening));
    }
    assert_eq!(named("no-such-opening"), None);
}

#[test]
fn an_opening_is_a_sentence_with_its_blanks_in_sight() {
    check(|opening| {
        let text = sentence_so_far(&opening.slots(TODAY)).plain();
        let start =
            if opening.modality == Modality::CouplesAndFamily { "We will " } else { "I will " };
        let blanks = |text: &str| text.matches("____").count();
        let are_left = blanks(&text) == blanks(opening.what) + blanks(opening.support);
        let is_whole = sentence::sentence(&opening.slots(TODAY)).is_whole();
        let is_well = text.starts_with(start)
            && (1..=2).contains(&blanks(opening.what))
            && blanks(opening.support) <= 1
            && are_left
            && !is_whole
            && !text.contains("work on this")
            && !text.contains("with this help");
        (!is_well).then_some(text)
    });
}

#[test]
fn the_blank_is_asked_about_first_and_nothing_else_in_the_words() {
    check(|opening| {
        let found = findings(&opening.slots(TODAY));
        let rules: Vec<_> = found.iter().map(|finding| finding.rule).collect();
        let place = found.first().and_then(|finding| finding.place.clone());
        let is_well = rules == [Rule::BlankLeft, Rule::NoNumber, Rule::NoDeadline]
            && found.first().is_some_and(|finding| finding.slot == Slot::What)
            && place.and_then(|place| opening.what.get(place)) == Some("____");
        (!is_well).then(|| format!("{rules:?}"))
    });
}

#[test]
fn it_begins_with_a_deed_or_with_what_should_become_less() {
    check(|opening| {
        let words = Words::new(opening.what);
        let is_deed = DEEDS.has(words.at(words.head().at));
        let is_less = direction(&words) == Some(Direction::Reduce);
        (!is_deed && !is_less).then(|| opening.what.to_owned())
    });
}

#[test]
fn every_age_it_names_can_read_it() {
    check(|opening| {
        let text = as_read(opening);
        let limits = opening.bands.iter().map(|band| Voice::of(*band).limit());
        let passed: Vec<_> = limits.filter_map(|limit| limit.passed_by(&text)).collect();
        (opening.bands.is_empty() || !passed.is_empty()).then(|| format!("{text} {passed:?}"))
    });
}

#[test]
fn all_openings_of_an_age_together_reach_its_target() {
    for band in AgeBand::ALL {
        let texts: String = Choice { band: Some(band), ..Choice::default() }
            .openings()
            .map(|opening| as_read(opening) + " ")
            .collect();
        let found = grade(counts(&texts)).unwrap();
        let target = Voice::of(band).limit().target.unwrap();
        assert!(found <= target, "{band:?}: {found:.1}");
    }
}

#[test]
fn no_number_day_or_name_is_in_it() {
    check(|opening| {
        let texts = [opening.what, opening.support];
        let is_well = texts.iter().all(|text| pattern(text, &[]) == *text);
        let has_digit = texts.iter().any(|text| text.contains(char::is_numeric));
        (!is_well || has_digit).then(|| opening.what.to_owned())
    });
}

#[test]
fn a_child_is_given_no_word_and_no_measure_of_the_clinic() {
    let never = [
        "score", "form", "panic", "urge", "craving", "therapy", "symptom", "skill", "cope", "plan",
        "crisis", "goal", "trauma", "must", "should", "bad", "wrong", "stop",
    ];
    check(|opening| {
        let words = Words::new(opening.what);
        let has_word = (0..words.len()).any(|at| never.contains(&words.at(at)));
        let is_plain =
            matches!(opening.measure, Measure::CountPer(_) | Measure::Days | Measure::Nights);
        (is_for_children(opening) && (has_word || !is_plain)).then(|| opening.what.to_owned())
    });
}

#[test]
fn none_speaks_of_dying_or_hurting() {
    check(|opening| danger(opening.what).map(|_| opening.what.to_owned()));
}

#[test]
fn a_form_is_named_only_for_adults_and_with_its_own_total() {
    check(|opening| {
        let total = match opening.evidence {
            Evidence::Facts("PHQ-9") => Some(27),
            Evidence::Facts("GAD-7") => Some(21),
            Evidence::Facts("PCL-5") => Some(80),
            Evidence::Facts("WHO-5") => Some(100),
            Evidence::Facts(form) => return Some(form.to_owned()),
            Evidence::Article(_) | Evidence::Custom => None,
        };
        let found = match opening.measure {
            Measure::Total { max } => Some(max),
            _ => None,
        };
        let is_well = found == total && (total.is_none() || opening.bands == [AgeBand::Adult]);
        (!is_well).then(|| format!("{:?}", opening.measure))
    });
}

#[test]
fn what_stands_behind_it_is_said_in_a_few_words() {
    let note = |name| named(name).unwrap().evidence.note();
    assert_eq!(note("joy-again"), "Named in the article: CBT, enjoyable activities");
    assert_eq!(note("mood-form"), "Custom; the scoring of its form was read in a source: PHQ-9");
    assert_eq!(note("brave-step"), "Custom, no source read");
    check(|opening| match opening.evidence {
        Evidence::Article(passage) => {
            let (part, words) = passage.split_once(", ").unwrap_or_default();
            (part.is_empty() || words.is_empty()).then(|| passage.to_owned())
        }
        Evidence::Facts(_) | Evidence::Custom => None,
    });
}
