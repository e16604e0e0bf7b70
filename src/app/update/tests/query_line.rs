//! The query line: completion, earlier queries, and what is kept of it.

use super::*;
use crate::app::message::LineKey;
use crate::domain::{Operation, SavedView, SavedViews, ViewName};

fn line(model: &mut Model, key: LineKey) -> Vec<Effect> {
    update(model, Message::Line(key))
}

fn text(model: &Model) -> &str {
    model.catalog.query.text()
}

fn typing(typed: &str) -> Model {
    let mut model = model();
    act(&mut model, &[Action::Search]);
    type_text(&mut model, typed);
    model
}

fn view(name: &str, query: &str) -> SavedView {
    SavedView { name: ViewName::new(name).unwrap(), query: query.to_owned() }
}

fn with_views(saved: &[(&str, &str)]) -> Model {
    let mut views = SavedViews::default();
    saved.iter().for_each(|(name, query)| views.save(view(name, query)));
    start(Record { views, ..record() })
}

#[test]
fn tab_completes_a_name_and_goes_on_with_its_values() {
    let mut model = typing("tr");
    line(&mut model, LineKey::Complete);
    assert_eq!(text(&model), "track:");
    line(&mut model, LineKey::Complete);
    assert_eq!(act(&mut model, &[Action::Open]), [], "Enter takes, and keeps editing");
    assert_eq!((text(&model), model.catalog.editing), ("track:safety", true));
    assert!(model.catalog.completion.is_none());
    assert_eq!(model.catalog.found.rows, [1]);
}

#[test]
fn escape_closes_the_box_only_and_typing_narrows_it() {
    let mut model = typing("h");
    line(&mut model, LineKey::Complete);
    assert_eq!(model.catalog.completion.as_ref().unwrap().completion.candidates.len(), 2);
    type_text(&mut model, "o");
    assert_eq!(model.catalog.completion.as_ref().unwrap().completion.candidates.len(), 1);
    assert_eq!(act(&mut model, &[Action::Escape]), []);
    assert!(model.catalog.completion.is_none() && model.catalog.editing);
    line(&mut model, LineKey::CompleteBack);
    assert_eq!(text(&model), "hours:");
    line(&mut model, LineKey::Complete);
    assert!(said(&model).starts_with("Nothing to complete"), "{}", said(&model));
}

#[test]
fn what_stands_in_the_line_is_kept_when_it_is_left() {
    for leave in [Action::Open, Action::Escape, Action::ViewPlan] {
        let mut model = typing(" alpha ");
        assert_eq!(act(&mut model, &[leave]), [Effect::KeepQuery("alpha".to_owned())], "{leave:?}");
    }
    let mut model = typing("");
    assert_eq!(act(&mut model, &[Action::Escape]), []);
}

#[test]
fn earlier_queries_of_this_and_of_other_sessions() {
    let mut model = typing("alpha");
    act(&mut model, &[Action::Open, Action::Search]);
    assert_eq!(line(&mut model, LineKey::Earlier), [Effect::ReadQueries]);
    let theirs = vec!["beta".to_owned(), "alphabet".to_owned()];
    assert_eq!(update(&mut model, Message::QueriesRead(theirs)), []);
    // What stands before the caret is "alpha": `beta` does not begin like it.
    assert_eq!(text(&model), "alphabet");
    assert_eq!(line(&mut model, LineKey::Earlier), [], "read once while the line is edited");
    line(&mut model, LineKey::Later);
    assert_eq!(text(&model), "alpha", "what was being typed comes back");
}

#[test]
fn a_name_that_is_taken_is_replaced_only_after_saying_so() {
    let mut model = with_views(&[("short", "hours:<=8")]);
    act(&mut model, &[Action::SortTitle, Action::SaveView]);
    type_text(&mut model, "two words");
    assert_eq!(act(&mut model, &[Action::Open]), [], "no name");
    press(&mut model, KeyCode::Home);
    for _ in 0..9 {
        press(&mut model, KeyCode::Delete);
    }
    type_text(&mut model, "@short");
    assert_eq!(act(&mut model, &[Action::Open]), []);
    assert!(said(&model).contains("@short stands for hours:<=8"), "{}", said(&model));
    let save = Effect::Save(Operation::ViewSave(view("short", "sort:title")));
    assert_eq!(act(&mut model, &[Action::Open]), [save]);
}

#[test]
fn what_cannot_be_a_view_is_refused_with_the_reason() {
    let mut model = with_views(&[("a", "@b"), ("b", "x")]);
    act(&mut model, &[Action::SaveView]);
    assert!(model.layer.is_none() && said(&model).contains("empty query"), "{}", said(&model));
    for (query, name, why) in [("trak:x", None, "unknown field"), ("@a y", Some("b"), "contain each other")] {
        act(&mut model, &[Action::Search]);
        press(&mut model, KeyCode::End);
        while !text(&model).is_empty() {
            press(&mut model, KeyCode::Backspace);
        }
        type_text(&mut model, query);
        act(&mut model, &[Action::Open, Action::SaveView]);
        if let Some(name) = name {
            type_text(&mut model, name);
            assert_eq!(act(&mut model, &[Action::Open]), []);
        }
        assert!(said(&model).contains(why), "{query}: {}", said(&model));
    }
}

#[test]
fn a_chosen_view_becomes_the_query_and_a_key_takes_it_out() {
    let mut model = with_views(&[("lead", "track:leadership"), ("none", "trak:x"), ("safe", "track:safety")]);
    act(&mut model, &[Action::SavedViews]);
    let Some(Layer::Views(list)) = &model.layer else { panic!("no list") };
    let counts: Vec<_> = list.found().iter().map(|row| row.matches).collect();
    assert_eq!(counts, [Some(1), None, Some(1)]);
    type_text(&mut model, "saf");
    let remove = Effect::Save(Operation::ViewRemove(ViewName::new("safe").unwrap()));
    assert_eq!(press(&mut model, KeyCode::Delete), [remove]);
    assert_eq!(act(&mut model, &[Action::Open]), []);
    assert_eq!((text(&model), model.layer.is_none()), ("track:safety", true));
    assert_eq!(model.catalog.found.rows, [1]);
}
