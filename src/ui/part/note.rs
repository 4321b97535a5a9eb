//! A remark set apart from the running text.

use crate::ui::prelude::*;

use crate::ui::icon::{Glyph, Icon};

/// How loud a remark is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum NoteKind {
    /// Good to know.
    #[default]
    Calm,
    /// Something needs a look; the words say what.
    Caution,
}

/// A remark with a sign of its own, so that its kind is not told by colour alone.
#[component]
pub(crate) fn Note(#[prop(optional)] kind: NoteKind, children: Children) -> impl IntoView {
    let caution = kind == NoteKind::Caution;
    let glyph = if caution { Glyph::Look } else { Glyph::Stones };
    view! {
        <div class="fh-note" class:fh-note--caution=caution role="note">
            <Icon glyph=glyph/>
            <div class="fh-note__text">{children()}</div>
        </div>
    }
}
