//! `tuition timer`: times study on a course; what was measured is recorded only when that is asked
//! for.

use super::args::TextFormat;
use super::context::Context;
use super::courses::{find, find_planned};
use super::error::CliError;
use super::log::{blank, from_course};
use crate::domain::timer::{Measured, Session, Timer};
use crate::domain::vocabulary::Unit;
use crate::domain::{CourseId, Entry, Operation};
use crate::exchange::json::{SCHEMA, amount};
use crate::locale::cli::{Failure, Notice};
use crate::locale::timer::{discarded, how_to_record, line, nothing};
use crate::store::record::new_entry_id;
use crate::tui::effects::whole_seconds;
use clap::{Args, Subcommand};
use jiff::Timestamp;
use serde_json::{Value, json};

#[derive(Debug, Args)]
pub(super) struct TimerArgs {
    #[command(subcommand)]
    command: TimerCommand,
}

#[derive(Debug, Subcommand)]
enum TimerCommand {
    Start(StartArgs),
    Stop(StopArgs),
    Status(StatusArgs),
    Discard,
}

#[derive(Debug, Args)]
struct StartArgs {
    id: String,
}

#[derive(Debug, Args)]
struct StopArgs {
    #[arg(long)]
    record: bool,
}

#[derive(Debug, Args)]
struct StatusArgs {
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

pub(super) fn run(context: &Context<'_>, args: &TimerArgs) -> Result<(), CliError> {
    match &args.command {
        TimerCommand::Start(args) => start(context, args),
        TimerCommand::Stop(args) => stop(context, args),
        TimerCommand::Status(args) => status(context, args),
        TimerCommand::Discard => discard(context),
    }
}

fn clock(context: &Context<'_>) -> Timestamp {
    whole_seconds(context.fixed_now.unwrap_or_else(Timestamp::now))
}

/// What is timed. Of a file with a mistake nobody could say that nothing is.
fn timer(context: &Context<'_>) -> Result<Timer, CliError> {
    Ok(context.record_to_time()?.timer)
}

fn start(context: &Context<'_>, args: &StartArgs) -> Result<(), CliError> {
    let (course, title) = chosen(context, &args.id)?;
    let (id, started) = (new_entry_id(Timestamp::now()), clock(context));
    let session = Session { id, course, title, date: context.today, started, stopped: None };
    context.apply(Operation::TimerStart(Box::new(session.clone())))?;
    context.console.report(&line(context.lang, &session, started))?;
    context.console.note(&Notice::UndoHint);
    Ok(())
}

/// A course of the catalog, or one of the plan that no open catalog has.
fn chosen(context: &Context<'_>, text: &str) -> Result<(CourseId, String), CliError> {
    let unknown = match find(context.catalog()?, text) {
        Ok(course) => {
            let title = course.title.wording(context.lang.is_chinese()).to_owned();
            return Ok((course.id.clone(), title));
        }
        Err(unknown) => unknown,
    };
    let record = context.record()?;
    let id = find_planned(&record.plan, text).map_err(|_| unknown)?;
    let title = record.plan.get(id).map_or_else(|| id.to_string(), |item| item.title.clone());
    Ok((id.clone(), title))
}

fn stop(context: &Context<'_>, args: &StopArgs) -> Result<(), CliError> {
    let timer = timer(context)?;
    let session = match timer.running() {
        Some(running) => {
            let session = Session { stopped: Some(clock(context)), ..running.clone() };
            context.apply(Operation::TimerStop(Box::new(session.clone())))?;
            session
        }
        // What was stopped before can still be recorded.
        None => timer.pending().next().filter(|_| args.record).cloned().ok_or(Failure::NoTimer)?,
    };
    if args.record {
        return record(context, &session);
    }
    context.console.report(&line(context.lang, &session, session.started))?;
    context.console.note(&Notice::Timed(how_to_record(context.lang, &session)));
    Ok(())
}

/// Saves the entry under the id that the session has had from its start: done twice, it is there once.
fn record(context: &Context<'_>, session: &Session) -> Result<(), CliError> {
    let hours = match session.measured(session.started) {
        Measured::Time(time) if !time.hours().is_zero() => time.hours(),
        _ => return Err(Failure::TimerUnclear { said: how_to_record(context.lang, session) }.into()),
    };
    let entry = match context.catalog()?.get(&session.course) {
        Some(course) => from_course(course, context)?,
        None => Entry { course: Some(session.course.clone()), ..blank(&session.title, context)? },
    };
    let (id, date) = (session.id.clone(), session.date);
    let entry = Entry { id: id.clone(), date, amount: hours, unit: Unit::Hour, ..entry };
    context.apply(Operation::LogAdd(Box::new(entry)))?;
    context.console.report(&format!("saved {id}"))?;
    let title = session.title.clone();
    context.console.note(&Notice::Recorded { title, amount: hours, unit: Unit::Hour, date });
    context.console.note(&Notice::UndoHint);
    Ok(())
}

fn status(context: &Context<'_>, args: &StatusArgs) -> Result<(), CliError> {
    let (timer, now) = (timer(context)?, clock(context));
    if args.format == TextFormat::Json {
        return context.console.print_json(&json!({
            "schema": SCHEMA,
            "running": timer.running().map(|session| object(session, now)),
            "pending": timer.pending().map(|session| object(session, now)).collect::<Vec<_>>(),
        }));
    }
    if timer.sessions.is_empty() {
        return context.console.print([nothing(context.lang)]);
    }
    context.console.print(timer.sessions.iter().map(|session| line(context.lang, session, now)))
}

fn object(session: &Session, now: Timestamp) -> Value {
    let (minutes, doubt) = match session.measured(now) {
        Measured::Time(time) => (Some(time.minutes()), None),
        Measured::TooLong(time) => (Some(time.minutes()), Some("too-long")),
        Measured::Backward => (None, Some("clock-set-back")),
    };
    json!({
        "id": session.id.as_str(),
        "course": session.course.as_str(),
        "title": session.title,
        "date": session.date.to_string(),
        "started": session.started.to_string(),
        "stopped": session.stopped.map(|stopped| stopped.to_string()),
        "minutes": minutes.map(amount),
        "doubt": doubt,
    })
}

fn discard(context: &Context<'_>) -> Result<(), CliError> {
    let session = timer(context)?.next().cloned().ok_or(Failure::NoTimer)?;
    let said = discarded(context.lang, &session, clock(context));
    context.apply(Operation::TimerDiscard(Box::new(session)))?;
    context.console.report(&said)?;
    context.console.note(&Notice::UndoHint);
    Ok(())
}
