//! Terminal, language, clock, and the other programs that ours calls.

use crate::cli::context::Context;
use crate::locale::cli::doctor::Finding;
use crate::tui::{self, NoTerminal, browser, editor};
use jiff::Timestamp;
use unicode_width::UnicodeWidthStr;

/// A variable of the environment; an empty one counts as unset.
fn variable(name: &str) -> Option<String> {
    let value = std::env::var_os(name)?;
    Some(value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
}

pub(super) fn findings(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = vec![Finding::Version(env!("CARGO_PKG_VERSION"))];
    findings.extend(context.fixed_today.map(|day| Finding::TodayIsSet(day.to_string())));
    findings.extend(clock(context));
    terminal(context, &mut findings);
    language(context, &mut findings);
    findings.push(editor());
    findings.push(opener());
    findings
}

/// An entry from the future means a clock that is wrong now or was wrong then.
fn clock(context: &Context<'_>) -> Option<Finding> {
    let record = context.home().ok()?.load();
    let now = Timestamp::now();
    let ahead = record.hours.live().filter(|entry| entry.recorded.is_some_and(|moment| moment > now));
    let latest = ahead.max_by_key(|entry| entry.recorded)?;
    Some(Finding::ClockIsBehind { entry: latest.id.to_string() })
}

/// Below this size the views show one pane at a time, or less.
const ROOMY: (u16, u16) = (76, 18);

fn terminal(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let term = context.term.as_deref();
    match tui::find_terminal(term) {
        Err(NoTerminal::Input | NoTerminal::Output) => findings.push(Finding::NoTerminal),
        Err(NoTerminal::Dumb) => findings.push(Finding::Dumb),
        Ok(()) => {
            findings.extend(term.map(|term| Finding::Terminal(term.to_owned())));
            if let Ok((columns, rows)) = crossterm::terminal::size() {
                let small = columns < ROOMY.0 || rows < ROOMY.1;
                findings.push(match small {
                    true => Finding::Small { columns, rows },
                    false => Finding::Size { columns, rows },
                });
            }
            findings.push(colours(context));
            findings.extend(widths(term));
        }
    }
    let multiplexer = match (variable("TMUX"), variable("STY")) {
        (Some(_), _) => Some("tmux"),
        (None, Some(_)) => Some("GNU screen"),
        (None, None) => None,
    };
    findings.extend(multiplexer.map(Finding::Multiplexer));
    if variable("SSH_CONNECTION").or_else(|| variable("SSH_TTY")).is_some() {
        findings.push(Finding::Remote);
    }
}

fn colours(context: &Context<'_>) -> Finding {
    let term = context.term.as_deref().unwrap_or_default();
    match variable("COLORTERM").as_deref() {
        _ if !context.console.coloured() => Finding::NoColours,
        Some("truecolor" | "24bit") => Finding::TrueColour,
        _ if term.contains("direct") => Finding::TrueColour,
        _ if term.contains("256color") => Finding::Colours256,
        _ => Finding::Colours16,
    }
}

/// Lines and signs that are ambiguous in Unicode, and one that terminals disagree about.
const AMBIGUOUS: [&str; 3] = ["─", "…", "①"];
const HAN: &str = "数";
const FAMILY: &str = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}";

fn widths(term: Option<&str>) -> Vec<Finding> {
    let samples: Vec<&str> = AMBIGUOUS.into_iter().chain([HAN, FAMILY]).collect();
    let Some(told) = tui::measure_widths(&samples, term) else { return vec![Finding::WidthsUnknown] };
    let differing = samples.iter().zip(told).filter_map(|(sample, told)| {
        let expected = u16::try_from(sample.width()).unwrap_or(u16::MAX);
        (told != expected).then_some((*sample, expected, told))
    });
    let mut findings = Vec::new();
    let mut ambiguous = false;
    for (sample, expected, told) in differing {
        if AMBIGUOUS.contains(&sample) && told == 2 {
            ambiguous = true;
        } else {
            findings.push(Finding::WidthDiffers { sample, expected, told });
        }
    }
    if ambiguous {
        findings.push(Finding::AmbiguousIsTwo);
    }
    if findings.is_empty() {
        findings.push(Finding::WidthsAgree);
    }
    findings
}

fn language(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable);
    findings.push(match locale {
        None => Finding::NoLocale,
        Some(locale) => {
            let plain = locale.to_ascii_lowercase().replace('-', "");
            if plain.contains("utf8") { Finding::Utf8(locale) } else { Finding::NotUtf8(locale) }
        }
    });
    findings.push(Finding::Speaks(context.lang));
}

fn editor() -> Finding {
    let chosen = editor::chosen();
    match shell_words::split(&chosen).ok().and_then(|words| words.into_iter().next()) {
        Some(program) if browser::is_installed(&program) => Finding::Editor(chosen),
        Some(program) => Finding::NoEditor(program),
        None => Finding::NoEditor(chosen),
    }
}

fn opener() -> Finding {
    browser::launcher().map_or(Finding::NoOpener, Finding::Opener)
}
