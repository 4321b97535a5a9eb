//! The saving sign: says where the words are, and tells the truth.

use crate::ui::prelude::*;

use crate::ui::icon::{Glyph, Icon};

/// How a sign stands to the person: nothing to do, under way, or something needs a look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SignTone {
    /// All is kept.
    #[default]
    Kept,
    /// Under way; not read out, since the end of it will be.
    Busy,
    /// Needs a look.
    Caution,
}

/// The words of the sign and how they stand; no words, no sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SignWords {
    pub(crate) tone: SignTone,
    pub(crate) text: String,
}

/// A quiet line that is read out when it settles.
#[component]
pub(crate) fn Sign(#[prop(into)] state: Signal<SignWords>) -> impl IntoView {
    let tone = Memo::new(move |_| state.with(|state| state.tone));
    let shape = move || match tone.get() {
        SignTone::Kept => Glyph::Check,
        SignTone::Busy => Glyph::Save,
        SignTone::Caution => Glyph::Look,
    };
    view! {
        <p
            class="fh-sign"
            class:fh-sign--caution=move || tone.get() == SignTone::Caution
            role="status"
            aria-busy=move || (tone.get() == SignTone::Busy).then_some("true")
        >
            {move || state.with(|state| !state.text.is_empty()).then(|| view! { <Icon glyph=shape()/> })}
            <span>{move || state.with(|state| state.text.clone())}</span>
        </p>
    }
}
