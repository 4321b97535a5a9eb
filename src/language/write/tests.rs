//! Every kind of part, written and read back.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::language::calendar::{Moving, Named};
use crate::language::deadline::By;
use chrono::Weekday;

const PERIODS: [&str; 22] = [
    "day",
    "week",
    "month",
    "year",
    "session",
    "visit",
    "appointment",
    "shift",
    "class",
    "lesson",
    "period",
    "meal",
    "semester",
    "term",
    "quarter",
    "recess",
    "conversation",
    "game",
    "practice",
    "activity",
    "assignment",
    "turn",
];
const COUNTED: [&str; 13] = [
    "times", "items", "feet", "inches", "meters", "miles", "km", "pounds", "kg", "degrees",
    "calories", "ounces", "prompts",
];
const SCALES: [&str; 8] =
    ["phq-9", "gad-7", "pcl-5", "y-bocs", "core-10", "dass-21", "ces-d", "/5"];
const EVENTS: [&str; 24] = [
    "discharge",
    "graduation",
    "annual_review",
    "school_year",
    "grading_period",
    "semester",
    "term",
    "summer_break",
    "winter_break",
    "spring_break",
    "holidays",
    "summer",
    "birth",
    "wedding",
    "birthday",
    "exams",
    "court_date",
    "probation",
    "surgery",
    "follow-up",
    "review",
    "treatment",
    "trip",
    "interview",
];

fn number() -> impl Strategy<Value = Number> {
    (0_u32..500).prop_map(Number::whole)
}

fn comparator() -> impl Strategy<Value = Comparator> {
    select(vec![
        Comparator::Equal,
        Comparator::AtLeast,
        Comparator::AtMost,
        Comparator::Below,
        Comparator::Above,
    ])
}

/// What is counted, without its numbers: kind, unit, whole, period.
fn measure() -> impl Strategy<Value = Quantity> {
    let per = proptest::option::of((1_u32..4, select(PERIODS.to_vec()))).prop_map(|per| {
        per.map(|(every, unit)| Per { every: Number::whole(every), ..Per::one(unit) })
    });
    let empty = || Quantity::count(Number::whole(0), Number::whole(0), "times");
    prop_oneof![
        (select(COUNTED.to_vec()), per.clone()).prop_map(move |(unit, per)| Quantity {
            per,
            unit: unit.to_owned(),
            ..empty()
        }),
        (select(vec!["seconds", "minutes", "hours"]), per).prop_map(move |(unit, per)| Quantity {
            kind: Kind::Duration,
            per,
            unit: unit.to_owned(),
            ..empty()
        }),
        select(vec!["%", "%change"]).prop_map(move |unit| Quantity {
            kind: Kind::Percent,
            unit: unit.to_owned(),
            ..empty()
        }),
        (select(vec!["trials", "days", "meals", "sessions"]), 500_u32..600).prop_map(
            move |(unit, of)| Quantity {
                kind: Kind::Ratio,
                of: Some(Number::whole(of)),
                unit: unit.to_owned(),
                ..empty()
            }
        ),
        Just(Quantity {
            kind: Kind::Score,
            of: Some(Number::whole(10)),
            unit: "/10".to_owned(),
            ..empty()
        }),
        select(SCALES.to_vec()).prop_map(move |unit| Quantity {
            kind: Kind::Score,
            unit: unit.to_owned(),
            ..empty()
        }),
        select(SCALES.to_vec()).prop_filter("no name", |unit| !unit.starts_with('/')).prop_map(
            move |unit| Quantity { kind: Kind::Score, unit: format!("{unit} change"), ..empty() }
        ),
    ]
}

fn levels() -> impl Strategy<Value = (Option<Quantity>, Option<Quantity>)> {
    (measure(), number(), number(), number(), comparator(), 0..4_u8).prop_map(
        |(measure, now, low, high, comparator, shape)| {
            let most = if measure.unit == "/10" { 10 } else { 1000 };
            let cap = |number: Number| number.min(Number::whole(most));
            let (low, high) = (cap(low.min(high)), cap(low.max(high)));
            let target = match shape {
                0 => None,
                1 => Some(Quantity { low, high, ..measure.clone() }),
                _ => Some(Quantity { low, high: low, comparator, ..measure.clone() }),
            };
            let is_change = measure.unit.ends_with("change");
            let baseline = (shape % 2 == 1 && !is_change).then(|| Quantity {
                low: cap(now),
                high: cap(now),
                ..measure.clone()
            });
            (baseline, target)
        },
    )
}

fn deadline() -> impl Strategy<Value = By> {
    let day = (1_u32..=12, 1_u32..=28);
    let weekday = select(vec![
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ]);
    let moving = vec![
        Moving::Thanksgiving,
        Moving::Easter,
        Moving::LaborDay,
        Moving::MemorialDay,
        Moving::MothersDay,
        Moving::FathersDay,
    ];
    prop_oneof![
        (1_u32..60, select(vec!["day", "week", "month", "year"]))
            .prop_map(|(number, unit)| By::In(Number::whole(number), unit)),
        select(vec!["week", "month", "year"]).prop_map(By::EndOf),
        select(vec!["week", "month", "year"]).prop_map(By::EndOfNext),
        select(EVENTS.to_vec()).prop_map(|name| By::Event(1, name)),
        (1_u32..20, select(vec!["session", "visit", "lesson"]))
            .prop_map(|(number, name)| By::Event(number, name)),
        (day.clone(), proptest::option::of(2026_i32..2040))
            .prop_map(|((month, day), year)| By::On(Named { year, month, day: Some(day) })),
        (1_u32..=12).prop_map(|month| By::On(Named { year: None, month, day: None })),
        (1_u32..=12).prop_map(|month| By::Through(Named { year: None, month, day: None })),
        select(moving).prop_map(By::OnMoving),
        weekday.clone().prop_map(By::OnWeekday),
        weekday.prop_map(By::NextWeekday),
    ]
}

/// Words without a cue, fit for the way they go.
fn plain_words() -> impl Strategy<Value = (Direction, String)> {
    let deeds = [
        "ride the bus",
        "call my sister",
        "write in my journal",
        "wash the dishes",
        "sing with the choir",
        "ask a teacher for help",
        "walk around the lake",
        "tell my dad what happened",
        "swim",
    ];
    let things =
        ["panic attacks", "reading time", "shouting matches", "tea with Rosa", "nightmares"];
    prop_oneof![
        select(deeds.to_vec()).prop_map(|what| (Direction::Achieve, what.to_owned())),
        (
            select(vec![Direction::Reduce, Direction::Increase, Direction::Maintain]),
            select(things.to_vec())
        )
            .prop_map(|(way, what)| (way, what.to_owned())),
    ]
}

/// Anything somebody may have written, cues and marks among it.
fn any_words() -> impl Strategy<Value = String> {
    let cues = select(vec![
        "by",
        "June",
        "3",
        "times",
        "a",
        "week",
        "no",
        "reduce",
        "never",
        "“",
        "”",
        "with",
        "(",
        ")",
        ",",
        ".",
        ":",
        "helped by",
        "now",
        "from",
        "80%",
        "every day",
        "PHQ-9",
        "“quoted”",
        "bus",
        "ride",
        "é",
        "🙂",
    ]);
    prop_oneof![
        vec(cues, 1..8).prop_map(|words| words.join(" ")),
        "[ -~]{1,30}".prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
    ]
    .prop_filter("empty", |text| !text.is_empty())
}

fn parts(
    words: impl Strategy<Value = (Direction, String)>,
    support: impl Strategy<Value = Option<String>>,
) -> impl Strategy<Value = Parts> {
    (words, support, levels(), proptest::option::of(deadline())).prop_map(
        |((direction, what), support, (baseline, target), deadline)| Parts {
            direction,
            what,
            support,
            baseline,
            target,
            deadline,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn plain_words_are_read_back_from_every_sentence_of_grown_ups(
        parts in parts(
            plain_words(),
            proptest::option::of(select(vec!["my sister".to_owned(), "a breathing card".to_owned()])),
        )
    ) {
        for voice in [Voice::Adult, Voice::Teen, Voice::Therapist] {
            let text = parts.write(voice);
            let expected = Parts {
                what: told(voice, &parts.what),
                support: parts.support.as_ref().map(|support| told(voice, support)),
                ..parts.clone()
            };
            prop_assert_eq!(Parts::read(&text), Some(expected), "{}", text);
            prop_assert!(!text.contains('“'), "{}", text);
        }
    }

    #[test]
    fn any_words_are_read_back_from_their_quotes(
        parts in parts(
            (select(vec![Direction::Achieve, Direction::Reduce, Direction::Increase, Direction::Maintain]), any_words()),
            proptest::option::of(any_words()),
        )
    ) {
        let text = parts.write(Voice::Adult);
        prop_assert_eq!(Parts::read(&text), Some(parts), "{}", text);
    }
}

fn example() -> Parts {
    let week = Some(Per::one("week"));
    let times = |number| Quantity {
        per: week,
        ..Quantity::count(Number::whole(number), Number::whole(number), "times")
    };
    Parts {
        direction: Direction::Achieve,
        what: "ride the bus".to_owned(),
        support: Some("my breathing card".to_owned()),
        baseline: Some(times(0)),
        target: Some(Quantity { comparator: Comparator::AtLeast, ..times(3) }),
        deadline: Some(By::In(Number::whole(6), "week")),
    }
}

#[test]
fn each_voice_has_a_plan_of_its_own() {
    let said: Vec<_> = Voice::ALL.map(|voice| example().write(voice)).into();
    assert_eq!(
        said,
        [
            "I will ride the bus. This helps: my breathing card.",
            "I will ride the bus. This helps: my breathing card. Now: 0 times a week. I try for: at least 3 times a week. \
         We look again within 6 weeks.",
            "My goal: ride the bus. What helps me: my breathing card. Now: 0 times a week. I try for: at least 3 times a \
         week. We look again within 6 weeks.",
            "Within 6 weeks, I will ride the bus, helped by my breathing card, at least 3 times a week (now 0 times a week).",
            "I will ride the bus, helped by my breathing card, at least 3 times a week (now 0 times a week), within 6 weeks.",
            "Client will ride the bus, helped by their breathing card, at least 3 times a week (now 0 times a week), within 6 \
         weeks.",
            "Objective: Ride the bus. Baseline: 0 times a week. Target: at least 3 times a week. To be reached within 6 \
         weeks. Means: their breathing card.",
        ]
    );
}

#[test]
fn words_that_say_more_are_put_in_quotes() {
    let parts = Parts { what: "go to 3 meetings by June".to_owned(), ..example() };
    assert!(
        parts
            .write(Voice::Adult)
            .starts_with("I will do this: “go to 3 meetings by June”, helped by")
    );
    let told = Parts::read("I will name three people by Friday").expect("parts");
    assert_eq!(told.write(Voice::Adult), "I will name three people, by Friday.");
}
