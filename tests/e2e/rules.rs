//! `tuition rules list`, `show` and `check`

use crate::{Sandbox, assert_snapshot};
use serde_json::{Value, json};

const PACK: &str = include_str!("../fixtures/packs/valid/everything.toml");
const SIMPLE: &str = "schema = 1\nid = \"ring\"\ntitle = \"Ring of fitters\"\nunit = \"hour\"\ntotal = 8\n\
                      [period]\nanchor = \"month-day\"\nmonths = 12\nstart = \"10-01\"\n";

/// A sandbox with a pack of the person's own.
fn with_pack(text: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("packs/mine.toml", text);
    sandbox
}

fn ids(list: &Value) -> Vec<&str> {
    list["rules"].as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap()).collect()
}

#[test]
fn bundled_and_own_packs_are_listed() {
    let sandbox = with_pack(SIMPLE);
    let table = sandbox.stdout(["--rules", "packs", "rules", "list"]);
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].starts_with("Id ") && lines[0].contains("Required"), "{table}");
    assert!(lines[1].starts_with("ring ") && lines[1].contains("12 months from 1 October"), "{table}");
    assert!(lines.iter().any(|line| line.starts_with("ncees ") && line.contains("15 PDH")), "{table}");
    assert!(lines.iter().all(|line| line.chars().count() <= 100), "{table}");
    let chinese = sandbox.run_zh(["--rules", "packs", "rules", "ls"]).stdout;
    assert!(chinese.contains("12 个月，从 10 月 1 日起算") && chinese.contains("自然年"), "{chinese}");
}

#[test]
fn a_list_for_programs() {
    let sandbox = with_pack(SIMPLE);
    let list = sandbox.json(["--rules", "packs", "rules", "list", "--format", "json"]);
    assert_eq!(list["schema"], 1);
    assert_snapshot!(format!("{:#}", list["rules"][0]), @r#"
    {
      "id": "ring",
      "title": "Ring of fitters",
      "title_zh": null,
      "unit": "hour",
      "unit_minutes": 60,
      "total": 8,
      "period": {
        "anchor": "month-day",
        "months": 12,
        "start": "10-01",
        "from_year": null,
        "date": null,
        "asks": null
      },
      "followed": false,
      "valid_from": null,
      "valid_to": null,
      "last_checked": null,
      "file": "packs/mine.toml"
    }
    "#);
    let csv = sandbox.stdout(["--rules", "packs", "rules", "list", "--format", "csv"]);
    let lines: Vec<&str> = csv.lines().take(2).collect();
    assert_eq!(
        lines,
        [
            "id,title,title_zh,unit,total,anchor,months,followed",
            "ring,Ring of fitters,,hour,8,month-day,12,false"
        ]
    );
    let tsv = sandbox.stdout(["--rules", "packs", "rules", "list", "--format", "tsv"]);
    assert_eq!(tsv.lines().count(), csv.lines().count());
}

#[test]
fn own_packs_come_from_four_places() {
    let sandbox = with_pack(SIMPLE);
    let own = |id: &str| SIMPLE.replace("ring", id);
    sandbox.write("data/requirements/a.toml", own("in-data"));
    sandbox.write("courses/catalog.toml", "schema = 1\n[[course]]\nid = \"x\"\ntitle = \"X\"\n");
    sandbox.write("courses/requirements/b.toml", own("beside-catalog"));
    sandbox.write("packs/two.toml", own("two"));
    let list = |args: &[&str]| {
        let list = sandbox.json([args, &["rules", "list", "--format", "json"]].concat());
        let count = list["rules"].as_array().unwrap().len();
        (ids(&list).into_iter().take(4).map(str::to_owned).collect::<Vec<_>>(), count)
    };
    let (found, all) = list(&["-C", "courses", "--rules", "packs/mine.toml", "--rules", "packs/two.toml"]);
    assert_eq!(found, ["ring", "two", "in-data", "beside-catalog"]);
    let (_, without) = list(&[]);
    assert_eq!(all, without + 3);
    let mut command = sandbox.command(["rules", "list", "--format", "json", "--rules", "packs/two.toml"]);
    let output = sandbox.finish(command.env("TUITION_RULES", sandbox.path("packs/mine.toml")));
    assert!(output.stdout.contains("\"two\"") && !output.stdout.contains("\"ring\""), "options win");
    let mut command = sandbox.command(["rules", "list", "--format", "json"]);
    let output = sandbox.finish(command.env("TUITION_RULES", sandbox.path("packs/mine.toml")));
    assert!(output.stdout.contains("\"ring\""), "{output}");
}

#[test]
fn a_bad_pack_is_named_and_hides_no_other() {
    let sandbox = with_pack(&SIMPLE.replace("total = 8", "totl = 8"));
    let output = sandbox.run(["--rules", "packs", "rules", "list"]);
    assert_eq!(output.code, Some(0));
    assert_eq!(output.stderr, "packs/mine.toml:5:1: error: unknown key \"totl\"; did you mean \"total\"?\n");
    assert!(output.stdout.contains("ncees") && !output.stdout.contains("ring"), "{output}");
    // Commands that need no pack say nothing of it.
    assert_eq!(sandbox.run(["--rules", "packs", "plan", "list", "-q"]).stderr, "");
}

#[test]
fn a_pack_in_words() {
    let sandbox = with_pack(PACK);
    assert_snapshot!(sandbox.run(["--rules", "packs", "rules", "show", "my-b"]), @r"
    My board
    我的协会 (our translation)
    Id             my-board
    Unit           PDU of 60 minutes, each entry rounded down to a multiple of 0.25
    Required       60 PDU
    Period         36 months from the first day of your renewal period
    Hours count    only once the examination is passed
    At least       35 PDU of education; carried hours count towards it
                   1/10 of the 60 PDU required, in site safety; carried hours do not meet it
                   1/2 of all that is counted, in training; carried hours do not meet it; advice, not a
                   condition
                   10 PDU, in each year; carried hours do not meet it
    At most        25 PDU of giving back
                   1/3 of the 60 PDU required, in self-study, in each year
                   8.5 PDU, for one entry
                   nothing of competition
    Carried over   up to 20 PDU of education above the total move into the next period, earned in the
                   last 12 months of the period
    Converted      1 day gives 6 PDU
                   1 day of conference gives 8 PDU
    Multiplied     teaching counts 2 times, only the first time
                   ethics counts 3/2 times
    Proof          kept for 36 months after the period
    Valid          2019-01-01 to 2030-12-31
    Note           A note.
    Not confirmed  · Whether it is so.
                   · Another doubt.
    Source         · The statute (checked 2026-11-21)
                     https://example.org/statute
                   · A letter (checked 2026-10-01)
    Examples       · A first case
                     as of 2026-12-31, counting from 2024-01-01, 8 required, 3 entries: total required
                     8, counted 16, carried 0, missing 0, met; overall: missed
    File           packs/mine.toml
    ");
    assert_snapshot!(sandbox.run_zh(["--rules", "packs", "rules", "show", "my-board"]), @r"
    我的协会（本目录译名）
    My board
    编号      my-board
    单位      PDU，每单位 60 分钟，每条记录按 0.25 的倍数向下取整
    要求      60 PDU
    周期      36 个月，从换证周期的第一天起算
    计入条件  考核合格后才计入
    最低要求  教育 35 PDU；结转学时可以抵用
              site-safety 占总量要求（60 PDU）的 1/10；结转学时不能抵用
              培训占全部计入学时的 1/2；结转学时不能抵用；仅为建议，不作硬性要求
              每年 10 PDU；结转学时不能抵用
    上限      回馈专业 25 PDU
              每年自学占总量要求（60 PDU）的 1/3
              每条记录 8.5 PDU
              竞赛不计入
    结转      周期最后 12 个月内取得的“教育”类超出部分最多结转 20 PDU 到下一周期
    折算      1 天计 6 PDU
              会议 1 天计 8 PDU
    倍数      授课按 2 倍计，仅限首次
              职业道德按 3/2 倍计
    证明保存  周期结束后保存 36 个月
    有效期    2019-01-01 至 2030-12-31
    备注      备注。
    未能确认  · 是否如此。
              · Another doubt.
    来源      · 法规（2026-11-21 核对）
                https://example.org/statute
              · A letter（2026-10-01 核对）
    示例      · 第一例
                截至 2026-12-31，自 2024-01-01 起算，要求 8，3 条记录：总学时要求 8，计入 16，结转 0，尚
                缺 0，已达标；总体未达标
    文件      packs/mine.toml
    ");
}

#[test]
fn a_pack_for_programs() {
    let sandbox = with_pack(PACK);
    let shown = sandbox.json(["--rules", "packs", "rules", "show", "my-board", "--format", "json"]);
    assert_eq!(shown["schema"], 1);
    let rule = &shown["rules"][0];
    assert_eq!(rule["period"]["date"], "renewal");
    assert_eq!(
        rule["minimums"][1],
        json!({"category": "site-safety", "form": null, "hours": null,
        "share": "1/10", "of": "required", "per": "period", "carried": false, "soft": false})
    );
    assert_eq!(
        rule["maximums"][2],
        json!({"category": null, "form": null, "hours": 8.5,
        "share": null, "of": null, "per": "entry"})
    );
    assert_eq!(rule["carry"], json!({"hours": 20, "category": "education", "earned_within_months": 12}));
    assert_eq!(rule["conversions"][1], json!({"unit": "day", "form": "conference", "gives": 8}));
    assert_eq!(
        rule["multipliers"][1],
        json!({"category": "ethics", "form": null, "by": "3/2", "first_time": false})
    );
    assert_eq!(
        rule["sources"][1],
        json!({"title": {"en": "A letter", "zh": null}, "url": null, "checked": "2026-10-01"})
    );
    assert_eq!(rule["examples"][0]["expect"][0]["missing"], 0);
    assert_eq!(rule["last_checked"], "2026-10-01");
}

#[test]
fn a_pack_that_is_not_there() {
    let sandbox = with_pack(SIMPLE);
    let unknown = sandbox.run(["rules", "show", "texas"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (Some(2), ""));
    assert!(unknown.stderr.contains("texas"), "{unknown}");
    assert_eq!(sandbox.run(["--rules", "packs", "rules", "show", "rin…"]).code, Some(0), "a cut id");
}

#[test]
fn the_bundled_packs_hold() {
    let sandbox = Sandbox::new();
    let output = sandbox.run(["rules", "check"]);
    assert_eq!(output.code, Some(0), "{output}");
    assert!(output.stdout.ends_with("examples, 0 problems\n"), "{output}");
    assert!(sandbox.run_zh(["rules", "check"]).stdout.ends_with("，0 个问题\n"));
    let json = sandbox.json(["rules", "check", "--format", "json"]);
    assert_eq!((&json["schema"], &json["problems"]), (&json!(1), &json!([])));
    assert_eq!(json["files"], json["packs"]);
}

const FAILING: &str = "\n[[source]]\ntitle = \"The statute\"\nchecked = 2025-11-20\n\
    \n[[source]]\ntitle = \"A year ago\"\nchecked = 2025-11-21\n\
    \n[[source]]\ntitle = \"Not yet\"\nchecked = 2026-11-22\n\
    \n[[example]]\ntitle = { en = \"Seven\", zh = \"七\" }\nas_of = 2026-12-31\n\
    entries = [{ date = 2026-10-02, hours = 7 }]\nstate = \"met\"\n\
    [[example.expect]]\npart = \"total\"\ncounted = 8\nmissing = 1\n\
    [[example.expect]]\npart = \"ethics\"\ncounted = 1\n";

#[test]
fn what_a_check_finds() {
    let sandbox = with_pack(&format!("{SIMPLE}{FAILING}"));
    sandbox.write("packs/bad.toml", SIMPLE.replace("ring", "数字").replace("8", "0"));
    assert_snapshot!(sandbox.run(["rules", "check", "packs"]), @r#"
    packs/bad.toml:2:6: error: "id": "数字" is not an id; use small letters, digits and single hyphens, at most 120
      2 | id = "数字"
        |      ^^^^^^
    packs/bad.toml:5:9: error: "total" is zero; leave it out where no source states a total
      5 | total = 0
        |         ^
    packs/mine.toml:11:1: warning: this source was last checked on 2025-11-20, over a year ago; compare the pack with it, then set checked to that day
    packs/mine.toml:19:1: warning: 2026-11-22 has not come yet; set checked to the day on which it was checked
    packs/mine.toml:23:1: error: example "Seven" fails; compare the rule and the example with the source, and correct the one that is wrong
      total, counted: expected 8, found 7
      the rule has no part ethics; its parts are total
      the rule as a whole, state: expected met, found on-track
    1 pack, 1 example, 3 problems, 2 warnings
    --- exit 1
    "#);
    assert_snapshot!(sandbox.run_zh(["rules", "check", "packs"]), @r#"
    packs/bad.toml:2:6: 错误："id" 的值 "数字" 不是合法的标识；请用小写字母、数字和单个连字符，最多 120 个
      2 | id = "数字"
        |      ^^^^^^
    packs/bad.toml:5:9: 错误："total" 为零；来源没有写明总学时，就不要写
      5 | total = 0
        |         ^
    packs/mine.toml:11:1: 警告：这个来源上次核对是在 2025-11-20，已超过一年；请重新核对，然后把 checked 改为核对日期
    packs/mine.toml:19:1: 警告：2026-11-22 尚未到来；请把 checked 改为实际核对的日期
    packs/mine.toml:23:1: 错误：示例“七”未通过；请对照来源核对要求包的内容和示例，改正有误的一方
      total 的计入：预期 8，实际 7
      要求包没有 ethics 这一项；各项为 total
      整个要求包的状态：预期 met，实际 on-track
    1 个要求包，1 个示例，3 个问题，2 个警告
    --- exit 1
    "#);
    assert_snapshot!(sandbox.run(["rules", "check", "packs", "--format", "github"]), @r#"
    ::error file=packs/bad.toml,line=2,col=6,endLine=2,endColumn=10,title=not-an-id::"id": "数字" is not an id; use small letters, digits and single hyphens, at most 120
    ::error file=packs/bad.toml,line=5,col=9,endLine=5,endColumn=10,title=figure-zero::"total" is zero; leave it out where no source states a total
    ::warning file=packs/mine.toml,line=11,col=1,endLine=11,endColumn=11,title=source-stale::this source was last checked on 2025-11-20, over a year ago; compare the pack with it, then set checked to that day
    ::warning file=packs/mine.toml,line=19,col=1,endLine=19,endColumn=11,title=source-checked-in-future::2026-11-22 has not come yet; set checked to the day on which it was checked
    ::error file=packs/mine.toml,line=23,col=1,endLine=23,endColumn=12,title=example-fails::example "Seven" fails: total, counted: expected 8, found 7; the rule has no part ethics; its parts are total; the rule as a whole, state: expected met, found on-track; compare the rule and the example with the source, and correct the one that is wrong
    --- exit 1
    "#);
    let output = sandbox.run(["rules", "check", "packs", "--format", "json"]);
    assert_eq!(output.code, Some(1));
    let found: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!([&found["files"], &found["packs"], &found["examples"]], [&json!(2), &json!(1), &json!(1)]);
    assert_snapshot!(format!("{:#}", found["problems"][0]), @r#"
    {
      "file": "packs/bad.toml",
      "line": 2,
      "column": 6,
      "end_line": 2,
      "end_column": 10,
      "severity": "error",
      "code": "not-an-id",
      "message": "\"id\": \"数字\" is not an id",
      "help": "use small letters, digits and single hyphens, at most 120"
    }
    "#);
}

#[test]
fn a_source_that_is_stale_is_no_failure() {
    let sandbox = with_pack(&format!("{SIMPLE}\n[[source]]\ntitle = \"Old\"\nchecked = 2025-11-20\n"));
    let output = sandbox.run(["rules", "check", "packs/mine.toml"]);
    assert_eq!(output.code, Some(0));
    assert!(output.stdout.ends_with("1 pack, 0 examples, 0 problems, 1 warning\n"), "{output}");
    let mut earlier = sandbox.command(["rules", "check", "packs/mine.toml"]);
    let output = sandbox.finish(earlier.env("TUITION_TODAY", "2026-11-20"));
    assert_eq!(output.stdout, "1 pack, 0 examples, 0 problems\n", "a year ago to the day");
    let leap = sandbox.finish(earlier.env("TUITION_TODAY", "2025-11-19"));
    assert!(leap.stdout.contains("2025-11-20 has not come yet"), "{leap}");
}

#[test]
fn a_check_without_paths_takes_every_pack_in_use() {
    let sandbox = with_pack(&format!("{SIMPLE}{FAILING}"));
    let alone = sandbox.json(["rules", "check", "--format", "json"]);
    let output = sandbox.run(["--rules", "packs", "rules", "check", "--format", "json"]);
    let with_mine: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(output.code, Some(1));
    let packs = |value: &Value| value["packs"].as_u64().unwrap();
    assert_eq!(packs(&with_mine), packs(&alone) + 1);
}

#[test]
fn what_cannot_be_looked_at_is_another_exit_code() {
    let sandbox = with_pack(SIMPLE);
    for (path, code) in [("nowhere.toml", 2), ("home", 2), ("packs", 0), ("catalog.toml", 1)] {
        let output = sandbox.run(["rules", "check", path]);
        assert_eq!(output.code, Some(code), "{path}: {output}");
        assert!(!output.stdout.is_empty());
    }
}
