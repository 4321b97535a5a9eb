//! The line at the foot that says what was kept and offers to put it back.

use crate::ui::prelude::*;

use crate::ui::icon::{Glyph, Icon};

/// `offer` says in a few words what was kept; nothing hides the line.
#[component]
pub(crate) fn Undo(
    #[prop(into)] offer: Signal<Option<String>>,
    on_undo: Callback<()>,
) -> impl IntoView {
    let offered = Memo::new(move |_| offer.with(Option::is_some));
    view! {
        <div class="fh-undo" class:fh-undo--open=move || offered.get()>
            <p class="fh-undo__text" role="status">{move || offer.get()}</p>
            {move || {
                offered.get().then(|| view! {
                    <button type="button" class="fh-button fh-button--bare" on:click=move |_| on_undo.run(())>
                        <Icon glyph=Glyph::Undo/>
                        "Undo"
                    </button>
                })
            }}
        </div>
    }
}
