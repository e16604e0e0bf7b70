//! Runs the effects of the app: the only place where the screen's wishes reach files and the clock.

use super::browser::Browser;
use super::editor;
use super::runtime::{App, Effects, Errand, NotLent, Ran};
use crate::app::geometry::areas;
use crate::app::model::{Pane, View};
use crate::app::{Edited, Effect, Message, Step, Target};
use crate::domain::hours::Voiding;
use crate::domain::{Date, Entry, EntryId, Operation, Profile, RuleId};
use crate::store::catalog::{self, Opened};
use crate::store::content::Content;
use crate::store::query_history;
use crate::store::record::{Home, Stamp, new_entry_id};
use crate::store::requirements;
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::thread::{self, JoinHandle};

/// The world outside: the learner's files, the catalogs, the clock.
pub struct World {
    home: Home,
    /// The catalogs that were named; empty for the bundled one.
    catalogs: Vec<PathBuf>,
    /// The requirement packs that were named.
    packs: Vec<PathBuf>,
    /// The file of earlier queries.
    queries: Option<PathBuf>,
    /// The day that stands for today, if one was set from outside.
    today: Option<Date>,
    seen_record: Stamp,
    seen_catalogs: u64,
    seen_packs: u64,
    /// The last entry that was tried to be saved, and when that was first tried.
    tried: Option<(EntryId, Timestamp)>,
    /// What the editor has, and what stood in it before.
    edited: Option<InEditor>,
    /// The launcher that was started last and has not ended yet.
    browser: Option<Browser>,
}

/// A file that the editor has.
struct InEditor {
    editor: String,
    file: PathBuf,
    before: Content,
}

/// What was named from outside.
#[derive(Clone, Debug, Default)]
pub struct Named {
    pub catalogs: Vec<PathBuf>,
    pub packs: Vec<PathBuf>,
    /// Where earlier queries are kept; nowhere where there is no place for them.
    pub queries: Option<PathBuf>,
}

impl World {
    /// `record` is the stamp of the record that the model started with.
    pub fn new(home: Home, named: Named, today: Option<Date>, record: Stamp) -> Self {
        let Named { catalogs, packs, queries } = named;
        let seen_catalogs = catalog::stamp(&catalogs);
        let seen_packs = 0;
        let mut world = Self {
            home,
            catalogs,
            packs,
            queries,
            today,
            seen_record: record,
            seen_catalogs,
            seen_packs,
            tried: None,
            edited: None,
            browser: None,
        };
        world.seen_packs = requirements::stamp(&world.pack_paths());
        world
    }

    /// The packs that the first frame needs: the person's own and those that they follow.
    pub fn first_packs(&self, profile: &Profile) -> requirements::Opened {
        let followed: Vec<RuleId> = profile.following.iter().map(|one| one.rule.clone()).collect();
        requirements::open_for(&self.pack_paths(), &followed)
    }

    fn pack_paths(&self) -> Vec<PathBuf> {
        requirements::paths(&self.packs, Some(self.home.dir()), &self.catalogs)
    }

    fn read_packs(&mut self) -> Message {
        let paths = self.pack_paths();
        self.seen_packs = requirements::stamp(&paths);
        Message::PacksRead(Box::new(requirements::open(&paths)))
    }

    /// What was left for after the first frame. Catalogs that were named have been read whole.
    fn read_rest(&mut self) -> Vec<Message> {
        let mut messages = vec![self.read_packs()];
        if self.catalogs.is_empty() {
            messages.push(self.read_catalogs());
        }
        messages
    }

    fn save(&mut self, operation: Operation) -> Vec<Message> {
        let now = Timestamp::now();
        let operation = self.dated(operation, now);
        let saved = self.home.apply(operation, now);
        let mut messages = vec![Message::Saved(saved)];
        messages.extend(self.read_record());
        messages.push(self.fresh());
        messages
    }

    /// Keeps the certificates, then saves the entry that they prove: an entry without the proof that
    /// was named with it is not saved. A certificate that was kept before another failed does no
    /// harm: it is named by its content, and kept once.
    fn save_with_proof(&mut self, operation: Operation, files: &[PathBuf]) -> Vec<Message> {
        let Operation::LogAdd(mut entry) = operation else { return self.save(operation) };
        let home = std::env::home_dir();
        for file in files {
            match self.home.keep_evidence(&at_home(file, home.as_deref()), Timestamp::now()) {
                Ok(kept) if entry.evidence.contains(&kept) => {}
                Ok(kept) => entry.evidence.push(kept),
                Err(error) => return vec![Message::Saved(Err(error))],
            }
        }
        self.save(Operation::LogAdd(entry))
    }

    /// The operation with the moment of writing. A second try keeps the moment of the first, so that
    /// an entry that was written after all is recognised as the same.
    fn dated(&mut self, operation: Operation, now: Timestamp) -> Operation {
        let id = match &operation {
            Operation::LogAdd(entry) => &entry.id,
            Operation::LogVoid(voiding) => &voiding.id,
            _ => return operation,
        };
        let moment = match &self.tried {
            Some((tried, moment)) if tried == id => *moment,
            _ => now,
        };
        self.tried = Some((id.clone(), moment));
        match operation {
            Operation::LogAdd(entry) => {
                Operation::LogAdd(Box::new(Entry { recorded: Some(moment), ..*entry }))
            }
            Operation::LogVoid(voiding) => Operation::LogVoid(Voiding { recorded: Some(moment), ..voiding }),
            other => other,
        }
    }

    fn step(&mut self, step: Step) -> Vec<Message> {
        let now = Timestamp::now();
        let stepped = match step {
            Step::Undo => self.home.undo(now),
            Step::Redo => self.home.redo(now),
        };
        let mut messages = vec![Message::Stepped(step, stepped)];
        messages.extend(self.read_record());
        messages
    }

    fn read_record(&mut self) -> Option<Message> {
        let record = self.home.load();
        self.seen_record = record.stamp;
        Some(Message::RecordRead(Box::new(record)))
    }

    fn read_catalogs(&mut self) -> Message {
        self.seen_catalogs = catalog::stamp(&self.catalogs);
        Message::CatalogRead(Box::new(open_catalogs(&self.catalogs)))
    }

    /// Reads what other programs have changed since the last look.
    fn look(&mut self) -> Vec<Message> {
        let mut messages = vec![self.fresh()];
        messages.extend(self.browser_ended());
        if self.home.stamp() != self.seen_record {
            messages.extend(self.read_record());
        }
        if catalog::stamp(&self.catalogs) != self.seen_catalogs {
            messages.push(self.read_catalogs());
        }
        if requirements::stamp(&self.pack_paths()) != self.seen_packs {
            messages.push(self.read_packs());
        }
        messages
    }

    /// Everything again, changed or not.
    fn read_all(&mut self) -> Vec<Message> {
        let mut messages: Vec<Message> = self.read_record().into_iter().collect();
        messages.push(self.read_packs());
        messages.push(self.read_catalogs());
        messages
    }

    fn open_url(&mut self, address: &str) -> Ran<Vec<Message>> {
        match Browser::open(address) {
            Ok(browser) => self.browser = Some(browser),
            Err(failure) => return Ran::With(vec![Message::NotOpened(failure)]),
        }
        Ran::Silently
    }

    /// What has become of the browser since the last look.
    fn browser_ended(&mut self) -> Option<Message> {
        let ended = self.browser.as_mut()?.ended()?;
        self.browser = None;
        ended.err().map(Message::NotOpened)
    }

    fn edit(&mut self, target: Target) -> Ran<Vec<Message>> {
        let (file, line) = match target {
            Target::File(file, line) => (file, line),
            Target::Plan(course) => (self.home.plan_path(), self.home.plan_line(&course)),
            Target::Profile(rule) => (self.home.profile_path(), self.home.profile_line(&rule)),
        };
        match editor::command(&editor::chosen(), &file, line) {
            Ok(errand) => {
                let editor = name(&errand);
                self.edited = Some(InEditor { editor, before: Content::of(&file), file });
                Ran::Lend(errand)
            }
            Err(failure) => {
                let edited = Edited { file, changed: false, failure: Some(failure) };
                Ran::With(vec![Message::Edited(Box::new(edited))])
            }
        }
    }

    fn fresh(&self) -> Message {
        let today = self.today.unwrap_or_else(|| jiff::Zoned::now().date());
        Message::Fresh(new_entry_id(Timestamp::now()), today)
    }
}

/// The program of a command, without its folder.
fn name(errand: &Errand) -> String {
    let program = Path::new(&errand.program);
    program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}

/// A path as a shell would read it: `~/` is the home folder, where there is one.
fn at_home(path: &Path, home: Option<&Path>) -> PathBuf {
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

/// Begins to read, on a thread of its own, what the first frame shows.
pub fn begin_opening(paths: Vec<PathBuf>) -> Opening {
    Opening(thread::spawn(move || open_for_first_frame(&paths)))
}

/// A catalog on its way.
pub struct Opening(JoinHandle<Opened>);

impl Opening {
    /// Waits for it.
    pub fn wait(self) -> Opened {
        self.0.join().unwrap_or_default()
    }
}

/// What the first frame shows: of the bundled catalog no more than fills the screen; catalogs that
/// were named are read whole, since their problems may be all there is to show.
fn open_for_first_frame(paths: &[PathBuf]) -> Opened {
    if !paths.is_empty() {
        return open_catalogs(paths);
    }
    let size = crossterm::terminal::size().unwrap_or((80, 24));
    let areas = areas((size.0.min(1000), size.1.min(500)), View::Catalog, Pane::List, false);
    catalog::bundled_head(areas.list_height().max(1))
}

/// The catalogs that were named, or the one inside the program.
pub fn open_catalogs(paths: &[PathBuf]) -> Opened {
    if paths.is_empty() { catalog::bundled() } else { catalog::open(paths) }
}

impl<A: App<Effect = Effect, Outcome = Vec<Message>>> Effects<A> for World {
    fn run(&mut self, effect: Effect) -> Ran<Vec<Message>> {
        Ran::With(match effect {
            Effect::Save(operation) => self.save(operation),
            Effect::SaveWithProof(operation, files) => self.save_with_proof(operation, &files),
            Effect::Step(step) => self.step(step),
            Effect::KeepQuery(query) => {
                if let Some(path) = &self.queries {
                    query_history::keep(path, &query);
                }
                return Ran::Silently;
            }
            Effect::ReadQueries => {
                let queries = self.queries.as_deref().map(query_history::read);
                vec![Message::QueriesRead(queries.unwrap_or_default())]
            }
            Effect::Look => self.look(),
            Effect::Open => self.read_rest(),
            Effect::Reload => {
                let mut messages = self.read_all();
                messages.push(Message::Reloaded);
                messages
            }
            Effect::Copy(text) => return Ran::Copy(text),
            Effect::OpenUrl(address) => return self.open_url(&address),
            Effect::Edit(target) => return self.edit(target),
            Effect::Redraw => return Ran::Redraw,
            Effect::Suspend => return Ran::Suspend,
            Effect::Quit => return Ran::Silently,
        })
    }

    fn returned(&mut self, ended: Result<ExitStatus, NotLent>) -> Ran<Vec<Message>> {
        let Some(InEditor { editor, file, before }) = self.edited.take() else { return Ran::Silently };
        let failure = editor::failure(&editor, &ended);
        let changed = Content::of(&file) != before;
        let mut messages = self.read_all();
        messages.push(self.fresh());
        messages.push(Message::Edited(Box::new(Edited { file, changed, failure })));
        Ran::With(messages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Amount;
    use std::io::Write;

    /// What an unconfirmed save wrote after all must not meet a second try as something else.
    #[test]
    fn a_second_try_keeps_the_moment_of_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let mut world = World::new(Home::new(folder.path().into()), Named::default(), None, Stamp::default());
        let mut moment = |id: &str, second| {
            let (id, day) = (EntryId::new(id).unwrap(), Date::constant(2026, 5, 20));
            let entry = Entry::new(id, day, "Site safety".to_owned(), Amount::whole(2));
            let now = Timestamp::from_second(second).unwrap();
            match world.dated(Operation::LogAdd(Box::new(entry)), now) {
                Operation::LogAdd(entry) => entry.recorded.unwrap().as_second(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!([moment("a", 10), moment("a", 20), moment("b", 30)], [10, 10, 30]);
    }

    #[test]
    fn certificates_are_kept_before_their_entry_is_saved_or_nothing_is() {
        let folder = tempfile::tempdir().unwrap();
        let (dir, paper) = (folder.path().join("record"), folder.path().join("site safety.pdf"));
        std::fs::File::create_new(&paper).unwrap().write_all(b"proof").unwrap();
        let home = Home::new(dir.clone());
        let mut world = World::new(home.clone(), Named::default(), None, Stamp::default());
        let day = Date::constant(2026, 5, 20);
        let entry = Entry::new(EntryId::new("a").unwrap(), day, "Safety".to_owned(), Amount::whole(2));
        let add = Operation::LogAdd(Box::new(entry));
        let none = folder.path().join("none.pdf");
        let messages = world.save_with_proof(add.clone(), &[paper.clone(), none.clone()]);
        let [Message::Saved(Err(error))] = messages.as_slice() else { panic!("{messages:?}") };
        let said = crate::locale::Say::say(error, crate::locale::Lang::En);
        assert!(said.contains("none.pdf"), "{said}");
        assert_eq!(home.load().hours.listed_len(), 0);

        let messages = world.save_with_proof(add, &[paper.clone(), paper]);
        assert!(matches!(messages.first(), Some(Message::Saved(Ok(_)))), "{messages:?}");
        let record = home.load();
        let kept = &record.hours.listed_at(0).unwrap().evidence;
        assert_eq!(kept.iter().map(|kept| kept.name.as_str()).collect::<Vec<_>>(), ["site safety.pdf"]);
        let copy = dir.join("evidence").join(format!("{}.pdf", kept[0].sha256));
        assert_eq!(std::fs::read_to_string(copy).unwrap(), "proof");
    }

    #[test]
    fn a_tilde_is_the_home_folder_only_in_front() {
        let read = |path: &str| at_home(Path::new(path), Some(Path::new("/home/li")));
        assert_eq!(read("~/a b.pdf"), Path::new("/home/li/a b.pdf"));
        assert_eq!(read("x/~/a.pdf"), Path::new("x/~/a.pdf"));
        assert_eq!(read("~li/a.pdf"), Path::new("~li/a.pdf"));
        assert_eq!(at_home(Path::new("~/a.pdf"), None), Path::new("~/a.pdf"));
    }
}
