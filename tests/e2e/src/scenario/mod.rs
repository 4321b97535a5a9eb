//! The scenarios: what must hold, in which engines, on which build.

mod backup;
mod bad_input;
mod comes_first;
mod damage;
mod desk;
mod early;
mod eyes;
mod guide;
mod hands;
mod keeping;
mod keyboard;
mod left;
mod main_job;
pub mod mountain;
mod offline;
mod open_page;
mod own_opening;
mod plain_pages;
mod refused;
mod tabs;
mod wish;

use std::pin::Pin;
use std::sync::Arc;

use crate::engine::{ALL, Engine};
use crate::fault::Check;
use crate::stage::Stage;

/// Which files are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// The app as people get it.
    App,
    /// The app with the script that drives it.
    Driven,
    /// A small page that tests the tests.
    Fixture,
}

type Acts = Pin<Box<dyn Future<Output = Check> + Send>>;

/// One thing that must hold.
#[derive(Debug)]
pub struct Scenario {
    /// A statement, or the short name of one.
    pub name: &'static str,
    /// Where it is played.
    pub engines: &'static [Engine],
    /// What is served.
    pub build: Build,
    /// Under which path.
    pub base: &'static str,
    /// Whether it promises that nothing is lost.
    pub keeps: bool,
    /// What is done.
    pub run: fn(Arc<Stage>) -> Acts,
}

macro_rules! scenario {
    ($name:literal, $engines:expr, $build:ident, $base:literal, $run:path) => {
        scenario!($name, $engines, $build, $base, $run, keeps: false)
    };
    ($name:literal, $engines:expr, $build:ident, $base:literal, $run:path, keeps: $keeps:literal) => {
        Scenario {
            name: $name,
            engines: $engines,
            build: Build::$build,
            base: $base,
            keeps: $keeps,
            run: |stage| Box::pin($run(stage)),
        }
    };
}

/// All scenarios, the long ones first, so that the last minutes are not spent on one browser alone.
#[rustfmt::skip] // one row a scenario
pub const SCENARIOS: &[Scenario] = &[
    scenario!("bad input in every text field", &ALL, App, "/", bad_input::in_every_text_field),
    scenario!("one flipped bit", &ALL, Driven, "/", damage::one_flipped_bit, keeps: true),
    scenario!("main job, looked at closely", &ALL, App, "/some/where/", main_job::looked_at_closely),
    scenario!("whole job without a server", &ALL, App, "/some/where/", offline::whole_job),
    scenario!("closed and reopened without a server", &ALL, Driven, "/", offline::closed_and_reopened, keeps: true),
    scenario!("main job", &ALL, App, "/", main_job::from_words_to_worksheet),
    scenario!("first minute with a made-up chart", &ALL, App, "/", open_page::made_up_chart),
    scenario!("the desk knows what the language knows", &ALL, App, "/", desk::knows_what_the_language_knows),
    scenario!("the desk asks what makes it matter", &ALL, App, "/", desk::asks_what_makes_it_matter),
    scenario!("the main action follows the state", &ALL, App, "/", open_page::main_action_follows),
    scenario!("each answer goes where it belongs", &ALL, App, "/", guide::each_answer_goes_where_it_belongs),
    scenario!("nothing has to be known", &ALL, App, "/", guide::nothing_has_to_be_known),
    scenario!("a vague wish, its objective, and all the way back", &ALL, App, "/", wish::becomes_an_objective_and_back),
    scenario!("the sentence offers its steps", &ALL, App, "/", wish::offers_its_steps),
    scenario!("an opening is only a beginning", &ALL, App, "/", guide::an_opening_is_only_a_beginning),
    scenario!("an opening of one's own keeps no name", &ALL, App, "/", own_opening::keeps_no_name, keeps: true),
    scenario!("an opening of one's own goes with a backup", &ALL, App, "/", own_opening::goes_with_a_backup, keeps: true),
    scenario!("what cannot be read stays", &ALL, App, "/", guide::what_cannot_be_read_stays),
    scenario!("a tap finds its button", &ALL, App, "/", guide::a_tap_finds_its_button),
    scenario!("who does it, and what is taken back", &ALL, App, "/", open_page::who_does_it),
    scenario!("today's answer is put right", &ALL, App, "/", open_page::answer_put_right),
    scenario!("the tablet upright", &ALL, App, "/some/where/", open_page::tablet_upright),
    scenario!("whole job by keyboard alone", &ALL, App, "/", keyboard::whole_job),
    scenario!("a full browser", &ALL, App, "/", refused::full, keeps: true),
    scenario!("backup out and in", &ALL, App, "/", backup::out_and_in, keeps: true),
    scenario!("a newer version, when asked", &ALL, App, "/some/where/", offline::newer_when_asked),
    scenario!("two tabs, one writes", &ALL, App, "/", tabs::one_writes, keeps: true),
    scenario!("nothing old comes back", &ALL, App, "/", left::nothing_old_comes_back, keeps: true),
    scenario!("nothing that nobody meant", &ALL, App, "/", left::nothing_that_nobody_meant),
    scenario!("a backup is asked for", &ALL, App, "/", keeping::a_backup_is_asked_for),
    scenario!("no lock is explained", &ALL, App, "/", keeping::no_lock_is_explained),
    scenario!("what the browser promises", &ALL, App, "/", keeping::what_the_browser_promises),
    scenario!("help from every page", &ALL, App, "/some/where/", plain_pages::help_from_every_page),
    scenario!("words that come first", &ALL, App, "/", comes_first::words_that_come_first),
    scenario!("never a white screen", &ALL, Driven, "/", plain_pages::never_a_white_screen),
    scenario!("bad numbers and days", &ALL, App, "/", bad_input::in_numbers_and_days),
    scenario!("nothing confirms a save", &ALL, App, "/", refused::nothing_confirms, keeps: true),
    scenario!("a child climbs the mountain", &ALL, App, "/", mountain::climbed),
    scenario!("the mountain on paper", &ALL, App, "/", mountain::on_paper),
    scenario!("the mountain, for whom it is", &ALL, App, "/", mountain::for_whom),
    scenario!("storage blocked", &ALL, App, "/", refused::storage_blocked),
    scenario!("no WebAssembly", &ALL, App, "/", refused::no_web_assembly),
    scenario!("typing before the app is up", &ALL, App, "/", early::no_key_is_lost),
    scenario!("typing in the first 50 ms", &ALL, Driven, "/", early::first_50_ms),
    scenario!("without motion", &ALL, App, "/", eyes::without_motion),
    scenario!("four times as large", &ALL, App, "/", eyes::four_times_as_large),
    scenario!("Begin before the app is up", &ALL, App, "/", early::begin_is_remembered),
    scenario!("other pages come later", &ALL, App, "/", early::other_pages_come_later),
    scenario!("an address inside the app, early", &ALL, App, "/", early::an_address_waits),
    scenario!("hands find what the browser hears", &ALL, Fixture, "/", hands::find_what_the_browser_hears),
    scenario!("hands type, drag and tell the day", &ALL, Fixture, "/some/where/", hands::type_drag_and_tell_the_day),
    scenario!("a page that drives itself is kept", &ALL, Fixture, "/", hands::drive_themselves),
];
