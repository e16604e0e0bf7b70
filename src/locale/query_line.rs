//! Words of the query line: what each name and value of the language is, and the page that explains
//! it in rows of an example each.

use super::Lang;
use crate::domain::vocabulary::Word;
use crate::query::{Field, Name, Presence, SortKey, State};

/// What a name asks for, in a word or two.
pub fn name(name: Name, lang: Lang) -> &'static str {
    let (en, zh) = match name {
        Name::Is => ("a state: planned, done …", "状态：已计划、已完成等"),
        Name::Has => ("something stated: url, hours …", "有某项内容：网址、学时等"),
        Name::No => ("something not stated", "无某项内容"),
        Name::Sort => ("the order", "排序"),
        Name::Limit => ("how many", "数量"),
        Name::View => ("a saved view", "已保存的视图"),
        Name::Field(field) => return self::field(field, lang),
    };
    lang.either(en, zh)
}

fn field(field: Field, lang: Lang) -> &'static str {
    let (en, zh) = match field {
        Field::Id => ("course id", "课程编号"),
        Field::Title => ("title", "标题"),
        Field::Summary => ("summary", "简介"),
        Field::Track => ("track", "方向"),
        Field::Topic => ("topic, also +topic", "主题，也可写作 +主题"),
        Field::Level => ("level", "难度"),
        Field::Grade => ("grade", "等级"),
        Field::Stage => ("career stage", "职业阶段"),
        Field::Language => ("language", "授课语言"),
        Field::Provider => ("provider", "机构"),
        Field::Instructor => ("instructor", "讲师"),
        Field::Delivery => ("online, onsite, blended", "线上、线下、混合"),
        Field::Form => ("form: lecture, workshop …", "形式：讲座、工作坊等"),
        Field::Unit => ("unit of the hours", "学时单位"),
        Field::Category => ("category that rules count by", "学时要求的类别"),
        Field::Status => ("where you are with it", "学习状态"),
        Field::Hours => ("hours: <=8, 2..8", "学时：<=8、2..8"),
        Field::Date => ("start of a session: 2026-03", "开课日期：2026-03"),
        Field::Due => ("target date in the plan: <30d", "计划的目标日期：<30d"),
        Field::On => ("day of your study: yesterday", "学习日期：昨天"),
        Field::Fills => ("would lessen what is missing", "可补足所缺学时"),
        Field::Counts => ("counts for a requirement", "可计入学时要求"),
    };
    lang.either(en, zh)
}

/// What a value is that the language itself knows; nothing where the word says it.
pub fn value(name: Name, value: &str, lang: Lang) -> Option<&'static str> {
    let (en, zh) = match name {
        Name::Is => state(State::from_word(value)?),
        Name::Has | Name::No => presence(Presence::from_word(value)?),
        Name::Sort => {
            let (key, descending) = match value.strip_suffix('-') {
                Some(key) => (key, true),
                None => (value, false),
            };
            SortKey::from_word(key)?;
            if descending { ("the other way round", "倒序") } else { ("", "") }
        }
        _ => return None,
    };
    Some(lang.either(en, zh)).filter(|said| !said.is_empty())
}

fn state(state: State) -> (&'static str, &'static str) {
    match state {
        State::Planned => ("in the plan", "在计划中"),
        State::Started => ("begun", "学习中"),
        State::Done => ("completed or passed", "已完成或已通过"),
        State::Passed => ("passed", "已通过"),
        State::Failed => ("failed", "未通过"),
        State::Withdrawn => ("given up", "已放弃"),
        State::New => ("neither planned nor recorded", "未计划也未登记"),
        State::Overdue => ("target date passed", "已过目标日期"),
        State::Marked => ("marked in the list", "列表中已标记"),
        State::Verified => ("the curator saw the source", "来源已核对"),
    }
}

fn presence(what: Presence) -> (&'static str, &'static str) {
    match what {
        Presence::Hours => ("stated hours", "学时"),
        Presence::Url => ("an address", "网址"),
        Presence::Level => ("a level", "难度"),
        Presence::Grade => ("a grade", "等级"),
        Presence::Prerequisites => ("courses to take before", "先修课程"),
        Presence::Instructor => ("an instructor", "讲师"),
        Presence::Session => ("a session", "开课安排"),
        Presence::Assessment => ("an assessment", "考核"),
        Presence::Credential => ("a credential", "证书"),
        Presence::Note => ("a note", "备注"),
        Presence::Chinese => ("a Chinese title", "中文标题"),
        Presence::English => ("an English title", "英文标题"),
        Presence::Evidence => ("proof in your record", "证明材料"),
    }
}

/// The page: what may be typed, and what it means.
pub fn help(lang: Lang) -> &'static [(&'static str, &'static str)] {
    if lang.is_chinese() { HELP_ZH } else { HELP_EN }
}

const HELP_EN: &[(&str, &str)] = &[
    ("lead team", "both words, in title, id, topics, provider or people; pinyin finds Chinese"),
    ("'lead \"two words\"", "as it stands, anywhere"),
    ("^lead  ship$", "at the beginning, at the end"),
    ("a | b   (a b)   -a", "either one, a group, not"),
    ("track:ai,cloud", "either value of a field; Tab completes names and values"),
    ("hours:<=8  hours:2..8", "numbers"),
    ("due:<30d  date:2026-03", "target date in the plan, start of a session"),
    ("is:planned  -is:done", "where you are with it"),
    ("has:url  no:hours", "what the catalog states"),
    ("fills:hkie", "would lessen what is missing; fills:hkie/total for one part"),
    ("sort:hours-  limit:20", "order (- the other way round) and number"),
    ("@short -@done", "saved views: S saves, F lists"),
    ("Ctrl+Up, Alt+p", "earlier queries that begin like what stands before the caret"),
];

const HELP_ZH: &[(&str, &str)] = &[
    ("领导 团队", "同时含有两个词：标题、编号、主题、机构或人员；可用拼音或首字母"),
    ("'领导 \"two words\"", "原样出现在任意位置"),
    ("^领导  力$", "位于开头、位于结尾"),
    ("a | b   (a b)   -a", "任一、分组、排除"),
    ("track:ai,cloud", "字段为任一值；按 Tab 补全字段名和值"),
    ("hours:<=8  hours:2..8", "数值"),
    ("due:<30d  date:2026-03", "计划的目标日期、开课日期"),
    ("is:planned  -is:done", "学习状态"),
    ("has:url  no:hours", "目录中是否注明"),
    ("fills:hkie", "可补足所缺学时；fills:hkie/total 只看其中一项"),
    ("sort:hours-  limit:20", "排序（- 为倒序）和数量"),
    ("@short -@done", "已保存的视图：S 保存，F 列出"),
    ("Ctrl+Up、Alt+p", "与光标前文字开头相同的历史查询"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;
    use jiff::civil::date;

    /// What the screen shows in Chinese may be typed behind its field.
    #[test]
    fn every_chinese_label_is_understood() {
        use crate::domain::vocabulary::{
            Category, CourseState, Delivery, Form, Grade, KNOWN_CATEGORIES, Level, Unit,
        };
        use crate::locale::{Say, vocabulary};
        fn labels<W: Word + Say>(name: &'static str) -> Vec<(&'static str, String, String)> {
            W::ALL.iter().map(|member| (name, member.say(Lang::Zh), member.word().to_owned())).collect()
        }
        let categories = KNOWN_CATEGORIES.iter().filter_map(|known| Category::new(known));
        let all = [
            labels::<Level>("level"),
            labels::<Grade>("grade"),
            labels::<Delivery>("delivery"),
            labels::<Form>("form"),
            labels::<Unit>("unit"),
            labels::<CourseState>("status"),
            categories.map(|known| ("category", known.say(Lang::Zh), known.to_string())).collect(),
            ["zh", "en"]
                .map(|code| ("language", vocabulary::language(Lang::Zh, code), code.to_owned()))
                .to_vec(),
        ];
        let today = date(2026, 11, 21);
        for (name, label, word) in all.concat() {
            let read =
                |value: &str| parse(&format!("{name}:\"{value}\""), today).map(|query| query.to_string());
            assert_eq!(read(&label), read(&word), "{name}:{label}");
        }
        for (typed, meant) in [
            ("时长:《＝20", "hours:<=20"),
            ("学时：》8", "hours:>8"),
            ("类别：公需科目", "category:public"),
            ("难度:入门 形式:讲座", "level:introductory form:lecture"),
            ("is:计划", "is:planned"),
            ("is:已列入计划", "is:planned"),
            ("sort:学时", "sort:hours"),
            ("机构:北京", "provider:北京"),
        ] {
            let said = |text: &str| parse(text, today).map(|query| query.to_string());
            assert_eq!(said(typed), said(meant), "{typed}");
        }
    }

    #[test]
    fn every_example_of_the_page_is_a_query() {
        for lang in [Lang::En, Lang::Zh] {
            for (typed, _) in help(lang).iter().filter(|(typed, _)| !typed.contains("Ctrl+")) {
                assert!(parse(typed, date(2026, 11, 21)).is_ok(), "{typed}");
            }
        }
    }
}
