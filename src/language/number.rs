//! Numbers in digits and in words, exact to the hundredth.

use std::fmt;

use super::list::List;
use super::word::Words;

/// A number of anything, in hundredths, so that "an hour and a half" and "every other day" stay exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Number(u32);

impl Number {
    /// Largest number read; anything longer is a telephone number, not an amount.
    const MAX: u32 = 9_999_999;

    pub(crate) const fn whole(number: u32) -> Self {
        Self(number * 100)
    }

    pub(crate) const fn hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    pub(crate) const fn in_hundredths(self) -> u32 {
        self.0
    }

    /// The number if it has no fraction.
    pub(crate) const fn as_whole(self) -> Option<u32> {
        if self.0.is_multiple_of(100) { Some(self.0 / 100) } else { None }
    }

    /// Halfway between two numbers, rounded down to the hundredth.
    pub(crate) const fn between(self, other: Self) -> Self {
        Self(u32::midpoint(self.0, other.0))
    }

    fn from_digits(digits: &str) -> Option<Self> {
        let plain = digits.replace(',', "");
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        let whole: u32 = whole.parse().ok().filter(|&whole| whole <= Self::MAX)?;
        let part = match part.get(..2).unwrap_or(part) {
            "" => 0,
            part if part.len() == 1 => part.parse::<u32>().ok()? * 10,
            part => part.parse().ok()?,
        };
        Some(Self(whole * 100 + part))
    }
}

/// As people write it: "3", "7.5".
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match part {
            0 => write!(f, "{whole}"),
            part if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            part => write!(f, "{whole}.{part:02}"),
        }
    }
}

/// Number words, in order from zero.
static SMALL: List = List::new(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty",
);
/// Tens, in order from twenty.
static TENS: List = List::new("twenty thirty forty fifty sixty seventy eighty ninety");
/// Places in a row, in order from the first.
static ORDINALS: List =
    List::new("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth");

fn position(list: &List, word: &str) -> Option<u32> {
    list.position(word).and_then(|at| u32::try_from(at).ok())
}

/// The number at `at` and how many pieces it takes: digits, or words up to ninety-nine and "a hundred".
pub(crate) fn number_at(words: &Words<'_>, at: usize) -> Option<(Number, usize)> {
    let word = words.at(at);
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let number = Number::from_digits(word)?;
        let (rest, taken) = match words.at(at + 1) {
            "½" if words.is_glued(at + 1) => (50, 1),
            // "1 1/2 hours"
            "1" if words.phrase(at + 2, "/ 2").is_some() => (50, 3),
            // "10k steps"
            "k" if words.is_glued(at + 1) && words.at(at + 2) == "steps" => {
                return Some((Number(number.0.saturating_mul(1000)), 2));
            }
            _ => (0, 0),
        };
        return Some((Number(number.0 + rest), 1 + taken));
    }
    if let Some(tens) = position(&TENS, word) {
        let dash = usize::from(words.at(at + 1) == "-");
        let ones = position(&SMALL, words.at(at + 1 + dash)).filter(|ones| (1..10).contains(ones));
        return Some(match ones {
            Some(ones) => (Number::whole((tens + 2) * 10 + ones), 2 + dash),
            None => (Number::whole((tens + 2) * 10), 1),
        });
    }
    if let Some(small) = position(&SMALL, word) {
        let hundred = small == 1 && words.at(at + 1) == "hundred";
        return Some(if hundred { (Number::whole(100), 2) } else { (Number::whole(small), 1) });
    }
    match word {
        "hundred" => Some((Number::whole(100), 1)),
        "dozen" => Some((Number::whole(12), 1)),
        "half" if words.at(at + 1) == "a" && words.at(at + 2) == "dozen" => {
            Some((Number::whole(6), 3))
        }
        "½" => Some((Number(50), 1)),
        "nil" => Some((Number::whole(0), 1)),
        _ => None,
    }
}

/// The place in a row at `at`: "sixth", "6th".
pub(crate) fn ordinal_at(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(place) = position(&ORDINALS, words.at(at)) {
        return Some((place + 1, 1));
    }
    let (number, taken) = number_at(words, at)?;
    let ending = words.is_glued(at + taken) && words.is_one_of(at + taken, "st nd rd th");
    ending.then_some((number.as_whole()?, taken + 1))
}

/// The word for a place in a row, from the first to the twelfth; empty for any other.
pub(crate) fn ordinal(place: u32) -> &'static str {
    ORDINALS.nth(place.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, usize)>) {
        let found =
            number_at(&Words::new(text), 0).map(|(number, taken)| (number.to_string(), taken));
        assert_eq!(found, expected.map(|(number, taken)| (number.to_owned(), taken)));
    }

    #[test]
    fn digits_and_words_read_alike() {
        check("7.5 hours", Some(("7.5", 1)));
        check("8,000 steps", Some(("8000", 1)));
        check("twenty-five", Some(("25", 3)));
        check("twenty times", Some(("20", 1)));
        check("one hundred", Some(("100", 2)));
        check("99999999999999", None);
        check("none", None);
    }

    #[test]
    fn a_place_in_a_row_is_read_in_digits_and_words() {
        assert_eq!(ordinal_at(&Words::new("seventh visit"), 0), Some((7, 1)));
        assert_eq!(ordinal_at(&Words::new("6th"), 0), Some((6, 2)));
        assert_eq!(ordinal_at(&Words::new("6 th"), 0), None);
    }
}
