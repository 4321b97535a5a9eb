//! A display for the engine that needs one: an Xvfb of its own for each browser, so that no two fight over the focus.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::fault::{Check, Fault};
use crate::process::Process;

/// A running display.
#[derive(Debug)]
pub struct Display {
    /// What DISPLAY must say.
    pub name: String,
    _server: Process,
}

impl Display {
    /// Starts one; the number is the first free one, chosen by the server itself.
    pub async fn start(folder: &Path) -> Check<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        let server = Process::start(&command, &folder.join("display.log"))?;
        let deadline = Instant::now() + Duration::from_secs(10);
        while Instant::now() < deadline {
            let printed = server.printed();
            if let Some(number) = printed.lines().find_map(|line| line.trim().parse::<u32>().ok()) {
                return Ok(Self { name: format!(":{number}"), _server: server });
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Err(Fault::new("Xvfb did not start"))
    }
}
