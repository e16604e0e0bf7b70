//! tuition

pub mod action;
pub mod app;
pub mod cli;
pub mod config;
pub mod domain;
pub mod locale;
pub mod query;
pub mod search;
pub mod store;
pub mod tui;
pub mod ui;
