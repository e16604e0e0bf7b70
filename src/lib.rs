//! The terminal home of continuing education: find a course, plan it, record the hours.
//!
//! The screen, with the files that own its parts:
//!
//! ```text
//!  tuition  1 Catalog  2 Plan  3 Hours  4 Status         cn-mohrss 62/90 · at risk   ui/header.rs
//!  ╭───────────────────────────────────────────────────────────────── 7 of 225 ─╮
//!  │ / leader track:leadership hours:<=40                                       │      ui/catalog.rs
//!  ╰────────────────────────────────────────────────────────────────────────────╯      query/, search/
//!  ╭ Facets ───────╮╭ Courses ───────────────────────────╮╭ Course ─────────────╮
//!  │ [x] Leadership││> Becoming a Successful Leader 4–8 h ││ 成为成功的领导者      │      ui/facets.rs
//!  │ [ ] Materials ││  Leadership and followership   24 h ││ Hours   4–8 h        │      ui/detail.rs
//!  ╰───────────────╯╰────────────────────────────────────╯╰─────────────────────╯      ui/{plan,hours}.rs, ui/status/
//!  / search   a plan   d record hours   f facets   Space mark   ? help                 ui/footer.rs
//! ```
//!
//! The layers, from the ground up; imports run one way, and `tests/architecture.rs` holds that:
//!
//! | layer | what lives there |
//! | --- | --- |
//! | [`domain`] | courses, plan, hours, requirements and their evaluation; pure values |
//! | [`action`] | the closed list of what a key can do |
//! | [`query`] | text → typed query with positions, and back |
//! | [`search`] | the index, matching, ranking, facets |
//! | [`store`] | the only reader and writer of files |
//! | [`config`] | settings in layers, keys, themes; the mistakes of a file with their places |
//! | [`locale`] | every word the reader sees, English and 简体中文 |
//! | [`exchange`] | transcripts, the audit pack, calendars, CSV, the JSON shapes |
//! | [`app`] | the Elm core: model, messages, effects, update |
//! | [`ui`] | drawing: reads the model, changes nothing |
//! | [`plain`] | the same program as a conversation of lines: what is said, what is understood |
//! | [`tui`] | the shell: terminal, threads, the loop, running effects |
//! | [`cli`] | one file per command; where errors become text and exit code |

pub mod action;
pub mod app;
pub mod cli;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod locale;
pub mod plain;
pub mod query;
pub mod search;
pub mod store;
pub mod tui;
pub mod ui;
