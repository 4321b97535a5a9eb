//! The two sheets people have in their printers.

/// Size of a sheet; a setting of the practice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// US Letter, 8.5 x 11 inches.
    #[default]
    Letter,
    /// ISO A4, 210 x 297 mm.
    A4,
}

impl Paper {
    /// Both, the one of the United States first.
    pub const ALL: [Self; 2] = [Self::Letter, Self::A4];

    /// What a person calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Letter => "US Letter",
            Self::A4 => "A4",
        }
    }

    /// The word it is known by in settings and style sheets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::A4 => "a4",
        }
    }

    /// Width and height (mm).
    pub const fn size(self) -> (&'static str, &'static str) {
        match self {
            Self::Letter => ("215.9", "279.4"),
            Self::A4 => ("210", "297"),
        }
    }

    /// The sheet with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.code() == code)
    }
}
