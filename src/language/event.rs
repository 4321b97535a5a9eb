//! Things that happen once and that people set dates by: discharge, the annual review, the school year.

use super::calendar::Named;
use super::list::Phrases;
use super::word::Words;

/// Names of events by the words for them; phrases parted by strokes, longer ones first where one begins another.
static EVENTS: &[(Phrases, &str)] = &[
    (
        Phrases::new(
            "discharge|discharged|being discharged|leave the unit|leave the ward|leave the hospital|leave the rehab unit|\
            she leaves the ward|he leaves the ward|she leaves the hospital|he leaves the hospital|i leave the rehab unit|i leave the unit|\
            i leave the ward|i leave the hospital|i leave here|going home|she goes home|he goes home|they go home|i go home",
        ),
        "discharge",
    ),
    (Phrases::new("graduation|graduating|graduates|graduate"), "graduation"),
    (
        Phrases::new(
            "annual review|annual iep review|annual iep meeting|annual iep|iep meeting|iep review|yearly review",
        ),
        "annual_review",
    ),
    (
        Phrases::new(
            "school year's end|school year ends|school year|academic year|freshman year|sophomore year|junior year",
        ),
        "school_year",
    ),
    (Phrases::new("senior year|school is out|school ends|school lets out"), "school_year"),
    (Phrases::new("grading period|grading quarter"), "grading_period"),
    (Phrases::new("marking period"), "marking_period"),
    (Phrases::new("reporting period"), "reporting_period"),
    (Phrases::new("semester's end|semester ends|semester"), "semester"),
    (
        Phrases::new(
            "term's end|term ends|autumn term|winter term|spring term|summer term|fall term|term is out|term",
        ),
        "term",
    ),
    (Phrases::new("school quarter|quarter"), "quarter"),
    (Phrases::new("trimester"), "trimester"),
    (Phrases::new("summer holidays|summer holiday|summer vacation|summer break"), "summer_break"),
    (
        Phrases::new(
            "winter holidays|winter break|winter vacation|christmas break|christmas holidays",
        ),
        "winter_break",
    ),
    (Phrases::new("spring break|spring vacation|easter holidays|easter break"), "spring_break"),
    (Phrases::new("fall break|thanksgiving break"), "fall_break"),
    (Phrases::new("holidays|vacation"), "holidays"),
    (Phrases::new("summer"), "summer"),
    (Phrases::new("autumn|fall"), "fall"),
    (Phrases::new("winter"), "winter"),
    (Phrases::new("spring"), "spring"),
    (
        Phrases::new(
            "baby is born|sister is born|brother is born|baby comes|baby arrives|baby's arrival|birth of|birth|due date",
        ),
        "birth",
    ),
    (Phrases::new("half - term|half term"), "half_term"),
    (Phrases::new("i retire|he retires|she retires|retirement"), "retirement"),
    (Phrases::new("payday|pay day"), "payday"),
    (Phrases::new("we next meet|we meet next|we meet again|we see each other again"), "session"),
    (Phrases::new("prom"), "prom"),
    (Phrases::new("wedding"), "wedding"),
    (Phrases::new("anniversary"), "anniversary"),
    (Phrases::new("birthday"), "birthday"),
    (Phrases::new("exam week|finals week"), "exam_week"),
    (Phrases::new("exams|finals|exam"), "exams"),
    (Phrases::new("court date|court hearing|hearing"), "court_date"),
    (Phrases::new("probation"), "probation"),
    (Phrases::new("parole"), "parole"),
    (Phrases::new("surgery|operation"), "surgery"),
    (Phrases::new("follow - up|follow up|followup"), "follow-up"),
    (
        Phrases::new(
            "case review|care review|plan review|review date|next review|treatment review|review",
        ),
        "review",
    ),
    (Phrases::new("treatment plan"), "treatment_plan"),
    (Phrases::new("course of treatment|treatment"), "treatment"),
    (Phrases::new("therapy"), "therapy"),
    (Phrases::new("hospital stay|inpatient stay|stay"), "stay"),
    (Phrases::new("program|programme"), "program"),
    (Phrases::new("camp"), "camp"),
    (Phrases::new("tournament"), "tournament"),
    (Phrases::new("season"), "season"),
    (Phrases::new("trip"), "trip"),
    (Phrases::new("move"), "move"),
    (Phrases::new("reunion"), "reunion"),
    (Phrases::new("interview"), "interview"),
];

/// Occasions that are counted from the start of the work: "by session 6", "by the sixth visit".
static COUNTED: &[(Phrases, &str)] = &[
    (Phrases::new("session|sessions"), "session"),
    (Phrases::new("visit|visits"), "visit"),
    (Phrases::new("appointment|appointments|appt"), "appointment"),
    (Phrases::new("meeting|meetings"), "meeting"),
    (Phrases::new("lesson|lessons"), "lesson"),
    (Phrases::new("check - in|check in"), "check-in"),
];

fn look_up(
    list: &[(Phrases, &'static str)],
    words: &Words<'_>,
    at: usize,
) -> Option<(&'static str, usize)> {
    list.iter().find_map(|(phrases, name)| phrases.at(words, at).map(|taken| (*name, taken)))
}

/// The event at `at`, and the pieces it takes.
pub(crate) fn event_at(words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    look_up(EVENTS, words, at)
}

/// The counted occasion at `at`, and the pieces it takes.
pub(crate) fn counted_at(words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    look_up(COUNTED, words, at)
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
