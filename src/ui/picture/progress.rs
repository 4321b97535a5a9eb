//! Ratings over dates: one sentence, one chart with names at the ends of its lines, one table.

use std::fmt::Write;

use crate::ui::prelude::*;
use leptos::web_sys::Element;

use super::{percent, unique};
use crate::figure::progress::few::Few;
use crate::figure::progress::{
    Anchor, Band, Event, EventKind, Fill, ProgressFigure, Row, Series, Shape, Tick,
};
use crate::figure::square::Point;
use crate::ui::words;

/// Height of a row of text above the chart (px).
const ROW: i32 = 24;

/// How an objective goes.
#[component]
pub(crate) fn ProgressPicture(#[prop(into)] progress: Signal<ProgressFigure>) -> impl IntoView {
    let title = unique("progress");
    let few = move || progress.with(|figure| !figure.few.is_empty());
    let some = move || progress.with(|figure| !figure.rows.is_empty());
    let open = RwSignal::new(false);
    view! {
        <figure class="fh-going" aria-labelledby=title.clone()>
            <p class="fh-going__sentence" class:fh-hear=few id=title.clone()>
                {move || progress.with(|figure| words::together(&figure.sentence))}
            </p>
            {move || {
                progress
                    .with(|figure| figure.aside.as_deref().map(words::together))
                    .map(|aside| view! { <p class="fh-going__aside">{aside}</p> })
            }}
            {move || progress.with(chart)}
            <Show when=some>
                <details class="fh-as-table" on:toggle=move |event| open.set(event_target::<Element>(&event).has_attribute("open"))>
                    <summary>"As a table"</summary>
                    // A closed table of a thousand rows would cost every rating a long wait.
                    {move || open.get().then(|| progress.with(table))}
                </details>
            </Show>
        </figure>
    }
}

/// One row a question: the answer before and the one now, on a line of footholds. The words beside it say the same.
fn footholds(few: &Few) -> AnyView {
    let dots = (few.low..=few.high)
        .map(|step| {
            let (class, shown) = match step {
                step if step == few.now => ("fh-few__dot fh-few__dot--now", true),
                step if few.before == Some(step) => ("fh-few__dot fh-few__dot--before", true),
                step => ("fh-few__dot", step == few.low || step == few.high),
            };
            view! { <span class=class>{shown.then_some(step)}</span> }
        })
        .collect_view();
    view! {
        <li>
            <p class="fh-few__told">{words::together(&few.told)}</p>
            <div class="fh-few__line" aria-hidden="true">{dots}</div>
        </li>
    }
    .into_any()
}

fn chart(figure: &ProgressFigure) -> AnyView {
    if !figure.few.is_empty() {
        let rows = figure.few.iter().map(footholds).collect_view();
        return view! { <ul class="fh-few">{rows}</ul> }.into_any();
    }
    if figure.series.is_empty() {
        return ().into_any();
    }
    let hatch = unique("hatch");
    let fill = format!("url(#{hatch})");
    let bands = figure.bands.iter().map(|one| band(one, &fill)).collect_view();
    // The first series is the client's: it lies on top.
    let series = figure.series.iter().rev().map(line).collect_view();
    let values = figure.values.iter().map(value).collect_view();
    let dates = figure.dates.iter().map(date).collect_view();
    let events = figure.events.iter().map(event).collect_view();
    let ends = figure.series.iter().map(end).collect_view();
    view! {
        <div class="fh-going__chart" data-rows=figure.event_rows data-names=names(figure)>
            <svg class="fh-going__plot" role="img" aria-label=figure.sentence.clone()>
                <defs>
                    <pattern
                        id=hatch
                        width="7"
                        height="7"
                        patternUnits="userSpaceOnUse"
                        patternTransform="rotate(45)"
                    >
                        <path class="fh-going__hatch" d="M0 0V7"/>
                    </pattern>
                </defs>
                {values}
                {bands}
                {events}
                {dates}
                {series}
                {ends}
            </svg>
        </div>
    }
    .into_any()
}

fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

fn value(tick: &Tick) -> AnyView {
    let y = percent(tick.at);
    view! {
        <line class="fh-going__grid" x1="0" x2="100%" y1=y.clone() y2=y.clone()/>
        <text class="fh-going__tick" x="0" y=y dx="-10" dy="5" text-anchor="end">{tick.text.clone()}</text>
    }
    .into_any()
}

fn date(tick: &Tick) -> AnyView {
    // Where the chart is narrow, the dates between the first and the last one make room.
    let class = match tick.anchor {
        Anchor::Middle => "fh-going__tick fh-going__tick--between",
        Anchor::Start | Anchor::End => "fh-going__tick",
    };
    view! {
        <text class=class x=percent(tick.at) y="100%" dy="26" text-anchor=anchor(tick.anchor)>
            {tick.text.clone()}
        </text>
    }
    .into_any()
}

fn band(band: &Band, hatch: &str) -> AnyView {
    let rect = |class: &'static str, fill: Option<String>| {
        view! {
            <rect
                class=class
                x=percent(band.from)
                width=percent(band.to - band.from)
                y="-8"
                height="100%"
                transform="translate(0 8)"
                fill=fill
            />
        }
    };
    view! { {rect("fh-going__pause", None)} {rect("", Some(hatch.to_owned()))} }.into_any()
}

fn event(event: &Event) -> AnyView {
    let x = percent(event.at);
    let line = (event.kind != EventKind::Pause).then(
        || view! { <line class="fh-going__phase" x1=x.clone() x2=x.clone() y1="0" y2="100%"/> },
    );
    let row = i32::try_from(event.row).unwrap_or_default();
    view! {
        {line}
        <text
            class="fh-going__event"
            x=percent(event.text_at)
            y="0"
            dy=-14 - row * ROW
            text-anchor=anchor(event.anchor)
        >
            {event.text.clone()}
        </text>
    }
    .into_any()
}

fn line(series: &Series) -> AnyView {
    let mut path = String::new();
    for run in &series.runs {
        for (i, Point { x, y }) in run.iter().enumerate() {
            let _ = write!(path, "{}{x} {y}", if i == 0 { 'M' } else { 'L' });
        }
    }
    let mut bridges = String::new();
    for (from, to) in &series.bridges {
        let _ = write!(bridges, "M{} {}L{} {}", from.x, from.y, to.x, to.y);
    }
    let marks = if series.marked {
        series.runs.iter().flatten().map(|at| mark(*at, series)).collect_view()
    } else {
        Vec::new()
    };
    let start = series.start.as_ref().map(|label| {
        view! {
            <text
                class="fh-going__value"
                x=percent(label.at.x)
                y=percent(label.at.y)
                dy="6"
                text-anchor="middle"
            >
                {label.text.clone()}
            </text>
        }
    });
    view! {
        <g class=class(series)>
            <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" overflow="visible">
                <path class="fh-going__line" d=path vector-effect="non-scaling-stroke"/>
                <path class="fh-going__bridge" d=bridges vector-effect="non-scaling-stroke"/>
            </svg>
            {marks}
            {start}
        </g>
    }
    .into_any()
}

fn class(series: &Series) -> &'static str {
    match series.fill {
        Fill::Solid => "fh-going__series fh-going__series--solid",
        Fill::Open => "fh-going__series fh-going__series--open",
    }
}

fn mark(at: Point, series: &Series) -> AnyView {
    let shape = match series.shape {
        Shape::Circle => "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z",
        Shape::Square => "M-5.5-5.5h11v11h-11Z",
        Shape::Triangle => "M0-7.5L7 5H-7Z",
    };
    view! {
        <svg x=percent(at.x) y=percent(at.y) overflow="visible">
            <path class="fh-going__mark" d=shape/>
        </svg>
    }
    .into_any()
}

/// Middle of a line of a name above or below the middle of both (px).
const HALF_LINE: i32 = 10;

fn end(series: &Series) -> Option<AnyView> {
    let label = series.end.as_ref()?;
    let line = |text: &str, dy: i32| {
        view! {
            <text class="fh-going__name" x=percent(label.at.x) y=percent(label.at.y) dx="14" dy=dy>
                {text.to_owned()}
            </text>
        }
    };
    let lines = if label.under.is_empty() {
        vec![line(&label.text, 6)]
    } else {
        vec![line(&label.text, 6 - HALF_LINE), line(&label.under, 6 + HALF_LINE)]
    };
    Some(view! { <g class=class(series)>{lines}</g> }.into_any())
}

/// Letters of a name that fit beside a narrow chart.
const SHORT_NAME: usize = 12;

/// Whether the names at the ends of the lines need a broad margin.
fn names(figure: &ProgressFigure) -> &'static str {
    let longest = figure
        .series
        .iter()
        .filter_map(|series| series.end.as_ref())
        .map(|end| end.text.chars().count().max(end.under.chars().count()))
        .max();
    if longest.is_some_and(|letters| SHORT_NAME < letters) { "long" } else { "short" }
}

fn table(figure: &ProgressFigure) -> AnyView {
    let rows = figure.rows.iter().map(row).collect_view();
    view! {
        <table>
            <caption>"The ratings, the first one first"</caption>
            <thead>
                <tr>
                    <th scope="col">"Date"</th>
                    <th scope="col">"Asked"</th>
                    <th scope="col">"Answer"</th>
                    <th scope="col">"By"</th>
                    <th scope="col">"What was said"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(row: &Row) -> AnyView {
    let said =
        row.said.iter().map(|line| view! { <p dir="auto">{line.clone()}</p> }).collect_view();
    view! {
        <tr>
            <th scope="row">{row.date.clone()}</th>
            <td>{row.kind}</td>
            <td class="fh-as-table__whole">{row.value.clone()}</td>
            <td class="fh-as-table__whole">{row.rater.clone()}</td>
            <td>{said}</td>
        </tr>
    }
    .into_any()
}
