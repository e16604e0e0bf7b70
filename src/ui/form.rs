//! A form over the view: labels in one column, the focused field marked, faults beside the field.

use super::Screen;
use super::header::sums_text;
use super::pane;
use super::text::{cells, cut, fit, line, wrap};
use super::theme::Role;
use crate::app::form::{Choice, Fault, FieldName, Form, FormField, Purpose, Value};
use crate::app::{hours_form, view_form};
use crate::domain::course::StatedHours;
use crate::domain::requirement::Anchor;
use crate::domain::totals::Totals;
use crate::domain::vocabulary::{Category, KNOWN_CATEGORIES, Outcome};
use crate::domain::{Course, Safe};
use crate::locale::words::Words;
use crate::locale::{Lang, Say, vocabulary};
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Columns that a form takes, where there are as many.
const WIDTH: u16 = 78;
/// Categories that are offered below an empty field.
const OFFERED: usize = 4;

pub fn draw(screen: &mut Screen<'_, '_>, form: &Form) {
    let lang = screen.model.lang;
    let words = lang.words();
    let name = match form.purpose {
        Purpose::Record { .. } => words.record_hours,
        Purpose::Correct { .. } => words.correct_entry,
        Purpose::Void { .. } => words.void_entry,
        Purpose::PlanItem { .. } => words.plan_item,
        Purpose::Follow { .. } => words.follow,
        Purpose::SaveView { .. } => words.save_view,
    };
    let notice = notice_lines(screen);
    // The subject, a blank, the fields, a blank, the keys or what went wrong; and the border.
    let subject = usize::from(!form.subject.is_empty()) * 2;
    let rows = form.fields.len() + subject + 1 + notice.len().max(1);
    let height = u16::try_from(rows + 2).unwrap_or(u16::MAX);
    let inside = pane::popup(screen, WIDTH, height, name);
    if inside.is_empty() {
        return;
    }
    let width = usize::from(inside.width);
    let roomy = usize::from(inside.height) >= rows;
    let mut y = inside.y;
    if roomy && !form.subject.is_empty() {
        let text = cut(&form.subject, width);
        screen
            .frame
            .render_widget(line(text, screen.theme.style(Role::Heading)), Rect { height: 1, y, ..inside });
        if let Some((text, role)) = remark(screen, form) {
            let place = Rect { height: 1, y: y + 1, ..inside };
            screen.frame.render_widget(line(cut(&text, width), screen.theme.style(role)), place);
        }
        y += 2;
    }
    // Half of a low popup is for the fields.
    let keys = notice.len().max(1).min(usize::from(inside.height) / 2);
    let room = usize::from(inside.bottom().saturating_sub(y)).saturating_sub(keys);
    // On a low screen the fields scroll with the focus.
    let first = (form.focus + 1).saturating_sub(room);
    for (at, field) in form.fields.iter().enumerate().skip(first).take(room) {
        draw_field(screen, form, field, at == form.focus, Rect { y, height: 1, ..inside });
        y += 1;
    }
    let below = u16::try_from(keys).unwrap_or(0);
    let bottom = Rect { y: inside.bottom() - below, height: below, ..inside };
    if notice.is_empty() && below > 0 {
        key_line(screen, bottom, form);
    } else {
        pane::lines(screen, bottom, &notice, 0);
    }
}

/// What has just happened, in full: a failed save is told where the eyes are, and the form keeps
/// what was typed.
fn notice_lines(screen: &Screen<'_, '_>) -> Vec<Line<'static>> {
    let Some(notice) = &screen.model.notice else { return Vec::new() };
    let width = usize::from(pane::popup_inside(screen, WIDTH));
    let style = screen.theme.style(super::footer::tone_role(notice.tone));
    wrap(&notice.text, width).into_iter().map(|text| line(text, style)).collect()
}

fn draw_field(screen: &mut Screen<'_, '_>, form: &Form, field: &FormField, focused: bool, area: Rect) {
    let (lang, theme) = (screen.model.lang, screen.theme);
    let words = lang.words();
    let width = usize::from(area.width);
    let label_width = if width >= 50 { 14 } else { width / 3 };
    let label_role = if focused { Role::Accent } else { Role::Dim };
    let lead = if focused { "> " } else { "  " };
    let label = format!("{lead}{} ", fit(label(words, field.name), label_width.saturating_sub(3)));
    let mut spans = vec![Span::styled(label, theme.style(label_role))];
    let room = width.saturating_sub(label_width);
    let fault = field.fault.as_ref().map(|fault| fault_text(lang, fault));
    match &field.value {
        Value::Text(text) => {
            // The text keeps half of the line even beside a long fault.
            let fault_room = fault.as_ref().map_or(0, |fault| (cells(fault) + 2).min(room / 2));
            let text_room = room.saturating_sub(fault_room);
            let visible = text.visible(text_room);
            // A field that is not being typed in shows its beginning.
            let shown =
                if focused { Safe::new(visible.text).into_string() } else { cut(text.text(), text_room) };
            let style = if focused { theme.style(Role::Text).underlined() } else { theme.style(Role::Text) };
            let used = cells(&shown);
            spans.push(Span::styled(shown, style));
            if let Some(fault) = &fault {
                let left = room.saturating_sub(used + 2);
                spans.push(Span::styled(format!("  {}", cut(fault, left)), theme.style(Role::Error)));
            } else if let Some(hint) = hint(screen, form, field, focused) {
                let left = room.saturating_sub(used + 2);
                spans.push(Span::styled(format!("  {}", cut(&hint, left)), theme.style(Role::Dim)));
            }
            if focused {
                let x = area.x + u16::try_from(label_width + visible.cursor).unwrap_or(area.width);
                screen
                    .frame
                    .set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
            }
        }
        Value::Choice { options, at } => {
            let chosen = options.get(*at).map(|choice| choice_text(lang, *choice)).unwrap_or_default();
            let text = if focused { format!("< {chosen} >") } else { chosen };
            let style = if focused { theme.style(Role::Heading) } else { theme.style(Role::Text) };
            let used = cells(&text);
            spans.push(Span::styled(cut(&text, room), style));
            if let Some(hint) = hint(screen, form, field, focused) {
                let left = room.saturating_sub(used + 2);
                spans.push(Span::styled(format!("  {}", cut(&hint, left)), theme.style(Role::Dim)));
            }
        }
    }
    screen.frame.render_widget(Line::from(spans), area);
}

fn label(words: &Words, name: FieldName) -> &'static str {
    match name {
        FieldName::Title => words.title,
        FieldName::Date => words.date,
        FieldName::Hours => words.amount,
        FieldName::Unit => words.unit,
        FieldName::Categories => words.categories,
        FieldName::Form => words.form,
        FieldName::Outcome => words.result,
        FieldName::Provider => words.provider,
        FieldName::Note => words.note,
        FieldName::Evidence => words.certificates,
        FieldName::TargetDate => words.target_date,
        FieldName::Why => words.why,
        FieldName::Withdrawn => words.withdrawn,
        FieldName::Reason => words.reason,
        FieldName::Since => words.since,
        FieldName::ViewName => words.view_name,
    }
}

fn choice_text(lang: Lang, choice: Choice) -> String {
    let words = lang.words();
    match choice {
        Choice::NotStated => words.not_stated.to_owned(),
        Choice::Unit(unit) => unit.say(lang),
        Choice::Form(form) => form.say(lang),
        Choice::Outcome(outcome) => outcome.say(lang),
        Choice::No => words.no.to_owned(),
        Choice::Yes => words.yes.to_owned(),
    }
}

fn fault_text(lang: Lang, fault: &Fault) -> String {
    match fault {
        Fault::Missing => lang.words().missing.to_owned(),
        Fault::Amount(error) => error.say(lang),
        Fault::Date(error) => error.say(lang),
        Fault::ViewName => lang.words().not_a_view_name.to_owned(),
        Fault::InFuture => lang.words().in_future.to_owned(),
        Fault::Category(word) => lang.phrases().not_a_category(word),
    }
}

/// What helps to fill in a field: the forms of a date, and what the catalog states of hours.
fn hint(screen: &Screen<'_, '_>, form: &Form, field: &FormField, focused: bool) -> Option<String> {
    let lang = screen.model.lang;
    match field.name {
        FieldName::Date if focused => Some(lang.words().date_hint.to_owned()),
        FieldName::Since if focused => Some(lang.words().since_hint.to_owned()),
        FieldName::ViewName => match view_form::replaced(form, &screen.model.record.views) {
            Some(old) => Some(lang.phrases().view_is(&old.query)),
            None => Some(lang.words().view_name_hint.to_owned()),
        },
        FieldName::TargetDate if focused => Some(lang.words().target_hint.to_owned()),
        FieldName::Categories if nearly(form).is_some() => {
            nearly(form).map(|known| lang.phrases().did_you_mean(known))
        }
        FieldName::Categories if focused => Some(offered(lang, form)),
        FieldName::Evidence => match &form.purpose {
            Purpose::Correct { old, .. } if !old.evidence.is_empty() => {
                let names: Vec<&str> = old.evidence.iter().map(|kept| kept.name.as_str()).collect();
                Some(lang.phrases().attached(&names))
            }
            _ => focused.then(|| lang.words().certificates_hint.to_owned()),
        },
        FieldName::Hours => {
            let course = recorded_course(screen, form)?;
            match &course.hours {
                None => Some(lang.words().no_hours_stated.to_owned()),
                Some(range @ StatedHours::Range { .. }) => {
                    let stated = vocabulary::hours(lang, Some(range), course.unit);
                    Some(lang.phrases().stated_as(&stated))
                }
                Some(StatedHours::Exact(_) | StatedHours::Split { .. }) => None,
            }
        }
        FieldName::Outcome => {
            recorded_course(screen, form)?.assessment.as_ref()?;
            let completed = form.choice(FieldName::Outcome) == Choice::Outcome(Outcome::Completed);
            completed.then(|| lang.words().counts_once_passed.to_owned())
        }
        _ => None,
    }
}

/// The known category that one of those typed was probably meant to be.
fn nearly(form: &Form) -> Option<&str> {
    let categories = hours_form::categories(form.text(FieldName::Categories)).ok()?;
    categories.iter().find_map(|category| category.nearly(&form.counted))
}

/// Some categories to choose from: those that the followed rules count by, else known ones. In
/// Chinese by their names, which can be typed as well.
fn offered(lang: Lang, form: &Form) -> String {
    let known = || KNOWN_CATEGORIES.iter().filter_map(|known| Category::new(known));
    let offered = if form.counted.is_empty() { known().collect() } else { form.counted.clone() };
    let name = |category: &Category| match lang {
        Lang::En => category.to_string(),
        Lang::Zh => category.say(lang),
    };
    let names: Vec<String> = offered.iter().take(OFFERED).map(name).collect();
    let more = if offered.len() > OFFERED { " …" } else { "" };
    match lang {
        Lang::En => format!("({}{more})", names.join(", ")),
        Lang::Zh => format!("（{}{more}）", names.join("、")),
    }
}

/// The catalog's course that a new entry is for.
fn recorded_course<'a>(screen: &Screen<'a, '_>, form: &Form) -> Option<&'a Course> {
    let Purpose::Record { course: Some(course), .. } = &form.purpose else { return None };
    screen.model.library.catalog.get(course)
}

/// A line below the subject: what makes one think twice, or which day a pack asks for.
fn remark(screen: &Screen<'_, '_>, form: &Form) -> Option<(String, Role)> {
    let Purpose::Follow { rule, .. } = &form.purpose else {
        return recorded_before(screen, form).map(|before| (before, Role::Warning));
    };
    match &screen.model.requirements.rule(rule)?.cycle.anchor {
        Anchor::Personal { asks, .. } => {
            let asks = asks.as_ref()?.in_order(screen.model.lang.is_chinese()).0;
            Some((asks.to_owned(), Role::Text))
        }
        _ => None,
    }
}

/// What has been recorded for that course before, so that nothing is recorded twice by mistake.
fn recorded_before(screen: &Screen<'_, '_>, form: &Form) -> Option<String> {
    let Purpose::Record { course: Some(course), .. } = &form.purpose else { return None };
    let entries = screen.model.record.hours.live();
    let totals = Totals::of(entries.filter(|entry| entry.course.as_ref() == Some(course)));
    let sums = sums_text(screen.model.lang, &totals.completed);
    (!totals.completed.is_empty()).then(|| screen.model.lang.phrases().already_recorded(&sums))
}

fn key_line(screen: &mut Screen<'_, '_>, area: Rect, form: &Form) {
    let (words, theme) = (screen.model.lang.words(), screen.theme);
    let mut hints = vec![("Enter", words.form_save)];
    if form.fields.len() > 1 {
        hints.push(("Tab", words.form_next));
    }
    if !form.is_text() {
        hints.push(("Space", words.form_choose));
    }
    hints.push(("Esc", words.form_leave));
    let spans: Vec<Span<'static>> = hints
        .into_iter()
        .flat_map(|(key, what)| {
            [
                Span::styled(key, theme.style(Role::Key)),
                Span::styled(format!(" {what}   "), theme.style(Role::Dim)),
            ]
        })
        .collect();
    screen.frame.render_widget(Line::from(spans), area);
}
