//! The app in three real browsers.
//!
//! `cargo run --manifest-path tests/e2e/Cargo.toml -- [scenarios] [--engine NAME] [--only TEXT] [--list]`
//! `... -- kill [--times N] [--engine NAME]`: the whole browser is killed right after the page says it has saved.
//! `... -- shots FOLDER`: pictures of every screen at four sizes, and of the printed pages.
//!
//! `FOOTHOLD_DIST` is the built app (`dist`), `FOOTHOLD_DIST_DRIVEN` the build that drives itself (`dist-driven`),
//! `FOOTHOLD_AXE` the file of axe-core, `FOOTHOLD_E2E_OUT` where failures leave their pictures (`target/e2e`).

#![allow(dead_code, reason = "names and hands of scenarios that are still being written")]

mod axe;
mod browser;
mod display;
mod driven;
mod engine;
mod fault;
mod journey;
mod kill;
mod names;
mod page;
mod paper;
mod part;
mod process;
mod run;
mod scenario;
mod server;
mod shots;
mod stage;
mod viewport;
mod watch;

use std::process::ExitCode;

use crate::engine::{ALL, Engine};

/// What was asked for on the command line.
#[derive(Debug)]
pub struct Wish {
    /// Which engines.
    pub engines: Vec<Engine>,
    /// Only scenarios whose name holds this.
    pub only: String,
    /// How often the browser is killed, in each engine.
    pub times: usize,
    /// The words that are not options.
    pub words: Vec<String>,
    /// Only say what there is.
    pub list: bool,
}

fn wish() -> Result<Wish, String> {
    let mut wish = Wish {
        engines: Vec::new(),
        only: String::new(),
        times: 10,
        words: Vec::new(),
        list: false,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} wants a value"));
        match argument.as_str() {
            "--engine" => {
                let name = value()?;
                let engine = Engine::named(&name).ok_or(format!("no engine is called {name}"))?;
                wish.engines.push(engine);
            }
            "--only" => wish.only = value()?,
            "--times" => wish.times = value()?.parse().map_err(|_| "--times wants a number")?,
            "--list" => wish.list = true,
            word if word.starts_with("--") => return Err(format!("{word} is not known")),
            word => wish.words.push(word.to_owned()),
        }
    }
    if wish.engines.is_empty() {
        wish.engines = ALL.to_vec();
    }
    Ok(wish)
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> ExitCode {
    let wish = match wish() {
        Ok(wish) => wish,
        Err(reason) => {
            eprintln!("{reason}");
            return ExitCode::from(2);
        }
    };
    // Leaving drops every browser that still runs, and dropping kills it.
    tokio::select! {
        passed = run::wished(wish) => if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE },
        _ = tokio::signal::ctrl_c() => ExitCode::from(130),
    }
}
