//! How one stands under the rules that bind: rules, parts, the ledger behind a figure, another day.

use super::*;
use tuition::app::model::{Pane, View};

#[test]
fn nothing_followed_says_how_to_begin() {
    assert_snapshot!(screen("80x24", "4"));
}

#[test]
fn a_profile_that_cannot_be_read_is_not_an_empty_one() {
    let screen = At::size("80x24").file("profile.toml", "schema = 1\n[[follow]]\nrule = 3\n").open("4");
    assert!(screen.says("Which requirements are followed could not be read."), "{screen}");
    assert!(screen.says("profile.toml:3:"), "{screen}");
}

#[test]
fn several_rules_from_one_record() {
    assert_snapshot!(At::size("80x24").following().open("4"));
}

#[test]
fn the_parts_of_a_rule() {
    assert_snapshot!(At::size("80x24").following().open("4j<Enter>jj"));
}

#[test]
fn the_parts_on_a_wide_terminal() {
    assert_snapshot!(At::size("120x36").following().open("4j<Enter>j"));
}

#[test]
fn the_rules_on_a_narrow_terminal() {
    assert_snapshot!(At::size("60x15").following().open("4"));
}

#[test]
fn the_parts_on_a_narrow_terminal() {
    assert_snapshot!(At::size("60x15").following().open("4j<Enter>j"));
}

#[test]
fn the_parts_in_chinese() {
    assert_snapshot!(At::size("80x24").chinese().following().open("4j<Enter>"));
}

#[test]
fn the_parts_in_chinese_on_a_wide_terminal() {
    assert_snapshot!(At::size("120x36").chinese().following().open("4"));
}

#[test]
fn the_parts_without_colours() {
    assert_snapshot!(At::size("80x24").colourless().following().open("4j<Enter>jj"));
}

#[test]
fn the_ledger_behind_a_figure() {
    assert_snapshot!(At::size("80x24").following().open("4j<Enter><Enter>j"));
}

#[test]
fn the_ledger_on_a_narrow_terminal_in_chinese() {
    assert_snapshot!(At::size("60x15").chinese().following().open("4<Enter><Enter>j"));
}

#[test]
fn the_ledger_where_titles_have_no_room_beside_the_figures() {
    assert_snapshot!(At::size("40x12").following().open("4j<Enter><Enter>jj"));
}

/// Of a long record only what is near the cursor is made into lines: no entry is lost by that.
#[test]
fn every_entry_of_a_long_ledger_can_be_reached() {
    let mut at = At::size("60x15").following();
    for number in 10..80 {
        let entry = format!(
            "schema = 1\nid = \"entry-{number}\"\ndate = 2026-07-01\ntitle = \"Number {number}\"\nhours = 1\n"
        );
        at = at.file(&format!("hours/2026/2026-07-01-entry-{number}.toml"), &entry);
    }
    let mut screen = at.open("4j<Enter><Enter>");
    let mut seen = Vec::new();
    for _ in 0..73 {
        let selected = screen.runs().into_iter().rfind(|run| run.role == Role::Selected).unwrap();
        seen.push(selected.text.clone());
        screen.press("j");
    }
    assert!(seen[0].contains("Site safety") && seen[1].contains("Read the"), "{seen:?}");
    for (row, number) in seen[3..].iter().zip(10..80) {
        assert!(row.contains(&format!("Number {number}")), "{number}: {row}");
    }
    assert!(screen.says("1 h of 60 min = 1 PDH"), "the last with its reason: {screen}");
    screen.press("<Home>");
    assert!(screen.says("Site safety"), "{screen}");
    assert!(!screen.says("Number 30"), "{screen}");
}

#[test]
fn what_was_carried_in_opens_the_ledger_and_the_period_before_is_named() {
    let mut screen = At::size("120x36").following().open("4j<Enter>");
    // Two years on, the surplus of the period before is there.
    for _ in 0..24 {
        screen.press(">");
    }
    assert_snapshot!("carried_in_parts", screen);
    screen.press("<Enter>");
    assert_snapshot!("carried_in_ledger", screen);
}

#[test]
fn another_day_is_plain_in_every_view_until_it_is_today_again() {
    let mut screen = At::size("80x24").following().open("4>");
    for view in ["1", "2", "3", "4"] {
        screen.press(view);
        let chip = screen.runs().into_iter().find(|run| run.row == 0 && run.role == Role::Selected);
        assert_eq!(
            chip.map(|run| run.text.trim().to_owned()).as_deref(),
            Some("as of 2026-12-21"),
            "{screen}"
        );
    }
    screen.press("=");
    assert!(!screen.says("as of"), "{screen}");
    screen.press("1<<");
    assert!(screen.says("as of 2026-09-21"), "{screen}");
    screen.press("=");
    assert!(!screen.says("as of"), "{screen}");
}

#[test]
fn the_number_that_matters_is_at_the_top_of_every_view() {
    let mut screen = At::size("120x36").following().open("");
    for view in ["1", "2", "3", "4"] {
        screen.press(view);
        assert!(screen.rows()[0].ends_with("cn-mohrss 46/90 class h · at risk"), "{screen}");
    }
    // The one chosen in Status stands for all.
    screen.press("j1");
    assert!(screen.rows()[0].contains("state-pe "), "{screen}");
    for (size, told) in
        [("80x24", "cn-mohrss 46/90 · at risk"), ("60x15", "46/90 · at risk"), ("40x12", "46/90 · at risk")]
    {
        let screen = At::size(size).following().open("");
        assert!(screen.rows()[0].ends_with(told), "{size}: {screen}");
    }
}

#[test]
fn a_pack_is_chosen_its_date_asked_for_and_the_following_undone() {
    let mut screen = screen("80x24", "4a");
    assert_snapshot!("the_packs", screen);
    screen.press("state<Enter>");
    assert_snapshot!("the_form_of_a_personal_date", screen);
    screen.press("2025-01-01<Enter>");
    assert!(screen.says("state-pe"), "{screen}");
    assert!(screen.says("2025-01-01 – 2026-12-31 · 40 days left"), "{screen}");
    screen.press("u");
    assert!(screen.says("No requirements are followed yet."), "{screen}");
    screen.press("U");
    assert!(screen.says("2025-01-01 – 2026-12-31"), "{screen}");
    screen.press("x");
    assert!(screen.says("No requirements are followed yet."), "{screen}");
}

#[test]
fn a_rule_without_its_date_says_what_it_needs() {
    let profile = "schema = 1\n[[follow]]\nrule = \"state-pe\"\n[[follow]]\nrule = \"gone\"\n";
    let mut screen = At::size("80x24").file("profile.toml", profile).open("4");
    assert!(
        screen.says(
            "state-pe counts from the first day of a renewal period of your licence, which is not stated"
        ),
        "{screen}"
    );
    assert!(screen.says("m states the date."), "{screen}");
    assert!(screen.rows()[0].ends_with("state-pe · no figures"), "{screen}");
    screen.press("j");
    assert!(screen.says("gone: no requirement pack of this name could be read"), "{screen}");
    screen.press("km2025-01-01<Enter>");
    assert!(screen.says("2025-01-01 – 2026-12-31"), "{screen}");
}

#[test]
fn the_gap_leads_to_the_catalog_and_the_view_keeps_its_place() {
    let mut screen = At::size("80x24").following().open("4<Enter>jG");
    assert_eq!(screen.model().view, View::Catalog);
    assert!(screen.says("fills:cn-mohrss/professional"), "{screen}");
    screen.press("4<Enter>");
    assert_eq!((screen.model().focus, screen.model().requirements.part), (Pane::Detail, 1));
}

#[test]
fn scrolling_and_moving_keep_the_part_in_view() {
    let mut screen = At::size("60x15").following().open("4j<Enter>");
    for part in ["total, year 2", "ethics", "technical", "self-study (cap)"] {
        screen.press(if part == "total, year 2" { "jj" } else { "j" });
        let selected = screen.runs().into_iter().find(|run| run.role == Role::Selected);
        assert!(selected.is_some_and(|run| run.text.contains(part)), "{part}: {screen}");
    }
    screen.press("JJJJJJJJJJJJ");
    assert!(screen.says("Board rule 12.3 (checked 2026-06-01)"), "{screen}");
    screen.press("k");
    let selected = screen.runs().into_iter().find(|run| run.role == Role::Selected);
    assert!(selected.is_some_and(|run| run.text.contains("technical")), "{screen}");
}

/// What the fills of the bar say is also said in words and figures.
#[test]
fn nothing_is_told_by_colour_alone() {
    let coloured = At::size("80x24").following().open("4<Enter>");
    let plain = At::size("80x24").colourless().following().open("4<Enter>");
    assert_eq!(coloured.rows(), plain.rows());
    for told in ["46 of 90 · 44 missing", "at risk", "planned"] {
        assert!(plain.says(told), "{told}: {plain}");
    }
}

#[test]
fn the_keys_of_the_view_are_in_help() {
    let screen = At::size("120x36").following().open("4?requirements");
    for told in ["Choose a pack of requirements to follow", "Look at the requirements as of a month later"] {
        assert!(screen.says(told), "{screen}");
    }
}

#[test]
fn a_wording_that_does_not_hold_over_the_period_says_so_below_it() {
    let pack =
        "schema = 1\nid = \"board\"\ntitle = \"Board\"\nunit = \"pdh\"\ntotal = 9\nvalid_to = 2026-06-30
[period]\nanchor = \"calendar\"\nmonths = 12\n[[source]]\ntitle = \"Rule\"\nchecked = 2026-11-21\n";
    let following = "schema = 1\n[[follow]]\nrule = \"board\"\n";
    let at = At::size("120x24").file("requirements/board.toml", pack).file("profile.toml", following);
    let mut screen = at.open("4");
    let said = "2026-12-31 · 40 days left this wording of the rule holds until 2026-06-30: the period lies partly outside";
    assert!(screen.says(said), "{screen}");
    screen.press(&"<".repeat(12));
    assert!(!screen.says("wording"), "{screen}");
}
