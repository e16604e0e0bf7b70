//! A screen as an SVG picture: cells become rectangles and text. Letters keep their columns whatever
//! the font: each run of them says how long it is, wide and narrow ones apart; lines and blocks are
//! drawn and need no font.

use super::super::support::symbols;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use std::collections::BTreeMap;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Columns and rows in pixels of the picture.
pub const COLUMN: u32 = 8;
pub const ROW: u32 = 18;

/// The letter's base line in its row.
const BASE: u32 = 14;

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// What the terminal itself writes in, and on.
#[derive(Clone, Copy)]
pub struct Paper {
    pub fore: Rgb,
    pub back: Rgb,
}

/// How a cell looks, all that a picture needs to know.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Look {
    fore: Rgb,
    back: Rgb,
    bold: bool,
    italic: bool,
    underlined: bool,
    crossed_out: bool,
}

/// Letters of one look and width that follow each other.
struct Run {
    column: u32,
    columns: u32,
    text: String,
    look: Look,
    wide: bool,
}

/// A picture that grows downwards.
pub struct Picture {
    width: u32,
    height: u32,
    body: String,
    /// The looks of letters so far: a class of the style sheet for each.
    looks: Vec<Look>,
    paper: Paper,
}

impl Picture {
    /// An empty one, so many columns wide, on the terminal's own paper.
    pub fn new(columns: u16, paper: Paper) -> Self {
        let width = (u32::from(columns) + 2) * COLUMN;
        Self { width, height: COLUMN, body: String::new(), looks: Vec::new(), paper }
    }

    /// A line of words between screens.
    pub fn caption(&mut self, text: &str) {
        self.height += ROW;
        let colour = hex(mix(self.paper.fore, self.paper.back, 70));
        let y = self.height;
        let text = escaped(text);
        writeln!(self.body, "<text x=\"{COLUMN}\" y=\"{y}\" class=\"c\" fill=\"{colour}\">{text}</text>")
            .unwrap();
        self.height += COLUMN;
    }

    /// A screen with a thin line around it.
    pub fn screen(&mut self, buffer: &Buffer, cursor: Option<Position>) {
        let (left, top) = (COLUMN, self.height);
        writeln!(self.body, "<g transform=\"translate({left} {top})\">").unwrap();
        self.grounds(buffer);
        let mut strokes = BTreeMap::new();
        for y in 0..buffer.area.height {
            self.row(buffer, y, &mut strokes);
        }
        for ((colour, filled), path) in strokes {
            let colour = hex(colour);
            let how = if filled {
                format!("fill=\"{colour}\"")
            } else {
                format!("class=\"l\" stroke=\"{colour}\"")
            };
            writeln!(self.body, "<path {how} d=\"{path}\"/>").unwrap();
        }
        if let Some(at) = cursor {
            let (x, y) = (u32::from(at.x) * COLUMN, u32::from(at.y) * ROW + 2);
            let colour = hex(self.paper.fore);
            writeln!(self.body, "<path fill=\"{colour}\" d=\"M{x} {y}h2v14h-2z\"/>").unwrap();
        }
        let edge = hex(mix(self.paper.fore, self.paper.back, 25));
        let (width, height) = (u32::from(buffer.area.width) * COLUMN, u32::from(buffer.area.height) * ROW);
        writeln!(
            self.body,
            "<rect x=\"-4\" y=\"-2\" width=\"{}\" height=\"{}\" rx=\"4\" class=\"l\" stroke=\"{edge}\"/>\n</g>",
            width + 8,
            height + 4
        )
        .unwrap();
        self.height += height + COLUMN;
    }

    /// The whole as a file. `about` is said to those who do not see it.
    pub fn finish(&self, about: &str) -> String {
        let (width, height) = (self.width, self.height + COLUMN);
        let back = hex(self.paper.back);
        let about = escaped(about);
        let looks: String =
            self.looks.iter().enumerate().map(|(at, look)| format!(".k{at}{{{}}}\n", look.css())).collect();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} \
{height}\" role=\"img\">\n<title>{about}</title>\n<style>\ntext{{font:13.3px \"DejaVu Sans Mono\",\"Cascadia \
Mono\",Menlo,Consolas,\"Noto Sans Mono CJK SC\",\"Noto Sans CJK SC\",\"PingFang SC\",\"Microsoft \
YaHei\",\"WenQuanYi Zen Hei\",monospace;white-space:pre}}\n.w{{font-size:15px}}\n.c{{font-family:sans-serif}}\n.l{{fill:none;stroke-width:1}}\n{looks}</style>\n<rect width=\"{width}\" \
height=\"{height}\" fill=\"{back}\"/>\n{}</svg>\n",
            self.body
        )
    }

    /// What stands behind the letters, where it is not the paper.
    fn grounds(&mut self, buffer: &Buffer) {
        for y in 0..buffer.area.height {
            let mut x = 0;
            while x < buffer.area.width {
                let back = self.look(&buffer[(x, y)]).back;
                let mut end = x;
                while end < buffer.area.width && self.look(&buffer[(end, y)]).back == back {
                    // What a wide letter covers has no ground of its own.
                    end += u16::try_from(buffer[(end, y)].symbol().width().max(1)).unwrap();
                }
                let columns = end - x;
                if back != self.paper.back {
                    let (left, top) = (u32::from(x) * COLUMN, u32::from(y) * ROW);
                    let width = u32::from(columns) * COLUMN;
                    let back = hex(back);
                    writeln!(
                        self.body,
                        "<path fill=\"{back}\" d=\"M{left} {top}h{width}v{ROW}h-{width}z\"/>"
                    )
                    .unwrap();
                }
                x = end;
            }
        }
    }

    fn row(&mut self, buffer: &Buffer, y: u16, strokes: &mut BTreeMap<(Rgb, bool), String>) {
        let mut runs: Vec<Run> = Vec::new();
        for (x, symbol) in symbols(buffer, y) {
            let look = self.look(&buffer[(x, y)]);
            let (left, top) = (u32::from(x) * COLUMN, u32::from(y) * ROW);
            if let Some((filled, path)) = drawn(&symbol, left, top) {
                let colour = match &*symbol {
                    "░" => mix(look.fore, look.back, 35),
                    "▒" => mix(look.fore, look.back, 55),
                    "▓" => mix(look.fore, look.back, 75),
                    _ => look.fore,
                };
                let strokes = strokes.entry((colour, filled)).or_default();
                // A level line goes on where the last one ended.
                let (end, start) = (format!("H{left}"), format!("M{left} {}H", level(top)));
                match path
                    .strip_prefix(&start)
                    .filter(|_| strokes.ends_with(&format!(" {}{end}", level(top))))
                {
                    Some(right) => {
                        strokes.truncate(strokes.len() + 1 - end.len());
                        strokes.push_str(right);
                    }
                    None => strokes.push_str(&path),
                }
                continue;
            }
            let columns = u32::try_from(symbol.width().max(1)).unwrap();
            let (column, wide) = (u32::from(x), columns > 1);
            let blank = symbol == " " && !look.underlined && !look.crossed_out;
            match runs.last_mut() {
                Some(run)
                    if run.column + run.columns == column
                        && run.wide == wide
                        && run.look.fits(look, blank) =>
                {
                    run.text.push_str(&symbol);
                    run.columns += columns;
                }
                _ if blank => {}
                _ => runs.push(Run { column, columns, text: symbol, look, wide }),
            }
        }
        for run in runs {
            self.text(&run, u32::from(y));
        }
    }

    fn text(&mut self, run: &Run, y: u32) {
        let decorated = run.look.underlined || run.look.crossed_out;
        let text = if decorated { &*run.text } else { run.text.trim_end() };
        let columns = u32::try_from(text.width()).unwrap();
        let look = Look { back: self.paper.back, ..run.look };
        let known = self.looks.iter().position(|known| *known == look);
        let class = known.unwrap_or_else(|| {
            self.looks.push(look);
            self.looks.len() - 1
        });
        let wide = if run.wide { " w" } else { "" };
        let (x, y, length) = (run.column * COLUMN, y * ROW + BASE, columns * COLUMN);
        let text = escaped(text);
        writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" textLength=\"{length}\" class=\"k{class}{wide}\">{text}</text>"
        )
        .unwrap();
    }

    fn look(&self, cell: &Cell) -> Look {
        let has = |modifier| cell.modifier.contains(modifier);
        let mut fore = rgb(cell.fg, self.paper.fore);
        let mut back = rgb(cell.bg, self.paper.back);
        if has(Modifier::REVERSED) {
            std::mem::swap(&mut fore, &mut back);
        }
        if has(Modifier::DIM) {
            fore = mix(fore, back, 60);
        }
        Look {
            fore,
            back,
            bold: has(Modifier::BOLD),
            italic: has(Modifier::ITALIC),
            underlined: has(Modifier::UNDERLINED),
            crossed_out: has(Modifier::CROSSED_OUT),
        }
    }
}

impl Look {
    fn css(self) -> String {
        let styles = [
            (self.bold, ";font-weight:bold"),
            (self.italic, ";font-style:italic"),
            (self.underlined, ";text-decoration:underline"),
            (self.crossed_out, ";text-decoration:line-through"),
        ];
        let on: String = styles.iter().filter(|(on, _)| *on).map(|(_, css)| *css).collect();
        format!("fill:{}{on}", hex(self.fore))
    }

    /// Whether a cell of another look can stand in the same run: of a blank only the ground is seen.
    fn fits(self, other: Self, blank: bool) -> bool {
        let plain = !self.underlined && !self.crossed_out;
        self == other || (blank && plain && self.back == other.back)
    }
}

/// Where a level line runs in the row that begins at `y`.
fn level(y: u32) -> String {
    format!("{}.5", y + ROW / 2 - 1)
}

/// The path of a line or a block, and whether it is filled; `None` for letters.
fn drawn(symbol: &str, x: u32, y: u32) -> Option<(bool, String)> {
    let (right, below) = (x + COLUMN, y + ROW);
    // Half a pixel: a line one pixel wide then fills one.
    let (across, down) = (format!("{}.5", x + COLUMN / 2 - 1), level(y));
    let path = match symbol {
        "─" => format!("M{x} {down}H{right}"),
        "│" => format!("M{across} {y}V{below}"),
        "╭" => format!("M{across} {below}V{}Q{across} {down} {right} {down}", y + ROW / 2 + 4),
        "╮" => format!("M{x} {down}Q{across} {down} {across} {}V{below}", y + ROW / 2 + 4),
        "╰" => format!("M{across} {y}V{}Q{across} {down} {right} {down}", y + ROW / 2 - 5),
        "╯" => format!("M{across} {y}V{}Q{across} {down} {x} {down}", y + ROW / 2 - 5),
        "├" => format!("M{across} {y}V{below}M{across} {down}H{right}"),
        "┤" => format!("M{across} {y}V{below}M{across} {down}H{x}"),
        "┬" => format!("M{x} {down}H{right}M{across} {down}V{below}"),
        "┴" => format!("M{x} {down}H{right}M{across} {down}V{y}"),
        "┼" => format!("M{x} {down}H{right}M{across} {y}V{below}"),
        "█" | "▓" | "▒" | "░" => {
            return Some((true, format!("M{x} {}h{COLUMN}v{}h-{COLUMN}z", y + 2, ROW - 4)));
        }
        "▌" => return Some((true, format!("M{x} {y}h{0}v{ROW}h-{0}z", COLUMN / 2))),
        _ => return None,
    };
    Some((false, path))
}

fn rgb(colour: Color, own: Rgb) -> Rgb {
    match colour {
        Color::Reset => own,
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(index) => indexed(index),
        other => panic!("a theme names its colours by number, not {other:?}"),
    }
}

/// The fixed part of the 256 colours: a cube of six steps, and greys. The first sixteen are the
/// terminal's own; no theme of ours draws with them.
fn indexed(index: u8) -> Rgb {
    let step = |level: u8| if level == 0 { 0 } else { 55 + 40 * level };
    match index {
        0..=15 => panic!("colour {index} is another one in each terminal"),
        16..=231 => {
            let cube = index - 16;
            [step(cube / 36), step(cube / 6 % 6), step(cube % 6)]
        }
        232..=255 => [8 + 10 * (index - 232); 3],
    }
}

/// So many hundredths of one colour in another.
fn mix(colour: Rgb, other: Rgb, hundredths: u16) -> Rgb {
    let mixed = |at: usize| {
        let (here, there) = (u16::from(colour[at]), u16::from(other[at]));
        u8::try_from((here * hundredths + there * (100 - hundredths)) / 100).unwrap()
    };
    [mixed(0), mixed(1), mixed(2)]
}

fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    const PAPER: Paper = Paper { fore: [200, 200, 200], back: [0, 0, 0] };

    fn drawing(lines: &[(&str, Style)]) -> String {
        let height = u16::try_from(lines.len()).unwrap();
        let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, 12, height));
        for (y, (text, style)) in (0..).zip(lines) {
            buffer.set_string(0, y, text, *style);
        }
        let mut picture = Picture::new(12, PAPER);
        picture.screen(&buffer, None);
        picture.finish("a & b")
    }

    #[test]
    fn wide_and_narrow_letters_keep_their_columns() {
        let svg = drawing(&[("ab 数字 c", Style::new())]);
        assert!(svg.contains(r##"<text x="0" y="14" textLength="16" class="k0">ab</text>"##), "{svg}");
        assert!(svg.contains(r##"<text x="24" y="14" textLength="32" class="k0 w">数字</text>"##), "{svg}");
        assert!(svg.contains(r##"<text x="64" y="14" textLength="8" class="k0">c</text>"##), "{svg}");
    }

    #[test]
    fn what_xml_means_is_escaped() {
        let svg = drawing(&[("<b> & c", Style::new())]);
        assert!(
            svg.contains(">&lt;b&gt; &amp; c</text>") && svg.contains("<title>a &amp; b</title>"),
            "{svg}"
        );
    }

    #[test]
    fn reversed_cells_have_a_ground_and_dim_ones_are_nearer_to_it() {
        let svg = drawing(&[("on", Style::new().reversed()), ("off", Style::new().dim())]);
        assert!(svg.contains(r##"<path fill="#c8c8c8" d="M0 0h16v18h-16z"/>"##), "{svg}");
        assert!(svg.contains(".k0{fill:#000000}") && svg.contains(".k1{fill:#787878}"), "{svg}");
    }

    #[test]
    fn each_colour_is_the_one_of_its_number() {
        assert_eq!((indexed(16), indexed(31), indexed(231)), ([0; 3], [0, 135, 175], [255; 3]));
        assert_eq!((indexed(232), indexed(255)), ([8; 3], [238; 3]));
        let svg = drawing(&[("x", Style::new().fg(Color::Indexed(31)).bg(Color::Rgb(1, 2, 3)).bold())]);
        assert!(
            svg.contains(".k0{fill:#0087af;font-weight:bold}")
                && svg.contains("class=\"k0\">x")
                && svg.contains("#010203"),
            "{svg}"
        );
    }

    #[test]
    fn lines_and_blocks_need_no_font() {
        let svg = drawing(&[("╭─┬─╮│┤█░", Style::new())]);
        assert!(!svg.contains("<text"), "{svg}");
    }
}
