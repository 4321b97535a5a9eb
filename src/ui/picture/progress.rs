//! Ratings over dates: one sentence, one chart with names at the ends of its lines, one table.

use std::fmt::Write;

use crate::ui::prelude::*;
use leptos::web_sys::Element;

use super::{percent, unique};
use crate::figure::progress::few::Few;
use crate::figure::progress::rows::Row;
use crate::figure::progress::{
    Anchor, Band, End, Event, EventKind, Fill, Ground, Place, ProgressFigure, Series, Shape, Tick,
};
use crate::figure::square::Point;
use crate::ui::words;

/// Height of a row of text above the chart (px).
const ROW: i32 = 24;

/// What stands for the ratings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Nothing,
    Footholds,
    Chart,
}

/// How an objective goes. Each part is drawn anew only when it changes: a rating moves one line.
#[component]
pub(crate) fn ProgressPicture(
    #[prop(into)] progress: Signal<ProgressFigure>,
    /// The ratings one by one; asked for while the table is open.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
) -> impl IntoView {
    let title = unique("progress");
    let kind = Memo::new(move |()| {
        progress.with(|figure| match figure {
            figure if !figure.few.is_empty() => Kind::Footholds,
            figure if !figure.series.is_empty() => Kind::Chart,
            _ => Kind::Nothing,
        })
    });
    let some = move || progress.with(|figure| figure.is_rated);
    let open = RwSignal::new(false);
    view! {
        <figure class="fh-going" aria-labelledby=title.clone()>
            <p class="fh-going__sentence" class:fh-hear=move || kind.get() == Kind::Footholds id=title.clone()>
                {move || progress.with(|figure| words::together(&figure.sentence))}
            </p>
            {move || {
                progress
                    .with(|figure| figure.aside.as_deref().map(words::together))
                    .map(|aside| view! { <p class="fh-going__aside">{aside}</p> })
            }}
            {move || match kind.get() {
                Kind::Nothing => ().into_any(),
                Kind::Footholds => view! {
                    <ul class="fh-few">
                        {move || progress.with(|figure| figure.few.iter().map(footholds).collect_view())}
                    </ul>
                },
                Kind::Chart => view! { <Chart progress=progress/> }.into_any(),
            }}
            <Show when=some>
                <details class="fh-as-table" on:toggle=move |event| open.set(event_target::<Element>(&event).has_attribute("open"))>
                    <summary>"As a table"</summary>
                    // A closed table of a thousand rows would cost every rating a long wait.
                    {move || open.get().then(|| rows.with(|rows| table(rows)))}
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

#[component]
fn Chart(progress: Signal<ProgressFigure>) -> impl IntoView {
    let hatch = unique("hatch");
    let fill = format!("url(#{hatch})");
    let ground = Memo::new(move |()| progress.with(|figure| figure.ground.clone()));
    let ends = Memo::new(move |()| progress.with(|figure| figure.ends.clone()));
    let count = Memo::new(move |()| progress.with(|figure| figure.series.len()));
    let series = move |place: usize| {
        let one = Memo::new(move |()| progress.with(|figure| figure.series.get(place).cloned()));
        move || one.with(|one| one.as_ref().map(line))
    };
    view! {
        <div
            class="fh-going__chart"
            data-rows=move || ground.with(|ground| ground.event_rows)
            data-names=move || ends.with(|ends| names(ends))
        >
            <svg
                class="fh-going__plot"
                role="img"
                aria-label=move || progress.with(|figure| figure.sentence.clone())
            >
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
                {move || ground.with(|ground| around(ground, &fill))}
                // The first series is the client's: it lies on top.
                <For
                    each=move || (0..count.get()).rev().collect()
                    key=|place: &usize| place.to_string()
                    children=series
                />
                {move || ends.with(|ends| ends.iter().map(end).collect_view())}
            </svg>
        </div>
    }
}

/// Values, pauses, what happened, and dates.
fn around(ground: &Ground, fill: &str) -> AnyView {
    let values = ground.values.iter().map(value).collect_view();
    let bands = ground.bands.iter().map(|one| band(one, fill)).collect_view();
    let events = ground.events.iter().map(event).collect_view();
    let dates = ground.dates.iter().map(date).collect_view();
    (values, bands, events, dates).into_any()
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
    let class =
        if tick.is_broad { "fh-going__tick fh-going__tick--broad" } else { "fh-going__tick" };
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
        series.runs.iter().flatten().map(|at| point(*at, series)).collect_view()
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
        <g class=class(series.fill)>
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

fn class(fill: Fill) -> &'static str {
    match fill {
        Fill::Solid => "fh-going__series fh-going__series--solid",
        Fill::Open => "fh-going__series fh-going__series--open",
    }
}

fn mark(shape: Shape) -> &'static str {
    match shape {
        Shape::Circle => "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z",
        Shape::Square => "M-5.5-5.5h11v11h-11Z",
        Shape::Triangle => "M0-7.5L7 5H-7Z",
    }
}

fn point(at: Point, series: &Series) -> AnyView {
    view! {
        <svg x=percent(at.x) y=percent(at.y) overflow="visible">
            <path class="fh-going__mark" d=mark(series.shape)/>
        </svg>
    }
}

/// Middle of a line of a name above or below the middle of both (px).
const HALF_LINE: i32 = 10;
/// From a point, or from the plot, to the name beside it (px).
const BESIDE: i32 = 13;
/// What a mark before the name takes (px).
const MARK: i32 = 14;

fn end(end: &End) -> AnyView {
    let (dx, anchor) = match end.place {
        Place::Gutter if end.is_far => (BESIDE + MARK, "start"),
        Place::Gutter | Place::Right => (BESIDE, "start"),
        Place::Left => (-BESIDE, "end"),
    };
    let line = |text: &str, dy: i32| {
        view! {
            <text
                class="fh-going__name"
                x=percent(end.at.x)
                y=percent(end.at.y)
                dx=dx
                dy=dy
                text-anchor=anchor
            >
                {text.to_owned()}
            </text>
        }
    };
    let lines = if end.under.is_empty() {
        vec![line(&end.text, 6)]
    } else {
        vec![line(&end.text, 6 - HALF_LINE), line(&end.under, 6 + HALF_LINE)]
    };
    let key = end.is_far.then(|| {
        let at = format!("translate({BESIDE})");
        view! {
            <svg x=percent(end.at.x) y=percent(end.at.y) overflow="visible">
                <path class="fh-going__mark" d=mark(end.shape) transform=at/>
            </svg>
        }
    });
    view! { <g class=class(end.fill)>{key} {lines}</g> }
}

/// Letters of a name that fit beside a narrow chart.
const SHORT_NAME: usize = 12;

/// How broad a gutter the names need.
fn names(ends: &[End]) -> &'static str {
    let inside = || ends.iter().filter(|end| end.place == Place::Gutter);
    let longest = inside().map(|end| end.text.chars().count().max(end.under.chars().count())).max();
    match longest {
        None => "none",
        Some(letters) if SHORT_NAME < letters => "long",
        Some(_) => "short",
    }
}

fn table(rows: &[Row]) -> AnyView {
    let rows = rows.iter().map(row).collect_view();
    view! {
        <table>
            <caption>"Ratings, oldest first"</caption>
            <thead>
                <tr>
                    <th scope="col">"Date"</th>
                    <th scope="col">"Asked"</th>
                    <th scope="col">"Answer"</th>
                    <th scope="col">"By"</th>
                </tr>
            </thead>
            {rows}
        </table>
    }
    .into_any()
}

/// One rating; what was said with it has the whole breadth under it, so that no screen is too narrow for it.
fn row(row: &Row) -> AnyView {
    let said = (!row.said.is_empty()).then(|| {
        let said = row.said.iter().map(|line| view! { <p dir="auto">{line.clone()}</p> });
        view! { <tr class="fh-as-table__said"><td colspan="4">{said.collect_view()}</td></tr> }
    });
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup" class="fh-as-table__whole">{row.date.clone()}</th>
                <td>{row.kind}</td>
                <td class="fh-as-table__whole">{row.value.clone()}</td>
                <td class="fh-as-table__whole">{row.rater.clone()}</td>
            </tr>
            {said}
        </tbody>
    }
    .into_any()
}
