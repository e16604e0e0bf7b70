//! What an operation makes of `profile.toml`.

use super::key_line::eol;
use super::piece_layout as layout;
use super::problem::RecordProblemKind;
use super::profile_text::{self, ProfileRead};
use super::source::Source;
use super::text_change::{Edited, Refused, finish};
use crate::domain::profile::Piece;
use crate::domain::{Operation, Profile};

/// Applies an operation to the text of a profile; `None` where it would change nothing.
pub(super) fn apply(
    source: &Source,
    read: &ProfileRead,
    operation: &Operation,
) -> Result<Option<Edited>, Refused> {
    let mut intended = read.profile.clone();
    let text = match operation {
        Operation::Follow(following) => {
            unambiguous(read, following)?;
            intended.follow(following.clone());
            if intended == read.profile {
                return Ok(None);
            }
            match read.profile.following(&following.rule) {
                Some(known) => layout::edit_rule(&source.text, known, following),
                None => layout::add_rule(&source.text, following),
            }
        }
        Operation::Unfollow(rule) => {
            let Some(known) = read.profile.following(rule) else { return Ok(None) };
            unambiguous(read, known)?;
            intended.unfollow(rule);
            layout::put(&source.text, &Piece::Rule(rule.clone()), None)
        }
        Operation::ProfileEdit(facts) => {
            let edited = facts.iter().try_fold(source.text.clone(), |text, fact| {
                intended.state(fact.clone());
                layout::state_fact(&text, fact)
            });
            // A fact that took the only line ending out must not change that of the next.
            match eol(&source.text) {
                "\r\n" => edited.map(|text| match text.contains("\r\n") {
                    true => text,
                    false => text.replace('\n', "\r\n"),
                }),
                _ => edited,
            }
        }
        Operation::PlanAdd(_)
        | Operation::PlanRemove(_)
        | Operation::PlanMove { .. }
        | Operation::PlanEdit(_)
        | Operation::LogAdd(_)
        | Operation::LogVoid(_)
        | Operation::ViewSave(_)
        | Operation::ViewRemove(_) => return Ok(None),
    };
    let text = text.ok_or(Refused::Garbled)?;
    let edited = finish(source, text, &pieces(operation))?;
    if edited.touched == 0 {
        return Ok(None);
    }
    match reread(source, &edited.bytes) {
        Some(found) if found == intended => Ok(Some(edited)),
        _ => Err(Refused::Garbled),
    }
}

/// A rule that is followed in two blocks has to be put right by hand: nobody can tell which of them
/// is meant.
fn unambiguous(read: &ProfileRead, following: &crate::domain::Following) -> Result<(), Refused> {
    let twice = RecordProblemKind::FollowedTwice(following.rule.clone());
    match read.problems.iter().find(|problem| problem.kind == twice) {
        Some(problem) => Err(Refused::Problem(Box::new(problem.clone()))),
        None => Ok(()),
    }
}

fn pieces(operation: &Operation) -> Vec<Piece> {
    let mut pieces = match operation {
        Operation::Follow(following) => vec![Piece::Rule(following.rule.clone())],
        Operation::Unfollow(rule) => vec![Piece::Rule(rule.clone())],
        Operation::ProfileEdit(facts) => facts.iter().map(|fact| fact.piece()).collect(),
        _ => Vec::new(),
    };
    pieces.sort();
    pieces.dedup();
    pieces
}

fn reread(source: &Source, bytes: &[u8]) -> Option<Profile> {
    let source = Source::new(&source.file, bytes.to_vec()).ok()?;
    let read = profile_text::read(&source);
    read.blocked.is_none().then_some(read.profile)
}
