//! The parser's complaints in the words of the rest of the program.

use super::args::{self, UnknownLanguage};
use crate::locale::cli::{Failure, Misuse};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;
use std::ffi::OsString;

/// `None` for what the parser has to say itself: its help, its version, and what hardly ever happens.
/// `args` are the words of the command line, the program's name first.
pub(super) fn failure(error: &clap::Error, args: impl Iterator<Item = OsString>) -> Option<Failure> {
    let misuse = Complaint(error).misuse()?;
    Some(Failure::Misuse { command: command(args), misuse: Box::new(misuse) })
}

/// The command that was meant, as far as its words can be told from values.
fn command(args: impl Iterator<Item = OsString>) -> String {
    let mut command = args::command();
    let mut path = command.get_name().to_owned();
    for word in args.skip(1).take_while(|word| word != "--") {
        if let Some(below) = command.find_subcommand(&word) {
            path = format!("{path} {}", below.get_name());
            command = below.clone();
        }
    }
    path
}

struct Complaint<'e>(&'e clap::Error);

impl Complaint<'_> {
    fn misuse(&self) -> Option<Misuse> {
        let value = || self.text(ContextKind::InvalidValue).unwrap_or_default();
        Some(match self.0.kind() {
            ErrorKind::UnknownArgument => {
                let word = self.text(ContextKind::InvalidArg)?;
                if word.starts_with('-') {
                    Misuse::UnknownOption { option: word, near: self.text(ContextKind::SuggestedArg) }
                } else {
                    Misuse::Surplus { word }
                }
            }
            ErrorKind::InvalidSubcommand => Misuse::UnknownCommand {
                word: self.text(ContextKind::InvalidSubcommand)?,
                near: self.texts(ContextKind::SuggestedSubcommand),
            },
            ErrorKind::MissingSubcommand => {
                Misuse::NoCommand { commands: self.texts(ContextKind::ValidSubcommand) }
            }
            ErrorKind::MissingRequiredArgument => {
                Misuse::Missing { arguments: self.texts(ContextKind::InvalidArg) }
            }
            // The parser has no other sign of an option without its value.
            ErrorKind::InvalidValue if value().is_empty() => {
                Misuse::NoValue { option: self.option()?, allowed: self.texts(ContextKind::ValidValue) }
            }
            ErrorKind::InvalidValue => Misuse::NotAllowed {
                option: self.option()?,
                value: value(),
                allowed: self.texts(ContextKind::ValidValue),
                near: self.text(ContextKind::SuggestedValue),
            },
            ErrorKind::ValueValidation
                if self.0.source().is_some_and(|cause| cause.is::<UnknownLanguage>()) =>
            {
                Misuse::UnknownLanguage { value: value() }
            }
            ErrorKind::ValueValidation => Misuse::BadValue { option: self.option()?, value: value() },
            ErrorKind::TooManyValues => Misuse::TakesNoValue { option: self.option()?, value: value() },
            ErrorKind::ArgumentConflict => {
                let option = self.option()?;
                let others: Vec<String> =
                    self.texts(ContextKind::PriorArg).iter().map(|other| name(other)).collect();
                if others.iter().all(|other| *other == option) {
                    Misuse::Twice { option }
                } else {
                    Misuse::Together { option, others }
                }
            }
            ErrorKind::InvalidUtf8 => Misuse::NotUtf8,
            _ => return None,
        })
    }

    fn option(&self) -> Option<String> {
        self.text(ContextKind::InvalidArg).map(|option| name(&option))
    }

    fn text(&self, kind: ContextKind) -> Option<String> {
        self.texts(kind).into_iter().next()
    }

    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.0.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }
}

/// `--by` of `--by <DATE>`.
fn name(option: &str) -> String {
    option.split([' ', '=']).next().unwrap_or_default().to_owned()
}
