//! Looks at the categories of a pack: each a known one, or one that the pack declares as its own.
//! An entry counts by its label, so that a slip of the keys in a rule would lose hours unseen.

use super::keys::{key, note};
use super::mistake::PackMistake;
use crate::domain::vocabulary::{Category, KNOWN_CATEGORIES};
use crate::store::reading::value::{Reader, Value};
use toml::de::{DeTable, DeValue};

/// Tables that are about a category.
const PARTS: [&str; 4] = ["minimum", "maximum", "carry", "multiply"];

/// Notes every category that is neither known nor declared. What is no category at all is noted
/// where the part is read.
pub(super) fn look(reader: &mut Reader<'_>, table: &DeTable<'_>) {
    let own = key(reader, table, "own_categories", |reader, key, value| {
        reader.items(key, value, |reader, item| reader.category(key, item))
    });
    let own = own.unwrap_or_default();
    for value in used(table) {
        let Some(category) = value.get_ref().as_str().and_then(Category::new) else { continue };
        if !own.contains(&category) && !KNOWN_CATEGORIES.contains(&category.as_str()) {
            let suggestion = category.nearly(&own).map(str::to_owned);
            let category = category.as_str().to_owned();
            note(reader, value.span(), PackMistake::UnknownCategory { category, suggestion });
        }
    }
}

/// Every category that a part or an entry of an example names.
fn used<'t, 'i>(table: &'t DeTable<'i>) -> Vec<&'t Value<'i>> {
    let parts = PARTS.iter().flat_map(|name| tables(table, name));
    let mut used: Vec<&Value<'_>> = parts.filter_map(|part| part.get("category")).collect();
    for entry in tables(table, "example").iter().flat_map(|example| tables(example, "entries")) {
        used.extend(
            entry.get("categories").and_then(|value| value.get_ref().as_array()).into_iter().flatten(),
        );
    }
    used
}

/// The tables of `[[name]]`, or the one of `[name]`.
fn tables<'t, 'i>(table: &'t DeTable<'i>, name: &str) -> Vec<&'t DeTable<'i>> {
    match table.get(name).map(toml::Spanned::get_ref) {
        Some(DeValue::Table(one)) => vec![one],
        Some(DeValue::Array(several)) => {
            several.iter().filter_map(|value| value.get_ref().as_table()).collect()
        }
        _ => Vec::new(),
    }
}
