//! One tab over two simulated stores that do nothing wrong.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use foothold::domain::id::{ChangeId, ChartId, WriterId};
use foothold::storage::engine::Engine;
use foothold::storage::moment::Moment;
use foothold::storage::opening::{Opening, Setup, Want};
use foothold::storage::outcome::Side;
use foothold::storage::receipt::{ReceiptError, known_epoch};
use foothold::storage::sim::{Disk, Purpose, Records, SimLog, SimReceipt};

use crate::history::model::{Name, index};

/// Both stores while no tab is open; `None` for one that is not there.
#[derive(Clone)]
pub(crate) struct Closed {
    pub(crate) log: Option<Records>,
    pub(crate) receipt: Option<Records>,
}

/// A tab, with the stores behind it.
pub(crate) struct Tab {
    disk: Rc<RefCell<Disk>>,
    receipt: Option<SimReceipt>,
    pub(crate) engine: Engine,
    pub(crate) opening: Opening,
    clock: Moment,
}

impl Closed {
    /// Two stores in which nothing was ever kept.
    pub(crate) fn empty() -> Self {
        Self { log: Some(Records::new()), receipt: Some(Records::new()) }
    }

    pub(crate) fn open(&self) -> Tab {
        let disk = Disk::new(0);
        let log = self.log.as_ref().map(|records| {
            disk.borrow_mut().replace(records.clone());
            Box::new(SimLog::new(&disk, 0)) as _
        });
        let mut receipt = self.receipt.as_ref().map(|records| {
            let mut receipt = SimReceipt::new(0);
            receipt.records.clone_from(records);
            receipt
        });
        let image = match &mut receipt {
            Some(receipt) => receipt.open(Purpose::Write, known_epoch(log.as_deref())),
            None => Err(ReceiptError::Gone),
        };
        let setup = Setup {
            want: Want::Write,
            writer: WriterId::new(0xfe),
            chance: 9,
            schema: 1,
            was_here: false,
            now: Moment(0),
        };
        let (engine, opening) = Engine::open(log, image, setup);
        Tab { disk, receipt, engine, opening, clock: Moment(0) }
    }

    pub(crate) fn side(&mut self, side: Side) -> &mut Records {
        let records = if side == Side::Log { &mut self.log } else { &mut self.receipt };
        records.as_mut().unwrap()
    }

    /// Every key of every store with its value.
    pub(crate) fn values(&self) -> Vec<(Side, String, String)> {
        let of = |side, records: &Option<Records>| {
            let pairs = records.clone().unwrap_or_default().into_iter();
            pairs.map(move |(key, text)| (side, key, text)).collect::<Vec<_>>()
        };
        [of(Side::Log, &self.log), of(Side::Receipt, &self.receipt)].concat()
    }
}

impl Tab {
    pub(crate) fn write(&mut self, chart: Option<ChartId>) -> ChartId {
        let id = ChangeId::new(self.engine.writer(), self.engine.next_counter());
        let chart = chart.unwrap_or(ChartId(id));
        let bytes = format!("the words of {id}");
        self.engine.append(chart, id, bytes.as_bytes(), self.clock).unwrap();
        chart
    }

    /// Lets everything that waits be done.
    pub(crate) fn rest(&mut self) {
        while !self.engine.is_settled() {
            self.clock = self.clock.plus(6_000);
            assert!(self.clock < Moment(6_000_000), "never comes to rest");
            self.engine.tick(self.clock);
            while let (Some(receipt), Some(batch)) =
                (&mut self.receipt, self.engine.next_batch(self.clock))
            {
                let id = batch.id;
                self.engine.complete(id, receipt.apply(batch), self.clock);
            }
        }
    }

    pub(crate) fn close(mut self) -> Closed {
        self.rest();
        Closed {
            log: Some(self.disk.borrow().records().clone()),
            receipt: self.receipt.map(|receipt| receipt.records),
        }
    }

    pub(crate) fn shown(&self) -> BTreeMap<Name, Vec<u8>> {
        index(&self.engine.charts())
    }
}
