//! The help pages, in both languages.

use crate::{Sandbox, assert_snapshot};

const COMMANDS: &[&[&str]] = &[
    &[],
    &["list"],
    &["show"],
    &["plan"],
    &["plan", "add"],
    &["plan", "remove"],
    &["plan", "move"],
    &["plan", "edit"],
    &["plan", "list"],
    &["done"],
    &["log"],
    &["log", "add"],
    &["log", "list"],
    &["log", "show"],
    &["log", "edit"],
    &["log", "void"],
    &["status"],
    &["what-if"],
    &["due"],
    &["rules"],
    &["rules", "list"],
    &["rules", "show"],
    &["rules", "check"],
    &["rules", "follow"],
    &["rules", "unfollow"],
    &["profile"],
    &["profile", "show"],
    &["profile", "set"],
    &["undo"],
    &["redo"],
    &["config"],
    &["config", "path"],
];

#[test]
fn every_command_has_help_with_an_example() {
    let sandbox = Sandbox::new();
    for command in COMMANDS {
        let pages = [
            (sandbox.run([*command, &["--help"]].concat()), "Examples:\n  tuition ", "Usage: tuition"),
            (sandbox.run_zh([*command, &["--help"]].concat()), "示例：\n  tuition ", "用法：tuition"),
        ];
        for (page, examples, usage) in pages {
            assert_eq!(page.code, Some(0), "{command:?}");
            assert!(page.stdout.contains(examples) && page.stdout.contains(usage), "{command:?}: {page}");
        }
    }
}

/// Each way to ask for a page gives the same one.
#[test]
fn help_can_be_asked_for_in_many_ways() {
    let sandbox = Sandbox::new();
    let page = sandbox.run_zh(["plan", "add", "--help"]).to_string();
    for args in [
        &["--lang", "zh-CN", "plan", "add", "-h"][..],
        &["plan", "add", "--help", "--lang=zh"],
        &["--lang", "zh", "help", "plan", "add"],
        &["--lang", "zh", "plan", "help", "add"],
    ] {
        assert_eq!(sandbox.run(args).to_string(), page, "{args:?}");
    }
    let bare = sandbox.run_zh(["plan"]);
    assert_eq!((bare.code, bare.stdout.as_str()), (Some(2), ""), "a group alone does nothing");
    assert_eq!(bare.stderr, sandbox.run_zh(["plan", "--help"]).stdout);
}

#[test]
fn help_tells_the_whole_story_on_one_page() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["--help"]), @r"
    Find a course, plan it, record the hours; without a command the views open

    Usage: tuition [OPTIONS] [PATH]... [COMMAND]

    Commands:
      list         List the courses that match a query, best first [alias: ls]
      show         Show courses in full
      plan         Keep the learning plan
      done         Record the hours of a catalog course
      log          Keep the hours record
      status       Show what is required, counted, planned and missing under each rule
      what-if      Show what courses would change, as if they were passed
      due          List what has its day soon: targets, sessions, ends of periods
      rules        See requirement packs, and say which bind you
      profile      Say who you are: name, licence, personal dates
      view         Save queries under names, list them, take them out
      timer        Time study on a course
      report       Write what was done for other eyes
      audit        Pack transcript, certificates and their hashes into one zip
      evidence     Certificates: which there are, and whether they are still the same
      export       Write plan and dates for other programs
      undo         Take back the last change to plan, hours or profile
      redo         Do again what was taken back
      config       Settings and keys, and where everything is
      schema       Print the JSON Schema of a file, for editors that complete and check
      doctor       Look at terminal, language and files: what is wrong, and what to do
      completions  Print what makes a shell complete commands, course ids and rule ids
      man          Print the manual page, or write the pages of all commands
      help         Print this message or the help of the given command

    Arguments:
      [PATH]...  Catalog files or folders to open instead of the bundled catalog, as with -C

    Options:
          --plain    The views in words: a conversation of lines, for screen readers, scripts and dumb
                     terminals
      -h, --help     Print help
      -V, --version  Print version

    Everywhere:
      -C, --catalog <PATH>  A catalog file or folder to open instead of the bundled catalog; may be
                            repeated
          --rules <PATH>    A requirement pack, or a folder of them, beside the bundled ones; may be
                            repeated
          --data <DIR>      The folder of the plan and the hours
          --config <FILE>   The settings file, instead of the usual one
          --lang <LANG>     Language of messages: en or zh-CN
          --color <WHEN>    When to use colour; auto: on a terminal [possible values: auto, always,
                            never]
          --theme <NAME>    The colours of the screen: a theme's name, or auto
          --ascii           Draw borders and marks with ASCII characters
          --ambiguous-width <COLUMNS>
                            Columns that the terminal gives to characters of ambiguous width [possible
                            values: 1, 2]
          --no-mouse        Leave the mouse to the terminal, which selects text
      -q, --quiet           Data and errors only
      -v, --verbose         Say which catalog and folder are used

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
      6  saved but could not report
    ");
    assert_snapshot!(sandbox.run(["done", "--help"]), @r"
    Record the hours of a catalog course

    Usage: tuition done [OPTIONS] <ID>

    Arguments:
      <ID>  A course id, or its beginning

    Options:
          --hours <N>            How much, at most two decimals
          --unit <UNIT>          What the hours are counted in [possible values: hour, class-hour, pdh,
                                 pdu, cpe, ceu, day, event]
          --on <DATE>            The day of study: 2026-05-20, today, yesterday, -3d
          --category <CATEGORY>  What the hours count as, such as professional; may be repeated; none
                                 for no category
          --form <FORM>          How it was learnt, or none [possible values: lecture, workshop,
                                 training, seminar, conference, coaching, competition, self-study,
                                 teaching, paper, patent, degree, exam, none]
          --result <RESULT>      How it ended [possible values: in-progress, completed, passed, failed,
                                 withdrawn]
          --provider <TEXT>      Who ran it
          --url <URL>            Where it is described
          --note <TEXT>          Anything worth remembering
          --evidence <FILE>      A certificate to copy into the record; may be repeated
      -h, --help                 Print help

    Everywhere:
      -C, --catalog <PATH>  A catalog file or folder to open instead of the bundled catalog; may be
                            repeated
          --rules <PATH>    A requirement pack, or a folder of them, beside the bundled ones; may be
                            repeated
          --data <DIR>      The folder of the plan and the hours
          --config <FILE>   The settings file, instead of the usual one
          --lang <LANG>     Language of messages: en or zh-CN
          --color <WHEN>    When to use colour; auto: on a terminal [possible values: auto, always,
                            never]
          --theme <NAME>    The colours of the screen: a theme's name, or auto
          --ascii           Draw borders and marks with ASCII characters
          --ambiguous-width <COLUMNS>
                            Columns that the terminal gives to characters of ambiguous width [possible
                            values: 1, 2]
          --no-mouse        Leave the mouse to the terminal, which selects text
      -q, --quiet           Data and errors only
      -v, --verbose         Say which catalog and folder are used

    Examples:
      tuition done ID                              today, with the course's hours
      tuition done ID --on 2026-05-20 --hours 6.5 --category professional
      tuition done ID --result passed
    ");
}

#[test]
fn help_speaks_chinese() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run_zh(["--help"]), @r"
    查找课程、制定计划、记录学时；不带命令时打开界面

    用法：tuition [选项] [路径]... [命令]

    命令：
      list         列出符合条件的课程，最相关的在前 [别名：ls]
      show         显示课程的全部信息
      plan         管理学习计划
      done         记录目录中课程的学时
      log          管理学时记录
      status       按要求包显示要求、已计、计划和尚缺的学时
      what-if      推算学完某些课程后的变化
      due          列出即将到期的事项：目标日期、班次、周期截止
      rules        查看学时要求，选定所关注的要求包
      profile      填写姓名、证书编号和个人日期
      view         以名称保存查询，列出或删去
      timer        为课程学习计时
      report       生成供他人查阅的文件
      audit        把记录表、证明材料及其哈希值打包成一个 zip 文件
      evidence     列出并核验证明材料
      export       导出供其他程序使用的文件
      undo         撤销对计划、学时或个人资料的上一次更改
      redo         重做已撤销的更改
      config       设置和按键，以及各文件的位置
      schema       输出文件的 JSON Schema，供编辑器补全和检查
      doctor       检查终端、语言和文件：哪里有误，如何处理
      completions  输出 Shell 补全脚本：补全命令、课程编号和要求编号
      man          输出手册页，或写出所有命令的手册页
      help         显示本帮助，或所给命令的帮助

    参数：
      [路径]...  要打开的目录文件或文件夹，与 -C 相同

    选项：
          --plain    文字对话代替全屏界面：逐行问答，适合读屏软件、脚本和简单终端
      -h, --help     显示帮助
      -V, --version  显示版本

    通用选项：
      -C, --catalog <路径>          打开此目录文件或文件夹，而不是自带目录；可重复
          --rules <路径>            自带要求包之外的要求包文件或文件夹；可重复
          --data <目录>             存放计划和学时的目录
          --config <文件>           改用此设置文件
          --lang <语言>             界面语言：en 或 zh-CN
          --color <时机>            何时使用颜色；auto 指仅在终端上 [可用值：auto、always、never]
          --theme <名称>            屏幕配色：主题名称，或 auto
          --ascii                   只用 ASCII 字符绘制边框和标记
          --ambiguous-width <列数>  终端给宽度不定的字符所占的列数 [可用值：1、2]
          --no-mouse                不使用鼠标，交给终端选取文字
      -q, --quiet                   只输出数据和错误
      -v, --verbose                 说明所用的课程目录和数据目录

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
      6  已保存，但无法报告
    ");
    assert_snapshot!(sandbox.run_zh(["log", "add", "--help"]), @r"
    记录学时，目录之外的学习也可以

    用法：tuition log add [选项] [名称]

    参数：
      [名称]  学习内容的名称

    选项：
          --hours <数值>     学了多少，最多两位小数
          --unit <单位>      学时单位 [可用值：hour、class-hour、pdh、pdu、cpe、ceu、day、event]
          --on <日期>        学习日期：2026-05-20、今天、昨天、-3d
          --category <类别>  计入的类别，例如 professional；可重复；none 表示不设
          --form <形式>      学习形式，或 none（不注明） [可用值：lecture、workshop、training、seminar、
                             conference、coaching、competition、self-study、teaching、paper、patent、
                             degree、exam、none]
          --result <结果>    学习结果 [可用值：in-progress、completed、passed、failed、withdrawn]
          --provider <文字>  举办单位
          --url <网址>       介绍网页
          --note <文字>      备注
          --evidence <文件>  要存入记录的证明材料；可重复
          --course <编号>    所属课程；未给出的内容取自该课程
          --batch <->        从标准输入读取多条记录 [可用值：-]
      -h, --help             显示帮助

    通用选项：
      -C, --catalog <路径>          打开此目录文件或文件夹，而不是自带目录；可重复
          --rules <路径>            自带要求包之外的要求包文件或文件夹；可重复
          --data <目录>             存放计划和学时的目录
          --config <文件>           改用此设置文件
          --lang <语言>             界面语言：en 或 zh-CN
          --color <时机>            何时使用颜色；auto 指仅在终端上 [可用值：auto、always、never]
          --theme <名称>            屏幕配色：主题名称，或 auto
          --ascii                   只用 ASCII 字符绘制边框和标记
          --ambiguous-width <列数>  终端给宽度不定的字符所占的列数 [可用值：1、2]
          --no-mouse                不使用鼠标，交给终端选取文字
      -q, --quiet                   只输出数据和错误
      -v, --verbose                 说明所用的课程目录和数据目录

    示例：
      tuition log add 焊接技术研讨会 --hours 6.5 --on 昨天
      tuition log add --batch - < entries.jsonl

    成批记录时，每行是一个 JSON 对象，可用的键为 title、hours、unit、on、categories、form、result、
    provider、url、note 和 course。每一行保存之后才输出“saved 编号”；有误的行在标准错误中指出，其余各行
    照常保存，退出码为 3。
    ");
}
