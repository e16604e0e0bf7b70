//! Lines that mean nothing, nearly something, or far too much.

use crate::is_drawn;
use crate::talk::Talk;
use proptest::prelude::*;
use proptest::sample::select;
use tuition::locale::Lang;

/// What is typed after `before`, and what the answer says.
const SLIPS: &[(&[&str], &str, &str)] = &[
    (&[], "xyzzy", "Not understood: xyzzy"),
    (&[], "undoo", "Did you mean undo?"),
    (&[], "xyzzy", "You can type: a number, /words to search"),
    (&[], "0", "There is no 0: the list ends at 10."),
    (&[], "99", "There is no 99: the list ends at 10."),
    (&[], "99999999999999999999999999", "Not understood"),
    (&["plan"], "1", "There is no 1: the list is empty."),
    (&[], "plan-add 77", "There is no 77: the list ends at 10."),
    (&["hours"], "plan-add", "Not possible here"),
    (&[], "/trak:safety", "The query is not understood: "),
    (&[], "/zzzzqqqq", "No course matches."),
    (&[], "undo", "Nothing to undo."),
    (&[], "\u{1b}[31mplan", "Not understood: [31mplan"),
    (&[], "\u{feff}plan", "Nothing is planned yet."),
    (&[], "PLAN", "Nothing is planned yet."),
    (&[], "  plan\r", "Nothing is planned yet."),
    (&["2", "d"], "fly me", "In this form you can type"),
    (&["2", "d"], "77 x", "In this form you can type"),
    (&["2", "d"], "hours many", "Hours: many, not a number such as 8 or 1.5"),
    (&["2", "d"], "date 2027-01-01", "Date: 2027-01-01, that day has not come yet"),
    (&["2", "d"], "result splendid", "choices: in progress, completed, passed, failed, withdrawn"),
    (&["2", "d", "clear hours"], "save", "Not saved; put right:\n3. Hours: empty, needed"),
    (&["2", "d", "hours 8"], "quit", "What you typed in a form is not saved."),
    (&["2", "d", "hours 8"], "cancel", "what you typed is kept until you open it again"),
    (&["2", "d", "3"], "8", "3. Hours: 8"),
    (&["2", "d", "3"], "", "Left as it is."),
    (&["2", "d"], "3 8.5", "3. Hours: 8.5"),
    (&["2", "d"], "3. 8.5", "3. Hours: 8.5"),
    (&["2", "d"], "unit 学时", "4. Unit: class hours"),
    (&["2", "d"], "时长：6", "3. Hours: 6"),
    (&["2", "d"], "help", "In this form you can type"),
];

#[test]
fn slips_are_told_with_what_could_be_said() {
    for (before, line, said) in SLIPS {
        let mut talk = Talk::new(Lang::En);
        for line in *before {
            talk.say(line);
        }
        let answer = talk.say(line);
        assert!(answer.contains(said), "{before:?} {line:?}: {answer}");
    }
}

#[test]
fn a_form_that_is_not_saved_asks_once() {
    let mut talk = Talk::new(Lang::En);
    talk.all(&["2", "d", "hours 8", "quit"]);
    assert!(!talk.conversation.has_ended());
    talk.say("quit");
    assert!(talk.conversation.has_ended() && talk.conversation.is_unsaved());
}

#[test]
fn a_line_of_any_length_is_only_a_line() {
    let mut talk = Talk::new(Lang::En);
    let long = "数".repeat(200_000);
    for line in [long.clone(), format!("/{long}"), format!("help {long}")] {
        let answer = talk.say(&line);
        assert!(!answer.is_empty());
    }
    talk.all(&["catalog", "/", "", "/leading", "2", "d"]);
    talk.say(&format!("note {long}"));
    assert!(talk.say("save").contains("saved: 24 hours"));
}

/// Another program's change is told before the answer, once.
#[test]
fn changes_of_files_are_told_once() {
    let mut talk = Talk::new(Lang::En);
    talk.all(&["2", "a"]);
    let plan = talk.root.path().join("data/plan.toml");
    let text = std::fs::read_to_string(&plan).unwrap();
    let other = text.replace("leading-teams", "leading-change");
    assert_ne!(text, other);
    write(&plan, &format!("{other}\n# by another hand\n"));
    assert!(talk.say("plan").starts_with("Another program has changed your plan"));
    assert!(!talk.say("again").contains("Another program"));
}

#[allow(clippy::disallowed_methods, reason = "nothing in a sandbox is worth keeping")]
fn write(path: &std::path::Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    let known = select(vec![
        "1",
        "2",
        "3",
        "7",
        "12",
        "",
        "more",
        "again",
        "catalog",
        "plan",
        "hours",
        "status",
        "help",
        "a",
        "d",
        "A",
        "x",
        "m",
        "u",
        "U",
        "save",
        "cancel",
        "back",
        "f",
        "Space",
        "V",
        "follow",
        "mohrss",
        "gap",
        ">",
        "/leading",
        "/track:safety sort:title",
        "/",
        "hours 8",
        "result passed",
        "title Safety",
        "since 2024-01-01",
        "clear hours",
        "mark-all",
        "s t",
        "open",
        "?",
        "? plan",
        ":",
        "Esc",
        "Enter",
        "j",
        "G",
        "reload",
        "!",
        "计划",
        "撤销",
        "时长 3",
        "evidence /etc/hostname",
        "quit",
    ]);
    let line = prop_oneof![6 => known.prop_map(str::to_owned), 1 => any::<String>(), 1 => "[a-z0-9 /?:#.\u{4e00}-\u{4e20}]{0,12}"];
    proptest::collection::vec(line, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_fatal_and_nothing_outside_the_folder_is_touched(lines in lines(), chinese in any::<bool>()) {
        let mut talk = Talk::new(if chinese { Lang::Zh } else { Lang::En });
        for line in &lines {
            let answer = talk.say(line);
            prop_assert!(!answer.is_empty(), "no answer to {line:?}");
            prop_assert!(!is_drawn(&answer), "{line:?}: {answer:?}");
            // An empty line would end the answer.
            prop_assert!(answer.lines().all(|line| !line.is_empty()), "{line:?}: {answer:?}");
        }
        for entry in std::fs::read_dir(talk.root.path()).unwrap() {
            prop_assert_eq!(entry.unwrap().file_name(), "data");
        }
    }
}
