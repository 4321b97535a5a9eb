//! How a wish is put: as something to stop, as two things at once, as all or nothing, as a state.

use std::ops::Range;

use super::direction::{Direction, direction};
use super::lead_in::{Shape, shape};
use super::lexicon::{DEEDS, stem};
use super::list::{List, Phrases, is_in};
use super::reading::{Rank, Reading};
use super::specific::{UMBRELLA, is_specific, is_state};
use super::word::Words;

/// Words after which nothing but an absence is left.
static STOPPING: Phrases = Phrases::new(
    "stop|quit|avoid|give up|eliminate|refrain|abstain|get rid of|never|no longer|no|not|cease|end|without|stay away from|keep from|\
    stopping|quitting|avoiding|giving up",
);
/// Words that bring in what comes in its place.
static INSTEAD: Phrases = Phrases::new(
    "instead|rather than|in place of|replace|replacing|by using|using|by|so that i can|and use|and start|and do",
);

/// Only what should stop: the pieces that say so, when nothing stands in its place.
pub(crate) fn avoidance(words: &Words<'_>) -> Option<Range<usize>> {
    let head = words.head();
    let stop = STOPPING.at(words, head.at).map(|taken| head.at..head.at + taken);
    let negation = head.is_negated.then(|| head.at.saturating_sub(1)..head.at + 1);
    let place = stop.or(negation)?;
    let replaced = (place.end..words.len()).any(|at| {
        INSTEAD.at(words, at).is_some_and(|taken| {
            at + taken < words.len() && super::by_phrase::by_at(words, at).is_none()
        })
    });
    (!replaced).then_some(place)
}

/// Words of all or nothing.
static ABSOLUTE: Phrases = Phrases::new(
    "always|never|never again|every single time|every time|everyone|everybody|nobody|no one|nothing|everything|completely|totally|perfect|\
    perfectly|at all times|all the time|100 %|100 percent|100 per cent|for good|forever|ever again|no matter what|whatever happens|entirely|constantly",
);

/// The first word of all or nothing.
pub(crate) fn absolute(words: &Words<'_>) -> Option<Range<usize>> {
    (0..words.len()).find_map(|at| {
        // "100% of chances" is a measure of its own kind; "scared all the time" is what should end.
        let taken = ABSOLUTE.at(words, at)?;
        let is_all = words.at(at) != "no" || words.before(at) != "with";
        is_all.then_some(at..at + taken)
    })
}

/// Verbs that come in pairs and are one thing: "go and see", "stop and think".
static PAIRED: List = List::new(
    "go come try stop sit wait get look stand pick wash brush rinse sign start settle read write eat open set",
);

/// How far a clause is followed, in pieces: longer ones are stories, not goals.
const REACH: usize = 60;

/// The second of two goals, from its joining word on.
pub(crate) fn second_goal(words: &Words<'_>) -> Option<Range<usize>> {
    let first = words.head().at;
    if !words.at(first).starts_with(char::is_alphabetic) {
        return None;
    }
    (first + 3..words.len().min(first + REACH)).find_map(|at| {
        let joined = words.longest(at, "and also|and then|and to|and|plus|as well as|;")?;
        let next = at + joined;
        let verb = stem(words.at(next));
        let is_bent = verb != words.at(next);
        let is_change = is_in("feel improve reduce increase stop quit manage cope lower", &verb);
        let is_deed = (DEEDS.has(&verb) || is_change) && !is_bent && next + 1 < words.len();
        // "and put it away": still the same thing.
        let goes_on = (next + 1..next + 4)
            .any(|at| words.is_one_of(at, "it them him her myself himself herself themselves"));
        let is_pair = at < first + 4 && PAIRED.has(&stem(words.at(first)));
        let is_clause_end = (first..at)
            .any(|at| words.is_one_of(at, "when while because so if or"))
            || words.before(at) == "and";
        (is_deed && !goes_on && !is_pair && !is_clause_end).then_some(at..next + 1)
    })
}

/// The pieces that name a state or an umbrella word, when the wish is no more than that.
pub(crate) fn state(words: &Words<'_>, reading: &Reading) -> Option<Range<usize>> {
    let at = words.head().at;
    if words.len() == 0 || is_specific(words, reading) {
        return None;
    }
    let end = (at..words.len())
        .find(|&at| words.is_one_of(at, ", . ; so when because by"))
        .unwrap_or(words.len());
    if is_state(words, at) {
        let is_small = |at: usize| {
            is_in(
                "be being become get stay feel felt seem more less much a lot little bit so very really as keep",
                words.at(at),
            )
        };
        let state = (at..end).find(|&at| !is_small(at)).unwrap_or(at);
        return Some(at..state + 1);
    }
    let umbrella = (at..end.min(at + 10)).rev().find(|&at| {
        UMBRELLA.has(words.at(at)) || is_in("better worse more less well happy", words.at(at))
    });
    umbrella.map(|last| at..last + 1)
}

/// The pieces that stand where a verb for something visible should stand.
pub(crate) fn unseen_verb(words: &Words<'_>, reading: &Reading) -> Option<Range<usize>> {
    let at = words.head().at;
    if words.len() == 0 || is_specific(words, reading) {
        return None;
    }
    let is_deed = shape(words, at) == Shape::Deed
        && DEEDS.has(&stem(words.at(at)))
        && !is_in("get have make do find build", &stem(words.at(at)));
    (!is_deed).then_some(at..at + 1)
}

/// Whether two levels are one.
pub(crate) fn is_same(words: &Words<'_>, reading: &Reading) -> bool {
    let (Some(now), Some(then)) = (&reading.baseline, &reading.target) else { return false };
    let same = now.quantity.low == then.quantity.low
        && now.quantity.high == then.quantity.high
        && now.quantity.per == then.quantity.per
        && now.quantity.kind == then.quantity.kind;
    same && now.place != then.place
        && then.rank == Rank::Number
        && direction(words) != Some(Direction::Maintain)
}
