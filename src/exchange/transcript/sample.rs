//! Transcripts to look at in tests: an ordinary one, one whose every text attacks its reader, and
//! one with a gap.

use super::Transcript;
use crate::domain::course::LocalText;
use crate::domain::hours::Evidence;
use crate::domain::requirement::rule::{Label, Minimum, Multiplier, Per, Ratio, Source, Threshold};
use crate::domain::requirement::{Circumstances, Packs};
use crate::domain::vocabulary::{Category, Form, Unit};
use crate::domain::{Amount, Date, Entry, EntryId, HoursRecord, Profile, Rule, RuleId};

pub(crate) struct Sample {
    packs: Packs,
    profile: Profile,
    record: HoursRecord,
    unreadable: usize,
}

pub(crate) const HOSTILE: &str =
    "=HYPERLINK(\"x\")<script>alert(\"1\")</script> & 'more' |\u{202e}\u{1b}[31m";

impl Sample {
    /// Calls with the transcript of 2026, looked at on 21 November.
    pub(crate) fn with<T>(&self, look: impl FnOnce(&mut Transcript) -> T) -> T {
        let rule = &self.packs.rules()[0].id;
        let (packs, profile, record) = (&self.packs, &self.profile, &self.record);
        let all = Circumstances { packs, profile, record, planned: &[] };
        let standing = all.under(rule, Date::constant(2026, 11, 21));
        let mut transcript = Transcript::new(&standing, record, profile, self.unreadable).unwrap();
        look(&mut transcript)
    }
}

/// Eight hours of ethics with a certificate, and seven of teaching (3.5 × 2) without.
pub(crate) fn plain() -> Sample {
    sample(|text| text.to_owned())
}

/// The same, each text with something in it that a program might act on.
pub(crate) fn hostile() -> Sample {
    sample(|text| format!("{HOSTILE}{text}"))
}

pub(crate) fn incomplete() -> Sample {
    Sample { unreadable: 2, ..plain() }
}

fn sample(word: impl Fn(&str) -> String) -> Sample {
    let id = RuleId::new("us-tx-pe").unwrap();
    let ethics = Category::new("ethics").unwrap();
    let mut rule = Rule::new(id, LocalText::plain(&word("Texas")), Unit::Hour, Some(Amount::whole(15)));
    rule.minimums.push(Minimum {
        label: Some(Label::Category(ethics.clone())),
        amount: Threshold::Hours(Amount::whole(1)),
        per: Per::Period,
        carried: false,
        soft: false,
    });
    rule.multipliers.push(Multiplier {
        label: Label::Form(Form::Teaching),
        by: Ratio::new(2, 1).unwrap(),
        first_time: false,
    });
    rule.unconfirmed.push(LocalText::plain(&word("a gap of the pack")));
    rule.sources.push(Source {
        title: LocalText::plain(&word("The statute")),
        url: Some(word("javascript:alert(1)").replace("javascript:", "java script:")),
        checked: Date::constant(2026, 11, 1),
        line: 0,
    });
    let entry = |id: &str, month, title: &str, hundredths| {
        let id = EntryId::new(id).unwrap();
        let date = Date::constant(2026, month, 1);
        Entry::new(id, date, word(title), Amount::from_hundredths(hundredths))
    };
    let seminar = Entry {
        categories: vec![ethics],
        provider: Some(word("Engineering college")),
        note: Some(word("a note")),
        evidence: vec![Evidence { sha256: "ab".repeat(32), name: word("certificate.pdf") }],
        ..entry("a", 3, "Bridge seminar", 800)
    };
    let teaching = Entry { form: Some(Form::Teaching), ..entry("b", 4, "Lectures", 350) };
    let name = Some(word("Li Ming"));
    let profile = Profile { name, licence: Some(word("PE 12345")), ..Profile::default() };
    Sample {
        packs: Packs::new(vec![rule]),
        profile,
        record: HoursRecord::new(vec![seminar, teaching], Vec::new()),
        unreadable: 0,
    }
}
