//! What the app asks of the world. This is the whole list of side effects; `tui::effects` runs them.

use super::message::Step;
use crate::domain::Operation;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Make it durable, read the record again, say so.
    Save(Operation),
    Step(Step),
    /// Read what has changed on disk since the last look.
    Look,
    /// Read what the first frame could do without: the rest of the bundled catalog and packs.
    Open,
    /// Read catalogs and record, changed or not.
    Reload,
    /// Clear the screen and draw it anew.
    Redraw,
    /// Hand the terminal back to the shell until the program is called to the foreground.
    Suspend,
    Quit,
}
