//! Earlier queries, walked through in the query line as fish and zsh do: only those that begin like
//! what stands before the caret, and behind the newest what was being typed.

use crate::store::query_history;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recall {
    /// The oldest first, none twice.
    queries: Vec<String>,
    /// Whether the queries of other sessions are among them.
    pub read: bool,
    walk: Option<Walk>,
}

/// A walk that is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Walk {
    /// What was being typed.
    typed: String,
    /// What stood before the caret.
    prefix: String,
    /// The place of the query that is shown.
    at: usize,
}

impl Recall {
    /// Keeps a query as the newest.
    pub fn keep(&mut self, query: &str) {
        self.walk = None;
        query_history::add(&mut self.queries, query);
    }

    /// Takes over what other sessions have kept; what was kept in this one stays the newest.
    pub fn merge(&mut self, others: Vec<String>) {
        let own = std::mem::replace(&mut self.queries, others);
        for query in own {
            query_history::add(&mut self.queries, &query);
        }
        self.read = true;
    }

    /// The walk is over: something was typed.
    pub fn stop(&mut self) {
        self.walk = None;
    }

    /// The next older query; `None` where there is none. `caret` is a byte of the text.
    pub fn earlier(&mut self, text: &str, caret: usize) -> Option<String> {
        let walk = self.walk.clone().unwrap_or_else(|| Walk {
            typed: text.to_owned(),
            prefix: text.get(..caret).unwrap_or_default().to_owned(),
            at: self.queries.len(),
        });
        let older = self.queries.get(..walk.at)?;
        let fits = |query: &String| query.starts_with(&walk.prefix) && query != text;
        let at = older.iter().rposition(fits)?;
        self.walk = Some(Walk { at, ..walk });
        self.queries.get(at).cloned()
    }

    /// The next newer query, and behind the newest what was being typed.
    pub fn later(&mut self) -> Option<String> {
        let walk = self.walk.take()?;
        let newer = self.queries.iter().enumerate().skip(walk.at + 1);
        let next = newer.filter(|(_, query)| query.starts_with(&walk.prefix) && **query != walk.typed).next();
        match next.map(|(at, query)| (at, query.clone())) {
            Some((at, query)) => {
                self.walk = Some(Walk { at, ..walk });
                Some(query)
            }
            None => Some(walk.typed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recall(queries: &[&str]) -> Recall {
        let mut recall = Recall::default();
        recall.merge(queries.iter().map(|query| (*query).to_owned()).collect());
        recall
    }

    #[test]
    fn a_walk_ends_with_what_was_being_typed() {
        let mut recall = recall(&["oldest", "track:ai", "hours:<=8", "track:cloud"]);
        assert_eq!(recall.later(), None);
        assert_eq!(recall.earlier("tr x", 2).as_deref(), Some("track:cloud"));
        assert_eq!(recall.earlier("track:cloud", 11).as_deref(), Some("track:ai"));
        assert_eq!(recall.earlier("track:ai", 8), None);
        assert_eq!(recall.later().as_deref(), Some("track:cloud"));
        assert_eq!(recall.later().as_deref(), Some("tr x"));
        assert_eq!(recall.later(), None);
        // An empty line walks through all of them, and not to what it shows already.
        assert_eq!(recall.earlier("track:cloud", 0).as_deref(), Some("hours:<=8"));
        recall.stop();
        assert_eq!(recall.earlier("", 0).as_deref(), Some("track:cloud"));
    }

    #[test]
    fn what_is_asked_again_stands_once_and_last() {
        let mut own = recall(&[]);
        own.keep("mine");
        own.keep(" again ");
        own.merge(vec!["again".to_owned(), "theirs".to_owned()]);
        assert_eq!(own.queries, ["theirs", "mine", "again"]);
    }
}
