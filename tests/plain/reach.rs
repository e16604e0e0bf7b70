//! What can be done on the screen can be said: every action by its name, by its keys and by what it
//! is called, in either language.

use crate::talk::Talk;
use tuition::action::Action;
use tuition::app::Message;
use tuition::config::Context;
use tuition::config::keymap::Keys;
use tuition::locale::Lang;
use tuition::locale::actions::short;

/// Those that say something instead: where one is already, and what only a screen has.
fn is_said_instead(action: Action) -> bool {
    matches!(action, Action::ViewCatalog | Action::Redraw | Action::Suspend | Action::Back)
}

fn does(messages: &[Message], action: Action) -> bool {
    messages.iter().any(|message| matches!(message, Message::Do(done) if *done == action))
}

#[test]
fn every_action_by_its_name() {
    for lang in [Lang::En, Lang::Zh] {
        for action in Action::ALL {
            let mut talk = Talk::new(lang);
            let messages = talk.meaning(action.name());
            assert!(does(&messages, *action) || is_said_instead(*action), "{} {messages:?}", action.name());
            assert_eq!(talk.conversation.trouble().misunderstood, usize::from(*action == Action::Suspend));
        }
    }
}

#[test]
fn every_action_by_its_keys() {
    let mut talk = Talk::new(Lang::En);
    let bindings = talk.conversation.model().keymap.clone();
    for binding in bindings.of(Context::Catalog) {
        let keys = Keys(&binding.keys).to_string();
        // A number is a row, and a slash begins a query.
        let is_said = is_said_instead(binding.action) && binding.action != Action::Back;
        if keys.parse::<usize>().is_ok() || is_said {
            continue;
        }
        let messages = talk.meaning(&keys);
        assert!(does(&messages, binding.action), "{keys}: {messages:?}");
        let bare = keys.replace(' ', "");
        if bare.len() < keys.len() {
            assert!(does(&talk.meaning(&bare), binding.action), "{bare}");
        }
    }
}

#[test]
fn every_action_by_what_it_is_called() {
    for lang in [Lang::En, Lang::Zh] {
        for action in Action::ALL {
            let called = short(*action, lang);
            let answer = Talk::new(lang).say(called);
            assert!(!answer.contains("Not understood") && !answer.contains("无法理解"), "{called}: {answer}");
        }
    }
}

/// What several things are called is asked about, and a number answers.
#[test]
fn words_that_mean_several_things_are_asked_about() {
    let mut talk = Talk::new(Lang::En);
    let answer = talk.say("sort by");
    assert!(answer.starts_with("sort by can mean several things; type a number:\n1. sort-"), "{answer}");
    assert!(does(&talk.meaning("2"), Action::SortTitle));
    // The question is over.
    assert!(!does(&talk.meaning("2"), Action::SortTitle));
}

#[test]
fn what_lies_over_a_view_is_left_for_a_command_of_the_view() {
    let mut talk = Talk::new(Lang::En);
    assert!(talk.say("help").starts_with("Keys: "));
    assert!(talk.say("plan").starts_with("Nothing is planned yet."));
    assert!(talk.all(&["status", "follow"]).starts_with("Choose requirements to follow: "));
    assert!(talk.say("decree 25").contains("1. cn-mohrss"));
    let said = talk.say("1");
    assert!(said.contains("followed cn-mohrss"), "{said}");
    assert!(said.contains("undo takes it back"), "{said}");
}

/// Long lists come ten at a time, and only what is new is said.
#[test]
fn lists_come_in_pages() {
    let mut talk = Talk::new(Lang::En);
    let first = talk.say("help");
    assert!(first.contains("\n10. ") && !first.contains("\n11. "), "{first}");
    let second = talk.say("");
    assert!(second.starts_with("11. ") && second.contains("\n20. "), "{second}");
    assert_eq!(talk.say("catalog").lines().count(), 1);
    assert_eq!(talk.say("j"), "2. Leading high-performance teams, 24 hours");
    assert_eq!(talk.say("Up").lines().count(), 1);
    assert_eq!(talk.say("G"), "10. Heat and mass transfer, 40 hours");
    assert_eq!(talk.say("more"), "That was the last; again repeats.");
}

#[test]
fn facets_are_switched_by_their_numbers() {
    let mut talk = Talk::new(Lang::En);
    let facets = talk.say("facets");
    let line = facets.lines().find(|line| line.contains("Track: Safety")).unwrap();
    let number = line.split('.').next().unwrap();
    let answer = talk.say(number);
    assert!(answer.contains("Track: Safety, 2 courses, on"), "{answer}");
    assert!(talk.say("back").contains("for track:safety"), "{facets}");
}

#[test]
fn marks_are_told_with_the_list() {
    let mut talk = Talk::new(Lang::En);
    let answer = talk.say("mark 2");
    assert!(
        answer.starts_with("Marked: Leading high-performance teams\nCatalog: 10 courses, 1 marked\n3. "),
        "{answer}"
    );
    assert_eq!(talk.say("mark 2").lines().next(), Some("No longer marked: Leading high-performance teams"));
    talk.say("mark 2");
    assert!(talk.say("catalog").contains("2. Leading high-performance teams, 24 hours, marked"));
}

/// What lies over the view on the screen is read out like any list.
#[test]
fn layers_are_lists() {
    let mut talk = Talk::new(Lang::En);
    talk.all(&["mark 2", "mark 3"]);
    let compared = talk.say("compare");
    assert!(
        compared.starts_with("Comparison, in this order: Leading high-performance teams; Leading change\n"),
        "{compared}"
    );
    assert!(compared.contains("Hours: 24 hours; 6 to 18 hours"), "{compared}");
    let mut talk = Talk::new(Lang::En);
    assert!(talk.all(&["7", "prerequisites"]).contains("1 step before"));
    let page = talk.say("query-help");
    assert!(
        page.lines().count() > 10 && !page.contains("\n10. "),
        "what is not chosen has no number: {page}"
    );
    let tour = talk.say("tour");
    assert!(tour.contains("1") && !tour.contains("Not understood"), "{tour}");
    assert!(talk.all(&["catalog", "themes"]).contains("1. auto"));
}

/// What the screen puts on the clipboard is said.
#[test]
fn what_is_copied_is_said() {
    let mut talk = Talk::new(Lang::En);
    assert_eq!(talk.say("copy-id 2"), "leading-teams\n2. Leading high-performance teams, 24 hours");
    assert!(talk.say("copy-json").contains("\"leading-teams\""));
}
