//! `views.toml` keeps every byte that an operation is not about, and what cannot be read is never
//! written over.

use crate::world::World;
use std::fs;
use tuition::domain::{Operation, SavedView, ViewName};
use tuition::store::record::{Conflict, RecordProblemKind, SaveError};

const HAND_WRITTEN: &str = "\u{FEFF}# mine\r\nschema = 1\r\n\r\n# the short ones\r\n[[view]]\r\nname = 'short'\r\nquery = 'hours:<=8'  # or less\r\nlater = { x = 1 }\r\n\r\n# apart\r\n\r\n[[view]]\r\nquery = \"\"\"track:leadership\"\"\"\r\nname = \"lead\"";

fn name(text: &str) -> ViewName {
    ViewName::new(text).unwrap()
}

fn save(text: &str, query: &str) -> Operation {
    Operation::ViewSave(SavedView { name: name(text), query: query.to_owned() })
}

#[test]
fn edits_touch_their_own_bytes_and_undo_gives_all_of_them_back() {
    let world = World::new();
    world.write("views.toml", HAND_WRITTEN);
    assert_eq!(world.problems().len(), 1, "an unknown key, kept");
    world.apply(save("short", "hours:<=4")).unwrap();
    let shorter = HAND_WRITTEN.replace("'hours:<=8'", "\"hours:<=4\"");
    assert_eq!(world.read("views.toml"), shorter);
    world.apply(Operation::ViewRemove(name("short"))).unwrap();
    let left = world.read("views.toml");
    assert!(left.contains("# mine") && left.contains("# apart") && !left.contains("short"), "{left}");
    world.apply(save("达标", "fills:ncees \"two words\"")).unwrap();
    assert!(
        world
            .read("views.toml")
            .ends_with("[[view]]\r\nname = \"达标\"\r\nquery = \"fills:ncees \\\"two words\\\"\"")
    );
    for expected in [left.as_str(), &shorter, HAND_WRITTEN] {
        world.undo().unwrap();
        assert_eq!(world.read("views.toml"), expected);
    }
    assert_eq!(world.redo(), Some(save("short", "hours:<=4")));
    assert_eq!(world.redo(), Some(Operation::ViewRemove(name("short"))));
    assert_eq!(world.read("views.toml"), left);
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let world = World::new();
    assert_eq!(world.apply(Operation::ViewRemove(name("x"))).unwrap().touched, 0);
    assert!(!world.path("views.toml").exists());
    world.apply(save("x", "y")).unwrap();
    let before = world.files();
    assert_eq!(world.apply(save("x", "y")).unwrap().touched, 0);
    assert_eq!(world.files(), before);
}

#[test]
fn a_view_that_somebody_changed_since_is_not_taken_back() {
    let world = World::new();
    world.apply(save("x", "y")).unwrap();
    world.apply(save("z", "y")).unwrap();
    world.write(
        "views.toml",
        &world.read("views.toml").replace("name = \"x\"\nquery = \"y\"", "name = \"x\"\nquery = \"mine\""),
    );
    assert_eq!(world.undo(), Some(save("z", "y")), "another block may have been edited");
    let refused = world.home.undo(crate::world::now());
    assert!(matches!(refused, Err(SaveError::Conflict(Conflict::PieceChanged(_)))), "{refused:?}");
    assert!(world.read("views.toml").contains("mine"));
}

#[test]
fn what_cannot_be_read_is_never_written_over() {
    for (text, blocks) in [
        ("schema = 1\n[[view]\n", true),
        ("schema = 2\n", true),
        ("schema = 1\nview = [{ name = \"x\", query = \"y\" }]\n", true),
        ("schema = 1\nview = 3\n", true),
        ("schema = 1\n<<<<<<< mine\n", true),
        ("schema = 1\n[[view]]\nname = \"-x\"\nquery = \"y\"\n", false),
    ] {
        let world = World::new();
        world.write("views.toml", text);
        assert!(!world.problems().is_empty(), "{text}");
        let saved = world.apply(save("new", "y"));
        assert_eq!(saved.is_err(), blocks, "{text}: {saved:?}");
        assert!(world.read("views.toml").starts_with(text.trim_end()), "{text}");
    }
}

#[test]
fn a_file_that_is_gone_is_not_begun_anew() {
    let world = World::new();
    world.apply(save("x", "y")).unwrap();
    fs::remove_file(world.path("views.toml")).unwrap();
    let result = world.apply(save("z", "y"));
    assert!(matches!(result, Err(SaveError::ViewsMissing { .. })), "{result:?}");
    assert_eq!(world.problems(), [RecordProblemKind::ViewsMissing]);
}
