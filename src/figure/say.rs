//! What the sentences of figures share: numbers in words, people by their part, words cut to the length of a breath.

use crate::domain::person::{Person, Role};
use crate::domain::rating::RatingKind;

/// Longest piece of somebody's words inside a sentence (Unicode scalar values). The whole stands in the
/// table beside it.
pub const BREATH: usize = 140;

const NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// "six"; past twelve in digits.
pub fn number(count: usize) -> String {
    NUMBERS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// "Six"
pub fn number_first(count: usize) -> String {
    first_upper(&number(count))
}

/// "a 7", "an 8"
pub fn a(number: u8) -> String {
    format!("{} {number}", if number == 8 { "an" } else { "a" })
}

/// The text with its first letter as a capital; for our own words only, never for somebody else's.
pub fn first_upper(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// Somebody's words on one line, cut after [`BREATH`] characters.
pub fn breath(words: &str) -> String {
    cut(words, BREATH)
}

/// Somebody's words on one line, cut after `most` characters: between two words, or where there are none, never inside
/// what a person sees as one character.
pub fn cut(words: &str, most: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(most) else {
        return line;
    };
    let head = line.get(..end).unwrap_or(&line);
    let head = head.rsplit_once(' ').map_or_else(|| whole(head, &line), |(words, _)| words);
    format!("{head}\u{2026}")
}

/// The beginning `head` of `line` without a last character that `line` goes on with. Good enough for where three dots
/// stand; the full tables of segmentation would be a part of every download.
pub fn whole<'a>(head: &'a str, line: &str) -> &'a str {
    let mut head = head;
    loop {
        let rest = line.get(head.len()..).unwrap_or_default();
        let cut_inside = rest.starts_with(joins) || head.ends_with(['\u{200d}', '\u{200c}']);
        match head.char_indices().next_back() {
            Some((last, _)) if cut_inside && last != 0 => head = head.get(..last).unwrap_or(head),
            _ => return head,
        }
    }
}

/// Marks that belong to the character before them: accents, joiners, skin tones, flags.
fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' |
        '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}'..='\u{e3a}' |
        '\u{1ab0}'..='\u{1aff}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' |
        '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
}

/// `words` and what follows them as sentences: a comma between, or a fresh start where the words end a sentence.
pub fn followed_by(words: &str, rest: &str) -> String {
    let words = breath(words);
    if words.ends_with(['.', '!', '?', '\u{2026}', '\u{3002}', '\u{61f}']) {
        format!("{words} {}.", first_upper(rest))
    } else {
        format!("{words}, {rest}.")
    }
}

/// `words` as the end of a sentence.
pub fn ended(words: &str) -> String {
    let words = breath(words);
    if words.ends_with(['.', '!', '?', '\u{2026}', '\u{3002}', '\u{61f}']) {
        words
    } else {
        format!("{words}.")
    }
}

/// Initials, or the part somebody plays where no initials are kept.
pub fn person(person: &Person) -> &str {
    person.name.as_ref().map_or_else(
        || match person.role {
            Role::Client => "Client",
            Role::Therapist => "Therapist",
            Role::Caregiver => "Caregiver",
            Role::Partner => "Partner",
            Role::Other => "Someone else",
        },
        |name| name.as_str(),
    )
}

/// What was asked, as a sentence for everyone begins.
pub const fn asked(kind: RatingKind) -> &'static str {
    match kind {
        RatingKind::Importance => "How much it matters",
        RatingKind::Confidence => "How sure",
        RatingKind::Progress => "How far along",
    }
}

/// What was asked, as a heading says it.
pub const fn kind(kind: RatingKind) -> &'static str {
    match kind {
        RatingKind::Importance => "Importance",
        RatingKind::Confidence => "Confidence",
        RatingKind::Progress => "Progress",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_between_words_and_never_inside_a_character() {
        let cut = breath(&"walk ".repeat(100));
        assert!(cut.ends_with("walk\u{2026}") && cut.chars().count() <= BREATH + 1, "{cut}");
        let family = "👨‍👩‍👧‍👦";
        let whole = BREATH / family.chars().count();
        assert_eq!(breath(&family.repeat(200)), format!("{}\u{2026}", family.repeat(whole)));
    }

    #[test]
    fn line_breaks_do_not_break_a_sentence() {
        assert_eq!(breath(" Ride\n one  stop "), "Ride one stop");
    }

    #[test]
    fn words_that_end_a_sentence_are_not_followed_by_a_comma() {
        assert_eq!(followed_by("Ride!", "effort 4 of 10"), "Ride! Effort 4 of 10.");
        assert_eq!(followed_by("Ride", "effort 4 of 10"), "Ride, effort 4 of 10.");
        assert_eq!(ended("Ride!"), "Ride!");
    }
}
