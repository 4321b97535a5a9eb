//! The square every figure is laid out in.

/// Length of a side; all positions are in these thousandths.
pub const SIDE: i32 = 1000;

/// A place in the square: `x` from the left edge, `y` from the top edge (thousandths of the side).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

impl Point {
    /// The place `x` from the left and `y` from the top.
    pub const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }
}
