//! The practice's own openings, before all others.

use crate::ui::prelude::*;

use super::AT_ONCE;
use super::start::Start;
use crate::ui::session::session;

/// Those kept last, and behind a line those before; nothing where none was kept.
#[component]
pub(super) fn Own(choose: Callback<Start>) -> impl IntoView {
    let session = session();
    let all = Memo::new(move |_| session.own_openings());
    let rows = move |from: usize, many: usize| {
        let some = all.get().into_iter().skip(from).take(many);
        view! { <ul>{some.map(|kept| Start::from(&kept).row(choose)).collect_view()}</ul> }
    };
    move || {
        let many = all.with(Vec::len);
        (many != 0).then(|| {
            view! {
                <div>
                    <h4 class="fh-cap">"Your own"</h4>
                    {rows(0, AT_ONCE)}
                </div>
                {(AT_ONCE < many).then(|| view! {
                    <details class="fh-more fh-more--small">
                        <summary>"More of your own"</summary>
                        {rows(AT_ONCE, many)}
                    </details>
                })}
                <h4 class="fh-cap">"From Foothold"</h4>
            }
        })
    }
}
