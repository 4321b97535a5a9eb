//! The first page: charts that are here, and beside them the first minute with someone new.

use crate::ui::prelude::*;
use std::time::Duration;

use super::frame::Frame;
use super::keeping::KeepNote;
use crate::document::made_up;
use crate::domain::change::Edit;
use crate::domain::id::ChartId;
use crate::domain::person::{AgeBand, GoalWord};
use crate::domain::summary::Summary;
use crate::domain::words::{ChartName, WordsError};
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::page::field::optional;
use crate::ui::part::{Empty, Line, LineKind, Pace, Pick, PickKind};
use crate::ui::route::Route;
use crate::ui::scene::{Landscape, Stones};
use crate::ui::session::{Problem, session};
use crate::ui::words;

/// More rows than any screen shows at once.
const SCREEN: usize = 14;

/// From one screen of rows to the next: time for a tap and its frame.
const BETWEEN: Duration = Duration::from_millis(50);

/// One line of the list.
#[derive(Clone, PartialEq, Eq)]
struct Row {
    id: ChartId,
    name: String,
    /// The client's own words, the title of the row.
    said: Option<String>,
    about: String,
    steps: u8,
    reached: u8,
}

impl Row {
    /// A row is drawn anew when anything in it changes.
    fn key(&self) -> String {
        let Self { id, name, said, about, .. } = self;
        format!("{id}\0{name}\0{about}\0{}", said.as_deref().unwrap_or_default())
    }

    fn of(id: ChartId, chart: &Summary) -> Self {
        Self {
            id,
            name: chart.name.as_ref().map_or_else(
                || "?".to_owned(),
                |name| made_up::without_mark(name.as_str()).to_owned(),
            ),
            said: chart.said.as_ref().map(|said| said.as_str().to_owned()),
            about: about(chart),
            steps: chart.steps,
            reached: chart.reached,
        }
    }
}

fn about(chart: &Summary) -> String {
    if chart.said.is_none() {
        return "Nothing said yet".to_owned();
    }
    let mut parts = Vec::new();
    if made_up::is_made_up(chart.name.as_ref()) {
        parts.push("Made up, to try".to_owned());
    }
    if chart.band != AgeBand::Adult {
        parts.push(format!("Age {}", words::band(chart.band)));
    }
    if let Some(since) = chart.resting_since {
        parts.push(format!("Resting since {}", words::date(since)));
    } else if chart.steps != 0 {
        parts.push(format!("{} of {} steps", chart.reached, chart.steps));
    } else if let Some(due) = chart.due {
        parts.push(format!("Until {}", words::date(due)));
    } else {
        parts.push("In their own words so far".to_owned());
    }
    parts.join(". ")
}

/// The start page.
#[component]
pub(crate) fn Start() -> impl IntoView {
    let session = session();
    let rows = Memo::new(move |_| session.list(Row::of));
    // What stands below the first screen is drawn after it, a screen at a time: a tap meanwhile need not wait for all.
    let drawn = RwSignal::new(SCREEN);
    Effect::new(move || {
        if drawn.get() < rows.with(Vec::len) {
            set_timeout(
                move || {
                    drawn.try_update(|drawn| *drawn += SCREEN);
                },
                BETWEEN,
            );
        }
    });
    let shown = move || rows.with(|rows| rows.iter().take(drawn.get()).cloned().collect());
    view! {
        <Frame back=None>
            <div class="fh-start">
                <section class="fh-start__list" aria-labelledby="charts">
                    <h1 class="fh-title" id="charts" tabindex="-1">"Charts"</h1>
                    {move || rows.with(Vec::is_empty).then(|| view! {
                        <Empty
                            title="No chart here yet"
                            text="A chart holds what one client, couple or family wants to be different, in their words."
                        >
                            <p class="fh-quiet">"Begin with initials and one line."</p>
                        </Empty>
                    })}
                    <ul class="fh-group">
                        <For each=shown key=Row::key let:row>
                            <ChartRow row=row/>
                        </For>
                    </ul>
                    <KeepNote/>
                </section>
                <section class="fh-start__new" aria-label="Someone new">
                    <Begin/>
                    <div class="fh-view" aria-hidden="true"><Landscape/></div>
                </section>
            </div>
        </Frame>
    }
}

#[component]
fn ChartRow(row: Row) -> impl IntoView {
    let told = format!("{} of {} steps reached", row.reached, row.steps);
    view! {
        <li>
            <a class="fh-row" href=Route::Chart(row.id).to_string()>
                <span class="fh-row__initials" dir="auto">{row.name}</span>
                <span class="fh-row__middle">
                    {match row.said {
                        Some(said) => view! { <span class="fh-row__words fh-quote--small" dir="auto">{said}</span> }.into_any(),
                        None => view! { <span class="fh-row__words">"A blank page"</span> }.into_any(),
                    }}
                    <span class="fh-cap">{row.about}</span>
                </span>
                {(2 < row.steps).then(|| view! { <Stones total=row.steps reached=row.reached told=told/> })}
            </a>
        </li>
    }
}

const NAME_DRAFT: &str = "start.name";
const WORDS_DRAFT: &str = "start.words";

/// Initials, one question, blank lines.
#[component]
fn Begin() -> impl IntoView {
    let session = session();
    // What was typed before the app was up, or before the last crash.
    let [early_name, early_words, early_age, early_word] = device::typed_early();
    let before = |key, early: String| {
        if early.is_empty() { session.draft(key).unwrap_or_default() } else { early }
    };
    let name = RwSignal::new(before(NAME_DRAFT, early_name));
    let said = RwSignal::new(before(WORDS_DRAFT, early_words));
    let band = RwSignal::new(band_of(&early_age).unwrap_or_default());
    let word = RwSignal::new(word_of(&early_word).unwrap_or_default());
    let name_problem = RwSignal::new(None::<String>);
    let said_problem = RwSignal::new(None::<String>);
    let note =
        move |key: &'static str, field: RwSignal<String>, problem: RwSignal<Option<String>>| {
            Callback::new(move |text: String| {
                session.keep_draft(key, &text);
                field.set(text);
                problem.set(None);
            })
        };
    // A crash while the first line is being written costs half a second of it.
    let paced = move |key: &'static str, field: RwSignal<String>| {
        let pace = Pace::new(Callback::new(move |text: String| session.keep_draft(key, &text)));
        Callback::new(move |text: String| {
            pace.typed(text.clone());
            field.set(text);
        })
    };
    let begin = move || {
        let chart_name = name.with_untracked(|name| ChartName::new(name));
        let own_words = said.with_untracked(|said| optional(said));
        name_problem.set(chart_name.as_ref().err().map(|error| name_sentence(*error)));
        said_problem.set(own_words.as_ref().err().map(|error| words::words_error(*error)));
        let (Ok(chart_name), Ok(own_words)) = (chart_name, own_words) else { return };
        match session.begin(chart_name, band.get_untracked(), word.get_untracked(), own_words) {
            Ok((chart, goal)) => {
                session.drop_draft(NAME_DRAFT);
                session.drop_draft(WORDS_DRAFT);
                let objective = goal.and_then(|goal| session.tell(chart, Edit::AddObjective(goal)));
                let next = objective
                    .map_or(Route::Chart(chart), |objective| Route::Build(chart, objective.into()));
                device::go(next);
            }
            Err(problem) => name_problem.set(Some(words::problem(&problem))),
        }
    };
    view! {
        <form
            class="fh-start__form"
            on:submit=move |event| {
                event.prevent_default();
                begin();
            }
        >
            <Line
                label="Initials or a chosen name"
                value=name
                on_keep=note(NAME_DRAFT, name, name_problem)
                on_type=paced(NAME_DRAFT, name)
                problem=name_problem
                kind=LineKind::Short
                locked=session.read_only()
            />
            <Line
                label="What would you like to be different?"
                hint="Any words will do, kept as you say them. Whoever can open this tablet can read it. There is no lock yet."
                value=said
                on_keep=note(WORDS_DRAFT, said, said_problem)
                on_type=paced(WORDS_DRAFT, said)
                problem=said_problem
                kind=LineKind::Words
                locked=session.read_only()
            />
            // In the open: what is asked and shown on every page that follows goes by it.
            <Pick
                label="Age"
                kind=PickKind::Bar
                options=AgeBand::ALL.map(|band| option(words::band(band))).to_vec()
                chosen=Signal::derive(move || Some(words::band(band.get()).to_owned()))
                on_choose=Callback::new(move |chosen: String| band.set(band_of(&chosen).unwrap_or_default()))
            />
            <details class="fh-more">
                <summary>"Goal, hope or another word"</summary>
                <Pick
                    label="Which word do you like for it?"
                    options=GoalWord::ALL.map(|word| option(words::goal_word(word))).to_vec()
                    chosen=Signal::derive(move || Some(words::goal_word(word.get()).to_owned()))
                    on_choose=Callback::new(move |chosen: String| word.set(word_of(&chosen).unwrap_or_default()))
                />
            </details>
            <div class="fh-acts">
                <button type="submit" class="fh-button fh-button--main" disabled=move || session.read_only().get()>
                    "Begin"
                    <Icon glyph=Glyph::Go/>
                </button>
                <button
                    type="button"
                    class="fh-button fh-button--bare"
                    on:click=move |_| device::go(Route::Try)
                    disabled=move || session.read_only().get()
                >
                    "Try a made-up chart"
                </button>
            </div>
        </form>
    }
}

fn option(words: &str) -> (String, String) {
    (words.to_owned(), words.to_owned())
}

fn band_of(chosen: &str) -> Option<AgeBand> {
    AgeBand::ALL.into_iter().find(|band| words::band(*band) == chosen)
}

fn word_of(chosen: &str) -> Option<GoalWord> {
    GoalWord::ALL.into_iter().find(|word| words::goal_word(*word) == chosen)
}

fn name_sentence(error: WordsError) -> String {
    match error {
        WordsError::Blank => {
            "Write initials or a name the client likes, so that you find this chart again."
                .to_owned()
        }
        WordsError::TooLong { .. } => words::problem(&Problem::Words(error)),
    }
}
