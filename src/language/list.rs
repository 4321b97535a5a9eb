//! Lists of words and of phrases: one text each, readable in the source, with a filter that tells fast what is not in it.

use super::word::Words;

/// 512 bits, one of which each entry sets, so that nearly every word that is not on a list is turned away at once.
#[derive(Clone, Copy, Debug)]
struct Filter([u64; 8]);

/// A small hash (FNV-1a) of the first bytes of `text`, up to a space or a stroke.
const fn hash(text: &[u8]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut rest = text;
    while let [first, others @ ..] = rest {
        if *first == b' ' || *first == b'|' {
            break;
        }
        hash = (hash ^ *first as u32).wrapping_mul(0x0100_0193);
        rest = others;
    }
    hash ^ (hash >> 15)
}

impl Filter {
    /// The filter of the entries of `text`, each known by its first word.
    const fn new(text: &str, parted_by: u8) -> Self {
        Self([0; 8]).with(text, parted_by)
    }

    /// This filter with the entries of `text` in it, too.
    #[expect(
        clippy::indexing_slicing,
        reason = "the index is three bits wide and the array eight long"
    )]
    const fn with(mut self, text: &str, parted_by: u8) -> Self {
        let mut rest = text.as_bytes();
        let mut is_first = true;
        while let [first, others @ ..] = rest {
            if is_first {
                let hash = hash(rest);
                self.0[(hash >> 6 & 7) as usize] |= 1 << (hash & 63);
            }
            is_first = *first == parted_by;
            rest = others;
        }
        self
    }

    fn may_hold(&self, word: &str) -> bool {
        let hash = hash(word.as_bytes());
        self.0.get((hash >> 6 & 7) as usize).is_some_and(|bits| bits >> (hash & 63) & 1 == 1)
    }
}

/// Words, parted by single spaces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    words: &'static str,
    filter: Filter,
}

impl List {
    pub(crate) const fn new(words: &'static str) -> Self {
        Self { words, filter: Filter::new(words, b' ') }
    }

    /// Whether `word` is on it.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.filter.may_hold(word) && is_in(self.words, word)
    }

    /// The word at `place`, from 0.
    pub(crate) fn nth(&self, place: u32) -> &'static str {
        self.words.split(' ').nth(usize::try_from(place).unwrap_or(0)).unwrap_or_default()
    }

    /// The place of `word`, from 0.
    pub(crate) fn position(&self, word: &str) -> Option<usize> {
        let may = self.filter.may_hold(word);
        may.then(|| self.words.split(' ').position(|name| name == word)).flatten()
    }
}

/// Phrases, parted by strokes, their words by single spaces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrases {
    phrases: &'static str,
    filter: Filter,
}

impl Phrases {
    pub(crate) const fn new(phrases: &'static str) -> Self {
        Self { phrases, filter: Filter::new(phrases, b'|') }
    }

    /// How many pieces the longest phrase that stands at `at` takes.
    pub(crate) fn at(&self, words: &Words<'_>, at: usize) -> Option<usize> {
        let may = self.filter.may_hold(words.at(at));
        may.then(|| words.longest(at, self.phrases)).flatten()
    }

    /// The same for phrases that start with `first`, the plain form of the word at `at`.
    pub(crate) fn bent(&self, words: &Words<'_>, first: &str, at: usize) -> Option<usize> {
        let rests = |phrase: &str| match phrase.strip_prefix(first)?.strip_prefix(' ') {
            Some(rest) => words.phrase(at + 1, rest).map(|taken| taken + 1),
            None => (phrase == first).then_some(1),
        };
        let may = self.filter.may_hold(first);
        may.then(|| self.phrases.split('|').filter_map(rests).max()).flatten()
    }

    /// The longest phrase that stands at `at`, and how many pieces it takes.
    pub(crate) fn found(&self, words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
        let taken = self.at(words, at)?;
        let is_it = |phrase: &&str| words.phrase(at, phrase) == Some(taken);
        self.phrases.split('|').find(is_it).map(|phrase| (phrase, taken))
    }
}

/// What words or phrases stand for: one filter for all of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<T: 'static> {
    rows: &'static [(&'static str, T)],
    filter: Filter,
}

impl<T: Copy> Table<T> {
    /// Of words parted by spaces.
    pub(crate) const fn words(rows: &'static [(&'static str, T)]) -> Self {
        Self::new(rows, b' ')
    }

    /// Of phrases parted by strokes.
    pub(crate) const fn phrases(rows: &'static [(&'static str, T)]) -> Self {
        Self::new(rows, b'|')
    }

    const fn new(rows: &'static [(&'static str, T)], parted_by: u8) -> Self {
        let mut filter = Filter([0; 8]);
        let mut rest = rows;
        while let [(text, _), others @ ..] = rest {
            filter = filter.with(text, parted_by);
            rest = others;
        }
        Self { rows, filter }
    }

    /// Everything there is in it.
    pub(crate) fn all(&self) -> impl Iterator<Item = T> {
        self.rows.iter().map(|&(_, it)| it)
    }

    /// What `word` stands for.
    pub(crate) fn of(&self, word: &str) -> Option<T> {
        let mut rows = self.rows.iter().filter(|_| self.filter.may_hold(word));
        rows.find(|(words, _)| is_in(words, word)).map(|&(_, it)| it)
    }

    /// What the longest phrase at `at` stands for, and how many pieces it takes.
    pub(crate) fn at(&self, words: &Words<'_>, at: usize) -> Option<(T, usize)> {
        if !self.filter.may_hold(words.at(at)) {
            return None;
        }
        let each = |&(phrases, it): &(&str, T)| words.longest(at, phrases).map(|taken| (it, taken));
        self.rows.iter().filter_map(each).max_by_key(|&(_, taken)| taken)
    }
}

/// Whether `list`, words parted by spaces, holds `word`. For a handful of words; a longer list is a [`List`].
pub(crate) fn is_in(list: &str, word: &str) -> bool {
    let word = word.as_bytes();
    let Some(first) = word.first() else { return false };
    let mut rest = list.as_bytes();
    // By hand: to split and to compare is a call for each name, and most differ in their first letter.
    loop {
        if rest.first() == Some(first)
            && let Some(tail) = rest.strip_prefix(word)
            && matches!(tail.first(), None | Some(b' '))
            && !word.contains(&b' ')
        {
            return true;
        }
        match rest.iter().position(|&byte| byte == b' ') {
            Some(end) => rest = rest.get(end + 1..).unwrap_or_default(),
            None => return false,
        }
    }
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
