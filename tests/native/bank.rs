//! The bank of own openings in the stores: what is kept is read back, two tablets put theirs together, and a version
//! that knows of no bank opens all the same.

use foothold::domain::bank::{BANK, Bank, BankEdit};
use foothold::domain::change::Change;
use foothold::domain::history::History;
use foothold::domain::id::{ChangeId, PatternId, WriterId};
use foothold::domain::moment::Moment as Civil;
use foothold::domain::person::{Person, Role};
use foothold::domain::quantity::{Measure, Period};
use foothold::storage::backup::BackupError;
use foothold::storage::engine::Engine;
use foothold::storage::moment::Moment;
use foothold::storage::saved::{decode, decode_bank, encode, encode_bank};
use proptest::prelude::*;

use crate::domain::{begin, day, words};
use crate::edits::any_change;
use crate::tab::{Closed, Tab};

fn change(id: ChangeId, edit: BankEdit) -> Change<BankEdit> {
    let at = Civil::start_of(day(0));
    Change { id, at, by: Person::of(Role::Therapist), whose: None, why: None, undoes: None, edit }
}

fn any_edit() -> impl Strategy<Value = BankEdit> {
    let ids = || {
        let id = (any::<u64>(), any::<u64>());
        let id = id.prop_map(|(of, at)| PatternId(ChangeId::new(WriterId::new(of), at)));
        prop::collection::vec(id, 0..4)
    };
    let measures = vec![
        Measure::CountPer(Period::Week),
        Measure::Minutes,
        Measure::Intensity,
        Measure::Percent,
        Measure::Total { max: 27 },
        Measure::Days,
        Measure::Nights,
        Measure::MinutesADay,
        Measure::HoursADay,
        Measure::HoursANight,
    ];
    let text = || "[a-z_é 🙂]{0,40}x".prop_map(|text| words(&text));
    prop_oneof![
        (text(), prop::option::of(text()), prop::option::of(prop::sample::select(measures)))
            .prop_map(|(what, support, measure)| BankEdit::Keep { what, support, measure }),
        ids().prop_map(BankEdit::Drop),
        ids().prop_map(BankEdit::Restore),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_change_of_the_bank_reads_back_the_same(edit in any_edit(), counter in any::<u64>()) {
        let change = change(ChangeId::new(WriterId::new(7), counter), edit);
        let bytes = encode_bank(&change).unwrap();
        prop_assert_eq!(decode_bank(&bytes), Some(change));
        for end in 0..bytes.len() {
            prop_assert_eq!(decode_bank(&bytes[..end]), None);
        }
        // A version without a bank keeps it unread.
        prop_assert!(decode(&bytes).is_err());
    }

    #[test]
    fn no_change_of_a_chart_is_one_of_the_bank(change in any_change()) {
        prop_assert_eq!(decode_bank(&encode(&change).unwrap()), None);
    }
}

#[test]
fn what_a_later_version_adds_to_it_is_passed_over() {
    let id = ChangeId::new(WriterId::new(7), 3);
    let edit = BankEdit::Keep { what: words("call ____"), support: None, measure: None };
    let change = change(id, edit);
    let mut value: ciborium::Value =
        ciborium::from_reader(encode_bank(&change).unwrap().as_slice()).unwrap();
    let fields = value.as_map_mut().unwrap();
    let (_, edit) = fields.iter_mut().find(|(key, _)| key.as_text() == Some("e")).unwrap();
    edit.as_array_mut().unwrap().push(ciborium::Value::Null);
    fields.push((ciborium::Value::Text("later".to_owned()), ciborium::Value::Bool(true)));
    let mut bytes = Vec::new();
    ciborium::into_writer(&value, &mut bytes).unwrap();
    assert_eq!(decode_bank(&bytes), Some(change));
}

fn tell(tab: &mut Tab, edit: BankEdit) -> PatternId {
    let id = ChangeId::new(tab.engine.writer(), tab.engine.next_counter());
    let bytes = encode_bank(&change(id, edit)).unwrap();
    tab.engine.append(BANK, id, &bytes, Moment(0)).unwrap();
    PatternId(id)
}

fn keep(tab: &mut Tab, what: &str) -> PatternId {
    tell(tab, BankEdit::Keep { what: words(what), support: None, measure: None })
}

fn offered(engine: &Engine) -> Vec<String> {
    let changes = engine.chart(BANK).changes;
    let bank = Bank::fold(changes.iter().filter_map(|(_, bytes)| decode_bank(bytes)).collect());
    bank.offered().into_iter().map(|kept| String::from(kept.what)).collect()
}

fn restore(tab: &mut Tab, file: &[u8]) -> Result<(), BackupError> {
    tab.engine.restore(file, WriterId::new(0xaa), Moment(0)).map(|_| ())
}

#[test]
fn stores_from_before_the_bank_open_with_an_empty_one() {
    let mut tab = Closed::empty().open();
    tab.write(None);
    let tab = tab.close().open();
    assert!(offered(&tab.engine).is_empty());
    assert!(!tab.opening.charts.contains(&BANK));
}

#[test]
fn a_version_that_knows_of_no_bank_opens_and_keeps_it() {
    let mut tab = Closed::empty().open();
    let first = begin();
    tab.engine.append(first.id.into(), first.id, &encode(&first).unwrap(), Moment(0)).unwrap();
    keep(&mut tab, "call ____");
    let tab = tab.close().open();
    // As that version reads every chart it finds.
    let read = |id| {
        let changes = tab.engine.chart(id).changes;
        let known = changes.iter().filter_map(|(_, bytes)| decode(bytes).ok()).collect();
        History::fold(id, known)
    };
    assert_eq!(tab.opening.charts.len(), 2);
    assert!(read(first.id.into()).chart().name().is_some());
    assert!(read(BANK).chart().name().is_none() && read(BANK).refused().is_empty());
    assert_eq!(offered(&tab.close().open().engine), ["call ____"]);
}

#[test]
fn it_stays_through_blocks_and_a_backup_and_two_are_put_together() {
    let mut one = Closed::empty().open();
    for nth in 0..100 {
        keep(&mut one, &format!("call {}____", "x".repeat(nth)));
    }
    let dropped = keep(&mut one, "walk to ____");
    one.engine.close();
    tell(&mut one, BankEdit::Drop(vec![dropped]));
    let one = one.close().open();
    assert_eq!(offered(&one.engine).len(), 100);
    let mut two = Closed::empty().open();
    restore(&mut two, &one.engine.backup(chrono::NaiveDateTime::default())).unwrap();
    keep(&mut two, "Walk to ____");
    let file = two.engine.backup(chrono::NaiveDateTime::default());
    let mut one = one;
    restore(&mut one, &file).unwrap();
    for tab in [one, two] {
        let tab = tab.close().open();
        let all = offered(&tab.engine);
        assert_eq!((all.len(), all.last().unwrap().as_str()), (101, "Walk to ____"));
    }
}
