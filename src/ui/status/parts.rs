//! A rule in full: its period, every part with bar, figures, state and what the state rests on, and
//! below them what could not be confirmed and where the rule comes from.

use super::{bar, state_role};
use crate::app::model::{Model, Pane};
use crate::app::requirements::OwnedStanding;
use crate::domain::requirement::effect;
use crate::domain::requirement::outlook::Outlook;
use crate::domain::requirement::{Evaluation, NotEvaluated, Part, PartKind, Rule, Standing};
use crate::domain::year::Prospect;
use crate::domain::year::pace::paces;
use crate::locale::requirements::{
    basis, days_left, in_no_catalog, outside_validity, part_name, period, planned, state_in_brief, trouble,
};
use crate::locale::vocabulary;
use crate::locale::year::pace;
use crate::ui::Screen;
use crate::ui::bar::Fill;
use crate::ui::detail::{Facts, scrolled_from};
use crate::ui::pane;
use crate::ui::row::RowLook;
use crate::ui::text::{cells, fit, fit_right, line, wrap};
use crate::ui::theme::Role;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::ops::Range;

pub fn draw(screen: &mut Screen<'_, '_>, area: Rect) {
    let model = screen.model;
    let Some(standing) = model.requirements.chosen() else { return };
    let note = model.requirements.as_of.map(|day| model.lang.phrases().as_of(day)).unwrap_or_default();
    pane::frame(screen, area, standing.id.as_str(), &note, model.focus == Pane::Detail);
    let inside = screen.areas.inside_text(area);
    if inside.is_empty() {
        return;
    }
    let (lines, chosen) = lines(screen, standing, usize::from(inside.width));
    let first = match chosen.filter(|_| model.requirements.reveal && model.focus == Pane::Detail) {
        Some(chosen) => in_view(model.detail, chosen, usize::from(inside.height)),
        None => model.detail,
    };
    scrolled_from(screen, inside, &lines, first);
}

/// The first line, moved as little as brings some lines into view above the line that says how
/// much more there is.
fn in_view(first: usize, wanted: Range<usize>, height: usize) -> usize {
    let lowest = wanted.end.saturating_sub(height.saturating_sub(1));
    first.max(lowest).min(wanted.start)
}

/// All lines, and which of them are the part under the cursor: the first part takes what stands
/// above it along.
fn lines(
    screen: &Screen<'_, '_>,
    standing: &OwnedStanding,
    width: usize,
) -> (Vec<Line<'static>>, Option<Range<usize>>) {
    let requirements = &screen.model.requirements;
    let rule = requirements.rule(&standing.id);
    let mut facts = Facts::new(screen, width);
    if let Some(rule) = rule {
        titles(screen, &mut facts, rule);
    }
    let mut chosen = None;
    match (&standing.evaluation, rule) {
        (Ok(evaluation), Some(rule)) => {
            head(screen, &mut facts, rule, evaluation);
            facts.gap();
            let columns = Columns::of(screen.model, &evaluation.parts, width);
            for (place, part) in evaluation.parts.iter().enumerate() {
                let start = if place == 0 { 0 } else { facts.lines.len() };
                let selected = place == requirements.part && screen.model.focus == Pane::Detail;
                part_lines(screen, &mut facts, &columns, &Shown { rule, evaluation, part, selected });
                if place == requirements.part {
                    chosen = Some(start..facts.lines.len());
                }
            }
            legend(screen, &mut facts, evaluation);
        }
        (Err(why), rule) => no_figures(screen, &mut facts, standing, rule, why),
        (Ok(_), None) => {}
    }
    if let Some(rule) = rule {
        remarks(screen, &mut facts, rule);
    }
    (facts.lines, chosen)
}

fn titles(screen: &Screen<'_, '_>, facts: &mut Facts, rule: &Rule) {
    let (first, second) = rule.title.in_order(screen.model.lang.is_chinese());
    facts.paragraph(first, screen.theme.style(Role::Heading));
    if let Some(second) = second {
        facts.dim(second);
    }
}

/// The period, how long it lasts, and what a week must bring.
fn head(screen: &Screen<'_, '_>, facts: &mut Facts, rule: &Rule, evaluation: &Evaluation) {
    let (lang, phrases) = (screen.model.lang, screen.model.lang.phrases());
    let text = screen.theme.style(Role::Text);
    let left = days_left(lang, evaluation.period.end, evaluation.as_of);
    facts.paragraph(&format!("{} · {left}", period(lang, evaluation.period)), text);
    if let Some(outside) = outside_validity(lang, rule, evaluation.period) {
        facts.paragraph(&outside, screen.theme.style(Role::Warning));
    }
    if let Some(part) = evaluation.headline()
        && let Some(per_week) = Outlook::of(part, evaluation.as_of).per_week
    {
        let missing = vocabulary::amount(lang, part.missing().unwrap_or_default(), rule.unit);
        facts.paragraph(&phrases.to_do(&missing, per_week), text);
        if let Some(arrives) = arrives(screen.model, rule, evaluation, part) {
            facts.paragraph(&arrives, text);
        }
    }
    if let Some(total) = evaluation.overridden {
        facts.dim(&phrases.own_total(&vocabulary::amount(lang, total, rule.unit)));
    }
    if evaluation.unstated > 0 {
        facts.dim(&phrases.planned_without_hours(evaluation.unstated));
    }
    let (plan, catalog) = (&screen.model.record.plan, &screen.model.library.catalog);
    let absent =
        effect::in_no_catalog(plan, catalog, &screen.model.progress, screen.model.today, (rule, evaluation));
    if absent > 0 {
        facts.dim(&in_no_catalog(lang, absent));
    }
}

/// The day on which the pace so far reaches what a part wants, where it promises one.
fn arrives(model: &Model, rule: &Rule, evaluation: &Evaluation, part: &Part) -> Option<String> {
    let paces = paces(rule, evaluation, &model.record.hours).into_iter();
    let mut arriving = paces.filter(|one| matches!(one.prospect, Prospect::Reaches { .. }));
    arriving.find(|one| one.part.id == part.id).map(|one| pace(model.lang, rule, &one))
}

/// Widths of what stands in a part's first line; all in one line only where there is room for a bar.
struct Columns {
    width: usize,
    name: usize,
    figures: usize,
    missing: usize,
    state: usize,
    one_line: bool,
}

/// Columns that a bar should have beside all the others.
const BAR: usize = 12;

impl Columns {
    fn of(model: &Model, parts: &[Part], width: usize) -> Self {
        let widest =
            |text: &dyn Fn(&Part) -> String| parts.iter().map(|part| cells(&text(part))).max().unwrap_or(0);
        let mut columns = Self {
            width,
            name: widest(&|part| part_name(model.lang, part)),
            figures: widest(&|part| figures(model, part)),
            missing: widest(&|part| missing(model, part)),
            state: widest(&|part| state(model, part)),
            one_line: true,
        };
        columns.one_line = columns.bar() >= BAR;
        columns
    }

    /// What the others leave, with two blanks between all of them and the mark in front.
    fn bar(&self) -> usize {
        self.width.saturating_sub(2 + self.name + 2 + self.figures + 2 + self.missing + 2 + self.state + 2)
    }
}

/// A part with all that its lines are about.
struct Shown<'a> {
    rule: &'a Rule,
    evaluation: &'a Evaluation,
    part: &'a Part,
    selected: bool,
}

fn part_lines(screen: &Screen<'_, '_>, facts: &mut Facts, columns: &Columns, shown: &Shown<'_>) {
    if columns.one_line {
        facts.lines.push(in_one_line(screen, columns, shown));
    } else {
        facts.lines.extend(in_two_lines(screen, columns, shown));
    }
    let room = columns.width.saturating_sub(4);
    let rests_on = wrap(&rests_on(screen.model, shown), room);
    let dim = screen.theme.style(Role::Dim);
    facts.lines.extend(rests_on.into_iter().map(|text| line(format!("    {text}"), dim)));
}

/// `> ethics      ██████▓░░····  1 of 4   3 missing  at risk`
fn in_one_line(screen: &Screen<'_, '_>, columns: &Columns, shown: &Shown<'_>) -> Line<'static> {
    let (model, part) = (screen.model, shown.part);
    let look = RowLook::in_pane(screen, shown.selected, Pane::Detail);
    let mut spans = vec![Span::styled(
        format!("{}{}  ", lead(shown.selected), fit(&part_name(model.lang, part), columns.name)),
        look.over(Role::Heading),
    )];
    spans.extend(bar(part, columns.bar(), screen.theme));
    spans.push(Span::styled(format!("  {}", fit_right(&figures(model, part), columns.figures)), look.base));
    spans.push(Span::styled(format!("  {}", fit_right(&missing(model, part), columns.missing)), look.base));
    let state = format!("  {}", fit(&state(model, part), columns.state));
    spans.push(Span::styled(state, look.over(state_role(part.state))));
    Line::from(spans)
}

/// Name and state, and below them bar, figures and what is missing.
fn in_two_lines(screen: &Screen<'_, '_>, columns: &Columns, shown: &Shown<'_>) -> [Line<'static>; 2] {
    let (model, part) = (screen.model, shown.part);
    let look = RowLook::in_pane(screen, shown.selected, Pane::Detail);
    let state = state(model, part);
    let room = columns.width.saturating_sub(cells(&state) + 3);
    let first = Line::from(vec![
        Span::styled(
            format!("{}{} ", lead(shown.selected), fit(&part_name(model.lang, part), room)),
            look.over(Role::Heading),
        ),
        Span::styled(state, look.over(state_role(part.state))),
    ]);
    let missing = missing(model, part);
    let figures = fit_right(&figures(model, part), columns.figures);
    let figures = if missing.is_empty() { figures } else { format!("{figures} · {missing}") };
    let column = columns.figures + if columns.missing > 0 { columns.missing + 3 } else { 0 };
    let room = columns.width.saturating_sub(column + 4);
    let mut second = vec![Span::raw("  ")];
    if room >= 4 {
        second.extend(bar(part, room, screen.theme));
        second.push(Span::raw("  "));
    }
    second.push(Span::styled(figures, screen.theme.style(Role::Text)));
    [first, Line::from(second)]
}

fn lead(selected: bool) -> &'static str {
    if selected { "> " } else { "  " }
}

/// `62 of 90`; of a cap, how much of it is used.
fn figures(model: &Model, part: &Part) -> String {
    let phrases = model.lang.phrases();
    match part.stated() {
        None => part.have().to_string(),
        Some(most) if part.kind == PartKind::Maximum => phrases.of_at_most(part.have(), most),
        Some(required) => phrases.of_required(part.have(), required),
    }
}

fn missing(model: &Model, part: &Part) -> String {
    match part.missing() {
        Some(missing) if part.wants() && !missing.is_zero() => model.lang.phrases().missing(missing),
        _ => String::new(),
    }
}

/// The state in a word. A cap has none: it is nothing to reach.
fn state(model: &Model, part: &Part) -> String {
    match part.kind {
        PartKind::Maximum => String::new(),
        _ => state_in_brief(model.lang, part.state),
    }
}

/// What the state rests on, and what else is in the bar.
fn rests_on(model: &Model, shown: &Shown<'_>) -> String {
    let (lang, part) = (model.lang, shown.part);
    let mut said = vec![basis(lang, shown.rule, part, shown.evaluation.as_of)];
    if !part.carried.is_zero() && part.state != crate::domain::requirement::State::Met {
        said.push(lang.phrases().carried(part.carried));
    }
    said.extend(planned(lang, part));
    said.join(" · ")
}

/// What the fills mean, as far as they occur.
fn legend(screen: &Screen<'_, '_>, facts: &mut Facts, evaluation: &Evaluation) {
    let words = screen.model.lang.words();
    let occurs = |is: &dyn Fn(&Part) -> bool| evaluation.parts.iter().any(is);
    let mut fills = vec![(Fill::Counted, words.counted)];
    if occurs(&|part| !part.carried.is_zero()) {
        fills.push((Fill::Carried, words.carried_in));
    }
    if occurs(&|part| !part.planned.is_zero()) {
        fills.push((Fill::Planned, words.planned));
    }
    if fills.len() > 1 {
        let dim = screen.theme.style(Role::Dim);
        let said = fills.into_iter().flat_map(|(fill, what)| {
            let glyph =
                Span::styled(format!("  {}", fill.glyph()), crate::ui::bar::style(fill, screen.theme));
            [glyph, Span::styled(format!(" {what} "), dim)]
        });
        facts.gap();
        facts.lines.push(Line::from_iter(said));
    }
}

/// Why there are no figures, and what to do about it here.
fn no_figures(
    screen: &Screen<'_, '_>,
    facts: &mut Facts,
    standing: &OwnedStanding,
    rule: Option<&Rule>,
    why: &NotEvaluated,
) {
    let (lang, words) = (screen.model.lang, screen.model.lang.words());
    let standing =
        Standing { id: standing.id.clone(), rule, since: standing.since, evaluation: Err(why.clone()) };
    if let Some(trouble) = trouble(lang, &standing) {
        facts.gap();
        facts.paragraph(&trouble.cause, screen.theme.style(Role::Warning));
    }
    let remedy = match why {
        NotEvaluated::UnknownRule => words.leave_the_rule,
        NotEvaluated::Date(_) => words.state_the_date,
    };
    facts.paragraph(remedy, screen.theme.style(Role::Text));
}

/// The pack's own remark, what could not be confirmed, and the sources.
fn remarks(screen: &Screen<'_, '_>, facts: &mut Facts, rule: &Rule) {
    let (lang, words) = (screen.model.lang, screen.model.lang.words());
    let chinese = lang.is_chinese();
    facts.gap();
    facts.optional(words.note, rule.note.as_ref().map(|note| note.in_order(chinese).0));
    if !rule.unconfirmed.is_empty() {
        facts.gap();
        facts.paragraph(words.not_confirmed, screen.theme.style(Role::Warning));
    }
    for unconfirmed in &rule.unconfirmed {
        facts.item(unconfirmed.in_order(chinese).0);
    }
    facts.gap();
    for source in &rule.sources {
        let title = source.title.in_order(chinese).0;
        facts.fact(words.source, &lang.phrases().checked_on(title, source.checked));
        facts.optional(words.url, source.url.as_deref());
    }
}
