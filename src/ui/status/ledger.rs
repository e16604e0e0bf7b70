//! The ledger behind a figure, as a box over the view: every entry with what it claimed, what was
//! counted and why, and the sum so far; below them what is planned, and what it would add.

use super::state_role;
use crate::app::ledger::Ledger;
use crate::domain::Amount;
use crate::domain::requirement::ledger::{
    Line as Recorded, LineCredit, PlannedLine, ledger as lines_of, planned_lines,
};
use crate::domain::requirement::{Evaluation, Part, Rule};
use crate::locale::Lang;
use crate::locale::cli::{labels, standing};
use crate::locale::requirements::{
    self, figures, part_name, period, planned, planned_reasons, state_in_brief, would_add,
};
use crate::ui::Screen;
use crate::ui::pane;
use crate::ui::text::{cells, fit, fit_right, line, wrap};
use crate::ui::theme::Role;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Columns that a ledger takes, where there are as many.
const WIDTH: u16 = 110;
const DATE: usize = 10;
/// Lines of entries without which there is no room for what stands above them.
const LEAST: usize = 5;
/// Columns that a title should have; with fewer it has a line of its own.
const TITLE: usize = 14;

pub fn draw(screen: &mut Screen<'_, '_>, ledger: &Ledger) {
    let model = screen.model;
    let Some((evaluation, part)) = ledger.of(&model.requirements) else { return };
    let Some(rule) = model.requirements.rule(&ledger.rule) else { return };
    let name = format!("{} · {}", rule.id, part_name(model.lang, part));
    let recorded = lines_of(part, evaluation, &model.record.hours).into_iter().map(Row::Recorded);
    let planned = planned_lines(part, evaluation, &model.library.catalog).into_iter().map(Row::Planned);
    let rows: Vec<Row> = recorded.chain(planned).collect();
    let width = usize::from(pane::popup_inside(screen, WIDTH));
    let columns = Columns::of(model.lang, &rows, width);
    let head = head(screen, rule, evaluation, part, width);
    // Of a long record only what can be on the screen is made into lines.
    let (cursor, most) =
        (ledger.scroll.cursor().min(rows.len().saturating_sub(1)), usize::from(screen.frame.area().height));
    let from = cursor.saturating_sub(most);
    let near = rows.get(from..rows.len().min(cursor + most + 1)).unwrap_or_default();
    let (lines, chosen) = body(screen, rule, near, &columns, cursor - from);
    let wanted = head.len() + 1 + lines.len() + 2;
    let height = screen.frame.area().height.saturating_sub(2).max(5);
    let height = u16::try_from(wanted).unwrap_or(u16::MAX).clamp(5, height);
    let inside = pane::popup(screen, WIDTH, height, &name);
    if inside.is_empty() {
        return;
    }
    // On a low screen the lines are worth more than what stands above them.
    let roomy = usize::from(inside.height) > head.len() + lines.len().min(LEAST);
    let mut top = head;
    if !roomy {
        top.clear();
    }
    if !rows.is_empty() {
        top.push(columns.heads(screen));
    }
    pane::lines(screen, inside, &top, 0);
    let above = u16::try_from(top.len()).unwrap_or(0).min(inside.height);
    let list = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    let shown = usize::from(list.height);
    // The row under the cursor in the middle, with all its reasons.
    let around = shown.saturating_sub(chosen.len()) / 2;
    let first = chosen.start.saturating_sub(around).min(lines.len().saturating_sub(shown));
    pane::lines(screen, list, &lines, first);
    if lines.len() > shown || rows.len() > near.len() {
        pane::note_below(screen, list, &format!("{}/{}", cursor + 1, rows.len()));
    }
}

/// The figure itself, and where what was carried in comes from.
fn head(
    screen: &Screen<'_, '_>,
    rule: &Rule,
    evaluation: &Evaluation,
    part: &Part,
    width: usize,
) -> Vec<Line<'static>> {
    let (lang, theme) = (screen.model.lang, screen.theme);
    let mut said = vec![period(lang, part.span), figures(part)];
    said.extend(planned(lang, part));
    said.push(state_in_brief(lang, part.state));
    let mut lines: Vec<Line<'static>> = wrap(&said.join(" · "), width)
        .into_iter()
        .map(|text| line(text, theme.style(state_role(part.state))))
        .collect();
    let carried = requirements::carried(lang, rule, &evaluation.carried).filter(|_| !part.carried.is_zero());
    if let Some(carried) = carried {
        lines.extend(wrap(&carried, width).into_iter().map(|text| line(text, theme.style(Role::Dim))));
    }
    lines.push(Line::default());
    lines
}

/// An entry, or a planned course below them.
enum Row<'a> {
    Recorded(Recorded<'a>),
    Planned(PlannedLine<'a>),
}

impl Row<'_> {
    fn day(&self, lang: Lang) -> String {
        match self {
            Self::Recorded(line) => line.entry.date.to_string(),
            Self::Planned(_) => lang.words().planned.to_owned(),
        }
    }

    fn title(&self, lang: Lang) -> &str {
        match self {
            Self::Recorded(line) => &line.entry.title,
            Self::Planned(line) => line.course.title.in_order(lang.is_chinese()).0,
        }
    }

    /// Claimed, counted, and the sum so far; blank where there is none.
    fn amounts(&self) -> [String; 3] {
        let claimed = self.claimed().map(|amount| amount.to_string()).unwrap_or_default();
        match self {
            Self::Recorded(line) => [claimed, line.credit.counted().to_string(), line.sum.to_string()],
            Self::Planned(line) => [claimed, would_add(line), String::new()],
        }
    }

    fn claimed(&self) -> Option<Amount> {
        match self {
            Self::Recorded(Recorded { credit: LineCredit::CarriedIn(_), .. }) => None,
            Self::Recorded(Recorded { credit: LineCredit::Counted(credit), .. }) => Some(credit.claimed),
            Self::Planned(line) => line.credit.map(|credit| credit.claimed),
        }
    }

    /// Whether not all that is claimed counts.
    fn is_cut(&self) -> bool {
        let counted = match self {
            Self::Recorded(line) => Some(line.credit.counted()),
            Self::Planned(line) => line.credit.map(|credit| credit.counted),
        };
        self.claimed().is_some_and(|claimed| Some(claimed) != counted)
    }

    fn reasons(&self, lang: Lang, rule: &Rule) -> Vec<String> {
        match self {
            Self::Recorded(line) => match line.credit {
                LineCredit::CarriedIn(_) => vec![standing::carried_in(lang).to_owned()],
                LineCredit::Counted(credit) => {
                    credit.reasons.iter().map(|reason| requirements::reason(lang, rule, reason)).collect()
                }
            },
            Self::Planned(line) => planned_reasons(lang, rule, line),
        }
    }
}

struct Columns {
    title: usize,
    claimed: usize,
    counted: usize,
    sum: usize,
    width: usize,
    /// Whether titles have a line of their own.
    stacked: bool,
}

impl Columns {
    fn of(lang: Lang, rows: &[Row<'_>], width: usize) -> Self {
        let words = labels(lang);
        let mut widest = [words.claimed, words.counted, words.sum].map(cells);
        for row in rows {
            for (widest, text) in widest.iter_mut().zip(row.amounts()) {
                *widest = cells(&text).max(*widest);
            }
        }
        let [claimed, counted, sum] = widest;
        let mut columns = Self { title: 0, claimed, counted, sum, width, stacked: false };
        let others = 2 + DATE + 2 + columns.claimed + 2 + columns.counted + 2 + columns.sum;
        columns.title = width.saturating_sub(others + 2);
        if columns.title < TITLE {
            columns.stacked = true;
            columns.title = 0;
        }
        columns
    }

    fn heads(&self, screen: &Screen<'_, '_>) -> Line<'static> {
        let (words, amounts) = (screen.model.lang.words(), labels(screen.model.lang));
        let amounts = [amounts.claimed, amounts.counted, amounts.sum].map(str::to_owned);
        let [claimed, counted, sum] = self.amounts(&amounts);
        let text = format!(
            "  {}{}{claimed}{counted}{sum}",
            fit(words.head_date, DATE),
            self.titled(words.head_title)
        );
        line(text, screen.theme.style(Role::Dim))
    }

    fn titled(&self, title: &str) -> String {
        if self.stacked { String::new() } else { format!("  {}", fit(title, self.title)) }
    }

    fn amounts(&self, [claimed, counted, sum]: &[String; 3]) -> [String; 3] {
        [(claimed, self.claimed), (counted, self.counted), (sum, self.sum)]
            .map(|(text, width)| format!("  {}", fit_right(text, width)))
    }
}

/// The lines of some rows, and which of them are those of the one under the cursor.
fn body(
    screen: &Screen<'_, '_>,
    rule: &Rule,
    rows: &[Row<'_>],
    columns: &Columns,
    cursor: usize,
) -> (Vec<Line<'static>>, std::ops::Range<usize>) {
    let (lang, theme) = (screen.model.lang, screen.theme);
    let mut lines = Vec::new();
    let mut chosen = 0..0;
    if rows.is_empty() {
        lines.push(line(standing::no_entries(lang).to_owned(), theme.style(Role::Dim)));
    }
    for (at, row) in rows.iter().enumerate() {
        let selected = at == cursor;
        let start = lines.len();
        lines.push(row_line(screen, row, columns, selected));
        let indent = if columns.stacked { 2 } else { 2 + DATE + 2 };
        let room = columns.width.saturating_sub(indent);
        let mut below = |text: &str, role: Role| {
            let wrapped = wrap(text, room).into_iter();
            lines
                .extend(wrapped.map(|text| line(format!("{}{text}", " ".repeat(indent)), theme.style(role))));
        };
        if columns.stacked {
            below(row.title(lang), Role::Text);
        }
        for reason in row.reasons(lang, rule) {
            below(&reason, Role::Dim);
        }
        if selected {
            chosen = start..lines.len();
        }
    }
    (lines, chosen)
}

fn row_line(screen: &Screen<'_, '_>, row: &Row<'_>, columns: &Columns, selected: bool) -> Line<'static> {
    let (theme, lang) = (screen.theme, screen.model.lang);
    let cut = row.is_cut();
    let [claimed, counted, sum] = columns.amounts(&row.amounts());
    let base = theme.style(if selected { Role::Selected } else { Role::Text });
    let over = |role: Role| if selected { base } else { theme.style(role) };
    let lead = if selected { "> " } else { "  " };
    Line::from(vec![
        Span::styled(format!("{lead}{}", fit(&row.day(lang), DATE)), over(Role::Dim)),
        Span::styled(columns.titled(row.title(lang)), base),
        Span::styled(claimed, base),
        Span::styled(counted, over(if cut { Role::Warning } else { Role::Text })),
        Span::styled(sum, over(Role::Heading)),
    ])
}
