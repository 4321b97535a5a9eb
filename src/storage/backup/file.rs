//! The form of a backup file: a line that names it, a header line, parts with a tag each, and a trailer.
//!
//! ```text
//! FOOTHOLD1
//! {"format":1,"created":"2026-11-22T14:30","app":"0.1.0","charts":2,"changes":120}
//! part*    number, from 0 (4 bytes) | 1 if last, else 0 (1) | length (4) | up to 64 KiB | tag (16)
//! trailer  SHA-256 of everything before (32 bytes)
//! ```
//!
//! Numbers are big-endian; every part but the last is 64 KiB long. A part's tag is the beginning of the
//! SHA-256 of the part; a sealed backup will have its authentication tag there. The parts joined are a list
//! of blocks (`1`, length, block) and of changes in no block yet (`2`, chart, change, length, bytes).

use sha2::{Digest, Sha256};

use super::{Backup, BackupError, LIMIT, stamp};
use crate::storage::block::Block;
use crate::storage::wire::{Eye, Pen};

const MAGIC: &str = "FOOTHOLD1\n";
const HEADER_LIMIT: usize = 4_096;
const PART: usize = 64 * 1024;
const PART_HEAD: usize = 9;
const TAG: usize = 16;
const TRAILER: usize = 32;
const BLOCK: u8 = 1;
const LOOSE: u8 = 2;

impl Backup {
    /// The whole file.
    pub(crate) fn write(&self, created: chrono::NaiveDateTime) -> Vec<u8> {
        let mut pen = Pen::default();
        for payload in self.blocks.values() {
            pen.byte(BLOCK).bytes(payload);
        }
        for (chart, id, bytes) in &self.loose {
            pen.byte(LOOSE).chart(*chart).change(*id).bytes(bytes);
        }
        let charts = self.charts();
        let changes: usize = charts.iter().map(|chart| chart.changes.len()).sum();
        let mut file = Pen::default();
        file.raw(MAGIC.as_bytes());
        let header = format!(
            "{{\"format\":1,\"created\":\"{}\",\"app\":\"{}\",\"charts\":{},\"changes\":{changes}}}\n",
            stamp(created),
            env!("CARGO_PKG_VERSION"),
            charts.len(),
        );
        file.raw(header.as_bytes());
        // An empty list still has one part, the last.
        let n_parts = pen.0.len().div_ceil(PART).max(1);
        let mut left = &*pen.0;
        for number in 0..n_parts {
            let (data, rest) = left.split_at_checked(PART).unwrap_or((left, &[]));
            left = rest;
            let mut part = Pen::default();
            part.raw(&to_u32(number).to_be_bytes()).byte((number + 1 == n_parts).into());
            part.raw(&to_u32(data.len()).to_be_bytes()).raw(data);
            file.raw(&part.0).raw(&tag(&part.0));
        }
        let trailer = Sha256::digest(&file.0);
        file.raw(&trailer);
        file.0
    }

    /// Checks a file whole and takes it apart.
    ///
    /// # Errors
    ///
    /// [`BackupError`] says what is wrong and where. A chain with a block missing is no error: what is there
    /// can still be brought in, and [`faults`](Self::faults) names what is not.
    pub fn read(file: &[u8]) -> Result<Self, BackupError> {
        if LIMIT < file.len() {
            return Err(BackupError::TooLarge { found: file.len(), limit: LIMIT });
        }
        let body = without_magic(file)?;
        let at_header = MAGIC.len();
        let header = body.iter().take(HEADER_LIMIT).position(|byte| *byte == b'\n');
        let Some((header, mut left)) = header.and_then(|end| body.split_at_checked(end + 1)) else {
            let is_cut = body.len() < HEADER_LIMIT;
            return Err(if is_cut {
                truncated(file)
            } else {
                BackupError::Damaged { part: 0, at: at_header }
            });
        };
        let mut list = Vec::new();
        for part in 1.. {
            let at = file.len() - left.len();
            let damaged = BackupError::Damaged { part, at };
            let (is_last, data, rest) = read_part(left, part - 1).map_err(|fault| match fault {
                PartFault::Short => truncated(file),
                PartFault::Changed => damaged,
            })?;
            list.extend_from_slice(data);
            left = rest;
            if is_last {
                break;
            }
        }
        let at = file.len() - left.len();
        let (whole, trailer) = file.split_at_checked(at).ok_or(truncated(file))?;
        match trailer.len() {
            0..TRAILER => return Err(truncated(file)),
            TRAILER if *Sha256::digest(whole) == *trailer => {}
            TRAILER => return Err(BackupError::Damaged { part: 0, at: at_header }),
            _ => return Err(BackupError::Damaged { part: 0, at: at + TRAILER }),
        }
        let mut backup = Self { created: header_text(header, "created"), ..Self::default() };
        backup
            .read_list(&list)
            .ok_or(BackupError::Damaged { part: 1, at: at_header + header.len() })?;
        Ok(backup)
    }

    fn read_list(&mut self, list: &[u8]) -> Option<()> {
        let mut eye = Eye(list);
        while !eye.is_empty() {
            match eye.byte()? {
                BLOCK => {
                    let payload = eye.bytes()?;
                    let block = Block::read(payload)?;
                    self.blocks.insert((block.chart, block.writer, block.n), payload.to_vec());
                }
                LOOSE => self.loose.push((eye.chart()?, eye.change()?, eye.bytes()?.to_vec())),
                _ => return None,
            }
        }
        Some(())
    }
}

enum PartFault {
    Short,
    Changed,
}

fn read_part(left: &[u8], number: u32) -> Result<(bool, &[u8], &[u8]), PartFault> {
    let mut eye = Eye(left);
    let head = eye.raw(PART_HEAD).ok_or(PartFault::Short)?;
    let mut fields = Eye(head);
    let found = fields.array().map(u32::from_be_bytes);
    let last = fields.byte();
    let length =
        fields.array().map(u32::from_be_bytes).and_then(|length| usize::try_from(length).ok());
    let (Some(found), Some(last), Some(length)) = (found, last, length) else {
        return Err(PartFault::Short);
    };
    let is_last = last == 1;
    if found != number || 1 < last || PART < length || (!is_last && length != PART) {
        return Err(PartFault::Changed);
    }
    let data = eye.raw(length).ok_or(PartFault::Short)?;
    let stored = eye.raw(TAG).ok_or(PartFault::Short)?;
    let whole = left.get(..PART_HEAD + length).ok_or(PartFault::Short)?;
    if tag(whole) == *stored { Ok((is_last, data, eye.0)) } else { Err(PartFault::Changed) }
}

fn without_magic(file: &[u8]) -> Result<&[u8], BackupError> {
    if let Some(body) = file.strip_prefix(MAGIC.as_bytes()) {
        return Ok(body);
    }
    if !file.is_empty() && MAGIC.as_bytes().starts_with(file) {
        return Err(truncated(file));
    }
    let line: Vec<u8> = file.iter().copied().take(20).take_while(|byte| *byte != b'\n').collect();
    let number = std::str::from_utf8(&line).ok().and_then(|line| line.strip_prefix("FOOTHOLD"));
    match number.and_then(|number| number.parse().ok()) {
        Some(format) if 1 < format => Err(BackupError::Newer { format }),
        _ => Err(BackupError::Foreign),
    }
}

const fn truncated(file: &[u8]) -> BackupError {
    BackupError::Truncated { at: file.len() }
}

fn tag(part: &[u8]) -> [u8; TAG] {
    let mut tag = [0; TAG];
    for (to, from) in tag.iter_mut().zip(Sha256::digest(part)) {
        *to = from;
    }
    tag
}

fn to_u32(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// A text out of the header line, which is flat and written by us alone.
fn header_text(header: &[u8], name: &str) -> String {
    let line = String::from_utf8_lossy(header);
    let start = format!("\"{name}\":\"");
    let text = line.split_once(&start).and_then(|(_, rest)| rest.split_once('"'));
    text.map_or_else(String::new, |(text, _)| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, sample};
    use super::*;

    #[test]
    fn a_backup_reads_back_whole() {
        for bytes in [0, 10, PART - 1, PART, 3 * PART] {
            let backup = sample(bytes);
            let file = backup.write(made());
            assert!(
                file.starts_with(b"FOOTHOLD1\n{\"format\":1,\"created\":\"2026-11-22T14:30\",")
            );
            assert_eq!(Backup::read(&file), Ok(backup.clone()));
            assert_eq!(backup.faults(), []);
            assert_eq!(backup.charts()[0].changes.len(), 3);
        }
        let empty = Backup { created: "2026-11-22T14:30".to_owned(), ..Backup::default() };
        assert_eq!(Backup::read(&empty.write(made())), Ok(empty));
    }

    #[test]
    fn every_changed_byte_is_seen() {
        let file = sample(300).write(made());
        for at in 0..file.len() {
            for bit in 0..8 {
                let mut changed = file.clone();
                changed[at] ^= 1 << bit;
                assert!(Backup::read(&changed).is_err(), "byte {at}, bit {bit}");
            }
        }
    }

    #[test]
    fn every_shorter_file_is_called_cut_off() {
        let file = sample(300).write(made());
        assert_eq!(Backup::read(&[]), Err(BackupError::Foreign));
        for at in 1..file.len() {
            assert_eq!(Backup::read(&file[..at]), Err(BackupError::Truncated { at }));
        }
    }

    #[test]
    fn a_changed_part_is_named_with_its_place() {
        let mut file = sample(3 * PART).write(made());
        let at = file.iter().position(|byte| *byte == b'}').unwrap() + 2 + PART_HEAD + PART + TAG;
        file[at + 100] ^= 1;
        assert_eq!(Backup::read(&file), Err(BackupError::Damaged { part: 2, at }));
    }

    #[test]
    fn other_files_are_told_apart() {
        let huge = vec![b'x'; 50_000_000];
        assert_eq!(
            Backup::read(&huge),
            Err(BackupError::TooLarge { found: 50_000_000, limit: LIMIT })
        );
        assert_eq!(Backup::read(b"%PDF-1.7 and more"), Err(BackupError::Foreign));
        assert_eq!(Backup::read(b"FOOTHOLD2\nwho knows"), Err(BackupError::Newer { format: 2 }));
        assert_eq!(
            Backup::read(b"FOOTHOLD1\n{\"format\":1"),
            Err(BackupError::Truncated { at: 21 })
        );
    }
}
