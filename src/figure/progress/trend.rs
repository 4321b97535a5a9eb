//! Which way a row of ratings leans. It describes these ratings; it is no test and predicts nothing.

/// Fewest ratings a trend is spoken of.
pub const FEWEST: usize = 4;

/// Values a rating can have, 0 to 10.
const VALUES: usize = 11;

/// Which way ratings lean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trend {
    /// Later ratings are mostly higher.
    Up,
    /// Later ratings are mostly lower.
    Down,
    /// All the same.
    Level,
    /// None of these.
    Mixed,
}

/// The lean of `values` in order of time; `None` under [`FEWEST`].
///
/// Every pair of ratings counts one up, one down or nothing. More than half of all pairs must agree after those that
/// disagree are taken off: Mann's S over half its largest value.
/// Source: Mann HB. Nonparametric tests against trend. Econometrica 1945; 13: 245-259 (the count S; the half is ours).
pub fn trend(values: &[u8]) -> Option<Trend> {
    if values.len() < FEWEST {
        return None;
    }
    let mut seen = [0_i64; VALUES];
    let mut ups = 0;
    let mut pairs = 0;
    for value in values {
        let value = usize::from(*value);
        for (other, count) in seen.iter().enumerate() {
            pairs += count;
            ups += match other.cmp(&value) {
                std::cmp::Ordering::Less => *count,
                std::cmp::Ordering::Equal => 0,
                std::cmp::Ordering::Greater => -count,
            };
        }
        if let Some(count) = seen.get_mut(value) {
            *count += 1;
        }
    }
    Some(if seen.iter().filter(|count| **count != 0).count() <= 1 {
        Trend::Level
    } else if pairs < 2 * ups {
        Trend::Up
    } else if pairs < -2 * ups {
        Trend::Down
    } else {
        Trend::Mixed
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_ratings_make_no_trend() {
        assert_eq!(trend(&[1, 5, 9]), None);
    }

    #[test]
    fn one_bad_week_does_not_hide_the_way_up() {
        assert_eq!(trend(&[2, 3, 3, 4, 6, 5, 6, 7]), Some(Trend::Up));
    }

    #[test]
    fn ups_and_downs_are_neither() {
        assert_eq!(trend(&[4, 6, 4, 6]), Some(Trend::Mixed));
        assert_eq!(trend(&[5, 5, 5, 5]), Some(Trend::Level));
        assert_eq!(trend(&[9, 7, 6, 2]), Some(Trend::Down));
    }

    #[test]
    fn ten_thousand_ratings_are_counted_without_comparing_every_pair() {
        let values: Vec<u8> = (0..10_000_u32).map(|i| u8::try_from(i / 1000).unwrap()).collect();
        assert_eq!(trend(&values), Some(Trend::Up));
    }
}
