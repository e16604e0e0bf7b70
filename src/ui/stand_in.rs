//! The last pass over a drawn frame: the screen's own background, and characters that stand in for
//! those that a terminal would show wrong. One place instead of every place that draws.

use super::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::style::Color;
use unicode_width::UnicodeWidthChar;

/// What cells without colours of their own get: a theme may colour the whole screen.
pub fn paint(buffer: &mut Buffer, theme: &Theme) {
    let screen = theme.style(Role::Text);
    if screen.fg.is_none() && screen.bg.is_none() {
        return;
    }
    for cell in &mut buffer.content {
        if let Some(colour) = screen.fg.filter(|_| cell.fg == Color::Reset) {
            cell.fg = colour;
        }
        if let Some(colour) = screen.bg.filter(|_| cell.bg == Color::Reset) {
            cell.bg = colour;
        }
    }
}

/// Puts a character of ASCII in the place of borders, bars, marks and typographic punctuation.
/// Letters stay: a title is shown as it is written.
///
/// `ascii`: for all of them. `wide`: for those of ambiguous width (Unicode annex 11), which this
/// terminal draws two columns wide where we count one.
pub fn apply(buffer: &mut Buffer, ascii: bool, wide: bool) {
    if !ascii && !wide {
        return;
    }
    for cell in &mut buffer.content {
        let mut chars = cell.symbol().chars();
        let (Some(c), None) = (chars.next(), chars.next()) else { continue };
        if c.is_ascii() || !(ascii || is_ambiguous(c)) {
            continue;
        }
        let numbered = || number(c).filter(|_| wide && is_ambiguous(c));
        if let Some(instead) = drawn(c).or_else(numbered) {
            cell.set_char(instead);
        }
    }
}

/// Whether a character is one column wide in some terminals and two in others.
pub fn is_ambiguous(c: char) -> bool {
    !c.is_ascii() && (c.width() != c.width_cjk() || is_ambiguous_letter(c))
}

/// Letters that Unicode annex 11 calls ambiguous (EastAsianWidth.txt, 16.0): those of Latin, Greek
/// and Cyrillic that Chinese and Japanese standards hold. unicode-width takes them for narrow;
/// terminals that were set to two columns do not.
fn is_ambiguous_letter(c: char) -> bool {
    matches!(c, '\u{aa}' | '\u{ba}' | '\u{c6}' | '\u{d0}' | '\u{d8}' | '\u{de}'..='\u{e1}' | '\u{e6}' | '\u{e8}'..='\u{ea}' | '\u{ec}'..='\u{ed}' | '\u{f0}' | '\u{f2}'..='\u{f3}' | '\u{f8}'..='\u{fa}' | '\u{fc}' | '\u{fe}' | '\u{101}' | '\u{111}' | '\u{113}' | '\u{11b}' | '\u{126}'..='\u{127}' | '\u{12b}' | '\u{131}'..='\u{133}' | '\u{138}' | '\u{13f}'..='\u{142}' | '\u{144}' | '\u{148}'..='\u{14b}' | '\u{14d}' | '\u{152}'..='\u{153}' | '\u{166}'..='\u{167}' | '\u{16b}' | '\u{1ce}' | '\u{1d0}' | '\u{1d2}' | '\u{1d4}' | '\u{1d6}' | '\u{1d8}' | '\u{1da}' | '\u{1dc}' | '\u{251}' | '\u{261}' | '\u{2c7}' | '\u{2c9}'..='\u{2cb}' | '\u{2cd}' | '\u{2d0}' | '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{3a9}' | '\u{3b1}'..='\u{3c1}' | '\u{3c3}'..='\u{3c9}' | '\u{401}' | '\u{410}'..='\u{44f}' | '\u{451}' | '\u{207f}' | '\u{2113}' | '\u{2126}' | '\u{212b}')
}

/// What stands in for a character that the interface draws.
fn drawn(c: char) -> Option<char> {
    Some(match c {
        '─' | '━' | '═' | '╌' | '┄' | '┈' | '╴' | '╶' | '–' | '—' | '−' | '‒' | '‐' | '‑' => {
            '-'
        }
        '│' | '┃' | '║' | '╎' | '┆' | '┊' | '╵' | '╷' => '|',
        '\u{2500}'..='\u{257f}' => '+',
        '█' | '▓' | '■' | '▉' | '▊' | '▋' | '▌' | '▍' | '▎' | '▏' | '▀' | '▄' => '#',
        '▒' => '=',
        '░' => '-',
        '·' | '•' | '▪' | '□' => '.',
        '\u{2580}'..='\u{259f}' => '#',
        '…' => '~',
        '“' | '”' | '„' | '″' => '"',
        '‘' | '’' | '‚' | '′' => '\'',
        '×' => 'x',
        '≈' => '~',
        '→' | '▸' | '▶' | '▷' | '›' => '>',
        '←' | '◂' | '◀' | '◁' | '‹' => '<',
        '↑' | '▲' | '△' => '^',
        '↓' | '▼' | '▽' => 'v',
        '✓' | '✔' | '●' | '★' | '◆' => '*',
        '○' | '☆' | '◇' => 'o',
        _ => return None,
    })
}

/// Numbers in circles and Roman ones: common in Chinese titles, and the digit says the same.
fn number(c: char) -> Option<char> {
    let (first, least) = match c {
        '①'..='⑨' => ('①', 1),
        'Ⅰ'..='Ⅸ' => ('Ⅰ', 1),
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(first) + least, 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::theme::{Depth, Palette};
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn shown(text: &str, ascii: bool, wide: bool) -> String {
        let mut buffer = Buffer::with_lines([text]);
        apply(&mut buffer, ascii, wide);
        buffer.content.iter().map(|cell| cell.symbol()).collect::<String>().trim_end().to_owned()
    }

    #[test]
    fn what_is_drawn_has_a_stand_in_and_letters_stay() {
        assert_eq!(shown("╭─┬│█▓▒░··…→", true, false), "+-+|##=-..~>");
        assert_eq!(shown("Ω é ж", true, false), "Ω é ж");
        assert_eq!(shown("╭─┬│█▒…→Ⅱ①", false, false), "╭─┬│█▒…→Ⅱ①");
    }

    #[test]
    fn only_what_is_ambiguous_is_replaced_for_its_width() {
        assert_eq!(shown("╭─“a”…·×Ⅱ③", false, true), "+-\"a\"~.x23");
        assert_eq!(shown("✓ é ж", false, true), "✓ é ж");
        for (c, ambiguous) in
            [('ж', true), ('Ω', true), ('é', true), ('≥', true), ('ö', false), ('数', false)]
        {
            assert_eq!(is_ambiguous(c), ambiguous, "{c}");
        }
    }

    #[test]
    fn a_background_is_painted_where_there_is_none() {
        let theme = Theme::new(Palette::bundled("high-contrast").unwrap(), Depth::True);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        buffer.set_string(0, 0, "a", Style::new().fg(Color::Red).bg(Color::Blue));
        paint(&mut buffer, &theme);
        assert_eq!((buffer[(0, 0)].fg, buffer[(0, 0)].bg), (Color::Red, Color::Blue));
        assert_eq!((buffer[(2, 0)].fg, buffer[(2, 0)].bg), (Color::Rgb(255, 255, 255), Color::Rgb(0, 0, 0)));
        let mut plain = Buffer::empty(Rect::new(0, 0, 3, 1));
        paint(&mut plain, &Theme::coloured());
        assert_eq!(plain, Buffer::empty(Rect::new(0, 0, 3, 1)));
    }
}
