//! The pace under each followed rule: what binds, how fast it fills, where that leads, and what it
//! rests on.

use crate::app::year_page::paces_of;
use crate::locale::requirements::{part_name, state_in_brief};
use crate::locale::year::{doubt, no_rules, pace, rests_on};
use crate::ui::Screen;
use crate::ui::detail::Facts;
use crate::ui::status::state_role;
use crate::ui::text::line;
use crate::ui::theme::Role;
use ratatui::text::{Line, Span};

pub fn lines(screen: &Screen<'_, '_>, width: usize) -> Vec<Line<'static>> {
    let (model, theme) = (screen.model, screen.theme);
    let lang = model.lang;
    let mut facts = Facts::new(screen, width);
    let figures = paces_of(model);
    if figures.is_empty() {
        facts.paragraph(no_rules(lang), theme.style(Role::Text));
    }
    for (rule, paces) in figures {
        facts.heading(&format!("{} · {}", rule.id, rule.title.in_order(lang.is_chinese()).0));
        for one in &paces {
            let state = state_in_brief(lang, one.part.state);
            facts.lines.push(Line::from(vec![
                Span::styled(format!("{} · ", part_name(lang, &one.part)), theme.style(Role::Text)),
                Span::styled(state, theme.style(state_role(one.part.state))),
            ]));
            let said = [(pace(lang, rule, one), Role::Text), (rests_on(lang, rule, one), Role::Dim)];
            let doubt = one.doubt.as_ref().map(|why| (doubt(lang, why), Role::Warning));
            for (text, role) in said.into_iter().chain(doubt) {
                let wrapped = crate::ui::text::wrap(&text, width.saturating_sub(2)).into_iter();
                facts.lines.extend(wrapped.map(|text| line(format!("  {text}"), theme.style(role))));
            }
        }
        if paces.is_empty() {
            facts.dim(lang.words().nothing_binds);
        }
    }
    facts.lines
}
