//! What a list is sorted by, in words: an arrow alone is read by nobody who hears the screen.

use super::{Lang, Say};
use crate::query::{Sort, SortKey};

impl Say for Sort {
    fn say(&self, lang: Lang) -> String {
        let (en, zh) = match (self.key, self.descending) {
            (SortKey::Relevance, false) => ("by relevance", "按相关度"),
            (SortKey::Relevance, true) => ("by relevance, least first", "按相关度，低的在前"),
            (SortKey::Title, false) => ("by title, A first", "按标题"),
            (SortKey::Title, true) => ("by title, Z first", "按标题，倒序"),
            (SortKey::Hours, false) => ("by hours, shortest first", "按时长，短的在前"),
            (SortKey::Hours, true) => ("by hours, longest first", "按时长，长的在前"),
            (SortKey::Provider, false) => ("by provider, A first", "按机构"),
            (SortKey::Provider, true) => ("by provider, Z first", "按机构，倒序"),
            (SortKey::Track, false) => ("by track", "按方向"),
            (SortKey::Track, true) => ("by track, last first", "按方向，倒序"),
            (SortKey::Date, false) => ("by date, earliest first", "按日期，早的在前"),
            (SortKey::Date, true) => ("by date, latest first", "按日期，晚的在前"),
            (SortKey::Id, false) => ("by id, a first", "按编号"),
            (SortKey::Id, true) => ("by id, z first", "按编号，倒序"),
            (SortKey::Gain, false) => ("by what it adds, most first", "按贡献，大的在前"),
            (SortKey::Gain, true) => ("by what it adds, least first", "按贡献，小的在前"),
        };
        if lang.is_chinese() { zh.to_owned() } else { en.to_owned() }
    }
}

/// The arrow beside the head of the column that the list is sorted by.
pub fn arrow(sort: Sort) -> &'static str {
    if sort.descending { "↓" } else { "↑" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::vocabulary::Word;
    use std::collections::HashSet;

    #[test]
    fn every_order_is_told_apart_in_both_languages() {
        for lang in [Lang::En, Lang::Zh] {
            let all = SortKey::ALL
                .iter()
                .flat_map(|key| [false, true].map(|descending| Sort { key: *key, descending }.say(lang)));
            let said: HashSet<String> = all.collect();
            assert_eq!(said.len(), SortKey::ALL.len() * 2, "{said:?}");
        }
    }
}
