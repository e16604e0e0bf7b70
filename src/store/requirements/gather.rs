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
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the file of a bundled pack is called.
pub(super) fn bundled_name(id: &str) -> PathBuf {
    Path::new("bundled").join(super::FOLDER).join(format!("{id}.toml"))
}

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
    /// Files of which nobody can tell which pack they were to be.
    unnamed: Vec<Arc<PathBuf>>,
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
            self.file(Arc::new(bundled_name(id)), Ok(text.as_bytes().to_vec()));
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
        self.files.push(PackFile { name: name.clone(), text: text.clone() });
        match mistake.map_or_else(|| pack::read(&mut self.report, &text), Err) {
            Ok(Some(pack)) => self.add(pack),
            Ok(None) => self.unnamed.push(name),
            Err((span, kind)) => {
                match span {
                    Some(span) => self.report.note(span, kind),
                    None => self.report.note_whole(kind),
                }
                match written_id(&text) {
                    Some((id, span)) => {
                        let mark = self.report.mark(&span);
                        self.taken.entry(id).or_insert(mark);
                    }
                    None => self.unnamed.push(name),
                }
            }
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
        let (packs, files, unnamed) = (Packs::new(self.rules), self.files, self.unnamed);
        Opened { packs, problems, files, unnamed, partial: false }
    }
}

/// The id in a text that is no TOML, and where it stands: a line `id = "…"` before the first table.
/// What a person has begun to replace must not go on counting because of a slip further down.
fn written_id(text: &str) -> Option<(RuleId, Range<usize>)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        if start.starts_with('[') {
            return None;
        }
        let value = start.strip_prefix("id").and_then(|rest| rest.trim_start().strip_prefix('='));
        if let Some(id) = value.and_then(|value| quoted(value.trim_start())) {
            return Some((id, at..at + line.trim_end().len()));
        }
        at += line.len();
    }
    None
}

/// The id at the beginning of a value, also where its second quote is what was forgotten.
fn quoted(value: &str) -> Option<RuleId> {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (id, _) = value.strip_prefix(quote)?.split_once([quote, ' ', '\t', '\r', '\n', '#'])?;
    RuleId::new(id)
}
