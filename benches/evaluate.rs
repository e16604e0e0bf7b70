//! Ten years of hours, 10,000 entries, under every bundled pack, and what a course would change.
//! Pin it to one core: `taskset -c 1 cargo bench --bench evaluate`. Last comes the ratio to the
//! plainest code for the sums alone: a scan of the record for each period of each rule.
#![allow(clippy::print_stdout, reason = "a measurement")]

#[allow(dead_code, reason = "nobody types here")]
mod corpus;

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::{Duration, Instant};
use tuition::domain::requirement::effect::effect;
use tuition::domain::requirement::evaluate::{Evaluation, Subject, evaluate};
use tuition::domain::requirement::{Period, Rule};
use tuition::domain::vocabulary::{Category, Form, KNOWN_CATEGORIES, Outcome, Unit, Word};
use tuition::domain::{Amount, Course, Date, Entry, EntryId, HoursRecord};
use tuition::store::requirements;

const TODAY: Date = Date::constant(2026, 11, 21);
/// Since when the packs with a personal date bind.
const SINCE: Date = Date::constant(2016, 12, 1);
const ENTRIES: usize = 10_000;

/// A number that looks random and is not.
fn mix(seed: usize) -> usize {
    seed.wrapping_mul(0x9E37_79B9).wrapping_add(seed >> 7) >> 5
}

fn pick<T: Copy>(list: &[T], seed: usize) -> Option<T> {
    list.get(mix(seed).checked_rem(list.len())?).copied()
}

/// Three entries a day, of mixed units, categories, forms and ends.
fn record() -> HoursRecord {
    let entry = |at: usize| {
        let days = i64::try_from(at * 3650 / ENTRIES).unwrap_or_default();
        let date = TODAY.saturating_sub(jiff::Span::new().days(3649 - days));
        let title = format!("Entry {}", at % 2000);
        let amount = Amount::from_hundredths(u64::try_from(mix(at + 1) % 400 + 10).unwrap_or(25));
        let units = [Unit::Hour, Unit::ClassHour, Unit::Pdh, Unit::Pdu, Unit::Cpe, Unit::Day, Unit::Hour];
        let labels = (0..mix(at) % 3).filter_map(|n| Category::new(pick(KNOWN_CATEGORIES, at + n)?));
        Some(Entry {
            unit: pick(&units, at + 2)?,
            form: pick(Form::ALL, at + 3),
            categories: labels.collect(),
            outcome: if at.is_multiple_of(9) { Outcome::Failed } else { Outcome::Passed },
            ..Entry::new(EntryId::new(&format!("entry-{at:05}"))?, date, title, amount)
        })
    };
    HoursRecord::new((0..ENTRIES).filter_map(entry).collect(), Vec::new())
}

/// Courses that the packs have something to say about.
fn courses() -> Vec<Course> {
    let catalog = corpus::catalog(225);
    let labelled = catalog.courses().iter().enumerate().map(|(at, course)| {
        let labels = (0..=at % 2).filter_map(|n| Category::new(pick(KNOWN_CATEGORIES, at + n)?));
        Course { categories: labels.collect(), ..course.clone() }
    });
    labelled.collect()
}

fn all(rules: &[Rule], record: &HoursRecord) -> Vec<Evaluation> {
    let evaluated = rules.iter().filter_map(|rule| {
        let subject = Subject { rule, since: Some(SINCE), totals: &[] };
        evaluate(&subject, record, &[], TODAY).ok()
    });
    evaluated.collect()
}

fn effects(rules: &[Rule], evaluations: &[Evaluation], courses: &[Course]) -> u64 {
    let of_rule = |(rule, evaluation): (&Rule, &Evaluation)| -> u64 {
        courses.iter().map(|course| effect(rule, evaluation, &[course]).gain.hundredths()).sum()
    };
    rules.iter().zip(evaluations).map(of_rule).sum()
}

/// Floating hours, summed by scanning everything for each period: no cap, no carry, no reason.
fn naive(rules: &[Rule], record: &HoursRecord) -> f64 {
    let sum = |rule: &Rule, period: Period| -> f64 {
        let minutes = |entry: &Entry| f64::from(entry.unit.minutes().unwrap_or(60));
        let hours = |entry: &Entry| entry.amount.hundredths() as f64 / 100.0;
        let inside = record.all().iter().filter(|entry| period.contains(entry.date));
        let live = inside.filter(|entry| record.is_live(&entry.id) && entry.outcome.earns());
        live.map(|entry| {
            let parts = rule.minimums.iter().filter_map(|minimum| minimum.label.as_ref());
            let parts = parts.filter(|label| label.is_of(&entry.categories, entry.form)).count();
            hours(entry) * minutes(entry) / 60.0 * f64::from(u32::try_from(parts + 1).unwrap_or(1))
        })
        .sum()
    };
    let periods = |rule: &Rule| {
        let mut periods = rule.cycle.period_of(TODAY, Some(SINCE)).into_iter().collect::<Vec<_>>();
        while let Some(before) =
            periods.last().and_then(|last| rule.cycle.before(*last, Some(SINCE))).filter(|p| p.end >= SINCE)
        {
            periods.push(before);
        }
        periods
    };
    rules.iter().map(|rule| periods(rule).into_iter().map(|period| sum(rule, period)).sum::<f64>()).sum()
}

/// The median of eleven runs.
fn median<T>(mut run: impl FnMut() -> T) -> Duration {
    let mut times: Vec<_> = (0..11)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    times.get(5).copied().unwrap_or_default()
}

fn benches(c: &mut Criterion) {
    let opened = requirements::bundled();
    let rules = opened.packs.rules();
    let (record, courses) = (record(), courses());
    let evaluations = all(rules, &record);
    let mut group = c.benchmark_group("evaluate");
    group.sample_size(20);
    group.bench_function("10k-all-packs", |b| b.iter(|| all(black_box(rules), &record)));
    group.bench_function("effect-of-one-all-packs", |b| {
        b.iter(|| effects(black_box(rules), &evaluations, courses.get(..1).unwrap_or_default()));
    });
    group.bench_function("effects-of-225-all-packs", |b| {
        b.iter(|| effects(black_box(rules), &evaluations, &courses));
    });
    group.finish();
    let (ours, plain) = (median(|| all(rules, &record)), median(|| naive(rules, &record)));
    let ratio = ours.as_secs_f64() / plain.as_secs_f64();
    println!("{} packs: {ours:.2?}; plain sums: {plain:.2?}; ratio {ratio:.3}", rules.len());
    for (rule, evaluation) in rules.iter().zip(&evaluations) {
        let time = median(|| all(std::slice::from_ref(rule), &record));
        let credits = evaluation.credits.len();
        println!("{:<22} {time:>9.2?}  {credits} entries in the period", rule.id.as_str());
    }
}

criterion_group!(evaluations, benches);
criterion_main!(evaluations);
