//! A practice that has been at work for a while, as both stores of a browser would hold it: what the bench starts from.
//!
//! `cargo run -q --release --no-default-features --example stored -- RATINGS [RATINGS OF EACH CHART] > stored.json`
//!
//! Out comes one JSON object: `records` (key and text, the same in both stores), `covers` (localStorage only), `addresses` of pages with something
//! on them, and `changes` (every change as JSON, for comparing readers). With the word `time` behind the numbers it
//! opens the stores and reads every chart five times instead and writes how long each took (milliseconds, one a line).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::Instant;

use chrono::{Days, NaiveDate};
use foothold::domain::change::{Change, Edit};
use foothold::domain::history::History;
use foothold::domain::id::{ChangeId, ChartId, GoalId, ObjectiveId, WriterId};
use foothold::domain::moment::Moment;
use foothold::domain::person::{AgeBand, GoalWord, Person, Role};
use foothold::domain::rating::{RatingKind, Scale, Subject};
use foothold::domain::summary::Summary;
use foothold::domain::words::{ChartName, OwnWords};
use foothold::storage::chance::Chance;
use foothold::storage::engine::Engine;
use foothold::storage::moment::Moment as Clock;
use foothold::storage::opening::{Setup, Want};
use foothold::storage::receipt::known_epoch;
use foothold::storage::saved;
use foothold::storage::sim::{Disk, Purpose, SimLog, SimReceipt};
use serde_json::json;

const WRITER: WriterId = WriterId::new(0xf007);
const STEPS: [&str; 5] = [
    "Stand at the bus stop",
    "Ride one stop",
    "Ride two stops",
    "Ride to work with a friend",
    "Ride to work alone",
];

type Records = BTreeMap<String, String>;

/// What is stored, where to look, and what was written.
struct Practice {
    records: Records,
    /// What the app keeps for its list.
    covers: Records,
    addresses: Vec<String>,
    changes: Vec<Change>,
}

/// An engine over the two stores it writes to.
type Opened = (Engine, Rc<RefCell<Disk>>, SimReceipt);

/// Opens the two stores that hold `records`.
fn open(records: &Records) -> Result<Opened, Box<dyn Error>> {
    let disk = Disk::new(0);
    disk.borrow_mut().replace(records.clone());
    let log = SimLog::new(&disk, 0);
    let mut receipt = SimReceipt::new(0);
    receipt.records.clone_from(records);
    let image = receipt.open(Purpose::Write, known_epoch(Some(&log)))?;
    let setup = Setup {
        want: Want::Write,
        writer: WRITER,
        chance: 9,
        schema: 1,
        was_here: false,
        now: Clock(0),
    };
    let (engine, _) = Engine::open(Some(Box::new(log)), Ok(image), setup);
    Ok((engine, disk, receipt))
}

/// Everything read and folded, as the app does with a chart when it is opened.
fn fold(engine: &Engine) -> Result<Vec<History>, Box<dyn Error>> {
    let mut histories = Vec::new();
    for chart in engine.charts() {
        let changes: Result<Vec<Change>, _> =
            chart.changes.iter().map(|(_, bytes)| saved::decode(bytes)).collect();
        histories.push(History::fold(chart.id, changes?));
    }
    Ok(histories)
}

/// Makes changes and keeps them, one after the other.
struct Scribe {
    engine: Engine,
    disk: Rc<RefCell<Disk>>,
    receipt: SimReceipt,
    clock: Clock,
    changes: Vec<Change>,
}

impl Scribe {
    fn write(
        &mut self,
        chart: Option<ChartId>,
        day: NaiveDate,
        edit: Edit,
    ) -> Result<ChangeId, Box<dyn Error>> {
        let id = ChangeId::new(WRITER, self.engine.next_counter());
        let change = Change {
            id,
            at: Moment::new(day, 600, 60)?,
            by: Person::of(Role::Therapist),
            whose: None,
            why: None,
            undoes: None,
            edit,
        };
        let chart = chart.unwrap_or(ChartId(id));
        self.engine.append(chart, id, &saved::encode(&change)?, self.clock)?;
        self.changes.push(change);
        if self.changes.len().is_multiple_of(64) {
            self.rest()?;
        }
        Ok(id)
    }

    /// Lets everything that waits be done.
    fn rest(&mut self) -> Result<(), Box<dyn Error>> {
        for _ in 0..20 {
            if self.engine.is_settled() {
                break;
            }
            self.clock = self.clock.plus(6_000);
            self.engine.tick(self.clock);
            while let Some(batch) = self.engine.next_batch(self.clock) {
                let id = batch.id;
                let answer = self.receipt.apply(batch);
                answer?;
                self.engine.complete(id, answer, self.clock);
            }
        }
        Ok(())
    }
}

/// Charts with a goal, an objective, five steps and dated ratings, all from one seed.
fn practice(ratings: usize, each: usize) -> Result<Practice, Box<dyn Error>> {
    let (engine, disk, receipt) = open(&Records::new())?;
    let mut scribe = Scribe { engine, disk, receipt, clock: Clock(0), changes: Vec::new() };
    let mut chance = Chance::new(7);
    let first = NaiveDate::from_ymd_opt(2023, 1, 2).ok_or("no such day")?;
    let mut addresses = vec!["#/".to_owned(), "#/settings".to_owned()];
    let mut left = ratings;
    let mut number = 0;
    while left > 0 {
        let begin = Edit::Begin {
            name: ChartName::new(&format!("C{number}"))?,
            band: AgeBand::Adult,
            word: GoalWord::Goal,
        };
        let chart = ChartId(scribe.write(None, first, begin)?);
        let at = Some(chart);
        let goal = GoalId(scribe.write(
            at,
            first,
            Edit::AddGoal(OwnWords::new("I want to get out more")?),
        )?);
        let objective = ObjectiveId(scribe.write(at, first, Edit::AddObjective(goal))?);
        let what = Some(OwnWords::new("Ride the bus to work")?);
        scribe.write(at, first, Edit::SetWhat(objective, what))?;
        for step in STEPS {
            scribe.write(at, first, Edit::AddRung(objective, OwnWords::new(step)?))?;
        }
        let count = left.min(each);
        for nth in 0..count {
            let days = Days::new(u64::try_from(nth * 1_000 / count)?);
            let edit = Edit::Rate {
                about: Subject::Objective(objective),
                kind: RatingKind::Progress,
                scale: Scale::OneToTen,
                value: u8::try_from(1 + chance.below(10))?,
                rater: Person::of(Role::Client),
            };
            scribe.write(at, first.checked_add_days(days).unwrap_or(first), edit)?;
        }
        if number == 0 {
            let page = format!("#/chart/{chart}");
            addresses.extend(
                ["build", "ladder", "paper"].map(|tool| format!("{page}/{tool}/{objective}")),
            );
            addresses.insert(2, page);
        }
        left -= count;
        number += 1;
    }
    scribe.engine.close();
    scribe.rest()?;
    for history in fold(&scribe.engine)? {
        let cover = saved::encode_summary(&Summary::of(&history, 0));
        scribe.engine.keep_snapshot(history.chart().id(), &cover);
    }
    let mut covers = scribe.disk.borrow().records().clone();
    covers.retain(|key, _| key.starts_with("fh1.s."));
    let mut records = scribe.receipt.records;
    // The browser's first start raises the epoch itself; a fence from here would be as good, but is not the log's.
    records.remove(foothold::storage::receipt::FENCE);
    Ok(Practice { records, covers, addresses, changes: scribe.changes })
}

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, otherwise: usize| match words.get(at) {
        Some(word) => word.parse(),
        None => Ok(otherwise),
    };
    let ratings = number(0, 0).map_err(|_| "how many ratings? a whole number")?;
    let each = number(1, 500).map_err(|_| "how many ratings a chart? a whole number")?;
    let Practice { records, covers, addresses, changes } = practice(ratings, each.max(1))?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if words.get(2).is_some_and(|word| word == "time") {
        for _ in 0..5 {
            let started = Instant::now();
            let (engine, ..) = open(&records)?;
            let histories = fold(&engine)?;
            writeln!(out, "{}", started.elapsed().as_secs_f64() * 1_000.0)?;
            drop(histories);
        }
    } else {
        let whole = json!({ "records": records, "covers": covers, "addresses": addresses, "changes": changes });
        serde_json::to_writer(&mut out, &whole)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(())
}
