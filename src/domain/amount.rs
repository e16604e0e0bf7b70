//! An exact amount of study: hours, class hours, PDU … with at most two decimals.
//!
//! Held as an integer number of hundredths, because sums decide licences and `f64` loses them
//! (0.1 added a thousand times is not 100). The unit travels beside the amount, never inside it.

use std::fmt;

/// An amount in hundredths of its unit; 0 to 10,000.00 for one entry, sums may be larger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(u64);

/// Why a text or a number is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    Empty,
    NotANumber,
    Negative,
    TooManyDecimals,
    /// Above [`Amount::LARGEST`].
    TooLarge,
    /// Zero where an amount of study is asked for.
    Zero,
}

impl Amount {
    pub const ZERO: Amount = Amount(0);
    /// The most that one course or one entry may state: 10,000 units.
    pub const LARGEST: Amount = Amount(1_000_000);

    pub const fn from_hundredths(hundredths: u64) -> Self {
        Self(hundredths)
    }

    pub const fn hundredths(self) -> u64 {
        self.0
    }

    pub const fn whole(units: u64) -> Self {
        Self(units.saturating_mul(100))
    }

    /// Reads a plain decimal such as `8`, `1.5` or `0.25`; full-width digits count as digits.
    ///
    /// # Errors
    /// Exponents, signs, more than two decimals and amounts above [`Amount::LARGEST`] are refused.
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let text: String = text.trim().chars().map(narrow).collect();
        if text.is_empty() {
            return Err(AmountError::Empty);
        }
        if let Some(rest) = text.strip_prefix('-') {
            return Err(match Self::parse(rest) {
                Ok(_) | Err(AmountError::TooLarge) => AmountError::Negative,
                Err(other) => other,
            });
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
            return Err(AmountError::NotANumber);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > 2 {
            return Err(AmountError::TooManyDecimals);
        }
        if whole.trim_start_matches('0').len() > 5 {
            return Err(AmountError::TooLarge);
        }
        let units: u64 =
            if whole.is_empty() { 0 } else { whole.parse().map_err(|_| AmountError::NotANumber)? };
        let hundredths: u64 = format!("{decimals:0<2}").parse().map_err(|_| AmountError::NotANumber)?;
        let amount = Self(units * 100 + hundredths);
        if amount > Self::LARGEST {
            return Err(AmountError::TooLarge);
        }
        Ok(amount)
    }

    /// The same, where nothing studied is a mistake: a course's length, a recorded entry.
    ///
    /// # Errors
    /// As [`Amount::parse`], and [`AmountError::Zero`].
    pub fn parse_positive(text: &str) -> Result<Self, AmountError> {
        match Self::parse(text)? {
            Self::ZERO => Err(AmountError::Zero),
            amount => Ok(amount),
        }
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum; saturates far above anything a life of study can reach.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, or nothing where `other` is larger.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// Full-width digits and points, which Chinese input methods type, as their ASCII forms.
fn narrow(character: char) -> char {
    match character {
        '０'..='９' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '．' | '。' => '.',
        '－' => '-',
        _ => character,
    }
}

impl std::iter::Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::plus)
    }
}

/// `8`, `1.5`, `0.25`: no trailing zeros, no exponent.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (units, rest) = (self.0 / 100, self.0 % 100);
        let text = match (rest, rest % 10) {
            (0, _) => units.to_string(),
            (_, 0) => format!("{units}.{}", rest / 10),
            _ => format!("{units}.{rest:02}"),
        };
        f.pad(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (text, hundredths) in [
            ("8", 800),
            ("1.5", 150),
            ("0.25", 25),
            (".5", 50),
            ("8.", 800),
            ("1.50", 150),
            ("007", 700),
            (" 2 ", 200),
            ("１２．５", 1250),
            ("10000", 1_000_000),
            ("0", 0),
        ] {
            assert_eq!(Amount::parse(text), Ok(Amount(hundredths)), "{text:?}");
        }
    }

    #[test]
    fn refuses_the_rest_by_its_own_name() {
        for (text, error) in [
            ("", AmountError::Empty),
            ("  ", AmountError::Empty),
            (".", AmountError::NotANumber),
            ("1e3", AmountError::NotANumber),
            ("nan", AmountError::NotANumber),
            ("+3", AmountError::NotANumber),
            ("1,5", AmountError::NotANumber),
            ("-3", AmountError::Negative),
            ("-x", AmountError::NotANumber),
            ("1.234", AmountError::TooManyDecimals),
            ("10000.01", AmountError::TooLarge),
            ("99999999999999999999999", AmountError::TooLarge),
        ] {
            assert_eq!(Amount::parse(text), Err(error), "{text:?}");
        }
        assert_eq!(Amount::parse_positive("0.00"), Err(AmountError::Zero));
    }

    #[test]
    fn prints_what_it_reads() {
        for text in ["8", "1.5", "0.25", "0.05", "10000", "0"] {
            assert_eq!(Amount::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_thousand_tenths_are_a_hundred() {
        let tenth = Amount::parse("0.1").unwrap();
        assert_eq!((0..1000).map(|_| tenth).sum::<Amount>(), Amount::whole(100));
    }
}
