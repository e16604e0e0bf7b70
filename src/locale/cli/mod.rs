//! The words of the command line: what it reports, what goes wrong, and the labels of its tables.

mod batch_fault;
mod config;
pub mod doctor;
mod failure;
pub mod help;
mod labels;
mod misuse;
mod notice;
mod pack_finding;
mod profile_failure;
pub mod proof;
pub mod standing;
mod view_failure;

pub use batch_fault::{BatchFault, Wanted};
pub use config::{ConfigFailure, ConfigNotice, origin};
pub use failure::Failure;
pub use labels::{Labels, labels};
pub use misuse::Misuse;
pub use notice::Notice;
pub use pack_finding::PackFinding;
pub use profile_failure::ProfileFailure;
pub use proof::{ProofFailure, ProofNotice};
pub use view_failure::ViewFailure;
