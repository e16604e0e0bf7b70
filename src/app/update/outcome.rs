//! What effects came to: saved or not, undone, read again.

use super::outside;
use crate::app::configuration::Configuration;
use crate::app::effect::Effect;
use crate::app::library::Library;
use crate::app::message::{Message, Step};
use crate::app::model::{Layer, Model, Tone};
use crate::domain::{CourseId, Entry, Operation};
use crate::locale::Say;
use crate::store::record::{Record, SaveError, Saved, Stepped};

pub fn apply(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Saved(result) => saved(model, result),
        Message::Stepped(step, result) => return stepped(model, step, result),
        Message::RecordRead(record) => record_read(model, *record),
        Message::CatalogRead(opened) => {
            let course = model.selected_course().map(|course| course.id.clone());
            model.library = Library::new(*opened);
            model.requirements_changed();
            model.personal_changed();
            model.put_cursor_on(course.as_ref());
        }
        Message::PacksRead(opened) => {
            model.requirements.take_packs(*opened);
            model.requirements_changed();
            model.personal_changed();
        }
        Message::Configured(configuration) => {
            configured(model, *configuration);
            return super::themes::wanted(model);
        }
        Message::Reloaded => {
            let text = model.lang.words().reloaded.to_owned();
            model.say(text, Tone::Done);
        }
        Message::NotOpened(failure) => outside::not_opened(model, &failure),
        Message::Edited(edited) => outside::edited(model, &edited),
        Message::Clock(now) => model.now = Some(now),
        Message::Fresh(entry, today) => {
            model.next_entry = entry;
            if model.today != today {
                model.today = today;
                model.requirements_changed();
                model.personal_changed();
            }
        }
        _ => {}
    }
    Vec::new()
}

/// A mistake that was not there before is told at once: whoever saves the file looks at the screen.
fn configured(model: &mut Model, configuration: Configuration) {
    let new = configuration.troubles.iter().find(|trouble| !model.troubles.contains(trouble)).cloned();
    model.configure(configuration);
    let (text, tone) = match new {
        Some(trouble) => (trouble.say(model.lang), Tone::Warning),
        None => (model.lang.words().settings_read.to_owned(), Tone::Done),
    };
    model.say(text, tone);
}

fn saved(model: &mut Model, result: Result<Saved, SaveError>) {
    model.saving = model.saving.saturating_sub(1);
    match result {
        Ok(saved) if edits_what_is_gone(model, &saved) => {
            model.say(model.lang.words().item_gone.to_owned(), Tone::Error);
        }
        Ok(saved) => {
            if matches!(model.layer, Some(Layer::Form(_))) {
                model.layer = None;
            }
            if let Operation::LogAdd(entry) = &saved.operation {
                model.recorded = Some(entry.id.clone());
            }
            if let Operation::Follow(following) = &saved.operation {
                model.requirements.wanted = Some(following.rule.clone());
            }
            // What was measured is offered at once: the form says so, and takes the letters.
            if let (Operation::TimerStop(session), 1..) = (&saved.operation, saved.touched) {
                super::timer::offer(model, session);
                return;
            }
            let (phrases, what) = (model.lang.phrases(), said(model, &saved.operation));
            let text = match saved.operation {
                Operation::Follow(_) | Operation::ViewSave(_) | Operation::TimerStart(_) => {
                    phrases.done(&what)
                }
                _ => phrases.saved(&what),
            };
            model.say(text, Tone::Done);
        }
        Err(error) => model.say(error.say(model.lang), Tone::Error),
    }
}

/// A course may have left the plan, by another program's hand, while its form was open.
fn edits_what_is_gone(model: &Model, saved: &Saved) -> bool {
    let Operation::PlanEdit(item) = &saved.operation else { return false };
    saved.touched == 0 && model.record.plan.get(&item.course).is_none()
}

/// An operation in words, with titles where it carries ids only.
fn said(model: &Model, operation: &Operation) -> String {
    let phrases = model.lang.phrases();
    match operation {
        Operation::PlanRemove(courses) if courses.len() == 1 => {
            courses.first().map_or_else(String::new, |course| phrases.took_out(title(model, course)))
        }
        Operation::PlanMove { course, to } => phrases.moved(title(model, course), to + 1),
        Operation::LogVoid(voiding) => match model.record.hours.get(&voiding.target) {
            Some(entry) => phrases.voided(&entry.title),
            None => operation.say(model.lang),
        },
        _ => operation.say(model.lang),
    }
}

/// A course's title in the catalog, else in the plan, else its id.
fn title<'a>(model: &'a Model, id: &'a CourseId) -> &'a str {
    let planned = || model.record.plan.get(id).map(|item| item.title.as_str());
    match model.library.catalog.get(id) {
        Some(course) => course.title.in_order(model.lang.is_chinese()).0,
        None => planned().unwrap_or(id.as_str()),
    }
}

/// Says what was undone or redone, and goes on where a count asked for more: until one of the steps
/// fails, or there is nothing left.
fn stepped(model: &mut Model, step: Step, result: Result<Option<Stepped>, SaveError>) -> Vec<Effect> {
    let more = std::mem::take(&mut model.steps);
    let goes_on = more > 0 && matches!(result, Ok(Some(_)));
    model.saving = model.saving.saturating_sub(1);
    let words = model.lang.words();
    match result {
        Ok(Some(stepped)) => {
            let what = match stepped.anew {
                true => stepped.say(model.lang),
                false => said(model, &stepped.operation),
            };
            let text = match step {
                Step::Undo => model.lang.phrases().undone(&what),
                Step::Redo => model.lang.phrases().redone(&what),
            };
            model.say(text, Tone::Done);
        }
        Ok(None) => {
            let nothing = match step {
                Step::Undo => words.nothing_to_undo,
                Step::Redo => words.nothing_to_redo,
            };
            model.say(nothing.to_owned(), Tone::Plain);
        }
        Err(error) => model.say(error.say(model.lang), Tone::Error),
    }
    if goes_on {
        model.steps = more - 1;
        return super::step(model, step);
    }
    Vec::new()
}

/// Another reading of the learner's files: cursors stay on their item and entry.
fn record_read(model: &mut Model, record: Record) {
    let item = model.selected_item().map(|item| item.course.clone());
    let entry = model.selected_entry().map(|entry| entry.id.clone());
    let before = model.record.hours.listed_len();
    model.take_record(record);
    if let Some(Layer::Views(mut list)) = model.layer.take_if(|layer| matches!(layer, Layer::Views(_))) {
        list.refresh(model);
        model.layer = Some(Layer::Views(list));
    }
    if let Some(position) = item.and_then(|course| model.record.plan.position(&course)) {
        model.plan.set(position);
    }
    let hours = &model.record.hours;
    let find = |is_it: &dyn Fn(&Entry) -> bool| hours.listed().position(is_it);
    let recorded = model.recorded.take();
    let new = recorded.and_then(|id| find(&|listed| listed.id == id));
    let itself = || find(&|listed| Some(&listed.id) == entry.as_ref());
    let correction = || find(&|listed| entry.is_some() && listed.replaces == entry);
    match new.or_else(itself).or_else(correction) {
        Some(position) => model.hours.set(position),
        // The first entries stand in an empty list.
        None if hours.listed_len() > before => model.hours.set(0),
        None => {}
    }
}
