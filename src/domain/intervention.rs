//! What is done toward an objective, and by whom: the third and last level of the plan.

use super::id::InterventionId;
use super::person::Person;
use super::words::OwnWords;

/// One thing somebody does toward an objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intervention {
    /// The change that added it.
    pub id: InterventionId,
    /// What is done.
    pub what: OwnWords,
    /// Who does it.
    pub who: Person,
    pub(crate) withdrawn: bool,
}
