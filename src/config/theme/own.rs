//! A person's own themes: files put together with what they inherit.

use super::problem::{ThemeMistake, ThemeProblem};
use super::read::{self, Said};
use super::{AUTO, BUNDLED, Palette, near_name, nearest};
use crate::config::problem::Position;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// A theme file as it was found. Its theme is called as the file is, without `.toml`.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    pub name: String,
    pub path: Arc<PathBuf>,
    /// [`io::ErrorKind::InvalidData`]: not UTF-8.
    pub text: Result<String, io::ErrorKind>,
}

/// A theme of the person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    pub name: String,
    pub palette: Palette,
}

struct Read {
    name: String,
    path: Arc<PathBuf>,
    said: Said,
}

/// The themes of some files, each whole, in the order of the files, and what is wrong with them.
/// Whatever is wrong, a file that is TOML makes a theme: of what is right in it.
pub fn assemble(files: Vec<ThemeFile>) -> (Vec<Own>, Vec<ThemeProblem>) {
    let (mut read, mut problems) = (Vec::new(), Vec::new());
    for file in files {
        let whole = |mistake| ThemeProblem { file: Some(file.path.clone()), line: 0, column: 0, mistake };
        if file.name == AUTO || BUNDLED.contains(&file.name.as_str()) {
            problems.push(whole(ThemeMistake::NameTaken));
            continue;
        }
        match file.text {
            Err(kind) => problems.push(whole(ThemeMistake::Unreadable(kind))),
            Ok(text) => {
                let mut said = read::own(&file.path, &text);
                problems.append(&mut said.problems);
                read.push(Read { name: file.name, path: file.path, said });
            }
        }
    }
    let mut own = Vec::new();
    for theme in &read {
        let (palette, wrong) = whole(theme, &read);
        problems.extend(wrong);
        own.push(Own { name: theme.name.clone(), palette });
    }
    (own, problems)
}

/// The mistake of naming a theme that there is not, at the place where it is named, if that is in a
/// file. `names`: those that there are.
pub fn no_such_theme(
    name: &str,
    names: Vec<String>,
    place: Option<(Arc<PathBuf>, Position)>,
) -> ThemeProblem {
    let near = near_name(name, &names);
    let mistake = ThemeMistake::NoSuchTheme { name: name.to_owned(), near, names };
    let (file, at) = place.map_or((None, Position::default()), |(file, at)| (Some(file), at));
    ThemeProblem { file, line: at.line, column: at.column, mistake }
}

/// A theme over those that it inherits from, and what is wrong with what it names itself.
fn whole(theme: &Read, all: &[Read]) -> (Palette, Option<ThemeProblem>) {
    let (mut chain, mut wrong) = (vec![theme], None);
    let mut base = Palette::neutral();
    let mut top = theme;
    while let Some((name, place)) = &top.said.inherits {
        if let Some(bundled) = Palette::bundled(name) {
            base = bundled;
            break;
        }
        let mistake = match all.iter().find(|other| other.name == *name) {
            Some(below) if chain.iter().any(|one| one.name == below.name) => {
                // Told once, by the first of the circle; a theme that only leads into it says nothing.
                let from = chain.iter().position(|one| one.name == below.name).unwrap_or(0);
                let names: Vec<String> = chain.iter().skip(from).map(|one| one.name.clone()).collect();
                let first = names.iter().min() == Some(&theme.name) && from == 0;
                first.then_some(ThemeMistake::Circle { names })
            }
            Some(below) => {
                chain.push(below);
                top = below;
                continue;
            }
            None if chain.len() == 1 => {
                let known = BUNDLED.into_iter().chain(all.iter().map(|other| other.name.as_str()));
                let near = nearest(name, known).map(str::to_owned);
                Some(ThemeMistake::UnknownBase { name: name.clone(), near })
            }
            None => None,
        };
        let (line, column) = if chain.len() == 1 {
            *place
        } else {
            theme.said.inherits.as_ref().map_or((0, 0), |(_, place)| *place)
        };
        wrong = mistake.map(|mistake| ThemeProblem { file: Some(theme.path.clone()), line, column, mistake });
        break;
    }
    for (role, style) in chain.iter().rev().flat_map(|one| &one.said.styles) {
        base.set(*role, *style);
    }
    (base, wrong)
}
