//! Sheets of paper: one with two columns while everything fits, a column over several where it does not.

use crate::ui::prelude::*;

use super::Layout;
use super::flow;
use super::part::{higher, part, words};
use super::strip::strip;
use crate::document::block::blocks;
use crate::document::paper::Paper;
use crate::document::worksheet::{Foot, Part, Place, Section, Worksheet};

/// Everything that lies under the print button in this layout.
pub(super) fn sheets(worksheet: &Worksheet, layout: &Layout) -> AnyView {
    match layout {
        Layout::Roomy => single(worksheet, "fh-sheet__body"),
        Layout::Snug => single(worksheet, "fh-sheet__body fh-sheet__body--snug"),
        Layout::Tight => {
            single(worksheet, "fh-sheet__body fh-sheet__body--snug fh-sheet__body--tight")
        }
        Layout::Measured => {
            let blocks = blocks(worksheet);
            view! {
                <div class="fh-paper__measure">
                    {sheet(worksheet, Top::Landscape, (1, 2), "fh-sheet__body", ().into_any())}
                    {sheet(worksheet, Top::Plain, (2, 2), "fh-sheet__body", ().into_any())}
                    <div class=size(worksheet.paper)>{flow::column(&blocks)}</div>
                </div>
            }
            .into_any()
        }
        Layout::Pages(pages) => {
            let blocks = blocks(worksheet);
            pages
                .iter()
                .zip(1..)
                .map(|(page, number)| {
                    let top = if number == 1 { Top::Landscape } else { Top::Plain };
                    let body = flow::page(&blocks, page);
                    sheet(
                        worksheet,
                        top,
                        (number, pages.len()),
                        "fh-sheet__body fh-sheet__body--flow",
                        body,
                    )
                })
                .collect_view()
                .into_any()
        }
    }
}

/// What a page begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Top {
    Landscape,
    Plain,
}

pub(super) fn size(paper: Paper) -> &'static str {
    match paper {
        Paper::Letter => "fh-sheet fh-sheet--letter",
        Paper::A4 => "fh-sheet fh-sheet--a4",
    }
}

fn sheet(
    worksheet: &Worksheet,
    top: Top,
    (number, count): (usize, usize),
    class: &'static str,
    body: AnyView,
) -> AnyView {
    let page = Foot::page(number, count);
    view! {
        <article class=size(worksheet.paper) aria-label=page.clone()>
            {(top == Top::Landscape).then(strip)}
            <div class=class>{body}</div>
            <footer class="fh-sheet__foot">
                <span>{worksheet.foot.initials.clone()}</span>
                <span>{worksheet.foot.printed.clone()}</span>
                <span>{page.clone()}</span>
            </footer>
        </article>
    }
    .into_any()
}

fn single(worksheet: &Worksheet, class: &'static str) -> AnyView {
    let top = if class.ends_with("tight") { Top::Plain } else { Top::Landscape };
    let at = |place: Place| {
        worksheet
            .sections
            .iter()
            .filter(|section| section.place == place)
            .map(section)
            .collect_view()
    };
    let body = view! {
        {head(worksheet)}
        <div class="fh-sheet__columns">
            <div class="fh-sheet__left">{at(Place::Left)}</div>
            <div class="fh-sheet__right">{at(Place::Right)}</div>
        </div>
        {at(Place::Below)}
    };
    sheet(worksheet, top, (1, 1), class, body.into_any())
}

fn head(worksheet: &Worksheet) -> AnyView {
    let agreed = worksheet
        .agreed
        .as_ref()
        .map(|text| view! { <p class="fh-sheet__agreed">{words(text, text)}</p> });
    view! {
        <header class="fh-sheet__head">
            {title(&worksheet.title)}
            {agreed}
            {match &worksheet.sentence {
                Some(text) => view! { <p class="fh-sheet__sentence">{words(text, text)}</p> }.into_any(),
                None => super::part::lines("fh-sheet__lines", 1),
            }}
        </header>
    }
    .into_any()
}

fn title(text: &str) -> AnyView {
    view! {
        <h1 class=flow::title_class(text) tabindex="-1">{words(text, text)}</h1>
    }
    .into_any()
}

fn section(section: &Section) -> AnyView {
    let steps = section.parts.iter().any(|part| matches!(part, Part::Step(_)));
    let rulers = section.parts.iter().any(|part| matches!(part, Part::Ruler(_)));
    let class = match (steps, rulers) {
        (true, _) => "fh-sheet__ladder",
        (_, true) => "fh-sheet__rulers",
        _ => "fh-sheet__parts",
    };
    let parts = section
        .parts
        .iter()
        .map(|one| match one {
            Part::Ruler(ruler) => {
                view! { <div>{part(one)} {higher(&ruler.higher)}</div> }.into_any()
            }
            _ => part(one),
        })
        .collect_view();
    view! {
        <section class="fh-sheet__section">
            <h2>{section.heading.clone()}</h2>
            <div class=class>{parts}</div>
        </section>
    }
    .into_any()
}
