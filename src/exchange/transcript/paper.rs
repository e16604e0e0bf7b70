//! A transcript in words: every text that stands on the page, in the reader's language, before it
//! becomes HTML or Markdown. Both say the same because they are given the same.

use super::{Proof, Transcript};
use crate::domain::requirement::{Part, PartKind, State};
use crate::domain::vocabulary::{Category, Form};
use crate::domain::{Entry, Safe};
use crate::locale::requirements;
use crate::locale::transcript::{self as said, TranscriptWords};
use crate::locale::{Lang, Say, vocabulary};

/// Rows that are spelt out in a part's sum; more would fill the page.
const SPELT_OUT: usize = 24;

/// The page from the top to the bottom.
pub(super) struct Paper {
    pub(super) title: String,
    /// What the reader has to know before anything else.
    pub(super) warnings: Vec<String>,
    /// Label and value.
    pub(super) facts: Vec<(String, String)>,
    pub(super) sections: Vec<Section>,
    /// For the person alone, behind the signature: what to know before handing it in.
    pub(super) holder: Vec<Section>,
    pub(super) words: &'static TranscriptWords,
}

pub(super) struct Section {
    pub(super) heading: String,
    pub(super) table: Option<Table>,
    /// Lines under the table.
    pub(super) lines: Vec<Line>,
}

pub(super) struct Table {
    pub(super) columns: Vec<(String, Kind)>,
    pub(super) rows: Vec<Vec<Cell>>,
    /// Label, and the figure under the column of figures that comes last.
    pub(super) sums: Vec<(String, String)>,
}

/// What a column holds decides how wide it is and where its text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Figure,
    Day,
    State,
    Proof,
}

#[derive(Default)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Smaller lines below.
    pub(super) below: Vec<Line>,
}

/// A line of text, perhaps with where it leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) link: Option<String>,
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self { text, link: None }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, below: Vec::new() }
    }
}

impl Paper {
    pub(super) fn new(transcript: &Transcript, lang: Lang) -> Self {
        let writer = Writer { transcript, lang, words: said::words(lang) };
        let mut sections = vec![writer.parts(), writer.entries()];
        sections.extend(writer.carried());
        sections.extend(writer.remarks());
        sections.extend(writer.sources());
        let unreadable = Some(transcript.unreadable).filter(|files| *files > 0);
        Self {
            title: writer.words.transcript.to_owned(),
            warnings: unreadable.map(|files| said::incomplete(lang, files)).into_iter().collect(),
            facts: writer.facts(),
            sections,
            holder: writer.holder(),
            words: writer.words,
        }
    }
}

struct Writer<'t> {
    transcript: &'t Transcript<'t>,
    lang: Lang,
    words: &'static TranscriptWords,
}

impl Writer<'_> {
    fn facts(&self) -> Vec<(String, String)> {
        let (transcript, words) = (self.transcript, self.words);
        let rule = transcript.rule;
        let or_not_stated = |text: Option<&str>| safe(text.unwrap_or(words.not_stated));
        let title = rule.title.wording(self.lang.is_chinese());
        let mut facts = vec![
            (words.name, or_not_stated(transcript.name)),
            (words.licence, or_not_stated(transcript.licence)),
            (words.rule, format!("{} ({})", safe(title), rule.id)),
            (words.period, requirements::period(self.lang, transcript.period())),
            (words.as_of, transcript.evaluation.as_of.to_string()),
            (words.state, self.state(transcript.evaluation.state)),
        ];
        if let Some(since) = transcript.since {
            facts.insert(4, (words.since, since.to_string()));
        }
        facts.into_iter().map(|(label, value)| (label.to_owned(), value)).collect()
    }

    fn parts(&self) -> Section {
        let words = self.words;
        let columns = [words.part, words.required, words.counted, words.carried, words.missing, words.state];
        let kinds = [Kind::Text, Kind::Figure, Kind::Figure, Kind::Figure, Kind::Figure, Kind::State];
        let rows = self.transcript.evaluation.parts.iter().map(|part| self.part(part));
        Section {
            heading: said::with_unit(self.lang, words.parts, self.transcript.rule.unit),
            table: Some(Table {
                columns: columns_of(columns, kinds),
                rows: rows.collect(),
                sums: Vec::new(),
            }),
            lines: Vec::new(),
        }
    }

    fn part(&self, part: &Part) -> Vec<Cell> {
        let transcript = self.transcript;
        let is_cap = part.kind == PartKind::Maximum;
        let required = part.required.map_or_else(
            || self.words.not_stated.to_owned(),
            |amount| if is_cap { format!("{} {amount}", self.words.at_most) } else { amount.to_string() },
        );
        let missing = part.missing().filter(|_| !is_cap);
        let basis = requirements::basis(self.lang, transcript.rule, part, transcript.evaluation.as_of);
        // A page of facts has no forecast: what plan or pace will bring is for the person.
        let basis = if is_settled(part.state) { vec![safe(&basis).into()] } else { Vec::new() };
        let state = if is_cap { String::new() } else { self.state(part.state) };
        let sum = self.sum(part).map(Line::from);
        vec![
            Cell { text: safe(&requirements::part_name(self.lang, part)), below: sum.into_iter().collect() },
            required.into(),
            part.counted.to_string().into(),
            part.carried.to_string().into(),
            missing.map_or_else(|| "–".to_owned(), |missing| missing.to_string()).into(),
            Cell { text: state, below: basis },
        ]
    }

    /// A state as it stands on the day; what can still become met is not met yet.
    fn state(&self, state: State) -> String {
        if is_settled(state) { state.say(self.lang) } else { self.words.not_yet.to_owned() }
    }

    /// The arithmetic of a part; nothing where there is nothing to add.
    fn sum(&self, part: &Part) -> Option<String> {
        let addends = self.transcript.addends(part);
        match addends.len() {
            0 => None,
            1..=SPELT_OUT => Some(said::sum(self.lang, &addends, part.counted)),
            rows => Some(said::sum_of_many(self.lang, rows, part.counted)),
        }
    }

    fn entries(&self) -> Section {
        let (transcript, words) = (self.transcript, self.words);
        let columns = [
            words.number,
            words.date,
            words.title,
            words.stated,
            words.claimed,
            words.counted,
            words.evidence,
        ];
        let kinds =
            [Kind::Figure, Kind::Day, Kind::Text, Kind::Figure, Kind::Figure, Kind::Figure, Kind::Proof];
        let rows = transcript.rows.iter().enumerate().map(|(at, row)| {
            let entry = row.entry;
            let reasons = row.credit.reasons.iter();
            let reasons: Vec<String> = reasons
                .map(|reason| safe(&requirements::reason(self.lang, transcript.rule, reason)))
                .collect();
            let mut title = self.title(entry);
            if !reasons.is_empty() {
                title.below.push(said::because(self.lang, &reasons).into());
            }
            vec![
                (at + 1).to_string().into(),
                entry.date.to_string().into(),
                title,
                vocabulary::amount(self.lang, entry.amount, entry.unit).into(),
                row.credit.claimed.to_string().into(),
                row.credit.counted.to_string().into(),
                self.proof(&row.proofs),
            ]
        });
        let rows: Vec<Vec<Cell>> = rows.collect();
        let unproven = transcript.unproven();
        let mut lines = Vec::new();
        if !unproven.is_empty() {
            lines.push(said::unproven(self.lang, &unproven).into());
        }
        if rows.is_empty() {
            lines.push(words.no_entries.to_owned().into());
        }
        let table = Table { columns: columns_of(columns, kinds), rows, sums: self.sums() };
        Section {
            heading: said::with_unit(self.lang, words.entries_counted_in, transcript.rule.unit),
            table: (!transcript.rows.is_empty()).then_some(table),
            lines,
        }
    }

    fn sums(&self) -> Vec<(String, String)> {
        let Some(total) = self.transcript.total() else { return Vec::new() };
        let with_unit = |amount| vocabulary::amount(self.lang, amount, self.transcript.rule.unit);
        let mut sums = vec![(self.words.in_all.to_owned(), with_unit(total.counted))];
        if !total.carried.is_zero() {
            sums.push((self.words.carried.to_owned(), with_unit(total.carried)));
            sums.push((self.words.together.to_owned(), with_unit(total.have())));
        }
        sums
    }

    fn carried(&self) -> Option<Section> {
        let (transcript, words) = (self.transcript, self.words);
        let why = requirements::carried(self.lang, transcript.rule, &transcript.evaluation.carried)?;
        let first = transcript.rows.len() + 1;
        let rows = transcript.carried.iter().enumerate().map(|(at, row)| {
            vec![
                (first + at).to_string().into(),
                row.entry.date.to_string().into(),
                self.title(row.entry),
                vocabulary::amount(self.lang, row.entry.amount, row.entry.unit).into(),
                row.portion.amount.to_string().into(),
                self.proof(&row.proofs),
            ]
        });
        let columns = [words.number, words.date, words.title, words.stated, words.moved, words.evidence];
        let kinds = [Kind::Figure, Kind::Day, Kind::Text, Kind::Figure, Kind::Figure, Kind::Proof];
        let table = Table { columns: columns_of(columns, kinds), rows: rows.collect(), sums: Vec::new() };
        Some(Section {
            heading: words.carried_in.to_owned(),
            table: (!transcript.carried.is_empty()).then_some(table),
            lines: vec![safe(&why).into()],
        })
    }

    /// What an entry is: its title, and below it whatever else an auditor asks for.
    fn title(&self, entry: &Entry) -> Cell {
        let lang = self.lang;
        let comma = |texts: Vec<String>| said::listed(lang, &texts);
        let mut kinds: Vec<String> = entry.form.map(|form: Form| form.say(lang)).into_iter().collect();
        kinds.extend(entry.categories.iter().map(|category: &Category| category.say(lang)));
        kinds.push(entry.outcome.say(lang));
        let course = entry.course.as_ref().map(|course| course.as_str().to_owned());
        let who = entry.provider.clone().into_iter().chain(course).collect();
        let mut origin: Vec<String> = vec![entry.id.to_string()];
        origin.extend(entry.recorded.map(|moment| said::recorded(lang, &moment.strftime("%F").to_string())));
        origin.extend(entry.replaces.as_ref().map(|id| said::corrects(lang, id.as_str())));
        let both: Vec<String> =
            [comma(who), comma(kinds)].into_iter().filter(|text| !text.is_empty()).collect();
        let below = [both.join(" · "), entry.note.clone().unwrap_or_default(), comma(origin)];
        let below = below.into_iter().filter(|line| !line.is_empty()).map(|line| Line::from(safe(&line)));
        let url = entry.url.as_deref().map(|url| Line { text: safe(url), link: web(url) });
        Cell { text: safe(&entry.title), below: below.chain(url).collect() }
    }

    fn proof(&self, proofs: &[Proof]) -> Cell {
        if proofs.is_empty() {
            return self.words.no_evidence.to_owned().into();
        }
        let lines = proofs.iter().map(|proof| {
            let name = safe(&proof.evidence.name);
            let fault = proof.kept.and_then(|kept| said::kept(self.lang, kept));
            let short: String = proof.evidence.sha256.chars().take(12).collect();
            let text = match fault {
                Some(fault) => format!("{name} ({fault})"),
                None => format!("{name} ({} {}…)", self.words.hash, safe(&short)),
            };
            Line { text, link: proof.packed.as_deref().map(reference) }
        });
        Cell { text: String::new(), below: lines.collect() }
    }

    fn remarks(&self) -> Vec<Section> {
        let (transcript, lang) = (self.transcript, self.lang);
        let rule = transcript.rule;
        let mut lines: Vec<String> = Vec::new();
        lines.extend(transcript.evaluation.overridden.map(|total| said::overridden(lang, rule, total)));
        lines.extend(transcript.counts_once_passed().then(|| self.words.passed_only.to_owned()));
        lines.extend(said::not_in_force(lang, rule, transcript.period()));
        sections([(self.words.remarks, lines)])
    }

    /// What the pack says to whoever records by it, and what it could not confirm: no business of
    /// those who read a signed page.
    fn holder(&self) -> Vec<Section> {
        let (rule, lang) = (self.transcript.rule, self.lang);
        let chinese = lang.is_chinese();
        let mut lines: Vec<String> = Vec::new();
        lines.extend(rule.evidence_months.map(|months| said::keep_for(lang, months)));
        lines.extend(rule.note.as_ref().map(|note| safe(note.wording(chinese))));
        let unconfirmed = rule.unconfirmed.iter().map(|text| safe(text.wording(chinese))).collect();
        sections([(self.words.holder, lines), (self.words.unconfirmed, unconfirmed)])
    }

    fn sources(&self) -> Option<Section> {
        let sources = &self.transcript.rule.sources;
        let lines = sources.iter().flat_map(|source| {
            let title = safe(source.title.wording(self.lang.is_chinese()));
            let url = source.url.as_deref().map(|url| Line { text: safe(url), link: web(url) });
            std::iter::once(Line::from(said::checked(self.lang, &title, source.checked))).chain(url)
        });
        let heading = self.words.sources.to_owned();
        (!sources.is_empty()).then(|| Section { heading, table: None, lines: lines.collect() })
    }
}

fn columns_of<const N: usize>(names: [&str; N], kinds: [Kind; N]) -> Vec<(String, Kind)> {
    names.iter().map(|name| (*name).to_owned()).zip(kinds).collect()
}

/// Bidi marks could turn a figure round on paper as well as on a terminal.
fn safe(text: &str) -> String {
    Safe::new(text).into_string()
}

/// An address that a browser may be led to.
fn web(url: &str) -> Option<String> {
    let scheme = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    (scheme.starts_with("http://") || scheme.starts_with("https://")).then(|| safe(url))
}

/// A file's name as an address beside the page. What is not ASCII may stand in one as it is.
fn reference(name: &str) -> String {
    let mut address = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '.' | '/') {
            address.push_str(&format!("%{:02X}", u32::from(c)));
        } else {
            address.push(c);
        }
    }
    address
}

fn is_settled(state: State) -> bool {
    matches!(state, State::Met | State::Missed | State::Advice)
}

/// Sections of lines alone, those that have any.
fn sections<const N: usize>(named: [(&str, Vec<String>); N]) -> Vec<Section> {
    let filled = named.into_iter().filter(|(_, lines)| !lines.is_empty());
    filled
        .map(|(heading, lines)| Section {
            heading: heading.to_owned(),
            table: None,
            lines: lines.into_iter().map(Line::from).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_is_found_whatever_its_name() {
        assert_eq!(reference("evidence/证书 50%#1.pdf"), "evidence/证书%2050%25%231.pdf");
    }

    #[test]
    fn only_the_web_is_linked_to() {
        assert_eq!(web("https://example.org/a"), Some("https://example.org/a".to_owned()));
        for other in ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "证书证书证书", ""]
        {
            assert_eq!(web(other), None, "{other}");
        }
    }
}
