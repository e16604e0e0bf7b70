//! The fixed labels of tables and of `show`. A missing one does not compile.

use crate::locale::Lang;

macro_rules! label_set {
    ($($name:ident: $en:literal, $zh:literal;)+) => {
        /// One label per fact that a table heads or `show` lists.
        pub struct Labels { $(pub $name: &'static str),+ }

        static ENGLISH: Labels = Labels { $($name: $en),+ };
        static CHINESE: Labels = Labels { $($name: $zh),+ };
    };
}

label_set! {
    id: "Id", "编号";
    title: "Title", "名称";
    hours: "Hours", "时长";
    level: "Level", "难度";
    grade: "Grade", "等级";
    stage: "Stage", "职业阶段";
    track: "Track", "方向";
    topics: "Topics", "主题";
    status: "Status", "状态";
    delivery: "Delivery", "方式";
    form: "Form", "形式";
    language: "Language", "语言";
    categories: "Categories", "类别";
    instructors: "Instructors", "讲师";
    provider: "Provider", "培训机构";
    prerequisites: "Prerequisites", "先修要求";
    sessions: "Sessions", "班次";
    training: "training", "培训";
    assessment_gate: "assessment", "考核";
    recognition: "recognition", "认定";
    assessment: "Assessment", "考核";
    credential: "Credential", "证书";
    url: "Link", "链接";
    source: "Source", "来源";
    as_of: "As of", "截至";
    verified: "Source seen", "来源已核对";
    yes: "yes", "是";
    no: "no", "否";
    note: "Note", "备注";
    summary: "Summary", "简介";
    our_translation: "our translation", "译名由本目录提供";
    theory_practice: "theory + practice", "理论 + 实践";
    basis: "basis", "依据";
    position: "No.", "序号";
    by: "By", "目标日期";
    why: "Why", "缘由";
    added: "Added", "加入日期";
    date: "Date", "日期";
    result: "Result", "结果";
    standing: "Standing", "效力";
    counts: "counts", "有效";
    void: "void", "已作废";
    replaced: "replaced", "已被替代";
    replaced_by: "Replaced by", "被替代为";
    replaces: "Replaces", "替代";
    reason: "Reason", "理由";
    recorded: "Recorded", "录入时间";
    evidence: "Evidence", "证明材料";
    course: "Course", "课程";
    catalog: "catalog", "课程目录";
    bundled: "bundled with the program", "程序自带";
    data: "data", "数据目录";
    plan: "plan", "学习计划";
    record: "hours", "学时记录";
    journal: "journal", "操作日志";
    exists: "exists", "已存在";
    absent: "not created yet", "尚未创建";
    missing: "not found", "未找到";
}

pub fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Zh => &CHINESE,
    }
}
