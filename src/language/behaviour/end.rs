//! Where what is done ends: before how much, by when, why and how it is seen.

use super::Way;
use crate::domain::order;
use crate::language::clause::is_short;
use crate::language::comparator::{AFTER, comparator_at};
use crate::language::direction::change;
use crate::language::head::is_third_person;
use crate::language::lexicon::{self, stem};
use crate::language::list::{List, Phrases};
use crate::language::modal::past_modals;
use crate::language::number::number_at;
use crate::language::quantity::Kind;
use crate::language::reading::{Found, Rank, Reading};
use crate::language::turn::is_move;
use crate::language::unit::{is_day, is_measured, per_at};
use crate::language::word::Words;

/// Movements of a number: what moves was said before.
pub(super) static MOVES: List =
    List::new("drop fall rise decrease decline climb grow go come increase");

/// Words that lead to a number or a day.
static LEADS: List = List::new(
    "$ to by from at in on of for under with than a an the about within across over until after during below above down up \
    only just atleast each every another not no between inside as whole full",
);
/// What tries are counted in.
static CHANCES: List = List::new(
    "trials trial tries try times time opportunities opportunity chances occasions days weeks nights mornings evenings sessions \
    attempts instances situations measured observed consecutive by with and per on in when as for to across over",
);
/// Verbs of two words.
static PHRASAL: Phrases = Phrases::new(
    "hand in|hand over|turn in|turn up|turn off|weigh in|check in|join in|sign up|sign in|fill out|fill in|wake up|get up|get in|get out|\
    clean up|pick up|log in|log on|sit up|sit in on|sit in|sit out|tidy up|show up|stand up|speak up|go out|hang out|line up|calm down|\
    write down|sit down|lie down|wind down|put away|look up|put in|own up|chip in|put up|make it|keep up|catch up|stay up|stay in|stay on|carry on|carry out|work out|eat out|talk over|go over|go for|go on",
);
/// Words that belong to a verb more than to what follows.
static PARTICLES: List = List::new("in on up down out off through it the finish to along");
/// Behind these somebody says why, how it is seen, or what goes along with it.
static ASIDES: Phrases = Phrases::new(
    "that lasts|that last|lasting|aeb|helped by|with the help of|with help from|shown by|as shown by|as logged by|as measured|as evidenced|as evidenced by|evidenced by|as reported|as recorded|as judged|\
    as rated|measured by|according to|as a route|as part of|so that|so as to|so i|so we|so he|so she|so they|to allow|to see|in order \
    to|to take the|followed by|given|using|because|unless|if|such as|e . g|for example|like when|particularly|especially|including|on my \
    own|on her own|on his own|on their own|on our own|per|starting|by means of|right away|for good|in a relaxed way|independently|right \
    now|now|at present|currently|while|as a minimum|checked|reviewed|once|immediately|no later than|inside of|linked to|at the moment|as tolerated|as able|as needed|a total of|instead of|in place of|rather than|at all|as a way|as a means|as counted|compared to|compared with|with min|with max|with mod|\
    with minimal|with moderate|with maximal|with standby|with supervision|with assist|with assistance|w / o|w / min|w / mod|w / max|whenever|until|is what i|is what we|is how i|is what we'd|is what i'd|mainly|mostly|above all|is my hope|is my goal|is my aim",
);

/// The first piece that no longer belongs to it.
pub(super) fn end(words: &Words<'_>, reading: &Reading, start: usize, way: Way) -> usize {
    let verb = start + PHRASAL.bent(words, &stem(words.at(start)), start).unwrap_or(1);
    let lead = |mut at: usize| {
        while verb < at && LEADS.has(words.before(at)) && !words.is_glued(at - 1) {
            at -= 1;
        }
        at
    };
    let mut end = words.len();
    if let Some((_, place)) = &reading.deadline
        && start < place.start
    {
        end = lead(place.start);
    }
    for blank in &reading.blanks {
        let is_number = words.is_one_of(
            blank.end,
            "times x % percent minutes min minute hours or adult prompts out of",
        ) || is_day(words.at(blank.end));
        if is_number && start < blank.start {
            end = end.min(lead(blank.start));
        }
    }
    let mut has_object = false;
    let mut all: Vec<&Found> =
        reading.baseline.iter().chain(&reading.target).chain(&reading.others).collect();
    order::sort_by_key(&mut all, |found| found.place.start);
    for found in all {
        if found.place.start <= start {
            // Its number stood before what is counted: "three evenings a week".
            let tail = |at: &usize| {
                comparator_at(&AFTER, words, *at).is_some() || per_at(words, *at).is_some()
            };
            end = end.min((start + 1..found.place.end).find(tail).unwrap_or(end));
            continue;
        }
        // "remain free of", "be without", "stay seizure free"
        let is_state = found.place.start <= start + 1 || words.at(found.place.start) == "free";
        if found.rank == Rank::Zero && is_state {
            continue;
        }
        let is_object = way == Way::Deed && !has_object && is_object(words, verb, found, lead);
        if !is_object {
            end = end.min(lead(found.place.start));
            break;
        }
        has_object = true;
    }
    (start + 1..end).find(|&at| ends_at(words, way, start, at, end)).unwrap_or(end)
}

/// Whether a number stands inside what is done: "name three people", "get to 5 meetings", not "jog for an hour".
fn is_object(words: &Words<'_>, verb: usize, found: &Found, lead: impl Fn(usize) -> usize) -> bool {
    let quantity = &found.quantity;
    if found.rank > Rank::Article || quantity.unit == "times" {
        return false;
    }
    let from = lead(found.place.start);
    let follows_verb = (verb..from).all(|at| {
        PARTICLES.has(words.at(at))
            || words.at(at) == "and"
            || lexicon::is_verb(&stem(words.at(at)))
    });
    // "a 12-minute scan"
    let is_bare = (from..found.place.start).all(|at| words.is_one_of(at, "a an the just only"));
    if is_bare {
        return match quantity.kind {
            Kind::Percent | Kind::Ratio | Kind::Score | Kind::Duration => follows_verb,
            Kind::Count => follows_verb || !is_measured(&quantity.unit),
        };
    }
    follows_verb
        && match quantity.kind {
            Kind::Count => true,
            Kind::Percent => words.at(found.place.end) == "of",
            // "make it to 5 of 6 rehearsals", not "in 4 of 5 tries"
            Kind::Ratio => {
                words.at(found.place.end).starts_with(char::is_alphabetic)
                    && !CHANCES.has(words.at(found.place.end))
                    && words.at(found.place.end - 1) != "times"
                    && !CHANCES.has(words.at(found.place.end - 1))
            }
            Kind::Score | Kind::Duration => false,
        }
}

/// The first piece behind what helps, which starts at `from`.
pub(in crate::language) fn end_of_help(words: &Words<'_>, reading: &Reading, from: usize) -> usize {
    let places = [&reading.baseline, &reading.target].into_iter().flatten();
    let starts = places
        .chain(&reading.others)
        .map(|found| found.place.start)
        .chain(reading.deadline.iter().map(|(_, place)| place.start))
        .filter(|&start| from < start)
        .min();
    let mut end = starts.unwrap_or(words.len());
    while from < end && starts.is_some() && LEADS.has(words.before(end)) {
        end -= 1;
    }
    (from..end).find(|&at| words.is_one_of(at, ", . ; ( —")).unwrap_or(end)
}

fn ends_at(words: &Words<'_>, way: Way, start: usize, at: usize, end: usize) -> bool {
    if way == Way::Move && ends_move(words, at) {
        return true;
    }
    match words.at(at) {
        "half" if words.at(at + 1) == "as" => true,
        "trimmed" | "drop" if way == Way::Move && words.at(at + 1) != "-" => true,
        "after" if words.is_one_of(at + 1, "tonight today tomorrow") => true,
        "." => !is_short(words, at),
        "-" => !words.is_glued(at) && change(words, at + 1).is_some(),
        "please" | "pls" | "=" | ";" | ":" | "—" | "–" => true,
        "," => !is_list(words, at, end),
        "(" => {
            let close = (at..end).find(|&at| words.at(at) == ")");
            close.is_none_or(|close| {
                close + 1 >= end
                    || words.is_one_of(close + 1, ". , ;")
                    || (at..close).any(|at| number_at(words, at).is_some())
            })
        }
        "by" | "without" => words.at(at + 1).ends_with("ing"),
        "to" => {
            let verb = stem(words.at(at + 1));
            change(words, at + 1).is_some() && lexicon::is_verb(&verb)
                || words.at(at + 1) == "see"
                    && words.is_one_of(at + 2, "where how what if whether why")
        }
        "down" | "up" | "reduced" | "lowered" | "raised" | "increased" => {
            (way != Way::Deed || start + 1 < at) && words.is_one_of(at + 1, "to from by")
        }
        "will" | "is" | "are" | "has" | "have" => {
            MOVES.has(&stem(words.at(at + 1)))
                || words.is_one_of(at + 1, "be down up")
                || ASIDES.at(words, at).is_some()
        }
        // "pack, carry and return the folder" has one object.
        "and"
            if start + 1 < at
                && (start + 1..at)
                    .all(|at| words.at(at) == "," || lexicon::is_verb(words.at(at))) =>
        {
            false
        }
        // Of several deeds the first with its object is enough.
        "and" if way == Way::Change => change(words, at + 1).is_some(),
        "and" => {
            let next = words.at(at + 1);
            let is_bent = is_third_person(words.at(start))
                && next.ends_with('s')
                && words.is_one_of(at + 2, "it them her his the a");
            let is_deed = lexicon::is_verb(next) && words.at(at + 2) != "-"
                || matches!(next, "seem" | "appear");
            start + 1 < at && (is_deed || is_bent)
        }
        "less" if at == start + 1 && lexicon::is_verb(&stem(words.at(start))) => true,
        "more" | "less" => at + 1 == end
            || words.at(at + 1).ends_with("ly")
            || words.is_one_of(
                at + 1,
                "often when while with at in on about during if because and by for before after",
            ),
        "from" => way == Way::Change || number_at(words, at + 1).is_some(),
        _ => ASIDES.at(words, at).is_some(),
    }
}

/// Whether what moves was said before `at`: "crying *will* drop", "meltdowns *kept* under 5 minutes".
fn ends_move(words: &Words<'_>, at: usize) -> bool {
    match words.at(at) {
        "goes" | "go" | "stays" | "stay" | "remains" | "kept" | "restored" => true,
        "to" => words.at(at + 1) == "last",
        _ if at < past_modals(words, at) || at == words.head().at || is_move(words, at) => true,
        "is" | "are" => {
            words.is_one_of(at + 1, "to be down up reduced lowered raised halved cut")
                || change(words, at + 1).is_some()
        }
        _ => false,
    }
}

/// Whether the comma at `at` parts the members of a list: an "and" or "or" follows before anything else begins.
fn is_list(words: &Words<'_>, at: usize, end: usize) -> bool {
    // "a normal, peaceful life"
    let is_described = at.checked_sub(2).is_some_and(|at| words.is_one_of(at, "a an"))
        && !words.is_one_of(at + 1, "then and so when to with for by as or in on at until shown");
    is_described
        || (at + 1..end.min(at + 8))
            .take_while(|&next| {
                // "plant a bed, digging it or"
                let is_aside = words.at(next).ends_with("ing")
                    && words.is_one_of(next + 1, "a an the my his her their it");
                let is_joined = words.is_one_of(
                    next,
                    "with by when which so until then to than but from shown as mainly mostly especially namely",
                );
                !is_aside && !is_joined
            })
            .any(|next| words.is_one_of(next, "and or") && at + 1 < next)
}
