//! Forms: what they start from, what they ask for when they are saved, and what survives.

use super::*;
use crate::app::form::{Choice, Fault, FieldName};
use crate::domain::Operation;
use crate::domain::amount::AmountError;
use crate::domain::hours::Evidence;
use crate::domain::vocabulary::{Category, Unit};
use std::path::PathBuf;

#[test]
fn a_form_becomes_exactly_the_entry_that_it_shows() {
    let mut model = model();
    act(&mut model, &[Action::RecordHours, Action::Down, Action::Down, Action::Down]);
    assert_eq!(form(&model).focused().unwrap().name, FieldName::Categories);
    type_text(&mut model, "ethics，professional");
    let expected = Entry {
        id: entry_id("fresh"),
        date: TODAY,
        categories: vec![Category::new("ethics").unwrap(), Category::new("professional").unwrap()],
        url: Some("https://example.org/alpha".to_owned()),
        ..entry("fresh", 1)
    };
    assert_eq!(act(&mut model, &[Action::Open]), [Effect::Save(Operation::LogAdd(Box::new(expected)))]);
    assert!(model.layer.is_some(), "it stays until the save is answered");
    assert_eq!(act(&mut model, &[Action::Open]), [], "a second Enter does not save twice");
}

#[test]
fn certificates_go_with_the_entry_to_be_kept_first() {
    let mut model = model();
    act(&mut model, &[Action::RecordHours, Action::Bottom]);
    assert_eq!(form(&model).focused().unwrap().name, FieldName::Evidence);
    type_text(&mut model, " ~/a b.pdf ;; /tmp/证明.jpg；c.png;");
    let url = Some("https://example.org/alpha".to_owned());
    let expected = Entry { id: entry_id("fresh"), date: TODAY, url, ..entry("fresh", 1) };
    let files = ["~/a b.pdf", "/tmp/证明.jpg", "c.png"].map(PathBuf::from).to_vec();
    let expected = Operation::LogAdd(Box::new(expected));
    assert_eq!(act(&mut model, &[Action::Open]), [Effect::SaveWithProof(expected, files)]);
    assert_eq!(act(&mut model, &[Action::Open]), [], "a second Enter does not save twice");
}

#[test]
fn a_corrected_entry_keeps_its_certificates_beside_the_new() {
    let kept = Evidence { sha256: "ab".repeat(32), name: "a.pdf".to_owned() };
    let old = Entry { evidence: vec![kept], ..entry("new", 2) };
    let hours = HoursRecord::new(vec![old.clone()], Vec::new());
    let mut model = start(Record { hours, ..record() });
    act(&mut model, &[Action::ViewHours, Action::Modify, Action::Bottom]);
    type_text(&mut model, "b.pdf");
    let expected = Entry { id: entry_id("fresh"), replaces: Some(entry_id("new")), ..old };
    let expected = Operation::LogAdd(Box::new(expected));
    let effect = Effect::SaveWithProof(expected, vec![PathBuf::from("b.pdf")]);
    assert_eq!(act(&mut model, &[Action::Open]), [effect]);
}

#[test]
fn labels_as_the_program_shows_them_become_categories() {
    let mut model = model();
    act(&mut model, &[Action::RecordHours, Action::Down, Action::Down, Action::Down]);
    type_text(&mut model, "选修、ways of working, ethics 公需科目");
    let effects = act(&mut model, &[Action::Open]);
    let [Effect::Save(Operation::LogAdd(entry))] = effects.as_slice() else { panic!("{effects:?}") };
    let read: Vec<&str> = entry.categories.iter().map(Category::as_str).collect();
    assert_eq!(read, ["elective", "ways-of-working", "ethics", "public"]);
}

/// 学时 are what somebody's certificates state who follows a rule that counts them.
#[test]
fn free_hours_are_offered_in_the_unit_of_the_first_followed_rule() {
    let unit_under = |rules: &[&str]| {
        let following = rules.iter().map(|rule| following(rule)).collect();
        let mut model = start(Record { profile: Profile { following, ..Profile::default() }, ..record() });
        act(&mut model, &[Action::RecordFree]);
        let counted = form(&model).counted.iter().map(Category::to_string).collect::<Vec<_>>();
        (form(&model).choice(FieldName::Unit), counted.join(" "))
    };
    assert_eq!(unit_under(&[]), (Choice::Unit(Unit::Hour), String::new()));
    let (unit, counted) = unit_under(&["no-such-pack", "cn-mohrss", "us-tx-pe"]);
    assert_eq!(unit, Choice::Unit(Unit::ClassHour));
    assert!(counted.contains("professional") && counted.contains("ethics"), "{counted}");
    assert_eq!(unit_under(&["us-tx-pe", "cn-mohrss"]).0, Choice::Unit(Unit::Pdh));
}

#[test]
fn a_fault_holds_the_save_back_and_gets_the_focus() {
    let mut model = model();
    act(&mut model, &[Action::RecordHours, Action::Down]);
    type_text(&mut model, "x");
    let fault = form(&model).field(FieldName::Hours).unwrap().fault.clone();
    assert_eq!(fault, Some(Fault::Amount(AmountError::NotANumber)), "named while typing");
    act(&mut model, &[Action::Top]);
    assert_eq!(act(&mut model, &[Action::Open]), []);
    assert_eq!(form(&model).focused().unwrap().name, FieldName::Hours);
    assert_eq!(form(&model).text(FieldName::Hours), "x");
}

/// A course of 8 hours of which 5 were done is not one of 85.
#[test]
fn what_is_typed_first_replaces_what_the_form_proposes() {
    let mut model = model();
    act(&mut model, &[Action::RecordHours, Action::Down]);
    assert_eq!(form(&model).text(FieldName::Hours), "8");
    type_text(&mut model, "5");
    assert_eq!(form(&model).text(FieldName::Hours), "5");
    type_text(&mut model, ".5");
    assert_eq!(form(&model).text(FieldName::Hours), "5.5");
    act(&mut model, &[Action::Up]);
    type_text(&mut model, "yesterday");
    assert_eq!(form(&model).text(FieldName::Date), "yesterday");
    let effects = act(&mut model, &[Action::Open]);
    let [Effect::Save(Operation::LogAdd(entry))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((entry.amount, entry.date), (Amount::from_hundredths(550), Date::constant(2026, 11, 20)));
}

#[test]
fn letters_choose_the_option_that_begins_with_them() {
    let chosen = |typed: &str| {
        let mut model = model();
        act(&mut model, &[Action::RecordHours, Action::Down, Action::Down]);
        assert_eq!(form(&model).focused().unwrap().name, FieldName::Unit);
        type_text(&mut model, typed);
        let field = form(&model).focused().unwrap();
        (form(&model).choice(FieldName::Unit), field.fault.clone(), act(&mut model, &[Action::Open]).len())
    };
    for (typed, unit) in [
        ("", Unit::Hour),
        ("c", Unit::ClassHour),
        ("class h", Unit::ClassHour),
        ("CP", Unit::Cpe),
        ("学", Unit::ClassHour),
        ("小时", Unit::Hour),
    ] {
        assert_eq!(chosen(typed), (Choice::Unit(unit), None, 1), "{typed}");
    }
    let fault = Some(Fault::NoChoice(FieldName::Unit, "abc".to_owned()));
    assert_eq!(chosen("abc"), (Choice::Unit(Unit::Hour), fault, 0), "nothing is saved in another unit");
}

#[test]
fn what_is_missing_is_a_fault_only_once_saving_was_tried() {
    let mut model = model();
    act(&mut model, &[Action::RecordFree]);
    assert!(form(&model).fields.iter().all(|field| field.fault.is_none()));
    assert_eq!(act(&mut model, &[Action::Open]), []);
    let faults: Vec<_> = form(&model).fields.iter().filter(|field| field.fault.is_some()).collect();
    assert_eq!(faults.len(), 2, "title and hours");
}

#[test]
fn a_correction_replaces_and_keeps_what_the_form_does_not_show() {
    let mut old = entry("new", 2);
    old.url = Some("https://example.org/then".to_owned());
    let hours = HoursRecord::new(vec![old.clone()], Vec::new());
    let mut model = start(Record { hours, ..record() });
    act(&mut model, &[Action::ViewHours, Action::Modify]);
    type_text(&mut model, "80");
    let expected =
        Entry { id: entry_id("fresh"), amount: Amount::whole(80), replaces: Some(entry_id("new")), ..old };
    assert_eq!(act(&mut model, &[Action::Open]), [Effect::Save(Operation::LogAdd(Box::new(expected)))]);
}

#[test]
fn a_voiding_lies_in_the_year_of_its_entry() {
    let mut model = model();
    act(&mut model, &[Action::ViewHours, Action::Void]);
    type_text(&mut model, "twice");
    let expected = Voiding {
        id: entry_id("fresh"),
        target: entry_id("new"),
        date: Date::constant(2026, 3, 2),
        reason: Some("twice".to_owned()),
        recorded: None,
    };
    assert_eq!(act(&mut model, &[Action::Open]), [Effect::Save(Operation::LogVoid(expected))]);
}

#[test]
fn the_form_of_a_planned_course_edits_it() {
    let mut model = model();
    act(&mut model, &[Action::ViewPlan, Action::Modify]);
    type_text(&mut model, "+1w");
    let expected = PlanItem { by: Some(Date::constant(2026, 11, 28)), ..item("beta", "Beta") };
    assert_eq!(act(&mut model, &[Action::Open]), [Effect::Save(Operation::PlanEdit(expected))]);
}

#[test]
fn a_draft_comes_back_with_a_fresh_identity() {
    let mut model = model();
    act(&mut model, &[Action::RecordHours, Action::Down]);
    type_text(&mut model, "4");
    act(&mut model, &[Action::Escape]);
    assert!(model.layer.is_none() && model.drafts.len() == 1);
    // Another matter neither shows it nor loses it.
    act(&mut model, &[Action::RecordFree, Action::Escape]);
    update(&mut model, Message::Fresh(entry_id("later"), TODAY));
    act(&mut model, &[Action::RecordHours]);
    assert_eq!(form(&model).text(FieldName::Hours), "4");
    let effects = act(&mut model, &[Action::Open]);
    let [Effect::Save(Operation::LogAdd(entry))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(entry.id, entry_id("later"));
    assert!(model.drafts.is_empty());
}

#[test]
fn a_form_without_a_change_leaves_no_draft() {
    let mut model = model();
    act(&mut model, &[Action::RecordHours, Action::Escape]);
    assert!(model.drafts.is_empty() && model.notice.is_none());
}

#[test]
fn quitting_asks_once_where_something_is_unsaved() {
    let mut model = model();
    act(&mut model, &[Action::RecordHours, Action::Down]);
    type_text(&mut model, "4");
    assert_eq!(act(&mut model, &[Action::Quit]), []);
    assert_eq!(act(&mut model, &[Action::Down, Action::Quit]), [], "another key takes the question back");
    assert_eq!(act(&mut model, &[Action::Quit]), [Effect::Quit]);
}

#[test]
fn a_left_draft_is_asked_for_at_the_root_too() {
    let mut model = model();
    act(&mut model, &[Action::RecordHours, Action::Down]);
    type_text(&mut model, "4");
    act(&mut model, &[Action::Escape]);
    assert_eq!(act(&mut model, &[Action::Back]), []);
    assert!(said(&model).contains("not saved"), "{}", said(&model));
    assert_eq!(act(&mut model, &[Action::Back]), [Effect::Quit]);
}

#[test]
fn a_paste_goes_into_a_text_or_nowhere() {
    let mut model = model();
    assert_eq!(update(&mut model, Message::Paste("qqq".to_owned())), []);
    assert!(!model.quit && said(&model).contains("Pasted"));
    act(&mut model, &[Action::Search]);
    assert_eq!(update(&mut model, Message::Paste("be\nta".to_owned())), []);
    assert_eq!(model.catalog.query.text(), "be ta");
}
