//! Which quantity is the level now, and which the level wanted.

use std::ops::Range;

use super::comparator::Comparator;
use super::direction::Direction;
use super::instrument::Scale;
use super::lead_in::lead_in;
use super::list::{List, Phrases, Table};
use super::number::number_at;
use super::quantity::{Kind, Quantity, takes_period};
use super::reading::{Found, Rank, Reading};
use super::word::Words;

impl Reading {
    /// Decides what each quantity is.
    pub(crate) fn assign(&mut self, words: &Words<'_>, scale: &Scale, mut found: Vec<Found>) {
        let ends: Vec<_> = found.iter().map(|found| found.place.end).collect();
        for (index, found) in found.iter_mut().enumerate() {
            let floor =
                index.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
            score(words, scale, floor, found);
        }
        let baseline = (0..found.len()).find(|&index| {
            let floor =
                index.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
            // "daily to twice a week"
            let next = found.get(index + 1);
            let follows = next.map(|next| next.place.start);
            found.get(index).is_some_and(|found| {
                if stands_before_wish(words, found, next) || stands_before_end(words, found, next) {
                    return true;
                }
                let leads =
                    words.at(found.place.end) == "to" && follows == Some(found.place.end + 1);
                let due = self.deadline.as_ref().map(|(_, place)| place);
                let span = floor..follows.unwrap_or(words.len());
                leads || is_now(words, span, found, due)
            })
        });
        let is_alone = found.len() == 1 && self.direction == Some(Direction::Maintain);
        let is_kept = is_alone
            || baseline.and_then(|at| found.get(at)).is_some_and(|now| {
                words.phrase(now.place.end, "we have now").is_some()
                    || words.phrase(now.place.end, "i have now").is_some()
            });
        self.baseline = baseline
            .filter(|&at| at < found.len())
            .map(|at| if is_kept { found.get(at).cloned() } else { Some(found.remove(at)) })
            .unwrap_or_default();
        // A bare number is a level only beside the level now, or after "to".
        let has_baseline = self.baseline.is_some();
        found.retain(|found| {
            !found.quantity.is_bare
                || found.quantity.kind == Kind::Score
                || has_baseline
                || words.is_one_of(found.place.start.saturating_sub(1), "to = :")
                || found.quantity.comparator != Comparator::Equal
                || found.quantity.per.is_some()
        });
        // Beside a level now, a level of the same sort comes first: "pain on 12 stairs, now 7/10, to 3/10".
        let sort =
            self.baseline.as_ref().map(|now| now.quantity.kind).filter(|kind| *kind == Kind::Score);
        let best = (0..found.len()).min_by_key(|&index| {
            found.get(index).map(|found| {
                let is_other = sort.is_some_and(|sort| found.quantity.kind != sort);
                (found.rank, is_other, index)
            })
        });
        self.target = best.map(|index| found.remove(index));
        // Beside a blank, help that is counted is no level of the goal.
        let is_open = !self.blanks.is_empty();
        if is_open && self.target.as_ref().is_some_and(|found| found.rank == Rank::Help) {
            self.target = None;
        }
        self.others = found;
        // "up to 4 a week" after a lower level is where it should end.
        if let Some(then) = &mut self.target
            && words.phrase(then.place.start, "up to").is_some()
            && (self.baseline.is_some() || self.direction == Some(Direction::Increase))
        {
            then.quantity.comparator = Comparator::Equal;
        }
        if let (Some(now), Some(then)) = (&mut self.baseline, &mut self.target) {
            share(&mut now.quantity, &mut then.quantity);
        }
        if self.baseline.is_some() && self.target.is_none() {
            // A level with nothing to compare it to is no baseline.
            let is_told = self.baseline.as_ref().is_some_and(|now| {
                let after = "at the moment|currently|right now|at present|at admission|at intake";
                words.longest(now.place.end, after).is_some()
            });
            if self.others.is_empty() && !is_told && !words.is_one_of(0, "currently now") {
                self.target = self.baseline.take();
            }
        }
    }
}

/// Words after a percentage that make it a size of change.
static CHANGES: List = List::new(
    "reduction decrease increase fewer less more drop improvement gain rise cut lower higher fall decline boost lift growth lessening cutback",
);

/// Turns a bare number into a score where a scale is named, and a percentage into a size of change.
fn score(words: &Words<'_>, scale: &Scale, floor: usize, found: &mut Found) {
    let quantity = &mut found.quantity;
    let by = (floor..found.place.start).rev().take(2).any(|at| words.at(at) == "by");
    // "19/24" on a named scale is a score, not a share.
    if let Some((name, _)) =
        scale.named.as_ref().filter(|_| quantity.kind == Kind::Ratio && quantity.unit == "items")
    {
        quantity.kind = Kind::Score;
        quantity.unit.clone_from(name);
    }
    let is_points = quantity.is_bare || quantity.unit == "points";
    if scale.is_of_ten && quantity.is_bare && quantity.kind == Kind::Count {
        quantity.kind = Kind::Score;
        "/10".clone_into(&mut quantity.unit);
    }
    if let Some((name, _)) = scale.named.as_ref().filter(|_| is_points) {
        quantity.kind = Kind::Score;
        let off = CHANGES.has(words.at(found.place.end)) || words.is_one_of(found.place.end, "off");
        quantity.unit = if by || off { format!("{name} change") } else { name.clone() };
    }
    if quantity.is_bare || quantity.comparator != Comparator::Equal && quantity.kind == Kind::Count
    {
        // "4 or higher on the 5-point rating"
        let points = (found.place.end..found.place.end + 4)
            .find(|&at| words.at(at + 1) == "-" && words.at(at + 2) == "point");
        if let Some((of, _)) = points.and_then(|at| number_at(words, at)) {
            quantity.kind = Kind::Score;
            quantity.unit = format!("/{of}");
        }
    }
    let after = words.at(found.place.end);
    let is_change = by || CHANGES.has(after);
    if quantity.kind == Kind::Percent && is_change {
        "%change".clone_into(&mut quantity.unit);
    }
}

/// Said of the level now, with how many pieces may stand before its number; the longest reaches hold behind it, too.
static NOW: Table<u32> = Table::phrases(&[
    (
        "now|just now|right now|currently|presently|current|today|nowadays|these days|rn|at present|at the moment|at the mo|atm|as things stand|so far|to date|until now|up to now|\
        baseline|at baseline|as of today|his present|her present|my present|their present|present level|we have now|i have now",
        9,
    ),
    (
        "at intake|at admission|on admission|at eval|at evaluation|at screening|at referral|at assessment|at first|at the start|at start|as it is",
        7,
    ),
    ("last week|last wk|last month|last year", 6),
    ("compared|down from|up from|which|i'm at|having reached", 5),
    (
        "was|were|has been|had been|stands at|stood at|sits at|sat at|averages|averaging|averaged|intake :|admission|screening|referral|eval|evaluation|est|\
        rather than|instead of|it's|scored",
        3,
    ),
]);
/// The least reach of what is said behind a number, too.
const BEHIND: u32 = 7;
/// Words after which the level is told as it was: "he gave it an 8".
static PAST: List = List::new(
    "gave got had did rated scored took made missed hit ran slept ate drank smoked walked managed",
);

/// Whether a quantity is the level now, by the words before it or just after it, within `span`.
fn is_now(
    words: &Words<'_>,
    span: Range<usize>,
    found: &Found,
    deadline: Option<&Range<usize>>,
) -> bool {
    let (start, floor) = (found.place.start, span.start);
    for (back, at) in (1_u32..).zip((floor.min(start)..start).rev()) {
        if deadline.is_some_and(|place| place.contains(&at)) {
            break;
        }
        // "3 a meal now, and 10 by June": said of the level before it.
        let closes_last = 0 < floor && at < floor + 2 && words.is_one_of(at + 1, ", ) ; and");
        let said = NOW.at(words, at).is_some_and(|(reach, taken)| {
            back <= reach && at + taken <= start && !opens(words, at + taken)
        });
        let tells = words.is_one_of(at.saturating_sub(1), "i we he she they it which")
            && PAST.has(words.at(at));
        // "from about 5", not "from Dad, 4 of 5 nights"
        let leads = words.at(at) == "from"
            && back <= 4
            && words.before(at) != "back"
            && !is_parted(words, at, start);
        if leads || (back <= 4 && tells) || (!closes_last && said) {
            return true;
        }
        let is_part = words.is_one_of(at.saturating_sub(1), "compared up est approx avg");
        if words.is_one_of(at, "to ; .") && !is_part {
            break;
        }
    }
    let end = found.place.end;
    let comma = usize::from(words.at(end) == ",");
    (end + comma..span.end.min(end + 5))
        .take_while(|&at| at == end + comma || !words.is_one_of(at - 1, "; . , : ( ) – to and or"))
        .any(|at| {
            NOW.at(words, at).is_some_and(|(reach, taken)| {
                let after = at + taken;
                // "2 a week, at present it is 7": said of the next number.
                let leads_on = comma == 1
                    && after < words.len()
                    && !words.is_one_of(after, ", . ; : ) ( and to down up");
                BEHIND <= reach && !leads_on && !opens(words, after)
            })
        })
}

/// Whether "of class" follows "at the start", and not "of care".
fn opens(words: &Words<'_>, at: usize) -> bool {
    words.at(at) == "of" && !words.is_one_of(at + 1, "care treatment")
}

/// Whether a comma stands between `from` and `to`.
fn is_parted(words: &Words<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| words.at(at) == ",")
}

/// Pieces between what is so now and the wish for something else.
const REACH: usize = 40;

/// What tells that the level wanted comes next.
static WISHES: Phrases = Phrases::new(
    "i'd like|i would like|i want|we'd like|we would like|we want|i'd love|i wish|i wanna|want to|wants to|would like|goal is|goal :|target :|\
    should be|need to be",
);

/// "I see her once a month, I'd like it to be twice": what is so stands before the wish.
fn stands_before_wish(words: &Words<'_>, found: &Found, next: Option<&Found>) -> bool {
    let end = words.len().min(found.place.end + REACH);
    let wish = (found.place.end..end).find(|&at| WISHES.at(words, at).is_some());
    let is_said_again = wish.is_some_and(|at| {
        words.phrase(at + 2, "like that").is_some()
            || words.is_one_of(at + 2, "it that") && words.is_one_of(at, "i we")
            || words.is_one_of(at + 1, "like want") && words.is_one_of(at + 2, "it that")
    });
    let is_told = lead_in(words).end == 0 && words.is_one_of(0, "i we he she they my our")
        || words.phrase(0, "at the moment").is_some();
    let next = next.filter(|next| is_alike(&found.quantity, &next.quantity));
    let leads_on = wish.is_some_and(|at| next.is_some_and(|next| at < next.place.start));
    is_told && wish.is_some() || is_said_again || leads_on
}

/// What leads to where a level should end, after another one was said.
static ARRIVES: Phrases = Phrases::new(
    "down to|up to|down below|to below|to under|come to|go to|brought to|cut to|drop to|fall to|rise to|goal|goal :|target|target :|aim|aim :|goal of|\
    target of",
);

/// "6 a week on intake, to be brought down to 2": what was said first of the same sort is the level now.
fn stands_before_end(words: &Words<'_>, found: &Found, next: Option<&Found>) -> bool {
    let Some(next) = next.filter(|next| is_alike(&found.quantity, &next.quantity)) else {
        return false;
    };
    // The comparator belongs to the level wanted: "up to 4", "below 10".
    let nearest = next.place.start.saturating_sub(3).max(found.place.end);
    let leads = (nearest..=next.place.start).any(|at| {
        ARRIVES.at(words, at).is_some_and(|taken| at + taken <= next.place.end)
            && !words.is_one_of(at.saturating_sub(1), "and or plus with for")
    });
    leads && found.rank <= Rank::Frequency && found.quantity.comparator == Comparator::Equal
}

/// Whether two amounts may be two levels of one thing.
fn is_alike(one: &Quantity, next: &Quantity) -> bool {
    next.kind == one.kind && next.unit == one.unit || next.is_bare
}

/// Lets each of the two levels lend the other what it lacks.
fn share(now: &mut Quantity, then: &mut Quantity) {
    if then.is_bare && !now.is_bare {
        (then.kind, then.unit) = (now.kind, now.unit.clone());
        then.of = then.of.or(now.of);
    } else if now.is_bare && !then.is_bare && then.unit != "%change" {
        (now.kind, now.unit) = (then.kind, then.unit.clone());
        now.of = now.of.or(then.of);
    }
    if now.kind == then.kind && takes_period(now.kind) {
        // "from 3 hours a day to half an hour"
        then.per = then.per.or(now.per);
        now.per = now.per.or(then.per);
    }
}

#[cfg(test)]
mod tests {
    use super::super::reading::tests::told;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(text), expected, "{text}");
    }

    #[test]
    fn the_level_now_is_told_in_many_ways() {
        let cut = "7 items/week > 2 items/week >";
        for text in [
            "Slammed doors, 7 a week just now, should drop to 2.",
            "Slammed doors (about 7 a week as things stand) should drop to 2.",
            "Slammed doors should drop to 2 a week; last month it was 7 a week.",
            "Slammed doors, which run at 7 a week, should drop to 2 a week.",
            "Slammed doors at 2 a week rather than 7.",
            "We count 7 slammed doors a week. Goal: 2 a week.",
            "Slammed doors down to 2 a week, at the mo it's 7.",
        ] {
            check(text, cut);
        }
        check("At intake she gave it a 9 of 10; distress is to be 4 of 10.", "9 /10 > 4 /10 >");
        check("Lift the arm to 120 feet, was 90 at the start.", "90 feet > 120 feet >");
    }

    #[test]
    fn what_was_said_first_is_the_level_now_where_another_is_come_to() {
        let cut = "9 items/week > 3 items/week >";
        for text in [
            "Tantrums: 9 a week when we met, to come down to 3",
            "Tantrums at 9 a week, target 3",
            "Tantrums are 9 a week. Get this down to 3",
        ] {
            check(text, cut);
        }
        check("Her BDI stood at 27; bring it below 12", "27 bdi > <12 bdi >");
        check("Practise twice a day for up to 10 minutes", "> 2 times/day >");
        check("Eat 3 meals a day and up to 2 snacks", "> 3 items/day >");
    }

    #[test]
    fn a_word_for_now_belongs_to_the_level_beside_it() {
        check(
            "Sam eats 3 spoonfuls a meal now, and is to eat 10.",
            "3 items/meal > 10 items/meal >",
        );
        check("Sit for less than 5 minutes (now 25).", "25 minutes > <5 minutes >");
        check("At the start of the day plan 3 walks.", "> 3 items >");
    }

    #[test]
    fn a_wish_for_something_of_another_sort_leaves_the_number() {
        check("4 evenings a week I want 20 minutes of quiet.", "> 4 times/week >");
    }
}
