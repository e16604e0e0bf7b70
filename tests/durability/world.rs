//! A data directory to try things in, and entries to put there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tuition::domain::hours::Voiding;
use tuition::domain::vocabulary::{Outcome, Unit};
use tuition::domain::{Amount, CourseId, Date, Entry, EntryId, Operation, PlanItem};
use tuition::store::record::{Home, RecordProblemKind, SaveError, Saved};

pub struct World {
    root: TempDir,
    pub home: Home,
}

pub fn now() -> jiff::Timestamp {
    "2026-05-20T10:00:00.5Z".parse().unwrap()
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn course(id: &str) -> CourseId {
    CourseId::new(id).unwrap()
}

pub fn id(text: &str) -> EntryId {
    EntryId::new(text).unwrap()
}

pub fn item(id: &str) -> PlanItem {
    PlanItem::new(course(id), &format!("Course {id}"), day("2026-05-20"))
}

pub fn entry(text: &str) -> Entry {
    Entry {
        id: id(text),
        date: day("2026-05-20"),
        title: format!("Entry {text}"),
        course: None,
        amount: Amount::parse("1.5").unwrap(),
        unit: Unit::Hour,
        categories: Vec::new(),
        form: None,
        outcome: Outcome::Completed,
        provider: None,
        url: None,
        evidence: Vec::new(),
        note: None,
        replaces: None,
        recorded: Some(now()),
    }
}

pub fn log(text: &str) -> Operation {
    Operation::LogAdd(Box::new(entry(text)))
}

pub fn void(text: &str, target: &str) -> Operation {
    Operation::LogVoid(Voiding {
        id: id(text),
        target: id(target),
        date: day("2026-05-20"),
        reason: Some("entered twice".to_owned()),
        recorded: Some(now()),
    })
}

impl World {
    pub fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let home = Home::new(root.path().join("data"));
        Self { root, home }
    }

    /// One in memory where the system has such a folder: for tests that look at the order of calls
    /// and not at the disk, and would wait for it a thousand times.
    pub fn in_memory() -> Self {
        let root = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let home = Home::new(root.path().join("data"));
        Self { root, home }
    }

    pub fn with_plan(text: &str) -> Self {
        let world = Self::new();
        world.write("plan.toml", text);
        world
    }

    pub fn root(&self) -> &Path {
        self.root.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.home.dir().join(name)
    }

    #[allow(clippy::disallowed_methods, reason = "a test plays the person who edits by hand")]
    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn plan(&self) -> String {
        self.read("plan.toml")
    }

    pub fn apply(&self, operation: Operation) -> Result<Saved, SaveError> {
        self.home.apply(operation, now())
    }

    pub fn undo(&self) -> Option<Operation> {
        self.home.undo(now()).unwrap().map(|stepped| stepped.operation)
    }

    pub fn redo(&self) -> Option<Operation> {
        self.home.redo(now()).unwrap().map(|stepped| stepped.operation)
    }

    /// The ids that count.
    pub fn live(&self) -> Vec<String> {
        self.home.load().hours.live().map(|entry| entry.id.to_string()).collect()
    }

    pub fn planned(&self) -> Vec<String> {
        self.home.load().plan.items.iter().map(|item| item.course.to_string()).collect()
    }

    pub fn problems(&self) -> Vec<RecordProblemKind> {
        self.home.load().problems.into_iter().map(|problem| problem.kind).collect()
    }

    /// Every file but lock and journal, with its bytes.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        gather(self.home.dir(), &mut files);
        files.retain(|path, _| !path.ends_with(".lock") && !path.to_string_lossy().contains("/journal/"));
        files
    }

    pub fn journal(&self) -> PathBuf {
        let mut files: Vec<_> =
            fs::read_dir(self.path("journal")).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        files.pop().unwrap()
    }
}

pub fn gather(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    let Ok(listing) = fs::read_dir(folder) else { return };
    for found in listing {
        let path = found.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
}
