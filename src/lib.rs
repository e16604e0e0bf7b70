//! tuition

pub mod cli;
pub mod domain;
pub mod locale;
pub mod query;
pub mod search;
pub mod store;
