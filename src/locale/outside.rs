//! What is said of the clipboard, the browser and the editor.

use super::phrases::Phrases;
use super::{Lang, Say};
use crate::domain::Safe;
use crate::domain::web::WebAddressError;

/// How many courses an edit has added to the plan, taken out of it, and changed in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanChange {
    pub added: usize,
    pub removed: usize,
    pub changed: usize,
}

impl Phrases {
    /// `what` is the copying action's short name; `shown` is the text itself where it is short.
    pub fn copied(self, what: &str, count: usize, bytes: usize, shown: Option<&str>) -> String {
        match (shown, count) {
            (Some(shown), _) => {
                self.0.pick(format!("copied (OSC 52): {shown}"), format!("已复制（OSC 52）：{shown}"))
            }
            (None, 1) => self.0.pick(
                format!("copied (OSC 52): {what}, {bytes} bytes"),
                format!("已复制（OSC 52）：{what}，{bytes} 字节"),
            ),
            (None, count) => self.0.pick(
                format!("copied (OSC 52): {what} of {count} courses, {bytes} bytes"),
                format!("已复制（OSC 52）：{count} 门课程的{what}，{bytes} 字节"),
            ),
        }
    }

    /// Follows the first notice of its kind.
    pub fn how_copying_works(self) -> &'static str {
        self.0.either(
            ". If nothing arrives, the terminal does not allow it; inside tmux: set -g set-clipboard on",
            "。如未到达剪贴板，说明终端不允许；在 tmux 中请设置 set -g set-clipboard on",
        )
    }

    pub fn too_much_to_copy(self, bytes: usize, most: usize) -> String {
        self.0.pick(
            format!("not copied: {bytes} bytes, and terminals drop more than {most}; mark fewer courses"),
            format!("未复制：共 {bytes} 字节，超过 {most} 字节的内容会被终端丢弃；请少标记几门课程"),
        )
    }

    pub fn opening(self, host: &str) -> String {
        self.0.pick(format!("opening {host} in the browser …"), format!("正在浏览器中打开 {host} …"))
    }

    pub fn no_browser(self) -> String {
        self.0.pick(
            "no browser was found: set BROWSER, or copy the address with y u".to_owned(),
            "没有找到浏览器：请设置 BROWSER，或按 y u 复制网址".to_owned(),
        )
    }

    pub fn browser_failed(self, program: &str, code: Option<i32>) -> String {
        let program = Safe::new(program).into_string();
        match code {
            Some(code) => self.0.pick(
                format!("the browser was not opened: {program} ended with {code}; y u copies the address"),
                format!("浏览器未能打开：{program} 以 {code} 结束；按 y u 可复制网址"),
            ),
            None => self.0.pick(
                format!("the browser was not opened: {program} failed; y u copies the address"),
                format!("浏览器未能打开：{program} 运行失败；按 y u 可复制网址"),
            ),
        }
    }

    pub fn catalog_is_inside(self) -> &'static str {
        self.0.either(
            "this catalog is inside the program; to edit it, copy the folder catalog of its source and open the copy: tuition -C FOLDER",
            "此目录内置于程序中；如需编辑，请复制源代码中的 catalog 文件夹，再用 tuition -C 文件夹 打开",
        )
    }

    pub fn entries_are_not_edited(self) -> &'static str {
        self.0.either(
            "entries are never rewritten: m records a correction, x voids the entry",
            "学时记录不会被改写：按 m 登记更正，按 x 作废",
        )
    }

    pub fn not_edited(self, name: &str) -> String {
        let name = Safe::new(name).into_string();
        self.0.pick(format!("nothing was changed in {name}"), format!("{name} 没有改动"))
    }

    pub fn edited(self, name: &str) -> String {
        let name = Safe::new(name).into_string();
        self.0.pick(format!("{name} was changed, and read again"), format!("{name} 已改动并重新读取"))
    }

    pub fn edited_plan(self, change: PlanChange) -> String {
        let PlanChange { added, removed, changed } = change;
        let parts = [
            (added, self.0.pick(format!("{added} added"), format!("新增 {added} 项"))),
            (removed, self.0.pick(format!("{removed} removed"), format!("移除 {removed} 项"))),
            (changed, self.0.pick(format!("{changed} changed"), format!("修改 {changed} 项"))),
        ];
        let parts: Vec<String> =
            parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect();
        if parts.is_empty() {
            let (en, zh) = ("the plan was changed: another order", "计划已改动：顺序有变");
            return self.0.either(en, zh).to_owned();
        }
        self.0.pick(
            format!("the plan was changed: {}", parts.join(", ")),
            format!("计划已改动：{}", parts.join("，")),
        )
    }

    pub fn edited_course(self, name: &str, title: &str) -> String {
        let name = Safe::new(name).into_string();
        self.0.pick(format!("{name} was changed: {title}"), format!("{name} 已改动：{title}"))
    }

    pub fn edited_away(self, name: &str, id: &str) -> String {
        let name = Safe::new(name).into_string();
        self.0.pick(
            format!("{name} was changed: {id} is no longer in it"),
            format!("{name} 已改动：其中不再有 {id}"),
        )
    }

    /// `problem` begins with file and line.
    pub fn edited_wrongly(self, problem: &str) -> String {
        self.0.pick(
            format!("{problem} · ! then e edits it again"),
            format!("{problem} · 按 ! 再按 e 可继续编辑"),
        )
    }

    pub fn editor_is_no_command(self, words: &str) -> String {
        let words = Safe::new(words).into_string();
        self.0.pick(
            format!("VISUAL or EDITOR is no command: {words}"),
            format!("VISUAL 或 EDITOR 不是可用的命令：{words}"),
        )
    }

    pub fn editor_is_missing(self, program: &str) -> String {
        let program = Safe::new(program).into_string();
        self.0.pick(
            format!("no editor: there is no program {program}; set VISUAL or EDITOR to one"),
            format!("没有编辑器：找不到程序 {program}；请设置 VISUAL 或 EDITOR"),
        )
    }

    pub fn editor_did_not_start(self, program: &str) -> String {
        let program = Safe::new(program).into_string();
        self.0.pick(
            format!("{program} could not be started; set VISUAL or EDITOR to another editor"),
            format!("无法启动 {program}；请将 VISUAL 或 EDITOR 设为其他编辑器"),
        )
    }

    pub fn editor_ended_with(self, program: &str, code: i32) -> String {
        let program = Safe::new(program).into_string();
        self.0.pick(format!("{program} ended with {code}"), format!("{program} 以 {code} 结束"))
    }

    pub fn editor_was_killed(self, program: &str) -> String {
        let program = Safe::new(program).into_string();
        self.0.pick(format!("{program} was killed"), format!("{program} 被终止"))
    }

    pub fn editor_waits_for_input(self) -> &'static str {
        self.0.either(
            "the editor was not opened: the terminal has sent half a key; press any key, then try again",
            "编辑器未打开：终端只发来半个按键；请按任意键后再试",
        )
    }
}

impl Say for WebAddressError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Scheme(scheme) if scheme.is_empty() => lang.pick(
                "not opened: the address does not begin with http:// or https://".to_owned(),
                "未打开：网址不以 http:// 或 https:// 开头".to_owned(),
            ),
            Self::Scheme(scheme) => {
                let scheme = Safe::new(scheme).into_string();
                lang.pick(
                    format!("not opened: {scheme} addresses are refused, only http and https are opened"),
                    format!("未打开：不支持 {scheme} 地址，只打开 http 和 https"),
                )
            }
            Self::Host => lang.pick(
                "not opened: the address names no host that could be asked".to_owned(),
                "未打开：网址中没有有效的主机名".to_owned(),
            ),
            Self::Character => lang.pick(
                "not opened: the address holds a hidden or ambiguous character".to_owned(),
                "未打开：网址含有隐藏或有歧义的字符".to_owned(),
            ),
        }
    }
}
