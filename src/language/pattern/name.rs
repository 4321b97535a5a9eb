//! Known names in a text, as people write them.

use std::ops::Range;

use crate::language::people::people_named;
use crate::language::word::Words;

/// How a name has to be written to be found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    AnyCase,
    Capital,
    AsKnown,
}

/// A known name, or one word of it.
pub(super) struct Name {
    parts: Vec<String>,
    writing: Writing,
    /// Whether a stop belongs to it: "J. M."
    has_stop: bool,
}

/// "my sister"
pub(super) fn is_relation(words: &Words<'_>, at: usize) -> bool {
    let person = words.text.get(words.place(at..at + 2)).unwrap_or_default();
    words.is_one_of(at, "my our") && !people_named(person).is_empty()
}

/// Whether `name` only says who somebody is to the client: "my sister", "Mom".
fn names_nobody(name: &str) -> bool {
    let mine = format!("my {name}");
    people_named(name) == [name] || people_named(&mine) == [mine.as_str()]
}

impl Name {
    /// The ways in which the known `name` may stand in a text.
    pub(super) fn all(name: &str) -> Vec<Self> {
        let name = name.trim();
        let words = Words::new(name);
        let parts: Vec<String> = (0..words.len())
            .map(|at| words.written(at))
            .filter(|part| part.contains(char::is_alphanumeric))
            .map(str::to_owned)
            .collect();
        // "A" and "I" are words of every other goal.
        if names_nobody(name) || parts.is_empty() || parts == ["A"] || parts == ["I"] {
            return Vec::new();
        }
        let is_initials = parts.iter().all(|part| part.chars().count() == 1);
        let writing = if is_initials { Writing::AsKnown } else { Writing::AnyCase };
        let mut all = Vec::with_capacity(1 + parts.len());
        for part in parts.iter().filter(|part| 1 < parts.len() && is_name_alone(part)) {
            let parts = vec![part.clone()];
            all.push(Self { parts, writing: Writing::Capital, has_stop: false });
        }
        all.insert(0, Self { parts, writing, has_stop: name.ends_with('.') });
        all
    }

    /// The bytes it stands on at `at`, without what follows an apostrophe, and the pieces it takes.
    pub(super) fn at(&self, words: &Words<'_>, at: usize) -> Option<(Range<usize>, usize)> {
        let start = words.place(at..at + 1).start;
        let mut next = at;
        let mut end = start;
        for (nth, part) in self.parts.iter().enumerate() {
            if 0 < nth && words.is_one_of(next, ". -") {
                next += 1;
            }
            let written = words.written(next);
            let taken = self.start_of(written, part)?;
            let rest = written.get(taken..)?;
            let is_last = nth + 1 == self.parts.len();
            let ends = rest.is_empty() || is_last && rest.starts_with(['\'', '’']);
            if !ends {
                return None;
            }
            end = words.place(next..next + 1).start + taken;
            next += 1;
        }
        if self.has_stop && words.at(next) == "." && words.is_glued(next) {
            end = words.place(next..next + 1).end;
            next += 1;
        }
        Some((start..end, next - at))
    }

    /// How many bytes of `written` are `part`, if it starts so.
    fn start_of(&self, written: &str, part: &str) -> Option<usize> {
        let is_capital = written.starts_with(char::is_uppercase);
        let mut rest = written.chars();
        for known in part.chars() {
            let found = rest.next()?;
            let is_same = match self.writing {
                Writing::AsKnown => found == known,
                Writing::AnyCase => small(found) == small(known),
                Writing::Capital => is_capital && small(found) == small(known),
            };
            if !is_same {
                return None;
            }
        }
        Some(written.len() - rest.as_str().len())
    }
}

/// Whether one word of a longer name is told by itself.
fn is_name_alone(part: &str) -> bool {
    part.starts_with(char::is_uppercase) && 2 < part.chars().count() && !names_nobody(part)
}

/// `c` as a small letter, in the alphabets of most names here: Latin, Greek and Cyrillic. The tables for all of them
/// weigh 6 kB.
fn small(c: char) -> char {
    let code = u32::from(c);
    let small = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ϋ' | 'А'..='Я' => code + 32,
        'Ѐ'..='Џ' => code + 80,
        // Pairs: the capital has the even code, or the odd one.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ș'..='ț' => code | 1,
        'Ĺ'..='ň' | 'Ź'..='ž' => code + code % 2,
        '’' => u32::from('\''),
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::super::pattern;
    use super::small;

    #[track_caller]
    fn check(text: &str, name: &str, expected: &str) {
        assert_eq!(pattern(text, &[name]), expected, "{name}");
    }

    #[test]
    fn a_name_is_found_in_any_case_and_only_as_a_whole_word() {
        check(
            "SAM walks sam's dog, not the same Samson",
            "Sam",
            "____ walks ____'s dog, not the same Samson",
        );
        check("Élodie’s mom, ÉLODIE", "élodie", "____’s mom, ____");
        check("call o’neil’s office", "O'Neil", "call ____’s office");
        check("meet Анна and АННА", "Анна", "meet ____");
        check("see Chris' room", "Chris", "see ____' room");
        check("text Ann-Marie", "Ann Marie", "text ____");
    }

    #[test]
    fn each_word_of_a_long_name_tells_of_the_person() {
        check("call anna berg, then Berg or Anna", "Anna Berg", "call ____, then ____");
        check("climb the ice berg", "Anna Berg", "climb the ice berg");
        check("ride with Aunt Lily and my aunt", "Aunt Rosa", "ride with Aunt Lily and my aunt");
    }

    #[test]
    fn initials_are_found_as_they_are_written() {
        check(
            "meet J. M. or J.M. or JM at the j m sign",
            "J. M.",
            "meet ____ or JM at the j m sign",
        );
        check("call B at home with a b", "B", "call ____ at home with a b");
        check("I call a friend; A friend", "I", "I call a friend; A friend");
    }

    #[test]
    fn who_is_named_by_relation_alone_stays() {
        for name in ["my sister", "My sister", "Mom", " mom "] {
            check("call my sister, My Sister or Mom", name, "call my sister, My Sister or Mom");
        }
        check("ride with my cousin Joe", "My cousin Joe", "ride with my cousin ____");
    }

    #[test]
    fn capitals_of_most_alphabets_become_small_as_the_full_tables_say() {
        // Letters with no single partner, and one whose partner lies in another block.
        let apart = ['İ', 'Ÿ'];
        let letters = ('A'..='ž').chain('Ș'..='ț').chain('Α'..='ώ').chain('Ѐ'..='я');
        for c in letters.filter(|c| c.is_alphabetic() && !apart.contains(c)) {
            let expected: Vec<char> = c.to_lowercase().collect();
            assert_eq!(vec![small(c)], expected, "{c}");
        }
    }
}
