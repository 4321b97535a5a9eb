//! The first main verb of a goal, whoever it is written about: "The client will *attend*", "I'd like to *ride*".

use super::clause::{PERSONS, ROLES, is_short, main_clause};
use super::direction::done;
use super::lead_in::{Shape, lead_in, lead_in_from, shape};
use super::lexicon;
use super::list::is_in;
use super::modal::{MODALS, past_modals};
use super::number::number_at;
use super::turn::is_move;
use super::word::Words;

/// Where the wish itself starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) at: usize,
    /// Where its clause starts: at who acts, or at the verb.
    pub(crate) clause: usize,
    /// Whether a verb stands there, not a noun or a state.
    pub(crate) is_verb: bool,
    pub(crate) is_negated: bool,
}

/// The main verb of `words`.
pub(super) fn find_head(words: &Words<'_>) -> Head {
    let mut lead = lead_in(words);
    let clause = main_clause(words, lead.end);
    if clause != lead.end {
        lead = lead_in_from(words, clause);
    }
    let mut at = lead.end;
    let mut is_negated = lead.is_negated;
    if words.at(at) == "never" {
        return Head { at: at + 1, clause: at, is_verb: true, is_negated: true };
    }
    let is_name = (at + 1..at + 3).any(|at| words.is_one_of(at, "will shall should"))
        || moves_behind(words, at);
    // "Having reached 85%, Lena will ..."
    let is_aside =
        (words.at(at).ends_with("ing") || words.at(0) == "to") && has_comma_before_will(words, at);
    // "to complain less": what is wanted is a verb, whether a list holds it or not.
    let is_told = words.before(at) == "to" && shape(words, at) == Shape::Deed;
    if !(starts_deed(words, at) || is_told) || is_name || is_aside {
        let bent =
            third_person(words, at).filter(|&at| !words.is_one_of(at - 1, "who that which to"));
        let modal = after_modal(words, at);
        // "writes down two places she can go": the nearer one.
        let is_bent_first = bent.zip(modal).is_some_and(|(bent, modal)| {
            let who = at + usize::from(words.is_one_of(at, "the our my each"));
            bent + 3 < modal
                && ROLES.has(words.at(who))
                && !words.is_one_of(bent, "is has says hopes wants needs plans")
        });
        if let Some(next) = modal.filter(|_| !is_bent_first) {
            at = next;
            let inner = words.longest(at, "not|never|no longer");
            is_negated |= inner.is_some_and(|_| words.at(at) != "no");
            at += inner.unwrap_or(0);
        } else if let Some(next) = bent {
            at = next;
        } else if clause == at && 0 < at && PERSONS.has(words.at(at)) {
            at += 1 + usize::from(words.is_one_of(at + 1, "each both all"));
        }
    }
    at = past_modals(words, at);
    if words.at(at) == "try" && starts_deed(words, at + 1) {
        at += 1;
    }
    let is_verb = matches!(shape(words, at), Shape::Deed | Shape::Doing)
        && number_at(words, at).is_none()
        || is_move(words, at)
        || third_person_verb(words.at(at)).is_some();
    Head { at, clause: lead.end, is_verb, is_negated }
}

/// "Walking distance *is to be built up*": what looks like a verb is a name where its own verb follows.
fn moves_behind(words: &Words<'_>, from: usize) -> bool {
    (from + 1..from + 8)
        .take_while(|&at| {
            !words.is_one_of(at, ", . ; : that who which how what when where if so because and")
                && !PERSONS.has(words.at(at))
        })
        .any(|at| {
            let verb = past_modals(words, at);
            at < verb && (is_move(words, verb) || is_made(words, verb))
                || words.at(at) == "to" && is_made(words, at + 1)
        })
}

/// "be lowered", "be stepped up".
fn is_made(words: &Words<'_>, at: usize) -> bool {
    words.at(at) == "be" && done(words, at + 1).is_some()
}

fn has_comma_before_will(words: &Words<'_>, from: usize) -> bool {
    let will = (from..words.len().min(from + 40)).find(|&at| words.at(at) == "will");
    will.is_some_and(|will| (from..will).any(|at| words.at(at) == ","))
}

pub(super) fn starts_deed(words: &Words<'_>, at: usize) -> bool {
    lexicon::is_verb(words.at(at)) && words.at(at + 1) != "-"
        || words.at(at).strip_suffix("ing").is_some_and(lexicon::is_verb_stem)
}

/// Behind the first "will", "needs to", "should" of the main clause.
fn after_modal(words: &Words<'_>, from: usize) -> Option<usize> {
    let mut depth = 0_u8;
    for at in from..words.len().min(from + 60) {
        match words.at(at) {
            "(" | "[" => depth = depth.saturating_add(1),
            ")" | "]" => depth = depth.saturating_sub(1),
            _ if 0 < depth => {}
            // "More laughing is what we'd like"
            "is" | "are" | "that's"
                if words.is_one_of(at + 1, "what how")
                    && words.is_one_of(at + 2, "i we i'd we'd i'm we're they he she") =>
            {
                return None;
            }
            "to" if from < at
                && (at < from + 4
                    && (starts_deed(words, at + 1) || ROLES.has(words.before(at)))
                    || is_made(words, at + 1)) =>
            {
                return Some(at + 1);
            }
            _ if words.is_one_of(at.wrapping_sub(1), "the a my his her who that which") => {}
            word => {
                let next = past_modals(words, at);
                if at < next && (MODALS.has(word) || at < from + 12) {
                    return Some(next);
                }
            }
        }
    }
    None
}

/// "The pt climbs", "Dad keeps": a verb in the third person among the first words.
fn third_person(words: &Words<'_>, from: usize) -> Option<usize> {
    if starts_deed(words, from) || is_in("less more fewer better no", words.at(from)) {
        return None;
    }
    // "Patient explains", "the student rates": whatever the verb is.
    let who = from + usize::from(words.is_one_of(from, "the our my each one"));
    let next = who + 1 + usize::from(is_short(words, who + 1));
    let bent = words.at(next);
    if ROLES.has(words.at(who))
        && 3 < bent.len()
        && bent.ends_with('s')
        && !bent.ends_with("ss")
        && !bent.ends_with("'s")
    {
        return Some(next);
    }
    // "By June Ada dives": a capital inside a sentence makes a name.
    if 0 < from
        && words.written(from).starts_with(char::is_uppercase)
        && 3 < words.at(from + 1).len()
        && words.at(from + 1).ends_with('s')
        && !words.at(from + 1).ends_with("ss")
    {
        return Some(from + 1);
    }
    let is_many = |at: usize| {
        words.before(at).ends_with('s')
            || from + 2 < at && words.at(at - 2) == "and"
            || is_in("us we they i people who", words.before(at))
    };
    // "Mum, Dad and Noor sit down"
    let is_listed =
        ROLES.has(words.at(from)) && (from + 1..from + 5).any(|at| words.at(at) == "and");
    let goes_on = |at: usize| {
        is_short(words, at) || !words.is_one_of(at, ", . ; :") || is_listed && words.at(at) == ","
    };
    (from + 1..from + 7).take_while(|&at| goes_on(at)).find(|&at| {
        let is_heading = words.at(at + 1) == ":";
        !is_heading && third_person_verb(words.at(at)).is_some()
            || (is_many(at) && lexicon::is_verb(words.at(at)))
    })
}

/// Whether `word` is a verb as it stands after he or she.
pub(crate) fn is_third_person(word: &str) -> bool {
    third_person_verb(word).is_some()
}

fn third_person_verb(word: &str) -> Option<()> {
    if matches!(word, "is" | "has") {
        return Some(());
    }
    let stem = word
        .strip_suffix("es")
        .filter(|stem| lexicon::is_verb(stem))
        .or_else(|| word.strip_suffix('s'))?;
    (lexicon::is_verb(stem)
        || word.strip_suffix("ies").is_some_and(|stem| lexicon::is_verb(&format!("{stem}y"))))
    .then_some(())
}
