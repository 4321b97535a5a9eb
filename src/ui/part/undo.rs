//! The line at the foot that says what was done and offers to take it back.

use crate::ui::prelude::*;

use crate::ui::icon::{Glyph, Icon};

/// `offer` names in a few words what was done, and the button names it; `undone` says what was just taken back, where the
/// button stood. `children` is what else can be done about it.
#[component]
pub(crate) fn Undo(
    #[prop(into)] offer: Signal<Option<String>>,
    #[prop(into)] undone: Signal<Option<String>>,
    /// Whether a tap is not heard for the moment, as it may be the second half of one.
    #[prop(into)]
    rests: Signal<bool>,
    on_undo: Callback<()>,
    children: Children,
) -> impl IntoView {
    let offered = Memo::new(move |_| offer.with(Option::is_some));
    // What was done stands on the button for the eye, and is said for the ear; what was taken back stands here.
    let told = move || match undone.get() {
        Some(undone) => Some(format!("Undone: {undone}")),
        None => offer.get().map(|offer| format!("Done: {offer}")),
    };
    view! {
        <div class="fh-undo">
            <p
                class="fh-undo__text"
                class:fh-hear=move || undone.with(Option::is_none)
                role="status"
            >
                {told}
            </p>
            {children()}
            {move || {
                offered.get().then(|| view! {
                    <button
                        type="button"
                        class="fh-button fh-button--bare"
                        aria-disabled=move || rests.get().then_some("true")
                        on:click=move |_| on_undo.run(())
                    >
                        <Icon glyph=Glyph::Undo/>
                        <span>"Undo: " {move || offer.get()}</span>
                    </button>
                })
            }}
        </div>
    }
}
