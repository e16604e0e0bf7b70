//! The record of hours: what counts, what was corrected, what is void.

use super::*;

#[test]
fn an_empty_record_says_how_to_fill_it() {
    assert_snapshot!(screen("80x24", "3"));
}

#[test]
fn a_record() {
    assert_snapshot!(At::size("80x24").lived_in().open("3"));
}

#[test]
fn a_record_on_a_wide_terminal() {
    assert_snapshot!(At::size("120x36").lived_in().open("3j"));
}

#[test]
fn recorded_hours_are_in_the_record_and_in_the_number_at_the_top() {
    let mut screen = screen("80x24", "/teams<Enter>d<Enter>");
    assert!(screen.says("2026: 24 h completed"), "{screen}");
    screen.press("3");
    assert_snapshot!("hours_just_recorded", screen);
    screen.press("u");
    assert!(screen.says("2026: no hours completed"), "{screen}");
    screen.press("<Ctrl+r>");
    assert!(screen.says("2026: 24 h completed"), "{screen}");
}

#[test]
fn the_cursor_stands_on_what_has_just_been_recorded() {
    let mut screen = At::size("80x24").lived_in().open("3jj");
    screen.press("ATalk on bridges<Tab><Tab>2<Enter>");
    assert_eq!(screen.model().selected_entry().unwrap().title, "Talk on bridges", "{screen}");
}

#[test]
fn an_entry_is_corrected_and_the_cursor_stays_on_it() {
    let mut screen = At::size("80x24").lived_in().open("3jm");
    assert_snapshot!("the_form_of_a_correction", screen);
    screen.press("<Ctrl+u>20<Enter>");
    assert!(screen.says("saved: corrected to 20 h on 2026-05-20"), "{screen}");
    assert_eq!(screen.model().selected_entry().unwrap().title, "Leading high-performance teams");
    assert!(screen.says("2026: 21.5 h completed"), "{screen}");
    assert!(screen.says("Corrects 2026-05-20 · 24 h"), "{screen}");
}

#[test]
fn the_cursor_follows_a_correction_to_another_day() {
    let screen = At::size("80x24").lived_in().open("3jm<Shift+Tab><Ctrl+u>2025-01-02<Enter>");
    assert_eq!(screen.model().selected_entry().unwrap().date.to_string(), "2025-01-02");
}

#[test]
fn an_entry_is_voided_with_a_reason_and_stays_readable() {
    let mut screen = At::size("80x24").lived_in().open("3jxnever held");
    assert_snapshot!("the_form_that_voids", screen);
    screen.press("<Enter>");
    assert!(screen.says("saved: voided entry Leading high-performance teams"), "{screen}");
    assert!(screen.says("[void] Leadin…"), "{screen}");
    assert!(screen.says("Reason never held"), "{screen}");
    assert!(screen.says("2026: 1.5 h completed"), "{screen}");
    screen.press("x");
    assert!(screen.says("already void"), "{screen}");
}

#[test]
fn a_void_needs_its_reason() {
    let mut screen = At::size("80x24").lived_in().open("3jx<Enter>");
    assert!(screen.says("> Reason needed"), "{screen}");
    assert!(screen.model().layer.is_some(), "{screen}");
    screen.press("twice<Enter>");
    assert!(screen.says("saved: voided entry"), "{screen}");
}

#[test]
fn what_is_in_no_catalog_is_recorded_too() {
    let mut screen = screen("80x24", "3A");
    assert_snapshot!("the_form_of_a_free_entry", screen);
    screen.press("<Enter>");
    assert!(screen.says("> Title needed"), "{screen}");
    screen.press("Trade fair<Tab><Ctrl+u>-3d<Tab>6<Tab><Right><Enter>");
    assert!(screen.says("6 class hours on 2026-11-18: Trade fair"), "{screen}");
}

#[test]
fn d_is_not_offered_where_it_does_nothing() {
    let mut screen = At::size("120x36").lived_in().open("3");
    let footer = screen.rows().pop().unwrap();
    assert!(!footer.contains("record hours"), "{footer}");
    screen.press("d");
    assert!(screen.says("d does nothing here; ? shows the keys"), "{screen}");
}

#[test]
fn entries_without_proof_are_counted_where_a_rule_is_followed() {
    let mut screen = At::size("120x36").lived_in().open("3j");
    assert!(screen.says("Evidence no proof attached"), "{screen}");
    assert!(!screen.says("without proof"), "{screen}");
    screen = At::size("120x36").lived_in().following().open("3");
    assert!(screen.says("4 entries without proof"), "{screen}");
}
