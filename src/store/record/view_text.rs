//! `views.toml` as the saved views that it states, and every mistake in it.

use super::fields::Fields;
use super::problem::{Expected, RecordProblem, RecordProblemKind as Kind};
use super::source::Source;
use super::toml_text::string;
use crate::domain::{SavedView, SavedViews, ViewName};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A file without views: what is created before the first is saved.
pub(super) const EMPTY: &str = "schema = 1\n";

const ROOT: &[&str] = &["schema", "view"];
const VIEW: &[&str] = &["name", "query"];

#[derive(Clone, Debug, Default)]
pub(super) struct ViewsRead {
    pub(super) views: SavedViews,
    pub(super) problems: Vec<RecordProblem>,
    /// Why the file must not be edited, where it must not.
    pub(super) blocked: Option<RecordProblem>,
}

pub(super) fn read(source: &Source) -> ViewsRead {
    let mut read = ViewsRead::default();
    match DeTable::parse(&source.text) {
        Ok(table) => read.root(source, table.get_ref()),
        Err(error) => read.problems.push(source.syntax(&error)),
    }
    read.problems.sort_by_key(|problem| (problem.place.line, problem.place.column));
    read.blocked = read.problems.iter().find(|problem| problem.kind.blocks_writing()).cloned();
    read
}

impl ViewsRead {
    fn root(&mut self, source: &Source, table: &DeTable<'_>) {
        let mut root = Fields::new(source, table, 0..0);
        // One of a newer schema is read as far as it is understood; the problem keeps it from being
        // written.
        let known = root.schema();
        if known {
            root.unknown(ROOT);
        }
        let newer = root.is_newer();
        self.problems.append(&mut root.problems);
        let Some(found) = table.get("view").filter(|_| known || newer) else { return };
        let DeValue::Array(blocks) = found.get_ref() else {
            let kind = Kind::WrongType { key: "view", expected: Expected::Views };
            return self.problems.push(source.error(found.span(), kind));
        };
        let headed = |block: &Spanned<DeValue<'_>>| {
            let text = source.text.get(block.span().start..).unwrap_or_default();
            let line = text.lines().next().unwrap_or_default();
            line.chars().filter(|c| !c.is_whitespace()).collect::<String>().starts_with("[[view]]")
        };
        if blocks.is_empty() || !blocks.iter().all(headed) {
            self.problems.push(source.warning(found.span(), Kind::UneditedViews));
        }
        for block in blocks.iter() {
            self.block(source, block, newer);
        }
    }

    fn block(&mut self, source: &Source, block: &Spanned<DeValue<'_>>, newer: bool) {
        let DeValue::Table(table) = block.get_ref() else {
            let kind = Kind::WrongType { key: "view", expected: Expected::Views };
            return self.problems.push(source.error(block.span(), kind));
        };
        let mut fields = Fields::new(source, table, block.span());
        let name = fields.required("name", |fields, key| {
            let text = fields.text(key)?;
            let name = ViewName::new(&text);
            if name.is_none() {
                fields.error(key, Kind::ViewName(text));
            }
            name
        });
        let query = fields.required("query", Fields::text);
        if !newer {
            fields.unknown(VIEW);
        }
        let name = name.filter(|name| {
            let twice = self.views.get(name).is_some();
            if twice {
                fields.error("name", Kind::ViewTwice(name.clone()));
            }
            !twice
        });
        self.problems.append(&mut fields.problems);
        if let (Some(name), Some(query)) = (name, query) {
            self.views.save(SavedView { name, query: query.trim().to_owned() });
        }
    }
}

/// A new block, its lines divided by `\n` and without the last one's.
pub(super) fn render(view: &SavedView) -> String {
    format!("[[view]]\nname = {}\nquery = {}", string(view.name.as_str()), string(&view.query))
}
