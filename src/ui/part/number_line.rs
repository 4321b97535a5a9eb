//! A small field for one whole number with its unit, which answers bad input at the place.

use crate::ui::prelude::*;
use leptos::html;
use leptos::web_sys::HtmlInputElement;

use super::draft::Draft;
use super::name::fresh_name;

/// A number from `min` to `max`, or blank.
///
/// The field is a text field, because a native number field hides what it cannot read ("three",
/// "1e9") from the page. What cannot be read stays in the field with one sentence beside it.
/// `on_keep` runs once a finished gesture: the number, nothing for a blank, or that sentence.
#[component]
pub(crate) fn NumberLine(
    #[prop(into)] label: String,
    /// What is counted, said after the field, such as "times a week".
    #[prop(optional, into)]
    unit: String,
    min: u16,
    max: u16,
    #[prop(into)] value: Signal<Option<u16>>,
    on_keep: Callback<Result<Option<u16>, String>>,
    /// Said when the input is no number in the range; the default names the range.
    #[prop(optional, into)]
    sentence: Option<String>,
    /// Something the page has to say about a number that can be read.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// Shows the number without letting it be changed.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let sentence =
        StoredValue::new(sentence.unwrap_or_else(|| {
            format!("Use a whole number from {min} to {max}, or leave it blank.")
        }));
    let unread = RwSignal::new(false);
    let shown =
        Signal::derive(move || value.get().map(|number| number.to_string()).unwrap_or_default());
    let keep = Callback::new(move |text: String| {
        let read = read(&text, min, max);
        unread.try_set(read.is_err());
        on_keep.try_run(read.map_err(|Unread| sentence.try_get_value().unwrap_or_default()));
    });
    // The sentence goes as soon as the input can be read, not only when the field is left.
    let heed = Callback::new(move |text: String| {
        if unread.get_untracked() && read(&text, min, max).is_ok() {
            unread.set(false);
        }
    });
    let draft = Draft::new(shown, keep, Some(heed));
    let node = NodeRef::<html::Input>::new();
    draft.follow(move |text| {
        if let Some(field) = node.get() {
            field.set_value(text);
            unread.set(false);
        }
    });
    let said = move || if unread.get() { Some(sentence.get_value()) } else { problem.get() };
    let name = fresh_name("number");
    let unit_name = format!("{name}-unit");
    let problem_name = format!("{name}-problem");
    view! {
        <div class="fh-line fh-line--number">
            <label class="fh-line__label" for=name.clone()>{label}</label>
            <div class="fh-line__amount">
                <input
                    type="text"
                    inputmode="numeric"
                    class="fh-line__field"
                    id=name
                    node_ref=node
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby=format!("{unit_name} {problem_name}")
                    aria-invalid=move || said().is_some().then_some("true")
                    readonly=move || locked.get()
                    on:focus=move |_| draft.enter()
                    on:input=move |event| draft.typed(event_target::<HtmlInputElement>(&event).value())
                    on:change=move |_| draft.changed()
                    on:keydown=move |event| draft.key(&event)
                    on:blur=move |_| draft.leave()
                />
                <span class="fh-line__unit" id=unit_name>{unit}</span>
            </div>
            <p class="fh-line__problem" id=problem_name aria-live="polite">{said}</p>
        </div>
    }
}

/// The input is no whole number in the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Unread;

/// A blank is an answer too. Only plain digits count, since any other sign may mean something else
/// to the writer than to us.
fn read(text: &str, min: u16, max: u16) -> Result<Option<u16>, Unread> {
    let digits = text.trim();
    if digits.is_empty() {
        return Ok(None);
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unread);
    }
    match digits.parse() {
        Ok(number) if (min..=max).contains(&number) => Ok(Some(number)),
        _ => Err(Unread),
    }
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
    fn anything_else_is_answered_at_the_place() {
        for text in [
            "three",
            "-1",
            "+1",
            "1e9",
            "1.5",
            "11",
            "99999999999999999999",
            "\u{FF13}",
            "\u{200B}3",
            "<script>",
        ] {
            check(text, Err(Unread));
        }
    }
}
