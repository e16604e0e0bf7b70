//! How the program looks: the theme that is set, what is known of the terminal, and the list of
//! themes with its preview.

use super::scroll::Scroll;
use crate::config::problem::Position;
use crate::config::theme::{
    AUTO, BUNDLED, Background, Canvas, Depth, Own, Palette, ThemeFile, ThemeProblem, assemble, no_such_theme,
};
use std::path::PathBuf;
use std::sync::Arc;

/// What decides on colours.
#[derive(Clone, Debug)]
pub struct Look {
    /// The theme that holds: a bundled one, one of the person's own, or `auto`.
    pub theme: String,
    pub canvas: Canvas,
    /// What the terminal itself has answered.
    answered: Option<Background>,
    /// The person's own, once they have been read.
    pub own: Vec<Own>,
    read: bool,
    /// Where the theme is named, if a file does.
    pub named_at: Option<(Arc<PathBuf>, Position)>,
    pub problems: Vec<ThemeProblem>,
    palette: Palette,
}

impl Look {
    pub fn new(theme: String) -> Self {
        let palette = Palette::bundled(&theme).unwrap_or_else(Palette::neutral);
        Self {
            theme,
            canvas: Canvas::default(),
            answered: None,
            own: Vec::new(),
            read: false,
            named_at: None,
            problems: Vec::new(),
            palette,
        }
    }

    /// What the screen is drawn with.
    pub fn palette(&self) -> &Palette {
        &self.palette
    }

    pub fn on(&mut self, canvas: Canvas) {
        self.canvas = canvas;
        // This comes before the first frame: a theme is read once more only where it may be another.
        if self.theme == AUTO && canvas.background.is_some() {
            self.settle();
        }
    }

    /// The terminal has told its background.
    pub fn answered(&mut self, background: Background) {
        self.answered = Some(background);
        self.settle();
    }

    /// Whether the terminal is to be asked for its background.
    pub fn asks(&self) -> bool {
        self.theme == AUTO && self.canvas.answers && self.canvas.depth != Depth::None
    }

    /// Whether a theme is wanted that is not inside the program and has not been read yet.
    pub fn wants_own(&self) -> bool {
        !self.read && self.theme != AUTO && !BUNDLED.contains(&self.theme.as_str())
    }

    /// Takes another reading of the person's own themes.
    pub fn take_own(&mut self, files: Vec<ThemeFile>) {
        (self.own, self.problems) = assemble(files);
        self.read = true;
        let theme = std::mem::take(&mut self.theme);
        if self.find(&theme).is_none() {
            let names: Vec<String> = self.names().iter().map(|name| (*name).to_owned()).collect();
            self.problems.push(no_such_theme(&theme, names, self.named_at.clone()));
            self.theme = AUTO.to_owned();
        } else {
            self.theme = theme;
        }
        self.settle();
    }

    /// `auto`, those inside the program, then the person's own.
    pub fn names(&self) -> Vec<&str> {
        let own = self.own.iter().map(|own| own.name.as_str());
        [AUTO].into_iter().chain(BUNDLED).chain(own).collect()
    }

    /// Takes another theme; one that there is not leaves things as they are.
    pub fn choose(&mut self, name: &str) {
        if self.find(name).is_some() {
            name.clone_into(&mut self.theme);
            self.settle();
        }
    }

    /// The setting has changed: one of the person's own that is not known yet is to be read.
    pub fn set(&mut self, name: &str) {
        name.clone_into(&mut self.theme);
        self.read = self.find(name).is_some();
        self.problems.clear();
        self.settle();
    }

    fn settle(&mut self) {
        // While a person's own has not been read, nobody knows better.
        self.palette = self.find(&self.theme).unwrap_or_else(Palette::neutral);
    }

    fn find(&self, name: &str) -> Option<Palette> {
        if name == AUTO {
            let background = self.answered.or(self.canvas.background);
            return match background {
                Some(Background::Dark) => Palette::bundled("dark"),
                Some(Background::Light) => Palette::bundled("light"),
                None => Some(Palette::neutral()),
            };
        }
        let own = || self.own.iter().find(|own| own.name == name).map(|own| own.palette);
        Palette::bundled(name).or_else(own)
    }
}

/// The list of themes over the view. The theme under the cursor is shown at once.
#[derive(Debug)]
pub struct ThemeList {
    pub scroll: Scroll,
    /// The theme that held when the list was opened: `Esc` brings it back.
    pub before: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::theme::ThemeMistake;
    use std::path::PathBuf;
    use std::sync::Arc;

    fn bundled(name: &str) -> Palette {
        Palette::bundled(name).unwrap()
    }

    fn file(name: &str, text: &str) -> ThemeFile {
        let path = Arc::new(PathBuf::from(format!("{name}.toml")));
        ThemeFile { name: name.to_owned(), path, text: Ok(text.to_owned()) }
    }

    #[test]
    fn the_terminal_decides_and_its_answer_wins() {
        let mut look = Look::new(AUTO.to_owned());
        assert_eq!(*look.palette(), Palette::neutral());
        look.on(Canvas { depth: Depth::True, background: Some(Background::Light), answers: true });
        assert_eq!(*look.palette(), bundled("light"));
        assert!(look.asks(), "what the environment says may be out of date");
        look.answered(Background::Dark);
        assert_eq!(*look.palette(), bundled("dark"));
        look.choose("light");
        assert!(!look.asks());
        look.answered(Background::Dark);
        assert_eq!(*look.palette(), bundled("light"), "a theme that was chosen holds");
    }

    #[test]
    fn a_terminal_that_cannot_answer_is_not_asked() {
        let mut look = Look::new(AUTO.to_owned());
        assert!(!look.asks());
        look.on(Canvas { depth: Depth::None, background: None, answers: true });
        assert!(!look.asks());
    }

    #[test]
    fn a_theme_of_ones_own_is_read_when_it_is_wanted() {
        let mut look = Look::new("mine".to_owned());
        assert!(look.wants_own());
        assert_eq!(*look.palette(), Palette::neutral());
        look.take_own(vec![file("mine", "inherits = \"dark\"")]);
        assert_eq!(*look.palette(), bundled("dark"));
        assert_eq!(look.names(), ["auto", "dark", "light", "high-contrast", "mono", "neutral", "mine"]);
        assert!(look.problems.is_empty() && !look.wants_own());
    }

    #[test]
    fn a_theme_that_there_is_not_is_told_with_the_names() {
        let mut look = Look::new("lihgt".to_owned());
        look.take_own(Vec::new());
        assert_eq!(look.theme, AUTO);
        let [problem] = look.problems.as_slice() else { panic!("{:?}", look.problems) };
        let ThemeMistake::NoSuchTheme { name, near, names } = &problem.mistake else { panic!() };
        assert_eq!((name.as_str(), near.as_deref(), names.len()), ("lihgt", Some("light"), 6));
    }
}
