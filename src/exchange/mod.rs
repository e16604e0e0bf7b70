//! What leaves the program for other eyes: transcripts, the audit pack, calendars, and the shapes
//! that programs read. Figures come from `domain`, words from `locale`; nothing here opens a file.
//!
//! ```text
//! transcript  what was done under one rule, as HTML, Markdown, CSV and JSON
//! pack        a transcript with its certificates and their hashes, as one zip
//! calendar    what has a day, as iCalendar
//! json        exact amounts, and text that drives no terminal
//! separated   CSV and TSV that are inert in a spreadsheet
//! year        a year of study, as plain lines, Markdown and JSON
//! ```

pub mod calendar;
pub mod json;
pub mod pack;
pub mod separated;
pub mod transcript;
pub mod year;
