//! Words beside which nothing is halved, loosened or reworded: a wording that fits every other goal could hurt here.

use super::list::List;
use super::word::Words;

/// What people do to each other that no wording of ours may share out between them.
static HARM: List = List::new(
    "hit hits hitting hurt hurts hurting harm harms harming beat beats beating choke chokes choking strangle slap slaps slapping kick \
    kicks kicking punch punches punching bite bites biting spank spanks spanking threaten threatens threatening threats rape rapes raping \
    force forces forcing forced grab grabs grabbing push pushes pushing shove shoves shoving abuse abuses abusing abusive molest touch touches \
    touching scare scares scaring scared control controls controlling stalk stalks stalking follow follows following violent violence \
    weapon weapons gun guns knife knives lock locks locking kill kills killing cutting sex sexual afraid unsafe safe safety",
);
/// What is taken or worn as agreed with whoever prescribed it.
static MEDICINE: List = List::new(
    "med meds medication medications medicine medicines pill pills tablet tablets insulin dose doses inhaler injection methadone \
    lithium condom condoms seatbelt helmet",
);
/// What a body needs, or must not have.
static BODY: List = List::new(
    "eat eats eating food meal meals fasting purge purging vomit vomiting calories weight sober sobriety clean drink drinking drinks \
    drunk alcohol drugs heroin cocaine relapse breathe breathing live living alive",
);

/// What one person holds over another, and quarrels that are not the client's to settle: no part in them is handed out.
static POWER: List = List::new(
    "let lets letting allow allows allowed forbid forbids forbidding permission phone passport insult insults insulting mock mocks mocking \
    humiliate humiliates bully bullies bullying spy spies spying track tracks tracking jealous jealousy cheat cheats cheating fight fights \
    fighting divorce divorcing",
);

/// Whether `words` speak of what one person holds over another.
pub(crate) fn is_power(words: &Words<'_>) -> bool {
    (0..words.len()).any(|at| POWER.has(words.at(at)))
}

/// Whether `words` speak of what somebody does to somebody.
pub(crate) fn is_harm(words: &Words<'_>) -> bool {
    (0..words.len()).any(|at| HARM.has(words.at(at)))
}

/// Whether `words` speak of what is taken as prescribed.
pub(crate) fn is_medicine(words: &Words<'_>) -> bool {
    (0..words.len()).any(|at| MEDICINE.has(words.at(at)))
}

/// Whether `words` speak of what a body needs, or of what it must not have.
pub(crate) fn is_health(words: &Words<'_>) -> bool {
    is_medicine(words) || (0..words.len()).any(|at| BODY.has(words.at(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_hurt_is_known_by_a_word() {
        for text in ["I want my husband to stop hitting me", "never threaten her"] {
            assert!(is_harm(&Words::new(text)), "{text}");
        }
        for text in ["always take my meds", "stop eating", "never drink again"] {
            assert!(is_health(&Words::new(text)), "{text}");
        }
        for text in ["he won't let me see my friends", "I want my parents to stop fighting"] {
            assert!(is_power(&Words::new(text)), "{text}");
        }
        let plain = Words::new("always be on time for my sister");
        assert!(!is_harm(&plain) && !is_health(&plain) && !is_power(&plain));
    }
}
