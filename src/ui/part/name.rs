//! Element names that no other part on the page has, so that a label finds its own field.

use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A name for one element: the kind of part and a number that is used once.
pub(crate) fn fresh_name(kind: &str) -> String {
    format!("fh-{kind}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

#[cfg(test)]
mod tests {
    use super::fresh_name;

    #[test]
    fn two_parts_never_share_a_name() {
        assert_ne!(fresh_name("line"), fresh_name("line"));
    }
}
