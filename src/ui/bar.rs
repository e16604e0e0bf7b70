//! A bar of hours: what is counted, what was carried in, what is planned, what is tried out. Each
//! has a fill of its own, so that it reads without colour; numbers stand beside it, always.

use super::theme::{Role, Theme};
pub use crate::app::bar::Fill;
use crate::app::bar::{REST, cells};
use crate::domain::Amount;
use ratatui::style::{Modifier, Style};
use ratatui::text::Span;

fn role(fill: Fill) -> Role {
    match fill {
        Fill::Counted => Role::BarCounted,
        Fill::Carried => Role::BarCarried,
        Fill::Planned => Role::BarPlanned,
        Fill::Tried => Role::BarTried,
    }
}

/// How cells of a fill are drawn. Bold blocks look different from light ones in some fonts.
pub fn style(fill: Fill, theme: Theme) -> Style {
    unbent(theme.style(role(fill)))
}

fn unbent(style: Style) -> Style {
    let bent = Modifier::BOLD | Modifier::UNDERLINED;
    Style { add_modifier: style.add_modifier.difference(bent), ..style }
}

/// The bar as styled text, filled up with dots to `width` cells. `plain` keeps one style: for a
/// row in reverse video.
pub fn spans(
    stretches: &[(Fill, Amount)],
    required: Amount,
    width: usize,
    theme: Theme,
    plain: Option<Style>,
) -> Vec<Span<'static>> {
    let style = |role: Role| plain.unwrap_or_else(|| unbent(theme.style(role)));
    let drawn = cells(stretches, required, width);
    let used: usize = drawn.iter().map(|(_, cells)| cells).sum();
    let stretch = |(fill, cells): &(Fill, usize)| {
        Span::styled(fill.glyph().to_string().repeat(*cells), style(role(*fill)))
    };
    let mut spans: Vec<Span<'static>> = drawn.iter().map(stretch).collect();
    if used < width {
        spans.push(Span::styled(REST.repeat(width - used), style(Role::BarRest)));
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(stretches: &[(Fill, u64)], required: u64, width: usize) -> String {
        let stretches: Vec<_> = stretches
            .iter()
            .map(|(fill, hundredths)| (*fill, Amount::from_hundredths(*hundredths)))
            .collect();
        let required = Amount::from_hundredths(required);
        let spans = spans(&stretches, required, width, Theme::mono(), None);
        spans.iter().map(|span| span.content.as_ref()).collect()
    }

    #[test]
    fn a_bar_is_full_only_when_nothing_is_missing() {
        use Fill::{Carried, Counted, Planned, Tried};
        assert_eq!(drawn(&[(Counted, 5_000)], 10_000, 10), "█████·····");
        assert_eq!(drawn(&[(Counted, 9_999)], 10_000, 10), "█████████·");
        assert_eq!(drawn(&[(Counted, 10_000)], 10_000, 10), "██████████");
        assert_eq!(drawn(&[(Counted, 30_000)], 10_000, 10), "██████████");
        assert_eq!(drawn(&[(Counted, 1)], 10_000, 10), "█·········");
        assert_eq!(drawn(&[(Counted, 0)], 10_000, 4), "····");
        let all = [(Counted, 2_000), (Carried, 1_000), (Planned, 3_000), (Tried, 2_000)];
        assert_eq!(drawn(&all, 10_000, 10), "██▓▒▒▒░░··");
        assert_eq!(drawn(&[(Counted, 9_990), (Planned, 5)], 10_000, 4), "███·");
        assert_eq!(drawn(&[(Counted, 9_990), (Planned, 50)], 10_000, 4), "███▒");
    }

    #[test]
    fn nothing_required_and_no_room_break_nothing() {
        assert_eq!(drawn(&[(Fill::Counted, 100)], 0, 3), "███");
        assert_eq!(drawn(&[(Fill::Counted, 100)], 100, 0), "");
        assert_eq!(drawn(&[(Fill::Counted, u64::MAX)], 1, 2), "██");
    }
}
