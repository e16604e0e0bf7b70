//! Gathers problems while files are read. A problem is noted by byte position and turned into a
//! line and column at the end, so that a catalog without mistakes pays nothing for them.

use super::problem::{Problem, ProblemKind, Severity};
use crate::store::place::{Lines, Place};
use std::cell::OnceCell;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// Problems shown of one file; the rest is counted.
const SHOWN: usize = 200;
/// Problems remembered of one file before only counting goes on: bounds memory on hostile input.
const REMEMBERED: usize = 5_000;

/// A stretch of a source: small enough to keep beside every value that is checked later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Mark {
    source: u32,
    start: u32,
    end: u32,
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Marked<T> {
    pub value: T,
    pub mark: Mark,
}

/// A file, or a path argument that led to none.
struct Source {
    name: Arc<PathBuf>,
    text: Arc<str>,
    lines: OnceCell<Lines>,
    found: Vec<(Option<Range<usize>>, ProblemKind)>,
    uncounted: usize,
}

impl Source {
    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }

    fn place(&self, span: Option<&Range<usize>>) -> Place {
        match span {
            Some(span) => self.lines().place(&self.name, &self.text, span),
            None => Place::whole(self.name.clone()),
        }
    }
}

#[derive(Default)]
pub(in crate::store) struct Report {
    sources: Vec<Source>,
    /// Where in the current source the text begins that spans refer to.
    offset: usize,
}

impl Report {
    /// Opens a source; problems noted from now on are in it.
    pub fn begin(&mut self, name: Arc<PathBuf>, text: Arc<str>) {
        let lines = OnceCell::new();
        self.sources.push(Source { name, text, lines, found: Vec::new(), uncounted: 0 });
        self.offset = 0;
    }

    /// Spans noted from now on count from this byte of the current source.
    pub fn read_from(&mut self, offset: usize) {
        self.offset = offset;
    }

    /// Takes back what was noted in the current source, to read it once more.
    pub fn forget(&mut self) {
        self.offset = 0;
        if let Some(source) = self.sources.last_mut() {
            source.found.clear();
            source.uncounted = 0;
        }
    }

    /// Notes what is wrong with the current source as a whole.
    pub fn note_whole(&mut self, kind: ProblemKind) {
        if let Some(source) = self.sources.last_mut() {
            remember(source, None, kind);
        }
    }

    /// Notes a problem in the current source.
    pub fn note(&mut self, span: Range<usize>, kind: ProblemKind) {
        let span = span.start + self.offset..span.end + self.offset;
        if let Some(source) = self.sources.last_mut() {
            remember(source, Some(span), kind);
        }
    }

    /// Notes a problem in any source.
    pub fn note_at(&mut self, mark: Mark, kind: ProblemKind) {
        if let Some(source) = self.sources.get_mut(mark.source as usize) {
            remember(source, Some(mark.start as usize..mark.end as usize), kind);
        }
    }

    /// A stretch of the current source. Files are far smaller than 4 GiB.
    pub fn mark(&self, span: &Range<usize>) -> Mark {
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let source = small(self.sources.len().saturating_sub(1));
        Mark { source, start: small(span.start + self.offset), end: small(span.end + self.offset) }
    }

    pub fn place(&self, mark: Mark) -> Place {
        match self.sources.get(mark.source as usize) {
            Some(source) => source.place(Some(&(mark.start as usize..mark.end as usize))),
            None => Place::default(),
        }
    }

    /// The line of a byte position in the current source, and that source's name.
    pub fn line(&self, at: usize) -> (Arc<PathBuf>, usize) {
        match self.sources.last() {
            Some(source) => (source.name.clone(), source.lines().line(at + self.offset)),
            None => Default::default(),
        }
    }

    /// Everything noted, in the order of sources, lines and columns.
    pub fn problems(&mut self) -> Vec<Problem> {
        self.sources.iter_mut().flat_map(problems_of).collect()
    }
}

fn remember(source: &mut Source, span: Option<Range<usize>>, kind: ProblemKind) {
    if source.found.len() < REMEMBERED {
        source.found.push((span, kind));
    } else {
        source.uncounted += 1;
    }
}

fn problems_of(source: &mut Source) -> Vec<Problem> {
    let mut found = std::mem::take(&mut source.found);
    found.sort_by_key(|(span, _)| span.as_ref().map(|span| span.start));
    let rest = found.split_off(found.len().min(SHOWN));
    let mut problems: Vec<Problem> = found
        .into_iter()
        .map(|(span, kind)| Problem { place: source.place(span.as_ref()), severity: kind.severity(), kind })
        .collect();
    if !rest.is_empty() {
        let count = rest.len() + source.uncounted;
        let severity = rest.iter().map(|(_, kind)| kind.severity()).min().unwrap_or(Severity::Warning);
        let kind = ProblemKind::More { count };
        problems.push(Problem { place: Place::whole(source.name.clone()), severity, kind });
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_stand_in_the_order_of_the_text() {
        let mut report = Report::default();
        report.begin(Arc::new(PathBuf::from("a.toml")), Arc::from("one\ntwo\nthree"));
        let mark = report.mark(&(0..3));
        report.note(8..13, ProblemKind::DateWithTime);
        report.begin(Arc::new(PathBuf::from("b.toml")), Arc::from(""));
        report.note_whole(ProblemKind::NotUtf8);
        report.note_at(mark, ProblemKind::ConflictMarker);
        let places: Vec<String> = report.problems().iter().map(|p| p.place.to_string()).collect();
        assert_eq!(places, ["a.toml:1:1", "a.toml:3:1", "b.toml"]);
    }

    #[test]
    fn a_flood_of_problems_ends_in_a_count() {
        let mut report = Report::default();
        report.begin(Arc::new(PathBuf::from("a.toml")), Arc::from(" ".repeat(6_000)));
        for at in (0..6_000).rev() {
            report.note(at..at, ProblemKind::NotAWebAddress);
        }
        let problems = report.problems();
        assert_eq!(problems.len(), SHOWN + 1);
        assert_eq!(problems.last().unwrap().kind, ProblemKind::More { count: 6_000 - SHOWN });
        assert_eq!(problems.last().unwrap().severity, Severity::Warning);
    }
}
