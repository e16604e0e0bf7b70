//! The grammar by example; laws over random queries are in tests/properties.

use super::*;
use crate::domain::amount::AmountError;
use crate::domain::date::DateError;
use jiff::civil::date;

fn today() -> Date {
    date(2026, 11, 21)
}

/// The query in canonical spelling.
fn canonical(text: &str) -> String {
    parse(text, today()).unwrap_or_else(|error| panic!("{text:?}: {error:?}")).to_string()
}

fn error(text: &str) -> (&str, QueryErrorKind) {
    let error = parse(text, today()).expect_err(text);
    (text.get(error.span).expect("on character boundaries"), error.kind)
}

#[test]
fn one_spelling_for_every_way_to_write_it() {
    for (typed, expected) in [
        ("", ""),
        ("  digital   econ ", "digital econ"),
        ("a b | c", "(a b) | c"),
        ("a (b|c)", "a (b | c)"),
        ("(a b) c", "a b c"),
        ("-a !b", "!a !b"),
        ("!(a b)", "!(a b)"),
        ("-track:ai", "!track:ai"),
        ("'exact", "'exact"),
        ("\"two words\"", "\"two words\""),
        ("\"one\"", "'one"),
        ("^start end$ ^whole$", "^start end$ ^whole$"),
        ("^\"two words\"$", "^\"two words\"$"),
        ("don't", "don't"),
        ("C++ C# +ai", "C++ C# topic:ai"),
        ("R - data", "R data"),
        ("TRACK:ai,cloud", "track:ai,cloud"),
        (
            "lang:en teacher:Wang tag:x mode:online type:lecture",
            "language:en instructor:Wang topic:x delivery:online form:lecture",
        ),
        ("level:ADVANCED", "level:advanced"),
        ("title:2026 title:^a,b$,'c,\"d e\"", "title:2026 title:^a,b$,c,\"d e\""),
        ("title:a:b", "title:a:b"),
        ("is:planned,done", "is:planned | is:done"),
        ("x is:planned,done", "x (is:planned | is:done)"),
        ("has:hours no:url -no:en", "has:hours no:url !no:en"),
        ("sort:title,hours- limit:20 a", "a sort:title,hours- limit:20"),
        ("a sort:hours | b", "a | b sort:hours"),
        ("(a sort:hours)", "a sort:hours"),
        ("ＡＩ （数字｜经济） ！x", "ＡＩ (数字 | 经济) !x"),
        ("标题", "标题"),
        ("track：ai，cloud hours：＜＝８", "track:ai,cloud hours:<=8"),
        ("“two words”", "\"two words\""),
        ("\"say \"\"hi\"\"\"", "\"say \"\"hi\"\"\""),
        ("status:done,in-progress", "status:done,in-progress"),
    ] {
        assert_eq!(canonical(typed), expected, "{typed:?}");
        assert_eq!(canonical(expected), expected, "again {typed:?}");
    }
}

#[test]
fn numbers_are_exact_and_ranges_closed() {
    for (typed, expected) in [
        ("hours:<=8", "hours:<=8"),
        ("hours:<8", "hours:<=7.99"),
        ("hours:>8", "hours:>=8.01"),
        ("hours:>=8.5", "hours:>=8.5"),
        ("hours:2..8", "hours:2..8"),
        ("hours:2..", "hours:>=2"),
        ("hours:..8", "hours:<=8"),
        ("hours:8", "hours:8"),
        ("hours:=8", "hours:8"),
        ("hours:2,8", "hours:2 | hours:8"),
    ] {
        assert_eq!(canonical(typed), expected, "{typed:?}");
    }
    for (typed, span, why) in [
        ("a hours:x", "x", AmountError::NotANumber),
        ("hours:<=1e3", "<=1e3", AmountError::NotANumber),
        ("hours:-3", "-3", AmountError::Negative),
        ("hours:1.234", "1.234", AmountError::TooManyDecimals),
        ("hours:10001", "10001", AmountError::TooLarge),
        ("hours:<=", "<=", AmountError::Empty),
    ] {
        let (at, kind) = error(typed);
        assert_eq!(at, span, "{typed:?}");
        assert!(
            matches!(kind, QueryErrorKind::BadNumber { why: found, .. } if found == why),
            "{typed:?} {kind:?}"
        );
    }
    for typed in ["hours:8..2", "hours:<0", "hours:>10000"] {
        assert_eq!(error(typed).1, QueryErrorKind::EmptyRange, "{typed:?}");
    }
}

#[test]
fn dates_follow_the_field_and_today() {
    for (typed, expected) in [
        ("date:2026-03", "date:2026-03-01..2026-03-31"),
        ("date:2026", "date:2026-01-01..2026-12-31"),
        ("date:2026-01..2026-06", "date:2026-01-01..2026-06-30"),
        ("date:2026-01..06-15", "date:2026-01-01..2026-06-15"),
        ("date:2026-01..06", "date:2026-01-01..2026-06-30"),
        ("date:>=2026-01-01", "date:>=2026-01-01"),
        ("date:>2026", "date:>=2027-01-01"),
        ("date:<2026-03", "date:<=2026-02-28"),
        ("date:..2026", "date:<=2026-12-31"),
        ("on:yesterday", "on:2026-11-20"),
        ("on:昨天", "on:2026-11-20"),
        ("on:-3d", "on:2026-11-18"),
        ("due:<30d", "due:<=2026-12-21"),
        ("due:<2w", "due:<=2026-12-05"),
        ("due:>2w", "due:>=2026-12-06"),
        ("date:<2w", "date:2026-11-21..2026-12-05"),
        ("on:<1w", "on:2026-11-14..2026-11-21"),
    ] {
        assert_eq!(canonical(typed), expected, "{typed:?}");
        assert_eq!(canonical(expected), expected, "again {typed:?}");
    }
    for (typed, span, why) in [
        ("due:soon", "soon", DateError::NotADate),
        ("date:2026-13", "2026-13", DateError::NoSuchDay),
        ("date:2026-02-30", "2026-02-30", DateError::NoSuchDay),
        ("date:1066", "1066", DateError::OutOfRange),
        ("due:<99999d", "<99999d", DateError::OutOfRange),
    ] {
        let (at, kind) = error(typed);
        assert_eq!(at, span, "{typed:?}");
        assert!(
            matches!(kind, QueryErrorKind::BadDate { why: found, .. } if found == why),
            "{typed:?} {kind:?}"
        );
    }
    assert_eq!(error("date:2026..2025").1, QueryErrorKind::EmptyRange);
}

/// The field says what a value is, and what it looks like says nothing: `sat` is no Saturday, and a
/// number in a text stays a text.
#[test]
fn a_value_is_never_guessed_at() {
    for typed in ["track:sat", "topic:2026", "title:may", "provider:today", "id:30d", "2026-01-01", "today"] {
        let read = canonical(typed);
        assert_eq!(canonical(&read), read, "{typed:?}");
        assert!(!read.contains("2026-11"), "{typed:?} became {read:?}");
        assert!(read.contains(typed.rsplit(':').next().unwrap()), "{typed:?} became {read:?}");
    }
    assert!(matches!(error("hours:many").1, QueryErrorKind::BadNumber { .. }));
}

#[test]
fn an_unknown_field_is_an_error_at_its_name() {
    for (typed, span, suggestion) in [
        ("leader trak:x", "trak", Some("track")),
        ("prov:x", "prov", Some("provider")),
        ("langage:x", "langage", Some("language")),
        ("10:30", "10", None),
        ("http://x", "http", None),
        ("C:", "C", None),
        ("书：x", "书", None),
    ] {
        let (at, kind) = error(typed);
        assert_eq!(at, span);
        assert_eq!(kind, QueryErrorKind::UnknownField { field: span.to_owned(), suggestion });
    }
    assert_eq!(canonical("\"trak:x\" '10:30"), "\"trak:x\" \"10:30\"");
}

#[test]
fn a_wrong_word_names_the_right_ones() {
    let (at, kind) = error("x level:advancd");
    assert_eq!(at, "advancd");
    let QueryErrorKind::UnknownValue { name, suggestion, allowed, .. } = kind else { panic!("{kind:?}") };
    assert_eq!((name, suggestion, allowed.len()), ("level", Some("advanced"), 3));
    assert!(matches!(
        error("is:palnned").1,
        QueryErrorKind::UnknownValue { suggestion: Some("planned"), .. }
    ));
    assert!(matches!(error("sort:hour").1, QueryErrorKind::UnknownValue { suggestion: Some("hours"), .. }));
    assert_eq!(error("limit:0").1, QueryErrorKind::BadLimit { value: "0".to_owned() });
    assert_eq!(error("!sort:hours").1, QueryErrorKind::Negated { name: "sort" });
}

#[test]
fn what_is_not_closed_or_not_there() {
    for (typed, span, kind, unfinished) in [
        ("a \"b c", "\"b c", QueryErrorKind::UnclosedQuote, true),
        ("a (b", "(", QueryErrorKind::UnclosedGroup, true),
        ("a) b", ")", QueryErrorKind::UnopenedGroup, false),
        ("track:", "track:", QueryErrorKind::MissingValue, true),
        ("track:ai,", "track:ai,", QueryErrorKind::MissingValue, true),
        ("track: ai", "track:", QueryErrorKind::MissingValue, false),
        ("a !", "!", QueryErrorKind::MissingTerm, true),
        ("a |", "|", QueryErrorKind::MissingTerm, true),
        ("a | | b", "|", QueryErrorKind::MissingTerm, false),
        ("() a", "()", QueryErrorKind::MissingTerm, false),
        ("a ^", "^", QueryErrorKind::MissingTerm, true),
    ] {
        assert_eq!(error(typed), (span, kind), "{typed:?}");
        assert_eq!(parse(typed, today()).unwrap_err().is_unfinished(typed), unfinished, "{typed:?}");
    }
    assert!(parse("level:adv", today()).unwrap_err().is_unfinished("level:adv"));
    assert!(!parse("level:advx", today()).unwrap_err().is_unfinished("level:advx"));
}

#[test]
fn limits_hold_before_anything_breaks() {
    assert_eq!(error(&"a".repeat(2001)).1, QueryErrorKind::TooLong { limit: LONGEST });
    assert_eq!(error(&"a ".repeat(65)).1, QueryErrorKind::TooManyTerms { limit: MOST_TERMS });
    assert_eq!(error(&"(".repeat(1999)).1, QueryErrorKind::TooDeep { limit: DEEPEST });
    assert_eq!(error(&"!".repeat(1999)).1, QueryErrorKind::TooDeep { limit: DEEPEST });
    assert_eq!(error(&"字".repeat(65)).1, QueryErrorKind::PatternTooLong { limit: LONGEST_FUZZY });
    assert!(matches!(error(&"(".repeat(10_000)).1, QueryErrorKind::TooLong { .. }));
    assert!(parse(&"字".repeat(64), today()).is_ok());
}

#[test]
fn a_facet_switches_its_value_and_nothing_else() {
    for (typed, on) in [
        ("", "track:ai"),
        ("leader", "leader track:ai"),
        ("leader  ", "leader  track:ai"),
        ("track:cloud  x", "track:cloud,ai  x"),
        ("track: x", "track:ai x"),
        ("a | b", "(a | b) track:ai"),
        ("-track:cloud", "-track:cloud track:ai"),
        ("(track:cloud)", "(track:cloud) track:ai"),
        ("trak:x", "trak:x track:ai"),
        ("\"open", "\"open\" track:ai"),
        ("(open", "(open) track:ai"),
        ("a | (b", "(a | (b)) track:ai"),
        ("a !", "a ! track:ai"),
    ] {
        assert!(!is_on(typed, Field::Track, "ai"), "{typed:?}");
        assert_eq!(toggle(typed, Field::Track, "ai"), on, "{typed:?}");
        assert!(is_on(on, Field::Track, "AI"), "{on:?}");
    }
    for (typed, off) in [
        ("track:ai", ""),
        ("leader track:ai", "leader"),
        ("leader  track:ai  x", "leader   x"),
        ("track:ai,cloud", "track:cloud"),
        ("track:cloud,ai,x", "track:cloud,x"),
        ("track:ai leader", "leader"),
        ("TRACK：AI", ""),
        ("(track:ai|x)track:ai", "(track:ai|x)"),
    ] {
        assert_eq!(toggle(typed, Field::Track, "ai"), off, "{typed:?}");
    }
    let provider = "Institute, of \"Engineers\"";
    let text = toggle("x", Field::Provider, provider);
    assert_eq!(text, "x provider:\"Institute, of \"\"Engineers\"\"\"");
    assert_eq!(toggle(&text, Field::Provider, provider), "x");
}

#[test]
fn presence_and_state_switch_too() {
    let text = toggle_presence("x", Presence::Hours, true);
    assert_eq!(text, "x has:hours");
    assert_eq!(toggle_presence(&text, Presence::Hours, false), "x no:hours");
    assert_eq!(toggle_presence(&text, Presence::Url, true), "x has:hours has:url");
    assert_eq!(toggle_presence(&text, Presence::Hours, true), "x");
    assert_eq!(toggle_state("is:new", State::Planned), "is:new,planned");
    assert!(is_state_on("is:new,planned", State::Planned));
}

#[test]
fn the_sort_term_is_replaced_in_place() {
    let hours = Sort { key: SortKey::Hours, descending: true };
    for (typed, with, without) in [
        ("", "sort:hours-", ""),
        ("a b", "a b sort:hours-", "a b"),
        ("a sort:title b", "a sort:hours- b", "a b"),
        ("sort:x a sort:title", "sort:hours- a", "a"),
        ("\"open", "\"open\" sort:hours-", "\"open"),
        ("a | b", "a | b sort:hours-", "a | b"),
    ] {
        assert_eq!(with_sort(typed, Some(hours)), with, "{typed:?}");
        assert_eq!(with_sort(typed, None), without, "{typed:?}");
    }
}
