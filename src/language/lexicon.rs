//! Word lists, as data: each with the one reason it exists. All lower case; words parted by spaces, phrases by strokes.

use super::list::{List, Phrases};

/// Said before what is wanted; taken off so that every wish starts at its own first word.
pub(crate) static LEAD_INS: Phrases = Phrases::new(
    "it would be lovely to|it would be nice to|it'd be nice to|it'd be lovely to|if only i could|if only i were|if only i was|if only we could|if only we|if only i|immediately|gradually|i want to|i js|i just|i really|i kinda|i rly|i want|i want to be able to|i'd like to|i'd like|i would like to|i would like|i'd love to|\
    i would love to|i hope to|i hope i will|i wish to|i wish|i wish i could|i wish i would|i wish i|wish i|i'm \
    hoping to|i am hoping to|hoping to|hope to|i need to|i have to|i will|i'll|i shall|i am going to|\
    i'm going to|i plan to|i aim to|i intend to|i mean to|i'm trying to|i am trying to|i'm gonna|i \
    wanna|wanna|want to|would like to|wants to|goal is \
    to|goal :|i need|we need|ideally|going forward|it would be great to|it would help to|it would mean a lot to|i'd be happy if i could|i could do with|we could do with|i could use|we could use|i'd be glad to|i'm after|looking for|i'm looking for|hoping for|i'm hoping for|we're hoping for|i'm looking to|looking to|\
    there'd be|there would be|there will be|there'll be|there to be|there is to be|there's to be|there should be|there must be|there needs to be|there has been|i've got to|we've got to|we're going to|we are going to|we want to|we want|we'd like to|we would like to|we will|we'll|we hope to|we need to|that \
    i will|so that i can|so i can|to|will|please|just|help me to|help me|that",
);

/// Said before what should not be.
pub(crate) static NEGATED_LEAD_INS: Phrases = Phrases::new(
    "i wish i wasn't|i wish i wasnt|wish i wasn't|wish i wasnt|i wish i weren't|wish i didn't|i wish i didn't|wish i didnt|i \
    don't want to|i do not want to|i dont want to|i don't wanna|i dont wanna|dont wanna|dont want to|\
    don't wanna|i want to not|i never want to|i no longer want to|no longer want to|don't want to|i \
    won't|i will not|we don't want to|we will not|we won't|do not|don't|not to|not|i don't|i do not|\
    i'm done|i am done|i'm done with|i am done with|done with|i'm through with|i am through with|i've had enough of|i'm tired of|i am tired of|i'm sick of|i am sick of|fed up with|i'm fed up with",
);

/// Said before what one would like to be able to do.
pub(crate) static ABILITY_LEAD_INS: Phrases =
    Phrases::new("i can|i could|can|we can|be able to|being able to");

/// First words after which "I will ..." would not be a sentence: other people, questions, conditions, bent verbs.
pub(crate) static STANDS_ALONE: List = List::new(
    "he she they you it everyone everybody nobody people someone i i'm i've i'd we he's she's it's \
    they're you're there there's can't cannot couldn't won't am is are was were had has does did should \
    would could may might must how what why when where who if because since while until in on at with \
    for by from during after before every each once twice daily weekly and or but so yes ok without \
    within over under as than of this these those which today tomorrow tonight",
);

/// Days; as first words they stand alone, and keep their capital.
pub(crate) static WEEKDAYS: List =
    List::new("monday tuesday wednesday thursday friday saturday sunday");

/// First words of something one has more or less of.
pub(crate) static HAVING: List =
    List::new("less fewer more better no zero enough healthier greater good");

/// First words of something one can only work on.
pub(crate) static DETERMINERS: List =
    List::new("my our the a an his her their your some all both any");

/// Bare nouns people open with; they are no verbs, whatever they look like.
pub(crate) static THINGS: List = List::new(
    "anger anxiety arguments confidence depression friends grief happiness health homework mood \
    nightmares panic sadness school self social stress trust worry temper energy weight communication \
    behavior behaviour attendance family money breakfast bedtime peace",
);

/// How people feel or are; nobody else can see it as such.
pub(crate) static STATES: List = List::new(
    "alone angry anxious ashamed better brave calm calmer closer comfortable confident content depressed \
    fine fulfilled good great guilty happier happy healthier healthy hopeful hopeless independent \
    braver nicer kinder friendlier chill jumpy insecure irritable lonely motivated nervous normal okay ok optimistic organized overwhelmed patient \
    peaceful positive present productive proud relaxed resilient sad safe safer satisfied scared secure \
    sociable stable stressed strong stronger successful tense tired understood upset well whole worried \
    worthless afraid assertive bitter resentful jealous envious moody restless numb helpless tearful miserable unhappy \
    frustrated irritated annoyed furious edgy uneasy panicky frightened fearful awkward embarrassed bored drained exhausted rested \
    energetic cheerful joyful glad grateful thankful accepted supported valued grounded centered settled steady alright \
    agitated huffy grumpy cross snappy cranky crabby sulky sullen stroppy touchy tetchy ratty irate livid mad hostile defensive impulsive \
    impatient intolerant distracted dejected downhearted despondent desperate despairing gloomy glum melancholy forlorn weepy heartbroken disappointed \
    discouraged disheartened pessimistic cynical sceptical skeptical suspicious distrustful mistrustful paranoid terrified petrified apprehensive \
    timid shy flustered frazzled rattled shaken overstimulated dysregulated regulated hyper wired fidgety sluggish lethargic listless apathetic \
    unmotivated indifferent detached disconnected isolated lonesome homesick rejected excluded unloved unwanted inadequate inferior useless trapped burdened \
    remorseful regretful humiliated disgusted spiteful vengeful curious interested enthusiastic excited eager passionate inspired playful lighthearted \
    carefree serene tranquil mellow soothed reassured trusting loving affectionate compassionate empathetic forgiving generous gentle considerate \
    thoughtful respectful sensitive attentive mindful empowered capable competent courageous bold daring assured upbeat cheery chirpy elated ecstatic \
    contented pleased delighted centred honest authentic vulnerable flexible easygoing tolerant mature responsible reliable disciplined organised \
    focused focussed connected included clingy needy whiny bossy argumentative stubborn withdrawn preoccupied dissatisfied fretful worrisome \
    disorganised disorganized demotivated hesitant dazed bewildered confused perplexed",
);

/// Things one can be seen or heard doing.
pub(crate) static DEEDS: List = List::new(
    "add answer apologize apply arrange arrive ask attend bake bathe bike book breathe bring brush build \
    buy call carry change chat check clean clear climb collect come complete cook count cover cross \
    cuddle cut cycle dance describe do drink draw dress drive eat email empty enroll enter exercise \
    face fill find finish fold follow get give go greet hand hang have hold host hug identify introduce \
    invite join journal jump keep kick knock label leave lie lift list listen look make march mark \
    meditate meet message move name offer open order pack paint pay phone pick plan plant play point \
    practice practise praise pray prepare print put raise reach read record refuse rehearse repeat \
    reply rest return ride ring run save say schedule see sell send serve set share shop show shower sign \
    sing sit skate ski sleep smile speak spell spend stand start state stay step stop stretch study \
    submit swap sweep swim take talk tell text thank throw tidy touch track train travel try turn type \
    use visit volunteer wait wake walk wash watch wear weigh whisper work wrap write yell quit limit \
    avoid recite trace zip chant trade pluck sort fasten rinse peel knit tally hum squeeze fold unpack haul scrub mop feed \
    shave floss swallow chew sip pour stir chop slice sketch imitate request wave nod grasp unbutton transfer crawl hop \
    pedal hike jog ambulate propel steer exhale inhale voice verbalize report explain tell log note retell summarize solve \
    subtract dial babysit spend deposit wipe shut unlock lock hand peek borrow lend recycle swat dust polish kneel separate produce display underline weed water nag rise jot push nudge line stack lace iron",
);

/// Verbs for what happens inside, or for change as such: grammar needs them, nobody can see them.
pub(crate) static UNSEEN_DEEDS: List = List::new(
    "accept achieve address allow appreciate be become believe boost care control cope deal decrease \
    develop eliminate enhance enjoy establish explore express fear feel forgive function gain grieve \
    handle heal help improve increase know ease soften whittle dwindle rein ramp learn let like live lose love lower maintain manage overcome \
    process drop fall shed halve shorten trim shrink shift acquire lessen lengthen widen taper refrain abstain sustain resume reduce regain regulate relax remember resolve respect rebuild restore strengthen succeed \
    verbalise think tolerate trust understand value want worry remain continue recover react respond decide \
    engage focus demonstrate participate support scale pare wean tone bump bulk stick settle subside disappear vanish fade sink slide \
    worsen conquer brood dwell obsess curtail quell banish erase slash plummet diminish curb alleviate relieve dissolve minimize minimise deepen expand \
    extend broaden heighten",
);

/// Whether `word` is the plain form of a verb one of the lists holds.
pub(crate) fn is_verb(word: &str) -> bool {
    DEEDS.has(word) || UNSEEN_DEEDS.has(word)
}

/// Whether `stem` is a verb with its ending cut off: "rid" of "riding", "swimm" of "swimming".
pub(crate) fn is_verb_stem(stem: &str) -> bool {
    if is_verb(stem) || is_verb(&format!("{stem}e")) {
        return true;
    }
    let mut letters = stem.chars().rev();
    let doubled =
        matches!((letters.next(), letters.next()), (Some(last), Some(before)) if last == before);
    doubled && stem.get(..stem.len() - 1).is_some_and(is_verb)
}

/// Words that join help on by themselves.
pub(crate) static PREPOSITIONS: List = List::new(
    "with by at in on through when while after before together from during without as next thanks beside \
    near alongside over under for because if every each once",
);

/// Verbs that show that help was written as a sentence ("my sister drives me").
pub(crate) static HELPER_VERBS: List = List::new(
    "helps comes calls goes is are will can reminds drives walks texts gives lets makes says has does \
    waits sits stays takes picks tells asks brings shows checks supports",
);

/// Whether a capital on `word` at the front of a phrase only marks the front.
pub(crate) fn is_common(word: &str) -> bool {
    let lists = [&DETERMINERS, &HAVING, &STATES, &THINGS, &PREPOSITIONS, &STANDS_ALONE];
    is_verb(word)
        || lists.iter().any(|list| list.has(word))
        || word.strip_suffix("ing").is_some_and(is_verb_stem)
}

/// The plain form of a verb as far as the lists know it: "rides", "riding" become "ride"; anything else stays.
pub(crate) fn stem(word: &str) -> String {
    let bent = |ending: &str, new: &str| {
        word.strip_suffix(ending).map(|stem| format!("{stem}{new}")).filter(|stem| is_verb(stem))
    };
    let doubled = || {
        word.strip_suffix("ing")
            .and_then(|stem| stem.get(..stem.len().saturating_sub(1)))
            .filter(|stem| is_verb(stem))
            .map(str::to_owned)
    };
    if is_verb(word) {
        return word.to_owned();
    }
    bent("s", "")
        .or_else(|| bent("es", ""))
        .or_else(|| bent("ies", "y"))
        .or_else(|| bent("ing", ""))
        .or_else(|| bent("ing", "e"))
        .or_else(doubled)
        .unwrap_or_else(|| word.to_owned())
}

/// The plain form also of what was done: "lowered", "dropped", "kept".
pub(crate) fn plain(word: &str) -> String {
    static IRREGULAR: [(&str, &str); 12] = [
        ("kept", "keep"),
        ("held", "hold"),
        ("brought", "bring"),
        ("built", "build"),
        ("rebuilt", "rebuild"),
        ("lost", "lose"),
        ("given", "give"),
        ("got", "get"),
        ("fallen", "fall"),
        ("grown", "grow"),
        ("risen", "rise"),
        ("gone", "go"),
    ];
    if let Some((_, verb)) = IRREGULAR.iter().find(|(bent, _)| *bent == word) {
        return (*verb).to_owned();
    }
    // An ending in "ed" is cut off as one in "ing" is.
    word.strip_suffix("ed").filter(|start| 2 < start.len()).map_or_else(
        || stem(word),
        |start| {
            let doing = format!("{start}ing");
            let found = stem(&doing);
            if found == doing { word.to_owned() } else { found }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bent_verb_has_a_plain_form() {
        for (bent, expected) in [
            ("rides", "ride"),
            ("sitting", "sit"),
            ("lowered", "lower"),
            ("halved", "halve"),
            ("dropped", "drop"),
            ("kept", "keep"),
            ("bed", "bed"),
            ("", ""),
        ] {
            assert_eq!(plain(bent), expected);
        }
    }

    #[test]
    fn a_state_is_no_verb() {
        for word in ["huffy", "agitated", "despondent", "upbeat", "clingy", "mistrustful"] {
            assert!(STATES.has(word) && !is_verb(word), "{word}");
        }
    }
}
