//! What a program has written to its terminal, read byte by byte: text with its attributes, and
//! every sequence that is not one of the few that the program has a use for.

/// The sequences that the program may write beside colours and attributes, by their end.
const MODES: [&str; 12] = [
    "?1049h", "?1049l", "?25h", "?25l", "?2004h", "?2004l", "?2026h", "?2026l", "?1000h", "?1000l", "?1006h",
    "?1006l",
];

/// A piece of text between two sequences.
#[derive(Debug)]
pub struct Piece {
    pub text: String,
    pub reversed: bool,
}

/// The output, taken apart.
#[derive(Debug, Default)]
pub struct Taken {
    pub pieces: Vec<Piece>,
    /// The parameters of every change of colours and attributes.
    pub styles: Vec<String>,
    /// What the program has no business to write.
    pub foreign: Vec<String>,
}

/// What asks the terminal for its background; it sets nothing.
const QUESTION: &str = "\x1b]11;?\x1b\\";

/// Takes the output of a program apart.
pub fn take_apart(bytes: &[u8]) -> Taken {
    let output = std::str::from_utf8(bytes).expect("output is UTF-8").replace(QUESTION, "");
    let mut taken = Taken::default();
    let mut reversed = false;
    let mut parts = output.split('\x1b');
    text(&mut taken, parts.next().unwrap_or_default(), reversed);
    for part in parts {
        let end = part.find(|c: char| !matches!(c, '[' | '?' | '0'..='9' | ';' | ':')).unwrap_or(part.len());
        let end = end + part[end..].chars().next().map_or(0, char::len_utf8);
        let (sequence, rest) = part.split_at(end);
        match sequence.strip_prefix('[') {
            Some(style) if style.ends_with('m') => {
                let style = style.trim_end_matches('m');
                for parameter in style.split(';') {
                    match parameter {
                        "7" => reversed = true,
                        "" | "0" | "27" => reversed = false,
                        _ => {}
                    }
                }
                taken.styles.push(style.to_owned());
            }
            // Put the cursor, clear.
            Some(own) if own.ends_with(['H', 'J', 'K']) && !own.contains('?') => {}
            Some(own) if MODES.contains(&own) => {}
            _ => taken.foreign.push(format!("escape {sequence:?}")),
        }
        text(&mut taken, rest, reversed);
    }
    taken
}

fn text(taken: &mut Taken, text: &str, reversed: bool) {
    if text.is_empty() {
        return;
    }
    taken.foreign.extend(text.chars().filter(|c| drives(*c)).map(|c| format!("{c:?} in {text:?}")));
    taken.pieces.push(Piece { text: text.to_owned(), reversed });
}

/// Whether a character could do something to a terminal other than to be shown on it. The end of a
/// line is for what is printed before and after the views.
pub fn drives(c: char) -> bool {
    let bidi =
        matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    bidi || (c.is_control() && c != '\n' && c != '\r')
}

/// Whether parameters of `ESC [ … m` choose a colour. 39, 49 and 59 go back to none.
pub fn colours(style: &str) -> bool {
    let mut parameters = style.split([';', ':']).map(|parameter| parameter.parse::<u8>().unwrap_or(0));
    parameters.any(|it| matches!(it, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107))
}

#[test]
fn foreign_sequences_are_found() {
    for evil in
        ["\x1b]0;title\x07", "\x1b[6n", "\x1bc", "a\u{9b}31mb", "\u{202e}", "\x08", "\x1b[?1003h", "\x1b[5"]
    {
        let taken = take_apart(format!("fine {evil} fine").as_bytes());
        assert!(!taken.foreign.is_empty(), "{evil:?}: {taken:?}");
    }
    let taken = take_apart("\x1b[?2026h\x1b[3;4H\x1b[7;1m数字\x1b[0m x\x1b[?2026l".as_bytes());
    assert!(taken.foreign.is_empty(), "{taken:?}");
    assert_eq!(
        taken.pieces.iter().map(|it| (&*it.text, it.reversed)).collect::<Vec<_>>(),
        [("数字", true), (" x", false)]
    );
    assert!(colours("38;5;31") && colours("1;97") && !colours("39") && !colours("7") && !colours(""));
}
