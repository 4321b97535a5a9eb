//! The words of the screens that scenarios go by, all of them here, so that a reworded screen is one line to follow.
//!
//! `*` stands for any text.

// ---- every page ----
pub const HELP: &str = "Help now";
pub const SETTINGS: &str = "Settings";
pub const ALL_CHARTS: &str = "All charts";
pub const BACK_TO_PAGE: &str = "Back to the page";
pub const SAVED: &str = "Saved on this tablet";
pub const NOT_LOCKED: &str = "No lock yet. Use made-up people only.";
pub const NO_LOCK: &str = "No lock yet";
pub const USE_HERE: &str = "Use Foothold here instead";
pub const OTHER_WINDOW: &str = "Foothold is open in another window";
pub const HAVE_READ: &str = "I have read this";
pub const UNDO: &str = "Undo: *";
pub const REDO: &str = "Redo: *";

// ---- start ----
pub const CHARTS: &str = "Charts";
pub const NO_CHART: &str = "No chart here yet";
pub const INITIALS: &str = "Initials or a chosen name";
pub const DIFFERENT: &str = "What would you like to be different?";
pub const BEGIN: &str = "Begin";
pub const TRY: &str = "Try a made-up chart";
pub const ERASE_MADE_UP: &str = "Erase the made-up chart";
pub const AGE: &str = "Age";
pub const OTHER_WORD: &str = "Goal, hope or another word";
pub const HOW_OLD: &str = "How old is the client?";

// ---- goal builder ----
pub const IN_YOUR_WORDS: &str = "In your words";
pub const COULD_SEE: &str = "What we could see happen";
pub const WHAT_I_DO: &str = "What I do";
pub const OPENINGS: &str = "Begin with an opening";
pub const WHAT_ABOUT: &str = "What is it about?";
pub const MORE_OPENINGS: &str = "More openings";
pub const YOUR_OWN: &str = "Your own";
pub const WHAT_HELPS: &str = "What helps me do it";
pub const HOW_MUCH: &str = "How much, from now to then";
pub const COUNTED_IN: &str = "Counted in";
pub const TIMES_A_WEEK: &str = "times a week";
pub const OUT_OF_TEN: &str = "out of 10, how strong";
pub const NOW: &str = "Now";
pub const THEN: &str = "Then";
pub const UP_TO: &str = "Or up to";
pub const BY_WHEN: &str = "By when";
pub const WRITE_ANSWER: &str = "Write the answer";
pub const CHOOSE_NUMBER: &str = "Choose a number";
pub const SKIP: &str = "Skip";
pub const FIRST_STEP: &str = "First small step";

// ---- rulers ----
pub const IMPORTANCE: &str = "How much does this matter to you?";
pub const CONFIDENCE: &str = "How sure are you that you can?";
pub const PROGRESS: &str = "Where are you with this now?";
pub const ONE_HIGHER: &str = "What would make it a *?";
pub const NOT_LOWER: &str = "Why a*, and not a *?";
pub const BEFORE: &str = "Before, on ";

// ---- ladder and pictures ----
pub const CHANGE_STEPS: &str = "Change the steps";
pub const STEPS_CHANGED: &str = "Done";
pub const SMALLEST_STEP: &str = "What would be the smallest first step?";
pub const ADD_STEP: &str = "Add a step";
pub const ADD: &str = "Add";
/// The same button while there is no step.
pub const ADD_FIRST_STEP: &str = "Add the first step";
pub const STEPS: &str = "Steps, from the ground up";
pub const HOW_IT_WENT: &str = "How it went";
pub const AS_TABLE: &str = "As a table";
pub const STEPS_TABLE: &str = "Steps, top one first";
pub const RATINGS_TABLE: &str = "Ratings, oldest first";
pub const WORKSHEET_HOME: &str = "Worksheet to take home";

// ---- open page ----
pub const COMES_NEXT: &str = "What comes next";
pub const MAKE_CLEAR: &str = "Put it in a sentence";
pub const ASK_HOW_SURE: &str = "Ask how sure";
pub const LOOK_AGAIN: &str = "Look at it again";
pub const TAKE_HOME: &str = WORKSHEET_HOME;
pub const TODAY_DIFFERENT: &str = "Today is different";
pub const COMES_FIRST: &str = "What comes first today?";
pub const TOOLS: &str = "Tools";
pub const THE_SENTENCE: &str = "The sentence";
pub const LOOK_UP: &str = "Picture";
pub const CLOSE: &str = "Close";
pub const SINCE_LAST_TIME: &str = "Since last time";
pub const UNTIL_NEXT: &str = "Until next time";
pub const SMALL_THING: &str = "*small thing";
pub const TAKE_ON: &str = "Take this on";
pub const CHANGE_ANSWER: &str = "Change the answer: ";
pub const MAKE_SMALLER: &str = "Make smaller";
pub const HALF: &str = "What would be half of this?";
pub const LADDER: &str = "Ladder and pictures";
pub const THIS_GOAL: &str = "And this goal?";
pub const OWN_WORDS: &str = "In their own words";
pub const AGREED: &str = "What we agree to call it";
pub const CLINICAL: &str = "Wording for the record";
pub const SOMETHING_ELSE: &str = "Something else that should be different";
pub const WHAT_ELSE: &str = "What else would you like to be different?";
pub const ABOUT_CHART: &str = "About this chart";
pub const DONE_TOWARD: &str = "Who does what";
pub const SOMETHING_DONE: &str = "Something done toward it";
pub const FINISH: &str = "Reached it, or letting it go?";

// ---- mountain ----
pub const MOUNTAIN: &str = "My mountain";
pub const DID_IT: &str = "We did it!";
pub const GO_ON: &str = "Go to stone *";
pub const UP_STONE: &str = "Next stone";
pub const DOWN_STONE: &str = "Stone before";
pub const TO_COLOR: &str = "A page to color in";
pub const ALL_STEPS: &str = "All my steps";
pub const ADD_FIRST: &str = "Add a step";
pub const NEW_STONE: &str = "A new stone";
pub const NEXT_SMALL_STEP: &str = "What is the next small step?";
// ---- the therapist's desk ----
pub const DESK: &str = "For the therapist";
pub const ASKED: &str = "Questions you could ask";
pub const ALL_ASKED: &str = "All of them";
pub const START_WITH: &str = "Start with *";
pub const FIVE_LEVELS: &str = "Five levels";
pub const LEVELS_TABLE: &str = "Five levels, the best first";
pub const PUT_IN_SENTENCE: &str = "Put it in the sentence";
pub const OTHER_WORDS: &str = "The same in other words";
pub const FOR_THE_PLAN: &str = "Use as the wording for the record (for the plan)";
pub const KEEP_OPENING: &str = "Keep this goal as an opening for others";
pub const WILL_BE_DONE: &str = "What will be done";
pub const HELPS: &str = "What helps with it";
pub const KEEP_IT: &str = "Keep it";
pub const LEAVE_IT: &str = "Leave it";
pub const IS_THERE: &str = "It is there already, among your own openings.";
pub const OWN_OPENINGS: &str = "Your own openings";
pub const DROP: &str = "Drop *";

// ---- settings ----
pub const DOWNLOAD: &str = "Save a backup";
pub const RESTORE: &str = "Restore a backup";
pub const PAPER: &str = "Paper in the printer";
pub const PRACTICE_NAME: &str = "Name of the practice";
pub const ADD_CONTACT: &str = "Add a contact";

// ---- plain pages ----
pub const SAY_THEM: &str = "These words come first.";
pub const TALKED_ABOUT: &str = "We have talked about it";
pub const HELP_TITLE: &str = "Help right now";
pub const BACK_FROM_HELP: &str = "Back to Foothold";
pub const STOPPED: &str = "Foothold has stopped. Nothing was deleted.";
pub const SAVE_COPY: &str = "Save a copy of everything";
pub const BLOCKED: &str = "This browser does not let Foothold keep anything";
/// Lets a newer version start.
pub const USE_NEWER: &str = "Use it now";
/// Leaves a newer version for the next visit.
pub const LATER: &str = "Later";

/// Heading while a page is on its way, and what it says when that takes long.
pub const ONE_MOMENT: &str = "One moment";
pub const NOT_YET: &str = "This page has not arrived yet.";

// ---- keeping ----
pub const KEEP_HERE: &str = "Save a backup";
pub const NO_BACKUP: &str = "There is no backup yet";
pub const NEVER_BACKED_UP: &str = "No backup has been made in this browser yet.";
pub const ON_THIS_DEVICE: &str = "On this device";
pub const ASK_TO_KEEP: &str = "Ask this browser to keep it";
pub const PUT_ON_DEVICE: &str = "Put Foothold on this device";
