//! Programs that a check starts: each in a session of its own, so that all of it, and nothing else, can be killed.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::fault::{Check, Fault, Where};

/// A program and everything it started.
#[derive(Debug)]
pub struct Process {
    child: Child,
    /// What it printed.
    pub output: PathBuf,
}

impl Process {
    /// Starts `command` through `setsid`, so that the child's id names its session; prints go to `output`.
    pub fn start(command: &Command, output: &Path) -> Check<Self> {
        let log = File::create(output).at(output.display())?;
        let mut own = Command::new("setsid");
        own.arg(command.get_program()).args(command.get_args());
        for (key, value) in command.get_envs() {
            match value {
                Some(value) => own.env(key, value),
                None => own.env_remove(key),
            };
        }
        let child = own
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .at(command.get_program().to_string_lossy())?;
        Ok(Self { child, output: output.to_owned() })
    }

    /// SIGKILL for every process of the session, at once; returns when none is left.
    pub fn kill(&mut self) {
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            let living = members(self.child.id());
            if !living.is_empty() {
                signal("-KILL", &living);
            }
            // Reaping the first process also lets its entry leave the table.
            let _ = self.child.try_wait();
            if members(self.child.id()).is_empty() || Instant::now() > deadline {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Asks the program to end by itself, as a person who closes its window does.
    pub fn ask_to_end(&self) {
        signal("-TERM", &[self.child.id()]);
    }

    /// Whether the program itself still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// What it has printed so far.
    pub fn printed(&self) -> String {
        fs::read(&self.output)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

fn signal(kind: &str, ids: &[u32]) {
    let _ = Command::new("kill")
        .arg(kind)
        .args(ids.iter().map(u32::to_string))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}

/// The living processes of one session. Field 6 of `/proc/<id>/stat` is the session; the second field may hold
/// spaces and brackets, so counting starts after the last bracket.
fn members(session: u32) -> Vec<u32> {
    let Ok(table) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    table
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .filter(|id| {
            let Ok(stat) = fs::read_to_string(format!("/proc/{id}/stat")) else {
                return false;
            };
            let Some((_, fields)) = stat.rsplit_once(')') else {
                return false;
            };
            let mut fields = fields.split_whitespace();
            let state = fields.next();
            let owner = fields.nth(2).and_then(|field| field.parse::<u32>().ok());
            owner == Some(session) && state != Some("Z")
        })
        .collect()
}

/// A port that is free now, on the loopback address.
pub fn free_port() -> Check<u16> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0))?;
    Ok(listener.local_addr()?.port())
}

/// Where a program is, looked for on PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Runs a program to its end and gives what it printed.
pub async fn output(program: &str, arguments: &[&str]) -> Check<String> {
    let done = tokio::process::Command::new(program).args(arguments).output().await.at(program)?;
    if done.status.success() {
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    } else {
        Err(Fault(format!("{program}: {}", String::from_utf8_lossy(&done.stderr))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn killing_a_program_kills_what_it_started() {
        let output = std::env::temp_dir().join(format!("foothold-process-{}", std::process::id()));
        let mut shell = Command::new("sh");
        shell.args(["-c", "sleep 60 & sleep 60"]);
        let mut process = Process::start(&shell, &output).unwrap();
        let deadline = Instant::now() + Duration::from_secs(5);
        while members(process.child.id()).len() < 3 && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(members(process.child.id()).len(), 3);
        process.kill();
        assert!(members(process.child.id()).is_empty());
        let _ = fs::remove_file(output);
    }
}
