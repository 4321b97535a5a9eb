//! Things that happen once and that people set dates by: discharge, the annual review, the school year.

use super::calendar::Named;
use super::list::Phrases;
use super::word::Words;

/// Names of events by the words for them; phrases parted by strokes.
static EVENTS: &[(Phrases, &str)] = &[
    (
        Phrases::new(
            "discharge|discharged|being discharged|leave the unit|leave the ward|leave the hospital|leave the rehab unit|leave rehab|leave hospital|\
            leaves the ward|leaves the hospital|leaves the unit|leaves rehab|leave here|going home|go home|goes home|heads home|head home|\
            sent home|home from hospital|home from the hospital|released from hospital|out of hospital|discharge date|day of discharge",
        ),
        "discharge",
    ),
    (
        Phrases::new("release|released|release date|gets out|get out of jail|get out of prison"),
        "release",
    ),
    (Phrases::new("graduation|graduating|graduates|graduate|commencement"), "graduation"),
    (
        Phrases::new(
            "annual review|annual iep review|annual iep meeting|annual iep|iep meeting|iep review|yearly review|iep|iep date|iep cycle|iep period|iep year|iep term|\
            annual meeting|annual ard|annual ard meeting|ard meeting|annual goal date",
        ),
        "annual_review",
    ),
    (
        Phrases::new(
            "school year's end|school year ends|school year|academic year|freshman year|sophomore year|junior year|senior year|kindergarten year|\
            school is out|school ends|school lets out|school breaks up|school finishes|day of school|year - end",
        ),
        "school_year",
    ),
    (Phrases::new("grading period|grading quarter"), "grading_period"),
    (Phrases::new("marking period"), "marking_period"),
    (Phrases::new("reporting period|report card|report cards"), "reporting_period"),
    (
        Phrases::new(
            "semester's end|semester ends|semester|fall semester|spring semester|autumn semester|winter semester|summer semester",
        ),
        "semester",
    ),
    (
        Phrases::new(
            "term's end|term ends|autumn term|winter term|spring term|summer term|fall term|michaelmas term|hilary term|term is out|term time|term",
        ),
        "term",
    ),
    (
        Phrases::new(
            "school quarter|quarter|fall quarter|spring quarter|winter quarter|summer quarter",
        ),
        "quarter",
    ),
    (Phrases::new("trimester|fall trimester|winter trimester|spring trimester"), "trimester"),
    (
        Phrases::new(
            "summer break|summer vacation|summer recess|summer hols|summer holidays|summer holiday",
        ),
        "summer_break",
    ),
    (
        Phrases::new(
            "winter break|winter holidays|winter vacation|winter recess|christmas break|christmas holidays|christmas vacation|holiday break",
        ),
        "winter_break",
    ),
    (
        Phrases::new("spring break|spring vacation|spring recess|easter holidays|easter break"),
        "spring_break",
    ),
    (Phrases::new("fall break|thanksgiving break|autumn break"), "fall_break"),
    (Phrases::new("holidays|vacation|hols"), "holidays"),
    (Phrases::new("autumn|fall"), "fall"),
    (
        Phrases::new(
            "baby is born|sister is born|brother is born|baby comes|baby arrives|baby is here|baby gets here|baby's arrival|baby's birth|birth of|birth|due date|\
            new baby|baby's due|baby is due|give birth|gives birth|delivery",
        ),
        "birth",
    ),
    (Phrases::new("half - term|half term"), "half_term"),
    (Phrases::new("i retire|he retires|she retires|retirement|retires"), "retirement"),
    (Phrases::new("payday|pay day"), "payday"),
    (
        Phrases::new(
            "we next meet|we meet next|we meet again|we see each other again|we next see each other|time we meet|time i see you|i see you next|i next see you|\
            time i come in|time i come here",
        ),
        "session",
    ),
    (Phrases::new("wedding|gets married|get married|wedding day"), "wedding"),
    (Phrases::new("exam week|finals week"), "exam_week"),
    (
        Phrases::new(
            "exams|finals|exam|final exams|final exam|midterms|mocks|mock exams|sats|gcses",
        ),
        "exams",
    ),
    (
        Phrases::new(
            "court date|court hearing|court review|hearing|day in court|sentencing|trial date",
        ),
        "court_date",
    ),
    (Phrases::new("surgery|operation|op"), "surgery"),
    (Phrases::new("follow - up|follow up|followup"), "follow-up"),
    (Phrases::new("visit|surgeon's follow - up visit|follow - up visit|follow up visit"), "visit"),
    (
        Phrases::new(
            "case review|care review|plan review|review date|next review|treatment review|treatment plan review|review|care plan review|progress review|\
            review meeting|case conference",
        ),
        "review",
    ),
    (
        Phrases::new("re - evaluation|reevaluation|re - eval|reeval|re - assessment|reassessment"),
        "re-evaluation",
    ),
    (
        Phrases::new(
            "recertification|recert|recertification period|cert period|certification period",
        ),
        "recertification",
    ),
    (Phrases::new("course of treatment|treatment|tx"), "treatment"),
    (Phrases::new("therapy|course of therapy"), "therapy"),
    (Phrases::new("hospital stay|inpatient stay|stay|admission ends"), "stay"),
    (Phrases::new("program|programme"), "program"),
];

/// Events known by their own names.
static NAMED: Phrases = Phrases::new(
    "trimester|summer|winter|spring|prom|anniversary|birthday|probation|parole|treatment plan|treatment period|camp|tournament|season|trip|move|reunion|interview|\
    recital|concert|audition|performance|championship|championships|marathon|funeral|christening|baptism|baby shower|bar mitzvah|bat mitzvah|confirmation|\
    quinceañera|honeymoon|homecoming|open house|field trip|science fair|talent show|school play|cruise|flight|house move|driving test|road test|theory test|\
    bar exam|job interview|custody hearing|home inspection|lease|eviction|deployment|transplant|procedure|scan|biopsy|transition meeting|\
    care conference|parent conference|parent conferences|parents ' evening|team meeting|ramadan|eid|diwali|hanukkah|passover|lent|yom kippur|lunar new year|\
    chinese new year|mardi gras|super bowl|world cup|bank holiday|placement|internship|apprenticeship|kindergarten|preschool|nursery|middle school|high school|\
    college|university|sixth form|boot camp|detox|rehab|day program|harvest|hunting season|planting season|tax day|tax season|election day|move - in day|moving day|sports day|deadline",
);

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
    list.iter()
        .filter_map(|(phrases, name)| phrases.at(words, at).map(|taken| (*name, taken)))
        .max_by_key(|&(_, taken)| taken)
}

/// The event at `at`, and the pieces it takes.
pub(crate) fn event_at(words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    look_up(EVENTS, words, at).or_else(|| NAMED.found(words, at))
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
