//! What a search finds, in which order, how it counts and what it lights up.

use super::*;
use crate::domain::course::{LocalText, Session, StatedHours};
use crate::domain::vocabulary::{Category, Delivery, Level};
use crate::domain::{Amount, Catalog, Course, CourseId};
use crate::query::parse;
use jiff::civil::date;

fn today() -> Date {
    date(2026, 11, 21)
}

fn course(id: &str, en: &str, zh: &str) -> Course {
    let wording = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let title = LocalText { en: wording(en), zh: wording(zh), ..LocalText::default() };
    Course::new(CourseId::new(id).expect(id), title)
}

/// Ten courses with what the tests need.
fn catalog() -> Catalog {
    let strings = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let hours = |hours| Some(StatedHours::Exact(Amount::whole(hours)));
    Catalog::new(vec![
        Course {
            topics: strings(&["team leadership"]),
            track: Some("management".to_owned()),
            language: Some("en".to_owned()),
            hours: hours(24),
            ..course("teams", "High-performance Teams", "")
        },
        Course {
            track: Some("digital-economy".to_owned()),
            language: Some("zh".to_owned()),
            delivery: Some(Delivery::Blended),
            categories: Category::new("professional").into_iter().collect(),
            ..course("bie-digital", "Digital economy empowering industry", "数字经济赋能产业发展")
        },
        Course {
            track: Some("leadership".to_owned()),
            language: Some("zh".to_owned()),
            hours: Some(StatedHours::Range {
                min: Amount::whole(40),
                max: Some(Amount::whole(60)),
                basis: None,
            }),
            instructors: strings(&["王爱民"]),
            ..course("bie-lead", "Scientific Leadership", "科技领导力提升")
        },
        Course {
            provider: Some("Leader Institute".to_owned()),
            delivery: Some(Delivery::Online),
            hours: hours(8),
            language: Some("en".to_owned()),
            level: Some(Level::Advanced),
            ..course("city", "Urban planning in München", "")
        },
        Course { language: Some("en-GB".to_owned()), ..course("ai", "AI for managers", "") },
        course("train", "Retraining staff", ""),
        course("cq", "", "重庆地方史"),
        Course {
            track: Some("leadership".to_owned()),
            ..course("lead-org", "Leading and Organizational Change", "")
        },
        Course {
            provider: Some("Leader Institute Press".to_owned()),
            sessions: vec![Session { start: Some(date(2026, 3, 5)), ..Session::default() }],
            ..course("leaders", "Leaders of tomorrow", "")
        },
        course("ladders", "Loading ten earthy and deep roots", ""),
    ])
}

fn ids_of(text: &str, personal: &Personal) -> Vec<String> {
    let catalog = catalog();
    let found = Index::build(&catalog).search(&parse(text, today()).expect(text), personal);
    found.rows.iter().map(|row| catalog.courses()[*row].id.to_string()).collect()
}

fn ids(text: &str) -> Vec<String> {
    ids_of(text, &Personal::default())
}

#[test]
fn title_before_topics_before_people_and_words_before_pieces() {
    assert_eq!(ids("leader"), ["leaders", "bie-lead", "teams", "city"]);
    assert_eq!(ids("lead"), ["leaders", "lead-org", "bie-lead", "teams", "city"]);
    assert_eq!(ids("ai"), ["ai", "train", "bie-lead"]);
    assert_eq!(ids("leadership"), ["bie-lead", "teams"]);
}

#[test]
fn loose_letters_only_where_nothing_fits_better() {
    assert_eq!(ids("leder"), ["leaders", "bie-lead", "ladders", "teams", "city"]);
    assert!(!ids("leader").contains(&"ladders".to_owned()));
    assert_eq!(ids("scifleader"), ["bie-lead"]);
    assert_eq!(ids("ubnpln"), ["city"]);
    assert!(ids("zzqxj").is_empty());
}

#[test]
fn all_words_in_any_order() {
    for text in ["digital econ", "econ digital", "econ dig bie", "数字 econ", "DIGITAL"] {
        assert_eq!(ids(text), ["bie-digital"], "{text}");
    }
    assert!(ids("digital leader").is_empty());
    assert_eq!(ids("digital | münchen"), ["bie-digital", "city"]);
}

#[test]
fn chinese_by_characters_pinyin_and_initials() {
    for text in ["数字经济", "经济", "shuzijingji", "shuzijj", "szjj", "sz funeng", "数字 jj"] {
        assert_eq!(ids(text), ["bie-digital"], "{text}");
    }
    for text in ["chongqing", "zhongqing", "cqdf", "zqdf"] {
        assert_eq!(ids(text), ["cq"], "{text}");
    }
    assert_eq!(ids("wangaimin"), ["bie-lead"]);
    assert_eq!(ids("wam"), ["bie-lead"]);
}

#[test]
fn width_case_and_marks_do_not_matter() {
    for text in ["Munchen", "MÜNCHEN", "mu\u{308}nchen", "'münchen", "title:MUNCHEN", "munchen$"] {
        assert_eq!(ids(text), ["city"], "{text}");
    }
    assert_eq!(ids("ＡＩ managers"), ["ai"]);
}

#[test]
fn marks_anchor_and_quote() {
    assert_eq!(ids("^lead"), ["leaders", "lead-org", "city"]);
    assert_eq!(ids("^leaders$"), ["leaders"]);
    assert_eq!(ids("\"digital economy\""), ["bie-digital"]);
    assert!(ids("\"economy digital\"").is_empty());
    assert_eq!(ids("title:leader"), ["leaders", "bie-lead"]);
    assert_eq!(ids("provider:leader"), ["city", "leaders"]);
    assert_eq!(ids("instructor:王"), ["bie-lead"]);
}

#[test]
fn not_takes_out_what_contains_the_word() {
    assert_eq!(ids("lead !leadership -\"institute press\""), ["lead-org", "city"]);
    assert_eq!(ids("delivery:online,blended !delivery:online"), ["bie-digital"]);
    assert_eq!(ids("!(lead | a)"), ["cq"]);
    // Letters that lie in nearly everything take out nothing.
    assert_eq!(ids("!leder").len(), 10);
}

#[test]
fn fields_compare_by_their_kind() {
    for (text, expected) in [
        ("hours:<=40 language:en", vec!["teams", "city"]),
        ("hours:50", vec!["bie-lead"]),
        ("hours:>60", vec![]),
        ("hours:<40", vec!["teams", "city"]),
        ("has:hours -hours:<=40", vec![]),
        ("no:hours language:zh", vec!["bie-digital"]),
        ("track:lead", vec!["bie-lead", "lead-org"]),
        ("TRACK:Leadership,management", vec!["teams", "bie-lead", "lead-org"]),
        ("language:en", vec!["teams", "city", "ai"]),
        ("level:advanced", vec!["city"]),
        ("category:professional", vec!["bie-digital"]),
        ("date:2026-03", vec!["leaders"]),
        ("has:session", vec!["leaders"]),
        ("no:en", vec!["cq"]),
        ("+team", vec!["teams"]),
        ("lead limit:1", vec!["leaders"]),
        ("track:nothing", vec![]),
    ] {
        assert_eq!(ids(text), expected, "{text}");
    }
    let rest = ids("-hours:<=40");
    assert!(rest.contains(&"ai".to_owned()) && !rest.contains(&"teams".to_owned()), "{rest:?}");
}

#[test]
fn the_person_is_asked_about() {
    use CourseState as S;
    let personal = Personal {
        states: vec![Some(S::Planned), Some(S::Passed), None, Some(S::Completed), Some(S::Planned)],
        marked: vec![false, false, true],
        due: vec![Some(date(2026, 11, 20)), None, None, Some(date(2026, 1, 1)), Some(date(2026, 12, 1))],
        studied: vec![vec![], vec![date(2026, 5, 1), date(2026, 11, 20)]],
        today: Some(today()),
        proven: vec![false, true],
        rules: Vec::new(),
    };
    for (text, expected) in [
        ("has:evidence", vec!["bie-digital"]),
        ("is:done no:evidence", vec!["city"]),
        ("is:planned", vec!["teams", "ai"]),
        ("is:done", vec!["bie-digital", "city"]),
        ("status:passed", vec!["bie-digital"]),
        ("status:done,planned", vec!["teams", "bie-digital", "city", "ai"]),
        ("is:overdue", vec!["teams"]),
        ("is:marked", vec!["bie-lead"]),
        ("on:yesterday", vec!["bie-digital"]),
        ("due:<30d is:planned", vec!["teams", "ai"]),
        ("due:2026-12", vec!["ai"]),
        ("is:new lead", vec!["leaders", "lead-org", "bie-lead"]),
    ] {
        assert_eq!(ids_of(text, &personal), expected, "{text}");
    }
    assert!(ids("is:overdue").is_empty());
    assert_eq!(ids("is:new").len(), 10);
}

#[test]
fn what_fills_a_gap_comes_in_the_order_of_its_gain() {
    let rows = |field, asked: &str, gains: &[Option<u64>]| RuleRows {
        field,
        asked: asked.to_owned(),
        gains: gains.to_vec(),
    };
    let personal = Personal {
        rules: vec![
            rows(Field::Fills, "board", &[Some(1), Some(3), None, Some(2)]),
            rows(Field::Counts, "board/ethics", &[Some(9)]),
        ],
        ..Personal::default()
    };
    let all = ids("");
    let named = |places: &[usize]| places.iter().map(|at| all[*at].clone()).collect::<Vec<_>>();
    assert_eq!(ids_of("fills:board", &personal), named(&[1, 3, 0]));
    assert_eq!(ids_of("fills:board sort:gain-", &personal), named(&[0, 3, 1]));
    assert_eq!(ids_of("fills:board sort:id", &personal).len(), 3);
    assert_eq!(ids_of("counts:board/ethics", &personal), named(&[0]));
    assert!(ids_of("fills:other", &personal).is_empty());
    assert_eq!(ids_of("-fills:board", &personal).len(), all.len() - 3);
}

#[test]
fn sorting_is_stable_and_the_unknown_stands_last() {
    assert_eq!(ids("")[..3], ["teams", "bie-digital", "bie-lead"]);
    assert_eq!(ids("sort:hours")[..4], ["city", "teams", "bie-lead", "bie-digital"]);
    assert_eq!(ids("sort:hours-")[..4], ["bie-lead", "teams", "city", "bie-digital"]);
    assert_eq!(ids("sort:title")[..2], ["ai", "bie-digital"]);
    assert_eq!(ids("sort:title").last().map(String::as_str), Some("cq"));
    assert_eq!(ids("sort:track,id")[..4], ["teams", "bie-digital", "bie-lead", "lead-org"]);
    assert_eq!(ids("sort:id-")[..2], ["train", "teams"]);
    assert_eq!(ids("sort:date")[0], "leaders");
    assert_eq!(ids("sort:provider")[..2], ["city", "leaders"]);
    assert_eq!(ids("lead sort:relevance"), ids("lead"));
}

#[test]
fn a_facet_counts_what_its_value_would_list() {
    let catalog = catalog();
    let index = Index::build(&catalog);
    let personal = Personal::default();
    let fields =
        [Field::Track, Field::Level, Field::Delivery, Field::Language, Field::Provider, Field::Category];
    for text in ["", "lead", "leder", "track:lead", "hours:<=40 track:management", "x | lead", "-track:lead"]
    {
        let query = parse(text, today()).unwrap();
        for (field, values) in index.facets(&query, &personal, &fields) {
            assert_eq!(values, index.facet(field, &query, &personal));
            for FacetValue { value, count } in values {
                let mut alone = query.clone();
                if let Some(crate::query::Expr::Term(term)) = &query.filter {
                    if matches!(&term.test, crate::query::Test::Choice(of, _) if *of == field) {
                        alone.filter = None;
                    }
                } else if text.contains("management") && field == Field::Track {
                    alone = parse("hours:<=40", today()).unwrap();
                }
                let on = crate::query::toggle(&alone.to_string(), field, &value);
                assert_eq!(ids(&on).len(), count, "{text:?} + {field:?} {value:?}: {on:?}");
            }
        }
        let (known, unknown) = index.hours_known(&query, &personal);
        let with = |term: &str| ids(&format!("({text}) {term}").replace("() ", "")).len();
        assert_eq!((known, unknown), (with("has:hours"), with("no:hours")), "{text:?}");
    }
}

#[test]
fn a_facet_keeps_showing_the_values_that_are_not_on() {
    let index = Index::build(&catalog());
    let query = parse("track:management has:hours", today()).unwrap();
    let values = index.facet(Field::Track, &query, &Personal::default());
    let values: Vec<_> = values.iter().map(|value| (value.value.as_str(), value.count)).collect();
    assert_eq!(values, [("management", 1), ("leadership", 1)]);
    let hidden =
        index.facet(Field::Track, &parse("-track:management", today()).unwrap(), &Personal::default());
    assert!(hidden.iter().all(|value| value.value != "management"));
}

fn lit<'a>(text: &str, field: Field, shown: &'a str) -> Vec<&'a str> {
    let query = parse(text, today()).unwrap();
    Index::highlight(&query, field, shown).into_iter().map(|range| &shown[range]).collect()
}

#[test]
fn what_matched_lights_up() {
    for (text, shown, expected) in [
        ("leader", "Scientific Leadership", vec!["Leader"]),
        ("digecon", "Digital economy", vec!["Dig", "econ"]),
        ("szjj", "数字经济赋能", vec!["数字经济"]),
        ("shuzijj", "数字经济赋能", vec!["数字经济"]),
        ("jj", "数字经济赋能", vec!["经济"]),
        ("munchen", "in München!", vec!["München"]),
        ("ai", "ＡＩ 2", vec!["ＡＩ"]),
        ("\"tal eco\"", "Digital economy", vec!["tal eco"]),
        ("^dig omy$", "Digital economy", vec!["Dig", "omy"]),
        ("title:econ", "Digital economy", vec!["econ"]),
        ("provider:econ !digital", "Digital economy", vec![]),
        ("zhongqing", "重庆", vec!["重庆"]),
        ("a e", "a e", vec!["a", "e"]),
        ("mgmt", "Management", vec![]),
    ] {
        assert_eq!(lit(text, Field::Title, shown), expected, "{text:?} in {shown:?}");
    }
    assert_eq!(lit("e\u{301}", Field::Title, "e\u{301}tude"), ["e\u{301}"]);
}

#[test]
fn loose_letters_light_up_only_where_they_were_what_was_found() {
    let catalog = catalog();
    let index = Index::build(&catalog);
    let query = parse("leder", today()).unwrap();
    let row = catalog.row(&CourseId::new("leaders").unwrap()).unwrap();
    assert_eq!(index.highlight_row(&query, row, Field::Title, "Leaders of tomorrow"), [0..2, 3..6]);
    let strong = parse("leader", today()).unwrap();
    let row = catalog.row(&CourseId::new("city").unwrap()).unwrap();
    assert_eq!(
        index.highlight_row(&strong, row, Field::Title, "Loading ten earthy and deep roots"),
        Highlights::new()
    );
}

#[test]
fn why_names_the_worst_word() {
    let catalog = catalog();
    let index = Index::build(&catalog);
    let found = index.search(&parse("leader teams", today()).unwrap(), &Personal::default());
    assert_eq!(found.why, [Why { tier: Tier::Subject, quality: Quality::WordStart }]);
}

#[test]
fn facets_promise_nothing_weaker_than_what_is_listed() {
    let mut courses = catalog().courses().to_vec();
    courses.push(Course {
        track: Some("materials".to_owned()),
        ..course("loose", "Lime, earth and dear ores", "")
    });
    let catalog = Catalog::new(courses);
    let index = Index::build(&catalog);
    let query = parse("leader", today()).unwrap();
    let listed = index.search(&query, &Personal::default()).matched;
    let tracks = index.facet(Field::Track, &query, &Personal::default());
    assert!(tracks.iter().all(|track| track.value != "materials"), "{tracks:?}");
    assert!(tracks.iter().map(|track| track.count).sum::<usize>() <= listed);
}

#[test]
fn initials_come_before_letters_inside_a_word() {
    let catalog = Catalog::new(vec![
        course("develop", "Software development", ""),
        course("project", "Project Management", ""),
    ]);
    let found = Index::build(&catalog).search(&parse("pm", today()).unwrap(), &Personal::default());
    assert_eq!(found.rows, [1, 0]);
}
