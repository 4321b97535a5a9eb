//! Every rule on texts where it should fire and where it should not, and every offer on examples.

use super::super::Link;
use super::super::amount::{AmountPhrase, Level, Period};
use super::*;

/// A Monday.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn rules(found: &[Finding]) -> Vec<Rule> {
    found.iter().map(|finding| finding.rule).collect()
}

fn of(text: &str, rule: Rule) -> Option<Finding> {
    all_findings_in(text, today()).into_iter().find(|finding| finding.rule == rule)
}

/// A rule, two texts on which it fires with the words that caused it, and two on which it does not.
type Case = (Rule, [(&'static str, &'static str); 2], [&'static str; 2]);

/// The rules that words cause.
const TEXTS: &[Case] = &[
    (
        Rule::VagueState,
        [("I want to feel better", "feel better"), ("be more confident", "be more confident")],
        ["call my friend when I feel anxious", "walk 3 times a week"],
    ),
    (
        Rule::OtherPerson,
        [("I want my son to listen to me", "my son"), ("you never listen to me", "you")],
        ["read to my son", "listen to my wife for 5 minutes"],
    ),
    (
        Rule::SelfBlame,
        [("be less lazy", "be less lazy"), ("stop being such a burden", "being such a burden")],
        ["have fewer bad dreams", "eat less fat"],
    ),
    (
        Rule::AvoidanceOnly,
        [("stop biting my nails", "stop"), ("avoid conflict", "avoid")],
        ["squeeze my ball instead of biting my nails", "walk the dog"],
    ),
    (
        Rule::NoObservableVerb,
        [("understand my feelings", "understand"), ("cope with stress", "cope")],
        ["write down one feeling every night", "ride the bus to work"],
    ),
    (
        Rule::BlankLeft,
        [("walk ____ times a week", "____"), ("rest by [date]", "[date]")],
        ["walk 3 times a week", "rest (see card)"],
    ),
    (
        Rule::TwoGoals,
        [
            ("ride the bus to work and call my sister", "and call"),
            ("cook dinner at home and visit my dad", "and visit"),
        ],
        ["wash my hands and face", "ride the bus to work"],
    ),
    (
        Rule::Absolute,
        [("always be on time", "always"), ("be on time every single time", "every single time")],
        ["be on time on 4 of 5 days", "walk most days"],
    ),
    (
        Rule::ShouldWord,
        [("I should call my mother", "I should"), ("I have to clean the house", "I have to")],
        ["I want to call my mother", "speak up when I have to present"],
    ),
    (
        Rule::ComparedWithOthers,
        [
            ("be as good as my brother", "as my brother"),
            ("read better than other kids", "than other kids"),
        ],
        ["call someone other than my mom", "play with the other kids"],
    ),
    (
        Rule::UnnamedSkill,
        [
            ("learn two coping skills", "two coping skills"),
            ("find some ways to relax", "some ways"),
        ],
        ["use two coping skills such as walking", "go to the skills group"],
    ),
    (
        Rule::VagueWord,
        [
            ("speak to my teacher in an appropriate voice", "appropriate"),
            ("hand in my homework successfully", "successfully"),
        ],
        ["hand in my homework on Friday", "feel better"],
    ),
    (
        Rule::ImpossibleNumber,
        [("walk 8 days a week", "8 days a week"), ("be on time 120% of the time", "120%")],
        ["walk 8 times a week", "be on time on 4 of 5 days"],
    ),
    (
        Rule::WrongWay,
        [
            ("reduce panic attacks from 2 to 5 times a week", "reduce"),
            ("increase my walks from 5 to 2 a week", "increase"),
        ],
        ["reduce panic attacks from 5 to 2 times a week", "walk from 2 to 5 times a week"],
    ),
    (
        Rule::NoPeriod,
        [("walk the dog 3 times", "3 times"), ("read for 20 minutes", "20 minutes")],
        ["walk the dog 3 times a week", "read for 20 minutes a day"],
    ),
    (
        Rule::LooseAmount,
        [("exercise regularly", "regularly"), ("walk the dog more", "more")],
        ["walk the dog 3 times a week", "walk more than 3 times a week"],
    ),
    (
        Rule::SameAsBaseline,
        [
            ("from 3 to 3 walks a week", "3 walks a week"),
            ("walk from 2 to 2 times a week", "2 times a week"),
        ],
        ["from 2 to 3 walks a week", "walk 3 times a week"],
    ),
    (
        Rule::NoBaseline,
        [("walk 3 times a week", "3 times a week"), ("be on time 80% of the time", "80%")],
        ["walk 3 times a week, up from 1", "name two triggers"],
    ),
    (
        Rule::ManyMeasures,
        [
            (
                "walk 3 times a week, read 20 minutes a day and call 2 friends a month",
                "2 friends a month",
            ),
            (
                "rest 10 minutes a day, swim twice a week and bike 4 times a month",
                "4 times a month",
            ),
        ],
        ["walk 3 times a week and read 20 minutes a day", "walk 3 times a week by June"],
    ),
    (
        Rule::BigStep,
        [
            ("go from 0 to 5 walks a week", "5 walks a week"),
            ("read from 5 to 30 minutes a day", "30 minutes a day"),
        ],
        ["go from 0 to 3 walks a week", "take my pills from 1 to 7 times a week"],
    ),
    (
        Rule::DeadlinePassed,
        [
            ("walk daily by June 1, 2020", "by June 1, 2020"),
            ("call Sam by 1/5/2021", "by 1/5/2021"),
        ],
        ["walk daily by June 1, 2027", "walk daily"],
    ),
    (
        Rule::LooseTime,
        [("get up earlier", "earlier"), ("call my sister soon", "soon")],
        ["get up at 7 on weekdays", "call my sister on Friday"],
    ),
    (
        Rule::FarOff,
        [
            ("walk daily within 8 months", "within 8 months"),
            ("swim twice a week by October 1, 2027", "by October 1, 2027"),
        ],
        ["walk daily within 3 months", "walk daily by January 18"],
    ),
];

#[test]
fn every_rule_fires_at_its_words_and_not_beside() {
    for (rule, yes, no) in TEXTS {
        for (text, place) in yes {
            let found = of(text, *rule).unwrap_or_else(|| panic!("{} on {text}", rule.name()));
            assert_eq!(found.place.and_then(|at| text.get(at)), Some(*place), "{text}");
        }
        for text in no {
            assert_eq!(of(text, *rule), None, "{} on {text}", rule.name());
        }
    }
}

#[test]
fn the_rules_without_words_fire_too() {
    for (rule, yes, no) in [
        (
            Rule::NoNumber,
            ["go to the gym", "ride the bus to work"],
            ["go to the gym twice a week", "finish Module 4"],
        ),
        (
            Rule::NoDeadline,
            ["walk 3 times a week", "go to the gym"],
            ["walk daily by June", "walk daily for 6 weeks"],
        ),
        (
            Rule::NoHelp,
            ["ride the bus to work", "walk 3 times a week"],
            ["ride the bus with my breathing card", "feel better"],
        ),
    ] {
        for text in yes {
            assert!(of(text, rule).is_some_and(|found| found.place.is_none()), "{text}");
        }
        for text in no {
            assert_eq!(of(text, rule), None, "{text}");
        }
    }
}

fn weekly(baseline: Option<u16>, target: u16) -> AmountPhrase {
    AmountPhrase {
        per: Some(Period::Week),
        baseline,
        target: Some(Level::Exactly(target)),
        ..AmountPhrase::open(Unit::Times)
    }
}

/// A goal in which nothing is left to ask.
fn whole() -> Slots<'static> {
    Slots {
        own_words: "I want to feel better",
        what: "Ride the bus to work",
        support: "my breathing card",
        how_much: Some(weekly(Some(0), 3)),
        by_when: NaiveDate::from_ymd_opt(2027, 1, 18),
        confidence: Some(7),
        link: Some(Link::Tied),
        ..Slots::empty(today())
    }
}

#[test]
fn the_places_are_looked_at_as_well_as_the_words() {
    let whole = whole();
    let check = |slots: &Slots<'_>, expected: &[Rule]| {
        assert_eq!(rules(&all_findings(slots)), expected);
    };
    check(&whole, &[]);
    check(&Slots { confidence: None, link: None, ..whole }, &[]);
    for sure in [0, 6] {
        check(&Slots { confidence: Some(sure), ..whole }, &[Rule::LowConfidence]);
    }
    check(&Slots { confidence: Some(10), ..whole }, &[]);
    check(&Slots { link: Some(Link::Loose), ..whole }, &[Rule::NoReason]);
    for support in ["", "idk"] {
        check(&Slots { support, ..whole }, &[Rule::NoHelp]);
    }
    for (what, voice, expected) in [
        ("Use meditation at school", Voice::Child, &[Rule::HardWord][..]),
        ("Visit my grandmother together", Voice::Child, &[]),
        ("Use meditation at school", Voice::Teen, &[]),
    ] {
        check(&Slots { what, voice: Some(voice), ..whole }, expected);
    }
    check(&Slots { by_when: today().pred_opt(), ..whole }, &[Rule::DeadlinePassed]);
    check(&Slots { by_when: NaiveDate::from_ymd_opt(2027, 5, 24), ..whole }, &[Rule::FarOff]);
    check(&Slots { by_when: NaiveDate::from_ymd_opt(2027, 5, 23), ..whole }, &[]);
    check(&Slots { how_much: Some(weekly(None, 3)), ..whole }, &[Rule::NoBaseline]);
    check(&Slots { how_much: Some(weekly(Some(1), 9)), ..whole }, &[Rule::BigStep]);
    let days = AmountPhrase { unit: Unit::Days, ..weekly(Some(5), 8) };
    check(&Slots { how_much: Some(days), ..whole }, &[Rule::ImpossibleNumber]);
    let fewer = Slots { what: "Have fewer arguments", how_much: Some(weekly(Some(2), 5)), ..whole };
    assert!(rules(&all_findings(&fewer)).contains(&Rule::WrongWay));
}

#[test]
fn an_offer_is_made_of_the_words_and_numbers_at_hand() {
    for (rule, text, expected) in [
        (Rule::VagueState, "I want to feel better", "feel better at ____ out of 10, now ____"),
        (Rule::NoNumber, "I want to go to the gym", "go to the gym ____ times a week, now ____"),
        (
            Rule::NoNumber,
            "reduce arguments with my wife",
            "arguments with my wife ____ times a week, now ____",
        ),
        (Rule::LooseAmount, "exercise regularly", "exercise ____ times a week, now ____"),
        (Rule::NoPeriod, "walk the dog 3 times", "walk the dog 3 times a week, now ____"),
        (Rule::NoPeriod, "read for 20 minutes", "read for 20 minutes a day, now ____"),
        (Rule::NoBaseline, "walk 3 times a week", "3 times a week, now ____"),
        (
            Rule::WrongWay,
            "reduce panic attacks from 2 to 5 times a week",
            "down to twice a week, from 5",
        ),
        (Rule::BigStep, "go from 0 to 5 walks a week", "to begin with, twice a week"),
        (Rule::AvoidanceOnly, "stop biting my nails", "Instead of biting my nails, I will ____."),
        (
            Rule::AvoidanceOnly,
            "I don't want to yell at them",
            "Instead of yelling at them, I will ____.",
        ),
        (
            Rule::TwoGoals,
            "ride the bus to work and call my sister",
            "first: ride the bus to work; then: call my sister",
        ),
        (Rule::Absolute, "always be on time", "most days, 5 to 6 of 7"),
        (Rule::Absolute, "be on time 100% of the time", "80 to 90% of the time"),
        (
            Rule::OtherPerson,
            "you never listen to me",
            "Ours: You and I will listen to each other. Mine: I will listen to you. What I ask: I will ask you to listen to me.",
        ),
    ] {
        let offer = of(text, rule).and_then(|found| found.offer);
        assert_eq!(offer.map(|offer| offer.to_string()).as_deref(), Some(expected), "{text}");
    }
    let unsure = all_findings(&Slots { confidence: Some(3), ..whole() });
    let smaller = unsure.first().and_then(|found| found.offer.clone());
    assert_eq!(
        smaller.map(|offer| offer.to_string()).as_deref(),
        Some("to begin with, once a week")
    );
}

#[test]
fn nothing_is_offered_that_could_hurt() {
    for text in [
        "never hit my sister again",
        "never drink again",
        "always take my meds",
        "always talk without shouting",
        "I want my husband to stop hitting me",
        "stop eating",
    ] {
        let risky = [Rule::Absolute, Rule::OtherPerson];
        for found in all_findings_in(text, today()) {
            let is_risky = risky.contains(&found.rule) || text == "stop eating";
            assert!(!is_risky || found.offer.is_none(), "{text}: {:?}", found.offer);
        }
    }
}

#[test]
fn the_vague_wishes_of_the_article_come_first() {
    for (own_words, question) in [
        ("feel better", "When you feel better, what would someone who knows you see you doing?"),
        (
            "be more confident",
            "When you are more confident, what would someone who knows you see you doing?",
        ),
    ] {
        let slots = Slots { own_words, ..Slots::empty(today()) };
        for list in [findings(&slots), all_findings(&slots), all_findings_in(own_words, today())] {
            let first = list.into_iter().next().unwrap();
            assert_eq!((first.rule, &*first.question), (Rule::VagueState, question));
        }
    }
}

#[test]
fn where_words_of_danger_stand_nothing_is_added() {
    for text in [
        "I want to die",
        "stop cutting myself when mom yells, I'm so stupid",
        "I should not want to be here anymore, everyone is better off without me",
        "I want to kill my brother 8 days a week",
    ] {
        assert_eq!(all_findings_in(text, today()), findings_in(text, today()), "{text}");
        for slots in [
            Slots { own_words: text, confidence: Some(1), ..Slots::empty(today()) },
            Slots { what: text, confidence: Some(1), ..whole() },
            Slots { own_words: text, confidence: Some(1), support: "", ..whole() },
        ] {
            let all = all_findings(&slots);
            assert_eq!(all, findings(&slots), "{text}");
            assert!(all.iter().all(|found| found.offer.is_none()), "{text}");
        }
    }
}
