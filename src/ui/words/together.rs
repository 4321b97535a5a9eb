//! What must not be torn apart at the end of a line: dates, and numbers with their units.

use crate::figure::day;

/// The text with every date and every amount in it kept on one line: "November 22, 2026" never breaks after the month,
/// and "2 to 3 times a week" not before its unit.
pub(crate) fn together(text: &str) -> String {
    let pieces: Vec<&str> = text.split(' ').collect();
    let mut kept = String::with_capacity(text.len());
    let mut before = ("", "");
    for (place, piece) in pieces.iter().enumerate() {
        if place != 0 {
            let next = pieces.get(place + 1).copied().unwrap_or_default();
            let held = in_a_date(before.1, piece) || in_an_amount(before, piece, next);
            kept.push(if held { '\u{a0}' } else { ' ' });
        }
        kept.push_str(piece);
        before = (before.1, piece);
    }
    kept
}

fn in_a_date(before: &str, piece: &str) -> bool {
    // "by January" as well: a lone "by" at the end of a line says nothing.
    if day::is_month(piece) {
        return matches!(before, "by" | "on" | "since");
    }
    starts_with_digit(piece)
        && (day::is_month(before)
            || before.strip_suffix(',').is_some_and(|day| day.len() <= 2 && is_number(day))
                && piece.get(..4).is_some_and(is_number))
}

/// `before` are the last two words before `piece`, `next` the one after it.
fn in_an_amount(before: (&str, &str), piece: &str, next: &str) -> bool {
    let word = piece.trim_end_matches([',', '.']);
    match (before.1, word) {
        ("from" | "now" | "(now" | "effort", _) => starts_with_digit(piece),
        ("to", _) if starts_with_digit(piece) => is_number(before.0),
        ("out", "of") => is_number(before.0),
        ("of", _) if starts_with_digit(piece) => before.0 == "out" || is_number(before.0),
        ("a", "day" | "week" | "month") => true,
        ("time" | "times" | "minutes" | "once" | "twice", "a") => {
            matches!(next.trim_end_matches([',', '.']), "day" | "week" | "month")
        }
        (number, "to" | "of") => is_number(number) && starts_with_digit(next),
        (number, "time" | "times" | "minute" | "minutes" | "percent" | "points" | "out") => {
            is_number(number)
        }
        _ => false,
    }
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::together;

    #[test]
    fn a_date_in_a_sentence_stays_on_one_line() {
        let check = |text: &str, kept: &str| assert_eq!(together(text), kept);
        check("Ride, by November 22, 2026.", "Ride, by\u{a0}November\u{a0}22,\u{a0}2026.");
        check("3 on May 9 and 6 on May 12", "3 on\u{a0}May\u{a0}9 and 6 on\u{a0}May\u{a0}12");
    }

    #[test]
    fn an_amount_stays_with_its_unit() {
        let check =
            |text: &str, kept: &str| assert_eq!(together(text), kept.replace('_', "\u{a0}"));
        check("Ride, 3 times a week, up from 0, by day", "Ride, 3_times_a_week, up from_0, by day");
        check("2 to 3 times a month.", "2_to_3_times_a_month.");
        check("Ride twice a week to town", "Ride twice_a_week to town");
        check("at 6 out of 10 (now 3)", "at 6_out_of_10 (now_3)");
        check("Sing, effort 6 of 10. Go on", "Sing, effort_6_of_10. Go on");
        check("2 of them", "2 of them");
        check("45 minutes a day", "45_minutes_a_day");
        check("I go to 3 shops many times a dog barks", "I go to 3 shops many times a dog barks");
    }
}
