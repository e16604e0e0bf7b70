//! `tuition status --explain`: the entries and planned courses behind each figure.

use crate::status::{BOARD, with_board};
use crate::{Sandbox, assert_snapshot};

#[test]
fn every_figure_can_be_traced_to_its_entries() {
    let sandbox = Sandbox::new();
    with_board(&sandbox);
    assert_snapshot!(sandbox.run(["status", "board", "--explain"]), @r"
    The board
    board · 2026-01-01 – 2026-12-31 · 40 days left · at risk
      total             █████████▓▓▓▓▓▓▓▓·······  11/15 PDH  at risk
        6 counted, 5 carried in, 4 missing; at this pace it reaches only 11.73 PDH by 2026-12-31; 0.69
        PDH a week needed
      ethics            ························  0/1        at risk
        0 counted, 1 missing; 0.18 PDH a week needed
      self-study (cap)  ████████████████████████  4/4        full
        the cap is reached: no more counts
      5 PDH carried in from 2025-01-01 – 2025-12-31, which had 7 PDH more than required; at most 5 PDH
      may move on
      1 point of this rule could not be confirmed: tuition rules show board

      total, entry by entry, in PDH
      Date        Title                  Claimed  Counted  Sum
      2025-06-01  Bridges                               5    5
          carried in from the period before
      2026-02-01  Reading                   3.75      3.5  8.5
          rounded down to steps of 0.5
      2026-03-01  More reading                 3      0.5    9
          cap: self-study at most 4 PDH, oldest first
      2026-04-01  Half a seminar               2        0    9
          in progress: nothing counts before the end
      2026-05-01  A talk in class hours     2.25        2   11
          3 class hours of 45 min = 2.25 PDH
          rounded down to steps of 0.5

      ethics, entry by entry, in PDH
      no entries

      self-study (cap), entry by entry, in PDH
      Date        Title         Claimed  Counted  Sum
      2026-02-01  Reading          3.75      3.5  3.5
          rounded down to steps of 0.5
      2026-03-01  More reading        3      0.5    4
          cap: self-study at most 4 PDH, oldest first

      also, 3 entries that count have no category; if one is ethics: tuition log edit ID --category
      ethics
    ");
    assert_snapshot!(sandbox.run_zh(["status", "board", "--explain"]), @r"
    委员会
    board · 2026-01-01 至 2026-12-31 · 还剩 40 天 · 有风险
      总学时        █████████▓▓▓▓▓▓▓▓·······  11/15 PDH  有风险
        已计 6，结转 5，尚缺 4；按目前进度，到 2026-12-31 只有 11.73 PDH；每周需完成 0.69 PDH
      职业道德      ························  0/1        有风险
        已计 0，尚缺 1；每周需完成 0.18 PDH
      自学（上限）  ████████████████████████  4/4        已满
        已到上限，再学不再计入
      由 2025-01-01 至 2025-12-31 结转 5 PDH，该周期超出要求 7 PDH；最多可结转 5 PDH
      本要求包有 1 处未能确认：tuition rules show board

      总学时明细（PDH）
      日期        标题                   申报  计入  累计
      2025-06-01  Bridges                         5     5
          由上一周期结转
      2026-02-01  Reading                3.75   3.5   8.5
          按 0.5 的倍数向下取整
      2026-03-01  More reading              3   0.5     9
          上限：自学最多计 4 PDH，先学先计
      2026-04-01  Half a seminar            2     0     9
          进行中：结束前不计入
      2026-05-01  A talk in class hours  2.25     2    11
          3 学时（每学时 45 分钟）= 2.25 PDH
          按 0.5 的倍数向下取整

      职业道德明细（PDH）
      没有记录

      自学（上限）明细（PDH）
      日期        标题          申报  计入  累计
      2026-02-01  Reading       3.75   3.5   3.5
          按 0.5 的倍数向下取整
      2026-03-01  More reading     3   0.5     4
          上限：自学最多计 4 PDH，先学先计

      另有 3 条已计入的记录未设类别；若属于 ethics：tuition log edit 编号 --category ethics
    ");
}

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
        已计 3，计划 26，尚缺 12；完成计划后可达 29 PDH
      职业道德          ························  0/1       有风险
        已计 0，尚缺 1；每周需完成 0.18 PDH
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
