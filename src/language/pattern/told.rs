//! Names that a text gives itself: "my cousin Joe".

use super::name::is_relation;
use crate::language::word::Words;

/// The names that stand behind who somebody is to the client, each in all its words.
pub fn names_told(text: &str) -> Vec<&str> {
    let words = Words::new(text);
    let mut names = Vec::new();
    for at in 0..words.len() {
        let start = at + 2;
        let is_name = |at: usize| {
            let word = words.written(at);
            // "my sister I trust"
            word.starts_with(char::is_uppercase) && word != "I" && !word.starts_with("I'")
        };
        let end = (start..words.len()).take_while(|at| is_name(*at)).last();
        if let Some(end) = end.filter(|_| is_relation(&words, at)) {
            names.extend(text.get(words.place(start..end + 1)));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::pattern;
    use super::names_told;

    #[test]
    fn a_name_behind_a_relation_is_a_name() {
        let text =
            "Ask my cousin Joe and my aunt Rosa Berg, my friend's dog Rex, or my sister I trust";
        assert_eq!(names_told(text), ["Joe", "Rosa Berg"]);
        assert_eq!(names_told("call my sister. Then rest"), Vec::<&str>::new());
        assert_eq!(names_told("my brother’s room, My Mom Anna"), ["Anna"]);
        assert_eq!(pattern("Call Joe", &names_told(text)), "Call ____");
    }
}
