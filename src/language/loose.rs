//! Words of a goal that can be seen which still leave something to agree on: judgements, amounts, times, unnamed skills.

use std::ops::Range;

use super::list::{List, Phrases, is_in};
use super::number::number_at;
use super::reading::{Rank, Reading};
use super::specific::is_specific;
use super::vague::{Measured, vague_terms};
use super::word::Words;
use super::{kindness, wish};

/// First words of times nobody can look up.
static TIMES: List = List::new(
    "earlier late immediately right soon sooner later promptly at early quickly someday asap timely in straight",
);
/// First words of amounts nobody can count.
static AMOUNTS: List = List::new(
    "regular regularly consistent consistently significantly significant gradually over minimal minimally limited enough as often \
    frequently occasionally sometimes a substantially considerably sufficient sufficiently several mostly somewhat usually excess \
    moderately rarely",
);
/// First words of what other rules ask about: verbs nobody can watch, words of change.
static UNSEEN: List = List::new(
    "manage manages managing cope copes coping deal deals dealing explore explores exploring process processes processing resolve \
    resolves resolved resolving address addresses addressing work works working learn learns learning gain gains gaining take takes \
    taking get come handle handles handling issue issues things stuff improve improves improving improved enhance enhances enhancing \
    enhanced normalise normalize",
);

/// The first of each kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Loose {
    pub(crate) word: Option<Range<usize>>,
    pub(crate) amount: Option<Range<usize>>,
    pub(crate) time: Option<Range<usize>>,
}

/// What is left to agree on in `words`; nothing while the wish is a state, which has a question of its own.
pub(crate) fn loose(words: &Words<'_>, reading: &Reading) -> Loose {
    let mut loose = Loose::default();
    if wish::state(words, reading).is_some() {
        return loose;
    }
    let measured = match &reading.target {
        Some(target) if target.rank != Rank::Zero => Measured::Yes,
        _ => Measured::No,
    };
    // What somebody says of himself, or of others, has a question of its own.
    let apart = [kindness::blame(words), kindness::compared(words)];
    let is_apart = |term: &Range<usize>| {
        apart.iter().flatten().any(|at| at.start <= term.start + 3 && term.start < at.end)
    };
    let has_clock = (0..words.len()).any(|at| is_clock(words, at));
    let is_seen = is_specific(words, reading);
    for term in vague_terms(words, measured).into_iter().filter(|term| !is_apart(term)) {
        let first = words.at(term.start);
        let is_more = is_in("more less fewer greater", first);
        let kind = if TIMES.has(first) {
            if has_clock {
                continue;
            }
            &mut loose.time
        } else if AMOUNTS.has(first) || is_more && term.len() == 1 {
            &mut loose.amount
        } else if UNSEEN.has(first) || !is_seen {
            continue;
        } else {
            &mut loose.word
        };
        kind.get_or_insert(term);
    }
    loose
}

/// "7 am", "19:30", "8 o'clock": then "earlier" has its time.
fn is_clock(words: &Words<'_>, at: usize) -> bool {
    let Some((_, taken)) = number_at(words, at) else { return false };
    let next = at + taken;
    words.is_one_of(next, "am pm o'clock")
        || words.is_one_of(next.saturating_add(1), "m") && words.is_one_of(next, "a p")
        || words.at(next) == ":" && words.is_glued(next)
        || words.before(at) == "at" && words.at(next).is_empty()
}

/// Skills and the like, before they have names.
static UNNAMED: List = List::new(
    "skills skill strategies strategy techniques technique tools tool ways methods method solutions exercises",
);
/// After these they are known, or belong to something else's name.
static NAMED: Phrases = Phrases::new(
    "such as|e . g|eg|for example|for instance|like|including|namely|:|(|group|class|training|worksheet|workbook|list|card|course|box|i \
    learned|i know|we practiced|we practised|-",
);

/// "two coping skills", "some ways to relax".
pub(crate) fn unnamed_skill(words: &Words<'_>) -> Option<Range<usize>> {
    let at = (0..words.len()).find(|&at| UNNAMED.has(words.at(at)))?;
    let is_named = (at + 1..words.len()).any(|next| {
        let gap = next == at + 1 || !is_in(": ( - like group class list card box", words.at(next));
        gap && NAMED.at(words, next).is_some()
    }) || words.before(at) == "-";
    let start = (at.saturating_sub(3)..at).find(|&at| {
        number_at(words, at).is_some() || words.is_one_of(at, "some a an new any more different")
    });
    let is_known = (at.saturating_sub(3)..at)
        .any(|at| words.is_one_of(at, "the my these those this that his her their our"));
    let is_coping = words.is_one_of(
        at.saturating_sub(1),
        "coping calming relaxation grounding social communication parenting study regulation management",
    );
    let start = start.or((is_coping && 0 < at).then(|| at - 1))?;
    (!is_named && !is_known).then_some(start..at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::reading::read;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: [&str; 3]) {
        let words = Words::new(text);
        let Loose { word, amount, time } = loose(&words, &read(&words));
        let said = |place: Option<Range<usize>>| {
            place.and_then(|place| text.get(words.place(place))).unwrap_or_default()
        };
        assert_eq!([said(word), said(amount), said(time)], expected, "{text}");
    }

    #[test]
    fn what_is_left_to_agree_on_is_told_apart() {
        check("speak to my teacher in an appropriate voice", ["appropriate", "", ""]);
        check("exercise regularly", ["", "regularly", ""]);
        check("walk the dog more", ["", "more", ""]);
        check("get up earlier", ["", "", "earlier"]);
        check("get up earlier, at 7", ["", "", ""]);
        check("call my sister soon", ["", "", "soon"]);
        check("walk the dog 3 times a week", ["", "", ""]);
        check("feel better", ["", "", ""]);
        check("be more confident", ["", "", ""]);
        check("be less lazy and read as well as my sister", ["", "", ""]);
    }

    #[test]
    fn a_skill_without_a_name_is_seen() {
        let check = |text: &str, expected: Option<&str>| {
            let words = Words::new(text);
            let found = unnamed_skill(&words).and_then(|place| text.get(words.place(place)));
            assert_eq!(found, expected, "{text}");
        };
        check("learn two coping skills", Some("two coping skills"));
        check("find some ways to relax", Some("some ways"));
        check("use coping skills when I am upset", Some("coping skills"));
        check("use two coping skills such as walking", None);
        check("use the skills we practiced", None);
        check("go to the skills group", None);
        check("use deep breathing when I am upset", None);
    }
}
