//! What a person may set: for now the keys. Defaults are commented TOML inside the program.

pub mod key;
pub mod keymap;

pub use key::Key;
pub use keymap::{Context, Keymap};
