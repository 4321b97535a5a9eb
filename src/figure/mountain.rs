//! The mountain of a child: the ladder of an objective as few, big stones on a path, and where the one who climbs is.
//!
//! Never fewer than three stones: one without a step yet is for the child to choose, so that one tiny step is not the
//! top. Three stones before six: the next three appear once the first three are reached. Further up, what was climbed long
//! ago is drawn together, so that there are never more than six, and nothing that was reached is ever out of sight.

use std::ops::Range;

use super::ladder::{LadderFigure, Reach, Step};
use super::say;
use super::square::{Point, SIDE};
use crate::domain::goal::Goal;
use crate::domain::objective::Objective;
use crate::domain::status::Lifecycle;

/// Stones that are shown first, and that are added at a time.
pub const FLIGHT: usize = 3;

/// Longest words at the flag: three short lines (Unicode scalar values).
const AT_FLAG: usize = 48;

/// One stone of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stone {
    /// Counted from the ground, from 1.
    pub number: usize,
    /// The middle of its upper side.
    pub at: Point,
    /// From its middle to its edge (thousandths of the breadth).
    pub half: i32,
    /// How far it is.
    pub reach: Reach,
    /// Places of the steps it stands for, counted from 0: the one that is tapped, or all that were reached. Empty where
    /// no step was written yet.
    pub steps: Range<usize>,
}

impl Stone {
    /// Whether its step is still to be chosen.
    pub fn is_open(&self) -> bool {
        self.steps.is_empty()
    }
}

/// A mountain as numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MountainFigure {
    /// From the ground up, at most six.
    pub stones: Vec<Stone>,
    /// The path: where it enters the picture, the middle of every stone, where it is lost in the snow.
    pub trail: Vec<Point>,
    /// Where the feet of the one who climbs are: at the foot before the first stone, on the highest one that was
    /// reached, or at the flag.
    pub climber: Point,
    /// Whether further steps wait above the stones, in the clouds.
    pub more: bool,
    /// What the flag stands for: what the child will do, in their words, if anybody wrote it.
    pub flag: Option<String>,
    /// Whether nothing is left to climb: every stone of three or more is reached, or the goal is completed.
    pub top: bool,
    /// Whether the goal was said to be completed. Stones alone do not say that: what stands at the flag may be more
    /// than the last of them.
    pub won: bool,
    /// All steps, also those in the clouds, lowest first.
    pub steps: Vec<Step>,
    /// The picture in a few very plain sentences.
    pub sentence: String,
}

/// Where the path enters the picture, and where it is lost in the snow.
const ENTRY: Point = Point::new(560, SIDE + 60);
const EXIT: Point = Point::new(500, 165);
/// The top of the mountain.
pub const TOP: Point = Point::new(500, 130);
/// On the path before the first stone, and at the flag.
const AT_FOOT: Point = Point::new(508, 978);
const AT_TOP: Point = Point::new(480, 172);
/// How far from the middle of a stone feet are set, so that its star stays in sight (percent of its half).
const BESIDE_STAR: i32 = 62;
/// Between these heights stones lie (thousandths from the top).
const NEAR: i32 = 930;
const FAR: i32 = 325;
/// How far a stone lies from the middle at [`FAR`], and more toward [`NEAR`].
const ASIDE: i32 = 128;
const MORE_ASIDE: i32 = 60;
/// Half a stone at [`FAR`], and more toward [`NEAR`].
const HALF: i32 = 75;
const MORE_HALF: i32 = 45;

impl MountainFigure {
    /// The figure of an objective of `goal`.
    pub fn new(goal: &Goal, objective: &Objective) -> Self {
        let mut figure = Self::of(LadderFigure::new(&objective.ladder).steps);
        figure.flag = objective.what.as_ref().map(|what| say::cut(what.as_str(), AT_FLAG));
        if [&goal.status, &objective.status].iter().any(|of| of.lifecycle == Lifecycle::Completed) {
            (figure.top, figure.won) = (true, true);
            figure.climber = AT_TOP;
            figure.sentence = figure.said();
        }
        figure
    }

    /// The figure of `steps`, lowest first.
    pub fn of(steps: Vec<Step>) -> Self {
        let groups = groups(&steps);
        let count = i32::try_from(groups.len()).unwrap_or(1).max(1);
        let stones: Vec<Stone> = groups
            .into_iter()
            .zip(0_i32..)
            .zip(1..)
            .map(|((group, i), number)| {
                let y = NEAR - (2 * i + 1) * (NEAR - FAR) / (2 * count);
                let side = if i % 2 == 0 { -1 } else { 1 };
                let near = |more: i32| more * (y - FAR) / (NEAR - FAR);
                Stone {
                    number,
                    at: Point::new(SIDE / 2 + side * (ASIDE + near(MORE_ASIDE)), y),
                    half: HALF + near(MORE_HALF),
                    reach: reach(&steps, &group),
                    steps: shown(&steps, group),
                }
            })
            .collect();
        let more = stones.last().map_or(0, |stone| stone.steps.end) < steps.len();
        let trail: Vec<Point> =
            [ENTRY].into_iter().chain(stones.iter().map(|stone| stone.at)).chain([EXIT]).collect();
        let reached = |stone: &&Stone| stone.reach == Reach::Reached;
        let top = stones.iter().all(|stone| reached(&stone));
        let climber = match stones.iter().rfind(reached) {
            _ if top => AT_TOP,
            Some(stone) => Point::new(stone.at.x + stone.half * BESIDE_STAR / 100, stone.at.y),
            None => AT_FOOT,
        };
        let (flag, won, sentence) = (None, false, String::new());
        let mut figure = Self { stones, trail, climber, more, flag, top, won, steps, sentence };
        figure.sentence = figure.said();
        figure
    }

    /// How near that height is: 0 far up, 100 at the foot; what is near is drawn larger (percent).
    pub fn nearness(y: i32) -> i32 {
        ((y - FAR) * 100 / (NEAR - FAR)).clamp(0, 100)
    }

    /// The stone that comes next.
    pub fn next(&self) -> Option<&Stone> {
        self.stones.iter().find(|stone| stone.reach == Reach::Next)
    }

    fn said(&self) -> String {
        let count = self.stones.len();
        let reached = self.stones.iter().filter(|stone| stone.reach == Reach::Reached).count();
        let stand = match reached {
            _ if self.won => "You are at the top!".to_owned(),
            _ if self.top => "You went all the way up.".to_owned(),
            0 => "You are at the foot.".to_owned(),
            _ => format!("You did {}.", say::number(reached)),
        };
        let mut said = format!("{} stones go up the mountain. {stand}", say::number_first(count));
        let next = self.next().and_then(|stone| self.steps.get(stone.steps.start));
        if let Some(next) = next.filter(|_| !self.top) {
            said.push_str(" Next: ");
            said.push_str(&say::ended(&next.words));
        } else if !self.top {
            said.push_str(" The next one is yours to choose.");
        }
        if self.more {
            said.push_str(" More stones wait in the clouds.");
        }
        said
    }
}

/// The steps of every stone; a stone without a step fills up the first three. All stones are alike until there are more
/// than six; then the lower three hold everything below the upper three.
fn groups(steps: &[Step]) -> Vec<Range<usize>> {
    let reached = |step: &Step| step.reach == Reach::Reached;
    let highest = steps.iter().rposition(reached).map_or(0, |place| place + 1);
    let next = steps.iter().position(|step| !reached(step)).map_or(0, |place| place + 1);
    // Whole flights, up to the one with the next step in it, or with the highest that was reached.
    let flights = highest.max(next).div_ceil(FLIGHT).max(1);
    let below = (flights - 1) * FLIGHT;
    let size = (flights - 1).max(1);
    let lower = (0..below).step_by(size).map(|from| from..from + size);
    let upper = (below..steps.len().min(below + FLIGHT)).map(|at| at..at + 1);
    let open = steps.len().min(FLIGHT)..FLIGHT;
    lower.chain(upper).chain(open.map(|_| steps.len()..steps.len())).collect()
}

fn reach(steps: &[Step], group: &Range<usize>) -> Reach {
    let within = || steps.get(group.clone()).unwrap_or_default().iter();
    if !group.is_empty() && within().all(|step| step.reach == Reach::Reached) {
        Reach::Reached
    } else if within().any(|step| step.reach == Reach::Next) {
        Reach::Next
    } else {
        Reach::Ahead
    }
}

/// All steps of a stone that was reached; else the lowest that was not.
fn shown(steps: &[Step], group: Range<usize>) -> Range<usize> {
    let open = group
        .clone()
        .find(|place| steps.get(*place).is_some_and(|step| step.reach != Reach::Reached));
    open.map_or(group, |place| place..place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ladder as its rungs stand: `x` reached, `.` not.
    fn steps(ladder: &str) -> Vec<Step> {
        let mut next = Reach::Next;
        let step = |(c, number)| Step {
            number,
            words: format!("Step {number}"),
            effort: None,
            reach: if c == 'x' {
                Reach::Reached
            } else {
                std::mem::replace(&mut next, Reach::Ahead)
            },
            reached_on: None,
        };
        ladder.chars().zip(1..).map(step).collect()
    }

    /// The stones as their steps: `x` for a reached one, `>` for the next, and how many steps each stands for, 0 where
    /// one is still to be chosen; `~` where
    /// more wait in the clouds.
    #[track_caller]
    fn check(ladder: &str, expected: &str) {
        let figure = MountainFigure::of(steps(ladder));
        let stones: Vec<String> = figure
            .stones
            .iter()
            .map(|stone| {
                let sign = match stone.reach {
                    Reach::Reached => 'x',
                    Reach::Next => '>',
                    Reach::Ahead => '.',
                };
                format!("{sign}{}", stone.steps.len())
            })
            .collect();
        let clouds = if figure.more { " ~" } else { "" };
        assert_eq!(stones.join(" ") + clouds, expected, "{ladder}");
    }

    #[test]
    fn three_stones_come_before_six() {
        check("......", ">1 .1 .1 ~");
        check("xx....", "x1 x1 >1 ~");
        check("xxx...", "x1 x1 x1 >1 .1 .1");
        check("xxx.", "x1 x1 x1 >1");
        check("xxxxxx", "x1 x1 x1 x1 x1 x1");
    }

    #[test]
    fn there_are_never_fewer_than_three_stones() {
        check("", ".0 .0 .0");
        check(".", ">1 .0 .0");
        check("x", "x1 .0 .0");
        check("xx", "x1 x1 .0");
        check("x.", "x1 >1 .0");
        check("xxx", "x1 x1 x1");
    }

    #[test]
    fn one_tiny_step_is_not_the_top() {
        for (ladder, top) in [
            ("", false),
            ("x", false),
            ("xx", false),
            ("xxx", true),
            ("xxx.", false),
            ("xxxx", true),
        ] {
            assert_eq!(MountainFigure::of(steps(ladder)).top, top, "{ladder}");
        }
    }

    #[test]
    fn what_was_climbed_long_ago_is_drawn_together() {
        check("xxxxxx...", "x2 x2 x2 >1 .1 .1");
        check("xxxxxx......", "x2 x2 x2 >1 .1 .1 ~");
        check("xxxxxxxxx...", "x3 x3 x3 >1 .1 .1");
        check("xxxxxxxxxxxx", "x3 x3 x3 x1 x1 x1");
    }

    #[test]
    fn nothing_that_was_reached_is_ever_out_of_sight() {
        for pattern in 0_u32..1 << 12 {
            for count in 1..=12 {
                let ladder: String =
                    (0..count).map(|i| if pattern >> i & 1 == 1 { 'x' } else { '.' }).collect();
                let figure = MountainFigure::of(steps(&ladder));
                assert!(figure.stones.len() <= 2 * FLIGHT, "{ladder}");
                let seen = figure.stones.iter().map(|stone| stone.steps.end).max().unwrap();
                let highest = ladder.rfind('x').map_or(0, |place| place + 1);
                let all = figure.stones.last().unwrap();
                assert!(highest <= seen.max(all.steps.end), "{ladder}");
                assert_eq!(figure.next().is_some(), ladder.contains('.'), "{ladder}");
            }
        }
    }

    #[test]
    fn a_step_left_out_below_can_still_be_tapped() {
        let figure = MountainFigure::of(steps("xx.xxxxx."));
        let next = figure.next().unwrap();
        assert_eq!((next.number, next.steps.clone()), (2, 2..3));
    }

    #[test]
    fn a_later_stone_lies_higher_is_no_larger_and_leaves_room_for_a_finger() {
        for ladder in [".", "...", "xxx.", "xxx...", "xxxxxx..."] {
            let figure = MountainFigure::of(steps(ladder));
            for pair in figure.stones.windows(2) {
                assert!(pair[1].at.y < pair[0].at.y && pair[1].half <= pair[0].half, "{ladder}");
                // 72 px and 8 between, where the picture is 320 px wide.
                assert!(250 <= (pair[1].at.x - pair[0].at.x).abs(), "{ladder}");
            }
            for stone in &figure.stones {
                assert!(stone.half < stone.at.x && stone.at.x + stone.half < SIDE, "{ladder}");
            }
        }
    }

    #[test]
    fn the_climber_stands_before_the_first_stone_on_the_last_reached_one_or_at_the_flag() {
        for (ladder, stone) in [("x..", 0), ("xx", 1), ("xx.x..", 3), ("xxxxxx...", 2)] {
            let MountainFigure { stones, climber, .. } = MountainFigure::of(steps(ladder));
            let under = &stones[stone];
            assert_eq!(climber.y, under.at.y, "{ladder}");
            // On its right half, where the star is not.
            let aside = climber.x - under.at.x;
            assert!(under.half / 2 < aside && aside < under.half, "{ladder}");
        }
        for ladder in ["", ".", "...", "......"] {
            let MountainFigure { stones, climber, .. } = MountainFigure::of(steps(ladder));
            assert_eq!(climber, AT_FOOT);
            let first = &stones[0];
            assert!(first.at.y < climber.y && first.at.x + first.half < climber.x, "{ladder}");
        }
        assert_eq!(MountainFigure::of(steps("xxx")).climber, AT_TOP);
    }

    #[test]
    fn the_sentence_says_step_total_and_what_comes_next() {
        for (ladder, sentence) in [
            (
                "",
                "Three stones go up the mountain. You are at the foot. The next one is yours to choose.",
            ),
            (".", "Three stones go up the mountain. You are at the foot. Next: Step 1."),
            ("x", "Three stones go up the mountain. You did one. The next one is yours to choose."),
            ("x..", "Three stones go up the mountain. You did one. Next: Step 2."),
            (
                "....",
                "Three stones go up the mountain. You are at the foot. Next: Step 1. More stones wait in the clouds.",
            ),
            ("xxx", "Three stones go up the mountain. You went all the way up."),
        ] {
            assert_eq!(MountainFigure::of(steps(ladder)).sentence, sentence);
        }
    }
}
