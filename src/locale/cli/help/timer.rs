//! What the study timer's commands do.

use super::CommandHelp;

pub static TIMER: &[CommandHelp] = &[
    CommandHelp {
        path: "timer",
        about: ("Time study on a course", "为课程学习计时"),
        after: (
            "\
Examples:
  tuition timer start ID
  tuition timer stop --record

The timer goes on while the program is closed. Nothing is recorded before that is asked for; what was \
measured waits until it is recorded or discarded.",
            "\
示例：
  tuition timer start 编号
  tuition timer stop --record

关闭程序后计时继续。未经要求不会登记；已计的时间会保留，直到登记或放弃。",
        ),
    },
    CommandHelp {
        path: "timer start",
        about: ("Start the timer on a course of the catalog or the plan", "开始为目录或计划中的课程计时"),
        after: ("Examples:\n  tuition timer start ID", "示例：\n  tuition timer start 编号"),
    },
    CommandHelp {
        path: "timer stop",
        about: ("Stop the timer", "停止计时"),
        after: (
            "\
Examples:
  tuition timer stop
  tuition timer stop --record

With --record the clock hours, rounded down to the hundredth, are saved as an entry with the course's \
values; also those of a timer that was stopped before. A time of more than 16 hours, or one that ended \
before it began, is never recorded by itself: say the hours with tuition done.",
            "\
示例：
  tuition timer stop
  tuition timer stop --record

加 --record 时，按时钟小时（向下取到百分之一）以课程信息登记一条记录；此前停止而未登记的计时也可登记。\
超过 16 小时，或结束早于开始的计时不会自动登记，请用 tuition done 填写学时。",
        ),
    },
    CommandHelp {
        path: "timer status",
        about: ("Say what runs and what waits to be recorded", "查看正在进行和待登记的计时"),
        after: (
            "Examples:\n  tuition timer status\n  tuition timer status --format json",
            "示例：\n  tuition timer status\n  tuition timer status --format json",
        ),
    },
    CommandHelp {
        path: "timer discard",
        about: ("Throw away what runs, or what waits", "放弃正在进行或待登记的计时"),
        after: ("Examples:\n  tuition timer discard", "示例：\n  tuition timer discard"),
    },
];
