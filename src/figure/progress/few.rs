//! One answer or two to each question: no line yet, so each question is a row of footholds with the answers on it.

use chrono::NaiveDate;

use super::series::Group;
use crate::domain::person::Role;
use crate::domain::rating::Rating;
use crate::figure::{day, say};

/// Most answers to one question that are shown this way; three begin to make a line.
const FEW: usize = 2;

/// The answers of one person to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few {
    /// Lowest foothold.
    pub low: u8,
    /// Highest foothold.
    pub high: u8,
    /// The answer before, if there was one.
    pub before: Option<u8>,
    /// The last answer.
    pub now: u8,
    /// "How sure: 3 on November 23, then 6 on December 7."
    pub told: String,
}

/// A row a question and person; nothing where one of them has more answers than make a picture of this kind.
pub(super) fn of(groups: &[Group<'_>], today: NaiveDate) -> Vec<Few> {
    if groups.iter().any(|group| FEW < group.ratings.len()) {
        return Vec::new();
    }
    groups.iter().filter_map(|group| one(group, today)).collect()
}

fn one(group: &Group<'_>, today: NaiveDate) -> Option<Few> {
    let last = group.ratings.last()?;
    let first = group.ratings.first().filter(|first| first.id != last.id);
    let asked = say::asked(group.kind);
    let by = match group.rater.role {
        Role::Client => String::new(),
        _ => format!(", says {}", say::person(group.rater)),
    };
    let told = match first {
        None => format!("{asked}{by}: {}.", told(last, today)),
        Some(first) if first.value == last.value => {
            format!("{asked}{by}: {}, and again {}.", told(first, today), on(last, today))
        }
        Some(first) => format!("{asked}{by}: {}, then {}.", told(first, today), told(last, today)),
    };
    Some(Few {
        low: last.scale.low(),
        high: last.scale.high(),
        before: first.map(|first| first.value),
        now: last.value,
        told,
    })
}

fn told(rating: &Rating, today: NaiveDate) -> String {
    format!("{} {}", rating.value, on(rating, today))
}

fn on(rating: &Rating, today: NaiveDate) -> String {
    match rating.at.day() {
        day if day == today => "today".to_owned(),
        day => format!("on {}", day::spoken(day, today)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{ChangeId, RatingId, WriterId};
    use crate::domain::moment::Moment;
    use crate::domain::person::Person;
    use crate::domain::rating::{RatingKind, Scale};

    fn rating(number: u64, value: u8, day: u32) -> Rating {
        let day = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        Rating {
            id: RatingId(ChangeId::new(WriterId::new(1), number)),
            kind: RatingKind::Confidence,
            scale: Scale::OneToTen,
            value,
            rater: Person::of(Role::Client),
            at: Moment::start_of(day),
            higher: None,
            lower: None,
            withdrawn: false,
        }
    }

    #[track_caller]
    fn check(ratings: &[Rating], told: &[&str]) {
        let rater = Person::of(Role::Client);
        let ratings: Vec<&Rating> = ratings.iter().collect();
        let group = Group { kind: RatingKind::Confidence, rater: &rater, ratings };
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let said: Vec<String> = of(&[group], today).into_iter().map(|few| few.told).collect();
        assert_eq!(said, told);
    }

    #[test]
    fn one_answer_or_two_are_said_as_a_person_would() {
        check(&[rating(1, 3, 23)], &["How sure: 3 today."]);
        check(&[rating(1, 3, 9), rating(2, 6, 23)], &["How sure: 3 on November 9, then 6 today."]);
        check(
            &[rating(1, 3, 9), rating(2, 3, 23)],
            &["How sure: 3 on November 9, and again today."],
        );
    }

    #[test]
    fn three_answers_make_a_line() {
        check(&[rating(1, 3, 9), rating(2, 4, 16), rating(3, 6, 23)], &[]);
    }
}
