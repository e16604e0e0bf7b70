//! `tuition list`

use crate::support::sandbox::drives_a_terminal;
use crate::{Sandbox, assert_snapshot};
use unicode_width::UnicodeWidthStr;

#[test]
fn everything_in_catalog_order() {
    assert_snapshot!(Sandbox::new().run(["list"]), @r"
    Id                        Title                                                  Hours  Level
    leading-teams             Leading high-performance teams                          24 h  intermediate
    leading-change            Leading change                                        6–18 h  advanced
    digital-economy-industry  Digital economy empowering indust…                not stated
    ai-junior                 Artificial intelligence, junior     14+28 of 100 class hours  junior
    welding                   Welding refresher                                   0.5 days
    --- stderr
    5 of 5
    ");
}

#[test]
fn words_find_titles_in_both_languages_and_by_pinyin() {
    let sandbox = Sandbox::new();
    let first = |query: &str| sandbox.json(["list", "--format", "json", query])["courses"][0]["id"].clone();
    assert_eq!(first("szjj"), "digital-economy-industry");
    assert_eq!(first("人工智能"), "ai-junior");
    assert_eq!(first("feedback"), "leading-teams");
}

#[test]
fn several_words_are_one_query() {
    let sandbox = Sandbox::new();
    let apart = sandbox.stdout(["list", "-q", "track:leadership", "hours:<=10"]);
    assert_eq!(apart, sandbox.stdout(["list", "-q", "track:leadership hours:<=10"]));
    assert_eq!(apart.lines().count(), 2);
}

#[test]
fn sort_and_limit_win_over_the_query() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["list", "sort:title limit:4", "--sort", "hours-", "--limit", "2"]), @r"
    Id             Title                                            Hours  Level         Track
    ai-junior      Artificial intelligence, ju…  14+28 of 100 class hours  junior        Digital economy
    leading-teams  Leading high-performance te…                      24 h  intermediate  Leadership
    --- stderr
    5 of 5, first 2 shown
    ");
    let ascending = sandbox.json(["list", "--format", "json", "--sort", "id"]);
    let ids: Vec<&str> = ascending["courses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|course| course["id"].as_str().unwrap())
        .collect();
    assert!(ids.is_sorted(), "{ids:?}");
}

#[test]
fn chinese_comes_first_in_chinese() {
    assert_snapshot!(Sandbox::new().run_zh(["list", "track:digital-economy"]), @r"
    编号                      标题                                学时  难度  方向
    digital-economy-industry  数字经济赋能产业发展              未注明        数字经济
    ai-junior                 人工智能（初级）      14+28，共 100 学时  初级  数字经济
    --- stderr
    共 5 门，符合 2 门
    ");
}

#[test]
fn json_states_what_is_known_and_null_for_the_rest() {
    let sandbox = Sandbox::new();
    let json = sandbox.json(["list", "--format", "json", "--sort", "id"]);
    assert_eq!((&json["schema"], &json["total"], &json["matched"]), (&1.into(), &5.into(), &5.into()));
    let text = serde_json::to_string_pretty(&json["courses"][0]).unwrap();
    assert_snapshot!(text, @r#"
    {
      "id": "ai-junior",
      "title": "Artificial intelligence, junior",
      "title_zh": "人工智能（初级）",
      "track": "digital-economy",
      "level": null,
      "hours": 100,
      "unit": "class-hour",
      "provider": null,
      "status": null,
      "grade": "junior",
      "stage": null,
      "delivery": null,
      "form": null,
      "language": "zh",
      "categories": [
        "professional",
        "technical"
      ],
      "hours_min": 100,
      "hours_max": 100,
      "theory": 14,
      "practice": 28,
      "topics": [],
      "instructors": [],
      "url": null,
      "prerequisites": [],
      "assessment": "exam",
      "credential": null,
      "source": null,
      "facts_as_of": "2026-11-21",
      "verified": null,
      "note": null
    }
    "#);
    let figures = |at: usize| {
        let course = &json["courses"][at];
        ["hours", "hours_min", "hours_max"].map(|key| course[key].to_string()).join(" ")
    };
    assert_eq!(figures(1), "null null null");
    assert_eq!(figures(2), "6 6 18");
    assert_eq!(figures(4), "0.5 0.5 0.5");
    let limited = sandbox.json(["list", "--format", "json", "--limit", "1"]);
    assert_eq!((&limited["total"], &limited["matched"]), (&5.into(), &5.into()));
    assert_eq!(limited["courses"].as_array().unwrap().len(), 1);
}

#[test]
fn status_follows_plan_and_hours() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "leading-teams", "leading-change"]);
    sandbox.saved(["done", "leading-change", "--result", "passed"]);
    let json = sandbox.json(["list", "--format", "json", "leading"]);
    let mut states: Vec<String> = json["courses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|course| format!("{}: {}", course["id"], course["status"]))
        .collect();
    states.sort();
    assert_eq!(states, ["\"leading-change\": \"passed\"", "\"leading-teams\": \"planned\""]);
}

#[test]
fn csv_and_tsv_have_a_header_and_are_inert_in_a_spreadsheet() {
    let sandbox = Sandbox::new();
    sandbox.write("risky.toml", "schema = 1\n[[course]]\nid = \"risky\"\ntitle = \"=1+1, \\\"x\\\"\"\n");
    assert_snapshot!(sandbox.run(["-C", "risky.toml", "list", "--format", "csv"]), @r#"
    id,title,title_zh,track,level,grade,hours,hours_min,hours_max,unit,provider,status,delivery,form,language,categories,topics,instructors,prerequisites,url,source
    risky,"'=1+1, ""x""",,,,,,,,hour,,,,,,,,,,,
    "#);
    let tsv = sandbox.stdout(["list", "--format", "tsv", "--sort", "id"]);
    let rows: Vec<usize> = tsv.lines().map(|line| line.split('\t').count()).collect();
    assert_eq!(rows, [21; 6]);
}

#[test]
fn a_table_fits_the_terminal_it_is_told_of() {
    let sandbox = Sandbox::new();
    for columns in ["20", "40", "60", "80"] {
        for lang in ["C.UTF-8", "zh_CN.UTF-8"] {
            let output = sandbox.finish(sandbox.command(["list"]).env("COLUMNS", columns).env("LANG", lang));
            for line in output.stdout.lines() {
                assert!(line.width() <= columns.parse().unwrap(), "{columns} {line}");
            }
        }
    }
}

#[test]
fn a_pipe_gets_everything_uncut() {
    let sandbox = Sandbox::new();
    let output = sandbox.finish(sandbox.command(["list"]).env_remove("COLUMNS"));
    assert!(output.stdout.contains("14+28 of 100 class hours  junior        Digital economy\n"), "{output}");
    assert!(!output.stdout.contains('…'));
}

#[test]
fn quiet_leaves_the_data_and_verbose_says_where_from() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(["list", "-q"]).stderr, "");
    let odd = "schema = 1\n[[course]]\nid = \"a\"\ntitle = \"A\"\nprerequisites = [\"nowhere\"]\n";
    sandbox.write("odd.toml", odd);
    assert!(sandbox.run(["-C", "odd.toml", "list"]).stderr.contains("odd.toml:5:"));
    assert_eq!(sandbox.run(["-C", "odd.toml", "list", "-q"]).stderr, "");
    assert_snapshot!(sandbox.run(["list", "-v", "welding"]), @r"
    Id       Title                 Hours
    welding  Welding refresher  0.5 days
    --- stderr
    data: [root]/data
    catalog: courses 5, files 1, skipped 0
    1 of 5
    ");
}

#[test]
fn colour_is_for_those_who_ask() {
    let sandbox = Sandbox::new();
    let always = sandbox.run(["list", "--color", "always", "welding"]);
    assert!(always.stdout.starts_with("\u{1b}[1mId"), "{always}");
    assert!(!drives_a_terminal(&sandbox.run(["list", "welding"]).to_string()));
}

#[test]
fn nothing_that_a_catalog_says_reaches_the_terminal_as_a_command() {
    let sandbox = Sandbox::new();
    let evil = r#"
        schema = 1
        [[course]]
        id = "evil"
        title = "a\u001B]0;pwn\u0007b\u009Bc\u202Ed"
        provider = "\u001B[2J"
        [[course]]
        id = "wrong"
        title = "x\u001B[31m"
        hours = "\u001B[31m"
        level = "\u001B[7m"
        "\u001B[8m" = 1
    "#;
    sandbox.write("evil.toml", evil);
    let run = |args: &[&str]| sandbox.run([&["-C", "evil.toml"], args].concat());
    for args in [
        &["list"][..],
        &["list", "--color", "never", "--format", "csv"],
        &["list", "--format", "json"],
        &["show", "evil"],
        &["show", "evil", "--format", "json"],
        &["plan", "add", "evil"],
        &["plan", "list"],
        &["done", "evil", "--hours", "1"],
        &["log", "list"],
        &["undo"],
        &["list", "\u{1b}[31mzzz"],
        &["show", "\u{1b}[31m"],
        &["list", "--sort", "\u{1b}[31m"],
        &["list", "--format", "\u{1b}[31m"],
    ] {
        let output = run(args);
        assert!(!drives_a_terminal(&output.to_string()), "{args:?}: {output}");
    }
    assert!(
        run(&["list"]).stdout.contains("a\u{FFFD}]0;pwn\u{FFFD}b\u{FFFD}c\u{FFFD}d"),
        "the attempt is visible"
    );
    let json = run(&["list", "--format", "json"]).stdout;
    assert!(json.contains(r"a\u001b]0;pwn\u0007b\u009bc\u202ed"), "JSON keeps its meaning: {json}");
}

#[test]
fn no_match_is_a_finding() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["list", "zzzz"]), @r"
    --- stderr
    error: no course matches: zzzz
    --- exit 1
    ");
    assert_snapshot!(sandbox.run(["list", "zzzz", "--format", "json"]), @r#"
    {"schema":1,"total":5,"matched":0,"courses":[]}
    --- stderr
    error: no course matches: zzzz
    --- exit 1
    "#);
    assert_snapshot!(sandbox.run_zh(["list", "zzzz"]), @r"
    --- stderr
    错误：没有符合条件的课程：zzzz
    --- exit 1
    ");
}

#[test]
fn a_wrong_term_is_underlined() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["list", "leader trak:ai"]), @r#"
    --- stderr
    error: unknown field "trak"; did you mean "track"?
      leader trak:ai
             ^^^^
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run_zh(["list", "数字", "hours:many"]), @r"
    --- stderr
    错误：“many”不是数字，可写 8、1.5、<=8 或 2..8
      数字 hours:many
                 ^^^^
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["list", "--sort", "size"]), @r#"
    --- stderr
    error: sort: has no "size"; it knows relevance, title, hours, provider, track, date, id, gain
      sort:size
           ^^^^
    --- exit 2
    "#);
}

#[test]
fn one_broken_file_does_not_hide_the_others() {
    let sandbox = Sandbox::new();
    sandbox.write("two/good.toml", "schema = 1\n[[course]]\nid = \"good\"\ntitle = \"Good\"\n");
    sandbox.write("two/bad.toml", "schema = 1\n[[course]]\nid = \"bad\"\ntitle = \"Bad\n");
    assert_snapshot!(sandbox.run(["-C", "two", "list"]), @r"
    Id    Title       Hours
    good  Good   not stated
    --- stderr
    two/bad.toml:4:13: error: a text has no closing quotation mark; close it with the mark it began with, on the same line
    1 of 1
    ");
    assert_snapshot!(sandbox.run(["-C", "two/bad.toml", "list"]), @r"
    --- stderr
    two/bad.toml:4:13: error: a text has no closing quotation mark; close it with the mark it began with, on the same line
    error: the catalog file cannot be used
    hint: check the paths given with -C or TUITION_CATALOG; without them the bundled catalog opens
    --- exit 3
    ");
    assert_snapshot!(sandbox.run(["-C", "nowhere", "list", "--format", "json"]), @r"
    --- stderr
    nowhere: error: there is no such file or folder; check the path
    error: the catalog file cannot be used
    hint: check the paths given with -C or TUITION_CATALOG; without them the bundled catalog opens
    --- exit 3
    ");
}

#[test]
fn catalogs_named_on_both_sides_of_the_command_add_up() {
    let sandbox = Sandbox::new();
    for name in ["one", "two", "three"] {
        let text = format!("schema = 1\n[[course]]\nid = \"{name}\"\ntitle = \"Course {name}\"\n");
        sandbox.write(&format!("{name}.toml"), text);
    }
    let listed = |args: &[&str]| {
        let json = sandbox.json([args, &["--format", "json", "--sort", "title"]].concat());
        json["courses"].as_array().unwrap().iter().map(|course| course["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(listed(&["-C", "one.toml", "list", "-C", "two.toml"]), ["one", "two"]);
    assert_eq!(
        listed(&["-Cone.toml", "-C", "three.toml", "list", "--catalog=two.toml"]),
        ["one", "three", "two"]
    );
    assert_eq!(listed(&["list", "-C", "two.toml"]), ["two"], "options win over the environment");
    assert_eq!(listed(&["one.toml", "list"]), ["one"], "a path means the same");
    let path = sandbox.json([
        "-C",
        "one.toml",
        "config",
        "-C",
        "two.toml",
        "path",
        "-C",
        "three.toml",
        "--format",
        "json",
    ]);
    let named: Vec<&str> =
        path["catalogs"].as_array().unwrap().iter().map(|place| place["path"].as_str().unwrap()).collect();
    assert_eq!(named, ["one.toml", "two.toml", "three.toml"], "from the left to the right");
}
