//! What courses would change under a rule: a column of the list while a gap is being filled, a bar
//! that moves with marks and cursor, and the lines of a course's details.

use super::Screen;
use super::bar::{self, Fill};
use super::text::{cells, cut};
use super::theme::Role;
use crate::app::Model;
use crate::app::applies::targets;
use crate::app::gap::figures;
use crate::domain::requirement::change::change;
use crate::domain::requirement::{Evaluation, PartKind};
use crate::domain::{Course, Rule};
use crate::locale::requirements as words;
use ratatui::text::{Line, Span};

/// Courses that are measured for the width of the column.
const MEASURED: usize = 64;
/// Cells that a title keeps beside the long form, and beside the others.
const TITLE: (usize, usize) = (28, 16);

/// How much a row says of what its course would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Long,
    Brief,
    /// What would count, alone.
    Short,
}

impl Form {
    fn of(self, model: &Model, course: &Course) -> Option<String> {
        let (rule, evaluation, part) = wanted(model)?;
        let of_part = |part| change(rule, evaluation, part, &[course]);
        Some(match self {
            Self::Long => words::change(model.lang, &of_part(part)?),
            // Without its name, the part has to be the same in every row.
            Self::Brief => words::change_in_brief(model.lang, &of_part(part.or(Some("total")))?),
            Self::Short => format!("+{}", of_part(part)?.counted),
        })
    }
}

/// The column of effects: its form and width.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    form: Form,
    pub width: usize,
}

impl Column {
    /// The fullest form that leaves the titles room; `None` where no gap is asked for, or none fits.
    pub fn of(model: &Model, room: usize) -> Option<Self> {
        let found = model.catalog.found.rows.iter().take(MEASURED);
        let courses: Vec<&Course> = found.filter_map(|row| model.library.course(*row)).collect();
        let head = cells(model.lang.words().head_effect);
        let fits = |form: Form, title: usize| {
            let said = courses.iter().filter_map(|course| form.of(model, course));
            let widest = said.map(|said| cells(&said)).max()?;
            let width = widest.max(head);
            (room >= width + title).then_some(Self { form, width })
        };
        let (beside_long, beside_others) = TITLE;
        fits(Form::Long, beside_long)
            .or_else(|| fits(Form::Brief, beside_others))
            .or_else(|| fits(Form::Short, beside_others))
    }

    pub fn text(self, model: &Model, course: &Course) -> String {
        cut(&self.form.of(model, course).unwrap_or_default(), self.width)
    }
}

/// The rule and part that the query asks to fill.
fn wanted(model: &Model) -> Option<(&Rule, &Evaluation, Option<&str>)> {
    let gap = model.catalog.gap.as_ref()?;
    let (rule, evaluation) = figures(model, &gap.standing)?;
    Some((rule, evaluation, gap.part.as_deref()))
}

/// The bar of what is tried out: the marked courses, or while a gap is being filled the one under
/// the cursor. `None` where nothing is tried, no rule is followed, or there is no room.
pub fn tried(screen: &Screen<'_, '_>, room: usize) -> Option<Line<'static>> {
    let model = screen.model;
    let chosen = !model.catalog.marked.is_empty() || model.catalog.range.is_some();
    if !chosen && model.catalog.gap.is_none() {
        return None;
    }
    let courses = targets(model);
    let marked = if chosen { courses.len() } else { 0 };
    let followed = || {
        let (rule, evaluation) = figures(model, model.requirements.chosen()?)?;
        Some((rule, evaluation, Some("total")))
    };
    let (rule, evaluation, part) = wanted(model).or_else(followed)?;
    let change = change(rule, evaluation, part.or(Some("total")), &courses)?;
    let required = change.after.required.filter(|_| !courses.is_empty())?;
    let said = words::tried(model.lang, &change, marked);
    let name = match change.after.kind {
        PartKind::Total => rule.id.to_string(),
        _ => format!("{} {}", rule.id, words::part_name(model.lang, &change.after)),
    };
    let theme = screen.theme;
    let said = Span::styled(said, theme.afresh(Role::Heading));
    let (name, length) = (Span::styled(name, theme.style(Role::Dim)), cells(&said.content));
    let named = cells(&name.content) + 1 + length;
    let left = room.saturating_sub(named + 3);
    if left < 8 {
        return match room {
            room if room >= named + 2 => {
                Some(Line::from(vec![Span::raw(" "), name, Span::raw(" "), said, Span::raw(" ")]))
            }
            room if room >= length + 2 => Some(Line::from(vec![Span::raw(" "), said, Span::raw(" ")])),
            _ => None,
        };
    }
    let stretches = [
        (Fill::Counted, change.before.counted),
        (Fill::Carried, change.before.carried),
        (Fill::Planned, change.after.planned),
        (Fill::Tried, change.after.counted.minus(change.before.counted)),
    ];
    let mut spans = vec![Span::raw(" "), name, Span::raw(" ")];
    spans.extend(bar::spans(&stretches, required, left.min(30), theme, None));
    spans.extend([Span::raw(" "), said, Span::raw(" ")]);
    Some(Line::from(spans))
}
