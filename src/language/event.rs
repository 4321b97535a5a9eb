//! Things that happen once and that people set dates by: discharge, the annual review, the school year.

use super::calendar::Named;
use super::list::{Phrases, Table};
use super::word::Words;

/// Names of events by the words for them; phrases parted by strokes.
static EVENTS: Table<&str> = Table::phrases(&[
    (
        "discharge|discharged|being discharged|leave the unit|leave the ward|leave the hospital|leave the rehab unit|leave rehab|\
            leaves the ward|leaves the hospital|leave here|going home|go home|goes home|\
            sent home",
        "discharge",
    ),
    ("release|released|release date|gets out", "release"),
    ("graduation|graduating|graduates|graduate", "graduation"),
    (
        "annual review|annual iep review|annual iep meeting|annual iep|iep meeting|iep review|yearly review|iep|annual ard|annual ard meeting|ard meeting",
        "annual_review",
    ),
    (
        "school year's end|school year ends|school year|academic year|freshman year|sophomore year|junior year|senior year|\
            school is out|school ends|school lets out|day of school",
        "school_year",
    ),
    ("grading period|grading quarter", "grading_period"),
    ("marking period", "marking_period"),
    ("reporting period|report card|report cards", "reporting_period"),
    ("semester's end|semester ends|semester|fall semester|spring semester", "semester"),
    (
        "term's end|term ends|autumn term|winter term|spring term|summer term|fall term|term is out|term time|term",
        "term",
    ),
    ("school quarter|quarter", "quarter"),
    ("trimester", "trimester"),
    ("summer break|summer vacation|summer holidays|summer holiday", "summer_break"),
    (
        "winter break|winter holidays|winter vacation|christmas break|christmas holidays|christmas vacation|holiday break",
        "winter_break",
    ),
    ("spring break|spring vacation|easter holidays|easter break", "spring_break"),
    ("fall break|thanksgiving break", "fall_break"),
    ("holidays|vacation|hols", "holidays"),
    ("autumn|fall", "fall"),
    (
        "baby is born|sister is born|brother is born|baby comes|baby arrives|baby's arrival|baby is here|birth of|birth|due date|\
            new baby|baby's due|baby is due",
        "birth",
    ),
    ("half - term|half term", "half_term"),
    ("i retire|he retires|she retires|retirement|retires", "retirement"),
    ("payday|pay day", "payday"),
    (
        "we next meet|we meet next|we meet again|we see each other again|time we meet|time i see you",
        "session",
    ),
    ("wedding|gets married|get married", "wedding"),
    ("exam week|finals week", "exam_week"),
    ("exams|finals|exam", "exams"),
    ("court date|court hearing|court review|hearing|day in court|sentencing", "court_date"),
    ("surgery|operation|op", "surgery"),
    ("follow - up|follow up|followup", "follow-up"),
    ("visit|surgeon's follow - up visit|follow - up visit|follow up visit", "visit"),
    (
        "case review|care review|plan review|review date|next review|treatment review|review|\
            review meeting|case conference",
        "review",
    ),
    ("re - evaluation|reevaluation|reassessment", "re-evaluation"),
    ("recertification|recert", "recertification"),
    ("course of treatment|treatment|tx", "treatment"),
    ("therapy", "therapy"),
    ("hospital stay|inpatient stay|stay", "stay"),
    ("program|programme", "program"),
]);

/// Events known by their own names.
static NAMED: Phrases = Phrases::new(
    "trimester|summer|winter|spring|prom|anniversary|birthday|probation|parole|treatment plan|camp|tournament|season|trip|move|reunion|interview|recital|concert|\
    audition|performance|marathon|funeral|christening|baby shower|bar mitzvah|honeymoon|homecoming|open house|field trip|school play|cruise|flight|driving test|theory test|\
    custody hearing|eviction|transplant|scan|transition meeting|parent conference|team meeting|ramadan|eid|diwali|hanukkah|passover|placement|internship|kindergarten|\
    middle school|high school|college|university|detox|rehab|moving day|sports day|deadline",
);

/// Occasions that are counted from the start of the work: "by session 6", "by the sixth visit".
static COUNTED: Table<&str> = Table::phrases(&[
    ("session|sessions", "session"),
    ("visit|visits", "visit"),
    ("appointment|appointments|appt", "appointment"),
    ("meeting|meetings", "meeting"),
    ("lesson|lessons", "lesson"),
    ("check - in|check in", "check-in"),
]);

/// The event at `at`, and the pieces it takes.
pub(crate) fn event_at(words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    EVENTS.at(words, at).or_else(|| NAMED.found(words, at))
}

/// The counted occasion at `at`, and the pieces it takes.
pub(crate) fn counted_at(words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    COUNTED.at(words, at)
}

/// Whether an event comes round again and again, so that "the second" one is still the next one.
pub(crate) fn comes_round(name: &str) -> bool {
    matches!(
        name,
        "semester"
            | "term"
            | "quarter"
            | "trimester"
            | "grading_period"
            | "marking_period"
            | "reporting_period"
    )
}

/// About when an event of the year falls in the United States; shown in full before anyone agrees to it.
pub(crate) fn about(name: &str) -> Option<Named> {
    let (month, day) = match name {
        "spring_break" => (3, 15),
        "spring" => (3, 20),
        "school_year" | "summer_break" => (6, 15),
        "summer" => (6, 21),
        "fall" => (9, 22),
        "winter" | "winter_break" => (12, 21),
        _ => return None,
    };
    Some(Named { year: None, month, day: Some(day) })
}
