//! The variables that the command line listens to, read once.

use crate::config::Layer;
use crate::config::settings::Colour;
use crate::locale::Lang;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the environment says; an empty variable counts as unset.
#[derive(Clone, Debug, Default)]
pub(super) struct Environment {
    /// The settings that variables state.
    pub(super) layer: Layer,
    /// The file that TUITION_CONFIG names.
    pub(super) config: Option<PathBuf>,
    /// The person's home folder.
    pub(super) home: Option<PathBuf>,
    pub(super) data: Option<PathBuf>,
    pub(super) today: Option<String>,
    /// Whether `NO_COLOR` is set, or the terminal knows no colours: what `auto` goes by.
    pub(super) no_color: bool,
    /// Columns of the terminal, where something has set them by hand.
    pub(super) columns: Option<usize>,
    pub(super) term: Option<String>,
    locale: Option<String>,
}

impl Environment {
    pub(super) fn read() -> Self {
        Self::from(|name| std::env::var_os(name))
    }

    fn from(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let text = |name: &str| set(name).map(|value| value.to_string_lossy().into_owned());
        let paths = |name: &str| {
            let list = set(name).unwrap_or_default();
            let paths = std::env::split_paths(&list).filter(|path| !path.as_os_str().is_empty());
            Some(paths.collect::<Vec<_>>()).filter(|paths| !paths.is_empty())
        };
        let no_color = set("NO_COLOR").is_some();
        let forced = text("CLICOLOR_FORCE").is_some_and(|value| value != "0");
        let layer = Layer {
            theme: text("TUITION_THEME"),
            // Who wants no colours at all must not lose by another program's variable.
            colour: if no_color { Some(Colour::Never) } else { forced.then_some(Colour::Always) },
            catalogs: paths("TUITION_CATALOG"),
            rules: paths("TUITION_RULES"),
            ..Layer::default()
        };
        Self {
            layer,
            config: set("TUITION_CONFIG").map(PathBuf::from),
            home: std::env::home_dir().filter(|home| home.is_absolute()),
            data: set("TUITION_DATA").map(PathBuf::from),
            today: text("TUITION_TODAY"),
            // A dumb terminal shows escape sequences as letters.
            no_color: no_color || text("TERM").as_deref() == Some("dumb"),
            columns: text("COLUMNS").and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0),
            term: text("TERM"),
            // The order that POSIX gives them.
            locale: text("LC_ALL").or_else(|| text("LC_MESSAGES")).or_else(|| text("LANG")),
        }
    }

    /// The language of the locale; English for one that the interface does not speak.
    pub(super) fn language(&self) -> Lang {
        let locale = self.locale.clone().or_else(sys_locale::get_locale);
        locale.and_then(|locale| Lang::parse(&locale)).unwrap_or_default()
    }
}

/// What `--lang` says on a command line that the parser does not take as a whole.
pub(super) fn language_option() -> Option<Lang> {
    language_among(std::env::args_os().skip(1))
}

fn language_among(args: impl Iterator<Item = OsString>) -> Option<Lang> {
    let mut said = None;
    let mut args = args.take_while(|arg| arg != "--").map(|arg| arg.to_string_lossy().into_owned());
    while let Some(arg) = args.next() {
        if arg == "--lang" {
            said = args.next();
        } else if let Some(value) = arg.strip_prefix("--lang=") {
            said = Some(value.to_owned());
        }
    }
    said.and_then(|said| Lang::parse(&said))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(variables: &'static [(&str, &str)]) -> Environment {
        Environment::from(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn the_first_locale_variable_that_is_set_decides() {
        for (variables, lang) in [
            (&[("LC_ALL", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")][..], Lang::Zh),
            (&[("LC_ALL", ""), ("LC_MESSAGES", "zh_TW"), ("LANG", "C")][..], Lang::Zh),
            (&[("LANG", "C.UTF-8")][..], Lang::En),
            (&[("LANG", "fr_FR.UTF-8")][..], Lang::En),
        ] {
            assert_eq!(environment(variables).language(), lang, "{variables:?}");
        }
    }

    #[test]
    fn a_language_is_made_out_among_wrong_words() {
        for (line, lang) in [
            ("list --formt x --lang zh-CN", Some(Lang::Zh)),
            ("--lang=zh_CN.UTF-8 lits", Some(Lang::Zh)),
            ("--lang zh --lang en", Some(Lang::En)),
            ("list -- --lang zh", None),
            ("--lang", None),
            ("--lang fr", None),
        ] {
            assert_eq!(language_among(line.split(' ').map(OsString::from)), lang, "{line}");
        }
    }

    #[test]
    fn empty_variables_are_unset() {
        let environment =
            environment(&[("TUITION_DATA", ""), ("NO_COLOR", ""), ("TUITION_CATALOG", ""), ("COLUMNS", "0")]);
        assert!(environment.data.is_none() && environment.layer == Layer::default());
        assert!(!environment.no_color && environment.columns.is_none());
    }

    #[test]
    fn whoever_wants_no_colours_gets_none() {
        for (variables, colour) in [
            (&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")][..], Some(Colour::Never)),
            (&[("CLICOLOR_FORCE", "1")][..], Some(Colour::Always)),
            (&[("CLICOLOR_FORCE", "0")][..], None),
            (&[("TERM", "dumb")][..], None),
        ] {
            assert_eq!(environment(variables).layer.colour, colour, "{variables:?}");
        }
    }
}
