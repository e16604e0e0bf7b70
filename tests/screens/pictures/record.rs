//! The record that the pictures show: an engineer's year under three sets of rules, in the words of
//! either language. Courses are those of the bundled catalog.

use super::super::support::At;
use std::fmt::Write;

/// Day, title in English and Chinese, course, hours and their unit, categories, form.
type Entry = (&'static str, [&'static str; 2], &'static str, &'static str, &'static str, &'static str);

const ENTRIES: &[Entry] = &[
    ("2025-10-16", ["Bridge inspection workshop", "桥梁检测研修班"], "", "6 pdh", "technical", "workshop"),
    ("2025-11-20", ["Engineering ethics seminar", "工程伦理讲座"], "", "2 pdh", "ethics", "seminar"),
    ("2026-01-08", ["Annual safety briefing", "年度安全培训"], "", "4 class-hour", "public", "training"),
    (
        "2026-01-15",
        ["Digital economy lecture", "数字经济专题讲座"],
        "bie-digital-economy-industry-development",
        "4 class-hour",
        "professional",
        "lecture",
    ),
    (
        "2026-01-22",
        ["Steel connections, part 1", "钢结构节点（一）"],
        "",
        "1.5 pdh",
        "technical",
        "self-study",
    ),
    (
        "2026-02-03",
        ["Steel connections, part 2", "钢结构节点（二）"],
        "",
        "1.5 pdh",
        "technical",
        "self-study",
    ),
    (
        "2026-02-05",
        ["Reading group: soil mechanics", "土力学读书会"],
        "",
        "1 class-hour",
        "professional",
        "self-study",
    ),
    (
        "2026-02-12",
        ["Reading group: soil mechanics", "土力学读书会"],
        "",
        "1 class-hour",
        "professional",
        "self-study",
    ),
    (
        "2026-02-26",
        ["Reading group: soil mechanics", "土力学读书会"],
        "",
        "1 class-hour",
        "professional",
        "self-study",
    ),
    (
        "2026-03-05",
        ["Reading group: soil mechanics", "土力学读书会"],
        "",
        "1 class-hour",
        "professional",
        "self-study",
    ),
    (
        "2026-03-06",
        ["Laws and policies of the year", "年度法规政策"],
        "",
        "8 class-hour",
        "public",
        "lecture",
    ),
    (
        "2026-03-10",
        ["The Missing Semester of Your CS Education", "计算机教育中缺失的一课"],
        "mit-missing-semester",
        "2 hour",
        "professional",
        "self-study",
    ),
    (
        "2026-03-12",
        ["The Missing Semester of Your CS Education", "计算机教育中缺失的一课"],
        "mit-missing-semester",
        "2 hour",
        "professional",
        "self-study",
    ),
    (
        "2026-03-17",
        ["The Missing Semester of Your CS Education", "计算机教育中缺失的一课"],
        "mit-missing-semester",
        "2.5 hour",
        "professional",
        "self-study",
    ),
    (
        "2026-04-14",
        ["Ethics, Technology and Engineering", "伦理、技术与工程"],
        "coursera-ethics-technology-engineering",
        "1.5 hour",
        "ethics",
        "self-study",
    ),
    (
        "2026-04-21",
        ["Ethics, Technology and Engineering", "伦理、技术与工程"],
        "coursera-ethics-technology-engineering",
        "1 hour",
        "ethics",
        "self-study",
    ),
    (
        "2026-04-28",
        ["Ethics, Technology and Engineering", "伦理、技术与工程"],
        "coursera-ethics-technology-engineering",
        "2.5 hour",
        "ethics",
        "self-study",
    ),
    (
        "2026-05-12",
        ["Digital Transformation", "数字化转型"],
        "coursera-bcg-uva-darden-digital-transformation",
        "3 hour",
        "education, business-acumen",
        "self-study",
    ),
    (
        "2026-05-13",
        ["Digital Transformation", "数字化转型"],
        "coursera-bcg-uva-darden-digital-transformation",
        "2 hour",
        "education, business-acumen",
        "self-study",
    ),
    (
        "2026-05-14",
        ["Digital Transformation", "数字化转型"],
        "coursera-bcg-uva-darden-digital-transformation",
        "1 hour",
        "education, business-acumen",
        "self-study",
    ),
    (
        "2026-05-26",
        ["Leading a site team", "现场团队管理"],
        "",
        "6 class-hour",
        "education, power-skills",
        "workshop",
    ),
    ("2026-06-11", ["Seismic design refresher", "抗震设计进修"], "", "3 pdh", "technical", "training"),
    ("2026-06-18", ["Mentoring two juniors", "指导两名助理工程师"], "", "2 hour", "giving-back", "coaching"),
    ("2026-07-02", ["Materials exam", "材料学考试"], "", "3 hour", "professional", "exam"),
    (
        "2026-08-20",
        ["Prefabrication conference", "装配式建筑大会"],
        "",
        "1 event",
        "professional",
        "conference",
    ),
    (
        "2026-09-03",
        ["AI, Business & the Future of Work", "人工智能、商业与工作的未来"],
        "coursera-ai-business-future-of-work",
        "3 hour",
        "professional",
        "self-study",
    ),
    (
        "2026-09-10",
        ["AI, Business & the Future of Work", "人工智能、商业与工作的未来"],
        "coursera-ai-business-future-of-work",
        "2 hour",
        "professional",
        "self-study",
    ),
    (
        "2026-09-17",
        ["Reading group: slope stability", "边坡稳定读书会"],
        "",
        "1 class-hour",
        "professional",
        "self-study",
    ),
    (
        "2026-09-24",
        ["Reading group: slope stability", "边坡稳定读书会"],
        "",
        "1 class-hour",
        "professional",
        "self-study",
    ),
    (
        "2026-10-15",
        ["Reading group: slope stability", "边坡稳定读书会"],
        "",
        "1 class-hour",
        "professional",
        "self-study",
    ),
    (
        "2026-10-22",
        ["Reading group: slope stability", "边坡稳定读书会"],
        "",
        "1 class-hour",
        "professional",
        "self-study",
    ),
    (
        "2026-10-13",
        ["Project scheduling clinic", "进度计划研讨"],
        "",
        "3 hour",
        "education, ways-of-working",
        "workshop",
    ),
    ("2026-10-20", ["Case studies in ethics", "职业道德案例研讨"], "", "1 pdh", "ethics", "seminar"),
    ("2026-10-27", ["Drainage design", "排水设计"], "", "4 pdh", "technical", "training"),
    ("2026-11-10", ["Low-carbon concrete", "低碳混凝土"], "", "2 pdh", "technical", "lecture"),
    (
        "2026-11-17",
        ["Machine Learning (Hung-yi Lee)", "李宏毅机器学习"],
        "ntu-machine-learning-lee",
        "1.5 hour",
        "professional",
        "self-study",
    ),
];

/// Course, title, target date and reason.
const PLAN: &[(&str, [&str; 2], &str, [&str; 2])] = &[
    (
        "ntu-machine-learning-lee",
        ["Machine Learning (Hung-yi Lee)", "李宏毅机器学习"],
        "2027-03-31",
        ["Sensor data of the bridge", "桥梁传感器数据"],
    ),
    (
        "coursera-introduction-intellectual-property",
        ["Introduction to Intellectual Property", "知识产权导论"],
        "2026-12-10",
        ["", ""],
    ),
    (
        "edx-exercising-leadership-foundational-principles",
        ["Exercising Leadership: Foundational Principles", "领导力实践:基本原则"],
        "2026-11-15",
        ["The new line starts in spring", "新产线春季投产"],
    ),
    (
        "coursera-career-planning-your-career-your-life",
        ["Career planning: Your career, your life", "职业规划:你的职业,你的人生"],
        "",
        ["", ""],
    ),
    (
        "cn-dte-ai-intermediate",
        ["Artificial intelligence engineering technician, intermediate", "人工智能工程技术人员（中级）"],
        "",
        ["", ""],
    ),
];

const PROFILE: &str = "schema = 1\n
[[follow]]\nrule = \"cn-mohrss\"\n
[[follow]]\nrule = \"us-tx-pe\"\nsince = 2025-10-01\n
[[follow]]\nrule = \"pmi-pmp\"\nsince = 2024-03-10\n";

const VIEWS: &str = "schema = 1\n
[[view]]\nname = \"short\"\nquery = \"hours:<=12 language:en\"\n
[[view]]\nname = \"gap\"\nquery = \"fills:cn-mohrss\"\n";

const WRONG: &str = "schema = 1\nid = \"year-wrong\"\ndate = 2026-06-19\ntitle = \"Mentoring two juniors\"
hours = 2\nunit = \"hour\"\nresult = \"completed\"\n";
const VOID: &str = "schema = 1\nid = \"year-void\"\ndate = 2026-06-19\nvoid = \"year-wrong\"
reason = \"recorded twice\"\n";

/// A year of study at a size.
pub fn year(size: &str, chinese: bool) -> At {
    let language = usize::from(chinese);
    let mut at =
        At::size(size).bundled().bundled_packs().file("profile.toml", PROFILE).file("views.toml", VIEWS);
    for (number, (day, title, course, hours, category, form)) in ENTRIES.iter().enumerate() {
        let (title, (hours, unit)) = (title[language], hours.split_once(' ').unwrap());
        let result = match (*form, *course) {
            ("exam", _) => "failed",
            (_, "ntu-machine-learning-lee") => "in-progress",
            _ => "completed",
        };
        let categories = category.replace(", ", "\", \"");
        let mut text = format!(
            "schema = 1\nid = \"year-{number:02}\"\ndate = {day}\ntitle = \"{title}\"\nhours = {hours}
unit = \"{unit}\"\ncategories = [\"{categories}\"]\nform = \"{form}\"\nresult = \"{result}\"\n"
        );
        if !course.is_empty() {
            writeln!(text, "course = \"{course}\"").unwrap();
        }
        at = at.file(&format!("hours/{}/{day}-year-{number:02}.toml", &day[..4]), &text);
    }
    let wrong = "2026-06-19-year-wrong.toml";
    at = at.file(&format!("hours/2026/{wrong}"), WRONG).file("hours/2026/2026-06-19-year-void.toml", VOID);
    let mut plan = "schema = 1\n".to_owned();
    for (course, title, by, why) in PLAN {
        let title = title[language];
        writeln!(plan, "\n[[item]]\ncourse = \"{course}\"\ntitle = \"{title}\"\nadded = 2026-10-02").unwrap();
        if !by.is_empty() {
            writeln!(plan, "by = {by}").unwrap();
        }
        if !why[language].is_empty() {
            writeln!(plan, "why = \"{}\"", why[language]).unwrap();
        }
    }
    at.file("plan.toml", &plan)
}
