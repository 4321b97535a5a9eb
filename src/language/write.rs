//! Parts into sentences: for each voice its own plan of what is said first, and in which words.
//!
//! The sentences of grown-ups can be read back: what would be read as something else is put in quotes.

use std::fmt::Write as _;

use super::by_words::by_words;
use super::comparator::Comparator;
use super::direction::Direction;
use super::number::Number;
use super::parts::Parts;
use super::quantity::{Kind, LEVELS, Quantity};
use super::unit::Per;
use super::voice::Voice;
use super::word::Words;

/// Which of the client's words stand in quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quoted {
    Nothing,
    What,
    Support,
    Both,
}

/// Parts about to be said, with what was found out once for all voices.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    parts: &'a Parts,
    quoted: Quoted,
    /// Whether what is done says the number itself: "name three people".
    is_told: bool,
}

impl Parts {
    /// Ready to be said in every voice.
    pub fn written(&self) -> Written<'_> {
        let is_told = self.target.is_some()
            && Self::read(&format!("I will {}", self.what))
                .is_some_and(|read| read.what == self.what && read.target == self.target);
        let tries = [Quoted::Nothing, Quoted::What, Quoted::Support, Quoted::Both];
        let written = |quoted| Written { parts: self, quoted, is_told };
        let is_read =
            |written: &Written<'_>| Self::read(&written.line(Voice::Adult)).as_ref() == Some(self);
        tries.into_iter().map(written).find(is_read).unwrap_or_else(|| written(Quoted::Both))
    }

    /// In one voice.
    pub fn write(&self, voice: Voice) -> String {
        self.written().say(voice)
    }
}

impl Written<'_> {
    /// One good sentence, a few short ones for the youngest, or the fields of a record.
    pub fn say(&self, voice: Voice) -> String {
        match voice {
            Voice::Adult | Voice::Teen | Voice::Therapist => self.line(voice),
            Voice::YoungChild | Voice::Child | Voice::OlderChild => self.short(voice),
            Voice::Payer => self.record(),
        }
    }

    /// One sentence: who, what, with what help, how much, by when. A young person hears the time first.
    fn line(&self, voice: Voice) -> String {
        let who = match voice {
            Voice::Therapist => "Client will",
            _ => "I will",
        };
        let mut text = String::new();
        let by = self.parts.deadline.map(by_words);
        if voice == Voice::Teen
            && let Some(by) = &by
        {
            text.push_str(&capital(by));
            text.push_str(", ");
        }
        text.push_str(who);
        let way = match self.parts.direction {
            Direction::Achieve => "",
            Direction::Reduce => " reduce",
            Direction::Increase => " increase",
            Direction::Maintain => " maintain",
        };
        let is_quoted = matches!(self.quoted, Quoted::What | Quoted::Both);
        if is_quoted {
            let way = if way.is_empty() { " do" } else { way };
            _ = write!(text, "{way} this: {}", quote(&self.parts.what));
        } else {
            _ = write!(text, "{way} {}", told(voice, &self.parts.what));
        }
        if let Some(support) = &self.parts.support {
            if matches!(self.quoted, Quoted::Support | Quoted::Both) {
                _ = write!(text, ", helped by: {}", quote(support));
            } else {
                _ = write!(text, ", helped by {}", told(voice, support));
            }
        }
        if let Some(target) = self.parts.target.as_ref().filter(|_| !self.is_told) {
            _ = write!(text, ", {}", amount(target));
        }
        if let Some(baseline) = &self.parts.baseline {
            _ = write!(text, " (now {})", amount(baseline));
        }
        if voice != Voice::Teen
            && let Some(by) = &by
        {
            _ = write!(text, ", {by}");
        }
        text.push('.');
        text
    }

    /// A few short sentences, each one thing.
    fn short(&self, voice: Voice) -> String {
        let mut said = Vec::new();
        let lead = match (voice, self.parts.direction) {
            (_, Direction::Reduce) => "I want less of this: ",
            (_, Direction::Increase) => "I want more of this: ",
            (_, Direction::Maintain) => "I keep this up: ",
            (Voice::OlderChild, _) => "My goal: ",
            _ => "I will ",
        };
        said.push(format!("{lead}{}.", self.parts.what));
        if let Some(support) = &self.parts.support {
            said.push(match voice {
                Voice::OlderChild => format!("What helps me: {support}."),
                _ => format!("This helps: {support}."),
            });
        }
        // Numbers and days say nothing yet at 4 to 6; the grown-up has them in another voice.
        if voice != Voice::YoungChild {
            if let Some(baseline) = &self.parts.baseline {
                said.push(format!("Now: {}.", amount(baseline)));
            }
            if let Some(target) = &self.parts.target {
                said.push(format!("I try for: {}.", amount(target)));
            }
            if let Some(by) = self.parts.deadline {
                said.push(format!("We look again {}.", by_words(by)));
            }
        }
        said.join(" ")
    }

    /// A record in fields, in the order in which a payer looks for them.
    fn record(&self) -> String {
        let way = match self.parts.direction {
            Direction::Achieve => "",
            Direction::Reduce => "Reduce ",
            Direction::Increase => "Increase ",
            Direction::Maintain => "Maintain ",
        };
        let mut said = vec![format!(
            "Objective: {}.",
            capital(&format!("{way}{}", told(Voice::Payer, &self.parts.what)))
        )];
        let baseline =
            self.parts.baseline.as_ref().map_or_else(|| "not measured yet".to_owned(), amount);
        said.push(format!("Baseline: {baseline}."));
        if let Some(target) = &self.parts.target {
            said.push(format!("Target: {}.", amount(target)));
        }
        if let Some(by) = self.parts.deadline {
            said.push(format!("To be reached {}.", by_words(by)));
        }
        if let Some(support) = &self.parts.support {
            said.push(format!("Means: {}.", told(Voice::Payer, support)));
        }
        said.join(" ")
    }
}

/// The client's words as `voice` tells them: a record speaks of the client, and "my sister" is their sister there.
pub(crate) fn told(voice: Voice, text: &str) -> String {
    if !matches!(voice, Voice::Therapist | Voice::Payer) {
        return text.to_owned();
    }
    let words = Words::new(text);
    let mut told = String::with_capacity(text.len() + 8);
    let mut end = 0;
    for at in 0..words.len() {
        let place = words.place(at..at + 1);
        let theirs = match words.at(at) {
            "my" | "our" => "their",
            "me" | "us" => "them",
            "mine" | "ours" => "theirs",
            "myself" | "ourselves" => "themselves",
            _ => continue,
        };
        told.push_str(text.get(end..place.start).unwrap_or_default());
        told.push_str(theirs);
        end = place.end;
    }
    told.push_str(text.get(end..).unwrap_or_default());
    told
}

/// In quotes that a reader takes as one; a closing quote inside stands twice.
fn quote(text: &str) -> String {
    format!("“{}”", text.replace('”', "””"))
}

/// With a capital first letter; of other letters than English ones as it was, since their tables weigh 6 kB.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        [first.to_ascii_uppercase()].into_iter().chain(chars).collect()
    })
}

/// A quantity as it is said and read: "at least 3 times a week", "4 of 5 trials", "rated 6 out of 10".
pub(crate) fn amount(quantity: &Quantity) -> String {
    let limit = match quantity.comparator {
        Comparator::Equal => "",
        Comparator::AtLeast => "at least ",
        Comparator::AtMost => "at most ",
        Comparator::Below => "less than ",
        Comparator::Above => "more than ",
    };
    let number = if quantity.low == quantity.high {
        quantity.low.to_string()
    } else {
        format!("{} to {}", quantity.low, quantity.high)
    };
    let number = match quantity.low.as_whole().filter(|_| quantity.is_level) {
        Some(level) => LEVELS.nth(level).to_owned(),
        None => number,
    };
    let is_one = quantity.low == Number::whole(1) && quantity.high == Number::whole(1);
    let unit = quantity.unit.as_str();
    let of = quantity.of.map(|of| of.to_string()).unwrap_or_default();
    match quantity.kind {
        Kind::Percent if unit == "%change" => format!("by {limit}{number}%"),
        Kind::Percent => format!("{limit}{number}%"),
        Kind::Ratio => format!("{limit}{number} of {of} {unit}"),
        Kind::Score if unit == "/10" => format!("rated {limit}{number} out of 10"),
        Kind::Score => match (unit.strip_prefix('/'), unit.strip_suffix(" change")) {
            (Some(most), _) => format!("{limit}{number} on the {most}-point rating"),
            (_, Some(name)) => {
                format!("by {limit}{number} points on the {}", name.to_ascii_uppercase())
            }
            _ if unit == "points" => format!("a total of {limit}{number} points"),
            _ => format!("{limit}{number} on the {}", unit.to_ascii_uppercase()),
        },
        Kind::Count | Kind::Duration => {
            let unit = match (unit, is_one) {
                ("feet", true) => "foot",
                ("inches", true) => "inch",
                ("items", true) => "thing",
                ("items", _) => "things",
                (_, true) => unit.strip_suffix('s').unwrap_or(unit),
                _ => unit,
            };
            format!("{limit}{number} {unit}{}", quantity.per.map(per).unwrap_or_default())
        }
    }
}

fn per(per: Per) -> String {
    if per.every == Number::whole(1) {
        let is_time = matches!(per.unit, "day" | "week" | "month" | "year");
        let a = if is_time { "a" } else { "per" };
        return format!(" {a} {}", per.unit);
    }
    let units = match per.unit.strip_suffix('y').filter(|_| per.unit != "day") {
        Some(stem) => format!("{stem}ies"),
        None if per.unit.ends_with('s') => format!("{}es", per.unit),
        None => format!("{}s", per.unit),
    };
    format!(" every {} {units}", per.every)
}

#[cfg(test)]
mod tests;
