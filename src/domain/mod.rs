//! What the program is about, as plain values and pure functions: courses, the plan, the hours
//! record, and what follows from them. Nothing here reads a file, a clock or a terminal.

pub mod agenda;
pub mod amount;
pub mod catalog;
pub mod course;
pub mod date;
pub mod hours;
pub mod ids;
pub mod operation;
pub mod plan;
pub mod profile;
pub mod progress;
pub mod requirement;
pub mod safe;
pub mod totals;
pub mod view;
pub mod vocabulary;
pub mod web;

pub use amount::Amount;
pub use catalog::Catalog;
pub use course::Course;
pub use hours::{Entry, HoursRecord};
pub use ids::{CourseId, EntryId, RuleId};
pub use jiff::civil::Date;
pub use operation::Operation;
pub use plan::{Plan, PlanItem};
pub use profile::{Following, Profile};
pub use requirement::Rule;
pub use safe::Safe;
pub use view::{SavedView, SavedViews, ViewName};
