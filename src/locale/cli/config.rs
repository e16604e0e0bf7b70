//! What `tuition config` and `tuition schema` say: why they could not do what was asked, and what
//! they did.

use crate::config::{Origin, Setting};
use crate::domain::Safe;
use crate::locale::record_problems::shown;
use crate::locale::themes::quoted;
use crate::locale::{Lang, Say};
use std::path::PathBuf;

/// Why a command has no settings to go by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigFailure {
    /// A file that was named and is not there.
    Missing(PathBuf),
    /// Its bytes cannot be had; the cause has been put into words.
    Unreadable { path: PathBuf, cause: String },
    /// `--theme` names one that there is not.
    NoTheme { name: String, near: Option<String>, names: Vec<String> },
    /// The system names no folder for settings, and nobody else does.
    NoFolder,
    /// What VISUAL or EDITOR say is no command.
    NotACommand(String),
    /// The editor could not be started, or ended with an error.
    Editor { command: String, cause: String },
}

impl Say for ConfigFailure {
    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Missing(path), Lang::En) => format!("the settings file {} is not there", shown(path)),
            (Self::Missing(path), Lang::Zh) => format!("设置文件 {} 不存在", shown(path)),
            (Self::Unreadable { path, cause }, Lang::En) => {
                format!("the settings file {} cannot be read: {cause}", shown(path))
            }
            (Self::Unreadable { path, cause }, Lang::Zh) => {
                format!("无法读取设置文件 {}：{cause}", shown(path))
            }
            (Self::NoTheme { name, near, names }, lang) => {
                let (name, near) = (quoted(name), near.as_deref().map(quoted));
                let names = Safe::new(&names.join(lang.either(", ", "、"))).into_string();
                match (lang, near) {
                    (Lang::En, Some(near)) => {
                        format!("there is no theme {name}; did you mean {near}? There are: {names}")
                    }
                    (Lang::En, None) => format!("there is no theme {name}; there are: {names}"),
                    (Lang::Zh, Some(near)) => format!("没有主题 {name}；是否想写 {near}？可选：{names}"),
                    (Lang::Zh, None) => format!("没有主题 {name}；可选：{names}"),
                }
            }
            (Self::NoFolder, Lang::En) => "there is no home folder to keep settings in".to_owned(),
            (Self::NoFolder, Lang::Zh) => "找不到主目录，无处保存设置".to_owned(),
            (Self::NotACommand(text), Lang::En) => format!("\"{text}\" is no command to edit with"),
            (Self::NotACommand(text), Lang::Zh) => format!("“{text}”不是可以用来编辑的命令"),
            (Self::Editor { command, cause }, Lang::En) => {
                format!("the editor \"{command}\" failed: {cause}")
            }
            (Self::Editor { command, cause }, Lang::Zh) => format!("编辑器“{command}”出错：{cause}"),
        }
    }
}

impl ConfigFailure {
    /// What to do about it.
    pub fn hint(&self, lang: Lang) -> &'static str {
        match self {
            Self::Missing(_) => lang.either(
                "check the path given with --config or TUITION_CONFIG, or create it with: tuition config edit",
                "请检查 --config 或 TUITION_CONFIG 给出的路径，或用 tuition config edit 新建",
            ),
            Self::Unreadable { .. } => lang.either(
                "settings are a text file; see an example with: tuition config show",
                "设置应为文本文件；可用 tuition config show 查看示例",
            ),
            Self::NoTheme { .. } => lang.either(
                "or press T in the views to choose one; themes of your own are files in the folder themes beside the settings file",
                "也可在界面中按 T 选择；自己的主题是设置文件旁 themes 文件夹中的文件",
            ),
            Self::NoFolder => lang.either(
                "name a file with --config FILE or TUITION_CONFIG",
                "请用 --config 文件 或环境变量 TUITION_CONFIG 指定",
            ),
            Self::NotACommand(_) => lang.either(
                "set VISUAL or EDITOR to a program, as in VISUAL=nano",
                "请将 VISUAL 或 EDITOR 设为程序，例如 VISUAL=nano",
            ),
            Self::Editor { .. } => lang.either(
                "check what VISUAL and EDITOR say; the file is as it was saved last",
                "请检查 VISUAL 和 EDITOR 的值；文件保持最后一次保存的内容",
            ),
        }
    }
}

/// What a command about settings did or found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigNotice {
    /// The file was not there and now is, with every line out of force.
    Created(PathBuf),
    /// There is no file, so that the defaults hold.
    None(PathBuf),
    Checked {
        path: PathBuf,
        errors: usize,
        warnings: usize,
    },
}

impl Say for ConfigNotice {
    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Created(path), Lang::En) => {
                format!("created {}: every line is out of force until its # is deleted", shown(path))
            }
            (Self::Created(path), Lang::Zh) => {
                format!("已新建 {}：删去行首的 # 后，该行才会生效", shown(path))
            }
            (Self::None(path), Lang::En) => {
                format!("{}: there is no such file, so that the defaults hold", shown(path))
            }
            (Self::None(path), Lang::Zh) => format!("{}：没有此文件，采用默认设置", shown(path)),
            (Self::Checked { path, errors, warnings }, Lang::En) => {
                format!("{}: errors {errors}, warnings {warnings}", shown(path))
            }
            (Self::Checked { path, errors, warnings }, Lang::Zh) => {
                format!("{}：错误 {errors}，警告 {warnings}", shown(path))
            }
        }
    }
}

/// Where a value comes from: the file, the default, or what this variable or option says.
pub fn origin(origin: Origin, says: &str, lang: Lang) -> String {
    match (origin, lang) {
        (Origin::Default, Lang::En) => "default".to_owned(),
        (Origin::Default, Lang::Zh) => "默认值".to_owned(),
        (Origin::File, Lang::En) => "settings file".to_owned(),
        (Origin::File, Lang::Zh) => "设置文件".to_owned(),
        (Origin::Environment, Lang::En) => format!("variable {says}"),
        (Origin::Environment, Lang::Zh) => format!("环境变量 {says}"),
        (Origin::Flag, Lang::En) => format!("option {says}"),
        (Origin::Flag, Lang::Zh) => format!("选项 {says}"),
    }
}

/// What a setting is for, in one line.
impl Say for Setting {
    fn say(&self, lang: Lang) -> String {
        let (en, zh) = match self {
            Self::Language => {
                ("The language of the interface; auto: that of the locale", "界面语言；auto 指系统语言")
            }
            Self::Theme => {
                ("The colours of the screen: a theme's name, or auto", "屏幕配色：主题名称，或 auto")
            }
            Self::Colour => ("When to use colours", "何时使用颜色"),
            Self::Ascii => ("Borders and marks of ASCII characters only", "只用 ASCII 字符绘制边框和标记"),
            Self::AmbiguousWidth => (
                "Columns that the terminal gives to characters of ambiguous width",
                "终端给宽度不定的字符所占的列数",
            ),
            Self::Mouse => ("Whether the program listens to the mouse", "是否使用鼠标"),
            Self::Digits => {
                ("What the digits do: open views, or begin a count", "数字键的作用：切换视图，或开始计数")
            }
            Self::Catalogs => (
                "Catalog files or folders to open instead of the bundled catalog",
                "打开这些目录文件或文件夹，而不是自带目录",
            ),
            Self::Rules => {
                ("Requirement packs of one's own, beside the bundled ones", "自带要求包之外的要求包")
            }
        };
        lang.either(en, zh).to_owned()
    }
}
