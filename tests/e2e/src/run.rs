//! Runs scenarios, two browsers at a time, one line each, and closes with the line that cargo's own tests close with.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::Wish;
use crate::engine::Engine;
use crate::fault::{Check, Fault};
use crate::scenario::{Build, SCENARIOS, Scenario};
use crate::stage::Stage;

/// How long a scenario may take before it counts as failed, on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(300);

/// Scenarios of one run that may be played a second time.
const MOST_STUMBLES: usize = 2;
static STUMBLES: AtomicUsize = AtomicUsize::new(0);

/// Two cores carry two browsers.
const AT_ONCE: usize = 2;

/// Does what was asked for on the command line; true when all of it held.
pub async fn wished(wish: Wish) -> bool {
    match wish.words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => scenarios(wish).await,
        ["kill"] => kills(wish).await,
        ["shots", folder] => {
            let folder = PathBuf::from(folder);
            let app = async |stage| crate::shots::take(stage, &folder).await;
            let mountain = async |stage| crate::shots::mountain(stage, &folder).await;
            let wanted = |name: &str| name.contains(&wish.only);
            let (first, second) = ("pictures", "pictures of the mountain");
            let taken = !wanted(first) || one(Engine::Chromium, first, Build::App, "/", app).await;
            let more =
                !wanted(second) || one(Engine::Chromium, second, Build::App, "/", mountain).await;
            taken && more
        }
        other => {
            println!("not known: {}", other.join(" "));
            false
        }
    }
}

/// Lets jobs run, two at a time, and closes with the line that counts them.
#[derive(Debug)]
struct Tally {
    started: Instant,
    room: Arc<Semaphore>,
    running: JoinSet<bool>,
    ignored: usize,
}

impl Tally {
    fn new() -> Self {
        Self {
            started: Instant::now(),
            room: Arc::new(Semaphore::new(AT_ONCE)),
            running: JoinSet::new(),
            ignored: 0,
        }
    }

    fn add(
        &mut self,
        engine: Engine,
        name: &str,
        job: impl Future<Output = bool> + Send + 'static,
    ) {
        let missing = engine.missing();
        if !missing.is_empty() {
            self.ignored += 1;
            println!("{engine:<9} {name} ... ignored, missing: {}", missing.join(", "));
            return;
        }
        let room = Arc::clone(&self.room);
        self.running.spawn(async move {
            let _place = room.acquire_owned().await;
            job.await
        });
    }

    async fn close(mut self) -> bool {
        let (mut passed, mut failed) = (0, 0);
        while let Some(done) = self.running.join_next().await {
            if matches!(done, Ok(true)) {
                passed += 1;
            } else {
                failed += 1;
            }
        }
        let verdict = if failed == 0 { "ok" } else { "FAILED" };
        println!(
            "\ntest result: {verdict}. {passed} passed; {failed} failed; {} ignored; 0 measured; 0 filtered out; finished in {:.2}s",
            self.ignored,
            self.started.elapsed().as_secs_f64()
        );
        failed == 0
    }
}

async fn scenarios(wish: Wish) -> bool {
    let chosen: Vec<(Engine, &'static Scenario)> = SCENARIOS
        .iter()
        .flat_map(|scenario| scenario.engines.iter().map(move |engine| (*engine, scenario)))
        .filter(|(engine, scenario)| {
            wish.engines.contains(engine) && scenario.name.contains(&wish.only)
        })
        .collect();
    if wish.list {
        for (engine, scenario) in &chosen {
            println!("{engine:<9} {}", scenario.name);
        }
        return true;
    }
    let mut tally = Tally::new();
    println!("\nrunning {} scenarios", chosen.len());
    for (engine, of) in chosen {
        tally.add(engine, of.name, async move {
            if one(engine, of.name, of.build, of.base, of.run).await {
                return true;
            }
            // On a machine with two cores a driver loses keys, sizes and scrolls. What fails twice is ours; the first
            // failure stays in the report; what promises that nothing is lost is never asked twice; and a run in which
            // more than a few stumble has failed.
            let again = !of.keeps && STUMBLES.fetch_add(1, Ordering::Relaxed) < MOST_STUMBLES;
            again && {
                println!("{engine:<9} {} ... once more", of.name);
                one(engine, of.name, of.build, of.base, of.run).await
            }
        });
    }
    tally.close().await
}

async fn kills(wish: Wish) -> bool {
    let mut tally = Tally::new();
    let times = wish.times;
    println!("\nkilling each browser {times} times, right after \"Saved on this tablet\"");
    for engine in wish.engines {
        let play = move |stage| crate::kill::times(stage, times);
        tally.add(engine, "killed", async move {
            let whole = one(engine, "killed", Build::Driven, "/", play).await;
            if whole {
                println!("{engine:<9} {times} of {times} whole");
            }
            whole
        });
    }
    tally.close().await
}

/// Plays one scenario and prints its line.
async fn one<A, F>(engine: Engine, name: &str, served: Build, base: &str, acts: A) -> bool
where
    A: FnOnce(Arc<Stage>) -> F,
    F: Future<Output = Check>,
{
    let started = Instant::now();
    let result = play(engine, name, served, base, acts).await;
    let seconds = started.elapsed().as_secs();
    match &result {
        Ok(()) => println!("{engine:<9} {name} ... ok ({seconds} s)"),
        Err(fault) => println!("{engine:<9} {name} ... FAILED ({seconds} s)\n    {fault}"),
    }
    result.is_ok()
}

async fn play<A, F>(engine: Engine, name: &str, served: Build, base: &str, acts: A) -> Check
where
    A: FnOnce(Arc<Stage>) -> F,
    F: Future<Output = Check>,
{
    let stage = Stage::new(engine, evidence(engine, name), &build(served), base).await?;
    let stage = Arc::new(stage);
    let result = match tokio::time::timeout(PATIENCE, acts(Arc::clone(&stage))).await {
        Ok(Ok(())) => stage.end().await,
        Ok(Err(fault)) => Err(fault),
        Err(_) => Err(Fault::new("took too long")),
    };
    if result.is_err() {
        let _ = tokio::time::timeout(Duration::from_secs(20), stage.keep_evidence()).await;
    }
    result.map_err(|fault| Fault(format!("{}: {fault}", stage.last_step())))
}

/// The folder of the build that a scenario wants.
pub fn build(build: Build) -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let named = |variable: &str, otherwise: &str| {
        std::env::var_os(variable).map_or_else(|| here.join("../..").join(otherwise), PathBuf::from)
    };
    match build {
        Build::App => named("FOOTHOLD_DIST", "dist"),
        Build::Driven => named("FOOTHOLD_DIST_DRIVEN", "dist-driven"),
        Build::Fixture => here.join("fixture"),
    }
}

/// Where a scenario leaves its pictures.
pub fn evidence(engine: Engine, name: &str) -> PathBuf {
    let out = std::env::var_os("FOOTHOLD_E2E_OUT").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/e2e"),
        PathBuf::from,
    );
    out.join(engine.to_string()).join(name.replace(' ', "-"))
}
