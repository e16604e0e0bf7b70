//! Puts packs together: the person's own first, then the bundled ones that none of them replaces.

use super::pack::{self, Pack};
use super::{Opened, PackFile, bundled};
use crate::domain::requirement::Packs;
use crate::domain::{Rule, RuleId};
use crate::store::reading::files::{self, Wanted};
use crate::store::reading::problem::{ProblemKind, Thing};
use crate::store::reading::report::{Mark, Report};
use crate::store::reading::syntax;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Everything read so far.
#[derive(Default)]
pub(super) struct Gathering {
    report: Report,
    rules: Vec<Rule>,
    /// Where each id stands first, also of packs with a mistake.
    taken: HashMap<RuleId, Mark>,
    /// The files read so far under their real names: one that is reached twice is read once.
    read: HashSet<PathBuf>,
    files: Vec<PackFile>,
}

impl Gathering {
    /// Reads the packs of files and folders.
    pub fn own(&mut self, paths: &[PathBuf]) {
        for path in paths {
            match files::of(path, Wanted::Packs) {
                Ok(files) => {
                    for file in files {
                        let real = std::fs::canonicalize(&file).unwrap_or_else(|_| file.clone());
                        if self.read.insert(real) {
                            let bytes = files::read(&file);
                            self.file(Arc::new(file), bytes);
                        }
                    }
                }
                Err(kind) => self.file(Arc::new(path.clone()), Err(kind)),
            }
        }
    }

    /// Reads those bundled packs that are wanted and that no own pack replaces.
    pub fn bundled(&mut self, wanted: impl Fn(&str) -> bool) {
        let taken: HashSet<String> = self.taken.keys().map(RuleId::to_string).collect();
        for (id, text) in bundled::FILES.iter().filter(|(id, _)| wanted(id) && !taken.contains(*id)) {
            let name = Path::new("bundled").join(super::FOLDER).join(format!("{id}.toml"));
            self.file(Arc::new(name), Ok(text.as_bytes().to_vec()));
        }
    }

    fn file(&mut self, name: Arc<PathBuf>, bytes: Result<Vec<u8>, ProblemKind>) {
        let (text, mistake) = match bytes.map(syntax::text) {
            Ok(Ok(text)) => (text, None),
            Ok(Err(before)) => {
                let end = before.len();
                (before, Some((Some(end..end), ProblemKind::NotUtf8)))
            }
            Err(kind) => (String::new(), Some((None, kind))),
        };
        let text = Arc::<str>::from(text);
        self.report.begin(name.clone(), text.clone());
        self.files.push(PackFile { name, text: text.clone() });
        match mistake.map_or_else(|| pack::read(&mut self.report, &text), Err) {
            Ok(pack) => pack.into_iter().for_each(|pack| self.add(pack)),
            Err((Some(span), kind)) => self.report.note(span, kind),
            Err((None, kind)) => self.report.note_whole(kind),
        }
    }

    fn add(&mut self, Pack { id, mark, rule }: Pack) {
        if let Some(first) = self.taken.get(&id) {
            let first = self.report.place(*first);
            let kind = ProblemKind::DuplicateId { what: Thing::Pack, id: id.to_string(), first };
            return self.report.note_at(mark, kind);
        }
        self.taken.insert(id, mark);
        self.rules.extend(rule);
    }

    pub fn finish(mut self) -> Opened {
        let problems = self.report.problems();
        Opened { packs: Packs::new(self.rules), problems, files: self.files, partial: false }
    }
}
