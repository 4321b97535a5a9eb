//! One history: a random walk through everything that can happen to a tablet.

use foothold::domain::id::WriterId;
use foothold::storage::backup::Backup;
use foothold::storage::moment::Moment;
use foothold::storage::opening::Want;
use foothold::storage::receipt::ReceiptError;
use foothold::storage::sign::Why;
use foothold::storage::sim::{Harm, LogFaults, ReceiptFaults, Torn};

use super::model::index;
use super::world::{Before, World, tell};

/// Steps of one history.
const STEPS: u64 = 60;

/// Runs the history of `seed`; on a violation says what and at which step.
pub(crate) fn run(seed: u64) -> Result<u64, String> {
    let mut world = World::new(seed);
    world.open(Want::Write, &Before::default())?;
    for step in 0..STEPS {
        take_step(&mut world).map_err(|fault| format!("step {step}: {fault}"))?;
        if std::env::var_os("FOOTHOLD_TRACE").is_some() {
            trace(&world, step);
        }
    }
    world.check_rest().map_err(|fault| format!("at rest: {fault}"))?;
    Ok(digest(&world))
}

fn trace(world: &World, step: u64) {
    let disk = world.disk.borrow();
    let engine = world.engine.as_ref();
    let sign = engine.map(|engine| (engine.sign(world.clock), engine.stores()));
    eprintln!("{step}: {sign:?} {engine:?} {:?} {:?}", disk.faults, world.receipt.faults);
    eprintln!("  log     {:?}", disk.records().keys().collect::<Vec<_>>());
    eprintln!("  receipt {:?}", world.receipt.records.keys().collect::<Vec<_>>());
    if let Some(opening) = &world.opening {
        eprintln!("  opening {:?} {:?}", opening.outcome, opening.notes);
    }
}

/// A number that differs when anything in the stores differs: the same seed must give the same.
fn digest(world: &World) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    world.disk.borrow().records().hash(&mut hasher);
    world.receipt.records.hash(&mut hasher);
    hasher.finish()
}

fn take_step(world: &mut World) -> Result<(), String> {
    match world.chance.below(100) {
        0..40 => write_some(world),
        40..50 => {
            let (name, text) = (format!("{}/words", world.chance.below(3)), "typing ".repeat(20));
            let (clock, is_kept) = (world.clock, world.chance.happens(70));
            if let Some(engine) = &mut world.engine {
                if is_kept {
                    engine.keep_draft(&name, &text, clock);
                } else {
                    engine.drop_draft(&name, clock);
                }
            }
            world.heed_sign()
        }
        50..70 => {
            let most = world.chance.below(4);
            let ms = world.chance.below(3_000);
            world.pass(ms);
            world.carry(usize::try_from(most).unwrap())
        }
        70..76 => {
            let ms = world.chance.below(60_000);
            world.pass(ms);
            let clock = world.clock;
            if let Some(engine) = &mut world.engine {
                engine.tick(clock);
            }
            world.heed_sign()
        }
        76..78 => {
            // The clock is set ten years back or forth.
            let years = 10 * 365 * 86_400_000;
            let earlier = Moment(world.clock.0.saturating_sub(years));
            world.clock = if world.chance.happens(50) { earlier } else { world.clock.plus(years) };
            Ok(())
        }
        78..80 => match pick_chart(world) {
            Some(chart) => {
                // A refusal is an answer.
                let _ = world.erase(chart);
                world.heed_sign()
            }
            None => Ok(()),
        },
        80..82 => snapshots(world),
        82..84 => backup_and_back(world),
        84..88 => {
            set_faults(world);
            Ok(())
        }
        88..91 => take_over(world),
        91..93 => world.check_rest(),
        _ => close_and_open(world),
    }
}

fn pick_chart(world: &mut World) -> Option<foothold::domain::id::ChartId> {
    let at = world.chance.below(world.charts.len() as u64);
    world.charts.get(usize::try_from(at).unwrap()).copied()
}

fn write_some(world: &mut World) -> Result<(), String> {
    let n = if world.chance.happens(5) { 70 } else { 1 + world.chance.below(4) };
    for _ in 0..n {
        let chart = if world.chance.happens(15) { None } else { pick_chart(world) };
        let length = if world.chance.below(500) == 0 {
            65_537 - world.chance.below(3)
        } else {
            world.chance.below(300)
        };
        // A refusal is an answer.
        let _ = world.write(chart, length);
        world.heed_sign()?;
    }
    Ok(())
}

fn snapshots(world: &mut World) -> Result<(), String> {
    let Some(chart) = pick_chart(world) else { return Ok(()) };
    let Some(engine) = &mut world.engine else { return Ok(()) };
    let stored = engine.chart(chart);
    let as_kept = format!("{:?}", stored.changes);
    if engine.snapshot(chart).is_some_and(|kept| kept != as_kept.as_bytes()) {
        return Err("a snapshot does not say what its changes say".to_owned());
    }
    engine.keep_snapshot(chart, as_kept.as_bytes());
    Ok(())
}

fn backup_and_back(world: &mut World) -> Result<(), String> {
    let Some(engine) = &mut world.engine else { return Ok(()) };
    let file = engine.backup(chrono::NaiveDateTime::default());
    let before = index(&engine.charts());
    let backup = Backup::read(&file).map_err(|error| format!("its own backup: {error}"))?;
    if index(&backup.charts()) != before {
        return Err("the backup holds something else than the charts".to_owned());
    }
    let writer = WriterId::new(world.chance.bits());
    match engine.restore(&file, writer, world.clock) {
        Ok(restored) if restored.new == 0 => {}
        Ok(_) => return Err("its own backup brings something new".to_owned()),
        // A tab that may not write, or a log that refuses.
        Err(_) => return Ok(()),
    }
    if index(&engine.charts()) == before {
        Ok(())
    } else {
        Err("a restore changed what was there".to_owned())
    }
}

fn set_faults(world: &mut World) {
    let chance = &mut world.chance;
    let mut log = LogFaults::default();
    let mut receipt = ReceiptFaults::default();
    match chance.below(8) {
        0 => log.refuses = 30,
        1 => {
            world.is_innocent = false;
            log.lies = 30;
        }
        2 => log.quota = Some(usize::try_from(2_000 + chance.below(200_000)).unwrap()),
        3 => log.no_access = true,
        4 => (receipt.aborts, receipt.hangs) = (40, 30),
        5 => receipt.full = true,
        6 => receipt.closes = 10,
        _ => {}
    }
    world.disk.borrow_mut().faults = log;
    world.receipt.faults = receipt;
}

/// Another tab wants to write; this one lets go, or is too slow and is fenced.
fn take_over(world: &mut World) -> Result<(), String> {
    world.disk.borrow_mut().faults = LogFaults::default();
    world.receipt.faults = ReceiptFaults::default();
    // Batches are begun at once: by now the tab has at least said who it is.
    world.carry(1)?;
    world.is_innocent = false;
    tell(|| "another tab takes over".to_owned());
    let mut old = world.engine.take();
    if world.chance.happens(50) {
        // The other process has looked before, and may see old things.
        world.process += 1;
        world.has_late = true;
        world.disk.borrow_mut().look(world.process);
    }
    if let Some(engine) = &mut old
        && world.chance.happens(50)
    {
        engine.close();
        while let Some(batch) = engine.next_batch(world.clock) {
            let id = batch.id;
            let answer = world.receipt.apply(batch);
            engine.complete(id, answer, world.clock);
        }
        engine.step_back(Why::OtherTab);
    }
    let opening = world.open_unseeing(Want::TakeOver);
    let charts = world.shown();
    // What the old tab took and never confirmed may come back late, kept aside.
    world.model.forget_unsaved();
    world.model.check_values(&charts)?;
    for name in world.model.absent(&charts) {
        if world.is_harmed {
            if let Some(bytes) = world.model.saved.remove(&name) {
                world.model.mourned.insert(name, bytes);
            }
            continue;
        }
        return Err(format!("{name:?} was saved by the tab before, and is not shown"));
    }
    for chart in world.model.risen(&charts) {
        // With IndexedDB harmed and the log put back, no store may know of the erasure any more.
        if !world.is_harmed {
            return Err("the tab before erased it, and it is shown".to_owned());
        }
        world.model.erased.remove(&chart);
    }
    if let Some(mut engine) = old {
        for _ in 0..world.chance.below(3) {
            let id = foothold::domain::id::ChangeId::new(engine.writer(), engine.next_counter());
            let chart = foothold::domain::id::ChartId(id);
            world.model.tried.entry((chart, id)).or_default().push(b"late".to_vec());
            world.has_late = true;
            let _ = engine.append(chart, id, b"late", world.clock);
        }
        if let Some(batch) = engine.next_batch(world.clock) {
            let id = batch.id;
            let answer = world.receipt.apply(batch);
            if answer != Err(ReceiptError::Fenced) {
                return Err(format!("the tab before still writes: {answer:?}"));
            }
            engine.complete(id, answer, world.clock);
        }
    }
    let shown = index(&charts);
    world.charts = opening.charts;
    world.charts.retain(|chart| shown.keys().any(|(other, _)| other == chart));
    Ok(())
}

fn close_and_open(world: &mut World) -> Result<(), String> {
    let mut before = Before::default();
    if let Some(mut engine) = world.engine.take() {
        if world.chance.happens(40) {
            engine.close();
        }
        world.engine = Some(engine);
        world.heed_sign()?;
        world.engine = None;
    }
    world.receipt.crash();
    let ending = world.chance.below(4);
    tell(|| {
        format!(
            "closed; {}",
            ["shut", "shut", "crashed", "crashed and torn"][usize::try_from(ending).unwrap()]
        )
    });
    world.is_log_old = 2 <= ending;
    match ending {
        0 | 1 => world.disk.borrow_mut().shut(),
        2 => world.disk.borrow_mut().crash(Torn::OneMoment),
        _ => {
            world.is_innocent = false;
            world.disk.borrow_mut().crash(Torn::AnySubset);
        }
    }
    world.model.forget_unsaved();
    if world.chance.happens(25) {
        harm(world, &mut before);
    }
    let log = LogFaults::default();
    world.disk.borrow_mut().faults = LogFaults { no_access: world.chance.happens(4), ..log };
    let no_opening = [None, Some(ReceiptError::Silent)][usize::from(world.chance.happens(8))];
    world.receipt.faults = ReceiptFaults { no_opening, ..ReceiptFaults::default() };
    let want = if world.chance.happens(4) { Want::Read(Why::OtherTab) } else { Want::Write };
    let was_readable = (world.disk.borrow().records().clone(), world.receipt.records.clone());
    world.open(want, &before)?;
    if matches!(want, Want::Read(_)) {
        if was_readable != (world.disk.borrow().records().clone(), world.receipt.records.clone()) {
            return Err("a tab that only shows has written".to_owned());
        }
        world.open(Want::Write, &before)?;
    }
    Ok(())
}

fn harm(world: &mut World, before: &mut Before) {
    let sides = world.chance.below(10);
    for _ in 0..=world.chance.below(2) {
        let at = usize::try_from(world.chance.below(Harm::ALL.len() as u64)).unwrap();
        let harm = Harm::ALL[at];
        tell(|| {
            format!(
                "{harm:?} befalls {}",
                ["both", "the log", "IndexedDB"][usize::from(sides != 5) + usize::from(5 < sides)]
            )
        });
        if sides < 6 {
            let mut records = world.disk.borrow().records().clone();
            before.log.get_or_insert_with(|| records.clone());
            harm.befall(&mut records, &mut world.chance);
            world.disk.borrow_mut().replace(records);
        }
        if 4 < sides {
            before.receipt.get_or_insert_with(|| world.receipt.records.clone());
            harm.befall(&mut world.receipt.records, &mut world.chance);
        }
    }
}
