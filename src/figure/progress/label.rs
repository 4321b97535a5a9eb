//! Names at the ends of lines, moved apart so that none covers another.

use super::Series;
use crate::domain::order;
use crate::figure::square::SIDE;

/// Least distance between the middles of two names of one line (thousandths of the height).
const ONE_LINE: i32 = 85;
/// And of two lines.
const TWO_LINES: i32 = 165;

/// Puts every end label right of all data, and moves those that would touch.
pub(super) fn spread(series: &mut [Series]) {
    let right = series.iter().filter_map(|one| Some(one.end.as_ref()?.at.x)).max().unwrap_or(SIDE);
    let in_two = series.iter().any(|one| one.end.as_ref().is_some_and(|end| !end.under.is_empty()));
    let apart = if in_two { TWO_LINES } else { ONE_LINE };
    let mut ends: Vec<_> = series.iter_mut().filter_map(|one| one.end.as_mut()).collect();
    order::sort_by_key(&mut ends, |label| label.at.y);
    let mut places: Vec<i32> = ends.iter().map(|label| label.at.y).collect();
    // Downwards, each at least one distance under the one above; then upwards from the ground.
    let mut least = i32::MIN;
    for place in &mut places {
        *place = (*place).max(least);
        least = *place + apart;
    }
    let mut most = SIDE;
    for place in places.iter_mut().rev() {
        *place = (*place).min(most);
        most = *place - apart;
    }
    for (label, place) in ends.iter_mut().zip(places) {
        label.at.x = right;
        label.at.y = place;
    }
}
