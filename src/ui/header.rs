//! The top line: the program, its views, and the one number that matters.

use super::Screen;
use super::status::headline_in_brief;
use super::text::{cells, spans_width};
use super::theme::Role;
use crate::action::Action;
use crate::app::Model;
use crate::app::model::View;
use crate::app::pointer::Target;
use crate::app::requirements::OwnedStanding;
use crate::locale::requirements::{in_brief, state_in_brief};
use crate::locale::{timer, vocabulary};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub fn draw(screen: &mut Screen<'_, '_>) {
    let area = screen.areas.header;
    if area.is_empty() {
        return;
    }
    let width = usize::from(area.width);
    let day = day_looked_at(screen);
    let numbers = numbers(screen);
    // The program's name gives way to the number; where not even the names of the views have room
    // beside it, the other views are their keys.
    let choices = [views(screen, width >= 50, true), views(screen, false, true), views(screen, false, false)];
    let [all, names, keys] = choices;
    let least = numbers.enough();
    let wide = |views: &Tabs, timed: &str, number: Option<&str>| {
        let number = number.map_or(0, |number| cells(number) + 1);
        spans_width(&views.spans) + cells(timed) + cells(&day) + number < width
    };
    // What is timed is told before the number, with its title where there is room for both.
    let timed = timed(screen);
    let in_full = timed.iter().find(|timed| wide(&names, timed, least));
    let short = || timed.last().filter(|timed| wide(&keys, timed, None));
    let timed = in_full.or_else(short).map_or("", String::as_str);
    let views = [all, names].into_iter().find(|views| wide(views, timed, least)).unwrap_or(keys);
    let number = numbers.texts.iter().find(|number| wide(&views, timed, Some(number)));
    screen.frame.render_widget(Line::from(views.spans.clone()), area);
    let ends = views.starts.iter().skip(1).map(|(_, start)| *start).chain([spans_width(&views.spans)]);
    for ((view, start), end) in views.starts.iter().zip(ends) {
        let at = |column: usize| u16::try_from(column).unwrap_or(area.width).min(area.width);
        let tab = Rect { x: area.x + at(*start), width: at(end) - at(*start), ..area };
        screen.spot(tab, Target::Do(leads_to(*view)));
    }
    right(screen, &views.spans, [timed, &day], number.map_or("", String::as_str));
}

/// What is timed or waits to be recorded, the day that is looked at where it is not today, and the
/// number, flush right.
fn right(screen: &mut Screen<'_, '_>, views: &[Span<'static>], [timed, day]: [&str; 2], number: &str) {
    let (area, theme) = (screen.areas.header, screen.theme);
    let mut spans = Vec::new();
    if !timed.is_empty() {
        spans.push(Span::styled(timed.to_owned(), theme.style(Role::Warning)));
    }
    if !day.is_empty() && spans_width(views) + cells(timed) + cells(day) <= usize::from(area.width) {
        spans.push(Span::styled(day.to_owned(), theme.style(Role::Selected)));
    }
    if !number.is_empty() {
        spans.push(Span::styled(format!(" {number} "), theme.style(Role::Heading)));
    }
    let width = u16::try_from(spans_width(&spans)).unwrap_or(area.width).min(area.width);
    let place = Rect { x: area.x + area.width - width, width, ..area };
    screen.frame.render_widget(Line::from(spans), place);
}

/// Columns that the title of what is timed takes at most.
const TIMED: usize = 40;

/// What the timer says, in full and in brief; nothing where nothing is timed or waits.
fn timed(screen: &Screen<'_, '_>) -> Vec<String> {
    let model = screen.model;
    let chips = model.record.timer.next().map(|session| timer::chips(model.lang, session, model.now));
    chips.into_iter().flatten().map(|chip| format!(" {} ", super::text::cut(&chip, TIMED))).collect()
}

fn day_looked_at(screen: &Screen<'_, '_>) -> String {
    let model = screen.model;
    model.requirements.as_of.map(|day| format!(" {} ", model.lang.phrases().as_of(day))).unwrap_or_default()
}

/// The views as they stand in the line.
struct Tabs {
    spans: Vec<Span<'static>>,
    /// The column at which each begins.
    starts: Vec<(View, usize)>,
}

fn leads_to(view: View) -> Action {
    match view {
        View::Catalog => Action::ViewCatalog,
        View::Plan => Action::ViewPlan,
        View::Hours => Action::ViewHours,
        View::Status => Action::ViewStatus,
    }
}

/// The views with the keys that lead to them, the current one underlined.
fn views(screen: &Screen<'_, '_>, program: bool, names: bool) -> Tabs {
    let (model, theme) = (screen.model, screen.theme);
    let words = model.lang.words();
    let (mut spans, mut starts) = (Vec::new(), Vec::new());
    if program {
        spans.push(Span::styled(" tuition ", theme.style(Role::Accent)));
    }
    for (at, view) in View::ALL.iter().enumerate() {
        let current = *view == model.view;
        let style = if current {
            theme.style(Role::Accent).add_modifier(ratatui::style::Modifier::UNDERLINED)
        } else {
            theme.style(Role::Text)
        };
        starts.push((*view, spans_width(&spans)));
        spans.push(Span::styled(format!(" {} ", at + 1), theme.style(Role::Dim)));
        if names || current {
            spans.extend([Span::styled(name(*view, words), style), Span::raw(" ")]);
        }
    }
    Tabs { spans, starts }
}

fn name(view: View, words: &crate::locale::words::Words) -> &'static str {
    match view {
        View::Catalog => words.catalog,
        View::Plan => words.plan,
        View::Hours => words.hours,
        View::Status => words.status,
    }
}

/// The number that matters, in full and shorter for less room.
struct Numbers {
    texts: Vec<String>,
    /// The place of the shortest that still says enough to be worth the program's name.
    enough: Option<usize>,
}

impl Numbers {
    fn enough(&self) -> Option<&str> {
        self.texts.get(self.enough?).map(String::as_str)
    }
}

fn numbers(screen: &Screen<'_, '_>) -> Numbers {
    match standing_that_matters(screen.model) {
        Some(standing) => standing_in_brief(screen, standing),
        None => Numbers { texts: completed(screen), enough: None },
    }
}

/// The rule that the cursor of Status is on; elsewhere one that is in order gives way to one that is
/// not, so that the top line never reassures wrongly.
fn standing_that_matters(model: &Model) -> Option<&OwnedStanding> {
    let requirements = &model.requirements;
    let chosen = requirements.chosen()?;
    let alarms = |standing: &&OwnedStanding| {
        standing.evaluation.as_ref().is_ok_and(|evaluation| evaluation.state.is_alarming())
    };
    if model.view == View::Status || alarms(&chosen) {
        return Some(chosen);
    }
    requirements.standings.iter().find(alarms).or(Some(chosen))
}

/// Hours counted of hours required, with the state.
fn standing_in_brief(screen: &Screen<'_, '_>, standing: &OwnedStanding) -> Numbers {
    let model = screen.model;
    let lang = model.lang;
    let (Some(rule), Ok(evaluation)) = (model.requirements.rule(&standing.id), &standing.evaluation) else {
        let text = format!("{} · {}", standing.id, lang.words().no_figures);
        return Numbers { texts: vec![text, lang.words().no_figures.to_owned()], enough: Some(1) };
    };
    let state = state_in_brief(lang, evaluation.state);
    let decides = headline_in_brief(lang, evaluation);
    let in_full = in_brief(lang, rule, evaluation);
    let mut texts = Vec::new();
    // One rule in order must not hide that others are not.
    let others = model.requirements.standings.iter().filter(|other| other.id != standing.id);
    let open = others.filter(|other| other.evaluation.as_ref().is_ok_and(|other| other.state.is_alarming()));
    let open = if evaluation.state.is_alarming() { 0 } else { open.count() };
    if let Some(said) = lang.phrases().others_at_risk(open) {
        texts.extend([format!("{in_full} · {said}"), format!("{} {decides} · {state} · {said}", rule.id)]);
    }
    let named = format!("{} {decides} · {state}", rule.id);
    match lang.phrases().others_at_risk(open) {
        // However short: that others are at risk is told last of all to go.
        Some(said) => texts.extend([format!("{} {state} · {said}", rule.id), said]),
        None => texts.extend([in_full, named, format!("{decides} · {state}"), state]),
    }
    let enough = texts.len() - 2;
    Numbers { texts, enough: Some(enough) }
}

/// Hours completed this year, each unit for itself: in full, and shorter for less room.
fn completed(screen: &Screen<'_, '_>) -> Vec<String> {
    let model = screen.model;
    let (lang, year) = (model.lang, model.today.year());
    let Some(sums) = model.totals.years.get(&year) else {
        return vec![lang.phrases().nothing_completed(year)];
    };
    let text = vocabulary::sums(lang, sums);
    let largest = sums.iter().max_by_key(|(_, sum)| *sum);
    let largest = largest.map(|(unit, sum)| vocabulary::amount(lang, sum, unit)).unwrap_or_default();
    let more = if sums.iter().count() > 1 { " · …" } else { "" };
    vec![lang.phrases().completed_this_year(year, &text), format!("{year}: {text}"), text, largest + more]
}
