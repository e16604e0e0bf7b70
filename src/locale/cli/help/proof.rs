//! What the commands do that prove something: `report`, `audit`, `evidence`, `export`.

use super::CommandHelp;

pub static PROOF: &[CommandHelp] = &[
    CommandHelp {
        path: "report",
        about: ("Write what was done for other eyes", "生成供他人查阅的文件"),
        after: (
            "Examples:\n  tuition report transcript --rule cn-mohrss -o 2026.html",
            "示例：\n  tuition report transcript --rule cn-mohrss -o 2026.html",
        ),
    },
    CommandHelp {
        path: "report transcript",
        about: (
            "A transcript for one rule and period: entries, figures, and how they come about",
            "按一个要求包生成一个周期的学时记录表：记录、数字及其由来",
        ),
        after: (
            "\
Examples:
  tuition report transcript --rule us-tx-pe -o transcript.html
  tuition report transcript --rule ncees --period last --format csv -o hours.csv
  tuition report transcript --rule cn-mohrss --format json | jq .parts

HTML is one page that prints on A4 from any browser. Where files of the record cannot be read, the \
transcript says so at its top, and the exit code is 3. A period that is over is looked at on the day \
after its end, so that its transcript stays the same.",
            "\
示例：
  tuition report transcript --rule us-tx-pe -o transcript.html
  tuition report transcript --rule ncees --period last --format csv -o hours.csv
  tuition report transcript --rule cn-mohrss --format json | jq .parts

HTML 为单个网页，可用任何浏览器按 A4 打印。如有记录文件无法读取，记录表开头会注明，退出码为 3。\
已结束的周期按结束次日计算，因此记录表不会再变。",
        ),
    },
    CommandHelp {
        path: "report year",
        about: (
            "A year of study in numbers: days, categories by month, tracks, pace",
            "一年的学习情况：日历、按月分类、方向、进度",
        ),
        after: (
            "\
Examples:
  tuition report year
  tuition report year --year 2025 --format md
  tuition report year --format json | jq .paces

The figures are those of the year view (g y). Hours are reckoned by the clock where a unit has a \
length: a class hour is 45 minutes, a PDH 50. Days, events and CPE have none and are named apart. The \
pace is that of the followed requirements today, whichever year is shown; where a cap may cut what \
comes, no day is promised.",
            "\
示例：
  tuition report year
  tuition report year --year 2025 --format md
  tuition report year --format json | jq .paces

数字与全年视图（g y）一致。有时长规定的单位按时长折算：1 学时 45 分钟，1 PDH 50 分钟；天、次和 CPE \
没有规定时长，单独列出。进度按今天所关注的学时要求计算，与所选年份无关；上限可能不计入后续学时时，\
不给出达到日期。",
        ),
    },
    CommandHelp {
        path: "audit",
        about: (
            "Pack transcript, certificates and their hashes into one zip",
            "把记录表、证明材料及其哈希值打包成一个 zip 文件",
        ),
        after: (
            "\
Examples:
  tuition audit us-tx-pe --period 2026 -o audit-2026.zip
  tuition audit pmi-pmp --without-evidence -o a.zip   where proof is wanting

Nothing is packed where an entry that counts has no certificate, or one is missing or altered; the \
list says which. The same record gives the same bytes. The hash of the pack goes to stdout: kept \
elsewhere, it shows that nobody made another. Check a pack with: tuition evidence verify FILE.zip",
            "\
示例：
  tuition audit us-tx-pe --period 2026 -o audit-2026.zip
  tuition audit pmi-pmp --without-evidence -o a.zip   缺少证明材料时也打包

如有计入的记录没有证明材料，或文件缺失、被改动，则不打包并逐条列出。相同的记录得到完全相同的文件。\
材料包的哈希值输出到标准输出，另行保存后可证明材料包未被替换。核验：tuition evidence verify 文件.zip",
        ),
    },
    CommandHelp {
        path: "evidence",
        about: ("Certificates: which there are, and whether they are still the same", "列出并核验证明材料"),
        after: ("Examples:\n  tuition evidence verify", "示例：\n  tuition evidence verify"),
    },
    CommandHelp {
        path: "evidence list",
        about: ("List the certificates of all entries that count", "列出有效记录的证明材料"),
        after: (
            "\
Examples:
  tuition evidence list
  tuition evidence list --missing    entries that have none
  tuition done ID --evidence certificate.pdf",
            "\
示例：
  tuition evidence list
  tuition evidence list --missing    没有证明材料的记录
  tuition done 编号 --evidence certificate.pdf",
        ),
    },
    CommandHelp {
        path: "evidence verify",
        about: (
            "Hash every certificate again, or every file of an audit pack",
            "重新计算每个证明材料或材料包中每个文件的哈希值",
        ),
        after: (
            "\
Examples:
  tuition evidence verify
  tuition evidence verify audit-2026.zip
  tuition evidence verify --format json | jq -r '.files[] | .state'

What is missing or altered is listed, and the exit code is 1. JSON names every file with its state: \
present, missing, altered, unreadable, or, in a pack, unlisted; and the entries that refer to it.",
            "\
示例：
  tuition evidence verify
  tuition evidence verify audit-2026.zip
  tuition evidence verify --format json | jq -r '.files[] | .state'

缺失或被改动的文件会列出，退出码为 1。JSON 列出每个文件及其状态：present（完好）、missing（缺失）、\
altered（被改动）、unreadable（无法读取），材料包中还有 unlisted（不在清单中）；并列出引用它的记录。",
        ),
    },
    CommandHelp {
        path: "export",
        about: ("Write plan and dates for other programs", "导出供其他程序使用的文件"),
        after: ("Examples:\n  tuition export ics -o study.ics", "示例：\n  tuition export ics -o study.ics"),
    },
    CommandHelp {
        path: "export ics",
        about: (
            "Target dates, sessions of planned courses and ends of periods for a calendar",
            "把目标日期、计划课程的班次和周期截止日导出到日历",
        ),
        after: (
            "\
Examples:
  tuition export ics -o study.ics
  tuition export ics -o study.ics --force    again, over the old file

Every event keeps its identity, so that importing the file again doubles nothing.",
            "\
示例：
  tuition export ics -o study.ics
  tuition export ics -o study.ics --force    再次导出，覆盖旧文件

每个日程的标识固定不变，重复导入不会产生重复日程。",
        ),
    },
];
