//! What an operation makes of `views.toml`.

use super::piece_layout as layout;
use super::problem::RecordProblemKind;
use super::source::Source;
use super::text_change::{Edited, Refused, finish};
use super::view_text::{self, ViewsRead};
use crate::domain::profile::Piece;
use crate::domain::{Operation, SavedViews, ViewName};

/// Applies an operation to the text of the saved views; `None` where it would change nothing.
pub(super) fn apply(
    source: &Source,
    read: &ViewsRead,
    operation: &Operation,
) -> Result<Option<Edited>, Refused> {
    let mut intended = read.views.clone();
    let (name, text) = match operation {
        Operation::ViewSave(view) => {
            unambiguous(read, &view.name)?;
            intended.save(view.clone());
            if intended == read.views {
                return Ok(None);
            }
            let text = match read.views.get(&view.name) {
                Some(_) => layout::edit_view(&source.text, view),
                None => layout::add_view(&source.text, view),
            };
            (&view.name, text)
        }
        Operation::ViewRemove(name) => {
            if read.views.get(name).is_none() {
                return Ok(None);
            }
            unambiguous(read, name)?;
            intended.remove(name);
            (name, layout::put(&source.text, &Piece::View(name.clone()), None))
        }
        _ => return Ok(None),
    };
    let edited = finish(source, text.ok_or(Refused::Garbled)?, &[Piece::View(name.clone())])?;
    match reread(source, &edited.bytes) {
        Some(found) if found == intended => Ok(Some(edited)),
        _ => Err(Refused::Garbled),
    }
}

/// A name that stands in two blocks has to be put right by hand: nobody can tell which is meant.
fn unambiguous(read: &ViewsRead, name: &ViewName) -> Result<(), Refused> {
    let twice = RecordProblemKind::ViewTwice(name.clone());
    match read.problems.iter().find(|problem| problem.kind == twice) {
        Some(problem) => Err(Refused::Problem(Box::new(problem.clone()))),
        None => Ok(()),
    }
}

fn reread(source: &Source, bytes: &[u8]) -> Option<SavedViews> {
    let source = Source::new(&source.file, bytes.to_vec()).ok()?;
    let read = view_text::read(&source);
    read.blocked.is_none().then_some(read.views)
}
