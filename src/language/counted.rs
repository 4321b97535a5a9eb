//! What a number counts: the unit, the share or the noun after it.

use super::instrument::Scale;
use super::list::{List, Phrases, is_in};
use super::number::{Number, number_at};
use super::quantity::{Kind, Quantity, STOPS, has_period};
use super::unit::{HELP, PHYSICAL, TIME, is_day, look_up, per_at};
use super::word::Words;

/// Reads the unit after a number into `quantity`; the pieces it takes. `None` if this is no quantity of the goal.
pub(crate) fn unit_at(
    words: &Words<'_>,
    scale: &Scale,
    at: usize,
    quantity: &mut Quantity,
) -> Option<usize> {
    if let Some(taken) = words.longest(at, "%|percent|per cent|pct") {
        quantity.kind = Kind::Percent;
        "%".clone_into(&mut quantity.unit);
        return Some(taken);
    }
    if let Some(taken) = ratio_at(words, scale, at, quantity) {
        return Some(taken);
    }
    let dash = usize::from(words.at(at) == "-");
    // "18 contact hours"
    let is_kind = dash == 0 && 2 < words.at(at).len() && !STOPS.has(words.at(at));
    let gap = usize::from(
        is_kind
            && words.is_one_of(at + 1, "hours minutes")
            && !words.is_one_of(at, "lunch happy rush office visiting school"),
    );
    let word = words.at(at + dash + gap);
    if let Some(unit) =
        look_up(&TIME, word).filter(|unit| matches!(*unit, "second" | "minute" | "hour"))
    {
        let is_letter = word.len() == 1 && !words.is_glued(at);
        if is_letter {
            return None;
        }
        quantity.kind = Kind::Duration;
        quantity.unit = format!("{unit}s");
        return Some(dash + gap + 1);
    }
    if let Some(unit) = look_up(&PHYSICAL, word) {
        unit.clone_into(&mut quantity.unit);
        return (words.at(at + dash + 1) != "away").then_some(dash + 1);
    }
    // "2-step", "12-week": the number is part of what the thing is called.
    if dash == 1 && words.is_glued(at) {
        return None;
    }
    // "a time-out" is a thing.
    let is_name = words.at(at) == "time" && words.at(at + 1) == "-";
    if words.longest(at, "times table|times tables").is_some() {
        return None;
    }
    let times = words.longest(at, "times|time|x|x's|occasions|occasion").filter(|_| !is_name);
    if let Some(taken) = times {
        "times".clone_into(&mut quantity.unit);
        let share = words
            .is_one_of(at + taken, "in out")
            .then(|| ratio_at(words, scale, at + taken, quantity))
            .flatten();
        return Some(taken + share.unwrap_or(0));
    }
    if words.is_one_of(at, "points point pts") {
        quantity.kind = Kind::Score;
        "points".clone_into(&mut quantity.unit);
        let of = if words.phrase(at + 1, "out of").is_some() {
            number_at(words, at + 3).map_or(0, |(_, taken)| 2 + taken)
        } else {
            0
        };
        return Some(1 + of);
    }
    for gap in 0..3 {
        if HELP.has(words.at(at + gap)) {
            "prompts".clone_into(&mut quantity.unit);
            return Some(gap + 1);
        }
    }
    noun_at(words, scale, at, quantity)
}

/// Words that are no counted noun.
static NO_NOUN: List = List::new(
    ", . ; : ) ( and or on in at by with before after when for from to until as so of than but out \
    rather over within inside outside beyond throughout toward towards onto into per since until till before after around about between among amid during through across while using under is if then per each every a the daily weekly monthly \
    nightly down up right now currently range",
);

/// A counted noun, or nothing at all.
fn noun_at(words: &Words<'_>, scale: &Scale, at: usize, quantity: &mut Quantity) -> Option<usize> {
    let word = words.at(at);
    // "no more than one a month"
    if quantity.is_article && words.is_one_of(at, "a per each every") && per_at(words, at).is_some()
    {
        "times".clone_into(&mut quantity.unit);
        return Some(0);
    }
    let is_within = word == "w" && words.at(at + 1) == "/";
    // "8 right out of 10"
    let is_right = word == "right" && words.phrase(at + 1, "out of").is_some();
    if word.is_empty()
        || is_within
        || NO_NOUN.has(word) && !is_right
        || !word.starts_with(char::is_alphabetic)
    {
        // A word for "one" without a noun is no number at all ("no one", "one of us").
        quantity.is_bare = true;
        // "up from one"
        let is_level =
            words.before(at) == "one" && words.is_one_of(at.saturating_sub(2), "from to was");
        return (!quantity.is_article || is_level).then_some(0);
    }
    // "4-5 word answers"
    if is_in("word step part syllable digit letter sentence point piece item", word)
        && !quantity.is_article
        && words.at(at + 1).starts_with(char::is_alphabetic)
        && !STOPS.has(words.at(at + 1))
    {
        return None;
    }
    if let Some(taken) = streak_at(words, at) {
        quantity.kind = Kind::Duration;
        "days".clone_into(&mut quantity.unit);
        return Some(taken);
    }
    if is_day(word) || look_up(&TIME, word).is_some_and(|_| word.len() > 1) {
        let is_other_stretch = matches!(look_up(&TIME, word), Some(unit) if unit != "day");
        if is_other_stretch || (quantity.is_article && words.before(at) != "one") {
            return None;
        }
        "times".clone_into(&mut quantity.unit);
        let share = words
            .is_one_of(at + 1, "in out")
            .then(|| ratio_at(words, scale, at + 1, quantity))
            .flatten();
        return Some(1 + share.unwrap_or(0));
    }
    // "5 sessions out of 6"
    if words.phrase(at + 1, "out of").is_some()
        && let Some(taken) = ratio_at(words, scale, at + 1, quantity)
    {
        word.clone_into(&mut quantity.unit);
        return Some(1 + taken);
    }
    if quantity.is_article {
        // "a card" is no amount; "one evening a week" is.
        return (words.before(at) == "one" || has_period(words, at)).then_some(0);
    }
    Some(0)
}

/// "30 consecutive days", "five school days in a row": days on end are one stretch.
fn streak_at(words: &Words<'_>, at: usize) -> Option<usize> {
    let skip =
        usize::from(words.is_one_of(at, "consecutive consec straight successive solid school"));
    let is_run = words.is_one_of(at, "consecutive consec straight successive solid")
        || words
            .longest(
                at + skip + 1,
                "in a row|on the trot|on the bounce|on end|in succession|back to back|back - to - back|straight|running|sober|clean|dry|abstinent|\
                smoke - free|drug - free|alcohol - free|without",
            )
            .is_some();
    (is_run && words.is_one_of(at + skip, "day days")).then_some(skip + 1)
}

/// What stands between a part and its whole.
static PARTED: Phrases = Phrases::new(
    "of|out of|of my|of his|of her|of their|of our|of the|of the next|of the last|out of every|out of these|out of those|in|in every|of every|of each|out of the|out of a possible|of a possible|\
     outta|out a|for every|from|out of my|out of his|out of her|out of our|out of each|in each|of those|of these|of all|out of all|from every|from each|out of a|correct out of|right out of",
);

/// "/5", "of 10 days", "out of four weeks", "in every 7".
fn ratio_at(words: &Words<'_>, scale: &Scale, at: usize, quantity: &mut Quantity) -> Option<usize> {
    let lead = if words.at(at) == "/" && words.is_glued(at) { 1 } else { PARTED.at(words, at)? };
    let (of, taken) = number_at(words, at + lead)?;
    // A third part makes it a date; a smaller whole makes it none.
    if words.at(at + lead + taken) == "/"
        && words.is_glued(at + lead + taken)
        && number_at(words, at + lead + taken + 1).is_some()
        || of < quantity.low
    {
        return None;
    }
    let next = at + lead + taken;
    // "6 hours in 2 days" is no share.
    if words.at(at) == "in" && look_up(&TIME, words.at(next)).is_some_and(|unit| unit != "day") {
        return None;
    }
    // "8 of 10 first lessons"
    let noun = words.at(next + usize::from(words.is_one_of(next, "first last school timed")));
    let is_rating = of == Number::whole(10) && !is_counted_noun(noun) && scale.is_rated;
    quantity.kind = if is_rating { Kind::Score } else { Kind::Ratio };
    quantity.of = Some(of);
    quantity.unit = if is_rating {
        "/10".to_owned()
    } else if is_counted_noun(noun) {
        noun.to_owned()
    } else {
        quantity.unit.clone()
    };
    Some(lead + taken)
}

/// Whether a word is what shares are counted in.
fn is_counted_noun(word: &str) -> bool {
    static NOUNS: List = List::new(
        "trials trial opportunities opportunity chances times days tries reps attempts instances occasions lessons \
        sessions weeks meals questions problems items words nights mornings evenings afternoons classes periods visits reports \
        productions assignments games turns situations conversations activities breaks recesses steps snacks lunches check goes rows rides runs",
    );
    NOUNS.has(word) || (word.len() > 4 && word.ends_with('s') && !word.ends_with("ss"))
}
