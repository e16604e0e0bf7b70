//! A form in words, for the screen and for the conversation alike: labels, choices, faults, and what
//! helps to fill in a field.

use super::form::{Choice, Fault, FieldName, Form, FormField, Purpose};
use super::hours_form;
use super::model::{Model, Tone};
use super::view_form;
use crate::domain::Course;
use crate::domain::course::StatedHours;
use crate::domain::requirement::Anchor;
use crate::domain::totals::Totals;
use crate::domain::vocabulary::{Category, KNOWN_CATEGORIES, Outcome};
use crate::locale::{Lang, Say, timer, vocabulary};

/// Categories that are offered below an empty field.
const OFFERED: usize = 4;

/// What a form is for, as its heading.
pub fn name(lang: Lang, purpose: &Purpose) -> &'static str {
    let words = lang.words();
    match purpose {
        Purpose::Record { .. } | Purpose::Timed { .. } => words.record_hours,
        Purpose::Correct { .. } => words.correct_entry,
        Purpose::Void { .. } => words.void_entry,
        Purpose::PlanItem { .. } => words.plan_item,
        Purpose::Follow { .. } => words.follow,
        Purpose::SaveView { .. } => words.save_view,
    }
}

pub fn label(lang: Lang, name: FieldName) -> &'static str {
    let words = lang.words();
    match name {
        FieldName::Title => words.title,
        FieldName::Date => words.date,
        FieldName::Hours => words.amount,
        FieldName::Unit => words.unit,
        FieldName::Categories => words.categories,
        FieldName::Form => words.form,
        FieldName::Outcome => words.result,
        FieldName::Provider => words.provider,
        FieldName::Note => words.note,
        FieldName::Evidence => words.certificates,
        FieldName::TargetDate => words.target_date,
        FieldName::Why => words.why,
        FieldName::Withdrawn => words.withdrawn,
        FieldName::Reason => words.reason,
        FieldName::Since => words.since,
        FieldName::ViewName => words.view_name,
    }
}

pub fn choice_text(lang: Lang, choice: Choice) -> String {
    let words = lang.words();
    match choice {
        Choice::NotStated => words.not_stated.to_owned(),
        Choice::Unit(unit) => unit.say(lang),
        Choice::Form(form) => form.say(lang),
        Choice::Outcome(outcome) => outcome.say(lang),
        Choice::No => words.no.to_owned(),
        Choice::Yes => words.yes.to_owned(),
    }
}

pub fn fault_text(lang: Lang, fault: &Fault) -> String {
    match fault {
        Fault::Missing => lang.words().missing.to_owned(),
        Fault::Amount(error) => error.say(lang),
        Fault::Date(error) => error.say(lang),
        Fault::ViewName => lang.words().not_a_view_name.to_owned(),
        Fault::InFuture => lang.words().in_future.to_owned(),
        Fault::NoChoice(field, typed) => lang.phrases().no_choice(label(lang, *field), typed),
        Fault::Category(word) => lang.phrases().not_a_category(word),
    }
}

/// What helps to fill in a field: the forms of a date, and what the catalog states of hours.
pub fn hint(model: &Model, form: &Form, field: &FormField, focused: bool) -> Option<String> {
    let lang = model.lang;
    match field.name {
        FieldName::Date if focused => Some(lang.words().date_hint.to_owned()),
        FieldName::Since if focused => Some(lang.words().since_hint.to_owned()),
        FieldName::ViewName => match view_form::replaced(form, &model.record.views) {
            Some(old) => Some(lang.phrases().view_is(&old.query)),
            None => Some(lang.words().view_name_hint.to_owned()),
        },
        FieldName::TargetDate if focused => Some(lang.words().target_hint.to_owned()),
        FieldName::Categories if nearly(form).is_some() => {
            nearly(form).map(|known| lang.phrases().did_you_mean(known))
        }
        FieldName::Categories if focused => Some(offered(lang, form)),
        FieldName::Evidence => match &form.purpose {
            Purpose::Correct { old, .. } if !old.evidence.is_empty() => {
                let names: Vec<&str> = old.evidence.iter().map(|kept| kept.name.as_str()).collect();
                Some(lang.phrases().attached(&names))
            }
            _ => focused.then(|| lang.words().certificates_hint.to_owned()),
        },
        FieldName::Hours => {
            let course = recorded_course(model, form)?;
            match &course.hours {
                None => Some(lang.words().no_hours_stated.to_owned()),
                Some(range @ StatedHours::Range { .. }) => {
                    let stated = vocabulary::hours(lang, Some(range), course.unit);
                    Some(lang.phrases().stated_as(&stated))
                }
                Some(StatedHours::Exact(_) | StatedHours::Split { .. }) => None,
            }
        }
        FieldName::Outcome => {
            recorded_course(model, form)?.assessment.as_ref()?;
            let completed = form.choice(FieldName::Outcome) == Choice::Outcome(Outcome::Completed);
            completed.then(|| lang.words().counts_once_passed.to_owned())
        }
        _ => None,
    }
}

/// The known category that one of those typed was probably meant to be.
fn nearly(form: &Form) -> Option<&str> {
    let categories = hours_form::categories(form.text(FieldName::Categories)).ok()?;
    categories.iter().find_map(|category| category.nearly(&form.counted))
}

/// Some categories to choose from: those that the followed rules count by, else known ones. In
/// Chinese by their names, which can be typed as well.
fn offered(lang: Lang, form: &Form) -> String {
    let known = || KNOWN_CATEGORIES.iter().filter_map(|known| Category::new(known));
    let offered = if form.counted.is_empty() { known().collect() } else { form.counted.clone() };
    let name = |category: &Category| match lang {
        Lang::En => category.to_string(),
        Lang::Zh => category.say(lang),
    };
    let names: Vec<String> = offered.iter().take(OFFERED).map(name).collect();
    let more = if offered.len() > OFFERED { " …" } else { "" };
    match lang {
        Lang::En => format!("({}{more})", names.join(", ")),
        Lang::Zh => format!("（{}{more}）", names.join("、")),
    }
}

/// The catalog's course that a new entry is for.
fn recorded_course<'a>(model: &'a Model, form: &Form) -> Option<&'a Course> {
    let Purpose::Record { course: Some(course), .. } = &form.purpose else { return None };
    model.library.catalog.get(course)
}

/// A line below the subject: what makes one think twice, or which day a pack asks for.
pub fn remark(model: &Model, form: &Form) -> Option<(String, Tone)> {
    if let Purpose::Timed { session } = &form.purpose {
        return Some((timer::remark(model.lang, session), Tone::Plain));
    }
    let Purpose::Follow { rule, .. } = &form.purpose else {
        return recorded_before(model, form).map(|before| (before, Tone::Warning));
    };
    match &model.requirements.rule(rule)?.cycle.anchor {
        Anchor::Personal { asks, .. } => {
            let asks = asks.as_ref()?.in_order(model.lang.is_chinese()).0;
            Some((asks.to_owned(), Tone::Plain))
        }
        _ => None,
    }
}

/// What has been recorded for that course before, so that nothing is recorded twice by mistake.
fn recorded_before(model: &Model, form: &Form) -> Option<String> {
    let Purpose::Record { course: Some(course), .. } = &form.purpose else { return None };
    let entries = model.record.hours.live();
    let totals = Totals::of(entries.filter(|entry| entry.course.as_ref() == Some(course)));
    let sums = vocabulary::sums(model.lang, &totals.completed);
    (!totals.completed.is_empty()).then(|| model.lang.phrases().already_recorded(&sums))
}
