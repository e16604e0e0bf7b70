//! What was done under one rule in one period, as a board asks for it: a value to be written as
//! HTML, Markdown, CSV or JSON. It orders the figures of an evaluation and works out none.

mod csv;
mod html;
mod json;
mod markdown;
mod paper;
#[cfg(test)]
pub(crate) mod sample;

pub use csv::csv;
pub use html::html;
pub use json::{json, kept as kept_word};
pub use markdown::{escaped, markdown};

use crate::domain::hours::Evidence;
use crate::domain::requirement::carry::Portion;
use crate::domain::requirement::ledger::{LineCredit, ledger};
use crate::domain::requirement::rule::CountsWhen;
use crate::domain::requirement::{Credit, Evaluation, NotEvaluated, Part, Period, Standing};
use crate::domain::{Amount, Date, Entry, HoursRecord, Profile, Rule};
use crate::store::record::Kept;

/// A transcript of one person under one rule.
#[derive(Clone, Debug)]
pub struct Transcript<'a> {
    pub name: Option<&'a str>,
    pub licence: Option<&'a str>,
    pub rule: &'a Rule,
    /// The person's date that the periods count from.
    pub since: Option<Date>,
    pub evaluation: &'a Evaluation,
    /// Every live entry of the period up to the day, oldest first.
    pub rows: Vec<Row<'a>>,
    /// What the hours carried in come from, newest first.
    pub carried: Vec<CarriedRow<'a>>,
    record: &'a HoursRecord,
    /// Files of the record that could not be read: the transcript is not whole.
    pub unreadable: usize,
}

/// One entry and what it came to. Rows are numbered from 1 in the order of a transcript.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    pub entry: &'a Entry,
    pub credit: &'a Credit,
    pub proofs: Vec<Proof<'a>>,
}

/// An entry of the period before, of which some hours moved on.
#[derive(Clone, Debug)]
pub struct CarriedRow<'a> {
    pub entry: &'a Entry,
    pub portion: &'a Portion,
    pub proofs: Vec<Proof<'a>>,
}

/// A certificate of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof<'a> {
    pub evidence: &'a Evidence,
    /// Where it lies in the audit pack; `None` outside of one, and for what is not in it.
    pub packed: Option<String>,
    /// What became of the copy, where somebody has looked.
    pub kept: Option<Kept>,
}

impl<'a> Transcript<'a> {
    /// `unreadable`: how many files of the record could not be read.
    ///
    /// # Errors
    /// Where the standing has no figures.
    pub fn new(
        standing: &'a Standing<'a>,
        record: &'a HoursRecord,
        profile: &'a Profile,
        unreadable: usize,
    ) -> Result<Self, NotEvaluated> {
        let evaluation = standing.evaluation.as_ref().map_err(Clone::clone)?;
        let rule = standing.rule.ok_or(NotEvaluated::UnknownRule)?;
        let entry = |place: usize| record.all().get(place);
        let rows = evaluation.credits.iter().filter_map(|credited| {
            let entry = entry(credited.entry)?;
            Some(Row { entry, credit: &credited.credit, proofs: proofs(entry) })
        });
        let carried = evaluation.carried.portions.iter().filter_map(|portion| {
            let entry = entry(portion.entry)?;
            Some(CarriedRow { entry, portion, proofs: proofs(entry) })
        });
        let of_rule = profile.following(&rule.id).and_then(|following| following.licence.as_deref());
        Ok(Self {
            name: profile.name.as_deref(),
            licence: of_rule.or(profile.licence.as_deref()),
            rule,
            since: standing.since,
            evaluation,
            rows: rows.collect(),
            carried: carried.collect(),
            record,
            unreadable,
        })
    }

    pub fn period(&self) -> Period {
        self.evaluation.period
    }

    /// The part that is about everything.
    pub fn total(&self) -> Option<&'a Part> {
        self.evaluation.parts.first()
    }

    /// The rows that a part is made of, by number, and what each adds. The sum is `part.counted`.
    pub fn addends(&self, part: &Part) -> Vec<(usize, Amount)> {
        let mut rows = self.rows.iter().zip(1..);
        let lines = ledger(part, self.evaluation, self.record).into_iter().filter_map(|line| {
            let LineCredit::Counted(credit) = line.credit else { return None };
            // Rows and lines have one order, so that a row once passed over is not asked for again.
            let (_, number) = rows.find(|(row, _)| row.entry.id == line.entry.id)?;
            (!credit.counted.is_zero()).then_some((number, credit.counted))
        });
        lines.collect()
    }

    pub fn counts_once_passed(&self) -> bool {
        self.rule.counts_when == CountsWhen::Passed
    }

    /// What counts and so needs proof, with its number: rows with counted hours, and what the hours
    /// carried in come from.
    pub fn counting(&self) -> impl Iterator<Item = (usize, &'a Entry, &[Proof<'a>])> {
        let rows = self.rows.iter().enumerate().filter(|(_, row)| !row.credit.counted.is_zero());
        let rows = rows.map(|(at, row)| (at + 1, row.entry, &row.proofs[..]));
        let carried = self.carried.iter().zip(self.rows.len() + 1..);
        rows.chain(carried.map(|(row, number)| (number, row.entry, &row.proofs[..])))
    }

    /// The numbers of those of them without a certificate that is as it was kept.
    pub fn unproven(&self) -> Vec<usize> {
        let good = |proof: &Proof| proof.kept.is_none_or(Kept::is_same);
        let unproven = self.counting().filter(|(_, _, proofs)| !proofs.iter().any(good));
        unproven.map(|(number, _, _)| number).collect()
    }

    /// Every certificate that the transcript names, with the number and the entry that it proves.
    pub fn proofs(&self) -> impl Iterator<Item = (usize, &'a Entry, &Proof<'a>)> {
        let rows = self.rows.iter().map(|row| (row.entry, &row.proofs));
        let rows = rows.chain(self.carried.iter().map(|row| (row.entry, &row.proofs)));
        rows.zip(1..)
            .flat_map(|((entry, proofs), number)| proofs.iter().map(move |proof| (number, entry, proof)))
    }

    /// The same, to be looked at.
    pub fn proofs_mut(&mut self) -> impl Iterator<Item = &mut Proof<'a>> {
        let rows = self.rows.iter_mut().flat_map(|row| &mut row.proofs);
        rows.chain(self.carried.iter_mut().flat_map(|row| &mut row.proofs))
    }
}

fn proofs(entry: &Entry) -> Vec<Proof<'_>> {
    entry.evidence.iter().map(|evidence| Proof { evidence, packed: None, kept: None }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_of_its_rows_is_the_figure_of_each_part() {
        sample::plain().with(|transcript| {
            for part in &transcript.evaluation.parts {
                let sum: Amount = transcript.addends(part).iter().map(|(_, amount)| *amount).sum();
                assert_eq!(sum, part.counted, "{}", part.id);
            }
            let parts = &transcript.evaluation.parts;
            assert_eq!(transcript.addends(&parts[0]), [(1, Amount::whole(8)), (2, Amount::whole(7))]);
            assert_eq!(transcript.addends(&parts[1]), [(1, Amount::whole(8))]);
        });
    }

    #[test]
    fn what_counts_without_a_certificate_is_named() {
        sample::plain().with(|transcript| {
            assert_eq!(transcript.unproven(), [2]);
            for proof in transcript.proofs_mut() {
                proof.kept = Some(Kept::Missing);
            }
            assert_eq!(transcript.unproven(), [1, 2]);
        });
    }
}
