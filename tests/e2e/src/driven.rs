//! The line to a page that drives itself: a build with `driven.js` in it asks for steps and reports what came of them.
//!
//! WebKit under its driver keeps nothing for the next session, so whatever reopens, is killed or goes offline is driven
//! this way, in all three engines alike.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::fault::{Check, Fault};

#[derive(Debug, Default)]
struct State {
    /// Which loading of the page is being talked to: the latest that said hello.
    load: Option<String>,
    steps: VecDeque<Value>,
    reports: Vec<Value>,
    number: u64,
}

/// Steps out, reports in.
#[derive(Debug, Default)]
pub struct Line {
    state: Mutex<State>,
    steps: Notify,
    reports: Notify,
}

impl Line {
    /// The next step for the loading of the page that asks; waits until there is one.
    pub async fn next_step(&self, body: &str) -> String {
        let asks: Value = serde_json::from_str(body).unwrap_or_default();
        loop {
            let woken = self.steps.notified();
            {
                let mut state = self.state.lock().unwrap();
                if state.load.as_deref() == asks["load"].as_str() {
                    if let Some(step) = state.steps.pop_front() {
                        return step.to_string();
                    }
                }
            }
            woken.await;
        }
    }

    /// What a page said. Hello from a new loading ends the talk with the one before.
    pub fn report(&self, body: &str) {
        let report: Value = serde_json::from_str(body).unwrap_or_default();
        let mut state = self.state.lock().unwrap();
        if report["hello"].is_string() {
            state.load = report["hello"].as_str().map(str::to_owned);
            state.steps.clear();
        } else if state.load.as_deref() == report["load"].as_str() {
            state.reports.push(report);
        }
        drop(state);
        self.reports.notify_waiters();
    }

    /// Forgets the page that was there; the next hello is of a page that is loaded from now on.
    pub fn expect_new_page(&self) {
        let mut state = self.state.lock().unwrap();
        state.load = None;
        state.steps.clear();
    }

    /// Waits until a page has loaded and said hello.
    pub async fn hello(&self, patience: Duration) -> Check {
        let deadline = Instant::now() + patience;
        loop {
            let woken = self.reports.notified();
            if self.state.lock().unwrap().load.is_some() {
                return Ok(());
            }
            within(deadline, woken, "the page did not say hello").await?;
        }
    }

    /// Has the page load itself anew, and waits for what is loaded then.
    ///
    /// The new page may well say hello before anybody here has read the old one's answer, so only the hello counts.
    pub async fn reload(&self, patience: Duration) -> Check {
        let before = {
            let mut state = self.state.lock().unwrap();
            state.steps.push_back(json!({ "do": "reload" }));
            state.load.clone()
        };
        self.steps.notify_waiters();
        let deadline = Instant::now() + patience;
        loop {
            let woken = self.reports.notified();
            let load = self.state.lock().unwrap().load.clone();
            if load.is_some() && load != before {
                return Ok(());
            }
            within(deadline, woken, "the page did not load again").await?;
        }
    }

    /// Has the page take one step and gives what came of it.
    pub async fn ask(&self, mut step: Value, patience: Duration) -> Check<Value> {
        let number = {
            let mut state = self.state.lock().unwrap();
            state.number += 1;
            step["id"] = json!(state.number);
            state.steps.push_back(step.clone());
            state.number
        };
        self.steps.notify_waiters();
        let deadline = Instant::now() + patience;
        loop {
            let woken = self.reports.notified();
            {
                let mut state = self.state.lock().unwrap();
                if let Some(place) = state.reports.iter().position(|r| r["id"] == number) {
                    let report = state.reports.remove(place);
                    return match report["error"].as_str() {
                        Some(error) => Err(Fault::new(error)),
                        None => Ok(report["value"].clone()),
                    };
                }
            }
            within(deadline, woken, &format!("the page did not answer {step}")).await?;
        }
    }
}

async fn within(deadline: Instant, woken: impl Future<Output = ()>, reason: &str) -> Check {
    tokio::time::timeout_at(deadline.into(), woken).await.map_err(|_| Fault::new(reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_step_goes_to_the_page_that_is_loaded_now() {
        let line = Line::default();
        line.report(r#"{"hello":"first"}"#);
        line.report(r#"{"hello":"second"}"#);
        let page = async {
            let step: Value =
                serde_json::from_str(&line.next_step(r#"{"load":"second"}"#).await).unwrap();
            line.report(&json!({"load": "first", "id": step["id"], "value": "old"}).to_string());
            line.report(&json!({"load": "second", "id": step["id"], "value": "new"}).to_string());
        };
        let ask = line.ask(json!({"do": "see"}), Duration::from_secs(1));
        let (answer, ()) = tokio::join!(ask, page);
        assert_eq!(answer.unwrap(), "new");
    }

    #[tokio::test]
    async fn a_page_that_loads_anew_is_not_missed_however_soon_it_speaks() {
        let line = Line::default();
        line.report(r#"{"hello":"first"}"#);
        let page = async {
            line.next_step(r#"{"load":"first"}"#).await;
            line.report(r#"{"hello":"second"}"#);
        };
        let (loaded, ()) = tokio::join!(line.reload(Duration::from_secs(1)), page);
        loaded.unwrap();
    }

    #[tokio::test]
    async fn an_answer_outlives_the_page_that_gave_it() {
        let line = Line::default();
        line.report(r#"{"hello":"first"}"#);
        let page = async {
            let step: Value =
                serde_json::from_str(&line.next_step(r#"{"load":"first"}"#).await).unwrap();
            line.report(&json!({"load": "first", "id": step["id"], "value": true}).to_string());
            line.report(r#"{"hello":"second"}"#);
        };
        let ask = line.ask(json!({"do": "click"}), Duration::from_secs(1));
        let (answer, ()) = tokio::join!(ask, page);
        assert_eq!(answer.unwrap(), true);
    }
}
