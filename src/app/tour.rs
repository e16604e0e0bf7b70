//! The tour of the first start: three steps, each a key that does its own work. It takes no key.

use super::Model;
use crate::action::Action;
use crate::config::Context;

/// How far the tour has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tour {
    #[default]
    Search,
    Plan,
    Rules,
}

impl Tour {
    /// Its place among the steps, from 1.
    pub fn place(self) -> usize {
        match self {
            Self::Search => 1,
            Self::Plan => 2,
            Self::Rules => 3,
        }
    }

    /// The step in the words of its keys as they are bound.
    pub fn said(self, model: &Model) -> String {
        let key = |action| model.keymap.key_of(model.context(), action).map(|keys| keys.to_string());
        let key = |action| key(action).unwrap_or_else(|| "?".to_owned());
        let phrases = model.lang.phrases();
        match self {
            Self::Search => phrases.tour_search(&key(Action::Search)),
            Self::Plan => phrases.tour_plan(&key(Action::PlanAdd)),
            Self::Rules => {
                let follow = model.keymap.key_of(Context::Status, Action::Follow);
                let follow = follow.map_or_else(|| "?".to_owned(), |keys| keys.to_string());
                let [status, record, help] = [Action::ViewStatus, Action::RecordHours, Action::Help].map(key);
                phrases.tour_rules(&status, &follow, &record, &help)
            }
        }
    }
}
