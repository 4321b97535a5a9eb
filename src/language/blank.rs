//! Blanks that were never filled in: "____", "X times", "x%", "[date]".

use super::list::List;
use super::word::Words;

/// The blank at `at`, and the pieces it takes.
pub(crate) fn blank_at(words: &Words<'_>, at: usize) -> Option<usize> {
    let word = words.at(at);
    if word.starts_with('_') {
        return Some(1);
    }
    let closed = match word {
        "[" => "]",
        "(" => ")",
        "<" => ">",
        "{" => "}",
        _ => "",
    };
    if !closed.is_empty() && words.at(at + 2) == closed {
        static ASKED: List = List::new(
            "date number time amount name target behavior behaviour skill activity x xxxx blank",
        );
        return ASKED.has(words.at(at + 1)).then_some(3);
    }
    if matches!(word, "x" | "xx" | "xxx" | "n" | "#" | "y") && !words.is_glued(at) {
        static COUNTED: List = List::new(
            "% percent times minutes minute hours days weeks months out of / sessions trials adult prompts \
    evenings nights points steps opportunities or",
        );
        let is_short = matches!(word, "x" | "xx" | "xxx" | "#");
        return (is_short && COUNTED.has(words.at(at + 1))).then_some(1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: usize) {
        let words = Words::new(text);
        assert_eq!((0..words.len()).filter(|&at| blank_at(&words, at).is_some()).count(), expected);
    }

    #[test]
    fn a_blank_is_seen_in_every_usual_form() {
        check("walk ____ times a week by [date]", 2);
        check("X will ask for help in x% of lessons", 1);
        check("for X minutes", 1);
        check("3x a week, 12 x 12", 0);
        check("[Client] will rest (see card)", 0);
    }
}
