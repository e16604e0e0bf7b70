//! Where the learner's data lives when nobody says otherwise, and what this machine is called.

use std::path::PathBuf;

/// The data directory of the person who runs the program: `~/.local/share/tuition` on Linux.
/// `None` where the system names none, or names one that is not absolute: a relative folder would
/// scatter the record over whatever folder the program is started in.
pub fn default_data_dir() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "tuition")?;
    let dir = dirs.data_dir();
    dir.is_absolute().then(|| dir.to_owned())
}

/// This machine's name, fit for a file name; it keeps the journals of synced machines apart.
pub fn host() -> String {
    slug(&rustix::system::uname().nodename().to_string_lossy())
}

/// Lower-case letters, digits and single inner hyphens; never empty, at most 40 bytes.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if slug.len() == 40 {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "host".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_name_becomes_part_of_a_file_name() {
        for (name, expected) in [
            ("Desk-1.local", "desk-1-local"),
            ("../../etc", "etc"),
            ("…", "host"),
            ("", "host"),
            ("a--b", "a-b"),
        ] {
            assert_eq!(slug(name), expected, "{name:?}");
        }
        assert_eq!(slug(&"x".repeat(300)).len(), 40);
    }
}
