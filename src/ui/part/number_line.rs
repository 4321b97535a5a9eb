//! A small field for one whole number with its unit, which answers bad input at the place.

use crate::ui::prelude::*;
use leptos::html;
use leptos::web_sys::HtmlInputElement;

use super::draft::Draft;
use super::name::fresh_name;

/// Where the sentence about a number stands when there is no room for it under the field.
#[derive(Clone)]
pub(crate) struct Aside {
    /// The id of that place.
    pub(crate) name: String,
    /// What it says.
    pub(crate) said: RwSignal<Option<String>>,
}

/// A number from `min` to `max`, or blank.
///
/// The field is a text field, because a native number field hides what it cannot read ("three",
/// "1e9") from the page. What cannot be read stays in the field with one sentence beside it, and
/// "maybe 2" is 2. `on_keep` runs once a finished gesture: the number, nothing for a blank, or that
/// sentence.
#[component]
pub(crate) fn NumberLine(
    #[prop(into)] label: String,
    /// The id of the whole line, for whoever leads there.
    #[prop(optional)]
    place: &'static str,
    min: u16,
    #[prop(into)] max: Signal<u16>,
    #[prop(into)] value: Signal<Option<u16>>,
    on_keep: Callback<Result<Option<u16>, String>>,
    aside: Aside,
    /// Shows the number without letting it be changed.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let said = aside.said;
    let shown =
        Signal::derive(move || value.get().map(|number| number.to_string()).unwrap_or_default());
    let keep = Callback::new(move |text: String| {
        let most = max.try_get_untracked().unwrap_or(u16::MAX);
        let read = read(&text, min, most).map_err(|unread| unread.sentence(min, most));
        said.try_set(read.clone().err());
        on_keep.try_run(read);
    });
    // The sentence goes as soon as the input can be read, not only when the field is left.
    let heed = Callback::new(move |text: String| {
        if said.with_untracked(Option::is_some) && read(&text, min, max.get_untracked()).is_ok() {
            said.set(None);
        }
    });
    let draft = Draft::new(shown, keep, Some(heed));
    let node = NodeRef::<html::Input>::new();
    draft.follow(move |text| {
        if let Some(field) = node.get() {
            field.set_value(text);
            said.set(None);
        }
    });
    // Counted in something else, the same words may be a number or no longer be one.
    let most = StoredValue::new(max.get_untracked());
    Effect::new(move || {
        let now = max.get();
        if most.try_update_value(|most| std::mem::replace(most, now)) != Some(now)
            && let Some(field) = node.get_untracked()
            && said.with_untracked(Option::is_some)
        {
            draft.typed(field.value());
            draft.again();
        }
    });
    let name = fresh_name("number");
    view! {
        <div class="fh-line fh-line--number" id=place>
            <label class="fh-line__label" for=name.clone()>{label}</label>
            <input
                type="text"
                inputmode="numeric"
                class="fh-line__field"
                id=name
                node_ref=node
                autocomplete="off"
                spellcheck="false"
                aria-describedby=aside.name
                aria-invalid=move || said.with(Option::is_some).then_some("true")
                readonly=move || locked.get()
                on:focus=move |_| draft.enter()
                on:input=move |event| draft.typed(event_target::<HtmlInputElement>(&event).value())
                on:change=move |_| draft.changed()
                on:keydown=move |event| draft.key(&event)
                on:blur=move |_| draft.leave()
            />
        </div>
    }
}

/// The input is no whole number in the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unread {
    /// No number, or more than one.
    Words,
    /// A number that does not fit.
    Outside,
}

impl Unread {
    fn sentence(self, min: u16, max: u16) -> String {
        if self == Self::Words && min == 0 {
            return "A whole number, or leave it blank. Hardly ever? 0 is fine.".to_owned();
        }
        format!("Use a whole number from {min} to {max}, or leave it blank.")
    }
}

/// A blank is an answer too, and so is "maybe 2". Only plain digits count, and only with plain words
/// around them: any other sign may mean something else to the writer than to us.
fn read(text: &str, min: u16, max: u16) -> Result<Option<u16>, Unread> {
    let mut found = None;
    for word in text.split_whitespace() {
        let word = word.trim_end_matches(['.', ',', '?', '!']);
        if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
            if found.replace(word).is_some() {
                return Err(Unread::Words);
            }
        } else if !word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '\u{2019}'))
            || is_amount(word)
        {
            return Err(Unread::Words);
        }
    }
    let Some(digits) = found else {
        return if text.trim().is_empty() { Ok(None) } else { Err(Unread::Words) };
    };
    match digits.parse() {
        Ok(number) if (min..=max).contains(&number) => Ok(Some(number)),
        _ => Err(Unread::Outside),
    }
}

/// Words beside which a number is not the whole answer: "two or 3", "1 hour", "2 and a half".
fn is_amount(word: &str) -> bool {
    const AMOUNTS: [&str; 25] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "twenty", "hundred", "thousand", "dozen", "half", "quarter", "once",
        "twice", "hour", "hours", "minus", "not",
    ];
    AMOUNTS.iter().any(|amount| amount.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<Option<u16>, Unread>) {
        assert_eq!(read(text, 0, 10), expected, "{text:?}");
    }

    #[test]
    fn a_whole_number_in_the_range_is_read() {
        check("0", Ok(Some(0)));
        check(" 07 ", Ok(Some(7)));
        check("10", Ok(Some(10)));
    }

    #[test]
    fn a_blank_is_an_answer() {
        check("", Ok(None));
        check(" \t", Ok(None));
    }

    #[test]
    fn one_number_among_plain_words_is_read() {
        check("idk like 2", Ok(Some(2)));
        check("2 times, I think.", Ok(Some(2)));
        check("maybe 3?", Ok(Some(3)));
        for text in
            ["two or 3", "2 or 3", "1 hour", "2 and a half", "- 2", "< 2", "idk", "almost never"]
        {
            check(text, Err(Unread::Words));
        }
    }

    #[test]
    fn anything_else_is_answered_at_the_place() {
        for text in ["three", "-1", "+1", "1e9", "1.5", "\u{FF13}", "\u{200B}3", "<script>"] {
            check(text, Err(Unread::Words));
        }
        check("11", Err(Unread::Outside));
        check("99999999999999999999", Err(Unread::Outside));
    }
}
