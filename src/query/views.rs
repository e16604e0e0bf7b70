//! Saved views inside a query: `@short track:ai` is what `@short` was saved as, and `track:ai`.
//!
//! A view is put in place as a group of its own, so that `-@a` and `@a | b` mean what they say. What
//! it says of the order and the number of courses holds where nothing outside of it says otherwise;
//! under a `!`, and beside an earlier view that has said it, it holds not.

use super::error::{QueryError, QueryErrorKind as Kind};
use super::parse::{MOST_TERMS, parse};
use super::{Expr, Query, Term, Test};
use crate::domain::{Date, SavedViews};
use std::ops::Range;

/// Views inside each other.
pub const DEEPEST_VIEWS: usize = 8;

impl Query {
    /// The query with every saved view in its place. Everything that a view brings in bears the
    /// bytes of the term that names it.
    ///
    /// # Errors
    /// Where nothing is saved under a name, where a view is no query or contains itself, and where
    /// there are more terms in all, views included, than a query may have.
    pub fn with_views(self, views: &SavedViews, today: Date) -> Result<Self, QueryError> {
        let alone = matches!(&self.filter, Some(Expr::Term(Term { test: Test::View(_), .. })));
        let (sort, limit) = (self.sort, self.limit);
        let mut placing = Placing { views, today, path: Vec::new(), left: MOST_TERMS, sort, limit };
        let filter = match self.filter {
            Some(filter) => placing.expr(filter, None, false)?,
            None => None,
        };
        // A view is one condition, also where it is the whole query: what it is made of is not there
        // to be switched by a facet.
        let filter = filter.map(|filter| if alone { Expr::And(vec![filter]) } else { filter });
        Ok(Self { filter, sort: placing.sort, limit: placing.limit })
    }
}

struct Placing<'a> {
    views: &'a SavedViews,
    today: Date,
    /// The views that are being put in place, the outermost first.
    path: Vec<String>,
    /// Terms that may still come. Views count too: nested ones without a term would have no end.
    left: usize,
    sort: Vec<super::Sort>,
    limit: Option<usize>,
}

impl Placing<'_> {
    /// The expression with its views in place; `None` where it sets no condition. `of` is the term
    /// of the outermost view around it.
    fn expr(
        &mut self,
        expr: Expr,
        of: Option<&Range<usize>>,
        negated: bool,
    ) -> Result<Option<Expr>, QueryError> {
        Ok(match expr {
            Expr::And(parts) => {
                let mut placed = Vec::with_capacity(parts.len());
                for part in parts {
                    placed.extend(self.expr(part, of, negated)?);
                }
                if placed.len() > 1 { Some(Expr::And(placed)) } else { placed.pop() }
            }
            Expr::Or(parts) => {
                let placed: Result<Vec<_>, _> =
                    parts.into_iter().map(|part| self.expr(part, of, negated)).collect();
                // One alternative without a condition lets everything through.
                placed?.into_iter().collect::<Option<Vec<_>>>().map(Expr::Or)
            }
            Expr::Not(inner) => match self.expr(*inner, of, true)? {
                Some(inner) => Some(Expr::Not(Box::new(inner))),
                None => Some(Expr::Or(Vec::new())),
            },
            Expr::Term(Term { span, test }) => {
                let span = of.cloned().unwrap_or(span);
                self.left = match self.left.checked_sub(1) {
                    Some(left) => left,
                    None => return Err(QueryError::new(span, Kind::TooManyTerms { limit: MOST_TERMS })),
                };
                match test {
                    Test::View(name) => self.view(&name, &span, negated)?,
                    test => Some(Expr::Term(Term { span, test })),
                }
            }
        })
    }

    fn view(&mut self, typed: &str, span: &Range<usize>, negated: bool) -> Result<Option<Expr>, QueryError> {
        let fail = |kind| Err(QueryError::new(span.clone(), kind));
        let Some(view) = self.views.find(typed) else {
            let suggestion = self.views.nearest(typed).map(|view| view.name.to_string());
            return fail(Kind::UnknownView { name: typed.to_owned(), suggestion });
        };
        let name = view.name.as_str();
        if let Some(at) = self.path.iter().position(|known| known == name) {
            let mut names = self.path.split_off(at);
            names.push(name.to_owned());
            return fail(Kind::ViewCircle { names });
        }
        if self.path.len() >= DEEPEST_VIEWS {
            return fail(Kind::ViewsTooDeep { limit: DEEPEST_VIEWS });
        }
        let query = match parse(&view.query, self.today) {
            Ok(query) => query,
            Err(error) => {
                return fail(Kind::ViewFault { name: name.to_owned(), why: Box::new(error.kind) });
            }
        };
        if !negated {
            if self.sort.is_empty() {
                self.sort = query.sort;
            }
            self.limit = self.limit.or(query.limit);
        }
        self.path.push(name.to_owned());
        let inner = match query.filter {
            Some(filter) => self.expr(filter, Some(span), negated)?,
            None => None,
        };
        self.path.pop();
        Ok(inner.map(|inner| Expr::And(vec![inner])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{SavedView, ViewName};

    const TODAY: Date = Date::constant(2026, 11, 21);

    fn views(saved: &[(&str, &str)]) -> SavedViews {
        let mut views = SavedViews::default();
        for (name, query) in saved {
            views.save(SavedView { name: ViewName::new(name).unwrap(), query: (*query).to_owned() });
        }
        views
    }

    fn placed(text: &str, saved: &[(&str, &str)]) -> Result<String, (String, Kind)> {
        let query = parse(text, TODAY).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let query = query.with_views(&views(saved), TODAY);
        query.map(|query| query.to_string()).map_err(|error| (text[error.span].to_owned(), error.kind))
    }

    #[test]
    fn a_view_stands_for_its_query_as_a_group() {
        let saved = [
            ("short", "hours:<=8"),
            ("either", "a | b"),
            ("both", "c d"),
            ("done", "is:done"),
            ("all", "sort:title"),
            ("短", "@short @both"),
        ];
        for (text, expected) in [
            ("@short track:ai", "(hours:<=8) track:ai"),
            ("-@done", "!(is:done)"),
            ("@either x", "((a | b)) x"),
            ("@short | @both", "(hours:<=8) | ((c d))"),
            ("@short,both", "(hours:<=8) | ((c d))"),
            ("＠Short", "((hours:<=8))"),
            ("@短 x", "(((hours:<=8) ((c d)))) x"),
            ("x @all", "x sort:title"),
            // What says nothing lets everything through, and its opposite nothing.
            ("x | @all", "sort:title"),
        ] {
            assert_eq!(placed(text, &saved), Ok(expected.to_owned()), "{text}");
        }
        let none = parse("x -@all", TODAY).unwrap().with_views(&views(&saved), TODAY).unwrap();
        assert!(matches!(none.filter, Some(Expr::And(parts)) if parts.contains(&Expr::Or(Vec::new()))));
    }

    #[test]
    fn its_order_and_limit_hold_where_nothing_else_says_otherwise() {
        let saved = [("best", "a sort:hours- limit:5"), ("outer", "@best sort:title"), ("few", "b limit:2")];
        for (text, expected) in [
            ("@best", "((a)) sort:hours- limit:5"),
            ("@best sort:id", "((a)) sort:id limit:5"),
            ("@best limit:1", "((a)) sort:hours- limit:1"),
            ("@outer", "(((a))) sort:title limit:5"),
            ("@few @best", "(b) (a) sort:hours- limit:2"),
            ("x -@best", "x !(a)"),
        ] {
            assert_eq!(placed(text, &saved), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn mistakes_are_told_at_the_term_that_names_the_view() {
        let saved = [
            ("short", "hours:<=8"),
            ("a", "x @b"),
            ("b", "@c"),
            ("c", "y (z | @a)"),
            ("wrong", "trak:x"),
            ("wraps", "@wrong"),
        ];
        let fails = |text: &str| placed(text, &saved).unwrap_err();
        let unknown = |name: &str, near: Option<&str>| Kind::UnknownView {
            name: name.to_owned(),
            suggestion: near.map(str::to_owned),
        };
        assert_eq!(fails("x @shrot y"), ("@shrot".to_owned(), unknown("shrot", Some("short"))));
        assert_eq!(fails("x -@nothing"), ("@nothing".to_owned(), unknown("nothing", None)));
        let names = ["a", "b", "c", "a"].map(str::to_owned).to_vec();
        assert_eq!(fails("x @a"), ("@a".to_owned(), Kind::ViewCircle { names }));
        let names = ["b", "c", "a", "b"].map(str::to_owned).to_vec();
        assert_eq!(fails("@b"), ("@b".to_owned(), Kind::ViewCircle { names }));
        let (place, kind) = fails("x @wraps");
        assert_eq!(place, "@wraps");
        assert!(matches!(kind, Kind::ViewFault { name, why } if name == "wrong"
            && matches!(*why, Kind::UnknownField { .. })));
    }

    #[test]
    fn views_inside_views_have_an_end() {
        let chain: Vec<(String, String)> =
            (0..=DEEPEST_VIEWS).map(|at| (format!("v{at}"), format!("@v{}", at + 1))).collect();
        let mut saved: Vec<(&str, &str)> =
            chain.iter().map(|(name, query)| (name.as_str(), query.as_str())).collect();
        let last = format!("v{}", DEEPEST_VIEWS + 1);
        saved.push((&last, "x"));
        assert_eq!(placed("@v1", &saved).map_err(|_| ()), Err(()));
        assert!(placed("@v2", &saved).is_ok());
        // Each names the next many times over: more terms than there are atoms.
        let many = "@v ".repeat(60);
        let wide: Vec<(String, String)> = (0..DEEPEST_VIEWS)
            .map(|at| (format!("w{at}"), many.replace('v', &format!("w{}", at + 1))))
            .collect();
        let mut saved: Vec<(&str, &str)> =
            wide.iter().map(|(name, query)| (name.as_str(), query.as_str())).collect();
        let last = format!("w{DEEPEST_VIEWS}");
        saved.push((&last, "sort:title"));
        let (place, kind) = placed("x @w0", &saved).unwrap_err();
        assert_eq!((place.as_str(), kind), ("@w0", Kind::TooManyTerms { limit: MOST_TERMS }));
    }
}
