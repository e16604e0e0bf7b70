//! The help pages: what the parser knows of a command, with the words of the reader's language.
//!
//! The parser's own pages have English headings and break no line between Han characters, so that
//! the pages are set here, in both languages alike, and handed to the parser to print. That
//! happens only once a page or an error is due: a command that is understood pays nothing.

use super::args::EVERYWHERE;
use super::wrapped::wrap;
use crate::locale::Lang;
use crate::locale::cli::{help, labels};
use clap::{Arg, Command};
use unicode_width::UnicodeWidthStr;

/// Wider lines are hard to read.
const WIDEST: usize = 100;
/// Terms wider than this have their text below them.
const WIDEST_TERM: usize = 28;

/// The commands with their pages in one language, set for so many columns.
pub(super) fn with_pages(command: Command, lang: Lang, columns: usize) -> Command {
    let mut command = with_placeholders(command, lang);
    // Usage lines need the whole path, which the parser knows once it is built.
    command.build();
    set(command, "", &Setting { lang, columns: columns.clamp(40, WIDEST) })
}

/// The commands with their texts where the parser keeps such: for manual pages and completion,
/// which are not set here.
pub(super) fn with_texts(command: Command, lang: Lang) -> Command {
    with_texts_below(with_placeholders(command, lang), "", lang)
}

fn with_texts_below(command: Command, path: &str, lang: Lang) -> Command {
    let text = |both: help::Both| lang.either(both.0, both.1);
    let said = help::command(path);
    let own_path = path.to_owned();
    let command = command
        .about(said.map_or("", |said| text(said.about)))
        .after_help(said.map_or("", |said| text(said.after)))
        .mut_args(|arg| {
            let said = help::argument(&own_path, arg.get_id().as_str());
            let arg = arg.help(said.map_or("", |said| text(said.text)));
            match arg.get_help_heading() {
                Some(EVERYWHERE) => arg.help_heading(labels(lang).everywhere.trim_end_matches([':', '：'])),
                _ => arg,
            }
        });
    command.mut_subcommands(|below| {
        let path = below_path(path, &below);
        with_texts_below(below, &path, lang)
    })
}

fn with_placeholders(command: Command, lang: Lang) -> Command {
    let named = |arg: Arg| {
        let name = arg.get_value_names().and_then(|names| names.first());
        match name.and_then(|name| help::placeholder(lang, name)) {
            Some(said) => arg.value_name(said),
            None => arg,
        }
    };
    command
        .subcommand_value_name(help::placeholder(lang, "COMMAND"))
        .mut_args(named)
        .mut_subcommands(|below| with_placeholders(below, lang))
}

struct Setting {
    lang: Lang,
    columns: usize,
}

fn set(command: Command, path: &str, setting: &Setting) -> Command {
    let is_help = command.get_name() == "help";
    let mut command = command;
    let page = page(&mut command, path, setting);
    let command = command.override_help(page);
    // Below `help` stand the names of all commands, only to be completed.
    if is_help {
        return command;
    }
    command.mut_subcommands(|below| {
        let path = below_path(path, &below);
        set(below, &path, setting)
    })
}

fn below_path(path: &str, command: &Command) -> String {
    format!("{path} {}", command.get_name()).trim_start().to_owned()
}

/// A term and what it means.
type Term = (String, String);

fn page(command: &mut Command, path: &str, setting: &Setting) -> String {
    let label = labels(setting.lang);
    let usage = usage(command, setting.lang);
    let said = help::command(path);
    let text = |both: help::Both| setting.lang.either(both.0, both.1);
    let mut page = Vec::new();
    page.extend(wrap(said.map_or("", |said| text(said.about)), setting.columns));
    page.push(String::new());
    page.push(format!("{}{usage}", label.usage));
    let visible = |below: &&Command| !below.is_hide_set() && command.get_name() != "help";
    let commands = command.get_subcommands().filter(visible).map(|below| {
        let about = help::command(&below_path(path, below)).map_or("", |said| text(said.about));
        (below.get_name().to_owned(), joined(about, &remarks_of_command(below, setting.lang)))
    });
    section(&mut page, label.commands, &commands.collect::<Vec<Term>>(), setting);
    let shown = || command.get_arguments().filter(|arg| !arg.is_hide_set());
    let everywhere = |arg: &&Arg| arg.get_help_heading() == Some(EVERYWHERE);
    let terms = |wanted: &dyn Fn(&&Arg) -> bool| -> Vec<Term> {
        shown().filter(wanted).map(|arg| term(arg, path, setting.lang)).collect()
    };
    section(&mut page, label.arguments, &terms(&|arg| arg.is_positional()), setting);
    section(&mut page, label.options, &terms(&|arg| !arg.is_positional() && !everywhere(arg)), setting);
    section(&mut page, label.everywhere, &terms(&|arg| everywhere(arg)), setting);
    let after = said.map_or("", |said| text(said.after));
    if !after.is_empty() {
        page.push(String::new());
        page.extend(after.lines().flat_map(|line| wrap(line, setting.columns)));
    }
    page.join("\n")
}

/// The parser's usage line without its heading.
fn usage(command: &mut Command, lang: Lang) -> String {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let options = help::placeholder(lang, "OPTIONS").unwrap_or("OPTIONS");
    usage.replace("[OPTIONS]", &format!("[{options}]"))
}

fn term(arg: &Arg, path: &str, lang: Lang) -> Term {
    let name = match (arg.is_positional(), arg.get_short()) {
        (true, _) => arg.to_string(),
        (false, Some(short)) if arg.get_long().is_some() => format!("-{short}, {arg}"),
        (false, Some(_)) => arg.to_string(),
        (false, None) => format!("    {arg}"),
    };
    let said = help::argument(path, arg.get_id().as_str());
    let text = said.map_or("", |said| lang.either(said.text.0, said.text.1));
    (name, joined(text, &remarks_of_argument(arg, lang)))
}

fn remarks_of_command(command: &Command, lang: Lang) -> Vec<String> {
    let others: Vec<&str> = command.get_visible_aliases().collect();
    remark(labels(lang).alias, &others, lang).into_iter().collect()
}

fn remarks_of_argument(arg: &Arg, lang: Lang) -> Vec<String> {
    let label = labels(lang);
    let values = arg.get_possible_values();
    let takes_value = arg.get_action().takes_values();
    let words: Vec<&str> = values.iter().filter(|_| takes_value).map(|value| value.get_name()).collect();
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let default: Vec<&str> = default.iter().filter(|_| takes_value).map(AsRef::as_ref).collect();
    [remark(label.default, &default, lang), remark(label.values, &words, lang)]
        .into_iter()
        .flatten()
        .collect()
}

fn remark(label: &str, words: &[&str], lang: Lang) -> Option<String> {
    (!words.is_empty()).then(|| format!("[{label}{}]", words.join(lang.either(", ", "、"))))
}

fn joined(text: &str, remarks: &[String]) -> String {
    let parts = std::iter::once(text).chain(remarks.iter().map(String::as_str));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Terms under a heading, their texts lined up beside them.
fn section(page: &mut Vec<String>, heading: &str, terms: &[Term], setting: &Setting) {
    if terms.is_empty() {
        return;
    }
    page.push(String::new());
    page.push(heading.to_owned());
    let widths = terms.iter().map(|(term, _)| term.width()).filter(|width| *width <= WIDEST_TERM);
    let column = widths.max().unwrap_or(0) + 4;
    for (term, text) in terms {
        let mut lines = wrap(text, setting.columns.saturating_sub(column)).into_iter();
        if term.width() + 4 > column {
            page.push(format!("  {term}"));
        } else {
            let first = lines.next().unwrap_or_default();
            let gap = " ".repeat(column - 2 - term.width());
            page.push(format!("  {term}{gap}{first}").trim_end().to_owned());
        }
        page.extend(lines.map(|line| format!("{}{line}", " ".repeat(column))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args;

    const LANGUAGES: [Lang; 2] = [Lang::En, Lang::Zh];

    fn is_chinese(text: &str) -> bool {
        text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    }

    fn check(both: help::Both, what: &str) {
        assert!(!both.0.is_empty() && !is_chinese(both.0), "{what}: {}", both.0);
        assert!(is_chinese(both.1), "{what}: {}", both.1);
    }

    /// Every command with its path.
    fn all(command: &Command, path: &str) -> Vec<(String, Command)> {
        let below = command.get_subcommands().filter(|_| command.get_name() != "help");
        let below = below.flat_map(|below| all(below, &below_path(path, below)));
        std::iter::once((path.to_owned(), command.clone())).chain(below).collect()
    }

    fn built() -> Vec<(String, Command)> {
        let mut command = args::command();
        command.build();
        all(&command, "")
    }

    #[test]
    fn every_command_and_argument_has_its_words_in_both_languages() {
        let commands = built();
        assert!(commands.len() > 20, "{}", commands.len());
        for (path, command) in &commands {
            let said = help::command(path).unwrap_or_else(|| panic!("no help for \"{path}\""));
            check(said.about, path);
            check(said.after, path);
            let steps = |text: &str| text.lines().filter(|line| line.starts_with("  tuition")).count();
            assert_eq!(steps(said.after.0), steps(said.after.1), "{path}");
            for arg in
                command.get_arguments().filter(|arg| !path.starts_with("help") || arg.get_id() == "help")
            {
                let what = format!("{path}: {}", arg.get_id());
                let said = help::argument(path, arg.get_id().as_str());
                check(said.unwrap_or_else(|| panic!("no help for {what}")).text, &what);
                for name in arg.get_value_names().into_iter().flatten() {
                    let takes = arg.get_action().takes_values() && name.as_str() != "-";
                    assert!(!takes || help::placeholder(Lang::Zh, name).is_some(), "{what}: {name}");
                }
            }
        }
    }

    #[test]
    fn no_words_are_left_for_what_is_gone() {
        let commands = built();
        for said in help::commands() {
            assert!(commands.iter().any(|(path, _)| path == said.path), "{}", said.path);
        }
        for said in help::ARGUMENTS {
            let takes = |(path, command): &&(String, Command)| {
                (said.of.is_empty() || said.of.contains(&path.as_str()))
                    && command.get_arguments().any(|arg| arg.get_id() == said.name)
            };
            let takers = commands.iter().filter(takes).count();
            assert!(takers >= said.of.len().max(1), "{} {:?}", said.name, said.of);
        }
    }

    #[test]
    fn a_page_fits_a_terminal_of_80_columns() {
        for lang in LANGUAGES {
            let command = with_pages(args::command(), lang, 80);
            for (path, command) in all(&command, "") {
                let page = command.clone().render_help().to_string();
                for line in page.lines() {
                    assert!(line.width() <= 80, "{path}: {line}");
                    assert_eq!(line, line.trim_end(), "{path}");
                }
                assert!(!lang.is_chinese() || !page.contains("OPTIONS"), "{page}");
            }
        }
    }
}
