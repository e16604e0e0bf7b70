//! What the commands on saved views do: `view list`, `view save`, `view remove`.

use super::CommandHelp;

pub static VIEWS: &[CommandHelp] = &[
    CommandHelp {
        path: "view",
        about: ("Save queries under names, list them, take them out", "以名称保存查询，列出或删去"),
        after: (
            "\
Examples:
  tuition view save short 'hours:<=8 -is:done'
  tuition list @short track:leadership

A saved view is a term of the query language: @short, -@short, @short | @next. What it says of order \
and number (sort:, limit:) holds unless the query around it says otherwise.",
            "\
示例：
  tuition view save short 'hours:<=8 -is:done'
  tuition list @short track:leadership

已保存的视图可用作查询中的一项：@short、-@short、@short | @next。视图中的 sort: 和 limit: \
在外层查询未另行指定时有效。",
        ),
    },
    CommandHelp {
        path: "view list",
        about: (
            "List the saved views and how many courses each finds now",
            "列出已保存的视图及当前符合的课程数",
        ),
        after: (
            "Examples:\n  tuition view list\n  tuition view list --format json",
            "示例：\n  tuition view list\n  tuition view list --format json",
        ),
    },
    CommandHelp {
        path: "view save",
        about: (
            "Save a query under a name, or in the place of what it named",
            "以名称保存查询；同名视图将被替换",
        ),
        after: (
            "\
Examples:
  tuition view save short 'hours:<=8 -is:done'
  tuition view save 领导力 'track:leadership sort:hours'

A name has letters of any script, digits, - and _. A view may name others, not itself.",
            "\
示例：
  tuition view save short 'hours:<=8 -is:done'
  tuition view save 领导力 'track:leadership sort:hours'

名称可用任何文字、数字、- 和 _。视图可以引用其他视图，但不能引用自身。",
        ),
    },
    CommandHelp {
        path: "view remove",
        about: ("Take a saved view out", "删去已保存的视图"),
        after: ("Examples:\n  tuition view remove short", "示例：\n  tuition view remove short"),
    },
];
