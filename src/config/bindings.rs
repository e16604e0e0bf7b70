//! One line of a table of keys, `"g x" = "undo"`: read, checked against what terminals can send, and
//! held against the lines before it.

use super::key::{Key, cannot_be_sent};
use super::keymap::{Context, Keys};
use super::near::nearest;
use super::problem::{Expected, Kind, Position};
use crate::action::Action;

/// Takes a key away.
pub const NONE: &str = "none";

/// What these keys do whatever the file says: the ways out must not be lost.
const FIXED: [(&str, Action); 3] =
    [("Ctrl+c", Action::Quit), ("Ctrl+z", Action::Suspend), ("Ctrl+l", Action::Redraw)];

/// What keys are called elsewhere, and our name for it.
const OTHER_KEYS: [(&str, &str); 12] = [
    ("return", "Enter"),
    ("escape", "Esc"),
    ("del", "Delete"),
    ("pgup", "PageUp"),
    ("page-up", "PageUp"),
    ("pgdn", "PageDown"),
    ("pgdown", "PageDown"),
    ("page-down", "PageDown"),
    ("backtab", "Shift+Tab"),
    ("spacebar", "Space"),
    ("bs", "Backspace"),
    ("", "Space"),
];

/// A line that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    pub context: Context,
    pub keys: Vec<Key>,
    /// `None` takes the keys away.
    pub action: Option<Action>,
    pub position: Position,
}

impl Bound {
    /// Why it cannot stand beside an earlier line.
    pub(super) fn clash(&self, earlier: &Self) -> Option<Kind> {
        let keys = || Keys(&self.keys).to_string();
        if self.context != earlier.context {
            return None;
        }
        let line = earlier.position.line;
        if self.keys == earlier.keys {
            return Some(Kind::Twice { keys: keys(), line });
        }
        let begins = self.keys.starts_with(&earlier.keys) || earlier.keys.starts_with(&self.keys);
        let both = self.action.is_some() && earlier.action.is_some();
        (begins && both).then(|| Kind::Begins { keys: keys(), other: Keys(&earlier.keys).to_string(), line })
    }
}

/// What is wrong with a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) kind: Kind,
    /// Whether it is about the action, not the keys.
    pub(super) in_action: bool,
    /// The keys, where they could be read.
    pub(super) keys: Option<Vec<Key>>,
}

/// Reads a line; `action` is `None` where something else than text stands.
pub(super) fn binding(
    context: Context,
    keys: &str,
    action: Option<&str>,
    position: Position,
) -> Result<Bound, Mistake> {
    let keys = sequence(keys).map_err(|kind| Mistake { kind, in_action: false, keys: None })?;
    let wrong = |kind| Mistake { kind, in_action: true, keys: Some(keys.clone()) };
    let expected = Kind::WrongType { setting: "keys", expected: Expected::Action };
    let name = action.ok_or(expected).map_err(wrong)?;
    let action = match Action::from_name(name) {
        None if name == NONE => None,
        Some(action) => Some(action),
        None => {
            let names = Action::ALL.iter().map(|action| action.name()).chain([NONE]);
            let near = nearest(name, names).map(str::to_owned);
            return Err(wrong(Kind::UnknownAction { found: name.to_owned(), near }));
        }
    };
    Ok(Bound { context, keys, action, position })
}

fn sequence(text: &str) -> Result<Vec<Key>, Kind> {
    let mut keys = Vec::new();
    for name in text.split_whitespace() {
        if let Some(reason) = cannot_be_sent(name) {
            return Err(Kind::NotSent { key: name.to_owned(), reason });
        }
        let unknown = || Kind::UnknownKey { found: name.to_owned(), near: meant(name) };
        keys.push(Key::parse(name).ok_or_else(unknown)?);
    }
    let fixed = |key: &Key| FIXED.iter().find(|(name, _)| *name == key.to_string());
    match keys.iter().find_map(fixed) {
        Some((key, action)) => Err(Kind::Fixed { key: (*key).to_owned(), action: *action }),
        None if keys.is_empty() => Err(Kind::UnknownKey { found: text.to_owned(), near: meant("") }),
        None => Ok(keys),
    }
}

/// The key that was probably meant: its name elsewhere, `C-x` and `<C-x>` as vim and emacs write
/// them, `ctrl-x`.
fn meant(name: &str) -> Option<String> {
    let bare = name.strip_prefix('<').and_then(|name| name.strip_suffix('>')).unwrap_or(name);
    let lower = bare.to_lowercase();
    let mut rest = bare;
    let mut modifiers = String::new();
    while let Some((modifier, more)) = rest.split_once(['-', '+']).filter(|(_, more)| !more.is_empty()) {
        modifiers.push_str(match modifier.to_lowercase().as_str() {
            "c" | "ctrl" | "control" | "^" => "Ctrl+",
            "a" | "alt" | "m" | "meta" | "option" => "Alt+",
            "s" | "shift" => "Shift+",
            _ => break,
        });
        rest = more;
    }
    let known = |name: &str| {
        OTHER_KEYS.iter().find(|(other, _)| *other == name.to_lowercase()).map(|(_, ours)| *ours)
    };
    let named = ["Space", "Enter", "Backspace", "Delete", "Home", "PageUp", "PageDown", "Right", "Left"];
    let last = known(rest).or_else(|| nearest(rest, named)).unwrap_or(rest);
    let written = known(&lower).map_or_else(|| format!("{modifiers}{last}"), str::to_owned);
    let sent = Key::parse(&written).is_some() && cannot_be_sent(&written).is_none();
    (sent && written != name).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_as_other_programs_write_them_lead_to_ours() {
        for (name, ours) in [
            ("<C-x>", Some("Ctrl+x")),
            ("C-x", Some("Ctrl+x")),
            ("ctrl-x", Some("Ctrl+x")),
            ("M-x", Some("Alt+x")),
            ("Return", Some("Enter")),
            ("Alt+Return", Some("Alt+Enter")),
            ("Escape", Some("Esc")),
            ("pgdn", Some("PageDown")),
            ("Entr", Some("Enter")),
            ("Hyper+x", None),
            ("C-i", None),
            ("F13", None),
        ] {
            assert_eq!(meant(name).as_deref(), ours, "{name}");
        }
    }
}
