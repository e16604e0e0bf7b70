//! What is remarked of a change that a screen shows by where it shows it: which course was marked,
//! that a measured time still waits, where a thing is possible that is not possible here.

use crate::action::Action;
use crate::app::applies::applies;
use crate::app::form::Purpose;
use crate::app::model::Layer;
use crate::app::{Message, Model};
use crate::domain::CourseId;
use std::collections::BTreeSet;

/// What is looked at before a message, to be compared with what is there after it.
pub struct Before {
    pub in_form: bool,
    in_timed: bool,
    leaves: bool,
    /// The courses that were marked, where the message may mark some.
    marked: Option<BTreeSet<CourseId>>,
    /// What was asked for in a view and is not possible there.
    impossible: Option<Action>,
}

impl Before {
    pub fn of(model: &Model, message: &Message) -> Self {
        let action = match message {
            Message::Do(action) => Some(*action),
            _ => None,
        };
        let marks = matches!(action, Some(Action::Mark | Action::MarkAll | Action::MarkRange));
        Self {
            in_form: matches!(model.layer, Some(Layer::Form(_))),
            in_timed: matches!(&model.layer, Some(Layer::Form(form)) if matches!(form.purpose, Purpose::Timed { .. })),
            leaves: matches!(action, Some(Action::Escape | Action::Back)),
            marked: marks.then(|| model.catalog.marked.iter().cloned().collect()),
            impossible: action.filter(|action| model.layer.is_none() && !applies(model, *action)),
        }
    }

    /// What there is to remark now.
    pub fn remarks(&self, model: &Model) -> Vec<String> {
        let plain = model.lang.plain();
        let mut said = Vec::new();
        if self.in_timed && self.leaves && model.layer.is_none() {
            said.push(plain.timer_waits());
        }
        if let Some(before) = &self.marked {
            let now: BTreeSet<CourseId> = model.catalog.marked.iter().cloned().collect();
            // Of many the heading says how many there are.
            if let [id] = before.symmetric_difference(&now).collect::<Vec<_>>().as_slice() {
                let course = model.library.catalog.get(id);
                let title =
                    course.map_or(id.as_str(), |course| course.title.wording(model.lang.is_chinese()));
                said.push(plain.marked_course(title, now.contains(*id)));
            }
        }
        said.extend(self.impossible.and_then(|action| plain.works_where(action)));
        said
    }
}
