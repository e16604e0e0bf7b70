//! The settings file on disk: what holds of it, and what is told about everything else.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and its scratch files need no care"
)]

mod applied;
mod mistakes;

use std::path::Path;
use tuition::app::configuration::Configuration;
use tuition::config::Layer;
use tuition::locale::Lang;
use tuition::tui::configuration::ConfigFile;

/// A settings file with nothing over it.
fn file(path: &Path) -> ConfigFile {
    let (environment, flags) = (Layer::default(), Layer::default());
    ConfigFile::new(Some(path.to_owned()), Some("/home/li".into()), Lang::En, environment, flags)
}

/// What a text comes to as a settings file of the folder `/etc/tuition`.
fn read(text: &str) -> Configuration {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    std::fs::write(&path, text).unwrap();
    file(&path).read()
}
