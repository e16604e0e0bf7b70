//! Help and palette, one list in two scopes: `?` shows the keys that work here, `:` every action.
//! Both are searched by typing a word or a key, and `Enter` runs the row. Rows are made from the
//! keymap, so they cannot lie.

use super::applies::applies;
use super::field::TextField;
use super::model::Model;
use super::scroll::Scroll;
use crate::action::Action;
use crate::config::keymap::Keys;
use crate::locale::Say;
use crate::locale::actions::Group;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The keys of the current view.
    Help,
    /// Every action.
    Palette,
}

#[derive(Debug)]
pub struct Commands {
    pub scope: Scope,
    pub filter: TextField,
    pub scroll: Scroll,
}

/// A row: what it does, with which keys, and whether it does anything right now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandRow {
    pub action: Action,
    pub keys: Vec<String>,
    pub description: String,
    pub applies: bool,
}

impl Commands {
    pub fn new(scope: Scope) -> Self {
        Self { scope, filter: TextField::default(), scroll: Scroll::default() }
    }

    /// The rows that the filter leaves. A filter that is exactly a key comes first, then words in
    /// any order over description, name and keys.
    pub fn rows(&self, model: &Model) -> Vec<CommandRow> {
        let mut rows = match self.scope {
            Scope::Help => help(model),
            Scope::Palette => palette(model),
        };
        let filter = self.filter.text().trim();
        if filter.is_empty() {
            return rows;
        }
        let words: Vec<String> = filter.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let is_key = |row: &CommandRow| row.keys.iter().any(|keys| keys == filter);
        rows.retain(|row| {
            let text = format!("{} {}", row.description.to_lowercase(), row.action.name());
            let keys = row.keys.join(" ").to_lowercase();
            is_key(row)
                || words.iter().all(|word| text.contains(word) || (word.len() > 1 && keys.contains(word)))
        });
        rows.sort_by_key(|row| !is_key(row));
        rows
    }

    /// The row of the list that the palette goes to when its filter is a number.
    pub fn row_number(&self) -> Option<usize> {
        let number = self.filter.text().trim();
        let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        (self.scope == Scope::Palette && digits).then(|| number.parse().unwrap_or(usize::MAX))
    }

    /// Whether rows stand below the heads of their groups.
    pub fn is_grouped(&self) -> bool {
        self.scope == Scope::Help && self.filter.is_empty()
    }

    pub fn selected(&self, model: &Model) -> Option<CommandRow> {
        self.rows(model).into_iter().nth(self.scroll.cursor())
    }
}

/// One row an action, its keys in this context together.
fn help(model: &Model) -> Vec<CommandRow> {
    let mut rows: Vec<CommandRow> = Vec::new();
    for binding in model.keymap.of(model.context()) {
        let keys = Keys(&binding.keys).to_string();
        match rows.iter_mut().find(|row| row.action == binding.action) {
            Some(row) => row.keys.push(keys),
            None => rows.push(CommandRow { keys: vec![keys], ..row(model, binding.action) }),
        }
    }
    rows.sort_by_key(|row| Group::of(row.action));
    rows
}

fn palette(model: &Model) -> Vec<CommandRow> {
    let mut rows: Vec<CommandRow> = Action::ALL
        .iter()
        .map(|action| CommandRow { keys: model.keymap.keys_of(*action), ..row(model, *action) })
        .collect();
    rows.sort_by_key(|row| !row.applies);
    rows
}

fn row(model: &Model, action: Action) -> CommandRow {
    CommandRow {
        action,
        keys: Vec::new(),
        description: action.say(model.lang),
        applies: applies(model, action),
    }
}
