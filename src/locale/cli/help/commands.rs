//! What each command does, with examples.

use super::CommandHelp;

pub static COMMANDS: &[CommandHelp] = &[
    CommandHelp {
        path: "",
        about: (
            "Find a course, plan it, record the hours; without a command the views open",
            "查找课程、制定计划、记录学时；不带命令时打开界面",
        ),
        after: (
            "\
Examples:
  tuition                              open the views on the bundled catalog
  tuition -C courses/ list leader      search a folder of your own
  tuition plan add ID --by 2026-12-31  plan a course
  tuition done ID --on yesterday       record its hours

Environment (options win over it):
  TUITION_CATALOG  catalog files and folders, separated as in PATH
  TUITION_RULES    your own requirement packs, the same way
  TUITION_DATA     the folder of the plan and the hours
  TUITION_CONFIG   the settings file
  TUITION_THEME    the theme
  TUITION_TODAY    an ISO date that stands for today
  NO_COLOR         no colour
  LC_ALL, LC_MESSAGES, LANG
                   the language, where --lang names none

Exit codes:
  0  done
  1  nothing found, or a requirement not met
  2  wrong usage
  3  invalid input
  4  conflict or locked
  5  could not save or write out, nothing changed
  6  saved but could not report",
            "\
示例：
  tuition                                打开界面，使用自带目录
  tuition -C courses/ list 领导力        在自己的文件夹中查找
  tuition plan add 编号 --by 2026-12-31  把课程列入计划
  tuition done 编号 --on 昨天            记录课程的学时

环境变量（选项优先）：
  TUITION_CATALOG  目录文件和文件夹，分隔符与 PATH 相同
  TUITION_RULES    自己的学时要求包，写法相同
  TUITION_DATA     存放计划和学时的目录
  TUITION_CONFIG   设置文件
  TUITION_THEME    主题
  TUITION_TODAY    当作今天的日期，例如 2026-05-20
  NO_COLOR         不使用颜色
  LC_ALL、LC_MESSAGES、LANG
                   界面语言，--lang 未指定时采用

退出码：
  0  完成
  1  没有找到，或未达标
  2  用法错误
  3  输入有误
  4  冲突或被锁定
  5  无法保存或写出，没有任何改动
  6  已保存，但无法报告",
        ),
    },
    CommandHelp {
        path: "help",
        about: ("Print this message or the help of the given command", "显示本帮助，或所给命令的帮助"),
        after: ("Examples:\n  tuition help plan add", "示例：\n  tuition help plan add"),
    },
    CommandHelp {
        path: "list",
        about: ("List the courses that match a query, best first", "列出符合条件的课程，最相关的在前"),
        after: (
            "\
Examples:
  tuition list leader                         fuzzy; Chinese titles by pinyin
  tuition list track:leadership 'hours:<=40'  fields; quote < > | ( ) !
  tuition list --sort hours- --limit 5        the longest five
  tuition list --format json ai | jq -r '.courses[].id'
  tuition list -- -level:advanced             a word that begins with a hyphen",
            "\
示例：
  tuition list 数字经济                       模糊匹配，中文名称也可用拼音
  tuition list track:leadership 'hours:<=40'  按字段；< > | ( ) ! 须加引号
  tuition list --sort hours- --limit 5        学时最多的五门
  tuition list --format json ai | jq -r '.courses[].id'
  tuition list -- -level:advanced             以连字符开头的词",
        ),
    },
    CommandHelp {
        path: "show",
        about: ("Show courses in full", "显示课程的全部信息"),
        after: (
            "\
Examples:
  tuition show ocw-3-091sc
  tuition show ocw-3-09      the beginning of an id, where it is the only one
  tuition show ID --tree     what to study first, and how many hours that is
  tuition show ID --format json",
            "\
示例：
  tuition show ocw-3-091sc
  tuition show ocw-3-09      编号的开头即可，只要没有歧义
  tuition show 编号 --tree    先修课程及所需时长
  tuition show 编号 --format json",
        ),
    },
    CommandHelp {
        path: "plan",
        about: ("Keep the learning plan", "管理学习计划"),
        after: ("Examples:\n  tuition plan list", "示例：\n  tuition plan list"),
    },
    CommandHelp {
        path: "plan add",
        about: ("Add courses to the plan", "把课程列入计划"),
        after: (
            "\
Examples:
  tuition plan add ID --by 2026-12-31 --why \"needed for the licence\"
  tuition list --format json ai | jq -r '.courses[].id' | xargs tuition plan add",
            "\
示例：
  tuition plan add 编号 --by 2026-12-31 --why 执业所需
  tuition list --format json ai | jq -r '.courses[].id' | xargs tuition plan add",
        ),
    },
    CommandHelp {
        path: "plan remove",
        about: ("Take courses out of the plan", "把课程移出计划"),
        after: ("Examples:\n  tuition plan remove ID", "示例：\n  tuition plan remove 编号"),
    },
    CommandHelp {
        path: "plan move",
        about: ("Move a course to another place in the plan", "调整课程在计划中的位置"),
        after: (
            "Examples:\n  tuition plan move ID 1     to the top\n  tuition plan move ID last",
            "示例：\n  tuition plan move 编号 1     移到首位\n  tuition plan move 编号 last",
        ),
    },
    CommandHelp {
        path: "plan edit",
        about: (
            "Change target date, why or note of a planned course",
            "修改计划中课程的目标日期、缘由或备注",
        ),
        after: (
            "\
Examples:
  tuition plan edit ID --by 2027-03-31
  tuition plan edit ID --by none --note \"\"   take both away
  tuition plan edit ID --withdrawn today     given up; the item stays",
            "\
示例：
  tuition plan edit 编号 --by 2027-03-31
  tuition plan edit 编号 --by none --note \"\"   两项都删去
  tuition plan edit 编号 --withdrawn 今天      已放弃；仍留在计划中",
        ),
    },
    CommandHelp {
        path: "plan list",
        about: ("List the plan", "列出学习计划"),
        after: (
            "\
Examples:
  tuition plan list
  tuition plan list --format json | jq '.items[] | select(.by != null)'",
            "\
示例：
  tuition plan list
  tuition plan list --format json | jq '.items[] | select(.by != null)'",
        ),
    },
    CommandHelp {
        path: "done",
        about: ("Record the hours of a catalog course", "记录目录中课程的学时"),
        after: (
            "\
Examples:
  tuition done ID                              today, with the course's hours
  tuition done ID --on 2026-05-20 --hours 6.5 --category professional
  tuition done ID --result passed",
            "\
示例：
  tuition done 编号                            今天，按课程的学时
  tuition done 编号 --on 2026-05-20 --hours 6.5 --category professional
  tuition done 编号 --result passed",
        ),
    },
    CommandHelp {
        path: "log",
        about: ("Keep the hours record", "管理学时记录"),
        after: ("Examples:\n  tuition log list", "示例：\n  tuition log list"),
    },
    CommandHelp {
        path: "log add",
        about: ("Record hours, also for what is in no catalog", "记录学时，目录之外的学习也可以"),
        after: (
            "\
Examples:
  tuition log add \"Welding symposium\" --hours 6.5 --on yesterday
  tuition log add --batch - < entries.jsonl

A batch holds one JSON object per line with the keys title, hours, unit, on, categories, form, \
result, provider, url, note and course. Each line is saved before its `saved ID` is printed; a line \
with a mistake is named on stderr, the others are saved all the same, and the exit code is 3.",
            "\
示例：
  tuition log add 焊接技术研讨会 --hours 6.5 --on 昨天
  tuition log add --batch - < entries.jsonl

成批记录时，每行是一个 JSON 对象，可用的键为 title、hours、unit、on、categories、form、result、\
provider、url、note 和 course。每一行保存之后才输出“saved 编号”；有误的行在标准错误中指出，\
其余各行照常保存，退出码为 3。",
        ),
    },
    CommandHelp {
        path: "log list",
        about: ("List the entries, oldest first", "列出学时记录，最早的在前"),
        after: (
            "\
Examples:
  tuition log list --year 2026
  tuition log list no:evidence
  tuition log list category:ethics 'on:>=2026-04' --format csv > hours.csv

A query may name title, provider, category, form, unit, status, hours, on and date, and ask for
has: or no: with evidence, note or url. Words are looked for in title, provider and note.",
            "\
示例：
  tuition log list --year 2026
  tuition log list no:evidence
  tuition log list category:ethics 'on:>=2026-04' --format csv > hours.csv

条件可用 title、provider、category、form、unit、status、hours、on、date，以及 has: 或 no: 加 evidence、\
note 或 url。关键词在名称、机构和备注中查找。",
        ),
    },
    CommandHelp {
        path: "log show",
        about: (
            "Show an entry in full, also one that is void or replaced",
            "显示一条记录，包括已作废或已更正的",
        ),
        after: (
            "Examples:\n  tuition log show q7x2mk\n  tuition log show q7x2mk --format json",
            "示例：\n  tuition log show q7x2mk\n  tuition log show q7x2mk --format json",
        ),
    },
    CommandHelp {
        path: "log edit",
        about: ("Correct an entry; the old one stays readable", "更正一条记录；原记录仍可查看"),
        after: (
            "\
Examples:
  tuition log edit q7x2mk --hours 7.5 --note \"left early\"
  tuition log edit q7x2mk --form none --category none",
            "\
示例：
  tuition log edit q7x2mk --hours 7.5 --note 提前离场
  tuition log edit q7x2mk --form none --category none",
        ),
    },
    CommandHelp {
        path: "log void",
        about: ("Take an entry out of the count; it stays readable", "作废一条记录；不再计入，但仍可查看"),
        after: (
            "Examples:\n  tuition log void q7x2mk --reason \"entered twice\"",
            "示例：\n  tuition log void q7x2mk --reason 重复记录",
        ),
    },
    CommandHelp {
        path: "status",
        about: (
            "Show what is required, counted, planned and missing under each rule",
            "按要求包显示要求、已计、计划和尚缺的学时",
        ),
        after: (
            "\
Examples:
  tuition status                        the rules that you follow
  tuition status cn-mohrss --explain    any rule, entry by entry
  tuition status --as-of 2026-12-31     as it would be on that day
  tuition status --short                one line for each rule, for a prompt
  tuition status --check && echo enough

On track means: the plan reaches what is required, or going on as so far does. Which of them it is
stands beside it. Bars: █ counted, ▓ carried in from the period before, ▒ planned.",
            "\
示例：
  tuition status                        所关注的要求包
  tuition status cn-mohrss --explain    任一要求包，逐条列出
  tuition status --as-of 2026-12-31     到那一天的情况
  tuition status --short                每个要求包一行，可用于命令提示符
  tuition status --check && echo 已达标

“进度正常”指完成计划即可达到要求，或按目前进度可以达到；依据哪一种会一并说明。
进度条：█ 已计，▓ 由上一周期结转，▒ 计划。",
        ),
    },
    CommandHelp {
        path: "what-if",
        about: ("Show what courses would change, as if they were passed", "推算学完某些课程后的变化"),
        after: (
            "\
Examples:
  tuition what-if ID                          under the rules that you follow
  tuition what-if ID ID --rule us-tx-pe --format json | jq '.rules[].gain'

Nothing is saved.",
            "\
示例：
  tuition what-if 编号                        按所关注的要求包
  tuition what-if 编号 编号 --rule us-tx-pe --format json | jq '.rules[].gain'

不会保存任何内容。",
        ),
    },
    CommandHelp {
        path: "due",
        about: (
            "List what has its day soon: targets, sessions, ends of periods",
            "列出即将到期的事项：目标日期、班次、周期截止",
        ),
        after: (
            "\
Examples:
  tuition due                    the next 60 days, what is overdue first
  tuition due --within 3m --format json",
            "\
示例：
  tuition due                    今后 60 天，逾期的在前
  tuition due --within 3m --format json",
        ),
    },
    CommandHelp {
        path: "rules",
        about: ("See requirement packs, and say which bind you", "查看学时要求，选定所关注的要求包"),
        after: ("Examples:\n  tuition rules list", "示例：\n  tuition rules list"),
    },
    CommandHelp {
        path: "rules list",
        about: ("List the requirement packs, bundled and your own", "列出学时要求包，包括自带的和自己的"),
        after: (
            "\
Examples:
  tuition rules list
  tuition --rules my-board.toml rules list
  tuition rules list --format json | jq -r '.rules[].id'

Your own packs are those named with --rules or TUITION_RULES, and those in folders called \
requirements in the data folder and in catalog folders. A pack of yours with the id of a bundled \
one takes its place.",
            "\
示例：
  tuition rules list
  tuition --rules my-board.toml rules list
  tuition rules list --format json | jq -r '.rules[].id'

自己的要求包是用 --rules 或 TUITION_RULES 指定的，以及数据目录和课程目录文件夹中名为 requirements \
的文件夹里的。标识与自带要求包相同时，以自己的为准。",
        ),
    },
    CommandHelp {
        path: "rules show",
        about: (
            "Show what a pack requires, what could not be confirmed, and its sources",
            "显示要求包的全部要求、未能确认之处和来源",
        ),
        after: (
            "\
Examples:
  tuition rules show ncees
  tuition rules show ncees --format json",
            "\
示例：
  tuition rules show ncees
  tuition rules show ncees --format json",
        ),
    },
    CommandHelp {
        path: "rules check",
        about: ("Check requirement packs and run their examples", "检查要求包，并运行其中的示例"),
        after: (
            "\
Examples:
  tuition rules check
  tuition rules check my-board.toml
  tuition rules check --format github packs/

A source that was last checked over a year ago is a warning. Exit codes: 0 no problem (there may \
be warnings), 1 problems or failing examples, 2 a path could not be read.",
            "\
示例：
  tuition rules check
  tuition rules check my-board.toml
  tuition rules check --format github packs/

来源超过一年未核对时给出警告。退出码：0 没有问题（可能有警告），1 有问题或示例未通过，\
2 有路径无法读取。",
        ),
    },
    CommandHelp {
        path: "rules follow",
        about: ("Follow a requirement pack, or change how it binds you", "关注一个要求包，或修改关注设置"),
        after: (
            "\
Examples:
  tuition rules follow cn-mohrss
  tuition rules follow us-tx-pe --since 2025-10-01 --licence \"TX 98765\"
  tuition rules follow us-tx-pe --since renewal   a date of the profile
  tuition rules follow cn-mohrss --total 60       in the period of today only

A rule that is followed already keeps what is not said anew.",
            "\
示例：
  tuition rules follow cn-mohrss
  tuition rules follow us-tx-pe --since 2025-10-01 --licence \"TX 98765\"
  tuition rules follow us-tx-pe --since renewal   个人资料中的日期
  tuition rules follow cn-mohrss --total 60       仅限今天所在的周期

已关注的要求包，没有提到的设置保持不变。",
        ),
    },
    CommandHelp {
        path: "rules unfollow",
        about: ("Follow a requirement pack no longer", "不再关注一个要求包"),
        after: ("Examples:\n  tuition rules unfollow us-tx-pe", "示例：\n  tuition rules unfollow us-tx-pe"),
    },
    CommandHelp {
        path: "profile",
        about: ("Say who you are: name, licence, personal dates", "填写姓名、证书编号和个人日期"),
        after: ("Examples:\n  tuition profile", "示例：\n  tuition profile"),
    },
    CommandHelp {
        path: "profile show",
        about: ("Show the profile, and the rules that are followed", "显示个人资料和所关注的要求包"),
        after: (
            "Examples:\n  tuition profile show\n  tuition profile show --format json | jq -r .name",
            "示例：\n  tuition profile show\n  tuition profile show --format json | jq -r .name",
        ),
    },
    CommandHelp {
        path: "profile set",
        about: ("Set name, licence and dates; empty takes one out", "设置姓名、证书编号和日期；留空则删去"),
        after: (
            "\
Examples:
  tuition profile set --name \"Chen Xi\" --licence \"PE 123456\"
  tuition profile set --date licensed=2024-03-01 --date renewal=licensed+12m
  tuition profile set --date renewal=licensed+24m,end-of-month
  tuition profile set --date renewal=          take it out",
            "\
示例：
  tuition profile set --name 陈曦 --licence \"PE 123456\"
  tuition profile set --date licensed=2024-03-01 --date renewal=licensed+12m
  tuition profile set --date renewal=licensed+24m,end-of-month
  tuition profile set --date renewal=          删去",
        ),
    },
    CommandHelp {
        path: "undo",
        about: (
            "Take back the last change to plan, hours or profile",
            "撤销对计划、学时或个人资料的上一次更改",
        ),
        after: ("Examples:\n  tuition undo", "示例：\n  tuition undo"),
    },
    CommandHelp {
        path: "redo",
        about: ("Do again what was taken back", "重做已撤销的更改"),
        after: ("Examples:\n  tuition redo", "示例：\n  tuition redo"),
    },
];
