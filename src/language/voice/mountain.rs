//! What the mountain says, on the screen and on paper.

use super::words::{CHILD as CHILD_WORDS, Words};

/// Texts of ours; the steps themselves stand in the client's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mountain {
    /// What the page is called.
    pub name: &'static str,
    /// What it calls things.
    pub words: &'static Words,
    /// Where there is no step yet.
    pub empty: &'static str,
    /// Of a stone: its step is still to be chosen.
    pub open: &'static str,
    /// Asks for a step after those that were done.
    pub choose: &'static str,
    /// Puts a step that was written on a stone.
    pub add: &'static str,
    /// Asks for another stone once every one is done.
    pub another: &'static str,
    /// Says that the step was done.
    pub did: &'static str,
    /// On to the stone that is next, before its number.
    pub go: &'static str,
    /// When the goal itself is reached.
    pub top: &'static str,
    /// When every stone is reached.
    pub climbed: &'static str,
    /// After that.
    pub tell: &'static str,
    /// Shows the stone above.
    pub up: &'static str,
    /// Shows the stone below.
    pub down: &'static str,
    /// Where more steps come once these are reached.
    pub clouds: &'static str,
    /// All steps in a table.
    pub all: &'static str,
    /// Head of the column with the words of every step.
    pub what: &'static str,
    /// Head of the column that says whether a step was done.
    pub yet: &'static str,
    /// A step that was done, in the table.
    pub yes: &'static str,
    /// A step that was not done, in the table.
    pub no: &'static str,
    /// The page to print.
    pub paper: &'static str,
    /// On paper, over an empty frame to draw in.
    pub draw: &'static str,
    /// On paper, beside that frame, before a line.
    pub named: &'static str,
    /// On paper, at the foot.
    pub color: &'static str,
}

impl Mountain {
    /// All of them; the names of things are counted with their voice.
    pub fn texts(&self) -> [&'static str; 23] {
        let Self {
            name,
            words: _,
            empty,
            open,
            choose,
            add,
            another,
            did,
            go,
            top,
            climbed,
            tell,
            up,
            down,
            clouds,
            all,
            what,
            yet,
            yes,
            no,
            paper,
            draw,
            named,
            color,
        } = *self;
        [
            name, empty, open, choose, add, another, did, go, top, climbed, tell, up, down, clouds,
            all, what, yet, yes, no, paper, draw, named, color,
        ]
    }
}

pub(super) static CHILD: Mountain = Mountain {
    name: "My mountain",
    words: &CHILD_WORDS,
    empty: "What is one small step?",
    open: "You decide what goes here.",
    choose: "What is the next small step?",
    add: "Add a step",
    another: "A new stone",
    did: "We did it!",
    go: "Go to stone",
    top: "You are at the top!",
    climbed: "You went all the way up.",
    tell: "Who do you want to tell?",
    up: "Next stone",
    down: "Stone before",
    clouds: "More stones wait in the clouds.",
    all: "All my steps",
    what: "What",
    yet: "Done",
    yes: "Yes",
    no: "Not yet",
    paper: "A page to color in",
    draw: "Draw who comes with me",
    named: "My mountain is called",
    color: "Color a stone when you like.",
};
