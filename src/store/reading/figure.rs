//! Reads figures exactly: from their text, never through a floating-point number.

use super::problem::{HoursMistake, Type};
use super::value::{Reader, Value};
use crate::domain::Amount;
use crate::domain::amount::AmountError;
use toml::de::DeValue;

/// A figure above zero, or why it is none. `None`: not a number, which has been noted.
pub(in crate::store) fn positive(
    reader: &mut Reader<'_>,
    key: &'static str,
    value: &Value<'_>,
) -> Option<Result<Amount, HoursMistake>> {
    let text = text(reader, key, value)?;
    Some(Amount::parse_positive(&text).map_err(|error| mistake(error, &text)))
}

/// The same where zero says something.
pub(in crate::store) fn any(
    reader: &mut Reader<'_>,
    key: &'static str,
    value: &Value<'_>,
) -> Option<Result<Amount, HoursMistake>> {
    let text = text(reader, key, value)?;
    Some(Amount::parse(&text).map_err(|error| mistake(error, &text)))
}

/// A number without the underscores that TOML allows between digits, and without a plus.
fn text(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<String> {
    let text = match value.get_ref() {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_owned(),
        DeValue::Integer(number) => {
            let number = u64::from_str_radix(number.as_str(), number.radix());
            number.unwrap_or(u64::MAX).to_string()
        }
        DeValue::Float(number) => number.as_str().to_owned(),
        _ => return reader.wrong_type(key, value, Type::Number),
    };
    Some(text.strip_prefix('+').unwrap_or(&text).to_owned())
}

fn mistake(error: AmountError, text: &str) -> HoursMistake {
    match error {
        AmountError::Zero => HoursMistake::Zero,
        AmountError::Negative if text.trim_start_matches(['-', '0', '.']).is_empty() => HoursMistake::Zero,
        AmountError::Negative => HoursMistake::Negative,
        AmountError::TooManyDecimals => HoursMistake::TooManyDecimals,
        AmountError::TooLarge => HoursMistake::TooMany,
        AmountError::Empty | AmountError::NotANumber => {
            let finite = !text.contains("nan") && !text.contains("inf");
            if finite { HoursMistake::Exponent } else { HoursMistake::NotFinite }
        }
    }
}
