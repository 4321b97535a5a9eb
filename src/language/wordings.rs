//! A complaint about somebody else, worded three ways: what we do, what I do, what I ask.

use std::ops::Range;

use super::care;
use super::head::is_third_person;
use super::lexicon::{STATES, is_verb, stem};
use super::list::{List, is_in};
use super::offer::{BLANK, Offer};
use super::rewording::said;
use super::word::Words;

/// How the deed of the other is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    /// More of it would be good.
    Wanted,
    /// It should not be done.
    Unwanted,
    /// It should stop, and the words say so themselves.
    Ending,
}

/// What the other does or should do.
#[derive(Debug)]
struct Deed {
    tone: Tone,
    /// The first verb in its plain form.
    verb: String,
    /// The pieces after the verb.
    rest: Range<usize>,
}

/// After these comes when or why, which is left to what is asked.
static WHEN: List =
    List::new("when whenever while because if so until by before after at every each");
/// What two people can do for each other.
static MUTUAL: List = List::new(
    "listen talk speak help trust respect hug treat thank greet call text phone visit support answer ask tell",
);
/// Words for people that would point at somebody else once the sentence is turned round.
static POINTING: List = List::new(
    "i i'm i've i'll my mine myself we us our ours he she his him her hers they them their he's she's they're you your yours you're",
);

/// The three wordings, if the words at hand carry them and none of them could do harm.
pub(crate) fn wordings(words: &Words<'_>, person: &Range<usize>) -> Option<Offer> {
    // "The child will ask", "She will rest": somebody else wrote it about the client.
    let is_reported =
        words.at(person.end) == "will" && !words.is_one_of(person.start, "my our you");
    let is_risky = care::is_harm(words) || care::is_health(words) || care::is_power(words);
    if is_risky || is_reported {
        return None;
    }
    let deed = deed(words, person.end)?;
    let (subject, object) = names(words, person)?;
    let short = (deed.rest.clone()).find(|&at| WHEN.has(words.at(at))).unwrap_or(deed.rest.end);
    let short = deed.rest.start..short;
    let swapped = |by: &str| with(words, &deed.verb, short.clone(), Some(by));
    let not = if deed.tone == Tone::Unwanted { "not " } else { "" };
    let is_mutual = deed.tone == Tone::Wanted
        && MUTUAL.has(&deed.verb)
        && short.clone().any(|at| words.at(at) == "me")
        && !short.clone().any(|at| POINTING.has(words.at(at)));
    let is_inner = is_in("be feel have know understand", &deed.verb);
    let ours = if is_mutual {
        let who = subject.map_or_else(|| "We".to_owned(), |subject| format!("{subject} and I"));
        format!("{who} will {}.", swapped("each other")?)
    } else {
        let done = with(words, &deed.verb, short.clone(), None)?;
        format!("We will find a way together for {object} {not}to {done}.")
    };
    let mine = match deed.tone {
        Tone::Wanted if is_mutual => format!("I will {}.", swapped(&object)?),
        Tone::Wanted => format!("To make it easier for {object}, I will {BLANK}."),
        Tone::Unwanted | Tone::Ending => format!("When it happens, I will {BLANK}."),
    };
    let ask = if is_inner {
        format!("I will ask {object} what would help.")
    } else {
        format!("I will ask {object} {not}to {}.", with(words, &deed.verb, deed.rest, None)?)
    };
    Some(Offer::Wordings { ours, mine, ask })
}

/// The verb and the pieces after it; "me" becomes `me`, if that is given.
fn with(words: &Words<'_>, verb: &str, rest: Range<usize>, me: Option<&str>) -> Option<String> {
    let Some(at) = rest.clone().find(|&at| words.at(at) == "me").filter(|_| me.is_some()) else {
        let rest = if rest.is_empty() { None } else { Some(said(words, rest)?) };
        return Some(rest.map_or_else(|| verb.to_owned(), |rest| format!("{verb} {rest}")));
    };
    let mut parts = vec![verb.to_owned()];
    parts.extend(said(words, rest.start..at));
    parts.extend(me.map(str::to_owned));
    parts.extend(said(words, at + 1..rest.end));
    Some(parts.join(" "))
}

fn deed(words: &Words<'_>, from: usize) -> Option<Deed> {
    let (mut at, mut tone) = (from, Tone::Wanted);
    loop {
        let refusing =
            words.longest(at, "to not|not to|to never|should not|shouldn't|must not|mustn't");
        let refused = words.longest(at, "won't|will not|doesn't|does not|don't|do not|never");
        let asking = words.longest(
            at,
            "to|should|would|could|must|will|needs to|need to|has to|have to|ought to",
        );
        if let Some(taken) = refusing {
            tone = Tone::Unwanted;
            at += taken;
        } else if words.at(at) == "always" {
            // "he always comes late" is a complaint, "I want him to always knock" is none.
            tone = if at == from { Tone::Unwanted } else { tone };
            at += 1;
        } else if let Some(taken) = refused.or(asking) {
            at += taken;
        } else {
            break;
        }
    }
    let first = words.at(at);
    let is_none = is_in("has have had is are was were need needs not", first) && at == from;
    let is_word = first.len() > 1 && first.chars().all(|c| c.is_ascii_alphabetic());
    if !is_word || is_none || first == "not" || STATES.has(first) && !is_verb(first) {
        return None;
    }
    let verb = if is_third_person(first) && first != "is" { stem(first) } else { first.to_owned() };
    if is_in("stop quit", &verb) {
        tone = if tone == Tone::Wanted { Tone::Ending } else { return None };
    }
    let marks = |&at: &usize| words.is_one_of(at, ", . ; : ! ? (");
    let end = (at + 1..words.len()).find(marks).unwrap_or(words.len());
    Some(Deed { tone, verb, rest: at + 1..end })
}

/// Whoever it is as the one who acts (`None` where "and I" cannot follow), and as the one who is asked.
fn names(words: &Words<'_>, person: &Range<usize>) -> Option<(Option<String>, String)> {
    let first = words.at(person.start);
    if person.len() == 2 {
        let who = words.written(person.start + 1);
        let capital = match first {
            "my" => "My",
            "our" => "Our",
            _ => "The",
        };
        return Some((Some(format!("{capital} {who}")), format!("{first} {who}")));
    }
    let (subject, object) = match first {
        "he" | "him" => (Some("He"), "him"),
        "she" | "her" => (Some("She"), "her"),
        "you" => (Some("You"), "you"),
        "they" | "them" => (None, "them"),
        "people" | "everyone" | "everybody" | "others" | "someone" => (None, first),
        _ => return None,
    };
    Some((subject.map(str::to_owned), object.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::people::{complaint, other_person};
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: [&str; 3]) {
        let words = Words::new(text);
        let person = other_person(&words).or_else(|| complaint(&words)).unwrap();
        let Some(Offer::Wordings { ours, mine, ask }) = wordings(&words, &person) else {
            panic!("nothing offered for {text}")
        };
        assert_eq!([&*ours, &*mine, &*ask], expected, "{text}");
    }

    #[test]
    fn a_complaint_is_worded_as_ours_as_mine_and_as_what_is_asked() {
        check(
            "you never listen to me when I talk",
            [
                "You and I will listen to each other.",
                "I will listen to you.",
                "I will ask you to listen to me when I talk.",
            ],
        );
        check(
            "My husband should help more",
            [
                "We will find a way together for my husband to help more.",
                "To make it easier for my husband, I will ____.",
                "I will ask my husband to help more.",
            ],
        );
        check(
            "I wish my mom would stop yelling",
            [
                "We will find a way together for my mom to stop yelling.",
                "When it happens, I will ____.",
                "I will ask my mom to stop yelling.",
            ],
        );
        check(
            "my boss should pay me on time",
            [
                "We will find a way together for my boss to pay me on time.",
                "To make it easier for my boss, I will ____.",
                "I will ask my boss to pay me on time.",
            ],
        );
        check(
            "he always comes home late",
            [
                "We will find a way together for him not to come home late.",
                "When it happens, I will ____.",
                "I will ask him not to come home late.",
            ],
        );
        check(
            "I want people to trust me",
            ["We will trust each other.", "I will trust people.", "I will ask people to trust me."],
        );
        check(
            "I want my son to be happy",
            [
                "We will find a way together for my son to be happy.",
                "To make it easier for my son, I will ____.",
                "I will ask my son what would help.",
            ],
        );
    }

    #[test]
    fn nothing_is_shared_out_where_somebody_may_be_hurt() {
        for text in [
            "I want my husband to stop hitting me",
            "my dad should not threaten us",
            "he always follows me",
            "he won't let me see my friends",
            "I want my parents to stop fighting",
            "I wish my dad would stop drinking",
            "my son has a temper",
            "The child will ask to stop",
        ] {
            let words = Words::new(text);
            let person = other_person(&words).or_else(|| complaint(&words)).unwrap();
            assert_eq!(wordings(&words, &person), None, "{text}");
        }
    }
}
