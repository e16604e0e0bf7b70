//! The program as a person sees it, without a terminal: keys go through the real loop into the real
//! program over a data folder of its own, and what is on the screen comes back as text.
//!
//! [`screen`] is a test in one line; [`At`] says what is different about the world.

mod lived_in;

use crossterm::event::{KeyEvent, KeyModifiers};
use lived_in::{FAIR, LAW, PLAN, PROFILE, SITE, TEAMS, VOIDING, WRONG};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use std::fmt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tuition::app::model::Start;
use tuition::app::pointer::{Gesture, Target};
use tuition::app::{Effect, Message, Model};
use tuition::config::theme::{Background, Canvas, Depth};
use tuition::config::{Key, Layer, Settings};
use tuition::domain::{Date, EntryId};
use tuition::locale::Lang;
use tuition::store::record::Home;
use tuition::store::requirements::{self, open_only, paths};
use tuition::tui::configuration::ConfigFile;
use tuition::tui::effects::{Named, World, open_catalogs};
use tuition::tui::program::Program;
use tuition::tui::{App, Effects, Event, Ran, run_scripted};
use tuition::ui::theme::{Role, Theme};
use unicode_width::UnicodeWidthStr;

/// The small catalog that most screens are drawn from: an edit of the bundled one changes none.
pub const CATALOG: &str = "tests/fixtures/catalogs/valid/screens.toml";

/// The packs that can be followed, for the same reason.
const PACKS: &str = "tests/fixtures/requirements";

/// The world that a screen is opened in.
pub struct At {
    size: Size,
    lang: Lang,
    catalogs: Vec<PathBuf>,
    canvas: Canvas,
    settings: Settings,
    /// Whether the packs inside the program can be followed, and not those of the tests.
    bundled_packs: bool,
    root: TempDir,
}

/// A running program, its screen, and the folder that it keeps its data in.
pub struct Screen {
    pub program: Program,
    world: Numbered,
    terminal: Terminal<TestBackend>,
    root: TempDir,
}

/// Opens the small catalog over an empty record at a size such as `80x24` and presses some keys.
pub fn screen(size: &str, keys: &str) -> Screen {
    At::size(size).open(keys)
}

impl At {
    pub fn size(size: &str) -> Self {
        Self {
            size: parse_size(size),
            lang: Lang::En,
            catalogs: vec![CATALOG.into()],
            canvas: Canvas::default(),
            settings: Settings::default(),
            bundled_packs: false,
            root: tempfile::tempdir().unwrap(),
        }
    }

    pub fn chinese(mut self) -> Self {
        self.lang = Lang::Zh;
        self
    }

    /// As with `NO_COLOR`.
    pub fn colourless(mut self) -> Self {
        self.canvas = Canvas::colourless();
        self
    }

    /// With a theme, at any colours.
    pub fn theme(mut self, name: &str) -> Self {
        self.canvas.depth = Depth::True;
        name.clone_into(&mut self.settings.theme);
        self
    }

    /// With other settings.
    pub fn set(mut self, set: impl FnOnce(&mut Settings)) -> Self {
        set(&mut self.settings);
        self
    }

    /// A file of the config folder.
    pub fn config_file(self, name: &str, text: &str) -> Self {
        put(&self.root.path().join("config").join(name), text);
        self
    }

    /// The catalog inside the program.
    pub fn bundled(self) -> Self {
        Self { catalogs: Vec::new(), ..self }
    }

    /// The packs inside the program.
    pub fn bundled_packs(self) -> Self {
        Self { bundled_packs: true, ..self }
    }

    pub fn catalog(self, path: impl AsRef<Path>) -> Self {
        Self { catalogs: vec![path.as_ref().to_owned()], ..self }
    }

    /// A file of the data folder, there before the program starts.
    pub fn file(self, name: &str, text: &str) -> Self {
        put(&self.data().join(name), text);
        self
    }

    /// Three planned courses, one of which no catalog knows, and four entries, one of them void.
    pub fn lived_in(self) -> Self {
        self.file("plan.toml", PLAN)
            .file("hours/2026/2026-03-02-entry-site.toml", SITE)
            .file("hours/2026/2026-05-20-entry-teams.toml", TEAMS)
            .file("hours/2025/2025-11-03-entry-fair.toml", FAIR)
            .file("hours/2026/2026-06-01-entry-wrong.toml", WRONG)
            .file("hours/2026/2026-06-01-entry-voiding.toml", VOIDING)
    }

    /// The same, under the rules of a ministry and of a board.
    pub fn following(self) -> Self {
        self.lived_in().file("profile.toml", PROFILE).file("hours/2026/2026-04-09-entry-law.toml", LAW)
    }

    /// The settings file, there before the program starts.
    pub fn settings(self, text: &str) -> Self {
        put(&self.root.path().join("config/config.toml"), text);
        self
    }

    pub fn data(&self) -> PathBuf {
        self.root.path().join("data")
    }

    pub fn open(self, keys: &str) -> Screen {
        let home = Home::new(self.data());
        let record = home.load();
        let own = paths(&[PACKS.into()], Some(&self.root.path().join("data")), &[]);
        let packs = if self.bundled_packs { requirements::bundled() } else { open_only(&own) };
        let today = Date::constant(2026, 11, 21);
        let world = World::new(
            home,
            Named {
                catalogs: self.catalogs.clone(),
                packs: Vec::new(),
                queries: Some(self.root.path().join("state/queries")),
            },
            Some(today),
            record.stamp,
        );
        let (set, unset) = (&self.settings, Settings::default());
        let over = Layer {
            catalogs: Some(self.catalogs.clone()),
            theme: (set.theme != unset.theme).then(|| set.theme.clone()),
            ascii: set.ascii.then_some(true),
            ambiguous_width: (set.ambiguous_width != 1).then_some(set.ambiguous_width),
            digits: (set.digits != unset.digits).then_some(set.digits),
            ..Layer::default()
        };
        let file = self.root.path().join("config/config.toml");
        let mut config = ConfigFile::new(Some(file), None, self.lang, Layer::default(), over);
        let configuration = config.read();
        let mut world = world.with_config(config);
        world.set_clock(Some("2026-11-21T08:00:00Z".parse().unwrap()));
        let mut model = Model::new(Start {
            lang: self.lang,
            settings: self.settings.clone(),
            today,
            size: (80, 24),
            catalog: open_catalogs(&self.catalogs),
            packs,
            record,
            entry: entry_id(0),
        });
        model.configure(configuration);
        let backend = TestBackend::new(self.size.width, self.size.height);
        let mut screen = Screen {
            program: Program::new(model, self.canvas),
            world: Numbered { world, entries: 0 },
            terminal: Terminal::new(backend).unwrap(),
            root: self.root,
        };
        screen.press(keys);
        screen
    }
}

impl Screen {
    /// Presses keys: a name in angle brackets is the key of that name, all else is typed as it is.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        self.play(events(keys))
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.play(vec![Event::Paste(text.to_owned())])
    }

    /// Clicks on something that the last frame shows, in its first column.
    pub fn click(&mut self, target: Target) -> &mut Self {
        self.point(Gesture::Click, target, 0)
    }

    /// Does something with the mouse, so many columns from the left end of something on the screen.
    pub fn point(&mut self, gesture: Gesture, target: Target, column: u16) -> &mut Self {
        let area = self.program.spot(target).unwrap_or_else(|| panic!("{target:?} is not on\n{self}"));
        self.play(vec![Event::Pointer(gesture, Position::new(area.x + column, area.y))])
    }

    /// The terminal tells its background.
    pub fn background(&mut self, background: Background) -> &mut Self {
        self.play(vec![Event::Background(background)])
    }

    /// A message as the program's own keys would make it, and what it asks for.
    pub fn send(&mut self, message: Message) -> &mut Self {
        let mut effects = tuition::app::update(&mut self.program.model, message);
        while !effects.is_empty() {
            if let Ran::With(outcome) = self.world.run(effects.remove(0)) {
                effects.extend(self.program.on_outcome(outcome));
            }
        }
        self.play(Vec::new())
    }

    /// Half a second goes by.
    pub fn look(&mut self) -> &mut Self {
        self.play(vec![Event::Look])
    }

    /// The timer's clock shows another moment, as in `2026-11-21T08:47:00Z`.
    pub fn clock(&mut self, now: &str) -> &mut Self {
        self.world.world.set_clock(Some(now.parse().unwrap()));
        self
    }

    pub fn resize(&mut self, size: &str) -> &mut Self {
        self.play(vec![Event::Resized(parse_size(size))])
    }

    fn play(&mut self, events: Vec<Event>) -> &mut Self {
        run_scripted(&mut self.program, &mut self.world, &mut self.terminal, events).unwrap();
        // A test backend keeps what a wide character covers, which no terminal does: draw afresh.
        self.terminal.clear().unwrap();
        self.terminal.draw(|frame| self.program.draw(frame)).unwrap();
        self
    }

    pub fn data(&self) -> PathBuf {
        self.root.path().join("data")
    }

    /// Another program writes a file of the data folder.
    pub fn put(&self, name: &str, text: &str) {
        put(&self.data().join(name), text);
    }

    /// The settings file is saved by an editor.
    pub fn put_settings(&self, text: &str) {
        put(&self.root.path().join("config/config.toml"), text);
    }

    pub fn model(&self) -> &Model {
        &self.program.model
    }

    pub fn model_mut(&mut self) -> &mut Model {
        &mut self.program.model
    }

    /// Draws at another size, unsettled, and says where the cursor is put.
    pub fn draw_at(&self, width: u16, height: u16) -> Option<Position> {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| self.program.draw(frame)).unwrap();
        let backend = terminal.backend();
        backend.cursor_visible().then(|| backend.cursor_position())
    }

    pub fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// Where the terminal's cursor stands; `None` while it is hidden.
    pub fn cursor(&self) -> Option<Position> {
        let backend = self.terminal.backend();
        backend.cursor_visible().then(|| backend.cursor_position())
    }

    /// The rows as text, without blanks at their ends.
    pub fn rows(&self) -> Vec<String> {
        rows(self.buffer())
    }

    /// What stands between the same borders in one text, blanks drawn together: for a sentence that
    /// may be wrapped in its pane. Folders of the test are `[root]`.
    pub fn prose(&self) -> String {
        let mut panes: Vec<String> = Vec::new();
        for row in self.rows() {
            for (at, part) in row.split(is_border).enumerate() {
                if panes.len() <= at {
                    panes.push(String::new());
                }
                panes[at].push_str(part);
                panes[at].push(' ');
            }
        }
        let words = |pane: &String| pane.split_whitespace().collect::<Vec<_>>().join(" ");
        let panes: Vec<String> = panes.iter().map(words).collect();
        panes.join("\n").replace(&*self.root.path().to_string_lossy(), "[root]")
    }

    /// Whether a sentence is on the screen.
    pub fn says(&self, text: &str) -> bool {
        self.prose().contains(text)
    }

    /// What stands out on the screen and is not blank: row, first and last column, meaning.
    pub fn runs(&self) -> Vec<Run> {
        runs(self.buffer(), self.program.theme)
    }
}

/// Cells of one row that mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub row: usize,
    pub columns: std::ops::RangeInclusive<usize>,
    pub role: Role,
    /// What the style adds to the role's own.
    pub added: String,
    pub text: String,
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.columns.start(), self.columns.end());
        write!(f, "row {} cols {first}-{last} {:?}{}", self.row, self.role, self.added)
    }
}

/// The rows, a line below, and what stands out in them.
impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in self.rows() {
            writeln!(f, "{row}")?;
        }
        writeln!(f, "---")?;
        if let Some(cursor) = self.cursor() {
            writeln!(f, "cursor row {} col {}", cursor.y, cursor.x)?;
        }
        for run in self.runs() {
            writeln!(f, "{run}")?;
        }
        Ok(())
    }
}

/// The columns of a row where a symbol begins, with the symbol: a wide one covers the next cell.
pub fn symbols(buffer: &Buffer, y: u16) -> Vec<(u16, String)> {
    let mut found = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let symbol = buffer[(x, y)].symbol().to_owned();
        let wide = symbol.width().max(1);
        found.push((x, symbol));
        x += u16::try_from(wide).unwrap();
    }
    found
}

pub fn rows(buffer: &Buffer) -> Vec<String> {
    let row = |y| symbols(buffer, y).into_iter().map(|(_, symbol)| symbol).collect::<String>();
    (0..buffer.area.height).map(|y| row(y).trim_end().to_owned()).collect()
}

fn runs(buffer: &Buffer, theme: Theme) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for y in 0..buffer.area.height {
        for (x, symbol) in symbols(buffer, y) {
            let (role, added) = theme.meaning(buffer[(x, y)].style());
            let added = if added.is_empty() { String::new() } else { format!(" + {added:?}") };
            let plain = role == Role::Text && added.is_empty();
            let blank = symbol == " " && role != Role::Selected && !added.contains("UNDERLINED");
            if plain || blank || symbol.chars().all(is_border) {
                continue;
            }
            let (row, x) = (usize::from(y), usize::from(x));
            let end = x + symbol.width().max(1) - 1;
            match runs.last_mut() {
                // Words of one style with a blank between them are one run.
                Some(run)
                    if run.row == row
                        && run.role == role
                        && run.added == added
                        && x <= run.columns.end() + 2 =>
                {
                    run.text.push_str(&" ".repeat(x - run.columns.end() - 1));
                    run.text.push_str(&symbol);
                    run.columns = *run.columns.start()..=end;
                }
                _ => runs.push(Run { row, columns: x..=end, role, added, text: symbol }),
            }
        }
    }
    runs
}

fn is_border(c: char) -> bool {
    ('\u{2500}'..='\u{257F}').contains(&c)
}

/// The world, but new entries are numbered, so that no screen depends on the clock.
struct Numbered {
    world: World,
    entries: usize,
}

impl Effects<Program> for Numbered {
    fn run(&mut self, effect: Effect) -> Ran<Vec<Message>> {
        let mut ran = Effects::<Program>::run(&mut self.world, effect);
        if let Ran::With(messages) = &mut ran {
            for message in messages {
                if let Message::Fresh(id, _) = message {
                    self.entries += 1;
                    *id = entry_id(self.entries);
                }
            }
        }
        ran
    }
}

fn entry_id(number: usize) -> EntryId {
    EntryId::new(&format!("entry-{number}")).unwrap()
}

fn parse_size(text: &str) -> Size {
    let (width, height) = text.split_once('x').unwrap();
    Size::new(width.parse().unwrap(), height.parse().unwrap())
}

fn events(keys: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|after| after.split_once('>'));
        let key = match named.and_then(|(name, behind)| Some((Key::parse(name)?, behind))) {
            Some((key, behind)) => {
                rest = behind;
                key
            }
            None => {
                rest = &rest[c.len_utf8()..];
                Key { code: crossterm::event::KeyCode::Char(c), ctrl: false, alt: false }
            }
        };
        let mut modifiers = KeyModifiers::NONE;
        modifiers.set(KeyModifiers::CONTROL, key.ctrl);
        modifiers.set(KeyModifiers::ALT, key.alt);
        events.push(Event::Key(KeyEvent::new(key.code, modifiers)));
    }
    events
}

fn put(path: &Path, text: &str) {
    use std::io::Write;
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).open(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
}
