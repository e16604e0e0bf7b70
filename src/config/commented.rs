//! The default file: every setting and every key with its default, and what it is for.

use super::keymap;

const SETTINGS: &str = include_str!("config.toml");

/// The whole file, as `config show` prints it. It parses to the defaults.
pub fn commented() -> String {
    let mut text = SETTINGS.to_owned();
    for line in keymap::DEFAULT.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[') {
            Some(context) => text.push_str(&format!("[keys.{context}\n")),
            None => text.push_str(&format!("{line}\n")),
        }
    }
    text
}

/// The same with every setting and key taken out of force: a file to begin with, in which a line
/// holds once its mark is deleted. Heads of tables stay, or such a line would stand in no table.
pub fn to_begin_with() -> String {
    let mut text = String::new();
    for line in commented().lines() {
        let holds = line.is_empty() || line.starts_with(['#', '[']) || line.starts_with("schema ");
        text.push_str(if holds { "" } else { "#" });
        text.push_str(line);
        text.push('\n');
    }
    text
}
