//! A year as JSON. Times are exact minutes, and hours rounded down to the hundredth; days without
//! study are left out.

use super::YearReport;
use crate::domain::totals::ByUnit;
use crate::domain::vocabulary::Word;
use crate::domain::year::{Day, Doubt, Level, Pace, Prospect, Time};
use crate::domain::{Amount, Rule};
use crate::exchange::json::{SCHEMA, amount};
use serde_json::{Value, json};

pub fn json(report: &YearReport<'_>) -> Value {
    let year = report.year;
    let days = &year.days;
    let (without, over) = days.weeks_without(year.today);
    let categories = year.labels.rows.iter().map(|row| {
        json!({
            "category": row.category.as_ref().map(|category| category.as_str()),
            "minutes": minutes(row.total),
            "hours": amount(row.total.hours()),
            "months": row.months.map(minutes),
        })
    });
    let tracks = year.tracks.shares.iter().map(|share| {
        json!({
            "track": share.track,
            "minutes": minutes(share.time),
            "hours": amount(share.time.hours()),
            "entries": share.entries,
            "per_cent": share.per_cent,
        })
    });
    let paces = report.paces.iter().flat_map(|(rule, paces)| paces.iter().map(|one| pace(rule, one)));
    json!({
        "schema": SCHEMA,
        "year": year.number,
        "as_of": report.as_of.to_string(),
        "minutes": minutes(year.total()),
        "hours": amount(year.total().hours()),
        "entries": year.entries,
        "recorded": sums(&year.earned),
        "apart": {
            "unmeasured": sums(&year.apart.unmeasured),
            "in_progress": sums(&year.apart.in_progress),
            "failed": sums(&year.apart.failed),
            "withdrawn": sums(&year.apart.withdrawn),
        },
        "days_studied": days.studied(),
        "longest_streak": days.longest_streak().map(|streak| json!({
            "days": streak.days, "start": streak.first.to_string(), "end": streak.last.to_string(),
        })),
        "busiest_month": days.busiest_month().map(|(month, time)| json!({
            "month": month, "minutes": minutes(time),
        })),
        "busiest_day": days.busiest().map(|day| json!({
            "date": day.date.to_string(), "minutes": minutes(day.time),
        })),
        "weeks_over": over,
        "weeks_without": without,
        "days": days.iter().filter(|day| day.is_studied()).map(day).collect::<Vec<_>>(),
        "months": year.labels.months.map(minutes),
        "categories": categories.collect::<Vec<_>>(),
        "entries_in_several_categories": year.labels.shared,
        "tracks": tracks.collect::<Vec<_>>(),
        "paces": paces.collect::<Vec<_>>(),
    })
}

fn minutes(time: Time) -> Value {
    amount(time.minutes())
}

fn sums(sums: &ByUnit) -> Value {
    sums.iter().map(|(unit, sum)| json!({"unit": unit.word(), "hours": amount(sum)})).collect()
}

fn day(day: &Day) -> Value {
    let level = match day.level() {
        Level::None => "none",
        Level::Unmeasured => "unmeasured",
        Level::Little => "under-1h",
        Level::Some => "1-2h",
        Level::Much => "2-4h",
        Level::Most => "from-4h",
    };
    json!({
        "date": day.date.to_string(),
        "minutes": minutes(day.time),
        "entries": day.entries,
        "level": level,
        "unmeasured": day.unmeasured,
    })
}

fn pace(rule: &Rule, one: &Pace) -> Value {
    let part = &one.part;
    let (word, on, missing, needed) = match one.prospect {
        Prospect::Reached => ("reached", None, None, None),
        Prospect::Reaches { on, .. } => ("reaches", Some(on), None, None),
        Prospect::Misses { missing, needed } => ("misses", None, Some(missing), needed),
        Prospect::Unsure { needed } => ("unsure", None, None, needed),
        Prospect::Nothing { needed } => ("nothing-counted", None, None, needed),
        Prospect::Rolling { keeps } => ("rolling", None, None, Some(keeps)),
        Prospect::TooLate => ("too-late", None, None, None),
    };
    let doubt = one.doubt.as_ref().map(|doubt| match doubt {
        Doubt::Cap(label) => json!({"cap": label.as_ref().map(|label| label.to_string())}),
        Doubt::FirstTimes => json!({"first_times": true}),
    });
    let stated = |value: Option<Amount>| value.map(amount);
    json!({
        "rule": rule.id.as_str(),
        "part": part.id.to_string(),
        "unit": rule.unit.word(),
        "start": part.span.start.to_string(),
        "end": part.span.end.to_string(),
        "required": stated(part.required),
        "counted": amount(part.counted),
        "carried": amount(part.carried),
        "days": one.days,
        "per_week": amount(one.per_week),
        "prospect": word,
        "reached_on": on.map(|on| on.to_string()),
        "missing_at_end": stated(missing),
        "needed_per_week": stated(needed),
        "doubt": doubt,
    })
}
