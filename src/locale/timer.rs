//! What is said of the study timer: in the top line, in the form, and on the command line.

use super::{Lang, vocabulary};
use crate::domain::timer::{Measured, Session};
use crate::domain::vocabulary::Unit;
use crate::domain::year::Time;
use jiff::Timestamp;

/// Hours and minutes as a clock shows them: `0:47`, `12:05`.
pub fn clock(time: Time) -> String {
    let minutes = time.minutes().hundredths() / 100;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// A length in words: `47 min`, `1 h 5 min`.
pub fn length(lang: Lang, time: Time) -> String {
    let minutes = time.minutes().hundredths() / 100;
    match (minutes / 60, minutes % 60) {
        (0, rest) => lang.either(format!("{rest} min"), format!("{rest} 分钟")),
        (hours, rest) => lang.either(format!("{hours} h {rest} min"), format!("{hours} 小时 {rest} 分钟")),
    }
}

/// What a session has come to: the clock, or why the clock cannot be believed.
pub fn reading(lang: Lang, measured: Measured) -> String {
    match measured {
        Measured::Time(time) => clock(time),
        Measured::TooLong(_) => lang.either("over 16 h", "超过 16 小时").to_owned(),
        Measured::Backward => lang.either("clock set back", "时钟被调回").to_owned(),
    }
}

/// The top line while something is timed or waits: in full, and shorter for less room. `now` is not
/// known before the first look at the clock.
pub fn chips(lang: Lang, session: &Session, now: Option<Timestamp>) -> [String; 2] {
    let reading = session.stopped.or(now).map(|now| reading(lang, session.measured(now)));
    let short = match (&reading, session.stopped.is_some()) {
        (None, _) => lang.either("timer", "计时").to_owned(),
        (Some(reading), false) => lang.either(format!("timer {reading}"), format!("计时 {reading}")),
        (Some(reading), true) => lang.either(format!("{reading} to record"), format!("待登记 {reading}")),
    };
    [format!("{short} · {}", session.title), short]
}

/// What the form says of the measured time: never a number without where it comes from.
pub fn remark(lang: Lang, session: &Session) -> String {
    let until = session.stopped.unwrap_or(session.started);
    match session.measured(until) {
        Measured::Time(time) => {
            let length = length(lang, time);
            lang.either(format!("timer: {length}"), format!("计时：{length}"))
        }
        Measured::TooLong(time) => {
            let length = length(lang, time);
            lang.either(
                format!("timer: {length}, too long to be one study; type the hours"),
                format!("计时：{length}，过长，请自行填写学时"),
            )
        }
        Measured::Backward => lang
            .either(
                "timer: the clock was set back meanwhile; type the hours",
                "计时期间时钟被调回，请自行填写学时",
            )
            .to_owned(),
    }
}

/// A session on the command line: `running 0:47 · Welding`.
pub fn line(lang: Lang, session: &Session, now: Timestamp) -> String {
    let reading = reading(lang, session.measured(now));
    let title = &session.title;
    match session.stopped {
        None => lang.either(format!("running {reading} · {title}"), format!("正在计时 {reading} · {title}")),
        Some(_) => {
            lang.either(format!("to record {reading} · {title}"), format!("待登记 {reading} · {title}"))
        }
    }
}

pub fn nothing(lang: Lang) -> &'static str {
    lang.either("no timer runs, and nothing waits to be recorded", "没有正在进行的计时，也没有待登记的时间")
}

/// What was thrown away: `discarded: 0:47 · Welding`.
pub fn discarded(lang: Lang, session: &Session, now: Timestamp) -> String {
    let (reading, title) = (reading(lang, session.measured(now)), &session.title);
    lang.either(format!("discarded: {reading} · {title}"), format!("已放弃：{reading} · {title}"))
}

/// How what was measured gets into the record.
pub fn how_to_record(lang: Lang, session: &Session) -> String {
    if let Measured::Time(time) = session.measured(session.started)
        && time.hours().is_zero()
    {
        return lang
            .either(
                "less than 0.01 h was measured; `tuition timer discard` takes it away",
                "计时不足 0.01 小时；用 `tuition timer discard` 放弃",
            )
            .to_owned();
    }
    let hours = match session.measured(session.started) {
        Measured::Time(time) => vocabulary::amount(lang, time.hours(), Unit::Hour),
        _ => remark(lang, session),
    };
    lang.either(
        format!("{hours} measured; `tuition timer stop --record` records it, `timer discard` throws it away"),
        format!("已计时 {hours}；用 `tuition timer stop --record` 登记，用 `timer discard` 放弃"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CourseId, Date, EntryId};

    #[test]
    fn a_session_is_told_with_its_clock_or_why_there_is_none() {
        let at = |seconds: i64| Timestamp::from_second(1_700_000_000 + seconds).unwrap();
        let session = Session {
            id: EntryId::new("a").unwrap(),
            course: CourseId::new("welding").unwrap(),
            title: "Welding".to_owned(),
            date: Date::constant(2026, 11, 21),
            started: at(0),
            stopped: None,
        };
        let said = |seconds| chips(Lang::En, &session, Some(at(seconds)));
        assert_eq!(said(47 * 60 + 59), ["timer 0:47 · Welding", "timer 0:47"]);
        assert_eq!(said(-5)[1], "timer clock set back");
        assert_eq!(said(70_000)[1], "timer over 16 h");
        let stopped = |seconds| Session { stopped: Some(at(seconds)), ..session.clone() };
        assert_eq!(chips(Lang::Zh, &stopped(3900), None), ["待登记 1:05 · Welding", "待登记 1:05"]);
        assert_eq!(remark(Lang::En, &stopped(3900)), "timer: 1 h 5 min");
        assert!(remark(Lang::En, &stopped(70_000)).contains("type the hours"));
        assert!(remark(Lang::En, &stopped(-1)).contains("set back"));
        assert_eq!(line(Lang::En, &session, at(60)), "running 0:01 · Welding");
        assert!(how_to_record(Lang::En, &stopped(10)).starts_with("less than 0.01 h was measured"));
        assert_eq!(discarded(Lang::En, &session, at(60)), "discarded: 0:01 · Welding");
        assert!(how_to_record(Lang::En, &stopped(3900)).starts_with("1.08 h measured"));
    }
}
