//! Sentences to begin with, beside the place for what is done. Each stands there with its blanks in sight: what goes
//! into them is the client's own, and the guide asks for it.

mod own;
mod start;

use std::cmp::Reverse;

use crate::ui::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlTextAreaElement};

use self::own::Own;
use self::start::BLANK;
pub(crate) use self::start::Start;
use super::apart::Apart;
use super::field::Outside;
use super::guide::{SUPPORT, WHAT};
use super::how_much::BOXES;
use crate::domain::change::Edit;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::order;
use crate::domain::person::AgeBand;
use crate::domain::quantity::{HowMuch, Measure};
use crate::domain::words::OwnWords;
use crate::language::boxes::SUGGESTED;
use crate::language::danger::danger;
use crate::language::opening::{Choice, Concern, Modality, Opening};
use crate::ui::device;
use crate::ui::part::fresh_name;
use crate::ui::sentence::Places;
use crate::ui::session::{Session, session};

/// Most rows at once: a list that is read in one look.
const AT_ONCE: usize = 6;

/// What the openings in the list are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// One of each kind first, so that the first look shows how far they reach.
    Anything,
    /// What brings somebody.
    Concern(Concern),
    /// What two or more do together.
    Together,
}

impl About {
    /// What there is to choose for a client of this age.
    fn all(band: AgeBand) -> Vec<Self> {
        let concerns = Concern::ALL.into_iter().map(Self::Concern);
        [Self::Anything]
            .into_iter()
            .chain(concerns)
            .chain([Self::Together])
            .filter(|about| !about.openings(band).is_empty())
            .collect()
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Anything => "Anything",
            Self::Concern(concern) => concern.label(),
            Self::Together => "Something we do together",
        }
    }

    /// The openings for a client of this age. A chart does not say who comes along, so what one does alone stands
    /// before what "we" do; and one from each part of a day comes before anything heavier, and before a form.
    fn openings(self, band: AgeBand) -> Vec<&'static Opening> {
        let (modality, concern) = match self {
            Self::Anything => (None, None),
            Self::Concern(concern) => (None, Some(concern)),
            Self::Together => (Some(Modality::CouplesAndFamily), None),
        };
        let mut all: Vec<_> = Choice { band: Some(band), modality, concern }.openings().collect();
        order::sort_by_key(&mut all, |of| (is_a_form(of), of.modality != Modality::General));
        let mut ranked: Vec<_> = (0_usize..)
            .zip(&all)
            .map(|(at, of)| {
                let is_alike = |other: &&&Opening| {
                    other.concern == of.concern && is_ours(other) == is_ours(of)
                };
                let before = all.iter().take(at).filter(is_alike).count();
                let concern = Concern::ALL.iter().position(|concern| *concern == of.concern);
                ((is_ours(of), before, Reverse(concern)), *of)
            })
            .collect();
        order::sort_by_key(&mut ranked, |(rank, _)| *rank);
        ranked.into_iter().map(|(_, of)| of).collect()
    }
}

/// Whether it goes by the points on a form.
const fn is_a_form(opening: &Opening) -> bool {
    matches!(opening.measure, Measure::Total { .. })
}

/// Whether it says "we".
fn is_ours(opening: &Opening) -> bool {
    opening.modality == Modality::CouplesAndFamily
}

/// The list, behind one line: nothing opens under a hand that is writing, and nobody is shown our words before they
/// could say their own.
#[component]
pub(crate) fn Openings(
    chart: ChartId,
    objective: ObjectiveId,
    band: AgeBand,
    kept: Memo<Places>,
    /// What stands in the places while it is being typed.
    live: Memo<Places>,
    apart: Apart,
) -> impl IntoView {
    let session = session();
    // A text that cannot be kept could not be brought back. And words of dying are answered by a person: while they
    // stand here, nothing is put beside them or in their place.
    let is_offered = Memo::new(move |_| {
        let comes_first = live.with(|live| {
            [&live.own_words, &live.what, &live.support]
                .into_iter()
                .any(|said| danger(said).is_some())
        });
        !comes_first && apart.get(WHAT) != Some(Outside::Unread)
    });
    let opened = RwSignal::new(false);
    let about = RwSignal::new(About::Anything);
    let from = RwSignal::new(0_usize);
    let choose = Callback::new(move |start: Start| {
        if put(session, chart, objective, &start, &kept.get_untracked(), apart) {
            opened.set(false);
            request_animation_frame(to_first_blank);
        }
    });
    let list = move || {
        view! {
            <p class="fh-cap">
                "Only a beginning: the blanks are yours to fill."
                {move || kept.with(|kept| !kept.what.is_empty()).then_some(
                    " It takes the place of what stands in What I do; undo brings that back."
                )}
            </p>
            <Own choose=choose/>
            <Subject band=band about=about from=from/>
            <Rows band=band about=about from=from choose=choose/>
        }
    };
    move || {
        is_offered.get().then(|| {
            view! {
                <div class="fh-openings fh-slots__whole">
                    <details
                        class="fh-more"
                        open=move || opened.get()
                        on:toggle=move |event| {
                            opened.set(event_target::<Element>(&event).has_attribute("open"));
                        }
                    >
                        <summary>"Begin with an opening"</summary>
                        <div class="fh-stack">{move || opened.get().then(list)}</div>
                    </details>
                </div>
            }
        })
    }
}

/// What it should be about.
#[component]
fn Subject(band: AgeBand, about: RwSignal<About>, from: RwSignal<usize>) -> impl IntoView {
    let name = fresh_name("opening");
    let all = About::all(band);
    let options = (0_usize..)
        .zip(all.clone())
        .map(|(place, of)| {
            let chosen = of == about.get_untracked();
            view! { <option value=place.to_string() selected=chosen>{of.label()}</option> }
        })
        .collect_view();
    let choose = move |place: String| {
        if let Some(chosen) = place.parse::<usize>().ok().and_then(|place| all.get(place)) {
            from.set(0);
            about.set(*chosen);
        }
    };
    view! {
        <div class="fh-line">
            <label class="fh-line__label" for=name.clone()>"What is it about?"</label>
            <select class="fh-select" id=name on:change=move |event| choose(event_target_value(&event))>
                {options}
            </select>
        </div>
    }
}

/// A few at once, and the way to the next few.
#[component]
fn Rows(
    band: AgeBand,
    about: RwSignal<About>,
    from: RwSignal<usize>,
    choose: Callback<Start>,
) -> impl IntoView {
    let session = session();
    let all = Memo::new(move |_| about.get().openings(band));
    let shown = Memo::new(move |_| {
        all.with(|all| all.iter().copied().skip(from.get()).take(AT_ONCE).collect::<Vec<_>>())
    });
    let rows = move || {
        let row = |opening: &'static Opening| Start::from(opening).row(choose);
        shown.get().into_iter().map(row).collect_view()
    };
    let has_more = Memo::new(move |_| all.with(|all| AT_ONCE < all.len()));
    let more = move |_| {
        let next = from.get_untracked() + AT_ONCE;
        from.set(if next < all.with_untracked(Vec::len) { next } else { 0 });
    };
    let which = move || {
        let first = from.get();
        format!("{} to {} of {}", first + 1, first + shown.with(Vec::len), all.with(Vec::len))
    };
    // What stands behind them is nothing for the eyes of a child.
    let behind = (AgeBand::Teen <= band).then(|| {
        view! {
            <details class="fh-more fh-more--small">
                <summary>"For the therapist: what stands behind them"</summary>
                <ul class="fh-asked fh-cap">
                    {move || shown.get().into_iter().map(|of| view! {
                        <li>{format!("{} {}. {}.", Start::from(of).words(session), of.modality.label(), of.evidence.note())}</li>
                    }).collect_view()}
                </ul>
            </details>
        }
    });
    view! {
        <ul>{rows}</ul>
        {move || has_more.get().then(|| view! {
            <div class="fh-acts">
                <button type="button" class="fh-button" on:click=more>"More openings"</button>
                <span class="fh-cap" aria-live="polite">{which}</span>
            </div>
        })}
        {behind}
    }
}

/// Puts it into the places, the words last, so that the first step back brings the words before; whether it stands
/// there now. What somebody chose or wrote in the other places stays.
fn put(
    session: Session,
    chart: ChartId,
    objective: ObjectiveId,
    start: &Start,
    kept: &Places,
    apart: Apart,
) -> bool {
    let mut edits = Vec::new();
    let is_counted =
        kept.how_much.is_some() || BOXES.iter().any(|(place, _)| apart.get(place).is_some());
    // What stands chosen until somebody chooses is no choice to keep.
    if let Some(measure) = start.measure.filter(|of| !is_counted && *of != SUGGESTED) {
        let how_much = HowMuch::new(measure, None, None).ok();
        edits.push(Edit::SetHowMuch(objective, how_much));
    }
    if kept.support.is_empty() && apart.get(SUPPORT).is_none() {
        let support = OwnWords::new(&start.support).ok();
        edits.extend(support.map(|support| Edit::SetSupport(objective, Some(support))));
    }
    edits.push(Edit::SetWhat(objective, OwnWords::new(&start.what).ok()));
    edits.into_iter().all(|edit| session.tell(chart, edit).is_some())
}

/// Where the next word goes, over the blank it takes the place of.
fn to_first_blank() {
    device::focus_in(WHAT);
    let field = document().active_element();
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let text = field.value();
    let Some((before, _)) = text.split_once(BLANK) else { return };
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(0);
    let start = units(before);
    // A browser that cannot select leaves the cursor where it put it.
    let _ = field.set_selection_range(start, start + units(BLANK));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_look_shows_a_different_concern_in_every_row() {
        for band in AgeBand::ALL {
            let first = About::Anything.openings(band).into_iter().take(AT_ONCE);
            let mut concerns: Vec<_> = first.map(|opening| opening.concern).collect();
            assert!(4 <= concerns.len(), "{band:?}");
            concerns.dedup();
            assert_eq!(
                concerns.len(),
                AT_ONCE.min(About::Anything.openings(band).len()),
                "{band:?}"
            );
        }
    }

    #[test]
    fn what_we_do_stands_after_what_one_does_alone_and_can_be_asked_for() {
        for band in AgeBand::ALL {
            assert!(About::Anything.openings(band).is_sorted_by_key(|opening| is_ours(opening)));
            let ours = About::Together.openings(band);
            assert!(!ours.is_empty() && ours.into_iter().all(is_ours), "{band:?}");
        }
    }

    #[test]
    fn nothing_that_can_be_chosen_is_empty_and_every_opening_is_reached() {
        for band in AgeBand::ALL {
            let all = About::Anything.openings(band);
            let concerns =
                About::all(band).into_iter().filter(|about| matches!(about, About::Concern(_)));
            let found: usize = concerns.map(|about| about.openings(band).len()).sum();
            assert_eq!(found, all.len(), "{band:?}");
        }
    }
}
