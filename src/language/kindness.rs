//! How clients speak of themselves: as bound to, as bad, as less than somebody else.

use std::ops::Range;

use super::list::{List, Phrases, is_in};
use super::people;
use super::word::Words;

/// Said of a wish that may be somebody else's.
static SHOULD: Phrases = Phrases::new(
    "i should|i must|i have to|i ought to|i've got to|i got to|i gotta|i'm supposed to|i am supposed to|im supposed to|\
    we should|we must|we have to|we ought to|we're supposed to|we are supposed to|wants me to|want me to|told me to|says i|\
    say i|said i",
);
/// After these it is told when something happens, not what is wished.
static TOLD_WHEN: &str = "when whenever if where what which that than because before after until while once though things";

/// "I should", "I have to", "my mom wants me to".
pub(crate) fn should(words: &Words<'_>) -> Option<Range<usize>> {
    (0..words.len()).find_map(|at| {
        let taken = SHOULD.at(words, at)?;
        (!is_in(TOLD_WHEN, words.before(at))).then_some(at..at + taken)
    })
}

/// Hard words people have for themselves.
static BLAME: List = List::new(
    "lazy stupid dumb weak pathetic useless worthless loser failure burden idiot idiotic moron crazy needy ugly fat disgusting broken \
    mess coward cowardly selfish horrible terrible awful bad idle spineless clumsy boring annoying disappointment freak fool \
    foolish ridiculous incompetent",
);
/// Words that may stand between "be" and the hard one.
static SMALL: List = List::new(
    "less not so such a an as too that really very always like and , or of total complete little bit more no longer much",
);
/// What ties the word to the one who speaks.
static SELF: List = List::new("be being become am i'm im feel feeling felt myself");

/// "be less lazy", "stop being a burden", "I'm so stupid".
pub(crate) fn blame(words: &Words<'_>) -> Option<Range<usize>> {
    (0..words.len()).find_map(|at| {
        // "bad dreams", "weak coffee": something else is called that.
        let is_else = is_in("bad weak awful terrible horrible fat broken", words.at(at))
            && words.at(at + 1).starts_with(char::is_alphabetic)
            && !is_in("and or person anymore when because all about at", words.at(at + 1));
        if !BLAME.has(words.at(at)) || is_else {
            return None;
        }
        let is_bodily = matches!(words.at(at), "weak" | "bad" | "awful" | "terrible" | "horrible");
        let before = (0..at)
            .rev()
            .take(6)
            .find(|&at| !SMALL.has(words.at(at)) && !BLAME.has(words.at(at)))?;
        let is_felt = matches!(words.at(before), "feel" | "feeling" | "felt");
        (SELF.has(words.at(before)) && !(is_felt && is_bodily)).then_some(before..at + 1)
    })
}

/// Others one can be measured against.
static OTHERS: Phrases = Phrases::new(
    "other people|other kids|other children|other students|other girls|other boys|other parents|other mothers|other moms|other \
    dads|other couples|other families|other men|other women|the other kids|the other students|the other girls|the other boys|the \
    others|others|everyone|everyone else|everybody|everybody else|anyone|anyone else|anybody|normal people|my peers|his peers|her \
    peers|their peers|my classmates|my coworkers|my colleagues|my siblings|him|them|he is|she is|he does|she does|they are|they do",
);

/// "as good as my brother", "like everyone else", "better than other kids".
pub(crate) fn compared(words: &Words<'_>) -> Option<Range<usize>> {
    (1..words.len()).find_map(|at| {
        let before = words.before(at);
        let is_measured = match words.at(at) {
            "than" => !is_in("rather other", before),
            "as" => (2..4).any(|back| at.checked_sub(back).is_some_and(|at| words.at(at) == "as")),
            "like" => is_in("be look act seem live more just being become normal feel", before),
            "to" => is_in("compared comparison", before),
            "with" => {
                words.phrase(at.saturating_sub(2), "keep up").is_some() || before == "compared"
            }
            _ => false,
        };
        let other = people::person_at(words, at + 1)
            .filter(|_| !words.is_one_of(at + 3, "' 's"))
            .or_else(|| OTHERS.at(words, at + 1))?;
        let is_other = words.at(at + 1) != "the" || OTHERS.at(words, at + 1).is_some();
        // "feel like everyone hates me" says what others do, not how they are.
        let next = words.at(at + 1 + other);
        let goes_on = words.at(at) == "like"
            && next.starts_with(char::is_alphabetic)
            && !is_in("and or at in again too when", next);
        (is_measured && is_other && !goes_on).then_some(at..at + 1 + other)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rule: fn(&Words<'_>) -> Option<Range<usize>>, text: &str, expected: Option<&str>) {
        let words = Words::new(text);
        assert_eq!(rule(&words).and_then(|at| text.get(words.place(at))), expected, "{text}");
    }

    #[test]
    fn a_wish_that_may_be_another_ones_is_heard() {
        check(should, "I should call my mother", Some("I should"));
        check(should, "my dad says I have to go to practice", Some("says I"));
        check(should, "We have to talk more", Some("We have to"));
        check(should, "I want to call my mother", None);
        check(should, "speak up when I have to present", None);
        check(should, "the client should rest", None);
    }

    #[test]
    fn a_hard_word_about_oneself_is_heard() {
        check(blame, "be less lazy", Some("be less lazy"));
        check(blame, "stop being such a burden", Some("being such a burden"));
        check(blame, "I’m so stupid and lazy", Some("I’m so stupid"));
        check(blame, "have fewer bad dreams", None);
        check(blame, "eat less fat", None);
        check(blame, "walk although I feel weak in the mornings", None);
        check(blame, "sit down when I feel weak", None);
        check(blame, "be kind to lazy dogs", None);
    }

    #[test]
    fn a_measure_taken_from_others_is_heard() {
        check(compared, "be as good as my brother", Some("as my brother"));
        check(compared, "be more like everyone else", Some("like everyone else"));
        check(compared, "read better than other kids", Some("than other kids"));
        check(compared, "keep up with the others", Some("with the others"));
        check(compared, "feel like everyone else", Some("like everyone else"));
        check(compared, "feel like everyone hates me", None);
        check(compared, "call someone other than my mom", None);
        check(compared, "I'd like my brother to call", None);
        check(compared, "walk more than 3 times a week with my brother", None);
        check(compared, "play with the other kids", None);
    }
}
