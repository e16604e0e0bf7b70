//! tuition

pub mod domain;
pub mod locale;
pub mod query;
pub mod search;
pub mod store;
pub mod tui;
