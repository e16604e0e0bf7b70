//! `tuition --plain`: the views as a conversation of lines on standard input and output. What is
//! said and understood is [`crate::plain`]'s; here lines are read, effects run, answers written.
//!
//! An answer ends with an empty line. A prompt is for a person at a terminal alone, and so is the
//! leniency: a script learns from the exit code that a line was not understood (2), that a change
//! could not be saved (3 to 6, as of the command line) or that a form was left unsaved (1).

use super::console::Console;
use super::error::CliError;
use crate::app::{Effect, Message};
use crate::locale::cli::Failure;
use crate::plain::Conversation;
use crate::tui::effects::World;
use crate::tui::program::Program;
use crate::tui::{Effects, Errand, NotLent, Ran};
use std::collections::VecDeque;
use std::io::{self, BufRead, IsTerminal, Read};
use std::process::{Command, ExitCode, ExitStatus};

/// Bytes of a line that are read; the rest of a longer one is passed over.
const LONGEST: u64 = 64 * 1024;

pub(super) fn run(
    console: &Console,
    mut conversation: Conversation,
    world: &mut World,
) -> Result<ExitCode, CliError> {
    let person = io::stdin().is_terminal();
    let mut input = io::stdin().lock();
    let mut saved = tell(&mut conversation, world, Message::Shown);
    loop {
        console.answer(&conversation.answer(), saved)?;
        if person {
            console.prompt()?;
        }
        let Some(line) = read_line(&mut input).map_err(Failure::Terminal)? else { break };
        let effects = conversation.look();
        saved = run_effects(&mut conversation, world, effects);
        match std::str::from_utf8(&line) {
            Ok(line) => {
                for message in conversation.hear(line) {
                    saved |= tell(&mut conversation, world, message);
                }
            }
            Err(_) => conversation.not_text(),
        }
        if conversation.has_ended() {
            return Ok(exit_code(&conversation, person));
        }
    }
    if person {
        // The end of input leaves the cursor behind the prompt.
        console.answer::<&str>(&[], saved)?;
    }
    if conversation.is_unsaved() {
        console.answer(&[conversation.model().lang.plain().ended_unsaved()], saved)?;
        let code = exit_code(&conversation, person);
        return Ok(if code == ExitCode::SUCCESS { ExitCode::from(1) } else { code });
    }
    Ok(exit_code(&conversation, person))
}

/// A person has been told; a script looks at this.
fn exit_code(conversation: &Conversation, person: bool) -> ExitCode {
    let trouble = conversation.trouble();
    match trouble.not_saved {
        _ if person => ExitCode::SUCCESS,
        Some(code) => ExitCode::from(code),
        None if trouble.misunderstood > 0 => ExitCode::from(2),
        None => ExitCode::SUCCESS,
    }
}

/// Tells the model, runs what it asks for, and tells it what came of that; whether anything was
/// saved.
fn tell(conversation: &mut Conversation, world: &mut World, message: Message) -> bool {
    let effects = conversation.tell(message);
    run_effects(conversation, world, effects)
}

fn run_effects(conversation: &mut Conversation, world: &mut World, effects: Vec<Effect>) -> bool {
    let mut saved = false;
    let mut queue = VecDeque::from(effects);
    while let Some(effect) = queue.pop_front() {
        let ran = Effects::<Program>::run(world, effect);
        for outcome in outcomes(world, ran) {
            saved |= matches!(outcome, Message::Saved(Ok(_)) | Message::Stepped(_, Ok(Some(_))));
            queue.extend(conversation.tell(outcome));
        }
    }
    saved
}

/// What came of an effect. A conversation has no screen to give back or to draw anew, and what goes
/// to the clipboard has been said.
fn outcomes(world: &mut World, ran: Ran<Vec<Message>>) -> Vec<Message> {
    match ran {
        Ran::With(outcomes) => outcomes,
        Ran::Lend(errand) => {
            let ended = lend(&errand);
            let ran = Effects::<Program>::returned(world, ended);
            outcomes(world, ran)
        }
        Ran::Silently | Ran::Suspend | Ran::Redraw | Ran::AskBackground | Ran::Copy(_) => Vec::new(),
    }
}

/// The editor has standard input and output until it ends, where a person is there to edit.
fn lend(errand: &Errand) -> Result<ExitStatus, NotLent> {
    if !io::stdin().is_terminal() {
        return Err(NotLent::Busy);
    }
    Command::new(&errand.program).args(&errand.args).status().map_err(NotLent::Start)
}

/// The next line without its end; `None` at the end of input.
fn read_line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() as u64 == LONGEST {
        input.skip_until(b'\n')?;
        // A character may have been cut in two.
        while std::str::from_utf8(&line).is_err_and(|error| error.error_len().is_none()) {
            line.pop();
        }
    }
    Ok(Some(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_they_should() {
        let text = format!("one\r\n\n{}\nlast", "数".repeat(100_000));
        let mut input = text.as_bytes();
        let mut lines = Vec::new();
        while let Some(line) = read_line(&mut input).unwrap() {
            lines.push(String::from_utf8(line).unwrap());
        }
        assert_eq!(lines.len(), 4);
        assert_eq!((lines[0].as_str(), lines[1].as_str(), lines[3].as_str()), ("one\r", "", "last"));
        assert_eq!(lines[2].chars().count(), 64 * 1024 / 3);
    }
}
