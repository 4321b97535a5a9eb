//! When something happens, as the caller's clock says. Only waiting is measured with it; order never is.

/// Milliseconds since some start of the caller's choice.
///
/// The clock may jump either way: what is decided by it (how long a receipt is out, how long nothing was
/// written) is then early or late, and nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub u64);

impl Moment {
    /// Milliseconds from `earlier` to this moment; 0 if the clock was set back in between.
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }

    /// This moment and `ms` milliseconds more.
    #[must_use]
    pub const fn plus(self, ms: u64) -> Self {
        Self(self.0.saturating_add(ms))
    }
}
