//! The saved form: what was written reads back, and what this version does not know stays as it came.

use foothold::domain::change::Change;
use foothold::domain::history::History;
use foothold::domain::id::{ChartId, WriterId};
use foothold::domain::summary::Summary;
use foothold::storage::moment::Moment;
use foothold::storage::saved;
use proptest::prelude::*;

use crate::edits::any_change;
use crate::tab::Closed;

/// The bytes of a change as a later version would write it: one more field, and one more part of its edit.
fn with_more(change: &Change, extra: &str) -> Vec<u8> {
    let bytes = saved::encode(change).unwrap();
    let mut value: ciborium::Value = ciborium::from_reader(bytes.as_slice()).unwrap();
    let fields = value.as_map_mut().unwrap();
    for (_, edit) in fields.iter_mut().filter(|(key, _)| key.as_text() == Some("e")) {
        edit.as_array_mut().unwrap().push(ciborium::Value::Text(extra.to_owned()));
    }
    let number = ciborium::Value::Integer(3.into());
    fields.push((ciborium::Value::Text(format!("later-{extra}")), number));
    let mut more = Vec::new();
    ciborium::into_writer(&value, &mut more).unwrap();
    more
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_change_reads_back_the_same(change in any_change()) {
        prop_assert_eq!(&saved::decode(&saved::encode(&change).unwrap()).unwrap(), &change);
        let json = serde_json::to_string(&change).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Change>(&json).unwrap(), &change);
    }

    #[test]
    fn what_a_later_version_adds_is_passed_over(change in any_change(), extra in "[a-z]{1,8}") {
        prop_assert_eq!(saved::decode(&with_more(&change, &extra)).unwrap(), change);
    }

    #[test]
    fn a_change_cut_short_anywhere_is_not_read(change in any_change(), cut in any::<prop::sample::Index>()) {
        let bytes = saved::encode(&change).unwrap();
        let end = cut.index(bytes.len());
        prop_assert!(saved::decode(bytes.get(..end).unwrap()).is_err());
    }

    #[test]
    fn a_chart_in_short_reads_back_the_same(changes in prop::collection::vec(any_change(), 1..12), unread in 0_usize..9) {
        let history = History::fold(ChartId(changes.first().unwrap().id), changes);
        let summary = Summary::of(&history, unread);
        let bytes = saved::encode_summary(&summary);
        prop_assert_eq!(saved::decode_summary(&bytes), Some(summary));
        prop_assert_eq!(saved::decode_summary(&bytes[..bytes.len() - 1]), None);
    }

    #[test]
    fn any_bytes_are_read_or_refused_but_never_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = saved::decode(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_later_version_adds_stays_through_both_stores_blocks_and_a_backup(
        changes in prop::collection::vec((any_change(), "[a-z]{1,8}"), 1..80), n_sealed in 0_usize..80
    ) {
        let mut tab = Closed::empty().open();
        let mut kept = std::collections::BTreeMap::new();
        let mut chart = None;
        for (nth, (change, extra)) in changes.iter().enumerate() {
            let bytes = with_more(change, extra);
            let chart = *chart.get_or_insert(ChartId(change.id));
            if tab.engine.append(chart, change.id, &bytes, Moment(0)).is_ok() {
                kept.entry(change.id).or_insert(bytes);
            }
            if nth == n_sealed {
                tab.engine.close();
            }
        }
        let kept: Vec<_> = kept.into_iter().collect();
        let chart = chart.unwrap();
        let closed = tab.close();
        let tab = closed.open();
        prop_assert_eq!(&tab.engine.chart(chart).changes, &kept);
        let file = tab.engine.backup(chrono::NaiveDateTime::default());
        let mut other = Closed::empty().open();
        other.engine.restore(&file, WriterId::new(1), Moment(0)).unwrap();
        let restored = other.close().open();
        prop_assert_eq!(&restored.engine.chart(chart).changes, &kept);
    }
}
