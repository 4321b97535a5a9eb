//! Whether a goal names something that can be seen, and whether it holds something that can be counted.

use super::behaviour::is_subject;
use super::clause::is_short;
use super::deadline::By;
use super::lexicon::{self, DEEDS, STATES, stem};
use super::list::{List, Phrases, is_in};
use super::quantity::Kind;
use super::reading::{Rank, Reading};
use super::word::Words;
use super::zero;

/// Umbrella words: each covers too many things for anyone to watch.
pub(crate) static UMBRELLA: List = List::new(
    "anxiety mood moods behavior behaviour behaviors behaviours coping skills skill \
    esteem communication relationships relationship issues issue stress depression anger confidence happiness attitude \
    motivation emotions emotion emotional feelings feeling wellbeing health organization organisation independence \
    friendships friendship trust worry worries fear fears sadness guilt shame dread purpose nutrition tone friends finances closure mobility laughter hopelessness symptoms trauma grief control regulation \
    stamina assertiveness focus conduct anxeity interactions affection reconciliation transitions worthlessness resilience functioning boundaries habits lifestyle identity insight awareness acceptance belief worth honesty \
    responsibility bonds bond connection intimacy climate irritability jealousy loneliness mistrust frustration \
    perfectionism codependency problems life courage peace balance hope defiance openness defensiveness agitation \
    distress impulses impulsivity schoolwork conflict life mindset character maturity living listening stuff spirits outlook respect warmth kindness patience closeness harmony appreciation empathy compassion \
    rage nerves negativity positivity morale fatigue tiredness despair grudge grudges resentment bitterness \
    hopefulness faith optimism pessimism cynicism contentment serenity calmness cheerfulness joy gratitude enthusiasm excitement curiosity passion \
    satisfaction dissatisfaction frustrations disappointment discouragement hostility impatience nervousness restlessness unease uneasiness apprehension \
    overwhelm embarrassment humiliation remorse regret regrets misery sorrow gloom melancholy heartache unhappiness emptiness numbness \
    boredom apathy lethargy isolation insecurity insecurities inadequacy helplessness powerlessness jitters fury wrath envy spite hatred contempt \
    disgust suspicion distrust paranoia vulnerability sensitivity forgiveness generosity humility dignity pride courageousness bravery \
    determination willpower spirituality individuality selfhood autonomy belonging togetherness affinity rapport fulfilment fulfillment \
    concentration temperament demeanour demeanor assurance certainty composure poise sanity clarity \
    negativism moodiness grumpiness huffiness touchiness clinginess shyness timidity bashfulness worriedness",
);
/// Inner acts: everyone does them, nobody sees them.
static INNER: List = List::new(
    "feel stew brood fret obsess mull agonise agonize catastrophise catastrophize fixate daydream cope manage deal understand explore process accept respond ruminate worry overthink dwell think know believe \
    trust forgive enjoy appreciate tolerate handle overcome heal grieve love respect value hope care resolve relax recover realize \
    realise address fear express regulate control adjust adapt communicate",
);
/// Verbs of change and of learning: what follows them decides.
static CHANGE: List = List::new(
    "improve increase decrease reduce lower lessen enhance build develop strengthen gain regain restore raise boost learn \
    acquire grow find form have get cut stop quit give eliminate maintain keep minimize limit create put rebuild broaden deepen achieve \
    step work lift shed halve ease normalise normalize establish become expand bring widen lengthen",
);
/// Things that stay unnamed until a number, an example or a situation comes with them.
static UNNAMED: List = List::new(
    "skills ways tools techniques strategies solutions roles routines costs activities options habits methods signs",
);
/// What introduces an example or the evidence.
static EXAMPLE: Phrases = Phrases::new(
    "e . g|eg|such as|for example|for instance|like when|shown by|as shown by|as evidenced by|evidenced by|demonstrated by|, seen in|, seen by|, shown in|evident in|including",
);
/// Verbs after which unnamed skills stay unnamed, however many.
static ACQUIRING: List = List::new("acquire learn find develop gain build");

/// Deeds that nobody can see done.
static LOOSE_DEEDS: Phrases = Phrases::new(
    "get along|get on|take steps|change how|change the way|change my|shift the way|shift how|have a good time|have fun|find out who|spend more time|spend quality time|spend time|more time|a lot more time|a bit more time|some more time|much more time|keep things|make things|get close|grow close|come out of",
);

/// Whether the goal names an event, an action or a product.
pub(crate) fn is_specific(words: &Words<'_>, reading: &Reading) -> bool {
    let head = words.head();
    let verb = stem(words.at(head.at));
    let end = clause_end(words, head.at);
    // "shame will ease", "guilt is to be lowered": what moves was said before.
    let is_before = head.at + 1 >= end || is_subject(words, head.clause, head);
    let from = if is_before { head.clause } else { head.at };
    let holds = |list: &List| (from..end).any(|at| list.has(words.at(at)));
    let rank = reading.target.as_ref().map(|found| found.rank);
    let has_number = rank.is_some_and(|rank| rank != Rank::Zero && rank != Rank::Help);
    let is_score = reading.target.as_ref().is_some_and(|found| found.quantity.kind == Kind::Score);
    let is_named_by_blank = |at: usize| {
        words.before(at) == "of"
            && words.at(at.saturating_sub(2)) != "out"
            && !words.at(at.saturating_sub(2)).starts_with('_')
    };
    if words.len() == 0 || reading.blanks.iter().any(|blank| is_named_by_blank(blank.start)) {
        return false;
    }
    if is_score
        || reading.is_scored
        || (head.at..end).any(|at| words.is_one_of(at, "score scores"))
        || has_example(words, head.at)
    {
        return true;
    }
    if ACQUIRING.has(&verb) && holds(&UNNAMED) {
        return false;
    }
    if let Some(target) = &reading.target {
        let is_change = target.quantity.unit == "%change";
        if has_number && !is_change && (target.quantity.kind != Kind::Percent || !CHANGE.has(&verb))
        {
            return true;
        }
        if target.rank == Rank::Zero {
            return !zero::is_inner(words, target.place.end);
        }
        if is_change && (0..words.len()).any(|at| UMBRELLA.has(words.at(at))) {
            return false;
        }
    }
    let is_loose = LOOSE_DEEDS.at(words, head.at).is_some();
    // "tolerate standing at the sink": what is borne is a deed.
    let is_borne = verb == "tolerate" && words.at(head.at + 1).ends_with("ing");
    if is_borne {
        return true;
    }
    if INNER.has(&verb) || is_state(words, head.at) || is_loose {
        return false;
    }
    // "my tummy worries to go away": what should go was said before.
    if words.phrase(head.at, "go away").is_some()
        && (0..head.at).any(|at| UMBRELLA.has(words.at(at)))
    {
        return false;
    }
    // "speak up more openly": how something is done, and nothing that it is done to.
    let is_manner = words.at(end - 1).ends_with("ly")
        && words.is_one_of(end.wrapping_sub(2), "more less")
        && end < head.at + 5;
    if is_manner {
        return false;
    }
    let is_learning_to = verb == "learn" && words.is_one_of(head.at + 1, "to how");
    if is_learning_to {
        return DEEDS.has(&stem(words.at(head.at + 2))) && !holds(&UMBRELLA);
    }
    let has_situation = (head.at..words.len())
        .any(|at| is_in("when during while whenever after before at", words.at(at)));
    !holds(&UMBRELLA) && (!holds(&UNNAMED) || has_situation || has_number)
}

/// The first piece after the clause that starts at `at`.
fn clause_end(words: &Words<'_>, at: usize) -> usize {
    let ends = |at: &usize| {
        is_in(
            ", . ; so because when while by using during before after until within",
            words.at(*at),
        ) && !is_short(words, *at)
    };
    (at + 1..words.len()).find(ends).unwrap_or(words.len())
}

/// "e.g. chewing with mouth closed", "by signing up for a course".
fn has_example(words: &Words<'_>, from: usize) -> bool {
    (from..words.len()).any(|at| {
        let by = words.at(at) == "by"
            && words.at(at + 1).strip_suffix("ing").is_some_and(lexicon::is_verb_stem);
        by || EXAMPLE.at(words, at).is_some()
    })
}

/// States of more than one word.
static STATES_OF_MORE: Phrases = Phrases::new(
    "on edge|at ease|at peace|at home|wound up|worked up|het up|fed up|keyed up|riled up|burnt out|burned out|stressed out|freaked out|shut down|shut off|down in the|in control|out of control|self - conscious|self - assured|self - critical|let down|put upon",
);

/// "be calm", "less guilty", "more confident": a state, with its small words before it.
pub(crate) fn is_state(words: &Words<'_>, at: usize) -> bool {
    let skip = (at..at + 5).find(|&at| !is_in("be being become becoming get gets getting stay stays staying remain remains feel feels feeling seem seems more less much a lot little bit so very really as able felt to keep", words.at(at)));
    skip.is_some_and(|at| STATES.has(words.at(at)) || STATES_OF_MORE.at(words, at).is_some())
}

/// Whether the goal holds a filled-in criterion, or a milestone.
pub(crate) fn is_measurable(words: &Words<'_>, reading: &Reading) -> bool {
    let Some(target) = &reading.target else { return is_milestone(words, reading) };
    let change = target.quantity.unit == "%change";
    match target.rank {
        Rank::Zero => !zero::is_inner(words, target.place.end) || is_milestone(words, reading),
        _ if change => !(0..words.len()).any(|at| UMBRELLA.has(words.at(at))),
        _ => true,
    }
}

/// Things done once, and plainly done or not.
static MILESTONES: Phrases = Phrases::new(
    "obtain|sign a lease|sign the lease|pay off|get a job|get my license|get my driver's license|get a license|enroll|enrol|graduate|earn|complete|finish|schedule|\
    book|sign up|register|apply|pass|submit|make an appointment|make a doctor's appointment|get bloods done|get blood work|get blood drawn|get tested|have an ecg|have a scan|have an mri|have blood|\
    get vaccinated|get my teeth checked|open a bank account|open a savings account|set up a standing order|set up direct|land a job|start a job|start a new job|secure housing|secure a job|\
    find housing|find a place|get married|file|hand in my notice|join a gym|pay the|see my doctor|see the doctor|see a lawyer|have a dental|find a job|find an apartment|move out|move into|\
    draw up|set up an appointment|fill out an application|send in|turn in|get a driver's license|see a doctor|see a dentist|have a check",
);
/// Things one makes once.
static PRODUCTS: List = List::new(
    "plan list card letter schedule budget poster journal script chart email resume contract calendar timeline will cv application agreement",
);

fn is_milestone(words: &Words<'_>, reading: &Reading) -> bool {
    // "Come Thursday, phone the bank": the verb after the day.
    let day = reading.deadline.as_ref().map_or(0..0, |(_, place)| place.clone());
    let head = words.head().at;
    let at =
        if day.contains(&head) { day.end + usize::from(words.at(day.end) == ",") } else { head };
    let verb = stem(words.at(at));
    let is_dated =
        matches!(reading.deadline, Some((By::OnWeekday(_) | By::NextWeekday(_) | By::On(_), _)));
    let dated_visit = is_dated && is_in("visit call ring phone see meet", &verb);
    let product = is_in("create write make draft prepare design develop", &verb)
        && words.is_one_of(at + 1, "a an my our his her the one")
        && (at + 2..at + 6).any(|at| PRODUCTS.has(words.at(at)));
    // "finish homework" goes on and on; "finish Module 4" is done once.
    let goes_on = is_in("finish complete submit", &verb)
        && (at + 1..at + 4).any(|at| {
            is_in("homework chores tasks work assignments meals classwork dinner", words.at(at))
        });
    // "get my licence", "sit two papers of my finals", "have a job lined up"
    let any = |list: &str| (at + 1..at + 10).any(|at| words.is_one_of(at, list));
    let gets = is_in("get earn obtain receive pass sit resit take retake", &verb)
        && any(
            "license licence diploma degree certificate ged permit visa passport apartment flat exam exams finals gcse gcses a-level sats",
        )
        || verb == "have" && any("lined sorted booked signed filed mended submitted");
    let plain = gets
        || MILESTONES.at(words, at).is_some()
        || is_in(
            "obtain enroll enrol graduate earn complete finish schedule book register apply pass submit",
            &verb,
        );
    reading.blanks.is_empty() && ((plain && !goes_on) || product || dated_visit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::reading::read;

    #[test]
    fn what_can_be_seen_is_told_from_what_is_felt() {
        for (expected, texts) in [
            (
                false,
                "feel less wound up at dusk|More faith in her own hands|Shame after meals is to be lowered|get less sulky",
            ),
            (
                false,
                "His dread of Mondays should lessen|Less hostility is to be felt|speak up more openly|be at peace",
            ),
            (
                false,
                "There will be a rise in pt's optimism|voice and show more hopefulness|a lot more time for us",
            ),
            (
                true,
                "Slammed doors are to be cut out|Her denial is to ease, seen in fewer excuses|take her tablets",
            ),
        ] {
            for text in texts.split('|') {
                let words = Words::new(text);
                assert_eq!(is_specific(&words, &read(&words)), expected, "{text}");
            }
        }
    }

    #[test]
    fn what_is_done_once_can_be_measured() {
        for (expected, texts) in [
            (
                true,
                "sit two papers of my finals|retake the driving exam|have a flat lined up|draw up a calm-down sheet",
            ),
            (false, "sit with my gran|have a chat|draw with chalk"),
        ] {
            for text in texts.split('|') {
                let words = Words::new(text);
                assert_eq!(is_measurable(&words, &read(&words)), expected, "{text}");
            }
        }
    }
}
