//! The three boxes of how much together: now, then, or up to. What one of them cannot say, the others still do.

use crate::domain::quantity::{HowMuch, Measure, Period, Target};

use super::number_box::{Typed, Unread, typed};

/// Stands chosen until somebody chooses, and is nobody's answer while no number does.
pub const SUGGESTED: Measure = Measure::CountPer(Period::Week);

/// What stands in the boxes, in the order now, then, or up to.
pub type Texts<'a> = [&'a str; 3];

/// What became of one box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is in the sentence, or it is blank.
    Read,
    /// Somebody left it open.
    LeftOpen,
    /// It cannot be read; the sentence keeps what it said.
    Unread(Unread),
}

/// The boxes as they were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boxes {
    /// What the sentence says now.
    pub how_much: Option<HowMuch>,
    /// What became of each box.
    pub states: [State; 3],
    /// The number each box holds once it is read.
    pub numbers: [Option<u16>; 3],
}

/// The numbers of `how_much`, as they stand in the boxes.
pub fn numbers(how_much: Option<HowMuch>) -> [Option<u16>; 3] {
    let (then, up_to) = match how_much.and_then(HowMuch::target) {
        None => (None, None),
        Some(Target::Exactly(number)) => (Some(number), None),
        Some(Target::Range(from, to)) => (Some(from), Some(to)),
    };
    [how_much.and_then(HowMuch::baseline), then, up_to]
}

/// Words for time that may stand beside a number of this measure.
const fn own_words(measure: Measure) -> &'static str {
    match measure {
        Measure::CountPer(Period::Day) => "day days daily",
        Measure::CountPer(Period::Week) => "week weeks weekly",
        Measure::CountPer(Period::Month) => "month months monthly",
        Measure::Minutes => "minute minutes",
        Measure::MinutesADay => "minute minutes day days daily",
        Measure::HoursADay => "hour hours day days daily",
        Measure::HoursANight => "hour hours night nights nightly",
        Measure::Days => "day days week weeks weekly",
        Measure::Nights => "night nights week weeks weekly",
        Measure::Intensity | Measure::Percent | Measure::Total { .. } => "",
    }
}

/// Reads the boxes; where one cannot be read, its part of `kept` stays in the sentence if it still fits.
pub fn read(measure: Measure, texts: Texts<'_>, kept: Option<HowMuch>) -> Boxes {
    let most = measure.max();
    let said = numbers(kept).map(|number| number.filter(|number| *number <= most));
    let [now, mut then, mut up_to] = texts.map(|text| typed(text, most, own_words(measure)));
    if let (Ok(Typed::Two(low, high)), Ok(Typed::Blank)) = (then, up_to) {
        if low < high {
            then = Ok(Typed::Number(low));
            up_to = Ok(Typed::Number(high));
        } else {
            then = Err(Unread::Backwards);
        }
    }
    let [said_now, said_then, said_up_to] = said;
    let (now, mut then, mut up_to) = (single(now), single(then), single(up_to));
    if let (Some(low), Some(high)) = (then.1, up_to.1)
        && high <= low
    {
        // The one that was changed last does not fit beside the other.
        let changed =
            if said_up_to == Some(high) && said_then != Some(low) { &mut then } else { &mut up_to };
        changed.0 = State::Unread(Unread::Backwards);
    }
    let found = [now, then, up_to];
    let in_sentence = |(state, number): (State, Option<u16>), said: Option<u16>| {
        if matches!(state, State::Unread(_)) { said } else { number }
    };
    let (now, then, up_to) =
        (in_sentence(now, said_now), in_sentence(then, said_then), in_sentence(up_to, said_up_to));
    let target = match (then, up_to) {
        (Some(then), Some(up_to)) if then < up_to => Some(Target::Range(then, up_to)),
        (Some(number), _) | (None, Some(number)) => Some(Target::Exactly(number)),
        (None, None) => None,
    };
    let is_answer = measure != SUGGESTED || now.is_some() || target.is_some();
    Boxes {
        how_much: HowMuch::new(measure, now, target).ok().filter(|_| is_answer),
        states: found.map(|(state, _)| state),
        numbers: found.map(|(_, number)| number),
    }
}

fn single(typed: Result<Typed, Unread>) -> (State, Option<u16>) {
    match typed {
        Ok(Typed::Blank) => (State::Read, None),
        Ok(Typed::LeftOpen) => (State::LeftOpen, None),
        Ok(Typed::Number(number)) => (State::Read, Some(number)),
        Ok(Typed::Two(..)) => (State::Unread(Unread::Several), None),
        Err(unread) => (State::Unread(unread), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(now: u16, target: Target) -> Option<HowMuch> {
        HowMuch::new(SUGGESTED, Some(now), Some(target)).ok()
    }

    #[test]
    fn two_numbers_in_then_fill_the_box_beside_it() {
        let found = read(SUGGESTED, ["never right now", "2 or 3", ""], None);
        assert_eq!(found.how_much, kept(0, Target::Range(2, 3)));
        assert_eq!((found.states, found.numbers), ([State::Read; 3], [Some(0), Some(2), Some(3)]));
        let full = read(SUGGESTED, ["", "2 or 3", "5"], None);
        assert_eq!(full.states.get(1), Some(&State::Unread(Unread::Several)));
    }

    #[test]
    fn what_cannot_be_read_leaves_the_sentence_as_it_was() {
        let found = read(SUGGESTED, ["1", "12 or 3", ""], kept(0, Target::Exactly(3)));
        assert_eq!(found.how_much, kept(1, Target::Exactly(3)));
        assert_eq!(found.states, [State::Read, State::Unread(Unread::Backwards), State::Read]);
        let fewer = read(Measure::Days, ["1", "9", ""], kept(0, Target::Exactly(9)));
        assert_eq!(fewer.how_much, HowMuch::new(Measure::Days, Some(1), None).ok());
    }

    #[test]
    fn a_range_that_runs_backwards_keeps_the_other_end() {
        let found = read(SUGGESTED, ["0", "5", "3"], None);
        assert_eq!(found.how_much, kept(0, Target::Exactly(5)));
        assert_eq!(found.states[2], State::Unread(Unread::Backwards));
        let moved = read(SUGGESTED, ["0", "9", "7"], kept(0, Target::Range(5, 7)));
        assert_eq!(moved.how_much, kept(0, Target::Range(5, 7)));
        assert_eq!(moved.states[1], State::Unread(Unread::Backwards));
    }

    #[test]
    fn what_is_left_open_or_only_suggested_is_no_answer() {
        let found = read(SUGGESTED, ["idk", "", " "], kept(0, Target::Exactly(3)));
        assert_eq!((found.how_much, found.states[0]), (None, State::LeftOpen));
        assert!(read(Measure::Minutes, [""; 3], None).how_much.is_some());
    }
}
