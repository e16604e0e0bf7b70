//! The help of the commands about settings.

use super::CommandHelp;

pub(super) static CONFIG: &[CommandHelp] = &[
    CommandHelp {
        path: "config",
        about: ("Settings and keys, and where everything is", "设置和按键，以及各文件的位置"),
        after: (
            "\
Examples:
  tuition config edit
  tuition config show --effective

Options win over variables of the environment, and both over the settings file. Without a file the \
defaults hold.",
            "\
示例：
  tuition config edit
  tuition config show --effective

命令行选项优先于环境变量，二者均优先于设置文件。没有设置文件时采用默认值。",
        ),
    },
    CommandHelp {
        path: "config path",
        about: ("List the files and folders in use", "列出所用的文件和文件夹"),
        after: (
            "\
Examples:
  tuition config path
  tuition config path --format json | jq -r .data.path

Files named *.toml in the folders called requirements are your own requirement packs, those in the \
folder called themes your own themes.",
            "\
示例：
  tuition config path
  tuition config path --format json | jq -r .data.path

名为 requirements 的文件夹中的 *.toml 文件即为自己的要求包，名为 themes 的文件夹中的即为自己的主题。",
        ),
    },
    CommandHelp {
        path: "config show",
        about: (
            "Print the settings and keys with their defaults, explained",
            "显示全部设置和按键的默认值及说明",
        ),
        after: (
            "\
Examples:
  tuition config show
  tuition config show --effective
  tuition config show --effective --format json",
            "\
示例：
  tuition config show
  tuition config show --effective
  tuition config show --effective --format json",
        ),
    },
    CommandHelp {
        path: "config edit",
        about: (
            "Open the settings file in your editor, and check it afterwards",
            "用编辑器打开设置文件，之后进行检查",
        ),
        after: (
            "\
Examples:
  tuition config edit

The editor is what VISUAL or EDITOR says. A file that is not there yet is created with every setting \
explained and none in force.",
            "\
示例：
  tuition config edit

编辑器由 VISUAL 或 EDITOR 指定。文件不存在时会新建，其中列出全部设置及说明，但均不生效。",
        ),
    },
    CommandHelp {
        path: "config check",
        about: ("Name every mistake in the settings file", "列出设置文件中的所有错误"),
        after: (
            "\
Examples:
  tuition config check
  tuition config check --format json

Exit code: 0 nothing wrong, 1 something is wrong, 3 the file cannot be read.",
            "\
示例：
  tuition config check
  tuition config check --format json

退出码：0 没有错误，1 有错误，3 无法读取文件。",
        ),
    },
    CommandHelp {
        path: "schema",
        about: (
            "Print the JSON Schema of a file, for editors that complete and check",
            "输出文件的 JSON Schema，供编辑器补全和检查",
        ),
        after: (
            "Examples:\n  tuition schema config > config.schema.json",
            "示例：\n  tuition schema config > config.schema.json",
        ),
    },
];
