//! A typed line as messages to the model: a number chooses, `/words` search, and every action can be
//! named by its name, its key, or words of its description.

use super::catalog::facet_place;
use super::reading::{Place, Reading};
use super::{form, year};
use crate::action::Action;
use crate::app::applies::applies;
use crate::app::commands::{Commands, Scope};
use crate::app::model::{Layer, Pane, View};
use crate::app::{Message, Model};
use crate::config::Key;
use crate::config::keymap::Match;
use crate::locale::Lang;
use crate::locale::actions::short;
use crate::locale::plain::figures::spoken;
use crate::locale::plain::typed::{self, Meant, meant};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

#[derive(Debug)]
pub enum Understood {
    Do(Vec<Message>),
    /// Done, with a remark.
    Told(String, Vec<Message>),
    /// The next rows.
    More,
    /// Everything here once more.
    Again,
    /// The field of a form, to be filled in by the next line.
    Field(usize),
    /// An answer that changes nothing.
    Say(Vec<String>),
    /// Understood, and not possible.
    Refused(Vec<String>),
    /// Several actions: which is it?
    Which(Vec<Action>),
    Unknown,
}

impl Understood {
    pub fn act(action: Action) -> Self {
        Self::Do(vec![Message::Do(action)])
    }
}

/// `line` has no blanks around it and is not empty.
pub fn understand(model: &Model, here: &Reading<'_>, line: &str, awaiting: bool) -> Understood {
    if here.place == Place::Query {
        return search(line, false);
    }
    let line = narrowed(line);
    if let Some(Layer::Form(form)) = &model.layer {
        return form::understand(model, form, &line, awaiting);
    }
    if let Some(understood) = year::understand(model, here, &line) {
        return understood;
    }
    if let Some(query) = line.strip_prefix('/') {
        return sought(model, query.trim());
    }
    if let Some(word) = line.strip_prefix('?').map(str::trim).filter(|word| !word.is_empty()) {
        return explain(model, word);
    }
    match meant(&line) {
        Some(Meant::More) => return Understood::More,
        Some(Meant::Again) => return Understood::Again,
        Some(Meant::Cancel | Meant::Clear) => return Understood::act(Action::Escape),
        Some(Meant::Save) if model.layer.is_some() => return Understood::act(Action::Open),
        Some(Meant::TimerStatus) => {
            let said = model.lang.plain().timer_status(model.record.timer.next(), model.now);
            return Understood::Say(vec![said]);
        }
        Some(Meant::Save) | None => {}
        Some(Meant::Do(action)) => return act(model, action),
    }
    if let Some(number) = number(&line) {
        return choose(model, here, number);
    }
    if let Some(action) = Action::from_name(&line.to_lowercase()) {
        return act(model, action);
    }
    match by_key(model, &line) {
        // The key of the screen, typed as such, also leaves the program.
        Some(Action::Back) => return Understood::act(Action::Back),
        Some(action) => return act(model, action),
        None => {}
    }
    if let Some(command) = typed::own_command(&line) {
        return Understood::Refused(vec![model.lang.plain().own_command(command)]);
    }
    if let Some((command, rest)) = line.split_once(char::is_whitespace)
        && let Some(understood) = with_object(model, here, command, rest.trim())
    {
        return understood;
    }
    by_words(model, &line)
}

/// Signs of an input method that stand for a command; the rest of the line may be a title.
fn narrowed(line: &str) -> String {
    let mut rest = line.chars();
    match rest.next() {
        Some('／' | '、') => format!("/{}", rest.as_str()),
        Some('？') => format!("?{}", rest.as_str()),
        Some('：') => format!(":{}", rest.as_str()),
        Some('！') if rest.as_str().is_empty() => "!".to_owned(),
        _ => line.to_owned(),
    }
}

/// `3`, `3.`, `#3`
fn number(line: &str) -> Option<usize> {
    let text = line.strip_prefix('#').unwrap_or(line);
    let text = text.strip_suffix('.').unwrap_or(text);
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// A row by its number: it is read, run, followed or switched, as `Enter` on it would.
fn choose(model: &Model, here: &Reading<'_>, number: usize) -> Understood {
    let Some(at) = number.checked_sub(1).filter(|at| *at < here.rows) else {
        return Understood::Refused(vec![model.lang.plain().no_row(number, here.rows)]);
    };
    if !here.numbered {
        return Understood::Refused(vec![model.lang.plain().not_numbered()]);
    }
    let then = match (&model.layer, here.place) {
        (Some(layer), _) => runs_its_rows(layer).then_some(Action::Open),
        (None, Place::Facets) => Some(Action::ToggleFacet),
        (None, _) => Some(Action::Open),
    };
    if then.is_none() && here.cursor == Some(at) {
        return Understood::Say(vec![here.row(at)]);
    }
    let at = if here.place == Place::Facets { facet_place(model, at) } else { at };
    let then = then.map(Message::Do);
    Understood::Do(std::iter::once(Message::Choose(at)).chain(then).collect())
}

/// Whether a row's number does what `Enter` on it does, or only chooses it.
fn runs_its_rows(layer: &Layer) -> bool {
    match layer {
        Layer::Commands(_)
        | Layer::Packs(_)
        | Layer::Views(_)
        | Layer::Prerequisites(_)
        | Layer::Themes(_) => true,
        Layer::Form(_)
        | Layer::Ledger(_)
        | Layer::Problems(_)
        | Layer::QueryHelp(_)
        | Layer::Compare(_)
        | Layer::Year(_) => false,
    }
}

/// An action where the person is. What lies over the view is left for it.
fn act(model: &Model, action: Action) -> Understood {
    let here = match action {
        Action::ViewCatalog => model.view == View::Catalog,
        Action::ViewPlan => model.view == View::Plan,
        Action::ViewHours => model.view == View::Hours,
        Action::ViewStatus => model.view == View::Status,
        _ => false,
    };
    match action {
        Action::Redraw if model.layer.is_none() => return Understood::Again,
        Action::Back if at_root(model) => return Understood::Say(vec![model.lang.plain().in_the_catalog()]),
        Action::Suspend => return Understood::Refused(vec![model.lang.plain().only_on_screens()]),
        // Where one is already, it is said once more; out of its parts and facets first.
        _ if here && model.layer.is_none() && model.focus == Pane::List => {
            return Understood::Again;
        }
        _ if here => return Understood::Do(vec![Message::Do(Action::Escape)]),
        _ => {}
    }
    let moves = matches!(
        action,
        Action::Open
            | Action::Escape
            | Action::Back
            | Action::Quit
            | Action::Down
            | Action::Up
            | Action::PageDown
            | Action::PageUp
            | Action::HalfPageDown
            | Action::HalfPageUp
            | Action::Top
            | Action::Bottom
    );
    // All that a course asks for is planned from where that is listed.
    let of_the_layer = matches!((&model.layer, action), (Some(Layer::Prerequisites(_)), Action::PlanAdd))
        || matches!((&model.layer, action), (Some(Layer::Problems(_)), Action::Edit));
    // What is impossible costs nobody their place.
    if model.layer.is_some() && !moves && !of_the_layer && !applies(model, action) {
        return Understood::Refused(not_here(model, action));
    }
    match model.layer.is_some() && !moves && !of_the_layer {
        true => Understood::Do(vec![Message::Do(Action::Escape), Message::Do(action)]),
        false => Understood::act(action),
    }
}

/// Whether one step back would leave the program.
fn at_root(model: &Model) -> bool {
    model.layer.is_none()
        && model.view == View::Catalog
        && model.focus == Pane::List
        && model.came_from.is_none()
}

/// That an action is not possible, and where it would be.
fn not_here(model: &Model, action: Action) -> Vec<String> {
    let why = spoken(model.lang, &model.lang.phrases().does_not_apply(action));
    std::iter::once(why).chain(model.lang.plain().works_where(action)).collect()
}

/// Whether a line is for the list of commands that lies over the view: to go on in it, to run one
/// of its rows, to leave it. Everything else is for the view: help is said and over.
pub fn is_for_commands(line: &str) -> bool {
    let of_list = matches!(
        meant(line),
        Some(Meant::More | Meant::Again | Meant::Cancel)
            | Some(Meant::Do(Action::Back | Action::Open | Action::Up | Action::Down))
            | Some(Meant::Do(
                Action::ViewCatalog | Action::ViewPlan | Action::ViewHours | Action::ViewStatus
            ))
    );
    of_list || number(line).is_some() || matches!(line, "" | "q" | "Esc" | "Enter")
}

/// Keys as the keymap writes them, with blanks between those of a sequence or without.
fn by_key(model: &Model, line: &str) -> Option<Action> {
    if model.layer.is_some() {
        return match line {
            "Enter" => Some(Action::Open),
            "Esc" => Some(Action::Escape),
            "q" => Some(Action::Back),
            "Ctrl+c" => Some(Action::Quit),
            _ => None,
        };
    }
    let written: Option<Vec<Key>> = line.split_whitespace().map(Key::parse).collect();
    let bare =
        || -> Option<Vec<Key>> { line.chars().map(|c| Key::parse(c.encode_utf8(&mut [0; 4]))).collect() };
    let found = |keys: Vec<Key>| match model.keymap.find(model.context(), &keys) {
        Match::Action(action) => Some(action),
        Match::Prefix | Match::None => None,
    };
    written.and_then(found).or_else(|| bare().and_then(found))
}

/// `search WORDS`, `help WORD`, and an action with the number of its row: `plan-add 3`.
fn with_object(model: &Model, here: &Reading<'_>, command: &str, rest: &str) -> Option<Understood> {
    let action = match meant(command) {
        Some(Meant::Do(action)) => Some(action),
        _ => Action::from_name(&command.to_lowercase()).or_else(|| by_key(model, command)),
    };
    match action? {
        Action::Search => Some(sought_beneath(model, rest)),
        Action::Help | Action::Palette => Some(explain(model, rest)),
        action => {
            let at = number(rest)?;
            let Some(at) = at.checked_sub(1).filter(|at| *at < here.rows) else {
                return Some(Understood::Refused(vec![model.lang.plain().no_row(at, here.rows)]));
            };
            let Understood::Do(messages) = act(model, action) else { return None };
            let over_list = here.place == Place::Catalog || !here.place.is_over();
            over_list.then(|| Understood::Do(std::iter::once(Message::Choose(at)).chain(messages).collect()))
        }
    }
}

/// `/` and words: the query, or the filter of a list that lies over the view.
fn sought(model: &Model, text: &str) -> Understood {
    match &model.layer {
        Some(Layer::Packs(_) | Layer::Commands(_) | Layer::Views(_)) => filter(text),
        _ => sought_beneath(model, text),
    }
}

/// The query of the catalog, out of what lies over the view.
fn sought_beneath(model: &Model, text: &str) -> Understood {
    let Understood::Do(messages) = searched(text) else { return Understood::Unknown };
    let out = model.layer.is_some().then_some(Message::Do(Action::Escape));
    Understood::Do(out.into_iter().chain(messages).collect())
}

fn searched(text: &str) -> Understood {
    if text.is_empty() { Understood::act(Action::Search) } else { search(text, true) }
}

fn clear() -> Message {
    Message::Type(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL))
}

/// The text as the query; `open` where its line is not open yet.
fn search(text: &str, open: bool) -> Understood {
    let begin = open.then_some(Message::Do(Action::Search));
    let typed = [clear(), Message::Paste(text.to_owned()), Message::Do(Action::Open)];
    Understood::Do(begin.into_iter().chain(typed).collect())
}

/// A list that is searched by typing: its filter.
fn filter(text: &str) -> Understood {
    let mut messages = Vec::new();
    messages.push(clear());
    if !text.is_empty() {
        messages.push(Message::Paste(text.to_owned()));
    }
    Understood::Do(messages)
}

/// Help on a word: the commands that have it.
fn explain(model: &Model, word: &str) -> Understood {
    let out = model.layer.is_some().then_some(Message::Do(Action::Escape));
    let open = [Message::Do(Action::Palette), Message::Paste(word.to_owned())];
    Understood::Do(out.into_iter().chain(open).collect())
}

/// What an action is called in short, in either language; else words of its description.
fn by_words(model: &Model, line: &str) -> Understood {
    let is_short = |action: &&Action| {
        [Lang::En, Lang::Zh].iter().any(|lang| short(**action, *lang).eq_ignore_ascii_case(line))
    };
    let shorts: Vec<Action> = Action::ALL.iter().filter(is_short).copied().collect();
    if !shorts.is_empty() {
        return one_of(model, shorts);
    }
    if matches!(model.layer, Some(Layer::Packs(_) | Layer::Views(_))) {
        return filter(line);
    }
    let mut palette = Commands::new(Scope::Palette);
    palette.filter.paste(line);
    let is_word = line.chars().count() > 2 || !line.is_ascii() && line.chars().count() > 1;
    let found = if is_word { palette.rows(model) } else { Vec::new() };
    one_of(model, found.into_iter().map(|row| row.action).collect())
}

/// Actions to choose from: more than that is no answer.
const MOST: usize = 9;

fn one_of(model: &Model, actions: Vec<Action>) -> Understood {
    let possible: Vec<Action> = actions.iter().copied().filter(|action| applies(model, *action)).collect();
    let actions = if possible.is_empty() { actions } else { possible };
    match actions.as_slice() {
        [] => Understood::Unknown,
        [action] => act(model, *action),
        _ => Understood::Which(actions.into_iter().take(MOST).collect()),
    }
}

/// The word that a slip of the finger was most probably meant to be.
pub fn nearest(line: &str) -> Option<&'static str> {
    let names = Action::ALL.iter().map(|action| action.name()).chain(typed::all());
    let near =
        names.map(|name| (strsim::damerau_levenshtein(name, line), name)).min_by_key(|(far, _)| *far)?;
    (near.0 <= 2 && near.0 < near.1.chars().count() && line.chars().count() > 2).then_some(near.1)
}
