//! What stands in the fields of the builder and is no part of the sentence, for the guide that speaks of it.

use crate::ui::prelude::*;

use super::field::Outside;

/// Each such field by the id of its place.
#[derive(Clone, Copy)]
pub(crate) struct Apart(RwSignal<Vec<(&'static str, Outside)>>);

impl Apart {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Notes what became of the field at `place`. A page that is being left is no longer heard.
    pub(crate) fn set(self, place: &'static str, outside: Option<Outside>) {
        let before = self.0.try_get_untracked().map(|all| find(&all, place));
        if before.is_some_and(|before| before != outside) {
            self.0.try_update(|all| {
                all.retain(|(known, _)| *known != place);
                all.extend(outside.map(|outside| (place, outside)));
            });
        }
    }

    /// For a field that has one place.
    pub(crate) fn at(self, place: &'static str) -> Callback<Option<Outside>> {
        Callback::new(move |outside| self.set(place, outside))
    }

    /// What became of the field at `place`; whoever asks in a memo hears of changes.
    pub(crate) fn get(self, place: &str) -> Option<Outside> {
        self.0.with(|all| find(all, place))
    }
}

fn find(all: &[(&'static str, Outside)], place: &str) -> Option<Outside> {
    all.iter().find(|(known, _)| *known == place).map(|(_, outside)| *outside)
}
