//! What a good listener would ask about one sentence, with the rule that asks and one way on: for the therapist alone.

use crate::ui::prelude::*;

use crate::domain::change::Edit;
use crate::domain::id::{ChartId, ObjectiveId};
use crate::domain::quantity::HowMuch;
use crate::language::finding::Finding;
use crate::language::offer::Offer;
use crate::language::rule::Rule;
use crate::language::write::capital;
use crate::ui::device;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::part::fresh_name;
use crate::ui::sentence::{Answers, Places};
use crate::ui::session::session;

/// How many questions stand open; nobody asks more at once.
const OPEN: usize = 5;

/// Everything there is to ask, the most useful first.
#[component]
pub(super) fn Asked(chart: ChartId, objective: ObjectiveId, places: Memo<Places>) -> impl IntoView {
    let session = session();
    let answers = Memo::new(move |_| {
        session
            .with(chart, |chart| chart.objective(objective).map(|(_, of)| Answers::of(of)))
            .flatten()
            .unwrap_or_default()
    });
    let asked = Memo::new(move |_| {
        places.with(|places| {
            let asked = each_offer_once(places.asked(answers.get(), session.today()));
            asked.into_iter().map(|found| (places.said(&found), found)).collect::<Vec<_>>()
        })
    });
    let heading = StoredValue::new(fresh_name("asked"));
    let take = move |rule: Rule, how_much: HowMuch| {
        let why = match answers.get_untracked().sure {
            Some(value) if rule == Rule::LowConfidence => {
                format!("Made smaller because confidence was {value} of 10")
            }
            _ => "Made smaller because it was a big step".to_owned(),
        };
        session.tell_because(chart, Edit::SetHowMuch(objective, Some(how_much)), &why);
        // The button that had the focus may be gone with its question.
        let at = format!("#{}", heading.get_value());
        request_animation_frame(move || device::focus_on(&at));
    };
    let one = move |said: Option<String>, found: Finding| {
        let smaller = match found.offer {
            Some(Offer::Smaller(_)) => places.with_untracked(Places::halved),
            _ => None,
        };
        let offer = match (smaller, found.offer) {
            (Some((phrase, how_much)), _) => Some(view! {
                <div class="fh-offer">
                <button
                    type="button"
                    class="fh-button"
                    disabled=move || session.read_only().get()
                    on:click=move |_| take(found.rule, how_much)
                >
                    <Icon glyph=Glyph::Smaller/>
                    {format!("Start with {}", phrase.alone())}
                </button>
                </div>
            }),
            (None, offer) => offer.map(read),
        };
        view! {
            <li>
                <div class="fh-asked">
                    <p>{found.question}</p>
                    <p class="fh-quiet">
                        {capital(found.rule.letter().name())} ": " {found.rule.name().replace('-', " ")}
                        {said.map(|said| view! { " " <q dir="auto">{said}</q> })}
                    </p>
                    {offer}
                </div>
            </li>
        }
    };
    let list = move |from: usize, many: usize| {
        let some = asked.get().into_iter().skip(from).take(many);
        some.map(|(said, found)| one(said, found)).collect_view()
    };
    let are_any = Memo::new(move |_| asked.with(|asked| !asked.is_empty()));
    let are_more = Memo::new(move |_| asked.with(|asked| OPEN < asked.len()));
    view! {
        {move || are_any.get().then(|| view! {
            <h4 class="fh-cap" id=heading.get_value() tabindex="-1">"Questions you could ask"</h4>
            <ul class="fh-items">{move || list(0, OPEN)}</ul>
        })}
        {move || are_more.get().then(|| view! {
            <details class="fh-more">
                <summary>"All of them"</summary>
                <ul class="fh-items">{move || list(OPEN, usize::MAX)}</ul>
            </details>
        })}
    }
}

/// Two rules may hold out the same; it stands with the one that is asked sooner.
fn each_offer_once(mut asked: Vec<Finding>) -> Vec<Finding> {
    let mut held = Vec::new();
    for found in &mut asked {
        if let Some(offer) = found.offer.take()
            && !held.contains(&offer)
        {
            held.push(offer.clone());
            found.offer = Some(offer);
        }
    }
    asked
}

/// An offer to read aloud, to change or to leave.
fn read(offer: Offer) -> AnyView {
    let lines = match offer {
        Offer::Wordings { ours, mine, ask } => {
            vec![("Ours", ours), ("Mine", mine), ("What I ask", ask)]
        }
        Offer::Split([first, then]) => vec![("First", first), ("Then", then)],
        other => vec![("Perhaps", other.to_string())],
    };
    let lines = lines.into_iter().map(|(label, said)| {
        view! { <p><span class="fh-cap">{label} ": "</span> <span dir="auto">{said}</span></p> }
    });
    view! { <div class="fh-follow">{lines.collect_view()}</div> }
}
