//! What the commands around the program do: looking for what is wrong, completion, manual pages.

use super::CommandHelp;

pub static SHELL: &[CommandHelp] = &[
    CommandHelp {
        path: "doctor",
        about: (
            "Look at terminal, language and files: what is wrong, and what to do",
            "检查终端、语言和文件：哪里有误，如何处理",
        ),
        after: (
            "\
Looks only: nothing is written. On a terminal it measures how wide characters are drawn.

Exit codes: 0 nothing is wrong, 1 something ought to be mended.",
            "\
只检查，不写入任何内容。在终端中还会测量字符所占的列数。

退出码：0 一切正常，1 有需要处理的问题。",
        ),
    },
    CommandHelp {
        path: "completions",
        about: (
            "Print what makes a shell complete commands, course ids and rule ids",
            "输出 Shell 补全脚本：补全命令、课程编号和要求编号",
        ),
        after: (
            "\
Put one of these lines into the shell's start file:
  bash        source <(tuition completions bash)
  zsh         source <(tuition completions zsh)
  fish        tuition completions fish | source
  powershell  tuition completions powershell | Out-String | Invoke-Expression

Nushell reads no output at its start: save the script once, and load it there:
  tuition completions nushell | save -f tuition.nu
  source tuition.nu

The shell asks the program, so that courses of your own catalogs complete as well.",
            "\
将对应的一行加入 Shell 的启动文件：
  bash        source <(tuition completions bash)
  zsh         source <(tuition completions zsh)
  fish        tuition completions fish | source
  powershell  tuition completions powershell | Out-String | Invoke-Expression

Nushell 启动时不能读取命令输出：请先保存脚本，再加载：
  tuition completions nushell | save -f tuition.nu
  source tuition.nu

补全由程序实时给出，自己目录中的课程同样可以补全。",
        ),
    },
    CommandHelp {
        path: "man",
        about: (
            "Print the manual page, or write the pages of all commands",
            "输出手册页，或写出所有命令的手册页",
        ),
        after: (
            "\
Examples:
  tuition man | man -l -
  tuition man --dir ~/.local/share/man/man1",
            "\
示例：
  tuition man | man -l -
  tuition man --dir ~/.local/share/man/man1",
        ),
    },
];
