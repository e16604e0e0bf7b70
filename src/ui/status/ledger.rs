//! The ledger behind a figure, as a box over the view: every entry with what it claimed, what was
//! counted and why, and the sum so far.

use super::state_role;
use crate::app::ledger::{Ledger, LedgerRow, Posted, rows};
use crate::domain::Amount;
use crate::domain::requirement::{Evaluation, Part, Rule};
use crate::locale::Lang;
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
/// Columns that a title should have; with fewer it has a line of its own.
const TITLE: usize = 14;

pub fn draw(screen: &mut Screen<'_, '_>, ledger: &Ledger) {
    let model = screen.model;
    let Some((evaluation, part)) = ledger.of(&model.requirements) else { return };
    let Some(rule) = model.requirements.rule(&ledger.rule) else { return };
    let name = format!("{} · {}", rule.id, part_name(model.lang, part));
    let rows = rows(evaluation, part, &model.record.hours);
    let width = usize::from(pane::popup_inside(screen, WIDTH));
    let columns = Columns::of(model.lang, &rows, width);
    let head = head(screen, rule, evaluation, part, width);
    let (lines, chosen) = body(screen, rule, &rows, &columns, ledger.scroll.cursor());
    let wanted = head.len() + 1 + lines.len() + 2;
    let height = screen.frame.area().height.saturating_sub(2).max(5);
    let height = u16::try_from(wanted).unwrap_or(u16::MAX).clamp(5, height);
    let inside = pane::popup(screen, WIDTH, height, &name);
    if inside.is_empty() {
        return;
    }
    // On a low screen the lines are worth more than what stands above them.
    let roomy = usize::from(inside.height) >= head.len() + 4;
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
    let first = chosen.saturating_sub(shown / 2).min(lines.len().saturating_sub(shown));
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
    fn of(lang: Lang, rows: &[LedgerRow<'_>], width: usize) -> Self {
        let words = lang.words();
        let widest = |head: &str, amount: &dyn Fn(&LedgerRow<'_>) -> Amount| {
            rows.iter().map(|row| cells(&amount(row).to_string())).max().unwrap_or(0).max(cells(head))
        };
        let mut columns = Self {
            title: 0,
            claimed: widest(words.head_claimed, &|row| claimed(row).unwrap_or_default()),
            counted: widest(words.head_counted, &counted),
            sum: widest(words.head_sum, &|row| row.sum),
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
        let words = screen.model.lang.words();
        let amounts = [words.head_claimed, words.head_counted, words.head_sum].map(str::to_owned);
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

fn claimed(row: &LedgerRow<'_>) -> Option<Amount> {
    match row.posted {
        Posted::Carried(_) => None,
        Posted::Credited(credit) => Some(credit.claimed),
    }
}

fn counted(row: &LedgerRow<'_>) -> Amount {
    match row.posted {
        Posted::Carried(amount) => amount,
        Posted::Credited(credit) => credit.counted,
    }
}

/// The lines of all rows, and the first line of the one under the cursor.
fn body(
    screen: &Screen<'_, '_>,
    rule: &Rule,
    rows: &[LedgerRow<'_>],
    columns: &Columns,
    cursor: usize,
) -> (Vec<Line<'static>>, usize) {
    let (lang, theme) = (screen.model.lang, screen.theme);
    let mut lines = Vec::new();
    let mut chosen = 0;
    if rows.is_empty() {
        lines.push(line(lang.words().no_entries.to_owned(), theme.style(Role::Dim)));
    }
    for (at, row) in rows.iter().enumerate() {
        let selected = at == cursor;
        if selected {
            chosen = lines.len();
        }
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
    }
    (lines, chosen)
}

fn row_line(
    screen: &Screen<'_, '_>,
    row: &LedgerRow<'_>,
    columns: &Columns,
    selected: bool,
) -> Line<'static> {
    let theme = screen.theme;
    let cut = claimed(row).is_some_and(|claimed| claimed != counted(row));
    let texts = [
        claimed(row).map(|amount| amount.to_string()).unwrap_or_default(),
        counted(row).to_string(),
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

fn reasons(lang: Lang, rule: &Rule, row: &LedgerRow<'_>) -> Vec<String> {
    match row.posted {
        Posted::Carried(_) => vec![lang.words().carried_in.to_owned()],
        Posted::Credited(credit) => {
            credit.reasons.iter().map(|reason| requirements::reason(lang, rule, reason)).collect()
        }
    }
}
