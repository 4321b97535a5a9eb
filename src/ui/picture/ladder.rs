//! A ladder to look at: drawing, words beside every rung, one sentence, one table.

use crate::ui::prelude::*;

use super::ladder_drawing::ladder_drawing;
use super::sign::Sign;
use super::unique;
use crate::domain::ladder::MAX_EFFORT;
use crate::figure::ladder::{LadderFigure, Reach, Step};
use crate::ui::words;

/// The ladder as it stands. Nothing can be changed here; that is for the editor.
#[component]
pub(crate) fn LadderPicture(
    #[prop(into)] ladder: Signal<LadderFigure>,
    /// Where it leads, in their words.
    #[prop(into)]
    goal: Signal<Option<String>>,
) -> impl IntoView {
    let title = unique("ladder");
    let is_empty = Memo::new(move |_| ladder.with(|figure| figure.steps.is_empty()));
    view! {
        <figure class="fh-lad" aria-labelledby=title.clone()>
            <p class="fh-lad__sentence" id=title.clone()>
                {move || ladder.with(|figure| words::together(&figure.sentence))}
            </p>
            {move || goal.get().filter(|_| !is_empty.get()).map(|goal| view! {
                <p class="fh-lad__goal">"At the top: " <b dir="auto">{goal}</b></p>
            })}
            {move || ladder.with(picture)}
            {move || (!is_empty.get()).then(|| view! {
                <details class="fh-as-table">
                    <summary>"As a table"</summary>
                    {move || ladder.with(table)}
                </details>
            })}
        </figure>
    }
}

fn picture(figure: &LadderFigure) -> AnyView {
    let lines = figure.label_lines;
    // They keep the rows in line with the drawing; there is nothing in them to hear.
    let open = figure
        .open
        .iter()
        .map(|_| view! { <li class="fh-lad__step fh-lad__step--open" aria-hidden="true"></li> })
        .collect_view();
    let steps = figure.steps.iter().rev().map(|step| label(step, lines)).collect_view();
    view! {
        <div class="fh-lad__picture" data-count=figure.steps.len()>
            <div class="fh-lad__scene" role="img" aria-label=figure.sentence.clone()>
                {ladder_drawing(figure)}
            </div>
            <ol class="fh-lad__steps" reversed=true>{open} {steps}</ol>
        </div>
    }
    .into_any()
}

fn label(step: &Step, lines: u8) -> AnyView {
    // A sign only where there is something to say: an arrow would look like a way to somewhere.
    let (class, sign) = match step.reach {
        Reach::Reached => ("fh-lad__step fh-lad__step--reached", Some(Sign::Check)),
        Reach::Next => ("fh-lad__step fh-lad__step--next", None),
        Reach::Ahead => ("fh-lad__step", None),
    };
    view! {
        <li class=class>
            <span class="fh-lad__number" aria-hidden="true">{step.number}</span>
            <span class="fh-lad__text">
                <span class="fh-lad__words" data-lines=lines dir="auto">{step.words.clone()}</span>
                <span class="fh-lad__stand">{stand(step)}</span>
            </span>
            {sign.map(Sign::view)}
        </li>
    }
    .into_any()
}

/// "Reached. Effort 3 of 10"; the day it was reached stands in the table.
fn stand(step: &Step) -> String {
    let reach = match step.reach {
        Reach::Reached => "Reached. ",
        Reach::Next => "Next. ",
        Reach::Ahead => "",
    };
    let effort = step.effort.map(|effort| format!("Effort {effort} of {MAX_EFFORT}"));
    format!("{reach}{}", effort.unwrap_or_default()).trim_end_matches(['.', ' ']).to_owned()
}

fn table(figure: &LadderFigure) -> AnyView {
    let rows = figure
        .steps
        .iter()
        .rev()
        .map(|step| {
            let reached = match (step.reached_on, step.reach) {
                (Some(on), _) => words::short_date(on),
                (None, Reach::Reached) => "Yes".to_owned(),
                (None, Reach::Next) => "Not yet (next)".to_owned(),
                (None, Reach::Ahead) => "Not yet".to_owned(),
            };
            view! {
                <tr>
                    <th scope="row">{step.number}</th>
                    <td dir="auto">{step.words.clone()}</td>
                    <td class="fh-as-table__whole">{step.effort.map(|effort| format!("{effort} of {MAX_EFFORT}"))}</td>
                    <td>{reached}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table>
            <caption>"Steps, top one first"</caption>
            <thead>
                <tr>
                    <th scope="col">"Step"</th>
                    <th scope="col">"What"</th>
                    <th scope="col">"Effort"</th>
                    <th scope="col">"Reached"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
