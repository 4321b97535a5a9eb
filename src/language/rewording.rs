//! A wish put another way, from the words at hand: toward something, in two parts, with a place for a number.

use std::ops::Range;

use super::amount::{AmountPhrase, Unit};
use super::care;
use super::lead_in::{Shape, shape};
use super::lexicon::{DEEDS, stem};
use super::list::{List, Phrases, is_in};
use super::reading::Reading;
use super::wish;
use super::word::Words;

/// Longest words that are taken over, in characters: longer ones are stories, and are told, not reworded.
const MOST: usize = 120;

/// The pieces of `range` on one line, as they were written; `None` if nothing can be read there, or too much.
pub(crate) fn said(words: &Words<'_>, range: Range<usize>) -> Option<String> {
    let text = line(words, range);
    let text = text.trim_end_matches([',', '.', ';', ':', '!', '?', '-', '(', ' ']);
    let is_short = text.chars().take(MOST + 1).count() <= MOST;
    (is_short && text.contains(char::is_alphabetic)).then(|| text.to_owned())
}

fn line(words: &Words<'_>, range: Range<usize>) -> String {
    let mut text = String::new();
    for at in range.start..range.end.min(words.len()) {
        if !text.is_empty() && !words.is_glued(at) {
            text.push(' ');
        }
        text.push_str(words.written(at));
        // No wording is made of a story.
        if 4 * MOST < text.len() {
            break;
        }
    }
    text
}

/// Where the clause that starts at `from` ends: before the next mark, a reason, a day or a time.
pub(crate) fn clause_end(words: &Words<'_>, reading: &Reading, from: usize) -> usize {
    let mark = (from..words.len()).find(|&at| words.is_one_of(at, ", . ; : ! ? ( so because"));
    let day = reading.deadline.as_ref().map(|(_, place)| place.start).filter(|&at| from < at);
    let end = mark.unwrap_or(words.len());
    day.map_or(end, |day| day.min(end))
}

/// Said at the end of what should stop.
static LATER: Phrases =
    Phrases::new("anymore|any more|again|ever again|ever|for good|forever|right away|at once|soon");

/// What should stop, as it stands after "instead of": "biting my nails", "being sad", "arguments".
pub(crate) fn away(words: &Words<'_>, reading: &Reading) -> Option<String> {
    let place = wish::avoidance(words)?;
    let head = words.head();
    let is_stop = place.start == head.at;
    if care::is_health(words) || is_stop && head.is_negated {
        return None;
    }
    let from = if is_stop { place.end } else { head.at };
    let from = from + usize::from(words.is_one_of(from, "from more"));
    let mut end = clause_end(words, reading, from);
    while let Some(taken) = (1..=2).find(|&back| {
        let at = end.saturating_sub(back);
        from < at && LATER.at(words, at) == Some(back)
    }) {
        end -= taken;
    }
    let takes_verb =
        !is_stop || words.is_one_of(head.at, "not never") || words.at(place.end - 1) == "longer";
    let first = words.at(from);
    if !takes_verb || !first.starts_with(char::is_alphabetic) {
        return said(words, from..end);
    }
    let rest = said(words, from..end)?;
    match shape(words, from) {
        Shape::Deed => {
            let after = line(words, from + 1..end);
            Some(format!("{} {after}", gerund(first)).trim_end().to_owned())
        }
        Shape::State => Some(format!("being {rest}")),
        Shape::Doing | Shape::Thing | Shape::Having => Some(rest),
        // Whatever else stands after "I don't want to" may be no noun.
        Shape::Other => None,
    }
}

/// "riding" of "ride".
fn gerund(verb: &str) -> String {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    if let Some(stem) = verb.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    let keeps_e = verb.len() < 3 || ["ee", "ye", "oe"].iter().any(|end| verb.ends_with(end));
    if let Some(stem) = verb.strip_suffix('e').filter(|_| !keeps_e) {
        return format!("{stem}ing");
    }
    let plain = verb.replace("qu", "q");
    let vowels = plain.chars().filter(|&c| is_vowel(c)).count();
    let mut back = plain.chars().rev();
    let ends_short = matches!((back.next(), back.next()), (Some(last), Some(before)) if is_vowel(before) && !is_vowel(last) && !matches!(last, 'w' | 'x' | 'y'));
    let is_late = is_in("forget regret begin admit", verb);
    match verb.chars().next_back().filter(|_| ends_short && (vowels == 1 || is_late)) {
        Some(last) => format!("{verb}{last}ing"),
        None => format!("{verb}ing"),
    }
}

/// The two goals of one text, each by itself.
pub(crate) fn parts(words: &Words<'_>) -> Option<[String; 2]> {
    let second = wish::second_goal(words)?;
    let first = words.head().at..second.start;
    // What stands in brackets or in quotes is not cut in two.
    let is_cut = first.clone().any(|at| words.is_one_of(at, "( [ { \" “ ‘"));
    let first = said(words, first).filter(|_| !is_cut)?;
    Some([first, said(words, second.end - 1..words.len())?])
}

/// Verbs of change; what follows them is what changes.
static CHANGE: List = List::new(
    "improve enhance reduce decrease lower lessen increase ease build develop strengthen raise gain restore boost less fewer more \
    greater better improved",
);

/// A state as it is rated, without a verb of change: "my stress", "feel better". `None` if it is too long to be rated.
pub(crate) fn rated(words: &Words<'_>, state: &Range<usize>) -> Option<String> {
    let mut at = state.start;
    if words.phrase(at, "work on").is_some() {
        at += 2;
    } else {
        at += usize::from(words.at(at) == "have");
        at += usize::from(CHANGE.has(&stem(words.at(at))));
    }
    let is_whole = !words.is_one_of(state.end.saturating_sub(1), "on in of to at for more less")
        && !words.is_one_of(at, "in of");
    (at < state.end && state.end - at <= 4 && is_whole).then(|| said(words, at..state.end))?
}

/// Deeds that are done once, or that nobody would count.
static ONCE: List = List::new(
    "find raise build start finish return lift give cut step bring avoid limit refuse quit describe stop become stay keep have show",
);

/// What is done or what happens, without the words before it and a verb of change, and where it ends.
fn thing(words: &Words<'_>, reading: &Reading) -> Option<Range<usize>> {
    let head = words.head();
    let verb = stem(words.at(head.at));
    let mut at = head.at;
    if is_in("reduce decrease lower lessen increase", &verb) {
        at += 1;
    } else if is_in("have get", &verb) && words.is_one_of(at + 1, "fewer less more") {
        at += 2;
    } else if is_in("fewer less more", &verb) {
        at += 1;
    } else if !DEEDS.has(&verb) || ONCE.has(&verb) || words.is_one_of(at + 1, "back through") {
        return None;
    }
    let end = clause_end(words, reading, at);
    let is_whole = at < end && words.at(end) != "(" && reading.blanks.is_empty();
    // How often a medicine is taken is not set here.
    if care::is_medicine(words) {
        return None;
    }
    (!head.is_negated && is_whole).then_some(at..end)
}

/// "ride the bus ____ times a week": the words and an open amount.
pub(crate) fn counted(
    words: &Words<'_>,
    reading: &Reading,
    loose: Option<&Range<usize>>,
    open: AmountPhrase,
) -> Option<(String, AmountPhrase)> {
    let thing = thing(words, reading)?;
    let what = match loose {
        None => said(words, thing)?,
        Some(loose) if thing.start < loose.start && loose.end <= thing.end => {
            // "exercise regularly": how often stands there already, as a word.
            let is_often = words.is_one_of(
                loose.start,
                "regularly consistently often frequently occasionally sometimes usually rarely",
            );
            let before = said(words, thing.start..loose.start).filter(|_| is_often)?;
            let after = line(words, loose.end..thing.end);
            format!("{before} {after}").trim_end().to_owned()
        }
        Some(_) => return None,
    };
    Some((what, open))
}

/// The words before a number whose period is missing, when nothing but a mark comes after it.
pub(crate) fn before_number(words: &Words<'_>, reading: &Reading, unit: Unit) -> Option<String> {
    let target = reading.target.as_ref()?;
    let is_last = !words.at(target.place.end).starts_with(char::is_alphanumeric);
    let last = target.place.end.checked_sub(1)?;
    let is_plain = match unit {
        Unit::Times => words.is_one_of(last, "times time x once twice"),
        // Hours would come back as minutes.
        _ => words.is_one_of(last, "minutes minute min mins"),
    };
    let first = words.head().at;
    if !is_last || !is_plain || !reading.others.is_empty() || target.place.start <= first {
        return None;
    }
    said(words, first..target.place.start)
}

#[cfg(test)]
mod tests {
    use super::super::reading::read;
    use super::*;

    #[test]
    fn what_should_stop_is_said_as_what_is_left_behind() {
        let check = |text: &str, expected: Option<&str>| {
            let words = Words::new(text);
            assert_eq!(away(&words, &read(&words)).as_deref(), expected, "{text}");
        };
        check("stop biting my nails", Some("biting my nails"));
        check("never yell at the kids again", Some("yelling at the kids"));
        check("I don't want to be sad anymore", Some("being sad"));
        check("no panic attacks by Christmas", Some("panic attacks"));
        check("refrain from arguing.", Some("arguing"));
        check("I don't want to argue with my mom anymore", Some("arguing with my mom"));
        check("no more fights", Some("fights"));
        check("avoid conflict, always", Some("conflict"));
        check("give up vaping for good", Some("vaping"));
        check("get rid of my stress right away", Some("my stress"));
        check("stop taking my meds", None);
        check("squeeze my ball instead of biting my nails", None);
    }

    #[test]
    fn a_verb_bends_as_it_is_spelled() {
        for (verb, bent) in [
            ("yell", "yelling"),
            ("bite", "biting"),
            ("be", "being"),
            ("hit", "hitting"),
            ("lie", "lying"),
            ("see", "seeing"),
            ("quit", "quitting"),
            ("stop", "stopping"),
            ("forget", "forgetting"),
            ("open", "opening"),
            ("fix", "fixing"),
            ("play", "playing"),
            ("speak", "speaking"),
        ] {
            assert_eq!(gerund(verb), bent);
        }
    }

    #[test]
    fn two_goals_stand_each_by_itself() {
        let parts = |text: &str| parts(&Words::new(text));
        assert_eq!(
            parts("I want to ride the bus to work, and call my sister on Sundays."),
            Some(["ride the bus to work".to_owned(), "call my sister on Sundays".to_owned()])
        );
        assert_eq!(parts("wash my hands and face"), None);
        assert_eq!(parts("do a job (hang up my coat and wash my hands)"), None);
    }

    #[test]
    fn a_state_is_rated_by_its_own_words() {
        let check = |text: &str, expected: Option<&str>| {
            let words = Words::new(text);
            assert_eq!(rated(&words, &(0..words.len())).as_deref(), expected, "{text}");
        };
        check("feel better", Some("feel better"));
        check("lower my stress", Some("my stress"));
        check("work on my temper", Some("my temper"));
        check("less defiance", Some("defiance"));
        check("have less stress", Some("stress"));
        check("be less on", None);
        check("give Theo the means to grow", None);
    }

    #[test]
    fn a_place_for_a_number_stands_after_what_is_counted() {
        let check = |text: &str, loose: Option<Range<usize>>, expected: Option<&str>| {
            let words = Words::new(text);
            let open = AmountPhrase::open(Unit::Times);
            let found = counted(&words, &read(&words), loose.as_ref(), open);
            assert_eq!(found.map(|(what, _)| what).as_deref(), expected, "{text}");
        };
        check("I want to go to the gym by June", None, Some("go to the gym"));
        check("reduce arguments with my wife", None, Some("arguments with my wife"));
        check("exercise regularly at home", Some(1..2), Some("exercise at home"));
        check("walk more", Some(1..2), None);
        check("be on time", None, None);
        check("find a friend", None, None);
        check("go back to my old job", None, None);
        check("ask for help (see card)", None, None);
        check("take my pills", None, None);
    }
}
