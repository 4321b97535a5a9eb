//! Every name that a chart knows: of the client, and of whoever changed, rated, was quoted or takes something on.

use super::change::Edit;
use super::history::History;
use super::words::OwnWords;

impl History {
    /// The names in it, also those that were given up since; each once.
    pub fn names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for change in self.changes() {
            let in_edit = match &change.edit {
                Edit::Begin { name, .. } | Edit::Rename(Some(name)) => Some(name),
                Edit::AddIntervention(_, _, who)
                | Edit::SetDoer(_, who)
                | Edit::Rate { rater: who, .. } => who.name.as_ref(),
                _ => None,
            };
            let whose = change.whose.as_ref().and_then(|whose| whose.name.as_ref());
            for name in [change.by.name.as_ref(), whose, in_edit].into_iter().flatten() {
                let name = name.as_str();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// Everything that was ever written in it, as it was written.
    pub fn written(&self) -> Vec<&str> {
        let mut written = Vec::new();
        for change in self.changes() {
            let words = match &change.edit {
                Edit::AddGoal(words)
                | Edit::SetOwnWords(_, words)
                | Edit::AddIntervention(_, words, _)
                | Edit::SetIntervention(_, words)
                | Edit::AddRung(_, words)
                | Edit::SetRung(_, words) => Some(words),
                Edit::SetAgreed(_, words)
                | Edit::SetClinical(_, words)
                | Edit::SetWhat(_, words)
                | Edit::SetSupport(_, words)
                | Edit::Answer(_, _, words)
                | Edit::SetToday(_, words)
                | Edit::Pause(_, _, words)
                | Edit::SetGoalStatus(_, _, words)
                | Edit::SetObjectiveStatus(_, _, words) => words.as_ref(),
                _ => None,
            };
            written.extend(words.map(OwnWords::as_str));
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::Change;
    use crate::domain::id::{ChangeId, ChartId, GoalId, ObjectiveId, WriterId};
    use crate::domain::moment::Moment;
    use crate::domain::person::{AgeBand, GoalWord, Person, Role};
    use crate::domain::words::ChartName;
    use chrono::NaiveDate;

    #[test]
    fn whoever_stands_in_a_chart_is_known_also_under_a_name_before() {
        let id = |counter| ChangeId::new(WriterId::new(1), counter);
        let name = |name| ChartName::new(name).unwrap();
        let words = |text| OwnWords::new(text).unwrap();
        let (goal, of) = (GoalId(id(3)), ObjectiveId(id(4)));
        let helper = Person::named(Role::Caregiver, "Rosa").unwrap();
        let edits = [
            Edit::Begin { name: name("Sam"), band: AgeBand::default(), word: GoalWord::default() },
            Edit::Rename(Some(name("S. B."))),
            Edit::AddGoal(words("see my cousin Joe")),
            Edit::AddObjective(goal),
            Edit::AddIntervention(of, words("drive"), helper),
            Edit::SetAgreed(goal, None),
        ];
        let change = |(nth, edit)| Change {
            id: id(nth + 1),
            at: Moment::start_of(NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()),
            by: Person::named(Role::Therapist, "Dr. K").unwrap(),
            whose: None,
            why: None,
            undoes: None,
            edit,
        };
        let history = History::fold(ChartId(id(1)), (0_u64..).zip(edits).map(change).collect());
        assert_eq!(history.refused(), []);
        assert_eq!(history.names(), ["Dr. K", "Sam", "S. B.", "Rosa"]);
        assert_eq!(history.written(), ["see my cousin Joe", "drive"]);
    }
}
