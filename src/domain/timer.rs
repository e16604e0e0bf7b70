//! The study timer: what is being timed, and what was timed and is not recorded yet. Only moments
//! are kept, so that it goes on while the program is closed, the machine asleep, or neither.

use super::year::Time;
use super::{CourseId, Date, EntryId};
use jiff::Timestamp;

/// A stretch of study on one course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The entry that records it will have this id, so that it can be recorded only once.
    pub id: EntryId,
    pub course: CourseId,
    pub title: String,
    /// The civil day on which it began, where the person was.
    pub date: Date,
    pub started: Timestamp,
    /// `None` while it runs.
    pub stopped: Option<Timestamp>,
}

/// All sessions that are not recorded, the oldest first. At most one runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timer {
    pub sessions: Vec<Session>,
}

/// How long a session took, as far as its two moments can be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    Time(Time),
    /// Longer than anybody studies without a pause: it was probably forgotten.
    TooLong(Time),
    /// It ended before it began: the clock was set back.
    Backward,
}

/// What a session is taken at its word for, in seconds: 16 hours.
const LONGEST: i64 = 16 * 60 * 60;

/// Why the timer does not change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Another session runs already.
    Runs(Box<Session>),
    /// The session is not there any more: it was discarded or recorded elsewhere.
    Gone,
}

impl Session {
    /// How long it took, or has taken by `now` where it still runs; whole seconds.
    pub fn measured(&self, now: Timestamp) -> Measured {
        let until = self.stopped.unwrap_or(now);
        let seconds = until.as_second() - self.started.as_second();
        match u64::try_from(seconds) {
            Err(_) => Measured::Backward,
            Ok(length) if seconds > LONGEST => Measured::TooLong(Time::from_seconds(length)),
            Ok(length) => Measured::Time(Time::from_seconds(length)),
        }
    }
}

impl Timer {
    pub fn running(&self) -> Option<&Session> {
        self.sessions.iter().find(|session| session.stopped.is_none())
    }

    /// What was stopped and waits to be recorded, the oldest first.
    pub fn pending(&self) -> impl Iterator<Item = &Session> {
        self.sessions.iter().filter(|session| session.stopped.is_some())
    }

    /// What the next word about the timer is about: what runs, else the oldest that waits.
    pub fn next(&self) -> Option<&Session> {
        self.running().or_else(|| self.pending().next())
    }

    /// Starts a session. `false` where it runs already: a start that is repeated.
    ///
    /// # Errors
    /// [`Refused::Runs`] where another one does.
    pub fn start(&mut self, session: Session) -> Result<bool, Refused> {
        match self.running() {
            Some(running) if running.id == session.id => Ok(false),
            Some(running) => Err(Refused::Runs(Box::new(running.clone()))),
            None => {
                self.sessions.push(Session { stopped: None, ..session });
                Ok(true)
            }
        }
    }

    /// Stops a session. `false` where it is stopped already; the first moment stands.
    ///
    /// # Errors
    /// [`Refused::Gone`] where there is no such session.
    pub fn stop(&mut self, session: &Session) -> Result<bool, Refused> {
        let known = self.sessions.iter_mut().find(|known| known.id == session.id).ok_or(Refused::Gone)?;
        if known.stopped.is_some() {
            return Ok(false);
        }
        known.stopped = session.stopped;
        Ok(session.stopped.is_some())
    }

    /// Throws a session away. `false` where it is not there.
    pub fn discard(&mut self, id: &EntryId) -> bool {
        let before = self.sessions.len();
        self.sessions.retain(|session| session.id != *id);
        self.sessions.len() < before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + second).unwrap()
    }

    fn session(id: &str) -> Session {
        Session {
            id: EntryId::new(id).unwrap(),
            course: CourseId::new("welding").unwrap(),
            title: "Welding".to_owned(),
            date: Date::constant(2026, 11, 21),
            started: at(0),
            stopped: None,
        }
    }

    #[test]
    fn a_length_is_believed_only_where_it_can_be() {
        let hours = |seconds| match session("a").measured(at(seconds)) {
            Measured::Time(time) => time.hours().to_string(),
            other => format!("{other:?}").chars().take_while(|c| c.is_alphabetic()).collect(),
        };
        let said = [0, 35, 36, 47 * 60, 3600, 16 * 3600, 16 * 3600 + 1, -1].map(hours);
        assert_eq!(said, ["0", "0", "0.01", "0.78", "1", "16", "TooLong", "Backward"]);
    }

    #[test]
    fn one_session_runs_and_the_others_wait() {
        let mut timer = Timer::default();
        assert_eq!(timer.start(session("a")), Ok(true));
        assert_eq!(timer.start(session("a")), Ok(false), "a repeated start");
        assert_eq!(timer.start(session("b")), Err(Refused::Runs(Box::new(session("a")))));
        let stopped = Session { stopped: Some(at(60)), ..session("a") };
        assert_eq!(timer.stop(&stopped), Ok(true));
        assert_eq!(timer.stop(&Session { stopped: Some(at(90)), ..session("a") }), Ok(false));
        assert_eq!(timer.pending().collect::<Vec<_>>(), [&stopped]);
        assert_eq!(timer.start(session("b")), Ok(true));
        assert_eq!(timer.next().map(|next| next.id.as_str()), Some("b"));
        assert!(timer.discard(&session("b").id) && !timer.discard(&session("b").id));
        assert_eq!(timer.next(), Some(&stopped));
        assert_eq!(timer.stop(&session("b")), Err(Refused::Gone));
    }
}
