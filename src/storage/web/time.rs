//! The browser's clock and its patience: what waits for an answer never waits for ever.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use gloo_timers::future::TimeoutFuture;

use crate::storage::moment::Moment;

/// The clock of this tab. It may jump; the engine measures waiting with it and nothing else.
pub(super) fn now() -> Moment {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970"
    )]
    let now = js_sys::Date::now() as u64;
    Moment(now)
}

/// 64 random bits. A browser without chance gets the clock, which two tablets do not share to the bit.
pub(super) fn bits() -> u64 {
    getrandom::u64().unwrap_or_else(|_| js_sys::Math::random().to_bits() ^ now().0)
}

/// The answer of `work`, or `None` when it has not come after `ms` milliseconds.
pub async fn within<T>(ms: u32, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut end = pin!(TimeoutFuture::new(ms));
    poll_fn(|context| {
        if let Poll::Ready(answer) = work.as_mut().poll(context) {
            return Poll::Ready(Some(answer));
        }
        end.as_mut().poll(context).map(|()| None)
    })
    .await
}

/// Sets `work` going, does the rest while its first answer is on the way, and gives both.
pub(super) async fn together<T, U>(
    work: impl Future<Output = T>,
    meanwhile: impl FnOnce() -> U,
) -> (T, U) {
    let mut work = pin!(work);
    let mut answer = None;
    poll_fn(|context| {
        // What is pending is asked for again below.
        if let Poll::Ready(ready) = work.as_mut().poll(context) {
            answer = Some(ready);
        }
        Poll::Ready(())
    })
    .await;
    let done = meanwhile();
    match answer {
        Some(answer) => (answer, done),
        None => (work.await, done),
    }
}
