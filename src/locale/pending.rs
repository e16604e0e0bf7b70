//! Stand-ins until the layers that report these bring their own words.

use super::{Lang, Say};
use crate::query::QueryErrorKind;
use crate::store::record::{RecordProblem, SaveError};

impl Say for QueryErrorKind {
    fn say(&self, _lang: Lang) -> String {
        format!("{self:?}")
    }
}

impl Say for RecordProblem {
    fn say(&self, _lang: Lang) -> String {
        format!("{self:?}")
    }
}

impl Say for SaveError {
    fn say(&self, _lang: Lang) -> String {
        match *self {}
    }
}
