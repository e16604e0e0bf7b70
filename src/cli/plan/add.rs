//! `tuition plan add`: courses into the plan, all of them or none.

use crate::cli::context::{Context, progress};
use crate::cli::error::CliError;
use crate::cli::{courses, typed};
use crate::domain::progress::PrerequisiteState;
use crate::domain::{Course, Date, Operation, PlanItem};
use crate::locale::cli::Notice;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct AddArgs {
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    by: Option<String>,
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// The item with what the options say; what they do not mention stays.
fn stated(args: &AddArgs, by: Option<Date>, item: PlanItem) -> PlanItem {
    PlanItem {
        by: by.or(item.by),
        why: args.why.as_deref().and_then(typed::text).or(item.why),
        note: args.note.as_deref().and_then(typed::text).or(item.note),
        ..item
    }
}

pub(super) fn run(context: &Context<'_>, args: &AddArgs) -> Result<(), CliError> {
    let by = args.by.as_deref().map(|text| typed::any_date(text, "--by", context.today)).transpose()?;
    let catalog = context.catalog()?;
    let mut wanted: Vec<&Course> = Vec::new();
    for id in &args.ids {
        let course = courses::find(catalog, id)?;
        if !wanted.iter().any(|known| known.id == course.id) {
            wanted.push(course);
        }
    }
    let before = context.record_to_plan()?;
    let (present, new): (Vec<&Course>, Vec<&Course>) =
        wanted.into_iter().partition(|course| before.plan.get(&course.id).is_some());
    for course in present {
        let Some(known) = before.plan.get(&course.id) else { continue };
        let stated = stated(args, by, known.clone());
        let title = course.title.in_order(context.lang.is_chinese()).0.to_owned();
        if stated == *known {
            context.console.note(&Notice::AlreadyPlanned(title));
            continue;
        }
        // What is said anew of a planned course is not dropped for its being there.
        context.apply(Operation::PlanEdit(stated))?;
        context.console.report(&format!("changed {}", course.id))?;
        context.console.note(&Notice::PlanEdited(title));
    }
    if new.is_empty() {
        return Ok(());
    }
    let item = |course: &&Course| {
        stated(
            args,
            by,
            PlanItem::new(course.id.clone(), course.title.wording(context.lang.is_chinese()), context.today),
        )
    };
    context.apply(Operation::PlanAdd(new.iter().map(item).collect()))?;
    for course in &new {
        context.console.report(&format!("planned {}", course.id))?;
        context.console.note(&Notice::Planned(course.title.in_order(context.lang.is_chinese()).0.to_owned()));
    }
    if let Some(date) = by.filter(|date| *date < context.today) {
        context.console.note(&Notice::TargetPassed(date));
    }
    let progress = progress(&before);
    for course in &new {
        for (prerequisite, state) in progress.prerequisites(course) {
            let together = new.iter().any(|other| other.id == *prerequisite);
            if state == PrerequisiteState::Missing && !together {
                context.console.note(&Notice::PrerequisiteOpen {
                    course: course.id.to_string(),
                    prerequisite: prerequisite.clone(),
                });
            }
        }
    }
    context.console.note(&Notice::UndoHint);
    Ok(())
}
