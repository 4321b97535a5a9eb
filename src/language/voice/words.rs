//! What a voice calls the few things the app is about.

use super::Voice;

/// Names of things, small where they stand inside a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The broad change, where the client chose no word of their own.
    pub goal: &'static str,
    /// The part of it that can be seen to be reached.
    pub objective: &'static str,
    /// One small step.
    pub step: &'static str,
    /// What is done toward it.
    pub help: &'static str,
    /// Looking at it again.
    pub review: &'static str,
    /// Of a step: it comes next.
    pub next: &'static str,
    /// Of a step: it was reached.
    pub reached: &'static str,
    /// Of a step: it comes later.
    pub ahead: &'static str,
    /// A time that does not count.
    pub pause: &'static str,
    /// An example of something that is done.
    pub example: &'static str,
    /// An example of what helps with it.
    pub example_help: &'static str,
}

impl Words {
    /// All of them.
    pub fn texts(&self) -> Vec<&'static str> {
        let Self { goal, objective, step, help, review, next, reached, ahead, pause, .. } = *self;
        let Self { example, example_help, .. } = *self;
        vec![
            goal,
            objective,
            step,
            help,
            review,
            next,
            reached,
            ahead,
            pause,
            example,
            example_help,
        ]
    }
}

pub(super) const fn of(voice: Voice) -> &'static Words {
    match voice {
        Voice::YoungChild => &YOUNG_CHILD,
        Voice::Child => &CHILD,
        Voice::OlderChild => &OLDER_CHILD,
        Voice::Teen => &TEEN,
        Voice::Adult => &ADULT,
        Voice::Therapist => &THERAPIST,
        Voice::Payer => &PAYER,
    }
}

static YOUNG_CHILD: Words = Words {
    goal: "wish",
    objective: "thing to do",
    step: "stone",
    help: "what helps",
    review: "we look back",
    next: "This one is next.",
    reached: "You did it!",
    ahead: "It can wait.",
    pause: "a rest",
    example: "Sleep in my bed",
    example_help: "My bear",
};

pub(super) static CHILD: Words = Words {
    goal: "wish",
    objective: "what we will see",
    step: "stone",
    help: "what helps me",
    review: "we look at it",
    next: "This one is next.",
    reached: "You did it!",
    ahead: "This one can wait.",
    pause: "a rest",
    example: "Sleep in my own bed",
    example_help: "My bear",
};

static OLDER_CHILD: Words = Words {
    goal: "goal",
    objective: "what we will see happen",
    step: "step",
    help: "what helps me",
    review: "how it went",
    next: "Next",
    reached: "You got there",
    ahead: "Later",
    pause: "a break",
    example: "Pack my bag for school",
    example_help: "A list on my door",
};

static TEEN: Words = Words {
    goal: "goal",
    objective: "what we could see happen",
    step: "step",
    help: "what helps",
    review: "how it went",
    next: "Next",
    reached: "Reached",
    ahead: "Later",
    pause: "break",
    example: "Get up when my alarm goes off",
    example_help: "My sister knocks on my door",
};

static ADULT: Words = Words {
    goal: "goal",
    objective: "what we could see happen",
    step: "step",
    help: "what is done toward it",
    review: "how it went",
    next: "Next",
    reached: "Reached",
    ahead: "Not yet",
    pause: "pause",
    example: "Ride the bus to work",
    example_help: "My breathing card",
};

static THERAPIST: Words = Words {
    goal: "goal",
    objective: "objective",
    step: "step",
    help: "intervention",
    review: "review",
    next: "Next",
    reached: "Reached",
    ahead: "Not yet",
    pause: "planned pause",
    example: "Ride the bus to work",
    example_help: "My breathing card",
};

static PAYER: Words = Words {
    goal: "treatment goal",
    objective: "objective",
    step: "step toward the objective",
    help: "intervention",
    review: "review of progress",
    next: "In progress",
    reached: "Met",
    ahead: "Planned",
    pause: "planned interruption",
    example: "Ride the bus to work",
    example_help: "My breathing card",
};
