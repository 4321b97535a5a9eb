//! How hard a text is to read: words, sentences and syllables counted, and the school grade that follows from them.
//!
//! Only our own texts are graded; the client's own words never are.

/// What a text is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Words; "grown-up" is one.
    pub words: u32,
    /// Sentences, at least one where there is a word.
    pub sentences: u32,
    /// Syllables, by the rules of [`syllables`].
    pub syllables: u32,
}

/// Counts what `text` is made of.
pub fn counts(text: &str) -> Counts {
    let mut counts = Counts::default();
    let mut open = false;
    for word in words(text) {
        counts.words += 1;
        counts.syllables += syllables(word);
        open = !ends(word);
        counts.sentences += u32::from(!open);
    }
    counts.sentences += u32::from(open);
    counts
}

/// Words of the longest sentence.
pub fn longest_sentence(text: &str) -> u32 {
    let (mut longest, mut here) = (0, 0);
    for word in words(text) {
        here += 1;
        longest = longest.max(here);
        if ends(word) {
            here = 0;
        }
    }
    longest
}

/// The words of three syllables or more.
pub fn long_words(text: &str) -> impl Iterator<Item = &str> {
    words(text).map(bare).filter(|word| is_long(word))
}

/// Whether a word has three syllables or more. Figures are no words here.
pub fn is_long(word: &str) -> bool {
    word.contains(char::is_alphabetic) && 3 <= syllables(word)
}

/// School grade of the United States by Flesch and Kincaid (years; below 0 where a text is very plain). `None` for a
/// text without words.
///
/// ```text
/// 0.39 * words / sentences + 11.8 * syllables / words - 15.59
/// ```
///
/// Source: Kincaid JP and others. Derivation of new readability formulas for Navy enlisted personnel. Research Branch
/// Report 8-75, 1975.
pub fn grade(counts: Counts) -> Option<f64> {
    let Counts { words, sentences, syllables } = counts;
    if words == 0 || sentences == 0 {
        return None;
    }
    let ratio = |one: u32, other: u32| f64::from(one) / f64::from(other);
    Some(0.39 * ratio(words, sentences) + 11.8 * ratio(syllables, words) - 15.59)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn ends(word: &str) -> bool {
    word.trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')']).ends_with(['.', '!', '?'])
}

/// Words that the rules miscount.
const ODD: [(&str, u32); 6] =
    [("every", 2), ("evening", 2), ("being", 2), ("idea", 3), ("area", 3), ("something", 2)];

/// Syllables of one word: groups of vowels, without the silent ones at the end. Good to one in ten words.
pub fn syllables(word: &str) -> u32 {
    let word = bare(word).to_ascii_lowercase();
    if let Some((_, count)) = ODD.iter().find(|(odd, _)| *odd == word) {
        return *count;
    }
    word.split('-').map(part).sum()
}

fn part(word: &str) -> u32 {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.is_empty() {
        // A numeral: each figure is said.
        return u32::try_from(word.chars().filter(char::is_ascii_digit).count()).unwrap_or(0);
    }
    let word: String = letters.iter().collect();
    let vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let groups = letters
        .chunk_by(|one, other| vowel(one) == vowel(other))
        .filter(|group| group.iter().all(vowel));
    let mut count = groups.count();
    let silent = |end: &str, but: &[&str]| {
        word.strip_suffix(end).is_some_and(|stem| {
            stem.chars().last().is_some_and(|last| !vowel(&last))
                && !but.iter().any(|but| stem.ends_with(but))
        })
    };
    // "little" and "table" keep their e, "bed" and "yes" have no other vowel.
    let keeps = |stem: &str| {
        let mut last = stem.chars().rev();
        last.next() == Some('l') && last.next().is_some_and(|before| !vowel(&before))
    };
    if silent("e", &[]) && !word.strip_suffix('e').is_some_and(keeps)
        || silent("ed", &["t", "d"])
        || silent("es", &["s", "x", "z", "c", "g", "ch", "sh"])
            && !word.strip_suffix("es").is_some_and(keeps)
    {
        count = count.saturating_sub(1);
    }
    // Two vowels that are said apart.
    for apart in ["ia", "iu", "eo", "iet", "uet", "ience", "ying"] {
        let beside = ["tie", "tia", "cia", "gia", "people", "eou"];
        if word.contains(apart) && !beside.iter().any(|odd| word.contains(odd)) {
            count += 1;
            break;
        }
    }
    u32::try_from(count.max(1)).unwrap_or(1)
}
