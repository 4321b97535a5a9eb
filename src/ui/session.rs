//! The one session all pages share: the charts in memory, the keeper that saves them, and the way back.

use crate::ui::prelude::*;
use chrono::NaiveDate;
use leptos::task::spawn_local;

use crate::domain::change::{Change, Edit};
use crate::domain::chart::Chart;
use crate::domain::history::History;
use crate::domain::id::{ChangeId, ChartId, GoalId, ObjectiveId, WriterId};
use crate::domain::person::{AgeBand, GoalWord, Person, Role};
use crate::domain::summary::Summary;
use crate::domain::words::{ChartName, OwnWords};
use crate::storage::outcome::Outcome;
use crate::storage::saved;
use crate::storage::sign::{Mode, SaveError, Sign};
use crate::storage::usage::Usage;
use crate::storage::web::keeper::{Keeper, Opening};
use crate::ui::device::{self, Settings};
pub(crate) use crate::ui::problem::{Found, Problem};
use crate::ui::route::Route;

mod back;
mod backup;
mod bank;
mod clock;
mod folder;
mod trial;

use self::folder::{Folder, folders};

/// Handles to everything shared; copied freely, created once at the root.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    folders: RwSignal<Vec<Folder>>,
    /// The covers as they were kept last, and of which chart.
    covers: StoredValue<Vec<(ChartId, Vec<u8>)>>,
    keeper: StoredValue<Keeper, LocalStorage>,
    writer: StoredValue<WriterId>,
    next: StoredValue<u64>,
    drafts: StoredValue<Vec<(String, String)>>,
    /// Where the app is.
    pub(crate) route: RwSignal<Route>,
    /// What the sign says.
    pub(crate) sign: RwSignal<Sign>,
    /// Whether this window may write.
    pub(crate) mode: RwSignal<Mode>,
    /// What opening found.
    pub(crate) found: RwSignal<Found>,
    /// Small settings of the device.
    pub(crate) settings: RwSignal<Settings>,
    /// The chart that was changed last.
    touched: RwSignal<Option<ChartId>>,
    /// How many steps were taken back since the chart at hand was opened: only these can be done again.
    taken_back: RwSignal<usize>,
    /// The goal the open page shows, where it is not the first.
    pub(crate) chosen: RwSignal<Option<GoalId>>,
    /// The sentence of it the open page shows, where it is not the first.
    pub(crate) part: RwSignal<Option<ObjectiveId>>,
    /// A newer version of the app waits to be used.
    pub(crate) newer: RwSignal<bool>,
    /// What went wrong last outside of any field, until the next change.
    pub(crate) trouble: RwSignal<Option<Problem>>,
    /// Words of danger that were talked about in this sitting.
    pub(crate) heard: RwSignal<Vec<String>>,
    /// The civil day in this room: pages that stand open over midnight follow it.
    today: RwSignal<NaiveDate>,
}

impl Session {
    /// The session over what was opened.
    pub(crate) fn new(keeper: Keeper, opening: Opening, route: Route) -> Self {
        let (folders, unread) = folders(&keeper, &opening);
        let session = Self {
            folders: RwSignal::new(folders),
            covers: StoredValue::new(Vec::new()),
            writer: StoredValue::new(opening.writer),
            next: StoredValue::new(opening.next_counter),
            drafts: StoredValue::new(opening.drafts),
            route: RwSignal::new(route),
            sign: RwSignal::new(keeper.sign()),
            mode: RwSignal::new(opening.mode),
            found: RwSignal::new(Found {
                outcome: opening.outcome,
                notes: opening.notes,
                stores: opening.stores,
                unread,
            }),
            settings: RwSignal::new(device::settings()),
            touched: RwSignal::new(None),
            taken_back: RwSignal::new(0),
            chosen: RwSignal::new(None),
            part: RwSignal::new(None),
            newer: RwSignal::new(false),
            trouble: RwSignal::new(None),
            heard: RwSignal::new(Vec::new()),
            today: RwSignal::new(device::today()),
            keeper: StoredValue::new_local(keeper.clone()),
        };
        keeper.on_sign(move |sign| session.sign.set(sign));
        keeper.on_lost_writer(move |why| session.mode.set(Mode::ReadOnly(why)));
        session.keep_covers_soon();
        session
    }

    /// Whether this window may write.
    pub(crate) fn read_only(self) -> Signal<bool> {
        Signal::derive(move || self.mode.get() != Mode::Writer)
    }

    /// Every chart in short, in the order they were begun. Not one of them is opened for it.
    pub(crate) fn list<T>(self, read: impl Fn(ChartId, &Summary) -> T) -> Vec<T> {
        self.folders.with(|all| all.iter().map(|one| read(one.id, &one.summary())).collect())
    }

    /// Reads one chart; whoever calls this in a memo hears of its changes.
    pub(crate) fn with<T>(self, id: ChartId, read: impl FnOnce(&Chart) -> T) -> Option<T> {
        self.history(id, |history| read(history.chart()))
    }

    /// As [`Session::with`], for what needs the changes too.
    pub(crate) fn history<T>(self, id: ChartId, read: impl FnOnce(&History) -> T) -> Option<T> {
        self.folders.with(|all| self.look_up(all, id).map(read))
    }

    fn look_up(self, all: &[Folder], id: ChartId) -> Option<&History> {
        let folder = all.iter().find(|folder| folder.id == id)?;
        Some(folder.history(|| self.keeper.with_value(|keeper| keeper.chart(id))))
    }

    /// Begins a chart, with the client's first words if there are any yet.
    pub(crate) fn begin(
        self,
        name: ChartName,
        band: AgeBand,
        word: GoalWord,
        words: Option<OwnWords>,
    ) -> Result<(ChartId, Option<GoalId>), Problem> {
        let id = ChartId(ChangeId::new(self.writer.get_value(), self.next.get_value()));
        let begin = self.named(Edit::Begin { name, band, word }, None);
        let mut history = History::new(id);
        self.save(&mut history, begin)?;
        self.folders.update(|all| all.push(Folder::open(history, 0)));
        let goal = match words {
            Some(words) => Some(GoalId(self.change(id, Edit::AddGoal(words))?)),
            None => None,
        };
        Ok((id, goal))
    }

    /// Makes one change to one chart and saves it.
    pub(crate) fn change(self, id: ChartId, edit: Edit) -> Result<ChangeId, Problem> {
        let client = || {
            let name =
                self.folders.with_untracked(|all| self.look_up(all, id)?.chart().name().cloned());
            Person { role: Role::Client, name }
        };
        let whose = matches!(
            edit,
            Edit::AddGoal(_) | Edit::SetOwnWords(..) | Edit::Answer(..) | Edit::SetToday(..)
        )
        .then(client);
        let change = self.named(edit, whose);
        let name = change.id;
        self.put(id, change)?;
        Ok(name)
    }

    /// As [`Session::tell`], with the reason the app itself knows.
    pub(crate) fn tell_because(self, id: ChartId, edit: Edit, why: &str) {
        let mut change = self.named(edit, None);
        change.why = OwnWords::new(why).ok();
        if let Err(problem) = self.put(id, change) {
            self.trouble.set(Some(problem));
        }
    }

    /// As [`Session::change`], for gestures that have no field to speak at: trouble stands at the foot of the page.
    pub(crate) fn tell(self, id: ChartId, edit: Edit) -> Option<ChangeId> {
        match self.change(id, edit) {
            Ok(name) => Some(name),
            Err(problem) => {
                self.trouble.set(Some(problem));
                None
            }
        }
    }

    fn named(self, edit: Edit, whose: Option<Person>) -> Change {
        self.look_at_clock();
        let counter = self.next.get_value();
        self.next.set_value(counter + 1);
        Change {
            id: ChangeId::new(self.writer.get_value(), counter),
            at: device::now(),
            by: Person::of(Role::Therapist),
            whose,
            why: None,
            undoes: None,
            edit,
        }
    }

    fn put(self, id: ChartId, change: Change) -> Result<(), Problem> {
        let mut outcome = Err(Problem::Gone);
        self.folders.update(|all| {
            // A chart that is changed has been opened.
            self.look_up(all, id);
            let folder = all.iter_mut().find(|folder| folder.id == id);
            if let Some(history) = folder.and_then(Folder::history_mut) {
                outcome = self.save(history, change);
            }
        });
        if outcome.is_ok() {
            self.touched.set(Some(id));
            self.taken_back.set(0);
            self.trouble.set(None);
        }
        outcome
    }

    /// The chart says first whether it takes the change; only then is it saved, and what cannot be saved is taken
    /// out of the chart again, so that the screen never shows more than the tablet holds.
    fn save(self, history: &mut History, change: Change) -> Result<(), Problem> {
        let name = change.id;
        let bytes = saved::encode(&change).map_err(|_| {
            Problem::NotSaved(SaveError::TooLarge { found: usize::MAX, limit: saved::MAX_BYTES })
        })?;
        history.apply(change).map_err(Problem::Refused)?;
        let kept =
            self.keeper.with_value(|keeper| keeper.append(history.chart().id(), name, &bytes));
        kept.map_err(|error| {
            *history = history.without_last();
            Problem::NotSaved(error)
        })
    }

    /// What was typed into a field before the last closing and never finished.
    pub(crate) fn draft(self, key: &str) -> Option<String> {
        self.drafts.with_value(|drafts| {
            drafts.iter().find(|(name, _)| name == key).map(|(_, text)| text.clone())
        })
    }

    /// Keeps what is being typed, one record a field.
    pub(crate) fn keep_draft(self, key: &str, text: &str) {
        self.forget_draft(key);
        self.drafts.update_value(|drafts| drafts.push((key.to_owned(), text.to_owned())));
        self.keeper.with_value(|keeper| keeper.keep_draft(key, text));
    }

    /// The field was finished: its draft is no longer needed.
    pub(crate) fn drop_draft(self, key: &str) {
        if self.draft(key).is_some() {
            self.forget_draft(key);
            self.keeper.with_value(|keeper| keeper.drop_draft(key));
        }
    }

    fn forget_draft(self, key: &str) {
        self.drafts.update_value(|drafts| drafts.retain(|(name, _)| name != key));
    }

    /// Makes this window the one that writes; the other one saves first and lets go.
    pub(crate) fn take_over(self) {
        let keeper = self.keeper.get_value();
        spawn_local(async move {
            let opening = keeper.take_over().await;
            self.reopen(opening);
        });
    }

    fn reopen(self, opening: Opening) {
        let (folders, unread) = self.keeper.with_value(|keeper| folders(keeper, &opening));
        self.folders.set(folders);
        // The other window may have kept others in their place.
        self.covers.set_value(Vec::new());
        self.writer.set_value(opening.writer);
        self.next.set_value(opening.next_counter);
        self.drafts.set_value(opening.drafts);
        self.found.set(Found {
            outcome: opening.outcome,
            notes: opening.notes,
            stores: opening.stores,
            unread,
        });
        self.touched.set(None);
        self.mode.set(opening.mode);
    }

    /// Erases a whole chart from this tablet.
    pub(crate) fn erase(self, id: ChartId) -> bool {
        match self.keeper.with_value(|keeper| keeper.erase(id)) {
            Ok(()) => {
                self.folders.update(|all| all.retain(|folder| folder.id != id));
                let own = format!("{id}/");
                self.drafts
                    .update_value(|drafts| drafts.retain(|(name, _)| !name.starts_with(&own)));
                self.touched.set(None);
                true
            }
            Err(error) => {
                self.trouble.set(Some(Problem::NotSaved(error)));
                false
            }
        }
    }

    /// The page may go away at any moment: what waits is written now.
    pub(crate) fn flush(self) {
        self.keeper.with_value(Keeper::flush);
        self.keep_covers();
    }

    /// The note about what opening found has been read.
    pub(crate) fn acknowledge(self) {
        self.keeper.with_value(Keeper::acknowledge);
        self.found.update(|found| {
            found.outcome = Outcome::Clean;
            found.unread = 0;
        });
    }

    /// How full the log is.
    pub(crate) fn usage(self) -> Usage {
        self.keeper.with_value(Keeper::usage)
    }
}

/// The session of this window.
pub(crate) fn session() -> Session {
    // Provided once at the root; without it there is no app to show.
    use_context::<Session>().unwrap_or_else(|| unreachable!("the session is provided at the root"))
}
