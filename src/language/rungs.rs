//! Rungs for a ladder, worded and lowest first: by amount, by time, by support, by place.
//!
//! The first rung is small, so that it can be reached by somebody who is not sure; the last is the target.

use std::iter;

use chrono::{Days, NaiveDate};

use super::amount::{AmountPhrase, Level};
use super::attainment::{Ask, Ends};
use super::deadline::full_date;
use super::left_open::is_left_open;
use super::lexicon;
use super::people::people_named;
use super::word::{Words, is_blank};

/// Fewest rungs to ask for.
pub const FEWEST: usize = 3;

/// Most rungs to ask for: as many as a ladder holds.
pub const MOST: usize = 12;

/// One rung: its words, and what they were made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RungPhrase<T> {
    /// As it stands on the ladder.
    pub words: String,
    /// The number, the day, the help or the place behind the words.
    pub of: T,
}

/// How much help there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Help {
    /// All the way.
    Full,
    /// Close by, or at the start.
    Near,
    /// Out of sight, or only when needed.
    Far,
    /// None any more.
    Alone,
}

impl Help {
    /// From most help to none.
    pub const ALL: [Self; 4] = [Self::Full, Self::Near, Self::Far, Self::Alone];
}

/// As many rungs as asked for, evenly spread from just after where it stands now to the target, with whole numbers of
/// the unit behind them. Of a target that is a range, the last rung has the end that is reached first.
///
/// `count` is taken as 3 to 12; there are fewer where there are not so many numbers, and none where the target is
/// where it stands now.
///
/// # Errors
///
/// Returns what to ask for where an end of the amount is open or lies outside the unit.
pub fn by_amount(amount: AmountPhrase, count: usize) -> Result<Vec<RungPhrase<u16>>, Ask> {
    let Ends { now, low, high, .. } = Ends::of(amount)?;
    let falls = amount.goes_down();
    let whole = if amount.stays() {
        0
    } else if falls {
        now - high
    } else {
        low - now
    };
    let rung = |way: u64| {
        let way = u16::try_from(way).unwrap_or(whole);
        let of = if falls { now.saturating_sub(way) } else { now.saturating_add(way) };
        let is_range = way == whole && low < high;
        let level = if is_range { Level::Range(low, high) } else { Level::Exactly(of) };
        RungPhrase { words: on_the_way(AmountPhrase { target: Some(level), ..amount }), of }
    };
    Ok(spread(whole.into(), count.clamp(FEWEST, MOST)).map(rung).collect())
}

/// Days evenly spread from today to the day agreed on, which is the last; "by January 4, 2027".
///
/// `count` is taken as 3 to 12; there are fewer where there are not so many days.
///
/// # Errors
///
/// Returns what to ask for where there is no day, or none after `today`.
pub fn by_time(
    due: Option<NaiveDate>,
    today: NaiveDate,
    count: usize,
) -> Result<Vec<RungPhrase<NaiveDate>>, Ask> {
    let due = due.ok_or(Ask::Due)?;
    let whole = u64::try_from(due.signed_duration_since(today).num_days()).unwrap_or(0);
    if whole == 0 {
        return Err(Ask::DueAhead);
    }
    let rung = |days| {
        let of = today.checked_add_days(Days::new(days)).unwrap_or(due);
        RungPhrase { words: format!("by {}", full_date(of)), of }
    };
    Ok(spread(whole, count.clamp(FEWEST, MOST)).map(rung).collect())
}

/// Four rungs from all the help to none. What helps is quoted as it was written, without the word that joins it on.
///
/// # Errors
///
/// Returns [`Ask::Support`] where nothing that helps was named.
pub fn by_support(support: &str) -> Result<Vec<RungPhrase<Help>>, Ask> {
    if is_blank(support) || is_left_open(support) {
        return Err(Ask::Support);
    }
    let (table, named) = helped_by(support);
    let rung = |(of, &(before, after)): (Help, &(&str, Option<&str>))| {
        let words =
            after.map_or_else(|| before.to_owned(), |after| format!("{before}{named}{after}"));
        RungPhrase { words, of }
    };
    Ok(Help::ALL.into_iter().zip(table).map(rung).collect())
}

/// The places a client named, from the easiest to the hardest as they were named, each in its own words and with its
/// place in `names`. Blank ones are left out; of more than twelve, twelve are kept, the first and the last among them.
pub fn by_place(names: &[&str]) -> Vec<RungPhrase<usize>> {
    let seen: Vec<_> = names.iter().enumerate().filter(|(_, name)| !is_blank(name)).collect();
    let last = u64::try_from(seen.len().saturating_sub(1)).unwrap_or(0);
    let kept = iter::once(0).chain(spread(last, MOST - 1));
    kept.filter_map(|at| seen.get(usize::try_from(at).ok()?))
        .map(|&(of, name)| RungPhrase { words: (*name).to_owned(), of })
        .collect()
}

/// `count` lengths of the way, or as many as it has units, rising to the `whole`: the first at most a quarter of it but
/// at least one, the others evenly apart.
fn spread(whole: u64, count: usize) -> impl Iterator<Item = u64> {
    let count = u64::try_from(count).unwrap_or(u64::MAX).min(whole);
    let first = (whole / 4).min(whole / count.max(1)).max(1);
    let gaps = count.saturating_sub(1);
    (0..count).map(move |gap| first + gap * (whole - first) / gaps.max(1))
}

/// "5 out of 10", "down to 5 times a week": without where it stands now.
fn on_the_way(amount: AmountPhrase) -> String {
    if !amount.goes_down() {
        return amount.alone();
    }
    let phrase = amount.to_string();
    phrase.strip_suffix(&amount.now()).unwrap_or(&phrase).to_owned()
}

/// What stands before what helps and after it, from [`Help::Full`] to [`Help::Alone`]; nothing after means that it is
/// not named at all.
type Table = [(&'static str, Option<&'static str>); 4];

/// Somebody.
static SOMEBODY: Table = [
    ("together with ", Some("")),
    ("with ", Some(" nearby")),
    ("with ", Some(" on the phone")),
    ("on my own", None),
];

/// Something, or somebody known by name.
static SOMETHING: Table = [
    ("with ", Some(" the whole time")),
    ("with ", Some(" at the start")),
    ("with ", Some(" only if I need it")),
    ("without ", Some("")),
];

/// Words that no sentence can be built around.
static SAID: Table = [
    ("with this help the whole time: ", Some("")),
    ("with this help at the start: ", Some("")),
    ("with this help only if I need it: ", Some("")),
    ("on my own", None),
];

/// How this help is talked about, and its words.
fn helped_by(support: &str) -> (&'static Table, &str) {
    let words = Words::new(support);
    let joined = words
        .longest(
            0,
            "with|together with|along with|by using|using|use|i use|i have|i will use|i'll use",
        )
        .unwrap_or(0);
    let at = if joined < words.len() { joined } else { 0 };
    let stops = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | '!' | '…');
    let named = support.get(words.place(at..at + 1).start..).unwrap_or(support);
    let named = named.trim_end_matches(stops);
    let first = words.at(at);
    let is_said = lexicon::STANDS_ALONE.has(first)
        || lexicon::PREPOSITIONS.has(first)
        || lexicon::is_verb(first)
        || first.strip_suffix("ing").is_some_and(lexicon::is_verb_stem)
        || (at + 1..at + 4).any(|at| lexicon::HELPER_VERBS.has(words.at(at)))
        || named.contains(|c: char| c.is_alphabetic() && '\u{250}' <= c)
        || named.is_empty();
    let is_somebody = || people_named(named).first().is_some_and(|who| named.starts_with(who));
    if is_said {
        (&SAID, if named.is_empty() { support } else { named })
    } else if is_somebody() {
        // Where they are is what changes from rung to rung.
        let beside = [" beside me", " next to me", " with me", " by my side"];
        let who = beside.iter().find_map(|place| named.strip_suffix(place));
        (&SOMEBODY, who.unwrap_or(named))
    } else {
        (&SOMETHING, named)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::amount::{Period, Unit};
    use super::super::attainment::generated::{TODAY, any_amount, any_due};
    use super::*;

    #[track_caller]
    fn check<T>(found: Vec<RungPhrase<T>>, expected: &[&str]) {
        let words: Vec<_> = found.into_iter().map(|rung| rung.words).collect();
        assert_eq!(words, expected);
    }

    fn amount(unit: Unit, per: Option<Period>, now: u16, then: Level) -> AmountPhrase {
        AmountPhrase { unit, per, baseline: Some(now), target: Some(then) }
    }

    #[test]
    fn somebody_beside_the_client_moves_away_rung_by_rung() {
        check(
            by_support("my cousin beside me").unwrap(),
            &[
                "together with my cousin",
                "with my cousin nearby",
                "with my cousin on the phone",
                "on my own",
            ],
        );
    }

    #[test]
    fn numbers_lead_from_a_small_first_one_to_the_target() {
        let rides = amount(Unit::Times, Some(Period::Week), 0, Level::Exactly(3));
        check(by_amount(rides, 5).unwrap(), &["once a week", "twice a week", "3 times a week"]);
        let walk = amount(Unit::Minutes, Some(Period::Day), 0, Level::Range(30, 40));
        check(
            by_amount(walk, 3).unwrap(),
            &["7 minutes a day", "18 minutes a day", "30 to 40 minutes a day"],
        );
        let panic = amount(Unit::Times, Some(Period::Week), 7, Level::Range(2, 1));
        check(
            by_amount(panic, 3).unwrap(),
            &["down to 6 times a week", "down to 4 times a week", "down to 1 to 2 times a week"],
        );
        let worry = amount(Unit::OutOfTen, None, 3, Level::Exactly(4));
        check(by_amount(worry, 12).unwrap(), &["4 out of 10"]);
    }

    #[test]
    fn what_stays_has_no_rungs_and_what_is_open_is_asked_for() {
        let kept = amount(Unit::Percent, None, 50, Level::Range(40, 60));
        assert_eq!(by_amount(kept, 5), Ok(Vec::new()));
        assert_eq!(by_amount(AmountPhrase { baseline: None, ..kept }, 5), Err(Ask::Baseline));
        assert_eq!(by_amount(AmountPhrase { target: None, ..kept }, 5), Err(Ask::Target));
    }

    #[test]
    fn days_lead_to_the_day_agreed_on() {
        let due = NaiveDate::from_ymd_opt(2026, 12, 24);
        let expected = [
            "by December 3, 2026",
            "by December 10, 2026",
            "by December 17, 2026",
            "by December 24, 2026",
        ];
        check(by_time(due, TODAY, 4).unwrap(), &expected);
        check(by_time(TODAY.succ_opt(), TODAY, 4).unwrap(), &["by November 27, 2026"]);
        assert_eq!(by_time(None, TODAY, 4), Err(Ask::Due));
        assert_eq!(by_time(Some(TODAY), TODAY, 4), Err(Ask::DueAhead));
    }

    #[test]
    fn help_leads_from_all_of_it_to_none() {
        let expected = [
            "together with my sister",
            "with my sister nearby",
            "with my sister on the phone",
            "on my own",
        ];
        check(by_support("my sister").unwrap(), &expected);
        check(by_support("Together with my sister.").unwrap(), &expected);
        let expected = [
            "with my breathing card the whole time",
            "with my breathing card at the start",
            "with my breathing card only if I need it",
            "without my breathing card",
        ];
        check(by_support("using my breathing card ").unwrap(), &expected);
        let expected = [
            "with this help the whole time: my sister drives me",
            "with this help at the start: my sister drives me",
            "with this help only if I need it: my sister drives me",
            "on my own",
        ];
        check(by_support("my sister drives me").unwrap(), &expected);
        for (said, start) in [
            ("Sam", "with Sam at"),
            ("breathing slowly", "with this help at the start: breathing"),
            ("when Sam is there", "with this help at the start: when"),
            ("with", "with this help at the start: with"),
            ("אחותי", "with this help at the start: אחותי"),
        ] {
            let found = by_support(said).unwrap();
            assert!(found[1].words.starts_with(start), "{found:?}");
        }
        for open in ["", " \n", "idk", "?"] {
            assert_eq!(by_support(open), Err(Ask::Support));
        }
    }

    #[test]
    fn places_keep_their_words_and_their_order() {
        let found = by_place(&["at home", " ", "the corner shop ", "Main Street"]);
        assert_eq!(found.iter().map(|rung| rung.of).collect::<Vec<_>>(), [0, 2, 3]);
        check(found, &["at home", "the corner shop ", "Main Street"]);
        check(by_place(&[]), &[]);
        let found = by_place(&["here"; 30]);
        assert_eq!((found.len(), found[0].of, found[MOST - 1].of), (MOST, 0, 29));
        assert_eq!(by_place(&["here"; MOST]).len(), MOST);
    }

    /// Whether `ways` go on from 0 to `whole` as a ladder does.
    fn leads(ways: &[u64], whole: u64, count: usize) -> bool {
        let expected = count.clamp(FEWEST, MOST).min(usize::try_from(whole).unwrap());
        let gaps: Vec<_> = ways.windows(2).map(|pair| pair[1].saturating_sub(pair[0])).collect();
        let even =
            gaps.iter().max().zip(gaps.iter().min()).is_none_or(|(most, least)| most - least <= 1);
        ways.len() == expected
            && ways.last().is_none_or(|last| *last == whole)
            && ways.first().is_none_or(|first| (1..=(whole / 4).max(1)).contains(first))
            && gaps.iter().all(|gap| 0 < *gap)
            && even
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn amounts_lead_to_the_target(amount in any_amount(), count in 0_usize..20) {
            let (now, then, found) = match (Ends::of(amount), by_amount(amount, count)) {
                (Ok(_), Ok(found)) => (amount.baseline.unwrap(), amount.target.unwrap(), found),
                (Err(asked), found) => {
                    prop_assert_eq!(found, Err(asked));
                    return Ok(());
                }
                (Ok(_), Err(asked)) => panic!("{amount:?}: {asked:?}"),
            };
            let end = if amount.stays() { now } else if amount.goes_down() { then.highest() } else { then.lowest() };
            let between = |number: u16| now.min(end) <= number && number <= now.max(end);
            prop_assert!(found.iter().all(|rung| between(rung.of)), "{found:?}");
            let ways: Vec<_> = found.iter().map(|rung| u64::from(rung.of.abs_diff(now))).collect();
            prop_assert!(leads(&ways, now.abs_diff(end).into(), count), "{amount:?}: {found:?}");
            for (at, rung) in found.iter().enumerate() {
                prop_assert!(found[..at].iter().all(|other| other.words != rung.words), "{found:?}");
            }
        }

        #[test]
        fn days_lead_to_the_last(due in any_due(), count in 0_usize..20) {
            if let Ok(found) = by_time(due, TODAY, count) {
                let days = |day: NaiveDate| u64::try_from(day.signed_duration_since(TODAY).num_days()).unwrap();
                let ways: Vec<_> = found.iter().map(|rung| days(rung.of)).collect();
                prop_assert!(leads(&ways, days(due.unwrap()), count), "{found:?}");
            } else {
                prop_assert!(due.is_none_or(|due| due <= TODAY));
            }
        }

        #[test]
        fn help_is_quoted_as_it_is(support in "[ a-zA-Z'.,\n🙂א]{0,30}") {
            if let Ok(found) = by_support(&support) {
                prop_assert_eq!(found.len(), Help::ALL.len());
                let words = found[0].words.as_str();
                let named = words.strip_prefix("with this help the whole time: ")
                    .or_else(|| words.strip_prefix("together with "))
                    .or_else(|| words.strip_prefix("with ")?.strip_suffix(" the whole time"))
                    .unwrap();
                prop_assert!(support.contains(named), "{found:?}");
                prop_assert!(found.iter().all(|rung| !is_blank(&rung.words)));
            }
        }
    }
}
