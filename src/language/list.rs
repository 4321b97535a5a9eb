//! Lists of words and of phrases: one text each, readable in the source, and an index that knows what begins where.

use std::sync::OnceLock;

use super::word::Words;

/// Where the entries of some texts begin, found by their first words: an open hash table, half of it empty.
///
/// It is made when it is first asked. Made by the compiler, the indexes of all lists would weigh more than the lists.
#[derive(Debug)]
struct Index(OnceLock<Box<[u32]>>);

/// A start is a byte in a text, counted from 1; above it stands which text; above that, the top of the hash.
const AT: u32 = 16;
const TOP: u32 = 24;

/// A small hash (FNV-1a) of the first bytes of `text`, up to a space or a stroke.
fn hash(text: &[u8]) -> u32 {
    let first = text.iter().take_while(|byte| !matches!(byte, b' ' | b'|'));
    let mix = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    let hash = first.fold(0x811c_9dc5, mix);
    hash ^ (hash >> 15)
}

/// Where something with that hash may stand, one place after another; `length` is a power of two.
fn places(hash: u32, length: usize) -> impl Iterator<Item = usize> {
    let first = hash as usize & (length - 1);
    (first..first + length).map(move |place| place & (length - 1))
}

fn index(texts: &[&str], parted_by: u8) -> Box<[u32]> {
    let mut starts = Vec::new();
    for (which, text) in (0..).zip(texts) {
        let mut rest = Some(text.as_bytes());
        while let Some(entry) = rest {
            let at = u32::try_from(text.len() - entry.len()).unwrap_or_default();
            let hash = hash(entry);
            starts.push((hash >> TOP << TOP | which << AT | (at + 1), hash));
            let end = entry.iter().position(|byte| *byte == parted_by);
            rest = end.and_then(|end| entry.get(end + 1..));
        }
    }
    let length = (2 * starts.len()).next_power_of_two();
    // No start is 0, so that 0 is none.
    let mut index = vec![0; length];
    for (start, hash) in starts {
        let free = places(hash, length).find(|place| index.get(*place) == Some(&0));
        if let Some(slot) = free.and_then(|place| index.get_mut(place)) {
            *slot = start;
        }
    }
    index.into()
}

impl Index {
    const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// The first thing that `take` makes of an entry that may begin with `word`, given its text and its byte.
    fn find<R>(
        &self,
        word: &str,
        parted_by: u8,
        texts: impl FnOnce() -> Vec<&'static str>,
        mut take: impl FnMut(usize, usize) -> Option<R>,
    ) -> Option<R> {
        let index = self.0.get_or_init(|| index(&texts(), parted_by));
        let hash = hash(word.as_bytes());
        let last = index.len() - 1;
        let mut place = hash as usize & last;
        // By hand: nearly every question ends at the first place, and built for size a chain of calls is no loop.
        loop {
            let start = index.get(place)?.checked_sub(1)?;
            if start >> TOP == hash >> TOP
                && let Some(found) = take((start >> AT & 0xff) as usize, (start & 0xffff) as usize)
            {
                return Some(found);
            }
            place = (place + 1) & last;
        }
    }
}

/// Words, parted by single spaces.
#[derive(Debug)]
pub(crate) struct List {
    words: &'static str,
    index: Index,
}

impl List {
    pub(crate) const fn new(words: &'static str) -> Self {
        Self { words, index: Index::new() }
    }

    /// The byte at which `word` begins.
    fn find(&self, word: &str) -> Option<usize> {
        self.index.find(
            word,
            b' ',
            || vec![self.words],
            |_, at| begins_with(self.words.as_bytes().get(at..)?, word.as_bytes()).then_some(at),
        )
    }

    /// Whether `word` is on it.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// The word at `place`, from 0.
    pub(crate) fn nth(&self, place: u32) -> &'static str {
        self.words.split(' ').nth(usize::try_from(place).unwrap_or(0)).unwrap_or_default()
    }

    /// The place of `word`, from 0.
    pub(crate) fn position(&self, word: &str) -> Option<usize> {
        let before = self.words.get(..self.find(word)?)?;
        Some(before.bytes().filter(|byte| *byte == b' ').count())
    }
}

/// Phrases, parted by strokes, their words by single spaces.
#[derive(Debug)]
pub(crate) struct Phrases {
    phrases: &'static str,
    index: Index,
}

impl Phrases {
    pub(crate) const fn new(phrases: &'static str) -> Self {
        Self { phrases, index: Index::new() }
    }

    /// Of the phrases that may begin with `word`, the one that takes most pieces by `taken`, and how many.
    fn longest(
        &self,
        word: &str,
        taken: impl Fn(&str) -> Option<usize>,
    ) -> Option<(&'static str, usize)> {
        let mut longest = None;
        self.index.find::<()>(
            word,
            b'|',
            || vec![self.phrases],
            |_, at| {
                let phrase = self.phrases.get(at..)?.split('|').next()?;
                let taken = taken(phrase)?;
                if longest.is_none_or(|(_, most)| most < taken) {
                    longest = Some((phrase, taken));
                }
                None
            },
        );
        longest
    }

    /// How many pieces the longest phrase that stands at `at` takes.
    pub(crate) fn at(&self, words: &Words<'_>, at: usize) -> Option<usize> {
        self.found(words, at).map(|(_, taken)| taken)
    }

    /// The same for phrases that start with `first`, the plain form of the word at `at`.
    pub(crate) fn bent(&self, words: &Words<'_>, first: &str, at: usize) -> Option<usize> {
        let rests = |phrase: &str| match phrase.strip_prefix(first)?.strip_prefix(' ') {
            Some(rest) => words.phrase(at + 1, rest).map(|taken| taken + 1),
            None => (phrase == first).then_some(1),
        };
        self.longest(first, rests).map(|(_, taken)| taken)
    }

    /// The longest phrase that stands at `at`, and how many pieces it takes.
    pub(crate) fn found(&self, words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
        self.longest(words.at(at), |phrase| words.phrase(at, phrase))
    }
}

/// What words or phrases stand for: one index for all of them.
#[derive(Debug)]
pub(crate) struct Table<T: 'static> {
    rows: &'static [(&'static str, T)],
    parted_by: u8,
    index: Index,
}

impl<T: Copy> Table<T> {
    /// Of words parted by spaces.
    pub(crate) const fn words(rows: &'static [(&'static str, T)]) -> Self {
        Self { rows, parted_by: b' ', index: Index::new() }
    }

    /// Of phrases parted by strokes.
    pub(crate) const fn phrases(rows: &'static [(&'static str, T)]) -> Self {
        Self { rows, parted_by: b'|', index: Index::new() }
    }

    /// Everything there is in it.
    pub(crate) fn all(&self) -> impl Iterator<Item = T> {
        self.rows.iter().map(|&(_, it)| it)
    }

    /// The first thing that `take` makes of an entry that may begin with `word`, given the text from there on.
    fn find<R>(&self, word: &str, mut take: impl FnMut(&'static str, T) -> Option<R>) -> Option<R> {
        let texts = || self.rows.iter().map(|(text, _)| *text).collect();
        self.index.find(word, self.parted_by, texts, |row, at| {
            let (text, it) = self.rows.get(row)?;
            take(text.get(at..)?, *it)
        })
    }

    /// What `word` stands for.
    pub(crate) fn of(&self, word: &str) -> Option<T> {
        self.find(word, |rest, it| begins_with(rest.as_bytes(), word.as_bytes()).then_some(it))
    }

    /// What the longest phrase at `at` stands for, and how many pieces it takes.
    pub(crate) fn at(&self, words: &Words<'_>, at: usize) -> Option<(T, usize)> {
        let mut longest = None;
        self.find::<()>(words.at(at), |rest, it| {
            let taken = words.phrase(at, rest.split('|').next()?)?;
            if longest.is_none_or(|(_, most)| most < taken) {
                longest = Some((it, taken));
            }
            None
        });
        longest
    }
}

/// Whether `list`, words parted by spaces, holds `word`. For a handful of words; a longer list is a [`List`].
pub(crate) fn is_in(list: &str, word: &str) -> bool {
    let word = word.as_bytes();
    let Some(first) = word.first() else { return false };
    let mut rest = list.as_bytes();
    // By hand: to split and to compare is a call for each name, and most differ in their first letter.
    loop {
        if rest.first() == Some(first) && begins_with(rest, word) {
            return true;
        }
        match rest.iter().position(|&byte| byte == b' ') {
            Some(end) => rest = rest.get(end + 1..).unwrap_or_default(),
            None => return false,
        }
    }
}

/// Whether `word` is the first of these words.
fn begins_with(words: &[u8], word: &[u8]) -> bool {
    let rest = words.strip_prefix(word);
    rest.is_some_and(|rest| matches!(rest.first(), None | Some(b' '))) && !word.contains(&b' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_words_and_no_part_of_one() {
        static LIST: List = List::new("ride walk a");
        assert!(LIST.has("ride") && LIST.has("walk") && LIST.has("a"));
        assert!(!LIST.has("rid") && !LIST.has("ride walk") && !LIST.has(""));
        assert_eq!((LIST.position("a"), LIST.position("b")), (Some(2), None));
    }

    #[test]
    fn the_longest_phrase_wins() {
        static PHRASES: Phrases = Phrases::new("in|in a|in a row");
        let words = Words::new("twice in a row");
        assert_eq!((PHRASES.at(&words, 1), PHRASES.at(&words, 0)), (Some(3), None));
    }
}
