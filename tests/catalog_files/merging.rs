//! What is read from sound files, and how a later catalog changes an earlier one.

use super::{fixture, open};
use tuition::domain::course::{Course, StatedHours};
use tuition::domain::vocabulary::Unit;
use tuition::domain::{Amount, CourseId};
use tuition::store::catalog::Opened;

fn course<'a>(opened: &'a Opened, id: &str) -> &'a Course {
    opened.catalog.get(&CourseId::new(id).unwrap()).unwrap()
}

#[test]
fn every_key_arrives() {
    let opened = open(&["valid/everything.toml"]);
    insta::assert_debug_snapshot!("everything", opened.catalog.courses());
    insta::assert_debug_snapshot!(
        "everything_else",
        (&opened.catalog.tracks, &opened.catalog.stages, &opened.catalog.pathways, &opened.catalog.titles)
    );
}

#[test]
fn a_later_catalog_overrides_only_the_keys_it_states() {
    let opened = open(&["valid/override/base", "valid/override/local"]);
    assert_eq!(opened.problems, []);
    let ids: Vec<&str> = opened.catalog.courses().iter().map(|course| course.id.as_str()).collect();
    assert_eq!(ids, ["energy-audit", "boilers", "heat"]);
    let audit = course(&opened, "energy-audit");
    assert_eq!(audit.hours, Some(StatedHours::Exact(Amount::whole(12))));
    assert_eq!(audit.unit, Unit::ClassHour);
    assert_eq!(audit.title.zh.as_deref(), Some("工厂能源审计"));
    assert_eq!(audit.provider.as_deref(), Some("North Works Academy"));
    assert_eq!(audit.categories.len(), 1);
    assert_eq!(audit.note, None, "an empty text takes the old one away");
    assert_eq!(audit.prerequisites.len(), 2);
    assert_eq!(*audit.origin.file, fixture("valid/override/base/base.toml"));
    assert_eq!(audit.origin.line, 7);
    assert_eq!(opened.catalog.tracks.len(), 1);
    assert_eq!(opened.catalog.track("energy").unwrap().title.primary(), "Energy and heat");
    assert_eq!(opened.files, 2);
}

#[test]
fn the_order_of_catalogs_decides() {
    let opened = open(&["valid/override/local", "valid/override/base"]);
    assert_eq!(course(&opened, "heat").title.primary(), "Heat");
    let codes: Vec<&str> = opened.problems.iter().map(|problem| problem.kind.code()).collect();
    assert_eq!(codes, ["missing-key"], "what comes first cannot lean on what comes later");
}

#[test]
fn an_override_of_a_course_that_was_left_out_is_not_to_blame() {
    let opened = open(&["invalid/wrong-type-hours.toml", "valid/override/weld.toml"]);
    let codes: Vec<&str> = opened.problems.iter().map(|problem| problem.kind.code()).collect();
    assert_eq!(codes, ["wrong-type"]);
    assert!(opened.catalog.get(&CourseId::new("weld").unwrap()).is_none());
}

#[test]
fn the_date_of_a_catalog_holds_for_its_courses_that_state_none() {
    let opened = open(&["valid/minimal.toml", "valid/override/dated", "valid/override/redated.toml"]);
    assert_eq!(opened.problems, []);
    let date = |id| course(&opened, id).facts_as_of.as_deref();
    assert_eq!(
        date("pumps"),
        Some("2026-11-21"),
        "the table stands in a later file; an override changes no date"
    );
    assert_eq!(date("valves"), Some("2020"), "a course's own date wins");
    assert_eq!(date("seals"), Some("2027-01-31"));
    let undated = opened.catalog.courses().first().unwrap();
    assert_eq!(undated.facts_as_of, None, "a date is for its own catalog: {}", undated.id);
}

#[test]
fn the_bundled_courses_say_how_old_their_facts_are() {
    let opened = tuition::store::catalog::bundled();
    assert_eq!(opened.problems, []);
    assert!(opened.catalog.courses().iter().all(|course| course.facts_as_of.is_some()));
}

#[test]
fn line_ends_and_byte_order_marks_do_not_matter() {
    for name in ["valid/crlf.toml", "valid/bom.toml"] {
        let opened = open(&[name]);
        assert_eq!(course(&opened, "weld").origin.line, 3, "{name}");
    }
    let hours = course(&open(&["valid/crlf.toml"]), "weld").hours.clone();
    assert_eq!(hours, Some(StatedHours::Exact(Amount::from_hundredths(150))));
}
