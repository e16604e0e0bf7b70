//! Stand-ins until the layers that report these bring their own words.

use super::{Lang, Say};
use crate::query::QueryErrorKind;

impl Say for QueryErrorKind {
    fn say(&self, _lang: Lang) -> String {
        format!("{self:?}")
    }
}

impl Say for crate::store::record::RecordProblem {
    fn say(&self, _lang: Lang) -> String {
        format!("{}: {:?}", self.place, self.kind)
    }
}

impl Say for crate::store::record::SaveError {
    fn say(&self, _lang: Lang) -> String {
        format!("{self:?}")
    }
}
