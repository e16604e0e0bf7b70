//! What each argument and option means.

use super::{ArgumentHelp, Both};

const fn everywhere(name: &'static str, text: Both) -> ArgumentHelp {
    ArgumentHelp { of: &[], name, text }
}

const fn of(commands: &'static [&'static str], name: &'static str, text: Both) -> ArgumentHelp {
    ArgumentHelp { of: commands, name, text }
}

const COURSES: &[&str] = &["show", "plan add"];
const ENTRIES: &[&str] = &["log show", "log edit", "log void"];
const PLANNED: &[&str] = &["plan move", "plan edit"];

pub static ARGUMENTS: &[ArgumentHelp] = &[
    everywhere("help", ("Print help", "显示帮助")),
    everywhere("version", ("Print version", "显示版本")),
    everywhere(
        "catalogs",
        (
            "A catalog file or folder to open instead of the bundled catalog; may be repeated",
            "打开此目录文件或文件夹，而不是自带目录；可重复",
        ),
    ),
    everywhere(
        "packs",
        (
            "A requirement pack, or a folder of them, beside the bundled ones; may be repeated",
            "自带要求包之外的要求包文件或文件夹；可重复",
        ),
    ),
    everywhere("data", ("The folder of the plan and the hours", "存放计划和学时的目录")),
    everywhere("lang", ("Language of messages: en or zh-CN", "界面语言：en 或 zh-CN")),
    everywhere("config", ("The settings file, instead of the usual one", "改用此设置文件")),
    everywhere("color", ("When to use colour; auto: on a terminal", "何时使用颜色；auto 指仅在终端上")),
    everywhere(
        "theme",
        ("The colours of the screen: a theme's name, or auto", "屏幕配色：主题名称，或 auto"),
    ),
    everywhere("ascii", ("Draw borders and marks with ASCII characters", "只用 ASCII 字符绘制边框和标记")),
    everywhere(
        "ambiguous_width",
        (
            "Columns that the terminal gives to characters of ambiguous width",
            "终端给宽度不定的字符所占的列数",
        ),
    ),
    everywhere(
        "no_mouse",
        ("Leave the mouse to the terminal, which selects text", "不使用鼠标，交给终端选取文字"),
    ),
    of(
        &[""],
        "plain",
        (
            "The views in words: a conversation of lines, for screen readers, scripts and dumb terminals",
            "文字对话代替全屏界面：逐行问答，适合读屏软件、脚本和简单终端",
        ),
    ),
    everywhere("quiet", ("Data and errors only", "只输出数据和错误")),
    everywhere("verbose", ("Say which catalog and folder are used", "说明所用的课程目录和数据目录")),
    of(
        &[""],
        "paths",
        (
            "Catalog files or folders to open instead of the bundled catalog, as with -C",
            "要打开的目录文件或文件夹，与 -C 相同",
        ),
    ),
    of(
        &["rules check"],
        "paths",
        (
            "Packs or folders to check alone; without them every pack in use",
            "只检查这些要求包或文件夹；不指定时检查全部",
        ),
    ),
    of(&["rules show"], "rule", ("A pack's id, or its beginning", "要求包的标识，或其开头部分")),
    of(
        &["config show"],
        "effective",
        ("What holds now, and where each value comes from", "当前生效的值及其来源"),
    ),
    of(&["schema"], "of", ("The kind of file", "文件种类")),
    of(
        &["man"],
        "dir",
        (
            "Write a page for every command into this folder, over those of before",
            "将每条命令的手册页写入此文件夹，覆盖旧的",
        ),
    ),
    of(&["completions"], "shell", ("The shell", "Shell 名称")),
    everywhere("format", ("The shape of the output", "输出格式")),
    of(&["view save"], "view", ("The name: letters, digits, - and _", "名称：文字、数字、- 和 _")),
    of(&["view remove"], "view", ("The name of a saved view", "已保存视图的名称")),
    of(&["view save"], "query", ("The query that it stands for", "所代表的查询")),
    of(
        &["list"],
        "query",
        ("Words and conditions; several are joined by blanks", "关键词和条件，以空格分隔"),
    ),
    of(
        &["list"],
        "sort",
        (
            "The order, as in sort: of a query; a trailing - turns it round",
            "排序字段，同查询中的 sort:；末尾加 - 为倒序",
        ),
    ),
    of(&["list"], "limit", ("At most so many courses", "最多列出多少门")),
    of(
        &["show"],
        "tree",
        (
            "What each course asks for first, all the way down, and the hours left before it",
            "逐层列出先修课程，以及此前还需学习的时长",
        ),
    ),
    of(COURSES, "ids", ("Course ids, or their beginnings", "课程编号，或其开头部分")),
    of(
        &["plan remove"],
        "ids",
        ("Ids of planned courses, or their beginnings", "计划中课程的编号，或其开头部分"),
    ),
    of(&["done"], "id", ("A course id, or its beginning", "课程编号，或其开头部分")),
    of(PLANNED, "id", ("The id of a planned course, or its beginning", "计划中课程的编号，或其开头部分")),
    of(
        ENTRIES,
        "id",
        ("An entry's id, or enough of its beginning or end", "记录编号，或足以区分的开头或结尾"),
    ),
    of(&["plan move"], "position", ("From 1, or last", "从 1 起，或 last（末位）")),
    of(&["plan add"], "by", ("The target date", "目标日期")),
    of(&["plan edit"], "by", ("The target date, or none", "目标日期，或 none（不设）")),
    of(&["plan add"], "why", ("The need that it answers", "学习的缘由")),
    of(&["plan edit"], "why", ("The need that it answers; empty takes it away", "学习的缘由；留空则删去")),
    of(&["plan edit"], "note", ("Anything worth remembering; empty takes it away", "备注；留空则删去")),
    of(
        &["plan edit"],
        "withdrawn",
        ("The day on which the course was given up, or none", "放弃该课程的日期，或 none（未放弃）"),
    ),
    of(
        &["rules follow"],
        "rule",
        ("The id of a requirement pack, or its beginning", "要求包标识，或其开头部分"),
    ),
    of(
        &["rules unfollow"],
        "rule",
        ("The id of a followed pack, or its beginning", "所关注要求包的标识，或其开头部分"),
    ),
    of(
        &["rules follow"],
        "since",
        (
            "The day of your own that the periods count from, or the name of a date of the profile",
            "周期起算的个人日期，或个人资料中日期的名称",
        ),
    ),
    of(
        &["rules follow"],
        "total",
        (
            "What is required in the period of today, in place of the pack's total",
            "今天所在周期的学时要求，取代要求包的总学时",
        ),
    ),
    of(
        &["rules follow"],
        "licence",
        (
            "The licence or certificate number under this rule; empty takes it away",
            "此要求包下的证书编号；留空则删去",
        ),
    ),
    of(&["profile set"], "name", ("Your name, as a transcript is to show it", "姓名，用于学时证明")),
    of(
        &["profile set"],
        "licence",
        (
            "A licence or certificate number, for every rule that has none of its own",
            "证书编号，用于没有单独填写编号的要求包",
        ),
    ),
    of(
        &["profile set"],
        "dates",
        (
            "A date by name, or counted from another: renewal=licensed+12m; may be repeated",
            "日期及其名称，或由另一日期推算：renewal=licensed+12m；可重复",
        ),
    ),
    everywhere("note", ("Anything worth remembering", "备注")),
    everywhere("hours", ("How much, at most two decimals", "学了多少，最多两位小数")),
    everywhere("unit", ("What the hours are counted in", "学时单位")),
    everywhere(
        "on",
        ("The day of study: 2026-05-20, today, yesterday, -3d", "学习日期：2026-05-20、今天、昨天、-3d"),
    ),
    everywhere(
        "categories",
        (
            "What the hours count as, such as professional; may be repeated; none for no category",
            "计入的类别，例如 professional；可重复；none 表示不设",
        ),
    ),
    everywhere("form", ("How it was learnt, or none", "学习形式，或 none（不注明）")),
    everywhere("result", ("How it ended", "学习结果")),
    everywhere("provider", ("Who ran it", "举办单位")),
    everywhere("url", ("Where it is described", "介绍网页")),
    everywhere(
        "evidence",
        ("A certificate to copy into the record; may be repeated", "要存入记录的证明材料；可重复"),
    ),
    everywhere("title", ("What was learnt", "学习内容的名称")),
    of(
        &["log add"],
        "course",
        ("The course that it belongs to; its values are the defaults", "所属课程；未给出的内容取自该课程"),
    ),
    of(&["log add"], "batch", ("Read entries from stdin", "从标准输入读取多条记录")),
    of(
        &["log list"],
        "query",
        (
            "Words and conditions, as of list; several are joined by blanks",
            "关键词和条件，写法同 list，以空格分隔",
        ),
    ),
    of(&["log list"], "year", ("Entries of this year only", "只列出这一年的记录")),
    of(&["log list"], "all", ("Also entries that a later one has replaced", "也列出已被更正的记录")),
    of(&["log void"], "reason", ("Why; it is kept with the entry", "作废的理由，随记录保存")),
    of(
        &["status"],
        "rules",
        (
            "Ids of rules, or their beginnings; without any, the rules that you follow",
            "要求包标识，或其开头部分；不写则为所关注的要求包",
        ),
    ),
    of(
        &["what-if"],
        "rules",
        (
            "A rule to try the courses under instead of those that you follow; may be repeated",
            "按此要求包推算，而不是所关注的要求包；可重复",
        ),
    ),
    of(&["what-if"], "ids", ("Course ids, or their beginnings", "课程编号，或其开头部分")),
    everywhere(
        "as_of",
        (
            "The day to look at instead of today; later entries do not exist then",
            "以这一天代替今天；此后的记录视为不存在",
        ),
    ),
    of(
        &["status"],
        "explain",
        ("The entries behind every figure, and what cut them", "列出每个数字背后的记录及其扣减原因"),
    ),
    of(
        &["status"],
        "check",
        (
            "Exit 0 only when every rule shown is met, else 1; following none is 1 too",
            "所示要求包全部达标时退出码为 0，否则为 1；没有关注任何要求包时也为 1",
        ),
    ),
    of(&["status"], "short", ("One line for each rule, for a prompt", "每个要求包一行，可用于命令提示符")),
    of(
        &["due"],
        "within",
        ("How far to look ahead: 60d, 8w, 3m", "向前看多久：60d（天）、8w（周）、3m（月）"),
    ),
    of(
        &["report year"],
        "year",
        ("The year, such as 2025; without it the year of today", "年份，例如 2025；不写则为今年"),
    ),
    of(
        &["report transcript", "audit"],
        "rule",
        ("The rule's id, or its beginning", "要求包标识，或其开头部分"),
    ),
    of(
        &["report transcript", "audit"],
        "period",
        (
            "Which period: 2026, 2024..2026, a day in it, current or last",
            "周期：2026、2024..2026、其中的一天、current（本期）或 last（上期）",
        ),
    ),
    of(
        &["report transcript", "audit"],
        "as_of",
        ("Look at it on this day instead of today", "按这一天而不是今天计算"),
    ),
    of(
        &["audit"],
        "without_evidence",
        ("Pack also where evidence is wanting; the pack says where", "缺少证明材料时也打包，并在其中注明"),
    ),
    of(&["timer start"], "id", ("The course's id, or its beginning", "课程编号，或其开头部分")),
    of(&["timer stop"], "record", ("Record what was measured", "登记已计的时间")),
    everywhere("output", ("Write to this file instead of stdout", "写入此文件，而不是标准输出")),
    of(&["audit"], "output", ("The zip file to write", "要写入的 zip 文件")),
    everywhere("force", ("Write over a file that is there", "覆盖已有的文件")),
    of(&["evidence list"], "missing", ("Entries that have no certificate", "没有证明材料的记录")),
    of(
        &["evidence verify"],
        "pack",
        ("An audit pack to verify instead of the record", "要核验的材料包；省略时核验学时记录"),
    ),
];
