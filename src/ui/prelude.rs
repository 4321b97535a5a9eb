//! What every view is written with: the framework's own words, and beside them `view!`, values that change and
//! lists in a form that is compiled once, and not once for each type they hold (docs/decisions/0003).

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude as framework;
pub(crate) use leptos::prelude::*;

/// The framework's `view!`, boxed at once: one type of view, whatever stands in it.
macro_rules! view {
    ($($markup:tt)*) => {
        ::leptos::prelude::IntoAny::into_any(::leptos::view! { $($markup)* }.into_inner())
    };
}
pub(crate) use view;

type Held = Arc<dyn Any + Send + Sync>;

/// A value of some type, and how two of them are told apart.
#[derive(Clone)]
struct Kept {
    value: Held,
    is_same: fn(&Held, &Held) -> bool,
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&self.value, &other.value)
    }
}

impl Kept {
    /// A value that differs from every other, even from its equals.
    fn new<T: Send + Sync + 'static>(value: T) -> Self {
        Self { value: Arc::new(value), is_same: |_, _| false }
    }

    fn comparable<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self { value: Arc::new(value), is_same: |one, other| read::<T>(one) == read::<T>(other) }
    }
}

/// What is held. Its type is the one that the handle around it was made with, so this never ends the app.
fn read<T: 'static>(held: &Held) -> &T {
    held.downcast_ref().unwrap_or_else(|| unreachable!("a handle knows the type of its value"))
}

/// The ways to read that every handle has; `$get` says how the framework's handle gives its value away.
macro_rules! reads {
    ($handle:ident) => {
        #[allow(dead_code, reason = "one list for all handles; not each is read in every way")]
        impl<T: 'static> $handle<T> {
            /// The value; whoever reads it hears of its changes.
            pub(crate) fn get(self) -> T
            where
                T: Clone,
            {
                read::<T>(&framework::Get::get(&self.of).value).clone()
            }

            /// As `get`, without hearing of changes.
            pub(crate) fn get_untracked(self) -> T
            where
                T: Clone,
            {
                read::<T>(&framework::GetUntracked::get_untracked(&self.of).value).clone()
            }

            /// As `get_untracked`; nothing once the owner is gone.
            pub(crate) fn try_get_untracked(self) -> Option<T>
            where
                T: Clone,
            {
                let kept = framework::GetUntracked::try_get_untracked(&self.of)?;
                Some(read::<T>(&kept.value).clone())
            }

            /// Looks at the value; whoever does hears of its changes.
            pub(crate) fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
                look(read(&framework::Get::get(&self.of).value))
            }

            /// As `with`, without hearing of changes.
            pub(crate) fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
                look(read(&framework::GetUntracked::get_untracked(&self.of).value))
            }

            /// Hears of changes, without looking.
            pub(crate) fn track(self) {
                framework::Track::track(&self.of);
            }
        }

        impl<T> Copy for $handle<T> {}

        impl<T> Clone for $handle<T> {
            fn clone(&self) -> Self {
                *self
            }
        }
    };
}

/// A value that pages set.
pub(crate) struct RwSignal<T> {
    of: framework::RwSignal<Kept>,
    holds: PhantomData<fn() -> T>,
}

reads!(RwSignal);

impl<T: Send + Sync + 'static> RwSignal<T> {
    pub(crate) fn new(value: T) -> Self {
        Self { of: framework::RwSignal::new(Kept::new(value)), holds: PhantomData }
    }

    /// Puts another value in its place.
    pub(crate) fn set(self, value: T) {
        framework::Set::set(&self.of, Kept::new(value));
    }

    /// As `set`; nothing happens once the owner is gone.
    pub(crate) fn try_set(self, value: T) {
        let _ = framework::Set::try_set(&self.of, Kept::new(value));
    }

    /// Changes the value where it stands.
    pub(crate) fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// As `update`, with what the change says; nothing happens once the owner is gone.
    pub(crate) fn try_update<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let mut change = Some(change);
        let mut said = None;
        update(self.of, &mut |held| {
            // A value that somebody looks at this moment is not changed under their eyes.
            if let (Some(change), Some(held)) = (change.take(), Arc::get_mut(held)) {
                said = held.downcast_mut().map(change);
            }
        });
        said
    }
}

fn update(signal: framework::RwSignal<Kept>, change: &mut dyn FnMut(&mut Held)) {
    let _ = framework::Update::try_update(&signal, |kept| change(&mut kept.value));
}

/// A value that is worked out from others, and kept until one of them changes.
pub(crate) struct Memo<T> {
    of: framework::Memo<Kept>,
    holds: PhantomData<fn() -> T>,
}

reads!(Memo);

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    pub(crate) fn new(work_out: impl Fn(()) -> T + Send + Sync + 'static) -> Self {
        Self { of: memo(Box::new(move || Kept::comparable(work_out(())))), holds: PhantomData }
    }
}

type WorkOut = Box<dyn Fn() -> Kept + Send + Sync>;

fn memo(work_out: WorkOut) -> framework::Memo<Kept> {
    framework::Memo::new(move |_| work_out())
}

/// A value that is only read, wherever it comes from.
pub(crate) struct Signal<T> {
    of: framework::Signal<Kept>,
    holds: PhantomData<fn() -> T>,
}

reads!(Signal);

impl<T: Send + Sync + 'static> Signal<T> {
    /// Works the value out whenever it is read.
    pub(crate) fn derive(work_out: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self { of: derived(Box::new(move || Kept::new(work_out()))), holds: PhantomData }
    }
}

fn derived(work_out: WorkOut) -> framework::Signal<Kept> {
    framework::Signal::derive(work_out)
}

impl<T> From<RwSignal<T>> for Signal<T> {
    fn from(value: RwSignal<T>) -> Self {
        Self { of: value.of.into(), holds: PhantomData }
    }
}

impl<T> From<Memo<T>> for Signal<T> {
    fn from(value: Memo<T>) -> Self {
        Self { of: value.of.into(), holds: PhantomData }
    }
}

impl<T: Send + Sync + 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self { of: framework::Signal::stored(Kept::new(value)), holds: PhantomData }
    }
}

impl From<&str> for Signal<String> {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl<T: Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        T::default().into()
    }
}

/// What happens beside the page whenever the values it reads change.
pub(crate) struct Effect;

impl Effect {
    #[expect(clippy::new_ret_no_self, reason = "written as the framework's own")]
    pub(crate) fn new(work: impl FnMut() + 'static) {
        effect(Box::new(work));
    }
}

fn effect(work: Box<dyn FnMut()>) {
    framework::Effect::new(work);
}

/// A row of a list before it is shown: its name, and what it shows.
type Row = (String, Held);

type Rows = Box<dyn Fn() -> Vec<Row> + Send>;

/// One view a row. A row stays as it is while its `key` stays.
#[component]
pub(crate) fn For<T: Clone + Send + Sync + 'static, V: IntoView + 'static>(
    each: impl Fn() -> Vec<T> + Send + 'static,
    key: impl Fn(&T) -> String + Send + 'static,
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView {
    rows(
        Box::new(move || {
            each().into_iter().map(|row| (key(&row), Arc::new(row) as Held)).collect()
        }),
        Arc::new(move |held| children(read::<T>(&held).clone()).into_any()),
    )
}

fn rows(rows: Rows, show: Arc<dyn Fn(Held) -> AnyView + Send + Sync>) -> AnyView {
    let show = move |(_, held): Row| show(held);
    leptos::view! { <framework::For each=rows key=|row: &Row| row.0.clone() children=show/> }
        .into_any()
}
