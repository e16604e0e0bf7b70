//! Files that nobody should have to trust: pipes, devices, floods, noise.

use proptest::prelude::*;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use tuition::locale::{Lang, Say};
use tuition::store::catalog::{self, Opened, ProblemKind};

fn open(path: &Path) -> Opened {
    catalog::open(&[path.to_owned()])
}

fn kinds(path: &Path) -> Vec<ProblemKind> {
    open(path).problems.into_iter().map(|problem| problem.kind).collect()
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    use std::io::Write;
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).open(path).unwrap();
    file.write_all(bytes.as_ref()).unwrap();
}

#[test]
fn pipes_devices_and_sockets_are_refused_without_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.toml");
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR).unwrap();
    assert_eq!(kinds(&pipe), [ProblemKind::NotRegular]);
    assert_eq!(kinds(folder.path()), [ProblemKind::NotRegular], "inside a folder too");
    assert_eq!(kinds(Path::new("/dev/zero")), [ProblemKind::NotRegular]);
    let socket = folder.path().join("socket");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    assert_eq!(kinds(&socket), [ProblemKind::NotRegular]);
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("big.toml");
    let file = fs::OpenOptions::new().write(true).create_new(true).open(&path).unwrap();
    file.set_len(16 * 1024 * 1024 + 1).unwrap();
    assert_eq!(kinds(&path), [ProblemKind::TooLarge { limit_mib: 16 }]);
}

#[test]
fn more_courses_than_memory_allows_end_in_one_problem() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.toml");
    let courses: String = (0..200_002).map(|n| format!("[[course]]\nid='c{n}'\ntitle='C'\n")).collect();
    write(&path, format!("schema = 1\n{courses}"));
    let opened = open(&path);
    assert_eq!(opened.catalog.len(), 200_000);
    assert_eq!(opened.problems.len(), 1);
    assert_eq!(opened.problems[0].kind, ProblemKind::TooManyCourses { limit: 200_000 });
    assert_eq!(opened.problems[0].place.line, 600_002);
}

#[test]
fn links_are_followed_and_dangling_ones_named() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(&root.join("real.txt"), "schema = 1\n[[course]]\nid = \"weld\"\ntitle = \"Welding\"\n");
    fs::create_dir(root.join("catalog")).unwrap();
    symlink(root.join("real.txt"), root.join("catalog/weld.toml")).unwrap();
    symlink(root.join("nowhere"), root.join("catalog/gone.toml")).unwrap();
    symlink(root.join("catalog"), root.join("link")).unwrap();
    let opened = open(&root.join("link"));
    assert_eq!(opened.catalog.len(), 1);
    assert_eq!((opened.files, opened.skipped), (2, 1));
    assert_eq!(opened.problems.len(), 1);
    assert_eq!(opened.problems[0].kind, ProblemKind::NotFound);
    assert!(opened.problems[0].place.file.ends_with("link/gone.toml"));
}

#[test]
fn a_flood_of_mistakes_ends_in_a_count() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flood.toml");
    let courses: String =
        (0..1_000).map(|n| format!("[[course]]\nid = \"c{n}\"\ntitle = \"C\"\nhours = -1\n")).collect();
    write(&path, format!("schema = 1\n{courses}"));
    let opened = open(&path);
    assert_eq!(opened.problems.len(), 201);
    assert_eq!(opened.problems[200].kind, ProblemKind::More { count: 800 });
    assert!(opened.catalog.is_empty());
}

#[test]
fn a_file_name_cannot_drive_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a\u{1b}[31m\u{202e}\n.toml");
    write(&path, "schema = 1\n[[course]]\n");
    for problem in open(&path).problems {
        inert(&problem.say(Lang::En));
        inert(&problem.say(Lang::Zh));
    }
}

fn inert(line: &str) {
    let drives = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!line.contains(drives), "{line:?}");
}

/// A catalog with every key, to be damaged.
const SOUND: &str = include_str!("../fixtures/catalogs/valid/everything.toml");

/// A place in the sound catalog, how much goes there, and what comes instead.
fn damage() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..12),
        prop::sample::select(vec![
            "\"",
            "[",
            "]",
            "{",
            "}",
            "=",
            ",",
            "\n",
            "\r",
            "#",
            "[[course]]\n",
            "nan",
            "-1",
            "9e9",
            "\u{1b}",
            "\\u001b",
            "\u{202e}",
            "焊",
            "2026-02-30",
            "id = \"weld\"\n",
            "<<<<<<< \n",
            "\"\"\"",
            "'''",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    (0..SOUND.len(), 0..40_usize, pieces).prop_map(|(at, length, piece)| {
        let mut bytes = SOUND.as_bytes().to_vec();
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, piece);
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_a_panic_and_told_inertly(
        bytes in prop_oneof![3 => damage(), 1 => prop::collection::vec(any::<u8>(), 0..400)]
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("any.toml");
        write(&path, &bytes);
        let opened = open(&path);
        prop_assert_eq!(opened.files, 1);
        prop_assert!(opened.skipped == 0 || opened.catalog.is_empty());
        for problem in &opened.problems {
            inert(&problem.say(Lang::En));
            inert(&problem.say(Lang::Zh));
            prop_assert!(problem.say(Lang::En).len() < 2_000);
            prop_assert!(problem.place.end_line >= problem.place.line);
        }
    }
}
