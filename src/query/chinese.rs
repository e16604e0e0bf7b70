//! Chinese spellings of names and values: what the screen shows may be typed. The screen's labels are
//! `locale`'s, which stands above this layer; a test there holds that each of them is read here.

use super::field::{Field, Name, Presence, SortKey, State};

/// Other spellings of names.
pub const NAMES: &[(&str, Name)] = &[
    ("编号", Name::Field(Field::Id)),
    ("标题", Name::Field(Field::Title)),
    ("简介", Name::Field(Field::Summary)),
    ("方向", Name::Field(Field::Track)),
    ("主题", Name::Field(Field::Topic)),
    ("难度", Name::Field(Field::Level)),
    ("级别", Name::Field(Field::Level)),
    ("等级", Name::Field(Field::Grade)),
    ("语言", Name::Field(Field::Language)),
    ("授课语言", Name::Field(Field::Language)),
    ("机构", Name::Field(Field::Provider)),
    ("讲师", Name::Field(Field::Instructor)),
    ("授课方式", Name::Field(Field::Delivery)),
    ("形式", Name::Field(Field::Form)),
    ("单位", Name::Field(Field::Unit)),
    ("类别", Name::Field(Field::Category)),
    ("状态", Name::Field(Field::Status)),
    ("时长", Name::Field(Field::Hours)),
    ("学时", Name::Field(Field::Hours)),
    ("开课日期", Name::Field(Field::Date)),
    ("日期", Name::Field(Field::Date)),
    ("目标日期", Name::Field(Field::Due)),
    ("学习日期", Name::Field(Field::On)),
    ("排序", Name::Sort),
    ("数量", Name::Limit),
];

/// Other spellings behind `is:`.
pub const STATES: &[(&str, State)] = &[
    ("计划", State::Planned),
    ("已计划", State::Planned),
    ("在计划中", State::Planned),
    ("已列入计划", State::Planned),
    ("进行中", State::Started),
    ("学习中", State::Started),
    ("完成", State::Done),
    ("已完成", State::Done),
    ("合格", State::Passed),
    ("已通过", State::Passed),
    ("不合格", State::Failed),
    ("未通过", State::Failed),
    ("放弃", State::Withdrawn),
    ("已放弃", State::Withdrawn),
    ("已标记", State::Marked),
    ("已核对", State::Verified),
];

/// Other spellings behind `has:` and `no:`.
pub const PRESENCES: &[(&str, Presence)] = &[
    ("学时", Presence::Hours),
    ("网址", Presence::Url),
    ("难度", Presence::Level),
    ("等级", Presence::Grade),
    ("先修课程", Presence::Prerequisites),
    ("讲师", Presence::Instructor),
    ("考核", Presence::Assessment),
    ("证书", Presence::Credential),
    ("备注", Presence::Note),
    ("证明材料", Presence::Evidence),
];

/// Other spellings behind `sort:`.
pub const SORTS: &[(&str, SortKey)] = &[
    ("标题", SortKey::Title),
    ("学时", SortKey::Hours),
    ("时长", SortKey::Hours),
    ("机构", SortKey::Provider),
    ("方向", SortKey::Track),
    ("日期", SortKey::Date),
    ("编号", SortKey::Id),
];

/// The value of a field that a Chinese label stands for.
pub fn value(field: Field, label: &str) -> Option<&'static str> {
    let table: &[(&str, &'static str)] = match field {
        Field::Level => &[("入门", "introductory"), ("进阶", "intermediate"), ("高阶", "advanced")],
        Field::Grade => &[("初级", "junior"), ("中级", "intermediate"), ("高级", "senior")],
        Field::Delivery => {
            &[("线上", "online"), ("线下", "onsite"), ("线上+线下", "blended"), ("混合", "blended")]
        }
        Field::Form => &[
            ("讲座", "lecture"),
            ("工作坊", "workshop"),
            ("培训", "training"),
            ("研讨", "seminar"),
            ("会议", "conference"),
            ("辅导", "coaching"),
            ("竞赛", "competition"),
            ("自学", "self-study"),
            ("授课", "teaching"),
            ("论文", "paper"),
            ("专利", "patent"),
            ("学历教育", "degree"),
            ("考试", "exam"),
        ],
        Field::Unit => &[("小时", "hour"), ("学时", "class-hour"), ("天", "day"), ("次", "event")],
        Field::Status => &[
            ("计划", "planned"),
            ("进行中", "in-progress"),
            ("完成", "completed"),
            ("合格", "passed"),
            ("不合格", "failed"),
            ("放弃", "withdrawn"),
        ],
        Field::Language => &[("中文", "zh"), ("英文", "en"), ("英语", "en")],
        Field::Category => &[
            ("公需科目", "public"),
            ("公需", "public"),
            ("专业科目", "professional"),
            ("专业", "professional"),
            ("选修科目", "elective"),
            ("选修", "elective"),
            ("职业道德", "ethics"),
            ("技术", "technical"),
            ("教育", "education"),
            ("工作方式", "ways-of-working"),
            ("影响力技能", "power-skills"),
            ("商业敏锐度", "business-acumen"),
            ("回馈专业", "giving-back"),
            ("专业实践", "practitioner"),
            ("a 组", "group-a"),
            ("b 组", "group-b"),
            ("执业领域", "practice"),
            ("风险管理", "risk"),
            ("商务与管理", "business"),
            ("拓展领域", "broader"),
        ],
        _ => &[],
    };
    table.iter().find(|(known, _)| *known == label).map(|(_, word)| *word)
}
