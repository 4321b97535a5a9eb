//! A goal kept for other clients: whoever and whatever could tell of one person is taken out, and a blank is left there.
//!
//! It finds the names it is given, and figures, dates, times and addresses by their form. Places, and names nobody gave
//! it, stay: whoever keeps a pattern reads it first.

mod figure;
mod name;
mod told;

use std::ops::Range;

use self::figure::{address_at, figure_at};
use self::name::{Name, is_relation};
pub use self::told::names_told;
use super::list::List;
use super::word::Words;
use crate::domain::quantity::Measure;

/// A goal without names and numbers, to begin another one with.
///
/// Invariant: both texts are what [`pattern`] leaves of them; no number and no day is kept beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    what: String,
    support: String,
    measure: Option<Measure>,
}

impl Pattern {
    /// The pattern of a goal of a client around whom `known_names` were said.
    pub fn of(what: &str, support: &str, measure: Option<Measure>, known_names: &[&str]) -> Self {
        Self { what: pattern(what, known_names), support: pattern(support, known_names), measure }
    }

    /// What will be done.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// What helps with it.
    pub fn support(&self) -> &str {
        &self.support
    }

    /// What it was counted in.
    pub const fn measure(&self) -> Option<Measure> {
        self.measure
    }
}

/// Stands where something was taken out.
const BLANK: &str = "____";

/// `what` with a blank for every known name, number, date, time of day and address; neighbors share one. All else is
/// kept byte for byte.
///
/// Names are found as whole words in any case, also with an apostrophe behind; of a name of several words, each that
/// is written with a capital. Initials are found as they are written. "My sister" names nobody and stays, even if known.
pub fn pattern(what: &str, known_names: &[&str]) -> String {
    let names: Vec<_> = known_names.iter().flat_map(|name| Name::all(name)).collect();
    let mut text = what.to_owned();
    // What is left may read as a date once its neighbor is gone; every round leaves fewer letters.
    while let Some(fewer) = without(&text, &names) {
        text = fewer;
    }
    text
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name,
    Figure,
}

/// What could tell of a person, where it stands.
struct Told {
    kind: Kind,
    /// In bytes.
    place: Range<usize>,
}

/// `text` after one round; `None` if there is nothing to take out.
fn without(text: &str, names: &[Name]) -> Option<String> {
    let words = Words::new(text);
    let mut gone: Vec<Told> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if is_relation(&words, at) {
            at += 2;
            continue;
        }
        let Some((told, taken)) = told_at(&words, names, at) else {
            at += 1;
            continue;
        };
        at += taken;
        match gone.last_mut() {
            Some(last) if are_neighbors(text, last, &told) => {
                last.place.end = told.place.end;
                last.kind = told.kind;
            }
            _ => gone.push(told),
        }
    }
    if gone.is_empty() {
        return None;
    }
    let mut left = String::with_capacity(text.len());
    let mut from = 0;
    for Told { place, .. } in gone {
        left.push_str(text.get(from..place.start).unwrap_or_default());
        left.push_str(BLANK);
        from = place.end;
    }
    left.push_str(text.get(from..).unwrap_or_default());
    Some(left)
}

/// What could tell of a person at `at`, and the pieces it takes.
fn told_at(words: &Words<'_>, names: &[Name], at: usize) -> Option<(Told, usize)> {
    if let Some((place, taken)) = address_at(words, at) {
        return Some((Told { kind: Kind::Figure, place }, taken));
    }
    if let Some((place, taken)) = names.iter().find_map(|name| name.at(words, at)) {
        return Some((Told { kind: Kind::Name, place }, taken));
    }
    let taken = figure_at(words, at)?;
    Some((Told { kind: Kind::Figure, place: words.place(at..at + taken) }, taken))
}

/// Whether two of them share a blank.
fn are_neighbors(text: &str, one: &Told, next: &Told) -> bool {
    static JOINS: List = List::new("- – — , & + to or and of past till");
    let Some(gap) = text.get(one.place.end..next.place.start) else { return false };
    let between = gap.trim();
    // A stop joins "8.30", and parts sentences when a space follows.
    let joins = JOINS.has(between) || matches!(gap, ":" | "/" | "." | ", and " | ", or ");
    !gap.contains('\n') && (between.is_empty() || one.kind == next.kind && joins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, names: &[&str], expected: &str) {
        assert_eq!(pattern(text, names), expected);
    }

    #[test]
    fn names_and_numbers_give_way_to_blanks() {
        let goal = "Call Sam's brother at 555-0134 twice a week, from 0 to 3 times";
        check(goal, &["Sam"], "Call ____'s brother at ____ a week, from ____ times");
        let found = Pattern::of("ride with Mia", "MIA", Some(Measure::Days), &["Mia"]);
        assert_eq!((found.what(), found.support()), ("ride with ____", "____"));
        assert_eq!(found.measure(), Some(Measure::Days));
    }

    #[test]
    fn neighbors_share_a_blank() {
        check("play with Sam, Mia and Joe Ray", &["Sam", "Mia", "Joe", "Ray"], "play with ____");
        check("swim 2 or 3 laps", &[], "swim ____ laps");
        check("walk on Monday, March 3rd at 8:30", &[], "walk on ____ at ____");
        check("text Sam 3 times", &["Sam"], "text ____ times");
        check("call Sam and 3 others", &["Sam"], "call ____ and ____ others");
        check("walk at 5. 3 friends come", &[], "walk at ____. ____ friends come");
    }

    #[test]
    fn what_tells_of_nobody_stays_byte_for_byte() {
        for text in [
            "",
            "  ride the bus\n to work ",
            "call my sister, or my mom",
            "no one calls at once, and that is fine by me",
            "may I ask for help if it is heavy?",
            "talk one-on-one to another one",
            "fill ____ in, then ____ ____",
            "march in the sun where the cat sat",
            "לרכב על האוטובוס 🚲",
        ] {
            check(text, &["Sam", "Mia", "my sister", "Mom", "A", "I", ""], text);
        }
    }

    /// Pieces a goal might be made of, without what tells of a person.
    const PLAIN: [&str; 14] = [
        "ride",
        "the bus",
        "with my sister",
        "when",
        "I feel",
        "calm,",
        "e\u{301}",
        "🙂",
        "____",
        "at home.",
        "\n",
        "(",
        "“quietly”",
        "-",
    ];
    const NAMES: [&str; 6] = ["Sam", "Zoë", "Anna Berg", "J. M.", "O'Neil", "Mark"];
    const TOLD: [&str; 22] = [
        "Sam",
        "SAM'S",
        "zoË’s",
        "Anna Berg",
        "BERG",
        "J. M.",
        "J.M.",
        "o’neil",
        "mark",
        "3",
        "twenty-five",
        "½",
        "1,000.5",
        "May 5, 2027",
        "Tuesdays",
        "7:30 p.m.",
        "half past six",
        "+1 (555) 010-0134",
        "sam.b@mail.example",
        "٣",
        "12th",
        "the third of June",
    ];

    fn goal(pieces: Vec<&'static str>) -> impl Strategy<Value = Vec<&'static str>> {
        proptest::collection::vec(proptest::sample::select(pieces), 0..10)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn nothing_told_is_left(
            pieces in goal([&PLAIN[..], &TOLD[..]].concat()),
            gap in proptest::sample::select(vec![" ", "", "-", ", "]),
        ) {
            let text = pieces.join(gap);
            let found = pattern(&text, &NAMES);
            prop_assert!(!found.contains(char::is_numeric), "{text:?} {found:?}");
            let mut words = found.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
            let is_known = |word: &str| {
                let word = word.replace('’', "'").to_lowercase();
                let word = word.strip_suffix("'s").unwrap_or(&word);
                ["sam", "zoë", "o'neil", "mark"].contains(&word)
            };
            prop_assert!(!words.any(is_known), "{text:?} {found:?}");
            prop_assert_eq!(pattern(&found, &NAMES), found);
        }

        #[test]
        fn nothing_else_is_touched(plain in goal(PLAIN.to_vec())) {
            let text = plain.join(" ");
            prop_assert_eq!(pattern(&text, &NAMES), text);
        }

        #[test]
        fn any_text_is_left_without_digits(text in any::<String>(), name in any::<String>()) {
            let found = pattern(&text, &[&name]);
            prop_assert!(!found.contains(char::is_numeric));
            prop_assert_eq!(pattern(&found, &[&name]), found);
        }
    }
}
