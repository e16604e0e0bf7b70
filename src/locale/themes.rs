//! Themes in words: their list, what keeping one came to, and what is wrong with a theme file.

use super::catalog_problems::diagnostic;
use super::record_problems::shown;
use super::{Lang, Say};
use crate::config::theme::{AUTO, ThemeMistake, ThemeProblem};
use crate::domain::Safe;
use crate::store::catalog::Severity;
use crate::store::place::Place;
use crate::store::settings_file::NotKept;
use std::io::ErrorKind;
use std::path::Path;

/// What a theme inside the program is for; one of the person's own says nothing of itself.
pub fn about(lang: Lang, name: &str) -> &'static str {
    let (en, zh) = match name {
        AUTO => ("by the terminal's background", "随终端背景"),
        "dark" => ("for dark terminals", "适合深色终端"),
        "light" => ("for light terminals", "适合浅色终端"),
        "high-contrast" => ("on a background of its own", "自带背景，对比鲜明"),
        "mono" => ("without colours", "不用颜色"),
        "neutral" => ("for dark and light ones", "深浅皆宜"),
        _ => ("your own", "自定义"),
    };
    lang.either(en, zh)
}

/// Where no theme shows its colours.
pub fn colourless(lang: Lang) -> &'static str {
    lang.either("No colours are wanted here (NO_COLOR, --color).", "此处不显示颜色（NO_COLOR、--color）。")
}

/// A theme holds, and is in the file.
pub fn kept(lang: Lang, name: &str, path: &Path) -> String {
    let (name, path) = (quoted(name), shown(path));
    match lang {
        Lang::En => format!("theme {name}, written to {path}"),
        Lang::Zh => format!("已换用主题 {name}，并写入 {path}"),
    }
}

/// There is no file to keep it in.
pub fn for_now(lang: Lang, name: &str) -> String {
    let name = quoted(name);
    match lang {
        Lang::En => format!("Theme {name} until you quit: there is no folder for settings."),
        Lang::Zh => format!("主题 {name} 只用到退出为止：没有存放设置的文件夹。"),
    }
}

/// It holds, but only now.
pub fn not_kept(lang: Lang, name: &str, why: &NotKept) -> String {
    let (name, why) = (quoted(name), why.say(lang));
    match lang {
        Lang::En => format!("Theme {name} until you quit; not written: {why}"),
        Lang::Zh => format!("主题 {name} 只用到退出为止；未写入：{why}"),
    }
}

impl Say for NotKept {
    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NotToml { path }, Lang::En) => {
                format!("{} is not TOML and was left as it is. Correct it first.", shown(path))
            }
            (Self::NotToml { path }, Lang::Zh) => {
                format!("{} 不是 TOML，未作改动。请先改正。", shown(path))
            }
            (Self::Failed { path, cause }, Lang::En) => format!("{}: {}.", shown(path), cause.en()),
            (Self::Failed { path, cause }, Lang::Zh) => format!("{}：{}。", shown(path), cause.zh()),
        }
    }
}

impl Say for ThemeProblem {
    fn say(&self, lang: Lang) -> String {
        let what = self.mistake.say(lang);
        match self.file {
            None => what,
            Some(_) => diagnostic(lang, &place(self), Severity::Error, &what, None),
        }
    }
}

/// The place of a mistake as other files have theirs.
pub fn place(problem: &ThemeProblem) -> Place {
    let ThemeProblem { file, line, column, .. } = problem;
    let place = Place::whole(file.clone().unwrap_or_default());
    match line {
        0 => place,
        _ => Place { line: *line, column: *column, end_line: *line, end_column: column + 1, ..place },
    }
}

impl Say for ThemeMistake {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => en(self),
            Lang::Zh => zh(self),
        }
    }
}

fn en(mistake: &ThemeMistake) -> String {
    match mistake {
        ThemeMistake::Unreadable(ErrorKind::InvalidData) => {
            "this theme is not UTF-8 text; save it as UTF-8".to_owned()
        }
        ThemeMistake::Unreadable(ErrorKind::FileTooLarge) => {
            "this is larger than any theme; it was not read".to_owned()
        }
        ThemeMistake::Unreadable(kind) => format!("this theme cannot be read ({kind})"),
        ThemeMistake::NameTaken => {
            "a theme inside the program has this name; call the file something else".to_owned()
        }
        ThemeMistake::NotToml => {
            "this is not TOML, so nothing of the theme holds; a line is role = \"colour\"".to_owned()
        }
        ThemeMistake::UnknownRole { name, near } => match near {
            Some(near) => format!("no part of the screen is called {}; did you mean {near}?", quoted(name)),
            None => format!("no part of the screen is called {}; the line was left out", quoted(name)),
        },
        ThemeMistake::NotText => "a style is a text in quotation marks, such as \"bold green\"".to_owned(),
        ThemeMistake::UnknownWord { word, near } => match near {
            Some(near) => format!("{} is no colour; did you mean {near}?", quoted(word)),
            None => format!(
                "{} is no colour: write a name such as green, a number to 255, or #rrggbb",
                quoted(word)
            ),
        },
        ThemeMistake::SecondColour => {
            "one style has one colour; a background is written with on: \"white on blue\"".to_owned()
        }
        ThemeMistake::NothingAfterOn => "a colour is missing behind on".to_owned(),
        ThemeMistake::UnknownBase { name, near } => match near {
            Some(near) => format!("there is no theme {} to inherit from; did you mean {near}?", quoted(name)),
            None => format!("there is no theme {} to inherit from; neutral was taken", quoted(name)),
        },
        ThemeMistake::Circle { names } => {
            format!("these themes inherit from each other in a circle: {}", joined(names, ", "))
        }
        ThemeMistake::NoSuchTheme { name, near, names } => {
            let meant =
                near.as_ref().map(|near| format!(" Did you mean {}?", quoted(near))).unwrap_or_default();
            format!(
                "there is no theme {}; auto was taken.{meant} There are: {}.",
                quoted(name),
                joined(names, ", ")
            )
        }
    }
}

fn zh(mistake: &ThemeMistake) -> String {
    match mistake {
        ThemeMistake::Unreadable(ErrorKind::InvalidData) => {
            "此主题不是 UTF-8 文本，请另存为 UTF-8".to_owned()
        }
        ThemeMistake::Unreadable(ErrorKind::FileTooLarge) => "文件过大，不像主题，未读取".to_owned(),
        ThemeMistake::Unreadable(kind) => format!("无法读取此主题（{kind}）"),
        ThemeMistake::NameTaken => "程序自带同名主题，请给文件换个名字".to_owned(),
        ThemeMistake::NotToml => "此处不是 TOML，整个主题未生效；每行应写作 角色 = \"颜色\"".to_owned(),
        ThemeMistake::UnknownRole { name, near } => match near {
            Some(near) => format!("界面上没有叫 {} 的部分；是否想写 {near}？", quoted(name)),
            None => format!("界面上没有叫 {} 的部分，该行未生效", quoted(name)),
        },
        ThemeMistake::NotText => "样式应是引号中的文本，例如 \"bold green\"".to_owned(),
        ThemeMistake::UnknownWord { word, near } => match near {
            Some(near) => format!("{} 不是颜色；是否想写 {near}？", quoted(word)),
            None => format!("{} 不是颜色：请写 green 之类的名称、0 至 255 的数字或 #rrggbb", quoted(word)),
        },
        ThemeMistake::SecondColour => {
            "一个样式只有一种颜色；背景写在 on 之后，例如 \"white on blue\"".to_owned()
        }
        ThemeMistake::NothingAfterOn => "on 之后缺少颜色".to_owned(),
        ThemeMistake::UnknownBase { name, near } => match near {
            Some(near) => format!("没有可继承的主题 {}；是否想写 {near}？", quoted(name)),
            None => format!("没有可继承的主题 {}，已改用 neutral", quoted(name)),
        },
        ThemeMistake::Circle { names } => format!("这些主题互相继承，成了循环：{}", joined(names, "、")),
        ThemeMistake::NoSuchTheme { name, near, names } => {
            let meant = near.as_ref().map(|near| format!("是否想写 {}？", quoted(near))).unwrap_or_default();
            format!("没有主题 {}，已改用 auto。{meant}可选：{}。", quoted(name), joined(names, "、"))
        }
    }
}

/// A word from a file, fit for a terminal and a line.
pub(super) fn quoted(word: &str) -> String {
    let short: String = Safe::new(word).chars().take(40).collect();
    format!("\"{short}\"")
}

fn joined(names: &[String], by: &str) -> String {
    Safe::new(&names.join(by)).into_string()
}
