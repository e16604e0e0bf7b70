//! `update`: the one place where the model changes. It dispatches; what an action does stands in
//! the file of what it is about.

mod browse;
mod counts;
mod layers;
mod lists;
mod outcome;
mod outside;
mod plan_and_hours;
mod pointer;
mod query_line;
mod saved_views;
mod status;
#[cfg(test)]
mod tests;
mod themes;
mod timer;
mod tour;
mod year;

use super::effect::Effect;
use super::message::{Message, Step};
use super::model::{Layer, Model, Pane, Tone, View};
use crate::action::Action;
use crate::config::keymap::Keys;

/// Applies a message and says what is to be done outside. Afterwards every cursor is in range.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    tour::follow(model, &message);
    let on_line = model.catalog.editing;
    let mut effects = apply(model, message);
    if on_line && !model.catalog.editing {
        effects.extend(query_line::left(model));
    }
    model.settle();
    effects
}

fn apply(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Do(action) => {
            let (asked, count) = (model.quit_asked, model.count);
            key_was_pressed(model);
            model.quit_asked = asked && matches!(action, Action::Quit | Action::Back);
            match count.filter(|_| model.layer.is_none()) {
                Some(count) => counts::act(model, action, count),
                None => act(model, action),
            }
        }
        Message::Type(key) => {
            key_was_pressed(model);
            layers::typed(model, &key)
        }
        Message::Paste(text) => {
            layers::pasted(model, &text);
            Vec::new()
        }
        Message::Line(key) => {
            key_was_pressed(model);
            query_line::key(model, key)
        }
        Message::QueriesRead(queries) => {
            query_line::queries_read(model, queries);
            Vec::new()
        }
        Message::Prefix(key) => {
            model.notice = None;
            model.pending.push(key);
            Vec::new()
        }
        Message::Count(digit) => {
            counts::digit(model, digit);
            Vec::new()
        }
        Message::Pointer { gesture, target, column } => pointer::act(model, gesture, target, column),
        Message::Unbound(keys) => {
            key_was_pressed(model);
            if !keys.is_empty() {
                let text = model.lang.phrases().unbound(&Keys(&keys).to_string());
                model.say(text, Tone::Plain);
            }
            Vec::new()
        }
        Message::Choose(place) => {
            key_was_pressed(model);
            match model.layer {
                Some(_) => layers::choose(model, place),
                None => browse::choose(model, place),
            }
            Vec::new()
        }
        Message::Resize(width, height) => {
            model.size = (width, height);
            themes::wanted(model)
        }
        Message::Shown => match model.library.partial || model.requirements.partial {
            true => vec![Effect::Open],
            false => Vec::new(),
        },
        Message::Background(background) => {
            model.look.answered(background);
            Vec::new()
        }
        Message::ThemesRead(files) => {
            themes::read(model, files);
            Vec::new()
        }
        Message::ThemeKept(name, kept) => {
            themes::kept(model, &name, &kept);
            Vec::new()
        }
        Message::Look => vec![Effect::Look],
        Message::InputWaiting => {
            let text = model.lang.words().input_waiting.to_owned();
            model.say(text, Tone::Warning);
            Vec::new()
        }
        other => outcome::apply(model, other),
    }
}

/// What any key does besides its own work: it clears the notice and ends a sequence and a count.
fn key_was_pressed(model: &mut Model) {
    model.notice = None;
    model.pending.clear();
    model.count = None;
    model.steps = 0;
    model.quit_asked = false;
}

fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Quit => return quit(model),
        Action::Suspend => return vec![Effect::Suspend],
        // Whoever has gone to another terminal meanwhile draws anew, and that one may be light.
        Action::Redraw => return [vec![Effect::Redraw], themes::wanted(model)].concat(),
        _ => {}
    }
    if model.layer.is_some() {
        return layers::act(model, action);
    }
    beneath(model, action)
}

/// What an action does to the view itself.
fn beneath(model: &mut Model, action: Action) -> Vec<Effect> {
    if query_line::in_box(model, action) {
        return Vec::new();
    }
    match action {
        Action::ViewCatalog => go(model, View::Catalog),
        Action::ViewPlan => go(model, View::Plan),
        Action::ViewHours => go(model, View::Hours),
        Action::ViewStatus => go(model, View::Status),
        Action::NextView => step_view(model, 1),
        Action::PreviousView => step_view(model, View::ALL.len() - 1),
        Action::Undo => return step(model, Step::Undo),
        Action::Redo => return step(model, Step::Redo),
        Action::Reload => return vec![Effect::Reload],
        Action::Back => return back(model),
        Action::Themes => return themes::open(model),
        Action::Year => year::open(model),
        Action::Timer | Action::TimerDiscard => return timer::act(model, action),
        Action::Help | Action::Palette | Action::Problems | Action::QueryHelp => layers::open(model, action),
        Action::SaveView | Action::SavedViews => return saved_views::act(model, action),
        Action::PlanAdd
        | Action::PlanRemove
        | Action::RecordHours
        | Action::RecordFree
        | Action::Modify
        | Action::Void
        | Action::MoveEarlier
        | Action::MoveLater => return plan_and_hours::act(model, action),
        Action::Compare | Action::Prerequisites => lists::open(model, action),
        Action::Tour => tour::begin(model),
        Action::Follow
        | Action::Unfollow
        | Action::FillGap
        | Action::EarlierDay
        | Action::LaterDay
        | Action::Today => return status::act(model, action),
        Action::CopyCitation
        | Action::CopyId
        | Action::CopyUrl
        | Action::CopyJson
        | Action::OpenUrl
        | Action::Edit => return outside::act(model, action),
        _ => browse::act(model, action),
    }
    Vec::new()
}

pub(super) fn go(model: &mut Model, view: View) {
    model.came_from = None;
    if model.view != view {
        model.view = view;
        model.focus = Pane::List;
        model.detail = 0;
        model.catalog.editing = false;
    }
}

fn step_view(model: &mut Model, by: usize) {
    let at = View::ALL.iter().position(|view| *view == model.view).unwrap_or(0);
    if let Some(view) = View::ALL.get((at + by) % View::ALL.len()) {
        go(model, *view);
    }
}

/// `q`: out of a pane, out of a view, and at the root out of the program.
fn back(model: &mut Model) -> Vec<Effect> {
    if model.focus != Pane::List {
        model.focus = Pane::List;
    } else if model.view != View::Catalog {
        go(model, View::Catalog);
    } else if let Some(view) = model.came_from {
        go(model, view);
    } else {
        return quit(model);
    }
    Vec::new()
}

/// `Ctrl+c` quits from anywhere; what is typed in a form is saved nowhere yet, so where there is
/// such a form, open or left, it takes two keys.
fn quit(model: &mut Model) -> Vec<Effect> {
    let words = model.lang.words();
    let unsaved = match &model.layer {
        Some(Layer::Form(form)) if form.touched => Some(words.quit_unsaved),
        _ if !model.drafts.is_empty() => Some(words.quit_drafts),
        _ => None,
    };
    if let Some(warning) = unsaved
        && !model.quit_asked
    {
        model.quit_asked = true;
        model.say(warning.to_owned(), Tone::Warning);
        return Vec::new();
    }
    model.quit = true;
    vec![Effect::Quit]
}

fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    model.saving += 1;
    vec![Effect::Step(step)]
}
