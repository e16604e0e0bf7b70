//! The harness: a record and figures as lines of text, so that a case reads like a table.
//!
//! An entry is `DATE AMOUNT WORDS…`. A word is a unit, an outcome, a form after `as`, a title after
//! `=`, or else a category. A part is told as `id counted + carried of required: state`.

use std::path::Path;
use tuition::domain::profile::TotalOverride;
use tuition::domain::requirement::evaluate::{Evaluation, Subject, evaluate};
use tuition::domain::requirement::{Part, PartKind};
use tuition::domain::vocabulary::{Category, Form, Outcome, Unit, Word};
use tuition::domain::{Amount, Date, Entry, EntryId, HoursRecord, Rule, RuleId};
use tuition::store::requirements::{self, Opened};

/// A rule and the person that it binds.
pub struct Regime {
    pub rule: Rule,
    since: Option<Date>,
    totals: Vec<TotalOverride>,
}

/// One bundled pack.
pub fn bundled(id: &str) -> Regime {
    Regime::of(&requirements::open_for(&[], &[RuleId::new(id).unwrap()]))
}

/// A pack of the regimes that only tests know.
pub fn regime(id: &str) -> Regime {
    let path = Path::new("tests/fixtures/packs/regimes").join(format!("{id}.toml"));
    Regime::of(&requirements::open_only(&[path]))
}

impl Regime {
    fn of(opened: &Opened) -> Self {
        assert_eq!(opened.problems, []);
        let [rule] = opened.packs.rules() else { panic!("not one pack: {:?}", opened.packs) };
        Self { rule: rule.clone(), since: None, totals: Vec::new() }
    }

    /// Counted from a day of the person's own.
    pub fn since(mut self, day: &str) -> Self {
        self.since = Some(day.parse().unwrap());
        self
    }

    /// With a total of the person's own for every period.
    pub fn total(mut self, hours: u64) -> Self {
        self.totals.push(TotalOverride { period: None, hours: Amount::whole(hours) });
        self
    }

    pub fn evaluate(&self, as_of: &str, entries: &[&str]) -> Evaluation {
        let subject = Subject { rule: &self.rule, since: self.since, totals: &self.totals };
        evaluate(&subject, &record(&self.rule, entries), &[], as_of.parse().unwrap()).unwrap()
    }

    /// Every part on a line of its own.
    pub fn figures(&self, as_of: &str, entries: &[&str]) -> Vec<String> {
        self.evaluate(as_of, entries).parts.iter().map(line).collect()
    }

    /// The row of a table: this record gives exactly these parts.
    #[track_caller]
    pub fn gives(&self, as_of: &str, entries: &[&str], expected: &[&str]) {
        assert_eq!(self.figures(as_of, entries), expected, "{} as of {as_of}: {entries:#?}", self.rule.id);
    }

    /// What each entry counts, oldest first.
    #[track_caller]
    pub fn counts(&self, as_of: &str, entries: &[&str], expected: &[&str]) {
        let credits = self.evaluate(as_of, entries).credits;
        let counted: Vec<String> = credits.iter().map(|it| it.credit.counted.to_string()).collect();
        assert_eq!(counted, expected, "{} as of {as_of}: {entries:#?}", self.rule.id);
    }

    /// Moving one entry from a day to its neighbour changes these lines and no other.
    #[track_caller]
    pub fn moving(&self, as_of: &str, entries: &[&str], from_to: (&str, &str), changed: &[(&str, &str)]) {
        let (from, to) = from_to;
        let moved: Vec<String> = entries.iter().map(|entry| entry.replace(from, to)).collect();
        let differing = entries.iter().zip(&moved).filter(|(before, after)| before != after);
        assert_eq!(differing.count(), 1, "exactly one entry is to move from {from}");
        let moved: Vec<&str> = moved.iter().map(String::as_str).collect();
        let (before, after) = (self.figures(as_of, entries), self.figures(as_of, &moved));
        let lines = before.iter().zip(&after).filter(|(before, after)| before != after);
        let lines: Vec<(&str, &str)> = lines.map(|(before, after)| (&**before, &**after)).collect();
        assert_eq!(lines, changed, "{} as of {as_of}, {from} → {to}", self.rule.id);
    }
}

fn record(rule: &Rule, entries: &[&str]) -> HoursRecord {
    let entries = entries.iter().enumerate().map(|(at, text)| entry(rule, at, text));
    HoursRecord::new(entries.collect(), Vec::new())
}

fn entry(rule: &Rule, at: usize, text: &str) -> Entry {
    let mut words = text.split_whitespace();
    let day = words.next().unwrap().parse().unwrap();
    let amount = Amount::parse(words.next().unwrap()).unwrap();
    let id = EntryId::new(&format!("entry-{at:06}")).unwrap();
    let mut entry = Entry::new(id, day, format!("Entry {at}"), amount);
    entry.unit = rule.unit;
    while let Some(word) = words.next() {
        if word == "as" {
            entry.form = Some(Form::from_word(words.next().unwrap()).unwrap());
        } else if let Some(title) = word.strip_prefix('=') {
            title.clone_into(&mut entry.title);
        } else if let Some(unit) = Unit::from_word(word) {
            entry.unit = unit;
        } else if let Some(outcome) = Outcome::from_word(word) {
            entry.outcome = outcome;
        } else {
            entry.categories.push(Category::new(word).unwrap());
        }
    }
    entry
}

fn line(part: &Part) -> String {
    let carried = match part.carried {
        Amount::ZERO => String::new(),
        carried => format!(" + {carried}"),
    };
    let most = if part.kind == PartKind::Maximum { "at most " } else { "" };
    let required = part.required.map_or("?".to_owned(), |required| required.to_string());
    format!("{} {}{carried} of {most}{required}: {}", part.id, part.counted, part.state)
}
