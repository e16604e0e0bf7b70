//! `timer.toml`: what is being timed and what waits to be recorded. The program alone writes it, as
//! a whole; it is journaled with its text before and after, so that each step can be taken back.

use super::fields::Fields;
use super::journal::{Kind, Line, OpName};
use super::problem::{Expected, RecordProblem, RecordProblemKind};
use super::save_error::{Conflict, SaveError};
use super::session::{Session, begin_file, source};
use super::source::Source;
use super::toml_text::{date, string};
use super::{Home, hours_folder};
use crate::domain::timer::{Refused, Session as Studied, Timer};
use crate::domain::{CourseId, EntryId, HoursRecord, Operation};
use crate::store::catalog::Severity;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const EMPTY: &str = "schema = 1\n";
const ROOT: &[&str] = &["schema", "session"];
const SESSION: &[&str] = &["id", "course", "title", "date", "started", "stopped"];

/// The text of the file before and after a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TimerChange {
    before: String,
    after: String,
}

impl TimerChange {
    pub(super) fn inverse(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }

    pub(super) fn is_made_in(&self, bytes: &[u8]) -> bool {
        bytes == self.after.as_bytes()
    }

    /// The session that the step was about: the one that is not the same on both sides.
    fn session(&self, name: OpName) -> Option<Studied> {
        let [before, after] = [&self.before, &self.after].map(|text| {
            Source::new(Path::new("journal"), text.clone().into_bytes())
                .map(|source| read(&source).0)
                .unwrap_or_default()
        });
        let (from, other) = if name == OpName::TimerDiscard { (before, after) } else { (after, before) };
        from.sessions.into_iter().find(|session| !other.sessions.contains(session))
    }

    /// The operation that a line of the journal stands for.
    pub(super) fn operation(&self, name: OpName) -> Option<Operation> {
        let session = Box::new(self.session(name)?);
        Some(match name {
            OpName::TimerStart => Operation::TimerStart(session),
            OpName::TimerStop => Operation::TimerStop(session),
            OpName::TimerDiscard => Operation::TimerDiscard(session),
            _ => return None,
        })
    }
}

/// What the file says. With an error among the problems it must not be written over.
pub(super) fn read(source: &Source) -> (Timer, Vec<RecordProblem>) {
    let table = match DeTable::parse(&source.text) {
        Ok(table) => table,
        Err(error) => return (Timer::default(), vec![source.syntax(&error)]),
    };
    let mut timer = Timer::default();
    let mut root = Fields::new(source, table.get_ref(), 0..0);
    if !root.schema() {
        return (timer, root.problems);
    }
    root.unknown(ROOT);
    match root.get("session").map(Spanned::get_ref) {
        None => {}
        Some(DeValue::Array(sessions)) => {
            for one in sessions.iter() {
                let DeValue::Table(table) = one.get_ref() else {
                    root.wrong::<()>("session", Expected::Sessions);
                    continue;
                };
                let mut fields = Fields::new(source, table, one.span());
                fields.unknown(SESSION);
                timer.sessions.extend(session(&mut fields).filter(|_| !fields.failed()));
                root.problems.extend(fields.problems);
            }
        }
        Some(_) => drop(root.wrong::<()>("session", Expected::Sessions)),
    }
    (timer, root.problems)
}

fn session(fields: &mut Fields<'_>) -> Option<Studied> {
    let id = fields.required("id", |fields, key| fields.id(key, EntryId::new));
    let course = fields.required("course", |fields, key| fields.id(key, CourseId::new));
    let title = fields.required("title", Fields::text);
    let day = fields.required("date", Fields::date);
    let started = fields.required("started", Fields::moment);
    let stopped = fields.moment("stopped");
    Some(Studied { id: id?, course: course?, title: title?, date: day?, started: started?, stopped })
}

fn render(timer: &Timer) -> String {
    let mut text = EMPTY.to_owned();
    for session in &timer.sessions {
        let Studied { id, course, title, date: day, started, stopped } = session;
        text.push_str(&format!(
            "\n[[session]]\nid = {}\ncourse = {}\ntitle = {}\ndate = {}\nstarted = {started}\n",
            string(id.as_str()),
            string(course.as_str()),
            string(title),
            date(*day),
        ));
        if let Some(stopped) = stopped {
            text.push_str(&format!("stopped = {stopped}\n"));
        }
    }
    text
}

/// A session whose entry is there has been recorded, however the program ended after that: it waits
/// no longer, and recording it once more is impossible.
fn without_recorded(timer: Timer, hours: &HoursRecord) -> Timer {
    let open = |session: &Studied| session.stopped.is_none() || hours.get(&session.id).is_none();
    Timer { sessions: timer.sessions.into_iter().filter(open).collect() }
}

impl Home {
    pub fn timer_path(&self) -> PathBuf {
        self.dir.join("timer.toml")
    }

    pub(super) fn load_timer(&self, hours: &HoursRecord, problems: &mut Vec<RecordProblem>) -> Timer {
        match source(&self.timer_path()) {
            Ok(None) => Timer::default(),
            Ok(Some(source)) => {
                let (timer, found) = read(&source);
                problems.extend(found);
                without_recorded(timer, hours)
            }
            Err(SaveError::Unreadable(problem)) => {
                problems.push(*problem);
                Timer::default()
            }
            Err(SaveError::Failed { path, cause }) => {
                problems.push(super::source::whole_file(&path, RecordProblemKind::Unreadable(cause)));
                Timer::default()
            }
            Err(_) => Timer::default(),
        }
    }
}

impl Session {
    pub(super) fn timer_path(&self) -> PathBuf {
        self.dir.join("timer.toml")
    }

    /// How many sessions the operation touched.
    pub(super) fn timer_step(&mut self, name: OpName, operation: &Operation) -> Result<usize, SaveError> {
        let path = self.timer_path();
        let there = source(&path)?;
        let new = there.is_none();
        let source = match there {
            Some(source) => source,
            None => Source::new(&path, EMPTY.as_bytes().to_vec())?,
        };
        let mut timer = readable(&source)?;
        let refused = |why| {
            SaveError::Conflict(match why {
                Refused::Runs(session) => Conflict::TimerRuns { title: session.title },
                Refused::Gone => Conflict::TimerGone,
            })
        };
        let touched = match operation {
            Operation::TimerStart(session) => {
                let (hours, _) = hours_folder::read(&self.found()?);
                timer = without_recorded(timer, &hours);
                timer.start((**session).clone()).map_err(refused)?
            }
            Operation::TimerStop(session) => timer.stop(session).map_err(refused)?,
            Operation::TimerDiscard(session) => timer.discard(&session.id),
            _ => false,
        };
        if !touched {
            return Ok(0);
        }
        let after = render(&timer);
        if readable(&Source::new(&path, after.clone().into_bytes())?)? != timer {
            return Err(SaveError::Garbled { path });
        }
        if new {
            begin_file(&path, EMPTY)?;
        }
        let before = String::from_utf8(source.bytes()).unwrap_or_default();
        let change = TimerChange { before, after };
        let line = Line { op: Some(name), ..self.journal.line(Kind::Do) };
        self.write_timer(line, &source, change).map(|()| 1)
    }

    /// Makes a recorded step in the file as it is now; it must be as the step found it.
    pub(super) fn change_timer(&mut self, line: Line, change: &TimerChange) -> Result<(), SaveError> {
        let path = self.timer_path();
        match source(&path)? {
            Some(source) if source.bytes() == change.before.as_bytes() => {
                self.write_timer(line, &source, change.clone())
            }
            _ => Err(SaveError::Conflict(Conflict::FileChanged(path))),
        }
    }

    fn write_timer(&mut self, line: Line, read: &Source, change: TimerChange) -> Result<(), SaveError> {
        let bytes = change.after.clone().into_bytes();
        let line = Line { timer: Some(change), ..line };
        self.write_text(&self.timer_path(), line, read, &bytes)
    }
}

fn readable(source: &Source) -> Result<Timer, SaveError> {
    let (timer, problems) = read(source);
    match problems.into_iter().find(|problem| problem.severity == Severity::Error) {
        Some(problem) => Err(problem.into()),
        None => Ok(timer),
    }
}
