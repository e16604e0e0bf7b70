//! Which packs are in force: the bundled ones, the person's own, and what takes whose place.

use super::{codes, fixture, ids, open_only};
use std::path::{Path, PathBuf};
use tuition::domain::RuleId;
use tuition::locale::{Lang, Say};
use tuition::store::catalog::Severity;
use tuition::store::requirements;

const OWN: &str = "schema = 1\nid = \"ID\"\ntitle = \"Mine\"\nunit = \"pdh\"\ntotal = 7\n\
                   [period]\nanchor = \"calendar\"\nmonths = 12\n";

fn write(path: &Path, id: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, OWN.replace("ID", id)).unwrap();
}

fn id(text: &str) -> RuleId {
    RuleId::new(text).unwrap()
}

#[test]
fn an_own_pack_takes_the_place_of_a_bundled_one() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("mine.toml"), "ncees");
    let opened = requirements::open(&[folder.path().to_owned()]);
    assert_eq!(opened.problems, []);
    let rule = opened.packs.get(&id("ncees")).unwrap();
    assert_eq!(rule.title.primary(), "Mine");
    assert_eq!(opened.packs.rules().len(), requirements::bundled().packs.rules().len());
}

#[test]
fn a_broken_own_pack_hides_no_other_but_figures_by_the_replaced_rule_are_not_given() {
    let opened = requirements::open(&[fixture("invalid/broken-replaces-bundled")]);
    assert_eq!(codes(&opened), ["zero-step"]);
    assert!(opened.packs.get(&id("ncees")).is_none());
    assert_eq!(opened.packs.rules().len() + 1, requirements::bundled().packs.rules().len());
    assert_eq!(ids(&open_only(&["invalid/bad-among-good"])), ["other-board"]);
}

#[test]
fn the_id_of_a_text_that_is_no_toml_is_told_by_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.toml");
    for (text, told) in [
        ("id = \"ncees\"\ntotal = = 3\n", true),
        ("  id='ncees'# ours\ntotal = = 3\n", true),
        ("total = = 3\r\nid = \"ncees\"\r\n", true),
        ("id = \"ncees\ntotal = 3\n", true),
        ("<<<<<<< ours\nid = \"ncees\"\n", true),
        ("[period]\nid = \"ncees\"\ntotal = = 3\n", false),
        ("# id = \"ncees\"\ntotal = = 3\n", false),
        ("idea = \"ncees\"\ntotal = = 3\n", false),
        ("id = ncees\n", false),
    ] {
        std::fs::write(&file, text).unwrap();
        let opened = requirements::open(std::slice::from_ref(&file));
        assert_eq!(opened.packs.get(&id("ncees")).is_none(), told, "{text:?}");
        assert_eq!(opened.unnamed.is_empty(), told, "{text:?}");
    }
}

#[test]
fn of_two_own_packs_with_one_id_both_places_are_named() {
    let opened = open_only(&["invalid/duplicate-id"]);
    let said = opened.problems[0].say(Lang::En);
    assert!(said.contains("duplicate-id/second.toml:3:6"), "{said}");
    assert!(said.contains("duplicate-id/first.toml:2:6"), "{said}");
    assert_eq!(opened.packs.rules().len(), 1);
}

#[test]
fn a_file_that_is_reached_twice_is_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.toml");
    write(&file, "mine");
    std::os::unix::fs::symlink(&file, folder.path().join("again.toml")).unwrap();
    let opened = requirements::open_only(&[folder.path().to_owned(), file]);
    assert_eq!((opened.problems.len(), opened.files.len(), opened.packs.rules().len()), (0, 1, 1));
}

#[test]
fn packs_are_found_in_the_data_folder_and_beside_catalogs() {
    let folder = tempfile::tempdir().unwrap();
    let (data, catalog) = (folder.path().join("data"), folder.path().join("catalog"));
    let named = [folder.path().join("named.toml")];
    let paths = || requirements::paths(&named, Some(&data), std::slice::from_ref(&catalog));
    std::fs::create_dir_all(data.join("requirements")).unwrap();
    assert_eq!(paths(), named, "what is named is opened, there or not; an empty folder is no mistake");
    write(&data.join("requirements/a.toml"), "in-data");
    write(&catalog.join("requirements/deep/b.toml"), "beside-catalog");
    write(&named[0], "named");
    let opened = requirements::open_only(&paths());
    assert_eq!(opened.problems, []);
    assert_eq!(ids(&opened), ["named", "in-data", "beside-catalog"]);
    let catalog = tuition::store::catalog::open(&[catalog]);
    assert_eq!(codes_of(&catalog.problems), ["empty-folder"], "a pack is no catalog");
}

fn codes_of(problems: &[tuition::store::catalog::Problem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.kind.code()).collect()
}

#[test]
fn a_path_that_leads_nowhere_is_told_by_its_name() {
    let opened = requirements::open(&[PathBuf::from("no-such-pack.toml")]);
    assert_eq!(codes(&opened), ["file-not-found"]);
    assert!(opened.problems[0].say(Lang::Zh).starts_with("no-such-pack.toml: "));
    assert!(!opened.packs.rules().is_empty(), "the bundled packs are there all the same");
}

#[test]
fn the_stamp_follows_the_packs() {
    let folder = tempfile::tempdir().unwrap();
    let paths = [folder.path().to_owned()];
    let nothing = requirements::stamp(&paths);
    write(&folder.path().join("requirements/mine.toml"), "mine");
    assert_ne!(nothing, requirements::stamp(&paths));
}

#[test]
fn the_bundled_packs_have_no_mistake_and_can_be_read_one_by_one() {
    let all = requirements::bundled();
    assert_eq!(all.problems, []);
    assert_eq!(all.packs.rules().len(), all.files.len());
    let one = requirements::open_for(&[], &[id("ncees"), id("nowhere")]);
    assert_eq!((ids(&one), one.files.len()), (vec!["ncees"], 1));
    assert_eq!(one.packs.rules()[0], *all.packs.get(&id("ncees")).unwrap());
    assert!(requirements::open_for(&[], &[]).packs.rules().is_empty());
}

#[test]
fn errors_leave_a_pack_out_and_warnings_do_not() {
    for entry in std::fs::read_dir(fixture("invalid")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let opened = requirements::open_only(std::slice::from_ref(&path));
        let wrong = opened.problems.iter().any(|problem| problem.severity == Severity::Error);
        assert_eq!(opened.packs.rules().is_empty(), wrong, "{}", path.display());
    }
}
