//! Forms: prefilled, checked while typing, and never emptied by an error.

use super::*;
use tuition::app::form::FieldName;
use tuition::app::model::Layer;

fn focus(screen: &Screen) -> Option<FieldName> {
    match &screen.model().layer {
        Some(Layer::Form(form)) => form.focused().map(|field| field.name),
        _ => None,
    }
}

#[test]
fn a_form_is_filled_in_from_the_course() {
    assert_snapshot!(screen("80x24", "/teams<Enter>d"));
}

#[test]
fn a_form_on_a_wide_terminal() {
    assert_snapshot!(screen("120x36", "/teams<Enter>d"));
}

#[test]
fn a_range_is_offered_at_its_lower_end_and_says_so() {
    let screen = screen("80x24", "/'leading change<Enter>d<Tab>");
    assert!(screen.says("> Hours 6 the source states 6–18 h; the lower end is filled in"), "{screen}");
}

#[test]
fn a_wrong_amount_is_named_while_typing_and_kept() {
    let mut screen = screen("80x24", "/teams<Enter>d<Tab><Ctrl+u>2x");
    assert_snapshot!("a_wrong_amount", screen);
    screen.press("<Tab><Tab>");
    assert!(screen.says("Hours 2x not a number such as 8 or 1.5"), "{screen}");
    screen.press("<Enter>");
    assert_eq!(focus(&screen), Some(FieldName::Hours), "Enter goes to the fault");
    screen.press("<Backspace>.5<Enter>");
    assert!(screen.says("saved: 2.5 h on 2026-11-21"), "{screen}");
}

#[test]
fn a_day_that_has_not_come_is_refused() {
    let screen = screen("80x24", "/teams<Enter>d<Ctrl+u>tomorrow<Enter>");
    assert!(screen.says("tomorrow that day has not come yet"), "{screen}");
}

#[test]
fn several_entries_for_one_course() {
    let screen = screen("80x24", "/teams<Enter>d<Tab><Ctrl+u>2<Enter>d<Tab><Ctrl+u>3<Enter>3");
    assert!(screen.says("2026: 5 h completed"), "{screen}");
    assert_eq!(screen.model().record.hours.listed_len(), 2);
}

#[test]
fn leaving_keeps_what_was_typed() {
    let mut screen = screen("80x24", "/teams<Enter>d<Tab><Ctrl+u>7<Esc>");
    assert!(screen.says("Not saved; what you typed is kept until you open it again."), "{screen}");
    // A form of another matter does not take it away.
    screen.press("A<Esc>jd<Esc>k");
    screen.press("d");
    assert!(screen.says("Hours 7"), "{screen}");
    assert!(screen.says("Here is what you had typed before."), "{screen}");
}

#[test]
fn quitting_with_something_unsaved_asks_once() {
    let mut screen = screen("80x24", "/teams<Enter>d<Tab><Ctrl+u>7<Ctrl+c>");
    assert!(!screen.model().quit);
    assert!(screen.says("This form is not saved."), "{screen}");
    // Another key takes the question back, and what was typed is still there.
    screen.press("<Esc>d");
    assert!(screen.says("Hours 7"), "{screen}");
    screen.press("<Esc>q");
    assert!(!screen.model().quit);
    assert!(screen.says("A form that you left is not saved."), "{screen}");
    screen.press("jq");
    assert!(!screen.model().quit);
    screen.press("q");
    assert!(screen.model().quit);
}

/// A plan that a merge left in pieces is not written over.
const BROKEN: &str = "schema = 1\n<<<<<<< ours\n[[item]]\n=======\n>>>>>>> theirs\n";

#[test]
fn a_failed_save_keeps_the_form_and_says_why() {
    let mut screen = At::size("80x24").lived_in().open("2jm<Tab>Because");
    screen.put("plan.toml", BROKEN);
    // Whether the file was read again before the save or not.
    screen.look().press("<Enter>");
    assert!(matches!(screen.model().layer, Some(Layer::Form(_))), "{screen}");
    assert!(screen.says("> Why Because"), "{screen}");
    let said = screen.model().notice.clone().unwrap().text.replace(&*screen.data().to_string_lossy(), "");
    let last = said.split_whitespace().last().unwrap();
    assert!(screen.says("[root]/data/plan.toml") || screen.says("plan.toml"), "{screen}");
    assert!(screen.prose().contains(last), "to the last word, {last}: {screen}");
}

#[test]
fn a_course_that_left_the_plan_meanwhile_is_told_and_the_form_stays() {
    let mut screen = At::size("80x24").lived_in().open("2jm<Tab>Because");
    screen.put("plan.toml", "schema = 1\n");
    screen.look().press("<Enter>");
    assert!(screen.says("Not saved: the course is no longer in the plan."), "{screen}");
    assert!(screen.says("> Why Because"), "{screen}");
}

#[test]
fn a_failed_save_without_a_form_is_said_in_full() {
    let screen = At::size("60x15").file("plan.toml", BROKEN).open("/teams<Enter>a");
    let said = screen.model().notice.clone().unwrap().text;
    for word in said.split_whitespace().filter(|word| !word.contains('/')) {
        assert!(screen.says(word), "{word}: {screen}");
    }
    assert_eq!(std::fs::read_to_string(screen.data().join("plan.toml")).unwrap(), BROKEN);
}

#[test]
fn where_the_data_folder_is_a_file_nothing_is_saved_and_the_form_stays() {
    let mut screen = screen("80x24", "/teams<Enter>d");
    std::fs::OpenOptions::new().write(true).create_new(true).open(screen.data()).unwrap();
    screen.press("<Enter>");
    assert!(matches!(screen.model().layer, Some(Layer::Form(_))), "{screen}");
    assert!(screen.runs().iter().any(|run| run.role == Role::Error), "{screen}");
    assert!(screen.says("2026: no hours completed"), "{screen}");
}

#[test]
fn certificates_are_attached_on_the_screen() {
    let mut screen = At::size("80x24").lived_in().open("3jm<Up><Up><Up>");
    assert_eq!(focus(&screen), Some(FieldName::Evidence));
    assert!(screen.says("> Evidence (a file; several with ;)"), "{screen}");
    screen.put("paper.pdf", "proof");
    let paper = screen.data().join("paper.pdf");
    screen.paste(&format!("{};nowhere/none.pdf", paper.display()));
    screen.press("<Enter>");
    assert!(screen.says("nowhere/none.pdf"), "{screen}");
    assert!(screen.says("Correct the entry"), "the form stays open: {screen}");
    assert_eq!(screen.model().record.hours.live().flat_map(|entry| &entry.evidence).count(), 0);
    screen.press("<Ctrl+u>");
    screen.paste(&paper.display().to_string());
    screen.press("<Enter>");
    assert!(screen.says("saved: corrected to 24 h"), "{screen}");
    assert!(screen.says("Evidence paper.pdf"), "{screen}");
    // Another correction keeps it, and says so.
    screen.press("m");
    assert!(screen.says("Evidence attached: paper.pdf"), "{screen}");
    screen.press("<Ctrl+u>20<Enter>");
    assert!(screen.says("saved: corrected to 20 h") && screen.says("Evidence paper.pdf"), "{screen}");
}

#[test]
fn categories_are_offered_and_checked_by_what_the_followed_rules_count() {
    let pack = "schema = 1\nid = \"own\"\ntitle = \"Own\"\nunit = \"class-hour\"\ntotal = 9\n\n[period]\nanchor = \"calendar\"\nmonths = 12\n
[[minimum]]\ncategory = \"safety\"\nhours = 1\n
[[source]]\ntitle = \"S\"\nchecked = 2026-11-21\n";
    let profile = "schema = 1\n\n[[follow]]\nrule = \"own\"\n";
    let mut screen = At::size("80x24").file("profile.toml", profile).open("");
    screen.put("requirements/own.toml", pack);
    screen.look();
    screen.press("A<Tab><Tab><Tab>");
    assert!(screen.says("> Unit < class hours >"), "{screen}");
    screen.press("<Tab>");
    assert!(screen.says("> Categories (safety)"), "{screen}");
    screen.press("saftey");
    assert!(screen.says("did you mean safety?"), "{screen}");
}

#[test]
fn chinese_names_of_categories_are_offered_and_understood() {
    let mut screen = At::size("80x24").chinese().open("A<Tab><Tab><Tab><Tab>");
    assert!(screen.says("> 类别 （公需科目、专业科目、选修科目、职业道德 …）"), "{screen}");
    screen.press("选修科目、职业道德");
    assert!(!screen.says("只能用"), "{screen}");
    screen.press("<Tab><Tab><Tab><Tab><Tab>");
    assert!(screen.says("> 证明材料 （文件路径，多个用 ; 分隔）"), "{screen}");
}
