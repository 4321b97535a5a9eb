//! What the boxes for whole numbers say about an answer they cannot read. Each sentence names its box.

use crate::domain::quantity::Measure;
use crate::language::number_box::Unread;

/// What to change in the box called `label`.
pub(crate) fn unread(label: &str, unread: Unread, measure: Measure) -> String {
    let most = measure.max();
    match unread {
        Unread::Words => {
            format!("{label} takes a whole number. A guess is fine, and so is leaving it empty.")
        }
        Unread::Rarely => format!("{label} takes a whole number. Hardly ever? 0 is fine."),
        Unread::Several if label == "Then" => {
            "Then takes one whole number while there is one in Or up to.".to_owned()
        }
        Unread::Several => format!("{label} takes one whole number. Which one is closest?"),
        Unread::OtherTime => format!(
            "This is counted in {}. How many would that be? Or choose something else in Counted in.",
            super::measure(measure)
        ),
        Unread::Outside => {
            let why = match measure {
                Measure::Days => "A week has 7 days. ",
                Measure::Nights => "A week has 7 nights. ",
                Measure::HoursADay | Measure::HoursANight => "A day has 24 hours. ",
                _ => "",
            };
            format!("{why}{label} takes a whole number from 0 to {most}.")
        }
        Unread::Backwards => {
            "Put the smaller number in Then and the larger one in Or up to.".to_owned()
        }
    }
}

/// What the box for the highest total says.
pub(crate) fn highest_total(most: u16) -> String {
    format!("Highest total takes a whole number from 1 to {most}.")
}

/// What the sentence keeps while something else stands in the field.
pub(crate) fn still_says(said: &str) -> String {
    format!("The sentence still says {said}.")
}
