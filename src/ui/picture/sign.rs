//! The few signs that pictures need, one line each on a grid of 24.

use crate::ui::prelude::*;

/// Which sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Check,
    Up,
    Down,
    Remove,
    Grip,
}

impl Sign {
    const fn path(self) -> &'static str {
        match self {
            Self::Check => "M4.5 12.8c2 1.5 3.4 3 4.6 5.2C11.8 12.5 15 8.8 19.8 5.5",
            Self::Up => {
                "M12 19c-.4-4.8-.4-9 0-13.5M7.2 10C9.2 8.7 10.7 7.3 12 5.2c1.3 2.1 2.8 3.5 4.8 4.8"
            }
            Self::Down => {
                "M12 5c.4 4.8.4 9 0 13.5M7.2 14c2 1.3 3.5 2.7 4.8 4.8 1.3-2.1 2.8-3.5 4.8-4.8"
            }
            Self::Remove => {
                "M4.5 6.9c5-.3 10-.3 15 0M9.2 6.5c.1-1.8.7-2.5 2.8-2.5s2.7.7 2.8 2.5M6.5 7.2c.1 4 .4 7.6.9 10.8.3 1.7.8 2.2 2.6 2.3 1.4.1 2.6.1 4 0 1.8-.1 2.3-.6 2.6-2.3.5-3.2.8-6.8.9-10.8"
            }
            Self::Grip => "M8.9 6.2h.2M8.9 12h.2M8.9 17.8h.2M14.9 6.2h.2M14.9 12h.2M14.9 17.8h.2",
        }
    }

    pub(super) fn view(self) -> AnyView {
        view! {
            <svg class="fh-icon" class:fh-icon--dots=self == Self::Grip viewBox="0 0 24 24" aria-hidden="true">
                <path d=self.path()/>
            </svg>
        }
        .into_any()
    }
}
