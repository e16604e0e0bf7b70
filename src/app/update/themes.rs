//! Themes: the list with its preview, and what the terminal and the files have to do with it.

use crate::action::Action;
use crate::app::effect::Effect;
use crate::app::look::ThemeList;
use crate::app::model::{Layer, Model, Tone};
use crate::app::scroll::Scroll;
use crate::config::theme::ThemeFile;
use crate::locale::themes;
use crate::store::settings_file::NotKept;
use std::path::PathBuf;

/// What the theme that is set needs to know from outside: before the first frame, and whenever the
/// terminal may be another.
pub fn wanted(model: &Model) -> Vec<Effect> {
    if model.look.wants_own() {
        vec![Effect::ReadThemes]
    } else if model.look.asks() {
        vec![Effect::AskBackground]
    } else {
        Vec::new()
    }
}

/// Opens the list; the person's own are read again, since they may have been edited meanwhile.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let before = model.look.theme.clone();
    model.layer = Some(Layer::Themes(ThemeList { scroll: Scroll::default(), before }));
    put_cursor(model);
    vec![Effect::ReadThemes]
}

pub fn read(model: &mut Model, files: Vec<ThemeFile>) {
    model.look.take_own(files);
    put_cursor(model);
}

/// The cursor on the theme that is shown.
fn put_cursor(model: &mut Model) {
    let at = model.look.names().iter().position(|name| *name == model.look.theme);
    if let (Some(Layer::Themes(list)), Some(at)) = (&mut model.layer, at) {
        list.scroll.set(at);
    }
}

/// An action while the list is open, `moved` if it has moved the cursor.
pub fn act(model: &mut Model, action: Action, moved: bool) -> Vec<Effect> {
    let Some(Layer::Themes(list)) = &mut model.layer else { return Vec::new() };
    if moved {
        let names = model.look.names();
        list.scroll.settle(names.len(), names.len());
        if let Some(name) = names.get(list.scroll.cursor()).map(|name| (*name).to_owned()) {
            model.look.choose(&name);
        }
        return Vec::new();
    }
    let before = std::mem::take(&mut list.before);
    model.layer = None;
    let chosen = model.look.theme.clone();
    if action != Action::Open {
        model.look.choose(&before);
        return Vec::new();
    }
    if chosen == before {
        return Vec::new();
    }
    let mut effects = vec![Effect::KeepTheme(chosen)];
    effects.extend(wanted(model));
    effects
}

/// Says what became of a theme that was chosen.
pub fn kept(model: &mut Model, name: &str, kept: &Result<Option<PathBuf>, NotKept>) {
    let lang = model.lang;
    let (text, tone) = match kept {
        Ok(Some(path)) => (themes::kept(lang, name, path), Tone::Done),
        Ok(None) => (themes::for_now(lang, name), Tone::Plain),
        Err(why) => (themes::not_kept(lang, name, why), Tone::Warning),
    };
    model.say(text, tone);
}
