//! What comes before any goal: words that may speak of dying or of hurting somebody are answered by a person, not by a
//! form. Nothing is measured here, and nothing on any page says that all is well when this does not show.

use crate::ui::prelude::*;

use crate::domain::chart::Chart;
use crate::domain::id::ChartId;
use crate::domain::person::AgeBand;
use crate::domain::words::OwnWords;
use crate::language::danger::danger;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::{Note, NoteKind};
use crate::ui::session::session;

/// A remark above every page of a chart in which somebody said such words, until they have been talked about.
#[component]
pub(crate) fn ComesFirst(chart: ChartId) -> impl IntoView {
    let session = session();
    let said = Memo::new(move |_| {
        let (today, heard) = (session.today(), session.heard.get());
        session
            .with(chart, |chart| {
                let mut said = standing(chart);
                said.extend(chart.different_on(today).map(OwnWords::as_str));
                let is_new = |words: &&str| !heard.iter().any(|one| one == words);
                let said = said.into_iter().filter(is_new).find(|words| danger(words).is_some());
                said.map(|words| (words.to_owned(), is_small(chart.band())))
            })
            .flatten()
    });
    // Whoever wrote them further down sees this come.
    let mut was_said = said.with_untracked(Option::is_some);
    Effect::new(move || {
        let is_said = said.with(Option::is_some);
        if is_said && !was_said {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        was_said = is_said;
    });
    let help = move || format!("help.html{}", session.route.get());
    move || {
        said.get().map(|(words, is_small)| {
            let who = if is_small {
                "Tell a grown-up who is with you. Tell them now."
            } else {
                "Say them aloud to a person you trust: someone who is with you, or someone you can call now. A goal can wait."
            };
            view! {
                <div class="fh-notes fh-first-of-all">
                    <Note kind=NoteKind::Caution>
                        <p><strong>"These words come first."</strong></p>
                        <p>{who}</p>
                        <p>"Foothold tells nobody, and it cannot call for help."</p>
                        <div class="fh-acts">
                            <a class="fh-button fh-button--main" href=help rel="external">
                                <Icon glyph=Glyph::Help/>
                                "Help right now"
                            </a>
                            <button
                                type="button"
                                class="fh-button fh-button--bare"
                                on:click=move |_| session.heard.update(|heard| heard.push(words.clone()))
                            >
                                "We have talked about it"
                            </button>
                        </div>
                    </Note>
                </div>
            }
        })
    }
}

/// What was said on this chart and still stands there.
fn standing(chart: &Chart) -> Vec<&str> {
    let mut said = Vec::new();
    for goal in chart.goals() {
        said.push(goal.own_words.as_str());
        for objective in goal.objectives() {
            let parts = [&objective.what, &objective.support];
            said.extend(parts.into_iter().flatten().map(OwnWords::as_str));
        }
    }
    said
}

fn is_small(band: AgeBand) -> bool {
    matches!(band, AgeBand::FourToSix | AgeBand::SevenToEight)
}
