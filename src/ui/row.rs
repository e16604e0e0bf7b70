//! How a row of a list looks: plain, under the cursor, or under the cursor of a pane that has not
//! the focus. The same in every view.

use super::Screen;
use super::theme::{Role, Theme};
use crate::app::model::Pane;
use crate::domain::progress::PrerequisiteState;
use ratatui::style::Style;

#[derive(Clone, Copy, Debug)]
pub struct RowLook {
    theme: Theme,
    pub base: Style,
    /// Whether the row is shown in reverse video.
    pub reversed: bool,
}

impl RowLook {
    pub fn of(screen: &Screen<'_, '_>, selected: bool) -> Self {
        Self::in_pane(screen, selected, Pane::List)
    }

    /// The same in another pane than the list.
    pub fn in_pane(screen: &Screen<'_, '_>, selected: bool, pane: Pane) -> Self {
        let theme = screen.theme;
        let focused = screen.model.focus == pane;
        let base = match (selected, focused) {
            (true, true) => theme.style(Role::Selected),
            (true, false) => theme.style(Role::SelectedElsewhere),
            (false, _) => Style::new(),
        };
        Self { theme, base, reversed: selected && focused }
    }

    /// The style of a part of the row. On reverse video it stays the row's own: a colour there is
    /// a gamble.
    pub fn over(self, role: Role) -> Style {
        if self.reversed { self.base } else { self.base.patch(self.theme.style(role)) }
    }
}

/// How a prerequisite that stands so is shown.
pub fn state_of(state: PrerequisiteState) -> Role {
    match state {
        PrerequisiteState::Done => Role::Done,
        PrerequisiteState::Planned => Role::Planned,
        PrerequisiteState::Missing => Role::Warning,
    }
}
