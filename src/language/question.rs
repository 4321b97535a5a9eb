//! The questions, ready to be said aloud: kind, concrete, one at a time, and never about what somebody failed to do.

use std::ops::Range;

use super::list::is_in;
use super::rule::Rule;
use super::word::Words;

/// The question of a rule that needs nothing from the words.
pub(crate) const fn of(rule: Rule) -> &'static str {
    match rule {
        Rule::VagueState => {
            "If that were so tomorrow, what would you be doing that you are not doing today?"
        }
        Rule::NoObservableVerb => "If we watched a short film of it, what would we see you do?",
        Rule::NoNumber => "How often does that happen now, and how often would you like it to?",
        Rule::NoPeriod => "Is that in a day, in a week, or in a month?",
        Rule::NoDeadline => "By when would you like to look at how it went?",
        Rule::AvoidanceOnly => "When that is out of the way, what would you be doing instead?",
        Rule::TwoGoals => {
            "There are two good things in here. Which one would you like to start with?"
        }
        Rule::OtherPerson => "Which part of this is in your own hands?",
        Rule::Absolute => "On a hard day, how much of it would still be good enough?",
        Rule::BlankLeft => "What would you like to put in the blank?",
        Rule::SameAsBaseline => {
            "That is where you are now. Would you like to keep it there, or move it a little?"
        }
        Rule::SelfBlame => "How would you say that to a good friend?",
        Rule::ShouldWord => "If nobody asked it of you, how much of this would you still want?",
        Rule::ComparedWithOthers => {
            "Leaving everybody else aside, what would be one step on for you?"
        }
        Rule::UnnamedSkill => "Which one would you like to try first?",
        Rule::VagueWord => "If it went just that way, what would we see?",
        Rule::ImpossibleNumber => "Let us look at that number once more: which one did you mean?",
        Rule::WrongWay => "From where it is now, would you like it to go up or down?",
        Rule::LooseAmount => "How much, or how often, would be enough?",
        Rule::NoBaseline => "What is that number now, as near as you can tell?",
        Rule::ManyMeasures => "Which one of these numbers shall we keep an eye on?",
        Rule::BigStep => "What would half of the way look like, to begin with?",
        Rule::LowConfidence => {
            "How small would a first step have to be for you to feel sure of it?"
        }
        Rule::DeadlinePassed => DEADLINE_PASSED,
        Rule::LooseTime => "Which day, or what time, do you have in mind?",
        Rule::FarOff => "What would be the first sign of it, two weeks from now?",
        Rule::HardWord => "How would you say that word to a friend in your class?",
        Rule::NoHelp => NO_HELP,
        Rule::NoReason => "What would this bring into your life that matters to you?",
    }
}

/// Asked while nothing has been said.
pub(crate) const NO_WORDS: &str = "What would you like to be different?";
/// Asked while there is a wish and no deed yet.
pub(crate) const NO_DEED: &str = "What is one thing you would do?";
/// Asked while the wish speaks of dying or of hurting somebody.
pub(crate) const TODAY: &str = "What is one small thing that would help you today?";
/// Asked while nothing that helps has been named.
pub(crate) const NO_HELP: &str = "What or who helps you with it?";
/// Asked while a measure is chosen and its level is not.
pub(crate) const NO_TARGET: &str = "What number would be good enough?";
/// Asked of a number of minutes.
pub(crate) const NO_RHYTHM: &str = "How often would that be: in a day, in a week?";
/// Asked of a day that has gone by.
pub(crate) const DEADLINE_PASSED: &str = "That day has gone by. Which day ahead would suit you?";

/// Longest words that are said back in a question, in characters, so that it stays one breath.
const MOST_SAID: usize = 40;
/// Longest name that is said in a question, in characters.
const MOST_NAMED: usize = 30;

/// Asked of a judgement, which two people may understand in two ways.
pub(crate) fn vague_word(word: &str) -> String {
    if word.is_empty() || MOST_SAID < word.chars().count() {
        return of(Rule::VagueWord).to_owned();
    }
    format!("What would “{word}” look like here, so that both of us would know it?")
}

/// Asked of a long word in the goal of a child. It is never replaced for the child.
pub(crate) fn hard_word(word: &str) -> String {
    if MOST_SAID < word.chars().count() {
        return of(Rule::HardWord).to_owned();
    }
    format!("How would you say “{word}” to a friend in your class?")
}

/// Asked when a wish names a feeling or an umbrella word: what somebody else could see.
///
/// Only a person the client has named is named; otherwise it is "someone who knows you".
pub(crate) fn vague_state(words: &Words<'_>, state: Range<usize>, others: &[&str]) -> String {
    let who =
        others.first().map_or_else(|| "someone who knows you".to_owned(), |other| yours(other));
    let when = when(words, state).unwrap_or_else(|| "that is the way you want it".to_owned());
    format!("When {when}, what would {who} see you doing?")
}

/// "you feel better", from words short and plain enough to be said back.
fn when(words: &Words<'_>, state: Range<usize>) -> Option<String> {
    let said: Vec<_> = state.clone().map(|at| words.at(at)).collect();
    let letters: usize = said.iter().map(|word| word.len() + 1).sum();
    let is_short = state.len() <= 4 && letters <= MOST_SAID;
    let plain = is_short && said.iter().all(|word| word.chars().all(|c| c.is_ascii_alphabetic()));
    let (first, rest) = said.split_first().filter(|_| plain)?;
    let verb = match *first {
        "be" | "being" | "become" => "are",
        "feel" | "feeling" | "felt" => "feel",
        "stay" => "stay",
        "more" | "less" | "happy" | "happier" | "calm" | "calmer" | "confident" => {
            return Some(format!("you are {}", said.join(" ")));
        }
        _ => return None,
    };
    if rest.iter().any(|word| is_in("my me i mine", word)) {
        return None;
    }
    Some(format!("you {verb} {}", rest.join(" ")))
}

/// "my sister", said to the client.
fn yours(other: &str) -> String {
    let other = other.trim();
    if MOST_NAMED < other.chars().count() {
        return "someone who knows you".to_owned();
    }
    for (mine, yours) in [("my ", "your "), ("My ", "your "), ("our ", "your "), ("Our ", "your ")]
    {
        if let Some(rest) = other.strip_prefix(mine) {
            return format!("{yours}{rest}");
        }
    }
    if other.is_empty() { "someone who knows you".to_owned() } else { other.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, others: &[&str], expected: &str) {
        let words = Words::new(text);
        assert_eq!(vague_state(&words, 0..words.len(), others), expected);
    }

    #[test]
    fn the_clients_own_words_come_back_in_the_question() {
        check(
            "feel better",
            &[],
            "When you feel better, what would someone who knows you see you doing?",
        );
        check(
            "be more confident",
            &["my sister"],
            "When you are more confident, what would your sister see you doing?",
        );
        check(
            "improve my mood",
            &["Sam"],
            "When that is the way you want it, what would Sam see you doing?",
        );
        check(
            "feel like my old self",
            &[" "],
            "When that is the way you want it, what would someone who knows you see you doing?",
        );
    }

    #[test]
    fn what_is_too_long_for_one_breath_is_not_said_back() {
        check(
            &format!("feel {}", "so".repeat(30)),
            &[&"my sister".repeat(5)],
            "When that is the way you want it, what would someone who knows you see you doing?",
        );
        assert_eq!(vague_word(&"so".repeat(30)), of(Rule::VagueWord));
        assert_eq!(
            vague_word("calmly"),
            "What would “calmly” look like here, so that both of us would know it?"
        );
    }

    #[test]
    fn every_question_is_one_short_question_and_no_verdict() {
        for rule in Rule::ALL {
            let question = of(rule);
            assert!(question.ends_with('?') && question.matches('?').count() == 1, "{question}");
            assert!(question.chars().count() < 90, "{question}");
            for word in ["fail", "wrong", "must", "should", "why", "vague", "not good", "too "] {
                assert!(!question.to_lowercase().contains(word), "{question}");
            }
        }
    }
}
