//! What a person may set: settings, keys, colours. Defaults are commented TOML inside the program.

pub mod key;
pub mod keymap;
pub mod settings;

pub use key::{Key, Reason, cannot_be_sent};
pub use keymap::{Context, Keymap};
pub use settings::Settings;
