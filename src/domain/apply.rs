//! What each edit does to a chart, and which edit takes it back. Nothing is touched before every check has passed.

use std::mem::replace;

use super::change::{Change, Edit, Item, Refusal};
use super::chart::Chart;
use super::goal::Goal;
use super::id::{ChangeId, GoalId, InterventionId, ObjectiveId, PauseId, RatingId, RungId};
use super::intervention::Intervention;
use super::ladder::{MAX_EFFORT, MAX_RUNGS, Rung};
use super::objective::Objective;
use super::order;
use super::pause::Pause;
use super::person::Person;
use super::rating::{FollowUp, Rating, RatingKind, Scale, Subject};
use super::status::{Lifecycle, Status};
use super::words::OwnWords;

pub(super) fn apply(chart: &mut Chart, change: &Change) -> Result<Option<Edit>, Refusal> {
    if let Edit::Begin { name, band, word } = &change.edit {
        if chart.begun {
            return Err(Refusal::AlreadyBegun);
        }
        chart.name = Some(name.clone());
        chart.band = *band;
        chart.word = *word;
        chart.begun = true;
        return Ok(None);
    }
    // An undo restores what stood before, so it is not asked again whether that was wise.
    edit(chart, change).map(Some)
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm an edit; split, the list could not be read from top to bottom"
)]
fn edit(chart: &mut Chart, change: &Change) -> Result<Edit, Refusal> {
    let id = change.id;
    Ok(match &change.edit {
        Edit::Begin { .. } => return Err(Refusal::AlreadyBegun),
        Edit::Rename(name) => Edit::Rename(replace(&mut chart.name, name.clone())),
        Edit::SetBand(band) => Edit::SetBand(replace(&mut chart.band, *band)),
        Edit::SetGoalWord(word) => Edit::SetGoalWord(replace(&mut chart.word, *word)),
        Edit::SetToday(day, words) => {
            let place = chart.different.iter().position(|(on, _)| on == day);
            let before = place.map(|place| chart.different.remove(place).1);
            chart.different.extend(words.clone().map(|words| (*day, words)));
            order::sort_by_key(&mut chart.different, |(on, _)| *on);
            Edit::SetToday(*day, before)
        }
        Edit::AddGoal(words) => {
            if chart.goals.iter().any(|goal| goal.id.0 == id) {
                return Err(Refusal::Repeated(id));
            }
            chart.goals.push(Goal::new(GoalId(id), words.clone()));
            Edit::Withdraw(Item::Goal(GoalId(id)))
        }
        Edit::SetOwnWords(goal, words) => {
            Edit::SetOwnWords(*goal, replace(&mut chart.goal_mut(*goal)?.own_words, words.clone()))
        }
        Edit::SetAgreed(goal, words) => {
            Edit::SetAgreed(*goal, replace(&mut chart.goal_mut(*goal)?.agreed, words.clone()))
        }
        Edit::SetClinical(goal, words) => {
            Edit::SetClinical(*goal, replace(&mut chart.goal_mut(*goal)?.clinical, words.clone()))
        }
        Edit::AddObjective(goal) => {
            let objectives = &mut chart.goal_mut(*goal)?.objectives;
            if objectives.iter().any(|objective| objective.id.0 == id) {
                return Err(Refusal::Repeated(id));
            }
            objectives.push(Objective::new(ObjectiveId(id)));
            Edit::Withdraw(Item::Objective(ObjectiveId(id)))
        }
        Edit::SetWhat(objective, words) => Edit::SetWhat(
            *objective,
            replace(&mut chart.objective_mut(*objective)?.what, words.clone()),
        ),
        Edit::SetSupport(objective, words) => Edit::SetSupport(
            *objective,
            replace(&mut chart.objective_mut(*objective)?.support, words.clone()),
        ),
        Edit::SetHowMuch(objective, how_much) => Edit::SetHowMuch(
            *objective,
            replace(&mut chart.objective_mut(*objective)?.how_much, *how_much),
        ),
        Edit::SetDue(objective, due) => {
            if let Some(due) = *due
                && due < change.at.day()
                && change.undoes.is_none()
            {
                return Err(Refusal::DueInThePast { due, today: change.at.day() });
            }
            Edit::SetDue(*objective, replace(&mut chart.objective_mut(*objective)?.due, *due))
        }
        Edit::SetGoalStatus(goal, lifecycle, reason) => {
            let next = status(change, *lifecycle, reason.as_ref())?;
            let before = replace(&mut chart.goal_mut(*goal)?.status, next);
            Edit::SetGoalStatus(*goal, before.lifecycle, before.reason)
        }
        Edit::SetObjectiveStatus(objective, lifecycle, reason) => {
            let next = status(change, *lifecycle, reason.as_ref())?;
            let before = replace(&mut chart.objective_mut(*objective)?.status, next);
            Edit::SetObjectiveStatus(*objective, before.lifecycle, before.reason)
        }
        Edit::AddIntervention(objective, what, who) => {
            add_intervention(chart, change, *objective, what, who)?
        }
        Edit::SetIntervention(intervention, what) => {
            let before = replace(&mut chart.intervention_mut(*intervention)?.what, what.clone());
            Edit::SetIntervention(*intervention, before)
        }
        Edit::SetDoer(intervention, who) => {
            let before = replace(&mut chart.intervention_mut(*intervention)?.who, who.clone());
            Edit::SetDoer(*intervention, before)
        }
        Edit::Report(intervention, report) => Edit::Report(
            *intervention,
            replace(&mut chart.intervention_mut(*intervention)?.report, *report),
        ),
        Edit::AddRung(objective, what) => add_rung(chart, id, *objective, what)?,
        Edit::SetRung(rung, what) => {
            Edit::SetRung(*rung, replace(&mut chart.rung_mut(*rung)?.what, what.clone()))
        }
        Edit::SetEffort(rung, effort) => {
            if let Some(found) = effort.filter(|effort| MAX_EFFORT < *effort) {
                return Err(Refusal::OffScale { found, low: 0, high: MAX_EFFORT });
            }
            Edit::SetEffort(*rung, replace(&mut chart.rung_mut(*rung)?.effort, *effort))
        }
        Edit::MoveRung(rung, below) => move_rung(chart, *rung, *below)?,
        Edit::ReachRung(rung) => {
            let reached = &mut chart.rung_mut(*rung)?.reached;
            match reached.replace(change.at) {
                None => Edit::UnreachRung(*rung),
                Some(before) => Edit::RestoreReached(*rung, before),
            }
        }
        Edit::UnreachRung(rung) => match chart.rung_mut(*rung)?.reached.take() {
            None => Edit::UnreachRung(*rung),
            Some(before) => Edit::RestoreReached(*rung, before),
        },
        Edit::RestoreReached(rung, moment) => match chart.rung_mut(*rung)?.reached.replace(*moment)
        {
            None => Edit::UnreachRung(*rung),
            Some(before) => Edit::RestoreReached(*rung, before),
        },
        Edit::Rate { about, kind, scale, value, rater } => {
            rate(chart, change, *about, *kind, (*scale, *value), rater)?
        }
        Edit::SetValue(rating, value) => {
            let rating = chart.rating_mut(*rating)?;
            on_scale(rating.scale, *value)?;
            Edit::SetValue(rating.id, replace(&mut rating.value, *value))
        }
        Edit::Answer(rating, question, words) => answer(chart, *rating, *question, words.clone())?,
        Edit::Pause(goal, from, reason) => {
            let goal = chart.goal_mut(*goal)?;
            if goal.open_pause().is_some() {
                return Err(Refusal::RestsAlready);
            }
            goal.pauses.push(Pause {
                id: PauseId(id),
                from: *from,
                until: None,
                reason: reason.clone(),
                withdrawn: false,
            });
            Edit::Withdraw(Item::Pause(PauseId(id)))
        }
        Edit::SetPauseEnd(pause, until) => {
            let stands = chart.pause_mut(*pause)?;
            if until.is_some_and(|until| until < stands.from) {
                return Err(Refusal::PauseBackwards);
            }
            Edit::SetPauseEnd(*pause, replace(&mut stands.until, *until))
        }
        Edit::Withdraw(item) => place(chart, *item, Place::Away)?,
        Edit::Restore(item) => place(chart, *item, Place::OnThePage)?,
    })
}

fn status(
    change: &Change,
    lifecycle: Lifecycle,
    reason: Option<&OwnWords>,
) -> Result<Status, Refusal> {
    if lifecycle.needs_reason() && reason.is_none() && change.undoes.is_none() {
        return Err(Refusal::NeedsReason);
    }
    Ok(Status { lifecycle, reason: reason.cloned() })
}

fn add_intervention(
    chart: &mut Chart,
    change: &Change,
    objective: ObjectiveId,
    what: &OwnWords,
    who: &Person,
) -> Result<Edit, Refusal> {
    let interventions = &mut chart.objective_mut(objective)?.interventions;
    let id = InterventionId(change.id);
    if interventions.iter().any(|intervention| intervention.id == id) {
        return Err(Refusal::Repeated(id.0));
    }
    interventions.push(Intervention {
        id,
        what: what.clone(),
        who: who.clone(),
        since: change.at.day(),
        report: None,
        withdrawn: false,
    });
    Ok(Edit::Withdraw(Item::Intervention(id)))
}

fn add_rung(
    chart: &mut Chart,
    id: ChangeId,
    objective: ObjectiveId,
    what: &OwnWords,
) -> Result<Edit, Refusal> {
    let ladder = &mut chart.objective_mut(objective)?.ladder;
    let id = RungId(id);
    if ladder.rungs.iter().any(|rung| rung.id == id) {
        return Err(Refusal::Repeated(id.0));
    }
    if MAX_RUNGS <= ladder.len() {
        return Err(Refusal::LadderFull);
    }
    ladder.rungs.push(Rung {
        id,
        what: what.clone(),
        effort: None,
        reached: None,
        withdrawn: false,
    });
    Ok(Edit::Withdraw(Item::Rung(id)))
}

fn move_rung(chart: &mut Chart, rung: RungId, below: Option<RungId>) -> Result<Edit, Refusal> {
    if below == Some(rung) {
        return Err(Refusal::BelowItself);
    }
    let rungs = chart.rungs_mut(rung)?;
    if below.is_some_and(|below| rungs.iter().all(|other| other.id != below)) {
        return Err(Refusal::Missing("rung"));
    }
    let from = rungs.iter().position(|other| other.id == rung).ok_or(Refusal::Missing("rung"))?;
    let before = rungs.get(from + 1).map(|other| other.id);
    let moved = rungs.remove(from);
    let to = below
        .and_then(|below| rungs.iter().position(|other| other.id == below))
        .unwrap_or(rungs.len());
    rungs.insert(to, moved);
    Ok(Edit::MoveRung(rung, before))
}

fn rate(
    chart: &mut Chart,
    change: &Change,
    about: Subject,
    kind: RatingKind,
    (scale, value): (Scale, u8),
    rater: &Person,
) -> Result<Edit, Refusal> {
    on_scale(scale, value)?;
    let id = RatingId(change.id);
    let ratings = chart.ratings_mut(about)?;
    if ratings.iter().any(|rating| rating.id == id) {
        return Err(Refusal::Repeated(id.0));
    }
    ratings.push(Rating {
        id,
        kind,
        scale,
        value,
        rater: rater.clone(),
        at: change.at,
        higher: None,
        lower: None,
        withdrawn: false,
    });
    Ok(Edit::Withdraw(Item::Rating(id)))
}

fn on_scale(scale: Scale, value: u8) -> Result<(), Refusal> {
    if scale.holds(value) {
        Ok(())
    } else {
        Err(Refusal::OffScale { found: value, low: scale.low(), high: scale.high() })
    }
}

fn answer(
    chart: &mut Chart,
    id: RatingId,
    question: FollowUp,
    words: Option<OwnWords>,
) -> Result<Edit, Refusal> {
    let rating = chart.rating_mut(id)?;
    let place = match question {
        FollowUp::Higher => &mut rating.higher,
        FollowUp::Lower if rating.value == rating.scale.low() && words.is_some() => {
            return Err(Refusal::NothingLower);
        }
        FollowUp::Lower => &mut rating.lower,
    };
    Ok(Edit::Answer(id, question, replace(place, words)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    OnThePage,
    Away,
}

fn place(chart: &mut Chart, item: Item, to: Place) -> Result<Edit, Refusal> {
    if let (Item::Rung(id), Place::OnThePage) = (item, to) {
        let rungs = chart.rungs_mut(id)?;
        let standing = rungs.iter().filter(|rung| !rung.withdrawn && rung.id != id).count();
        if MAX_RUNGS <= standing {
            return Err(Refusal::LadderFull);
        }
    }
    let flag = match item {
        Item::Goal(id) => &mut chart.goal_mut(id)?.withdrawn,
        Item::Objective(id) => &mut chart.objective_mut(id)?.withdrawn,
        Item::Intervention(id) => &mut chart.intervention_mut(id)?.withdrawn,
        Item::Rung(id) => &mut chart.rung_mut(id)?.withdrawn,
        Item::Rating(id) => &mut chart.rating_mut(id)?.withdrawn,
        Item::Pause(id) => &mut chart.pause_mut(id)?.withdrawn,
    };
    Ok(if replace(flag, to == Place::Away) { Edit::Withdraw(item) } else { Edit::Restore(item) })
}
