//! Changes of every kind, made up.

use foothold::domain::change::{Change, Edit, Item};
use foothold::domain::id::{
    ChangeId, GoalId, InterventionId, ObjectiveId, PauseId, RatingId, RungId, WriterId,
};
use foothold::domain::intervention::{Outcome, Report};
use foothold::domain::moment::Moment;
use foothold::domain::person::{AgeBand, GoalWord, Person, Role};
use foothold::domain::quantity::{HowMuch, Measure, Period, Target};
use foothold::domain::rating::{FollowUp, RatingKind, Scale, Subject};
use foothold::domain::status::Lifecycle;
use foothold::domain::words::ChartName;
use proptest::prelude::*;

use crate::domain::{WRITER, begin, day, words};

pub(crate) fn any_moment() -> impl Strategy<Value = Moment> + Clone {
    (-9_000_i64..9_000, 0_u16..1_440, -840_i16..841)
        .prop_map(|(offset, minute, ahead)| Moment::new(day(offset), minute, ahead).unwrap())
}

fn any_person() -> impl Strategy<Value = Person> + Clone {
    let roles = [Role::Client, Role::Therapist, Role::Caregiver, Role::Partner, Role::Other];
    (0_usize..5, proptest::option::of("[A-Z]\\. [A-Zé]\\.")).prop_map(move |(n, name)| {
        let role = *roles.get(n).unwrap();
        name.map_or(Person::of(role), |name| Person::named(role, &name).unwrap())
    })
}

fn any_report() -> impl Strategy<Value = Option<Report>> + Clone {
    let told = (0_usize..4, 0_i64..90)
        .prop_map(|(n, on)| Report { how: *Outcome::ALL.get(n).unwrap(), on: day(on) });
    proptest::option::of(told)
}

/// A change with everything it may carry.
pub(crate) fn any_change() -> impl Strategy<Value = Change> {
    let id = (any::<u64>(), any::<u64>())
        .prop_map(|(writer, counter)| ChangeId::new(WriterId::new(writer), counter));
    let why = proptest::option::of("[a-z 🙂\n]{0,30}x".prop_map(|text| words(&text)));
    let edit = prop_oneof![30 => any_edit(), 1 => Just(begin().edit)];
    (
        id.clone(),
        any_moment(),
        any_person(),
        proptest::option::of(any_person()),
        why,
        proptest::option::of(id),
        edit,
    )
        .prop_map(|(id, at, by, whose, why, undoes, edit)| Change {
            id,
            at,
            by,
            whose,
            why,
            undoes,
            edit,
        })
}

/// How much, or nothing where the parts do not fit each other.
fn any_how_much() -> impl Strategy<Value = Option<HowMuch>> {
    let target = prop_oneof![
        (0_u16..12).prop_map(|n| Some(Target::Exactly(n))),
        (0_u16..5, 6_u16..9).prop_map(|(from, to)| Some(Target::Range(from, to))),
        Just(None),
    ];
    (
        prop_oneof![
            Just(Measure::CountPer(Period::Week)),
            Just(Measure::Minutes),
            Just(Measure::Percent),
            Just(Measure::Total { max: 27 }),
            Just(Measure::Days),
            Just(Measure::Nights),
            Just(Measure::MinutesADay),
            Just(Measure::HoursADay),
            Just(Measure::HoursANight),
        ],
        proptest::option::of(0_u16..12),
        target,
    )
        .prop_map(|(measure, baseline, target)| HowMuch::new(measure, baseline, target).ok())
}

/// An edit that may or may not fit: ids are small counters, so that many hit something and some hit nothing.
pub(crate) fn any_edit() -> impl Strategy<Value = Edit> {
    let id = (1_u64..40).prop_map(|n| ChangeId::new(WRITER, n));
    let text = "[a-z 🙂]{0,12}x".prop_map(|text| words(&text));
    let item = (0_usize..6, id.clone()).prop_map(|(kind, id)| match kind {
        0 => Item::Goal(GoalId(id)),
        1 => Item::Objective(ObjectiveId(id)),
        2 => Item::Intervention(InterventionId(id)),
        3 => Item::Rung(RungId(id)),
        4 => Item::Rating(RatingId(id)),
        _ => Item::Pause(PauseId(id)),
    });
    let lifecycle = (0_usize..9).prop_map(|n| *Lifecycle::ALL.get(n).unwrap());
    let subject = (any::<bool>(), id.clone()).prop_map(|(goal, id)| {
        if goal { Subject::Goal(GoalId(id)) } else { Subject::Objective(ObjectiveId(id)) }
    });
    let kind = (0_usize..3).prop_map(|n| *RatingKind::ALL.get(n).unwrap());
    let scale = prop_oneof![Just(Scale::OneToTen), Just(Scale::ZeroToTen)];
    let some_text = proptest::option::of(text.clone());
    prop_oneof![
        text.clone().prop_map(Edit::AddGoal),
        text.clone().prop_map(Edit::AddGoal),
        (id.clone(), some_text.clone()).prop_map(|(i, t)| Edit::SetAgreed(GoalId(i), t)),
        id.clone().prop_map(|i| Edit::AddObjective(GoalId(i))),
        id.clone().prop_map(|i| Edit::AddObjective(GoalId(i))),
        (id.clone(), some_text.clone()).prop_map(|(i, t)| Edit::SetWhat(ObjectiveId(i), t)),
        (id.clone(), any_how_much()).prop_map(|(i, h)| Edit::SetHowMuch(ObjectiveId(i), h)),
        (id.clone(), proptest::option::of(-9_i64..90))
            .prop_map(|(i, d)| Edit::SetDue(ObjectiveId(i), d.map(day))),
        (id.clone(), lifecycle.clone(), some_text.clone())
            .prop_map(|(i, l, t)| Edit::SetGoalStatus(GoalId(i), l, t)),
        (id.clone(), text.clone()).prop_map(|(i, t)| Edit::AddIntervention(
            ObjectiveId(i),
            t,
            Person::of(Role::Therapist)
        )),
        (id.clone(), text.clone()).prop_map(|(i, t)| Edit::AddRung(ObjectiveId(i), t)),
        (id.clone(), text.clone()).prop_map(|(i, t)| Edit::AddRung(ObjectiveId(i), t)),
        (id.clone(), text.clone()).prop_map(|(i, t)| Edit::SetRung(RungId(i), t)),
        (id.clone(), proptest::option::of(0_u8..13))
            .prop_map(|(i, e)| Edit::SetEffort(RungId(i), e)),
        (id.clone(), proptest::option::of(id.clone()))
            .prop_map(|(i, b)| Edit::MoveRung(RungId(i), b.map(RungId))),
        id.clone().prop_map(|i| Edit::ReachRung(RungId(i))),
        id.clone().prop_map(|i| Edit::UnreachRung(RungId(i))),
        (subject, kind, scale, 0_u8..13).prop_map(|(about, kind, scale, value)| Edit::Rate {
            about,
            kind,
            scale,
            value,
            rater: Person::of(Role::Client)
        }),
        (id.clone(), any::<bool>(), some_text.clone()).prop_map(|(i, up, t)| Edit::Answer(
            RatingId(i),
            if up { FollowUp::Higher } else { FollowUp::Lower },
            t
        )),
        (id.clone(), 0_i64..9, some_text.clone()).prop_map(|(i, d, t)| Edit::Pause(
            GoalId(i),
            day(d),
            t
        )),
        (id.clone(), proptest::option::of(0_i64..20))
            .prop_map(|(i, d)| Edit::SetPauseEnd(PauseId(i), d.map(day))),
        (id.clone(), 0_u8..13).prop_map(|(i, v)| Edit::SetValue(RatingId(i), v)),
        proptest::option::of("[A-Z]\\. [A-Z]\\.")
            .prop_map(|name| Edit::Rename(name.map(|name| ChartName::new(&name).unwrap()))),
        (0_i64..9, some_text.clone()).prop_map(|(d, t)| Edit::SetToday(day(d), t)),
        (0_usize..5).prop_map(|n| Edit::SetBand(*AgeBand::ALL.get(n).unwrap())),
        (0_usize..5).prop_map(|n| Edit::SetGoalWord(*GoalWord::ALL.get(n).unwrap())),
        (id.clone(), some_text.clone()).prop_map(|(i, t)| Edit::SetClinical(GoalId(i), t)),
        (id.clone(), some_text.clone()).prop_map(|(i, t)| Edit::SetSupport(ObjectiveId(i), t)),
        (id.clone(), lifecycle, some_text.clone()).prop_map(|(i, l, t)| Edit::SetObjectiveStatus(
            ObjectiveId(i),
            l,
            t
        )),
        (id.clone(), text.clone()).prop_map(|(i, t)| Edit::SetOwnWords(GoalId(i), t)),
        (id.clone(), text).prop_map(|(i, t)| Edit::SetIntervention(InterventionId(i), t)),
        id.clone().prop_map(|i| Edit::SetDoer(InterventionId(i), Person::of(Role::Caregiver))),
        (id.clone(), any_report()).prop_map(|(i, told)| Edit::Report(InterventionId(i), told)),
        (id.clone(), any_moment()).prop_map(|(i, at)| Edit::RestoreReached(RungId(i), at)),
        item.clone().prop_map(Edit::Withdraw),
        item.prop_map(Edit::Restore),
    ]
}
