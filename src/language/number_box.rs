//! One box for a whole number, as people fill it: "maybe 2", "never", "once or twice", "2-3".

use super::left_open::is_left_open;
use super::list::{List, Phrases};
use super::word::Words;

/// What stands in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Nothing.
    Blank,
    /// An answer that leaves it open, such as "idk".
    LeftOpen,
    /// One number.
    Number(u16),
    /// Two numbers that are both good enough, in the order they were typed.
    Two(u16, u16),
}

/// Why a box cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// No number, or more of them than can be told apart.
    Words,
    /// As good as never, which may be 0.
    Rarely,
    /// Two numbers where one fits.
    Several,
    /// A number that is too large.
    Outside,
    /// A number of another stretch of time than the one that is counted.
    OtherTime,
    /// The larger number of a range stands first.
    Backwards,
}

/// Ways to say none.
static NONE: Phrases =
    Phrases::new("never|never once|not at all|none|none at all|zero|not once|not ever|not any");
/// Ways to say hardly ever.
static RARELY: List = List::new("hardly barely almost rarely seldom");
/// Numbers in words, in order from one.
static NUMBERS: List = List::new("one two three four five six seven eight nine ten eleven twelve");
/// Once and twice, in order from one.
static OFTEN: List = List::new("once twice");
/// Words beside which a number is not the whole answer: "2 and a half", "not 3".
static AMOUNTS: List =
    List::new("hundred thousand dozen half quarter minus not no never ever every other");
/// Stretches of time that a number may be said of.
static TIMES: List = List::new(
    "second seconds minute minutes hour hours day days daily night nights nightly week weeks weekly month months monthly \
    year years yearly while",
);
/// Words that may stand beside a way to say none.
static BESIDE_NONE: List = List::new(
    "right now rn yet so far just currently at the moment today i do it really honestly tbh um well oh lol a any times time",
);

/// Reads `text` as a whole number up to `most`; `own` are the words for time that fit what is counted.
///
/// Only plain figures and number words count, with plain words around them: any other sign may mean something else to
/// the writer than to us.
///
/// # Errors
///
/// Returns [`Unread`] when there is no whole number in it, or one that does not fit.
pub fn typed(text: &str, most: u16, own: &str) -> Result<Typed, Unread> {
    let words = Words::new(text);
    if text.trim().is_empty() {
        return Ok(Typed::Blank);
    }
    if (0..words.len()).any(|at| RARELY.has(words.at(at))) {
        return Err(Unread::Rarely);
    }
    if is_none(&words) {
        return Ok(Typed::Number(0));
    }
    if is_left_open(text) {
        return Ok(Typed::LeftOpen);
    }
    let read = Numbers::of(text, own)?;
    let fits = |number: u32| u16::try_from(number).ok().filter(|number| *number <= most);
    match (read.list.as_slice(), read.is_joined) {
        ([number], false) => fits(*number).map(Typed::Number).ok_or(Unread::Outside),
        ([one, other], true) => match (fits(*one), fits(*other)) {
            (Some(one), Some(other)) => Ok(Typed::Two(one, other)),
            _ => Err(Unread::Outside),
        },
        _ => Err(Unread::Words),
    }
}

/// "Never right now": a way to say none, and nothing beside it that takes it back.
fn is_none(words: &Words<'_>) -> bool {
    let mut found = false;
    let mut at = 0;
    while at < words.len() {
        at += match NONE.at(words, at) {
            Some(taken) => {
                found = true;
                taken
            }
            None if BESIDE_NONE.has(words.at(at)) => 1,
            None if matches!(words.at(at), "." | "," | "!") => 1,
            None => return false,
        };
    }
    found
}

/// The numbers in a text, and whether a word or a dash joins the last two.
#[derive(Default)]
struct Numbers {
    list: Vec<u32>,
    is_joined: bool,
}

impl Numbers {
    fn of(text: &str, own: &str) -> Result<Self, Unread> {
        let mut found = Self::default();
        let mut join = false;
        for word in text.split_whitespace() {
            let word = word.trim_end_matches(['.', ',', '?', '!']).to_ascii_lowercase();
            let is_dash = matches!(word.as_str(), "-" | "–" | "—");
            if (is_dash || matches!(word.as_str(), "to" | "or")) && found.list.len() == 1 {
                join = true;
                continue;
            }
            match word.split_once(['-', '–', '—']) {
                Some((one, other)) if !is_dash => {
                    let (Some(one), Some(other)) = (number(one), number(other)) else {
                        return Err(Unread::Words);
                    };
                    found.list.extend([one, other]);
                    found.is_joined = true;
                }
                _ => match number(&word) {
                    Some(number) => {
                        found.is_joined |= join && found.list.len() == 1;
                        found.list.push(number);
                    }
                    None => beside(&word, own)?,
                },
            }
            join = false;
        }
        Ok(found)
    }
}

/// A number in figures or in words; one that is too long for any box is only too large.
fn number(word: &str) -> Option<u32> {
    if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(word.parse().unwrap_or(u32::MAX));
    }
    let place = NUMBERS.position(word).or_else(|| OFTEN.position(word))?;
    u32::try_from(place + 1).ok()
}

/// Whether a word may stand beside a number.
fn beside(word: &str, own: &str) -> Result<(), Unread> {
    let is_plain = word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '\u{2019}'));
    if !is_plain || AMOUNTS.has(word) {
        return Err(Unread::Words);
    }
    let is_other_time = TIMES.has(word) && !own.split(' ').any(|fits| fits == word);
    if is_other_time { Err(Unread::OtherTime) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<Typed, Unread>) {
        assert_eq!(typed(text, 10, "week weeks weekly"), expected, "{text:?}");
    }

    #[test]
    fn a_whole_number_in_the_range_is_read() {
        check("0", Ok(Typed::Number(0)));
        check(" 07 ", Ok(Typed::Number(7)));
        check("10", Ok(Typed::Number(10)));
        check("three", Ok(Typed::Number(3)));
        check("Once", Ok(Typed::Number(1)));
        check("twice a week", Ok(Typed::Number(2)));
    }

    #[test]
    fn a_blank_is_an_answer_and_so_is_not_knowing() {
        check("", Ok(Typed::Blank));
        check(" \t", Ok(Typed::Blank));
        check("idk", Ok(Typed::LeftOpen));
        check("I don't know yet", Ok(Typed::LeftOpen));
    }

    #[test]
    fn none_is_zero() {
        for text in ["never", "Never right now", "not at all", "none", "zero", "not once yet."] {
            check(text, Ok(Typed::Number(0)));
        }
        for text in ["never mind", "never more than 3"] {
            check(text, Err(Unread::Words));
        }
    }

    #[test]
    fn one_number_among_plain_words_is_read() {
        check("idk like 2", Ok(Typed::Number(2)));
        check("2 times, I think.", Ok(Typed::Number(2)));
        check("maybe 3?", Ok(Typed::Number(3)));
    }

    #[test]
    fn two_numbers_are_two_ends() {
        for text in
            ["2 or 3", "2-3", "2 to 3", "2 – 3", "two or three", "2–3 times", "maybe 2 or 3?"]
        {
            check(text, Ok(Typed::Two(2, 3)));
        }
        check("once or twice a week", Ok(Typed::Two(1, 2)));
        check("3 to 2", Ok(Typed::Two(3, 2)));
        check("2 or 30", Err(Unread::Outside));
    }

    #[test]
    fn anything_else_is_answered_at_the_place() {
        for text in [
            "lots",
            "-1",
            "+1",
            "1e9",
            "1.5",
            "\u{FF13}",
            "\u{200B}3",
            "<script>",
            "4 5",
            "- 2",
            "< 2",
            "2 and a half",
            "1-2-3",
            "2 or 3 or 4",
            "not 3",
            "to 3 4",
            "every other",
        ] {
            check(text, Err(Unread::Words));
        }
        for text in ["almost never", "hardly ever", "rarely"] {
            check(text, Err(Unread::Rarely));
        }
        for text in ["once a month", "twice daily", "1 hour", "once in a while"] {
            check(text, Err(Unread::OtherTime));
        }
        check("11", Err(Unread::Outside));
        check("99999999999999999999", Err(Unread::Outside));
    }
}
