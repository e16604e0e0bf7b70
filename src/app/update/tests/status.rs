//! The Status view: from rules to parts to the ledger, the day that is looked at, following packs.

use super::*;
use crate::app::form::Fault;
use crate::app::keys;
use crate::app::ledger::Ledger;
use crate::app::model::View;
use crate::domain::Operation;
use crate::domain::date::DateError;
use crate::domain::requirement::NotEvaluated;
use crate::store::record::Saved;

const STATUS: &[Action] = &[Action::ViewStatus];
const PARTS: &[Action] = &[Action::ViewStatus, Action::Open];

fn at(before: &[Action]) -> Model {
    let mut model = model();
    assert_eq!(act(&mut model, before), []);
    model
}

fn rules(model: &Model) -> Vec<&str> {
    model.requirements.standings.iter().map(|standing| standing.id.as_str()).collect()
}

fn chosen(model: &Model) -> &str {
    model.requirements.chosen().map_or("", |standing| standing.id.as_str())
}

fn ledger(model: &Model) -> &Ledger {
    match &model.layer {
        Some(Layer::Ledger(ledger)) => ledger,
        other => panic!("no ledger but {other:?}"),
    }
}

/// What a saved operation leads to: its answer, then the record as it is now.
fn saved(model: &mut Model, operation: Operation, record: Record) {
    update(model, Message::Saved(Ok(Saved { operation, touched: 1 })));
    update(model, Message::RecordRead(Box::new(record)));
}

#[test]
fn enter_leads_from_a_rule_to_its_parts_to_the_ledger_and_q_back() {
    let mut model = at(PARTS);
    assert_eq!((model.focus, chosen(&model)), (Pane::Detail, "cn-mohrss"));
    assert_eq!(act(&mut model, &[Action::Down, Action::Open]), []);
    assert_eq!(ledger(&model).rule, rule_id("cn-mohrss"));
    assert_eq!(ledger(&model).part.to_string(), "professional");
    assert_eq!(act(&mut model, &[Action::Back]), []);
    assert!(model.layer.is_none());
    assert_eq!((model.focus, model.requirements.part), (Pane::Detail, 1));
    act(&mut model, &[Action::Back]);
    assert_eq!((model.view, model.focus), (View::Status, Pane::List));
}

#[test]
fn the_cursor_stays_among_rules_and_parts_and_another_rule_begins_at_its_first_part() {
    let mut model = at(PARTS);
    act(&mut model, &[Action::Bottom, Action::Down]);
    assert_eq!(model.requirements.part, model.requirements.parts().len() - 1);
    act(&mut model, &[Action::Escape, Action::Down, Action::Down]);
    assert_eq!((chosen(&model), model.requirements.part), ("us-tx-pe", 0));
    act(&mut model, &[Action::Top]);
    assert_eq!(chosen(&model), "cn-mohrss");
}

#[test]
fn a_moved_part_is_brought_into_view_until_the_person_scrolls() {
    let mut model = at(PARTS);
    act(&mut model, &[Action::Down]);
    assert!(model.requirements.reveal);
    act(&mut model, &[Action::DetailDown]);
    assert!(!model.requirements.reveal);
    assert_eq!((model.detail, model.requirements.part), (1, 1));
}

#[test]
fn a_gap_is_looked_for_in_the_catalog_by_rule_or_by_part() {
    let mut model = at(PARTS);
    act(&mut model, &[Action::Down]);
    assert_eq!(act(&mut model, &[Action::FillGap]), []);
    assert_eq!(model.catalog.query.text(), "fills:cn-mohrss/professional");
    assert_eq!((model.view, model.focus, model.catalog.editing), (View::Catalog, Pane::List, false));
    assert_eq!(model.catalog.error, None);
}

#[test]
fn what_lacks_nothing_has_no_gap() {
    let mut record = record();
    record.profile.following = vec![Following { since: texas().since, ..following("pmi-pmp") }];
    let mut model = start(record);
    // The last part is a cap.
    act(&mut model, &[Action::ViewStatus, Action::Open, Action::Bottom]);
    let before = state(&model);
    assert_eq!(act(&mut model, &[Action::FillGap]), []);
    assert!(said(&model).starts_with("Nothing is missing here"), "{}", said(&model));
    assert_eq!(state(&model), before);
}

#[test]
fn a_pack_is_found_by_typing_and_followed() {
    for (typed, rule) in [("ncees", "ncees"), ("guangd", "cn-guangdong"), ("广东", "cn-guangdong")] {
        let mut model = at(STATUS);
        act(&mut model, &[Action::Follow]);
        type_text(&mut model, typed);
        let follow = Effect::Save(Operation::Follow(following(rule)));
        assert_eq!(act(&mut model, &[Action::Open]), [follow], "{typed}");
        assert!(model.layer.is_none() && model.saving == 1);
    }
}

#[test]
fn typing_puts_the_cursor_on_the_best_match() {
    let mut model = at(STATUS);
    act(&mut model, &[Action::Follow, Action::Down, Action::Down]);
    type_text(&mut model, "pe");
    let Some(Layer::Packs(list)) = &model.layer else { panic!("{:?}", model.layer) };
    assert!(list.found().len() > 2, "{:?}", list.found());
    assert_eq!(list.chosen(), list.found().first().copied());
}

#[test]
fn a_pack_of_a_personal_date_asks_for_it_first() {
    let mut model = at(STATUS);
    act(&mut model, &[Action::Follow]);
    type_text(&mut model, "new york");
    assert_eq!(act(&mut model, &[Action::Open]), []);
    assert_eq!(act(&mut model, &[Action::Open]), [], "without a date nothing is followed");
    assert_eq!(form(&model).fields[0].fault, Some(Fault::Date(DateError::Empty)));
    type_text(&mut model, "2024-02-30");
    assert_eq!(act(&mut model, &[Action::Open]), []);
    assert_eq!(form(&model).fields[0].fault, Some(Fault::Date(DateError::NoSuchDay)));
    press(&mut model, KeyCode::Backspace);
    press(&mut model, KeyCode::Backspace);
    type_text(&mut model, "29");
    let since = Some(Since::On(Date::constant(2024, 2, 29)));
    let followed = Operation::Follow(Following { since, ..following("us-ny-pe") });
    assert_eq!(act(&mut model, &[Action::Open]), [Effect::Save(followed)]);
}

#[test]
fn a_date_that_the_profile_knows_is_not_asked_for() {
    let mut record = record();
    record.profile.following.clear();
    let day = crate::domain::profile::PersonalDate::On(Date::constant(2025, 10, 1));
    record.profile.dates.insert("renewal".to_owned(), day);
    let mut model = start(record);
    act(&mut model, &[Action::ViewStatus, Action::Follow]);
    type_text(&mut model, "texas");
    let follow = Effect::Save(Operation::Follow(following("us-tx-pe")));
    assert_eq!(act(&mut model, &[Action::Open]), [follow]);
}

/// Following it anew would drop its date, its number and its totals.
#[test]
fn a_followed_pack_is_not_followed_a_second_time() {
    let mut model = at(STATUS);
    act(&mut model, &[Action::Follow]);
    type_text(&mut model, "texas");
    assert_eq!(act(&mut model, &[Action::Open]), []);
    assert_eq!((chosen(&model), said(&model)), ("us-tx-pe", "These requirements are followed already."));
}

#[test]
fn the_date_of_a_followed_pack_is_changed_and_all_else_of_it_kept() {
    let mut model = at(&[Action::ViewStatus, Action::Down, Action::Modify]);
    assert_eq!(form(&model).text(crate::app::form::FieldName::Since), "2025-10-01");
    press(&mut model, KeyCode::Backspace);
    press(&mut model, KeyCode::Char('2'));
    let since = Some(Since::On(Date::constant(2025, 10, 2)));
    let changed = Operation::Follow(Following { since, ..texas() });
    assert_eq!(act(&mut model, &[Action::Open]), [Effect::Save(changed)]);
}

#[test]
fn only_a_personal_date_can_be_changed() {
    let model = at(&[Action::ViewStatus, Action::Modify]);
    assert!(model.layer.is_none());
    assert!(said(&model).starts_with("Not possible here"), "{}", said(&model));
}

#[test]
fn what_was_just_followed_has_the_cursor_and_what_is_left_leaves_it_in_range() {
    let mut model = at(STATUS);
    let mut more = record();
    more.profile.following.push(following("ncees"));
    saved(&mut model, Operation::Follow(following("ncees")), more);
    assert_eq!(rules(&model), ["cn-mohrss", "us-tx-pe", "ncees"]);
    assert_eq!(chosen(&model), "ncees");
    saved(&mut model, Operation::Unfollow(rule_id("ncees")), record());
    assert_eq!(chosen(&model), "us-tx-pe");
    saved(&mut model, Operation::Unfollow(rule_id("us-tx-pe")), Record::default());
    assert_eq!((chosen(&model), model.requirements.parts().len()), ("", 0));
}

#[test]
fn every_figure_is_as_of_the_day_that_is_looked_at() {
    let mut model = at(STATUS);
    let days = |model: &Model| -> Vec<Date> {
        let evaluations = model.requirements.standings.iter().map(|one| one.evaluation.as_ref().unwrap());
        evaluations.map(|evaluation| evaluation.as_of).collect()
    };
    assert_eq!(days(&model), [TODAY; 2]);
    act(&mut model, &[Action::LaterDay; 3]);
    // By way of the last day of the year.
    let later = Date::constant(2027, 1, 21);
    assert_eq!(days(&model), [later; 2]);
    // Another day breaks; the day that is looked at stays.
    let tomorrow = Date::constant(2026, 11, 22);
    update(&mut model, Message::Fresh(entry_id("fresh"), tomorrow));
    assert_eq!(days(&model), [later; 2]);
    act(&mut model, &[Action::Today]);
    assert_eq!(days(&model), [tomorrow; 2]);
}

#[test]
fn no_other_day_is_looked_at_where_nothing_is_followed() {
    let mut model = start(Record::default());
    for action in [Action::EarlierDay, Action::LaterDay] {
        assert_eq!(act(&mut model, &[action]), []);
        assert!(said(&model).starts_with("Not possible here"), "{}", said(&model));
        assert_eq!(model.requirements.as_of, None);
    }
}

#[test]
fn an_input_method_does_not_keep_the_day_from_moving() {
    let model = at(STATUS);
    for (typed, action) in [
        ('<', Action::EarlierDay),
        ('《', Action::EarlierDay),
        ('＞', Action::LaterDay),
        ('＝', Action::Today),
    ] {
        let key = KeyEvent::new(KeyCode::Char(typed), KeyModifiers::NONE);
        assert!(
            matches!(keys::interpret(&model, &key), Some(Message::Do(done)) if done == action),
            "{typed}"
        );
    }
}

#[test]
fn new_figures_come_with_another_catalog_other_packs_and_another_day() {
    let planned = |model: &Model| model.requirements.parts()[0].planned;
    let mut model = at(STATUS);
    assert!(planned(&model).is_zero());
    let mut opened = catalog();
    let mut beta = course("beta", "Beta");
    beta.hours = Some(StatedHours::Exact(Amount::whole(6)));
    opened.catalog = Catalog::new(vec![beta]);
    update(&mut model, Message::CatalogRead(Box::new(opened)));
    assert_eq!(planned(&model), Amount::whole(8), "6 hours are 8 class hours");
    update(&mut model, Message::Fresh(entry_id("fresh"), Date::constant(2027, 1, 1)));
    assert_eq!(model.requirements.parts()[0].counted, Amount::ZERO);
    update(&mut model, Message::PacksRead(Box::default()));
    assert_eq!(model.requirements.standings[0].evaluation, Err(NotEvaluated::UnknownRule));
}

#[test]
fn the_ledger_scrolls_within_its_lines() {
    let mut model = at(PARTS);
    act(&mut model, &[Action::Open, Action::Down, Action::PageDown]);
    // One entry is void: the other is a line, and so are the two planned courses below it.
    assert_eq!(ledger(&model).scroll.cursor(), 2);
}
