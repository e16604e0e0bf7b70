//! A model, what has been said of it, and what is new since.

use super::reading::{Place, Reading, reading};
use super::remarks::Before;
use super::understand::{Understood, is_for_commands, nearest, understand};
use super::{form, status};
use crate::action::Action;
use crate::app::model::Layer;
use crate::app::tour::Tour;
use crate::app::{Effect, Message, Model, update};
use crate::domain::Safe;
use crate::locale::plain::figures::spoken;

/// Rows that are said at once.
const PAGE: usize = 10;

pub struct Conversation {
    model: Model,
    seen: Option<Seen>,
    /// The view below what lies over it, as it was last said.
    below: Option<Seen>,
    /// The first row that `more` would say.
    next: usize,
    choices: Vec<Action>,
    /// The step of the tour that was said last.
    tour: Option<Tour>,
    /// Whether the next line may be the value of the field in focus.
    awaiting: bool,
    heard: Vec<String>,
    /// Whether files are being looked at, so that what was read was changed by another program.
    looking: bool,
    trouble: Trouble,
}

/// What a script is to be told by an exit code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// Lines that were not understood, or could not be done.
    pub misunderstood: usize,
    /// The exit code of the last change that could not be saved.
    pub not_saved: Option<u8>,
}

/// What was read of a place.
struct Seen {
    place: Place,
    of: String,
    heading: Vec<String>,
    cursor: Option<usize>,
    row: String,
    /// All rows, where each change of one is said.
    rows: Vec<String>,
    problems: usize,
}

impl Seen {
    fn of(reading: &Reading<'_>, problems: usize) -> Self {
        let rows = if reading.watched { 0..reading.rows } else { 0..0 };
        Self {
            place: reading.place,
            of: reading.of.clone(),
            heading: reading.heading.clone(),
            cursor: reading.cursor,
            row: reading.cursor.map(|cursor| reading.row(cursor)).unwrap_or_default(),
            rows: rows.map(|at| reading.row(at)).collect(),
            problems,
        }
    }

    fn is_same(&self, reading: &Reading<'_>) -> bool {
        self.place == reading.place && self.of == reading.of
    }
}

impl Conversation {
    pub fn new(mut model: Model) -> Self {
        // A page of a list is what is said at once, and everything is in reach.
        model.size = (100, 18);
        let heard = vec![model.lang.plain().welcome()];
        Self {
            model,
            seen: None,
            below: None,
            next: 0,
            choices: Vec::new(),
            tour: None,
            awaiting: false,
            heard,
            looking: false,
            trouble: Trouble::default(),
        }
    }

    pub fn model(&self) -> &Model {
        &self.model
    }

    pub fn trouble(&self) -> Trouble {
        self.trouble
    }

    pub fn has_ended(&self) -> bool {
        self.model.quit
    }

    /// Whether something was typed into a form that nobody has saved.
    pub fn is_unsaved(&self) -> bool {
        let open = matches!(&self.model.layer, Some(Layer::Form(form)) if form.touched);
        open || !self.model.drafts.is_empty()
    }

    /// Half a second or an hour has passed: have files changed?
    pub fn look(&mut self) -> Vec<Effect> {
        self.looking = true;
        self.tell(Message::Look)
    }

    /// Applies a message; what it has to say is part of the next answer.
    pub fn tell(&mut self, message: Message) -> Vec<Effect> {
        let plain = self.model.lang.plain();
        match &message {
            Message::RecordRead(_) if self.looking => self.heard.push(plain.record_changed()),
            Message::CatalogRead(_) if self.looking => self.heard.push(plain.catalog_changed()),
            Message::PacksRead(_) if self.looking => self.heard.push(plain.packs_changed()),
            Message::Saved(Err(error)) | Message::Stepped(_, Err(error)) => {
                self.trouble.not_saved = Some(error.exit_code());
            }
            _ => {}
        }
        let asked = self.model.quit_asked;
        let saves = matches!(message, Message::Do(Action::Open)) && self.in_form();
        let before = Before::of(&self.model, &message);
        let mut effects = update(&mut self.model, message);
        self.show_copies(&mut effects);
        match self.model.notice.take() {
            // The screen names its keys.
            Some(_) if self.model.quit_asked && !asked => self.heard.push(plain.quit_unsaved()),
            Some(notice) => self.heard.push(plain.heard(&spoken(self.model.lang, &notice.text))),
            None => {}
        }
        self.heard.extend(before.remarks(&self.model));
        if !before.in_form
            && let Some(Layer::Form(form)) = &self.model.layer
        {
            self.awaiting = form.fields.len() == 1;
        }
        if saves && effects.is_empty() {
            self.refuse_to_save();
        }
        effects
    }

    /// What the screen puts on the clipboard is said: whoever reads it here can take it from there,
    /// and no escape sequence has to carry it.
    fn show_copies(&mut self, effects: &mut Vec<Effect>) {
        effects.retain(|effect| {
            let Effect::Copy(text) = effect else { return true };
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            self.heard.extend(lines.map(str::to_owned));
            self.model.notice = None;
            false
        });
    }

    fn in_form(&self) -> bool {
        matches!(self.model.layer, Some(Layer::Form(_)))
    }

    fn refuse_to_save(&mut self) {
        let Some(Layer::Form(form)) = &self.model.layer else { return };
        let faults = form::faults(&self.model, form);
        if !faults.is_empty() {
            self.trouble.misunderstood += 1;
            self.heard.push(self.model.lang.plain().not_saved_yet());
            self.heard.extend(faults);
            self.take_note();
        }
    }

    /// A line that is not text.
    pub fn not_text(&mut self) {
        self.trouble.misunderstood += 1;
        self.heard.push(self.model.lang.plain().not_text());
    }

    /// A typed line as messages to [`Self::tell`]; what it asks to be said is in the next answer.
    pub fn hear(&mut self, line: &str) -> Vec<Message> {
        self.looking = false;
        let line = clean(line);
        let line = line.trim();
        let choices = std::mem::take(&mut self.choices);
        let awaiting = std::mem::take(&mut self.awaiting);
        if matches!(self.model.layer, Some(Layer::Commands(_))) && !is_for_commands(line) {
            self.model.layer = None;
        }
        if let Ok(number) = line.parse::<usize>()
            && let Some(action) = number.checked_sub(1).and_then(|at| choices.get(at))
        {
            return vec![Message::Do(*action)];
        }
        let understood = {
            let here = reading(&self.model);
            match line {
                "" if here.place == Place::Query => Understood::act(Action::Open),
                "" if awaiting => {
                    let plain = self.model.lang.plain();
                    Understood::Say(vec![plain.left_as_it_is(), plain.could_say_in_form()])
                }
                "" => Understood::More,
                line => understand(&self.model, &here, line, awaiting),
            }
        };
        let plain = self.model.lang.plain();
        match understood {
            Understood::Do(messages) => return messages,
            Understood::Told(remark, messages) => {
                self.heard.push(remark);
                return messages;
            }
            Understood::More => self.more(),
            Understood::Again => {
                let (lines, next) = in_full(&self.model, &reading(&self.model));
                self.heard.extend(lines);
                self.next = next;
            }
            Understood::Field(at) => {
                self.awaiting = true;
                update(&mut self.model, Message::Choose(at));
                if let Some(Layer::Form(form)) = &self.model.layer {
                    self.heard.push(reading(&self.model).row(at));
                    self.heard.extend(form::help(&self.model, form));
                }
            }
            Understood::Say(lines) => self.heard.extend(lines),
            Understood::Refused(lines) => {
                self.trouble.misunderstood += 1;
                self.heard.extend(lines);
            }
            Understood::Which(actions) => {
                self.heard.push(plain.which(line));
                let lang = self.model.lang;
                let said =
                    |action: &Action| plain.fact(action.name(), &crate::locale::Say::say(action, lang));
                self.heard
                    .extend(actions.iter().enumerate().map(|(at, one)| format!("{}. {}", at + 1, said(one))));
                self.choices = actions;
            }
            Understood::Unknown => {
                self.trouble.misunderstood += 1;
                self.heard.push(plain.not_understood(line));
                let in_form = self.in_form();
                let near = nearest(line).filter(|_| !in_form);
                self.heard.extend(near.map(|word| plain.did_you_mean(word)));
                self.heard.push(if in_form { plain.could_say_in_form() } else { plain.could_say() });
            }
        }
        Vec::new()
    }

    fn more(&mut self) {
        let plain = self.model.lang.plain();
        let reading = reading(&self.model);
        if self.next >= reading.rows {
            self.heard.push(plain.nothing_more());
            return;
        }
        let (lines, next) = page(&self.model, &reading, self.next);
        self.heard.extend(lines);
        self.next = next;
    }

    /// What is new since the last answer, a thought a line; never nothing.
    pub fn answer(&mut self) -> Vec<String> {
        let mut lines = std::mem::take(&mut self.heard);
        let (model, reading) = (&self.model, reading(&self.model));
        let problems = model.problems();
        let told = self.seen.as_ref().map_or(0, |seen| seen.problems);
        if problems > 0 && problems != told {
            lines.push(spoken(model.lang, &model.lang.phrases().problems(problems)));
        }
        if let Some(tour) = model.tour
            && Some(tour) != self.tour
        {
            let step = model.lang.phrases().tour_step(tour.place());
            lines.push(model.lang.plain().fact(&step, &tour.said(model)));
        }
        let mut next = self.next;
        match &self.seen {
            None => {
                if let Some(standing) = model.requirements.chosen() {
                    lines.push(status::rule_row(model, standing));
                }
                lines.extend(reading.heading.iter().cloned());
                lines.extend((reading.rows > 0).then(|| model.lang.plain().more_rows(reading.rows)));
                next = 0;
            }
            Some(seen) if seen.is_same(&reading) => news(&mut lines, seen, &reading, &mut next),
            Some(seen) => {
                let back =
                    self.below.as_ref().filter(|below| seen.place.is_over() && below.is_same(&reading));
                match back {
                    Some(below) => {
                        lines.extend(reading.heading.first().cloned());
                        let first = below.heading.first();
                        let changed = |line: &&String| Some(*line) != first && !below.heading.contains(line);
                        lines.extend(reading.heading.iter().skip(1).filter(changed).cloned());
                        let row = reading.cursor.map(|cursor| reading.row(cursor)).unwrap_or_default();
                        lines.extend((row != below.row).then_some(row).filter(|row| !row.is_empty()));
                        next = reading.cursor.map_or(0, |cursor| cursor + 1);
                    }
                    None => {
                        let (said, after) = in_full(model, &reading);
                        lines.extend(said);
                        next = after;
                    }
                }
            }
        }
        let details = reading.place == Place::Details;
        let opened = reading.place.is_over();
        drop(reading);
        self.tour = self.model.tour;
        self.next = next;
        if opened && !self.seen.as_ref().is_some_and(|seen| seen.place.is_over()) {
            self.below = self.seen.take();
        }
        if details {
            // They have been read: the list has the keys again.
            update(&mut self.model, Message::Do(Action::Escape));
        }
        self.take_note();
        if details {
            self.next = self.seen.as_ref().and_then(|seen| seen.cursor).map_or(0, |cursor| cursor + 1);
        }
        if lines.is_empty() {
            lines.push(self.model.lang.plain().nothing_new());
        }
        lines.iter().map(|line| inert(line)).collect()
    }

    fn take_note(&mut self) {
        let seen = Seen::of(&reading(&self.model), self.model.problems());
        self.seen = Some(seen);
    }
}

/// The heading and the first rows.
fn in_full(model: &Model, reading: &Reading<'_>) -> (Vec<String>, usize) {
    let (rows, next) = page(model, reading, 0);
    (reading.heading.iter().cloned().chain(rows).collect(), next)
}

/// Rows from one on, how many are left, and the row after the last.
fn page(model: &Model, reading: &Reading<'_>, from: usize) -> (Vec<String>, usize) {
    let next = (from + PAGE).min(reading.rows);
    let left = reading.rows - next;
    let more = (left > 0).then(|| model.lang.plain().more_rows(left));
    ((from..next).map(|at| reading.row(at)).chain(more).collect(), next)
}

/// In the same place: headings that were not there, rows that are others, or where the cursor is.
fn news(lines: &mut Vec<String>, seen: &Seen, reading: &Reading<'_>, next: &mut usize) {
    lines.extend(reading.heading.iter().filter(|line| !seen.heading.contains(line)).cloned());
    if reading.watched {
        let rows = (0..reading.rows).map(|at| reading.row(at));
        lines.extend(rows.filter(|row| !seen.rows.contains(row)));
        return;
    }
    let Some(cursor) = reading.cursor else { return };
    let row = reading.row(cursor);
    if seen.cursor != reading.cursor || (lines.is_empty() && row != seen.row) {
        lines.push(row);
        *next = cursor + 1;
    }
}

/// What was typed, without what a terminal's keys send beside text.
fn clean(line: &str) -> String {
    // A byte order mark is how some editors begin a file.
    let marks = |c: &char| *c != '\u{FEFF}';
    line.chars().filter(marks).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A line that neither drives a terminal nor draws: no control character, no box, block or braille.
fn inert(line: &str) -> String {
    let drawn = |c: char| matches!(c, '\u{2500}'..='\u{259F}' | '\u{2800}'..='\u{28FF}');
    Safe::new(line).chars().map(|c| if drawn(c) { ' ' } else { c }).collect()
}
