//! Whatever the rule and whatever the record: nothing is invented, nothing is lost, nothing counts
//! twice.

use proptest::prelude::*;
use std::collections::HashSet;
use tuition::domain::course::{LocalText, StatedHours};
use tuition::domain::profile::TotalOverride;
use tuition::domain::requirement::effect::{Planned, effect};
use tuition::domain::requirement::evaluate::{Subject, evaluate};
use tuition::domain::requirement::ledger::planned_lines;
use tuition::domain::requirement::period::{add_months, days_between, first_of_last};
use tuition::domain::requirement::rule::{
    Carry, Conversion, CountsWhen, Label, Maximum, Minimum, Multiplier, Per, Ratio, Reach, Threshold,
};
use tuition::domain::requirement::{Anchor, Cycle, Evaluation, PartKind, Rule};
use tuition::domain::vocabulary::{Category, Form, Outcome, Unit, Word};
use tuition::domain::{Amount, Catalog, Course, CourseId, Date, Entry, EntryId, HoursRecord, RuleId};

const LABELS: [&str; 3] = ["ethics", "technical", "group-a"];
const FORMS: [Form; 3] = [Form::Training, Form::Teaching, Form::SelfStudy];

/// Days of eight years around leap days, and sometimes far away.
fn day() -> impl Strategy<Value = Date> {
    let near = (2022_i16..2030, 1_i8..=12, 1_i8..=31);
    let far = (1900_i16..=2200, 1_i8..=12, 1_i8..=31);
    let ends = (2022_i16..2030, prop_oneof![Just(2_i8), Just(12), Just(1)], 27_i8..=31);
    prop_oneof![8 => near, 1 => far, 2 => ends].prop_map(|(year, month, day)| {
        Date::new(year, month, day).unwrap_or_else(|_| Date::constant(year, month, 1).last_of_month())
    })
}

fn hours() -> impl Strategy<Value = Amount> {
    prop_oneof![9 => 1_u64..6000, 1 => 1_u64..1_000_000].prop_map(Amount::from_hundredths)
}

fn category() -> impl Strategy<Value = Category> {
    prop::sample::select(&LABELS[..]).prop_map(|text| Category::new(text).unwrap())
}

fn label() -> impl Strategy<Value = Label> {
    let form = prop::sample::select(&FORMS[..]).prop_map(Label::Form);
    prop_oneof![category().prop_map(Label::Category), form]
}

fn ratio() -> impl Strategy<Value = Ratio> {
    (0_u32..5, 1_u32..5).prop_map(|(above, below)| Ratio::new(above, below).unwrap())
}

fn threshold() -> impl Strategy<Value = Threshold> {
    prop_oneof![
        4 => hours().prop_map(Threshold::Hours),
        1 => ratio().prop_map(Threshold::ShareOfRequired),
        1 => ratio().prop_map(Threshold::ShareOfCounted),
    ]
}

fn cycle() -> impl Strategy<Value = Cycle> {
    let fixed = (1_i8..=12, 1_i8..=31, prop::option::of(2000_i16..2030))
        .prop_map(|(month, day, from_year)| Anchor::Fixed { month, day, from_year });
    let personal = Just(Anchor::Personal { date: "since".to_owned(), asks: None });
    let anchor = prop_oneof![3 => fixed, 3 => personal, 1 => Just(Anchor::Rolling)];
    let months = prop_oneof![3 => Just(12_u16), 1 => Just(24), 2 => Just(36), 1 => 1_u16..=120];
    (anchor, months).prop_map(|(anchor, months)| Cycle { anchor, months })
}

fn per() -> impl Strategy<Value = Per> {
    prop_oneof![3 => Just(Per::Period), 1 => Just(Per::Year)]
}

fn minimum() -> impl Strategy<Value = Minimum> {
    (prop::option::of(label()), threshold(), per(), any::<bool>(), any::<bool>())
        .prop_map(|(label, amount, per, carried, soft)| Minimum { label, amount, per, carried, soft })
}

fn maximum() -> impl Strategy<Value = Maximum> {
    let reach = prop_oneof![1 => Just(Reach::Entry), 3 => per().prop_map(Reach::Span)];
    let amount = prop_oneof![3 => hours().prop_map(Threshold::Hours), 1 => ratio().prop_map(Threshold::ShareOfRequired)];
    (prop::option::weighted(0.8, label()), amount, reach).prop_map(|(label, amount, per)| Maximum {
        label,
        amount,
        per,
    })
}

fn a_carry() -> impl Strategy<Value = Carry> {
    (hours(), prop::option::of(category()), prop::option::of(1_u16..40))
        .prop_map(|(hours, category, earned_within_months)| Carry { hours, category, earned_within_months })
}

fn conversion() -> impl Strategy<Value = Conversion> {
    let form = prop::option::of(prop::sample::select(&FORMS[..]));
    (prop::sample::select(Unit::ALL), form, hours()).prop_map(|(unit, form, gives)| Conversion {
        unit,
        form,
        gives,
    })
}

fn multiplier() -> impl Strategy<Value = Multiplier> {
    (label(), ratio(), any::<bool>()).prop_map(|(label, by, first_time)| Multiplier { label, by, first_time })
}

prop_compose! {
    fn rule()(
        (unit, step, passed) in (
            prop::sample::select(Unit::ALL),
            prop_oneof![2 => Just(0_u64), 1 => Just(25), 1 => Just(50)],
            prop::bool::weighted(0.2),
        ),
        cycle in cycle(),
        total in prop::option::weighted(0.9, hours()),
        minimums in prop::collection::vec(minimum(), 0..4),
        maximums in prop::collection::vec(maximum(), 0..4),
        carry in prop::option::of(a_carry()),
        conversions in prop::collection::vec(conversion(), 0..3),
        multipliers in prop::collection::vec(multiplier(), 0..2),
    ) -> Rule {
        let id = RuleId::new("rule").unwrap();
        let counts_when = if passed { CountsWhen::Passed } else { CountsWhen::Completed };
        let step = Amount::from_hundredths(step);
        let rule = Rule::new(id, LocalText::plain("Rule"), unit, total);
        Rule { step, counts_when, cycle, minimums, maximums, carry, conversions, multipliers, ..rule }
    }
}

type Written = (Date, Amount, Unit, HashSet<Category>, Option<Form>, Outcome, u8);

fn written() -> impl Strategy<Value = Written> {
    let unit = prop_oneof![3 => Just(Unit::Hour), 1 => prop::sample::select(Unit::ALL)];
    let outcome = prop_oneof![6 => Just(Outcome::Passed), 1 => prop::sample::select(Outcome::ALL)];
    let categories = prop::collection::hash_set(category(), 0..3);
    (day(), hours(), unit, categories, prop::option::of(prop::sample::select(&FORMS[..])), outcome, 0_u8..5)
}

fn entry(at: usize, (date, amount, unit, categories, form, outcome, title): &Written) -> Entry {
    let id = EntryId::new(&format!("e{at:03}")).unwrap();
    let categories = categories.iter().cloned().collect();
    let (unit, form, outcome) = (*unit, *form, *outcome);
    Entry { unit, categories, form, outcome, ..Entry::new(id, *date, format!("Title {title}"), *amount) }
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(written(), 0..14)
        .prop_map(|all| all.iter().enumerate().map(|(at, written)| entry(at, written)).collect())
}

fn totals() -> impl Strategy<Value = Vec<TotalOverride>> {
    let one = (prop::option::of(day()), hours()).prop_map(|(period, hours)| TotalOverride { period, hours });
    prop::collection::vec(one, 0..2)
}

fn look(rule: &Rule, since: Date, totals: &[TotalOverride], entries: &[Entry], as_of: Date) -> Evaluation {
    let record = HoursRecord::new(entries.to_vec(), Vec::new());
    evaluate(&Subject { rule, since: Some(since), totals }, &record, &[], as_of).unwrap()
}

/// The same without a memory of places in the record.
fn figures(evaluation: &Evaluation) -> String {
    format!("{:?} {:?} {:?}", evaluation.parts, evaluation.state, evaluation.carried.amount)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_invented(
        rule in rule(), since in day(), totals in totals(), entries in entries(), as_of in day(),
    ) {
        let evaluation = look(&rule, since, &totals, &entries, as_of);
        let record = HoursRecord::new(entries.clone(), Vec::new());
        let mut sum = Amount::ZERO;
        for credited in &evaluation.credits {
            let entry = &record.all()[credited.entry];
            prop_assert!(evaluation.period.contains(entry.date) && entry.date <= as_of);
            prop_assert!(credited.credit.counted <= credited.credit.claimed);
            prop_assert!(entry.outcome.earns() || credited.credit.counted.is_zero());
            sum = sum.plus(credited.credit.counted);
        }
        let total = &evaluation.parts[0];
        prop_assert_eq!(total.counted, sum);
        prop_assert_eq!(total.carried, evaluation.carried.amount);
        for part in &evaluation.parts {
            prop_assert!(part.counted <= total.counted);
            prop_assert!(part.carried <= total.carried);
            if part.kind == PartKind::Maximum {
                prop_assert!(part.counted <= part.required.unwrap(), "{part:?}");
            }
        }
        let in_span = entries.iter().filter(|e| evaluation.period.contains(e.date) && e.date <= as_of);
        prop_assert_eq!(evaluation.credits.len(), in_span.count());
    }

    #[test]
    fn what_is_carried_keeps_every_limit(
        (rule, limits) in (rule(), a_carry()), since in day(), entries in entries(), as_of in day(),
    ) {
        let rule = Rule { carry: Some(limits.clone()), ..rule };
        let evaluation = look(&rule, since, &[], &entries, as_of);
        let record = HoursRecord::new(entries.clone(), Vec::new());
        let carried = &evaluation.carried;
        prop_assert!(carried.amount <= limits.hours.min(carried.surplus));
        let sum: Amount = carried.portions.iter().map(|portion| portion.amount).sum();
        prop_assert_eq!(sum, carried.amount);
        let Some(from) = carried.from else {
            prop_assert!(carried.amount.is_zero());
            return Ok(());
        };
        prop_assert_eq!(from.end.tomorrow().unwrap(), evaluation.period.start);
        let before = look(&rule, since, &[], &entries, from.end);
        let mut used = HashSet::new();
        for portion in &carried.portions {
            let entry = &record.all()[portion.entry];
            prop_assert!(used.insert(portion.entry), "an entry once");
            let credited = before.credits.iter().find(|credited| credited.entry == portion.entry).unwrap();
            prop_assert!(portion.amount <= credited.credit.counted);
            prop_assert!(limits.category.as_ref().is_none_or(|category| entry.categories.contains(category)));
            if let Some(months) = limits.earned_within_months {
                prop_assert!(entry.date >= first_of_last(months, from.end));
            }
        }
        // What moved on and what the period itself needed are never the same hours.
        let (total, moved) = (&before.parts[0], carried.amount);
        prop_assert!(total.have().minus(moved) >= total.required.unwrap().min(total.have()));
        for part in before.parts.iter().filter(|part| part.binds() && part.kind != PartKind::Total) {
            let minimum = &rule.minimums[part.place.unwrap()];
            let labelled = carried.portions.iter().filter(|portion| {
                let entry = &record.all()[portion.entry];
                let label = minimum.label.as_ref();
                part.span.contains(entry.date) && label.is_none_or(|l| l.is_of(&entry.categories, entry.form))
            });
            let moved: Amount = labelled.map(|portion| portion.amount).sum();
            prop_assert!(part.have().minus(moved) >= part.required.unwrap().min(part.have()), "{part:?}");
        }
    }

    #[test]
    fn more_hours_never_lower_the_total_of_an_uncapped_rule(
        rule in rule(), since in day(), entries in entries(), more in written(), as_of in day(),
    ) {
        // A first time may go to the entry that is added, from one with more hours.
        let rule = Rule { maximums: Vec::new(), multipliers: Vec::new(), carry: None, ..rule };
        let before = look(&rule, since, &[], &entries, as_of);
        let more = [entries.clone(), vec![entry(entries.len(), &more)]].concat();
        let after = look(&rule, since, &[], &more, as_of);
        prop_assert!(after.parts[0].counted >= before.parts[0].counted);
    }

    #[test]
    fn the_order_handed_in_changes_nothing(
        rule in rule(), since in day(), totals in totals(),
        (entries, shuffled) in entries().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        as_of in day(),
    ) {
        let evaluation = look(&rule, since, &totals, &entries, as_of);
        prop_assert_eq!(evaluation, look(&rule, since, &totals, &shuffled, as_of));
    }

    #[test]
    fn periods_tile_the_calendar(cycle in cycle(), since in day(), day in day()) {
        let period = cycle.period_of(day, Some(since)).unwrap();
        prop_assert!(period.start <= period.end);
        if cycle.is_rolling() {
            let (first, months) = (period.start, i64::from(cycle.months));
            prop_assert_eq!(period.end, day);
            prop_assert!(add_months(first, months) > day);
            prop_assert!(add_months(first.yesterday().unwrap(), months) <= day);
            return Ok(());
        }
        let too_early = cycle.needs_personal_date() && day < since;
        prop_assert_eq!(period.contains(day), !too_early);
        for other in [period.start, period.end] {
            prop_assert_eq!(cycle.period_of(other, Some(since)).unwrap(), period);
        }
        let after = cycle.after(period, Some(since)).unwrap();
        prop_assert_eq!(after.start, period.end.tomorrow().unwrap());
        prop_assert_eq!(cycle.before(after, Some(since)), Some(period));
        match cycle.before(period, Some(since)) {
            Some(before) => prop_assert_eq!(before.end.tomorrow().unwrap(), period.start),
            None => prop_assert_eq!(period.start, since),
        }
        // As long as it says, but for the ends of months.
        let meant = add_months(period.start, i64::from(cycle.months));
        let found = period.end.tomorrow().unwrap();
        prop_assert!(days_between(found, meant).max(days_between(meant, found)) <= 3, "{period:?}");

        let years = period.years();
        prop_assert_eq!(years.len(), usize::from(cycle.months.div_ceil(12)), "{:?}", period);
        prop_assert_eq!((years[0].start, years[years.len() - 1].end), (period.start, period.end));
        for pair in years.windows(2) {
            prop_assert_eq!(pair[0].end.tomorrow().unwrap(), pair[1].start);
        }
    }

    #[test]
    fn what_lies_outside_changes_nothing(
        rule in rule(), since in day(), entries in entries(), more in written(), as_of in day(),
    ) {
        let first_time = rule.multipliers.iter().any(|multiplier| multiplier.first_time);
        let before = look(&rule, since, &[], &entries, as_of);
        let (start, as_of_or_end) = (before.period.start, as_of.min(before.period.end));
        let earlier = more.0 < start && (rule.carry.is_some() || first_time);
        if (start..=as_of_or_end).contains(&more.0) || earlier {
            return Ok(());
        }
        let more = [entries.clone(), vec![entry(entries.len(), &more)]].concat();
        prop_assert_eq!(figures(&before), figures(&look(&rule, since, &[], &more, as_of)));
    }

    #[test]
    fn an_effect_is_what_recording_the_course_would_show(
        rule in rule(), since in day(), totals in totals(), entries in entries(),
        course in written(), as_of in day(),
    ) {
        let evaluation = look(&rule, since, &totals, &entries, as_of);
        if as_of < evaluation.period.start {
            return Ok(());
        }
        let done = Written::clone(&(as_of, course.1, course.2, course.3.clone(), course.4, Outcome::Passed, course.6));
        let id = CourseId::new("course").unwrap();
        let done = Entry { course: Some(id.clone()), ..entry(999, &done) };
        let course = Course {
            hours: Some(StatedHours::Exact(done.amount)),
            unit: done.unit,
            categories: done.categories.clone(),
            form: done.form,
            ..Course::new(id, LocalText::plain(&done.title))
        };
        let effect = effect(&rule, &evaluation, &[&course]);
        let more = [entries, vec![done]].concat();
        let after = look(&rule, since, &totals, &more, as_of);
        prop_assert_eq!(&effect.after, &after.parts);
        prop_assert_eq!(effect.state, after.state);
        prop_assert_eq!(&effect.credits[0], &after.credits.last().unwrap().credit);
    }

    #[test]
    fn the_planned_courses_of_a_part_add_what_is_planned_in_it(
        rule in rule(), since in day(), entries in entries(),
        plan in prop::collection::vec((written(), prop::option::of(day())), 0..5), as_of in day(),
    ) {
        let course = |at: usize, it: &Written| Course {
            hours: Some(StatedHours::Exact(it.1)),
            unit: it.2,
            categories: it.3.iter().cloned().collect(),
            form: it.4,
            ..Course::new(CourseId::new(&format!("c{at}")).unwrap(), LocalText::plain("Course"))
        };
        let catalog = Catalog::new(plan.iter().enumerate().map(|(at, (it, _))| course(at, it)).collect());
        let by = plan.iter().map(|(_, by)| *by);
        let planned: Vec<_> = catalog.courses().iter().zip(by).map(|(it, by)| Planned::new(it, by)).collect();
        let record = HoursRecord::new(entries, Vec::new());
        let subject = Subject { rule: &rule, since: Some(since), totals: &[] };
        let evaluation = evaluate(&subject, &record, &planned, as_of).unwrap();
        for part in &evaluation.parts {
            let lines = planned_lines(part, &evaluation, &catalog);
            let sum: Amount = lines.iter().map(|line| line.credit.unwrap().counted).sum();
            prop_assert_eq!(sum, part.planned, "{:?}", part);
        }
    }

    #[test]
    fn a_plan_is_seen_apart_from_what_is_counted(
        rule in rule(), since in day(), entries in entries(), (hours, by) in (hours(), prop::option::of(day())),
        as_of in day(),
    ) {
        let id = CourseId::new("course").unwrap();
        let stated = Some(StatedHours::Exact(hours));
        let course = Course { hours: stated, ..Course::new(id, LocalText::plain("Course")) };
        let record = HoursRecord::new(entries.clone(), Vec::new());
        let subject = Subject { rule: &rule, since: Some(since), totals: &[] };
        let planned = [Planned::new(&course, by)];
        let with = evaluate(&subject, &record, &planned, as_of).unwrap();
        let without = evaluate(&subject, &record, &[], as_of).unwrap();
        for (with, without) in with.parts.iter().zip(&without.parts) {
            prop_assert_eq!((with.counted, with.required), (without.counted, without.required));
            prop_assert!(without.planned.is_zero());
        }
        prop_assert_eq!(with.credits, without.credits);
        if with.planned.is_empty() {
            // A window that rolls looks at the plan as if it were done today.
            let last = if rule.cycle.is_rolling() { with.period.end } else { Date::MAX };
            prop_assert!(by.is_some_and(|by| !with.period.contains(by.min(last))));
        }
    }
}
