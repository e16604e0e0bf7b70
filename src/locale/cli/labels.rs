//! Labels that only the command line has; those it shares with the screens are in `words`.

use crate::locale::Lang;

macro_rules! label_set {
    ($($name:ident: $en:literal, $zh:literal;)+) => {
        pub struct Labels { $(pub $name: &'static str),+ }

        static ENGLISH: Labels = Labels { $($name: $en),+ };
        static CHINESE: Labels = Labels { $($name: $zh),+ };
    };
}

label_set! {
    // Help pages.
    usage: "Usage: ", "用法：";
    commands: "Commands:", "命令：";
    arguments: "Arguments:", "参数：";
    options: "Options:", "选项：";
    everywhere: "Everywhere:", "通用选项：";
    alias: "alias: ", "别名：";
    default: "default: ", "默认：";
    values: "possible values: ", "可用值：";

    // Columns and facts.
    verified: "Source seen", "来源已核对";
    theory_practice: "theory + practice", "理论 + 实践";
    position: "No.", "序号";
    standing: "Standing", "效力";
    counts: "counts", "有效";
    replaced: "replaced", "已被更正";
    replaced_by: "Corrected by", "更正为";

    // Saved views.
    view: "View", "视图";
    query: "Query", "查询";
    matches: "Courses", "课程数";
    views_file: "Views", "视图";

    // Requirement packs.
    required: "Required", "要求";
    period: "Period", "周期";
    followed: "Following", "关注";
    counting: "Hours count", "计入条件";
    at_least: "At least", "最低要求";
    at_most: "At most", "上限";
    carried: "Carried over", "结转";
    converted: "Converted", "折算";
    multiplied: "Multiplied", "倍数";
    proof: "Proof", "证明保存";
    valid: "Valid", "有效期";
    unconfirmed: "Not confirmed", "未能确认";
    examples: "Examples", "示例";
    file: "File", "文件";
    // The profile.
    person: "Name", "姓名";
    licence: "Licence", "证书编号";
    dates: "Dates", "个人日期";
    follows: "Follows", "关注的要求包";
    // Requirements.
    claimed: "Claimed", "申报";
    counted: "Counted", "计入";
    sum: "Sum", "累计";
    part: "Part", "项目";
    before: "Now", "现在";
    after: "Then", "之后";
    gain: "Gain", "增加";

    // Certificates.
    bytes: "Bytes", "字节";
    hash: "SHA-256", "SHA-256";
    present: "present", "完好";

    // Where things are.
    catalog: "catalog", "课程目录";
    bundled: "bundled with the program", "程序自带";
    packs: "requirements", "要求包";
    data: "data", "数据目录";
    plan: "plan", "学习计划";
    profile: "profile", "个人资料";
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
