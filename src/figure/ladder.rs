//! The ladder of an objective: rails, rungs, the one who climbs, and where the words of each rung stand.

use chrono::NaiveDate;

use super::say;
use super::square::{Point, SIDE};
use crate::domain::ladder::{Ladder, MAX_EFFORT};
use crate::domain::moment::Moment;

/// How far a rung is (a rung is never behind, missed or late).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Stood on.
    Reached,
    /// The lowest one not reached yet.
    Next,
    /// Further up.
    Ahead,
}

/// A line from the ground to above the top rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rail {
    /// Where it stands on the ground.
    pub foot: Point,
    /// Where it leaves the picture, above the square.
    pub head: Point,
}

/// One rung of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RungMark {
    /// Left end; it reaches a little past the rail.
    pub left: Point,
    /// Right end, at the same height.
    pub right: Point,
    /// How far it is.
    pub reach: Reach,
}

/// What the table and the labels say about a rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Counted from the ground, from 1.
    pub number: usize,
    /// The words, whole.
    pub words: String,
    /// 0 to 10 (no unit), if anyone said.
    pub effort: Option<u8>,
    /// How far it is.
    pub reach: Reach,
    /// The day it was reached.
    pub reached_on: Option<NaiveDate>,
}

/// Places a ladder has at least: one rung alone would float between two poles.
pub const PLACES: usize = 3;

/// A ladder as numbers. Its rungs and steps run from the lowest up; rung `i` stands in the middle of band `i` from the
/// bottom, and the square is cut in as many even bands as there are places, so that labels beside it line up at any
/// height. There are as many places as rungs, but never fewer than [`PLACES`]: the upper ones are still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderFigure {
    /// Left and right.
    pub rails: [Rail; 2],
    /// Lowest first.
    pub rungs: Vec<RungMark>,
    /// Above them, lowest first: places for steps nobody has written yet.
    pub open: Vec<RungMark>,
    /// Where the climber's feet are: on the rung below the next one, on the top rung, or on the ground.
    pub climber: Point,
    /// Thickness of a rung (tenths of the default size, 10 for up to six rungs, thinner where there are more).
    pub thickness: i32,
    /// Lines of text a label may take before it is cut; the table has all of it.
    pub label_lines: u8,
    /// Lowest first, like the rungs.
    pub steps: Vec<Step>,
    /// The picture in one or two plain sentences.
    pub sentence: String,
}

/// Rails lean together toward the top: distance from the middle at the ground and at the head (thousandths).
const FOOT_APART: i32 = 240;
const HEAD_APART: i32 = 150;
/// How far a rung reaches past the middle of a rail (thousandths).
const PAST_RAIL: i32 = 18;
/// Rails rise above the square, where the one who stands on the top rung needs room (thousandths from the top).
const HEAD: i32 = -160;
/// The ground (thousandths from the top).
const GROUND: i32 = 985;

impl LadderFigure {
    /// The figure of `ladder`.
    pub fn new(ladder: &Ladder) -> Self {
        let next = ladder.next_step().map(|rung| rung.id);
        let steps = ladder
            .rungs()
            .zip(1..)
            .map(|(rung, number)| Step {
                number,
                words: rung.what.as_str().to_owned(),
                effort: rung.effort,
                reach: match rung.reached {
                    Some(_) => Reach::Reached,
                    None if next == Some(rung.id) => Reach::Next,
                    None => Reach::Ahead,
                },
                reached_on: rung.reached.map(Moment::day),
            })
            .collect();
        Self::of(steps)
    }

    /// The figure of `steps`, lowest first; for whoever holds steps already.
    pub fn of(steps: Vec<Step>) -> Self {
        let places = steps.len().max(PLACES);
        let count = i32::try_from(places).unwrap_or(i32::MAX);
        let mark = |i: i32, reach: Reach| {
            // The middle of band `i`, counted from the bottom.
            let y = SIDE - (2 * i + 1) * SIDE / (2 * count);
            let apart = apart(y) + PAST_RAIL;
            RungMark {
                left: Point::new(SIDE / 2 - apart, y),
                right: Point::new(SIDE / 2 + apart, y),
                reach,
            }
        };
        let rungs: Vec<_> = steps.iter().zip(0..).map(|(step, i)| mark(i, step.reach)).collect();
        let open = (0..count).skip(steps.len()).map(|i| mark(i, Reach::Ahead)).collect();
        let stands_on = steps
            .iter()
            .position(|step| step.reach == Reach::Next)
            .map_or(steps.len(), |next| next)
            .checked_sub(1)
            .and_then(|i| rungs.get(i));
        let rail = |side: i32| Rail {
            foot: Point::new(SIDE / 2 + side * apart(GROUND), GROUND),
            head: Point::new(SIDE / 2 + side * apart(HEAD), HEAD),
        };
        Self {
            rails: [rail(-1), rail(1)],
            climber: stands_on
                .map_or(Point::new(SIDE / 2, GROUND), |rung| Point::new(SIDE / 2, rung.left.y)),
            thickness: match count {
                0..=6 => 10,
                7..=9 => 8,
                _ => 7,
            },
            label_lines: match count {
                0..=4 => 4,
                5..=8 => 3,
                _ => 2,
            },
            sentence: sentence(&steps),
            rungs,
            open,
            steps,
        }
    }
}

/// Distance of a rail from the middle at height `y` (thousandths).
fn apart(y: i32) -> i32 {
    HEAD_APART + (FOOT_APART - HEAD_APART) * y / SIDE
}

/// "effort 4 of 10"
pub fn effort(effort: u8) -> String {
    format!("effort {effort} of {MAX_EFFORT}")
}

fn sentence(steps: &[Step]) -> String {
    let count = steps.len();
    let reached = steps.iter().filter(|step| step.reach == Reach::Reached).count();
    let plural = if count == 1 { "step" } else { "steps" };
    let stand = match (reached, count) {
        (_, 0) => return "No steps yet.".to_owned(),
        (1, 1) => return "The one step is reached.".to_owned(),
        (2, 2) => return "Both steps reached.".to_owned(),
        _ if reached == count => return format!("All {} steps reached.", say::number(count)),
        (0, _) => format!("{} {plural} ahead.", say::number_first(count)),
        _ => format!("{} of {} {plural} reached.", say::number_first(reached), say::number(count)),
    };
    let Some(next) = steps.iter().find(|step| step.reach == Reach::Next) else {
        return stand;
    };
    let word = if reached == 0 { "First" } else { "Next" };
    match next.effort {
        Some(value) => {
            format!("{stand} {word}: {}", say::followed_by(&next.words, &effort(value)))
        }
        None => format!("{stand} {word}: {}", say::ended(&next.words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder(count: usize) -> LadderFigure {
        let step = |number| Step {
            number,
            words: "Ride".into(),
            effort: None,
            reach: if number == 1 { Reach::Next } else { Reach::Ahead },
            reached_on: None,
        };
        LadderFigure::of((1..=count).map(step).collect())
    }

    #[test]
    fn a_short_ladder_begins_near_the_ground_and_has_room_above() {
        for count in 1..PLACES {
            let figure = ladder(count);
            assert_eq!((figure.rungs.len(), figure.open.len()), (count, PLACES - count));
            assert!(SIDE * 3 / 4 < figure.rungs[0].left.y, "{figure:?}");
            let heights: Vec<_> =
                figure.rungs.iter().chain(&figure.open).map(|rung| rung.left.y).collect();
            assert!(heights.is_sorted_by(|low, high| high < low), "{heights:?}");
        }
    }

    #[test]
    fn a_ladder_with_steps_enough_is_all_theirs() {
        for count in PLACES..=12 {
            let figure = ladder(count);
            assert_eq!((figure.rungs.len(), figure.open.len()), (count, 0));
        }
    }
}
