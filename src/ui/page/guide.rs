//! The guide beside the words: one question at a time, where its answer goes, and what is still open at the end.

use crate::ui::prelude::*;
use chrono::NaiveDate;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;

use super::apart::Apart;
use super::field::Outside;
use super::how_much::{BOXES, NOW, THEN};
use crate::domain::id::ObjectiveId;
use crate::domain::rating::RatingKind;
use crate::language::Slot;
use crate::language::finding::{of_gap, of_target};
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::route::Route;
use crate::ui::sentence::Places;
use crate::ui::words;

/// The ids of the places an answer goes to, beside the boxes for numbers.
pub(crate) const WHAT: &str = "place-what";
pub(crate) const SUPPORT: &str = "place-support";
pub(crate) const HOW_MUCH: &str = "place-how-much";
pub(crate) const BY_WHEN: &str = "place-by-when";
pub(crate) const IMPORTANCE: &str = "place-importance";
pub(crate) const CONFIDENCE: &str = "place-confidence";

/// The place a part of the sentence is written in.
pub(crate) const fn place(slot: Slot) -> &'static str {
    match slot {
        Slot::OwnWords | Slot::What => WHAT,
        Slot::Support => SUPPORT,
        Slot::HowMuch => THEN,
        Slot::ByWhen => BY_WHEN,
    }
}

/// What the guide says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Guide {
    /// One question to ask aloud.
    Ask {
        question: String,
        /// Where its answer goes.
        place: &'static str,
        /// What is put by when it is skipped.
        skip: String,
        /// The answer before left its question open.
        after_open: bool,
    },
    /// There is nothing left to ask. What is not said yet, and the fields that cannot be read.
    Done { open: Vec<&'static str>, unread: Vec<&'static str>, after_open: bool },
}

/// A question that may be asked.
struct Step {
    question: String,
    place: &'static str,
    /// The place it is skipped by, and whether something stood there: who fills a gap later is asked anew.
    about: (&'static str, bool),
    /// Somebody answered that they do not know.
    is_open: bool,
}

impl Guide {
    /// First what the sentence needs, then what helps, then how much it matters and how sure they are. What was
    /// skipped or left open is not asked again.
    pub(crate) fn of(
        live: &Places,
        today: NaiveDate,
        rated: [bool; 2],
        skipped: &Skipped,
        apart: Apart,
    ) -> Self {
        let mut steps = sentence_steps(live, today, apart);
        let [importance, confidence] = rated;
        for (is_said, kind, place) in [
            (importance, RatingKind::Importance, IMPORTANCE),
            (confidence, RatingKind::Confidence, CONFIDENCE),
        ] {
            if !is_said {
                steps.push(Step {
                    question: words::asked(kind).to_owned(),
                    place,
                    about: (place, false),
                    is_open: false,
                });
            }
        }
        let mut after_open = false;
        for step in steps {
            let skip = skipped.name(step.about);
            if !step.is_open && !skipped.has(&skip) {
                let after_open = after_open || is_now_open(live, apart) && step.place == THEN;
                return Self::Ask { question: step.question, place: step.place, skip, after_open };
            }
            after_open = step.is_open;
        }
        let mut open: Vec<_> = live
            .sentence(today)
            .pieces
            .into_iter()
            .filter(|piece| piece.blank)
            .filter_map(|gap| gap.slot.map(name))
            .collect();
        open.extend((!importance).then_some("how much it matters"));
        open.extend((!confidence).then_some("how sure you are"));
        let fields = BOXES.into_iter().chain([
            (BY_WHEN, "By when"),
            (WHAT, "What I do"),
            (SUPPORT, "What helps me do it"),
        ]);
        let unread = fields
            .filter(|(place, _)| apart.get(place) == Some(Outside::Unread))
            .map(|(_, label)| label)
            .collect();
        Self::Done { open, unread, after_open }
    }

    fn place(&self) -> Option<&'static str> {
        match self {
            Self::Ask { place, .. } => Some(place),
            Self::Done { .. } => None,
        }
    }

    fn said(&self) -> String {
        let (open, unread) = match self {
            Self::Ask { question, .. } => return question.clone(),
            Self::Done { open, unread, .. } => (open, unread),
        };
        let mut said = Vec::new();
        if !unread.is_empty() {
            said.push(format!("Not in the sentence yet, as it cannot be read: {}.", list(unread)));
        }
        if !open.is_empty() {
            said.push(format!("Still open: {}. That can wait.", list(open)));
        }
        if said.is_empty() {
            said.push("That is all of it.".to_owned());
        }
        said.push("Next comes a first small step.".to_owned());
        said.join(" ")
    }

    fn is_after_open(&self) -> bool {
        match self {
            Self::Ask { after_open, .. } | Self::Done { after_open, .. } => *after_open,
        }
    }
}

/// What is asked for the sentence itself: by rule, and of every gap that no rule asks about.
fn sentence_steps(live: &Places, today: NaiveDate, apart: Apart) -> Vec<Step> {
    let findings = live.findings(today);
    let gaps: Vec<Slot> = live
        .sentence(today)
        .pieces
        .into_iter()
        .filter(|piece| piece.blank)
        .filter_map(|piece| piece.slot)
        .collect();
    let mut steps = Vec::new();
    for slot in [Slot::What, Slot::HowMuch, Slot::ByWhen, Slot::Support] {
        let is_filled = !gaps.contains(&slot);
        let is_here = |of: Slot| place(of) == place(slot);
        let mut asked: Vec<String> = findings
            .iter()
            .filter(|finding| is_here(finding.slot))
            .map(|finding| finding.question.clone())
            .collect();
        if asked.is_empty() && !is_filled {
            asked.push(of_gap(slot).to_owned());
        }
        for question in asked {
            let mut step = Step {
                question,
                place: place(slot),
                about: (place(slot), is_filled),
                is_open: !is_filled && apart.get(place(slot)) == Some(Outside::LeftOpen),
            };
            if slot == Slot::HowMuch {
                step.about.0 = HOW_MUCH;
                if live.how_much.is_none() && !is_now_open(live, apart) {
                    step.place = NOW;
                } else if !is_filled {
                    // Who does not know where it stands now may still know where it should get to.
                    of_target().clone_into(&mut step.question);
                }
            }
            steps.push(step);
        }
    }
    steps
}

fn is_now_open(live: &Places, apart: Apart) -> bool {
    live.how_much.is_none_or(|how_much| how_much.baseline().is_none())
        && apart.get(NOW) == Some(Outside::LeftOpen)
}

/// A gap of the sentence, as it is called in a list of what is open.
const fn name(slot: Slot) -> &'static str {
    match slot {
        Slot::OwnWords | Slot::What => "what you do",
        Slot::Support => "what helps",
        Slot::HowMuch => "how much",
        Slot::ByWhen => "by when",
    }
}

/// "what helps, how much and by when"
fn list(names: &[&str]) -> String {
    match names {
        [rest @ .., one, last] => {
            let before = [rest, &[one]].concat().join(", ");
            format!("{before} and {last}")
        }
        rest => rest.concat(),
    }
}

/// Where the browser keeps for this sitting what was skipped: ids of ours, nothing anybody said.
const KEY: &str = "foothold.skipped";

/// The questions about one sentence that were skipped in this sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Skipped {
    objective: ObjectiveId,
    names: Vec<String>,
}

impl Skipped {
    /// As this sitting has it: the page may have been left, for help or for the open page.
    pub(crate) fn new(objective: ObjectiveId) -> Self {
        let kept = sitting().and_then(|sitting| sitting.get_item(KEY).ok().flatten());
        let names = kept.unwrap_or_default().split(' ').map(str::to_owned).collect();
        Self { objective, names }
    }

    fn name(&self, (place, is_filled): (&str, bool)) -> String {
        format!("{}/{place}{}", self.objective, if is_filled { "/filled" } else { "" })
    }

    fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    fn add(&mut self, name: String) {
        self.names.push(name);
        if let Some(sitting) = sitting() {
            // A browser that keeps nothing forgets it when the page is loaded again.
            let _ = sitting.set_item(KEY, &self.names.join(" "));
        }
    }
}

fn sitting() -> Option<leptos::web_sys::Storage> {
    window().session_storage().ok().flatten()
}

/// Puts the cursor into a place; in a box for a number, over whatever stands there.
pub(crate) fn write_in(place: &str) {
    device::focus_in(place);
    if BOXES.iter().any(|(of, _)| *of == place)
        && let Some(field) = document().active_element()
        && let Some(field) = field.dyn_ref::<HtmlInputElement>()
    {
        field.select();
    }
}

/// The one question to ask aloud. No mark is ever put on the client's own words.
#[component]
pub(crate) fn Ask(
    guide: Memo<Guide>,
    skipped: RwSignal<Skipped>,
    /// Where it goes on when nothing is left to ask.
    way: Route,
) -> impl IntoView {
    let said = move || guide.with(Guide::said);
    // The button stays the same one while the questions change under it, so that no press goes to one that is gone.
    let asks = Memo::new(move |_| guide.with(|guide| matches!(guide, Guide::Ask { .. })));
    let is_after_open = Memo::new(move |_| guide.with(Guide::is_after_open));
    let is_number =
        move || guide.with(|guide| [Some(IMPORTANCE), Some(CONFIDENCE)].contains(&guide.place()));
    let write = move |_| {
        if let Some(place) = guide.with_untracked(Guide::place) {
            write_in(place);
        }
    };
    let skip = move |_| {
        if let Guide::Ask { skip, .. } = guide.get_untracked() {
            skipped.update(|skipped| skipped.add(skip));
            // The button that had the focus is gone after the last question.
            if !asks.get_untracked() {
                request_animation_frame(|| device::focus_on(".fh-question"));
            }
        }
    };
    view! {
        <div class="fh-ask">
            <div aria-live="polite">
                {move || is_after_open.get().then(|| view! {
                    <p class="fh-cap">"That is fine, it can stay open."</p>
                })}
                <p class="fh-question" tabindex="-1">{said}</p>
            </div>
            {move || if asks.get() { view! {
                <div class="fh-acts">
                    <button type="button" class="fh-button" on:click=write>
                        <Icon glyph=Glyph::Pencil/>
                        {move || if is_number() { "Choose a number" } else { "Write the answer" }}
                    </button>
                    <button type="button" class="fh-button fh-button--bare" on:click=skip>"Skip"</button>
                </div>
            }.into_any() } else { view! { <div class="fh-acts"><FirstStep way=way/></div> }.into_any() }}
        </div>
    }
}

/// The way on to the ladder, the same wherever the builder offers it.
#[component]
pub(crate) fn FirstStep(way: Route) -> impl IntoView {
    view! {
        <a class="fh-button fh-button--main" href=way.to_string()>
            "First small step"
            <Icon glyph=Glyph::Go/>
        </a>
    }
}
