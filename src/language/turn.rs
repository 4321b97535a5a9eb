//! Verbs of more than one word that say which way: "wean off", "ramp up", "shave ten minutes off", "bring it down".

use super::comparator::{BEFORE, comparator_at};
use super::direction::Direction;
use super::lexicon::plain;
use super::list::{List, Phrases, is_in};
use super::number::number_at;
use super::word::Words;

/// Each with its verb in the plain form.
static TURNS: [(Phrases, Direction); 3] = [
    (
        Phrases::new(
            "give up|get down the|get rid of|cut down on|cut back on|cut back|cut down|put an end to|put a stop to|put a halt to|steer clear of|wean off|\
            wean myself off|come off|get off|lay off|ease off|ease up on|ease out of|let go of|let go|say goodbye to|swear off|do away with|go without|\
            shake off|dial back|dial down|tone down|scale back|scale down|pare back|pare down|rein in|bring down|turn away from|knock on the head|kick",
        ),
        Direction::Reduce,
    ),
    (
        Phrases::new(
            "step up|build up|ramp up|push up|scale up|top up on|beef up|bump up|bulk up|speed up|brush up on|brush up|get better at|get more|do more|make more",
        ),
        Direction::Increase,
    ),
    (
        Phrases::new(
            "carry on with|carry on|hold on to|hang on to|hold the line at|hold steady at|keep up with|keep up|keep on|stick with|stick to|go on with|\
            continue to|continue with|cont . to",
        ),
        Direction::Maintain,
    ),
];

/// Which way the verb at `at` turns what follows its pieces.
pub(super) fn turn_at(words: &Words<'_>, at: usize) -> Option<(Direction, usize)> {
    let verb = plain(words.at(at));
    // "step this up"
    let inner = usize::from(words.is_one_of(at + 1, "it this that them these those"));
    let found = TURNS.iter().find_map(|(phrases, way)| {
        phrases.bent(words, &verb, at + inner).map(|taken| (*way, taken + inner))
    });
    // "go on helping", but "go on three walks"
    let goes_on = verb == "go" && words.at(at + 1) == "on" && words.at(at + 2).ends_with("ing");
    found.or_else(|| off(words, &verb, at)).or(goes_on.then_some((Direction::Maintain, 2)))
}

/// "shave 10 points off", "take half an hour off": less of what follows.
fn off(words: &Words<'_>, verb: &str, at: usize) -> Option<(Direction, usize)> {
    if !is_in("shave knock take trim cut get drop", verb) {
        return None;
    }
    let is_amount = |at: usize| {
        number_at(words, at).is_some() || words.is_one_of(at, "half third quarter few couple")
    };
    let off = (at + 2..at + 7).find(|&at| words.at(at) == "off")?;
    (at + 1..off).any(is_amount).then_some((Direction::Reduce, off + 1 - at))
}

/// Where what is made to move does: "make this worry *go* away".
pub(super) fn caused(words: &Words<'_>, at: usize) -> Option<usize> {
    let is_plain = |at: &usize| is_move(words, *at) && plain(words.at(*at)) == words.at(*at);
    is_in("make makes let see get watch", words.at(at)).then(|| (at + 2..at + 9).find(is_plain))?
}

/// Verbs that what changes stands before, where nothing follows them but how far.
static MOVERS: List = List::new(
    "drop fall rise decrease decline climb grow increase dwindle shrink ease fade lessen lift improve settle sink dip taper subside \
    disappear vanish slide stop worsen come go get move",
);
/// Of these, the ones that do not stand alone.
static LED: List = List::new("come go get move");

/// Whether what is said before the verb at `at` moves: "should *fall* below 12", "will *come* down", "*get* better".
pub(super) fn is_move(words: &Words<'_>, at: usize) -> bool {
    let verb = plain(words.at(at));
    let next = at + 1;
    let is_led = LED.has(&verb);
    if !MOVERS.has(&verb) {
        return false;
    }
    match words.at(next) {
        "down" | "away" | "better" | "worse" | "easier" | "shorter" | "longer" | "milder"
        | "rarer" | "weaker" | "stronger" | "quieter" | "smaller" | "lighter" | "below"
        | "under" | "above" | "over" => {
            !words.at(next + 1).starts_with("my") && (!is_led || words.at(next) != "over")
        }
        "up" => words.is_one_of(next + 1, "to from by"),
        "from" if !is_led => true,
        "to" | "from" | "by" | "at" | "in" | "off" => {
            let to = next + 1 + usize::from(words.at(next) == "in");
            let compared = comparator_at(&BEFORE, words, to).map_or(0, |(_, taken)| taken);
            number_at(words, to + compared).is_some()
                || words.is_one_of(to, "zero none nil half once twice")
                || words.is_one_of(next, "by off") && !is_led
        }
        word => {
            !is_led
                && (word != "-" && !word.starts_with(char::is_alphanumeric)
                    || is_in("when after before over within until for with during so", word))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_of_more_words_turns_what_follows() {
        for (text, expected) in [
            ("pare back the lottery", Some((Direction::Reduce, 2))),
            ("weaning off the inhaler", Some((Direction::Reduce, 2))),
            ("take ten minutes off my shower", Some((Direction::Reduce, 4))),
            ("ramps up her walks", Some((Direction::Increase, 2))),
            ("hang on to our Sunday", Some((Direction::Maintain, 3))),
            ("go on helping", Some((Direction::Maintain, 2))),
            ("step this up to five", Some((Direction::Increase, 3))),
            ("stepped up to five", Some((Direction::Increase, 2))),
            ("go on three walks", None),
            ("take off my shoes", None),
            ("", None),
        ] {
            assert_eq!(turn_at(&Words::new(text), 0), expected, "{text}");
        }
    }
}
