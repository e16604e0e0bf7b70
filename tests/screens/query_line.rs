//! The query line: saved views, completion, earlier queries, the page of help.

use super::*;

const VIEWS: &str = "schema = 1\n
[[view]]\nname = \"short\"\nquery = \"hours:<=8\"\n
[[view]]\nname = \"领导力\"\nquery = \"track:leadership sort:title\"\n
[[view]]\nname = \"broken\"\nquery = \"trak:x\"\n";

fn with_views(size: &str) -> At {
    At::size(size).file("views.toml", VIEWS)
}

#[test]
fn saved_views_stand_like_folders() {
    assert_snapshot!(with_views("120x36").open("F"));
    assert_snapshot!(with_views("60x15").chinese().colourless().open("F"));
    let mut screen = with_views("80x24").open("Fshort<Enter>");
    assert!(screen.rows()[1].contains("@short"), "{screen}");
    screen.press("/ x<Enter>");
    assert!(!screen.rows()[1].contains("@short"), "only while the query is that of the view: {screen}");
    let narrow = with_views("60x15").open("Fshort<Enter>");
    assert!(narrow.rows()[1].contains("@short"), "{narrow}");
}

#[test]
fn without_views_the_list_says_how_to_save_one() {
    let screen = screen("80x24", "F");
    assert!(screen.says("No view is saved yet.") && screen.says("S gives it a name"), "{screen}");
}

#[test]
fn a_query_gets_a_name_and_a_removed_view_comes_back() {
    let mut screen = screen("80x24", "/hours:<=8<Enter>S");
    assert_snapshot!(screen);
    screen.press("short<Enter>");
    assert!(screen.rows()[1].contains("@short"), "{screen}");
    let file = || std::fs::read_to_string(screen.data().join("views.toml")).unwrap();
    let saved = "schema = 1\n\n[[view]]\nname = \"short\"\nquery = \"hours:<=8\"\n";
    assert_eq!(file(), saved);
    let mut screen = screen;
    screen.press("F<Ctrl+x>");
    assert!(screen.says("No view is saved yet."), "{screen}");
    assert!(screen.says("took out the view @short"), "{screen}");
    screen.press("<Esc>u");
    assert_eq!(std::fs::read_to_string(screen.data().join("views.toml")).unwrap(), saved);
    screen.press("S<Ctrl+u>x<Enter>");
    assert!(screen.says("saved the view @x"), "{screen}");
}

#[test]
fn an_unknown_view_is_named_under_its_term_and_the_rest_still_finds() {
    let screen = with_views("120x24").open("/@shrot track:leadership<Enter>");
    assert!(screen.says("did you mean \"@short\"?"), "{screen}");
    let without = with_views("120x24").open("/track:leadership<Enter>");
    assert_eq!(screen.model().catalog.found.rows, without.model().catalog.found.rows);
    let broken = with_views("120x24").open("/@broken<Enter>");
    assert!(broken.says("in the view @broken: unknown field \"trak\""), "{broken}");
}

#[test]
fn the_box_of_completions() {
    assert_snapshot!(screen("120x36", "/lead tr<Tab>"));
    assert_snapshot!(with_views("80x24").chinese().open("/level:<Tab><Tab>"));
    assert_snapshot!(with_views("60x15").colourless().open("/hours:<=8 -@<Tab>"));
    let taken = screen("80x24", "/sort:ho<Tab><Tab><Enter><Enter>");
    assert_eq!(taken.model().catalog.query.text(), "sort:hours-");
}

#[test]
fn earlier_queries_outlive_the_program() {
    let at = At::size("80x24").file("../state/queries", "track:leadership\nhours:<=8\n");
    let mut screen = at.open("/new words<Enter>");
    let kept = std::fs::read_to_string(screen.data().join("../state/queries")).unwrap();
    assert_eq!(kept, "track:leadership\nhours:<=8\nnew words\n");
    screen.press("/<Ctrl+u><Ctrl+Up><Ctrl+Up>");
    assert_eq!(screen.model().catalog.query.text(), "hours:<=8");
    screen.press("<Alt+p>");
    assert_eq!(screen.model().catalog.query.text(), "track:leadership");
    screen.press("<Alt+n><Ctrl+Down><Ctrl+Down>");
    assert_eq!(screen.model().catalog.query.text(), "");
    screen.press("h<Alt+p>");
    assert_eq!(screen.model().catalog.query.text(), "hours:<=8");
}

#[test]
fn a_page_says_what_may_be_typed() {
    assert_snapshot!(screen("80x24", "/<F1>"));
    assert_snapshot!(At::size("60x15").chinese().open("/<F1>"));
    let left = screen("80x24", "/lead<F1><Esc>x");
    assert_eq!(left.model().catalog.query.text(), "leadx", "back to typing");
}
