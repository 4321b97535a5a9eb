//! Where the main clause of a goal begins: behind a heading, behind when, where and on what condition, at who acts.
//!
//! "Speech: in six weeks, with a picture card, *Lena will name* ..."; nothing is said here about the verb itself.

use super::by_phrase::by_at;
use super::calendar::{month, time_unit, weekday};
use super::direction::brought;
use super::lexicon::{self, stem};
use super::list::{List, Phrases};
use super::modal::{MODALS, past_modals};
use super::number::number_at;
use super::turn::{is_move, turn_at};
use super::unit::{adverb, per_at};
use super::word::Words;

/// First words of what may stand before the main clause.
static FRONTS: List = List::new(
    "twice at in on within inside by after before during over for given with without w w/out each every once starting from until till following \
    across throughout provided shown using per between through this next upon under beside while when whenever if as now currently presently \
    because since having despite unless due so out from minimum min max maximum behind when's most",
);
/// Of these, the ones with a verb of their own.
static CONDITIONS: List =
    List::new("while when whenever if as because since once unless now until till before after so");
/// Who somebody is in a plan; a verb follows at once.
pub(super) static ROLES: List = List::new(
    "patient client pt ct student pupil learner resident member participant partner child toddler teen couple family partners parents mother father mom dad mum grandma grandpa \
    parent teacher spouse wife husband cousins kids",
);
/// Who acts, in one word.
pub(super) static PERSONS: List = List::new(
    "i we he she they i'll we'll he'll she'll they'll i'd we'd he'd she'd they'd i'm we're",
);
/// Before a name for somebody.
static DETERMINERS: List = List::new("the our my his her their both each a an one this that");

/// Words for how it is before it changes.
pub(super) static NOW: Phrases = Phrases::new(
    "right now|just now|now|currently|presently|at the moment|at present|these days|as it stands|so far|up to now|until now",
);

/// Furthest that a main clause is looked for, in pieces.
const REACH: usize = 48;

/// The piece at which the main clause starts; `from` where nothing stands before it.
pub(super) fn main_clause(words: &Words<'_>, from: usize) -> usize {
    let at = meant_at(words, from).unwrap_or_else(|| past_heading(words, from));
    past_front(words, at)
}

/// "That worry at night, *I want* it gone", "Right now I buy two a day. *I will* quit them", "We walk once a week. *Step* this
/// up": where something said before is only pointed at.
fn meant_at(words: &Words<'_>, from: usize) -> Option<usize> {
    // Behind an "and", "it" is only what was last named.
    let mut pointers = "";
    for at in from + 2..words.len().min(from + REACH) {
        match words.at(at) {
            "," | "." | ";" | "-" | "–" => pointers = "it them that this these those",
            "and" if pointers.is_empty() => pointers = "this that",
            _ => {}
        }
        if words.is_one_of(at, pointers) {
            let modal = past_modals(words, at + 1);
            if at + 1 < modal && is_move(words, modal) {
                return Some(at);
            }
            let is_turned = turn_at(words, at - 1).is_some() || brought(words, at - 1).is_some();
            if is_turned && words.is_one_of(at + 1, "up down") && words.before(at - 1) != "to" {
                return Some(at - 1);
            }
        }
    }
    let is_now = NOW.at(words, from);
    let mark = (from + 2..words.len().min(from + 24)).find(|&at| {
        words.at(at) == ","
            && lexicon::LEAD_INS.at(words, at + 1).is_some()
            && PERSONS.has(words.at(at + 1))
            || is_now.is_some() && words.is_one_of(at, ". ;")
    })?;
    let is_meant = (mark + 1..words.len().min(mark + 16))
        .any(|at| words.is_one_of(at, "it them that this those they quit stopped given"));
    (is_meant && !(FRONTS.has(words.at(from)) && is_now.is_none())).then_some(mark + 1)
}

/// "Speech: Student to produce", "My goal: eat": a few words and a colon, and something is done behind it.
fn past_heading(words: &Words<'_>, from: usize) -> usize {
    let is_dash =
        |at: usize| words.is_one_of(at, "- – —") && !words.is_glued(at) && !words.is_glued(at + 1);
    // "No lift, no hand on the rail: Ada climbs": somebody acts behind the colon.
    let is_far = |at: usize| words.at(at) == ":" && subject(words, at + 1).is_some();
    let colon = (from + 1..from + 12)
        .find(|&at| is_far(at) || at < from + 5 && (words.at(at) == ":" || is_dash(at)));
    let Some(next) = colon.map(|at| at + 1) else { return from };
    let past = past_front(words, next);
    let is_front = next < past && number_at(words, next).is_none() && begins_clause(words, past);
    // "Scratch cards: I am giving them up"
    let is_meant = PERSONS.has(words.at(next))
        && (next..next + 6).any(|at| words.is_one_of(at, "it them this that"));
    let is_clause = is_front
        || begins_clause(words, next)
        || words.is_one_of(next, "fewer less more") && words.at(next + 1) != "than";
    if is_clause && !is_meant { next } else { from }
}

/// "In six weeks, with a card, Lena", "Each day drink", "2 times every 8 hours the resident".
pub(super) fn past_front(words: &Words<'_>, from: usize) -> usize {
    let is_counted = number_at(words, from).is_some() && by_at(words, from).is_none();
    // "Nightly, patient reports"
    let is_often = adverb(words.at(from)).is_some() && words.at(from + 1) == ",";
    let first = words.at(from);
    // "A month on from today", "Mon thru Sat"
    let is_time = words.is_one_of(from, "a an another") && time_unit(words.at(from + 1)).is_some()
        || weekday(first).is_some() && words.at(from + 1) != ":"
        || words.is_one_of(from, "up upon") && by_at(words, from).is_some()
        || first == "come"
            && (words.is_one_of(from + 1, "the my our next this")
                || words.written(from + 1).starts_with(char::is_uppercase));
    if !FRONTS.has(first) && number_at(words, from).is_none() && !is_often && !is_time {
        return from;
    }
    // "Each day drink", "5 months from now weed the beds"
    let time = by_at(words, from).map(|(_, taken)| taken);
    let time = time.or_else(|| per_at(words, from).map(|(_, taken)| taken)).or_else(|| {
        let per = per_at(words, from + 1).filter(|_| first == "twice");
        per.map(|(_, taken)| taken + 1)
    });
    // "Before the month is out"
    let is_over = |at: usize| {
        words.is_one_of(at, "is are have has")
            && words.is_one_of(at + 1, "out over up done gone passed elapsed")
    };
    let time = time.map(|taken| match from + taken {
        at if is_over(at) => taken + 2 + usize::from(words.at(at + 2) == "by"),
        _ => taken,
    });
    let is_next =
        |at: &usize| begins_clause(words, *at) && !words.is_one_of(*at, "have has is are");
    // "Target date 5/2: "
    let is_heading = |&taken: &usize| words.at(from + taken) == ":";
    if let Some(taken) = time.filter(is_heading) {
        return from + taken + 1;
    }
    if let Some(next) = time.map(|taken| from + taken).filter(is_next) {
        return next;
    }
    let mut has_verb = CONDITIONS.has(words.at(from));
    let mut depth = 0_u8;
    let mut comma = None;
    // "Out of ten times the timer rings, Lena will": what stands before the comma may have a verb too.
    let mut loose = None;
    for at in from + 1..words.len().min(from + REACH) {
        match words.at(at) {
            "(" | "[" => depth = depth.saturating_add(1),
            ")" | "]" => depth = depth.saturating_sub(1),
            "." if !is_short(words, at) => break,
            ";" => break,
            "will" | "shall" if !has_verb && depth == 0 => return comma.map_or(from, |at| at + 1),
            _ if 0 < depth => {}
            "," | "—" | "–" if begins_clause(words, at + 1) => return at + 1,
            // "In 6 lessons out of 7 sit"
            word if !has_verb
                && words.is_one_of(at.wrapping_sub(2), "of in")
                && number_at(words, at - 1).is_some()
                && lexicon::is_verb(word) =>
            {
                return at;
            }
            // "Twice before we meet again, walk"
            word if CONDITIONS.has(word) && PERSONS.has(words.at(at + 1)) => has_verb = true,
            "," if !is_counted
                && (words.at(at + 1) == "to" || words.at(at + 1).ends_with("ing")) =>
            {
                return at + 1;
            }
            // "This Friday: 45 minutes of piano"
            ":" if !words.is_glued(at + 1) => return at + 1,
            "," => comma = comma.or(Some(at)),
            "out" | "over" | "up" | "done"
                if words.is_one_of(at - 1, "is are has") && subject(words, at + 1).is_some() =>
            {
                return at + 1;
            }
            // "Before circle time Lena will dig"
            _ if has_verb => {
                let is_named = comma.is_none() && from + 1 < at && !PERSONS.has(words.at(at));
                let is_said =
                    is_named && MODALS.has(words.at(at + 1)) && subject(words, at).is_some();
                // "when a row starts we each sit"
                if is_said {
                    return at;
                }
                // "when I get in I sit"
                let is_again = from + 2 < at && words.at(at) == words.at(from + 1);
                if comma.is_none() && PERSONS.has(words.at(at)) && (bent(words, at - 1) || is_again)
                {
                    loose = loose.or(Some(at));
                }
            }
            _ if comma.is_none() && loose.is_none() && subject(words, at).is_some() => {
                if !words.is_one_of(at, "the a an this that each both") {
                    return at;
                }
                loose = Some(at);
            }
            _ => {}
        }
    }
    loose.or(comma.filter(|_| !is_counted).map(|at| at + 1)).unwrap_or(from)
}

/// "Mr.", "St.", "acc."
pub(super) fn is_short(words: &Words<'_>, at: usize) -> bool {
    words.at(at) == "."
        && words.is_one_of(at.saturating_sub(1), "mr mrs ms dr st pt acc approx abst min max")
        && at + 1 < words.len()
}

/// Whether somebody does something from here on, or is told to.
fn begins_clause(words: &Words<'_>, at: usize) -> bool {
    let word = words.at(at);
    if word == "[" || subject(words, at).is_some() || LEADS.at(words, at).is_some() {
        return true;
    }
    lexicon::is_verb(word) && !words.is_one_of(at + 1, "- and or ,") && at + 1 < words.len()
}

/// Names of what is wanted, before the verb.
static LEADS: Phrases = Phrases::new("my goal is|my aim is|my plan is|our goal is|our aim is");

/// Where the verb of somebody who stands at `at` is; `None` when nobody does.
fn subject(words: &Words<'_>, at: usize) -> Option<usize> {
    if PERSONS.has(words.at(at)) {
        return Some(at + 1);
    }
    let who = at + usize::from(DETERMINERS.has(words.at(at)));
    let is_named = who == at
        && 0 < at
        && words.written(at).starts_with(char::is_uppercase)
        && !lexicon::is_verb(words.at(at))
        && !words.is_one_of(at, "am pm")
        && month(words.at(at)).is_none()
        && weekday(words.at(at)).is_none();
    let is_role = ROLES.has(words.at(who));
    if !is_named && !is_role && who == at {
        return None;
    }
    let is_somebody = is_named || is_role;
    let goes_on =
        |at: usize| !words.is_one_of(at, ", ; :") && (words.at(at) != "." || is_short(words, at));
    (who + 1..who + 7).take_while(|&at| goes_on(at)).find(|&at| {
        let is_near = is_somebody || at < who + 3;
        // "the twins keep", "Dad and the boys cook"
        let are_many =
            words.before(at).ends_with('s') || words.before(at.saturating_sub(1)) == "and";
        at < past_modals(words, at)
            || is_somebody && at == who + 1 && words.is_one_of(at, "has is isn't won't")
            || is_somebody && words.at(at) == "to" && lexicon::is_verb(words.at(at + 1))
            || is_near && (bent(words, at) || are_many && lexicon::is_verb(words.at(at)))
            // "Pt stacks": whatever the verb is.
            || is_role && at == who + 1 && ends_in_s(words.at(at))
    })
}

fn ends_in_s(word: &str) -> bool {
    3 < word.len() && word.ends_with('s') && !word.ends_with("'s")
}

/// A verb as it stands after he or she.
fn bent(words: &Words<'_>, at: usize) -> bool {
    let word = words.at(at);
    word.ends_with('s') && word != "is" && stem(word) != word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words = Words::new(text);
        let at = main_clause(&words, 0);
        assert_eq!(text.get(words.place(at..words.len())), Some(expected), "{text}");
    }

    #[test]
    fn what_stands_before_who_acts_is_passed_over() {
        check("In six weeks, with a picture card, Lena will name it", "Lena will name it");
        check("By the review on 9/14 mother attends 10 classes", "mother attends 10 classes");
        check("Over the coming 40 days I water the beans", "I water the beans");
        check("When a friend turns mean, Ada will walk off", "Ada will walk off");
        check("Each Sunday Dad and the boys cook", "Dad and the boys cook");
        check("Each day drink three glasses", "drink three glasses");
        check("Come the autumn, plant two trees", "plant two trees");
        check("A week on from now I will dance", "I will dance");
        check("Tue thru Fri, keep bread", "keep bread");
        check("Out of ten times the bell rings, Ada will sit", "Ada will sit");
        check("In 3 lessons out of 4 sit down", "sit down");
        check("Twice before we meet again, dig a bed", "dig a bed");
        check("When I get in I sit down", "I sit down");
        check("twice a day brush it", "brush it");
        check("Ada will lift it and bring it up", "Ada will lift it and bring it up");
        check("When the bell rings we all line up", "we all line up");
        check("No rail, no one beside him: Mr. Diaz climbs", "Mr. Diaz climbs");
        check("She naps twice a day, cut this down to once", "cut this down to once");
        check("Before lunch time Ada will dig", "Ada will dig");
        check("Most mornings Tom has to be up", "Tom has to be up");
        check("At 6:45 each weekday, feeding the hens", "feeding the hens");
    }

    #[test]
    fn a_heading_is_passed_over_where_something_is_done_behind_it() {
        check("Speech: Student to produce it", "Student to produce it");
        check("My goal: eat with someone", "eat with someone");
        check("Gym visits: once a week, up to four", "Gym visits: once a week, up to four");
        check("Scratch cards: I am giving them up", "Scratch cards: I am giving them up");
    }

    #[test]
    fn a_clause_that_begins_at_once_stays() {
        for text in
            ["ride the bus, then walk", "3 walks a week, down from 5", "Lena, who will go", ""]
        {
            check(text, text);
        }
    }
}
