//! Names of lines: beside their last point where that hides nothing, else in the gutter right of the plot, moved apart
//! so that none covers another. A series of one point has its name beside that point, where it hides least.

use super::axis::LETTER;
use super::series::{Group, name};
use super::{End, EventKind, Ground, Place, Series};
use crate::domain::order;
use crate::figure::square::{Point, SIDE};

/// Least distance between the middles of two names of one line (thousandths of the height).
const ONE_LINE: i32 = 85;
/// And of two lines.
const TWO_LINES: i32 = 165;
/// From a point to the name beside it (thousandths).
const BESIDE: i32 = 65;
/// A line that ends at least this far from the gutter has its mark again before its name (thousandths).
const FAR: i32 = 60;

/// How many points a name stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Points {
    One,
    Several,
}

/// A part of the plot that something lies on.
#[derive(Clone, Copy)]
struct Area {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
}

impl Area {
    fn around(at: Point, half_width: i32, half_height: i32) -> Self {
        Self {
            left: at.x - half_width,
            right: at.x + half_width,
            top: at.y - half_height,
            bottom: at.y + half_height,
        }
    }

    fn meets(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the line between two points, the left one first, runs through it.
    fn is_crossed(self, from: Point, to: Point) -> bool {
        let (left, right) = (from.x.max(self.left), to.x.min(self.right));
        if right < left {
            return false;
        }
        let y = |x: i32| from.y + (to.y - from.y) * (x - from.x) / (to.x - from.x).max(1);
        let (one, other) = (y(left), y(right));
        one.min(other) < self.bottom && self.top < one.max(other)
    }
}

/// The name of every series that has one.
pub(super) fn ends(groups: &[Group<'_>], series: &[Series], ground: &Ground) -> Vec<End> {
    let starts = series.iter().filter_map(|one| one.start.as_ref());
    let lines = ground.events.iter().filter(|event| event.kind != EventKind::Pause);
    let bands = ground.bands.iter().map(|band| column(band.from, band.to));
    let mut taken: Vec<Area> = starts
        .map(|start| Area::around(start.at, 40, ONE_LINE / 2))
        .chain(lines.map(|line| column(line.at, line.at)))
        .chain(bands)
        .collect();
    let mut ends: Vec<End> = groups
        .iter()
        .zip(series)
        .filter_map(|(group, one)| {
            let mut end = end(group, groups, one)?;
            let is_single = one.runs.iter().map(Vec::len).sum::<usize>() == 1;
            let points = if is_single { Points::One } else { Points::Several };
            beside(&mut end, points, series, &mut taken);
            Some(end)
        })
        .collect();
    gutter(&mut ends, series);
    ends
}

/// The name at the end of its line.
fn end(group: &Group<'_>, groups: &[Group<'_>], series: &Series) -> Option<End> {
    let at = *series.runs.last()?.last()?;
    let value = group.ratings.last()?.value;
    let (kind, rater) = name(group, groups);
    let (text, under) = match (kind.is_empty(), rater.is_empty()) {
        (false, false) => (kind, format!("{rater} {value}")),
        _ => (format!("{kind}{rater} {value}"), String::new()),
    };
    let (shape, fill) = (series.shape, series.fill);
    Some(End { at, place: Place::Gutter, is_far: false, shape, fill, text, under })
}

/// A strip from the top of the plot to its ground.
const fn column(left: i32, right: i32) -> Area {
    Area { left: left - 10, right: right + 10, top: 0, bottom: SIDE }
}

/// Puts a name beside its point, on the side and at the height where the least is hidden by it; it stays in the gutter
/// where there is no room. The last of several points has it only to its right, and only where nothing is hidden.
fn beside(end: &mut End, points: Points, series: &[Series], taken: &mut Vec<Area>) {
    let is_single = points == Points::One;
    let letters = end.text.chars().count().max(end.under.chars().count());
    let width = i32::try_from(letters).unwrap_or(SIDE).min(SIDE) * LETTER;
    let height = if end.under.is_empty() { ONE_LINE } else { TWO_LINES };
    let point = end.at;
    let mut best: Option<(usize, Place, Point, Area)> = None;
    for (place, left) in [(Place::Right, point.x + BESIDE), (Place::Left, point.x - BESIDE - width)]
    {
        for y in [point.y, point.y - height, point.y + height] {
            let middle = Point::new(left + width / 2, y);
            let area = Area::around(middle, width / 2, height / 2);
            let is_inside = 0 <= left && area.right <= SIDE && (0..=SIDE).contains(&y);
            if !is_inside || !is_single && place == Place::Left {
                continue;
            }
            let hidden = taken.iter().filter(|other| area.meets(**other)).count()
                + series.iter().map(|one| hidden(area, one)).sum::<usize>();
            if best.is_none_or(|(least, ..)| hidden < least) && (is_single || hidden == 0) {
                best = Some((hidden, place, Point::new(point.x, y), area));
            }
        }
    }
    if let Some((_, place, at, area)) = best {
        (end.place, end.at) = (place, at);
        taken.push(area);
    }
}

/// Points and lines of a series under an area.
fn hidden(area: Area, series: &Series) -> usize {
    let points = series.runs.iter().flatten().filter(|at| area.meets(Area::around(**at, 20, 30)));
    let steps = series.runs.iter().flat_map(|run| run.iter().zip(run.iter().skip(1)));
    let bridges = series.bridges.iter().map(|(from, to)| (from, to));
    points.count() + steps.chain(bridges).filter(|(from, to)| area.is_crossed(**from, **to)).count()
}

/// Moves the names in the gutter apart.
fn gutter(ends: &mut [End], series: &[Series]) {
    let mut inside: Vec<&mut End> =
        ends.iter_mut().filter(|end| end.place == Place::Gutter).collect();
    let is_far = inside.iter().any(|end| end.at.x + FAR < SIDE)
        && series.iter().all(|one| one.marked)
        && 1 < series.len();
    let in_two = inside.iter().any(|end| !end.under.is_empty());
    let apart = if in_two { TWO_LINES } else { ONE_LINE };
    order::sort_by_key(&mut inside, |end| end.at.y);
    let mut places: Vec<i32> = inside.iter().map(|end| end.at.y).collect();
    // The lower line of two must not reach down to the dates.
    spread(&mut places, apart, if in_two { SIDE - ONE_LINE / 2 } else { SIDE });
    for (end, place) in inside.iter_mut().zip(places) {
        end.at = Point::new(SIDE, place);
        end.is_far = is_far;
    }
}

/// Downwards, each at least one distance under the one above; then upwards from the ground.
fn spread(places: &mut [i32], apart: i32, ground: i32) {
    let mut least = i32::MIN;
    for place in places.iter_mut() {
        *place = (*place).max(least);
        least = *place + apart;
    }
    let mut most = ground;
    for place in places.iter_mut().rev() {
        *place = (*place).min(most);
        most = *place - apart;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rating::RatingKind;
    use crate::figure::progress::{Fill, Shape};

    fn series(points: &[(i32, i32)]) -> Series {
        Series {
            kind: RatingKind::Progress,
            shape: Shape::Circle,
            fill: Fill::Solid,
            runs: vec![points.iter().map(|(x, y)| Point::new(*x, *y)).collect()],
            bridges: Vec::new(),
            marked: true,
            start: None,
        }
    }

    fn named(x: i32, y: i32) -> End {
        End {
            at: Point::new(x, y),
            place: Place::Gutter,
            is_far: false,
            shape: Shape::Circle,
            fill: Fill::Solid,
            text: "Progress 5".to_owned(),
            under: String::new(),
        }
    }

    #[track_caller]
    fn check(point: (i32, i32), others: &[(i32, i32)], place: Place, y: i32) {
        let mut end = named(point.0, point.1);
        beside(&mut end, Points::One, &[series(&[point]), series(others)], &mut Vec::new());
        assert_eq!((end.place, end.at.y), (place, y));
    }

    #[track_caller]
    fn check_last(point: (i32, i32), taken: Vec<Area>, place: Place) {
        let mut end = named(point.0, point.1);
        let mut taken = taken;
        beside(&mut end, Points::Several, &[series(&[(30, 900), point])], &mut taken);
        assert_eq!(end.place, place);
    }

    #[test]
    fn a_line_has_its_name_at_its_last_point_where_it_hides_nothing() {
        check_last((400, 500), Vec::new(), Place::Right);
        check_last((400, 500), vec![column(980, 980)], Place::Right);
        // The day it is due, or a pause, runs through that place at any height.
        check_last((400, 500), vec![column(500, 500)], Place::Gutter);
        check_last((950, 500), Vec::new(), Place::Gutter);
    }

    #[test]
    fn a_single_point_has_its_name_beside_it() {
        check((30, 100), &[(30, 900), (900, 700)], Place::Right, 100);
        check((800, 100), &[(30, 900), (900, 700)], Place::Left, 100);
    }

    #[test]
    fn a_name_moves_off_the_lines_of_others() {
        check((30, 500), &[(100, 500), (900, 500)], Place::Right, 500 - ONE_LINE);
        check((30, 500), &[(200, 450), (900, 450)], Place::Right, 500 + ONE_LINE);
    }

    #[test]
    fn names_in_the_gutter_stand_right_of_everything_and_apart() {
        let mut ends = [named(500, 440), named(500, 440), named(500, 990)];
        gutter(&mut ends, &[series(&[(30, 10), (500, 440)]), series(&[(30, 10), (500, 440)])]);
        let at: Vec<i32> = ends.iter().map(|end| end.at.y).collect();
        assert_eq!(at, [440, 440 + ONE_LINE, 990]);
        assert!(ends.iter().all(|end| end.at.x == SIDE && end.is_far));
    }

    #[test]
    fn names_at_the_ground_make_room_upwards() {
        let mut places = [900, 950, 1000];
        spread(&mut places, ONE_LINE, SIDE);
        assert_eq!(places, [1000 - 2 * ONE_LINE, 1000 - ONE_LINE, 1000]);
    }
}
