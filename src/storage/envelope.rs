//! The one form every stored value has: ASCII text that says what it is, and by which damage is seen.
//!
//! ```text
//! F1|p|<key>|<ver>|<epoch>|<seq>|<len>|<payload, base64url>|<CRC32C of all before, 8 hex digits>
//! ```
//!
//! The key stands inside, so a value that was renamed or swapped with another does not fit the place it is
//! found in, and can be put back where it belongs. `p` says the payload is plain; sealed payloads will say
//! otherwise and are then opened with everything before the payload as associated data. Every later format
//! keeps the leading `F<number>|` and the trailing checksum, so that a newer value and a damaged one can be
//! told apart.

use std::fmt::Write as _;
use std::rc::Rc;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use crc32c::{CRC_32_ISCSI, Crc};

/// The format this build writes, and the newest it reads.
pub(crate) const FORMAT: u32 = 1;

/// Its table is worked out at the first use: a kilobyte that nothing packs need not be sent.
static CHECKSUM: LazyLock<Crc<u32>> = LazyLock::new(|| Crc::<u32>::new(&CRC_32_ISCSI));
const CHECKSUM_DIGITS: usize = 8;

/// CRC32C of a text.
pub(crate) fn checksum(text: &str) -> u32 {
    CHECKSUM.checksum(text.as_bytes())
}

/// Which of two values of one record is the later: the highest wins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    /// Raised each time a tab becomes the writer.
    pub(crate) epoch: u64,
    /// The last change written when this value was.
    pub(crate) seq: u64,
    /// How often this record was replaced in place.
    pub(crate) ver: u64,
}

/// A value that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Envelope {
    /// The key it belongs under.
    pub(crate) key: String,
    pub(crate) rank: Rank,
    pub(crate) payload: Rc<[u8]>,
}

/// Why a value cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Damage {
    /// Not the form of an envelope.
    Shape,
    /// The form of an envelope, and changed since.
    Checksum,
    /// Whole, and written by a newer version of the app.
    Newer(u32),
}

/// Writes a value.
pub(crate) fn seal(key: &str, rank: Rank, payload: &[u8]) -> Rc<str> {
    let mut text = String::with_capacity(key.len() + payload.len() / 3 * 4 + 64);
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "F{FORMAT}|p|{key}|{}|{}|{}|{}|",
        rank.ver,
        rank.epoch,
        rank.seq,
        payload.len()
    );
    URL_SAFE_NO_PAD.encode_string(payload, &mut text);
    text.push('|');
    let _ = write!(text, "{:08x}", checksum(&text));
    text.into()
}

/// Checks a value and takes it apart.
pub(crate) fn open(text: &str) -> Result<Envelope, Damage> {
    let format = format_of(text).ok_or(Damage::Shape)?;
    let at = text.len().checked_sub(CHECKSUM_DIGITS).ok_or(Damage::Shape)?;
    let (body, digits) = text.split_at_checked(at).ok_or(Damage::Shape)?;
    if digits.bytes().any(|digit| digit.is_ascii_uppercase() || digit == b'+')
        || u32::from_str_radix(digits, 16) != Ok(checksum(body))
    {
        return Err(Damage::Checksum);
    }
    if format != FORMAT {
        return Err(if format < FORMAT { Damage::Shape } else { Damage::Newer(format) });
    }
    let mut fields = body.split('|').skip(1);
    let mut field = || fields.next().ok_or(Damage::Shape);
    if field()? != "p" {
        return Err(Damage::Newer(FORMAT + 1));
    }
    let key = field()?.to_owned();
    let mut number = || field()?.parse::<u64>().map_err(|_| Damage::Shape);
    let rank = Rank { ver: number()?, epoch: number()?, seq: number()? };
    let length = number()?;
    let payload = URL_SAFE_NO_PAD.decode(field()?).map_err(|_| Damage::Shape)?;
    if payload.len() as u64 != length {
        return Err(Damage::Shape);
    }
    Ok(Envelope { key, rank, payload: payload.into() })
}

/// Whether a value claims to be one this build writes.
pub(crate) fn is_of_now(text: &str) -> bool {
    text.starts_with("F1|p|")
}

/// The format number a value claims, if it has the beginning of one.
pub(crate) fn format_of(text: &str) -> Option<u32> {
    let (number, _) = text.strip_prefix('F')?.split_once('|')?;
    let format: u32 = number.parse().ok()?;
    (format.to_string() == number).then_some(format)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RANK: Rank = Rank { epoch: 3, seq: 40, ver: 2 };

    #[test]
    fn a_value_reads_back() {
        for payload in [&b""[..], b"a", b"some change", &[0xff; 1000]] {
            let text = seal("fh1.j.3.40.0000beef", RANK, payload);
            assert!(is_of_now(&text));
            assert!(text.is_ascii());
            let envelope = open(&text).unwrap();
            assert_eq!(
                (&*envelope.key, envelope.rank, &*envelope.payload),
                ("fh1.j.3.40.0000beef", RANK, payload)
            );
        }
    }

    #[test]
    fn every_flipped_bit_of_every_character_is_seen() {
        let text = seal("fh1.b.x.y.0", RANK, b"the client's own words");
        for at in 0..text.len() {
            for bit in 0..7 {
                let mut bytes = text.as_bytes().to_vec();
                bytes[at] ^= 1 << bit;
                let flipped = String::from_utf8(bytes).unwrap();
                assert!(
                    matches!(open(&flipped), Err(Damage::Shape | Damage::Checksum)),
                    "{flipped}"
                );
            }
        }
    }

    #[test]
    fn every_shorter_text_is_seen() {
        let text = seal("fh1.m.a", RANK, b"abc");
        for at in 0..text.len() {
            assert!(open(&text[..at]).is_err(), "{at}");
        }
    }

    #[test]
    fn a_newer_value_is_told_apart_from_a_damaged_one() {
        let body = "F2|anything at all|";
        assert_eq!(open(&format!("{body}{:08x}", checksum(body))), Err(Damage::Newer(2)));
        assert_eq!(open(&format!("{body}00000000")), Err(Damage::Checksum));
    }
}
