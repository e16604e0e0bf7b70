//! A change of `profile.toml` that can be taken back, as one of the plan can: exactly where the file
//! is as the change left it, piece by piece where somebody edited other pieces since.

use super::exchange::Exchange;
use super::key_line::eol;
use super::plan_change::ItemState;
use super::problem::{RecordProblem, RecordProblemKind};
use super::profile_layout as layout;
use super::profile_text::{self, ProfileRead};
use super::source::Source;
use crate::domain::profile::Piece;
use crate::domain::{Operation, Profile};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ProfileChange {
    #[serde(flatten)]
    bytes: Exchange,
    pieces: Vec<PieceChange>,
}

/// What became of one piece; on the side where it is absent there is no state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PieceChange {
    /// As [`layout::key`] writes it.
    pub(super) piece: String,
    pub(super) before: Option<ItemState>,
    pub(super) after: Option<ItemState>,
}

/// What an operation makes of a profile.
#[derive(Debug)]
pub(super) struct Profiled {
    pub(super) bytes: Vec<u8>,
    pub(super) change: ProfileChange,
    /// How many pieces are not as before.
    pub(super) touched: usize,
}

/// Why a change was not made.
#[derive(Debug)]
pub(super) enum Refused {
    /// The piece is no longer as the change left it.
    PieceChanged(Piece),
    /// A mistake in the file makes it unclear what the change is about.
    Problem(Box<RecordProblem>),
    /// The text that came out does not say what was meant. Nothing is written then.
    Garbled,
}

/// Applies an operation to the text of a profile; `None` where it would change nothing.
pub(super) fn apply(
    source: &Source,
    read: &ProfileRead,
    operation: &Operation,
) -> Result<Option<Profiled>, Refused> {
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
        | Operation::LogVoid(_) => return Ok(None),
    };
    let text = text.ok_or(Refused::Garbled)?;
    let profiled = finish(source, text, &pieces(operation))?;
    if profiled.touched == 0 {
        return Ok(None);
    }
    match reread(source, &profiled.bytes) {
        Some(found) if found == intended => Ok(Some(profiled)),
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

impl ProfileChange {
    /// The change the other way round.
    pub(super) fn inverse(&self) -> Self {
        let turn = |piece: &PieceChange| PieceChange {
            piece: piece.piece.clone(),
            before: piece.after.clone(),
            after: piece.before.clone(),
        };
        Self { bytes: self.bytes.inverse(), pieces: self.pieces.iter().map(turn).collect() }
    }

    pub(super) fn pieces(&self) -> &[PieceChange] {
        &self.pieces
    }

    /// Whether a file's bytes are what this change made of it.
    pub(super) fn is_made_in(&self, bytes: &[u8]) -> bool {
        self.bytes.is_made_in(bytes)
    }

    /// Makes the change in a profile, whether or not the file is as it was recorded.
    pub(super) fn make(&self, source: &Source) -> Result<Profiled, Refused> {
        if let Some(exact) = self.bytes.make(&source.bytes()) {
            return Ok(Profiled { bytes: exact, change: self.clone(), touched: self.pieces.len() });
        }
        let mut text = source.text.clone();
        let mut pieces = Vec::new();
        for change in &self.pieces {
            let piece = layout::piece(&change.piece).ok_or(Refused::Garbled)?;
            let words = |state: Option<&ItemState>| state.map(|state| state.text.clone());
            let found = layout::state(&text, &piece).ok_or(Refused::Garbled)?;
            if words(found.as_ref()) != words(change.before.as_ref()) {
                return Err(Refused::PieceChanged(piece));
            }
            text = layout::put(&text, &piece, change.after.as_ref()).ok_or(Refused::Garbled)?;
            pieces.push(piece);
        }
        let profiled = finish(source, text, &pieces)?;
        let as_meant = profiled.change.pieces.iter().zip(&self.pieces).all(|(made, meant)| {
            made.after.as_ref().map(|state| &state.text) == meant.after.as_ref().map(|state| &state.text)
        });
        match reread(source, &profiled.bytes) {
            Some(_) if as_meant => Ok(profiled),
            _ => Err(Refused::Garbled),
        }
    }
}

fn finish(source: &Source, text: String, pieces: &[Piece]) -> Result<Profiled, Refused> {
    let mut changes = Vec::new();
    for piece in pieces {
        changes.push(PieceChange {
            piece: layout::key(piece),
            before: layout::state(&source.text, piece).ok_or(Refused::Garbled)?,
            after: layout::state(&text, piece).ok_or(Refused::Garbled)?,
        });
    }
    changes.retain(|change| change.before != change.after);
    let after = Source { text, ..source.clone() }.bytes();
    let bytes = Exchange::between(&source.bytes(), &after).ok_or(Refused::Garbled)?;
    let touched = changes.len();
    Ok(Profiled { bytes: after, change: ProfileChange { bytes, pieces: changes }, touched })
}

fn reread(source: &Source, bytes: &[u8]) -> Option<Profile> {
    let source = Source::new(&source.file, bytes.to_vec()).ok()?;
    let read = profile_text::read(&source);
    read.blocked.is_none().then_some(read.profile)
}
