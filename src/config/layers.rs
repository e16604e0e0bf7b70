//! Defaults, the file, the environment, the command line: each may state any setting, and the later
//! one wins. This is the one place where they are put together.

use super::settings::{Colour, Digits, Language, Settings};
use super::table::Setting;
use std::path::PathBuf;

/// What one source states; `None` where it is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    pub language: Option<Language>,
    pub theme: Option<String>,
    pub colour: Option<Colour>,
    pub ascii: Option<bool>,
    pub ambiguous_width: Option<u8>,
    pub mouse: Option<bool>,
    pub digits: Option<Digits>,
    pub catalogs: Option<Vec<PathBuf>>,
    pub rules: Option<Vec<PathBuf>>,
}

/// Where the value that holds comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody states it.
    Default,
    File,
    Environment,
    Flag,
}

/// The sources above the defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layers {
    pub file: Layer,
    pub environment: Layer,
    pub flags: Layer,
}

impl Layers {
    /// The settings as they hold.
    pub fn settings(&self) -> Settings {
        Settings::of([&self.file, &self.environment, &self.flags])
    }

    /// The highest source that states a setting.
    pub fn origin(&self, setting: Setting) -> Origin {
        let sources = [
            (&self.flags, Origin::Flag),
            (&self.environment, Origin::Environment),
            (&self.file, Origin::File),
        ];
        let found = sources.into_iter().find(|(layer, _)| layer.states(setting));
        found.map_or(Origin::Default, |(_, origin)| origin)
    }
}

impl Settings {
    /// The defaults with what each layer states over those before it.
    pub fn of<'a>(layers: impl IntoIterator<Item = &'a Layer>) -> Self {
        layers.into_iter().fold(Self::default(), Self::under)
    }

    /// Destructured whole, so that a setting cannot be forgotten.
    fn under(self, layer: &Layer) -> Self {
        let Layer { language, theme, colour, ascii, ambiguous_width, mouse, digits, catalogs, rules } = layer;
        Self {
            language: language.unwrap_or(self.language),
            theme: theme.clone().unwrap_or(self.theme),
            colour: colour.unwrap_or(self.colour),
            ascii: ascii.unwrap_or(self.ascii),
            ambiguous_width: ambiguous_width.unwrap_or(self.ambiguous_width),
            mouse: mouse.unwrap_or(self.mouse),
            digits: digits.unwrap_or(self.digits),
            catalogs: catalogs.clone().unwrap_or(self.catalogs),
            rules: rules.clone().unwrap_or(self.rules),
        }
    }
}

impl Layer {
    pub fn states(&self, setting: Setting) -> bool {
        match setting {
            Setting::Language => self.language.is_some(),
            Setting::Theme => self.theme.is_some(),
            Setting::Colour => self.colour.is_some(),
            Setting::Ascii => self.ascii.is_some(),
            Setting::AmbiguousWidth => self.ambiguous_width.is_some(),
            Setting::Mouse => self.mouse.is_some(),
            Setting::Digits => self.digits.is_some(),
            Setting::Catalogs => self.catalogs.is_some(),
            Setting::Rules => self.rules.is_some(),
        }
    }

    /// Takes one setting from another layer, stated or not.
    pub fn take(&mut self, setting: Setting, from: &Self) {
        match setting {
            Setting::Language => self.language = from.language,
            Setting::Theme => self.theme.clone_from(&from.theme),
            Setting::Colour => self.colour = from.colour,
            Setting::Ascii => self.ascii = from.ascii,
            Setting::AmbiguousWidth => self.ambiguous_width = from.ambiguous_width,
            Setting::Mouse => self.mouse = from.mouse,
            Setting::Digits => self.digits = from.digits,
            Setting::Catalogs => self.catalogs.clone_from(&from.catalogs),
            Setting::Rules => self.rules.clone_from(&from.rules),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every setting stated, with a value of its own.
    fn full(theme: &str, flag: bool) -> Layer {
        Layer {
            language: Some(if flag { Language::Chinese } else { Language::English }),
            theme: Some(theme.to_owned()),
            colour: Some(if flag { Colour::Always } else { Colour::Never }),
            ascii: Some(flag),
            ambiguous_width: Some(if flag { 2 } else { 1 }),
            mouse: Some(flag),
            digits: Some(if flag { Digits::Counts } else { Digits::Views }),
            catalogs: Some(vec![theme.into()]),
            rules: Some(vec![format!("{theme}-rules").into()]),
        }
    }

    #[test]
    fn nothing_stated_is_the_defaults() {
        let layers = Layers::default();
        assert_eq!(layers.settings(), Settings::default());
        assert!(Setting::ALL.iter().all(|setting| layers.origin(*setting) == Origin::Default));
    }

    /// Each setting alone, from each source over all below it: it and no other moves.
    #[test]
    fn the_later_layer_wins_setting_by_setting() {
        for setting in Setting::ALL {
            let mut layers = Layers { file: full("low", false), ..Layers::default() };
            let below = layers.settings();
            assert_eq!(layers.origin(setting), Origin::File);
            layers.environment.take(setting, &full("high", true));
            let above = layers.settings();
            assert_ne!(below, above, "{setting:?}");
            assert_eq!(layers.origin(setting), Origin::Environment);
            let others = Setting::ALL.iter().filter(|other| **other != setting);
            assert!(others.clone().all(|other| layers.origin(*other) == Origin::File), "{setting:?}");
            layers.flags.take(setting, &full("low", false));
            assert_eq!(layers.settings(), below, "{setting:?}");
            assert_eq!(layers.origin(setting), Origin::Flag);
        }
    }

    #[test]
    fn names_lead_back_to_their_settings() {
        for setting in Setting::ALL {
            assert_eq!(Setting::from_name(setting.name()), Some(setting));
        }
    }
}
