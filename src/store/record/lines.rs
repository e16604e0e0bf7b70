//! Where in the files of plan and profile something stands now, for an editor.

use super::Home;
use super::source::Source;
use crate::domain::{CourseId, RuleId};
use std::path::Path;
use toml::de::{DeTable, DeValue};

impl Home {
    /// The line, from 1, of a course's item in the plan; `None` where it has none, or the plan cannot
    /// be read.
    pub fn plan_line(&self, course: &CourseId) -> Option<usize> {
        block_line(&self.plan_path(), ("item", "course"), course.as_str())
    }

    /// The line, from 1, where the profile says how a rule is followed.
    pub fn profile_line(&self, rule: &RuleId) -> Option<usize> {
        block_line(&self.profile_path(), ("follow", "rule"), rule.as_str())
    }
}

/// The line of the first `[[list]]` whose key says `id`.
fn block_line(path: &Path, (list, key): (&str, &str), id: &str) -> Option<usize> {
    let source = Source::read(path).ok()?;
    let table = DeTable::parse(&source.text).ok()?;
    let is_it = |block: &&toml::Spanned<DeValue<'_>>| match block.get_ref() {
        DeValue::Table(block) => block.get(key).and_then(|value| value.get_ref().as_str()) == Some(id),
        _ => false,
    };
    let block = table.get_ref().get(list)?.get_ref().as_array()?.iter().find(is_it)?;
    Some(source.text.get(..block.span().start)?.matches('\n').count() + 1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "a test may write what it likes")]

    use super::*;
    use std::io::Write;

    #[test]
    fn a_block_is_found_where_it_stands_now() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::new(folder.path().to_owned());
        let line = |id: &str| home.plan_line(&CourseId::new(id).unwrap());
        assert_eq!(line("b"), None);
        let text =
            "schema = 1\n# item b\n[[item]]\ncourse = \"a\"\n\n[[item]]\nnote = \"b\"\ncourse = \"b\"\n";
        std::fs::File::create(home.plan_path()).unwrap().write_all(text.as_bytes()).unwrap();
        assert_eq!([line("a"), line("b"), line("c")], [Some(3), Some(6), None]);
        let text = "schema = 1\n\n[[follow]]\nrule = \"ncees\"\n";
        std::fs::File::create(home.profile_path()).unwrap().write_all(text.as_bytes()).unwrap();
        assert_eq!(home.profile_line(&RuleId::new("ncees").unwrap()), Some(3));
    }
}
