//! One quantity in a text: its number or range, what it counts, in how long, and how strictly.

use super::comparator::{AFTER, BEFORE, Comparator, comparator_at};
use super::counted::unit_at;
use super::instrument::Scale;
use super::list::{List, Phrases, Table, is_in};
use super::name::is_no_amount;
use super::number::{Number, number_at};
use super::unit::{Per, adverb, per_at, per_unit};
use super::word::Words;

/// What sort of quantity it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Count,
    Percent,
    Ratio,
    Score,
    Duration,
}

/// Whether a kind of quantity can belong to a period.
pub(crate) const fn takes_period(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::Duration)
}

/// One quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) kind: Kind,
    pub(crate) low: Number,
    /// Equal to `low` when it is no range.
    pub(crate) high: Number,
    /// Of how many, for a ratio.
    pub(crate) of: Option<Number>,
    pub(crate) unit: String,
    pub(crate) per: Option<Per>,
    pub(crate) comparator: Comparator,
    /// A number with nothing after it, which takes its unit from another.
    pub(crate) is_bare: bool,
    /// A level with a name, "mild": the number is its place among them.
    pub(crate) is_level: bool,
    /// "a", "one": gives way to any other number.
    pub(crate) is_article: bool,
}

impl Quantity {
    /// `low` to `high` of `unit`, in no period.
    pub(crate) fn count(low: Number, high: Number, unit: &str) -> Self {
        Self {
            kind: Kind::Count,
            low,
            high,
            of: None,
            unit: unit.to_owned(),
            per: None,
            comparator: Comparator::Equal,
            is_bare: false,
            is_level: false,
            is_article: false,
        }
    }
}

/// Words that may stand between a comparator and its number.
static ABOUT: List = List::new(
    "a an about around approximately roughly just only the an some ~ average mean total of only another now",
);

/// The quantity that starts at `at`, comparator included, and the pieces it takes.
pub(crate) fn quantity_at(
    words: &Words<'_>,
    scale: &Scale,
    at: usize,
) -> Option<(Quantity, usize)> {
    let before = comparator_at(&BEFORE, words, at);
    let mut next = at + before.map_or(0, |(_, taken)| taken);
    if before.is_some() {
        while ABOUT.has(words.at(next)) && core_at(words, scale, next).is_none() {
            next += 1;
        }
    }
    let (mut quantity, taken) = core_at(words, scale, next)?;
    next += taken;
    if let Some((comparator, _)) = before {
        quantity.comparator = comparator;
    }
    next = tail(words, next, &mut quantity);
    Some((quantity, next - at))
}

fn after_comparator(words: &Words<'_>, at: usize, quantity: &mut Quantity) -> usize {
    let comma = usize::from(words.at(at) == "," && comparator_at(&AFTER, words, at + 1).is_some());
    match comparator_at(&AFTER, words, at + comma) {
        // "at least" belongs to a number that follows it, not to the one before.
        Some((_, taken)) if number_at(words, at + comma + taken).is_some() => at,
        Some((comparator, taken)) => {
            quantity.comparator = comparator;
            at + comma + taken
        }
        None => at,
    }
}

/// Words that end the noun phrase after a number.
pub(crate) static STOPS: List = List::new(
    ", . ; : ( ) and or on in at by with before after when for from to until as so while if without but",
);

/// Reads what follows a unit: "or more", "of sleep a night". The first piece after it.
fn tail(words: &Words<'_>, at: usize, quantity: &mut Quantity) -> usize {
    let mut end = after_comparator(words, at, quantity);
    let reach = match quantity.kind {
        Kind::Count | Kind::Duration => 8,
        Kind::Ratio => 3,
        Kind::Percent | Kind::Score => 0,
    };
    let mut next = end;
    while next < end + reach {
        let gap = if next == end { Gap::None } else { Gap::Words };
        if let Some((per, taken)) = per_at(words, next).filter(|_| {
            is_period_lead(words, next, gap)
                && (quantity.kind != Kind::Ratio || adverb(words.at(next)).is_some())
        }) {
            quantity.per = Some(per);
            return after_comparator(words, next + taken, quantity);
        }
        let after = after_comparator(words, next, quantity);
        if next < after {
            next = after;
            end = after;
            continue;
        }
        if words.at(next).is_empty()
            || STOPS.has(words.at(next))
            || words.is_one_of(next, "once twice thrice")
            || (next > end && number_at(words, next).is_some())
        {
            break;
        }
        next += 1;
    }
    end
}

/// What stands between a unit and its period.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Words,
}

/// Whether a period that starts at `at` can belong to a number some words before it.
fn is_period_lead(words: &Words<'_>, at: usize, gap: Gap) -> bool {
    let is_near = gap == Gap::None;
    match words.at(at) {
        "/" => {
            is_near
                || per_unit(words.at(at + 1))
                    .is_some_and(|per| is_in("day week month year", per.unit))
        }
        "a" | "an" | "one" => {
            is_near
                || per_unit(words.at(at + 1)).is_some_and(|per| {
                    is_in("day week month year session meal lesson class shift visit", per.unit)
                })
        }
        "in" | "on" | "of" | "out" => is_near || words.is_one_of(at + 1, "each every"),
        _ => true,
    }
}

/// Whether "a week" follows within a few words: then even "a walk" is an amount.
pub(crate) fn has_period(words: &Words<'_>, at: usize) -> bool {
    (at..at + 4).take_while(|&at| !STOPS.has(words.at(at)) && number_at(words, at).is_none()).any(
        |at| {
            (words.is_one_of(at, "a per each every /") || adverb(words.at(at)).is_some())
                && per_at(words, at).is_some()
                && is_period_lead(words, at, Gap::Words)
        },
    )
}

/// A number or a range with its unit.
fn core_at(words: &Words<'_>, scale: &Scale, at: usize) -> Option<(Quantity, usize)> {
    if let Some(found) = fraction_at(words, at).or_else(|| named_level_at(words, scale, at)) {
        return Some(found);
    }
    if let Some(times) = ["once", "twice", "thrice"].iter().position(|&word| word == words.at(at)) {
        let opens_clause = words.is_one_of(at + 1, "he she they i we the my his her it you again")
            || (words.is_one_of(at + 1, "a an") && per_at(words, at + 1).is_none());
        let is_when = times == 0 && opens_clause;
        let number = Number::whole(u32::try_from(times).ok()? + 1);
        // "once or twice"
        if words.is_one_of(at + 1, "or to - –") && words.is_one_of(at + 2, "twice thrice") {
            let high = Number::whole(if words.at(at + 2) == "twice" { 2 } else { 3 });
            return Some((Quantity::count(number, high, "times"), 3));
        }
        return (!is_when).then(|| (Quantity::count(number, number, "times"), 1));
    }
    // "between 128 and 134 lb"
    if words.at(at) == "between"
        && let Some((low, taken)) = number_at(words, at + 1)
        && words.at(at + 1 + taken) == "and"
        && let Some((quantity, used)) = core_at(words, scale, at + 2 + taken)
        && low < quantity.high
    {
        return Some((Quantity { low, ..quantity }, 2 + taken + used));
    }
    let (low, mut taken) = number_at(words, at).or_else(|| article_at(words, at))?;
    let is_article = words.is_one_of(at, "a an one");
    let mut high = low;
    let mut low = low;
    if words.phrase(at + taken, "and a half").is_some() && words.at(at) != "a" {
        low = Number::hundredths(low.in_hundredths() + 50);
        high = low;
        taken += 3;
    }
    let from = is_from(words, at) && words.at(at + taken) == "to";
    if let Some((upper, used)) =
        range_end(words, at + taken).filter(|(upper, _)| low < *upper && !from)
    {
        high = upper;
        taken += used;
    }
    if is_no_amount(words, scale, at, at + taken) {
        return None;
    }
    let mut quantity = Quantity { is_article, ..Quantity::count(low, high, "items") };
    let next = after_comparator(words, at + taken, &mut quantity);
    if words.is_one_of(at.saturating_sub(1), "$ £ €") {
        "dollars".clone_into(&mut quantity.unit);
        quantity.is_article = true;
        return Some((quantity, next - at));
    }
    // "a whole hour"
    let gap = usize::from(
        is_article
            && words.is_one_of(next, "whole full solid good entire")
            && words.is_one_of(next + 1, "hour minute mile"),
    );
    let mut used = gap + unit_at(words, scale, next + gap, &mut quantity)?;
    // "an hour or two"
    if is_article && words.phrase(next + used, "or two").is_some() {
        quantity.high = Number::whole(2);
        used += 2;
    }
    Some((quantity, next + used - at))
}

/// Levels that questionnaires have names for, in order.
pub(crate) static LEVELS: List = List::new("none minimal mild moderate severe");

/// "the mild range", "from severe to moderate", where a scale is named.
fn named_level_at(words: &Words<'_>, scale: &Scale, at: usize) -> Option<(Quantity, usize)> {
    let (name, _) = scale.named.as_ref()?;
    let place = LEVELS.position(words.at(at)).and_then(|place| u32::try_from(place).ok())?;
    let is_level = words.is_one_of(at.saturating_sub(1), "to into from in the at reach or")
        || words.is_one_of(at + 1, "range level")
        || words.phrase(at + 1, "on the").is_some();
    let number = Number::whole(place);
    let quantity =
        Quantity { kind: Kind::Score, is_level: true, ..Quantity::count(number, number, name) };
    is_level.then(|| (quantity, 1 + usize::from(words.is_one_of(at + 1, "range level"))))
}

/// "a" and "an" count as one before a stretch of time or something done so often.
fn article_at(words: &Words<'_>, at: usize) -> Option<(Number, usize)> {
    if let Some(taken) = words.longest(at, "a couple of|a couple|a pair of") {
        return Some((Number::whole(2), taken));
    }
    words.is_one_of(at, "a an").then_some((Number::whole(1), 1))
}

static HALVED: Phrases = Phrases::new(
    "halve|halves|halving|in half|by half|by a half|half as many|half as much|half as often|half as frequent|half as frequently",
);
static HALF_OF: Phrases =
    Phrases::new("half the time|half of the time|half the days|half of all|half of the|half the");

/// "half an hour", "three quarters of an hour", "an hour and a half", "half the time".
fn fraction_at(words: &Words<'_>, at: usize) -> Option<(Quantity, usize)> {
    static HOURS: Table<u32> = Table::phrases(&[
        ("half an hour|half hour|a half hour|a half - hour|half - hour", 30),
        ("an hour and a half|one and a half hours", 90),
        ("three quarters of an hour|three - quarters of an hour", 45),
        ("a quarter of an hour|quarter of an hour|a quarter hour", 15),
    ]);
    if let Some((minutes, taken)) = HOURS.at(words, at) {
        let number = Number::whole(minutes);
        return Some((
            Quantity { kind: Kind::Duration, ..Quantity::count(number, number, "minutes") },
            taken,
        ));
    }
    // "halve the arguments", "cut them in half"
    if let Some(taken) = HALVED.at(words, at) {
        let number = Number::whole(50);
        let quantity =
            Quantity { kind: Kind::Percent, ..Quantity::count(number, number, "%change") };
        return Some((quantity, taken));
    }
    if let Some(found) = part_at(words, at) {
        return Some(found);
    }
    let taken = HALF_OF.at(words, at)?;
    let number = Number::whole(50);
    Some((Quantity { kind: Kind::Percent, ..Quantity::count(number, number, "%") }, taken))
}

/// "two thirds of the", "a quarter of all": a share in words.
fn part_at(words: &Words<'_>, at: usize) -> Option<(Quantity, usize)> {
    static PARTS: List = List::new("- - - third quarter fifth sixth - eighth - tenth");
    let (number, taken) = number_at(words, at).or_else(|| article_at(words, at))?;
    let next = at + taken + usize::from(words.at(at + taken) == "-");
    let word = words.at(next);
    let whole = PARTS.position(word.strip_suffix('s').unwrap_or(word))?;
    let of = Number::whole(u32::try_from(whole).ok()?);
    let is_share = words.at(next + 1) == "of" && number < of && !words.is_one_of(next + 2, "a an");
    let share =
        Quantity { kind: Kind::Ratio, of: Some(of), ..Quantity::count(number, number, "times") };
    is_share.then_some((share, next + 1 - at))
}

/// Whether the number at `at` is where something starts: "from about 5".
fn is_from(words: &Words<'_>, at: usize) -> bool {
    (1..4)
        .filter_map(|back| at.checked_sub(back))
        .take_while(|&at| {
            words.at(at) == "from"
                || ABOUT.has(words.at(at))
                || is_in("its present current usual", words.at(at))
        })
        .any(|at| words.at(at) == "from")
}

/// The upper end after "-", "to" or "or".
fn range_end(words: &Words<'_>, at: usize) -> Option<(Number, usize)> {
    words
        .is_one_of(at, "- – — to or")
        .then(|| number_at(words, at + 1))
        .flatten()
        .map(|(number, taken)| (number, taken + 1))
}

#[cfg(test)]
mod tests;
