//! What the reader makes of one whole goal, in the fields of the labelling guideline: a door for tests and tables.

use chrono::{NaiveDate, Weekday};
use serde::Serialize;
use serde_json::{Value, json};

use super::behaviour::behaviour;
use super::calendar::{Named, weekday_name};
use super::comparator::Comparator;
use super::deadline::By;
use super::direction::Direction;
use super::finding::all_findings_in;
use super::number::Number;
use super::quantity::{Kind, LEVELS, Quantity};
use super::reading::{Found, Rank, Reading, read};
use super::vague::{Measured, vague_terms};
use super::word::Words;
use super::{specific, zero};

/// One goal, read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Analysis {
    /// Names an event, an action or a product, not an inner state alone.
    pub specific: Option<bool>,
    /// Holds a criterion that can be counted or rated, or a milestone.
    pub measurable: bool,
    /// Says by when.
    pub time_bound: bool,
    /// The vague words, as written.
    pub vague_terms: Vec<String>,
    /// reduce, increase, maintain, achieve.
    pub direction: Option<&'static str>,
    /// What changes or is done, as written.
    pub behaviour: Option<String>,
    /// The level now.
    pub baseline: Value,
    /// The level wanted.
    pub target: Value,
    /// Further criteria.
    pub target_alt: Vec<Value>,
    /// By when.
    pub deadline: Value,
    /// Names of the rules that fired.
    pub findings: Vec<&'static str>,
}

/// Reads one goal as written.
pub fn analyse(text: &str, today: NaiveDate) -> Analysis {
    let words = Words::new(text);
    let reading = read(&words);
    let measured = if reading.target.as_ref().is_some_and(|target| target.rank != Rank::Zero) {
        Measured::Yes
    } else {
        Measured::No
    };
    let vague = vague_terms(&words, measured).into_iter();
    let way = reading.direction;
    Analysis {
        specific: Some(specific::is_specific(&words, &reading)),
        measurable: specific::is_measurable(&words, &reading),
        time_bound: reading.deadline.is_some(),
        vague_terms: vague
            .map(|place| text.get(words.place(place)).unwrap_or_default().to_owned())
            .collect(),
        direction: reading.direction.map(Direction::name),
        behaviour: behaviour(&words, &reading)
            .and_then(|place| text.get(words.place(place)))
            .map(str::to_owned),
        baseline: reading.baseline.as_ref().map_or(Value::Null, |found| {
            level(&found.quantity, found.quantity.low.between(found.quantity.high))
        }),
        target: target(&words, &reading),
        target_alt: reading.others.iter().map(|found| criterion(found, way)).collect(),
        deadline: deadline(reading.deadline.as_ref().map(|(by, _)| *by)),
        findings: all_findings_in(text, today).iter().map(|found| found.rule.name()).collect(),
    }
}

fn target(words: &Words<'_>, reading: &Reading) -> Value {
    match &reading.target {
        Some(found) if found.rank == Rank::Zero && zero::is_inner(words, found.place.end) => {
            Value::Null
        }
        Some(found) => criterion(found, reading.direction),
        None => Value::Null,
    }
}

/// A criterion; of a range the bound that is enough.
fn criterion(found: &Found, way: Option<Direction>) -> Value {
    let quantity = &found.quantity;
    let number = if way == Some(Direction::Reduce) { quantity.high } else { quantity.low };
    let mut value = level(quantity, number);
    if let Value::Object(fields) = &mut value {
        let kind = match quantity.kind {
            Kind::Count => "count",
            Kind::Percent => "percent",
            Kind::Ratio => "ratio",
            Kind::Score => "score",
            Kind::Duration => "duration",
        };
        let comparator = match quantity.comparator {
            Comparator::Equal => "=",
            Comparator::AtLeast => ">=",
            Comparator::AtMost => "<=",
            Comparator::Below => "<",
            Comparator::Above => ">",
        };
        fields.insert("kind".to_owned(), json!(kind));
        fields.insert("comparator".to_owned(), json!(comparator));
    }
    value
}

fn level(quantity: &Quantity, number: Number) -> Value {
    let value = match quantity.of.filter(|_| quantity.kind == Kind::Ratio) {
        Some(of) => json!(format!("{number}/{of}")),
        None if quantity.is_level => json!(LEVELS.nth(number.as_whole().unwrap_or_default())),
        None => plain(number),
    };
    let per = quantity.per.map(|per| match per.every.as_whole() {
        Some(1) => per.unit.to_owned(),
        _ => format!("{} {}", per.every, per.unit),
    });
    json!({ "value": value, "unit": quantity.unit, "per": per })
}

fn plain(number: Number) -> Value {
    number
        .as_whole()
        .map_or_else(|| json!(f64::from(number.in_hundredths()) / 100.0), |whole| json!(whole))
}

fn deadline(by: Option<By>) -> Value {
    let relative =
        |number: Value, unit: &str| json!({ "kind": "relative", "value": number, "unit": unit });
    let absolute =
        |value: String, unit: &str| json!({ "kind": "absolute", "value": value, "unit": unit });
    let weekday = |day: Weekday| absolute(weekday_name(day).to_owned(), "weekday");
    match by {
        None => json!({ "kind": null, "value": null, "unit": null }),
        Some(By::In(number, unit)) => relative(plain(number), unit),
        Some(By::EndOf(unit) | By::EndOfNext(unit)) => relative(json!(1), unit),
        Some(By::Event(number, name)) => relative(json!(number), name),
        Some(By::OnMoving(holiday)) => relative(json!(1), holiday.name()),
        Some(By::OnWeekday(day) | By::NextWeekday(day)) => weekday(day),
        Some(By::On(named) | By::Through(named)) => {
            absolute(iso(named), if named.day.is_some() { "date" } else { "month" })
        }
    }
}

/// As much of a date as was named: "2027-02-28", "--05-01", "2014-10", "--01".
fn iso(named: Named) -> String {
    let year = named.year.map_or_else(|| "-".to_owned(), |year| year.to_string());
    let day = named.day.map_or_else(String::new, |day| format!("-{day:02}"));
    format!("{year}-{:02}{day}", named.month)
}
