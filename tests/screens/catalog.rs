//! Finding a course: query, facets, marks, the course in full.

use super::*;
use tuition::app::model::{Pane, View};

#[test]
fn the_first_screen() {
    assert_snapshot!(screen("80x24", ""));
}

#[test]
fn the_first_screen_of_a_wide_terminal() {
    assert_snapshot!(screen("120x36", ""));
}

#[test]
fn the_bundled_catalog() {
    let screen = At::size("120x36").bundled().open("");
    assert!(screen.says("225 courses"), "{screen}");
    assert!(screen.model().library.problems.is_empty());
}

#[test]
fn a_word_finds_and_lights_up() {
    assert_snapshot!(screen("80x24", "/leader<Enter>"));
}

#[test]
fn the_bundled_leadership_courses() {
    let screen = At::size("120x36").bundled().open("/leader<Enter>");
    assert!(screen.says("25 of 225"), "{screen}");
    let matches: Vec<_> = screen.runs().into_iter().filter(|run| run.role == Role::Match).collect();
    assert!(
        matches.len() >= 10 && matches.iter().all(|run| "leader".starts_with(&run.text.to_lowercase())),
        "{matches:?}"
    );
}

#[test]
fn pinyin_initials_find_chinese_titles() {
    assert_snapshot!(screen("80x24", "/szjj"));
}

#[test]
fn a_wrong_term_keeps_the_results_of_the_rest_and_is_underlined() {
    assert_snapshot!(screen("80x24", "/leader trak:x"));
}

#[test]
fn where_nothing_else_can_be_read_the_last_results_stay() {
    let mut screen = screen("80x24", "/leader");
    screen.press("<Ctrl+u>").paste("trak:x");
    assert!(screen.says("10 courses"), "{screen}");
    screen.press("<Ctrl+u>leader<Ctrl+a>hours:").press("<Space>");
    assert!(screen.says("3 of 10"), "{screen}");
}

/// The same letters stand earlier in the query: the fault is marked where it is.
#[test]
fn a_wrong_term_beyond_the_left_edge_is_marked_where_it_is() {
    let query = "ab ".repeat(30) + "trak:ab";
    let screen = screen("60x24", &format!("/{query}"));
    let wrong: Vec<_> = screen.runs().into_iter().filter(|run| run.added.contains("UNDERLINED")).collect();
    assert!(wrong.iter().any(|run| run.text == "trak"), "{wrong:?}");
}

#[test]
fn a_term_that_is_being_typed_is_not_complained_of() {
    let mut screen = screen("80x24", "/leader \"");
    assert!(screen.says("3 of 10"), "{screen}");
    assert!(!screen.runs().iter().any(|run| run.role == Role::Error), "{screen}");
    screen.press("<Enter>");
    assert!(screen.runs().iter().any(|run| run.role == Role::Error), "{screen}");
}

#[test]
fn nothing_matches() {
    assert_snapshot!(screen("80x24", "/leader hours:>500<Enter>"));
}

#[test]
fn an_empty_catalog() {
    assert_snapshot!(At::size("80x24").catalog("tests/fixtures/catalogs/valid/empty").open(""));
}

#[test]
fn a_facet_writes_the_query() {
    assert_snapshot!(screen("120x36", "f<Space>"));
}

#[test]
fn a_facet_is_on_where_the_query_says_so() {
    let mut screen = screen("120x36", "/track:safety<Enter>");
    assert!(screen.says("[x] Safety"), "{screen}");
    screen.press("/<Ctrl+u>language:en<Enter>");
    assert!(screen.says("[ ] Leadership 2"), "{screen}");
    screen.press("f<Space>");
    assert_eq!(screen.model().catalog.query.text(), "language:en track:leadership");
    assert!(screen.says("[x] Leadership 2"), "{screen}");
    screen.press("<Space>");
    assert_eq!(screen.model().catalog.query.text(), "language:en");
}

/// The cursor of the facets stands on what can be switched.
#[test]
fn facet_heads_are_passed_over() {
    let query = |keys| screen("120x36", keys).model().catalog.query.text().to_owned();
    assert_eq!(query("fjjj<Space>"), "level:introductory");
    assert_eq!(query("fjjjk<Space>"), "track:safety");
    assert_eq!(query("fjjjkkkkkk<Space>"), "track:leadership");
    assert_eq!(query("fgg<Space>"), "track:leadership");
}

#[test]
fn the_facet_pane_scrolls() {
    let mut screen = screen("80x15", "fG");
    assert!(screen.says("[ ] 北京工程师学会"), "{screen}");
    screen.press("gg");
    assert!(screen.says("[ ] Leadership"), "{screen}");
}

#[test]
fn marks_are_added_as_one_step_and_undone_as_one() {
    let mut screen = screen("80x24", "/leader<Enter><Space><Space>");
    assert!(screen.says("2 marked"), "{screen}");
    screen.press("a");
    assert!(screen.says("saved: planned 2 courses · u undoes"), "{screen}");
    assert_eq!(screen.model().record.plan.items.len(), 2);
    assert!(screen.model().catalog.marked.is_empty());
    screen.press("u");
    assert!(screen.says("undone: planned 2 courses · U redoes"), "{screen}");
    assert!(screen.model().record.plan.items.is_empty());
    screen.press("U");
    assert_eq!(screen.model().record.plan.items.len(), 2);
    screen.press("u");
    assert!(screen.model().record.plan.items.is_empty());
    screen.press("u");
    assert!(screen.says("Nothing to undo."), "{screen}");
}

#[test]
fn marked_and_planned_rows_say_so() {
    assert_snapshot!(At::size("120x36").lived_in().open("/leader<Enter><Space>"));
}

#[test]
fn what_is_planned_is_taken_out_by_its_title() {
    let screen = At::size("80x24").lived_in().open("/'change<Enter>x");
    assert!(screen.says("saved: took Leading change out of the plan · u undoes"), "{screen}");
}

#[test]
fn prerequisites_are_done_planned_or_missing() {
    let mut screen = At::size("120x36").lived_in().open("/'leading change<Enter>");
    assert!(screen.says("done: Leading high-performance teams"), "{screen}");
    assert!(screen.says("planned: Scientific and technological leadership"), "{screen}");
    assert!(screen.says("done: Site safety"), "{screen}");
    screen.press("/<Ctrl+u>senior<Enter>");
    assert!(screen.says("missing: Digital technology engineer"), "{screen}");
}

#[test]
fn a_course_in_full() {
    assert_snapshot!(screen("80x36", "/'teams<Enter>"));
}

#[test]
fn details_stop_at_their_end_and_scroll_back_at_once() {
    let mut screen = screen("80x15", "/'leading change<Enter>");
    let top = screen.rows();
    screen.press(&"J".repeat(60));
    let end = screen.rows();
    assert_ne!(top, end);
    screen.press("K");
    assert_ne!(screen.rows(), end, "one K moves");
    screen.press("J");
    assert_eq!(screen.rows(), end);
    screen.press("<Enter>gg");
    assert!(screen.says("Leading change"), "{screen}");
    screen.press("G");
    assert_eq!(screen.rows().len(), end.len());
}

#[test]
fn the_cursor_stays_on_its_course() {
    let mut screen = screen("80x24", "jjj");
    let course = screen.model().selected_course().unwrap().id.clone();
    for keys in ["st", "sH", "sr"] {
        screen.press(keys);
        assert_eq!(screen.model().selected_course().unwrap().id, course, "{keys}");
    }
    screen.press("/<Enter>f").press("<Esc>");
    assert_eq!(screen.model().selected_course().unwrap().id, course);
}

#[test]
fn a_sequence_shows_what_may_follow() {
    assert_snapshot!(screen("120x36", "s"));
}

#[test]
fn escape_never_quits_and_q_on_the_root_does() {
    let mut screen = screen("80x24", "/leader<Enter><Space><Enter>");
    assert_eq!(screen.model().focus, Pane::Detail);
    screen.press("<Esc>");
    assert_eq!(screen.model().focus, Pane::List);
    screen.press("<Esc>");
    assert!(screen.model().catalog.marked.is_empty());
    screen.press("<Esc>");
    assert!(screen.model().catalog.query.is_empty());
    screen.press(&"<Esc>".repeat(20));
    assert!(!screen.model().quit);
    screen.press("3q");
    assert_eq!((screen.model().view, screen.model().quit), (View::Catalog, false));
    screen.press("q");
    assert!(screen.model().quit);
}

#[test]
fn what_another_program_writes_is_seen_at_the_next_look() {
    let mut screen = At::size("80x24").open("");
    screen.put("plan.toml", "schema = 1\n\n[[item]]\ncourse = \"heat\"\ntitle = \"Heat\"\n");
    screen.look();
    assert_eq!(screen.model().record.plan.items.len(), 1);
}

#[test]
fn pasted_letters_are_not_keys() {
    let mut screen = screen("80x24", "");
    screen.paste("qqq");
    assert!(!screen.model().quit);
    assert!(screen.says("Pasted text goes into a text field; / opens the query."), "{screen}");
    screen.press("/").paste("lead\u{1b}[31m\ner");
    assert_eq!(screen.model().catalog.query.text(), "lead[31m er");
}

#[test]
fn what_is_on_can_be_switched_off_where_it_leaves_nothing() {
    let mut screen = screen("120x36", "/level:advanced grade:senior<Enter>");
    assert!(screen.says("0 of 10"), "{screen}");
    assert!(screen.says("[x] advanced") && screen.says("[x] senior"), "{screen}");
    screen.press("f<Space>");
    assert_eq!(screen.model().catalog.query.text(), "grade:senior");
}
