//! The addresses of the app: `#/...` with ids in them, never names, so that one build works on any host.

use std::fmt;

use crate::domain::id::{ChartId, ObjectiveId};

/// A place in the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Route {
    /// All charts, and the first minute.
    #[default]
    Start,
    /// The open page of one client.
    Chart(ChartId),
    /// What the therapist alone reads of this chart.
    Desk(ChartId),
    /// Making an objective out of words.
    Build(ChartId, ObjectiveId),
    /// The same, where it is asked how much it matters and how sure they are.
    Weigh(ChartId, ObjectiveId),
    /// The ladder and the chart of change.
    Ladder(ChartId, ObjectiveId),
    /// The ladder, where a smaller step is written.
    Smaller(ChartId, ObjectiveId),
    /// The same steps as stones on a mountain, for a child.
    Mountain(ChartId, ObjectiveId),
    /// That mountain on paper, to color in.
    Color(ChartId, ObjectiveId),
    /// The page to take home.
    Paper(ChartId, ObjectiveId),
    /// The way to the made-up chart; nobody stays there.
    Try,
    /// Paper, backup, practice.
    Settings,
    /// An address that leads nowhere.
    Unknown,
}

impl Route {
    /// The client whose page this is.
    pub(crate) const fn chart(self) -> Option<ChartId> {
        match self {
            Self::Chart(chart)
            | Self::Desk(chart)
            | Self::Build(chart, _)
            | Self::Weigh(chart, _)
            | Self::Ladder(chart, _)
            | Self::Smaller(chart, _)
            | Self::Mountain(chart, _)
            | Self::Color(chart, _)
            | Self::Paper(chart, _) => Some(chart),
            Self::Start | Self::Try | Self::Settings | Self::Unknown => None,
        }
    }

    /// The sentence whose page this is.
    pub(crate) const fn objective(self) -> Option<ObjectiveId> {
        match self {
            Self::Build(_, of)
            | Self::Ladder(_, of)
            | Self::Smaller(_, of)
            | Self::Mountain(_, of)
            | Self::Color(_, of)
            | Self::Paper(_, of) => Some(of),
            _ => None,
        }
    }

    /// The route in a hash; `None` for a hash that is no address of ours (a skip link, say).
    pub(crate) fn parse(hash: &str) -> Option<Self> {
        if hash.is_empty() || hash == "#" {
            return Some(Self::Start);
        }
        let path = hash.strip_prefix("#/")?;
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let objective =
            |chart: &str, objective: &str| Some((chart.parse().ok()?, objective.parse().ok()?));
        let known = match parts.as_slice() {
            [] => Some(Self::Start),
            ["settings"] => Some(Self::Settings),
            ["try"] => Some(Self::Try),
            ["chart", id] => id.parse().ok().map(Self::Chart),
            ["chart", id, "desk"] => id.parse().ok().map(Self::Desk),
            ["chart", id, "build", of] => objective(id, of).map(|(id, of)| Self::Build(id, of)),
            ["chart", id, "build", of, "sure"] => {
                objective(id, of).map(|(id, of)| Self::Weigh(id, of))
            }
            ["chart", id, "ladder", of] => objective(id, of).map(|(id, of)| Self::Ladder(id, of)),
            ["chart", id, "ladder", of, "smaller"] => {
                objective(id, of).map(|(id, of)| Self::Smaller(id, of))
            }
            ["chart", id, "mountain", of] => {
                objective(id, of).map(|(id, of)| Self::Mountain(id, of))
            }
            ["chart", id, "color", of] => objective(id, of).map(|(id, of)| Self::Color(id, of)),
            ["chart", id, "paper", of] => objective(id, of).map(|(id, of)| Self::Paper(id, of)),
            _ => None,
        };
        Some(known.unwrap_or(Self::Unknown))
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start | Self::Unknown => write!(f, "#/"),
            Self::Chart(chart) => write!(f, "#/chart/{chart}"),
            Self::Desk(chart) => write!(f, "#/chart/{chart}/desk"),
            Self::Build(chart, of) => write!(f, "#/chart/{chart}/build/{of}"),
            Self::Weigh(chart, of) => write!(f, "#/chart/{chart}/build/{of}/sure"),
            Self::Ladder(chart, of) => write!(f, "#/chart/{chart}/ladder/{of}"),
            Self::Smaller(chart, of) => write!(f, "#/chart/{chart}/ladder/{of}/smaller"),
            Self::Mountain(chart, of) => write!(f, "#/chart/{chart}/mountain/{of}"),
            Self::Color(chart, of) => write!(f, "#/chart/{chart}/color/{of}"),
            Self::Paper(chart, of) => write!(f, "#/chart/{chart}/paper/{of}"),
            Self::Settings => write!(f, "#/settings"),
            Self::Try => write!(f, "#/try"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{ChangeId, WriterId};

    #[test]
    fn every_address_leads_back_to_its_place() {
        let chart = ChartId(ChangeId::new(WriterId::new(255), 1));
        let of = ObjectiveId(ChangeId::new(WriterId::new(7), 12));
        for route in [
            Route::Start,
            Route::Settings,
            Route::Try,
            Route::Chart(chart),
            Route::Desk(chart),
            Route::Build(chart, of),
            Route::Weigh(chart, of),
            Route::Ladder(chart, of),
            Route::Smaller(chart, of),
            Route::Mountain(chart, of),
            Route::Color(chart, of),
            Route::Paper(chart, of),
        ] {
            assert_eq!(Route::parse(&route.to_string()), Some(route));
        }
    }

    #[test]
    fn a_mistyped_address_is_unknown_and_a_skip_link_is_none() {
        for hash in ["#/chart/nobody", "#/chart/1-2/build", "#/nowhere", "#/chart/%00"] {
            assert_eq!(Route::parse(hash), Some(Route::Unknown), "{hash}");
        }
        assert_eq!(Route::parse("#main"), None);
    }
}
