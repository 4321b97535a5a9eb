//! What the screens say about storing: what opening found, why a window only reads, and that a newer app waits.

use crate::storage::outcome::{Emptied, Outcome};
use crate::storage::sign::Why;
use crate::ui::session::Found;

/// The offer on the first page.
pub(crate) const NEWER_READY: &str = "A newer Foothold is ready. What you wrote stays as it is.";

/// Why this window can only be read.
pub(crate) const fn read_only(why: Why) -> &'static str {
    match why {
        Why::OtherTab => {
            "Foothold is open in another window. Here it can only be read, so that nothing is written twice."
        }
        Why::Newer => {
            "This tablet holds data of a newer Foothold. You can read it here; nothing will be changed. Reload to get \
             the newer one."
        }
        _ => "This browser does not let Foothold save. You can read, but not write.",
    }
}

/// What opening found, if a person should know.
pub(crate) fn found(found: &Found) -> Option<String> {
    let store = |emptied| match emptied {
        Emptied::Log | Emptied::Receipt => {
            "One of this browser's two stores was emptied; the other one filled it again. Nothing is lost."
        }
        Emptied::Both => {
            "This browser removed your data. Restore a backup in Settings; nothing new has been written over it."
        }
    };
    let text = match found.outcome {
        Outcome::First | Outcome::Clean | Outcome::Newer { .. } => String::new(),
        Outcome::Healed { n } => format!(
            "{n} damaged or missing {} put right from the second copy. Nothing is lost.",
            if n == 1 { "record was" } else { "records were" }
        ),
        Outcome::Partial { aside, missing, .. } => format!(
            "Some records were damaged in both copies: {aside} kept aside, {missing} missing. Everything else is here. \
             Save a backup now."
        ),
        Outcome::Emptied { side, .. } => store(side).to_owned(),
        Outcome::MemoryOnly => {
            "This browser keeps nothing: what you write is gone when this page closes. Save a backup before that."
                .to_owned()
        }
    };
    if found.unread != 0 {
        let unread = found.unread;
        return Some(format!(
            "{text} {unread} {} could not be shown here. {} kept untouched.",
            if unread == 1 { "change" } else { "changes" },
            if unread == 1 { "It is" } else { "They are" }
        ));
    }
    (!text.is_empty()).then_some(text)
}
