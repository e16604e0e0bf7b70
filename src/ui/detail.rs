//! A course in full: both titles, what it takes and gives, where the facts come from. What the
//! source does not state is said to be not stated, or left out where that is no question.

use super::Screen;
use super::pane;
use super::row::state_of;
use super::text::{cells, line, wrap};
use super::theme::Role;
use crate::app::gap::counts_toward;
use crate::app::model::Pane;
use crate::domain::Course;
use crate::domain::course::{Session, StatedHours};
use crate::locale::{Say, vocabulary};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

pub fn draw(screen: &mut Screen<'_, '_>, area: Rect, course: Option<&Course>) {
    let model = screen.model;
    pane::frame(screen, area, model.lang.words().course, "", model.focus == Pane::Detail);
    let inside = screen.areas.inside_text(area);
    if inside.is_empty() {
        return;
    }
    let lines = match course {
        Some(course) => course_lines(screen, course, usize::from(inside.width), |_| ()),
        None => Vec::new(),
    };
    scrolled(screen, inside, &lines);
}

/// Lines from the detail's first on, never past the last screenful; the last row says how many
/// more there are.
pub fn scrolled(screen: &mut Screen<'_, '_>, inside: Rect, lines: &[Line<'static>]) {
    scrolled_from(screen, inside, lines, screen.model.detail);
}

/// The same from another line on.
pub fn scrolled_from(screen: &mut Screen<'_, '_>, inside: Rect, lines: &[Line<'static>], first: usize) {
    let height = usize::from(inside.height);
    let first = first.min(lines.len().saturating_sub(height));
    screen.drawn.detail = Some(first);
    pane::lines(screen, inside, lines, first);
    let hidden = lines.len().saturating_sub(first + height);
    if hidden > 0 && height > 1 {
        let text = format!("{} (J)", screen.model.lang.phrases().more_below(hidden + 1));
        let text = super::text::fit(&text, usize::from(inside.width));
        let last = Rect { y: inside.bottom() - 1, height: 1, ..inside };
        screen.frame.render_widget(line(text, screen.theme.afresh(Role::Dim)), last);
    }
}

/// Between figures of one line.
const SEPARATOR: &str = " · ";

/// Lines of labelled facts, the labels in one column.
pub struct Facts {
    pub lines: Vec<Line<'static>>,
    width: usize,
    label: usize,
    head: Style,
    text: Style,
    dim: Style,
    chinese: bool,
}

impl Facts {
    pub fn new(screen: &Screen<'_, '_>, width: usize) -> Self {
        let chinese = screen.model.lang.is_chinese();
        let label = match (width, chinese) {
            (..28, _) => 0,
            (_, true) => 10,
            (..44, false) => 13,
            (_, false) => 14,
        };
        let theme = screen.theme;
        Self {
            lines: Vec::new(),
            width,
            label,
            head: theme.style(Role::Heading),
            text: theme.style(Role::Text),
            dim: theme.style(Role::Dim),
            chinese,
        }
    }

    /// Makes the column of labels wide enough for these, as far as it leaves half for the facts.
    pub fn labels<'a>(&mut self, labels: impl Iterator<Item = &'a str>) {
        if self.label > 0 {
            let widest = labels.map(|label| cells(label) + 2).max().unwrap_or(0);
            self.label = widest.min(self.width / 2).max(self.label);
        }
    }

    pub fn paragraph(&mut self, text: &str, style: Style) {
        self.lines.extend(wrap(text, self.width).into_iter().map(|text| line(text, style)));
    }

    pub fn heading(&mut self, text: &str) {
        let head = self.head;
        self.gap();
        self.paragraph(text, head);
    }

    pub fn dim(&mut self, text: &str) {
        let dim = self.dim;
        self.paragraph(text, dim);
    }

    /// One of several remarks.
    pub fn item(&mut self, text: &str) {
        let style = self.text;
        for (at, text) in wrap(text, self.width.saturating_sub(2)).into_iter().enumerate() {
            let lead = if at == 0 { "- " } else { "  " };
            self.lines.push(line(format!("{lead}{text}"), style));
        }
    }

    /// A blank line, but never two and never first.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|last| last.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    pub fn fact(&mut self, label: &str, text: &str) {
        let style = self.text;
        self.styled(label, text, style);
    }

    pub fn styled(&mut self, label: &str, text: &str, style: Style) {
        if self.label == 0 {
            let colon = if self.chinese { "：" } else { ": " };
            self.paragraph(&format!("{label}{colon}{text}"), style);
            return;
        }
        let room = self.width.saturating_sub(self.label);
        for (at, part) in wrap(text, room).into_iter().enumerate() {
            let label = if at == 0 { label } else { "" };
            let label = super::text::fit(label, self.label);
            self.lines.push(Line::from(vec![Span::styled(label, self.dim), Span::styled(part, style)]));
        }
    }

    /// Several figures, ` · ` between them: no line ends between one and its unit.
    pub fn figures(&mut self, label: &str, figures: &str) {
        let figures: Vec<&str> = figures.split(SEPARATOR).filter(|figure| !figure.is_empty()).collect();
        let room = if self.label == 0 { 0 } else { self.width.saturating_sub(self.label) };
        let mut lines: Vec<String> = Vec::new();
        for (at, figure) in figures.iter().enumerate() {
            // Where more follow, the line ends in the separator.
            let behind = if at + 1 < figures.len() { SEPARATOR.trim_end() } else { "" };
            let wide = |last: &str| cells(last) + cells(SEPARATOR) + cells(figure) + cells(behind);
            match lines.last_mut() {
                Some(last) if room == 0 || wide(last) <= room => {
                    last.push_str(&format!("{SEPARATOR}{figure}"))
                }
                Some(last) => {
                    last.push_str(SEPARATOR.trim_end());
                    lines.push((*figure).to_owned());
                }
                None => lines.push((*figure).to_owned()),
            }
        }
        for (at, line) in lines.iter().enumerate() {
            self.fact(if at == 0 { label } else { "" }, line);
        }
    }

    pub fn optional(&mut self, label: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.fact(label, text);
        }
    }

    pub fn list(&mut self, label: &str, items: &[String]) {
        if !items.is_empty() {
            self.fact(label, &items.join(if self.chinese { "、" } else { ", " }));
        }
    }
}

/// The course in full; `own` adds what is the person's own, right below the titles.
pub fn course_lines(
    screen: &Screen<'_, '_>,
    course: &Course,
    width: usize,
    own: impl FnOnce(&mut Facts),
) -> Vec<Line<'static>> {
    let (model, theme) = (screen.model, screen.theme);
    let (lang, words) = (model.lang, model.lang.words());
    let mut facts = Facts::new(screen, width);
    titles(screen, &mut facts, course);
    facts.gap();
    own(&mut facts);
    facts.gap();
    if let Some(state) = model.progress.of(&course.id) {
        facts.styled(words.state, &state.say(lang), theme.style(super::catalog::state_role(state)));
    }
    let hours = vocabulary::hours(lang, course.hours.as_ref(), course.unit);
    facts.fact(words.length, &hours);
    if let Some(StatedHours::Range { basis: Some(basis), .. }) = &course.hours {
        facts.fact(words.basis, basis);
    }
    let categories: Vec<String> = course.categories.iter().map(|category| category.say(lang)).collect();
    facts.list(words.counts_as, &categories);
    let changes = counts_toward(model, course);
    for (at, (rule, change)) in changes.iter().enumerate() {
        let label = if at == 0 { words.would_fill } else { "" };
        facts.fact(label, &format!("{rule}: {change}"));
    }
    if let Some(track) = &course.track {
        let title = model.library.catalog.track(track).map(|track| &track.title);
        facts.fact(words.track, title.map_or(track.as_str(), |title| title.in_order(lang.is_chinese()).0));
    }
    facts.optional(words.level, course.level.map(|level| level.say(lang)).as_deref());
    facts.optional(words.grade, course.grade.map(|grade| grade.say(lang)).as_deref());
    if let Some(stage) = &course.stage {
        let title = model.library.catalog.stage(stage).map(|stage| &stage.title);
        facts.fact(words.stage, title.map_or(stage.as_str(), |title| title.in_order(lang.is_chinese()).0));
    }
    let way = [course.form.map(|form| form.say(lang)), course.delivery.map(|delivery| delivery.say(lang))];
    let way: Vec<String> = way.into_iter().flatten().collect();
    if !way.is_empty() {
        facts.fact(words.form, &way.join(" · "));
    }
    facts.optional(
        words.language,
        course.language.as_ref().map(|code| vocabulary::language(lang, code)).as_deref(),
    );
    facts.optional(words.provider, course.provider.as_deref());
    facts.list(words.instructors, &course.instructors);
    facts.list(words.topics, &course.topics);
    facts.optional(words.credential, course.credential.as_deref());
    if let Some(assessment) = &course.assessment {
        facts.fact(words.assessment, assessment);
        facts.dim(words.counts_once_passed);
    }
    facts.optional(words.url, course.url.as_deref());
    prerequisites(screen, &mut facts, course);
    for (at, session) in course.sessions.iter().enumerate() {
        if at == 0 {
            facts.heading(words.sessions);
        }
        facts.paragraph(&session_text(screen, session), theme.style(Role::Text));
    }
    if let Some(summary) = &course.summary {
        facts.gap();
        facts.paragraph(summary.in_order(lang.is_chinese()).0, theme.style(Role::Text));
    }
    sources(screen, &mut facts, course);
    facts.lines
}

fn titles(screen: &Screen<'_, '_>, facts: &mut Facts, course: &Course) {
    let (model, theme) = (screen.model, screen.theme);
    let chinese = model.lang.is_chinese();
    let (first, second) = course.title.in_order(chinese);
    let (first_ours, second_ours) = if chinese {
        (course.title.zh_translated, course.title.en_translated)
    } else {
        (course.title.en_translated, course.title.zh_translated)
    };
    let ours = |text: &str, ours: bool| {
        if ours { format!("{text} ({})", model.lang.words().our_translation) } else { text.to_owned() }
    };
    facts.paragraph(&ours(first, first_ours && second.is_some()), theme.style(Role::Heading));
    if let Some(second) = second {
        facts.paragraph(&ours(second, second_ours), theme.style(Role::Dim));
    }
}

fn prerequisites(screen: &Screen<'_, '_>, facts: &mut Facts, course: &Course) {
    let (model, theme) = (screen.model, screen.theme);
    let chinese = model.lang.is_chinese();
    for (at, (id, state)) in model.progress.prerequisites(course).enumerate() {
        if at == 0 {
            facts.heading(model.lang.words().prerequisites);
        }
        let title = model.library.catalog.get(id).map(|course| course.title.in_order(chinese).0);
        let role = state_of(state);
        let text = format!("{}: {}", state.say(model.lang), title.unwrap_or(id.as_str()));
        facts.paragraph(&text, theme.style(role));
    }
}

fn session_text(screen: &Screen<'_, '_>, session: &Session) -> String {
    let words = screen.model.lang.words();
    let mut parts = Vec::new();
    match (session.start, session.end) {
        (Some(start), Some(end)) => parts.push(format!("{start} – {end}")),
        (Some(day), None) | (None, Some(day)) => parts.push(day.to_string()),
        (None, None) => {}
    }
    parts.extend(session.place.clone());
    if !session.instructors.is_empty() {
        parts.push(session.instructors.join(", "));
    }
    let gates = [
        (words.gate_training, session.gates.training),
        (words.gate_assessment, session.gates.assessment),
        (words.gate_recognition, session.gates.recognition),
    ];
    parts.extend(gates.iter().filter_map(|(name, day)| day.map(|day| format!("{name} {day}"))));
    parts.extend(session.note.clone());
    parts.join(" · ")
}

fn sources(screen: &Screen<'_, '_>, facts: &mut Facts, course: &Course) {
    let (words, theme) = (screen.model.lang.words(), screen.theme);
    facts.gap();
    facts.optional(words.note, course.note.as_deref());
    facts.optional(words.source, course.source.as_deref());
    facts.optional(words.facts_as_of, course.facts_as_of.as_deref());
    if course.verified == Some(false) {
        facts.paragraph(words.unverified, theme.style(Role::Warning));
    }
    facts.fact(words.id, course.id.as_str());
}
