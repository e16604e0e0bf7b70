//! What a person may set: settings, keys, colours. Defaults are commented TOML inside the program.

pub mod key;
pub mod keymap;
pub mod settings;
pub mod theme;

pub use key::Key;
pub use keymap::{Context, Keymap};
pub use settings::Settings;
