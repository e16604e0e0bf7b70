//! A sitting of the matrix: a desk with something on it that could be harmed, and the program there.

use crate::desk::{Desk, Opening};
use crate::pty::{Ended, Session, count};
use std::path::PathBuf;

/// A place of the program: what is typed to get there from the list, and what it then shows.
#[derive(Clone, Copy)]
pub struct Place {
    pub name: &'static str,
    keys: &'static str,
    shown: &'static str,
}

pub const LIST: Place = Place { name: "the list", keys: "", shown: "5 courses" };
pub const FORM: Place = Place { name: "a form", keys: "A", shown: "Enter save" };
pub const QUERY: Place = Place { name: "the query", keys: "/", shown: "Esc leave" };
pub const PALETTE: Place = Place { name: "the palette", keys: ":", shown: "Enter run" };
pub const PLACES: [Place; 4] = [LIST, FORM, QUERY, PALETTE];

type Files = Vec<(PathBuf, Vec<u8>)>;

pub struct Sitting {
    pub desk: Desk,
    pub session: Session,
    before: Files,
}

/// A desk with a planned course, a record and a home of which every byte is to stay.
pub fn desk() -> Desk {
    let desk = Desk::new();
    desk.stdout(["plan", "add", "leading-teams"]);
    desk.saved(["done", "welding"]);
    desk
}

fn files(desk: &Desk) -> Files {
    let mut files = desk.files("data");
    files.extend(desk.files("home"));
    files.push((desk.path("catalog.toml"), std::fs::read(desk.path("catalog.toml")).unwrap()));
    files
}

impl Sitting {
    /// What `open` opens on a desk.
    pub fn with(open: impl FnOnce(&Desk) -> Session) -> Self {
        Self::on(desk(), open)
    }

    pub fn on(desk: Desk, open: impl FnOnce(&Desk) -> Session) -> Self {
        let before = files(&desk);
        let session = open(&desk);
        Self { desk, session, before }
    }

    /// The program on the small catalog at this place.
    pub fn at(place: &Place) -> Self {
        let sitting = Self::opened(&[], &[]);
        sitting.go(place);
        sitting
    }

    /// The program on the small catalog with these arguments and variables.
    pub fn opened(args: &[&str], env: &[(&str, &str)]) -> Self {
        let sitting = Self::unseen(args, env, (100, 30));
        sitting.session.wait_for(LIST.shown);
        sitting
    }

    /// The same before anything is drawn.
    pub fn unseen(args: &[&str], env: &[(&str, &str)], size: (u16, u16)) -> Self {
        Self::with(|desk| {
            let catalog = desk.name("catalog.toml");
            let args = [&["-C", &catalog], args].concat();
            desk.open_with(Opening { args: &args, env, size })
        })
    }

    /// A shell script with the program as `"$@"`.
    pub fn script(script: &str, env: &[(&str, &str)]) -> Self {
        Self::with(|desk| desk.open_script(script, Opening { env, ..Opening::default() }))
    }

    pub fn go(&self, place: &Place) {
        self.session.wait_for(LIST.shown);
        self.session.send(place.keys);
        self.is_at(place);
    }

    pub fn is_at(&self, place: &Place) {
        self.session.wait_for(place.shown);
    }

    /// The program still does what it is told: the cursor moves.
    pub fn answers(&self) {
        self.session.send("j");
        let moved = |it: &Session| crate::desk::selected(it).contains("Leading change");
        self.session.wait_until("the cursor to move", moved);
    }

    pub fn quits(self) {
        self.session.send("q");
        self.ends(0);
    }

    /// Waits for the end: this exit code, the terminal as it was, and every file too.
    pub fn ends(self, code: u32) {
        let ended = self.leaves_no_trace();
        ended.assert_code(code);
        ended.assert_restored();
        assert_modes_off(&ended.bytes);
    }

    /// Waits for an end after which nobody can say how the terminal is.
    pub fn leaves_no_trace(self) -> Ended {
        self.leaves_its_desk().1
    }

    /// The same; the desk is still there for another sitting.
    pub fn leaves_its_desk(self) -> (Desk, Ended) {
        let Self { desk, session, before } = self;
        let ended = session.wait_exit();
        assert_eq!(files(&desk), before, "something on disk has changed");
        (desk, ended)
    }
}

/// The last word on every mode, without an emulator's reading of it.
#[track_caller]
fn assert_modes_off(bytes: &[u8]) {
    let ends_with = |mode: &str, last: char| {
        let sequence = |set: char| format!("\x1b[?{mode}{set}").into_bytes();
        let place = |set| bytes.windows(sequence(set).len()).rposition(|window| window == sequence(set));
        let other = if last == 'l' { 'h' } else { 'l' };
        assert!(place(last) >= place(other), "mode {mode} is left at {other}");
    };
    for mode in ["1049", "2004", "1000", "1006", "2026"] {
        ends_with(mode, 'l');
    }
    ends_with("25", 'h');
    for never in [&b"\x1b[?1002h"[..], b"\x1b[?1003h", b"\x1b[?1004h", b"\x1b[>"] {
        assert_eq!(count(bytes, never), 0, "{:?}", String::from_utf8_lossy(never));
    }
}
