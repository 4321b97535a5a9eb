//! Which way a goal points: less of something, more of it, as much as now, or something done.

use super::head::Head;
use super::lexicon::{is_verb, plain, stem};
use super::list::{List, is_in};
use super::number::number_at;
use super::turn::{caused, turn_at};
use super::word::Words;
use super::zero::zero_at;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Reduce,
    Increase,
    Maintain,
    Achieve,
}

impl Direction {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Reduce => "reduce",
            Self::Increase => "increase",
            Self::Maintain => "maintain",
            Self::Achieve => "achieve",
        }
    }
}

static REDUCE: List = List::new(
    "subside disappear vanish fade dip plummet slash curtail conquer quell banish erase reduce decrease lower lessen reduction shorten trim shrink sink taper dwindle whittle soften cut shed halve lose less fewer fall stop quit never eliminate refrain abstain avoid resolve \
    ease minimize minimise limit drop alleviate curb diminish relieve dissolve overcome down",
);
static INCREASE: List = List::new(
    "increase improve improvement enhance raise lift lengthen build strengthen gain regain restore rebuild widen boost more better greater \
    higher closer happier healthier stronger calmer safer deepen expand extend grow grows broaden heighten up nicer friendlier braver kinder",
);
/// Nouns for less of something.
static FEWER_OF: List =
    List::new("drop fall decrease reduction cut cutback decline loss easing lessening");
/// Nouns for more of something.
static MORE_OF: List = List::new("rise increase gain lift improvement boost growth raise");
static MAINTAIN: List = List::new("maintain remain stay keep continue sustain hold cont");

/// The direction of the wish, by its first main verb.
pub(crate) fn direction(words: &Words<'_>) -> Option<Direction> {
    if words.len() == 0 {
        return None;
    }
    let head = words.head();
    let at = head.at;
    if head.is_negated || words.longest(at, "free of|no longer").is_some() {
        return Some(Direction::Reduce);
    }
    // "No hitting", "Hitting: zero incidents", "my worries to go away"
    // "Calls to my sister: by February, up to 3 a month": a heading is no verb.
    let is_heading =
        (at..at + 5).any(|at| words.at(at) == ":" && !words.at(at + 1).starts_with('“'));
    let is_none = words.is_one_of(head.clause, "no zero") && zero_at(words, head.clause).is_some()
        || !head.is_verb
            && (0..words.len().min(8))
                .any(|at| words.at(at) == ":" && words.is_one_of(at + 1, "zero never none"));
    if is_none || (at..at + 8).any(|at| words.longest(at, "go away|goes away|disappear").is_some())
    {
        return Some(Direction::Reduce);
    }
    if let Some((found, _)) = change_noun(words, head) {
        return Some(found);
    }
    let word = words.at(at);
    if let Some(found) = set_phrase(words, at) {
        return Some(found);
    }
    if matches!(word, "change" | "shift")
        && (0..words.len()).all(|at| number_at(words, at).is_none())
    {
        return None;
    }
    let turned = |at| change(words, at).or_else(|| moved(words, at));
    let found = end_in_view(words, at)
        .map(|(found, _)| found)
        .or_else(|| turned(at))
        .or_else(|| caused(words, at).and_then(turned))
        .or_else(|| brought(words, at));
    if found.is_some() {
        return found;
    }
    // "report nausea easing": what is reported decides.
    if is_in("report reports describe describes state states voice voices", word) {
        let mut said = (at + 1..at + 6).take_while(|&at| !words.is_one_of(at, ", . ; that"));
        let found = said.find_map(|at| change(words, at));
        if found.is_some() {
            return found;
        }
    }
    // "will be improved", "are to be avoided"
    if is_in("be is are gets get", word)
        && let Some(found) = done(words, at + 1)
    {
        return Some(found);
    }
    // "be less worried", "have fewer arguments", "feel closer", "develop a better bond": the word on the object decides.
    for next in at + 1..at + 12 {
        let is_compared =
            words.at(next + 1) == "than" || matches!(words.before(next), "or" | "no" | "not");
        match words.at(next) {
            _ if is_compared || words.is_one_of(next - 1, "“ \"") => {}
            "and"
                if is_verb(&stem(words.at(next + 1))) || words.is_one_of(next + 1, "seem feel") =>
            {
                break;
            }
            // "back down the allotment" is a place.
            "down" | "up" if word == "be" => {
                let is_far = number_at(words, next + 1).is_some()
                    || words.is_one_of(next + 1, "by to from below under");
                if is_far || words.at(next) == "down" && !is_word(words, next + 1) {
                    let is_down = words.at(next) == "down";
                    return Some(if is_down { Direction::Reduce } else { Direction::Increase });
                }
            }
            "restored" | "more" | "better" | "greater" | "closer" | "happier" | "healthier"
            | "stronger" | "calmer" | "improved" | "increased" | "higher" | "safer" | "braver"
            | "nicer" | "kinder" | "friendlier" => {
                return Some(Direction::Increase);
            }
            "shorter" | "milder" | "rarer" | "weaker" | "smaller" | "less" | "fewer"
            | "reduced" | "decreased" | "lower" | "fewest" => {
                return Some(Direction::Reduce);
            }
            "," | "." | ";" | "so" | "when" | "before" | "after" | "while" | "because" | "by"
            | "to" | "using" => break,
            _ => {}
        }
    }
    // "Hand washing down from 40 a day": a noun that looks like a verb.
    let is_noun = words.at(at + 1).ends_with("ing")
        && !is_in("try start keep stop begin practise practice avoid go continue quit", word);
    // "Trace the letters, up from 40 %": who does a thing to something is no noun.
    let has_object = words.is_one_of(at + 1, "the my a an her his our their your");
    let is_open = is_heading || !head.is_verb || is_noun || !has_object && !is_verb(&stem(word));
    // "Less moping is to be seen": said of what stands first.
    if head.is_verb && head.clause < at && words.is_one_of(head.clause, COMPARED) {
        return change(words, head.clause);
    }
    let behind = if is_open { said_behind(words) } else { None };
    behind.or(Some(Direction::Achieve))
}

/// "Hand washing *down* from 40 a day", "pool visits *up* to three", "5 hours; *cut* by half".
fn said_behind(words: &Words<'_>) -> Option<Direction> {
    for at in 0..words.len() {
        match words.at(at) {
            "down"
                if words.is_one_of(at + 1, "to from by") || number_at(words, at + 1).is_some() =>
            {
                return Some(Direction::Reduce);
            }
            "up" if words.is_one_of(at + 1, "to from") => {
                return Some(Direction::Increase);
            }
            // "3 a week now, cut to 1", "5 hours; cut by half"
            "cut" | "halve" | "halved" if words.is_one_of(at + 1, "to by") => {
                return Some(Direction::Reduce);
            }
            // "meltdowns kept under 5 minutes", "ambulation increased to 200 ft"
            "kept" | "held" if words.is_one_of(at + 1, "under below at to up") => {
                return Some(Direction::Maintain);
            }
            "trimmed" | "reduced" | "lowered" | "increased" | "raised" | "restored" => {
                return change(words, at);
            }
            // "the rating to rise to 4"
            "climb" | "rise" | "fall" | "drop" if words.before(at) == "to" => {
                return moved(words, at).or_else(|| change(words, at));
            }
            // "half as often as now"
            "half" if words.at(at + 1) == "as" => return Some(Direction::Reduce),
            // "Sense of self - improve"
            "-" | "–" | "—" | ":" if !is_word(words, at + 2) && change(words, at + 1).is_some() =>
            {
                return change(words, at + 1);
            }
            "=" if number_at(words, at + 1).is_some_and(|(none, _)| none.as_whole() == Some(0)) => {
                return Some(Direction::Reduce);
            }
            _ => {}
        }
    }
    None
}

/// Words that say of what stands behind them that there is more or less of it.
pub(super) const COMPARED: &str =
    "more less fewer better greater lower higher improved increased reduced decreased lessened";

/// "be *lowered*", "be *stepped up*".
pub(super) fn done(words: &Words<'_>, at: usize) -> Option<Direction> {
    change(words, at).or_else(|| turn_at(words, at).map(|(found, _)| found))
}

fn is_word(words: &Words<'_>, at: usize) -> bool {
    words.at(at).starts_with(char::is_alphanumeric)
}

/// Phrases that say which way by themselves.
fn set_phrase(words: &Words<'_>, at: usize) -> Option<Direction> {
    // "work on reducing": the change decides.
    if let Some(taken) = words.longest(at, "work on|works on|working on")
        && let Some(found) = change(words, at + taken)
    {
        return Some(found);
    }
    let has_none = words.is_one_of(at, "have has having")
        && words.at(at + 1) == "no"
        && zero_at(words, at + 1).is_some();
    if has_none || words.phrase(at, "have zero").is_some() {
        return Some(Direction::Reduce);
    }
    let turn = turn_at(words, at).map(|(found, _)| found);
    turn.or_else(|| words.phrase(0, "half as").map(|_| Direction::Reduce))
}

/// "a drop in", "an increase of 2 hours in": which way, and where what changes stands.
pub(super) fn change_noun(words: &Words<'_>, head: Head) -> Option<(Direction, usize)> {
    // "see a 30 percent drop in"
    let is_held = words.is_one_of(
        head.at,
        "see have achieve get show make reach experience report demonstrate notice",
    );
    change_noun_at(words, head.clause)
        .or_else(|| change_noun_at(words, head.at + 1).filter(|_| is_held))
}

fn change_noun_at(words: &Words<'_>, from: usize) -> Option<(Direction, usize)> {
    let start = from + usize::from(words.is_one_of(from, "a an the"));
    let is_noun = |at: usize| FEWER_OF.has(words.at(at)) || MORE_OF.has(words.at(at));
    // "a 15-point reduction", "a clear rise"
    let is_led =
        number_at(words, start).is_some() || words.is_one_of(start, "clear small slow steady big");
    let reach = if is_led { 4 } else { 1 };
    let noun = (start..start + reach).find(|&at| is_noun(at))?;
    let next = noun + 1;
    let place = match words.at(next) {
        "in" | "on" => next,
        // "a drop of 30 per cent in my bouts", "a drop of three cigarettes"
        "of" => match number_at(words, next + 1) {
            Some((_, taken))
                if !words.is_one_of(next + 1 + taken, "% per percent points point") =>
            {
                next + taken
            }
            Some(_) => (next..next + 8).find(|&at| words.is_one_of(at, "in on"))?,
            None => next,
        },
        _ => return None,
    };
    let way = if FEWER_OF.has(words.at(noun)) { Direction::Reduce } else { Direction::Increase };
    Some((way, place + 1))
}

/// "go down", "rise to 6", "climb from 81".
fn moved(words: &Words<'_>, at: usize) -> Option<Direction> {
    let (word, next) = (stem(words.at(at)), words.at(at + 1));
    let is_level = number_at(words, at + 2).is_some() && is_in("to from by above", next);
    match word.as_str() {
        "go" | "come" | "move" if next == "down" => Some(Direction::Reduce),
        "go" | "come" | "move" if next == "up" && words.is_one_of(at + 2, "to from by") => {
            Some(Direction::Increase)
        }
        "climb" | "rise" if is_level => Some(Direction::Increase),
        _ => None,
    }
}

/// "bring it down", "get my average up from 52 %".
pub(super) fn brought(words: &Words<'_>, at: usize) -> Option<Direction> {
    let word = if words.at(at) == "have" { words.at(at + 1) } else { words.at(at) };
    // "give them up"
    if word.starts_with("giv") && words.at(at + 2) == "up" {
        return Some(Direction::Reduce);
    }
    if is_in("bring brings bringing brought get gets getting take turn push nudge pushed", word) {
        for next in at + 1..at + 24 {
            match words.at(next) {
                // "get used to turning down work"
                _ if words.before(next) == "turning" => {}
                "down" => return Some(Direction::Reduce),
                "up" if word.starts_with("bring")
                    || words.is_one_of(next + 1, "to from by")
                        && !words.is_one_of(next + 2, "the a an") =>
                {
                    return Some(Direction::Increase);
                }
                "." | ";" => break,
                "," if !word.starts_with("get")
                    && !words.is_one_of(next + 1, "which now currently down") =>
                {
                    break;
                }
                _ => {}
            }
        }
    }
    None
}

/// "use a card to cut drinking days from 5 to 1": the change with its own amount decides, and what it is about follows.
pub(super) fn end_in_view(words: &Words<'_>, head: usize) -> Option<(Direction, usize)> {
    (head + 1..words.len().min(head + 12)).filter(|&at| words.at(at) == "to").find_map(|to| {
        let found = change(words, to + 1)?;
        let has_amount = (to + 2..to + 10)
            .take_while(|&at| !words.is_one_of(at, ". ;"))
            .any(|at| words.is_one_of(at, "from to by") && number_at(words, at + 1).is_some());
        (matches!(found, Direction::Reduce | Direction::Increase) && has_amount)
            .then_some((found, to + 2))
    })
}

pub(super) fn change(words: &Words<'_>, at: usize) -> Option<Direction> {
    let word = words.at(at);
    if is_in("raise raises raising", word)
        && ((at + 1..at + 4).any(|at| words.is_one_of(at, "hand hands"))
            || words.is_one_of(at + 1, "a an"))
        || word.starts_with("fall") && words.is_one_of(at + 1, "asleep")
        || word.starts_with("cut") && words.is_one_of(at + 1, "along out around")
    {
        return None;
    }
    if word == "hold" {
        // "hold caffeine at two cups"
        let is_level =
            (at + 2..at + 6).any(|at| words.at(at) == "at" && number_at(words, at + 1).is_some());
        return (words.at(at + 1) == "steady" || is_level).then_some(Direction::Maintain);
    }
    // "stretch reading from 6 to 25 minutes"
    if word == "stretch"
        && (at + 1..at + 6).any(|at| words.at(at) == "from" && number_at(words, at + 1).is_some())
    {
        return Some(Direction::Increase);
    }
    if matches!(word, "up" | "down") {
        return None;
    }
    // "cut up my food", "lower myself into a chair", "lift 5 kg"
    let next = words.at(at + 1);
    if (word.starts_with("cut") && next == "up")
        || (word.starts_with("lower") && next.ends_with("self"))
        || (word.starts_with("lift") && number_at(words, at + 1).is_some())
    {
        return None;
    }
    let plain = plain(word);
    let ways = [
        (&REDUCE, Direction::Reduce),
        (&INCREASE, Direction::Increase),
        (&MAINTAIN, Direction::Maintain),
    ];
    ways.into_iter().find(|(list, _)| list.has(word) || list.has(&plain)).map(|(_, way)| way)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_points_where_its_first_verb_does() {
        for (expected, texts) in [
            (
                "increase",
                "Calls home are to be stepped up|Sense of worth - improve|Aim is stepping up stretches",
            ),
            (
                "increase",
                "He has gained 3 kg|Trust is to be rebuilt|Hours outdoors should be extended",
            ),
            ("maintain", "Balance is to be kept up|His curfew is to be held at 9"),
            (
                "reduce",
                "Envy is to be lowered|There is to be a fall in yelling|There should be no lies|Has dropped 2 inches|be down to one beer",
            ),
            (
                "reduce",
                "Fewer slammed doors are to be heard|I nap daily. Get this down to one|Gossip is to be quelled",
            ),
            ("achieve", "I'd be back down the pool|No rail, no hand to hold: Ms Ek climbs"),
        ] {
            for text in texts.split('|') {
                let found = direction(&Words::new(text)).map(Direction::name);
                assert_eq!(found, Some(expected), "{text}");
            }
        }
    }
}
