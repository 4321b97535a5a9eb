//! A sentence kept as an opening for others: nothing is kept before the therapist has read what would be.

use crate::ui::prelude::*;

use crate::domain::bank::Kept;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::quantity::HowMuch;
use crate::language::danger::danger;
use crate::language::pattern::{Pattern, names_told};
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::page::field::text;
use crate::ui::part::{Line, LineKind, Restates, fresh_name};
use crate::ui::session::{Session, session};
use crate::ui::words;

const READ_IT: &str = "Names and numbers were taken out. Places stay, and names nobody told the app: read it, and \
                       change what could tell of somebody.";
const THERE: &str = "It is there already, among your own openings.";
const LESS: &str =
    "More was taken out just now: a name or a number. Read it once more, then keep it.";
const NOTHING: &str =
    "There is nothing left to begin with. Write what will be done, without names and numbers.";
const COMES_FIRST: &str =
    "Words like these are for a person to answer. They are not kept as an opening.";
const KEPT: &str = "Kept. It stands in every chart under Begin with an opening.";

/// What would be kept of one sentence.
#[derive(Clone, Copy)]
struct Draft {
    session: Session,
    chart: ChartId,
    objective: ObjectiveId,
    own: Memo<Vec<Kept>>,
    what: RwSignal<String>,
    support: RwSignal<String>,
    /// What is said of it.
    said: RwSignal<String>,
}

/// Whether anything of it is for a person to answer.
fn comes_first(what: &str, support: &str) -> bool {
    [what, support].into_iter().any(|text| danger(text).is_some())
}

impl Draft {
    fn new(chart: ChartId, objective: ObjectiveId) -> Self {
        let session = session();
        Self {
            session,
            chart,
            objective,
            own: Memo::new(move |_| session.own_openings()),
            what: RwSignal::new(String::new()),
            support: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
        }
    }

    /// Without whoever is known in this chart, and whomever its own words name.
    fn pattern(self, what: &str, support: &str) -> Pattern {
        let found = self.session.history(self.chart, |history| {
            let mut names = history.names();
            for text in history.written() {
                names.extend(names_told(text));
            }
            let of = history.chart().objective(self.objective);
            let measure = of.and_then(|(_, of)| of.how_much).map(HowMuch::measure);
            Pattern::of(what, support, measure, &names)
        });
        found.unwrap_or_else(|| Pattern::of(what, support, None, &[]))
    }

    fn is_there(self, of: &Pattern) -> bool {
        self.own.with_untracked(|own| own.iter().any(|kept| kept.says(of.what(), of.support())))
    }

    fn show(self, of: &Pattern) {
        self.what.set(of.what().to_owned());
        self.support.set(of.support().to_owned());
    }

    /// Begins with these words.
    fn begin(self, what: &str, support: &str) {
        let found = self.pattern(what, support);
        self.show(&found);
        self.say(if self.is_there(&found) { THERE } else { "" });
    }

    fn say(self, said: &str) {
        self.said.set(said.to_owned());
    }

    /// Keeps what stands in the fields, unless somebody has to look at it again; whether it is kept.
    fn keep(self) -> bool {
        let (what, support) = (self.what.get_untracked(), self.support.get_untracked());
        let found = self.pattern(&what, &support);
        let is_less = found.what() != what || found.support() != support;
        if comes_first(&what, &support) {
            self.say(COMES_FIRST);
        } else if is_less {
            self.show(&found);
            self.say(LESS);
        } else if !found.what().contains(char::is_alphabetic) {
            self.say(NOTHING);
        } else if self.is_there(&found) {
            self.say(THERE);
        } else if let Err(problem) = self.session.keep_pattern(&found) {
            self.said.set(words::problem(&problem));
        } else {
            self.say(KEPT);
            return true;
        }
        false
    }
}

/// The button, and once it was tapped what would be kept.
#[component]
pub(super) fn Keep(chart: ChartId, objective: ObjectiveId) -> impl IntoView {
    let session = session();
    let draft = Draft::new(chart, objective);
    let place = StoredValue::new(fresh_name("keep"));
    let is_open = RwSignal::new(false);
    let words = Memo::new(move |_| {
        session
            .with(chart, |chart| {
                let of = chart.objective(objective)?.1;
                Some([of.what.as_ref(), of.support.as_ref()].map(text))
            })
            .flatten()
            .unwrap_or_default()
    });
    let focus = move |on: &'static str| {
        // The page may be left before the frame comes, and its name with it.
        let at = format!("#{} {on}", place.get_value());
        request_animation_frame(move || device::focus_on(&at));
    };
    let open = move |_| {
        words.with_untracked(|[what, support]| draft.begin(what, support));
        is_open.set(true);
        focus("textarea");
    };
    let close = Callback::new(move |()| {
        is_open.set(false);
        focus("button");
    });
    // Nothing is made of words that come first, and nothing of none.
    let is_offered = Memo::new(move |_| {
        words.with(|[what, support]| !what.is_empty() && !comes_first(what, support))
    });
    let shown = move || {
        if is_open.get() {
            return view! { <Form draft=draft on_close=close/> };
        }
        view! {
            <div class="fh-acts">
                <button
                    type="button"
                    class="fh-button fh-button--bare"
                    disabled=move || session.read_only().get()
                    on:click=open
                >
                    <Icon glyph=Glyph::Plus/>
                    "Keep this goal as an opening for others"
                </button>
            </div>
        }
    };
    move || {
        is_offered.get().then(|| {
            view! {
                <div id=place.get_value()>
                    {shown}
                    <p role="status">{move || draft.said.get()}</p>
                </div>
            }
        })
    }
}

/// What would be kept, to read and to change.
#[component]
fn Form(draft: Draft, on_close: Callback<()>) -> impl IntoView {
    let keep = move |_| {
        if draft.keep() {
            on_close.run(());
        }
    };
    let leave = move |_| {
        draft.say("");
        on_close.run(());
    };
    let line = move |label: &'static str, hint: &'static str, of: RwSignal<String>| {
        view! {
            <Line
                label=label
                hint=hint
                value=of
                on_keep=Callback::new(|_| ())
                on_type=Callback::new(move |text| of.set(text))
                restates=Restates::Every
                kind=LineKind::Tall
            />
        }
    };
    let has_support = draft.support.with_untracked(|support| !support.is_empty());
    view! {
        <div class="fh-stack">
            <h4 class="fh-cap">"An opening for others"</h4>
            <p>{READ_IT}</p>
            {line("What will be done", "____ is a blank that the next client fills.", draft.what)}
            {has_support.then(|| line("What helps with it", "", draft.support))}
            <div class="fh-acts">
                <button
                    type="button"
                    class="fh-button fh-button--main"
                    disabled=move || draft.session.read_only().get()
                    on:click=keep
                >
                    "Keep it"
                </button>
                <button type="button" class="fh-button" on:click=leave>"Leave it"</button>
            </div>
        </div>
    }
}
