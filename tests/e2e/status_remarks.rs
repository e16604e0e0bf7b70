//! `tuition status`: what is said beside the figures: the plan, and days on which a pack does not hold.

use crate::status::BOARD;
use crate::{Sandbox, assert_snapshot};

/// What a plan adds is named course by course, with what cuts it; what adds nothing is counted.
#[test]
fn planned_courses_stand_below_the_entries() {
    let sandbox = Sandbox::new();
    let pack =
        BOARD.replace("hours = 4", "hours = 4\n\n[[maximum]]\ncategory = \"professional\"\nhours = 20");
    sandbox.write("data/requirements/board.toml", pack);
    sandbox.saved(["log", "add", "Bridges", "--hours", "3", "--on", "2026-02-01"]);
    sandbox.stdout(["plan", "add", "leading-teams", "digital-economy-industry", "leading-change"]);
    let plan = std::fs::read_to_string(sandbox.data().join("plan.toml")).unwrap();
    let gone = |by: &str| {
        format!("[[item]]\ncourse = \"gone-{by}\"\ntitle = \"Gone\"\nadded = 2026-10-01\nby = {by}\n")
    };
    sandbox.write("data/plan.toml", format!("{plan}\n{}{}", gone("2026-12-01"), gone("2027-02-01")));
    assert_snapshot!(sandbox.run(["status", "board", "--explain"]), @r"
    The board
    board · 2026-01-01 – 2026-12-31 · 40 days left · at risk
      total               ████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  3/15 PDH  on track
        3 counted, 26 planned, 12 missing; with the plan it reaches 29 PDH
      ethics              ························  0/1       at risk
        0 counted, 1 missing; 0.18 PDH a week needed
      self-study (cap)    ························  0/4       room left
        room for 4 PDH more
      professional (cap)  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  0/20      room left
        0 counted, 20 planned; room for 20 PDH more
      1 planned course states no hours and adds nothing here
      1 planned course is in no open catalog and adds nothing here
      1 point of this rule could not be confirmed: tuition rules show board

      total, entry by entry, in PDH
      Date        Title                                Claimed  Counted  Sum
      2026-02-01  Bridges                                    3        3    3
          3 h of 60 min = 3 PDH
      planned     Leading high-performance teams            24      +20
          24 h of 60 min = 24 PDH
          cap: professional at most 20 PDH, oldest first
      planned     Digital economy empowering industry                 –
          hours not stated
      planned     Leading change                             6       +6
          6 h of 60 min = 6 PDH

      ethics, entry by entry, in PDH
      no entries

      self-study (cap), entry by entry, in PDH
      no entries

      professional (cap), entry by entry, in PDH
      Date     Title                           Claimed  Counted
      planned  Leading high-performance teams       24      +20
          24 h of 60 min = 24 PDH
          cap: professional at most 20 PDH, oldest first

      also, 1 entry that counts has no category; if it is ethics: tuition log edit ID --category ethics
    ");
    assert_snapshot!(sandbox.run_zh(["status", "board", "--explain"]), @r"
    委员会
    board · 2026-01-01 至 2026-12-31 · 还剩 40 天 · 有风险
      总学时            ████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  3/15 PDH  进度正常
        已计 3，计划 26，还缺 12；完成计划后可达 29 PDH
      职业道德          ························  0/1       有风险
        已计 0，还缺 1；每周需完成 0.18 PDH
      自学（上限）      ························  0/4       未满
        还可计入 4 PDH
      专业科目（上限）  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  0/20      未满
        已计 0，计划 20；还可计入 20 PDH
      计划中有 1 门课程未注明学时，这里不计
      计划中有 1 门课程不在已打开的课程目录中，这里不计
      本要求包有 1 处未能确认：tuition rules show board

      总学时明细（PDH）
      日期        标题                  申报  计入  累计
      2026-02-01  Bridges                  3     3     3
          3 小时（每小时 60 分钟）= 3 PDH
      计划        打造高绩效团队          24   +20
          24 小时（每小时 60 分钟）= 24 PDH
          上限：专业科目最多计 20 PDH，先学先计
      计划        数字经济赋能产业发展           –
          未注明学时
      计划        Leading change           6    +6
          6 小时（每小时 60 分钟）= 6 PDH

      职业道德明细（PDH）
      没有记录

      自学（上限）明细（PDH）
      没有记录

      专业科目（上限）明细（PDH）
      日期  标题            申报  计入
      计划  打造高绩效团队    24   +20
          24 小时（每小时 60 分钟）= 24 PDH
          上限：专业科目最多计 20 PDH，先学先计

      另有 1 条已计入的记录未设类别；若属于 ethics：tuition log edit 编号 --category ethics
    ");
    let json = sandbox.json(["status", "board", "--format", "json"]);
    assert_eq!(json["rules"][0]["planned_in_no_catalog"], 1, "the other is of the next period");
    let next = sandbox.json(["status", "board", "--as-of", "2028-01-01", "--format", "json"]);
    assert_eq!(next["rules"][0]["planned_in_no_catalog"], 0);
}

/// A pack is evaluated on any day, and says where its wording does not hold over the period.
#[test]
fn a_wording_that_does_not_hold_over_the_period_says_so() {
    let sandbox = Sandbox::new();
    for (valid, day, lies) in [
        ("valid_from = 2026-01-01", "2025-12-31", Some("from 2026-01-01: the period lies outside")),
        ("valid_from = 2026-01-01", "2026-11-21", None),
        ("valid_from = 2026-11-22", "2026-11-21", Some("from 2026-11-22: the period lies partly outside")),
        ("valid_to = 2026-12-30", "2026-11-21", Some("until 2026-12-30: the period lies partly outside")),
        ("valid_to = 2026-12-31", "2026-11-21", None),
    ] {
        sandbox.write("data/requirements/board.toml", BOARD.replace("total", &format!("{valid}\ntotal")));
        let text = sandbox.stdout(["status", "board", "--as-of", day]);
        let json = sandbox.json(["status", "board", "--as-of", day, "--format", "json"]);
        assert_eq!(json["rules"][0]["outside_validity"], lies.is_some(), "{valid} on {day}");
        let transcript = ["report", "transcript", "--rule", "board", "--as-of", day, "--format"];
        let json = sandbox.json([&transcript[..], &["json"]].concat());
        assert_eq!(json["outside_validity"], lies.is_some(), "{valid} on {day}");
        let page = sandbox.stdout([&transcript[..], &["md"]].concat());
        match lies {
            Some(lies) => {
                let holds = format!("his wording of the rule holds {lies}");
                assert!(text.contains(&holds) && page.contains(&holds), "{text}\n{page}");
            }
            None => assert!(!text.contains("wording") && !page.contains("wording"), "{text}\n{page}"),
        }
    }
}
