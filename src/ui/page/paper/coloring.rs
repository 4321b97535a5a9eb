//! The sheet to color in: outlines alone, numbers on the stones, and under them what they stand for.

use crate::ui::prelude::*;

use super::flow::title_class;
use super::part::{lines, words};
use super::sheet::size;
use super::{Bar, told};
use crate::document::coloring::Coloring;
use crate::document::worksheet::Foot;
use crate::figure::say;
use crate::ui::scene::{at, at_the_flag, mountain, rock, to_color};

/// How much larger a stone is drawn for every thousandth of the picture, which is 178 mm wide (thousandths).
const STONE: i32 = 56;

/// One sheet, with a button that prints it.
#[component]
pub(crate) fn ColoringSheet(sheet: Coloring) -> impl IntoView {
    super::size::ask(sheet.paper);
    on_cleanup(super::size::free);
    let Coloring { paper, title, mountain: figure, stones, support, says, foot } = sheet;
    let rocks = figure
        .stones
        .iter()
        .map(|of| at((of.at.x, of.at.y, of.half * STONE / 10), rock(of)))
        .collect_view();
    let steps = stones
        .into_iter()
        .map(|(number, said)| {
            view! {
                <li>
                    <b>{number}</b>
                    {match said {
                        Some(said) => words(&said, &said),
                        None => lines("fh-sheet__lines", 1),
                    }}
                </li>
            }
        })
        .collect_view();
    let climber = to_color(&figure);
    view! {
        <div class="fh-paper" data-ready="true" data-pages="1">
            <Bar title=says.paper told=told(1, paper).into()/>
            <div class="fh-paper__sheets">
                <article class=size(paper) aria-label=Foot::page(1, 1)>
                    <h2 class=title_class(&title)>{words(&title, &title)}</h2>
                    <div class="fh-color">
                        <span class="fh-hear" role="img" aria-label=figure.sentence.clone()></span>
                        {mountain(&figure)}
                        {at_the_flag(&figure)}
                        <svg class="fh-mtn__drawing" aria-hidden="true">{rocks} {climber}</svg>
                    </div>
                    <div class="fh-color__under">
                        // Nothing is printed inside: it is for drawing.
                        <div class="fh-color__who">
                            <p>{says.draw}</p>
                            <div class="fh-color__draw"></div>
                        </div>
                        <div class="fh-color__beside">
                            <ol class="fh-color__steps">{steps}</ol>
                            {support.map(|support| view! {
                                <p class="fh-color__helps">{format!("{}: ", say::first_upper(says.words.help))}{words(&support, &support)}</p>
                            })}
                            <p class="fh-color__name"><span>{says.named}</span><i></i></p>
                        </div>
                    </div>
                    <footer class="fh-sheet__foot">
                        <span>{foot.initials}</span>
                        <span>{says.color}</span>
                        <span>{foot.printed}</span>
                    </footer>
                </article>
            </div>
        </div>
    }
}
