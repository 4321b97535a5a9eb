//! Other people in a goal: whom the client named, and whether the goal is about what they do.

use std::ops::Range;

use super::head::is_third_person;
use super::lead_in::lead_in;
use super::lexicon;
use super::list::List;
use super::word::Words;

/// Who somebody is to the client.
static RELATIONS: List = List::new(
    "mom mum mommy mummy mother dad daddy father sister brother son daughter husband wife partner boyfriend girlfriend \
    friend friends grandma grandmother grandpa grandfather granddad aunt uncle cousin stepdad stepmom stepson stepdaughter stepfather \
    stepmother boss teacher coworker colleague neighbor roommate kid kids child children parents family ex fiance fiancee spouse coach \
    nephew niece twin in-laws therapist class classmates team",
);
/// People a question should not bring into the room unasked.
static APART: List = List::new("ex boss therapist class team");
/// Words for others without a name.
static OTHERS: List =
    List::new("he she they him her them people everyone everybody others someone you");

/// The people a text names by who they are to the client, as written ("my sister"), each once, in reading order.
pub fn people_named(text: &str) -> Vec<&str> {
    let words = Words::new(text);
    let mut found: Vec<&str> = Vec::new();
    for at in 0..words.len() {
        let is_person = matches!(words.at(at), "my" | "our")
            && is_relation(&words, at + 1)
            && !APART.has(words.at(at + 1));
        let person = text.get(words.place(at..at + 2)).filter(|_| is_person).unwrap_or_default();
        if is_person && !found.iter().any(|known| known.eq_ignore_ascii_case(person)) {
            found.push(person);
        }
    }
    found
}

fn is_relation(words: &Words<'_>, at: usize) -> bool {
    RELATIONS.has(words.at(at)) && words.at(at + 1) != "-"
}

/// How many pieces name a person by who they are to the client at `at` ("my brother").
pub(crate) fn person_at(words: &Words<'_>, at: usize) -> Option<usize> {
    (words.is_one_of(at, "my our the") && is_relation(words, at + 1)).then_some(2)
}

/// Whoever is named first in a wish.
fn first_person(words: &Words<'_>) -> Option<Range<usize>> {
    let start = lead_in(words).end;
    let start = start + words.longest(start, "if|that|for|get|make|have|let|wish").unwrap_or(0);
    let start = start + words.longest(start, "if|that|for").unwrap_or(0);
    let taken = person_at(words, start).or_else(|| OTHERS.has(words.at(start)).then_some(1))?;
    Some(start..start + taken)
}

/// Somebody whose doing is the goal: "I want my son to listen", "my husband should", "she talks to me".
pub(crate) fn other_person(words: &Words<'_>) -> Option<Range<usize>> {
    let Range { start, end } = first_person(words)?;
    // "people skills", "my family and I", "her homework": no one acts.
    let modal = words.is_one_of(
        end,
        "to would should could must will needs need has have stops stop won't doesn't don't not",
    );
    let is_named = words.is_one_of(start, "my our the");
    let bare = 0 < start && !is_named && lexicon::is_verb(words.at(end));
    (modal || bare || is_third_person(words.at(end))).then_some(start..end)
}

/// Somebody who is complained of: "you never listen", "my wife always comes home late".
pub(crate) fn complaint(words: &Words<'_>) -> Option<Range<usize>> {
    let person = first_person(words)?;
    let deed = words.at(person.end + 1);
    let is_deed = deed.starts_with(char::is_alphabetic) && !lexicon::STATES.has(deed);
    (words.is_one_of(person.end, "never always") && is_deed).then_some(person)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_people_the_client_spoke_of_are_named() {
        assert_eq!(
            people_named("My sister drives me; my Mom and my sister know"),
            ["My sister", "my Mom"]
        );
        assert_eq!(people_named("I want to feel better"), Vec::<&str>::new());
        assert_eq!(people_named("my family-sized pizza"), Vec::<&str>::new());
    }

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let words = Words::new(text);
        let found = other_person(&words).map(|place| text.get(words.place(place)).unwrap());
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_somebody_else_should_do_is_seen() {
        check("I want my son to listen to me", Some("my son"));
        check("My husband should help more", Some("My husband"));
        check("She talks to me at dinner", Some("She"));
        check("I wish my mom would stop yelling", Some("my mom"));
        check("get him to do his homework", Some("him"));
        check("I want people to respect me", Some("people"));
    }

    #[test]
    fn what_the_client_does_with_others_is_the_clients() {
        for text in [
            "Call my sister twice a week",
            "have my son over for dinner",
            "I want to listen to my wife",
            "get her homework done",
            "Marcus will sit with peers",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn a_complaint_is_about_somebody_else() {
        let complaint = |text: &str| {
            let words = Words::new(text);
            super::complaint(&words)
                .and_then(|place| text.get(words.place(place)).map(str::to_owned))
        };
        assert_eq!(complaint("you never listen").as_deref(), Some("you"));
        assert_eq!(complaint("My wife always comes home late").as_deref(), Some("My wife"));
        assert_eq!(complaint("you always interrupt me").as_deref(), Some("you"));
        assert_eq!(complaint("I never listen"), None);
        assert_eq!(complaint("never listen to you"), None);
    }
}
