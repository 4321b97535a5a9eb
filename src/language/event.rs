//! Things that happen once and that people set dates by: discharge, the annual review, the school year.

use super::calendar::Named;
use super::list::{Phrases, Table};
use super::word::Words;

/// Names of events by the words for them; phrases parted by strokes.
static EVENTS: Table<&str> = Table::phrases(&[
    (
        "discharge|discharged|being discharged|leave the unit|leave the ward|leave the hospital|leave the rehab unit|leave rehab|leave hospital|\
            leaves the ward|leaves the hospital|leaves the unit|leaves rehab|leave here|going home|go home|goes home|heads home|head home|\
            sent home|home from hospital|home from the hospital|released from hospital|out of hospital|discharge date|day of discharge",
        "discharge",
    ),
    ("release|released|release date|gets out|get out of jail|get out of prison", "release"),
    ("graduation|graduating|graduates|graduate|commencement", "graduation"),
    (
        "annual review|annual iep review|annual iep meeting|annual iep|iep meeting|iep review|yearly review|iep|iep date|iep cycle|iep period|iep year|iep term|\
            annual meeting|annual ard|annual ard meeting|ard meeting|annual goal date",
        "annual_review",
    ),
    (
        "school year's end|school year ends|school year|academic year|freshman year|sophomore year|junior year|senior year|kindergarten year|\
            school is out|school ends|school lets out|school breaks up|school finishes|day of school|year - end",
        "school_year",
    ),
    ("grading period|grading quarter", "grading_period"),
    ("marking period", "marking_period"),
    ("reporting period|report card|report cards", "reporting_period"),
    (
        "semester's end|semester ends|semester|fall semester|spring semester|autumn semester|winter semester|summer semester",
        "semester",
    ),
    (
        "term's end|term ends|autumn term|winter term|spring term|summer term|fall term|michaelmas term|hilary term|term is out|term time|term",
        "term",
    ),
    ("school quarter|quarter|fall quarter|spring quarter|winter quarter|summer quarter", "quarter"),
    ("trimester|fall trimester|winter trimester|spring trimester", "trimester"),
    (
        "summer break|summer vacation|summer recess|summer hols|summer holidays|summer holiday",
        "summer_break",
    ),
    (
        "winter break|winter holidays|winter vacation|winter recess|christmas break|christmas holidays|christmas vacation|holiday break",
        "winter_break",
    ),
    ("spring break|spring vacation|spring recess|easter holidays|easter break", "spring_break"),
    ("fall break|thanksgiving break|autumn break", "fall_break"),
    ("holidays|vacation|hols", "holidays"),
    ("autumn|fall", "fall"),
    (
        "baby is born|sister is born|brother is born|baby comes|baby arrives|baby is here|baby gets here|baby's arrival|baby's birth|birth of|birth|due date|\
            new baby|baby's due|baby is due|give birth|gives birth|delivery",
        "birth",
    ),
    ("half - term|half term", "half_term"),
    ("i retire|he retires|she retires|retirement|retires", "retirement"),
    ("payday|pay day", "payday"),
    (
        "we next meet|we meet next|we meet again|we see each other again|we next see each other|time we meet|time i see you|i see you next|i next see you|\
            time i come in|time i come here",
        "session",
    ),
    ("wedding|gets married|get married|wedding day", "wedding"),
    ("exam week|finals week", "exam_week"),
    ("exams|finals|exam|final exams|final exam|midterms|mocks|mock exams|sats|gcses", "exams"),
    (
        "court date|court hearing|court review|hearing|day in court|sentencing|trial date",
        "court_date",
    ),
    ("surgery|operation|op", "surgery"),
    ("follow - up|follow up|followup", "follow-up"),
    ("visit|surgeon's follow - up visit|follow - up visit|follow up visit", "visit"),
    (
        "case review|care review|plan review|review date|next review|treatment review|treatment plan review|review|care plan review|progress review|\
            review meeting|case conference",
        "review",
    ),
    ("re - evaluation|reevaluation|re - eval|reeval|re - assessment|reassessment", "re-evaluation"),
    (
        "recertification|recert|recertification period|cert period|certification period",
        "recertification",
    ),
    ("course of treatment|treatment|tx", "treatment"),
    ("therapy|course of therapy", "therapy"),
    ("hospital stay|inpatient stay|stay|admission ends", "stay"),
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
