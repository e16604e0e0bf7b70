//! What a person may set: settings, keys, colours. Defaults are commented TOML inside the program.

pub mod key;
pub mod keymap;
pub mod layers;
pub mod settings;
pub mod table;

pub use key::{Key, Reason, cannot_be_sent};
pub use keymap::{Context, Keymap};
pub use layers::{Layer, Layers, Origin};
pub use settings::Settings;
pub use table::{Setting, Shape};
