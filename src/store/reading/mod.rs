//! Reads TOML that people write: bytes of a file nobody should have to trust (`files`), TOML whose
//! values know their places (`syntax`, `rest`, `schema`), values by their types (`value`, `figure`), and
//! whatever is wrong with them, gathered by place (`report`, `problem`, `suggest`).

pub(super) mod figure;
pub(super) mod files;
pub(super) mod problem;
pub(super) mod report;
pub(super) mod rest;
pub(super) mod schema;
pub(super) mod suggest;
pub(super) mod syntax;
pub(super) mod value;

pub use problem::{HoursMistake, Problem, ProblemKind, Severity, Syntax, TextLimit, Thing, Type};
