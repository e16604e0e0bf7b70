//! The matrix of what may happen to a program on a terminal, one named row for each: every way to
//! end, every size, every kind of terminal, input that does not end and floods of it, a terminal
//! that reads slowly. After each row the exit code is the documented one, the terminal is as it was
//! before, nothing on disk has changed, and the program has answered where it should.
//!
//! The rows run the real program, whichever `TUITION_MATRIX_BINARY` names. To see each of them on a
//! release build:
//!
//! ```sh
//! cargo build --release
//! TUITION_MATRIX_BINARY="$PWD/target/release/tuition" cargo test --test journeys matrix:: -- --nocapture
//! ```
//!
//! `TUITION_MATRIX_ROWS` picks the rows with this text in their names.

mod ends;
mod idle;
mod input;
mod sitting;
mod surroundings;
mod windows;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// One row: what happens, and what is asserted when it does.
struct Row {
    name: String,
    test: Test,
}

enum Test {
    Here(Box<dyn Fn() + Send + Sync>),
    /// The real program offers no way there; a small one in `tests/pty` on the same shell does.
    There(&'static str),
}

fn row(name: impl Into<String>, test: impl Fn() + Send + Sync + 'static) -> Row {
    Row { name: name.into(), test: Test::Here(Box::new(test)) }
}

fn there(name: &str, test: &'static str) -> Row {
    Row { name: name.to_owned(), test: Test::There(test) }
}

fn rows() -> Vec<Row> {
    let parts = [ends::rows(), windows::rows(), surroundings::rows(), input::rows(), idle::rows()];
    parts.into_iter().flatten().collect()
}

#[test]
fn every_row_holds() {
    let chosen = std::env::var("TUITION_MATRIX_ROWS").unwrap_or_default();
    let rows: Vec<Row> = rows().into_iter().filter(|row| row.name.contains(&chosen)).collect();
    let (next, failed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(row) = rows.get(next.fetch_add(1, Ordering::SeqCst)) {
            if !holds(row) {
                failed.lock().unwrap().push(row.name.clone());
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let failed = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "{} of {} rows do not hold: {failed:#?}", failed.len(), rows.len());
}

/// Runs a row and prints what came of it.
#[allow(clippy::print_stdout, reason = "the table is for whoever runs it")]
fn holds(row: &Row) -> bool {
    let (holds, told) = match &row.test {
        Test::There(test) => (true, format!("by {test}")),
        Test::Here(test) => match catch_unwind(AssertUnwindSafe(test)) {
            Ok(()) => (true, "holds".to_owned()),
            Err(_) => (false, "DOES NOT HOLD".to_owned()),
        },
    };
    println!("{:<66} {told}", row.name);
    holds
}

/// A row that is held elsewhere is worth what the test there is worth.
#[test]
fn rows_that_are_held_elsewhere_name_a_test() {
    for row in rows() {
        let Test::There(test) = row.test else { continue };
        let (file, name) = test.split_once("::").unwrap();
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(root.join("tests").join(file)).unwrap();
        assert!(text.contains(&format!("#[test]\nfn {name}()")), "{}: {test}", row.name);
    }
}

#[test]
fn no_two_rows_have_one_name() {
    let mut names: Vec<String> = rows().into_iter().map(|row| row.name).collect();
    names.sort();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(count > 150, "{count} rows");
}
