//! How full the log is.

/// Characters a browser gives one site (UTF-16 units of keys and values).
pub const LIMIT: usize = 5_242_880;

/// How much of the log is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    /// UTF-16 units in use, keys and values, everything of this site.
    pub used: usize,
    /// UTF-16 units there are.
    pub limit: usize,
}

impl Usage {
    /// What this amount of use calls for.
    pub const fn band(self) -> Band {
        let percent = self.used.saturating_mul(100) / self.limit;
        match percent {
            0..60 => Band::Green,
            60..75 => Band::Yellow,
            75..90 => Band::Orange,
            90..100 => Band::Red,
            _ => Band::Full,
        }
    }
}

/// What an amount of use calls for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Under 60 %: nothing.
    Green,
    /// 60 to 75 %: a gentle word about closed charts.
    Yellow,
    /// 75 to 90 %: a word at every opening.
    Orange,
    /// Over 90 %: no new charts; edits go on.
    Red,
    /// Nothing fits: read, edit the open record, export.
    Full,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_change_at_their_edges() {
        let band = |used| Usage { used, limit: 100 }.band();
        assert_eq!(
            [band(59), band(60), band(75), band(90), band(100)],
            [Band::Green, Band::Yellow, Band::Orange, Band::Red, Band::Full]
        );
    }
}
