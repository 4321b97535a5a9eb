//! The one sentence that is read out while the places fill: in the client's voice, with what is missing left visible.

use super::amount::AmountPhrase;
use super::deadline::full_date;
use super::lead_in::{Shape, Subject, lead_in, shape};
use super::left_open::is_left_open;
use super::lexicon;
use super::list::List;
use super::word::{Words, is_unseen, turns_direction};
use super::{Slot, Slots};

/// A stretch of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The place it was read from; `None` for the words between.
    pub slot: Option<Slot>,
    /// As shown and read out. Of a blank: what is asked there.
    pub text: String,
    /// Whether this still is to be filled.
    pub blank: bool,
}

/// The sentence in its pieces, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The pieces; put one after the other they are the sentence.
    pub pieces: Vec<Piece>,
}

impl Sentence {
    /// One plain line; a blank shows what is asked there, in square brackets.
    pub fn plain(&self) -> String {
        self.with_blanks(|asked| format!("[{asked}]"))
    }

    /// One plain line for paper; a blank is a line to write on.
    pub fn with_lines(&self) -> String {
        self.with_blanks(|_| "__________".to_owned())
    }

    /// Whether nothing is left blank.
    pub fn is_whole(&self) -> bool {
        self.pieces.iter().all(|piece| !piece.blank)
    }

    fn with_blanks(&self, blank: impl Fn(&str) -> String) -> String {
        let text =
            |piece: &Piece| if piece.blank { blank(&piece.text) } else { piece.text.clone() };
        self.pieces.iter().map(text).collect()
    }

    fn add(&mut self, slot: Slot, text: String) {
        self.pieces.push(Piece { slot: Some(slot), text, blank: false });
    }

    fn ask(&mut self, slot: Slot, text: &str) {
        self.pieces.push(Piece { slot: Some(slot), text: text.to_owned(), blank: true });
    }

    fn join(&mut self, text: &str) {
        self.pieces.push(Piece { slot: None, text: text.to_owned(), blank: false });
    }
}

/// The sentence with a blank for every place that is empty.
pub fn sentence(slots: &Slots<'_>) -> Sentence {
    write(slots, Missing::Asked)
}

/// The sentence with only what is there: no blanks but the deed itself. For a list, a card, a reminder.
pub fn sentence_so_far(slots: &Slots<'_>) -> Sentence {
    write(slots, Missing::LeftOut)
}

/// What becomes of a place with nothing in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    Asked,
    LeftOut,
}

fn write(slots: &Slots<'_>, missing: Missing) -> Sentence {
    let blanks = missing == Missing::Asked;
    let mut sentence = Sentence { pieces: Vec::with_capacity(9) };
    if let Some((start, what)) = clause(slots.what) {
        sentence.join(start);
        sentence.add(Slot::What, what);
    } else {
        sentence.join("I will ");
        sentence.ask(Slot::What, "do what?");
    }
    match help(slots.support) {
        Some((start, support)) => {
            sentence.join(start);
            sentence.add(Slot::Support, support);
        }
        None if blanks => {
            sentence.join(" with ");
            sentence.ask(Slot::Support, "what help?");
        }
        None => {}
    }
    match slots.how_much {
        Some(AmountPhrase { target: None, baseline: None, .. }) | None if !blanks => {}
        Some(amount) => how_much(&mut sentence, amount, missing),
        None => {
            sentence.join(", ");
            sentence.ask(Slot::HowMuch, "how much?");
        }
    }
    match slots.by_when {
        Some(date) => {
            sentence.join(", by ");
            sentence.add(Slot::ByWhen, full_date(date));
        }
        None if blanks => {
            sentence.join(", by ");
            sentence.ask(Slot::ByWhen, "when?");
        }
        None => {}
    }
    // "at 5 p.m." has brought its stop along.
    if sentence.pieces.last().is_none_or(|last| last.blank || !last.text.ends_with('.')) {
        sentence.join(".");
    }
    sentence
}

fn how_much(sentence: &mut Sentence, amount: AmountPhrase, missing: Missing) {
    if amount.target.is_some() || missing == Missing::LeftOut {
        sentence.join(if amount.target.is_some() { ", " } else { "" });
        let text = amount.to_string();
        let lead = if amount.target.is_some() { text } else { format!(" {text}") };
        sentence.add(Slot::HowMuch, lead);
        return;
    }
    let (before, after) = amount.around();
    sentence.join(", ");
    if !before.is_empty() {
        sentence.add(Slot::HowMuch, before.to_owned());
    }
    sentence.ask(Slot::HowMuch, "how much?");
    sentence.add(Slot::HowMuch, format!("{after}{}", amount.now()));
}

/// How the sentence starts, and the words for what is done, without their lead-in. `None` if no word is left.
fn clause(what: &str) -> Option<(&'static str, String)> {
    if is_left_open(what) {
        return None;
    }
    let text = one_line(what);
    let words = Words::new(&text);
    let lead = lead_in(&words);
    let mut at = lead.end;
    // "I am calm", "I feel calm": the client's present tense becomes the sentence's future.
    let is_being = words.phrase(at, "i am").or_else(|| words.phrase(at, "i'm"));
    let mut shape = if let Some(taken) = is_being {
        at += taken;
        if words.at(at).ends_with("ing") { Shape::Doing } else { Shape::State }
    } else {
        if words.at(at) == "i" && lexicon::is_verb(words.at(at + 1)) {
            at += 1;
        }
        shape(&words, at)
    };
    if at >= words.len() {
        return None;
    }
    let rest = text.get(words.place(at..at + 1).start..)?;
    if lead.is_ability && shape != Shape::Deed {
        shape = Shape::Other;
    }
    let is_we = lead.subject == Subject::We;
    let start = match (shape, lead.is_negated, lead.is_ability) {
        (Shape::Deed, true, _) if is_we => "We will not ",
        (Shape::Deed, true, _) => "I will not ",
        (Shape::Deed, _, true) if is_we => "We will be able to ",
        (Shape::Deed, _, true) => "I will be able to ",
        (Shape::Deed, ..) if is_we => "We will ",
        (Shape::Deed, ..) => "I will ",
        (Shape::Doing | Shape::State, true, _) if is_we => "We will not be ",
        (Shape::Doing | Shape::State, true, _) => "I will not be ",
        (Shape::Doing | Shape::State, ..) if is_we => "We will be ",
        (Shape::Doing | Shape::State, ..) => "I will be ",
        (Shape::Having, false, _) if is_we => "We will have ",
        (Shape::Having, false, _) => "I will have ",
        (Shape::Thing, false, _) if is_we => "We will work on ",
        (Shape::Thing, false, _) => "I will work on ",
        // A "not" that was taken off must not be lost: the words stand whole.
        (_, true, _) | (_, _, true) => return Some(("I will work on this: ", isolated(&text))),
        (Shape::Other, ..) if is_we => "We will work on this: ",
        (Shape::Other, ..) => "I will work on this: ",
    };
    Some((start, isolated(&small_first(rest, shape))))
}

/// What is done, as it goes on after "I will"; `None` if no word is left.
pub fn deed(what: &str) -> Option<String> {
    clause(what).map(|(_, what)| what)
}

/// How help is joined on, and its words. `None` if there are none.
fn help(support: &str) -> Option<(&'static str, String)> {
    if is_left_open(support) {
        return None;
    }
    let text = one_line(support);
    let words = Words::new(&text);
    let skip =
        words.longest(0, "with|i use|i have|i will use|i'll use|use|by using|using").unwrap_or(0);
    let is_using = 0 < skip && words.at(skip - 1).starts_with("us");
    let at = if skip < words.len() { skip } else { 0 };
    if words.len() == 0 {
        return None;
    }
    let first = words.at(at);
    let has_verb = (at + 1..at + 4).any(|at| lexicon::HELPER_VERBS.has(words.at(at)));
    let start = if has_verb || STANDS_APART.has(first) || !is_latin(first) {
        return Some((" with this help: ", isolated(&text)));
    } else if is_using {
        " using "
    } else if first.strip_suffix("ing").is_some_and(lexicon::is_verb_stem) {
        " by "
    } else if lexicon::PREPOSITIONS.has(first) {
        " "
    } else {
        " with "
    };
    let rest = text.get(words.place(at..at + 1).start..)?;
    Some((start, isolated(&small_first(rest, Shape::Thing))))
}

/// First words of help that is a sentence of its own.
static STANDS_APART: List = List::new("i i'll i'm he she they we breathe");

fn is_latin(word: &str) -> bool {
    !word.chars().any(|c| c.is_alphabetic() && '\u{250}' <= c)
}

/// `text` on one line, without what cannot be seen and without the stop at its end.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || (c.is_control() && c != '\u{0}') {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else if !is_unseen(c) || is_joiner(c) {
            line.push(c);
        }
    }
    let stops = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…');
    let kept = line.trim_end_matches(stops);
    // "at 5 p.m." keeps its stop: it belongs to the word.
    let last = kept.rsplit(' ').next().unwrap_or_default();
    let is_short = last.contains('.') && last.chars().all(|c| c == '.' || c.is_alphabetic());
    let end = kept.len()
        + usize::from(is_short && line.get(kept.len()..).is_some_and(|rest| rest.starts_with('.')));
    line.truncate(end);
    if line.chars().all(is_unseen) { String::new() } else { line }
}

/// Joiners hold pictures and some scripts together; they are unseen, yet part of what is seen.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// `text` with a small first letter, unless the first word needs its capital.
fn small_first(text: &str, shape: Shape) -> String {
    let word: String =
        text.chars().take_while(|c| c.is_alphabetic() || matches!(c, '\'' | '’')).collect();
    let mut letters = word.chars();
    let Some(first) = letters.next().filter(char::is_ascii_uppercase) else {
        return text.to_owned();
    };
    let lower = word.to_ascii_lowercase();
    let is_common = shape == Shape::Deed || lexicon::is_common(&lower);
    let is_i = matches!(lower.as_str(), "i" | "i'm" | "i’m" | "i'd" | "i’d" | "i'll" | "i’ll");
    if is_i || !is_common || letters.any(char::is_uppercase) {
        return text.to_owned();
    }
    let rest = text.get(first.len_utf8()..).unwrap_or_default();
    format!("{}{rest}", first.to_ascii_lowercase())
}

/// `text`, shut off from the direction of the words around it if any of it runs from right to left.
fn isolated(text: &str) -> String {
    let runs_left = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    debug_assert!(!text.chars().any(turns_direction), "one_line leaves no direction marks");
    if text.chars().any(runs_left) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::amount::{Level, Period, Unit};
    use super::*;
    use chrono::NaiveDate;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn slots<'a>(what: &'a str, support: &'a str) -> Slots<'a> {
        Slots { what, support, ..Slots::empty(day(2026, 11, 23)) }
    }

    #[track_caller]
    fn check(what: &str, support: &str, expected: &str) {
        assert_eq!(sentence_so_far(&slots(what, support)).plain(), expected);
    }

    #[test]
    fn a_full_goal_is_one_sentence_in_the_clients_voice() {
        let three = AmountPhrase {
            unit: Unit::Times,
            per: Some(Period::Week),
            baseline: Some(0),
            target: Some(Level::Exactly(3)),
        };
        let slots = Slots {
            how_much: Some(three),
            by_when: Some(day(2027, 1, 18)),
            ..slots("Ride the bus to work", "My breathing card")
        };
        let sentence = sentence(&slots);
        assert_eq!(
            sentence.plain(),
            "I will ride the bus to work with my breathing card, 3 times a week, up from 0, by January 18, 2027."
        );
        assert!(sentence.is_whole());
    }

    #[test]
    fn what_is_missing_stays_visible() {
        let found = sentence(&slots("", ""));
        assert_eq!(found.plain(), "I will [do what?] with [what help?], [how much?], by [when?].");
        assert_eq!(
            found.with_lines(),
            "I will __________ with __________, __________, by __________."
        );
        assert!(!found.is_whole());
        let open = AmountPhrase {
            baseline: Some(2),
            per: Some(Period::Week),
            ..AmountPhrase::open(Unit::Times)
        };
        let found = sentence(&Slots { how_much: Some(open), ..slots("swim", "my friend") });
        assert_eq!(
            found.plain(),
            "I will swim with my friend, [how much?] times a week (now 2), by [when?]."
        );
    }

    #[test]
    fn words_people_put_first_do_not_break_it() {
        check("I want to ride the bus.", "", "I will ride the bus.");
        check("to ride the bus", "", "I will ride the bus.");
        check("I’d like to Ride the bus!!", "", "I will ride the bus.");
        check("We want to talk after dinner", "", "We will talk after dinner.");
        check("I don't want to yell at my son", "", "I will not yell at my son.");
        check("I can ride alone", "", "I will be able to ride alone.");
        check("Riding the bus", "", "I will be riding the bus.");
        check("fewer arguments", "", "I will have fewer arguments.");
        check("more confident", "", "I will be more confident.");
        check("panic attacks", "", "I will work on panic attacks.");
        check("I am calm at dinner", "", "I will be calm at dinner.");
        check("She talks to me", "", "I will work on this: she talks to me.");
        check("Tuesday swim", "", "I will work on this: Tuesday swim.");
        check("meet J. at 5 p.m.", "", "I will meet J. at 5 p.m.");
    }

    #[test]
    fn lines_pictures_marks_and_other_scripts_are_carried_whole() {
        check("ride\nthe  bus\r\n", "", "I will ride the bus.");
        check("🚲 ride the bus 🙂", "", "I will 🚲 ride the bus 🙂.");
        check("<script>alert(1)</script>", "", "I will <script>alert(1)</script>.");
        check("לרכב על האוטובוס", "", "I will work on this: \u{2068}לרכב על האוטובוס\u{2069}.");
        check("\u{200b} \u{2066}\n", " ", "I will [do what?].");
        check("ride\u{202e}sub", "", "I will ridesub.");
    }

    #[test]
    fn an_answer_left_open_is_no_part_of_it() {
        check("I don't know", "idk", "I will [do what?].");
        check("go outside w/ my cousin", "idk", "I will go outside w/ my cousin.");
        let found = sentence(&slots("swim", "maybe"));
        assert_eq!(found.plain(), "I will swim with [what help?], [how much?], by [when?].");
    }

    #[test]
    fn help_joins_on_by_its_own_word() {
        check("ride", "with my card", "I will ride with my card.");
        check("ride", "using my card", "I will ride using my card.");
        check("ride", "Breathing slowly", "I will ride by breathing slowly.");
        check("ride", "when Sam is there", "I will ride with this help: when Sam is there.");
        check("ride", "together with Sam", "I will ride together with Sam.");
        check("ride", "my sister drives me", "I will ride with this help: my sister drives me.");
        check("ride", "Sam", "I will ride with Sam.");
    }
}
