//! The version line of a file: `schema = 1`.

use super::problem::ProblemKind;
use super::report::Report;
use super::value::Value;
use std::ops::Range;
use toml::de::DeTable;

/// The schema that this program reads.
const SCHEMA: i64 = 1;

/// Looks whether the file's schema is the one that this program reads; any other is noted, and the
/// file may be read as far as it is understood. Whether it is that one.
pub(in crate::store) fn look(report: &mut Report, table: &DeTable<'_>) -> bool {
    let Some(value) = table.get("schema") else {
        report.note(0..0, ProblemKind::SchemaMissing);
        return false;
    };
    match (number(value), newer(table)) {
        (Some(SCHEMA), _) => return true,
        (_, Some((span, found))) => report.note(span, ProblemKind::SchemaNewer { found }),
        _ => report.note(value.span(), ProblemKind::SchemaInvalid),
    }
    false
}

/// The number of a schema that is newer than this program, and its place.
pub(in crate::store) fn newer(table: &DeTable<'_>) -> Option<(Range<usize>, i64)> {
    let value = table.get("schema")?;
    number(value).filter(|found| *found > SCHEMA).map(|found| (value.span(), found))
}

fn number(value: &Value<'_>) -> Option<i64> {
    let number = value.get_ref().as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
