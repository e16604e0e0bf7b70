//! The settings file: its text becomes a layer of settings and a list of keys. Whatever is wrong is
//! named with its place, and the rest holds.

use super::Key;
use super::bindings::{Bound, binding};
use super::keymap::Context;
use super::layers::Layer;
use super::near::nearest;
use super::problem::{Expected, Kind, Position, Problem};
use super::settings::{Colour, Digits, Language};
use super::table::{Setting, Shape};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    pub layer: Layer,
    /// Keys in the order of the file, none of them in another's way.
    pub bound: Vec<Bound>,
    /// In the order of the file.
    pub problems: Vec<Problem>,
    /// Where the theme is named.
    pub theme_at: Option<Position>,
    wrong: Vec<Wrong>,
}

/// What does not hold because of a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wrong {
    Setting(Setting),
    Keys(Context, Vec<Key>),
}

type Value<'a> = Spanned<DeValue<'a>>;

impl File {
    /// Reads the text of a file. What is not TOML is for whoever opens the file; of a key that
    /// stands twice the first holds. `home` is what `~/` stands for.
    pub fn read(path: &Path, text: &str, home: Option<&Path>) -> Self {
        let mut reader = Reader { path: Arc::new(path.to_owned()), text, home, file: Self::default() };
        reader.whole(DeTable::parse_recoverable(text).0.get_ref());
        let mut file = reader.file;
        file.problems.sort_by_key(|problem| (problem.position.line, problem.position.column));
        file
    }

    /// The same, but what is wrong in it is as it was in an earlier reading.
    #[must_use]
    pub fn keeping(mut self, last: &Self) -> Self {
        for wrong in &self.wrong {
            match wrong {
                Wrong::Setting(setting) => self.layer.take(*setting, &last.layer),
                Wrong::Keys(context, keys) => {
                    let was =
                        last.bound.iter().find(|bound| bound.context == *context && bound.keys == *keys);
                    let clear = |was: &&Bound| self.bound.iter().all(|other| was.clash(other).is_none());
                    self.bound.extend(was.filter(clear).cloned());
                }
            }
        }
        self
    }
}

impl File {
    /// The same, and what it does not state as in an earlier reading: for a file of which something
    /// could not be read, so that nobody knows what those lines state.
    #[must_use]
    pub fn over(mut self, last: &Self) -> Self {
        for setting in Setting::ALL {
            if !self.layer.states(setting) {
                self.layer.take(setting, &last.layer);
            }
        }
        for was in &last.bound {
            if self.bound.iter().all(|other| was.clash(other).is_none()) {
                self.bound.push(was.clone());
            }
        }
        self
    }
}

struct Reader<'t> {
    path: Arc<PathBuf>,
    text: &'t str,
    home: Option<&'t Path>,
    file: File,
}

/// The lines of a table in the order of the file.
fn in_order<'v, 'a>(table: &'v DeTable<'a>) -> Vec<(&'v Spanned<DeString<'a>>, &'v Value<'a>)> {
    let mut lines: Vec<_> = table.iter().collect();
    lines.sort_by_key(|(key, _)| key.span().start);
    lines
}

impl Reader<'_> {
    fn note(&mut self, span: &Range<usize>, kind: Kind) {
        let position = Position::of(self.text, span);
        self.file.problems.push(Problem { file: Arc::clone(&self.path), position, kind });
    }

    fn whole(&mut self, table: &DeTable<'_>) {
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "schema" => self.schema(value),
                "keys" => self.keys(value),
                name => match Setting::from_name(name) {
                    Some(setting) => self.setting(setting, value),
                    None => {
                        let near = match (value.get_ref(), Context::from_name(name)) {
                            (DeValue::Table(_), Some(context)) => Some(format!("keys.{}", context.name())),
                            _ => {
                                let names = Setting::ALL.iter().map(|setting| setting.name());
                                nearest(name, names.chain(["keys", "schema"])).map(str::to_owned)
                            }
                        };
                        let found = name.to_owned();
                        self.note(&key.span(), Kind::UnknownSetting { found, near });
                    }
                },
            }
        }
    }

    /// A file that does not state its schema is taken for one of today.
    fn schema(&mut self, value: &Value<'_>) {
        match whole(value) {
            Some(1) => {}
            Some(found) if found > 1 => self.note(&value.span(), Kind::NewerSchema),
            _ => self.note(&value.span(), Kind::OutOfRange { setting: "schema", allowed: &[1] }),
        }
    }

    fn setting(&mut self, setting: Setting, value: &Value<'_>) {
        let taken = match setting.shape() {
            Shape::Words(allowed) => self.word(setting, value, allowed),
            Shape::Name => self.name(setting, value),
            Shape::Flag => self.flag(setting, value),
            Shape::Numbers(allowed) => self.number(setting, value, allowed),
            Shape::Paths => self.paths(setting, value),
        };
        if let Err(kind) = taken {
            self.note(&value.span(), kind);
            self.file.wrong.push(Wrong::Setting(setting));
        }
    }

    fn word(
        &mut self,
        setting: Setting,
        value: &Value<'_>,
        allowed: &'static [&'static str],
    ) -> Result<(), Kind> {
        let word = text(setting, value)?;
        let layer = &mut self.file.layer;
        let known = match setting {
            Setting::Language => {
                layer.language = Language::from_word(word);
                layer.language.is_some()
            }
            Setting::Colour => {
                layer.colour = Colour::from_word(word);
                layer.colour.is_some()
            }
            Setting::Digits => {
                layer.digits = Digits::from_word(word);
                layer.digits.is_some()
            }
            _ => false,
        };
        if known {
            return Ok(());
        }
        let near = nearest(word, allowed.iter().copied()).map(str::to_owned);
        Err(Kind::UnknownWord { setting: setting.name(), found: word.to_owned(), near, allowed })
    }

    fn name(&mut self, setting: Setting, value: &Value<'_>) -> Result<(), Kind> {
        let name = text(setting, value)?.trim();
        if name.is_empty() {
            return Err(Kind::EmptyText { setting: setting.name() });
        }
        self.file.layer.theme = Some(name.to_owned());
        self.file.theme_at = Some(Position::of(self.text, &value.span()));
        Ok(())
    }

    fn flag(&mut self, setting: Setting, value: &Value<'_>) -> Result<(), Kind> {
        let DeValue::Boolean(flag) = value.get_ref() else {
            return Err(Kind::WrongType { setting: setting.name(), expected: Expected::Flag });
        };
        match setting {
            Setting::Mouse => self.file.layer.mouse = Some(*flag),
            _ => self.file.layer.ascii = Some(*flag),
        }
        Ok(())
    }

    fn number(&mut self, setting: Setting, value: &Value<'_>, allowed: &'static [u8]) -> Result<(), Kind> {
        if value.get_ref().as_integer().is_none() {
            return Err(Kind::WrongType { setting: setting.name(), expected: Expected::Number });
        }
        let number = whole(value).and_then(|number| u8::try_from(number).ok());
        self.file.layer.ambiguous_width = number.filter(|number| allowed.contains(number));
        match self.file.layer.ambiguous_width {
            Some(_) => Ok(()),
            None => Err(Kind::OutOfRange { setting: setting.name(), allowed }),
        }
    }

    fn paths(&mut self, setting: Setting, value: &Value<'_>) -> Result<(), Kind> {
        let wrong = Kind::WrongType { setting: setting.name(), expected: Expected::Texts };
        let DeValue::Array(items) = value.get_ref() else { return Err(wrong) };
        let mut paths = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some("") => self.note(&item.span(), Kind::EmptyText { setting: setting.name() }),
                Some(path) => paths.push(self.placed(Path::new(path))),
                None => self.note(&item.span(), wrong.clone()),
            }
        }
        match setting {
            Setting::Catalogs => self.file.layer.catalogs = Some(paths),
            _ => self.file.layer.rules = Some(paths),
        }
        Ok(())
    }

    /// A path as it is meant: from the home folder, or from the folder of the file.
    fn placed(&self, path: &Path) -> PathBuf {
        match (path.strip_prefix("~"), self.home) {
            (Ok(rest), Some(home)) => home.join(rest),
            _ => self.path.parent().unwrap_or(Path::new("")).join(path),
        }
    }

    fn keys(&mut self, value: &Value<'_>) {
        let DeValue::Table(contexts) = value.get_ref() else {
            return self.note(&value.span(), Kind::WrongType { setting: "keys", expected: Expected::Table });
        };
        for (name, value) in in_order(contexts) {
            let found = name.get_ref().to_string();
            let (context, table) = match (Context::from_name(&found), value.get_ref()) {
                (Some(context), DeValue::Table(table)) => (context, table),
                (None, DeValue::Table(_)) => {
                    let names = Context::ALL.iter().map(|(_, name)| *name);
                    let near = nearest(&found, names).map(str::to_owned);
                    self.note(&name.span(), Kind::UnknownContext { found, near });
                    continue;
                }
                _ => {
                    self.note(&name.span(), Kind::NoContext { found });
                    continue;
                }
            };
            for (keys, action) in in_order(table) {
                self.binding(context, keys, action);
            }
        }
    }

    fn binding(&mut self, context: Context, keys: &Spanned<DeString<'_>>, action: &Value<'_>) {
        let position = Position::of(self.text, &keys.span());
        match binding(context, keys.get_ref(), action.get_ref().as_str(), position) {
            Err(mistake) => {
                let span = if mistake.in_action { action.span() } else { keys.span() };
                self.note(&span, mistake.kind);
                self.file.wrong.extend(mistake.keys.map(|keys| Wrong::Keys(context, keys)));
            }
            Ok(bound) => match self.file.bound.iter().find_map(|other| bound.clash(other)) {
                Some(clash) => self.note(&keys.span(), clash),
                None => self.file.bound.push(bound),
            },
        }
    }
}

/// The text of a setting.
fn text<'v>(setting: Setting, value: &'v Value<'_>) -> Result<&'v str, Kind> {
    value.get_ref().as_str().ok_or(Kind::WrongType { setting: setting.name(), expected: Expected::Text })
}

/// A whole number; one too large for any use is as good as the largest.
fn whole(value: &Value<'_>) -> Option<i64> {
    let number = value.get_ref().as_integer()?;
    Some(i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX))
}
