//! What people who only hear the program ran into: words that left it, forms that took a reason for
//! a command, places that were lost, answers that were not true.

use crate::talk::Talk;
use tuition::locale::Lang;

/// A conversation with an entry in the record.
fn with_an_entry(lang: Lang) -> Talk {
    let mut talk = Talk::new(lang);
    let saved = talk.all(&["record 2", "hours 8", "save"]);
    assert!(saved.contains("8 hours") || saved.contains("8 小时"), "{saved}");
    talk
}

#[test]
fn back_never_ends_the_program() {
    for (lang, word, said) in [
        (Lang::En, "back", "You are in the catalog; quit leaves the program."),
        (Lang::Zh, "返回", "已在目录中；输入“退出”离开程序。"),
    ] {
        let mut talk = Talk::new(lang);
        for lines in [&[word][..], &["2", word], &["help", word, word], &["plan", word, word]] {
            assert_eq!(talk.all(lines), said, "{lines:?}");
            assert!(!talk.conversation.has_ended());
        }
        talk.say("q");
        assert!(talk.conversation.has_ended(), "the key leaves it");
    }
}

#[test]
fn a_reason_may_be_any_word() {
    let mut talk = with_an_entry(Lang::Zh);
    let asked = talk.all(&["学时", "作废 1"]);
    assert!(asked.contains("下一行将原样作为“理由”。"), "{asked}");
    let taken = talk.say("重复");
    assert!(taken.contains("1. 理由：重复") && taken.contains("“重复”已作为内容填入。"), "{taken}");
    assert_eq!(talk.say("理由：保存"), "1. 理由：保存");
    assert!(talk.say("再说一遍").contains("1. 理由：保存"));
    assert!(talk.say("保存").contains("已保存"));
    assert!(talk.all(&["学时", "1"]).contains("保存"), "the reason is in the record");
}

#[test]
fn a_field_that_was_asked_for_takes_the_line_as_it_stands() {
    let mut talk = Talk::new(Lang::En);
    talk.all(&["record 2", "note"]);
    assert!(talk.say("quit").contains("Note: quit"));
    assert!(talk.all(&["note", "again"]).contains("Note: again"));
    assert_eq!(talk.all(&["note", "note: save"]), "9. Note: save");
    assert!(talk.all(&["note", ""]).starts_with("Left as it is.\n"));
    // A date is never a word: there it is a command.
    assert!(talk.all(&["date", "cancel"]).contains("Not saved"));
    let mut talk = with_an_entry(Lang::En);
    assert!(talk.all(&["hours", "void 1"]).contains("The next line is taken as it stands for: Reason."));
    assert_eq!(talk.say("Reason unclear"), "1. Reason: Reason unclear");
    assert!(talk.say("cancel").contains("Not saved"));
}

#[test]
fn the_year_is_changed_in_words() {
    let mut talk = Talk::new(Lang::En);
    let opened = talk.say("year");
    assert!(opened.contains("2026") && opened.contains("previous year, next year, year 2025"), "{opened}");
    for (line, year) in [
        ("previous year", "2025"),
        ("<", "2024"),
        ("next year", "2025"),
        (">", "2026"),
        ("year 2021", "2021"),
        ("2023", "2023"),
        ("上一年", "2022"),
        ("下一年", "2023"),
        ("2020年", "2020"),
        ("this year", "2026"),
    ] {
        let answer = talk.say(line);
        assert!(answer.lines().next().is_some_and(|title| title.contains(year)), "{line}: {answer}");
    }
    assert_eq!(
        talk.say("help"),
        "Here you can type: previous year, next year, year 2025, this year, more, again, back."
    );
    assert_eq!(talk.say("year 3000"), "Years go from 1900 to 2200.");
    assert_eq!(talk.say("1"), "These lines are there to be read; none is chosen by a number.");
    assert!(talk.all(&["back", "year 2019"]).contains("2019"));
}

#[test]
fn what_is_not_possible_leaves_the_place_open() {
    let mut talk = Talk::new(Lang::En);
    talk.say("year");
    let answer = talk.say("void");
    assert!(answer.starts_with("Not possible here: Void the entry"), "{answer}");
    assert!(answer.ends_with("That works on an entry that is not void: type hours."), "{answer}");
    assert!(talk.say("again").contains("previous year"), "the year is still open");
    let answer = talk.all(&["catalog", "move-later"]);
    assert!(answer.contains("That works in the plan"), "{answer}");
}

#[test]
fn help_is_said_and_over() {
    for line in ["/leading", "find leading", "search leading"] {
        let mut talk = Talk::new(Lang::En);
        let answer = talk.all(&["help", line]);
        assert!(answer.starts_with("Catalog: "), "{line}: {answer}");
        assert!(answer.contains("for leading") && !answer.contains("Pasted"), "{line}: {answer}");
    }
    let mut talk = Talk::new(Lang::En);
    let answer = talk.all(&["year", "find leading"]);
    assert!(answer.contains("for leading") && !answer.contains("Pasted"), "{answer}");
}

#[test]
fn nothing_has_changed_is_said_only_where_it_is_true() {
    let mut talk = Talk::new(Lang::En);
    assert!(talk.all(&["facets", "sort-title"]).contains("sort:title"));
    let mut talk = Talk::new(Lang::En);
    assert!(!talk.all(&["query-help", "1"]).contains("Nothing has changed"));
}

#[test]
fn correct_changes_an_entry() {
    for (lang, word, said) in [(Lang::En, "correct 1", "in this form"), (Lang::Zh, "更正 1", "在此表单中")]
    {
        let answer = with_an_entry(lang).all(&["view-hours", word]);
        assert!(answer.to_lowercase().contains(said), "{answer}");
    }
}

#[test]
fn commands_of_their_own_are_told_as_such() {
    for word in ["due", "what-if", "profile", "evidence", "report"] {
        let answer = Talk::new(Lang::En).say(word);
        assert!(answer.contains(&format!("quit, then tuition {word}.")), "{answer}");
    }
    assert!(Talk::new(Lang::Zh).say("到期").contains("tuition due"));
}

#[test]
fn the_timer_says_how_long_and_that_it_waits() {
    let mut talk = Talk::new(Lang::En);
    assert!(talk.say("timer status").contains("no timer runs"));
    talk.say("timer 2");
    let status = talk.say("timer status");
    assert!(status.starts_with("The timer runs, ") && status.contains(" minutes"), "{status}");
    assert!(status.ends_with("Leading high-performance teams"), "{status}");
    talk.say("timer");
    let left = talk.say("cancel");
    assert!(left.contains("The time that was measured still waits"), "{left}");
    assert!(talk.say("计时状态").starts_with("Stopped, and waits to be recorded"));
}

#[test]
fn notices_name_words_and_no_keys() {
    let mut talk = Talk::new(Lang::En);
    assert!(talk.say("plan-add 2").contains("; undo takes it back"));
    assert!(talk.say("undo").contains("; redo does it again"));
    let mut talk = Talk::new(Lang::Zh);
    assert!(talk.say("加入计划 2").contains("输入“撤销”可撤销"));
}

#[test]
fn saved_views_that_cannot_be_read_are_told() {
    let mut talk = Talk::new(Lang::En);
    std::fs::create_dir_all(talk.root.path().join("data")).unwrap();
    std::fs::write(talk.root.path().join("data/views.toml"), "schema = 1\n[[view\n").unwrap();
    talk.say("reload");
    let answer = talk.say("saved-views");
    assert!(answer.contains("The file of the saved views cannot be read."), "{answer}");
    assert!(!answer.contains("Nothing found"), "{answer}");
}
