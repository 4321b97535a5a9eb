//! Goal attainment scaling of one sentence: what each of its five levels would look like, to read.

use crate::ui::prelude::*;

use crate::domain::id::{ChartId, ObjectiveId};
use crate::language::attainment::{Attainment, Descriptor};
use crate::ui::route::Route;
use crate::ui::sentence::Places;
use crate::ui::session::session;
use crate::ui::words;

/// Which way better lies, in numbers.
#[derive(Clone, Copy)]
enum Way {
    Up,
    /// Down, or kept for longer: "more" would say the wrong thing.
    Other,
}

impl Way {
    const fn word(self, of: Attainment) -> &'static str {
        match (of, self) {
            (Attainment::MuchBetter, Self::Up) => "much more than hoped",
            (Attainment::MuchBetter, Self::Other) => "much further than hoped",
            (Attainment::Better, Self::Up) => "more",
            (Attainment::Better, Self::Other) => "further",
            (Attainment::Expected, _) => "as hoped",
            (Attainment::Less, Self::Up) => "less",
            (Attainment::Less, Self::Other) => "less far",
            (Attainment::MuchLess, Self::Up) => "much less",
            (Attainment::MuchLess, Self::Other) => "much less far",
        }
    }
}

const fn number(of: Attainment) -> &'static str {
    match of {
        Attainment::MuchBetter => "+2",
        Attainment::Better => "+1",
        Attainment::Expected => "0",
        Attainment::Less => "\u{2212}1",
        Attainment::MuchLess => "\u{2212}2",
    }
}

/// The five levels, the best first; where something is missing, the question for it and the way to answer.
#[component]
pub(super) fn Levels(
    chart: ChartId,
    objective: ObjectiveId,
    places: Memo<Places>,
) -> impl IntoView {
    let session = session();
    let levels = Memo::new(move |_| places.with(|places| places.levels(session.today())));
    move || {
        levels.get().map(|found| {
            let shown = match found {
                Ok(levels) => table(levels),
                Err(question) => view! {
                    <p>{question}</p>
                    <a
                        class="fh-button fh-button--bare fh-button--lined"
                        href=Route::Build(chart, objective).to_string()
                    >
                        "Put it in the sentence"
                    </a>
                },
            };
            view! {
                <details class="fh-more">
                    <summary>"Five levels"</summary>
                    {shown}
                </details>
            }
        })
    }
}

fn table(levels: [Descriptor; 5]) -> AnyView {
    let [worst, .., best] = levels;
    let way = if worst.from < best.from { Way::Up } else { Way::Other };
    let rows = levels.into_iter().rev().map(|level| {
        let of = level.attainment;
        view! {
            <tr>
                <th scope="row"><b>{number(of)}</b> " " {way.word(of)}</th>
                <td>{words::together(&level.sentence())}</td>
            </tr>
        }
    });
    view! {
        <table>
            <caption class="fh-hear">"Five levels, the best first"</caption>
            <thead>
                <tr>
                    <th scope="col">"How far it came"</th>
                    <th scope="col">"What that would be"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
