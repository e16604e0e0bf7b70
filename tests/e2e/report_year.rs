//! `tuition report year`

use crate::{Sandbox, assert_snapshot};

fn engineer() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "leading-change", "--by", "2026-12-24"]);
    sandbox.stdout(["rules", "follow", "cn-mohrss"]);
    let log = |title: &str, rest: &[&str]| {
        let args: Vec<&str> = ["log", "add", title].iter().chain(rest).copied().collect();
        sandbox.saved(args);
    };
    log(
        "Law",
        &["--hours", "40", "--unit", "class-hour", "--on", "2026-03-02", "--category", "professional"],
    );
    log("Steel", &["--hours", "8", "--on", "2026-03-03", "--category", "ethics", "--category", "technical"]);
    log("Reading", &["--hours", "0.5", "--on", "2026-05-20"]);
    log("Fair", &["--hours", "2", "--unit", "event", "--on", "2026-06-01"]);
    log("Exam", &["--hours", "4", "--on", "2026-06-02", "--result", "failed"]);
    log("Last year", &["--hours", "3", "--on", "2025-12-31"]);
    sandbox
}

#[test]
fn a_year_without_its_option_is_understood() {
    let output = Sandbox::new().run(["report", "year", "2025"]);
    assert_eq!(output.code, Some(2), "{output}");
    assert!(output.stderr.contains("did you mean --year 2025?"), "{output}");
}

#[test]
fn a_year_is_told_in_words_and_in_a_map_of_letters() {
    let sandbox = engineer();
    assert_snapshot!(sandbox.run(["report", "year"]), @r"
    A year of study: 2026
    Studied: 38.5 h by the clock on 4 days (4 entries)
    Recorded: 8.5 h + 40 class hours + 2 events
    Longest run: 2 days in a row (2026-03-02 to 2026-03-03)
    Best month: March, 38 h
    Best day: 2026-03-02, 30 h
    Idle weeks: 43 of 46 weeks that are over
    reckoned by the clock: 1 class hour = 45 min
    without a fixed length, not in these hours: 2 events
    failed, not counted: 4 h

    Days
        1   2   3    4   5    6   7   8    9   10  11   12
    Mon  ........4............?..............................
    Tue  ........4...........................................
    Wed  ...................1................................
    Thu ...................................................+.
    Fri ....................................................
    Sat ....................................................
    Sun ....................................................
    . nothing, 1 under 1 h, 2 1–2 h, 3 2–4 h, 4 4 h and more, ? length not stated, + planned for

    Categories
                  Jan  Feb  Mar  Apr  May  Jun  Jul  Aug  Sep  Oct  Nov  Dec  total
    professional    -    -   30    -    -    -    -    -    -    -    -    -     30
    ethics          -    -    8    -    -    -    -    -    -    -    -    -      8
    technical       -    -    8    -    -    -    -    -    -    -    -    -      8
    no category     -    -    -    -  0.5    -    -    -    -    -    -    -    0.5
    total           -    -   38    -  0.5    -    -    -    -    -    -    -   38.5
    1 entry stands under more than one category, and once in the total

    Tracks
    other  38.5 h  100 %
    other: entries of no course in the open catalogs, or of one without a track

    Pace, as of 2026-11-21
    cn-mohrss total: so far 1.1 class hours a week; at this pace 32.37 class hours are missing on 2026-12-31; 6.61 class hours a week would do; 51.32 class hours counted in 325 days since 2026-01-01
    ");
    assert_snapshot!(sandbox.run_zh(["report", "year"]), @r"
    2026 年学习情况
    学习：38.5 小时，4 天，4 条记录
    登记：8.5 小时 + 40 学时 + 2 次
    最长连续：连续 2 天（2026-03-02 至 2026-03-03）
    最多月份：3 月，38 小时
    最多一天：2026-03-02，30 小时
    空闲周：已过去的 46 周中有 43 周
    按时长折算：1 学时 = 45 分钟
    未规定时长，未计入小时数：2 次
    不合格，未计入：4 小时

    日历
        1   2   3    4   5    6   7   8    9   10  11   12
    一   ........4............?..............................
    二   ........4...........................................
    三   ...................1................................
    四  ...................................................+.
    五  ....................................................
    六  ....................................................
    日  ....................................................
    . 无，1 不足 1 小时，2 1–2 小时，3 2–4 小时，4 4 小时以上，? 时长未注明，+ 计划日期

    类别
              1月  2月  3月  4月  5月  6月  7月  8月  9月  10月  11月  12月  合计
    专业科目    -    -   30    -    -    -    -    -    -     -     -     -    30
    职业道德    -    -    8    -    -    -    -    -    -     -     -     -     8
    技术        -    -    8    -    -    -    -    -    -     -     -     -     8
    未分类      -    -    -    -  0.5    -    -    -    -     -     -     -   0.5
    合计        -    -   38    -  0.5    -    -    -    -     -     -     -  38.5
    1 条记录属于多个类别，在合计中只计一次

    方向
    其他  38.5 小时  100 %
    其他：不属于已打开目录中的课程，或课程未注明方向

    进度，截至 2026-11-21
    cn-mohrss 总学时：目前每周 1.1 学时；按此进度到 2026-12-31 尚缺 32.37 学时；每周需 6.61 学时；自 2026-01-01 起 325 天内计入 51.32 学时
    ");
}

#[test]
fn another_year_and_an_empty_one() {
    let sandbox = engineer();
    let said = sandbox.stdout(["report", "year", "--year", "2025"]);
    assert!(said.contains("Studied: 3 h by the clock on 1 day (1 entry)"), "{said}");
    let said = sandbox.stdout(["report", "year", "--year", "2024"]);
    assert!(said.contains("Nothing is recorded in 2024.") && !said.contains("Mon "), "{said}");
    let refused = sandbox.run(["report", "year", "--year", "20266"]);
    assert_eq!(refused.code, Some(2), "{refused}");
}

#[test]
fn scripts_and_pages_have_the_same_figures() {
    let sandbox = engineer();
    let json = sandbox.json(["report", "year", "--format", "json"]);
    assert_eq!(json["schema"], 1);
    assert_eq!(json["minutes"].to_string(), "2310");
    assert_eq!(json["hours"].to_string(), "38.5");
    assert_eq!(json["days"].as_array().unwrap().len(), 4);
    assert_eq!(json["months"][2].to_string(), "2280");
    assert_eq!(json["apart"]["failed"][0]["hours"], 4);
    assert_eq!(json["entries_in_several_categories"], 1);
    let total: u64 =
        json["tracks"].as_array().unwrap().iter().map(|one| one["per_cent"].as_u64().unwrap()).sum();
    assert_eq!(total, 100);
    let pace = &json["paces"][0];
    let status = sandbox.json(["status", "--format", "json"]);
    assert_eq!(pace["counted"], status["rules"][0]["parts"][0]["counted"]);
    assert_eq!(pace["prospect"], "misses");
    let page = sandbox.stdout(["report", "year", "--format", "md"]);
    assert!(page.contains("| total |") && page.contains("38.5"), "{page}");
}
