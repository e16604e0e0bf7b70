//! The clipboard, the browser and the editor: what is asked for, and what is said.

use super::*;
use crate::app::message::{BrowserFailure, Edited, EditorFailure};
use crate::app::model::Tone;
use crate::app::update::outside::CLIPBOARD;
use crate::app::{Effect, Target};
use crate::domain::course::Origin;
use crate::store::catalog::Severity;
use crate::store::place::Place;
use crate::store::record::{RecordProblem, RecordProblemKind};
use serde_json::Value;
use std::path::PathBuf;
use std::sync::Arc;

const PLAN: &str = "/data/plan.toml";

fn copied(model: &mut Model, actions: &[Action]) -> String {
    match act(model, actions).as_slice() {
        [Effect::Copy(text)] => text.clone(),
        other => panic!("{other:?}: {}", said(model)),
    }
}

/// A model whose courses stand in a file of the person's own, and link there.
fn own_catalog(url: &str) -> Model {
    let mut model = model();
    let mut courses = model.library.catalog.courses().to_vec();
    courses[0].url = Some(url.to_owned());
    courses[0].origin = Origin { file: Arc::new(PathBuf::from("/my/catalog.toml")), line: 7 };
    let sources = vec![PathBuf::from("/my")];
    let opened = Opened { catalog: Catalog::new(courses), sources, ..Opened::default() };
    update(&mut model, Message::CatalogRead(Box::new(opened)));
    model
}

/// What came of editing the plan: the record that was read again, then the answer.
fn edited(model: &mut Model, record: Record, changed: bool, failure: Option<EditorFailure>) {
    update(model, Message::RecordRead(Box::new(record)));
    let edited = Edited { file: PathBuf::from(PLAN), changed, failure };
    update(model, Message::Edited(Box::new(edited)));
}

fn problem(line: usize, severity: Severity) -> RecordProblem {
    let place = Place { file: Arc::new(PathBuf::from(PLAN)), line, column: 3, ..Place::default() };
    RecordProblem { place, severity, kind: RecordProblemKind::Syntax }
}

#[test]
fn marked_courses_are_copied_one_a_line_in_the_order_of_the_list() {
    let mut model = model();
    act(&mut model, &[Action::Down, Action::Mark, Action::Top, Action::Mark]);
    assert_eq!(copied(&mut model, &[Action::CopyId]), "alpha\nbeta");
    assert_eq!(copied(&mut model, &[Action::CopyUrl]), "https://example.org/alpha");
    let json: Value = serde_json::from_str(&copied(&mut model, &[Action::CopyJson])).unwrap();
    let ids: Vec<&str> =
        json.as_array().unwrap().iter().map(|course| course["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["alpha", "beta"]);
    assert!(said(&model).contains("JSON of 2 courses"), "{}", said(&model));
    assert_eq!(model.catalog.marked.len(), 2, "copying is no reason to lose the marks");
}

#[test]
fn how_copying_works_is_said_once() {
    let mut model = model();
    copied(&mut model, &[Action::CopyId]);
    assert!(
        said(&model).starts_with("copied the id (OSC 52): alpha. If nothing arrives"),
        "{}",
        said(&model)
    );
    copied(&mut model, &[Action::CopyId]);
    assert_eq!(said(&model), "copied the id (OSC 52): alpha");
}

#[test]
fn an_entry_and_a_rule_are_what_the_command_line_prints() {
    let mut model = model();
    let json: Value =
        serde_json::from_str(&copied(&mut model, &[Action::ViewHours, Action::CopyJson])).unwrap();
    assert_eq!((json["id"].as_str(), json["hours"].as_u64()), (Some("new"), Some(8)));
    let text = copied(&mut model, &[Action::CopyCitation]);
    assert_eq!(text, "2026-03-02, Alpha, 8 h, new");
    let json: Value =
        serde_json::from_str(&copied(&mut model, &[Action::ViewStatus, Action::CopyJson])).unwrap();
    assert_eq!((json["id"].as_str(), json["as_of"].as_str()), (Some("cn-mohrss"), Some("2026-11-21")));
    assert_eq!(json["parts"][0]["required"].as_u64(), Some(90));
    assert_eq!(copied(&mut model, &[Action::CopyId]), "cn-mohrss");
    assert!(copied(&mut model, &[Action::CopyUrl]).starts_with("http"));
}

#[test]
fn more_than_terminals_take_is_not_sent() {
    let mut model = own_catalog(&format!("https://a.org/{}", "x".repeat(CLIPBOARD)));
    assert_eq!(act(&mut model, &[Action::CopyUrl]), []);
    assert!(said(&model).starts_with("not copied: 74014 bytes"), "{}", said(&model));
    assert!(!model.copied);
}

#[test]
fn a_copied_address_ends_no_line() {
    let mut model = own_catalog("https://a.org/\nrm -rf ~\u{1b}[2J");
    let text = copied(&mut model, &[Action::CopyUrl]);
    assert!(!text.contains(char::is_control), "{text:?}");
}

#[test]
fn the_host_that_is_asked_is_shown_and_nothing_but_the_web_is_opened() {
    let mut model = own_catalog("https://bank.com@evil.example/x");
    let effects = act(&mut model, &[Action::OpenUrl]);
    assert_eq!(effects, [Effect::OpenUrl("https://bank.com@evil.example/x".to_owned())]);
    assert_eq!(said(&model), "opening evil.example in the browser …");
    for (url, text) in [
        ("file:///etc/passwd", "not opened: file addresses are refused, only http and https are opened"),
        ("example.org", "not opened: the address does not begin with http:// or https://"),
        ("https://%61.org", "not opened: the address names no host that could be asked"),
        ("https://a.org/\u{202e}", "not opened: the address holds a hidden or ambiguous character"),
    ] {
        let mut model = own_catalog(url);
        assert_eq!(act(&mut model, &[Action::OpenUrl]), [], "{url}");
        assert_eq!(said(&model), text);
    }
}

#[test]
fn a_browser_that_fails_names_another_way() {
    let mut model = model();
    update(&mut model, Message::NotOpened(BrowserFailure::NoLauncher));
    assert!(said(&model).contains("y u"), "{}", said(&model));
    update(&mut model, Message::NotOpened(BrowserFailure::Launcher("gio".to_owned(), Some(2))));
    assert_eq!(said(&model), "the browser was not opened: gio ended with 2; y u copies the address");
}

#[test]
fn a_course_is_edited_where_its_catalog_stands() {
    let mut model = own_catalog("");
    let target = Target::File(PathBuf::from("/my/catalog.toml"), Some(7));
    assert_eq!(act(&mut model, &[Action::Edit]), [Effect::Edit(target)]);
    let mut bundled = super::model();
    assert_eq!(act(&mut bundled, &[Action::Edit]), []);
    assert!(said(&bundled).contains("inside the program"), "{}", said(&bundled));
}

#[test]
fn an_entry_is_not_edited_and_a_bundled_rule_where_it_is_followed() {
    let mut model = model();
    assert_eq!(act(&mut model, &[Action::ViewHours, Action::Edit]), []);
    assert!(said(&model).starts_with("entries are never rewritten"), "{}", said(&model));
    let effects = act(&mut model, &[Action::ViewStatus, Action::Edit]);
    assert_eq!(effects, [Effect::Edit(Target::Profile(rule_id("cn-mohrss")))]);
}

#[test]
fn what_an_edit_changed_is_counted() {
    let mut model = model();
    act(&mut model, &[Action::ViewPlan, Action::Edit]);
    let mut read = record();
    read.plan.items[1].note = Some("new".to_owned());
    read.plan.items.remove(0);
    read.plan.items.push(item("alpha", "Alpha"));
    edited(&mut model, read.clone(), true, None);
    assert_eq!(said(&model), "the plan was changed: 1 added, 1 removed, 1 changed");
    act(&mut model, &[Action::Edit]);
    read.plan.items.reverse();
    edited(&mut model, read.clone(), true, None);
    assert_eq!(said(&model), "the plan was changed: another order");
    act(&mut model, &[Action::Edit]);
    edited(&mut model, read.clone(), true, None);
    assert_eq!(said(&model), "plan.toml was changed, and read again");
    act(&mut model, &[Action::Edit]);
    edited(&mut model, read, false, None);
    assert_eq!(said(&model), "nothing was changed in plan.toml");
}

#[test]
fn an_edit_that_breaks_the_file_is_told_with_the_first_error() {
    let mut model = model();
    act(&mut model, &[Action::ViewPlan, Action::Edit]);
    let mut read = record();
    let elsewhere = Place { file: Arc::new(PathBuf::from("/data/x.toml")), line: 1, ..Place::default() };
    read.problems.push(RecordProblem { place: elsewhere, ..problem(1, Severity::Error) });
    read.problems.push(problem(2, Severity::Warning));
    read.problems.push(problem(9, Severity::Error));
    read.problems.push(problem(4, Severity::Error));
    edited(&mut model, read, true, Some(EditorFailure::Code("vi".to_owned(), 1)));
    assert!(said(&model).starts_with("vi ended with 1; "), "{}", said(&model));
    assert!(said(&model).contains("plan.toml:4:3"), "{}", said(&model));
    assert_eq!(model.notice.as_ref().unwrap().tone, Tone::Error);
    let effects = act(&mut model, &[Action::Problems, Action::Down, Action::Down, Action::Edit]);
    assert_eq!(effects, [Effect::Edit(Target::File(PathBuf::from(PLAN), Some(9)))]);
}

#[test]
fn the_list_of_problems_closes_when_the_last_is_mended() {
    let mut model = model();
    let mut read = record();
    read.problems.push(problem(4, Severity::Error));
    update(&mut model, Message::RecordRead(Box::new(read)));
    act(&mut model, &[Action::Problems, Action::Edit]);
    edited(&mut model, record(), true, None);
    assert!(model.layer.is_none());
    assert_eq!(said(&model), "plan.toml was changed, and read again");
}

#[test]
fn an_editor_that_never_began_is_all_that_is_said() {
    let mut model = model();
    act(&mut model, &[Action::ViewPlan, Action::Edit]);
    edited(&mut model, record(), false, Some(EditorFailure::Missing("vi".to_owned())));
    assert_eq!(said(&model), "no editor: there is no program vi; set VISUAL or EDITOR to one");
}
