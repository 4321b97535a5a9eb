//! Every single call to either store fails once, in every scenario, and nothing that was promised is lost.

use foothold::storage::opening::Want;
use foothold::storage::outcome::Remedy;
use foothold::storage::sim::{LogFaults, Torn};

use crate::history::world::{Before, World};
use crate::scenario::{SCENARIOS, Scenario, gone};

/// How the one call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    LogThrows,
    LogLies,
    ReceiptAborts,
    ReceiptHangs,
}

/// What comes after the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// The tab goes on until nothing waits.
    GoesOn,
    /// The tab is killed at once; the log keeps what it got.
    Gone,
    /// The browser is killed at once, and the log falls back to an earlier moment.
    Killed,
}

/// Runs a scenario in which call `n` fails; false when it made fewer calls.
fn run(scenario: &Scenario, fault: Fault, ending: Ending, n: u64) -> Result<bool, String> {
    let mut world = World::new(1);
    world.open(Want::Write, &Before::default())?;
    (scenario.before)(&mut world)?;
    world.disk.borrow_mut().count_from_here();
    world.receipt.count_from_here();
    match fault {
        Fault::LogThrows | Fault::LogLies => {
            let faults = &mut world.disk.borrow_mut().faults;
            (faults.nth, faults.nth_lies) = (Some(n), fault == Fault::LogLies);
        }
        Fault::ReceiptAborts | Fault::ReceiptHangs => {
            world.receipt.faults.nth = Some(n);
            world.receipt.faults.nth_hangs = fault == Fault::ReceiptHangs;
        }
    }
    (scenario.act)(&mut world)?;
    let was_unread = world.has_unread;
    let n_calls = match fault {
        Fault::LogThrows | Fault::LogLies => world.disk.borrow().calls(),
        Fault::ReceiptAborts | Fault::ReceiptHangs => world.receipt.calls(),
    };
    world.disk.borrow_mut().faults = LogFaults::default();
    world.receipt.faults.nth = None;
    if ending != Ending::GoesOn {
        gone(&mut world);
        world.is_log_old = ending == Ending::Killed;
        if world.is_log_old {
            world.disk.borrow_mut().crash(Torn::OneMoment);
        }
        world.open(Want::Write, &Before::default())?;
    }
    world.check_rest()?;
    // What a tab left in the log that was no longer the writer is only seen by the opening after it.
    world.check_rest()?;
    let notes = &world.opening.as_ref().unwrap().notes;
    let is_lost = notes.iter().any(|note| note.remedy == Remedy::Lost);
    // True alarms: a loss that was confirmed, when the confirmation went with a kill; a change that was seen
    // and could not be read, when it went with one. And when IndexedDB is damaged while the log would not show
    // its manifest, no store can say which places were sealed: rather an alarm too many than one too few.
    let may_be_said = (scenario.name == "a loss is confirmed" || was_unread)
        && ending == Ending::Killed
        || (scenario.name.starts_with("IndexedDB") && fault == Fault::LogThrows);
    if is_lost && !may_be_said {
        return Err(format!("a false alarm: {notes:?}"));
    }
    Ok(n <= n_calls)
}

/// Lets every call fail in turn, in every scenario.
fn check(fault: Fault) -> Result<(), String> {
    for scenario in &SCENARIOS {
        for ending in [Ending::GoesOn, Ending::Gone, Ending::Killed] {
            let mut n = 1;
            while run(scenario, fault, ending, n)
                .map_err(|told| format!("{}, call {n}, {ending:?}: {told}", scenario.name))?
            {
                n += 1;
            }
        }
    }
    Ok(())
}

#[test]
fn one_call_of_the_log_that_throws_loses_nothing() -> Result<(), String> {
    check(Fault::LogThrows)
}

#[test]
fn one_call_of_the_log_that_pretends_loses_nothing() -> Result<(), String> {
    check(Fault::LogLies)
}

#[test]
fn one_aborted_transaction_loses_nothing() -> Result<(), String> {
    check(Fault::ReceiptAborts)
}

#[test]
fn one_transaction_that_commits_without_an_answer_loses_nothing() -> Result<(), String> {
    check(Fault::ReceiptHangs)
}
