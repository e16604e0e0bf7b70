//! A conversation over a data folder of its own, without a process: lines in, answers out.

use std::path::PathBuf;
use tempfile::TempDir;
use tuition::app::model::Start;
use tuition::app::{Effect, Message, Model};
use tuition::domain::{Date, EntryId};
use tuition::locale::Lang;
use tuition::plain::Conversation;
use tuition::store::record::Home;
use tuition::store::requirements::{open_only, paths};
use tuition::tui::effects::{Named, World, open_catalogs};
use tuition::tui::program::Program;
use tuition::tui::{Effects, Ran};

const CATALOG: &str = "tests/fixtures/catalogs/valid/screens.toml";
const PACKS: &str = "tests/fixtures/requirements";

pub struct Talk {
    pub conversation: Conversation,
    world: World,
    pub root: TempDir,
}

impl Talk {
    pub fn new(lang: Lang) -> Self {
        let root = tempfile::tempdir().unwrap();
        let home = Home::new(root.path().join("data"));
        let record = home.load();
        let today = Date::constant(2026, 11, 21);
        let catalogs: Vec<PathBuf> = vec![CATALOG.into()];
        let named = Named { catalogs: catalogs.clone(), packs: vec![PACKS.into()], ..Named::default() };
        let world = World::new(home, named, Some(today), record.stamp);
        let model = Model::new(Start {
            lang,
            settings: tuition::config::Settings::default(),
            today,
            size: (80, 24),
            catalog: open_catalogs(&catalogs),
            packs: open_only(&paths(&[PACKS.into()], Some(&root.path().join("data")), &[])),
            record,
            entry: EntryId::new("first").unwrap(),
        });
        let mut talk = Self { conversation: Conversation::new(model), world, root };
        talk.conversation.answer();
        talk
    }

    /// Types a line, and gives the answer.
    pub fn say(&mut self, line: &str) -> String {
        let looked = self.conversation.look();
        self.run(looked);
        for message in self.conversation.hear(line) {
            let effects = self.conversation.tell(message);
            self.run(effects);
        }
        self.conversation.answer().join("\n")
    }

    /// Types lines, and gives the last answer.
    pub fn all(&mut self, lines: &[&str]) -> String {
        lines.iter().map(|line| self.say(line)).last().unwrap()
    }

    /// What a line would do, which is not done.
    pub fn meaning(&mut self, line: &str) -> Vec<Message> {
        self.conversation.hear(line)
    }

    fn run(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Ran::With(outcomes) = Effects::<Program>::run(&mut self.world, effect) {
                for outcome in outcomes {
                    let effects = self.conversation.tell(outcome);
                    self.run(effects);
                }
            }
        }
    }
}
