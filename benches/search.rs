//! Building the index and typing a query into 10,000 courses.

mod corpus;

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use tuition::domain::Date;
use tuition::query::{Field, Query, parse};
use tuition::search::{Index, Personal};

fn search(c: &mut Criterion) {
    let today = Date::constant(2026, 11, 21);
    let catalog = corpus::catalog(10_000);
    let small = corpus::catalog(225);
    let index = Index::build(&catalog);
    let personal = Personal::default();
    let typed: Vec<Query> = corpus::keystrokes().iter().filter_map(|text| parse(text, today).ok()).collect();
    let mut group = c.benchmark_group("search");
    group.sample_size(10);
    group.bench_function("build-225", |b| b.iter(|| Index::build(black_box(&small))));
    group.bench_function("build-10k", |b| b.iter(|| Index::build(black_box(&catalog))));
    group.bench_function("typing-10k", |b| {
        b.iter(|| typed.iter().map(|query| index.search(black_box(query), &personal).matched).sum::<usize>());
    });
    let fields = [Field::Track, Field::Level, Field::Delivery, Field::Form, Field::Language, Field::Provider];
    group.bench_function("facets-10k", |b| {
        b.iter(|| {
            typed.iter().map(|query| index.facets(black_box(query), &personal, &fields).len()).sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, search);
criterion_main!(benches);
