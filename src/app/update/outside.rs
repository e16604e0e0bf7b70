//! Things out of the program and back in: the clipboard, the browser, the editor.

use crate::action::Action;
use crate::app::applies::applies;
use crate::app::effect::{Effect, Target};
use crate::app::message::{BrowserFailure, Edited, EditorFailure};
use crate::app::model::{Layer, Model, Tone, View};
use crate::app::subject::{self, Before, Editable, under_cursor};
use crate::domain::Safe;
use crate::domain::web::WebAddress;
use crate::locale::Say;
use crate::locale::outside::PlanChange;
use crate::store::catalog::Severity;
use crate::store::place::Place;
use std::path::Path;

/// The most bytes that are copied: many terminals drop an OSC 52 of more than 100,000 characters,
/// and base64 makes four of three.
pub const CLIPBOARD: usize = 74_000;

pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if action == Action::Edit {
        return edit(model, action);
    }
    if !applies(model, action) {
        return refuse(model, action);
    }
    match action {
        Action::OpenUrl => open_url(model),
        _ => copy(model, action),
    }
}

fn refuse(model: &mut Model, action: Action) -> Vec<Effect> {
    let text = model.lang.phrases().does_not_apply(action);
    model.say(text, Tone::Plain);
    Vec::new()
}

/// Nobody answers an OSC 52: the notice says what was sent, and the first one what to do when
/// nothing arrives.
fn copy(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some((text, count)) = subject::copied(model, action) else { return refuse(model, action) };
    let phrases = model.lang.phrases();
    if text.len() > CLIPBOARD {
        model.say(phrases.too_much_to_copy(text.len(), CLIPBOARD), Tone::Error);
        return Vec::new();
    }
    let what = crate::locale::actions::short(action, model.lang);
    let shown = match action {
        Action::CopyId | Action::CopyUrl if count == 1 => Some(Safe::new(&text).into_string()),
        _ => None,
    };
    let said = phrases.copied(what, count, text.len(), shown.as_deref());
    if std::mem::replace(&mut model.copied, true) {
        model.say(said, Tone::Done);
    } else {
        model.say(format!("{said}{}", phrases.how_copying_works()), Tone::Plain);
    }
    vec![Effect::Copy(text)]
}

fn open_url(model: &mut Model) -> Vec<Effect> {
    let Some(url) = under_cursor(model).and_then(|subject| subject.url()).map(str::to_owned) else {
        return refuse(model, Action::OpenUrl);
    };
    match WebAddress::parse(&url) {
        Ok(address) => {
            let host = address.host();
            model.say(model.lang.phrases().opening(Safe::new(&host).into_string().as_str()), Tone::Done);
            vec![Effect::OpenUrl(url)]
        }
        Err(error) => {
            model.say(error.say(model.lang), Tone::Error);
            Vec::new()
        }
    }
}

pub fn not_opened(model: &mut Model, failure: &BrowserFailure) {
    let phrases = model.lang.phrases();
    let text = match failure {
        BrowserFailure::NoLauncher => phrases.no_browser(),
        BrowserFailure::Launcher(program, code) => phrases.browser_failed(program, *code),
    };
    model.say(text, Tone::Error);
}

fn edit(model: &mut Model, action: Action) -> Vec<Effect> {
    let phrases = model.lang.phrases();
    match subject::editable(model) {
        Editable::Target(target) => {
            let course = match model.view {
                View::Catalog => model.selected_course().map(|course| course.id.clone()),
                View::Plan | View::Hours | View::Status => None,
            };
            model.edited = Some(Before { plan: model.record.plan.clone(), course });
            vec![Effect::Edit(target)]
        }
        Editable::Inside => {
            model.say(phrases.catalog_is_inside().to_owned(), Tone::Warning);
            Vec::new()
        }
        Editable::Entry => {
            model.say(phrases.entries_are_not_edited().to_owned(), Tone::Warning);
            Vec::new()
        }
        Editable::Nothing => refuse(model, action),
    }
}

/// `e` in the list of problems: the file at the place of the mistake.
pub fn edit_problem(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Problems(scroll)) = &model.layer else { return Vec::new() };
    let Some(place) = places(model).nth(scroll.cursor()) else { return Vec::new() };
    let target = Target::File(place.file.as_ref().clone(), (!place.is_whole()).then_some(place.line));
    model.edited = Some(Before { plan: model.record.plan.clone(), course: None });
    vec![Effect::Edit(target)]
}

/// The places of all problems, in the order of their list.
fn places(model: &Model) -> impl Iterator<Item = &Place> {
    let catalog = model.library.problems.iter().map(|problem| &problem.place);
    let packs = model.requirements.problems.iter().map(|problem| &problem.place);
    catalog.chain(packs).chain(model.record.problems.iter().map(|problem| &problem.place))
}

/// The first error in a file, or its first warning.
fn first_problem(model: &Model, file: &Path) -> Option<String> {
    let lang = model.lang;
    let of_catalogs = model.library.problems.iter().chain(&model.requirements.problems);
    let of_catalogs = of_catalogs.map(|problem| (&problem.place, problem.severity, problem as &dyn Say));
    let of_record = model.record.problems.iter();
    let of_record = of_record.map(|problem| (&problem.place, problem.severity, problem as &dyn Say));
    let here = of_catalogs.chain(of_record).filter(|(place, ..)| place.file.as_path() == file);
    let first = here.min_by_key(|(place, severity, _)| (*severity != Severity::Error, place.line))?;
    Some(first.2.say(lang))
}

/// The editor has ended and everything was read again: says what is different now.
pub fn edited(model: &mut Model, edited: &Edited) {
    let before = model.edited.take();
    match model.problems() {
        0 if matches!(model.layer, Some(Layer::Problems(_))) => model.layer = None,
        problems => {
            if let Some(Layer::Problems(scroll)) = &mut model.layer {
                scroll.settle(problems, problems);
            }
        }
    }
    let failure = edited.failure.as_ref().map(|failure| said(model, failure));
    let phrases = model.lang.phrases();
    let name = edited.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (outcome, tone) = if !edited.changed {
        (phrases.not_edited(&name), Tone::Plain)
    } else if let Some(problem) = first_problem(model, &edited.file) {
        (phrases.edited_wrongly(&problem), Tone::Error)
    } else {
        (changes(model, before.as_ref(), &name), Tone::Done)
    };
    match failure {
        None => model.say(outcome, tone),
        Some(failure) if !edited.failure.as_ref().is_some_and(EditorFailure::has_run) => {
            model.say(failure, Tone::Error);
        }
        Some(failure) => {
            let both = format!("{failure}{}{outcome}", model.lang.either("; ", "；"));
            model.say(both, if tone == Tone::Error { Tone::Error } else { Tone::Warning });
        }
    }
}

fn said(model: &Model, failure: &EditorFailure) -> String {
    let phrases = model.lang.phrases();
    match failure {
        EditorFailure::NotACommand(words) => phrases.editor_is_no_command(words),
        EditorFailure::Missing(program) => phrases.editor_is_missing(program),
        EditorFailure::NotStarted(program) => phrases.editor_did_not_start(program),
        EditorFailure::Code(program, code) => phrases.editor_ended_with(program, *code),
        EditorFailure::Killed(program) => phrases.editor_was_killed(program),
        EditorFailure::InputWaiting => phrases.editor_waits_for_input().to_owned(),
    }
}

fn changes(model: &Model, before: Option<&Before>, name: &str) -> String {
    let phrases = model.lang.phrases();
    let Some(before) = before else { return phrases.edited(name) };
    let (old, new) = (&before.plan, &model.record.plan);
    if old != new {
        let added = new.items.iter().filter(|item| old.get(&item.course).is_none()).count();
        let removed = old.items.iter().filter(|item| new.get(&item.course).is_none()).count();
        let altered = |item: &&crate::domain::PlanItem| old.get(&item.course).is_some_and(|was| was != *item);
        let changed = new.items.iter().filter(altered).count();
        return phrases.edited_plan(PlanChange { added, removed, changed });
    }
    match before.course.as_ref().map(|id| (id, model.library.catalog.get(id))) {
        Some((_, Some(course))) => {
            phrases.edited_course(name, course.title.in_order(model.lang.is_chinese()).0)
        }
        Some((id, None)) => phrases.edited_away(name, id.as_str()),
        None => phrases.edited(name),
    }
}
