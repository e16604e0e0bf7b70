//! Which keys do what, where: the embedded table, matched key by key so that sequences such as
//! `g g` work.

use super::key::Key;
use crate::action::Action;
use std::fmt;

/// A part of the screen with bindings of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    Everywhere,
    Catalog,
    Facets,
    Plan,
    Hours,
    Status,
}

impl Context {
    /// With the names that the file has for them.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Everywhere, "everywhere"),
        (Self::Catalog, "catalog"),
        (Self::Facets, "facets"),
        (Self::Plan, "plan"),
        (Self::Hours, "hours"),
        (Self::Status, "status"),
    ];

    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(context, _)| *context == self).map_or("", |(_, name)| name)
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(context, _)| *context)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    pub context: Context,
    pub keys: Vec<Key>,
    pub action: Action,
}

/// What a sequence of keys comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    Action(Action),
    /// The beginning of a longer sequence.
    Prefix,
    None,
}

/// All bindings, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    pub(super) bindings: Vec<Binding>,
    /// Keys of everywhere that mean nothing in a context.
    pub(super) unbound: Vec<(Context, Vec<Key>)>,
}

pub(super) const DEFAULT: &str = include_str!("keymap.toml");

impl Keymap {
    /// The keys inside the program. A mistake in them is caught by a test.
    pub fn built_in() -> Self {
        Self::parse(DEFAULT).unwrap_or_default()
    }

    /// Reads a key table: tables of `"keys" = "action"` lines, nothing else of TOML. Reading the
    /// whole language would take longer than drawing the first frame.
    ///
    /// # Errors
    /// The first line that is not understood, as it stands.
    fn parse(text: &str) -> Result<Self, String> {
        let mut bindings = Vec::new();
        let mut context = None;
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                context = Context::from_name(name);
            }
            let binding =
                line.strip_prefix('"').and_then(|line| line.strip_suffix('"')?.split_once("\" = \""));
            let bound = binding.and_then(|(keys, action)| {
                let keys = keys.split(' ').map(Key::parse).collect::<Option<Vec<Key>>>()?;
                Some(Binding { context: context?, keys, action: Action::from_name(action)? })
            });
            match (bound, context) {
                (Some(bound), _) => bindings.push(bound),
                (None, Some(_)) if line.starts_with('[') => {}
                _ => return Err(line.to_owned()),
            }
        }
        Ok(Self { bindings, unbound: Vec::new() })
    }

    /// What the keys pressed so far mean in a context; its own bindings win over those of everywhere.
    pub fn find(&self, context: Context, keys: &[Key]) -> Match {
        let mut found = Match::None;
        for place in [context, Context::Everywhere] {
            let here = |binding: &&Binding| {
                binding.context == place && (place == context || !self.covers(context, &binding.keys))
            };
            for binding in self.bindings.iter().filter(here) {
                if binding.keys == keys {
                    return Match::Action(binding.action);
                }
                if binding.keys.starts_with(keys) {
                    found = Match::Prefix;
                }
            }
        }
        found
    }

    /// The bindings that hold in a context, its own first; those that it covers are left out.
    pub fn of(&self, context: Context) -> impl Iterator<Item = &Binding> {
        let own = self.bindings.iter().filter(move |binding| binding.context == context);
        let rest = self.bindings.iter().filter(move |binding| {
            context != Context::Everywhere
                && binding.context == Context::Everywhere
                && !self.covers(context, &binding.keys)
        });
        own.chain(rest)
    }

    /// Whether keys of everywhere mean something else in a context, or nothing: where one sequence
    /// begins another, the longer could never be finished, so that the context's own holds.
    fn covers(&self, context: Context, keys: &[Key]) -> bool {
        let own = |binding: &Binding| {
            binding.context == context && (binding.keys.starts_with(keys) || keys.starts_with(&binding.keys))
        };
        self.bindings.iter().any(own) || self.unbound.iter().any(|(at, gone)| *at == context && gone == keys)
    }

    /// The first key of an action in a context.
    pub fn key_of(&self, context: Context, action: Action) -> Option<Keys<'_>> {
        self.of(context).find(|binding| binding.action == action).map(|binding| Keys(&binding.keys))
    }

    /// Every key of an action, in any context, for the palette.
    pub fn keys_of(&self, action: Action) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        for binding in self.bindings.iter().filter(|binding| binding.action == action) {
            let text = Keys(&binding.keys).to_string();
            if !keys.contains(&text) {
                keys.push(text);
            }
        }
        keys
    }

    /// What may follow a prefix: the rest of the keys, and what they do.
    pub fn after<'a>(
        &'a self,
        context: Context,
        prefix: &'a [Key],
    ) -> impl Iterator<Item = (Keys<'a>, Action)> {
        self.of(context).filter_map(move |binding| {
            let rest = binding.keys.strip_prefix(prefix)?;
            (!rest.is_empty() && !prefix.is_empty()).then_some((Keys(rest), binding.action))
        })
    }
}

/// A sequence of keys, as help shows it.
pub struct Keys<'a>(pub &'a [Key]);

impl fmt::Display for Keys<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys: Vec<String> = self.0.iter().map(Key::to_string).collect();
        f.pad(&keys.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::cannot_be_sent;
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    fn keys(text: &str) -> Vec<Key> {
        text.split(' ').map(|key| Key::parse(key).unwrap()).collect()
    }

    #[test]
    fn the_keys_inside_the_program_are_understood() {
        let keymap = Keymap::parse(DEFAULT).unwrap();
        // Wanted once and then rarely: from the palette.
        let unbound = [Action::Tour];
        for action in Action::ALL.iter().filter(|action| !unbound.contains(action)) {
            assert!(!keymap.keys_of(*action).is_empty(), "{} has no key", action.name());
        }
    }

    /// The table is TOML, although less than TOML is enough to read it.
    #[test]
    fn the_keys_inside_the_program_are_toml() {
        let table: toml::Table = DEFAULT.parse().unwrap();
        let lines: usize = table.values().map(|section| section.as_table().unwrap().len()).sum();
        assert_eq!(lines, Keymap::built_in().bindings.len());
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for line in ["\"j\" = \"fly\"", "\"Hyper+x\" = \"down\"", "[cellar]", "j = down"] {
            let text = format!("[everywhere]\n{line}\n");
            assert_eq!(Keymap::parse(&text), Err(line.to_owned()));
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_context() {
        let keymap = Keymap::built_in();
        for (at, one) in keymap.bindings.iter().enumerate() {
            for other in keymap.bindings.iter().skip(at + 1).filter(|other| other.context == one.context) {
                let clash = one.keys.starts_with(&other.keys) || other.keys.starts_with(&one.keys);
                assert!(!clash, "{one:?} and {other:?}");
            }
        }
    }

    /// Neither a key that some terminals cannot send, nor one that an input method takes away: with
    /// Chinese punctuation on, each still arrives.
    #[test]
    fn every_key_can_be_sent_with_an_input_method_on_as_well() {
        let keymap = Keymap::built_in();
        for key in keymap.bindings.iter().flat_map(|binding| &binding.keys) {
            assert_eq!(cannot_be_sent(&key.to_string()), None, "{key}");
            let KeyCode::Char(sign @ '!'..='~') = key.code else { continue };
            let wide = char::from_u32(u32::from(sign) + 0xFEE0).unwrap();
            let event = KeyEvent::new(KeyCode::Char(wide), KeyModifiers::NONE);
            assert_eq!(Key::from_event(&event).code, key.code, "{key}");
        }
    }

    #[test]
    fn sequences_and_contexts() {
        let keymap = Keymap::built_in();
        assert_eq!(keymap.find(Context::Catalog, &keys("g")), Match::Prefix);
        assert_eq!(keymap.find(Context::Catalog, &keys("g g")), Match::Action(Action::Top));
        assert_eq!(keymap.find(Context::Catalog, &keys("g x")), Match::None);
        assert_eq!(keymap.find(Context::Catalog, &keys("x")), Match::Action(Action::PlanRemove));
        assert_eq!(keymap.find(Context::Hours, &keys("x")), Match::Action(Action::Void));
        assert_eq!(keymap.find(Context::Hours, &keys("s")), Match::None);
        let help: Vec<_> = keymap.of(Context::Facets).filter(|b| b.keys == keys("Enter")).collect();
        assert_eq!(help.len(), 1, "a covered binding is not shown");
    }
}
