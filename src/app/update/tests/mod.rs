//! `update` as tables: a model, messages, what the model is then, and the exact effects.

mod actions;
mod forms;
mod outcomes;
mod outside;
mod query_line;
mod status;
mod timer;

use super::update;
use crate::action::Action;
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::model::{Layer, Model, Pane, Start};
use crate::domain::course::{LocalText, StatedHours};
use crate::domain::hours::Voiding;
use crate::domain::profile::{Since, TotalOverride};
use crate::domain::timer::Session;
use crate::domain::{
    Amount, Catalog, Course, CourseId, Date, Entry, EntryId, Following, HoursRecord, Plan, PlanItem, Profile,
    RuleId,
};
use crate::locale::Lang;
use crate::store::catalog::Opened;
use crate::store::record::Record;
use crate::store::requirements;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::Timestamp;

const TODAY: Date = Date::constant(2026, 11, 21);

fn course_id(text: &str) -> CourseId {
    CourseId::new(text).unwrap()
}

fn entry_id(text: &str) -> EntryId {
    EntryId::new(text).unwrap()
}

fn course(id: &str, title: &str) -> Course {
    Course::new(course_id(id), LocalText::plain(title))
}

fn item(id: &str, title: &str) -> PlanItem {
    PlanItem::new(course_id(id), title, Date::constant(2026, 1, 1))
}

fn entry(id: &str, day: i8) -> Entry {
    let date = Date::constant(2026, 3, day);
    let entry = Entry::new(entry_id(id), date, "Alpha".to_owned(), Amount::whole(8));
    Entry { course: Some(course_id("alpha")), ..entry }
}

/// 60 courses: alpha (8 hours, not planned), beta and gamma (planned), and many more.
fn catalog() -> Opened {
    let mut alpha = course("alpha", "Alpha");
    alpha.hours = Some(StatedHours::Exact(Amount::whole(8)));
    alpha.track = Some("leadership".to_owned());
    alpha.url = Some("https://example.org/alpha".to_owned());
    let mut beta = course("beta", "Beta");
    beta.track = Some("safety".to_owned());
    let mut courses = vec![alpha, beta, course("gamma", "Gamma")];
    courses.extend((3..60).map(|number| course(&format!("more-{number}"), &format!("More {number}"))));
    Opened { catalog: Catalog::new(courses), ..Opened::default() }
}

/// Two planned courses; an entry that counts above one that is void.
fn record() -> Record {
    let voiding = Voiding {
        id: entry_id("voiding"),
        target: entry_id("old"),
        date: Date::constant(2026, 3, 1),
        reason: None,
        recorded: None,
    };
    Record {
        plan: Plan { items: vec![item("beta", "Beta"), item("gamma", "Gamma")] },
        profile: Profile { following: vec![following("cn-mohrss"), texas()], ..Profile::default() },
        hours: HoursRecord::new(vec![entry("old", 1), entry("new", 2)], vec![voiding]),
        ..Record::default()
    }
}

fn rule_id(text: &str) -> RuleId {
    RuleId::new(text).unwrap()
}

fn following(rule: &str) -> Following {
    Following::new(rule_id(rule))
}

/// Followed from a date of the person's own, with a number and a total of its own.
fn texas() -> Following {
    Following {
        since: Some(Since::On(Date::constant(2025, 10, 1))),
        licence: Some("PE-1".to_owned()),
        totals: vec![TotalOverride { period: None, hours: Amount::whole(10) }],
        ..following("us-tx-pe")
    }
}

fn start(record: Record) -> Model {
    Model::new(Start {
        lang: Lang::En,
        settings: crate::config::Settings::default(),
        today: TODAY,
        size: (80, 24),
        catalog: catalog(),
        packs: requirements::bundled(),
        record,
        entry: entry_id("fresh"),
    })
}

fn model() -> Model {
    start(record())
}

/// Applies actions one after the other; what they ask for together.
fn act(model: &mut Model, actions: &[Action]) -> Vec<Effect> {
    actions.iter().flat_map(|action| update(model, Message::Do(*action))).collect()
}

/// A session from the beginning of time, stopped so many seconds later.
fn timed(id: &str, course: &str, stopped: Option<i64>) -> Session {
    let mut title = course.to_owned();
    title[..1].make_ascii_uppercase();
    Session {
        id: entry_id(id),
        course: course_id(course),
        title,
        date: TODAY,
        started: Timestamp::UNIX_EPOCH,
        stopped: stopped.map(|second| Timestamp::from_second(second).unwrap()),
    }
}

fn press(model: &mut Model, code: KeyCode) -> Vec<Effect> {
    update(model, Message::Type(KeyEvent::new(code, KeyModifiers::NONE)))
}

fn type_text(model: &mut Model, text: &str) {
    for c in text.chars() {
        assert_eq!(press(model, KeyCode::Char(c)), []);
    }
}

fn said(model: &Model) -> &str {
    model.notice.as_ref().map_or("", |notice| notice.text.as_str())
}

fn form(model: &Model) -> &crate::app::form::Form {
    match &model.layer {
        Some(Layer::Form(form)) => form,
        other => panic!("no form but {other:?}"),
    }
}

/// Everything that an action may change, but for the notice.
fn state(model: &Model) -> String {
    format!(
        "{:?}",
        (
            (model.view, model.focus, model.detail, model.saving, model.quit),
            (&model.plan, &model.hours, &model.layer, model.catalog.facets_wanted),
            (model.catalog.query.text(), model.catalog.editing, &model.catalog.marked),
            (model.requirements.as_of, model.requirements.rules, model.requirements.part),
            (&model.catalog.scroll, &model.catalog.facet_scroll, &model.catalog.found.rows),
        )
    )
}
