//! The names a query may use: fields, states, things a course may have, sort keys; their
//! spellings, and what each field is compared with.

use super::chinese;
use crate::domain::vocabulary::{CourseState, Delivery, Form, Grade, Level, Unit, Word};

/// A field; its kind of test is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Id,
    Title,
    Summary,
    Track,
    Topic,
    Level,
    Grade,
    Stage,
    Language,
    Provider,
    Instructor,
    Delivery,
    Form,
    Unit,
    Category,
    Status,
    Hours,
    /// Start of a session.
    Date,
    /// Target date in the plan.
    Due,
    /// Day of an hours entry of the course.
    On,
    /// A rule, or a part of one, of which the course would lessen what is missing.
    Fills,
    /// A rule, or a part of one, that the course would count for.
    Counts,
}

/// How the values of a field are compared: a property of the field, never of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Contains the text, folded; `^`, `$` and `'` work as they do in free words.
    Text,
    /// Equal to a value, whatever the case.
    Choice,
    Number,
    Dates,
}

/// `is:`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Planned,
    Started,
    Done,
    Passed,
    Failed,
    Withdrawn,
    /// Neither planned nor in the record.
    New,
    /// Planned with a target date before today, and not done.
    Overdue,
    /// Marked in the list.
    Marked,
    /// The curator saw the source.
    Verified,
}

/// `has:`, `no:`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    Hours,
    Url,
    Level,
    Grade,
    Prerequisites,
    Instructor,
    Session,
    Assessment,
    Credential,
    Note,
    Chinese,
    English,
    /// An entry of the course has a certificate or another proof.
    Evidence,
}

/// `sort:`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortKey {
    Relevance,
    Title,
    Hours,
    Provider,
    Track,
    Date,
    Id,
    /// What a course adds to what `fills:` names, per hour of study; the best first.
    Gain,
}

impl Word for Field {
    const ALL: &'static [Self] = &[
        Self::Id,
        Self::Title,
        Self::Summary,
        Self::Track,
        Self::Topic,
        Self::Level,
        Self::Grade,
        Self::Stage,
        Self::Language,
        Self::Provider,
        Self::Instructor,
        Self::Delivery,
        Self::Form,
        Self::Unit,
        Self::Category,
        Self::Status,
        Self::Hours,
        Self::Date,
        Self::Due,
        Self::On,
        Self::Fills,
        Self::Counts,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Track => "track",
            Self::Topic => "topic",
            Self::Level => "level",
            Self::Grade => "grade",
            Self::Stage => "stage",
            Self::Language => "language",
            Self::Provider => "provider",
            Self::Instructor => "instructor",
            Self::Delivery => "delivery",
            Self::Form => "form",
            Self::Unit => "unit",
            Self::Category => "category",
            Self::Status => "status",
            Self::Hours => "hours",
            Self::Date => "date",
            Self::Due => "due",
            Self::On => "on",
            Self::Fills => "fills",
            Self::Counts => "counts",
        }
    }
}

impl Field {
    pub fn kind(self) -> Kind {
        match self {
            Self::Id | Self::Title | Self::Summary | Self::Topic | Self::Provider | Self::Instructor => {
                Kind::Text
            }
            Self::Track
            | Self::Level
            | Self::Grade
            | Self::Stage
            | Self::Language
            | Self::Delivery
            | Self::Form
            | Self::Unit
            | Self::Category
            | Self::Status
            | Self::Fills
            | Self::Counts => Kind::Choice,
            Self::Hours => Kind::Number,
            Self::Date | Self::Due | Self::On => Kind::Dates,
        }
    }

    /// Every value the field may have, where the list is closed.
    pub fn values(self) -> Option<Vec<&'static str>> {
        fn words<W: Word>() -> Vec<&'static str> {
            W::ALL.iter().map(|member| member.word()).collect()
        }
        match self {
            Self::Level => Some(words::<Level>()),
            Self::Grade => Some(words::<Grade>()),
            Self::Delivery => Some(words::<Delivery>()),
            Self::Form => Some(words::<Form>()),
            Self::Unit => Some(words::<Unit>()),
            Self::Status => {
                let mut words = words::<CourseState>();
                words.push(DONE);
                Some(words)
            }
            _ => None,
        }
    }
}

/// `status:done`: completed or passed.
pub const DONE: &str = "done";

impl Word for State {
    const ALL: &'static [Self] = &[
        Self::Planned,
        Self::Started,
        Self::Done,
        Self::Passed,
        Self::Failed,
        Self::Withdrawn,
        Self::New,
        Self::Overdue,
        Self::Marked,
        Self::Verified,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Started => "started",
            Self::Done => DONE,
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Withdrawn => "withdrawn",
            Self::New => "new",
            Self::Overdue => "overdue",
            Self::Marked => "marked",
            Self::Verified => "verified",
        }
    }
}

impl Word for Presence {
    const ALL: &'static [Self] = &[
        Self::Hours,
        Self::Url,
        Self::Level,
        Self::Grade,
        Self::Prerequisites,
        Self::Instructor,
        Self::Session,
        Self::Assessment,
        Self::Credential,
        Self::Note,
        Self::Chinese,
        Self::English,
        Self::Evidence,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Url => "url",
            Self::Level => "level",
            Self::Grade => "grade",
            Self::Prerequisites => "prereq",
            Self::Instructor => "instructor",
            Self::Session => "session",
            Self::Assessment => "assessment",
            Self::Credential => "credential",
            Self::Note => "note",
            Self::Chinese => "zh",
            Self::English => "en",
            Self::Evidence => "evidence",
        }
    }
}

impl Word for SortKey {
    const ALL: &'static [Self] = &[
        Self::Relevance,
        Self::Title,
        Self::Hours,
        Self::Provider,
        Self::Track,
        Self::Date,
        Self::Id,
        Self::Gain,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Title => "title",
            Self::Hours => "hours",
            Self::Provider => "provider",
            Self::Track => "track",
            Self::Date => "date",
            Self::Id => "id",
            Self::Gain => "gain",
        }
    }
}

/// What stands before the colon of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    Field(Field),
    Is,
    Has,
    No,
    Sort,
    Limit,
    /// `@`
    View,
}

/// Other spellings of names, of which suggestions are made as well.
pub const ALIASES: &[(&str, Name)] = &[
    ("is", Name::Is),
    ("has", Name::Has),
    ("no", Name::No),
    ("sort", Name::Sort),
    ("limit", Name::Limit),
    ("lang", Name::Field(Field::Language)),
    ("teacher", Name::Field(Field::Instructor)),
    ("topics", Name::Field(Field::Topic)),
    ("tag", Name::Field(Field::Topic)),
    ("cat", Name::Field(Field::Category)),
    ("mode", Name::Field(Field::Delivery)),
    ("type", Name::Field(Field::Form)),
];

/// Other spellings of what follows `is:` and `has:`.
const STATE_ALIASES: &[(&str, State)] =
    &[("in-progress", State::Started), ("completed", State::Done), ("free", State::New)];
const PRESENCE_ALIASES: &[(&str, Presence)] = &[
    ("prerequisites", Presence::Prerequisites),
    ("teacher", Presence::Instructor),
    ("run", Presence::Session),
    ("chinese", Presence::Chinese),
    ("english", Presence::English),
];

impl Name {
    /// Every name once, the fields first.
    pub fn all() -> impl Iterator<Item = Self> {
        let others = [Self::Is, Self::Has, Self::No, Self::Sort, Self::Limit, Self::View];
        Field::ALL.iter().map(|field| Self::Field(*field)).chain(others)
    }

    /// Reads a name in any case, or the sign that stands for one.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        match text.as_str() {
            "+" => Some(Self::Field(Field::Topic)),
            "@" => Some(Self::View),
            text => Field::from_word(text)
                .map(Self::Field)
                .or_else(|| alias(text, ALIASES))
                .or_else(|| alias(text, chinese::NAMES)),
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Field(field) => field.word(),
            Self::Is => "is",
            Self::Has => "has",
            Self::No => "no",
            Self::Sort => "sort",
            Self::Limit => "limit",
            Self::View => "@",
        }
    }

    /// The name that a misspelt one most probably stands for.
    pub fn nearest(text: &str) -> Option<&'static str> {
        let names = Field::ALL.iter().map(|field| field.word());
        nearest(text, names.chain(ALIASES.iter().map(|(word, _)| *word)))
    }
}

impl State {
    pub fn read(text: &str) -> Option<Self> {
        Self::from_word(text).or_else(|| alias(text, STATE_ALIASES)).or_else(|| alias(text, chinese::STATES))
    }
}

impl Presence {
    pub fn read(text: &str) -> Option<Self> {
        Self::from_word(text)
            .or_else(|| alias(text, PRESENCE_ALIASES))
            .or_else(|| alias(text, chinese::PRESENCES))
    }
}

impl SortKey {
    pub fn read(text: &str) -> Option<Self> {
        Self::from_word(text).or_else(|| alias(text, chinese::SORTS))
    }
}

fn alias<T: Copy>(text: &str, table: &[(&str, T)]) -> Option<T> {
    table.iter().find(|(word, _)| *word == text).map(|(_, member)| *member)
}

/// The closest of the words, if it is close enough to be a slip of the fingers or a beginning.
pub fn nearest(text: &str, words: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let text = text.to_lowercase();
    let letters = text.chars().count();
    if !(2..=24).contains(&letters) {
        return None;
    }
    let limit = if letters <= 3 { 1 } else { 2 };
    let score = |word: &'static str| {
        let distance = strsim::osa_distance(&text, word);
        if word.starts_with(&text) { distance.min(1) } else { distance }
    };
    words.map(|word| (score(word), word)).filter(|(score, _)| *score <= limit).min().map(|(_, word)| word)
}
