//! Any text is read or refused without a panic; any query reads back from its own spelling; what
//! an edit adds is on, what it removes is off, and the rest of the text stays.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use tuition::domain::vocabulary::Word;
use tuition::domain::{Amount, Date, SavedView, SavedViews, ViewName};
use tuition::query::*;

fn today() -> Date {
    Date::constant(2026, 11, 21)
}

/// Texts that look like queries, and texts that look like nothing.
fn typed() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "a",
        "数字",
        " ",
        "  ",
        "|",
        "(",
        ")",
        "!",
        "-",
        "\"",
        "“",
        "”",
        "'",
        "^",
        "$",
        ":",
        "：",
        ",",
        "+",
        "<=",
        "..",
        "8",
        "2026",
        "-03",
        "30d",
        "track:",
        "hours:",
        "date:",
        "due:<",
        "is:",
        "done",
        "has:",
        "no:url",
        "sort:",
        "limit:",
        "title:",
        "é",
        "e\u{301}",
        "\u{3000}",
        "😀",
        "level:adv",
        "（",
        "＂",
        "@",
        "＠",
        "@short",
    ]);
    prop_oneof![vec(piece, 0..24).prop_map(|pieces| pieces.concat()), any::<String>()]
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zé]{1,8}", "[数字经济领导]{1,4}", "[A-Z0-9][a-z0-9+#.'-]{0,6}"]
}

/// Anything that may stand in quotes.
fn phrase() -> impl Strategy<Value = String> {
    prop_oneof![word(), "[a-z :|()!,$@^'\"“”＂’：，（）-]{1,12}", "\\PC{1,20}"]
}

fn pattern(unmarked: How) -> impl Strategy<Value = Pattern> {
    let marked = (phrase(), select(vec![How::Exact, How::Starts, How::Ends, How::Whole]));
    prop_oneof![
        word().prop_map(move |text| Pattern { text, how: unmarked }),
        marked.prop_map(|(text, how)| Pattern { text, how }),
    ]
}

fn of_kind(kind: Kind) -> impl Strategy<Value = Field> {
    select(Field::ALL.iter().copied().filter(|field| field.kind() == kind).collect::<Vec<_>>())
}

fn ordered<T: PartialOrd>(low: Option<T>, high: Option<T>) -> (Option<T>, Option<T>) {
    match (low, high) {
        (Some(low), Some(high)) if low > high => (Some(high), Some(low)),
        bounds => bounds,
    }
}

fn amount() -> impl Strategy<Value = Amount> {
    (0..=1_000_000_u64).prop_map(Amount::from_hundredths)
}

fn day() -> impl Strategy<Value = Date> {
    (1900..=2200_i16, 1..=12_i8, 1..=28_i8).prop_map(|(y, m, d)| Date::constant(y, m, d))
}

fn choice() -> impl Strategy<Value = Test> {
    of_kind(Kind::Choice).prop_flat_map(|field| {
        let values = match field.values() {
            Some(allowed) => select(allowed).prop_map(str::to_owned).boxed(),
            None => phrase().boxed(),
        };
        vec(values, 1..4).prop_map(move |values| Test::Choice(field, values))
    })
}

fn test() -> impl Strategy<Value = Test> {
    let number = (amount(), option::of(amount()), any::<bool>()).prop_map(|(one, other, swap)| {
        let (low, high) = if swap { (other, Some(one)) } else { (Some(one), other) };
        let (low, high) = ordered(low, high);
        Test::Number(Field::Hours, low, high)
    });
    let dates = (of_kind(Kind::Dates), day(), option::of(day()), any::<bool>()).prop_map(
        |(field, one, other, swap)| {
            let (low, high) = if swap { (other, Some(one)) } else { (Some(one), other) };
            let (low, high) = ordered(low, high);
            Test::Dates(field, low, high)
        },
    );
    prop_oneof![
        4 => pattern(How::Fuzzy).prop_map(Test::Word),
        2 => (of_kind(Kind::Text), vec(pattern(How::Exact), 1..4)).prop_map(|(field, several)| Test::Text(field, several)),
        2 => choice(),
        1 => number,
        1 => dates,
        1 => select(State::ALL).prop_map(Test::Is),
        1 => select(Presence::ALL).prop_map(Test::Has),
        1 => prop_oneof!["[a-z][a-z0-9_-]{0,6}", "[数字经济]{1,4}"].prop_map(Test::View),
    ]
}

fn expr() -> impl Strategy<Value = Expr> {
    let term = test().prop_map(|test| Expr::Term(Term { span: 0..0, test }));
    term.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 2..4).prop_map(|parts| flat(parts, Expr::And)),
            vec(inner.clone(), 2..4).prop_map(|parts| flat(parts, Expr::Or)),
            inner.prop_map(|inner| Expr::Not(Box::new(inner))),
        ]
    })
}

/// Conjunctions directly inside conjunctions are one, as the parser has it.
fn flat(parts: Vec<Expr>, join: fn(Vec<Expr>) -> Expr) -> Expr {
    let wanted = std::mem::discriminant(&join(Vec::new()));
    let parts = parts.into_iter().flat_map(|part| match part {
        Expr::And(inner) if wanted == std::mem::discriminant(&Expr::And(Vec::new())) => inner,
        Expr::Or(inner) if wanted == std::mem::discriminant(&Expr::Or(Vec::new())) => inner,
        other => vec![other],
    });
    join(parts.collect())
}

fn query() -> impl Strategy<Value = Query> {
    let sort = (select(SortKey::ALL), any::<bool>()).prop_map(|(key, descending)| Sort { key, descending });
    (option::weighted(0.95, expr()), vec(sort, 0..3), option::of(1..1000_usize))
        .prop_map(|(filter, sort, limit)| Query { filter, sort, limit })
}

fn without_spans(query: Query) -> Query {
    fn strip(expr: Expr) -> Expr {
        match expr {
            Expr::And(parts) => Expr::And(parts.into_iter().map(strip).collect()),
            Expr::Or(parts) => Expr::Or(parts.into_iter().map(strip).collect()),
            Expr::Not(inner) => Expr::Not(Box::new(strip(*inner))),
            Expr::Term(Term { test, .. }) => Expr::Term(Term { span: 0..0, test }),
        }
    }
    Query { filter: query.filter.map(strip), ..query }
}

fn spans(expr: &Expr) -> Vec<std::ops::Range<usize>> {
    match expr {
        Expr::And(parts) | Expr::Or(parts) => parts.iter().flat_map(spans).collect(),
        Expr::Not(inner) => spans(inner),
        Expr::Term(term) => vec![term.span.clone()],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read_or_refused_at_a_place_in_it(text in typed()) {
        match parse(&text, today()) {
            Ok(query) => {
                for span in query.filter.iter().flat_map(spans) {
                    prop_assert!(text.get(span.clone()).is_some_and(|term| !term.is_empty()), "{span:?}");
                }
                let spelt = query.to_string();
                prop_assert_eq!(parse(&spelt, today()).map(without_spans), Ok(without_spans(query)), "{}", spelt);
            }
            Err(error) => {
                prop_assert!(text.get(error.span.clone()).is_some(), "{error:?}");
                let _ = error.is_unfinished(&text);
            }
        }
    }

    #[test]
    fn a_query_reads_back_from_its_spelling(query in query()) {
        let spelt = query.to_string();
        prop_assume!(spelt.len() <= LONGEST);
        prop_assert_eq!(parse(&spelt, today()).map(without_spans), Ok(query), "{}", spelt);
    }

    #[test]
    fn what_a_facet_switches_is_on_and_then_off(text in typed(), value in phrase(), field in of_kind(Kind::Choice)) {
        let before = is_on(&text, field, &value);
        let once = toggle(&text, field, &value);
        prop_assert_ne!(is_on(&once, field, &value), before, "{:?}", once);
        if !before {
            let twice = toggle(&once, field, &value);
            prop_assert!(!is_on(&twice, field, &value), "{twice:?}");
            let kept = text.trim();
            prop_assert!(once.contains(kept) || once.contains(',') || text.contains(':') || text.contains('：'), "{:?} {:?}", text, once);
        }
    }

    #[test]
    fn a_facet_on_a_query_narrows_that_query(query in query(), value in word()) {
        let text = query.to_string();
        let on = toggle(&text, Field::Track, &value);
        prop_assume!(on.len() <= LONGEST && !is_on(&text, Field::Track, &value));
        prop_assert!(parse(&on, today()).is_ok(), "{on:?}");
        prop_assert_eq!(parse(&toggle(&on, Field::Track, &value), today()).map(without_spans), Ok(query), "{}", on);
    }

    #[test]
    fn the_sort_term_is_set_and_nothing_else(query in query(), descending in any::<bool>()) {
        let sort = Sort { key: SortKey::Hours, descending };
        let sorted = parse(&with_sort(&query.to_string(), Some(sort)), today()).map(without_spans);
        prop_assert_eq!(sorted, Ok(Query { sort: vec![sort], ..query.clone() }));
        let unsorted = parse(&with_sort(&query.to_string(), None), today()).map(without_spans);
        prop_assert_eq!(unsorted, Ok(Query { sort: Vec::new(), ..query }));
    }
}

/// Saved views that may name each other, in any way.
fn views() -> impl Strategy<Value = SavedViews> {
    let term =
        select(vec!["@a", "@b", "@c", "-@a", "@a,b", "x", "hours:<=8", "|", "(@c)", "sort:title", "limit:3"]);
    let query = vec(term, 0..6).prop_map(|terms| terms.join(" "));
    vec(query, 3).prop_map(|queries| {
        let mut views = SavedViews::default();
        for (name, query) in ["a", "b", "c"].into_iter().zip(queries) {
            views.save(SavedView { name: ViewName::new(name).unwrap(), query });
        }
        views
    })
}

fn names_a_view(expr: &Expr) -> bool {
    match expr {
        Expr::And(parts) | Expr::Or(parts) => parts.iter().any(names_a_view),
        Expr::Not(inner) => names_a_view(inner),
        Expr::Term(term) => matches!(term.test, Test::View(_)),
    }
}

proptest! {
    #[test]
    fn views_are_put_in_place_or_refused_at_the_term_that_names_them(text in typed(), views in views()) {
        let text = format!("@a {text}");
        if let Ok(query) = parse(&text, today()) {
            let outer = query.clone();
            match query.with_views(&views, today()) {
                Ok(placed) => {
                    prop_assert!(!placed.filter.iter().any(names_a_view), "{placed:?}");
                    let terms = placed.filter.iter().flat_map(spans);
                    prop_assert!(terms.count() <= MOST_TERMS);
                    if !outer.sort.is_empty() {
                        prop_assert_eq!(placed.sort, outer.sort);
                    }
                    prop_assert!(outer.limit.is_none() || placed.limit == outer.limit);
                }
                Err(error) => {
                    let term = text.get(error.span.clone()).unwrap_or_default();
                    prop_assert!(term.starts_with(['@', '＠']) || matches!(error.kind, QueryErrorKind::TooManyTerms { .. }), "{error:?} {term:?}");
                }
            }
        }
    }

    #[test]
    fn completing_any_text_at_any_place_leaves_a_text(text in typed(), at in any::<prop::sample::Index>()) {
        struct Nothing;
        impl Offers for Nothing {
            fn values(&self, _: Field) -> Vec<Offer> {
                vec![Offer { value: "two \"words\"".to_owned(), ..Offer::default() }]
            }
            fn views(&self) -> Vec<Offer> {
                Vec::new()
            }
            fn label(&self, _: Name, _: &str) -> Option<String> {
                None
            }
        }
        let places: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        let caret = *at.get(&places);
        let Completion { span, candidates } = complete(&text, caret, &Nothing);
        prop_assert!(text.get(span.clone()).is_some());
        prop_assert!(candidates.is_empty() || (span.start <= caret && caret <= span.end));
    }
}
