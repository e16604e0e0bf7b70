//! Time per keystroke on 10,000 courses, one thread, beside a plain fuzzy-matcher loop over the
//! same lines in the same run. Pin it to one core: `taskset -c 1 cargo bench --bench typing`.
#![allow(clippy::print_stdout, reason = "a measurement")]

mod corpus;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::hint::black_box;
use std::time::{Duration, Instant};
use tuition::domain::{Catalog, Date};
use tuition::query::{Field, parse};
use tuition::search::{Evaluation, Index, Personal};

/// Runs of each keystroke, of which the median counts.
const RUNS: usize = 5;

fn median(mut run: impl FnMut() -> usize) -> Duration {
    let mut times: Vec<_> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    times.get(RUNS / 2).copied().unwrap_or_default()
}

/// p50, p90, p99 and the largest.
fn quantiles(mut times: Vec<Duration>) -> [Duration; 4] {
    times.sort();
    let at = |per_cent: usize| times.get((times.len() * per_cent / 100).min(times.len() - 1)).copied();
    [50, 90, 99, 100].map(|per_cent| at(per_cent).unwrap_or_default())
}

fn print(name: &str, times: Vec<Duration>) -> [Duration; 4] {
    let quantiles = quantiles(times);
    let [p50, p90, p99, max] = quantiles.map(|time| time.as_secs_f64() * 1e3);
    println!("{name:<32} p50 {p50:7.3}  p90 {p90:7.3}  p99 {p99:7.3}  max {max:7.3} ms");
    quantiles
}

fn lines(catalog: &Catalog) -> Vec<String> {
    let line = |course: &tuition::domain::Course| {
        let provider = course.provider.as_deref().unwrap_or_default();
        let parts =
            [course.title.primary(), provider, &course.instructors.join(" "), &course.topics.join(" ")];
        parts.join(" | ")
    };
    catalog.courses().iter().map(line).collect()
}

fn main() {
    let today = Date::constant(2026, 11, 21);
    let catalog = corpus::catalog(10_000);
    let bundled = corpus::catalog(225);
    let build = median(|| Index::build(&catalog).len());
    let build_small = median(|| Index::build(&bundled).len());
    println!("index of {} courses: {build:.2?}; of {}: {build_small:.2?}", catalog.len(), bundled.len());

    let index = Index::build(&catalog);
    let personal = Personal::default();
    let typed = corpus::keystrokes();
    let queries: Vec<_> =
        typed.iter().filter_map(|text| parse(text, today).ok().map(|query| (text, query))).collect();
    println!("{} keystrokes, {} of them queries", typed.len(), queries.len());

    let mut slowest = (Duration::ZERO, "");
    let search = queries.iter().map(|(text, query)| {
        let time = median(|| index.search(query, &personal).matched);
        slowest = slowest.max((time, text));
        time
    });
    let search = search.collect();
    let ours = print("search", search);
    println!("slowest: {:?}", slowest.1);
    let fields = [Field::Track, Field::Level, Field::Delivery, Field::Form, Field::Language, Field::Provider];
    let with_facets = queries.iter().map(|(_, query)| {
        median(|| {
            let evaluation = Evaluation::new(&index, query, &personal);
            let facets = fields.iter().map(|field| evaluation.facet(*field).len()).sum::<usize>();
            evaluation.found().matched + facets
        })
    });
    print("search, six facets", with_facets.collect());

    let lines = lines(&catalog);
    let matcher = SkimMatcherV2::default();
    let plain = queries.iter().map(|(text, _)| {
        let start = Instant::now();
        let mut found: Vec<_> = lines.iter().filter_map(|line| matcher.fuzzy_match(line, text)).collect();
        found.sort_unstable();
        black_box(found.len());
        start.elapsed()
    });
    let theirs = print("plain fuzzy-matcher loop", plain.collect());
    let ratio = |at: usize| match (ours.get(at), theirs.get(at)) {
        (Some(ours), Some(theirs)) => ours.as_secs_f64() / theirs.as_secs_f64(),
        _ => f64::NAN,
    };
    println!("search / plain loop: p50 {:.3}, p99 {:.3}", ratio(0), ratio(2));
}
