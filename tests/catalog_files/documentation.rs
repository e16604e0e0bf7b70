//! The examples that trainers copy: each is a whole catalog without a problem.

use std::fs;
use tuition::locale::{Lang, Say};
use tuition::store::catalog;

/// The TOML blocks of a page, with the line that each begins on.
fn examples(page: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        if line == "```toml" {
            let block: Vec<&str> =
                lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```").collect();
            found.push((at + 2, block.join("\n") + "\n"));
        }
    }
    found
}

#[test]
fn every_example_for_trainers_is_a_sound_catalog() {
    let folder = tempfile::tempdir().unwrap();
    let page = fs::read_to_string("docs/catalog-format.md").unwrap();
    let examples = examples(&page);
    assert!(examples.len() >= 8, "the examples have gone: {}", examples.len());
    for (line, example) in examples {
        let path = folder.path().join("example.toml");
        fs::write(&path, &example).unwrap();
        let opened = catalog::open(&[path]);
        let said: Vec<String> = opened.problems.iter().map(|problem| problem.say(Lang::En)).collect();
        assert!(said.is_empty(), "docs/catalog-format.md:{line}: {said:?}");
        assert!(
            !opened.catalog.is_empty() || !example.contains("[[course]]"),
            "docs/catalog-format.md:{line}"
        );
    }
}

/// The sample mistake on the page is what the program says.
#[test]
fn the_sample_mistake_is_told_as_the_page_tells_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my-courses.toml");
    fs::write(&path, "schema = 1\n\n[[course]]\nid = \"x\"\ntitle = \"X\"\nhoures = 8\n").unwrap();
    let opened = catalog::open(std::slice::from_ref(&path));
    let said = opened.problems.first().unwrap().say(Lang::En);
    let page = fs::read_to_string("docs/catalog-format.md").unwrap();
    let said = said.rsplit('/').next().unwrap();
    assert!(page.contains(said), "{said}");
}
