//! The person's folder, the catalogs and the packs.

use crate::cli::context::Context;
use crate::cli::theme_files;
use crate::domain::requirement::period::days_between;
use crate::locale::cli::doctor::Finding;
use crate::store::{catalog, inspect, requirements};
use std::path::PathBuf;

/// With less than this a save may not fit: a megabyte is thousands of entries.
const NEARLY_FULL: u64 = 1 << 20;
/// Days after which a pack's source should be looked at again.
const STALE: u32 = 365;

pub(super) fn findings(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = record(context);
    findings.extend(catalogs(context));
    findings.extend(packs(context));
    findings.extend(settings(context));
    findings
}

/// Nothing where there is no settings file: nobody needs one.
fn settings(context: &Context<'_>) -> Vec<Finding> {
    let file = context.config.path().filter(|path| path.exists());
    let themes = theme_files::findings(&context.config, context.lang).len();
    let problems = context.configuration.troubles.len() + themes;
    let file = file.map(|path| Finding::Settings(path.to_owned()));
    file.into_iter().chain((problems > 0).then_some(Finding::SettingsProblems(problems))).collect()
}

fn record(context: &Context<'_>) -> Vec<Finding> {
    let Ok(home) = context.home() else { return vec![Finding::NoDataFolder] };
    let path = home.dir().to_owned();
    let folder = inspect::folder(&path);
    let record = home.load();
    let mut findings = Vec::new();
    let (entries, planned) = (record.hours.live().count(), record.plan.items.len());
    findings.push(match folder.exists {
        true => Finding::DataFolder { path: path.clone(), entries, planned },
        false => Finding::NothingRecorded(path.clone()),
    });
    if folder.of_another {
        findings.push(Finding::OfAnother(path.clone()));
    } else if !folder.writable {
        findings.push(Finding::NotWritable(path.clone()));
    }
    // In a folder that nobody else may enter, the modes of the files do not matter.
    if folder.open_to_others {
        findings.push(Finding::OpenToOthers { path: path.clone(), files: folder.readable_files });
    }
    findings.extend(folder.writable_by_others.then(|| Finding::WritableByOthers(path.clone())));
    if let Some(free) = folder.free.filter(|free| *free < NEARLY_FULL) {
        findings.push(Finding::NearlyFull { path, kilobytes: free / 1024 });
    }
    findings.extend((folder.leftovers > 0).then_some(Finding::Leftovers(folder.leftovers)));
    findings.extend((!record.problems.is_empty()).then_some(Finding::RecordProblems(record.problems.len())));
    findings
}

fn catalogs(context: &Context<'_>) -> Vec<Finding> {
    let bundled = context.catalogs.is_empty();
    let opened = if bundled { catalog::bundled() } else { catalog::open(&context.catalogs) };
    let courses = opened.catalog.len();
    let read = match bundled {
        true => Finding::BundledCatalog(courses),
        false => Finding::Catalog { files: opened.files, courses },
    };
    let problems = opened.problems.len();
    [Some(read), (problems > 0).then_some(Finding::CatalogProblems(problems))].into_iter().flatten().collect()
}

fn packs(context: &Context<'_>) -> Vec<Finding> {
    let opened = requirements::open(&context.pack_paths());
    let rules = opened.packs.rules();
    let bundled = requirements::open(&Vec::<PathBuf>::new());
    let is_own = |rule: &&crate::domain::Rule| {
        bundled.packs.get(&rule.id).is_none_or(|other| other.origin.file != rule.origin.file)
    };
    let own = rules.iter().filter(is_own).count();
    let is_stale = |rule: &&crate::domain::Rule| {
        rule.last_checked()
            .is_some_and(|checked| checked < context.today && days_between(checked, context.today) > STALE)
    };
    let stale = rules.iter().filter(is_stale).count();
    let problems = opened.problems.len();
    let mut findings = vec![Finding::Packs { packs: rules.len(), own }];
    findings.extend((problems > 0).then_some(Finding::PackProblems(problems)));
    findings.extend((stale > 0).then_some(Finding::StalePacks(stale)));
    findings
}
