//! The closed word lists of the data formats: units, levels, grades, delivery, forms, outcomes.
//!
//! Each word has one spelling in files, queries and flags ([`Word::word`]); what the reader sees
//! is in `locale`.

use std::fmt;

/// A member of a closed list, spelt the same in every file, query and flag.
pub trait Word: Copy + Eq + Sized + 'static {
    /// Every member, in the order in which people expect them.
    const ALL: &'static [Self];
    fn word(self) -> &'static str;

    fn from_word(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.word() == text)
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$member_doc:meta])* $member:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$member_doc])* $member),+ }

        impl Word for $name {
            const ALL: &'static [Self] = &[$(Self::$member),+];
            fn word(self) -> &'static str {
                match self { $(Self::$member => $word),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.word())
            }
        }
    };
}

words! {
    /// What an amount is counted in. Conversion between them belongs to a rule, never to an entry.
    Unit {
        /// A clock hour of 60 minutes; the default.
        Hour = "hour",
        /// 学时: 45 minutes where a text defines it.
        ClassHour = "class-hour",
        /// Professional development hour of US engineering boards, at least 50 minutes.
        Pdh = "pdh",
        /// PMI's unit: 60 minutes in steps of 0.25.
        Pdu = "pdu",
        Cpe = "cpe",
        /// Continuing education unit: 10 contact hours.
        Ceu = "ceu",
        Day = "day",
        Event = "event",
    }
}
words! {
    /// How much a course presumes. Not to be mixed with [`Grade`].
    Level {
        Introductory = "introductory",
        Intermediate = "intermediate",
        Advanced = "advanced",
    }
}
words! {
    /// 初级, 中级, 高级: the grade of a graded occupation that a course leads to.
    Grade {
        Junior = "junior",
        Intermediate = "intermediate",
        Senior = "senior",
    }
}
words! {
    /// 线上, 线下, 线上+线下.
    Delivery {
        Online = "online",
        Onsite = "onsite",
        Blended = "blended",
    }
}
words! {
    /// How something is or was learnt.
    Form {
        Lecture = "lecture",
        Workshop = "workshop",
        Training = "training",
        Seminar = "seminar",
        Conference = "conference",
        Coaching = "coaching",
        Competition = "competition",
        SelfStudy = "self-study",
        Teaching = "teaching",
        Paper = "paper",
        Patent = "patent",
        Degree = "degree",
        Exam = "exam",
    }
}
words! {
    /// How an entry of the hours record ended.
    Outcome {
        /// Part of a course has been studied; its hours do not count as completed yet.
        InProgress = "in-progress",
        Completed = "completed",
        /// The examination was passed; some rules count hours only then.
        Passed = "passed",
        /// Stays visible and gives no hours.
        Failed = "failed",
        Withdrawn = "withdrawn",
    }
}
words! {
    /// Where a person stands with a course, derived from plan and hours together.
    CourseState {
        Planned = "planned",
        InProgress = "in-progress",
        Completed = "completed",
        Passed = "passed",
        Failed = "failed",
        Withdrawn = "withdrawn",
    }
}

impl Unit {
    /// Minutes of study that one unit stands for at least; `None` where the unit fixes no length
    /// (days differ from place to place, a CPE from board to board).
    ///
    /// Sources: 学时 45 in Fujian and Guangdong; PDH "at least 50" of the NCEES standard; PDU 60 of
    /// PMI; CEU ten contact hours of 60 of IACET.
    pub const fn minutes(self) -> Option<u32> {
        match self {
            Self::Hour | Self::Pdu => Some(60),
            Self::ClassHour => Some(45),
            Self::Pdh => Some(50),
            Self::Ceu => Some(600),
            Self::Cpe | Self::Day | Self::Event => None,
        }
    }

    /// Minutes of study that a rule in this unit asks for one of them where it states no length of
    /// its own. As [`Unit::minutes`], but a contact hour gives one PDH, not 1.2, and a CEU ten:
    /// NCEES counts nominal hours, of which 50 minutes are the least.
    pub const fn asked_minutes(self) -> Option<u32> {
        match self {
            Self::Pdh => Some(60),
            other => other.minutes(),
        }
    }
}

impl Outcome {
    /// Whether the hours of such an entry are completed hours.
    pub fn earns(self) -> bool {
        matches!(self, Self::Completed | Self::Passed)
    }
}

/// A label that rules count by. Boards invent their own, so the list is open; these are the ones
/// that the bundled packs know.
pub const KNOWN_CATEGORIES: &[&str] = &[
    "public",
    "professional",
    "elective",
    "ethics",
    "technical",
    "education",
    "ways-of-working",
    "power-skills",
    "business-acumen",
    "giving-back",
    "practitioner",
    "group-a",
    "group-b",
    "practice",
    "risk",
    "business",
    "broader",
];

/// A category label: kebab-case, see [`KNOWN_CATEGORIES`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Category(String);

impl Category {
    pub fn new(text: &str) -> Option<Self> {
        super::ids::is_slug(text).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The known label that this one was probably meant to be. Rules count by label, so a slip of
    /// the keys here would cost hours later; a label of the person's own making has none. `counted`:
    /// labels that are known besides, such as those of followed rules.
    pub fn nearly<'a>(&self, counted: &'a [Self]) -> Option<&'a str> {
        let known = || counted.iter().map(Self::as_str).chain(KNOWN_CATEGORIES.iter().copied());
        if known().any(|known| known == self.0) {
            return None;
        }
        let distance = |known: &&str| strsim::osa_distance(known, &self.0);
        known().min_by_key(distance).filter(|known| distance(known) <= 2)
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_keys_is_seen_and_an_own_label_is_not() {
        let counted = ["safety", "technicals"].map(|label| Category::new(label).unwrap());
        let nearly = |text| Category::new(text).unwrap().nearly(&counted);
        assert_eq!(nearly("saftey"), Some("safety"));
        assert_eq!(nearly("technicals"), None, "counted by a rule, although a known one is near");
        assert_eq!(Category::new("saftey").unwrap().nearly(&[]), None);
        assert_eq!(nearly("profesional"), Some("professional"));
        assert_eq!(nearly("ehtics"), Some("ethics"));
        assert_eq!(nearly("professional"), None);
        assert_eq!(nearly("site-safety"), None);
    }
}
