//! The ledger behind a figure, as a box over the view: every entry with what it claimed, what was
//! counted and why, and the sum so far.

use super::state_role;
use crate::app::ledger::Ledger;
use crate::domain::Amount;
use crate::domain::requirement::ledger::{Line as Row, LineCredit, ledger as lines_of};
use crate::domain::requirement::{Evaluation, Part, Rule};
use crate::locale::Lang;
use crate::locale::cli::{labels, standing};
use crate::locale::requirements::{self, figures, part_name, period, planned, state_in_brief};
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
    let rows = lines_of(part, evaluation, &model.record.hours);
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
        let widest = |head: &str, amount: &dyn Fn(&Row<'_>) -> Amount| {
            rows.iter().map(|row| cells(&amount(row).to_string())).max().unwrap_or(0).max(cells(head))
        };
        let mut columns = Self {
            title: 0,
            claimed: widest(words.claimed, &|row| claimed(row).unwrap_or_default()),
            counted: widest(words.counted, &|row| row.credit.counted()),
            sum: widest(words.sum, &|row| row.sum),
            width,
            stacked: false,
        };
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

fn claimed(row: &Row<'_>) -> Option<Amount> {
    match row.credit {
        LineCredit::CarriedIn(_) => None,
        LineCredit::Counted(credit) => Some(credit.claimed),
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
            below(&row.entry.title, Role::Text);
        }
        for reason in reasons(lang, rule, row) {
            below(&reason, Role::Dim);
        }
        if selected {
            chosen = start..lines.len();
        }
    }
    (lines, chosen)
}

fn row_line(screen: &Screen<'_, '_>, row: &Row<'_>, columns: &Columns, selected: bool) -> Line<'static> {
    let theme = screen.theme;
    let cut = claimed(row).is_some_and(|claimed| claimed != row.credit.counted());
    let texts = [
        claimed(row).map(|amount| amount.to_string()).unwrap_or_default(),
        row.credit.counted().to_string(),
        row.sum.to_string(),
    ];
    let [claimed, counted, sum] = columns.amounts(&texts);
    let base = theme.style(if selected { Role::Selected } else { Role::Text });
    let over = |role: Role| if selected { base } else { theme.style(role) };
    let lead = if selected { "> " } else { "  " };
    Line::from(vec![
        Span::styled(format!("{lead}{}", fit(&row.entry.date.to_string(), DATE)), over(Role::Dim)),
        Span::styled(columns.titled(&row.entry.title), base),
        Span::styled(claimed, base),
        Span::styled(counted, over(if cut { Role::Warning } else { Role::Text })),
        Span::styled(sum, over(Role::Heading)),
    ])
}

fn reasons(lang: Lang, rule: &Rule, row: &Row<'_>) -> Vec<String> {
    match row.credit {
        LineCredit::CarriedIn(_) => vec![standing::carried_in(lang).to_owned()],
        LineCredit::Counted(credit) => {
            credit.reasons.iter().map(|reason| requirements::reason(lang, rule, reason)).collect()
        }
    }
}
