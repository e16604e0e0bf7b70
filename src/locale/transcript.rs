//! The words of a transcript: what a board's clerk reads, not what the person at the terminal does.

use super::requirements::outside_validity;
use super::{Lang, Say, vocabulary};
use crate::domain::requirement::{Period, Rule};
use crate::domain::vocabulary::Unit;
use crate::domain::{Amount, Date};
use crate::store::record::Kept;

macro_rules! transcript_words {
    ($($name:ident: $en:literal, $zh:literal;)+) => {
        /// Headings and labels of a transcript.
        pub struct TranscriptWords { $(pub $name: &'static str),+ }

        static ENGLISH: TranscriptWords = TranscriptWords { $($name: $en),+ };
        static CHINESE: TranscriptWords = TranscriptWords { $($name: $zh),+ };
    };
}

transcript_words! {
    transcript: "Continuing education transcript", "继续教育学时记录表";
    name: "Name", "姓名";
    licence: "Licence or certificate no.", "执业或证书编号";
    rule: "Rule", "适用规定";
    period: "Period", "周期";
    as_of: "As of", "截至日期";
    since: "Counted from", "起算日期";
    state: "Standing", "达标情况";
    not_stated: "not stated", "未注明";

    parts: "What is required and what counts", "要求与计入情况";
    part: "Part", "项目";
    required: "Required", "要求";
    counted: "Counted", "计入";
    carried: "Carried in", "结转";
    missing: "Missing", "尚缺";
    at_most: "at most", "最多";

    entries_counted_in: "Entries, claimed and counted", "学习记录，申报与计入";
    number: "No.", "序号";
    date: "Date", "日期";
    title: "Title", "内容";
    stated: "Stated", "登记";
    claimed: "Claimed", "申报";
    evidence: "Evidence", "证明材料";
    no_entries: "No entry lies in this period.", "本周期内没有学习记录。";
    in_all: "Counted in all", "计入合计";
    together: "Together", "总计";
    no_evidence: "none", "无";
    hash: "SHA-256", "SHA-256";

    carried_in: "Carried in from the period before", "上一周期结转";
    moved: "Moved", "结转";

    remarks: "Remarks", "说明";
    not_yet: "not met yet", "尚未达标";
    holder: "For the holder, not part of the transcript", "供本人参考，不属于记录表";
    unconfirmed: "What could not be confirmed", "未能核实的内容";
    sources: "Sources of the rule", "规定来源";
    passed_only: "Hours count once the examination is passed.", "考核合格后方可计入学时。";
    declaration: "I declare that these entries are complete and true.", "本人声明以上记录完整、属实。";
    signature: "Signature", "签名";
    signed_on: "Date", "日期";
}

pub fn words(lang: Lang) -> &'static TranscriptWords {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Zh => &CHINESE,
    }
}

/// Why the transcript is not whole.
pub fn incomplete(lang: Lang, files: usize) -> String {
    match (lang, files) {
        (Lang::En, 1) => {
            "NOT COMPLETE: 1 file of the record could not be read; what it holds is not shown here."
                .to_owned()
        }
        (Lang::En, files) => format!(
            "NOT COMPLETE: {files} files of the record could not be read; what they hold is not shown here."
        ),
        (Lang::Zh, files) => format!("不完整：有 {files} 个记录文件无法读取，其内容未列入本表。"),
    }
}

/// Which rows a part is the sum of: `entries 1, 3: 8 + 6 = 14`.
pub fn sum(lang: Lang, addends: &[(usize, Amount)], sum: Amount) -> String {
    let rows: Vec<String> = addends.iter().map(|(row, _)| row.to_string()).collect();
    let amounts: Vec<String> = addends.iter().map(|(_, amount)| amount.to_string()).collect();
    let amounts = format!("{} = {sum}", amounts.join(" + "));
    match (lang, addends.len()) {
        (Lang::En, 1) => format!("entry {}: {sum}", rows.concat()),
        (Lang::Zh, 1) => format!("记录 {}：{sum}", rows.concat()),
        (Lang::En, _) => format!("entries {}: {amounts}", rows.join(", ")),
        (Lang::Zh, _) => format!("记录 {}：{amounts}", rows.join("、")),
    }
}

/// The same where the rows are too many to be spelt out.
pub fn sum_of_many(lang: Lang, rows: usize, sum: Amount) -> String {
    match lang {
        Lang::En => format!("{rows} entries: {sum}"),
        Lang::Zh => format!("{rows} 条记录：{sum}"),
    }
}

/// What an entry counted as, of what it claimed, and why.
pub fn because(lang: Lang, reasons: &[String]) -> String {
    reasons.join(lang.either("; ", "；"))
}

pub fn listed(lang: Lang, texts: &[String]) -> String {
    texts.join(lang.either(", ", "、"))
}

/// Rows that count and prove nothing.
pub fn unproven(lang: Lang, rows: &[usize]) -> String {
    let numbers: Vec<String> = rows.iter().map(usize::to_string).collect();
    match lang {
        Lang::En => format!("Without evidence: entries {}.", listed(lang, &numbers)),
        Lang::Zh => format!("无证明材料的记录：{}。", listed(lang, &numbers)),
    }
}

/// What became of a certificate; `None` where it is as it was.
pub fn kept(lang: Lang, kept: Kept) -> Option<&'static str> {
    match kept {
        Kept::Same { .. } => None,
        Kept::Missing => Some(lang.either("missing", "缺失")),
        Kept::Altered => Some(lang.either("altered", "已被改动")),
        Kept::Link => Some(lang.either("a link in its place", "被链接取代")),
        Kept::Unreadable(_) => Some(lang.either("cannot be read", "无法读取")),
    }
}

/// An amount that replaces the rule's own total.
pub fn overridden(lang: Lang, rule: &Rule, total: Amount) -> String {
    let total = vocabulary::amount(lang, total, rule.unit);
    match lang {
        Lang::En => format!("The total required in this period is {total}, as the person has stated."),
        Lang::Zh => format!("本周期要求的总量按本人填写为 {total}。"),
    }
}

/// The rule's wording does not hold over the whole period.
pub fn not_in_force(lang: Lang, rule: &Rule, period: Period) -> Option<String> {
    let clause = outside_validity(lang, rule, period)?;
    Some(lang.either(clause.replacen("this", "This", 1) + ".", format!("{clause}。")))
}

pub fn keep_for(lang: Lang, months: u16) -> String {
    match lang {
        Lang::En => format!("The rule asks for evidence to be kept for {months} months after the period."),
        Lang::Zh => format!("规定要求在周期结束后保存证明材料 {months} 个月。"),
    }
}

/// Where a fact of the rule comes from, and who last looked when.
pub fn checked(lang: Lang, title: &str, day: Date) -> String {
    match lang {
        Lang::En => format!("{title}, looked at on {day}"),
        Lang::Zh => format!("{title}，{day} 查阅"),
    }
}

/// A heading over figures in a unit.
pub fn with_unit(lang: Lang, heading: &str, unit: Unit) -> String {
    match lang {
        Lang::En => format!("{heading} ({})", unit.say(lang)),
        Lang::Zh => format!("{heading}（{}）", unit.say(lang)),
    }
}

/// An entry that corrects an earlier one.
pub fn corrects(lang: Lang, id: &str) -> String {
    match lang {
        Lang::En => format!("corrects {id}"),
        Lang::Zh => format!("更正 {id}"),
    }
}

/// When an entry was written down.
pub fn recorded(lang: Lang, moment: &str) -> String {
    match lang {
        Lang::En => format!("written {moment}"),
        Lang::Zh => format!("登记于 {moment}"),
    }
}
