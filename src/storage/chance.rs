//! Numbers that look random and come from a seed, so that a run can be repeated.

/// `SplitMix64`.
///
/// Source: Steele GL, Lea D, Flood CH. Fast splittable pseudorandom number generators. OOPSLA 2014.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The numbers that follow from `seed`.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// The next 32 bits.
    pub fn half(&mut self) -> u32 {
        (self.bits() >> 32) as u32
    }

    /// A number below `limit`; 0 if that is 0. Not quite even for huge limits.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.bits().checked_rem(limit).unwrap_or_default()
    }

    /// True `percent` times in a hundred.
    pub fn happens(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: the reference implementation at <https://prng.di.unimi.it/splitmix64.c>, seed 1234567.
    #[test]
    fn the_numbers_are_those_of_the_published_algorithm() {
        let mut chance = Chance::new(1_234_567);
        assert_eq!(
            [chance.bits(), chance.bits()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]
        );
    }
}
