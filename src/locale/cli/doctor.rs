//! What `tuition doctor` finds, and what to do about it.

use crate::locale::{Lang, Say};
use std::path::PathBuf;

/// What a finding is about, in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    Program,
    Terminal,
    Language,
    Files,
    Other,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    Good,
    /// Something that is limited, or may be meant so.
    Limited,
    /// Something that ought to be mended.
    Wrong,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    Version(&'static str),
    /// The day that stands for today.
    TodayIsSet(String),
    /// The clock is before the moment in which this entry was written.
    ClockIsBehind {
        entry: String,
    },

    NoTerminal,
    Dumb,
    Terminal(String),
    Size {
        columns: u16,
        rows: u16,
    },
    Small {
        columns: u16,
        rows: u16,
    },
    TrueColour,
    Colours256,
    Colours16,
    /// The variable or option that turns them off.
    NoColours,
    Multiplexer(&'static str),
    Remote,
    /// Every character that was tried takes the columns that the program expects.
    WidthsAgree,
    AmbiguousIsTwo,
    /// A character, the columns expected and those that the terminal gave it.
    WidthDiffers {
        sample: &'static str,
        expected: u16,
        told: u16,
    },
    WidthsUnknown,

    Utf8(String),
    NotUtf8(String),
    NoLocale,
    Speaks(Lang),

    NoDataFolder,
    NothingRecorded(PathBuf),
    DataFolder {
        path: PathBuf,
        entries: usize,
        planned: usize,
    },
    OpenToOthers {
        path: PathBuf,
        files: usize,
    },
    /// Others may change what is in it.
    WritableByOthers(PathBuf),
    OfAnother(PathBuf),
    NotWritable(PathBuf),
    NearlyFull {
        path: PathBuf,
        kilobytes: u64,
    },
    Leftovers(usize),
    RecordProblems(usize),
    Catalog {
        files: usize,
        courses: usize,
    },
    BundledCatalog(usize),
    CatalogProblems(usize),
    Packs {
        packs: usize,
        own: usize,
    },
    PackProblems(usize),
    /// The settings file, which there is.
    Settings(PathBuf),
    SettingsProblems(usize),
    /// Packs whose sources nobody has looked at for over a year.
    StalePacks(usize),

    Editor(String),
    NoEditor(String),
    Opener(String),
    NoOpener,
}

impl Finding {
    pub fn area(&self) -> Area {
        match self {
            Self::Version(_) | Self::TodayIsSet(_) | Self::ClockIsBehind { .. } => Area::Program,
            Self::NoTerminal
            | Self::Dumb
            | Self::Terminal(_)
            | Self::Size { .. }
            | Self::Small { .. }
            | Self::TrueColour
            | Self::Colours256
            | Self::Colours16
            | Self::NoColours
            | Self::Multiplexer(_)
            | Self::Remote
            | Self::WidthsAgree
            | Self::AmbiguousIsTwo
            | Self::WidthDiffers { .. }
            | Self::WidthsUnknown => Area::Terminal,
            Self::Utf8(_) | Self::NotUtf8(_) | Self::NoLocale | Self::Speaks(_) => Area::Language,
            Self::Editor(_) | Self::NoEditor(_) | Self::Opener(_) | Self::NoOpener => Area::Other,
            _ => Area::Files,
        }
    }

    pub fn health(&self) -> Health {
        match self {
            Self::ClockIsBehind { .. }
            | Self::AmbiguousIsTwo
            | Self::NotUtf8(_)
            | Self::NoDataFolder
            | Self::OpenToOthers { .. }
            | Self::WritableByOthers(_)
            | Self::OfAnother(_)
            | Self::NotWritable(_)
            | Self::NearlyFull { .. }
            | Self::RecordProblems(_)
            | Self::CatalogProblems(_)
            | Self::PackProblems(_)
            | Self::SettingsProblems(_) => Health::Wrong,
            Self::TodayIsSet(_)
            | Self::NoTerminal
            | Self::Dumb
            | Self::Small { .. }
            | Self::NoColours
            | Self::Multiplexer(_)
            | Self::Remote
            | Self::WidthDiffers { .. }
            | Self::WidthsUnknown
            | Self::NoLocale
            | Self::Leftovers(_)
            | Self::StalePacks(_)
            | Self::NoEditor(_)
            | Self::NoOpener => Health::Limited,
            _ => Health::Good,
        }
    }

    /// What to do about it, where there is something to do.
    pub fn help(&self, lang: Lang) -> Option<&'static str> {
        let (english, chinese) = match self {
            Self::TodayIsSet(_) => {
                ("unset TUITION_TODAY to go by the clock", "如需按系统时钟，请取消设置 TUITION_TODAY")
            }
            Self::ClockIsBehind { .. } => (
                "set the clock: new entries would be dated before the ones that are there",
                "请校准系统时钟，否则新记录的日期会早于已有记录",
            ),
            Self::NoTerminal => (
                "the views need a terminal; every command works without one, and so does tuition --plain",
                "界面需要终端；各条命令和 tuition --plain 不需要",
            ),
            Self::Dumb => (
                "this terminal cannot move a cursor: tuition opens as a conversation in lines",
                "此终端不能移动光标：tuition 将以逐行文字方式打开",
            ),
            Self::Small { .. } => {
                ("enlarge the window to see list and details side by side", "放大窗口可并排查看列表和详情")
            }
            Self::NoColours => (
                "nothing is told by colour alone; --color always turns it on",
                "所有状态都有文字说明；--color always 可启用颜色",
            ),
            Self::Multiplexer(_) => (
                "for copying out of it: set -g set-clipboard on in tmux; GNU screen passes no copies on",
                "要从中复制：tmux 请设置 set -g set-clipboard on；GNU screen 不转发复制内容",
            ),
            Self::Remote => (
                "copies travel through the terminal (OSC 52); the browser opens on this machine, not on yours",
                "复制通过终端传送（OSC 52）；浏览器在这台主机上打开，而不是您的电脑",
            ),
            Self::AmbiguousIsTwo => (
                "columns shift: use --ambiguous-width 2, or ambiguous-width = 2 in the configuration file",
                "列会错位：请使用 --ambiguous-width 2，或在配置文件中设 ambiguous-width = 2",
            ),
            Self::WidthDiffers { .. } => (
                "a title with such a character may shift what stands to its right",
                "含有此类字符的标题可能使其右侧内容错位",
            ),
            Self::WidthsUnknown => (
                "the terminal did not answer; look at a list with Chinese titles yourself",
                "终端没有回答；请自行查看含中文标题的列表是否对齐",
            ),
            Self::NotUtf8(_) => (
                "choose a UTF-8 locale, such as LANG=C.UTF-8, or use --ascii",
                "请选用 UTF-8 语言环境，例如 LANG=zh_CN.UTF-8，或使用 --ascii",
            ),
            Self::NoLocale => (
                "the interface speaks English; --lang zh-CN for Chinese",
                "界面默认使用英语；--lang zh-CN 使用中文",
            ),
            Self::NoDataFolder => {
                ("name one with --data or TUITION_DATA", "请用 --data 或 TUITION_DATA 指定")
            }
            Self::NothingRecorded(_) => {
                ("it is made when something is saved for the first time", "首次保存时才会创建")
            }
            Self::OpenToOthers { .. } | Self::WritableByOthers(_) => {
                ("take that away: chmod -R go= and the folder", "请收回权限：chmod -R go= 加上该文件夹")
            }
            Self::OfAnother(_) => {
                ("run the program as its owner, without sudo", "请以其所有者身份运行，不要使用 sudo")
            }
            Self::NotWritable(_) => (
                "nothing can be saved there: make it writable, or name another with --data",
                "无法保存：请使其可写，或用 --data 指定其他文件夹",
            ),
            Self::NearlyFull { .. } => ("make room before recording hours", "请在登记学时前清理空间"),
            Self::Leftovers(_) => (
                "a save was cut short; nothing is lost, and the next save takes them away",
                "曾有保存被中断；没有丢失任何内容，下次保存时会清除",
            ),
            Self::RecordProblems(_) => (
                "tuition log list names each with its file and line",
                "tuition log list 会逐一列出文件和行号",
            ),
            Self::CatalogProblems(_) => {
                ("tuition list names each with its file and line", "tuition list 会逐一列出文件和行号")
            }
            Self::PackProblems(_) => (
                "tuition rules check names each with its file and line",
                "tuition rules check 会逐一列出文件和行号",
            ),
            Self::SettingsProblems(_) => (
                "tuition config check names each with its line; the rest holds",
                "tuition config check 会逐一列出行号；其余设置有效",
            ),
            Self::StalePacks(_) => (
                "compare them with their sources: tuition rules check",
                "请对照来源核对：tuition rules check",
            ),
            Self::NoEditor(_) => (
                "set VISUAL or EDITOR to an editor that is installed",
                "请将 VISUAL 或 EDITOR 设为已安装的编辑器",
            ),
            Self::NoOpener => {
                ("set BROWSER, or copy addresses with y u", "请设置 BROWSER，或用 y u 复制网址")
            }
            _ => return None,
        };
        Some(lang.either(english, chinese))
    }
}

impl Say for Finding {
    fn say(&self, lang: Lang) -> String {
        if lang.is_chinese() { chinese(self) } else { english(self) }
    }
}

fn english(finding: &Finding) -> String {
    use Finding as F;
    match finding {
        F::Version(version) => format!("tuition {version}"),
        F::TodayIsSet(day) => format!("TUITION_TODAY says that today is {day}"),
        F::ClockIsBehind { entry } => {
            format!("the clock is behind the moment at which the entry {entry} was written")
        }
        F::NoTerminal => "no terminal on input and output".to_owned(),
        F::Dumb => "TERM is dumb".to_owned(),
        F::Terminal(term) => format!("TERM is {term}"),
        F::Size { columns, rows } => format!("{columns} columns, {rows} rows"),
        F::Small { columns, rows } => format!("{columns} columns, {rows} rows: one pane at a time"),
        F::TrueColour => "24-bit colour".to_owned(),
        F::Colours256 => "256 colours".to_owned(),
        F::Colours16 => "16 colours".to_owned(),
        F::NoColours => "no colour: NO_COLOR, --color never or TERM says so".to_owned(),
        F::Multiplexer(name) => format!("inside {name}"),
        F::Remote => "over SSH".to_owned(),
        F::WidthsAgree => "Chinese, lines and signs take the columns that they should".to_owned(),
        F::AmbiguousIsTwo => "the terminal gives two columns to characters of ambiguous width".to_owned(),
        F::WidthDiffers { sample, expected, told } => {
            format!("the terminal gives {sample} {told} columns, not {expected}")
        }
        F::WidthsUnknown => "the widths of characters could not be measured".to_owned(),
        F::Utf8(locale) => format!("the locale is {locale}"),
        F::NotUtf8(locale) => format!("the locale {locale} is not UTF-8"),
        F::NoLocale => "no locale is set".to_owned(),
        F::Speaks(Lang::En) => "the interface speaks English".to_owned(),
        F::Speaks(Lang::Zh) => "the interface speaks Chinese".to_owned(),
        F::NoDataFolder => "there is no folder for plan and hours".to_owned(),
        F::NothingRecorded(path) => format!("nothing recorded yet; it would be in {}", path.display()),
        F::DataFolder { path, entries, planned } => {
            let hours = if *entries == 1 { "1 entry" } else { &format!("{entries} entries") };
            format!("{}: {planned} planned, {hours} of hours", path.display())
        }
        F::OpenToOthers { path, files: 0 } => {
            format!("other people on this machine may look into {}", path.display())
        }
        F::OpenToOthers { path, files } => {
            format!("other people on this machine may read {files} files in {}", path.display())
        }
        F::WritableByOthers(path) => {
            format!("other people on this machine may change what is in {}", path.display())
        }
        F::OfAnother(path) => format!("{} belongs to another user", path.display()),
        F::NotWritable(path) => format!("{} cannot be written to", path.display()),
        F::NearlyFull { path, kilobytes } => format!("only {kilobytes} kB are left for {}", path.display()),
        F::Leftovers(1) => "a temporary file was left behind".to_owned(),
        F::Leftovers(count) => format!("{count} temporary files were left behind"),
        F::RecordProblems(1) => "1 problem in plan, profile and hours".to_owned(),
        F::RecordProblems(count) => format!("{count} problems in plan, profile and hours"),
        F::Catalog { files: 1, courses } => format!("catalog: 1 file, {courses} courses"),
        F::Catalog { files, courses } => format!("catalog: {files} files, {courses} courses"),
        F::BundledCatalog(courses) => format!("catalog: the bundled one, {courses} courses"),
        F::CatalogProblems(1) => "1 problem in the catalog".to_owned(),
        F::CatalogProblems(count) => format!("{count} problems in the catalog"),
        F::Packs { packs, own: 0 } => format!("requirement packs: {packs}, all bundled"),
        F::Packs { packs, own } => format!("requirement packs: {packs}, {own} of your own"),
        F::Settings(path) => format!("settings: {}", path.display()),
        F::SettingsProblems(1) => "1 problem in the settings".to_owned(),
        F::SettingsProblems(count) => format!("{count} problems in the settings"),
        F::PackProblems(1) => "1 problem in requirement packs".to_owned(),
        F::PackProblems(count) => format!("{count} problems in requirement packs"),
        F::StalePacks(1) => "1 pack was last compared with its sources over a year ago".to_owned(),
        F::StalePacks(count) => {
            format!("{count} packs were last compared with their sources over a year ago")
        }
        F::Editor(editor) => format!("editor: {editor}"),
        F::NoEditor(editor) => format!("the editor {editor} is not installed"),
        F::Opener(opener) => format!("addresses open by {opener}"),
        F::NoOpener => "nothing is installed that opens addresses".to_owned(),
    }
}

fn chinese(finding: &Finding) -> String {
    use Finding as F;
    match finding {
        F::Version(version) => format!("tuition {version}"),
        F::TodayIsSet(day) => format!("TUITION_TODAY 将今天设为 {day}"),
        F::ClockIsBehind { entry } => format!("系统时钟早于记录 {entry} 的写入时间"),
        F::NoTerminal => "输入和输出不是终端".to_owned(),
        F::Dumb => "TERM 为 dumb".to_owned(),
        F::Terminal(term) => format!("TERM 为 {term}"),
        F::Size { columns, rows } => format!("{columns} 列，{rows} 行"),
        F::Small { columns, rows } => format!("{columns} 列，{rows} 行：一次只显示一个窗格"),
        F::TrueColour => "24 位颜色".to_owned(),
        F::Colours256 => "256 色".to_owned(),
        F::Colours16 => "16 色".to_owned(),
        F::NoColours => "不使用颜色：由 NO_COLOR、--color never 或 TERM 决定".to_owned(),
        F::Multiplexer(name) => format!("运行于 {name} 中"),
        F::Remote => "通过 SSH 连接".to_owned(),
        F::WidthsAgree => "汉字、线条和符号所占列数正确".to_owned(),
        F::AmbiguousIsTwo => "终端让宽度不定的字符占两列".to_owned(),
        F::WidthDiffers { sample, expected, told } => {
            format!("终端让 {sample} 占 {told} 列，而不是 {expected} 列")
        }
        F::WidthsUnknown => "无法测量字符宽度".to_owned(),
        F::Utf8(locale) => format!("语言环境为 {locale}"),
        F::NotUtf8(locale) => format!("语言环境 {locale} 不是 UTF-8"),
        F::NoLocale => "未设置语言环境".to_owned(),
        F::Speaks(Lang::En) => "界面使用英语".to_owned(),
        F::Speaks(Lang::Zh) => "界面使用中文".to_owned(),
        F::NoDataFolder => "没有存放计划和学时的文件夹".to_owned(),
        F::NothingRecorded(path) => format!("尚无记录；将保存在 {}", path.display()),
        F::DataFolder { path, entries, planned } => {
            format!("{}：计划 {planned} 门，学时记录 {entries} 条", path.display())
        }
        F::OpenToOthers { path, files: 0 } => format!("本机其他用户可以查看 {}", path.display()),
        F::OpenToOthers { path, files } => {
            format!("本机其他用户可以读取 {} 中的 {files} 个文件", path.display())
        }
        F::WritableByOthers(path) => format!("本机其他用户可以改动 {} 中的内容", path.display()),
        F::OfAnother(path) => format!("{} 属于其他用户", path.display()),
        F::NotWritable(path) => format!("{} 不可写", path.display()),
        F::NearlyFull { path, kilobytes } => format!("{} 只剩 {kilobytes} kB 空间", path.display()),
        F::Leftovers(count) => format!("留有 {count} 个临时文件"),
        F::RecordProblems(count) => format!("计划、个人信息和学时记录中有 {count} 个问题"),
        F::Catalog { files, courses } => format!("课程目录：{files} 个文件，{courses} 门课程"),
        F::BundledCatalog(courses) => format!("课程目录：自带目录，{courses} 门课程"),
        F::CatalogProblems(count) => format!("课程目录中有 {count} 个问题"),
        F::Packs { packs, own: 0 } => format!("要求包：{packs} 个，均为自带"),
        F::Packs { packs, own } => format!("要求包：{packs} 个，其中自有 {own} 个"),
        F::PackProblems(count) => format!("要求包中有 {count} 个问题"),
        F::Settings(path) => format!("设置：{}", path.display()),
        F::SettingsProblems(count) => format!("设置中有 {count} 个问题"),
        F::StalePacks(count) => format!("{count} 个要求包已逾一年未与来源核对"),
        F::Editor(editor) => format!("编辑器：{editor}"),
        F::NoEditor(editor) => format!("未安装编辑器 {editor}"),
        F::Opener(opener) => format!("网址由 {opener} 打开"),
        F::NoOpener => "没有可打开网址的程序".to_owned(),
    }
}

impl Say for Area {
    fn say(&self, lang: Lang) -> String {
        let (english, chinese) = match self {
            Self::Program => ("Program", "程序"),
            Self::Terminal => ("Terminal", "终端"),
            Self::Language => ("Language", "语言"),
            Self::Files => ("Files", "文件"),
            Self::Other => ("Other programs", "其他程序"),
        };
        lang.either(english, chinese).to_owned()
    }
}

impl Say for Health {
    fn say(&self, lang: Lang) -> String {
        let (english, chinese) = match self {
            Self::Good => ("good", "正常"),
            Self::Limited => ("note", "提示"),
            Self::Wrong => ("wrong", "有误"),
        };
        lang.either(english, chinese).to_owned()
    }
}

impl Health {
    /// The word for machines.
    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Limited => "note",
            Self::Wrong => "wrong",
        }
    }
}
