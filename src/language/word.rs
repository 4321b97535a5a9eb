//! Text cut into words, numbers and marks, each with its place. No meaning yet.

use super::head::{Head, find_head};
use super::list::is_in;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// One piece of a text: a run of letters, a number, a run of underscores, or one mark.
#[derive(Clone, Debug)]
pub(crate) struct Word<'a> {
    /// In lower case, with straight apostrophes.
    pub(crate) lower: Cow<'a, str>,
    /// Bytes of the text it stands on.
    pub(crate) place: Range<usize>,
}

/// A text and its pieces. Asking past the end gives an empty piece, never a panic.
#[derive(Clone, Debug)]
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    list: Vec<Word<'a>>,
    /// Found once and asked for by many.
    head: OnceCell<Head>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letters,
    Digits,
    Line,
    Mark,
    Space,
}

fn kind(c: char) -> Kind {
    if c.is_ascii_digit() {
        Kind::Digits
    } else if c.is_alphanumeric() {
        Kind::Letters
    } else if c == '_' {
        Kind::Line
    } else if c.is_whitespace() || is_unseen(c) {
        Kind::Space
    } else {
        Kind::Mark
    }
}

/// Whether `c` takes no ink: controls, zero-width characters and direction marks.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
        || turns_direction(c)
}

/// Whether `c` is a control that turns the direction of the text after it.
pub(crate) fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether there is nothing to see in `text`.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_unseen(c))
}

/// The end of the piece that starts at the front of `rest`, in bytes.
fn piece_end(rest: &str, first: Kind) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let inside = match first {
            Kind::Letters => {
                kind(c) == Kind::Letters
                    || (matches!(c, '\'' | '’') && next.is_some_and(char::is_alphabetic))
            }
            // A thousands comma or a decimal point, when digits go on after it.
            Kind::Digits => {
                kind(c) == Kind::Digits
                    || (matches!(c, '.' | ',')
                        && next.is_some_and(|n| n.is_ascii_digit())
                        && 0 < at)
            }
            Kind::Line => c == '_',
            Kind::Mark | Kind::Space => at == 0,
        };
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// The end of the quote that starts `rest`, in bytes; a closing mark inside stands twice.
fn quote_end(rest: &str) -> Option<usize> {
    let mut marks = rest.match_indices('”').map(|(at, mark)| (at, at + mark.len())).peekable();
    while let Some((_, end)) = marks.next() {
        if marks.next_if(|&(next, _)| next == end).is_none() {
            return Some(end);
        }
    }
    None
}

impl<'a> Words<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut list = Vec::with_capacity(text.len() / 5 + 1);
        let mut start = 0;
        let mut has_quotes = true;
        while let Some(rest) = text.get(start..) {
            let Some(first) = rest.chars().next() else { break };
            let kind = kind(first);
            // What is quoted after a colon is said whole, whatever stands in it.
            let opens = has_quotes
                && first == '“'
                && list.last().is_some_and(|last: &Word<'_>| last.lower == ":");
            let quoted = opens.then(|| quote_end(rest)).flatten();
            has_quotes &= !opens || quoted.is_some();
            let end = start + quoted.unwrap_or_else(|| piece_end(rest, kind)).max(first.len_utf8());
            if kind != Kind::Space {
                list.push(Word {
                    lower: lower(text.get(start..end).unwrap_or_default()),
                    place: start..end,
                });
            }
            start = end;
        }
        Self { text, list, head: OnceCell::new() }
    }

    /// The first main verb.
    pub(crate) fn head(&self) -> Head {
        *self.head.get_or_init(|| find_head(self))
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The piece at `at` in lower case; empty past the end.
    pub(crate) fn at(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |word| &word.lower)
    }

    /// The piece before `at`; empty at the front.
    pub(crate) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.at(at))
    }

    /// The piece at `at` as it was written.
    pub(crate) fn written(&self, at: usize) -> &'a str {
        self.list.get(at).and_then(|word| self.text.get(word.place.clone())).unwrap_or_default()
    }

    /// The words of the quote at `at`; `None` if the piece is none.
    pub(crate) fn said(&self, at: usize) -> Option<String> {
        let inside = self.written(at).strip_prefix('“')?.strip_suffix('”')?;
        Some(inside.replace("””", "”"))
    }

    /// Whether the piece at `at` follows the one before it without a space.
    pub(crate) fn is_glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.list.get(before));
        matches!((before, self.list.get(at)), (Some(before), Some(word)) if before.place.end == word.place.start)
    }

    /// Bytes from the first piece of `range` to its last.
    pub(crate) fn place(&self, range: Range<usize>) -> Range<usize> {
        let last = range.end.max(range.start + 1) - 1;
        match (self.list.get(range.start), self.list.get(last)) {
            (Some(first), Some(last)) => first.place.start..last.place.end,
            (Some(first), None) => first.place.start..self.text.len(),
            (None, _) => self.text.len()..self.text.len(),
        }
    }

    /// How many pieces `phrase` takes at `at`; `None` if it does not stand there. Its words are parted by spaces.
    pub(crate) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        // Most phrases end at their first word.
        if !phrase.starts_with(self.at(at)) {
            return None;
        }
        let mut taken = 0;
        for word in phrase.split(' ') {
            if self.at(at + taken) != word {
                return None;
            }
            taken += 1;
        }
        Some(taken)
    }

    /// The longest of `phrases`, parted by strokes, that stands at `at`.
    pub(crate) fn longest(&self, at: usize, phrases: &str) -> Option<usize> {
        let word = self.at(at);
        let first = word.as_bytes().first()?;
        let mut longest = None;
        let mut rest = phrases;
        loop {
            let end = rest.bytes().position(|byte| byte == b'|');
            if rest.as_bytes().first() == Some(first) {
                let phrase = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
                longest = longest.max(self.phrase(at, phrase));
            }
            match end {
                Some(end) => rest = rest.get(end + 1..).unwrap_or_default(),
                None => return longest,
            }
        }
    }

    /// Whether the piece at `at` is one of `list`, words parted by spaces.
    pub(crate) fn is_one_of(&self, at: usize, list: &str) -> bool {
        is_in(list, self.at(at))
    }
}

/// As the word lists have it; they are English, and the tables for every other alphabet weigh 6 kB.
fn lower(written: &str) -> Cow<'_, str> {
    if written.chars().any(|c| c.is_ascii_uppercase() || c == '’') {
        Cow::Owned(written.replace('’', "'").to_ascii_lowercase())
    } else {
        Cow::Borrowed(written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let words = Words::new(text);
        let found: Vec<_> = (0..words.len()).map(|at| words.at(at)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_number_keeps_its_decimals_and_thousands() {
        check("8,000 steps, 7.5 hrs.", &["8,000", "steps", ",", "7.5", "hrs", "."]);
        check("3x/wk 1-2", &["3", "x", "/", "wk", "1", "-", "2"]);
    }

    #[test]
    fn a_curly_apostrophe_reads_like_a_straight_one() {
        check("I’d DON'T", &["i'd", "don't"]);
        check("the girls’ '", &["the", "girls", "'", "'"]);
    }

    #[test]
    fn what_takes_no_ink_is_no_word() {
        check("a\u{200b}b \u{feff}\u{202e}", &["a", "b"]);
        assert!(is_blank(" \n\u{200b}\u{2066}"));
        assert!(!is_blank(" x "));
    }

    #[test]
    fn what_is_quoted_after_a_colon_is_one_piece() {
        check("do: “a ””b”” 3” now", &["do", ":", "“a ””b”” 3”", "now"]);
        check("do: “a", &["do", ":", "“", "a"]);
        check("“a”", &["“", "a", "”"]);
        assert_eq!(Words::new("do: “a ””b”” 3”").said(2).as_deref(), Some("a ”b” 3"));
    }

    #[test]
    fn asking_past_the_end_gives_nothing() {
        let words = Words::new("é");
        assert_eq!((words.at(9), words.before(0), words.place(5..9)), ("", "", 2..2));
    }
}
