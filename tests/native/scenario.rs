//! What a person does on one tablet, with what was there before.

use foothold::domain::id::{ChangeId, ChartId, WriterId};
use foothold::storage::backup::Backup;
use foothold::storage::engine::Engine;
use foothold::storage::opening::Want;
use foothold::storage::receipt::ReceiptError;
use foothold::storage::sign::Why;
use foothold::storage::sim::{LogFaults, Records, Torn};

use crate::history::model::index;
use crate::history::world::{Before, World};

pub(crate) type Told = Result<(), String>;

/// Something a person does, with what was there before.
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    pub(crate) before: fn(&mut World) -> Told,
    pub(crate) act: fn(&mut World) -> Told,
}

pub(crate) const SCENARIOS: [Scenario; 27] = [
    Scenario { name: "a first change", before: fresh, act: write_one },
    Scenario { name: "a change after others", before: a_few, act: write_one },
    Scenario { name: "changes until the journal is sealed", before: nearly_full, act: write_ten },
    Scenario { name: "the tab closes", before: a_few, act: close },
    Scenario { name: "the journal is idle", before: twenty, act: wait },
    Scenario { name: "a draft", before: a_few, act: keep_draft },
    Scenario { name: "a draft is given up", before: with_draft, act: drop_draft },
    Scenario { name: "the page is hidden while typing", before: a_few, act: type_and_hide },
    Scenario { name: "a chart is erased", before: sealed, act: erase },
    Scenario { name: "snapshots", before: a_few, act: snapshots },
    Scenario { name: "a backup", before: sealed, act: back_up },
    Scenario { name: "a backup comes back", before: a_few, act: restore },
    Scenario {
        name: "a backup comes back while a block waits",
        before: nearly_full,
        act: seal_and_restore,
    },
    Scenario { name: "a chart of many blocks", before: many_blocks, act: open },
    Scenario { name: "a tab that only shows", before: killed, act: look },
    Scenario { name: "opening after a kill", before: killed, act: open },
    Scenario { name: "the log is healed", before: log_torn, act: open },
    Scenario { name: "IndexedDB is healed", before: receipt_torn, act: open },
    Scenario { name: "the log was emptied", before: log_emptied, act: open },
    Scenario { name: "IndexedDB was emptied", before: receipt_emptied, act: open },
    Scenario { name: "another tab takes over", before: sealed, act: take_over },
    Scenario { name: "late entries are found", before: late, act: open },
    Scenario { name: "a late entry is accepted", before: late_aside, act: accept },
    Scenario { name: "a late entry is dropped", before: late_aside, act: drop_aside },
    Scenario { name: "a loss is confirmed", before: loss, act: acknowledge },
    Scenario { name: "the log is full", before: full, act: write_ten },
    Scenario { name: "two writers that saw one store each", before: two_writers, act: open },
];
fn fresh(world: &mut World) -> Told {
    world.carry(5)
}

fn write(world: &mut World, n: usize) -> Told {
    for nth in 0..n {
        let chart = world.charts.get(nth % 3).copied();
        // A refusal is an answer.
        let _ = world.write(chart, 40);
        world.heed_sign()?;
    }
    Ok(())
}

fn a_few(world: &mut World) -> Told {
    write(world, 5)?;
    world.calm_down()
}

/// The journal is sealed at 64 changes.
fn nearly_full(world: &mut World) -> Told {
    write(world, 58)?;
    world.calm_down()
}

fn twenty(world: &mut World) -> Told {
    write(world, 20)?;
    world.carry(5)
}

fn sealed(world: &mut World) -> Told {
    write(world, 68)?;
    world.calm_down()
}

fn write_one(world: &mut World) -> Told {
    write(world, 1)?;
    world.carry(5)
}

fn write_ten(world: &mut World) -> Told {
    write(world, 10)?;
    world.carry(9)
}

fn chart(world: &World, nth: usize) -> ChartId {
    *world.charts.get(nth).unwrap()
}

fn engine(world: &mut World) -> &mut Engine {
    world.engine.as_mut().unwrap()
}

fn close(world: &mut World) -> Told {
    engine(world).close();
    world.carry(9)
}

fn wait(world: &mut World) -> Told {
    world.pass(40_000);
    let clock = world.clock;
    engine(world).tick(clock);
    world.carry(9)
}

fn keep_draft(world: &mut World) -> Told {
    let clock = world.clock;
    engine(world).keep_draft("1/words", "half a sent", clock);
    world.carry(5)
}

fn with_draft(world: &mut World) -> Told {
    a_few(world)?;
    keep_draft(world)
}

fn drop_draft(world: &mut World) -> Told {
    let clock = world.clock;
    engine(world).drop_draft("1/words", clock);
    world.carry(5)
}

fn type_and_hide(world: &mut World) -> Told {
    let clock = world.clock;
    for n in 0..4 {
        engine(world).keep_draft("1/words", &"typing ".repeat(4_000 + n), clock);
    }
    engine(world).flush();
    world.carry(5)
}

fn erase(world: &mut World) -> Told {
    // A refusal is an answer.
    let _ = world.erase(chart(world, 1));
    world.carry(9)
}

fn snapshots(world: &mut World) -> Told {
    let chart = chart(world, 0);
    for n in 1..4 {
        let bytes = format!("as of {n}");
        let is_kept = engine(world).keep_snapshot(chart, bytes.as_bytes());
        let found = engine(world).snapshot(chart);
        if is_kept && found.is_some_and(|found| found != bytes.as_bytes()) {
            return Err("another snapshot than the newest".to_owned());
        }
    }
    world.carry(5)
}

fn back_up(world: &mut World) -> Told {
    let file = engine(world).backup(chrono::NaiveDateTime::default());
    let backup = Backup::read(&file).map_err(|error| error.to_string())?;
    if index(&backup.charts()) != index(&engine(world).charts()) {
        return Err("the backup holds something else than the charts".to_owned());
    }
    write_one(world)
}

fn restore(world: &mut World) -> Told {
    let mut other = World::new(77);
    other.open(Want::Write, &Before::default())?;
    sealed(&mut other)?;
    let file = engine(&mut other).backup(chrono::NaiveDateTime::default());
    for (name, bytes) in &other.model.saved {
        world.model.tried.entry(*name).or_default().push(bytes.clone());
    }
    let clock = world.clock;
    if engine(world).restore(&file, WriterId::new(5), clock).is_ok() {
        world.model.taken.append(&mut other.model.saved);
    }
    world.carry(9)
}

fn seal_and_restore(world: &mut World) -> Told {
    write(world, 10)?;
    // Its own backup brings nothing new: nothing but the manifest is written, and IndexedDB has got nothing yet.
    let file = engine(world).backup(chrono::NaiveDateTime::default());
    let clock = world.clock;
    // A refusal is an answer.
    let _ = engine(world).restore(&file, WriterId::new(5), clock);
    Ok(())
}

/// The tab is gone without a word.
pub(crate) fn gone(world: &mut World) {
    world.engine = None;
    world.receipt.crash();
    world.model.forget_unsaved();
}

fn killed(world: &mut World) -> Told {
    sealed(world)?;
    write(world, 3)?;
    world.carry(1)?;
    write(world, 3)?;
    gone(world);
    world.disk.borrow_mut().crash(Torn::OneMoment);
    Ok(())
}

fn open(world: &mut World) -> Told {
    let opening = world.open_blindly(Want::Write);
    world.model.check_values(&world.shown())?;
    world.charts = opening.charts;
    world.carry(9)
}

fn many_blocks(world: &mut World) -> Told {
    for _ in 0..4 {
        write(world, 1)?;
        for _ in 0..63 {
            world.write(Some(chart(world, 0)), 9).map_err(|error| error.to_string())?;
        }
        world.calm_down()?;
    }
    gone(world);
    Ok(())
}

fn look(world: &mut World) -> Told {
    let stored =
        |world: &World| (world.disk.borrow().records().clone(), world.receipt.records.clone());
    let before = stored(world);
    world.open_blindly(Want::Read(Why::OtherTab));
    world.model.check_values(&world.shown())?;
    if stored(world) != before {
        return Err("a tab that only shows has written".to_owned());
    }
    open(world)
}

/// Every third record goes, and every fifth loses its end.
fn tear(records: &mut Records) {
    let mut nth = 0;
    records.retain(|_, text| {
        nth += 1;
        if nth % 5 == 0 {
            text.truncate(20);
        }
        nth % 3 != 0
    });
}

fn log_torn(world: &mut World) -> Told {
    sealed(world)?;
    gone(world);
    world.is_innocent = false;
    let mut records = world.disk.borrow().records().clone();
    tear(&mut records);
    world.disk.borrow_mut().replace(records);
    Ok(())
}

fn receipt_torn(world: &mut World) -> Told {
    sealed(world)?;
    gone(world);
    (world.is_innocent, world.is_harmed) = (false, true);
    tear(&mut world.receipt.records);
    Ok(())
}

fn log_emptied(world: &mut World) -> Told {
    sealed(world)?;
    gone(world);
    world.disk.borrow_mut().replace(Records::new());
    Ok(())
}

fn receipt_emptied(world: &mut World) -> Told {
    sealed(world)?;
    gone(world);
    (world.is_innocent, world.is_harmed) = (false, true);
    world.receipt.records.clear();
    Ok(())
}

fn take_over(world: &mut World) -> Told {
    // The tab before lets go without a word, and its last change has no receipt.
    write(world, 1)?;
    world.engine = None;
    world.model.forget_unsaved();
    world.process += 1;
    world.has_late = true;
    world.is_innocent = false;
    world.open_unseeing(Want::TakeOver);
    world.model.check_values(&world.shown())?;
    write_one(world)
}

fn late(world: &mut World) -> Told {
    a_few(world)?;
    let mut old = world.engine.take().unwrap();
    world.disk.borrow_mut().look(1);
    world.process = 1;
    open(world)?;
    world.calm_down()?;
    let id = ChangeId::new(old.writer(), old.next_counter());
    world.model.tried.entry((ChartId(id), id)).or_default().push(b"late".to_vec());
    old.append(ChartId(id), id, b"late", world.clock).map_err(|error| error.to_string())?;
    gone(world);
    world.is_innocent = false;
    Ok(())
}

fn late_aside(world: &mut World) -> Told {
    late(world)?;
    open(world)?;
    world.calm_down()?;
    if engine(world).asides().is_empty() { Err("nothing late".to_owned()) } else { Ok(()) }
}

fn accept(world: &mut World) -> Told {
    let clock = world.clock;
    for (key, _) in engine(world).asides() {
        // A refusal is an answer.
        let _ = engine(world).accept_aside(&key, clock);
    }
    world.carry(9)
}

fn drop_aside(world: &mut World) -> Told {
    for (key, _) in engine(world).asides() {
        engine(world).drop_aside(&key);
    }
    world.carry(9)
}

fn loss(world: &mut World) -> Told {
    a_few(world)?;
    gone(world);
    let is_lost = |key: &str| key.starts_with("fh1.j.") && key.contains(".3.");
    let before = Before {
        log: Some(world.disk.borrow().records().clone()),
        receipt: Some(world.receipt.records.clone()),
    };
    let mut records = world.disk.borrow().records().clone();
    records.retain(|key, _| !is_lost(key));
    world.disk.borrow_mut().replace(records);
    world.receipt.records.retain(|key, _| !is_lost(key));
    world.open(Want::Write, &before)?;
    world.calm_down()
}

fn acknowledge(world: &mut World) -> Told {
    engine(world).acknowledge();
    world.carry(9)
}

fn full(world: &mut World) -> Told {
    nearly_full(world)?;
    let used = engine(world).usage().used;
    // Less than the changes and the block they are sealed into need, even when the ballast has gone.
    world.disk.borrow_mut().faults.quota = Some(used - 128 * 1024 + 1_500);
    Ok(())
}

fn two_writers(world: &mut World) -> Told {
    sealed(world)?;
    gone(world);
    world.receipt.faults.no_opening = Some(ReceiptError::Silent);
    open(world)?;
    write(world, 3)?;
    gone(world);
    world.receipt.faults.no_opening = None;
    world.disk.borrow_mut().faults.no_access = true;
    open(world)?;
    write(world, 3)?;
    world.carry(5)?;
    gone(world);
    world.is_innocent = false;
    world.disk.borrow_mut().faults = LogFaults::default();
    Ok(())
}
