//! Courses, planned courses and entries: every key is always there, what is unknown is `null`.

use super::amount;
use crate::domain::course::{LocalText, Session, StatedHours};
use crate::domain::hours::Standing;
use crate::domain::vocabulary::{Category, CourseState, Word};
use crate::domain::{Course, Date, Entry, HoursRecord, PlanItem};
use serde_json::{Value, json};

/// What a list says of a course, and how it stands with the person.
pub fn course(course: &Course, state: Option<CourseState>) -> Value {
    let (least, most) = course.hours.as_ref().map(StatedHours::bounds).unzip();
    let (theory, practice) = match course.hours {
        Some(StatedHours::Split { theory, practice, .. }) => (Some(theory), Some(practice)),
        _ => (None, None),
    };
    json!({
        "id": course.id.as_str(),
        "title": course.title.primary(),
        "title_zh": course.title.zh,
        "track": course.track,
        "level": course.level.map(Word::word),
        "hours": course.hours.as_ref().map(|hours| amount(hours.nominal())),
        "unit": course.unit.word(),
        "provider": course.provider,
        "status": state.map(Word::word),
        "grade": course.grade.map(Word::word),
        "stage": course.stage,
        "delivery": course.delivery.map(Word::word),
        "form": course.form.map(Word::word),
        "language": course.language,
        "categories": categories(&course.categories),
        "hours_min": least.map(amount),
        "hours_max": most.flatten().map(amount),
        "theory": theory.map(amount),
        "practice": practice.map(amount),
        "topics": course.topics,
        "instructors": course.instructors,
        "url": course.url,
        "prerequisites": course.prerequisites.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        "assessment": course.assessment,
        "credential": course.credential,
        "source": course.source,
        "facts_as_of": course.facts_as_of,
        "verified": course.verified,
        "note": course.note,
    })
}

/// All that a catalog says of a course.
pub fn course_in_full(shown: &Course, state: Option<CourseState>) -> Value {
    let mut value = course(shown, state);
    if let Value::Object(keys) = &mut value {
        keys.insert("summary".to_owned(), json!(shown.summary.as_ref().map(LocalText::primary)));
        keys.insert("translated".to_owned(), json!(translated(&shown.title)));
        keys.insert("hours_basis".to_owned(), json!(basis(shown)));
        keys.insert("sessions".to_owned(), shown.sessions.iter().map(session).collect());
    }
    value
}

/// A planned course; `planned` is what an open catalog says of it.
pub fn plan_item(item: &PlanItem, state: Option<CourseState>, planned: Option<&Course>) -> Value {
    let hours = planned.and_then(|course| course.hours.as_ref());
    json!({
        "course": item.course.as_str(),
        "title": item.title,
        "status": state.unwrap_or(CourseState::Planned).word(),
        "by": item.by.map(day),
        "added": item.added.map(day),
        "note": item.note,
        "why": item.why,
        "withdrawn": item.withdrawn.map(day),
        "hours": hours.map(|hours| amount(hours.nominal())),
        "unit": planned.map(|course| course.unit.word()),
    })
}

/// An entry, with what became of it in its record.
pub fn entry(entry: &Entry, record: &HoursRecord) -> Value {
    let standing = record.standing(&entry.id);
    let (voiding, replaced_by) = match standing {
        Standing::Live => (None, None),
        Standing::Void(voiding) => (Some(voiding), None),
        Standing::Replaced(by) => (None, Some(by)),
    };
    let evidence = entry.evidence.iter();
    json!({
        "id": entry.id.as_str(),
        "date": day(entry.date),
        "title": entry.title,
        "course": entry.course.as_ref().map(|course| course.as_str()),
        "hours": amount(entry.amount),
        "unit": entry.unit.word(),
        "categories": categories(&entry.categories),
        "form": entry.form.map(Word::word),
        "result": entry.outcome.word(),
        "void": voiding.is_some(),
        "replaces": entry.replaces.as_ref().map(|id| id.as_str()),
        "replaced_by": replaced_by.map(|by| by.id.as_str()),
        "reason": voiding.and_then(|voiding| voiding.reason.as_deref()),
        "provider": entry.provider,
        "url": entry.url,
        "note": entry.note,
        "evidence": evidence.map(|file| json!({"sha256": file.sha256, "name": file.name})).collect::<Vec<_>>(),
        "recorded": entry.recorded.map(|moment| moment.to_string()),
    })
}

fn day(date: Date) -> String {
    date.to_string()
}

fn categories(categories: &[Category]) -> Vec<&str> {
    categories.iter().map(Category::as_str).collect()
}

fn translated(title: &LocalText) -> Vec<&'static str> {
    let marks = [(title.en_translated, "en"), (title.zh_translated, "zh")];
    marks.into_iter().filter(|(ours, _)| *ours).map(|(_, lang)| lang).collect()
}

fn basis(course: &Course) -> Option<&str> {
    match &course.hours {
        Some(StatedHours::Range { basis, .. }) => basis.as_deref(),
        _ => None,
    }
}

fn session(session: &Session) -> Value {
    json!({
        "start": session.start.map(day),
        "end": session.end.map(day),
        "place": session.place,
        "instructors": session.instructors,
        "note": session.note,
        "gates": {
            "training": session.gates.training.map(day),
            "assessment": session.gates.assessment.map(day),
            "recognition": session.gates.recognition.map(day),
        },
    })
}
