//! A course in full, a fact a line. What the source does not state is said to be not stated, or
//! left out where that is no question.

use crate::app::Model;
use crate::app::gap::changes;
use crate::domain::Course;
use crate::domain::course::{LocalText, Session, StatedHours};
use crate::locale::plain::figures;
use crate::locale::{Lang, Say, vocabulary};

/// Lines of labelled facts.
pub struct Facts {
    pub lines: Vec<String>,
    lang: Lang,
}

impl Facts {
    pub fn none(lang: Lang) -> Self {
        Self { lines: Vec::new(), lang }
    }

    pub fn new(lang: Lang, first: String) -> Self {
        Self { lines: vec![first], lang }
    }

    pub fn fact(&mut self, label: &str, value: &str) {
        if !value.is_empty() {
            self.lines.push(self.lang.plain().fact(label, value));
        }
    }

    pub fn optional(&mut self, label: &str, value: Option<&str>) {
        self.fact(label, value.unwrap_or_default());
    }

    pub fn list(&mut self, label: &str, values: &[String]) {
        self.fact(label, &values.join(self.lang.either(", ", "、")));
    }

    pub fn line(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }
}

/// The course in full; `own` is what is the person's own, right below the titles. Every field is
/// taken by name: a new one does not compile until it is said.
pub fn in_full(model: &Model, course: &Course, own: Vec<String>) -> Vec<String> {
    let Course {
        id,
        title,
        summary,
        track,
        topics,
        level,
        grade,
        stage,
        delivery,
        form,
        hours,
        unit,
        categories,
        instructors,
        provider,
        language,
        url,
        prerequisites: _,
        assessment,
        credential,
        source,
        facts_as_of,
        verified,
        note,
        sessions,
        origin: _,
    } = course;
    let (lang, words) = (model.lang, model.lang.words());
    let chinese = lang.is_chinese();
    let mut facts = titles(lang, title);
    facts.lines.extend(own);
    facts.optional(words.state, model.progress.of(id).map(|state| state.say(lang)).as_deref());
    facts.fact(words.length, &figures::hours(lang, hours.as_ref(), *unit));
    if let Some(StatedHours::Range { basis, .. }) = hours {
        facts.optional(words.basis, basis.as_deref());
    }
    let categories: Vec<String> = categories.iter().map(|category| category.say(lang)).collect();
    facts.list(words.counts_as, &categories);
    for (rule, change) in changes(model, course) {
        let said = lang.plain().beside(rule.id.as_str(), &figures::change(lang, rule, &change));
        facts.fact(words.would_fill, &said);
    }
    let named =
        |title: Option<&LocalText>, id: &str| title.map_or(id, |title| title.wording(chinese)).to_owned();
    let catalog = &model.library.catalog;
    let track = track.as_ref().map(|id| named(catalog.track(id).map(|track| &track.title), id));
    facts.optional(words.track, track.as_deref());
    facts.optional(words.level, level.map(|level| level.say(lang)).as_deref());
    facts.optional(words.grade, grade.map(|grade| grade.say(lang)).as_deref());
    let stage = stage.as_ref().map(|id| named(catalog.stage(id).map(|stage| &stage.title), id));
    facts.optional(words.stage, stage.as_deref());
    facts.optional(words.form, form.map(|form| form.say(lang)).as_deref());
    facts.optional(words.delivery, delivery.map(|delivery| delivery.say(lang)).as_deref());
    let language = language.as_ref().map(|code| vocabulary::language(lang, code));
    facts.optional(words.language, language.as_deref());
    facts.optional(words.provider, provider.as_deref());
    facts.list(words.instructors, instructors);
    facts.list(words.topics, topics);
    facts.optional(words.credential, credential.as_deref());
    if let Some(assessment) = assessment {
        facts.fact(words.assessment, assessment);
        facts.line(words.counts_once_passed);
    }
    facts.optional(words.url, url.as_deref());
    for (id, state) in model.progress.prerequisites(course) {
        let title = catalog.get(id).map_or(id.as_str(), |course| course.title.wording(chinese));
        facts.fact(words.prerequisites, &lang.plain().beside(title, &state.say(lang)));
    }
    for one in sessions {
        facts.fact(words.sessions, &session(lang, one));
    }
    if let Some(summary) = summary {
        facts.line(summary.wording(chinese));
    }
    facts.optional(words.note, note.as_deref());
    facts.optional(words.source, source.as_deref());
    facts.optional(words.facts_as_of, facts_as_of.as_deref().map(|on| figures::spoken(lang, on)).as_deref());
    if *verified == Some(false) {
        facts.line(words.unverified);
    }
    facts.fact(words.id, id.as_str());
    facts.lines
}

fn titles(lang: Lang, title: &LocalText) -> Facts {
    let (first, second) = title.in_order(lang.is_chinese());
    let ours = match lang {
        Lang::En => [title.en_translated, title.zh_translated],
        Lang::Zh => [title.zh_translated, title.en_translated],
    };
    let said = |text: &str, ours: bool| match ours {
        true => lang.plain().beside(text, lang.words().our_translation),
        false => text.to_owned(),
    };
    let [first_is_ours, second_is_ours] = ours;
    let mut facts = Facts::new(lang, said(first, first_is_ours && second.is_some()));
    facts.lines.extend(second.map(|second| said(second, second_is_ours)));
    facts
}

fn session(lang: Lang, session: &Session) -> String {
    let Session { start, end, place, instructors, note, gates } = session;
    let words = lang.words();
    let day = |day| figures::day(lang, day);
    let mut parts = Vec::new();
    match (*start, *end) {
        (Some(start), Some(end)) => {
            parts.push([day(start), day(end)].join(lang.either(" to ", "至")));
        }
        (Some(only), None) | (None, Some(only)) => parts.push(day(only)),
        (None, None) => {}
    }
    parts.extend(place.clone());
    parts.extend(instructors.iter().cloned());
    let gates = [
        (words.gate_training, gates.training),
        (words.gate_assessment, gates.assessment),
        (words.gate_recognition, gates.recognition),
    ];
    parts.extend(gates.iter().filter_map(|(name, on)| on.map(|on| format!("{name} {}", day(on)))));
    parts.extend(note.clone());
    parts.join(lang.either(", ", "，"))
}
