//! A change of a file that a person may edit, which can be taken back: exactly where the file is as
//! the change left it, piece by piece where somebody edited other pieces since. The profile and the
//! saved views are changed so.

use super::exchange::Exchange;
use super::piece_layout as layout;
use super::plan_change::ItemState;
use super::problem::RecordProblem;
use super::source::Source;
use crate::domain::profile::Piece;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TextChange {
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

/// What an operation makes of a file.
#[derive(Debug)]
pub(super) struct Edited {
    pub(super) bytes: Vec<u8>,
    pub(super) change: TextChange,
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

impl TextChange {
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

    /// Makes the change in a file, whether or not it is as it was recorded. `reads` says whether a
    /// text that comes out can be read.
    pub(super) fn make(&self, source: &Source, reads: impl Fn(&Source) -> bool) -> Result<Edited, Refused> {
        if let Some(exact) = self.bytes.make(&source.bytes()) {
            return Ok(Edited { bytes: exact, change: self.clone(), touched: self.pieces.len() });
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
        let edited = finish(source, text, &pieces)?;
        let as_meant = edited.change.pieces.iter().zip(&self.pieces).all(|(made, meant)| {
            made.after.as_ref().map(|state| &state.text) == meant.after.as_ref().map(|state| &state.text)
        });
        let found = Source::new(&source.file, edited.bytes.clone());
        if as_meant && found.is_ok_and(|found| reads(&found)) { Ok(edited) } else { Err(Refused::Garbled) }
    }
}

/// The change between a file and its new text, in these pieces.
pub(super) fn finish(source: &Source, text: String, pieces: &[Piece]) -> Result<Edited, Refused> {
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
    Ok(Edited { bytes: after, change: TextChange { bytes, pieces: changes }, touched })
}
