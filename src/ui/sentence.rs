//! From an objective to its sentence and its questions: the only place where charts and the goal language meet.

use chrono::NaiveDate;

use crate::domain::goal::Goal;
use crate::domain::objective::Objective;
use crate::domain::person::Role;
use crate::domain::quantity::{HowMuch, Measure, Period, Target};
use crate::domain::rating::RatingKind;
use crate::language::amount::{self, AmountPhrase, Level, Unit};
use crate::language::attainment::{Ask, Descriptor, levels};
use crate::language::danger::danger;
use crate::language::finding::{Finding, all_findings, findings, of_gap};
use crate::language::left_open::is_left_open;
use crate::language::parts::Parts;
use crate::language::rungs;
use crate::language::sentence::{Sentence, deed, sentence, sentence_so_far};
use crate::language::voice::Voice;
use crate::language::write::capital;
use crate::language::{Link, Slot, Slots};
use crate::ui::page::field::text;
use crate::ui::words;

/// What stands in the four places, perhaps still being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places {
    pub(crate) own_words: String,
    pub(crate) what: String,
    pub(crate) support: String,
    pub(crate) how_much: Option<HowMuch>,
    pub(crate) due: Option<NaiveDate>,
    /// How the client is spoken to, where that matters to what is asked.
    pub(crate) voice: Option<Voice>,
}

impl Places {
    /// As kept in the chart.
    pub(crate) fn of(goal: &Goal, objective: &Objective) -> Self {
        Self {
            own_words: goal.own_words.as_str().to_owned(),
            what: text(objective.what.as_ref()),
            support: text(objective.support.as_ref()),
            how_much: objective.how_much,
            due: objective.due,
            voice: None,
        }
    }

    /// The same, of a client who is spoken to in `voice`.
    pub(crate) fn heard_in(self, voice: Voice) -> Self {
        Self { voice: Some(voice), ..self }
    }

    fn slots(&self, today: NaiveDate) -> Slots<'_> {
        Slots {
            own_words: &self.own_words,
            what: sayable(&self.what),
            support: sayable(&self.support),
            how_much: self.how_much.map(phrase),
            by_when: self.due,
            voice: self.voice,
            ..Slots::empty(today)
        }
    }

    /// The sentence with a blank for what is open.
    pub(crate) fn sentence(&self, today: NaiveDate) -> Sentence {
        sentence(&self.slots(today))
    }

    /// The sentence with only what is there; `None` while nothing is.
    pub(crate) fn short(&self, today: NaiveDate) -> Option<String> {
        let what = sayable(&self.what);
        let says_what = !what.is_empty() && !is_left_open(what);
        let begun = says_what || self.how_much.is_some() || self.due.is_some();
        begun.then(|| words::together(&sentence_so_far(&self.slots(today)).plain()))
    }

    /// What the guide asks, the most useful first.
    pub(crate) fn findings(&self, today: NaiveDate) -> Vec<Finding> {
        findings(&self.slots(today))
    }

    /// Everything there is to ask, for the therapist, with what can be offered.
    ///
    /// Where words that come first stand in any place, no more than the guide asks, and no offer. The language is told
    /// only what is sayable, so this looks at the words as they were written.
    pub(crate) fn asked(&self, answers: Answers, today: NaiveDate) -> Vec<Finding> {
        let written = [&self.own_words, &self.what, &self.support];
        if written.into_iter().any(|text| danger(text).is_some()) {
            return self.findings(today);
        }
        let Answers { sure, link } = answers;
        all_findings(&Slots { confidence: sure, link, ..self.slots(today) })
    }

    /// The words that caused a finding.
    pub(crate) fn said(&self, found: &Finding) -> Option<String> {
        let text = match found.slot {
            Slot::OwnWords => &self.own_words,
            Slot::What => &self.what,
            Slot::Support => &self.support,
            Slot::HowMuch | Slot::ByWhen => return None,
        };
        found.place.clone().and_then(|place| text.get(place)).map(str::to_owned)
    }

    /// What it would look like on each of five levels, or what has to be asked first; `None` where the words of the
    /// sentence come first.
    pub(crate) fn levels(&self, today: NaiveDate) -> Option<Result<[Descriptor; 5], &'static str>> {
        if [&self.what, &self.support].into_iter().any(|text| danger(text).is_some()) {
            return None;
        }
        Some(match self.how_much {
            Some(how_much) => levels(phrase(how_much), self.due, today).map_err(Ask::question),
            None => Err(of_gap(Slot::HowMuch)),
        })
    }

    /// The same for the record and to be read to a child: what for, and the words. Empty while nobody said what is done.
    pub(crate) fn worded(&self, today: NaiveDate) -> Vec<(Voice, String)> {
        let parts = Parts::of(&self.slots(today));
        let voices = [Voice::Therapist, Voice::Payer, Voice::Child];
        let written = parts.as_ref().map(Parts::written);
        written.iter().flat_map(|written| voices.map(|voice| (voice, written.say(voice)))).collect()
    }

    /// Half the way, for someone who is not sure yet.
    pub(crate) fn halved(&self) -> Option<(AmountPhrase, HowMuch)> {
        let how_much = self.how_much?;
        let smaller = phrase(how_much).halved()?;
        let target = match smaller.target? {
            Level::Exactly(number) => Target::Exactly(number),
            Level::Range(from, to) => Target::Range(from, to),
        };
        let how_much = HowMuch::new(how_much.measure(), how_much.baseline(), Some(target)).ok()?;
        Some((smaller, how_much))
    }
}

/// What the client answered about a sentence; what others answer is theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answers {
    /// How sure they were last.
    pub(crate) sure: Option<u8>,
    /// Whether they ever said what makes it matter; unknown until it was asked how much it does.
    link: Option<Link>,
}

impl Answers {
    pub(crate) fn of(objective: &Objective) -> Self {
        let said =
            |kind| objective.ratings_of(kind).filter(|rating| rating.rater.role == Role::Client);
        let mut reasons =
            said(RatingKind::Importance).map(|rating| rating.lower.is_some()).peekable();
        let link = reasons
            .peek()
            .is_some()
            .then(|| if reasons.any(|is_said| is_said) { Link::Tied } else { Link::Loose });
        Self { sure: said(RatingKind::Confidence).next_back().map(|rating| rating.value), link }
    }
}

/// Steps that a sentence itself suggests, lowest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Steps {
    /// From where it stands now to where it should get to.
    pub(crate) amount: Vec<String>,
    /// Whether the number should fall.
    pub(crate) falls: bool,
    /// From all the help to none.
    pub(crate) help: Vec<String>,
}

/// Steps by number that are offered at once.
const BY_AMOUNT: usize = 4;

impl Places {
    /// What the amount and the help suggest; nothing where nobody said what is done.
    pub(crate) fn steps(&self) -> Steps {
        let Some(what) = deed(sayable(&self.what)) else { return Steps::default() };
        let what = capital(&what);
        let amount = self.how_much.map(phrase);
        let by_amount = amount.and_then(|amount| rungs::by_amount(amount, BY_AMOUNT).ok());
        let by_support = rungs::by_support(sayable(&self.support));
        let with_what = |words: &str| format!("{what}, {words}");
        Steps {
            amount: by_amount.iter().flatten().map(|rung| with_what(&rung.words)).collect(),
            falls: amount.is_some_and(AmountPhrase::goes_down),
            help: by_support.iter().flatten().map(|rung| with_what(&rung.words)).collect(),
        }
    }
}

/// Words that come first stay where they were written, and no sentence is ever made of them: not while they are talked
/// about, and not after.
fn sayable(words: &str) -> &str {
    if danger(words).is_some() { "" } else { words }
}

/// The sentence of an objective with only what is there.
pub(crate) fn short(goal: &Goal, objective: &Objective, today: NaiveDate) -> Option<String> {
    Places::of(goal, objective).short(today)
}

fn phrase(how_much: HowMuch) -> AmountPhrase {
    let (unit, per) = match how_much.measure() {
        Measure::CountPer(Period::Day) => (Unit::Times, Some(amount::Period::Day)),
        Measure::CountPer(Period::Week) => (Unit::Times, Some(amount::Period::Week)),
        Measure::CountPer(Period::Month) => (Unit::Times, Some(amount::Period::Month)),
        Measure::Minutes => (Unit::Minutes, None),
        Measure::Intensity => (Unit::OutOfTen, None),
        Measure::Percent => (Unit::Percent, None),
        Measure::Total { max } => (Unit::Points { max }, None),
        Measure::Days => (Unit::Days, Some(amount::Period::Week)),
        Measure::Nights => (Unit::Nights, Some(amount::Period::Week)),
        Measure::MinutesADay => (Unit::Minutes, Some(amount::Period::Day)),
        Measure::HoursADay => (Unit::Hours, Some(amount::Period::Day)),
        Measure::HoursANight => (Unit::Hours, Some(amount::Period::Night)),
    };
    let target = how_much.target().map(level);
    AmountPhrase { unit, per, baseline: how_much.baseline(), target }
}

const fn level(target: Target) -> Level {
    match target {
        Target::Exactly(number) => Level::Exactly(number),
        Target::Range(from, to) => Level::Range(from, to),
    }
}

/// Where it should get to, as the sentence has it: "3 to 5".
pub(crate) fn target(how_much: HowMuch) -> Option<String> {
    how_much.target().map(|target| level(target).to_string())
}
