//! The options that `done`, `log add`, `log edit` and a line of a batch share, and the entry that
//! they are laid over.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::typed::{self, Choice};
use crate::domain::vocabulary::{Form, Outcome, Unit};
use crate::domain::{Amount, Course, Entry};
use crate::locale::cli::{Failure, Notice};
use crate::store::record::new_entry_id;
use clap::Args;
use jiff::Timestamp;
use std::path::PathBuf;

/// What may be said of an entry; what is not said stays as it was.
#[derive(Debug, Default, Args)]
pub(in crate::cli) struct EntryOptions {
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub(in crate::cli) hours: Option<String>,
    #[arg(long, value_name = "UNIT", value_parser = typed::word::<Unit>())]
    pub(in crate::cli) unit: Option<Unit>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) on: Option<String>,
    #[arg(long = "category", value_name = "CATEGORY")]
    pub(in crate::cli) categories: Vec<String>,
    #[arg(long, value_name = "FORM", value_parser = typed::word_or_none::<Form>())]
    pub(in crate::cli) form: Option<Choice<Form>>,
    #[arg(long, value_name = "RESULT", value_parser = typed::word::<Outcome>())]
    pub(in crate::cli) result: Option<Outcome>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) provider: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) url: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) note: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) evidence: Vec<PathBuf>,
}

impl EntryOptions {
    /// Lays what was said over an entry. An empty text takes the old one away.
    pub(in crate::cli) fn apply(&self, entry: &mut Entry, context: &Context<'_>) -> Result<(), Failure> {
        if let Some(text) = &self.hours {
            entry.amount = typed::hours(text, "--hours")?;
        }
        if let Some(text) = &self.on {
            entry.date = typed::past_date(text, "--on", context.today)?;
        }
        if let Some(unit) = self.unit {
            entry.unit = unit;
        }
        if !self.categories.is_empty() {
            let named = self.categories.iter().map(String::as_str);
            entry.categories = typed::categories(named.filter(|name| *name != "none"))?;
            for category in &entry.categories {
                if let Some(known) = category.nearly(context.counted()) {
                    context.console.note(&Notice::CategoryNearly {
                        category: category.clone(),
                        known: known.to_owned(),
                    });
                }
            }
        }
        match self.form {
            None => {}
            Some(Choice::None) => entry.form = None,
            Some(Choice::Word(form)) => entry.form = Some(form),
        }
        if let Some(outcome) = self.result {
            entry.outcome = outcome;
        }
        let texts = [
            (&self.provider, &mut entry.provider),
            (&self.url, &mut entry.url),
            (&self.note, &mut entry.note),
        ];
        for (said, text) in texts {
            if let Some(said) = said {
                *text = typed::text(said);
            }
        }
        Ok(())
    }

    /// Whether nothing was said at all.
    pub(in crate::cli) fn is_empty(&self) -> bool {
        let texts = [&self.hours, &self.on, &self.provider, &self.url, &self.note];
        texts.iter().all(|text| text.is_none())
            && self.unit.is_none()
            && self.form.is_none()
            && self.result.is_none()
            && self.categories.is_empty()
            && self.evidence.is_empty()
    }

    /// Copies the certificates, once everything else of the entry is known to be right.
    pub(in crate::cli) fn keep_evidence(
        &self,
        entry: &mut Entry,
        context: &Context<'_>,
    ) -> Result<(), CliError> {
        for file in &self.evidence {
            let kept = context.home()?.keep_evidence(file, Timestamp::now())?;
            if !entry.evidence.contains(&kept) {
                entry.evidence.push(kept);
            }
        }
        Ok(())
    }
}

/// An entry of today for something that is in no catalog; its amount is still to be said.
pub(in crate::cli) fn blank(title: &str, context: &Context<'_>) -> Result<Entry, Failure> {
    let now = Timestamp::now();
    let title = typed::text(title).ok_or(Failure::EmptyTitle)?;
    let entry = Entry::new(new_entry_id(now), context.today, title, Amount::ZERO);
    Ok(Entry { recorded: Some(now), ..entry })
}

/// An entry of today with everything that the catalog knows of a course: the record outlives it.
pub(in crate::cli) fn from_course(course: &Course, context: &Context<'_>) -> Result<Entry, Failure> {
    Ok(Entry {
        course: Some(course.id.clone()),
        amount: course.hours.as_ref().map_or(Amount::ZERO, |hours| hours.nominal()),
        unit: course.unit,
        categories: course.categories.clone(),
        form: course.form,
        provider: course.provider.clone(),
        url: course.url.clone(),
        ..blank(course.title.wording(context.lang.is_chinese()), context)?
    })
}
