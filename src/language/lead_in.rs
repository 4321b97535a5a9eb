//! The words people put before what they want ("I want to", "my goal is to"), and what kind of phrase follows.

use super::lexicon;
use super::list::List;
use super::word::Words;

/// Who acts, as far as the first words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The client, or nobody named.
    I,
    /// A couple or a family.
    We,
}

/// What comes after the lead-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// "ride the bus": goes on after "will".
    Deed,
    /// "riding the bus": goes on after "will be".
    Doing,
    /// "calm", "more confident": goes on after "will be".
    State,
    /// "fewer arguments", "no panic attacks": goes on after "will have".
    Having,
    /// "panic attacks", "my mood": goes on after "will work on".
    Thing,
    /// Anything else, which must stand on its own.
    Other,
}

/// A text without its lead-in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeadIn {
    /// The piece at which the rest starts.
    pub(crate) end: usize,
    pub(crate) subject: Subject,
    /// "I don't want to", "not": the rest is what should not be.
    pub(crate) is_negated: bool,
    /// "I can", "be able to".
    pub(crate) is_ability: bool,
}

pub(crate) fn lead_in(words: &Words<'_>) -> LeadIn {
    lead_in_from(words, 0)
}

/// The lead-in that starts at `from`.
pub(crate) fn lead_in_from(words: &Words<'_>, from: usize) -> LeadIn {
    let mut found = LeadIn { end: from, subject: Subject::I, is_negated: false, is_ability: false };
    loop {
        while found.end < words.len() && is_opening_mark(words.at(found.end)) {
            found.end += 1;
        }
        let at = found.end;
        if let Some(taken) = lexicon::NEGATED_LEAD_INS.at(words, at) {
            found.is_negated = true;
            found.end += taken;
        } else if let Some(taken) = lexicon::ABILITY_LEAD_INS.at(words, at) {
            found.is_ability = true;
            found.end += taken;
        } else if let Some(taken) =
            lexicon::LEAD_INS.at(words, at).max(wish_clause(words, at).map(|next| next - at))
        {
            found.end += taken;
        } else {
            return found;
        }
        if words.is_one_of(at, "we we'd we'll we're our") {
            found.subject = Subject::We;
        }
    }
}

/// Names of a wish, and what one does who has it.
static WISHES: List = List::new(
    "goal goals aim aims hope hoped hopes hoping wish wished plan plans planned dream intention intent want wanted like love need \
    needed going expected idea objective objectives priority resolution matters counts",
);

/// "My one wish for spring is", "What I'm going for is", "It is hoped that": the piece behind it.
fn wish_clause(words: &Words<'_>, at: usize) -> Option<usize> {
    // "Aim is sewing"
    if WISHES.has(words.at(at)) && words.is_one_of(at + 1, "is are") {
        return Some(at + 2);
    }
    if !words.is_one_of(at, "my our the what what's all one it it's his her their another a first")
    {
        return None;
    }
    let wish = (at + 1..at + 6).find(|&at| WISHES.has(words.at(at)))?;
    // "it is hoped that", "it's my plan to"
    if words.is_one_of(at, "it it's") {
        let is_said = words.is_one_of(wish + 1, "that to");
        return is_said.then_some(wish + 2);
    }
    let is = (wish + 1..wish + 7)
        .take_while(|&at| !words.is_one_of(at, ", . ; :"))
        .find(|&at| words.is_one_of(at, "is are"))?;
    Some(is + 1)
}

fn is_opening_mark(word: &str) -> bool {
    matches!(
        word,
        "-" | "–" | "—" | "•" | "*" | ":" | "," | "." | "…" | "\"" | "“" | "'" | "‘" | "(" | "·"
    )
}

/// What kind of phrase starts at `at`.
pub(crate) fn shape(words: &Words<'_>, at: usize) -> Shape {
    // Pictures and marks before the first word do not decide.
    let Some(at) = (at..words.len()).find(|&at| words.at(at).starts_with(char::is_alphanumeric))
    else {
        return Shape::Other;
    };
    let word = words.at(at);
    if !word
        .chars()
        .all(|c| c.is_ascii_alphabetic() || c == '\'' || ('\u{c0}'..'\u{250}').contains(&c))
    {
        return Shape::Other;
    }
    if lexicon::STANDS_ALONE.has(word) || lexicon::WEEKDAYS.has(word) {
        return Shape::Other;
    }
    if lexicon::HAVING.has(word) {
        let next = words.at(at + 1);
        return if is_state(next) { Shape::State } else { Shape::Having };
    }
    if is_state(word) && words.at(at + 1) != "-" {
        return Shape::State;
    }
    if lexicon::is_verb(word) {
        return Shape::Deed;
    }
    if lexicon::DETERMINERS.has(word) || lexicon::THINGS.has(word) {
        return Shape::Thing;
    }
    if let Some(stem) = word.strip_suffix("ing") {
        return if lexicon::is_verb_stem(stem) { Shape::Doing } else { Shape::Thing };
    }
    by_ending(word)
}

/// A guess from the end of a word no list holds: most unknown first words are verbs.
fn by_ending(word: &str) -> Shape {
    let bent = |ending: &str| word.strip_suffix(ending).is_some_and(lexicon::is_verb_stem);
    if bent("s") || bent("es") || bent("ed") || bent("d") {
        return Shape::Other;
    }
    let is_thing = ["tion", "sion", "ness", "ment", "ity", "ship", "ism", "dom", "ance", "ence"];
    if is_thing.iter().any(|ending| word.ends_with(ending))
        || (word.ends_with('s') && !word.ends_with("ss"))
    {
        return Shape::Thing;
    }
    Shape::Deed
}

fn is_state(word: &str) -> bool {
    lexicon::STATES.has(word)
}
